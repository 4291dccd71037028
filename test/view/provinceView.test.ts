import fc from 'fast-check';
import { expect, test } from 'vitest';
import { provinceView, type ProvinceInput, type ProvinceView } from '../../src/view/provinceView.ts';
import type { Indicator } from '../../src/model/indicator.ts';
import type { Measured, Observation } from '../../src/model/observation.ts';
import { provincesTakeaway } from '../../src/view/sentences/provinces.ts';
import { toyAbsence, toyObservation, toyProvinceIds, toyRegions, toyTable, toyUnits } from '../support/toys.ts';
import { column, en, row, textsIn, zh } from '../support/toyViews.ts';

const regions = toyRegions.filter(({ level }) => level === 'province' || level === 'corps');
const at = (index: number) => {
  const id = toyProvinceIds[index];
  if (id === undefined) throw new Error(`there is no toy province ${index}`);
  return id;
};

/** One observation a province, from the first on; null is not published, undefined has no row. */
const given = (values: readonly (number | null | undefined)[], changes: Partial<Measured> = {}): readonly Observation[] =>
  values.flatMap((value, index): Observation[] => {
    const regionId = at(index);
    if (value === undefined) return [];
    return [value === null ? toyAbsence('notPublished', { regionId, ...(changes.period === undefined ? {} : { period: changes.period }) }) : toyObservation(value, { ...changes, regionId })];
  });

const upTo31 = Array.from({ length: 31 }, (_, index) => index + 1);

const see = (observations: readonly Observation[], { say = zh, indicator = {}, ...input }: Partial<Omit<ProvinceInput, 'table'>> & { say?: typeof zh; indicator?: Partial<Indicator> } = {}): ProvinceView =>
  provinceView({ table: toyTable(observations, indicator), period: '2001', regions, selected: null, ...input }, say);

const ofRegion = (view: ProvinceView, id: string) => {
  const found = view.map.regions[id];
  if (!found) throw new Error(`the map has no region ${id}`);
  return found;
};

const classed = (view: ProvinceView) => Object.values(view.map.regions).filter(({ classIndex }) => classIndex !== null);

test('a rank is told with its n, on the map and in speech', () => {
  const view = see(given(upTo31));
  expect(ofRegion(view, at(28))).toMatchObject({ valueText: '29个', rankText: '第3位，共31', spoken: '玩具29，29个，第3位，共31，2001年' });
  expect(ofRegion(see(given(upTo31), { say: en }), at(28))).toMatchObject({ valueText: '29 toys', rankText: 'rank 3 of 31', spoken: 'P29, 29 toys, rank 3 of 31, 2001' });
});

test('n is the number of the ranked, not of the expected', () => {
  expect(ofRegion(see(given(upTo31.map((value) => (value > 25 ? null : value)))), at(24)).rankText).toBe('第1位，共25');
});

test('ties share the better rank and leave a gap, in bars and table', () => {
  const view = see(given([9, 9, 9, ...upTo31.slice(3).map(() => 5)]));
  expect(view.bars.rows.slice(0, 4).map(({ rank }) => rank)).toEqual(['1', '1', '1', '4']);
  expect(column(view.table, 'rank').slice(0, 4)).toEqual(['1', '1', '1', '4']);
});

test('its sentence is that of the provinces in one period', () => {
  const table = toyTable(given(upTo31));
  const facts = { table, period: '2001', regions, selected: at(3) };
  expect(provinceView(facts, en).takeaway).toEqual(provincesTakeaway(facts, en));
});

test('a doubtful figure keeps its rank and is marked wherever it stands', () => {
  const view = see([...given(upTo31).slice(0, 30), toyObservation(31, { regionId: at(30), confidence: 'C' })]);
  expect(ofRegion(view, at(30))).toMatchObject({ doubtful: true, rankText: '第1位，共31' });
  expect(ofRegion(view, at(30)).spoken).toContain('存疑');
  expect(ofRegion(view, at(30)).mark).toBe('？');
  expect(view.bars.rows[0]).toMatchObject({ text: '31', mark: '？', isHollow: true });
  expect(view.map.legend.marks).toEqual([{ mark: '？', label: '存疑：虚线框' }]);
  expect(row(view.table, at(30))).toMatchObject({ status: '公布值，存疑', confidence: 'C' });
  expect(view.notes).toContain('虚线框：玩具31的数值与名次不符，存疑。');
  expect(see(given(upTo31)).notes).toEqual([]);
});

