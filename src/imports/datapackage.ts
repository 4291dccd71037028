import { decode } from '../ingest/decode.ts';
import { isJsonObject, type Json, type JsonObject } from '../check/editionFiles.ts';
import { OBSERVATION_COLUMNS } from '../ingest/readObservations.ts';
import { isOneOf } from '../ingest/isOneOf.ts';
import { ABSENCES, STATUSES } from '../model/observation.ts';
import { bench, type Bench } from './bench.ts';
import { columnsAt, type Columns } from './columns.ts';
import { figureText, rankText } from './figureText.ts';
import type { Grid, ImportFile, Importer, SourceFacts } from './model.ts';
import { readPackageGrid, type ReadResource } from './packageTable.ts';
import { sameName } from './sameName.ts';
import { slug } from './slug.ts';
import { digitsAt, leaveRest, leaveRow, openTable, periodText } from './walk.ts';

const textIn = (json: JsonObject | undefined, key: string): string => { const value = json?.[key]; return typeof value === 'string' ? value : ''; };
const objectsIn = (json: JsonObject | undefined, key: string): readonly JsonObject[] => { const value: Json | undefined = json?.[key]; return Array.isArray(value) ? value.filter(isJsonObject) : []; };

const REGION = ['region', 'ref_area', 'country_code', 'country code', 'iso3', 'iso_code', 'code', 'country', 'country name', 'entity', 'geo', 'area', 'economy', 'name'];
const PERIOD = ['period', 'time_period', 'year', 'date', 'time', 'month', 'day'];
const NAME = ['country name', 'country_name', 'entity', 'ref_area_label', 'name'];

/** Columns of a table: by our own names, by those that others use, by the types of its schema. */
function rolesOf(columns: Columns, { fields }: ReadResource) {
  const region = columns.at(...REGION);
  const typed = fields.findIndex(({ type }) => type === 'year' || type === 'yearmonth' || type === 'date');
  const period = columns.at(...PERIOD) ?? (typed === -1 ? null : columns.at(fields[typed]?.name ?? ''));
  const value = columns.at('value', 'obs_value');
  const name = columns.at(...NAME);
  const aside = [region, period, name === region ? null : name];
  // Without a column of that name, each column of numbers is a table of its own.
  const isNumbers = (column: number): boolean => {
    const type = fields.find((field) => field.name === columns.head(column))?.type ?? '';
    const cells = columns.body.map((row) => figureText(columns.text(row, column)).kind);
    return type === 'number' || type === 'integer' || ((type === '' || type === 'any') && cells.includes('number') && cells.every((kind) => kind !== 'none' && kind !== 'comma'));
  };
  const values = value !== null ? [value] : columns.header.cells.flatMap((_, column) => (!aside.includes(column) && isNumbers(column) ? [column] : []));
  return { region, period, name: name === region ? null : name, values };
}

