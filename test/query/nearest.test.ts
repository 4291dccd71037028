import { expect, test } from 'vitest';
import { latestOfEach, nearest } from '../../src/query/nearest.ts';
import { toyAbsence, toyObservation, toyTable } from '../support/toys.ts';

const series = [{ id: 'red', name: { zh: '红', en: 'Red' } }, { id: 'blue', name: { zh: '蓝', en: 'Blue' } }];
const table = toyTable(
  [
    toyObservation(5, { period: '2004', seriesId: 'blue' }),
    toyObservation(1, { period: '2001', seriesId: 'red' }),
    toyObservation(2, { period: '2001-06', seriesId: 'blue' }),
    toyObservation(3, { period: '2003', seriesId: 'red' }),
    toyObservation(4, { period: '2002', seriesId: 'red', confidence: 'C' }),
    toyObservation(6, { period: '2002', seriesId: 'blue', status: 'forecast' }),
    toyAbsence('notPublished', { period: '2002', seriesId: 'red' }),
  ],
  { series },
);
const values = (found: readonly { readonly value: number }[]) => found.map(({ value }) => value);

test.each([
  { says: 'a month is of the same time as its year, series in their order', period: '2001', found: [1, 2] },
  { says: 'and the year as its month', period: '2001-06-30', found: [1, 2] },
  { says: 'where there is none, both neighbours that are as near; what is doubtful, foretold or absent is none', period: '2002', found: [1, 3] },
  { says: 'after the last, the last', period: '2009', found: [5] },
])('$says', ({ period, found }) => {
  expect(values(nearest(table, period))).toEqual(found);
});

test('nothing is near in a table without figures', () => {
  expect(nearest(toyTable([toyAbsence('notPublished')]), '2001')).toEqual([]);
});

test('the latest of each series', () => {
  expect(values(latestOfEach(table))).toEqual([3, 5]);
});

test('of one place, if asked', () => {
  expect(values(nearest(toyTable([toyObservation(1), toyObservation(2, { regionId: '120000' })]), '2001', '120000'))).toEqual([2]);
  expect(latestOfEach(toyTable([toyObservation(1)]), '120000')).toEqual([]);
});