const amongMeasured = (changes: Partial<Measured>, say = zh) => see([...given(upTo31).slice(0, 30), toyObservation(31, { regionId: at(30), ...changes })], { say });

test.each([
  { says: 'derived', changes: { status: 'derived' }, mark: '■', label: '推算，并非公布', words: '推算', sign: '■' },
  { says: 'provisional', changes: { status: 'provisional' }, mark: '◐', label: '初步', words: '初步', sign: '◐' },
  { says: 'estimated', changes: { status: 'estimated' }, mark: '○', label: '估计', words: '估计', sign: '○' },
  { says: 'forecast', changes: { status: 'forecast' }, mark: '◌', label: '预测', words: '预测', sign: '◌' },
  { says: 'a lower bound', changes: { precision: 'lowerBound' }, mark: '', label: '下限（“超过”），条形不封口', words: '公布值，下限（“超过”）', sign: '»' },
  { says: 'an upper bound', changes: { precision: 'upperBound' }, mark: '', label: '上限（“不到”）', words: '公布值，上限（“不到”）', sign: '«' },
  { says: 'approximate', changes: { precision: 'approximate' }, mark: '', label: '约数', words: '公布值，约数', sign: '约' },
] as const)('a figure that is $says is marked in picture, legend, speech and table', ({ says, changes, mark, label, words, sign }) => {
  const view = amongMeasured(changes);
  expect(ofRegion(view, at(30)).mark).toBe(mark);
  expect(ofRegion(view, at(30)).spoken).toBe(`玩具31，${view.map.regions[at(30)]?.valueText}，${words}，${says === 'an upper bound' ? '名次未定' : '第1位，共31'}，2001年`);
  expect(view.map.legend.marks).toEqual([{ mark: sign, label }]);
  expect(row(view.table, at(30))['status']).toBe(words);
});

test('bounds and approximate figures say so before the digits; the bar of a bound is open', () => {
  expect(amongMeasured({ precision: 'lowerBound' }).bars.rows[0]).toMatchObject({ text: '＞31', bound: 'lower' });
  expect(amongMeasured({ precision: 'upperBound' }).bars.rows[0]).toMatchObject({ text: '＜31', bound: 'upper' });
  expect(amongMeasured({ precision: 'approximate' }).bars.rows[0]).toMatchObject({ text: '约31', bound: null });
  expect(amongMeasured({ precision: 'approximate' }, en).bars.rows[0]).toMatchObject({ text: 'c. 31' });
});

test('where all figures are derived it is said once, and none is marked', () => {
  const view = see(given(upTo31, { status: 'derived' }));
  expect(view.map.legend.marks).toEqual([{ mark: '■', label: '图中各值均由本站推算，并非公布' }]);
  expect(Object.values(view.map.regions).filter(({ mark }) => mark !== '')).toEqual([]);
  expect(ofRegion(view, at(0)).spoken).toContain('推算');
});

test('figures as printed have no marks and no legend of them', () => {
  expect(see(given(upTo31)).map.legend.marks).toEqual([]);
});

test('what is spoken is what the readout shows', () => {
  const view = see([...given([...upTo31.slice(0, 29), null]), toyObservation(31, { regionId: at(30), confidence: 'C', status: 'estimated' })]);
  for (const { name, valueText, asideText, spoken } of Object.values(view.map.regions)) expect(spoken).toBe(`${name}，${valueText}，${asideText}`);
  expect(view.bars.rows[0]?.spoken).toBe(ofRegion(view, at(30)).spoken);
});

