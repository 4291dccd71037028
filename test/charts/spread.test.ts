import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spread } from '../../src/charts/spread.ts';

test.each([
  { says: 'labels with room stay where they wish', wishes: [10, 40, 80], placed: [10, 40, 80] },
  { says: 'two at one place stand about it', wishes: [50, 50], placed: [45, 55] },
  { says: 'a crowd at the end is pushed in', wishes: [99, 100, 100], placed: [80, 90, 100] },
  { says: 'the order given does not matter', wishes: [80, 10, 12], placed: [80, 6, 16] },
  { says: 'none is none', wishes: [], placed: [] },
])('$says', ({ wishes, placed }) => {
  expect(spread(wishes, 10, [0, 100])).toEqual(placed);
});

test('none touch, all stay on the edge, and the order is kept', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 200, noNaN: true }), { maxLength: 15 }), (wishes) => {
      const placed = spread(wishes, 12, [0, 200]);
      const pairs = wishes.map((wish, index) => ({ wish, at: placed[index] ?? NaN })).sort((one, other) => one.at - other.at);
      pairs.forEach(({ wish, at }, index) => {
        expect(at).toBeGreaterThanOrEqual(-1e-6);
        expect(at).toBeLessThanOrEqual(200 + 1e-6);
        const next = pairs[index + 1];
        if (!next) return;
        expect(next.at - at).toBeGreaterThanOrEqual(12 - 1e-6);
        expect(next.wish).toBeGreaterThanOrEqual(wish);
      });
    }),
  );
});

test('labels of different heights are moved by their own', () => {
  expect(spread([40, 40], 2, [0, 100], [10, 30])).toEqual([34, 46]);
  expect(spread([90, 0], 2, [0, 100], [20, 10]), 'the last stays whole').toEqual([80, 0]);
});
