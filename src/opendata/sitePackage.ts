import { halfOf } from '../i18n/format.ts';
import { opendataEn } from '../i18n/opendata.en.ts';
import { opendataZh } from '../i18n/opendata.zh.ts';
import { pagesEn } from '../i18n/pages.en.ts';
import { pagesZh } from '../i18n/pages.zh.ts';
import type { Atlas } from '../model/atlas.ts';
import type { Dataset, Source } from '../model/dataset.ts';
import type { Release } from '../model/release.ts';
import { fieldsOf, keyOf, type Category, type Field } from './fields.ts';
import type { Json } from './json.ts';
import { datasetAnchor } from './openPaths.ts';
import type { OpenTable } from './openTables.ts';

const PROFILES = 'https://datapackage.org/profiles/2.0';
/** Of the table that regions' codes refer to. */
const REGIONS = 'regions';

/** Licences that the Open Definition names; any other is known by where its words stand. */
const NAMED = ['Apache-2.0', 'CC0-1.0', 'CC-BY-4.0', 'MIT'];

function licenceJson({ id, licence: { name, title, url } }: Dataset): Json {
  return { ...(NAMED.includes(name) && { name }), path: url ?? `data.html#${datasetAnchor(id)}`, title: title.zh, titleEn: title.en };
}

const sourceJson = ({ id, title, publisher, published, url, locator, confidence }: Source): Json => ({
  title: title.zh,
  titleEn: title.en,
  ...(url !== undefined && { path: url }),
  name: id,
  publisher: halfOf(publisher, 'zh'),
  publisherEn: halfOf(publisher, 'en'),
  ...(published !== undefined && { published }),
  ...(locator !== undefined && { locator }),
  confidence,
});

const categoryJson = ({ value, label }: Category): Json => (label === null ? { value } : { value, label: label.zh, labelEn: label.en });

function fieldJson(field: Field, { table }: OpenTable): Json {
  const { name, type, title, description, required, fallback, categories, pattern, minimum, maximum } = field;
  const constraints: Json = {
    ...(required && { required }),
    ...(pattern !== null && { pattern }),
    ...(minimum !== null && { minimum }),
    ...(maximum !== null && { maximum }),
    ...(categories.length > 0 && { enum: categories.map(({ value }) => value) }),
  };
  const unit = table?.indicator.unit;
  return {
    name,
    type,
    title: title.zh,
    titleEn: title.en,
    description: description.zh,
    descriptionEn: description.en,
    ...(name === 'value' && unit && unit.zh !== '' && { unit: unit.zh, unitMultiplier: unit.multiplier }),
    ...(fallback !== null && { fallback }),
    ...(Object.keys(constraints).length > 0 && { constraints }),
    ...(categories.some(({ label }) => label !== null) && { categories: categories.map(categoryJson) }),
  };
}

/** A Table Schema 2.0. */
function schemaJson(open: OpenTable, hasRegions: boolean): Json {
  const fields = fieldsOf(open);
  const key = keyOf(open, fields);
  const regions = hasRegions ? fields.filter(({ isRegion }) => isRegion) : [];
  // Within a table the standard leaves the table's own name empty.
  const resource = open.name === REGIONS ? '' : REGIONS;
  return {
    $schema: `${PROFILES}/tableschema.json`,
    fields: fields.map((field) => fieldJson(field, open)),
    missingValues: [''],
    ...(key.length > 0 && { primaryKey: key }),
    ...(regions.length > 0 && { foreignKeys: regions.map(({ name }) => ({ fields: [name], reference: { resource, fields: ['id'] } })) }),
  };
}

function resourceJson(open: OpenTable, hasRegions: boolean): Json {
  const { name, title, description, file, dataset, resource, table, sources } = open;
  return {
    $schema: `${PROFILES}/dataresource.json`,
    name,
    title: title.zh,
    titleEn: title.en,
    description: description.zh,
    descriptionEn: description.en,
    path: `data/${file.path}`,
    type: 'table',
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    // Readers that guess are wrong where a text has many commas or colons.
    dialect: { $schema: `${PROFILES}/tabledialect.json`, delimiter: ',', lineTerminator: '\n', header: true },
    bytes: file.bytes,
    hash: `sha256:${file.sha256}`,
    ...(table && { indicator: table.indicator.id }),
    edition: dataset.edition,
    retrieved: dataset.retrieved,
    ...(Object.keys(resource.defaults).length > 0 && { defaults: resource.defaults }),
    licenses: [licenceJson(dataset)],
    ...(sources.length > 0 && { sources: sources.map(sourceJson) }),
    schema: schemaJson(open, hasRegions),
  };
}

/**
 * A Data Package v2 of every table that may be handed on: https://datapackage.org/standard/data-package/. Texts are in the
 * first of `languages`, and beside each the English one under a name that ends in “En”, as in `data/`: the recipe for
 * translations writes an object in place of a text, which the profile of v2 refuses.
 */
export function sitePackage(atlas: Atlas, release: Release, tables: readonly OpenTable[]): Json {
  const { address } = atlas.site;
  const hasRegions = tables.some(({ name }) => name === REGIONS);
  return {
    $schema: `${PROFILES}/datapackage.json`,
    name: 'egov-atlas',
    languages: ['zh', 'en'],
    title: pagesZh.siteName,
    titleEn: pagesEn.siteName,
    description: opendataZh.site.description,
    descriptionEn: opendataEn.site.description,
    ...(address !== null && { homepage: address }),
    version: release.id,
    created: `${release.date}T00:00:00Z`,
    keywords: [...opendataZh.site.keywords, ...opendataEn.site.keywords],
    contributors: [{ title: pagesZh.siteName, ...(address !== null && { path: address }), roles: ['publisher'] }],
    resources: tables.map((open) => resourceJson(open, hasRegions)),
  };
}
