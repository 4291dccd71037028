import fs from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { utils, write } from 'xlsx';
import { regionIndex, type RegionIndex } from '../../src/ingest/resolveRegion.ts';
import { likenesses } from '../../src/intake/likeness.ts';
import { findTable } from '../../src/intake/findTable.ts';
import type { Answers, FoundTable, ReadingOptions, Understood } from '../../src/intake/model.ts';
import { openFile } from '../../src/intake/openFile.ts';
import { understand } from '../../src/intake/understand.ts';
import type { Indicator } from '../../src/model/indicator.ts';
import type { Region } from '../../src/model/region.ts';
import type { Synonym } from '../../src/model/synonym.ts';
import { readAtlas } from '../../src/prerender/readAtlas.ts';
import { toyIndicator } from '../support/toys.ts';

let regions: readonly Region[] = [];
let index: RegionIndex;
let indicators: readonly Indicator[] = [];
let synonyms: readonly Synonym[] = [];
beforeAll(() => {
  const { atlas } = readAtlas('data');
  ({ indicators, synonyms } = atlas);
  regions = atlas.regions;
  index = regionIndex(atlas.regions, atlas.aliases);
});

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const toys = toyIndicator({ name: { zh: '玩具数', en: 'Toys' }, unit: { zh: '万个', en: 'thousand toys', multiplier: 1e4, enMultiplier: 1e3 } });

async function open(bytes: Uint8Array | string, options: ReadingOptions = {}) {
  const opened = await openFile(typeof bytes === 'string' ? bytesOf(bytes) : bytes, '玩具.csv', options);
  if (opened.reading === null) return { opened, table: null, faults: opened.faults };
  const { table, faults } = findTable(opened.sheet, index, options);
  return { opened, table, faults: [...opened.faults, ...faults] };
}

async function read(bytes: Uint8Array | string, { indicator = toys, answers = {}, measure = 0, options = {} }: { readonly indicator?: Indicator; readonly answers?: Answers; readonly measure?: number; readonly options?: ReadingOptions } = {}): Promise<Understood & { readonly table: FoundTable }> {
  const { table } = await open(bytes, options);
  if (!table) throw new Error('no table was found');
  return { ...understand({ found: table, measure, indicator, regions, index, answers }), table };
}

const figures = ({ rows }: Understood) => rows.map(({ region, period, value, status }) => [region, period, value || status]);

