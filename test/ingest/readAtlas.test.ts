import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { main } from '../../src/prerender/data.ts';
import { readAtlas } from '../../src/prerender/readAtlas.ts';

let folder = '';

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'toys-'));
  fs.cpSync(fileURLToPath(new URL('../fixtures/atlas', import.meta.url)), folder, { recursive: true });
});

afterEach(() => {
  fs.rmSync(folder, { recursive: true });
});

const edit = (file: string, from: string | RegExp, to: string) => {
  const target = path.join(folder, file);
  const text = fs.readFileSync(target, 'utf8');
  expect(text).toMatch(from);
  fs.writeFileSync(target, text.replace(from, to));
};

const writePlaylist = (id: string, order: number, claim: string) => {
  fs.mkdirSync(path.join(folder, 'playlists'), { recursive: true });
  fs.writeFileSync(path.join(folder, `playlists/${id}.json`), JSON.stringify({ id, order, name: { zh: '玩具', en: 'Toys' }, seconds: 20, scenes: [{ id: 'said', kind: 'claim', claim }] }));
};

const told = () => readAtlas(folder).issues.map(({ file, code }) => [file, code]);

test('a whole folder is read and joined', () => {
  const { atlas, issues } = readAtlas(folder);
  expect(issues).toEqual([]);
  expect(atlas.tables).toMatchObject([{ dataset: 'toy/2001', file: 'toy/2001/toys.csv', indicator: { id: 'toys' }, observations: [{ value: 5 }, { regionId: '100000', value: 7 }] }]);
  expect(atlas.claims).toMatchObject([{ id: 'c1', indicators: ['toys'] }]);
  expect(atlas.systems).toMatchObject([{ id: 's1' }]);
  expect(atlas.connections).toMatchObject([{ networkId: 'tin-can' }]);
  expect(atlas.announcements).toMatchObject([{ provinces: 1, departments: null }]);
  expect(atlas.datasets.map(({ id }) => id)).toEqual(['claims', 'coverage', 'regions', 'systems', 'toy/2001']);
});

test('playlists are read in their order', () => {
  expect(readAtlas(folder).atlas.playlists).toEqual([]);
  writePlaylist('balls', 2, 'c1');
  writePlaylist('toys', 1, 'c1');
  expect(readAtlas(folder).atlas.playlists).toMatchObject([{ id: 'toys', scenes: [{ kind: 'claim', claim: 'c1' }] }, { id: 'balls' }]);
});

test('every file is listed with what it is', () => {
  const { files } = readAtlas(folder).atlas;
  expect(files).toContainEqual({ path: 'regions/aliases.csv', bytes: 33, sha256: '6878878dd85edb599d6c444a5d8a2e978084eb65b1c9e2e76dfe07a759c7aa37' });
  expect(files.map(({ path: name }) => name)).toEqual([...files.map(({ path: name }) => name)].sort());
});

test.each([
  { says: 'an indicator without a table', change: () => edit('toy/2001/datapackage.json', '"profile": "observations"', '"profile": "other"'), told: [['data/indicators/toys.json', 'indicatorWithoutTable']] },
  { says: 'a table of an unknown indicator', change: () => edit('toy/2001/datapackage.json', '"indicator": "toys"', '"indicator": "dolls"'), told: [['data/toy/2001/datapackage.json', 'unknownIndicator'], ['data/indicators/toys.json', 'indicatorWithoutTable']] },
  { says: 'a table that nothing describes', change: () => fs.writeFileSync(path.join(folder, 'toy/2001/dolls.csv'), 'a\n1\n'), told: [['data/toy/2001/dolls.csv', 'fileWithoutResource']] },
  { says: 'a table that is not there', change: () => fs.rmSync(path.join(folder, 'toy/2001/toys.csv')), told: [['data/toy/2001/datapackage.json', 'missingFile']] },
  { says: 'a claim of an unknown indicator', change: () => edit('claims/claims.csv', /toys$/m, 'dolls'), told: [['data/claims/claims.csv', 'unknownIndicator']] },
  { says: 'a system of an unknown indicator', change: () => edit('systems/systems.csv', ',toys,', ',dolls,'), told: [['data/systems/systems.csv', 'unknownIndicator']] },
  { says: 'a playlist of an unknown claim', change: () => writePlaylist('toys', 1, 'c2'), told: [['data/playlists/toys.json', 'unknownClaim']] },
  { says: 'an unknown source', change: () => edit('toy/2001/datapackage.json', '"source": "toy-book"', '"source": "toy-rumour"'), told: [['data/toy/2001/toys.csv', 'unknownSource'], ['data/toy/2001/toys.csv', 'unknownSource']] },
  { says: 'a field against its schema', change: () => edit('indicators/toys.json', '"better"', '"decimals": 4, "better"'), told: [['data/indicators/toys.json', 'schema']] },
  { says: 'a schema that is not there', change: () => fs.rmSync(path.join(folder, 'schema'), { recursive: true }), told: [['data/indicators/toys.json', 'missingFile']] },
  { says: 'a byte order mark', change: () => edit('regions/aliases.csv', /^/, '\uFEFF'), told: [['data/regions/aliases.csv', 'notUtf8']] },
  { says: 'a descriptor that is no JSON, once', change: () => edit('indicators/toys.json', '{', ''), told: [['data/indicators/toys.json', 'badJson'], ['data/claims/claims.csv', 'unknownIndicator'], ['data/systems/systems.csv', 'unknownIndicator']] },
])('$says is told of', ({ change, told: expected }) => {
  change();
  expect(told()).toEqual(expected);
});

const printed = async (...argv: readonly string[]) => {
  const lines: string[] = [];
  const code = await main([...argv, '--dir', folder], (line) => lines.push(line));
  return { code, lines };
};

test('the command prints a line for each dataset and the totals', async () => {
  const { code, lines } = await printed('--lang', 'en');
  expect(code).toBe(0);
  expect(lines).toHaveLength(6);
  expect(lines.slice(-2)).toEqual([
    'toy/2001: 1 table, 2 figures, 1 source, retrieved 2001-02-03',
    '5 datasets, 1 indicator, 2 figures, 2 regions, 15 files: no issues',
  ]);
});

test('it prints every issue first, in Chinese unless asked, and says so by its exit code', async () => {
  edit('toy/2001/toys.csv', ',5', ',"0,84"');
  const { code, lines } = await printed();
  expect(code).toBe(1);
  expect(lines[0]).toBe('data/toy/2001/toys.csv，第2行，“value”列：“0,84”不是数值：里面有逗号。\n  小数点用“.”，不用千分位。请改正此格。');
  expect(lines.at(-1)).toBe('5个数据集，1个指标，1个数值，2个地区，15个文件：1个问题');
});
