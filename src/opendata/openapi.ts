import { CALENDAR_FILE } from '../feeds/expected.ts';
import { CORRECTIONS_FILE } from '../feeds/corrections.ts';
import { opendataEn } from '../i18n/opendata.en.ts';
import { opendataZh } from '../i18n/opendata.zh.ts';
import { pagesEn } from '../i18n/pages.en.ts';
import { pagesZh } from '../i18n/pages.zh.ts';
import type { Atlas } from '../model/atlas.ts';
import type { Release } from '../model/release.ts';
import { hasPage } from '../pages/regionPath.ts';
import { COMPARE_FILE } from '../prerender/compareText.ts';
import { publishedFiles } from '../prerender/published.ts';
import type { Json } from './json.ts';
import { CATALOG_FILE, OPENAPI_FILE, PACKAGE_FILE, TURTLE_FILE } from './openPaths.ts';
import { folderOf, type OpenTable } from './openTables.ts';

export interface OpenapiInput {
  readonly atlas: Atlas;
  readonly release: Release;
  readonly tables: readonly OpenTable[];
  /** Ids of the releases kept. */
  readonly releases: readonly string[];
  /** Names of the figures for articles: “map-toys”. */
  readonly figures: readonly string[];
  /** The first lines of a file, by its address from the site's root. */
  readonly firstLines: (path: string) => string;
}

/** One address, or many that differ in one word. */
interface PathOf {
  readonly path: string;
  /** The word between braces and all that it may be. */
  readonly word?: readonly [name: string, values: readonly string[]];
  readonly summary: string;
  readonly type: string;
  readonly schema?: Json;
  readonly example?: Json;
}

const HTML = 'text/html';
const CSV = 'text/csv';
const JSON_TYPE = 'application/json';
const TEXT: Json = { type: 'string' };
const schemaFile = (name: string): Json => ({ $ref: `data/schema/${name}.schema.json` });
const MANIFEST: Json = {
  type: 'object',
  required: ['files'],
  properties: { files: { type: 'array', items: { type: 'object', required: ['path', 'sha256', 'bytes'], properties: { path: { type: 'string' }, sha256: { type: 'string', pattern: '^[0-9a-f]{64}$' }, bytes: { type: 'integer', minimum: 0 } } } } },
};

const operationId = (path: string): string => path.replace(/[{}]/g, '').split(/[^A-Za-z0-9]+/).filter(Boolean).map((part, index) => (index === 0 ? part : part.charAt(0).toUpperCase() + part.slice(1))).join('') || 'root';

function pathJson({ path, word, summary, type, schema = TEXT, example }: PathOf): readonly [string, Json] {
  const parameters: Json = word ? [{ name: word[0], in: 'path', required: true, schema: { type: 'string', enum: [...word[1]] }, example: word[1][0] ?? '' }] : [];
  const content: Json = { [type]: { schema, ...(example !== undefined && { example }) } };
  return [`/${path}`, { get: { operationId: operationId(path), summary, parameters, responses: { 200: { description: 'OK', content }, 404: { description: 'no such file', content: { [HTML]: { schema: TEXT } } } } } }];
}

/** The tables of one folder of `data/`: a word that is true of one is not of another, so each has addresses of its own. */
function folderPaths(folder: string, tables: readonly OpenTable[], firstLines: OpenapiInput['firstLines']): readonly PathOf[] {
  const names = tables.map(({ file }) => file.path.slice(folder.length + 1).replace(/\.csv$/, ''));
  const word = ['table', names] as const;
  const title = tables[0]?.dataset.title.en ?? folder;
  return [
    { path: `data/${folder}/{table}.csv`, word, summary: `${title}: a table as published`, type: CSV, example: firstLines(`data/${folder}/${names[0] ?? ''}.csv`) },
    { path: `data/${folder}/{table}.csv-metadata.json`, word, summary: `${title}: a table described as CSV on the Web`, type: JSON_TYPE, schema: { type: 'object' } },
  ];
}

/** Each address in both languages. */
const bilingual = (all: readonly PathOf[]): readonly PathOf[] => [...all, ...all.map((one) => ({ ...one, path: `en/${one.path}`, summary: `${one.summary}, in English` }))];

