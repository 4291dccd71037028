import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rank } from '../../src/query/rank.ts';
import { toyAbsence, toyObservation } from '../support/toys.ts';

const given = (values: readonly (number | null)[]) =>
  values.map((value, index) => (value === null ? toyAbsence('notPublished', { regionId: `${index}` }) : toyObservation(value, { regionId: `${index}` })));

test.each([
  { says: 'the lowest is first where lower is better', values: [1, 3], better: 'lower', ranks: [1, 2] },
  { says: 'the largest is first where neither is better', values: [1, 3], better: 'none', ranks: [1, 2], first: '1' },
  { says: 'a tie shares the better rank and leaves a gap', values: [5, 7, 7, 4], better: 'higher', ranks: [1, 1, 3, 4] },
  { says: 'a tie of three leaves a gap of two', values: [9, 7, 7, 7, 1], better: 'higher', ranks: [1, 2, 2, 2, 5] },
  { says: 'zero is a value', values: [0, -1], better: 'higher', ranks: [1, 2], first: '0' },
  { says: 'a missing value takes no rank', values: [1, null, 2], better: 'higher', ranks: [1, 2], first: '2' },
] as const)('$says', ({ values, better, ranks, ...expected }) => {
  const { ranked, n } = rank(given(values), better);
  expect(ranked.map((row) => row.rank)).toEqual(ranks);
  expect(n).toBe(ranks.length);
  expect(ranked.every((row) => row.n === n)).toBe(true);
  if ('first' in expected) expect(ranked[0]?.observation.regionId).toBe(expected.first);
});

test('what is absent is unranked, with its reason', () => {
  const { unranked } = rank([toyAbsence('notSurveyed', { regionId: 'b' }), toyObservation(1), toyAbsence('suppressed', { regionId: 'a' })], 'higher');
  expect(unranked.map(({ observation, reason }) => [observation.regionId, reason])).toEqual([['a', 'suppressed'], ['b', 'notSurveyed']]);
});

test('ties are marked', () => {
  expect(rank(given([5, 7, 7]), 'higher').ranked.map(({ isTied }) => isTied)).toEqual([true, true, false]);
});

test('none has no rank', () => {
  expect(rank([], 'higher')).toEqual({ ranked: [], unranked: [], n: 0 });
});

const values = fc.array(fc.option(fc.integer({ min: -3, max: 3 })), { maxLength: 30 });
const better = fc.constantFrom('higher' as const, 'lower' as const, 'none' as const);

test('the order of the rows does not matter', () => {
  const shuffled = values.chain((list) => fc.tuple(fc.constant(given(list)), fc.shuffledSubarray(given(list), { minLength: list.length })));
  fc.assert(
    fc.property(shuffled, better, ([rows, others], direction) => {
      expect(rank(others, direction)).toEqual(rank(rows, direction));
    }),
  );
});

test('a rank is one more than the number of better values', () => {
  fc.assert(
    fc.property(values, better, (list, direction) => {
      const { ranked } = rank(given(list), direction);
      for (const row of ranked) {
        const isBetter = (value: number) => (direction === 'lower' ? value < row.observation.value : value > row.observation.value);
        expect(row.rank).toBe(1 + ranked.filter(({ observation }) => isBetter(observation.value)).length);
      }
    }),
  );
});

test.each([
  { says: 'over 80 may be more than the 90 above it', values: [[90, 'exact'], [80, 'lowerBound'], [70, 'exact']], open: [true, true, false] },
  { says: 'under 70 is less than 80 whatever it is', values: [[80, 'exact'], [70, 'upperBound']], open: [false, false] },
  { says: 'the largest is over 90: it leads whatever it is', values: [[90, 'lowerBound'], [80, 'exact']], open: [false, false] },
  { says: 'exact figures settle everything, ties too', values: [[5, 'exact'], [5, 'exact'], [4, 'approximate']], open: [false, false, false] },
] as const)('whose place a bound leaves open: $says', ({ values, open }) => {
  const given = values.map(([value, precision], index) => toyObservation(value, { regionId: `region ${index}`, precision }));
  expect(rank(given, 'higher').ranked.map(({ isOpen }) => isOpen)).toEqual(open);
});
