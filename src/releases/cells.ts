import type { IndicatorTable } from '../model/indicator.ts';
import type { Observation, Period } from '../model/observation.ts';
import type { RegionId } from '../model/region.ts';

/** What was published in one cell of a table: its key (series, region, period) and what stood there, each as a line of text. */
export type Cells = ReadonlyMap<string, string>;

const SEPARATOR = '\t';

/** Which cell it is. */
export interface CellKey {
  readonly series: string;
  readonly region: RegionId;
  readonly period: Period;
}

export const cellKey = ({ seriesId, regionId, period }: Pick<Observation, 'seriesId' | 'regionId' | 'period'>): string => [seriesId, regionId, period].join(SEPARATOR);

export function readCellKey(key: string): CellKey {
  const [series = '', region = '', period = ''] = key.split(SEPARATOR);
  return { series, region, period };
}

/** Value in the base unit, status, precision, decimals as printed, published place, class; empty where there is none. */
const cellText = (one: Observation): string =>
  (one.value === null ? ['', one.status, '', ''] : [String(one.value), one.status, one.precision, String(one.printedDecimals)]).concat(one.publishedRank === undefined ? '' : String(one.publishedRank), one.band ?? '').join(SEPARATOR);

/** A cell as it stood at a release, in the words of the table's columns. */
export interface CellFacts {
  /** In the base unit; null: none. */
  readonly value: number | null;
  readonly status: string;
  readonly precision: string;
  readonly printedDecimals: number;
  readonly rank: number | null;
  readonly band: string;
}

export function readCell(text: string): CellFacts {
  const [value = '', status = '', precision = '', decimals = '', rank = '', band = ''] = text.split(SEPARATOR);
  return { value: value === '' ? null : Number(value), status, precision, printedDecimals: Number(decimals), rank: rank === '' ? null : Number(rank), band };
}

/** Anything was published there: a value, a place or a class. */
const isPresent = (text: string | undefined): text is string => {
  if (text === undefined) return false;
  const { value, rank, band } = readCell(text);
  return value !== null || rank !== null || band !== '';
};

export const cellsOf = ({ observations }: Pick<IndicatorTable, 'observations'>): Cells => new Map(observations.map((one) => [cellKey(one), cellText(one)]));

/** In the order of the keys, so that the same cells are the same bytes whatever the order of the rows. */
export const writeCells = (cells: Cells): string => [...cells].map(([key, text]) => `${key}${SEPARATOR}${text}\n`).sort().join('');

const KEY_PARTS = 3;

export function readCells(text: string): Cells {
  const lines = text.split('\n').filter((line) => line !== '');
  return new Map(lines.map((line) => {
    const parts = line.split(SEPARATOR);
    return [parts.slice(0, KEY_PARTS).join(SEPARATOR), parts.slice(KEY_PARTS).join(SEPARATOR)];
  }));
}

/** One cell that is not what it was. `is` null: withdrawn. */
export interface ChangedCell extends CellKey {
  readonly was: string;
  readonly is: string | null;
}

export interface CellChanges {
  /** Cells with something published where nothing had been. */
  readonly added: number;
  /** In the order of their keys. */
  readonly changed: readonly ChangedCell[];
  readonly withdrawn: readonly ChangedCell[];
}

/**
 * What became of the cells of a table. An absence is no figure: one that comes, goes or is told otherwise is not counted;
 * a figure in its place is an addition, and an absence in a figure's place a withdrawal.
 */
export function compareCells(before: Cells, after: Cells): CellChanges {
  let added = 0;
  const changed: ChangedCell[] = [];
  const withdrawn: ChangedCell[] = [];
  for (const [key, is] of after) if (isPresent(is) && !isPresent(before.get(key))) added += 1;
  for (const [key, was] of [...before].sort(([one], [other]) => (one < other ? -1 : 1))) {
    if (!isPresent(was)) continue;
    const is = after.get(key);
    if (!isPresent(is)) withdrawn.push({ ...readCellKey(key), was, is: null });
    else if (is !== was) changed.push({ ...readCellKey(key), was, is });
  }
  return { added, changed, withdrawn };
}