function readResource(work: Bench, resource: ReadResource, dataset: string): void {
  const { grid, json, defaults } = resource;
  const columns = columnsAt(grid, 0);
  const declared = textIn(json, 'indicator');
  // A table of this site: its columns are known, and what all rows share stands in the defaults instead.
  const isOurs = declared !== '' && columns.header.cells.every((head) => isOneOf(OBSERVATION_COLUMNS, head));
  const roles = isOurs ? { region: columns.at('region'), period: columns.at('period'), name: null, values: [columns.at('value') ?? columns.at('rank') ?? columns.at('band') ?? 0] } : rolesOf(columns, resource);
  const { region, period, name, values } = roles;
  const has = (column: number | null, fallback: string): boolean => column !== null || (isOurs && (defaults[fallback] ?? '') !== '');
  if (!has(region, 'region') || !has(period, 'period') || values.length === 0) {
    const [first] = grid.rows;
    if (first) work.book.leave('resourceNotCarried', columns.spot(first, 0), textIn(json, 'name'), textIn(json, 'name'));
    return;
  }
  work.grids.push(grid);
  openTable(work, columns);
  // Defaults stand for blank cells and for columns that aren't there.
  const own = (row: Grid['rows'][number], column: string): string => columns.text(row, columns.at(column)) || (defaults[column] ?? '');
  const known = work.context.indicators.find(({ id }) => id === declared);
  const makers = values.map((column) => {
    const field = resource.fields.find((one) => one.name === columns.head(column));
    const title = values.length === 1 ? textIn(json, 'title') || textIn(json, 'name') : field?.title || columns.head(column);
    const indicator = known?.id ?? sameName(title, work.context) ?? (values.length === 1 ? sameName(textIn(json, 'name'), work.context) : null);
    return { column, field, maker: work.table(`${grid.file}\t${column}`, { id: indicator ?? slug(declared || (values.length === 1 ? textIn(json, 'name') : columns.head(column)), 'table'), indicator, title, unit: field?.unit ?? '', expected: known?.expected ?? 'countries', dataset, remarks: [textIn(json, 'description')].filter((text) => text !== '') }) };
  });
  for (const row of columns.body) {
    for (const { column } of makers) work.book.figure(columns.spot(row, column));
    const at = (column: number | null, fallback: string): string => columns.text(row, column) || (isOurs ? (defaults[fallback] ?? '') : '');
    const [placed, said] = [at(region, 'region'), at(period, 'period')];
    const place = work.place(placed, columns.text(row, name), columns.spot(row, region ?? 0));
    const when = periodText(said);
    if (when.kind === 'none') work.fault({ kind: 'notAPeriod', args: { found: said }, file: grid.file, spot: columns.spot(row, period ?? 0) });
    if (place === null || when.kind === 'none') continue;
    if ('leave' in place) leaveRow(work, columns, row, place.leave, place.what);
    else if (when.kind === 'other') leaveRow(work, columns, row, 'periodNotCarried', said);
    if ('leave' in place || when.kind === 'other') continue;
    for (const column of [region, period, name]) if (column !== null && columns.text(row, column) !== '') work.book.use(columns.spot(row, column), 'name');
    for (const { column, maker, field } of makers) addFigure(row, column, place.region, when.period, maker, field);
    if (isOurs) for (const other of OBSERVATION_COLUMNS) { const at = columns.at(other); if (at !== null && columns.text(row, at) !== '' && !work.book.isUsed(columns.spot(row, at)) && !work.book.isFigure(columns.spot(row, at))) work.book.use(columns.spot(row, at), 'aside'); }
    leaveRest(work, columns, row);
  }

  function addFigure(row: Grid['rows'][number], column: number, place: string, when: string, maker: (typeof makers)[number]['maker'], field: (typeof makers)[number]['field']): void {
    const spot = columns.spot(row, column);
    // A table of places or classes alone has no column of figures.
    const raw = isOurs && column !== columns.at('value') ? '' : columns.text(row, column);
    const text = field === undefined ? raw : raw.split(field.group || '\u0000').join('').replace(field.decimal, '.');
    if (text !== raw) work.tell({ kind: 'numberForm', args: { found: raw, value: text }, spot });
    const status = isOurs ? own(row, 'status') : '';
    if (status !== '' && !isOneOf([...STATUSES, ...ABSENCES], status)) return work.fault({ kind: 'badStatus', args: { found: status }, file: grid.file, spot });
    const base = { region: place, period: when, ...(isOurs && { series: own(row, 'series'), precision: own(row, 'precision'), band: own(row, 'band'), source: own(row, 'source'), confidence: own(row, 'confidence'), note: own(row, 'note') }) };
    const rankAt = isOurs ? columns.at('rank') : null;
    const rankCell = columns.text(row, rankAt);
    const rank = rankText(rankCell);
    if (rankCell !== '' && rank === null) return work.fault({ kind: 'badRank', args: { found: rankCell }, file: grid.file, spot: columns.spot(row, rankAt ?? 0) });
    const isApart = rankAt !== column;
    if (rank !== null && rankAt !== null) work.book.figure(columns.spot(row, rankAt));
    const ranked = rank !== null && rankAt !== null && isApart ? { rankSpot: columns.spot(row, rankAt) } : {};
    const isMissing = text === '' || resource.missing.includes(raw);
    if (isOneOf(ABSENCES, status)) {
      if (!isMissing) return work.fault({ kind: 'valueWithAbsence', args: { status, found: raw }, file: grid.file, spot });
      return maker.add({ cells: { ...base, value: '', status, ...(rank !== null && { rank }) }, spot, ...ranked });
    }
    if (isMissing) {
      if (ranked.rankSpot) work.book.leave('blank', ranked.rankSpot, rankCell);
      return raw === '' ? work.book.leave('blank', spot, '') : work.book.leave('absenceSign', spot, raw, raw);
    }
    const digits = digitsAt(work, spot, text);
    if (digits !== null) maker.add({ cells: { ...base, value: digits, status: status || 'measured', ...(rank !== null && { rank }) }, spot, ...ranked });
    else if (ranked.rankSpot) work.book.leave('blank', ranked.rankSpot, rankCell);
  }
}