describe('how a table lies', () => {
  test.each([
    { says: 'one row a figure', shape: 'long', csv: '地区,年份,玩具数（万个）\n北京,2023,1.5\n北京,2024,2\n上海市,2024,3\n', rows: [['110000', '2023', '1.5'], ['110000', '2024', '2'], ['310000', '2024', '3']] },
    { says: 'years across', shape: 'regionsByPeriods', csv: '玩具数\n单位：万个\n地区,2024年,2023年\n北京市,2,1.5\n上海市,3,\n', rows: [['110000', '2024', '2'], ['110000', '2023', '1.5'], ['310000', '2024', '3']] },
    { says: 'years across, each with the unit', shape: 'regionsByPeriods', csv: '地区,2024年（万个）,2023年(万个)\n北京市,2,1.5\n上海市,3,\n', rows: [['110000', '2024', '2'], ['110000', '2023', '1.5'], ['310000', '2024', '3']] },
    { says: 'bare years across', shape: 'regionsByPeriods', csv: '省份,2023,2024\n北京,1.5,2\n上海,2.5,3\n', rows: [['110000', '2023', '1.5'], ['110000', '2024', '2'], ['310000', '2023', '2.5'], ['310000', '2024', '3']] },
    { says: 'regions across', shape: 'periodsByRegions', csv: '年份,北京,上海\n2023年,1.5,2.5\n2024年,2,3\n', rows: [['110000', '2023', '1.5'], ['310000', '2023', '2.5'], ['110000', '2024', '2'], ['310000', '2024', '3']] },
    { says: 'the period in the title', shape: 'regionsByMeasures', csv: '2024年各省玩具数\n地区,玩具数（万个）,娃娃数（万个）\n北京,2,9\n上海,3,8\n', rows: [['110000', '2024', '2'], ['310000', '2024', '3']] },
    { says: 'places beside the figures', shape: 'regionsByMeasures', csv: '2024年玩具排名\n名次,省份,玩具数（万个）\n1,上海,3\n2,北京,2\n', rows: [['310000', '2024', '3'], ['110000', '2024', '2']] },
  ])('$says', async ({ shape, csv, rows }) => {
    const understood = await read(csv, { answers: { unit: '0' } });
    expect(understood.table.shape).toBe(shape);
    expect(figures(understood)).toEqual(rows);
    expect(understood.faults).toEqual([]);
  });

  test('national figures: names down, years across, the unit in the name', async () => {
    const understood = await read('指标,2023年,2024年\n玩具数(万个),1.5,2\n娃娃数(个),7,8\n', { indicator: { ...toys, expected: 'nation' } });
    expect(understood.table.measures).toEqual([{ name: '玩具数', unit: '万个' }, { name: '娃娃数', unit: '个' }]);
    expect(figures(understood)).toEqual([['100000', '2023', '1.5'], ['100000', '2024', '2']]);
  });

  test('two rows of names: years over measures', async () => {
    const understood = await read('地区,2023年,2023年,2024年,2024年\n,玩具（万个）,娃娃（个）,玩具（万个）,娃娃（个）\n北京,1,7,2,8\n上海,3,9,4,10\n', { measure: 0 });
    expect(understood.table.measures.map(({ name }) => name)).toEqual(['玩具', '娃娃']);
    expect(figures(understood)).toEqual([['110000', '2023', '1'], ['110000', '2024', '2'], ['310000', '2023', '3'], ['310000', '2024', '4']]);
  });

  test('places are kept, and a place alone is no figure', async () => {
    const { rows } = await read('2024年玩具前三\n位次,省份\n第1,上海\n第2,北京\n3,广东\n', { answers: { unit: '0' } });
    expect(rows.map(({ region, rank, value, status }) => [region, rank, value, status])).toEqual([['310000', '1', '', 'notGathered'], ['110000', '2', '', 'notGathered'], ['440000', '3', '', 'notGathered']]);
  });

  test('titles above and notes below are no rows', async () => {
    const { table } = await read('数据库：分省年度数据\n指标：玩具数(万个)\n时间：最近2年\n地区,2024年,2023年\n北京市,2,1\n上海市,3,2\n注：按照新口径，含“网上”。\n数据来源：玩具局\n', { answers: { unit: '0' } });
    expect(table.titles.map(({ line }) => line)).toEqual([1, 2, 3]);
    expect(table.notes.map(({ text }) => text.slice(0, 4))).toEqual(['注：按照', '数据来源']);
    expect(table.measures).toEqual([{ name: '玩具数', unit: '万个' }]);
  });

  test('a file without a table, and one without figures, say so', async () => {
    expect((await open('你好\n')).faults.map(({ kind }) => kind)).toEqual(['noTable']);
    expect((await open('地区,2024年\n')).faults.map(({ kind }) => kind)).toEqual(['noTable']);
    expect((await open('')).faults.map(({ kind }) => kind)).toContain('emptyFile');
  });
});

