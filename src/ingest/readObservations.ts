import { ABSENCES, PRECISIONS, STATUSES } from '../model/observation.ts';
import { isOneOf } from './isOneOf.ts';
import { readNumber } from './readNumber.ts';
import { duplicates, readTable } from './readTable.ts';
import { regionIndex } from './resolveRegion.ts';
import { rowReader } from './rowReader.ts';
import { scale } from './scale.ts';
import type { Source } from '../model/dataset.ts';
import type { Indicator } from '../model/indicator.ts';
import type { Absence, Confidence, Observation, Precision, Status } from '../model/observation.ts';
import type { Alias, Region } from '../model/region.ts';
import type { Resource } from '../model/resource.ts';
import type { Issue } from './issue.ts';
import type { TableRow } from './readTable.ts';
import type { RowReader } from './rowReader.ts';

export const OBSERVATION_COLUMNS = ['series', 'region', 'period', 'value', 'status', 'precision', 'rank', 'band', 'source', 'confidence', 'note'] as const;

const CONFIDENCES: readonly Confidence[] = ['A', 'B', 'C'];

export interface ObservationsInput {
  /** As a maintainer names it: “data/toy/2001/toys.csv”. */
  readonly file: string;
  readonly text: string;
  readonly resource: Pick<Resource, 'defaults'>;
  readonly indicator: Indicator;
  readonly regions: readonly Region[];
  readonly aliases: readonly Alias[];
  readonly sources: readonly Source[];
}

/** A row with the defaults of its table where its own cells are blank. */
const withDefaults = (row: TableRow, defaults: Readonly<Record<string, string>>): TableRow => ({
  line: row.line,
  cell: (column) => row.cell(column) || defaults[column] || '',
});

/**
 * The figures of one published table. Every issue of the file is told at once, and a row with an issue gives no
 * observation. Nothing missing becomes 0: a blank value needs a status that says why.
 */
export function readObservations({ file, text, resource, indicator, regions, aliases, sources }: ObservationsInput): {
  readonly observations: readonly Observation[];
  readonly issues: readonly Issue[];
} {
  const table = readTable(text, file, { required: [], optional: OBSERVATION_COLUMNS });
  const issues: Issue[] = [...table.issues];
  const observations: Observation[] = [];
  const index = regionIndex(regions, aliases);
  const sourceById = new Map(sources.map((source) => [source.id, source]));
  const firstLineOf = duplicates();

  for (const row of table.rows) {
    const reader = rowReader(withDefaults(row, resource.defaults), file, issues);
    const regionId = reader.region('region', index);
    const period = reader.period('period');
    const seriesId = readSeries(reader, indicator);
    const sourceId = readSource(reader, sourceById);
    const confidence = reader.optional('confidence') === null ? null : reader.word('confidence', CONFIDENCES);
    const publishedRank = readRank(reader);
    const band = readBand(reader, indicator);
    const note = reader.optional('note');
    const figure = readFigure(reader, indicator);
    if (regionId !== null && period !== null && seriesId !== null) {
      const key = [seriesId, regionId, period].filter((part) => part !== '').join(' ');
      const firstLine = firstLineOf(key, row.line);
      if (firstLine !== null) {
        issues.push({ file, line: row.line, found: key, code: 'duplicateKey', args: { firstLine } });
        continue;
      }
    }
    if (!reader.isWhole() || regionId === null || period === null || seriesId === null || sourceId === null || figure === null) continue;
    observations.push({
      regionId,
      period,
      seriesId,
      sourceId,
      confidence: confidence ?? sourceById.get(sourceId)?.confidence ?? 'C',
      ...(publishedRank !== null && { publishedRank }),
      ...(band !== null && { band }),
      ...(note !== null && { note }),
      ...figure,
    });
  }
  return { observations, issues: issues.sort((one, other) => (one.line ?? 0) - (other.line ?? 0)) };
}

/** Empty for an indicator with one series; null when it can't be read. */
function readSeries(reader: RowReader, indicator: Indicator): string | null {
  const known = (indicator.series ?? []).map(({ id }) => id);
  const args = { indicator: indicator.id, known };
  const cell = reader.cell('series');
  if (cell === '') return known.length === 0 ? '' : reader.refuse('series', { code: 'missingSeries', args });
  return known.includes(cell) ? cell : reader.refuse('series', { code: 'unknownSeries', args });
}

function readSource(reader: RowReader, sourceById: ReadonlyMap<string, Source>): string | null {
  const cell = reader.required('source');
  if (cell === null || sourceById.has(cell)) return cell;
  return reader.refuse('source', { code: 'unknownSource', args: { known: [...sourceById.keys()] } });
}

function readRank(reader: RowReader): number | null {
  const cell = reader.optional('rank');
  if (cell === null || /^[1-9]\d*$/.test(cell)) return cell === null ? null : Number(cell);
  return reader.refuse('rank', { code: 'badRank', args: null });
}

function readBand(reader: RowReader, indicator: Indicator): string | null {
  const cell = reader.optional('band');
  const known = (indicator.bands ?? []).map(({ id }) => id);
  if (cell === null || known.includes(cell)) return cell;
  return reader.refuse('band', { code: 'unknownBand', args: { indicator: indicator.id, known } });
}

type FigurePart =
  | { readonly value: number; readonly status: Status; readonly precision: Precision; readonly printedDecimals: number }
  | { readonly value: null; readonly status: Absence };

function readFigure(reader: RowReader, indicator: Indicator): FigurePart | null {
  const cell = reader.optional('value');
  const status = reader.optional('status') === null ? 'measured' : reader.word('status', [...STATUSES, ...ABSENCES]);
  const precision = reader.optional('precision') === null ? 'exact' : reader.word('precision', PRECISIONS);
  if (cell === null) {
    if (status === null) return null;
    return isOneOf(ABSENCES, status) ? { value: null, status } : reader.refuse('value', { code: 'blankWithoutAbsence', args: { known: ABSENCES } });
  }
  const { multiplier } = indicator.unit;
  const number = readNumber(cell, multiplier);
  if ('code' in number) {
    return number.code === 'signInNumber'
      ? reader.refuse('value', { code: number.code, args: { sign: number.sign } })
      : reader.refuse('value', { code: number.code, args: null });
  }
  const { min = null, max = null } = indicator.limits ?? {};
  const isBelow = min !== null && number.value < scale(String(min), multiplier);
  const isAbove = max !== null && number.value > scale(String(max), multiplier);
  if (isBelow || isAbove) return reader.refuse('value', { code: 'outsideLimits', args: { min, max } });
  if (status === null || precision === null) return null;
  if (isOneOf(ABSENCES, status)) return reader.refuse('value', { code: 'valueWithAbsence', args: { status } });
  return { value: number.value, status, precision, printedDecimals: number.printedDecimals };
}
