import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Measured, Observation } from '../../src/model/observation.ts';
import { trendView, type TrendView } from '../../src/view/trendView.ts';
import { toyAbsence, toyObservation, toyTable, toyUnits } from '../support/toys.ts';
import { en, textsIn, toyClaim, zh } from '../support/toyViews.ts';

const rivals = [
  { id: 'red', name: { zh: '红厂', en: 'Red works' } },
  { id: 'blue', name: { zh: '蓝厂', en: 'Blue works' } },
];
const year = (period: string, value: number, changes: Partial<Measured> = {}) => toyObservation(value, { period, ...changes });
const see = (observations: readonly Observation[], changes = {}, claims = [] as readonly ReturnType<typeof toyClaim>[], say = zh): TrendView => trendView(toyTable(observations, changes), claims, say);
const kinds = (view: TrendView) => view.lines.flatMap(({ segments }) => segments.map(({ kind }) => kind));

test('rivals are lines of their own, and no segment goes from one to another', () => {
  const view = see([year('2001', 1, { seriesId: 'red' }), year('2001', 5, { seriesId: 'blue' }), year('2002', 2, { seriesId: 'red' }), year('2002', 6, { seriesId: 'blue' })], { series: rivals });
  expect(view.lines.map(({ name, points }) => [name, points.map(({ y }) => y)])).toEqual([['红厂', [1, 2]], ['蓝厂', [5, 6]]]);
  expect(view.lines.map(({ segments }) => segments)).toEqual([[{ from: 0, to: 1, kind: 'solid' }], [{ from: 0, to: 1, kind: 'solid' }]]);
});

test('points stand in the order of time, whatever the order of the rows', () => {
  expect(see([year('2003', 3), year('2001', 1), year('2002', 2)]).lines[0]?.points.map(({ text }) => text)).toEqual(['1', '2', '3']);
});

test('a doubtful figure is in no line, at no stop and among no marks', () => {
  const view = see([year('2001', 1), year('2002', 99, { confidence: 'C', status: 'estimated' }), year('2003', 3)]);
  expect(view.lines[0]?.points.map(({ y }) => y)).toEqual([1, 3]);
  expect(textsIn(view).some((text) => text.includes('99'))).toBe(false);
  expect(view.marks.map(({ mark }) => mark)).toEqual(['measured']);
});

test('a series of nothing but doubtful figures is no line', () => {
  expect(see([year('2001', 1, { seriesId: 'red' }), year('2001', 9, { seriesId: 'blue', confidence: 'C' })], { series: rivals }).lines.map(({ id }) => id)).toEqual(['red']);
});

test('an absent figure is no point, and certainly not 0', () => {
  const [line] = see([year('2001', 1), toyAbsence('notPublished', { period: '2002' }), year('2003', 3)]).lines;
  expect(line?.points.map(({ y }) => y)).toEqual([1, 3]);
});

test('zero is a point', () => {
  expect(see([year('2001', 0), year('2002', 1)]).lines[0]?.points[0]).toMatchObject({ y: 0, text: '0' });
});

const methodBreak = { period: '2002', reason: { zh: '换了数法', en: 'Counted anew' } };

test('a change of method joins nothing: the point before and the point at it stand apart', () => {
  const view = see([year('2000', 1), year('2001', 1), year('2002', 5), year('2003', 6)], { methodBreaks: [methodBreak] });
  expect(view.lines[0]?.segments).toEqual([{ from: 0, to: 1, kind: 'solid' }, { from: 2, to: 3, kind: 'solid' }]);
  expect(view.breaks).toEqual([{ x: 2002, at: 2001.5, when: '2002年', reason: '换了数法', word: '方法有变' }]);
});

test('a change of method parts also what lies years from it', () => {
  expect(kinds(see([year('1990', 1), year('2010', 5)], { methodBreaks: [methodBreak] }))).toEqual([]);
});

test('a change of one publisher’s method leaves the other’s line whole', () => {
  const view = see(
    ['red', 'blue'].flatMap((seriesId) => [year('2001', 1, { seriesId }), year('2002', 2, { seriesId })]),
    { series: rivals, methodBreaks: [{ ...methodBreak, series: ['red'] }] },
  );
  expect(view.lines.map(({ id, segments }) => [id, segments.length])).toEqual([['red', 0], ['blue', 1]]);
});