describe('what is asked, and never guessed', () => {
  const csv = (cell: string) => `地区,2024年\n北京,2\n上海,${cell}\n`;

  test('a dash asks once for the table what it means, and is no 0', async () => {
    const asked = await read('地区,2023年,2024年\n北京,2,—\n上海,—,3\n', { answers: { unit: '0' } });
    expect(asked.questions.filter(({ kind }) => kind === 'sign')).toMatchObject([{ id: 'sign —', spots: [{ line: 2 }, { line: 3 }] }]);
    expect(figures(asked)).toEqual([['110000', '2023', '2'], ['310000', '2024', '3']]);
    const answered = await read('地区,2023年,2024年\n北京,2,—\n上海,—,3\n', { answers: { unit: '0', 'sign —': 'notPublished' } });
    expect(figures(answered)).toEqual([['110000', '2023', '2'], ['110000', '2024', 'notPublished'], ['310000', '2023', 'notPublished'], ['310000', '2024', '3']]);
  });

  test('figures without a unit ask for it, and 个 in a table of 万个 moves the point', async () => {
    const asked = await read(csv('3'));
    expect(asked.questions).toMatchObject([{ id: 'unit', options: [{ id: '0', name: '万个' }, { id: '-4', name: '个' }, { id: '-1', name: '千个' }, { id: '4', name: '亿个' }] }]);
    expect(asked.rows).toEqual([]);
    expect(figures(await read('地区,玩具（个）\n北京,25000\n', { answers: { period: '2024' } }))).toEqual([['110000', '2024', '2.5000']]);
  });

  test('an unknown region asks, with the nearest; 吉林市 is never 吉林省', async () => {
    const asked = await read('地区,2024年\n北京,2\n广冬,3\n吉林市,4\n合计,9\n', { answers: { unit: '0' } });
    const options = (id: string) => asked.questions.find((question) => question.id === id)?.options.map((option) => option.id);
    expect(options('region 广冬')).toContain('440000');
    expect(options('region 吉林市')).toEqual(['leaveOut']);
    expect(options('region 合计')).toEqual(['100000', 'leaveOut']);
    expect(figures(asked)).toEqual([['110000', '2024', '2']]);
    const answered = await read('地区,2024年\n北京,2\n广冬,3\n', { answers: { unit: '0', 'region 广冬': '440000' } });
    expect(figures(answered)).toEqual([['110000', '2024', '2'], ['440000', '2024', '3']]);
  });

  test('a share between 0 and 1 asks whether it is one of a hundred', async () => {
    const share = toyIndicator({ unit: { zh: '%', en: '%', multiplier: 1, enMultiplier: 1 } });
    const asked = await read('地区,2024年\n北京,0.856\n上海,0.91\n', { indicator: share });
    expect(asked.questions.map(({ id }) => id)).toEqual(['fraction']);
    expect(figures(await read('地区,2024年\n北京,0.856\n上海,0.91\n', { indicator: share, answers: { fraction: '2' } }))).toEqual([['110000', '2024', '85.6'], ['310000', '2024', '91']]);
  });

  test('a table that tells no period asks for it, and takes only a period', async () => {
    expect((await read('地区,玩具（万个）\n北京,2\n')).questions.map(({ id }) => id)).toEqual(['period']);
    expect((await read('地区,玩具（万个）\n北京,2\n', { answers: { period: '去年' } })).rows).toEqual([]);
  });

  test.each([['1,5', 'comma'], ['(1.5)', 'brackets']])('“%s” asks', async (cell, id) => {
    expect((await read(csv(`"${cell}"`), { answers: { unit: '0' } })).questions.map((question) => question.id)).toContain(id);
  });
});

describe('what must be put right is named with its cell', () => {
  test.each([
    { cell: '很多', kind: 'notANumber' },
    { cell: '1.2E+05', kind: 'exponent' },
    { cell: '#REF!', kind: 'formulaError' },
  ])('$cell', async ({ cell, kind }) => {
    const { faults, rows } = await read(`地区,2024年\n北京,2\n上海,${cell}\n`, { answers: { unit: '0' } });
    expect(faults).toEqual([{ kind, args: { found: cell }, spot: { line: 3, column: 1 } }]);
    expect(rows).toHaveLength(1);
  });

  test('two figures for one region and period', async () => {
    const { faults, rows } = await read('地区,2024年\n北京,2\n北京市,3\n', { answers: { unit: '0' } });
    expect(faults).toEqual([{ kind: 'twoFigures', args: { region: '110000', period: '2024', firstLine: 2, first: '2', found: '3' }, spot: { line: 3, column: 1 } }]);
    expect(rows).toHaveLength(1);
  });

  test('the same row twice is told and taken once', async () => {
    const { repairs, rows } = await read('地区,2024年\n北京,2\n北京市,2\n', { answers: { unit: '0' } });
    expect(repairs.map(({ kind }) => kind)).toContain('sameRowTwice');
    expect(rows).toHaveLength(1);
  });

  test('half a year is no period of the site', async () => {
    const { faults } = await read('地区,2024年上半年,2023年\n北京,2,1\n', { answers: { unit: '0' } });
    expect(faults[0]).toMatchObject({ kind: 'partOfYear', args: { found: '2024年上半年' } });
  });

  test('broken quotation marks are told with their line, and the other rows stay', async () => {
    const { faults, table } = await open('地区,2024年\n北京,"2\n');
    expect(faults[0]).toMatchObject({ kind: 'badQuote', spot: { line: 2 } });
    expect(table).toBeNull();
  });
});

