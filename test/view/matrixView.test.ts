import { describe, expect, test } from 'vitest';
import { figuresEn } from '../../src/i18n/figures.en.ts';
import { figuresZh } from '../../src/i18n/figures.zh.ts';
import type { Say } from '../../src/i18n/say.ts';
import { arrangeMatrix, DEFAULT_CHOICE, matrixKeys, parseMatrixChoice, type MatrixChoice } from '../../src/view/matrixArrangement.ts';
import { cellSaid, matrixView, shortPeriod } from '../../src/view/matrixView.ts';
import { toyAbsence, toyObservation, toyProvinceIds, toyRegions, toyTable } from '../support/toys.ts';

const zh: Say = { lang: 'zh', words: figuresZh };
const en: Say = { lang: 'en', words: figuresEn };
const [first = '', second = '', third = ''] = toyProvinceIds;
const groups = ['east', 'central', 'west', 'northeast'] as const;
/** Three provinces in turn of the four regions, the nation and an area outside the surveys. */
const regions = toyRegions
  .filter(({ id }) => [...toyProvinceIds.slice(0, 3), '100000', '710000'].includes(id))
  .map((region, index) => (region.level === 'province' && region.group !== 'hmt' ? { ...region, group: groups[(index + 1) % 2] ?? 'east', pinyin: `wanju${index} wj`, abbr: '玩' } : region));

const table = toyTable(
  [
    toyObservation(10, { regionId: first, period: '2001' }),
    toyObservation(30, { regionId: second, period: '2001', precision: 'lowerBound' }),
    toyAbsence('suppressed', { regionId: third, period: '2001' }),
    toyObservation(20, { regionId: first, period: '2002-10', status: 'derived', note: '玩具注 / a toy note' }),
    toyObservation(5, { regionId: second, period: '2002-10', confidence: 'C' }),
    toyObservation(25, { regionId: '100000', period: '2002-10' }),
  ],
  { classes: [0, 15, 40], unit: { zh: '个', en: 'toys', multiplier: 1, enMultiplier: 1 }, methodBreaks: [{ period: '2002', reason: { zh: '积木不再计入', en: 'blocks no longer count' } }] },
);
const see = (say: Say = zh) => matrixView({ table, regions }, say);
const cellsOf = (id: string, say?: Say) => see(say).rows.find(({ key }) => key === id)?.cells ?? [];

describe('regions by periods', () => {
  test('a row for each region that is expected, in order of their codes; the nation stands below', () => {
    expect(see().rows.map(({ key }) => key)).toEqual([first, second, third]);
    expect(see().foot.map(({ key }) => key)).toEqual(['100000']);
  });
  test('a cell holds the figure as it is printed elsewhere, and the colour class of the map', () => {
    expect(cellsOf(first)[0]).toEqual({ text: '10', tone: 0, order: 10, said: '10个' });
    expect(cellsOf(second)[0]).toMatchObject({ text: '＞30', tone: 1 });
  });
  test('derived has its square, doubtful its sign, and both are said', () => {
    expect(cellsOf(first)[1]).toMatchObject({ mark: '■', said: '20个，推算，玩具注' });
    expect(cellsOf(second)[1]).toMatchObject({ doubtful: true, said: '5个，存疑' });
  });
  test('an absence has its kind and no colour; without a row it was not gathered', () => {
    expect(cellsOf(third)).toEqual([
      { text: '不公布', absence: 'suppressed', said: '依规不公布' },
      { text: '未收录', absence: 'notGathered', said: '未收录' },
    ]);
  });
  test('the nation has figures, and no class: it is no region among regions', () => {
    expect(see().foot[0]?.cells).toEqual([
      { text: '未收录', absence: 'notGathered', said: '未收录' },
      { text: '25', order: 25, said: '25个' },
    ]);
  });
  test('what is said of a cell names its row and its column in full', () => {
    const sheet = see();
    const [row, column] = [sheet.rows[0], sheet.columns[1]];
    const cell = row?.cells[1];
    if (!row || !column || !cell) throw new Error('the toy sheet has two rows and two columns');
    expect(cellSaid(row, column, cell, zh)).toBe('玩具1，2002年10月，20个，推算，玩具注');
    expect(cellSaid({ ...row, name: 'P1' }, { ...column, said: 'Oct 2002' }, cellsOf(first, en)[1] ?? cell, en)).toBe('P1, Oct 2002, 20 toys, derived, a toy note');
  });
  test('headings are short: the year, and the month behind it', () => {
    expect(['2016', '2018-10', '2015-07-27'].map((period) => shortPeriod(period, 'zh'))).toEqual(['2016', '2018.10', '2015.7.27']);
    expect(see().columns.map(({ label, said }) => [label, said])).toEqual([
      ['2001', '2001年'],
      ['2002.10', '2002年10月'],
    ]);
  });
  test('a break in method stands at the first column after it', () => {
    expect(see().columns.map(({ methodBreak }) => methodBreak)).toEqual([undefined, '积木不再计入']);
  });
  test('the legend names what is there, and nothing else', () => {
    expect(see().legend).toMatchObject({
      absences: [{ kind: 'notGathered' }, { kind: 'suppressed' }],
      marks: [{ mark: '■', label: '推算' }],
      doubtful: true,
      method: '颜色分2档，界限按指标的约定，各期相同。',
      classes: [
        { tone: 0, label: '0—15' },
        { tone: 1, label: '15—40' },
      ],
    });
    const plain = matrixView({ table: toyTable([toyObservation(1, { regionId: first })]), regions: regions.slice(0, 2) }, zh);
    expect(plain.legend).toMatchObject({ absences: [], marks: [], doubtful: false });
  });
});

