import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { composite } from '../../src/query/composite.ts';
import { DRAW_SCHEMES, drawPlaces, drawTask, spreadsOf, startDraws, type DrawScheme, type DrawTask } from '../../src/query/draws.ts';
import { seededRandom } from '../../src/query/seededRandom.ts';
import { toyIndicator, toyObservation } from '../support/toys.ts';

/** Rows are regions, columns indicators. */
const task = (rows: readonly (readonly number[])[], changes: Partial<DrawTask> = {}): DrawTask => ({ figures: Float64Array.from(rows.flat()), weights: (rows[0] ?? []).map(() => 50), scheme: 'near', count: 1000, seed: 7, ...changes });
const counted = (given: DrawTask): readonly (readonly number[])[] => {
  const counts = drawPlaces(given);
  const size = Math.round(Math.sqrt(counts.length));
  return Array.from({ length: size }, (_, region) => [...counts.subarray(region * size, (region + 1) * size)]);
};

describe('random numbers', () => {
  test('a seed gives these numbers on every machine', () => {
    const next = seededRandom(2018);
    expect(Array.from({ length: 4 }, () => next() * 2 ** 32)).toEqual([3422476642, 771660038, 2217121296, 3098015028]);
  });

  test('they are spread evenly from 0 to 1', () => {
    const next = seededRandom(1);
    const tenths = new Array<number>(10).fill(0);
    for (let at = 0; at < 100_000; at += 1) {
      const tenth = Math.floor(next() * 10);
      tenths[tenth] = (tenths[tenth] ?? NaN) + 1;
    }
    for (const count of tenths) expect(Math.abs(count - 10_000)).toBeLessThan(400);
  });

  test('another seed gives others', () => {
    expect(seededRandom(1)()).not.toBe(seededRandom(2)());
  });
});

describe('places drawn', () => {
  test('who is better in everything keeps its place in every draw', () => {
    for (const scheme of DRAW_SCHEMES) expect(counted(task([[3, 3], [2, 2], [1, 1]], { scheme }))).toEqual([[1000, 0, 0], [0, 1000, 0], [0, 0, 1000]]);
  });

  test('two that are each better in one indicator change places, the same number of times on every machine', () => {
    expect(counted(task([[1, 0], [0, 1]], { count: 10_000, seed: 2018 }))).toEqual([[5070, 4930], [4931, 5069]]);
    expect(counted(task([[1, 0], [0, 1]], { count: 10_000, seed: 2018, scheme: 'any' }))).toEqual([[5005, 4995], [4996, 5004]]);
  });

  test('near: a weight strays by a quarter and no more, so 5 to 4 may be turned over, and 5 to 3 never', () => {
    expect(counted(task([[1, 0], [0, 1]], { weights: [50, 30], count: 5000 }))).toEqual([[5000, 0], [0, 5000]]);
    expect(counted(task([[1, 0], [0, 1]], { weights: [50, 40], count: 5000 }))[1]?.[0]).toBeGreaterThan(100);
  });

  test('any: what was chosen matters only to the first draw', () => {
    const [first] = counted(task([[1, 0], [0, 1]], { weights: [99, 1], count: 5000, scheme: 'any' }));
    const [other] = counted(task([[1, 0], [0, 1]], { weights: [1, 99], count: 5000, scheme: 'any' }));
    expect((first?.[0] ?? 0) - (other?.[0] ?? 0)).toBe(1);
  });

  test('any: with three indicators each is the heaviest in a third of the draws', () => {
    const rows = counted(task([[1, 0, 0], [0, 1, 0], [0, 0, 1]], { count: 30_000, scheme: 'any' }));
    for (const row of rows) expect(Math.abs((row[0] ?? 0) - 10_000)).toBeLessThan(300);
  });

  test('equal scores share the better place', () => {
    expect(counted(task([[5, 5], [5, 5], [1, 1]]))).toEqual([[1000, 0, 0], [1000, 0, 0], [0, 0, 1000]]);
    // 0.1 × 3 is not 0.3 to a machine.
    expect(counted(task([[0.1, 0.1, 0.1], [0.3, 0, 0]], { weights: [1, 1, 1], count: 1 }))).toEqual([[1, 0], [1, 0]]);
  });

  test('a gap is counted by the weights that are left', () => {
    expect(counted(task([[90, NaN], [100, 0], [80, 80]]))).toEqual([[1000, 0, 0], [0, 0, 1000], [0, 1000, 0]]);
  });

  test('none, and one, are no ranking and no fault', () => {
    expect(counted(task([]))).toEqual([]);
    expect(counted(task([[4, 4]]))).toEqual([[1000]]);
  });

  test('cut into pieces it is the same', () => {
    const given = task([[1, 2, 3], [3, 2, 1], [2, 2, 2.5], [0, 5, 1]]);
    const pieces = startDraws(given);
    let steps = 0;
    while (pieces.draw(37)) steps += 1;
    expect(steps).toBe(27);
    expect([...pieces.counts]).toEqual([...drawPlaces(given)]);
  });
});

