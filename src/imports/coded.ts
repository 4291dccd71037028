import { isOneOf } from '../ingest/isOneOf.ts';
import { ABSENCES, STATUSES, type Absence, type Status } from '../model/observation.ts';
import { SDMX_COLUMNS } from '../opendata/sdmxCsv.ts';
import type { Bench, TableMaker } from './bench.ts';
import type { Columns } from './columns.ts';
import { figureText, isZero, rankText } from './figureText.ts';
import type { CellSpot, GridRow, Kind } from './model.ts';
import { sameName } from './sameName.ts';
import { partId, slug } from './slug.ts';
import { digitsAt, isRagged, leaveRest, leaveRow, openTable, periodText } from './walk.ts';

/** Columns that tell of a figure, and are no part of its key. */
const ATTRIBUTES = new Set(['OBS_STATUS', 'STATUS', 'PRECISION', 'UNIT_MULT', 'DECIMALS', 'CONF_STATUS', 'RANK', 'BAND', 'SOURCE', 'CONFIDENCE', 'COMMENT_OBS', 'COMMENT_TS', 'OBS_CONF', 'PRICE_BASE', 'BASE_PER', 'CURRENCY', 'TIME_FORMAT', 'UNIT_TYPE', 'DATA_SOURCE', 'DATA_COMMENT', 'DATABASE_ID', 'DATASET', 'LATEST_DATA', 'PRE_BREAK_VALUE']);
const ADDRESS = new Set(['STRUCTURE', 'STRUCTURE_ID', 'STRUCTURE_NAME', 'ACTION', 'DATAFLOW']);
const MEASURES = ['MEASURE', 'INDICATOR', 'VARIABLE', 'SUBJECT', 'STAT'];
/** Of the code list CL_OBS_STATUS: with a figure, and without. */
const WITH_VALUE: Readonly<Record<string, Status>> = { '': 'measured', A: 'measured', P: 'provisional', E: 'estimated', I: 'estimated', F: 'forecast' };
const WITHOUT: Readonly<Record<string, Absence>> = { L: 'notGathered', M: 'notApplicable', Q: 'suppressed', O: 'notPublished' };

/** A code, and the label that stands in a cell of its own beside it or behind a colon. */
export interface Coded {
  readonly kind: Extract<Kind, 'oecd' | 'data360'>;
  readonly columns: Columns;
  /** Each year of a wide table; of a long one the column of figures alone. */
  readonly years: readonly (readonly [column: number, period: string])[];
}

const isCode = (head: string): boolean => /^[A-Z][A-Z0-9_]*$/.test(head);

/** The column of labels that belongs to one of codes. */
function labelOf({ columns }: Coded, column: number): number | null {
  const head = columns.head(column);
  const named = columns.at(`${head}_LABEL`);
  if (named !== null) return named;
  const next = columns.header.cells[column + 1];
  return next !== undefined && next !== '' && !isCode(next) && !/^\d{4}/.test(next) ? column + 1 : null;
}

interface Laid {
  readonly area: number;
  readonly time: number | null;
  readonly value: number | null;
  readonly measure: number | null;
  readonly dimensions: readonly number[];
  readonly labels: ReadonlyMap<number, number>;
  readonly isOurs: boolean;
}

function layOut(coded: Coded): Laid {
  const { columns, years } = coded;
  const heads = columns.header.cells;
  const at = (name: string): number | null => { const found = heads.indexOf(name); return found === -1 ? columns.at(name) : found; };
  const labels = new Map(heads.flatMap((head, column) => { const label = isCode(head) ? labelOf(coded, column) : null; return label === null ? [] : [[column, label] as const]; }));
  const measure = MEASURES.map(at).find((one) => one !== null) ?? null;
  const value = at('OBS_VALUE');
  const taken = new Set([at('REF_AREA'), at('TIME_PERIOD'), value, measure, ...years.map(([column]) => column), ...labels.values()]);
  const dimensions = heads.flatMap((head, column) => (isCode(head) && !head.endsWith('_LABEL') && !ATTRIBUTES.has(head) && !ADDRESS.has(head) && head !== 'FREQ' && !taken.has(column) && (value === null || column < value || head === 'UNIT_MEASURE') ? [column] : []));
  const structure = at('STRUCTURE_ID');
  return { area: at('REF_AREA') ?? 0, time: at('TIME_PERIOD'), value, measure, dimensions, labels, isOurs: SDMX_COLUMNS.every((name) => heads.includes(name)) && structure !== null && columns.body.every((row) => columns.text(row, structure).startsWith('EGOV_ATLAS:')) };
}

