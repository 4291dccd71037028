import fc from 'fast-check';
import { expect, test } from 'vitest';
import { trendOption, type TrendOption } from '../../src/charts/trendOption.ts';
import { trendView, type TrendView } from '../../src/view/trendView.ts';
import { toyObservation, toyTable } from '../support/toys.ts';
import { toyTrend, trendOf } from '../support/toyTrend.ts';
import { zh } from '../support/toyViews.ts';

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
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 8 }), (values) => {
      const { yAxis } = trendOption(trendOf(values), size);
      expect(at(yAxis, 'min')).toBe(0);
      expect(at(yAxis, 'max')).toBeGreaterThanOrEqual(Math.max(...values));
    }),
  );
});

test('it is data: the one callback prints years', () => {
  expect(callbacks(trendOption(toyTrend, size))).toEqual(['xAxis.axisLabel.formatter']);
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
  expect(trendOption(toyTrend, size)).toEqual(trendOption(structuredClone(toyTrend), size));
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