test('who is absent, and why', () => {
  const view = see([
    ...given(upTo31.slice(0, 26)),
    toyAbsence('suppressed', { regionId: at(26) }),
    toyAbsence('notApplicable', { regionId: at(27) }),
    toyAbsence('notPublished', { regionId: at(28) }),
    toyAbsence('notSurveyed', { regionId: at(29) }),
  ]);
  expect(view.map.legend.absences).toEqual([
    { kind: 'notPublished', label: '未公布', regions: '玩具29' },
    { kind: 'notGathered', label: '未收录', regions: '玩具31' },
    { kind: 'notApplicable', label: '不适用', regions: '玩具28、玩具兵团' },
    { kind: 'notSurveyed', label: '未纳入调查', regions: '玩具30、玩具710000、玩具810000、玩具820000' },
    { kind: 'suppressed', label: '依规不公布', regions: '玩具27' },
  ]);
  expect(view.coverage).toBe('31个省份中26个有数据');
});

test('where the Corps is expected, its missing row is one that we have not gathered', () => {
  const view = see(given(upTo31), { indicator: { expected: 'provincesAndCorps' } });
  expect(ofRegion(view, '660000').absence).toBe('notGathered');
  expect(view.coverage).toBe('32个单位中31个有数据');
});

test('nothing absent is shown as 0, has a bar, a rank or a class', () => {
  const view = see(given([null, undefined, ...upTo31.slice(2)]));
  for (const id of [at(0), at(1), '810000', '660000']) {
    const region = ofRegion(view, id);
    expect(region).toMatchObject({ classIndex: null, rankText: '' });
    expect(textsIn({ valueText: region.valueText, shortText: region.shortText }).join('')).not.toMatch(/\d/);
    expect(view.bars.rows.some((bar) => bar.id === id)).toBe(false);
  }
  expect(row(view.table, at(0))).toMatchObject({ value: '未公布', rank: '', status: '未公布' });
});

test('zero is a figure: it has a rank, a class and a bar of no length', () => {
  const view = see(given([0, ...upTo31.slice(1)]));
  expect(ofRegion(view, at(0))).toMatchObject({ valueText: '0个', rankText: '第31位，共31', classIndex: 0, absence: null });
  expect(view.bars.rows.at(-1)).toMatchObject({ text: '0', from: 0, to: 0 });
});

test('bars are parts of the longest, from zero', () => {
  const view = see(given([50, 25, ...upTo31.slice(2).map(() => 10)]));
  expect(view.bars).toMatchObject({ zero: 0 });
  expect(view.bars.rows.slice(0, 3).map(({ from, to }) => [from, to])).toEqual([[0, 1], [0, 0.5], [0, 0.2]]);
});

test('what is less than zero grows the other way, on the same scale', () => {
  const mixed = see(given([-30, 10, ...upTo31.slice(2).map(() => 0)])).bars;
  expect(mixed.zero).toBe(0.75);
  expect([mixed.rows[0], mixed.rows.at(-1)].map((bar) => [bar?.from, bar?.to])).toEqual([[0.75, 1], [0.75, 0]]);
  const negative = see(given([-40, ...upTo31.slice(1).map(() => -10)])).bars;
  expect(negative.zero).toBe(1);
  expect([negative.rows[0], negative.rows.at(-1)].map((bar) => [bar?.from, bar?.to])).toEqual([[1, 0.75], [1, 0]]);
});

test('of zeros alone there is no bar: nothing says how long one would be', () => {
  expect(see(given(upTo31.map(() => 0))).bars.rows.every(({ from, to }) => from === null && to === null)).toBe(true);
});

