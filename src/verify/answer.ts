import { readRelease } from '../model/release.ts';
import type { KnownFile } from './finding.ts';
import { addressHints, releaseIn, type FileHints } from './hints.ts';
import { knownFiles } from './knownFile.ts';
import type { VerifyRelease } from './verifyIndex.ts';
import type { VerifyWorld } from './world.ts';

/** What is typed or pasted, and what it is. */
export type Answer =
  | { readonly kind: 'nothing' }
  /** A release, by its id or its short hash. `release` null: the state that the site shows, not released yet. */
  | { readonly kind: 'release'; readonly id: string; readonly release: VerifyRelease | null; readonly isNow: boolean }
  | { readonly kind: 'files'; readonly asked: string; readonly files: readonly KnownFile[] }
  | { readonly kind: 'address'; readonly hints: FileHints; readonly release: VerifyRelease | null; readonly isNow: boolean }
  /** Names of the site that differ from it in a sign or two. */
  | { readonly kind: 'unknown'; readonly asked: string; readonly isHash: boolean; readonly near: readonly string[] };

const LONGEST = 2000;
const HASH = /^[\da-f]{6,64}$/;

/** How many signs differ, of two texts of one length. */
const differing = (one: string, other: string): number => (one.length === other.length ? [...one].filter((sign, index) => sign !== other[index]).length : Infinity);
const MISREAD = 2;

/** What a reader typed: a release, a hash of 6 to 64 signs, an address. Signs are read as people write them, and as they misread them. */
export async function answer(text: string, world: VerifyWorld): Promise<Answer> {
  const asked = text.trim().slice(0, LONGEST);
  if (asked === '') return { kind: 'nothing' };
  const { index } = world;
  const releaseOf = (id: string): VerifyRelease | null => index.releases.find((one) => one.id === id) ?? null;
  const ids = [...new Set([...index.releases.map(({ id }) => id), index.release])];
  if (/\.html(?:[?#]|$)|^https?:\/\//i.test(asked)) {
    const hints = addressHints(asked, index.indicators.map(({ id }) => id));
    return { kind: 'address', hints, release: hints.release === null ? null : releaseOf(hints.release), isNow: hints.release === index.release };
  }
  const bare = asked.toLowerCase().normalize('NFKC').replace(/\s+/g, '').replace(/^sha-?256[:=-]?/, '');
  const named = releaseIn(bare);
  if (named !== null && ids.includes(named)) return { kind: 'release', id: named, release: releaseOf(named), isNow: named === index.release };
  const hash = readRelease(bare)?.hash ?? bare;
  if (HASH.test(hash)) {
    const id = ids.find((one) => one.endsWith(`-${hash}`));
    if (id !== undefined && named === null) return { kind: 'release', id, release: releaseOf(id), isNow: id === index.release };
    const files = named === null ? await knownFiles(hash, world) : [];
    if (files.length > 0) return { kind: 'files', asked: hash, files };
  }
  const near = ids.filter((id) => differing(id.slice(-8), hash.slice(-8)) <= MISREAD || id.startsWith(bare.slice(0, 10)) && /^\d{4}-\d\d-\d\d/.test(bare));
  return { kind: 'unknown', asked, isHash: HASH.test(hash), near };
}
