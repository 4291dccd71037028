import { expect, test } from 'vitest';
import { figuresZh } from '../../src/i18n/figures.zh.ts';
import type { Measured } from '../../src/model/observation.ts';
import { levelsView } from '../../src/view/levelsView.ts';
import { en, zh } from '../support/toyViews.ts';
import { toyObservation, toyTable } from '../support/toys.ts';

const series = ['red', 'blue', 'green'].map((id) => ({ id, name: { zh: `${id}色`, en: id } }));
const toy = (seriesId: string, period: string, value: number, changes: Partial<Measured> = {}) => toyObservation(value, { seriesId, period, regionId: '100000', ...changes });
const toys = [toy('red', '2001', 10), toy('blue', '2001', 30), toy('green', '2001', 60), toy('red', '2002', 5), toy('blue', '2002', 15), toy('green', '2002', 30), toy('red', '2003', 4)];
const parts = { series: ['red', 'blue'], total: 'all-toys' };
const table = (observations = toys, ids = ['red', 'blue', 'green']) => toyTable(observations, { series, parts: { ...parts, series: ids } });

test('a bar is the sum of its parts; all bars share one scale', () => {
  const { rows } = levelsView(table(), null, zh);
  expect(rows.map(({ when, sum, end }) => [when, sum, end])).toEqual([['2001年', '100', 100], ['2002年', '50', 50]]);
  expect(rows[0]?.segments.map(({ x, width }) => [x, width])).toEqual([[0, 10], [10, 30], [40, 60]]);
});

test('a period without every part is told and not drawn', () => {
  const { rows, notes, table: twin } = levelsView(table(), null, zh);
  expect(rows.map(({ period }) => period)).not.toContain('2003');
  expect(notes).toEqual([figuresZh.levels.partsIncomplete('2003年')]);
  expect(twin.rows.at(-1)?.cells.map(({ text }) => text)).toEqual(['2003年', '4', '未收录', '未收录', '']);
});

test.each([
  { says: 'a bound', changes: { precision: 'lowerBound' } },
  { says: 'a doubtful figure', changes: { confidence: 'C' } },
] as const)('$says adds up to nothing', ({ changes }) => {
  const given = table([toy('red', '2001', 10), toy('blue', '2001', 30, changes), toy('green', '2001', 60)]);
  expect(levelsView(given, null, zh).rows).toEqual([]);
});

test('a published total that is another number is told with the difference', () => {
  const whole = toyTable([toyObservation(101, { period: '2001', regionId: '100000' }), toyObservation(50, { period: '2002', regionId: '100000' })]);
  expect(levelsView(table(), whole, zh).notes[0]).toBe(figuresZh.levels.partsDiffer('2001年', '100', '101', '1'));
  expect(levelsView(table(), whole, en).notes[0]).toBe('2001: the parts add up to 100, the published total is 101, a difference of 1.');
});

test('each segment says period, part, figure and share', () => {
  expect(levelsView(table(), null, zh).rows[0]?.segments[1]?.say).toBe('2001年，blue色，30个，占各部分之和的30.0%');
});

test('seven neighbours never share a colour, and every part has a number of its own', () => {
  const ids = ['red', 'blue', 'green', 'red2', 'blue2', 'green2', 'last'];
  const given = table(ids.map((id) => toy(id, '2001', 1)), ids);
  const tones = levelsView(given, null, zh).legend.map(({ tone }) => tone);
  tones.forEach((tone, index) => expect(tone).not.toBe(tones[index + 1]));
  expect(new Set(levelsView(given, null, zh).legend.map(({ number }) => number)).size).toBe(7);
});
