import fc from 'fast-check';
import { expect, test } from 'vitest';
import { trendLayout, trendOption, type TrendOption } from '../../src/charts/trendOption.ts';
import { trendView, type TrendView } from '../../src/view/trendView.ts';
import { toyAbsence, toyObservation, toyTable } from '../support/toys.ts';
import { toyTrend, trendOf } from '../support/toyTrend.ts';
import { en, zh } from '../support/toyViews.ts';

const size = { width: 800, height: 430 };
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const at = (value: unknown, ...path: readonly string[]): unknown => path.reduce<unknown>((below, key) => (isRecord(below) ? below[key] : undefined), value);
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const seriesOf = (option: TrendOption): readonly unknown[] => listOf(option.series);
/** Those with marks and figures; the others are ways between points, rings and chevrons. */
const pointsOf = (option: TrendOption) => seriesOf(option).filter((one) => at(one, 'name') !== undefined);
const waysOf = (option: TrendOption) => seriesOf(option).filter((one) => Number(at(one, 'lineStyle', 'width')) > 0);
const valuesOf = (one: unknown): readonly unknown[] => listOf(at(one, 'data')).map((datum) => (Array.isArray(datum) ? datum : at(datum, 'value')));
const labelsOf = (option: TrendOption) => pointsOf(option).flatMap((one) => listOf(at(one, 'data')).map((datum) => at(datum, 'label', 'formatter')));

/** Every function below, by its path. */
function callbacks(value: unknown, path = ''): readonly string[] {
  if (typeof value === 'function') return [path];
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, below]) => callbacks(below, path === '' ? key : `${path}.${key}`));
}

test('the vertical axis begins at zero and covers the highest', () => {
  expect(trendOption(trendOf([1000, 1001, 1002]), size).yAxis).toMatchObject({ min: 0 });
  expect(trendOption(trendOf([0, 0, 0]), size).yAxis).toMatchObject({ min: 0, max: 1 });
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 8 }), (values) => {
      const { yAxis } = trendOption(trendOf(values), size);
      expect(at(yAxis, 'min')).toBe(0);
      expect(at(yAxis, 'max')).toBeGreaterThanOrEqual(Math.max(...values));
    }),
  );
});

test('it is data: its two callbacks write the numbers of the axes', () => {
  expect(callbacks(trendOption(toyTrend, size))).toEqual(['xAxis.axisLabel.formatter', 'yAxis.axisLabel.formatter']);
});

test('rivals are series of their own, in their own colours', () => {
  const [red, blue] = pointsOf(trendOption(toyTrend, size));
  expect(at(red, 'name')).toBe('红厂');
  expect(valuesOf(red)).toEqual([[2001, 20], [2002, 30], [2007, 45], [2009, 60]]);
  expect(valuesOf(blue)).toEqual([[2004, 80], [2005, 70]]);
  expect(at(listOf(at(red, 'data'))[0], 'itemStyle', 'color')).not.toEqual(at(listOf(at(blue, 'data'))[1], 'itemStyle', 'color'));
});

test('points are joined by ways alone: no series of points draws a line', () => {
  for (const one of pointsOf(trendOption(toyTrend, size))) expect(at(one, 'lineStyle')).toEqual({ width: 0, opacity: 0 });
});

test('a claim is a series of its own, a hollow diamond with no line to anything', () => {
  const option = trendOption(toyTrend, size);
  const claim = pointsOf(option).at(-1);
  expect(valuesOf(claim)).toEqual([[2003, 55]]);
  expect(listOf(at(claim, 'data'))).toMatchObject([{ symbol: 'diamond', itemStyle: { color: 'var(--ground)', borderColor: 'var(--claim)' } }]);
  expect(waysOf(option).flatMap(valuesOf)).not.toContainEqual([2003, 55]);
});

test('solid, dotted over a gap, dashed to a forecast: each way goes between two points of one line', () => {
  const ways = waysOf(trendOption(toyTrend, size)).map((one) => ({ type: at(one, 'lineStyle', 'type'), points: valuesOf(one).filter((point) => !Array.isArray(point) || point[0] !== null) }));
  expect(ways).toEqual([
    { type: [1.5, 5], points: [[2002, 30], [2007, 45]] },
    { type: 'solid', points: [[2001, 20], [2002, 30]] },
    { type: [6, 4], points: [[2007, 45], [2009, 60]] },
    { type: 'solid', points: [[2004, 80], [2005, 70]] },
  ]);
});