test.each([
  { says: 'one year apart', periods: ['2001', '2002'], kind: 'solid' },
  { says: 'two years apart', periods: ['2001', '2003'], kind: 'solid' },
  { says: 'three years apart: something may lie between', periods: ['2001', '2004'], kind: 'bridge' },
  { says: 'three years and a month apart', periods: ['2001-06', '2004-07'], kind: 'bridge' },
])('$says is $kind', ({ periods, kind }) => {
  expect(kinds(see(periods.map((period) => year(period, 1))))).toEqual([kind]);
});

test('the way to a forecast is a forecast, however far', () => {
  expect(kinds(see([year('2001', 1), year('2002', 2, { status: 'forecast' }), year('2010', 3, { status: 'forecast' })]))).toEqual(['forecast', 'forecast']);
  expect(kinds(see([year('2001', 1, { status: 'forecast' }), year('2002', 2)]))).toEqual(['forecast']);
});

test('a change of method that parts nothing is not in the picture', () => {
  expect(see([year('2003', 1), year('2004', 2)], { methodBreaks: [methodBreak] }).breaks).toEqual([]);
});

test.each([
  { says: 'years that nobody gathered', rows: [], gap: '2002—2004未收录' },
  { says: 'years that were not published, as the table says', rows: [toyAbsence('notPublished', { period: '2003' })], gap: '2002—2004未公布' },
  { says: 'two reasons: the cautious word', rows: [toyAbsence('notPublished', { period: '2003' }), toyAbsence('suppressed', { period: '2004' })], gap: '2002—2004未收录' },
])('a gap says what is absent: $says', ({ rows: absent, gap }) => {
  expect(see([year('2001', 1), ...absent, year('2005', 3)]).lines[0]?.segments).toEqual([{ from: 0, to: 1, kind: 'bridge', gap }]);
});

test('a figure known to be absent makes a gap of even one year', () => {
  expect(see([year('2001', 1), toyAbsence('notPublished', { period: '2002' }), year('2003', 3)]).lines[0]?.segments).toEqual([{ from: 0, to: 1, kind: 'bridge', gap: '2002年未公布' }]);
});

test('between two Decembers the years that lie between are named', () => {
  expect(see([year('2020-12', 1), year('2023-12', 3)], {}, [], en).lines[0]?.segments[0]?.gap).toBe('2021–2022 not gathered');
});

test('a series with no figure just here says why, where another has one', () => {
  const view = see([year('2001', 1, { seriesId: 'red' }), year('2002', 2, { seriesId: 'red' }), year('2001', 5, { seriesId: 'blue' }), toyAbsence('suppressed', { seriesId: 'blue', period: '2002' })], { series: rivals });
  expect(view.stops.at(-1)?.rows).toEqual([{ line: 'red', name: '红厂', text: '2个' }, { line: 'blue', name: '蓝厂', text: '依规不公布' }]);
});

test('gaps and breaks are in the legend when they are in the picture, and only then', () => {
  expect(see([year('2001', 1), year('2002', 2)]).marks.map(({ mark }) => mark)).toEqual(['measured']);
  expect(see([year('2000', 1), year('2001', 2), year('2002', 3), year('2009', 4)], { methodBreaks: [methodBreak] }).marks.map(({ mark }) => mark)).toEqual(['measured', 'gap', 'break']);
});

test('a claim is in no line; it says who and that it is quoted', () => {
  const view = see([year('2001', 1), year('2003', 3)], {}, [toyClaim('27', { precision: 'lowerBound' })]);
  expect(view.lines.flatMap(({ points }) => points.map(({ y }) => y))).toEqual([1, 3]);
  expect(view.lines[0]?.segments).toHaveLength(1);
  expect(view.claims).toMatchObject([{ x: 2002, y: 27, text: '＞27', mark: 'claim', precision: 'lowerBound', who: '玩具匠', label: '2002年，引述' }]);
  const stop = view.stops.find(({ x }) => x === 2002);
  expect(stop).toMatchObject({ title: '2002年', rows: [{ name: '玩具匠' }] });
  expect(stop?.rows[0]?.text).toContain(zh.words.claimMark);
});

