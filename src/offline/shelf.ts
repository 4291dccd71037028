import type { BuildList } from './buildList.ts';
import type { KeptBuild, Refusal, RefusalReason } from './state.ts';

/** Which builds are on this machine, and which one answers. It outlives the worker, which a browser ends whenever it likes. */
export interface Shelf {
  /** Answers for the wall's pages; null: nothing is kept. */
  readonly active: string | null;
  /** The last that was seen to live, or the first that was taken; what is gone back to. */
  readonly good: string | null;
  /** Whole, and not yet shown. */
  readonly waiting: string | null;
  /** How often the active build was started without having drawn a scene; null: it has. */
  readonly starts: number | null;
  /** Whole builds. */
  readonly kept: readonly (KeptBuild & { readonly aliveWithinMs: number })[];
  readonly refused: readonly Refusal[];
  /** Which build answered for a page, by the browser's name for the page; the latest last. */
  readonly pages: readonly (readonly [page: string, build: string])[];
  /** When the server last answered. */
  readonly lastContact: number | null;
}

export const SHELF_FIRST: Shelf = { active: null, good: null, waiting: null, starts: null, kept: [], refused: [], pages: [], lastContact: null };

/** Pages whose build is remembered: more are never open on a wall. */
const PAGES_MOST = 24;
/** Nearly all of them broken builds: the rest is forgotten at the next contact. */
const REFUSED_MOST = 16;
/** Started so often without drawing anything (a crash, a power cut), a build is broken. */
const STARTS_MOST = 3;
const WAIT_FIRST_MS = 30_000;
const WAIT_MOST_MS = 3_600_000;

/** How long after so many failures the next try is worth it. */
export const waitAfter = (times: number): number => Math.min(WAIT_MOST_MS, WAIT_FIRST_MS * 2 ** (times - 1));

export type Wish = 'nothing' | 'take' | 'later';

/** Whether a build that the server offers is to be fetched. @param isNow The network has just come back, or somebody asks: no waiting. */
export function wishFor({ active, waiting, refused }: Shelf, { build }: Pick<BuildList, 'build'>, now: number, isNow: boolean): Wish {
  if (build === active || build === waiting) return 'nothing';
  const refusal = refused.find((one) => one.build === build);
  if (refusal?.reason === 'notAlive') return 'nothing';
  // A clock that was set back must not make the wait endless.
  const since = refusal ? Math.abs(now - refusal.at) : Infinity;
  return refusal && !isNow && since < waitAfter(refusal.times) ? 'later' : 'take';
}

/** The server has answered with this build: one that waits and is no longer offered was withdrawn, and why an earlier one could not be had is history. */
export const contacted = (shelf: Shelf, { build }: Pick<BuildList, 'build'>, now: number): Shelf => ({
  ...shelf,
  lastContact: now,
  waiting: shelf.waiting === build ? build : null,
  refused: shelf.refused.filter((one) => one.build === build || one.reason === 'notAlive'),
});

/** All of it is here. The first is used from the next opening on; later ones wait until the page goes over. */
export function taken(shelf: Shelf, { build, release, aliveWithinMs, files }: BuildList, now: number): Shelf {
  const one = { build, release, aliveWithinMs, at: now, files: files.length, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0) };
  const next = { ...shelf, kept: [...shelf.kept.filter((other) => other.build !== build), one], refused: shelf.refused.filter((other) => other.build !== build) };
  return shelf.active === null ? { ...next, active: build, good: build, starts: null } : { ...next, waiting: build };
}

export function refused(shelf: Shelf, build: string, reason: RefusalReason, path: string, now: number): Shelf {
  const before = shelf.refused.find((one) => one.build === build && one.reason !== 'notAlive');
  const one: Refusal = { build, reason, path, at: now, times: (before?.times ?? 0) + 1 };
  return { ...shelf, refused: [...shelf.refused.filter((other) => other.build !== build), one].slice(-REFUSED_MOST) };
}

/** From now on the build that waits answers, on trial. */
export const swapped = (shelf: Shelf): Shelf => (shelf.waiting === null ? shelf : { ...shelf, active: shelf.waiting, waiting: null, starts: 0 });

/** The active build has shown nothing: the one before it answers again, if there is one. */
export function rolledBack(shelf: Shelf, build: string, now: number): Shelf {
  if (shelf.active !== build || shelf.starts === null || shelf.good === null || shelf.good === build) return shelf;
  return refused({ ...shelf, active: shelf.good, starts: null, kept: shelf.kept.filter((one) => one.build !== build) }, build, 'notAlive', '', now);
}

/** A page is opened from the active build. */
export function started(shelf: Shelf, page: string, now: number): Shelf {
  const sound = shelf.active !== null && shelf.starts !== null && shelf.starts >= STARTS_MOST ? rolledBack(shelf, shelf.active, now) : shelf;
  const { active, starts } = sound;
  if (active === null) return sound;
  return { ...sound, starts: starts === null ? null : starts + 1, pages: [...sound.pages.filter(([name]) => name !== page), [page, active] as const].slice(-PAGES_MOST) };
}

/** Older browsers have no name yet for a page that is being opened: it stands under an empty one. */
export const buildOf = ({ pages }: Pick<Shelf, 'pages'>, page: string): string | null => (pages.find(([name]) => name === page) ?? pages.find(([name]) => name === ''))?.[1] ?? null;

/** A page has drawn a scene. */
export function alive(shelf: Shelf, page: string): Shelf {
  const { active, starts } = shelf;
  return active !== null && starts !== null && buildOf(shelf, page) === active ? { ...shelf, good: active, starts: null } : shelf;
}

/** Some of its files are gone: browsers clear what they hold when the disk is full. */
export function lost(shelf: Shelf, build: string): Shelf {
  const without = (name: string | null): string | null => (name === build ? null : name);
  const good = without(shelf.good);
  const active = without(shelf.active) ?? good;
  return { ...shelf, good, active, waiting: without(shelf.waiting), starts: active === shelf.active ? shelf.starts : null, kept: shelf.kept.filter((one) => one.build !== build) };
}

/** Builds whose files are still needed: also those of pages that are open. */
export const needed = ({ active, good, waiting, pages }: Shelf, open: readonly string[]): readonly string[] => [
  ...new Set([active, good, waiting, ...pages.flatMap(([page, build]) => (open.includes(page) ? [build] : []))].filter((one) => one !== null)),
];

/** Without the builds that nobody needs any more. */
export function pruned(shelf: Shelf, open: readonly string[]): Shelf {
  const still = needed(shelf, open);
  return { ...shelf, kept: shelf.kept.filter(({ build }) => still.includes(build)) };
}
