import { expect, test } from 'vitest';
import { DIRECTIONS, neighbour, neighbours } from '../../src/geo/neighbours.ts';
import { provinceShapes } from '../../src/geo/provinceShapes.ts';
import type { NeighbourTable } from '../../src/geo/shapes.ts';
import { tileGrid } from '../../src/geo/tileGrid.ts';
import { sea, tileCsv, topology } from './support.ts';

const map = provinceShapes(topology(), sea()).neighbours;
const grid = tileGrid(tileCsv());

const reached = (table: NeighbourTable, start: string): number => {
  const found = new Set([start]);
  for (const id of found) {
    for (const direction of DIRECTIONS) {
      const next = neighbour(table, id, direction, () => true);
      if (next !== null) found.add(next);
    }
  }
  return found.size;
};

test.each([
  { says: 'the map', table: map },
  { says: 'the tile grid', table: grid.neighbours },
])('on $says the arrow keys lead from every region to all 35', ({ table }) => {
  expect(Object.keys(table)).toHaveLength(35);
  for (const id of Object.keys(table)) expect(reached(table, id)).toBe(35);
});

test.each([
  { says: 'Guangdong up to Hunan or Jiangxi', from: '440000', direction: 'up', to: ['430000', '360000'] },
  { says: 'Heilongjiang down to Jilin', from: '230000', direction: 'down', to: ['220000'] },
  { says: 'Xizang up to Xinjiang', from: '540000', direction: 'up', to: ['650000'] },
  { says: 'Xinjiang up to the Corps', from: '650000', direction: 'up', to: ['660000'] },
  { says: 'the Corps down to Xinjiang', from: '660000', direction: 'down', to: ['650000'] },
  { says: 'Fujian right to Taiwan', from: '350000', direction: 'right', to: ['710000'] },
  { says: 'Heilongjiang up to nothing', from: '230000', direction: 'up', to: [null] },
] as const)('on the map: $says', ({ from, direction, to }) => {
  expect(to).toContain(neighbour(map, from, direction, () => true));
});

test('a region that can’t be chosen is passed over', () => {
  const line = neighbours({ a: [0, 0], b: [1, 0], c: [2, 0] });
  expect(neighbour(line, 'a', 'right', (id) => id !== 'b')).toBe('c');
  expect(neighbour(line, 'a', 'right', () => false)).toBeNull();
});

test('a place off every quarter’s nearest is reached nevertheless', () => {
  const table = neighbours({ a: [0, 0], b: [4, 0], c: [8, 0], d: [5, 3], e: [5, 4], f: [6, 9] });
  for (const id of Object.keys(table)) expect(reached(table, id)).toBe(6);
});

test('the grid is seven columns by eight rows, and its keys follow them', () => {
  expect([grid.columns, grid.rows, grid.tiles.length]).toEqual([7, 8, 35]);
  expect(neighbour(grid.neighbours, '440000', 'right', () => true)).toBe('350000');
  expect(neighbour(grid.neighbours, '440000', 'up', () => true)).toBe('360000');
});

test('a tile without a row is told in words', () => {
  expect(() => tileGrid('adcode,row,col\n110000,,4')).toThrow('tilegrid.csv, line 2: “110000,,4” is not a region with a row and a column.');
  expect(() => tileGrid('adcode,row\n110000,2')).toThrow('tilegrid.csv has no column “col”.');
});
