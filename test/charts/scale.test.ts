import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linear, thinYears, ticksCovering, ticksFromZero } from '../../src/charts/scale.ts';

test.each([
  { max: 100, ticks: [0, 50, 100] },
  { max: 31, ticks: [0, 10, 20, 30, 40] },
  { max: 0.7, ticks: [0, 0.2, 0.4, 0.6, 0.8] },
  { max: 3.0005, ticks: [0, 1, 2, 3, 4] },
  { max: 6000, ticks: [0, 2000, 4000, 6000] },
])('up to $max: $ticks', ({ max, ticks }) => {
  expect(ticksFromZero(max)).toEqual(ticks);
});

test.each([0, -3, NaN])('of %d there is nothing but the ground', (max) => {
  expect(ticksFromZero(max)).toEqual([0]);
});

test('it begins at zero, covers the largest, and has at most as many equal steps as asked for', () => {
  const max = fc.tuple(fc.double({ min: 1, max: 10, noNaN: true }), fc.integer({ min: -6, max: 12 })).map(([mantissa, power]) => mantissa * 10 ** power);
  fc.assert(
    fc.property(max, fc.integer({ min: 2, max: 8 }), (largest, count) => {
      const ticks = ticksFromZero(largest, count);
      const [first, step = NaN] = ticks;
      expect(first).toBe(0);
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(largest * (1 - 1e-8));
      expect(ticks.at(-2)).toBeLessThan(largest);
      expect(ticks.length - 1).toBeLessThanOrEqual(count);
      expect([1, 2, 5]).toContain(Math.round(step / 10 ** Math.floor(Math.log10(step) + 1e-9)));
      ticks.forEach((tick, index) => expect(Math.abs(tick - index * step)).toBeLessThanOrEqual(tick * 1e-9));
    }),
  );
});

test.each([
  { says: 'zero is inside', ends: [-30, 12], ticks: [-40, -20, 0, 20] },
  { says: 'all below', ends: [-3, -1], ticks: [-3, -2, -1, 0] },
  { says: 'all above', ends: [2, 7], ticks: [0, 2, 4, 6, 8] },
  { says: 'all zero', ends: [0, 0], ticks: [0, 1] },
] as const)('$says: $ticks', ({ ends, ticks }) => {
  expect(ticksCovering(ends)).toEqual(ticks);
});

test('no step is finer than the figures', () => {
  expect(ticksCovering([0, 2], 4, 1)).toEqual([0, 1, 2]);
  expect(ticksCovering([0, 0.02], 4, 0.01)).toEqual([0, 0.01, 0.02]);
});

test('whatever the ends, they are covered in equal steps, and zero is one of them', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: -1e9, max: 1e9 }), (one, other) => {
      const ends = [Math.min(one, other) / 1000, Math.max(one, other) / 1000] as const;
      const ticks = ticksCovering(ends);
      expect(ticks).toContain(0);
      const slack = (Math.abs(ends[0]) + Math.abs(ends[1])) * 1e-6;
      expect(ticks[0]).toBeLessThanOrEqual(ends[0] + slack);
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(ends[1] - slack);
      expect(ticks.length).toBeLessThanOrEqual(7);
    }),
  );
});

test('no tick carries the dust of binary fractions', () => {
  for (let tenths = 1; tenths < 100; tenths += 1) for (const tick of ticksFromZero(tenths / 10)) expect(String(tick).length).toBeLessThanOrEqual(4);
});

test('a straight line, both ways round', () => {
  expect([0, 5, 10].map(linear([0, 10], [100, 0]))).toEqual([100, 50, 0]);
});

test('a domain of no width lands in the middle', () => {
  expect(linear([3, 3], [0, 100])(3)).toBe(50);
});

test('years are thinned from the end, so that the latest always stands', () => {
  expect(thinYears([2001, 2002, 2003, 2004, 2004, 2010], 2)).toEqual([2002, 2004, 2010]);
  expect(thinYears([], 2)).toEqual([]);
});

test('no two years stand closer than the gap, and none is made up', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1990, max: 2030 })), fc.double({ min: 0.1, max: 10, noNaN: true }), (years, gap) => {
      const kept = thinYears(years, gap);
      for (const year of kept) expect(years).toContain(year);
      kept.forEach((year, index) => expect(year - (kept[index - 1] ?? -Infinity)).toBeGreaterThanOrEqual(gap));
      if (years.length > 0) expect(kept.at(-1)).toBe(Math.max(...years));
    }),
  );
});
