import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Indicator } from '../../src/model/indicator.ts';
import type { Measured, Observation } from '../../src/model/observation.ts';
import { differenceView, pairView } from '../../src/view/compareView.ts';
import { provinceView, type ProvinceView } from '../../src/view/provinceView.ts';
import { differenceTakeaway } from '../../src/view/sentences/difference.ts';
import { pairTakeaway } from '../../src/view/sentences/pair.ts';
import { toyAbsence, toyObservation, toyProvinceIds, toyRegions, toyTable, toyUnits } from '../support/toys.ts';
import { column, en, row, zh } from '../support/toyViews.ts';

const regions = toyRegions.filter(({ level }) => level === 'province' || level === 'corps');
const at = (index: number) => {
  const id = toyProvinceIds[index];
  if (id === undefined) throw new Error(`there is no toy province ${index}`);
  return id;
};

const ofPeriod = (period: string, values: readonly (number | null)[], changes: Partial<Measured> = {}): readonly Observation[] =>
  values.map((value, index): Observation => (value === null ? toyAbsence('notPublished', { regionId: at(index), period }) : toyObservation(value, { ...changes, regionId: at(index), period })));
const filled = (values: readonly (number | null)[], rest: number) => Array.from({ length: 31 }, (_, index) => values[index] ?? (index < values.length ? null : rest));

/** The first provinces as given, the others unchanged at 10. */
const twoPeriods = (earlier: readonly (number | null)[], later: readonly (number | null)[]): readonly Observation[] => [...ofPeriod('2000', filled(earlier, 10)), ...ofPeriod('2001', filled(later, 10))];

interface Wish {
  readonly say?: typeof zh;
  readonly indicator?: Partial<Indicator>;
  readonly selected?: string | null;
}
const input = (observations: readonly Observation[], { indicator = {}, selected = null }: Wish = {}) => ({ table: toyTable(observations, indicator), from: '2000', to: '2001', shown: '2001', regions, selected });
const difference = (observations: readonly Observation[], wish: Wish = {}): ProvinceView => {
  const answer = differenceView(input(observations, wish), wish.say ?? zh);
  if (answer.kind === 'refused') throw new Error(answer.message);
  return answer.view;
};
const refusal = (observations: readonly Observation[], wish: Wish = {}): string => {
  const answer = differenceView(input(observations, wish), wish.say ?? zh);
  return answer.kind === 'refused' ? answer.message : 'not refused';
};
const ofRegion = (view: ProvinceView, id: string) => {
  const found = view.map.regions[id];
  if (!found) throw new Error(`the map has no region ${id}`);
  return found;
};

test('a change has a shape, a word and a size, and both figures it comes from', () => {
  const view = difference(twoPeriods([10, 10, 10], [14, 3, 10]));
  expect(ofRegion(view, at(0))).toMatchObject({ valueText: '▲升4个', shortText: '▲升4', tileText: '4', direction: '▲升', spoken: '玩具1，▲升4个，2000年10个，2001年14个，由升到降第1位，共31' });
  expect(ofRegion(view, at(1))).toMatchObject({ valueText: '▼降7个', spoken: '玩具2，▼降7个，2000年10个，2001年3个，由升到降第31位，共31' });
  expect(ofRegion(view, at(2))).toMatchObject({ valueText: '―持平', shortText: '―平', classIndex: 3 });
  const english = difference(twoPeriods([10, 10], [14, 3]), { say: en });
  expect(ofRegion(english, at(0))).toMatchObject({ valueText: '▲ up 4 toys', shortText: '▲ +4', spoken: 'P1, ▲ up 4 toys, 10 toys in 2000, 14 toys in 2001, 1 of 31 from rise to fall' });
  expect(ofRegion(english, at(2)).valueText).toBe('― unchanged');
});

test('the difference of percentages is in points', () => {
  const view = difference(twoPeriods([10], [14]), { indicator: { unit: toyUnits.percent } });
  expect(ofRegion(view, at(0)).valueText).toBe('▲升4个百分点');
  expect(view.heading).toBe('玩具数 · 2000年→2001年 · 变化（个百分点）');
  expect(difference(twoPeriods([10], [14]), { indicator: { unit: toyUnits.percent }, say: en }).heading).toBe('Toys · 2000 → 2001 · change (points)');
});