function paths({ atlas, tables, releases, figures, firstLines }: OpenapiInput): readonly PathOf[] {
  const folders = [...new Set(tables.map(({ file }) => folderOf(file.path)))];
  const published = publishedFiles(atlas).map(({ path }) => path);
  const indicators = ['indicator', atlas.tables.map(({ indicator }) => indicator.id)] as const;
  const open = ['indicator', tables.flatMap(({ table, isEarlier }) => (table && !isEarlier ? [table.indicator.id] : []))] as const;
  const regions = ['region', atlas.regions.filter(hasPage).map(({ id }) => id)] as const;
  const schemas = published.flatMap((path) => /^schema\/(.+)\.schema\.json$/.exec(path)?.[1] ?? []);
  const feed = (path: string, word: PathOf['word'], of: string): readonly PathOf[] => [
    { path: `${path}${word ? '.atom' : ''}.xml`, ...(word && { word }), summary: `Atom feed of ${of}`, type: 'application/atom+xml' },
    { path: `${path}.json`, ...(word && { word }), summary: `JSON feed of ${of}`, type: 'application/feed+json', schema: { type: 'object' } },
  ];
  return [
    { path: PACKAGE_FILE, summary: 'All tables as one Data Package v2', type: JSON_TYPE, schema: { type: 'object', required: ['resources'], properties: { $schema: { const: 'https://datapackage.org/profiles/2.0/datapackage.json' } } } },
    { path: CATALOG_FILE, summary: 'The catalogue as DCAT 3, JSON-LD', type: 'application/ld+json', schema: { type: 'object' } },
    { path: TURTLE_FILE, summary: 'The catalogue as DCAT 3, Turtle', type: 'text/turtle' },
    { path: OPENAPI_FILE, summary: 'This description', type: 'application/vnd.oai.openapi+json;version=3.1', schema: { type: 'object' } },
    { path: 'data/manifest.json', summary: 'All files of data/ with their SHA-256', type: JSON_TYPE, schema: MANIFEST },
    { path: `data/${COMPARE_FILE}`, summary: 'Latest figures of all provinces', type: JSON_TYPE, schema: { type: 'object' } },
    ...folders.flatMap((folder) => folderPaths(folder, tables.filter(({ file }) => folderOf(file.path) === folder), firstLines)),
    ...atlas.datasets.map(({ id }) => id).filter((id) => published.includes(`${id}/${PACKAGE_FILE}`)).map((id): PathOf => ({ path: `data/${id}/${PACKAGE_FILE}`, summary: `Data Package of data/${id}`, type: JSON_TYPE, schema: schemaFile('datapackage') })),
    { path: 'data/indicators/{indicator}.json', word: ['indicator', published.flatMap((path) => /^indicators\/(.+)\.json$/.exec(path)?.[1] ?? [])], summary: 'What an indicator is: names, definition, unit', type: JSON_TYPE, schema: schemaFile('indicator') },
    { path: 'data/schema/{schema}.schema.json', word: ['schema', schemas], summary: 'JSON Schemas of the files', type: 'application/schema+json', schema: { type: 'object' } },
    { path: 'sdmx/{indicator}.csv', word: open, summary: 'Figures of an indicator as SDMX-CSV 2.0', type: 'application/vnd.sdmx.data+csv;version=2.0.0', example: firstLines(`sdmx/${open[1][0] ?? ''}.csv`) },
    ...(releases.length > 0 ? [{ path: 'data/releases/{release}.json', word: ['release', releases] as const, summary: 'What a release changed', type: JSON_TYPE, schema: schemaFile('release') }] : []),
    { path: 'search/{language}.json', word: ['language', ['zh', 'en']], summary: 'All that can be found, by all that it may be called', type: JSON_TYPE, schema: { type: 'object' } },
    { path: CORRECTIONS_FILE, summary: 'Every correction of a published figure', type: CSV },
    ...bilingual([
      { path: 'data.html', summary: 'All tables', type: HTML },
      { path: 'indicator/{indicator}.html', word: indicators, summary: 'The page of an indicator', type: HTML },
      { path: 'region/{region}.html', word: regions, summary: 'The page of a region', type: HTML },
      ...(figures.length > 0 ? [{ path: 'embed/{figure}.html', word: ['figure', figures] as const, summary: 'A figure for an article', type: HTML }] : []),
      { path: CALENDAR_FILE, summary: 'When the next releases are expected', type: 'text/calendar' },
      ...feed('feed', undefined, 'the site'),
      ...feed('feeds/indicator/{indicator}', indicators, 'a table'),
      ...feed('feeds/region/{region}', regions, 'a region'),
    ]),
  ];
}

/** OpenAPI 3.1 of the static files: https://spec.openapis.org/oas/v3.1.1. Each word that an address may hold is listed, so every address that it describes is there. */
export function openapi(input: OpenapiInput): Json {
  const { address } = input.atlas.site;
  return {
    openapi: '3.1.0',
    info: { title: `${pagesZh.siteName} · ${pagesEn.siteName}`, version: input.release.id, description: `${opendataZh.site.openapi}\n\n${opendataEn.site.openapi}` },
    // Relative to this file where the site doesn't know its address.
    servers: [{ url: address === null ? '.' : address.replace(/\/$/, '') }],
    paths: Object.fromEntries(paths(input).map(pathJson)),
  };
}