test('what is not joined in the view is not joined in the picture', () => {
  const parted: TrendView = { ...toyTrend, lines: toyTrend.lines.map((line) => ({ ...line, segments: [] })) };
  expect(waysOf(trendOption(parted, size))).toEqual([]);
});

test('each status has a mark of its own', () => {
  const marks = pointsOf(trendOption(toyTrend, size)).flatMap((one) => listOf(at(one, 'data')).map((datum) => [at(datum, 'symbol'), at(datum, 'itemStyle', 'color') === 'var(--ground)', at(datum, 'itemStyle', 'borderType') !== undefined]));
  expect(marks).toEqual([
    ['circle', false, false], // measured
    ['circle', true, false], // estimated
    ['circle', false, false], // measured, a bound
    ['circle', true, true], // forecast
    ['circle', false, false], // measured, about
    ['rect', false, false], // derived
    ['diamond', true, false], // claim
  ]);
});

test('how a figure was printed is a mark over it: one for “over”, another for “under”, a ring for “about”', () => {
  const points = (['lowerBound', 'upperBound', 'approximate', 'exact'] as const).map((precision, index) => toyObservation(10, { period: String(2001 + index), precision }));
  const over = seriesOf(trendOption(trendView(toyTable(points), [], zh), size)).filter((one) => at(one, 'silent') === true && at(one, 'lineStyle', 'width') === 0);
  expect(over.map(valuesOf).flat().sort()).toEqual([[2001, 10], [2002, 10], [2003, 10]]);
  expect(new Set(over.map((one) => at(one, 'symbol'))).size).toBe(3);
});

test('a claim that was a bound is marked as one', () => {
  const over = seriesOf(trendOption(toyTrend, size)).filter((one) => at(one, 'silent') === true && at(one, 'itemStyle', 'borderColor') === 'var(--claim)');
  expect(over.map(valuesOf)).toEqual([[[2003, 55]]]);
});

test('labels say the figures as formatted; the last one of a rival its name', () => {
  expect(labelsOf(trendOption(toyTrend, size))).toEqual(['20', '30', '＞45', '60\n红厂', '约80', '70\n蓝厂', '＞55\n2003年，引述']);
});

test('of very many points the first, the highest and the last are labelled', () => {
  const values = Array.from({ length: 20 }, (_, index) => (index === 7 ? 99 : index + 1));
  expect(labelsOf(trendOption(trendOf(values), size)).filter((label) => label !== undefined)).toEqual(['1', '99', '20']);
});

test('years stand only where there are figures', () => {
  const { xAxis } = trendOption(toyTrend, size);
  for (const year of listOf(at(xAxis, 'axisLabel', 'customValues'))) expect([2001, 2002, 2003, 2004, 2005, 2007, 2009]).toContain(year);
});

test('nothing moves', () => {
  const option = trendOption(toyTrend, size);
  expect([option, ...seriesOf(option)].map((one) => at(one, 'animation'))).toEqual([option, ...seriesOf(option)].map(() => false));
});

test('the same view and size give the same option', () => {
  expect(JSON.stringify(trendOption(toyTrend, size))).toBe(JSON.stringify(trendOption(structuredClone(toyTrend), size)));
});

