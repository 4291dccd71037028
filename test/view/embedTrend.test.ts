import { expect, test } from 'vitest';
import { coarsePath } from '../../src/view/embed/coarsePath.ts';
import { trendEmbed } from '../../src/view/embed/trendEmbed.ts';
import { toyTrend, trendOf } from '../support/toyTrend.ts';

const periodOf = (x: number): string => String(Math.floor(x));

test('a trend is in percent of its plot: nothing of it is outside', () => {
  const { lines, claims, ticks, years } = trendEmbed(toyTrend, periodOf);
  const dots = [...lines.flatMap(({ dots: own }) => own), ...claims];
  expect(dots).toHaveLength(7);
  for (const { x, y } of dots) expect([x >= 0 && x <= 100, y >= 0 && y <= 100]).toEqual([true, true]);
  for (const { y } of ticks) expect(y >= 0 && y <= 100).toBe(true);
  for (const { x } of years) expect(x >= 0 && x <= 100).toBe(true);
});

test('a forecast is not in the solid line, a gap is a bridge, and rivals have no common ground', () => {
  const [red, blue] = trendEmbed(toyTrend, periodOf).lines;
  expect(red?.solid.match(/L/g)).toHaveLength(1);
  expect(red?.bridge).not.toBe('');
  expect(red?.forecast).not.toBe('');
  expect([red?.area, blue?.area]).toEqual(['', '']);
  expect([red?.tone, blue?.tone]).toEqual(['s1', 's2']);
  expect(red?.last.when).toBe('2009年');
});

test('one line alone has its ground, its first figure and its last', () => {
  const { lines, labels } = trendEmbed(trendOf([10, 20, 40]), periodOf);
  expect(lines[0]?.area).toMatch(/Z$/);
  expect(labels.map(({ text, anchor }) => [text, anchor])).toEqual([['10', 'start'], ['40', 'end']]);
});

test('a tick’s words are left out where the first figure stands, and its line stays', () => {
  const falling = trendEmbed(trendOf([86, 60, 30, 14]), periodOf);
  const [label] = falling.labels;
  const near = falling.ticks.filter(({ y }) => label && y > label.y - 28 && y < label.y + 6);
  expect(near).not.toEqual([]);
  expect(near.map(({ text }) => text)).toEqual(near.map(() => ''));
  expect(falling.ticks.some(({ text }) => text !== '')).toBe(true);
  expect(trendEmbed(toyTrend, periodOf).ticks.every(({ text }) => text !== '')).toBe(true);
});

test('every period has its place, and the last is where the line ends', () => {
  const { periods, lines } = trendEmbed(trendOf([10, 20, 40]), periodOf);
  expect(periods.map(({ period }) => period)).toEqual(['2001', '2002', '2003']);
  expect(periods.at(-1)?.x).toBe(lines[0]?.dots.at(-1)?.x);
});

test('on a coarser grid a border that two regions share stays shared', () => {
  expect(coarsePath('M0 0l10 0 0 10-10 0z', 2)).toBe('M0 0l5 0 0 5-5 0z');
  expect(coarsePath('M10 0l10 0 0 10-10 0z', 2)).toBe('M5 0l5 0 0 5-5 0z');
});

test('an island that would vanish stays as a dot', () => {
  expect(coarsePath('M100 100l1 0 0 1z', 10)).toBe('M10 10l1 0 0 1z');
});
