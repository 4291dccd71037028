import type { QueryKey } from '../state/query.ts';

/** Kinds of figure that have pages of their own for an article, as their files are named. */
export const EMBED_KINDS = ['map', 'ranking', 'trend', 'matrix', 'levels', 'multiples', 'bump', 'strip', 'world', 'networks', 'number'] as const;
export type EmbedKind = (typeof EMBED_KINDS)[number];

/** What a figure on a page is called where it stands alone, and which of the page's choices go with it. */
export interface EmbedRef {
  /** “map-internet-penetration”. */
  readonly name: string;
  readonly keys: readonly QueryKey[];
}

export const embedName = (kind: EmbedKind, id: string): string => `${kind}-${id}`;

/** Its route in Chinese: “embed/map-internet-penetration.html”. */
export const embedPath = (name: string): string => `embed/${name}.html`;

/** The one page that takes any figure of any page, alive, by its address: for what has no page of its own. */
export const ANY_FIGURE = 'any';

/** @returns The kind and the indicator's (or other thing's) id; null for what is no such name. */
export function readEmbedName(name: string): { readonly kind: EmbedKind; readonly id: string } | null {
  const kind = EMBED_KINDS.find((one) => name.startsWith(`${one}-`));
  const id = kind === undefined ? '' : name.slice(kind.length + 1);
  return kind === undefined || id === '' ? null : { kind, id };
}
