import fc from 'fast-check';
import { expect, test } from 'vitest';
import { change } from '../../src/query/change.ts';
import { toyAbsence, toyIndicator, toyObservation, toyUnits } from '../support/toys.ts';

const toys = toyIndicator();

test('later less earlier', () => {
  expect(change(toyObservation(5), toyObservation(3, { period: '2002' }), toys)).toEqual({
    kind: 'change', value: -2, printedDecimals: 0, precision: 'exact', isPoints: false, isDoubtful: false,
  });
});

test('of percentages it is points, without binary dust', () => {
  const percent = toyIndicator({ unit: toyUnits.percent });
  const one = { printedDecimals: 1 };
  expect(change(toyObservation(55.8, one), toyObservation(59.6, { ...one, period: '2002' }), percent)).toMatchObject({ value: 3.8, printedDecimals: 1, isPoints: true });
  expect(59.6 - 55.8).not.toBe(3.8);
});

test('in 亿 it is exact too, and says no more decimals than both have', () => {
  const unit = { unit: toyUnits.hundredMillion };
  expect(
    change(toyObservation(990000000, { printedDecimals: 1 }), toyObservation(1004000000, { printedDecimals: 2, period: '2002' }), toyIndicator(unit)),
  ).toMatchObject({ value: 14000000, printedDecimals: 1 });
});

test('zero is a value, missing is not', () => {
  expect(change(toyObservation(0), toyObservation(0, { period: '2002' }), toys)).toMatchObject({ kind: 'change', value: 0 });
});

test('“about” and doubt go on into the change', () => {
  const about = toyObservation(5, { precision: 'approximate', confidence: 'C' });
  expect(change(about, toyObservation(6, { period: '2002' }), toys)).toMatchObject({ precision: 'approximate', isDoubtful: true });
});

const methodBreak = { period: '2002', reason: { zh: '换了盒子', en: 'A new box' } };

test.each([
  { says: 'no earlier one', earlier: undefined, later: toyObservation(1), reason: 'earlierMissing' },
  { says: 'an absent earlier one', earlier: toyAbsence('notPublished'), later: toyObservation(1), reason: 'earlierMissing' },
  { says: 'an absent later one', earlier: toyObservation(1), later: toyAbsence('notGathered'), reason: 'laterMissing' },
  { says: 'two series', earlier: toyObservation(1, { seriesId: 'red' }), later: toyObservation(1, { seriesId: 'blue' }), reason: 'differentSeries' },
  { says: 'two regions', earlier: toyObservation(1), later: toyObservation(1, { regionId: '120000' }), reason: 'differentRegion' },
  { says: '“over 270”', earlier: toyObservation(270, { precision: 'lowerBound' }), later: toyObservation(300), reason: 'bound' },
  { says: 'a forecast', earlier: toyObservation(270), later: toyObservation(300, { status: 'forecast' }), reason: 'forecast' },
] as const)('$says is refused', ({ earlier, later, reason }) => {
  expect(change(earlier, later, toys)).toEqual({ kind: 'refused', reason });
});

test.each([
  { says: 'across it', from: '2001', to: '2002', series: undefined, isRefused: true },
  { says: 'after it', from: '2002', to: '2003', series: undefined, isRefused: false },
  { says: 'before it', from: '2000', to: '2001', series: undefined, isRefused: false },
  { says: 'from a month before to a month after', from: '2001-12', to: '2002-01', series: undefined, isRefused: true },
  { says: 'across that of another series', from: '2001', to: '2002', series: ['blue'], isRefused: false },
  { says: 'across that of its own series', from: '2001', to: '2002', series: ['red'], isRefused: true },
])('a break in method, $says: refused $isRefused', ({ from, to, series, isRefused }) => {
  const given = { ...methodBreak, ...(series && { series }) };
  const answer = change(
    toyObservation(1, { period: from, seriesId: 'red' }),
    toyObservation(2, { period: to, seriesId: 'red' }),
    toyIndicator({ methodBreaks: [given] }),
  );
  expect(answer).toMatchObject(isRefused ? { kind: 'refused', reason: 'methodBreak', methodBreak: given } : { kind: 'change', value: 1 });
});

test('there and back adds up to nothing', () => {
  const figure = fc.tuple(fc.integer({ min: -1e6, max: 1e6 }), fc.integer({ min: 0, max: 3 })).map(([digits, printedDecimals]) => ({ value: Number(`${digits}e-${printedDecimals}`), printedDecimals }));
  fc.assert(
    fc.property(figure, figure, (one, other) => {
      const [a, b] = [toyObservation(one.value, one), toyObservation(other.value, { ...other, period: '2002' })];
      const [there, back] = [change(a, b, toys), change(b, a, toys)];
      if (there.kind !== 'change' || back.kind !== 'change') throw new Error('refused');
      expect(there.value + back.value).toBe(0);
      expect(there.value).toBeCloseTo(other.value - one.value, 6);
    }),
  );
});