/** “KOR: Korea” is the code KOR. */
const codeOf = (text: string): string => /^([A-Za-z0-9_]+): /.exec(text)?.[1] ?? text;
const labelIn = (text: string): string => /^[A-Za-z0-9_]+: (.*)$/.exec(text)?.[1] ?? '';

/** A file whose columns are codes, in the manner of SDMX: long, or with a column for each year. */
export function readCoded(work: Bench, coded: Coded, dataset: string): void {
  const { columns, years, kind } = coded;
  const laid = layOut(coded);
  const { area, time, value, measure, dimensions, labels, isOurs } = laid;
  const code = (row: GridRow, column: number | null): string => codeOf(columns.text(row, column));
  const label = (row: GridRow, column: number | null): string => (column === null ? '' : columns.text(row, labels.get(column) ?? null) || labelIn(columns.text(row, column)));
  const at = (name: string): number | null => { const found = columns.header.cells.indexOf(name); return found === -1 ? null : found; };
  openTable(work, columns);
  const unitAt = at('UNIT_MEASURE');
  const keyOf = (row: GridRow): string => [code(row, measure), code(row, unitAt), code(row, at('UNIT_MULT'))].join('\t');
  // A dimension that has several codes within a table tells its lines apart; one with a single code is said once.
  const codes = new Map<string, Map<number, Set<string>>>();
  for (const row of columns.body) {
    const own = codes.get(keyOf(row)) ?? new Map<number, Set<string>>();
    codes.set(keyOf(row), own);
    for (const column of dimensions) own.set(column, (own.get(column) ?? new Set()).add(code(row, column)));
  }
  const varying = (row: GridRow): readonly number[] => dimensions.filter((column) => column !== unitAt && (columns.head(column) === 'SERIES' ? code(row, column) !== '_Z' : (codes.get(keyOf(row))?.get(column)?.size ?? 0) > 1));

  for (const row of columns.body) {
    const figures = years.length > 0 ? years : value === null ? [] : [[value, ''] as const];
    for (const [column] of figures) work.book.figure(columns.spot(row, column));
    if (isRagged(work, columns, row, figures.map(([column]) => column))) continue;
    if (/^D$/.test(code(row, at('ACTION')))) {
      leaveRow(work, columns, row, 'deletedRow');
      continue;
    }
    const areaSpot = columns.spot(row, area);
    const place = work.place(code(row, area), label(row, area), areaSpot);
    if (place === null) continue;
    if ('leave' in place) {
      leaveRow(work, columns, row, place.leave, place.what);
      continue;
    }
    const table = tableOf(row);
    const lines = varying(row);
    const series = isOurs ? lines.map((column) => code(row, column)).join('-') : lines.map((column) => partId(code(row, column))).join('-');
    if (series !== '') table.series(series, lines.map((column) => label(row, column) || code(row, column)).join(' · '));
    if (series !== '' && !isOurs) work.tell({ kind: 'seriesOf', args: { columns: lines.map((column) => columns.head(column)) }, spot: null });
    for (const [column, year] of figures) addFigure(row, column, year || code(row, time), place.region, series, table);
    useNames(row, lines);
  }

  function tableOf(row: GridRow): TableMaker {
    const id = code(row, measure);
    const title = label(row, measure) || id || label(row, at('STRUCTURE_ID')) || columns.text(row, at('STRUCTURE_NAME'));
    const own = work.context.indicators.find((one) => one.id === id)?.id;
    const indicator = own ?? KNOWN[id] ?? sameName(title, work.context);
    const unit = code(row, unitAt);
    const isCountries = own === undefined ? true : work.context.indicators.some((one) => one.id === own && one.expected === 'countries');
    const power = code(row, at('UNIT_MULT')) || '0';
    if (!/^-?\d{1,2}$/.test(power)) work.fault({ kind: 'badUnitPower', args: { found: power }, file: columns.grid.file, spot: columns.spot(row, at('UNIT_MULT') ?? 0) });
    return work.table(keyOf(row), { id: indicator ?? slug(id || title, kind), indicator, title, unit: unit === '_Z' ? '' : label(row, unitAt) || unit, power: Number(power) || 0, expected: isCountries ? 'countries' : 'provinces', dataset });
  }

  function statusOf(row: GridRow, spot: CellSpot, hasValue: boolean): Status | Absence | null {
    const own = isOurs ? columns.text(row, at('STATUS')) : '';
    if (own !== '') {
      if (isOneOf([...STATUSES, ...ABSENCES], own)) return own;
      work.fault({ kind: 'badStatus', args: { found: own }, file: spot.file, spot });
      return null;
    }
    const statusAt = at('OBS_STATUS');
    const flag = code(row, statusAt);
    if (!hasValue) return WITHOUT[flag] ?? null;
    const status = WITH_VALUE[flag];
    if (status !== undefined && status !== 'measured') work.tell({ kind: 'statusWord', args: { found: flag, status }, spot });
    if (status === undefined && statusAt !== null && !work.book.isUsed(columns.spot(row, statusAt))) work.book.leave('flagNotCarried', columns.spot(row, statusAt), flag, `OBS_STATUS ${flag}`);
    return status ?? 'measured';
  }

  function addFigure(row: GridRow, column: number, when: string, region: string, series: string, table: TableMaker): void {
    const spot = columns.spot(row, column);
    const text = columns.text(row, column);
    const period = periodText(when);
    if (period.kind === 'none') return work.fault({ kind: 'notAPeriod', args: { found: when }, file: spot.file, spot: time === null ? spot : columns.spot(row, time) });
    if (period.kind === 'other') return work.book.leave('periodNotCarried', spot, text, when);
    const read = figureText(text);
    const absence = read.kind === 'blank' || read.kind === 'sign' ? statusOf(row, spot, false) : null;
    const base = { series, region, period: period.period, ...ours(row) };
    const rankAt = isOurs ? at('RANK') : null;
    const rank = rankText(columns.text(row, rankAt));
    const ranked = rank !== null && rankAt !== null ? { rankSpot: columns.spot(row, rankAt) } : {};
    if (rank !== null && rankAt !== null) work.book.figure(columns.spot(row, rankAt));
    if (absence !== null) return table.add({ cells: { ...base, value: '', status: absence, ...(rank !== null && { rank }) }, spot, ...ranked });
    const digits = digitsAt(work, spot, text);
    if (digits === null) return;
    const status = statusOf(row, spot, true);
    if (status === null) return;
    if (isOneOf(ABSENCES, status)) return work.fault({ kind: 'valueWithAbsence', args: { status, found: text }, file: spot.file, spot });
    // Whether the UN's gaps, stored as 0 in its own files until 2012, are gaps in this copy has not been seen.
    const isDoubtful = kind === 'data360' && isZero(digits) && Number(period.period.slice(0, 4)) <= 2012 && /^UN_EGDI/.test(code(row, measure));
    const zero = isDoubtful ? work.zero(slug(code(row, measure), kind), spot) : 'value';
    if (zero === null) return;
    if (zero === 'missing') table.add({ cells: { ...base, value: '', status: 'notPublished' }, spot, instead: { reason: 'zeroAsMissing', found: text } });
    else table.add({ cells: { ...base, value: digits, status, ...(rank !== null && { rank }) }, spot, ...ranked });
  }

  /** What our own export has beside a figure. */
  function ours(row: GridRow) {
    if (!isOurs) return {};
    const cell = (name: string): string => columns.text(row, at(name));
    return { precision: cell('PRECISION'), band: cell('BAND'), source: cell('SOURCE'), confidence: cell('CONFIDENCE'), note: cell('COMMENT_OBS') };
  }

  function useNames(row: GridRow, lines: readonly number[]): void {
    const names = [area, time, measure, unitAt, at('UNIT_MULT'), ...lines].flatMap((column) => (column === null ? [] : [column, ...(labels.has(column) ? [labels.get(column) ?? column] : [])]));
    const carried = isOurs ? ['OBS_STATUS', 'STATUS', 'PRECISION', 'BAND', 'SOURCE', 'CONFIDENCE', 'COMMENT_OBS', 'DECIMALS', 'FREQ'].flatMap((name) => at(name) ?? []) : WITH_VALUE[code(row, at('OBS_STATUS'))] !== undefined || WITHOUT[code(row, at('OBS_STATUS'))] !== undefined ? [at('OBS_STATUS') ?? area] : [];
    for (const column of [...names, ...carried]) if (columns.text(row, column) !== '') work.book.use(columns.spot(row, column), 'name');
    for (const column of dimensions) {
      const spot = columns.spot(row, column);
      if (!work.book.isUsed(spot) && columns.text(row, column) !== '') work.book.leave('constantColumn', spot, columns.text(row, column), `${columns.head(column)} = ${columns.text(row, column)}`);
    }
    leaveRest(work, columns, row);
  }
}

/** Codes of Data360 that are known to be an indicator of the site; the others have not been seen. */
const KNOWN: Readonly<Record<string, string>> = { UN_EGDI_EGDI: 'un-egdi' };