test('a publisher’s places are coloured by nothing and the first comes first', () => {
  const places = toyTable([toyAbsence('notGathered', { regionId: first, publishedRank: 2 }), toyAbsence('notGathered', { regionId: second, publishedRank: 1 })], { publishes: 'ranks' });
  const sheet = matrixView({ table: places, regions }, zh);
  expect(sheet.rows.slice(0, 2).map(({ cells }) => [cells[0]?.text, cells[0]?.tone])).toEqual([['第2', undefined], ['第1', undefined]]);
  expect(arrangeMatrix(sheet, { ...DEFAULT_CHOICE, order: '2001' }, zh).blocks[0]?.rows.map(({ key }) => key)).toEqual([second, first, third]);
});

test('a publisher’s classes are the classes of the colours', () => {
  const bands = [{ id: 'low', name: { zh: '低', en: 'Low' } }, { id: 'high', name: { zh: '高', en: 'High' } }];
  const sheet = matrixView({ table: toyTable([toyAbsence('notPublished', { regionId: first, band: 'high' })], { publishes: 'bands', bands }), regions }, zh);
  expect(sheet).toMatchObject({ classCount: 2, holds: 'classes', legend: { method: '颜色按发布方所给的档次。', classes: [{ tone: 1, label: '高' }] } });
  expect(sheet.rows[0]?.cells[0]).toMatchObject({ text: '高', tone: 1 });
});

describe('as a reader wants it', () => {
  const arrange = (changes: Partial<MatrixChoice>, say = zh) => arrangeMatrix(see(say), { ...DEFAULT_CHOICE, ...changes }, say);
  const order = (changes: Partial<MatrixChoice>) => arrange(changes).blocks.flatMap(({ rows }) => rows.map(({ key }) => key));

  test('as drawn there is nothing to tell', () => {
    expect(arrange({})).toMatchObject({ message: '', blocks: [{ name: '' }] });
  });
  test('by a column: the largest first, and those without a figure behind, whichever way it is turned', () => {
    expect(order({ order: '2001' })).toEqual([second, first, third]);
    expect(order({ order: '2001', turned: true })).toEqual([first, second, third]);
    expect(arrange({ order: '2001' }).message).toBe('按2001年排列，由大到小；没有数据的1行在后，不参加排列。');
    expect(arrange({ order: '2001', turned: true }, en).message).toBe('Sorted by 2001, lowest first; 1 row without data at the end, outside the order.');
  });
  test('a row without a figure goes behind also when it is the first of the codes', () => {
    const sheet = matrixView({ table: toyTable([toyAbsence('notPublished', { regionId: first }), toyObservation(1, { regionId: second }), toyObservation(2, { regionId: third })]), regions }, zh);
    for (const turned of [false, true]) expect(arrangeMatrix(sheet, { ...DEFAULT_CHOICE, order: '2001', turned }, zh).blocks[0]?.rows.at(-1)?.key).toBe(first);
  });
  test('by name, both ways', () => {
    expect(order({ order: 'name' })).toEqual([first, second, third]);
    expect(order({ order: 'name', turned: true })).toEqual([third, second, first]);
  });
  test('grouped, each region keeps its place in the order within its group', () => {
    const { blocks, message } = arrange({ grouped: true, order: '2001' });
    expect(blocks.map(({ name, rows }) => [name, rows.map(({ key }) => key)])).toEqual([
      ['东部', [first, third]],
      ['中部', [second]],
    ]);
    expect(message).toContain('按四大地区分组。');
  });
  test('a word of the filter finds rows by name, abbreviation, pinyin or code', () => {
    expect(['玩具2', 'WANJU2', second.slice(0, 4)].map((q) => order({ q }))).toEqual([[second], [second], [second]]);
    expect(order({ q: '玩' })).toEqual([first, second, third]);
    expect(order({ q: '中部' })).toEqual([second]);
  });
  test('a word that only a column has finds that column; together they find a cell', () => {
    const { columns, blocks, message } = arrange({ q: '2002 玩具3' });
    expect(columns.map(({ column }) => column.key)).toEqual(['2002-10']);
    expect(blocks[0]?.rows.map(({ key }) => key)).toEqual([third]);
    expect(message).toBe('显示3行中的1行、2列中的1列。');
  });
  test('a word that nothing has leaves no row', () => {
    expect(arrange({ q: '飞船' }).blocks).toEqual([]);
  });
});

describe('in the address', () => {
  const sheet = see();
  const all: MatrixChoice = { order: '2002-10', turned: true, grouped: true, q: 'toy 1' };
  test('each choice that is written is read back equal; the default writes nothing', () => {
    const search = (choice: MatrixChoice) => `?${new URLSearchParams(Object.entries(matrixKeys(choice)).flatMap(([key, value]) => (value === null ? [] : [[key, value]]))).toString()}`;
    for (const choice of [DEFAULT_CHOICE, all, { ...DEFAULT_CHOICE, order: 'name', turned: true }]) expect(parseMatrixChoice(search(choice), sheet)).toEqual({ choice, refusals: [] });
    expect(matrixKeys(DEFAULT_CHOICE)).toEqual({ order: null, group: null, q: null });
  });
  test('what is not there falls back and is told', () => {
    expect(parseMatrixChoice('?order=1999&group=colour&sort=value', sheet)).toMatchObject({ choice: DEFAULT_CHOICE, refusals: [{ key: 'order', found: '1999' }, { key: 'group', found: 'colour' }] });
  });
});
