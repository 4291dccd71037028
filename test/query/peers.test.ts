import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distances, nearestTo, type FeatureRow } from '../../src/query/distances.ts';
import { featureSpace, featureValue, peersOf, type PeerFeatures } from '../../src/query/peers.ts';
import { toyProvinceIds, toyRegions } from '../support/toys.ts';

const row = (regionId: string, ...values: readonly (number | null)[]): FeatureRow => ({ regionId, values });

/** Two features of two to twelve regions, whole numbers: ties happen. */
const someRows = fc.array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: 0, max: 400 })), { minLength: 3, maxLength: 12 }).map((pairs) => pairs.map((values, index) => row(`r${String(index).padStart(2, '0')}`, ...values)));

describe('a distance', () => {
  test('by hand: 0, 2, 4 have the mean 2 and the population deviation √(8 ÷ 3)', () => {
    const space = distances([row('a', 0, 7), row('b', 2, 7), row('c', 4, 7)]);
    expect(space.means).toEqual([2, 7]);
    expect(space.deviations[0]).toBeCloseTo(Math.sqrt(8 / 3), 12);
    expect(space.between('a', 'c')).toBeCloseTo(4 / Math.sqrt(8 / 3), 12);
  });

  test('by hand, of two features: each is counted in its own deviations', () => {
    // Both features have the deviation 1 and 10: (2 ÷ 1)² + (20 ÷ 10)² = 8.
    const space = distances([row('a', 1, 10), row('b', 3, 30), row('c', 1, 30), row('d', 3, 10)]);
    expect(space.deviations).toEqual([1, 10]);
    expect(space.between('a', 'b')).toBeCloseTo(Math.sqrt(8), 12);
    expect(space.between('a', 'c')).toBeCloseTo(2, 12);
  });

  test('a feature in which all are alike tells nobody apart', () => {
    expect(distances([row('a', 0.1), row('b', 0.1), row('c', 0.1)]).between('a', 'b')).toBe(0);
  });

  test('who lacks a feature is compared with nobody, and changes nothing for the others', () => {
    const without = distances([row('a', 0, 1), row('b', 2, 5)]);
    const space = distances([row('a', 0, 1), row('b', 2, 5), row('c', null, 900)]);
    expect(space.incomparable).toEqual(['c']);
    expect(space.between('a', 'c')).toBeNull();
    expect(nearestTo('c', 2, space)).toBeNull();
    expect(space.between('a', 'b')).toBe(without.between('a', 'b'));
  });

  test('is the same both ways, nought to itself, and no detour is shorter', () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        const space = distances(rows);
        for (const one of space.ids) {
          expect(space.between(one, one)).toBe(0);
          for (const other of space.ids) {
            expect(space.between(one, other)).toBe(space.between(other, one));
            for (const third of space.ids) expect(space.between(one, other) ?? NaN).toBeLessThanOrEqual((space.between(one, third) ?? NaN) + (space.between(third, other) ?? NaN) + 1e-9);
          }
        }
      }),
    );
  });

  test('does not depend on the units, on where they begin, or on the order of the regions', () => {
    fc.assert(
      fc.property(someRows, fc.constantFrom(0.001, 2, 10_000), fc.integer({ min: -50, max: 50 }), (rows, factor, start) => {
        const before = distances(rows);
        const changed = distances([...rows].reverse().map(({ regionId, values }) => row(regionId, ...values.map((value) => (value ?? 0) * factor + start))));
        for (const one of before.ids) for (const other of before.ids) expect(changed.between(one, other)).toBeCloseTo(before.between(one, other) ?? NaN, 8);
      }),
    );
  });
});

describe('the nearest', () => {
  test('are really the nearest: nobody left out is nearer than one chosen', () => {
    fc.assert(
      fc.property(someRows, fc.integer({ min: 1, max: 8 }), (rows, count) => {
        const space = distances(rows);
        const [self = ''] = space.ids;
        const near = nearestTo(self, count, space);
        const chosen = near?.chosen ?? [];
        expect(chosen).toHaveLength(Math.min(count, space.ids.length - 1));
        const farthest = Math.max(...chosen.map(({ distance }) => distance));
        const left = space.ids.filter((id) => id !== self && !chosen.some((one) => one.id === id));
        for (const id of left) expect(space.between(self, id) ?? NaN).toBeGreaterThanOrEqual(farthest - 1e-9);
        expect(near?.tiedAtEdge).toEqual(left.filter((id) => (space.between(self, id) ?? NaN) <= farthest + 1e-9));
      }),
    );
  });

  test('one as near as the last is named, not silently dropped', () => {
    const near = nearestTo('b', 1, distances([row('a', 1), row('b', 2), row('c', 3)]));
    expect(near?.chosen.map(({ id }) => id)).toEqual(['a']);
    expect(near?.tiedAtEdge).toEqual(['c']);
  });
});

/** Residents, GDP, expenditure, penetration; the later year has no penetration. */
const facts: PeerFeatures = {
  years: [
    { period: '2003', figures: Object.fromEntries(toyProvinceIds.map((id, index) => [id, [String(100 + index), '50.0', '10', null]])) },
    { period: '2002', figures: Object.fromEntries(toyProvinceIds.map((id, index) => [id, [String(100 + index), '40.0', '10', index === 3 ? null : '30.5']])) },
  ],
};

describe('features', () => {
  test('per head: 50亿元 over 100万人 are 5,000 yuan', () => {
    expect(featureValue('gdp-per-head', ['100', '50.0', '10', null])).toBe(5000);
    expect(featureValue('budget-per-head', ['100', '50.0', '10', null])).toBe(1000);
    expect(featureValue('internet-penetration', ['100', '50.0', '10', null])).toBeNull();
    expect(featureValue('gdp-per-head', [null, '50.0', '10', null])).toBeNull();
  });

  test('are of one year: the latest that has all of those chosen', () => {
    expect(featureSpace(facts, ['population', 'gdp-per-head'], toyProvinceIds)?.period).toBe('2003');
    const space = featureSpace(facts, ['population', 'internet-penetration'], toyProvinceIds);
    expect(space?.period).toBe('2002');
    expect(space?.incomparable).toEqual(['140000']);
  });

  test('of too few regions are no features', () => {
    expect(featureSpace(facts, ['internet-penetration'], toyProvinceIds.slice(0, 9))).toBeNull();
  });
});

test('groups: by statistics, by border, by hand; never with the region itself', () => {
  const provinces = toyRegions.filter(({ id }) => toyProvinceIds.includes(id));
  const space = featureSpace(facts, ['population'], toyProvinceIds);
  const of = (kind: 'nearest' | 'group' | 'neighbours' | 'own') => peersOf('130000', { kind, count: 2, features: ['population'], own: ['130000', '150000'] }, provinces, space, { '130000': ['110000', '810000'] }).ids;
  expect(of('nearest')).toEqual(['120000', '140000']);
  expect(of('group')).toHaveLength(30);
  expect(of('neighbours')).toEqual(['110000']);
  expect(of('own')).toEqual(['150000']);
});
