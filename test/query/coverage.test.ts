import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ABSENCES } from '../../src/model/observation.ts';
import { absentKinds, coverage } from '../../src/query/coverage.ts';
import { expectedCount, isExpected } from '../../src/query/expected.ts';
import { EXPECTED } from '../../src/model/indicator.ts';
import { toyAbsence, toyIndicator, toyObservation, toyProvinceIds, toyRegions } from '../support/toys.ts';

const toys = toyIndicator();
const none = { notPublished: 0, notGathered: 0, notApplicable: 0, notSurveyed: 0, suppressed: 0 };

test('n is what is expected of the kind of table', () => {
  expect(EXPECTED.map(expectedCount)).toEqual([1, 31, 32, 193]);
});

test('the expected regions of the toys are as many', () => {
  const count = (expected: (typeof EXPECTED)[number]) => toyRegions.filter((region) => isExpected(region, expected)).length;
  expect(EXPECTED.slice(0, 3).map(count)).toEqual([1, 31, 32]);
});

test('all of them', () => {
  const observations = toyProvinceIds.map((regionId) => toyObservation(1, { regionId }));
  expect(coverage(observations, toys, toyRegions)).toEqual({ k: 31, n: 31, absent: none });
});

test('a region without a row was not gathered; the others keep their reason', () => {
  const observations = [toyObservation(0), toyAbsence('notSurveyed', { regionId: '120000' })];
  const answer = coverage(observations, toys, toyRegions);
  expect(answer).toEqual({ k: 1, n: 31, absent: { ...none, notSurveyed: 1, notGathered: 29 } });
  expect(absentKinds(answer)).toEqual(['notGathered', 'notSurveyed']);
});

test('the nation, the Corps and Hong Kong do not count among the 31', () => {
  const observations = ['100000', '660000', '810000'].map((regionId) => toyObservation(1, { regionId }));
  expect(coverage(observations, toys, toyRegions).k).toBe(0);
  expect(coverage(observations, toyIndicator({ expected: 'provincesAndCorps' }), toyRegions)).toMatchObject({ k: 1, n: 32 });
});

test('a place or a class is a figure only where that is what is published', () => {
  const observations = [toyAbsence('notPublished', { publishedRank: 1 }), toyAbsence('notPublished', { regionId: '120000', band: 'few' })];
  expect((['values', 'ranks', 'bands'] as const).map((publishes) => coverage(observations, toyIndicator({ publishes }), toyRegions).k)).toEqual([0, 1, 1]);
});

test('the parts add up to n', () => {
  const row = fc.tuple(fc.constantFrom(...toyRegions.map(({ id }) => id)), fc.option(fc.constantFrom(...ABSENCES)));
  fc.assert(
    fc.property(fc.array(row, { maxLength: 60 }), fc.constantFrom(...EXPECTED), (rows, expected) => {
      const observations = rows.map(([regionId, absence]) => (absence === null ? toyObservation(1, { regionId }) : toyAbsence(absence, { regionId })));
      const { k, n, absent } = coverage(observations, toyIndicator({ expected }), toyRegions);
      expect(k + ABSENCES.reduce((sum, absence) => sum + absent[absence], 0)).toBe(n);
      expect(n).toBe(expectedCount(expected));
    }),
  );
});
