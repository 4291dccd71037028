import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { PROVINCE_IDS } from '../../src/geo/anchors.ts';
import { provinceShapes } from '../../src/geo/provinceShapes.ts';
import { withoutPaths, withPathsOf } from '../../src/geo/shapePaths.ts';
import { sea, topology } from './support.ts';

const shapes = provinceShapes(topology(), sea());

/** Corners of what path data of relative steps draws. */
const points = (d: string): [number, number][] => {
  const drawn: [number, number][] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  for (const [, command = '', numbers = ''] of d.matchAll(/([Mmlz])([^Mmlz]*)/g)) {
    const steps = numbers.match(/-?\d+/g)?.map(Number) ?? [];
    for (let i = 0; i < steps.length; i += 2) {
      [x, y] = [x + (steps[i] ?? NaN), y + (steps[i + 1] ?? NaN)];
      if (command !== 'l') [startX, startY] = [x, y];
      drawn.push([x, y]);
    }
    if (command === 'z') [x, y] = [startX, startY];
  }
  return drawn;
};

test('all 34 provinces are drawn inside the sheet', () => {
  expect(shapes.provinces.map(({ id }) => id).sort()).toEqual(PROVINCE_IDS);
  for (const { d } of shapes.provinces) {
    for (const [x, y] of points(d)) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(1536);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThanOrEqual(shapes.height);
    }
  }
});

test('each province has a label inside the land, or a chip; the Corps has a chip alone', () => {
  const chipped = shapes.chips.map(({ id }) => id);
  expect(chipped).toEqual(['110000', '120000', '310000', '810000', '820000', '660000']);
  for (const { id, label, room } of shapes.provinces) {
    expect(label === null).toBe(chipped.includes(id));
    if (label) expect(room).toBeGreaterThan(25);
  }
});

test('chips are at least 44 px apart from the next in the middle of the page, and clear of the inset', () => {
  const east = shapes.chips.filter(({ side }) => side === 'right').map(({ wide }) => wide.at[1]);
  for (const [index, y] of east.entries()) if (index > 0) expect(y - (east[index - 1] ?? 0)).toBeGreaterThanOrEqual(80);
  expect(Math.max(...east) + 26 * 1.5).toBeLessThanOrEqual(shapes.inset.y);
});

test('the inset lies right of Taiwan, its islands, and every dash of the main map', () => {
  const taiwan = shapes.provinces.find(({ id }) => id === '710000');
  for (const d of [taiwan?.d ?? '', shapes.dashes]) expect(Math.max(...points(d).map(([x]) => x))).toBeLessThan(shapes.inset.x);
});

test('islands that count are drawn however small', () => {
  const rings = (id: string): number => shapes.provinces.find((province) => province.id === id)?.d.match(/m/gi)?.length ?? 0;
  expect(rings('710000')).toBeGreaterThanOrEqual(4); // the main island, 澎湖, 钓鱼岛, 赤尾屿
  expect(rings('440000')).toBeGreaterThanOrEqual(2); // 东沙
});

test('the whole drawing weighs no more than 16 kB compressed', () => {
  const paths = [...shapes.provinces, ...shapes.inset.land].map(({ d }) => d).concat(shapes.coast, shapes.inset.coast, shapes.dashes);
  expect(brotliCompressSync(paths.join('\n')).length).toBeLessThan(16_000);
  for (const d of paths) expect(d).toMatch(/^M[-\d mlz]+$/);
});

test('the same geometry gives the same drawing', () => {
  expect(provinceShapes(topology(), sea())).toEqual(shapes);
});

test('path data left out of the page’s data is read back from its drawing', () => {
  const bare = withoutPaths(shapes);
  expect(JSON.stringify(bare).length).toBeLessThan(12_000);
  const drawn = new Map<string, string>([['coast', shapes.coast], ['inset-coast', shapes.inset.coast]]);
  for (const { id, d } of shapes.provinces) drawn.set(id, d);
  for (const { id, d } of shapes.inset.land) drawn.set(`inset-${id}`, d);
  const page = {
    querySelector: (selector: string) => ({ getAttribute: () => drawn.get(selector.slice('[data-path="'.length, -2)) ?? null }),
  };
  expect(withPathsOf(page, bare)).toEqual(shapes);
});
