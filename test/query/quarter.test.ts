import { expect, test } from 'vitest';
import { byStandingGroup, standingGroup } from '../../src/query/quarter.ts';
import { rank } from '../../src/query/rank.ts';
import { toyObservation } from '../support/toys.ts';

const indexes = (n: number) => Array.from({ length: n }, (_, index) => standingGroup(index + 1, n)?.index);

test('thirty-one places make four quarters, none with more than eight', () => {
  const counts = [0, 1, 2, 3].map((quarter) => indexes(31).filter((index) => index === quarter).length);
  expect(counts).toEqual([7, 8, 8, 8]);
});

test('eight are the fewest for quarters, four for halves; fewer are in no group', () => {
  expect(indexes(8)).toEqual([0, 0, 1, 1, 2, 2, 3, 3]);
  expect(indexes(7)).toEqual([0, 0, 0, 1, 1, 1, 1]);
  expect(standingGroup(1, 7)?.of).toBe(2);
  expect(indexes(4)).toEqual([0, 0, 1, 1]);
  expect(standingGroup(1, 3)).toBeNull();
});

test('no quarter of any ranking holds one alone, and the leading and the last are never empty', () => {
  for (let n = 4; n <= 200; n += 1) {
    const all = indexes(n);
    const of = standingGroup(1, n)?.of ?? 0;
    for (let index = 0; index < of; index += 1) expect(all.filter((one) => one === index).length).toBeGreaterThan(1);
  }
});

test('within a quarter the order is that of the codes, so that it tells no place', () => {
  const ids = ['110000', '120000', '130000', '140000', '150000', '210000', '220000', '230000'];
  const values = [1, 8, 2, 7, 3, 6, 4, 5];
  const { ranked } = rank(ids.map((regionId, index) => toyObservation(values[index] ?? 0, { regionId })), 'higher');
  expect(byStandingGroup(ranked).map(({ observation }) => observation.regionId)).toEqual(['120000', '140000', '210000', '230000', '150000', '220000', '110000', '130000']);
});

test('those that share a place share its quarter', () => {
  const { ranked } = rank(Array.from({ length: 12 }, (_, index) => toyObservation(index < 5 ? 9 : index, { regionId: String(index) })), 'higher');
  const tied = ranked.filter(({ isTied }) => isTied);
  expect(new Set(tied.map(({ rank: place, n }) => standingGroup(place, n)?.index)).size).toBe(1);
});
