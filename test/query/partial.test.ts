import { expect, test } from 'vitest';
import { partial } from '../../src/query/partial.ts';
import { toyAbsence, toyObservation } from '../support/toys.ts';

const places = (...ranks: readonly (number | undefined)[]) =>
  ranks.map((publishedRank, index) => toyAbsence('notPublished', { regionId: `${index}`, ...(publishedRank !== undefined && { publishedRank }) }));

test.each([
  { says: 'the first four of 31', ranks: [3, 1, 2, 4], expected: { kind: 'first', k: 4, n: 31 } },
  { says: 'a shared place that leaves a gap', ranks: [1, 2, 2, 4], expected: { kind: 'first', k: 4, n: 31 } },
  { says: 'a shared place that leaves none', ranks: [1, 2, 2, 3], expected: { kind: 'first', k: 4, n: 31 } },
  { says: 'regions without a place are not counted', ranks: [1, undefined, 2], expected: { kind: 'first', k: 2, n: 31 } },
  { says: 'a gap makes them single places', ranks: [1, 2, 7], expected: { kind: 'some', k: 3, n: 31 } },
  { says: 'so does a missing first', ranks: [2, 3], expected: { kind: 'some', k: 2, n: 31 } },
  { says: 'no place at all is no list', ranks: [undefined], expected: null },
])('$says', ({ ranks, expected }) => {
  expect(partial(places(...ranks), 31)).toEqual(expected);
});

test('a period with a value is a table like any other', () => {
  expect(partial([...places(1, 2), toyObservation(5)], 31)).toBeNull();
});
