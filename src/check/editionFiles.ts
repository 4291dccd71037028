import { parseCsv } from '../ingest/parseCsv.ts';
import type { IndicatorId } from '../model/indicator.ts';
import { addRows, type ObservationCells, type Way } from './addRows.ts';

export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

export const isJsonObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The table that stands in `data/` for the indicator now, and the package it is described in. */
export interface StandingEdition {
  /** Folder below `data/`: “un-egov-survey/2024”. */
  readonly dataset: string;
  /** Below `data/`. */
  readonly file: string;
  readonly csv: string;
  /** As in the file. */
  readonly packageJson: JsonObject;
}

export interface EditionInput {
  readonly standing: StandingEdition | null;
  readonly indicatorId: IndicatorId;
  /** Its descriptor, when it is new or changed; null: it stands in `data/` and stays as it is. */
  readonly indicator: JsonObject | null;
  /** Folder of the dataset, without the edition: “un-egov-survey”. */
  readonly folder: string;
  /** The package of the new edition without its `resources`: `version` is the name of its folder. */
  readonly packageJson: JsonObject;
  readonly rows: readonly ObservationCells[];
  readonly way: Way;
}

/** Types of the columns of a table, as Table Schema names them; the others are text. */
const TYPES: Readonly<Record<string, string>> = { value: 'number', rank: 'integer' };
const KEY_COLUMNS: readonly string[] = ['series', 'region', 'period'];

/** In the order in which the packages of `data/` are written. */
const ORDER = ['$schema', 'name', 'title', 'titleEn', 'description', 'descriptionEn', 'version', 'created', 'retrieved', 'licenses', 'redistributable', 'updates', 'sources', 'resources'];

const PROFILE = 'https://datapackage.org/profiles/2.0/datapackage.json';

const inOrder = (json: JsonObject): JsonObject => {
  const rank = (key: string) => (ORDER.includes(key) ? ORDER.indexOf(key) : ORDER.length);
  return Object.fromEntries(Object.entries(json).sort(([one], [other]) => rank(one) - rank(other)));
};

const listOf = (json: Json | undefined): readonly Json[] => (Array.isArray(json) ? json : []);
const resourcesOf = (json: JsonObject): readonly JsonObject[] => listOf(json['resources']).filter(isJsonObject);
const cellsOf = (json: Json | undefined): Readonly<Record<string, string>> =>
  isJsonObject(json) ? Object.fromEntries(Object.entries(json).flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : []))) : {};

/** Two spaces, one line end at the end: as every JSON of `data/`. */
export const jsonText = (json: Json): string => `${JSON.stringify(json, null, 2)}\n`;

/** How the table is described in its package: what stood there, with the columns that the file has now. */
function resourceOf(id: IndicatorId, before: JsonObject | undefined, csv: string): JsonObject {
  const { header } = parseCsv(csv, '');
  return {
    name: id,
    path: `${id}.csv`,
    type: 'table',
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    profile: 'observations',
    indicator: id,
    ...Object.fromEntries(Object.entries(before ?? {}).filter(([key]) => key !== 'schema')),
    schema: {
      fields: header.map((name) => ({ name, type: TYPES[name] ?? 'string' })),
      primaryKey: KEY_COLUMNS.filter((column) => header.includes(column)),
      missingValues: [''],
    },
  };
}

/** Where a source that stands in the package is named by a row or by a default. */
function usedSources(csv: string, defaults: Readonly<Record<string, string>>): ReadonlySet<string> {
  const { header, rows } = parseCsv(csv, '');
  const at = header.indexOf('source');
  return new Set(rows.map(({ cells }) => (at === -1 ? '' : (cells[at] ?? '').trim()) || (defaults['source'] ?? '')));
}

/**
 * The files of an edition for `data/`, by path below it: the table, its package, and the descriptor of an indicator that is new.
 * In the folder where the table stood, the package keeps its other tables; in another it has this one alone, and no more
 * sources than the table names.
 */
export function editionFiles({ standing, indicatorId, indicator, folder, packageJson, rows, way }: EditionInput): ReadonlyMap<string, string> {
  const version = packageJson['version'];
  const dataset = `${folder}/${typeof version === 'string' ? version : ''}`;
  const before = standing === null ? undefined : resourcesOf(standing.packageJson).find((one) => one['indicator'] === indicatorId);
  const defaults = cellsOf(before?.['defaults']);
  const csv = addRows(standing && { csv: standing.csv, defaults }, rows, way);
  const resource = resourceOf(indicatorId, before, csv);
  const isInPlace = standing?.dataset === dataset;
  const others = isInPlace ? resourcesOf(standing.packageJson) : [];
  const resources = others.some((one) => one['indicator'] === indicatorId) ? others.map((one) => (one['indicator'] === indicatorId ? resource : one)) : [...others, resource];
  const used = usedSources(csv, defaults);
  const sources = listOf(packageJson['sources']).filter((one) => isInPlace || (isJsonObject(one) && typeof one['name'] === 'string' && used.has(one['name'])));
  // When the file was made is for whoever makes the edition to say; the package of another edition says when that was.
  const facts = Object.fromEntries(Object.entries(packageJson).filter(([key]) => key !== 'created'));
  const whole = inOrder({ $schema: PROFILE, ...facts, sources, resources });
  return new Map([
    ...(indicator === null ? [] : [[`indicators/${indicatorId}.json`, jsonText({ $schema: '../schema/indicator.schema.json', ...indicator })] as const]),
    [`${dataset}/datapackage.json`, jsonText(whole)] as const,
    [`${dataset}/${indicatorId}.csv`, csv] as const,
  ]);
}
