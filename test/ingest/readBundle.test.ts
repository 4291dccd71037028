import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readBundle } from '../../src/ingest/readBundle.ts';
import { compareBundle } from '../../src/prerender/compareBundle.ts';
import { comparable } from '../../src/prerender/compareText.ts';
import { readAtlas } from '../../src/prerender/readAtlas.ts';

const { atlas } = readAtlas(path.resolve('data'));
const { text } = compareBundle(atlas, (file) => fs.readFileSync(path.join('data', file), 'utf8'));
const regions = atlas.regions.filter(({ level }) => level !== 'country');
const read = (given: string) => readBundle({ file: 'compare.json', text: given, regions });

test('every table comes out of the file as it went in', () => {
  const { tables, issues } = read(text);
  expect(issues).toEqual([]);
  expect(tables.length).toBeGreaterThan(10);
  expect(tables.map(({ table }) => table)).toEqual(comparable(atlas));
  expect(tables.map(({ dataset }) => dataset)).toEqual(comparable(atlas).map((table) => atlas.datasets.find(({ id }) => id === table.dataset)));
});

test.each([
  ['no JSON', () => '{', 'badJson'],
  ['a list', () => '[]', 'wrongType'],
  ['no tables', () => '{"datasets":[]}', 'missingField'],
  ['a table of a dataset that is not there', () => text.replace('"tables":[{"dataset":"', '"tables":[{"dataset":"toy-'), 'missingFile'],
  ['a number that is none', () => text.replace(/(130000,2016,)[\d.]+/, '$1lots'), 'notANumber'],
])('%s is told, and no table is given at all', (_, broken, code) => {
  const given = broken();
  expect(given).not.toBe(text);
  const { tables, issues } = read(given);
  expect(tables).toEqual([]);
  expect(issues.map((issue) => issue.code)).toContain(code);
});
