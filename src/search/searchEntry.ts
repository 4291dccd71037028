/** What can be found, in the order in which equals are shown. */
export const KINDS = ['region', 'indicator', 'story', 'page', 'system', 'country', 'claim'] as const;
export type SearchKind = (typeof KINDS)[number];

/** A spelling, and the pinyin of its Han characters where it has any. */
export type Key = readonly [text: string, sounds?: string];

/** One place of the site that can be found. */
export interface SearchEntry {
  readonly kind: SearchKind;
  /** From the home of this language: “index.html?region=440000”. */
  readonly href: string;
  /** What it may be called; the first is shown. */
  readonly keys: readonly [Key, ...Key[]];
  /** What it is about or who publishes it: found by these too, but after those that are called so. */
  readonly about: readonly string[];
  /** A few words that tell it from others. */
  readonly hint: string;
}

export interface SearchIndex {
  readonly version: 1;
  readonly entries: readonly SearchEntry[];
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isKey = (value: unknown): value is Key => Array.isArray(value) && (value.length === 1 || value.length === 2) && value.every(isText) && value[0] !== '';
/** A place of this site: never another host, never a script. */
const isPlace = (value: unknown): value is string => isText(value) && /^[\w-]+(?:\/[\w-]+)*\.html(?:\?[\w=.&-]*)?(?:#[\w-]+)?$/.test(value);
const isKind = (value: unknown): value is SearchKind => KINDS.some((kind) => kind === value);

const isEntry = (value: unknown): value is SearchEntry =>
  typeof value === 'object' &&
  value !== null &&
  'kind' in value && isKind(value.kind) &&
  'href' in value && isPlace(value.href) &&
  'keys' in value && Array.isArray(value.keys) && value.keys.length > 0 && value.keys.every(isKey) &&
  'about' in value && Array.isArray(value.about) && value.about.every(isText) &&
  'hint' in value && isText(value.hint);

/** Whether a file is the index that this code can read; half an index is none. */
export const isSearchIndex = (value: unknown): value is SearchIndex =>
  typeof value === 'object' && value !== null && 'version' in value && value.version === 1 && 'entries' in value && Array.isArray(value.entries) && value.entries.every(isEntry);