test('how the classes were made is said, with their number', () => {
  const method = (observations: readonly Observation[], options: Parameters<typeof see>[1] = {}) => see(observations, options).map.legend.method;
  expect(method(given(upTo31))).toBe('分级：各期合在一起的五分位，各期界线相同，5级');
  expect(method(given(upTo31), { say: en })).toBe('Classes: quintiles over all periods together, the same edges in each, 5 of them');
  expect(method(given(upTo31.map((value) => Math.min(value, 2))))).toBe('分级：各期合在一起的五分位（相同的界线合并），各期界线相同，1级');
  expect(method(given(upTo31), { indicator: { classes: [0, 10, 20, 40] } })).toBe('分级：固定界线（指标说明），3级');
  expect(method(given(upTo31, { status: 'derived' }), { isTransformed: true })).toBe('分级：换算后各期合在一起的五分位，各期界线相同，5级');
  expect(method(inBands, { indicator: { publishes: 'bands', bands } })).toBe('分级：发布方的档，3档');
  expect(method(given(upTo31.map(() => null)))).toBe('');
});

test('the classes are the same in every period', () => {
  const observations = [...given(upTo31), ...given(upTo31.map((value) => value + 100), { period: '2002' })];
  const [one, other] = ['2001', '2002'].map((period) => see(observations, { period }).map.legend.edges);
  expect(one).toEqual(other);
  expect(one?.[0]).toBe('1');
  expect(one?.at(-1)).toBe('131');
});

test('edges are printed without decimals that they do not need', () => {
  expect(see(given(upTo31, { printedDecimals: 2 }), { indicator: { classes: [0, 10, 20, 40] } }).map.legend.edges).toEqual(['0', '10', '20', '40']);
  expect(see(given(upTo31, { printedDecimals: 2 }), { indicator: { classes: [0, 10.5, 20, 40] } }).map.legend.edges).toEqual(['0.0', '10.5', '20.0', '40.0']);
});

test('figures are in the reader’s unit', () => {
  const values = given(upTo31.map((value) => value * 1e6), { printedDecimals: 2 });
  expect(see(values, { indicator: { unit: toyUnits.hundredMillion } })).toMatchObject({ heading: '玩具数 · 2001年 · 亿个', bars: { rows: expect.arrayContaining([expect.objectContaining({ text: '0.31' })]) } });
  expect(ofRegion(see(values, { say: en, indicator: { unit: toyUnits.hundredMillion } }), at(30)).valueText).toBe('31 million toys');
});

test('the published place stands in a column of its own, and is never the one computed here', () => {
  const view = see([...given(upTo31).slice(0, 30), toyObservation(31, { regionId: at(30), publishedRank: 7 })]);
  expect(row(view.table, at(30))).toMatchObject({ rank: '1', published: '7' });
  expect(row(view.table, at(0))).toMatchObject({ rank: '31', published: '' });
});

test('the nation’s total is no province', () => {
  const view = see([...given(upTo31), toyObservation(500, { regionId: '100000' })]);
  expect(view.map.regions['100000']).toBeUndefined();
  expect(ofRegion(view, at(0)).rankText).toBe('第31位，共31');
});

test('notes are in the reader’s language, and their column is there only when needed', () => {
  const view = (say: typeof zh) => see([...given(upTo31).slice(0, 30), toyObservation(31, { regionId: at(30), note: '木制 / wooden' })], { say });
  expect(row(view(zh).table, at(30))['note']).toBe('木制');
  expect(row(view(en).table, at(30))['note']).toBe('wooden');
  expect(see(given(upTo31)).table.columns.map(({ key }) => key)).not.toContain('note');
});

test('each source is named once, in order of first use', () => {
  expect(see(given(upTo31).map((one, index) => ({ ...one, sourceId: index < 2 ? 'toy-news' : 'toy-book' }))).sourceIds).toEqual(['toy-news', 'toy-book']);
});

test('a period without a figure has neither bars nor coverage', () => {
  const view = see(given(upTo31.map(() => null)));
  expect(view.bars.rows).toEqual([]);
  expect(view.coverage).toBe('31个省份中0个有数据');
});

const bands = [
  { id: 'few', name: { zh: '少', en: 'Few' } },
  { id: 'some', name: { zh: '中', en: 'Some' } },
  { id: 'many', name: { zh: '多', en: 'Many' } },
];
const inBands = upTo31.slice(0, 30).map((_, index) => toyAbsence('notPublished', { regionId: at(index), band: index < 5 ? 'many' : 'few' }));