test('seven classes, symmetric about zero: a rise and a fall of one size are as strong, and the middle holds what stayed', () => {
  const view = difference(twoPeriods([10, 10, 10], [19, 1, 10]));
  expect(view.map).toMatchObject({ classCount: 7, ramp: 'diverging' });
  expect([ofRegion(view, at(0)).classIndex, ofRegion(view, at(1)).classIndex]).toEqual([6, 0]);
  expect(view.map.legend.counts).toEqual([1, 0, 0, 29, 0, 0, 1]);
  expect(view.map.legend.edges).toEqual(['−9', '−3', '−2', '−1', '＋1', '＋2', '＋3', '＋9']);
  expect(view.map.legend.method).toContain('7级');
});

test('the legend counts rises, falls and those that stayed, and only those there are', () => {
  expect(difference(twoPeriods([10, 10, 10], [14, 3, 10])).map.legend.marks).toEqual([{ mark: '▲', label: '升1个' }, { mark: '―', label: '持平29个' }, { mark: '▼', label: '降1个' }]);
  expect(difference([...ofPeriod('2000', filled([], 1)), ...ofPeriod('2001', filled([], 2))]).map.legend.marks).toEqual([{ mark: '▲', label: '升31个' }]);
});

test.each([
  { says: 'the earlier is missing', earlier: [null], later: [5], kind: 'notPublished', label: '2000年未公布' },
  { says: 'the later is missing', earlier: [5], later: [null], kind: 'notPublished', label: '2001年未公布' },
  { says: 'both are missing', earlier: [null], later: [null], kind: 'notPublished', label: '未公布' },
] as const)('a region is hatched with the reason where $says', ({ earlier, later, kind, label }) => {
  const view = difference(twoPeriods(earlier, later));
  expect(ofRegion(view, at(0))).toMatchObject({ classIndex: null, absence: kind, valueText: label, rankText: '' });
  expect(view.map.legend.absences).toContainEqual({ kind, label, regions: '玩具1' });
  expect(view.bars.rows.some(({ id }) => id === at(0))).toBe(false);
  expect(row(view.table, at(0))).toMatchObject({ rank: '', change: '', status: label });
  expect(view.coverage).toBe('31个省份中30个有数据');
});

test.each([
  { says: 'a bound', changes: { precision: 'lowerBound' }, label: '有一期只是上下限，不能相减' },
  { says: 'a forecast', changes: { status: 'forecast' }, label: '有一期是预测，不能相减' },
] as const)('$says is a figure, but none to subtract', ({ changes, label }) => {
  const [, ...rest] = twoPeriods([10], [10]);
  const view = difference([toyObservation(10, { regionId: at(0), period: '2000', ...changes }), ...rest]);
  expect(ofRegion(view, at(0))).toMatchObject({ classIndex: null, absence: 'notApplicable', valueText: label });
});

test('nobody outside the survey changed: Hong Kong, Macao, Taiwan and the Corps are hatched as on any map', () => {
  const view = difference(twoPeriods([], []));
  expect(ofRegion(view, '810000')).toMatchObject({ absence: 'notSurveyed', valueText: '未纳入调查' });
  expect(ofRegion(view, '660000')).toMatchObject({ absence: 'notApplicable', valueText: '不适用' });
});

test('across a break in method the whole map is refused, with the break’s period and reason', () => {
  const wish = { indicator: { methodBreaks: [{ period: '2001', reason: { zh: '改数积木', en: 'blocks are counted now' } }] } };
  expect(refusal(twoPeriods([1], [2]), wish)).toBe('2000年与2001年不能相减：自2001年起口径有变（改数积木）。图上仍是2001年的公布值。');
  expect(refusal(twoPeriods([1], [2]), { ...wish, say: en })).toBe('2001 and 2000 can’t be subtracted: the method changed from 2001 on (blocks are counted now). The map still shows the published values of 2001.');
});

