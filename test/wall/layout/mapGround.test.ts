import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { provinceShapes } from '../../../src/geo/provinceShapes.ts';
import { crosses, isWithin, overlap, type Box } from '../../../src/wall/layout/boxes.ts';
import { isClear, isCovered, landOf, pathRings } from '../../../src/wall/layout/land.ts';
import { hitAreas } from '../../../src/wall/layout/hitAreas.ts';
import { insetWidth, mapGround, toUnits, type GroundNeed, type MapGround } from '../../../src/wall/layout/mapGround.ts';
import { mapLabels, type LabelNeed } from '../../../src/wall/layout/mapLabels.ts';
import { sea, topology } from '../../geo/support.ts';
import { rooms } from './toyWall.ts';

const shapes = provinceShapes(topology(), sea());
const land = landOf(shapes);
const LANGUAGES = [
  { inset: '南海诸岛', schematic: '示意图', name: '甲乙', abbr: '甲' },
  { inset: 'South China Sea Islands', schematic: 'schematic map', name: 'Inner Toyland', abbr: 'IT' },
] as const;

const need = (room: { readonly width: number; readonly height: number }, em: number, words: (typeof LANGUAGES)[number], more: Partial<GroundNeed> = {}): GroundNeed => ({
  room,
  em,
  shapes,
  chips: shapes.chips.map(({ id }) => ({ id, name: words.name, abbr: words.abbr, figures: ['11.1'] })),
  forms: ['full', 'short', 'none'],
  target: 0,
  insetName: words.inset,
  schematicName: words.schematic,
  ...more,
});
const labelsOf = (ground: MapGround, words: (typeof LANGUAGES)[number]) => {
  const all: LabelNeed[] = shapes.provinces.map(({ id }) => ({ id, name: words.name, abbr: words.abbr, figure: '11.1' }));
  return mapLabels(ground, shapes, all.slice(0, 4), all.slice(4));
};
const pairs = (boxes: readonly Box[]): readonly (readonly [Box, Box])[] => boxes.flatMap((one, index) => boxes.slice(index + 1).map((other) => [one, other] as const));

describe('in any room', () => {
  test('nothing that is read touches anything else, and all of it is inside', () => {
    fc.assert(
      fc.property(rooms, fc.constantFrom(...LANGUAGES), fc.boolean(), ({ room, em }, words, isTouched) => {
        const ground = mapGround(need(room, em, words, { target: isTouched ? 44 : 0 }));
        if (!ground) return;
        const labels = labelsOf(ground, words);
        const read = [...ground.taken, ...labels.map(({ box }) => box)];
        expect(read.filter((box) => !isWithin(box, { x: 0, y: 0, ...ground.room }))).toEqual([]);
        expect(pairs(read).filter(([one, other]) => overlap(one, other))).toEqual([]);
        expect(labels.filter(({ letter }) => letter < em)).toEqual([]);
        expect(labels.filter(({ leader, box }) => leader && read.some((one) => one !== box && crosses(leader[0], leader[1], one)))).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  test('the whole country is inside, and the inset, the chips and the schematic mark lie on none of it', () => {
    fc.assert(
      fc.property(rooms, fc.constantFrom(...LANGUAGES), ({ room, em }, words) => {
        const ground = mapGround(need(room, em, words));
        if (!ground) return;
        const { bounds } = land;
        expect(isWithin({ x: ground.x + bounds.x * ground.scale, y: ground.y + bounds.y * ground.scale, width: bounds.width * ground.scale, height: bounds.height * ground.scale }, { x: 0, y: 0, ...ground.room }, 0.5)).toBe(true);
        expect(ground.taken.filter((box) => !isClear(land.all, toUnits(ground, box)))).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  test('a chip that is touched is 44 pixels at least', () => {
    fc.assert(
      fc.property(rooms, ({ room, em }) => {
        const ground = mapGround(need(room, em, LANGUAGES[0], { target: 44 }));
        for (const { box } of ground?.chips ?? []) expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44);
      }),
      { numRuns: 15 },
    );
  });
});

test('a wide hall at six metres has all six chips with their figures', () => {
  const ground = mapGround(need({ width: 1180, height: 800 }, 41, LANGUAGES[0]));
  expect(ground?.form).toBe('full');
  expect(ground?.chips).toHaveLength(6);
});

test('a room as small as the inset with its name has no map', () => {
  expect(insetWidth('南海诸岛')).toBe(4);
  expect(mapGround(need({ width: 200, height: 150 }, 41, LANGUAGES[0]))).toBeNull();
});

test('chips lead to their regions in the order of the places', () => {
  const eastern = (mapGround(need({ width: 1180, height: 800 }, 41, LANGUAGES[0]))?.chips ?? []).filter(({ id }) => id !== '660000');
  expect(eastern.map(({ box }) => box.y)).toEqual([...eastern.map(({ box }) => box.y)].sort((one, other) => one - other));
});

describe('the land', () => {
  test('a path as it is written gives its rings', () => {
    expect(pathRings('M10 10l5 0 0-5zm20 0h0')).toEqual([
      [[10, 10], [15, 10], [15, 5]],
      [[30, 10], [30, 10]],
    ]);
  });
  test('a label in the middle of Tibet lies on it, one across its border does not', () => {
    const tibet = land.regions.get('540000');
    expect(tibet && isCovered(tibet, { x: 300, y: 790, width: 100, height: 30 })).toBe(true);
    expect(tibet && isCovered(tibet, { x: 300, y: 600, width: 100, height: 90 })).toBe(false);
  });
  test('the dashes of the boundary line count as land: nothing is laid over them', () => {
    const [first] = pathRings(shapes.dashes)[0] ?? [];
    expect(first && isClear(land.all, { x: first[0] - 2, y: first[1] + 2, width: 4, height: 10 })).toBe(false);
  });
});

test('small regions share the ground between them: the place of each is its own', () => {
  const ground = mapGround(need({ width: 420, height: 330 }, 16, LANGUAGES[0], { forms: ['none'], target: 44 }));
  expect(ground).not.toBeNull();
  if (!ground) return;
  const areas = hitAreas(ground, shapes, shapes.provinces.map(({ id }) => id));
  expect(areas.length).toBeGreaterThan(15);
  const spotOf = (id: string) => {
    const [x, y] = shapes.provinces.find((shape) => shape.id === id)?.label ?? shapes.chips.find((chip) => chip.id === id)?.spot ?? [0, 0];
    return { x: ground.x + x * ground.scale, y: ground.y + y * ground.scale };
  };
  const spots = areas.map(({ id }) => ({ id, ...spotOf(id) }));
  const wrong = areas.flatMap(({ id, d }) => {
    const own = spotOf(id);
    return [...d.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].flatMap(([, x, y]) => {
      const away = (spot: { readonly x: number; readonly y: number }) => Math.hypot(Number(x) - spot.x, Number(y) - spot.y);
      return away(own) < 23 && spots.every((other) => away(other) > away(own) - 0.3) ? [] : [id];
    });
  });
  expect(wrong).toEqual([]);
});
