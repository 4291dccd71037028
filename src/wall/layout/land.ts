import type { ProvinceShapes } from '../../geo/shapes.ts';
import type { Box } from './boxes.ts';

type Stretch = readonly [from: number, to: number];
/** By row of `STEP` units: the stretches of land in it, from the left. */
type Rows = ReadonlyMap<number, readonly Stretch[]>;
type Ring = readonly (readonly [x: number, y: number])[];

export interface Area {
  readonly rows: Rows;
  readonly bounds: Box;
}

/** The shapes as stretches of land, for asking where a label has room: in units of the drawing. */
export interface Land {
  readonly bounds: Box;
  readonly regions: ReadonlyMap<string, Area>;
  /** All regions, and the lines and islets in the sea: nothing may lie on them that isn't theirs. */
  readonly all: Rows;
}

const STEP = 4;
const rowOf = (y: number): number => Math.floor(y / STEP);

/** Path data as `src/geo/gridPath.ts` and `dots` write it: M, m, l, h and z with whole numbers. */
export function pathRings(path: string): readonly Ring[] {
  const rings: [number, number][][] = [];
  let [x, y] = [0, 0];
  let ring: [number, number][] = [];
  for (const [, command = '', numbers = ''] of path.matchAll(/([MmlLhz])([^MmlLhz]*)/g)) {
    const steps = (numbers.match(/-?\d+/g) ?? []).map(Number);
    if (command === 'z') {
      [x, y] = ring[0] ?? [x, y];
      continue;
    }
    if (command === 'h') {
      x += steps[0] ?? 0;
      ring.push([x, y]);
      continue;
    }
    steps.forEach((step, index) => {
      if (index % 2 !== 0) return;
      const down = steps[index + 1] ?? 0;
      const isAbsolute = command === 'M' || command === 'L';
      [x, y] = isAbsolute ? [step, down] : [x + step, y + down];
      if ((command === 'M' || command === 'm') && index === 0) {
        ring = [];
        rings.push(ring);
      }
      ring.push([x, y]);
    });
  }
  return rings;
}

function areaOf(rings: readonly Ring[]): Area {
  const crossings = new Map<number, number[]>();
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of rings) {
    let from = ring.at(-1);
    for (const to of ring) {
      [left, right, top, bottom] = [Math.min(left, to[0]), Math.max(right, to[0]), Math.min(top, to[1]), Math.max(bottom, to[1])];
      if (from) {
        for (let row = rowOf(Math.min(from[1], to[1])); row <= rowOf(Math.max(from[1], to[1])); row += 1) {
          const level = row * STEP + STEP / 2;
          if (from[1] > level === to[1] > level) continue;
          const at = crossings.get(row) ?? [];
          at.push(from[0] + ((level - from[1]) / (to[1] - from[1])) * (to[0] - from[0]));
          crossings.set(row, at);
        }
      }
      from = to;
    }
  }
  const rows = new Map<number, Stretch[]>();
  for (const [row, at] of crossings) {
    at.sort((one, other) => one - other);
    rows.set(row, at.flatMap((x, index): Stretch[] => (index % 2 === 0 ? [[x, at[index + 1] ?? x]] : [])));
  }
  return { rows, bounds: { x: left, y: top, width: right - left, height: bottom - top } };
}

/** Overlapping stretches as one: a box is asked about thousands of times. */
function merged(stretches: readonly Stretch[]): readonly Stretch[] {
  const joined: [from: number, to: number][] = [];
  for (const [from, to] of [...stretches].sort(([one], [other]) => one - other)) {
    const last = joined.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
}

const made = new WeakMap<ProvinceShapes, Land>();

export function landOf(shapes: ProvinceShapes): Land {
  const known = made.get(shapes);
  if (known) return known;
  const regions = new Map(shapes.provinces.map(({ id, d }) => [id, areaOf(pathRings(d))] as const));
  const all = new Map<number, Stretch[]>();
  const add = (row: number, stretch: Stretch): void => {
    const at = all.get(row) ?? [];
    at.push(stretch);
    all.set(row, at);
  };
  for (const { rows } of regions.values()) for (const [row, stretches] of rows) for (const stretch of stretches) add(row, stretch);
  // What is too low for a row's middle still counts: islands, islets, the dashes of the boundary line.
  for (const ring of [...shapes.provinces.flatMap(({ d }) => pathRings(d)), ...pathRings(shapes.islets)]) for (const [x, y] of ring) add(rowOf(y), [x - 3, x + 3]);
  for (const dash of pathRings(shapes.dashes)) {
    dash.slice(1).forEach(([x, y], index) => {
      const [fromX, fromY] = dash[index] ?? [x, y];
      const count = Math.max(1, Math.ceil(Math.abs(y - fromY) / STEP));
      for (let part = 0; part <= count; part += 1) {
        const at = fromX + ((x - fromX) * part) / count;
        add(rowOf(fromY + ((y - fromY) * part) / count), [at - 6, at + 6]);
      }
    });
  }
  const boxes = [...regions.values()].map(({ bounds }) => bounds);
  const left = Math.min(...boxes.map(({ x }) => x));
  const top = Math.min(...boxes.map(({ y }) => y));
  const land: Land = {
    regions,
    all: new Map([...all].map(([row, stretches]) => [row, merged(stretches)] as const)),
    bounds: { x: left, y: top, width: Math.max(...boxes.map(({ x, width }) => x + width)) - left, height: Math.max(...boxes.map(({ y, height }) => y + height)) - top },
  };
  made.set(shapes, land);
  return land;
}

/** Nothing of it lies under the box. */
export function isClear(rows: Rows, { x, y, width, height }: Box): boolean {
  for (let row = rowOf(y); row <= rowOf(y + height); row += 1) {
    if (rows.get(row)?.some(([from, to]) => from < x + width && to > x)) return false;
  }
  return true;
}

/** The whole box lies on it. */
export function isCovered({ rows }: Area, { x, y, width, height }: Box): boolean {
  for (let row = rowOf(y); row <= rowOf(y + height); row += 1) {
    if (!rows.get(row)?.some(([from, to]) => from <= x && to >= x + width)) return false;
  }
  return true;
}