test('classes can’t be subtracted, and it is said where they can be seen', () => {
  const bands = [{ id: 'few', name: { zh: '少', en: 'Few' } }];
  const both = ['2000', '2001'].flatMap((period) => toyProvinceIds.map((regionId) => toyAbsence('notPublished', { regionId, period, band: 'few' })));
  expect(refusal(both, { indicator: { publishes: 'bands', bands } })).toBe('2000年与2001年只公布了档次，不能相减，可以并排看。图上仍是2001年公布的档次。');
});

test('without one pair there is no map of differences', () => {
  expect(refusal([...ofPeriod('2000', filled([], 1)), ...ofPeriod('2001', [null])])).toBe('2000年与2001年没有一个地区可以相减。图上仍是2001年的公布值。');
});

test('a doubtful figure makes a doubtful difference', () => {
  const [, ...rest] = twoPeriods([10], [14]);
  const view = difference([toyObservation(10, { regionId: at(0), period: '2000', confidence: 'C' }), ...rest]);
  expect(ofRegion(view, at(0))).toMatchObject({ doubtful: true, mark: '？' });
  expect(ofRegion(view, at(0)).spoken).toContain('2000年公布值，存疑');
  expect(view.bars.rows[0]).toMatchObject({ isHollow: true, mark: '？' });
});

test('bars run from the largest rise to the largest fall, about one zero', () => {
  const view = difference(twoPeriods([10, 10], [40, 0]));
  expect(view.bars).toMatchObject({ zero: 0.25, ramp: 'diverging' });
  expect(view.bars.rows[0]).toMatchObject({ text: '▲升30', from: 0.25, to: 1 });
  expect(view.bars.rows.at(-1)).toMatchObject({ text: '▼降10', from: 0.25, to: 0 });
});

test('the order is that of the picture, whichever is better', () => {
  const order = (better: Indicator['better']) => difference(twoPeriods([10, 10], [40, 0]), { indicator: { better } }).bars.rows[0]?.name;
  expect((['higher', 'lower', 'none'] as const).map(order)).toEqual(['玩具1', '玩具1', '玩具1']);
});

test('the table has both figures, the difference with its sign, and its status in words', () => {
  const view = difference(twoPeriods([10, 10], [14, 3]));
  expect(view.table.columns.map(({ label }) => label)).toEqual(['名次', '地区', '2000年（个）', '2001年（个）', '差值（个）', '状态']);
  expect(row(view.table, at(0))).toEqual({ rank: '1', region: '玩具1', earlier: '10', later: '14', change: '＋4', status: '▲升' });
  expect(row(view.table, at(1))).toMatchObject({ rank: '31', change: '−7', status: '▼降' });
});

test('a change is not told finer than both were printed, unless it would be told as none', () => {
  const [, ...rest] = twoPeriods([10], [10]);
  const of = (value: number, printedDecimals: number) => ofRegion(difference([toyObservation(10, { regionId: at(0), period: '2000' }), ...rest.filter((one) => !(one.regionId === at(0) && one.period === '2001')), toyObservation(value, { regionId: at(0), period: '2001', printedDecimals })]), at(0)).valueText;
  expect(of(13.4, 1)).toBe('▲升3个');
  expect(of(10.4, 1)).toBe('▲升0.4个');
});

test('its sentence is that of a difference', () => {
  const observations = twoPeriods([10], [14]);
  const { table, from, to } = input(observations);
  expect(difference(observations, { selected: at(0) }).takeaway).toEqual(differenceTakeaway({ table, from, to, regions, selected: at(0) }, zh));
});

const values = fc.array(fc.option(fc.integer({ min: -500, max: 500 }), { freq: 8 }), { minLength: 31, maxLength: 31 });

