import type { RankingRow, RankingSortKey } from './rankingView.ts';

export interface RankingOrder {
  readonly sort: RankingSortKey;
  readonly isRising: boolean;
  /** Null: all. */
  readonly group: string | null;
  /** What the reader typed. */
  readonly filter: string;
}

/** Rows below one head; without a name they stand alone. */
export interface RankingSection {
  readonly name: string | null;
  readonly rows: readonly RankingRow[];
}

/** Half width, small letters, no blanks, accents or punctuation: “Guǎng Dōng” is “guangdong”. */
export const foldText = (text: string): string => text.normalize('NFKD').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Whether the typed text is in the region's name, pinyin, initials or code. */
const fits = (row: RankingRow, folded: string): boolean => folded === '' || row.search.some((text) => text.includes(folded));

/** Those in the group that fit what was typed, in the order that they have. */
export function filterRows(rows: readonly RankingRow[], { group, filter }: Pick<RankingOrder, 'group' | 'filter'>): readonly RankingRow[] {
  const folded = foldText(filter);
  return rows.filter((row) => (group === null || row.groups.includes(group)) && fits(row, folded));
}

/**
 * Rows by one of their keys; those without one stand last whichever way it goes, and equal ones in the order of their
 * codes. The rows themselves are never touched, so that what is drawn moves and is not drawn again.
 */
export function orderRows(rows: readonly RankingRow[], sort: RankingSortKey, isRising: boolean): readonly RankingRow[] {
  const sign = isRising ? 1 : -1;
  return [...rows].sort((one, other) => {
    const [left, right] = [one.keys[sort], other.keys[sort]];
    if (left === null || right === null) return left === right ? one.codeIndex - other.codeIndex : left === null ? 1 : -1;
    return left === right ? one.codeIndex - other.codeIndex : sign * (left - right);
  });
}

/** One section, or for an order by groups or bands one a group, with its name. */
export function sections(rows: readonly RankingRow[], { sort, isRising }: Pick<RankingOrder, 'sort' | 'isRising'>, tell: (name: string, n: number) => string): readonly RankingSection[] {
  const ordered = orderRows(rows, sort, isRising);
  if (sort !== 'group' && sort !== 'band') return ordered.length === 0 ? [] : [{ name: null, rows: ordered }];
  const nameOf = (row: RankingRow) => (sort === 'group' ? row.groupName : row.band);
  return [...new Set(ordered.map(nameOf))].map((name) => {
    const those = ordered.filter((row) => nameOf(row) === name);
    // Within a group by place, within a band by nothing: its members stand equal.
    return { name: tell(name, those.length), rows: sort === 'group' ? orderRows(those, 'rank', true) : those };
  });
}
