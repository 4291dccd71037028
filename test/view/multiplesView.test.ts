import { expect, test } from 'vitest';
import { figuresZh } from '../../src/i18n/figures.zh.ts';
import { multiplesView } from '../../src/view/multiplesView.ts';
import { trendView, type TrendLine, type TrendPoint, type TrendView } from '../../src/view/trendView.ts';
import { toyObservation, toyTable } from '../support/toys.ts';
import { zh } from '../support/toyViews.ts';

const point = (x: number, y: number, mark: TrendPoint['mark'] = 'measured'): TrendPoint => ({ x, y, mark, text: String(y), period: `${x}年`, precision: 'exact' });
const line = (id: string, points: readonly TrendPoint[]): TrendLine => ({ id, name: id, tone: 0, points, segments: [] });
const see = (...lines: readonly TrendLine[]) => {
  const view: TrendView = { unit: '个', decimals: 0, lines, claims: [], stops: [], breaks: [], marks: [] };
  return multiplesView(view, { lang: 'zh', words: figuresZh });
};

test('each line has a plot of its own, with its first and last figure in words', () => {
  const { plots } = see(line('甲', [point(2001, 10), point(2002, 30)]), line('乙', [point(2001, 1000)]));
  expect(plots.map(({ name, first, last }) => [name, first?.text, last?.text])).toEqual([['甲', '10', '30'], ['乙', '1000', undefined]]);
});

test('the plots share the axis of time, and each has a scale of its own from zero', () => {
  const { plots } = see(line('甲', [point(2001, 10), point(2002, 20)]), line('乙', [point(2001, 1000), point(2002, 2000)]));
  const places = plots.map(({ plot }) => plot.dots.map(({ x, y }) => [x, y]));
  expect(places[0]).toEqual(places[1]);
  for (const { y } of plots.flatMap(({ plot }) => plot.dots)) expect(y).toBeLessThan(100);
});

test('a forecast is hollow, is named as one, and no line leads to it', () => {
  const [plot] = see(line('甲', [point(2001, 10), point(2002, 20), point(2003, 40, 'forecast')])).plots;
  expect(plot?.plot.dots.map(({ mark }) => mark)).toEqual(['measured', 'measured', 'forecast']);
  expect(plot?.plot.lines).toHaveLength(1);
  expect(plot?.plot.dashes).toHaveLength(1);
  expect(plot?.last?.text).toBe('40（预测）');
});

test('a negative figure lies below the line of zero', () => {
  const [plot] = see(line('甲', [point(2001, -10), point(2002, 20)])).plots;
  expect(plot?.plot.dots[0]?.y).toBeGreaterThan(plot?.plot.zeroY ?? 100);
  expect(plot?.plot.dots[1]?.y).toBeLessThan(plot?.plot.zeroY ?? 0);
});

test('the cursor says of a figure what it says in one picture of all lines', () => {
  const view = trendView(toyTable([toyObservation(10, { seriesId: 'tin' }), toyObservation(30, { seriesId: 'tin', period: '2002', precision: 'lowerBound' }), toyObservation(5, { seriesId: 'wood', status: 'estimated' })], { series: [{ id: 'tin', name: { zh: '锡', en: 'Tin' } }, { id: 'wood', name: { zh: '木', en: 'Wood' } }] }), [], zh);
  const { plots, marks } = multiplesView(view, zh);
  expect(plots.map(({ plot }) => plot.dots.map(({ say }) => say))).toEqual([['锡，2001年，10个', '锡，2002年，＞30个，下限（“超过”）'], ['木，2001年，5个，估计']]);
  expect(plots.map(({ plot }) => plot.dots.map(({ mark, precision }) => `${mark} ${precision}`))).toEqual([['measured exact', 'measured lowerBound'], ['estimated exact']]);
  expect(marks.map(({ label }) => label)).toEqual(['公布值', '下限（“超过”）', '估计']);
});
