import { expect, test } from 'vitest';
import { drawStatic } from '../../src/charts/drawStatic.ts';
import { trendOption } from '../../src/charts/trendOption.ts';
import { trendView, type TrendView } from '../../src/view/trendView.ts';
import { toyObservation, toyTable } from '../support/toys.ts';
import { toyTrend, trendOf } from '../support/toyTrend.ts';
import { zh } from '../support/toyViews.ts';

const size = { width: 480, height: 300 };
const draw = (view: TrendView, of = size): string => drawStatic(trendOption(view, of), of);
const texts = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text = '']) => text);

test('one option is one text, whatever was drawn before', () => {
  const first = draw(toyTrend);
  draw(trendOf([1, 2, 3]));
  expect(draw(toyTrend)).toBe(first);
});

test('it has no ids, which two drawings of one page could share', () => {
  expect(draw(toyTrend)).not.toMatch(/ id=|url\(#/);
});

test('a strict content security policy has nothing to refuse', () => {
  const svg = draw(toyTrend);
  expect(svg).toMatch(/^<svg .*<\/svg>$/);
  for (const refused of [/ style=/, / class=/, /<style/, /<script/, /<!\[CDATA/, / on[a-z]+=/, /javascript:/, /<foreignObject/, /https?:\/\/(?!www\.w3\.org\/2000\/svg)/]) expect(svg).not.toMatch(refused);
});

test('it scales with its box, and is silent: the figure has words of its own', () => {
  const svg = draw(toyTrend);
  expect(svg).toContain('viewBox="0 0 480 300"');
  expect(svg).toContain('aria-hidden="true"');
  expect(svg).not.toMatch(/^<svg[^>]* (?:width|height)=/);
});

test('it moves nothing', () => {
  expect(draw(toyTrend)).not.toMatch(/<animate|@keyframes|transition/);
});

test('coordinates are cut short; the figures are drawn as they were formatted', () => {
  const svg = draw(trendOf([10.9967, 2.9999], 4));
  expect(texts(svg)).toEqual(expect.arrayContaining(['10.9967', '2.9999']));
  for (const [tag] of svg.matchAll(/<[^>]*>/g)) expect(tag).not.toMatch(/\d\.\d{3}/);
});

test('every figure of the view is in the picture', () => {
  expect(texts(draw(toyTrend, { width: 800, height: 430 }))).toEqual(expect.arrayContaining(['20', '30', '＞45', '60', '约80', '70', '＞55', '2003年，引述', '红厂', '蓝厂']));
});

test('what a name holds is text, never markup', () => {
  const [line] = toyTrend.lines;
  if (!line) throw new Error('the toy trend has lines');
  const svg = draw({ ...toyTrend, lines: [{ ...line, name: '<script>x</script>' }, { ...line, id: 'other', name: 'A & "B" style="x"' }] });
  expect(svg).not.toContain('<script');
  expect(svg.replace(/<text[^>]*>[^<]*<\/text>/g, '')).not.toContain(' style=');
});

test('nothing to draw is an empty picture, not an exception', () => {
  expect(draw(trendOf([]))).toMatch(/^<svg .*<\/svg>$/);
});

test('it is drawn as it was', async () => {
  const small = trendOf([3, 5, 4]);
  // A line a mark, so that a person can read what changed.
  await expect(`${draw(small, { width: 320, height: 220 }).replaceAll('><', '>\n<')}\n`).toMatchFileSnapshot('./__svg__/trend.svg');
});

const STATUSES = ['measured', 'provisional', 'estimated', 'derived', 'forecast'] as const;
const PRECISIONS = ['exact', 'approximate', 'lowerBound', 'upperBound'] as const;
const kept = (svg: string) => `${svg.replaceAll('><', '>\n<')}\n`;

test.each([
  { says: 'each status has a shape of its own', file: 'statuses', rows: STATUSES.map((status, index) => toyObservation(3, { period: String(2001 + index), status })), more: {} },
  { says: 'each way of printing has one too', file: 'precisions', rows: PRECISIONS.map((precision, index) => toyObservation(3, { period: String(2001 + index), precision })), more: {} },
  { says: 'below zero', file: 'negative', rows: [toyObservation(-4), toyObservation(3, { period: '2002' })], more: {} },
  { says: 'a gap, and a change of method', file: 'gapAndBreak', rows: [2001, 2005, 2006].map((year) => toyObservation(year - 2000, { period: String(year) })), more: { methodBreaks: [{ period: '2006', reason: { zh: '换了数法', en: 'Counted anew' } }] } },
  { says: 'one figure alone', file: 'one', rows: [toyObservation(7)], more: {} },
])('$says: it is drawn as it was', async ({ file, rows, more }) => {
  await expect(kept(draw(trendView(toyTable(rows, more), [], zh), { width: 320, height: 220 }))).toMatchFileSnapshot(`./__svg__/trend-${file}.svg`);
});
