import fc from 'fast-check';
import { expect, test } from 'vitest';
import { growth } from '../../src/query/growth.ts';
import type { Claim } from '../../src/model/claim.ts';
import { toyAbsence, toyIndicator, toyObservation } from '../support/toys.ts';

const toys = toyIndicator({ methodBreaks: [{ period: '2010', reason: { zh: '换了盒子', en: 'A new box' } }] });

const claim: Claim = {
  id: 'c1', theme: 'market', label: { zh: '市场', en: 'Market' }, value: '2700', precision: 'lowerBound', unit: { zh: '个', en: 'toys' }, period: '2001',
  speaker: '某人', forum: 'fuzhou', paraphrase: { zh: '他说', en: 'He said' }, verdict: 'plausible', verdictSources: [], indicators: ['toys'],
};

test('the difference divided by the earlier one, a fraction', () => {
  expect(growth({ earlier: toyObservation(5), later: toyObservation(6, { period: '2002' }), indicator: toys })).toEqual({
    kind: 'growth', fraction: 0.2, years: 1, isApproximate: false, isDoubtful: false,
  });
});

test('the mean yearly rate is that which compounds to the whole', () => {
  expect(growth({ earlier: toyObservation(100), later: toyObservation(121, { period: '2003' }), indicator: toys, isAnnual: true })).toMatchObject({
    fraction: expect.closeTo(0.1, 12), years: 2,
  });
});

test('months count as parts of a year', () => {
  const answer = growth({ earlier: toyObservation(100, { period: '2001-01' }), later: toyObservation(110, { period: '2001-07' }), indicator: toys, isAnnual: true });
  expect(answer).toMatchObject({ years: 0.5, fraction: expect.closeTo(0.21, 12) });
});

test('“about” is allowed and flagged', () => {
  const later = toyObservation(6, { period: '2002', precision: 'approximate' });
  expect(growth({ earlier: toyObservation(5), later, indicator: toys })).toMatchObject({ kind: 'growth', isApproximate: true });
});

const later = toyObservation(6, { period: '2002' });

test.each([
  { says: 'a claim as base', earlier: claim, later, reason: 'claim' },
  { says: 'a claim at the end', earlier: toyObservation(5), later: claim, reason: 'claim' },
  { says: 'a missing base', earlier: undefined, later, reason: 'earlierMissing' },
  { says: 'an absent base', earlier: toyAbsence('suppressed'), later, reason: 'earlierMissing' },
  { says: 'an absent end', earlier: toyObservation(5), later: toyAbsence('notPublished'), reason: 'laterMissing' },
  { says: 'a base of zero', earlier: toyObservation(0), later, reason: 'baseNotPositive' },
  { says: 'a negative base', earlier: toyObservation(-5), later, reason: 'baseNotPositive' },
  { says: 'a lower bound', earlier: toyObservation(5, { precision: 'lowerBound' }), later, reason: 'bound' },
  { says: 'an upper bound', earlier: toyObservation(5), later: { ...later, precision: 'upperBound' }, reason: 'bound' },
  { says: 'a forecast', earlier: toyObservation(5), later: { ...later, status: 'forecast' }, reason: 'forecast' },
  { says: 'another series', earlier: toyObservation(5), later: { ...later, seriesId: 'red' }, reason: 'differentSeries' },
  { says: 'a break in method', earlier: toyObservation(5), later: { ...later, period: '2010' }, reason: 'methodBreak' },
  { says: 'time that runs backwards', earlier: toyObservation(5, { period: '2003' }), later, reason: 'notLater' },
  { says: 'a year against a month', earlier: toyObservation(5), later: { ...later, period: '2002-06' }, reason: 'differentPrecision' },
] as const)('$says is refused', ({ earlier, later: end, reason }) => {
  expect(growth({ earlier, later: end, indicator: toys })).toMatchObject({ kind: 'refused', reason });
});

test('a negative end has no yearly rate', () => {
  const end = toyObservation(-1, { period: '2002' });
  expect(growth({ earlier: toyObservation(5), later: end, indicator: toys })).toMatchObject({ kind: 'growth', fraction: -1.2 });
  expect(growth({ earlier: toyObservation(5), later: end, indicator: toys, isAnnual: true })).toMatchObject({ kind: 'refused', reason: 'negative' });
});

test('growth from the base gives the end', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 0, max: 1e6 }), (from, to) => {
      const answer = growth({ earlier: toyObservation(from), later: toyObservation(to, { period: '2002' }), indicator: toys });
      if (answer.kind !== 'growth') throw new Error('refused');
      expect(from * (1 + answer.fraction)).toBeCloseTo(to, 3);
    }),
  );
});
