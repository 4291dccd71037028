import type { RegionId } from '../model/region.ts';
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
  /** Of which group or band; the same whatever is filtered. */
  readonly key: string;
  readonly name: string | null;
  /** All of them: those that are not listed are hidden, so that nothing is drawn again when they are. */
  readonly rows: readonly RankingRow[];
  readonly listed: number;
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

/**
 * One section, or for an order by groups or bands one a group, with its name.
 *
 * @param listed Those that the reader's filter leaves; a group's name tells how many of it there are.
 */
export function sections(rows: readonly RankingRow[], { sort, isRising }: Pick<RankingOrder, 'sort' | 'isRising'>, tell: (name: string, n: number) => string, listed: ReadonlySet<RegionId>): readonly RankingSection[] {
  const ordered = orderRows(rows, sort, isRising);
  const listedOf = (those: readonly RankingRow[]) => those.filter(({ id }) => listed.has(id)).length;
  if (sort !== 'group' && sort !== 'band') return ordered.length === 0 ? [] : [{ key: '', name: null, rows: ordered, listed: listedOf(ordered) }];
  const nameOf = (row: RankingRow) => (sort === 'group' ? row.groupName : row.band);
  return [...new Set(ordered.map(nameOf))].map((name) => {
    const those = ordered.filter((row) => nameOf(row) === name);
    const count = listedOf(those);
    // Within a group by place, within a band by nothing: its members stand equal.
    return { key: name, name: tell(name, count), rows: sort === 'group' ? orderRows(those, 'rank', true) : those, listed: count };
  });
}
