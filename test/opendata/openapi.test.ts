import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, test } from 'vitest';
import { publishedFiles } from '../../src/prerender/published.ts';
import { sdmxCsv } from '../../src/opendata/sdmxCsv.ts';
import { atlas, files, published, release, textOf } from './publishedData.ts';

interface Operation { readonly operationId: string; readonly parameters: readonly { readonly name: string; readonly in: string; readonly required: boolean; readonly schema: { readonly enum: readonly string[] }; readonly example: string }[]; readonly responses: { readonly 200: { readonly content: Readonly<Record<string, { readonly example?: string; readonly schema: unknown }>> } } }
const whole: { readonly openapi: string; readonly info: { readonly version: string }; readonly paths: Readonly<Record<string, { readonly get: Operation }>> } = JSON.parse(textOf('openapi.json'));

/** Files that the description refers to. */
const schemas = [...new Set([...textOf('openapi.json').matchAll(/"\$ref":\s*"(data\/[^"]+)"/g)].map(([, file]) => file ?? ''))];

test('it is OpenAPI 3.1', async () => {
  const validator = new Validator();
  for (const file of schemas) await validator.addSpecRef(JSON.parse(published(file.replace(/^data\//, ''))), file);
  const { valid, errors } = await validator.validate(JSON.parse(textOf('openapi.json')));
  expect(errors).toBeUndefined();
  expect(valid).toBe(true);
  expect(validator.version).toBe('3.1');
  expect(whole.info.version).toBe(release.id);
});

test('one that breaks the standard is refused', async () => {
  const { valid } = await new Validator().validate({ ...JSON.parse(textOf('openapi.json')), paths: { 'data.html': {} } });
  expect(valid).toBe(false);
});

test('each word of an address is a parameter, with all that it may be, each once', () => {
  const ids = Object.values(whole.paths).map(({ get }) => get.operationId);
  expect(new Set(ids).size).toBe(ids.length);
  for (const [path, { get }] of Object.entries(whole.paths)) {
    const words = [...path.matchAll(/\{(\w+)\}/g)].map(([, word]) => word);
    expect(get.parameters.map(({ name }) => name), path).toEqual(words);
    for (const { schema, example, required } of get.parameters) {
      expect(required).toBe(true);
      expect(schema.enum.length, path).toBeGreaterThan(0);
      expect(new Set(schema.enum).size).toBe(schema.enum.length);
      expect(schema.enum).toContain(example);
    }
  }
});

test('what an example shows is what the file begins with', () => {
  let seen = 0;
  for (const [path, { get }] of Object.entries(whole.paths)) {
    for (const { example } of Object.values(get.responses[200].content)) {
      if (example === undefined) continue;
      const file = path.slice(1).replace(/\{\w+\}/, get.parameters[0]?.example ?? '');
      const text = files.get(file) ?? published(file.replace(/^data\//, ''));
      expect(text.startsWith(`${example}\n`), file).toBe(true);
      seen += 1;
    }
  }
  expect(seen).toBeGreaterThan(20);
});

test('a schema that is referred to is a file of the site', () => {
  const there = new Set(publishedFiles(atlas).map(({ path }) => `data/${path}`));
  expect(schemas.length).toBeGreaterThan(1);
  for (const file of schemas) expect(there).toContain(file);
});

test('every table of figures that is written as SDMX-CSV has a row an observation', () => {
  let rows = 0;
  for (const table of atlas.tables) {
    const text = files.get(`sdmx/${table.indicator.id}.csv`);
    if (text === undefined) continue;
    expect(text).toBe(sdmxCsv(table));
    rows += table.observations.length;
  }
  expect(rows).toBeGreaterThan(15_000);
});
