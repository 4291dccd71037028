import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { editionFiles, isJsonObject, type JsonObject, type StandingEdition } from '../../src/check/editionFiles.ts';
import { readAtlas } from '../../src/prerender/readAtlas.ts';

const DATASET = 'egov-service-capability/2026-11';
const ID = 'egov-service-capability';

let folder = '';
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'atlas-edition-'));
});
afterAll(() => {
  fs.rmSync(folder, { recursive: true, force: true });
});

const readJson = (file: string): JsonObject => {
  const json: unknown = JSON.parse(fs.readFileSync(file, 'utf8'));
  if (!isJsonObject(json)) throw new Error(`${file} holds no object`);
  return json;
};
const standing = (): StandingEdition => ({ dataset: DATASET, file: `${DATASET}/${ID}.csv`, csv: fs.readFileSync(`data/${DATASET}/${ID}.csv`, 'utf8'), packageJson: readJson(`data/${DATASET}/datapackage.json`) });

/** A source nobody mistakes for one. */
const toyBook = { name: 'toy-book', title: '玩具年鉴', titleEn: 'Toy Yearbook', publisher: '玩具出版社', confidence: 'B' };
const withToyBook = (json: JsonObject, version: string): JsonObject => ({ ...json, version, retrieved: '2031-02-03', sources: [...(Array.isArray(json['sources']) ? json['sources'] : []), toyBook] });

/** A copy of `data/` with the files of an edition in it. */
function dataWith(name: string, files: ReadonlyMap<string, string>): string {
  const copy = path.join(folder, name);
  fs.cpSync('data', copy, { recursive: true, filter: (file) => !file.startsWith(path.join('data', 'releases')) });
  for (const [file, text] of files) {
    fs.mkdirSync(path.dirname(path.join(copy, file)), { recursive: true });
    fs.writeFileSync(path.join(copy, file), text);
  }
  return copy;
}

const rows = [{ region: '110000', period: '2030', value: '1.25', source: 'toy-book' }];

describe('an edition as files for data/', () => {
  test('in a folder of its own it is what is shown, and the earlier one stays where it was', () => {
    const before = standing();
    const files = editionFiles({ standing: before, indicatorId: ID, indicator: null, folder: ID, packageJson: withToyBook(before.packageJson, '2031'), rows, way: 'add' });
    expect([...files.keys()]).toEqual([`${ID}/2031/datapackage.json`, `${ID}/2031/${ID}.csv`]);
    const { atlas, issues } = readAtlas(dataWith('later', files));
    expect(issues).toEqual([]);
    const table = atlas.tables.find(({ indicator }) => indicator.id === ID);
    expect(table?.dataset).toBe(`${ID}/2031`);
    expect(table?.observations.filter(({ period }) => period === '2030')).toMatchObject([{ regionId: '110000', value: 1.25, sourceId: 'toy-book', confidence: 'B' }]);
    expect(atlas.earlier.map(({ file }) => file)).toEqual([before.file]);
    expect(table?.observations.length).toBe((atlas.earlier[0]?.observations.length ?? 0) + 1);
  });

  test('in the folder where it stood, the package keeps its sources and what else it describes', () => {
    const before = standing();
    const files = editionFiles({ standing: before, indicatorId: ID, indicator: null, folder: ID, packageJson: withToyBook(before.packageJson, '2026-11'), rows, way: 'add' });
    const { atlas, issues } = readAtlas(dataWith('same', files));
    expect(issues).toEqual([]);
    expect(atlas.earlier).toEqual([]);
    expect(atlas.datasets.find(({ id }) => id === DATASET)?.sources.map(({ id }) => id)).toContain('toy-book');
  });

  test('nothing but what is new differs in the package', () => {
    const before = standing();
    const files = editionFiles({ standing: before, indicatorId: ID, indicator: null, folder: ID, packageJson: before.packageJson, rows: [], way: 'add' });
    const rest = Object.fromEntries(Object.entries(before.packageJson).filter(([key]) => key !== 'created'));
    expect(JSON.parse(files.get(`${DATASET}/datapackage.json`) ?? '')).toEqual(rest);
    expect(files.get(`${DATASET}/${ID}.csv`)).toBe(before.csv);
  });

  test('a new indicator in a new dataset: descriptor, package and table, read without an issue', () => {
    const indicator = { id: 'toys', name: { zh: '玩具数', en: 'Toys' }, short: { zh: '玩具', en: 'Toys' }, definition: { zh: '玩具的数量。', en: 'How many toys there are.' }, theme: 'base', expected: 'provinces', unit: { zh: '个', en: 'toys', multiplier: 1, enMultiplier: 1 }, better: 'higher', publishes: 'values' };
    const packageJson = { name: 'toys', title: '玩具', titleEn: 'Toys', description: '玩具的数量。', descriptionEn: 'Toys.', version: '2031', retrieved: '2031-02-03', licenses: [{ name: 'attribution-required', title: '引用须注明出处', titleEn: 'Attribution' }], redistributable: true, sources: [toyBook] };
    const files = editionFiles({ standing: null, indicatorId: 'toys', indicator, folder: 'toys', packageJson, rows: [{ region: '110000', period: '2030', value: '5', source: 'toy-book' }, { region: '120000', period: '2030', value: '', status: 'notSurveyed', source: 'toy-book' }], way: 'add' });
    expect([...files.keys()]).toEqual(['indicators/toys.json', 'toys/2031/datapackage.json', 'toys/2031/toys.csv']);
    const { atlas, issues } = readAtlas(dataWith('new', files));
    expect(issues).toEqual([]);
    expect(atlas.tables.find(({ indicator: { id } }) => id === 'toys')?.observations).toMatchObject([{ regionId: '110000', value: 5 }, { regionId: '120000', value: null, status: 'notSurveyed' }]);
  });
});
