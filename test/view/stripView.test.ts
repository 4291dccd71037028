import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Observation } from '../../src/model/observation.ts';
import { stripTakeaway } from '../../src/view/sentences/strip.ts';
import { stack, STRIP_STEP_PX, STRIP_WIDTHS_PX, stripView } from '../../src/view/stripView.ts';
import { toyAbsence, toyObservation, toyProvinceIds, toyRegions, toyTable } from '../support/toys.ts';
import { column, en, row, textsIn, zh } from '../support/toyViews.ts';

const [A = '', B = ''] = toyProvinceIds;
const year = (value: (index: number) => number, from = 0): Observation[] => toyProvinceIds.slice(from).map((regionId, index) => toyObservation(value(index + from), { regionId }));
const see = (observations: readonly Observation[], chosen: readonly string[] = [], say = zh) => stripView({ table: toyTable(observations), period: '2001', regions: toyRegions, chosen }, say);

test('every region with a value is one circle, from the lowest up, and none other', () => {
  const view = see([...year((index) => 31 - index, 1), toyAbsence('notPublished', { regionId: A }), toyObservation(999, { regionId: '100000' })]);
  expect(view.dots.map(({ id }) => id)).toEqual([...toyProvinceIds.slice(1)].reverse());
  expect(row(view.table, A)['value']).toBe('未公布');
  expect(view.coverage).toBe('31个省份中30个有数据');
});

test('equal values stand at one place and are stacked', () => {
  const view = see(year(() => 5));
  expect(new Set(view.dots.map(({ x }) => x)).size).toBe(1);
  expect(new Set(view.dots.map(({ level }) => level.wide)).size).toBe(31);
});

test('no two circles touch, neither at the width for which they were stacked nor at a greater one', () => {
  const places = fc.array(fc.float({ min: 0, max: 100, noNaN: true }), { minLength: 12, maxLength: 34 }).map((xs) => xs.sort((one, other) => one - other));
  fc.assert(
    fc.property(places, fc.constantFrom(STRIP_WIDTHS_PX.narrow, STRIP_WIDTHS_PX.narrow * 1.5), (xs, width) => {
      const levels = stack(xs, STRIP_WIDTHS_PX.narrow);
      xs.forEach((x, index) => xs.slice(0, index).forEach((other, before) => {
        if (levels[index] === levels[before]) expect((Math.abs(x - other) / 100) * width).toBeGreaterThanOrEqual(STRIP_STEP_PX - 1e-6);
      }));
    }),
  );
});

test('median and quartiles are the numbers of the sentence', () => {
  const table = toyTable(year((index) => index * index));
  const view = stripView({ table, period: '2001', regions: toyRegions, chosen: [] }, zh);
  const { text } = stripTakeaway({ table, period: '2001', regions: toyRegions, chosen: [] }, zh);
  expect(view.marks).toHaveLength(3);
  for (const mark of view.marks) expect(text).toContain(mark.text.split(' ').at(-1));
});

test('a bound leaves the quartiles open: none are drawn', () => {
  const view = see([...year((index) => index, 1), toyObservation(3, { regionId: A, precision: 'lowerBound' })]);
  expect([view.box, view.marks]).toEqual([null, []]);
  expect(view.dots.find(({ id }) => id === A)).toMatchObject({ isHollow: true });
  expect(view.legend.map(({ mark }) => mark)).toEqual(['hollow']);
});

test('a doubtful value is hollow and called so', () => {
  const view = see([...year((index) => index, 1), toyObservation(3, { regionId: A, confidence: 'C' })]);
  expect(view.dots.filter(({ isHollow }) => isHollow).map(({ id, say }) => [id, say.includes('存疑')])).toEqual([[A, true]]);
});

test('words never share a row, whoever is chosen', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.constantFrom(...toyProvinceIds), { maxLength: 6 }), (chosen) => {
      const { labels, marks } = see(year((index) => index % 7), chosen);
      expect(labels).toHaveLength(chosen.length);
      for (const those of [labels, marks]) expect(those.map(({ row: at }) => at).sort()).toEqual(those.map((_, index) => index));
    }),
  );
});

test('the axis holds every value', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1000, max: 100000 }), { minLength: 31, maxLength: 31 }), (values) => {
      const view = see(year((index) => values[index] ?? 0));
      for (const { x } of view.dots) expect(x >= 1.9 && x <= 98.1).toBe(true);
      expect(view.axis.length).toBeGreaterThan(0);
    }),
  );
});

test('the chosen say their value and place', () => {
  expect(see(year((index) => index), [B]).labels).toMatchObject([{ key: B, text: '玩具2 1，第30位，共31' }]);
});

test('the table is from the lowest up', () => {
  expect(column(see(year((index) => 31 - index)).table, 'value').slice(0, 3)).toEqual(['1', '2', '3']);
});

test('in English nothing is Chinese', () => {
  expect(textsIn(see(year((index) => index), [A], en)).join('')).not.toMatch(/[\u4e00-\u9fff]/);
});

test.each([
  { changes: { status: 'provisional' }, sign: '◐', text: '初步' },
  { changes: { status: 'estimated' }, sign: '○', text: '估计' },
  { changes: { status: 'derived' }, sign: '■', text: '推算' },
  { changes: { precision: 'lowerBound' }, sign: '»', text: '下限（“超过”）' },
  { changes: { precision: 'upperBound' }, sign: '«', text: '上限（“不到”）' },
  { changes: { precision: 'approximate' }, sign: '≈', text: '约数' },
  { changes: { confidence: 'C' }, sign: '？', text: '存疑' },
] as const)('$text has a sign of its own beside its circle, and only the signs that are there are explained', ({ changes, sign, text }) => {
  const view = see([...year((index) => index, 1), toyObservation(99, { regionId: A, ...changes })]);
  expect(view.dots.filter((dot) => dot.sign !== '').map((dot) => [dot.id, dot.sign])).toEqual([[A, sign]]);
  expect(view.legend.filter((one) => one.mark === 'hollow')).toEqual([{ mark: 'hollow', sign, text }]);
});
