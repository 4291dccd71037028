import { addRows } from '../check/addRows.ts';
import { jsonText, type Json, type JsonObject } from '../check/editionFiles.ts';
import { parseCsv } from '../ingest/parseCsv.ts';
import { writeTable } from '../ingest/writeTable.ts';
import { readUnit } from '../intake/unitOf.ts';
import type { Account, ImportedTable, PackageFacts } from './model.ts';

/** A table with the folder that it goes to: “un-egov-survey”. */
export interface PlacedTable {
  readonly table: ImportedTable;
  readonly folder: string;
}

export interface ResultFiles {
  /** By path below the folder that was named. */
  readonly files: ReadonlyMap<string, string>;
  /** What the files don't tell and nobody may invent, by file. */
  readonly toFill: readonly { readonly file: string; readonly fields: readonly string[] }[];
}

const TYPES: Readonly<Record<string, string>> = { value: 'number', rank: 'integer' };
const isHan = (text: string): boolean => /\p{Script=Han}/u.test(text);
const inBoth = (text: string): JsonObject => (isHan(text) ? { zh: text, en: '' } : { zh: '', en: text });

function resourceJson({ id, remarks }: ImportedTable, csv: string, source: string): JsonObject {
  const { header } = parseCsv(csv, '');
  return {
    name: id,
    path: `${id}.csv`,
    ...(remarks.length > 0 && { description: remarks.join('\n') }),
    type: 'table',
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    profile: 'observations',
    indicator: id,
    ...(!header.includes('source') && { defaults: { source } }),
    schema: { fields: header.map((name) => ({ name, type: TYPES[name] ?? 'string' })), primaryKey: ['series', 'region', 'period'].filter((name) => header.includes(name)), missingValues: [''] },
  };
}

/** As far as the file tells; what it doesn't is left empty, and the check of `data/` names it. */
function draftIndicator({ id, title, unit, power, expected, series, bands }: ImportedTable): JsonObject {
  const read = readUnit(unit);
  const exponent = power + read.power;
  const named = (list: ImportedTable['series']): Json => list.map((one) => ({ id: one.id, name: inBoth(one.name) }));
  return {
    $schema: '../schema/indicator.schema.json',
    id,
    name: inBoth(title),
    short: { zh: '', en: '' },
    definition: { zh: '', en: '' },
    theme: '',
    expected,
    unit: { zh: isHan(unit) ? unit : unit === '%' ? '%' : '', en: isHan(unit) ? '' : unit, multiplier: Number(`1e${exponent}`), enMultiplier: 1 },
    better: '',
    publishes: 'values',
    ...(bands.length > 0 && { bands: named([...bands].sort((one, other) => (one.id < other.id ? 1 : -1))) }),
    ...(series.length > 0 && { series: named(series) }),
  };
}

const DRAFT_BLANKS = ['name', 'short', 'definition', 'theme', 'unit', 'better'];

/** One edition of one dataset: its tables and its description, with what is known and no more. */
function editionOf(folder: string, edition: string, tables: readonly ImportedTable[], facts: PackageFacts): ResultFiles {
  const used = new Set(tables.flatMap(({ rows }) => rows.map(({ cells }) => cells.source ?? '')));
  const [first] = facts.sources;
  const sources = facts.sources.filter(({ name }, at) => used.has(name) || (used.has('') && at === 0));
  const fallback = first?.name ?? '';
  const csvs = tables.map((table) => {
    const isOne = new Set(table.rows.map(({ cells }) => cells.source || fallback)).size === 1;
    const [row] = table.rows;
    return { table, source: row?.cells.source || fallback, csv: addRows(null, table.rows.map(({ cells }) => ({ ...cells, source: isOne ? '' : cells.source || fallback })), 'add') };
  });
  const known = (key: string, text: string): JsonObject => (text === '' ? {} : { [key]: text });
  const json: JsonObject = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: folder,
    ...known('title', facts.title),
    ...known('titleEn', facts.titleEn),
    ...known('description', facts.description),
    version: edition,
    ...(facts.licence && { licenses: [{ ...known('name', facts.licence.name), ...known('title', facts.licence.title), ...known('path', facts.licence.path) }] }),
    sources: sources.map(({ name, title, titleEn, publisher, published, path, locator, confidence }) => ({ name, ...known('title', title), ...known('titleEn', titleEn), ...known('publisher', publisher), ...known('published', published), ...known('path', path), ...known('locator', locator), ...known('confidence', confidence) })),
    resources: csvs.map(({ table, csv, source }) => resourceJson(table, csv, source)),
  };
  const blank = (has: boolean, name: string): readonly string[] => (has ? [] : [name]);
  const fields = [
    ...['title', 'titleEn', 'description', 'descriptionEn', 'retrieved', 'licenses', 'redistributable'].flatMap((name) => blank(name in json, name)),
    ...sources.flatMap((source) => (['title', 'titleEn', 'publisher', 'confidence'] as const).flatMap((name) => blank(source[name] !== '', `sources[${source.name}].${name}`))),
  ];
  const file = `${folder}/${edition}/datapackage.json`;
  return { files: new Map([...csvs.map(({ table, csv }) => [`${folder}/${edition}/${table.id}.csv`, csv] as const), [file, jsonText(json)]]), toFill: fields.length > 0 ? [{ file, fields }] : [] };
}

/** Everything that is in no table: where, why, whose, what stood there, and in how many cells; figures one by one. */
export const accountCsv = ({ left }: Account): string =>
  writeTable(['file', 'sheet', 'line', 'column', 'head', 'reason', 'what', 'found', 'cells'], left.map(({ reason, what, found, spot, count }) => [spot.file, spot.sheet, spot.line > 0 ? String(spot.line) : '', spot.column >= 0 ? String(spot.column + 1) : '', spot.head, reason, what, found, String(count)]));

/**
 * The files for `data/`: a folder for each dataset, drafts of indicators that are new, and the account.
 *
 * @param edition As a folder of `data/` is named: “2024”, “2026-11”.
 */
export function resultFiles(placed: readonly PlacedTable[], edition: string, facts: PackageFacts, account: Account): ResultFiles {
  const folders = [...new Set(placed.map(({ folder }) => folder))];
  const editions = folders.map((folder) => editionOf(folder, edition, placed.filter((one) => one.folder === folder).map(({ table }) => table), facts));
  const fresh = placed.filter(({ table }) => table.indicator === null).map(({ table }) => table);
  return {
    files: new Map([...editions.flatMap(({ files }) => [...files]), ...fresh.map((table) => [`indicators/${table.id}.json`, jsonText(draftIndicator(table))] as const), ['import-account.csv', accountCsv(account)]]),
    toFill: [...editions.flatMap(({ toFill }) => toFill), ...fresh.map(({ id }) => ({ file: `indicators/${id}.json`, fields: DRAFT_BLANKS }))],
  };
}