test('a claim is told in the reader’s unit', () => {
  const changes = { unit: { zh: '亿个', en: 'billion toys', multiplier: 1e8, enMultiplier: 1e9 } };
  expect(see([year('2001', 1e8)], changes, [toyClaim('2700', { precision: 'lowerBound' })], en).claims).toMatchObject([{ y: 270, text: '>270', who: 'the toymaker', label: '2002, quoted' }]);
});

test('figures are in the reader’s unit', () => {
  const rows = [year('2001', 1.004e9, { printedDecimals: 2 })];
  expect(see(rows, { unit: toyUnits.hundredMillion })).toMatchObject({ unit: '亿个', lines: [{ points: [{ y: 10.04, text: '10.04' }] }] });
  expect(see(rows, { unit: toyUnits.hundredMillion }, [], en)).toMatchObject({ unit: 'million toys', lines: [{ points: [{ y: 1004, text: '1,004' }] }] });
});

test('one stop a period, in order of time, with every line’s figure', () => {
  const view = see([year('2002', 2, { seriesId: 'blue', status: 'forecast' }), year('2001', 1, { seriesId: 'red' }), year('2002', 3, { seriesId: 'red', precision: 'approximate' })], { series: rivals }, [], en);
  expect(view.stops).toEqual([
    { x: 2001, title: '2001', rows: [{ line: 'red', name: 'Red works', text: '1 toys' }] },
    { x: 2002, title: '2002', rows: [{ line: 'blue', name: 'Blue works', text: '2 toys, forecast' }, { line: 'red', name: 'Red works', text: 'c. 3 toys, approximate' }] },
  ]);
});

test('only the marks that are drawn are explained, each once', () => {
  expect(see([year('2001', 1), year('2002', 2)], {}, [], en).marks).toEqual([{ mark: 'measured', precision: 'exact', label: 'published' }]);
  const view = see([year('2001', 1), year('2002', 2, { precision: 'lowerBound' }), year('2003', 3, { status: 'forecast', precision: 'lowerBound' }), year('2004', 4, { status: 'derived' }), year('2005', 5, { status: 'derived' })], {}, [toyClaim('9')], en);
  expect(view.marks.map(({ label }) => label)).toEqual(['published', 'lower bound (“over”)', 'forecast, lower bound (“over”)', 'derived', en.words.claimMark]);
});

test('no figure gives no line and no claim', () => {
  expect(see([])).toMatchObject({ lines: [], claims: [], stops: [], marks: [] });
});

const rows = fc.uniqueArray(fc.record({ period: fc.integer({ min: 1990, max: 2030 }), value: fc.integer({ min: 0, max: 100 }), seriesId: fc.constantFrom('red', 'blue'), confidence: fc.constantFrom('A' as const, 'B' as const, 'C' as const), status: fc.constantFrom('measured' as const, 'forecast' as const) }), {
  selector: ({ period, seriesId }) => `${period} ${seriesId}`,
  maxLength: 20,
});

test('whatever the rows, each sure figure is one point, and segments join neighbours across no break', () => {
  fc.assert(
    fc.property(rows, fc.integer({ min: 1990, max: 2030 }), (given, breakYear) => {
      const view = see(given.map(({ value, period, ...rest }) => toyObservation(value, { ...rest, period: String(period) })), { series: rivals, methodBreaks: [{ ...methodBreak, period: String(breakYear) }] }, [toyClaim('50')]);
      expect(view.lines.reduce((sum, { points }) => sum + points.length, 0)).toBe(given.filter(({ confidence }) => confidence !== 'C').length);
      for (const { points, segments } of view.lines) {
        for (const { from, to } of segments) {
          expect(to).toBe(from + 1);
          const [a, b] = [points[from], points[to]];
          if (!a || !b) throw new Error('a segment of no points');
          expect(a.x < breakYear && b.x >= breakYear).toBe(false);
        }
        const parted = points.filter((point, index) => (points[index - 1]?.x ?? Infinity) < breakYear && point.x >= breakYear).length;
        expect(segments).toHaveLength(points.length - 1 - parted);
      }
    }),
  );
});