const sourceFacts = (one: JsonObject, at: number): SourceFacts => ({ name: textIn(one, 'name') || `source-${at + 1}`, title: textIn(one, 'title'), titleEn: textIn(one, 'titleEn'), publisher: textIn(one, 'publisher'), path: textIn(one, 'path') || textIn(one, 'web'), published: textIn(one, 'published'), locator: textIn(one, 'locator'), confidence: textIn(one, 'confidence') });

function packageOf(work: Bench, file: ImportFile): JsonObject | null {
  try {
    const json: unknown = JSON.parse(decode(file.bytes).text);
    if (isJsonObject(json) && Array.isArray(json['resources'])) return json;
    work.fault({ kind: 'badPackage', args: { detail: 'resources' }, file: file.name, spot: null });
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    work.fault({ kind: 'notJson', args: { detail: error.message }, file: file.name, spot: null });
  }
  return null;
}

/** Data Packages, of version 2 or 1: the description and the tables that it names, in a folder or in an archive. */
export const readDatapackage: Importer = (files, context, wish) => {
  const work = bench(context, wish);
  // The outermost one describes the others' folders as its own files.
  const depth = ({ name }: ImportFile): number => name.split('/').length;
  const all = files.filter(({ name }) => /(?:^|\/)datapackage\.json$/i.test(name)).sort((one, other) => depth(one) - depth(other));
  const [described, next] = all;
  const isOne = described !== undefined && (next === undefined || depth(next) > depth(described));
  const json = isOne ? packageOf(work, described) : null;
  if (described && !isOne) work.fault({ kind: 'severalPackages', args: { found: all.filter((one) => depth(one) === depth(described)).map(({ name }) => name) }, file: described.name, spot: null });
  if (!described) for (const { name } of files.slice(0, 1)) work.fault({ kind: 'badPackage', args: { detail: 'datapackage.json' }, file: name, spot: null });
  const folder = described?.name.replace(/[^/]*$/, '') ?? '';
  const dataset = slug(textIn(json ?? undefined, 'name'), 'data-package');
  const used = new Set<string>();
  for (const resource of objectsIn(json ?? undefined, 'resources')) {
    for (const read of readPackageGrid(work, resource, json ?? {}, folder, files)) {
      used.add(read.grid.file);
      readResource(work, read, dataset);
    }
  }
  for (const { name } of files) if (json !== null && name !== described?.name && !used.has(name) && !work.hasFaults()) work.book.leave('fileNotCarried', { file: name, sheet: '', kind: 'text', line: 0, column: -1, head: '' }, '', name);
  // A catalogue of many datasets says them of each table.
  const resources = objectsIn(json ?? undefined, 'resources');
  const licences = [...objectsIn(json ?? undefined, 'licenses'), ...resources.flatMap((one) => objectsIn(one, 'licenses'))];
  const isOneLicence = new Set(licences.map((one) => JSON.stringify(one))).size === 1;
  const licence = isOneLicence ? licences[0] : objectsIn(json ?? undefined, 'licenses')[0];
  const sources = [...objectsIn(json ?? undefined, 'sources'), ...resources.flatMap((one) => objectsIn(one, 'sources'))].map(sourceFacts);
  const version = textIn(json ?? undefined, 'version');
  return Promise.resolve(work.finish({
    title: textIn(json ?? undefined, 'title'),
    titleEn: textIn(json ?? undefined, 'titleEn'),
    description: textIn(json ?? undefined, 'description'),
    edition: /^\d{4}(?:-\d{2}){0,2}$/.test(version) ? version : '',
    licence: licence ? { name: textIn(licence, 'name'), title: textIn(licence, 'title'), path: textIn(licence, 'path') } : null,
    sources: sources.filter(({ name }, at) => sources.findIndex((one) => one.name === name) === at),
  }));
};
