import { onPlace, pushSearch, replaceSearch, search as placeSearch } from './place.ts';

/** All keys that any figure or page writes, in the order in which an address holds them. */
const ORDER = ['figure', 'indicator', 'indicators', 'weights', 'normalisation', 'missing', 'draws', 'chart', 'period', 'compare', 'compared', 'transform', 'base', 'view', 'region', 'regions', 'scale', 'group', 'peers', 'nearest', 'features', 'sort', 'order', 'columns', 'theme', 'forum', 'verdict', 'kind', 'q', 'release'] as const;
export type QueryKey = (typeof ORDER)[number];

/** The keys that each kind of figure reads. */
export const ISLAND_KEYS = {
  provinces: ['indicator', 'period', 'compare', 'compared', 'transform', 'base', 'view', 'region'],
  trend: ['transform', 'base'],
  units: ['chart', 'period', 'region', 'regions', 'scale', 'sort'],
  world: ['period', 'regions', 'group'],
  matrix: ['region', 'group', 'order', 'q'],
  ranking: ['indicator', 'period', 'compare', 'region', 'regions', 'group', 'peers', 'nearest', 'features', 'sort', 'order', 'columns', 'q'],
  compare: ['regions', 'features'],
  workshop: ['indicators', 'weights', 'normalisation', 'missing', 'draws', 'period', 'region'],
} as const satisfies Readonly<Record<string, readonly QueryKey[]>>;

/** A part of an address that could not be read. `used` is what stands in its place; null when it was left out. */
export interface KeyRefusal {
  readonly key: QueryKey;
  /** As found, cut to a length that can be shown. */
  readonly found: string;
  readonly used: string | null;
}

const SHOWN = 40;
const shortened = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);

/**
 * One key of an address.
 *
 * @param accept The value that the text stands for; undefined when it can't be read: then the fallback is used and the
 *   refusal is added to the list.
 */
export function readKey<Value>(query: URLSearchParams, key: QueryKey, fallback: Value, accept: (found: string) => Value | undefined, refusals: KeyRefusal[]): Value {
  const found = query.get(key);
  if (found === null) return fallback;
  const accepted = accept(found);
  if (accepted !== undefined) return accepted;
  refusals.push({ key, found: shortened(found), used: typeof fallback === 'string' && fallback !== '' ? fallback : null });
  return fallback;
}

/**
 * “440000.330000” as the ids that are known, in order, each once. What is unknown or beyond the most is left out, and told.
 *
 * @returns The fallback where none is known.
 */
export function readIds<Fallback>(query: URLSearchParams, key: QueryKey, fallback: Fallback, { known, most }: { readonly known: readonly string[]; readonly most: number }, refusals: KeyRefusal[]): readonly string[] | Fallback {
  const found = query.get(key);
  if (found === null) return fallback;
  const asked = [...new Set(found.split('.'))];
  const ids = asked.filter((id) => known.includes(id));
  const left = ids.length === 0 ? found : [...asked.filter((id) => !known.includes(id)), ...ids.slice(most)].join('.');
  if (left !== '' || ids.length === 0) refusals.push({ key, found: shortened(left), used: null });
  return ids.length === 0 ? fallback : ids.slice(0, most);
}

/**
 * The address with some keys changed (null takes one out): our keys first and in their order, then what other people
 * put there (campaign tags), as it was. Each figure of a page changes only its own keys.
 */
export function changedSearch(search: string, changes: Partial<Readonly<Record<QueryKey, string | null>>>): string {
  const before = new URLSearchParams(search);
  const after = new URLSearchParams();
  for (const key of ORDER) {
    const change = changes[key];
    const value = change === undefined ? before.get(key) : change;
    if (value !== null) after.set(key, value);
  }
  const isOurs = (key: string) => ORDER.some((one) => one === key);
  for (const [key, value] of before) if (!isOurs(key)) after.append(key, value);
  const text = after.toString();
  return text === '' ? '' : `?${text}`;
}

const CHANGED = 'atlas:query';

/** Writes keys into the address bar and tells every figure of the page. */
export function writeQuery(changes: Partial<Readonly<Record<QueryKey, string | null>>>, how: 'push' | 'replace' = 'push'): void {
  const search = changedSearch(placeSearch(), changes);
  if (search === placeSearch()) return;
  if (how === 'push') pushSearch(search);
  else replaceSearch(search);
  dispatchEvent(new Event(CHANGED));
}

/** Hears every change of the address, by a figure or by Back and Forward. @returns What stops the hearing. */
export function onQuery(hear: () => void): () => void {
  addEventListener(CHANGED, hear);
  const stop = onPlace(hear);
  return () => {
    removeEventListener(CHANGED, hear);
    stop();
  };
}