test('whatever the figures: every change is the difference recomputed, in a class of its own sign, and the counts add up', () => {
  fc.assert(
    fc.property(values, values, (earlier, later) => {
      const observations = [...ofPeriod('2000', earlier), ...ofPeriod('2001', later)];
      const answer = differenceView(input(observations), en);
      const pairs = earlier.flatMap((before, index) => {
        const after = later[index];
        return before === null || after === null || after === undefined ? [] : [{ id: at(index), change: after - before }];
      });
      if (answer.kind === 'refused') {
        expect(pairs).toEqual([]);
        return;
      }
      const { view } = answer;
      expect(view.bars.rows).toHaveLength(pairs.length);
      expect(view.map.legend.counts.reduce((sum, count) => sum + count, 0)).toBe(pairs.length);
      for (const { id, change } of pairs) {
        expect(Number(row(view.table, id)['change']?.replace('−', '-').replace(',', ''))).toBe(change);
        expect(Math.sign((ofRegion(view, id).classIndex ?? NaN) - 3) * change).toBeGreaterThanOrEqual(0);
        expect(ofRegion(view, id).valueText.startsWith(change > 0 ? '▲' : change < 0 ? '▼' : '―')).toBe(true);
      }
      for (const { id } of regions) if (!pairs.some((pair) => pair.id === id)) expect(ofRegion(view, id).classIndex).toBeNull();
    }),
    { numRuns: 60 },
  );
});

test('side by side both are the maps of their own periods, on one scale', () => {
  const observations = twoPeriods([1, 2, 3], [40, 50, null]);
  const pair = pairView(input(observations, { selected: at(0) }), zh);
  const alone = (period: string) => provinceView({ table: toyTable(observations), period, regions, selected: at(0) }, zh);
  expect(pair.earlierMap).toEqual(alone('2000').map);
  expect(pair.map.regions).toEqual(alone('2001').map.regions);
  expect(pair.earlierMap?.legend.edges).toEqual(pair.map.legend.edges);
  expect([pair.earlierMap?.when, pair.map.when]).toEqual(['2000年', '2001年']);
});

test('side by side one legend counts both periods, and says whose absence it is', () => {
  const pair = pairView(input(twoPeriods([1, 2, 3], [40, 50, null])), zh);
  expect(pair.map.legend.earlier).toMatchObject({ name: '2000年', ownName: '2001年' });
  const sum = (counts: readonly number[] = []) => counts.reduce((total, count) => total + count, 0);
  expect([sum(pair.map.legend.earlier?.counts), sum(pair.map.legend.counts)]).toEqual([31, 30]);
  expect(pair.map.legend.absences.map(({ label, regions: names }) => `${label}：${names}`)).toEqual(['不适用：玩具兵团', '未纳入调查：玩具710000、玩具810000、玩具820000', '2001年未公布：玩具3']);
});

test('side by side the table has the values and places of both', () => {
  const pair = pairView(input(twoPeriods([1, 2], [40, 50])), zh);
  expect(pair.table.columns.map(({ label }) => label)).toEqual(['地区', '2000年名次', '2000年数值（个）', '2000年状态', '2001年名次', '2001年数值（个）', '2001年状态']);
  expect(row(pair.table, at(0))).toEqual({ region: '玩具1', '2000 rank': '31', '2000 value': '1', '2000 status': '公布值', '2001 rank': '2', '2001 value': '40', '2001 status': '公布值' });
  expect(column(pair.table, 'region')).toHaveLength(31);
});

test('side by side the bars are the later period, with the earlier one’s place on the same scale', () => {
  const pair = pairView(input(twoPeriods([20, null], [40, 30])), zh);
  expect(pair.bars.rows[0]).toMatchObject({ name: '玩具1', to: 1, earlier: 0.5 });
  expect(pair.bars.rows[1]).toMatchObject({ name: '玩具2', earlier: null });
});

test('side by side both coverages are told, and its sentence is that of a pair', () => {
  const observations = twoPeriods([null], [5]);
  const { table, from, to } = input(observations);
  expect(pairView(input(observations), zh).coverage).toBe('2000年：31个省份中30个有数据；2001年：31个省份中31个有数据');
  expect(pairView(input(observations), en).takeaway).toEqual(pairTakeaway({ table, from, to, regions, selected: null }, en));
});