describe('encodings and separators', () => {
  const plain = '地区,2024年\n北京,2\n上海,3\n';
  const utf16 = (text: string, isLittle: boolean, hasMark: boolean): Uint8Array => {
    const units = [...(hasMark ? ['\uFEFF'] : []), ...text].map((letter) => letter.charCodeAt(0));
    return Uint8Array.from(units.flatMap((unit) => (isLittle ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])));
  };
  const GBK: Readonly<Record<string, readonly number[]>> = { 地: [0xb5, 0xd8], 区: [0xc7, 0xf8], 年: [0xc4, 0xea], 北: [0xb1, 0xb1], 京: [0xbe, 0xa9], 上: [0xc9, 0xcf], 海: [0xba, 0xa3] };
  const gbk = (text: string): Uint8Array => Uint8Array.from([...text].flatMap((letter) => GBK[letter] ?? [letter.charCodeAt(0)]));

  test.each([
    { says: 'UTF-8', bytes: bytesOf(plain), encoding: 'utf-8' },
    { says: 'UTF-8 with its mark', bytes: bytesOf(`\uFEFF${plain}`), encoding: 'utf-8-bom' },
    { says: 'GB18030', bytes: gbk(plain), encoding: 'gb18030' },
    { says: 'UTF-16 with its mark', bytes: utf16(plain, true, true), encoding: 'utf-16le' },
    { says: 'UTF-16 without it', bytes: utf16(plain, true, false), encoding: 'utf-16le' },
    { says: 'UTF-16, big end first, without it', bytes: utf16(plain, false, false), encoding: 'utf-16be' },
  ])('$says', async ({ bytes, encoding }) => {
    const { opened } = await open(bytes);
    expect(opened.reading).toMatchObject({ kind: 'text', encoding, delimiter: 'comma' });
    expect(figures(await read(bytes, { answers: { unit: '0' } }))).toEqual([['110000', '2024', '2'], ['310000', '2024', '3']]);
  });

  test.each([['tab', '\t'], ['semicolon', ';'], ['bar', '|']] as const)('%s', async (delimiter, sign) => {
    const text = plain.replaceAll(',', sign);
    expect((await open(text)).opened.reading).toMatchObject({ delimiter });
    expect(figures(await read(text, { answers: { unit: '0' } }))).toEqual([['110000', '2024', '2'], ['310000', '2024', '3']]);
  });

  test('line ends of Windows, and lines are counted as an editor does', async () => {
    const { faults } = await read('地区,2024年\r\n北京,2\r\n\r\n上海,x多\r\n', { answers: { unit: '0' } });
    expect(faults[0]?.spot).toEqual({ line: 4, column: 1 });
  });
});

describe('downloads of the statistics bureau, without code of their own', () => {
  test.each(['nbs_province_gb18030.csv', 'nbs_province_resaved_excel_gb18030.csv'])('%s', async (file) => {
    const { opened, table } = await open(fs.readFileSync(`test/fixtures/office/${file}`));
    expect(opened.reading).toMatchObject({ encoding: 'gb18030' });
    expect(table?.shape).toBe('regionsByPeriods');
    expect(table?.notes.map(({ text }) => text).join()).toContain('数据来源');
    if (!table) return;
    const { rows, faults, questions } = understand({ found: table, measure: 0, indicator: toyIndicator({ unit: { zh: '亿元', en: 'billion yuan', multiplier: 1e8, enMultiplier: 1e9 } }), regions, index, answers: { unit: '0' } });
    expect(faults).toEqual([]);
    expect(questions.filter(({ id }) => id !== 'unit')).toEqual([]);
    expect(new Set(rows.map(({ region }) => region)).size).toBeGreaterThan(1);
    expect(rows.every(({ value }) => /^\d+(\.\d+)?$/.test(value))).toBe(true);
  });

  test('the newer copy: a tab before each comma, an empty column at the end', async () => {
    const { opened, table } = await open(fs.readFileSync('test/fixtures/office/nbs_indicator_utf8bom_tab.csv'));
    expect(opened.reading).toMatchObject({ encoding: 'utf-8-bom', delimiter: 'comma' });
    expect(table?.shape).toBe('measuresByPeriods');
    expect(table?.measures.every(({ unit, name }) => name !== '' && unit !== undefined)).toBe(true);
  });
});

