import type { ObservationCells } from '../check/addRows.ts';
import { isOneOf } from '../ingest/isOneOf.ts';
import { ABSENCES } from '../model/observation.ts';
import type { ImportedRow } from './model.ts';

/** How imported figures stand beside the published ones. */
export interface Comparison {
  readonly same: number;
  /** The same number with other decimals printed. */
  readonly otherwisePrinted: number;
  /** Neither has a figure, and they say so for different reasons. */
  readonly otherReason: number;
  readonly fresh: number;
  /** Published, and not in the files. */
  readonly absent: number;
  readonly differing: readonly { readonly row: ImportedRow; readonly what: 'value' | 'rank' | 'status' | 'band'; readonly published: string; readonly found: string }[];
}

/** A decimal text without what doesn't change its size: 0.810 and .81 are 0.81. */
const plainNumber = (text: string): string => {
  const [, sign = '', whole = '', part = ''] = /^(-?)0*(\d*)(?:\.(\d*?)0*)?$/.exec(text) ?? [];
  const digits = `${whole || '0'}${part === '' ? '' : `.${part}`}`;
  return digits === '0' ? '0' : sign + digits;
};
const keyOf = ({ series = '', region = '', period = '' }: ObservationCells): string => [series, region, period].join('\t');
const isAbsent = (cells: ObservationCells): boolean => isOneOf(ABSENCES, cells.status ?? '');

/**
 * @param published Rows of the published table, with its defaults in their blank cells.
 */
export function compareTables(imported: readonly ImportedRow[], published: readonly ObservationCells[]): Comparison {
  const standing = new Map(published.map((cells) => [keyOf(cells), cells]));
  let [same, otherwisePrinted, otherReason, fresh] = [0, 0, 0, 0];
  const differing: Comparison['differing'][number][] = [];
  for (const row of imported) {
    const { cells } = row;
    const own = standing.get(keyOf(cells));
    standing.delete(keyOf(cells));
    const [value, before] = [cells.value ?? '', own?.value ?? ''];
    if (own === undefined) fresh += 1;
    else if (plainNumber(value) !== plainNumber(before) || (value === '') !== (before === '')) differing.push({ row, what: 'value', published: before || (own.status ?? ''), found: value || (cells.status ?? '') });
    else if (cells.rank && own.rank && cells.rank !== own.rank) differing.push({ row, what: 'rank', published: own.rank, found: cells.rank });
    else if (isAbsent(cells) && isAbsent(own) && cells.status !== own.status) otherReason += 1;
    else if ((cells.status || 'measured') !== (own.status || 'measured')) differing.push({ row, what: 'status', published: own.status || 'measured', found: cells.status || 'measured' });
    else if (cells.band && own.band && cells.band !== own.band) differing.push({ row, what: 'band', published: own.band, found: cells.band });
    else if (value === before) same += 1;
    else otherwisePrinted += 1;
  }
  return { same, otherwisePrinted, otherReason, fresh, absent: standing.size, differing };
}