test('of classes without values, the numbers in each are told, and nobody is ranked', () => {
  const view = see(inBands, { indicator: { publishes: 'bands', bands } });
  expect(view.coverage).toBe('31个省份中30个有数据');
  expect(view.bars.rows).toEqual([]);
  expect(view.groups.map(({ name, count }) => [name, count])).toEqual([['多', '5'], ['少', '25']]);
  expect(view.map).toMatchObject({ classCount: 3, legend: { counts: [25, 0, 5], bandNames: ['少', '中', '多'], edges: [] } });
  expect(ofRegion(view, at(0))).toMatchObject({ valueText: '多', classIndex: 2, absence: null, rankText: '' });
  expect(ofRegion(view, at(30))).toMatchObject({ absence: 'notGathered', classIndex: null });
  expect(row(view.table, at(0))).toMatchObject({ band: '多', status: '公布值' });
  expect(view.table.columns.map(({ key }) => key)).not.toContain('value');
});

test('a value without a class is in no class, least of all in the lowest', () => {
  const view = see([...inBands, toyObservation(3, { regionId: at(30) })], { indicator: { publishes: 'bands', bands } });
  expect(ofRegion(view, at(30))).toMatchObject({ classIndex: null, valueText: '3个' });
  expect(view.map.legend.counts).toEqual([25, 0, 5]);
});

test('a publisher who cuts anew each year: the classes of a period are those of that year, lowest first', () => {
  const years = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => ({ id, name: { zh: id, en: id } }));
  const view = see(upTo31.map((_, index) => toyAbsence('notPublished', { regionId: at(index), band: index < 5 ? 'f' : 'b' })), { indicator: { publishes: 'bands', bands: years } });
  expect(view.map).toMatchObject({ classCount: 2, legend: { counts: [26, 5], bandNames: ['b', 'f'] } });
  expect(ofRegion(view, at(0))).toMatchObject({ valueText: 'f', classIndex: 1 });
});

// Tenths, so that a median of two has one decimal more at the most.
const tables = fc.record({
  values: fc.array(fc.option(fc.integer({ min: -200, max: 2000 }), { freq: 8 }), { minLength: 1, maxLength: 31 }),
  missing: fc.integer({ min: 0, max: 10 }),
  better: fc.constantFrom('higher' as const, 'lower' as const, 'none' as const),
});
const tenths = (values: readonly (number | null)[]) => given(values.map((value) => (value === null ? null : value / 10)), { printedDecimals: 1 });
test('whatever the figures, the counts add up to those that have a class, and k to those that have a value', () => {
  fc.assert(
    fc.property(tables, ({ values }) => {
      const known = values.filter((value) => value !== null).length;
      // A second, full period, so that there is a map and there are classes.
      const view = see([...tenths(values), ...given(upTo31, { period: '2002' })]);
      const { counts, absences, edges } = view.map.legend;
      const inClasses = counts.reduce((sum, count) => sum + count, 0);
      if (known > 0) expect(inClasses).toBe(known);
      expect(inClasses).toBe(classed(view).length);
      expect(counts).toHaveLength(view.map.classCount);
      if (known > 0) expect(edges).toHaveLength(view.map.classCount + 1);
      expect(view.bars.rows).toHaveLength(known);
      expect(view.coverage).toBe(`31个省份中${known}个有数据`);
      expect(absences.reduce((sum, { regions: names }) => sum + names.split('、').length, 0) + known).toBe(regions.length);
    }),
  );
});

test('whatever the figures, the table has every observation of the period, once', () => {
  fc.assert(
    fc.property(tables, ({ values, better }) => {
      const observations = tenths(values);
      const { table } = see([...observations, ...given(upTo31, { period: '2002' })], { indicator: { better } });
      expect(table.rows.map(({ key }) => key).sort()).toEqual(observations.map(({ regionId }) => regionId).sort());
      for (const { cells } of table.rows) expect(cells).toHaveLength(table.columns.length);
    }),
  );
});

