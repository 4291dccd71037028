import { expect, test } from 'vitest';
import { latest, mappablePeriods, observationAt, observationsAt, observationsOf, periods } from '../../src/query/select.ts';
import { toyAbsence, toyObservation, toyProvinceIds, toyTable } from '../support/toys.ts';

const table = toyTable([
  toyObservation(3, { period: '2003', seriesId: 'red' }),
  toyObservation(1, { period: '2001', seriesId: 'red' }),
  toyObservation(2, { period: '2002', seriesId: 'blue' }),
  toyAbsence('notPublished', { period: '2004', seriesId: 'red' }),
  toyAbsence('notPublished', { period: '2005', seriesId: 'red', regionId: '120000', publishedRank: 1 }),
]);

test('a period counts when anything was published for it', () => {
  expect(periods(table)).toEqual(['2001', '2002', '2003', '2005']);
  expect(periods(table, 'red')).toEqual(['2001', '2003', '2005']);
});

test('the latest passes over what is absent', () => {
  expect(latest(table, '110000', 'red')).toMatchObject({ period: '2003', value: 3 });
  expect(latest(table, '110000', 'blue')).toMatchObject({ period: '2002' });
  expect(latest(table, '110000')).toBeUndefined();
});

test('a line is in order of time and keeps its gaps', () => {
  expect(observationsOf(table, '110000', 'red').map(({ period, value }) => [period, value])).toEqual([['2001', 1], ['2003', 3], ['2004', null]]);
});

test('one period, one series, one observation', () => {
  expect(observationsAt(table, '2003')).toHaveLength(1);
  expect(observationsAt(table, '2003', 'blue')).toEqual([]);
  expect(observationAt(table, '110000', '2001', 'red')).toMatchObject({ value: 1 });
  expect(observationAt(table, '110000', '2001')).toBeUndefined();
});

test.each([
  { says: '20 values make a map', values: 20, bands: 0, ranks: 0, isMappable: true },
  { says: '19 do not', values: 19, bands: 0, ranks: 12, isMappable: false },
  { says: 'classes count', values: 10, bands: 10, ranks: 0, isMappable: true },
  { says: 'places alone do not', values: 0, bands: 0, ranks: 31, isMappable: false },
])('$says', ({ values, bands, ranks, isMappable }) => {
  const observations = toyProvinceIds.slice(0, values + bands + ranks).map((regionId, index) => {
    if (index < values) return toyObservation(1, { regionId });
    return toyAbsence('notPublished', { regionId, ...(index < values + bands ? { band: 'few' } : { publishedRank: index + 1 }) });
  });
  expect(mappablePeriods(toyTable(observations))).toEqual(isMappable ? ['2001'] : []);
});
