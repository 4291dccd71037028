import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { Schema, Table } from 'tableschema';
import { expect, test } from 'vitest';
import { tableRows } from '../support/publishedTable.ts';
import { atlas, files, published, release, textOf } from './publishedData.ts';

// The package of all tables, read by the reader of Table Schema that others use: each row of each table is cast and checked.

interface Field { readonly name: string; readonly type: string; readonly title: string; readonly titleEn: string; readonly descriptionEn: string; readonly categories?: readonly { readonly value: string }[]; readonly constraints?: { readonly enum?: readonly string[] } }
interface Resource { readonly name: string; readonly path: string; readonly type: string; readonly bytes: number; readonly hash: string; readonly title: string; readonly titleEn: string; readonly licenses: readonly { readonly path?: string; readonly title: string }[]; readonly sources?: readonly { readonly title: string }[]; readonly schema: { readonly $schema: string; readonly fields: readonly Field[]; readonly primaryKey?: readonly string[]; readonly foreignKeys?: readonly unknown[]; readonly missingValues: readonly string[] } }
interface Package { readonly $schema: string; readonly name: string; readonly languages: readonly string[]; readonly version: string; readonly resources: readonly Resource[] }

const whole: Package = JSON.parse(textOf('datapackage.json'));
const fileOf = ({ path }: Resource): string => path.replace(/^data\//, '');

test('it names its standard, its languages and the release', () => {
  expect(whole).toMatchObject({ $schema: 'https://datapackage.org/profiles/2.0/datapackage.json', name: 'egov-atlas', languages: ['zh', 'en'], version: release.id });
});

test('every table that may be handed on is there once, with both languages, licence and sources; no other is', () => {
  const open = atlas.tables.filter(({ dataset }) => atlas.datasets.find(({ id }) => id === dataset)?.licence.redistributable === true);
  expect(open.length).toBeGreaterThan(200);
  expect(new Set(whole.resources.map(({ name }) => name)).size).toBe(whole.resources.length);
  expect(whole.resources.map(({ path }) => path)).toEqual(expect.arrayContaining(open.map(({ file }) => `data/${file}`)));
  expect(atlas.tables.length - open.length).toBe(5);
  for (const { name, type, title, titleEn, licenses, schema } of whole.resources) {
    // What the profile of v2 asks of these properties.
    expect(name).toMatch(/^[-a-z0-9._/]+$/);
    expect(type).toBe('table');
    for (const text of [title, titleEn, licenses[0]?.title, licenses[0]?.path]) expect(text, name).toMatch(/./);
    for (const field of schema.fields) {
      expect(['string', 'number', 'integer', 'boolean']).toContain(field.type);
      for (const text of [field.title, field.titleEn, field.descriptionEn]) expect(text, `${name} ${field.name}`).toMatch(/./);
      // Words that are named are the words that are allowed.
      if (field.categories) expect(field.categories.map(({ value }) => value)).toEqual(field.constraints?.enum);
    }
  }
});

test('what may be shown and not handed on is in no file', () => {
  const kept = atlas.tables.filter(({ dataset }) => atlas.datasets.find(({ id }) => id === dataset)?.licence.redistributable === false);
  expect(kept.map(({ indicator }) => indicator.id)).toContain('digital-finance-index');
  for (const { file, indicator } of kept) {
    expect(files.has(`sdmx/${indicator.id}.csv`)).toBe(false);
    expect(files.has(`data/${file}-metadata.json`)).toBe(false);
    for (const [name, text] of files) expect(text.includes(`data/${file}`), `${file} in ${name}`).toBe(false);
  }
});

test('size and hash are those of the file, its columns those that its own descriptor has', () => {
  for (const resource of whole.resources) {
    const text = published(fileOf(resource));
    expect(Buffer.byteLength(text)).toBe(resource.bytes);
    expect(`sha256:${createHash('sha256').update(text).digest('hex')}`).toBe(resource.hash);
    const own: Package = JSON.parse(published(`${fileOf(resource).replace(/\/[^/]*$/, '')}/datapackage.json`));
    const described = own.resources.find(({ path }) => path === fileOf(resource).split('/').at(-1));
    expect(resource.schema.fields.map(({ name, type }) => [name, type]), resource.name).toEqual(described?.schema.fields.map(({ name, type }) => [name, type]));
  }
});

test('each table is read whole: types, words, bounds, keys, and regions that are in the table of regions', async () => {
  const regions = tableRows(published('regions/regions.csv')).map((row) => ({ id: row['id'] }));
  let rows = 0;
  for (const resource of whole.resources) {
    const schema = await Schema.load(resource.schema);
    expect(schema.valid, `${resource.name}: ${JSON.stringify(schema.errors)}`).toBe(true);
    const text = published(fileOf(resource));
    const table = await Table.load(Readable.from([text]), { schema, delimiter: ',' });
    const read = await table.read(resource.schema.foreignKeys ? { relations: { regions, '': regions } } : {});
    expect(read.length, resource.name).toBe(tableRows(text).length);
    rows += read.length;
  }
  expect(rows).toBeGreaterThan(17_000);
});

test('a wrong word, a value out of bounds and an unknown region would be found', async () => {
  const found = whole.resources.find(({ name }) => name === 'internet-penetration');
  if (!found) throw new Error('the table is not there');
  const schema = await Schema.load(found.schema);
  const good = await Table.load(Readable.from(['region,period,value,source,confidence\n110000,2010,50,cnnic-penetration,\n']), { schema, delimiter: ',' });
  expect(await good.read({ relations: { regions: [{ id: '110000' }] } })).toHaveLength(1);
  for (const bad of ['region,period,value,source,confidence\n110000,2010,101,cnnic-penetration,\n', 'region,period,value,source,confidence\n110000,2010,50,a-rumour,\n', 'region,period,value,source,confidence\n110000,last year,50,cnnic-penetration,\n', 'region,period,value,source,confidence\n999999,2010,50,cnnic-penetration,\n']) {
    const table = await Table.load(Readable.from([bad]), { schema, delimiter: ',' });
    await expect(table.read({ relations: { regions: [{ id: '110000' }] } })).rejects.toThrow();
  }
});

test('the same data is the same text', () => {
  expect(textOf('datapackage.json')).not.toMatch(/\d{4}-\d\d-\d\dT(?!00:00:00Z)/);
});