describe('ranges', () => {
  test('5 of 100 draws may be better, 5 of 100 worse', () => {
    const counts = new Uint32Array(9);
    counts.set([4, 91, 5]);
    expect(spreadsOf(counts)[0]).toEqual({ low: 2, high: 2, min: 1, max: 3, within: [4, 95, 100] });
    counts.set([5, 89, 6]);
    expect(spreadsOf(counts)[0]).toMatchObject({ low: 1, high: 3 });
  });

  test('who keeps its place has no range', () => {
    const [, second] = spreadsOf(drawPlaces(task([[3, 3], [2, 2], [1, 1]])));
    expect(second).toEqual({ low: 2, high: 2, min: 2, max: 2, within: [0, 1000, 1000] });
  });
});

describe('always', () => {
  const ids = ['110000', '120000', '130000', '140000', '150000'];
  const figures = fc.array(fc.array(fc.option(fc.integer({ min: 0, max: 30 }), { freq: 6 }), { minLength: ids.length, maxLength: ids.length }), { minLength: 2, maxLength: 5 });
  const weights = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 5, maxLength: 5 });
  const made = (columns: readonly (readonly (number | null)[])[], given: readonly number[]) =>
    composite({
      ingredients: columns.map((values, at) => ({ indicator: toyIndicator({ id: `toys-${at}` }), weight: given[at] ?? 1, observations: values.flatMap((value, region) => (value === null ? [] : [toyObservation(value, { regionId: ids[region] ?? '' })])) })),
      regionIds: ids,
      normalisation: 'minmax',
      missing: 'others',
    });

  test('a range holds the place with the chosen weights, and lies within the best and the worst', () => {
    fc.assert(
      fc.property(figures, weights, fc.constantFrom<DrawScheme>(...DRAW_SCHEMES), (columns, given, scheme) => {
        const found = made(columns, given);
        const asked = drawTask(found, columns.map((_, at) => `toys-${at}`), given.slice(0, columns.length), scheme);
        const spreads = spreadsOf(drawPlaces({ ...asked, count: 300 }));
        for (const { regionId, rank, n } of found.ranked) {
          const spread = spreads[asked.regionIds.indexOf(regionId)];
          if (!spread) throw new Error('a ranked region has a range');
          expect(spread.min).toBeLessThanOrEqual(rank);
          expect(spread.max).toBeGreaterThanOrEqual(rank);
          expect([1, spread.min, spread.low, spread.high, spread.max, n]).toEqual([1, spread.min, spread.low, spread.high, spread.max, n].sort((one, other) => one - other));
          expect(spread.within.at(-1)).toBe(300);
        }
      }),
    );
  });

  test('the order of the indicators changes nothing', () => {
    fc.assert(
      fc.property(figures, weights, (columns, given) => {
        const names = columns.map((_, at) => `toys-${at}`);
        const one = drawTask(made(columns, given), names, given.slice(0, columns.length), 'near');
        const turned = made([...columns].reverse(), given.slice(0, columns.length).reverse());
        const other = drawTask(turned, [...names].reverse(), given.slice(0, columns.length).reverse(), 'near');
        expect([...drawPlaces({ ...other, count: 50 })]).toEqual([...drawPlaces({ ...one, count: 50 })]);
      }),
    );
  });
});