describe('workbooks', () => {
  const workbook = (rows: readonly (readonly unknown[])[], change: (sheet: ReturnType<typeof utils.aoa_to_sheet>) => void = () => undefined): Uint8Array => {
    const sheet = utils.aoa_to_sheet(rows.map((row) => [...row]));
    change(sheet);
    const book = utils.book_new();
    utils.book_append_sheet(book, sheet, '玩具');
    return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }));
  };

  test('numbers, titles and notes', async () => {
    const bytes = workbook([['玩具数'], ['单位：万个'], ['地区', '2023年', '2024年'], ['北京', 1.5, 2], ['上海', 2.5, 3.25], ['注：玩具']]);
    expect(figures(await read(bytes))).toEqual([['110000', '2023', '1.5'], ['110000', '2024', '2'], ['310000', '2023', '2.5'], ['310000', '2024', '3.25']]);
  });

  test('a percentage is what is shown, not the fraction that is stored', async () => {
    const bytes = workbook([['地区', '2024年'], ['北京', 0.856], ['上海', 0.9]], (sheet) => { for (const at of ['B2', 'B3']) sheet[at].z = '0.0%'; });
    expect(figures(await read(bytes, { indicator: toyIndicator({ unit: { zh: '%', en: '%', multiplier: 1, enMultiplier: 1 } }) }))).toEqual([['110000', '2024', '85.6'], ['310000', '2024', '90.0']]);
  });

  test('merged cells fill their gap, and it is told', async () => {
    const bytes = workbook([['地区', '年份', '玩具（万个）'], ['北京', 2023, 1], ['', 2024, 2], ['上海', 2024, 3]], (sheet) => { sheet['!merges'] = [{ s: { r: 1, c: 0 }, e: { r: 2, c: 0 } }]; });
    const { opened } = await open(bytes);
    expect(opened.repairs.map(({ kind }) => kind)).toContain('merged');
    expect(figures(await read(bytes))).toEqual([['110000', '2023', '1'], ['110000', '2024', '2'], ['310000', '2024', '3']]);
  });

  test('decimals that a format hides are taken, and told', async () => {
    const bytes = workbook([['地区', '2024年'], ['北京', 1.256]], (sheet) => { sheet['B2'].z = '0.0'; });
    const { opened } = await open(bytes);
    expect(opened.repairs).toContainEqual({ kind: 'hiddenDecimals', args: { shown: '1.3', stored: '1.256' }, spot: { line: 2, column: 1 }, count: 1 });
    expect(figures(await read(bytes, { answers: { unit: '0' } }))).toEqual([['110000', '2024', '1.256']]);
  });

  test('dates of a spreadsheet are dates', async () => {
    const bytes = workbook([['地区', '日期', '玩具（万个）'], ['北京', 45657, 1]], (sheet) => { sheet['B2'].z = 'yyyy-mm-dd'; });
    expect(figures(await read(bytes))).toEqual([['110000', '2024-12-31', '1']]);
  });

  test('a workbook that would unpack to more than a machine holds is not unpacked', async () => {
    const bytes = workbook([['地区', '2024年'], ['北京', 1]]);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let at = 0; at + 46 < bytes.length; at += 1) if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 0x7fffffff, true);
    expect((await open(bytes)).faults).toMatchObject([{ kind: 'tooBig' }]);
    expect((await open(new Uint8Array(20_000_001))).faults).toEqual([{ kind: 'tooBig', args: { megabytes: 21, most: 20 }, spot: null }]);
  });

  test('what is no workbook, and one cut short, say so', async () => {
    expect((await open(Uint8Array.from([0x50, 0x4b, 3, 4, 1, 2, 3]))).faults).toMatchObject([{ kind: 'unreadable' }]);
    expect((await open(workbook([['地区', '2024年'], ['北京', 1]]).slice(0, 400))).faults).toMatchObject([{ kind: 'unreadable' }]);
  });
});

describe('which indicator a table is of', () => {
  const named = (name: string) => likenesses(name, indicators, synonyms);

  test('the same name is the same, whatever stands around it', () => {
    for (const { id, name } of indicators) expect(named(name.zh).find(({ indicator }) => indicator === id)).toMatchObject({ likeness: 1 });
    expect(named('省级政府网上政务服务能力指数（2020年）')[0]).toEqual({ indicator: 'egov-service-capability', likeness: 1 });
    expect(named('互联网普及率')[0]).toMatchObject({ likeness: 1 });
  });

  test('a name that is only like another is offered and not the same', () => {
    expect(named('网上政务服务能力')[0]).toMatchObject({ indicator: 'egov-service-capability' });
    expect(named('网上政务服务能力')[0]?.likeness).toBeLessThan(1);
    expect(named('')).toEqual([]);
  });
});
