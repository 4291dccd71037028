import { expect, test } from 'vitest';
import { summary } from '../../src/query/summary.ts';

test.each([
  { says: 'one value is all of them', values: [5], expected: { n: 1, min: 5, q1: 5, median: 5, q3: 5, max: 5 } },
  { says: 'the order does not matter', values: [3, 1, 2], expected: { n: 3, min: 1, q1: 1.5, median: 2, q3: 2.5, max: 3 } },
  { says: 'quartiles are of type 7', values: [1, 2, 3, 4], expected: { n: 4, min: 1, q1: 1.75, median: 2.5, q3: 3.25, max: 4 } },
  { says: 'zero counts', values: [0, 0, 6], expected: { n: 3, min: 0, q1: 0, median: 0, q3: 3, max: 6 } },
])('$says', ({ values, expected }) => {
  expect(summary(values)).toEqual(expected);
});

test('none has no summary', () => {
  expect(summary([])).toBeNull();
});