test('colours are roles, so that the theme can give them other values', () => {
  const colours = JSON.stringify(trendOption(toyTrend, size)).match(/#[0-9a-f]{3,8}\b|rgba?\(/gi);
  expect(colours).toBeNull();
});

test('no figure gives empty axes, not an exception', () => {
  const option = trendOption(trendOf([]), size);
  expect(seriesOf(option)).toEqual([]);
  expect(option.yAxis).toMatchObject({ min: 0 });
});

test('where a figure is negative the axis goes below zero, and zero has a line of its own', () => {
  const option = trendOption(trendOf([-5, 12, -30]), size);
  expect(at(option.yAxis, 'min')).toBeLessThanOrEqual(-30);
  expect(at(option.yAxis, 'max')).toBeGreaterThanOrEqual(12);
  expect(trendLayout(trendOf([-5, 12, -30]), size).ticks).toContain(0);
  expect(waysOf(option).map(valuesOf)).toContainEqual([[expect.any(Number), 0], [expect.any(Number), 0]]);
  expect(at(option.xAxis, 'axisLine')).toMatchObject({ show: false });
  expect(waysOf(trendOption(trendOf([5, 12]), size)).map(valuesOf)).not.toContainEqual([[expect.any(Number), 0], [expect.any(Number), 0]]);
});

test('an axis of whole things has no halves, and its numbers are written as figures are', () => {
  const { ticks, tickDecimals } = trendLayout(trendOf([1, 1, 1]), size);
  expect(ticks).toEqual([0, 1, 2]);
  expect(tickDecimals).toBe(0);
  const formatter = at(trendOption(trendOf([-4_000_000, 12_000_000]), size).yAxis, 'axisLabel', 'formatter');
  expect(typeof formatter === 'function' && formatter(-5_000_000)).toBe('−5,000,000');
});

test('figures of many digits have room left of the axis', () => {
  const { grid } = trendLayout(trendOf([1_200_000_000, 900_000_000]), size);
  expect(grid.left).toBeGreaterThan(trendLayout(trendOf([12, 9]), size).grid.left + 60);
});

test('a provisional figure is half full: a ring, and half a disc over it', () => {
  const view = trendView(toyTable([toyObservation(1), toyObservation(2, { period: '2002', status: 'provisional' })]), [], zh);
  const halves = seriesOf(trendOption(view, size)).filter((one) => String(at(one, 'symbol')).startsWith('path://') && at(one, 'itemStyle', 'borderWidth') === 0);
  expect(halves.map(valuesOf)).toEqual([[[2002, 2]]]);
});

const parted = (reason: string) => trendView(toyTable([2001, 2002, 2003, 2004].map((year) => toyObservation(year - 1990, { period: String(year) })), { methodBreaks: [{ period: '2003', reason: { zh: reason, en: reason } }] }), [], zh);

test('a change of method is two slashes on the axis where no line is, and its reason', () => {
  const option = trendOption(parted('换了数法'), size);
  const onAxis = seriesOf(option).filter((one) => at(one, 'name') === undefined && JSON.stringify(valuesOf(one)) === JSON.stringify([[2002.5, 0]]));
  expect(onAxis.map((one) => at(one, 'symbol'))).toEqual(expect.arrayContaining([expect.stringMatching(/^path:/)]));
  expect(JSON.stringify(option)).toContain('换了数法');
});

test('a long reason is left to the note; the picture says that the method changed', () => {
  const reason = '玩具从此按抽屉计数而不再按箱子计数，此前各厂自报，此后由玩具统计员上门清点，两者相差很多';
  const drawn = JSON.stringify(trendOption(parted(reason), size));
  expect(drawn).not.toContain('上门清点');
  expect(drawn).toContain('方法有变');
});

test('what is absent below a dotted way is written by it where there is room, and left out where there is none', () => {
  const view = trendView(toyTable([toyObservation(10), toyObservation(30, { period: '2009' })]), [], zh);
  expect(JSON.stringify(trendOption(view, size))).toContain('2002—2008未收录');
  expect(JSON.stringify(trendOption(view, { width: 190, height: 110 }))).not.toContain('未收录');
});

test('a long name takes several lines and stays within the picture', () => {
  const series = [{ id: 'long', name: { zh: '长', en: 'Development Research Centre of the Toy State Council (wooden toys, forecast of 2003)' } }, { id: 'short', name: { zh: '短', en: 'Short' } }];
  const view = trendView(toyTable(['long', 'short'].flatMap((seriesId, index) => [toyObservation(10 + index * 30, { seriesId }), toyObservation(20 + index * 30, { seriesId, period: '2002' })]), { series }), [], { lang: 'en', words: en.words });
  const [last] = labelsOf(trendOption(view, size)).filter((label) => String(label).includes('Development'));
  expect(String(last).split('\n').length).toBeGreaterThan(2);
  expect(String(last).replaceAll('\n', ' ')).toContain('(wooden toys, forecast of 2003)');
  expect(trendLayout(view, size).grid.right).toBeLessThanOrEqual(220);
});

test('a line keeps its colour when another has no figure left', () => {
  const one = toyObservation(1, { seriesId: 'blue' });
  const absent = { ...toyAbsence('notApplicable', { seriesId: 'red' }) };
  const [line] = trendView(toyTable([absent, one]), [], zh).lines;
  expect(line?.tone).toBe(1);
});

test('one figure alone is a point in the middle of an axis', () => {
  const { toX, grid } = trendLayout(trendOf([7]), size);
  expect(toX(2001)).toBeGreaterThan(grid.left);
  expect(toX(2001)).toBeLessThan(size.width - grid.right);
});
