import fs from 'node:fs';
import Ajv from 'ajv';
import { CFB } from 'xlsx';
import { describe, expect, test } from 'vitest';
import { archive } from '../../src/download/archive.ts';
import { dataPackage, packageName } from '../../src/download/datapackage.ts';
import { TABLE_SCHEMA, tableFields, tableJson } from '../../src/download/json.ts';
import type { Sheet } from '../../src/download/sheet.ts';
import { pictureEn } from '../../src/i18n/picture.en.ts';
import { pictureZh } from '../../src/i18n/picture.zh.ts';
import type { FigureFacts } from '../../src/share/figureFacts.ts';
import { absent, awkwardSheet, number, textual, wordsZh } from './toySheets.ts';

const facts: FigureFacts = {
  id: 'toys',
  name: 'map-toys',
  lang: 'zh',
  site: '玩具图',
  heading: '玩具数 · 2001年 · 万个',
  takeaway: '2001年甲居首（64万个）。',
  coverage: '3个单位中2个有数据',
  limits: ['只数木头的。'],
  sources: ['来源：玩具局；可信度A。'],
  publisher: '玩具局',
  licence: '署名',
  address: 'https://example.org/toys.html?period=2001',
  root: 'https://example.org/',
  embed: null,
  release: { id: '2001-02-03-0123abcd', date: '2001-02-03', hash: '0123abcd' },
  isKept: false,
};
const sheet: Sheet = {
  name: '玩具数',
  fileName: 'toys',
  columns: [
    { key: 'name', label: '地区', kind: 'text' },
    { key: 'value', label: '2001', kind: 'number' },
    { key: 'again', label: '2001', kind: 'number' },
  ],
  rows: [
    [textual('甲'), number(64, '64.0'), number(-5.2, '−5.2')],
    [textual('乙'), absent('未公布'), number(0)],
  ],
  about: [],
};
const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile<unknown>(JSON.parse(fs.readFileSync(TABLE_SCHEMA, 'utf8')));
const parsed = (given: Sheet): unknown => JSON.parse(tableJson(given, facts, wordsZh));

describe('a table as JSON', () => {
  test('has figures as numbers, an absence as null with its reason beside it, and what it is', () => {
    expect(parsed(sheet)).toMatchObject({
      title: facts.takeaway,
      name: facts.heading,
      release: '2001-02-03-0123abcd',
      dataReadUntil: '2001-02-03',
      licence: '署名',
      fields: [{ name: '地区', type: 'string' }, { name: '2001', type: 'number' }, { name: '2001：状态', type: 'string' }, { name: '2001 (2)', type: 'number' }],
      rows: [
        { 地区: '甲', 2001: 64, '2001：状态': null, '2001 (2)': -5.2 },
        { 地区: '乙', 2001: null, '2001：状态': '未公布', '2001 (2)': 0 },
      ],
    });
  });
  test.each([{ says: 'a plain table', given: sheet }, { says: 'every awkward cell', given: awkwardSheet }])('$says is what the published schema says', ({ given }) => {
    validate(parsed(given));
    expect(validate.errors ?? []).toEqual([]);
  });
  test('a column named like a property of all objects is a key like others', () => {
    const odd: Sheet = { ...sheet, columns: [{ key: 'a', label: 'constructor', kind: 'text' }], rows: [[textual('甲')]] };
    expect(parsed(odd)).toMatchObject({ rows: [{ constructor: '甲' }] });
  });
});

describe('a Data Package of one figure', () => {
  const file = (path: string) => ({ path, mediatype: 'text/plain', bytes: 1 });
  const text = dataPackage(facts, { name: 'Map toys_2001', fields: tableFields(sheet, wordsZh), csv: file('toys.csv'), json: file('toys.json'), pictures: [file('toys.svg'), file('toys.png')], licencePath: 'LICENSE.txt', description: facts.heading });
  const whole: unknown = JSON.parse(text);
  test('names its profile, source, licence, release and the columns of its table', () => {
    expect(whole).toMatchObject({
      $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
      name: 'map-toys_2001',
      homepage: facts.address,
      version: '2001-02-03-0123abcd',
      created: '2001-02-03T00:00:00Z',
      sources: [{ title: '来源：玩具局；可信度A。' }],
      licenses: [{ path: 'LICENSE.txt', title: '署名' }],
      resources: [{ name: 'map-toys_2001-table', path: 'toys.csv', format: 'csv', type: 'table', schema: { fields: [{ name: '地区' }, { name: '2001' }, { name: '2001：状态' }, { name: '2001 (2)' }], missingValues: [''] } }, { path: 'toys.json' }, { path: 'toys.svg' }, { path: 'toys.png' }],
    });
  });
  test('names hold only what the standard takes', () => {
    expect(packageName('地图 Toys/2001')).toBe('toys-2001');
    expect(packageName('玩具')).toBe('table');
  });
});

describe('an archive', () => {
  const bytes = async () => new Uint8Array(await archive('toys', { 'README.txt': '玩具', 'toys.png': new Uint8Array([1, 2, 3]) }, '2001-02-03').arrayBuffer());
  test('is read by another reader: a folder, its files, their content', async () => {
    const read = CFB.read(Buffer.from(await bytes()), { type: 'buffer' });
    const readMe = CFB.find(read, 'README.txt');
    expect(Buffer.from(readMe?.content ?? []).toString('utf8')).toBe('玩具');
    expect(read.FullPaths.some((path: string) => path.endsWith('toys/toys.png'))).toBe(true);
  });
  test('the same content is the same file', async () => {
    expect(await bytes()).toEqual(await bytes());
  });
});

describe('what the archive says of itself', () => {
  test.each([{ lang: 'zh', terms: pictureZh }, { lang: 'en', terms: pictureEn }])('$lang: each file, the source, the limits, how to cite, what an empty cell means', ({ terms }) => {
    const text = terms.readMe(facts, ['toys.svg', 'toys.csv', 'datapackage.json', 'LICENSE.txt']);
    for (const said of [facts.takeaway, 'toys.svg', 'datapackage.json', facts.sources[0], facts.limits[0], facts.release?.id, facts.address]) expect(text).toContain(said);
    expect(text).toMatch(/空格表示没有数字|An empty cell is no figure/);
    expect(terms.readMe({ ...facts, isKept: true }, [])).toMatch(/没有允许转发|has not allowed/);
    expect(terms.licenceText(facts)).toContain('署名');
  });
});
