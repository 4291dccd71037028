import { sha256 } from '../releases/pack.ts';
import type { Feed, FeedEntry } from './feed.ts';

/**
 * A name that depends on nothing but what it names: neither on the site's address, which may move, nor on a clock. A UUID of
 * version 8 (RFC 9562), made of a SHA-256.
 */
export function urnOf(...parts: readonly string[]): string {
  const hash = sha256(['egov-atlas', ...parts].join('\n'));
  return `urn:uuid:${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

export const feedId = ({ key, lang }: Pick<Feed, 'key' | 'lang'>): string => urnOf('feed', key, lang);
export const entryId = ({ key, lang }: Pick<Feed, 'key' | 'lang'>, { release }: Pick<FeedEntry, 'release'>): string => urnOf('entry', key, lang, release);
