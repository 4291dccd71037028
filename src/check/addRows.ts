import { parseCsv } from '../ingest/parseCsv.ts';
import { OBSERVATION_COLUMNS } from '../ingest/readObservations.ts';
import { readTable } from '../ingest/readTable.ts';
import { writeTable } from '../ingest/writeTable.ts';

export type ObservationColumn = (typeof OBSERVATION_COLUMNS)[number];

/** One row of a table in `data/`, each cell as text; what is blank or absent takes the table's default. */
export type ObservationCells = Readonly<Partial<Record<ObservationColumn, string>>>;

/** A table of `data/` as it stands: its text and what its blank cells mean. */
export interface StandingTable {
  readonly csv: string;
  readonly defaults: Readonly<Record<string, string>>;
}

/** `add`: other rows of the table stay; `replace`: it holds the new rows alone. */
export const WAYS = ['add', 'replace'] as const;
export type Way = (typeof WAYS)[number];

/** What is written where a blank would take another default. */
const PLAIN: ObservationCells = { status: 'measured', precision: 'exact' };

const KEY: readonly ObservationColumn[] = ['series', 'region', 'period'];

/**
 * The text of a table with new rows in it. A new row takes the place of the one with the same series, region and period;
 * the others stay as they are, to the letter, so that a comparison of the two files shows what is new and nothing else.
 *
 * @param standing Null: there is no such table yet.
 * @param rows With every cell told that isn't `measured`, `exact` or empty.
 */
export function addRows(standing: StandingTable | null, rows: readonly ObservationCells[], way: Way): string {
  const defaults = standing?.defaults ?? {};
  const kept = standing === null || way === 'replace' ? [] : readTable(standing.csv, '', { required: [], optional: OBSERVATION_COLUMNS }).rows.map(({ cell }): ObservationCells => Object.fromEntries(OBSERVATION_COLUMNS.map((column) => [column, cell(column)])));
  /** A cell as it must be written to be read as what it is. */
  const written = (row: ObservationCells, column: ObservationColumn): string => {
    const wanted = row[column] ?? PLAIN[column] ?? '';
    return wanted === (defaults[column] ?? PLAIN[column] ?? '') ? '' : wanted;
  };
  const added = rows.map((row): ObservationCells => Object.fromEntries(OBSERVATION_COLUMNS.map((column) => [column, written(row, column)])));
  const keyOf = (row: ObservationCells): string => KEY.map((column) => row[column] || defaults[column] || '').join('\t');
  const fresh = new Map(added.map((row) => [keyOf(row), row]));
  const whole = kept.map((row) => {
    const next = fresh.get(keyOf(row));
    fresh.delete(keyOf(row));
    return next ?? row;
  });
  whole.push(...fresh.values());
  const used = OBSERVATION_COLUMNS.filter((column) => whole.some((row) => (row[column] ?? '') !== ''));
  // The standing table's own columns stay, also one that is blank throughout.
  const before = standing === null || way === 'replace' ? [] : parseCsv(standing.csv, '').header;
  // Who gathers the figures needs a place to write them.
  const isAwaited = rows.some(({ value, status }) => value === '' && status === 'notGathered');
  const columns = OBSERVATION_COLUMNS.filter((column) => used.includes(column) || before.includes(column) || (column === 'value' && isAwaited));
  return writeTable(columns, whole.map((row) => columns.map((column) => row[column] ?? '')));
}
