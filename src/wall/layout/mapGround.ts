import type { ProvinceShapes } from '../../geo/shapes.ts';
import { crosses, isWithin, overlap, type Box, type Point, type Size } from './boxes.ts';
import { isClear, landOf, type Land } from './land.ts';
import { breakLines, textWidth, widest } from './text.ts';

/** A box beside the map for a region too small to be read or hit: `full` with name and figure, `short` a square with its abbreviation. */
export type ChipForm = 'full' | 'short' | 'none';

export interface ChipNeed {
  readonly id: string;
  readonly name: string;
  readonly abbr: string;
  /** The widest figure it has in any beat. */
  readonly figures: readonly string[];
}

export interface GroundNeed {
  readonly room: Size;
  /** CSS pixels of the smallest letters. */
  readonly em: number;
  readonly shapes: ProvinceShapes;
  readonly chips: readonly ChipNeed[];
  /** From the richest that is wanted down. */
  readonly forms: readonly ChipForm[];
  /** CSS pixels: the least height of a chip that fingers find; 0: nobody touches. */
  readonly target: number;
  readonly insetName: string;
  readonly schematicName: string;
}

export interface PlacedChip {
  readonly id: string;
  readonly box: Box;
  /** Where its region lies on the map. */
  readonly spot: Point;
  /** From the spot to the chip, corner by corner. */
  readonly leader: readonly Point[];
}

/** Where the land, the chips and the inset stand in a room; the same for all beats of a scene. */
export interface MapGround {
  /** What it takes of its room: all of the height, not more of the width than it can use. */
  readonly room: Size;
  readonly em: number;
  /** CSS pixels a unit of the drawing; its origin in the room. */
  readonly scale: number;
  readonly x: number;
  readonly y: number;
  /** Size of names and figures, CSS pixels. */
  readonly letter: number;
  readonly form: ChipForm;
  readonly chips: readonly PlacedChip[];
  readonly inset: Box;
  readonly insetTitle: { readonly lines: readonly string[]; readonly box: Box };
  readonly schematic: Box;
  /** What labels keep clear of. */
  readonly taken: readonly Box[];
}

export const LINE = 1.25;
/** In letters: height of a chip, and the gap between two. */
const CHIP_HEIGHT = 1.55;
const CHIP_GAP = 0.3;
/** A chip of letters: swatch, gap, name, gap, figure, edge. */
export const CHIP_SWATCH = 0.9;
export const CHIP_PAD = 0.45;
/** A chip of an abbreviation: its edges. */
const ABBR_PAD = 0.22;

export const chipWidth = ({ name, figures }: ChipNeed, letter: number): number =>
  letter * (CHIP_SWATCH + 3 * CHIP_PAD + textWidth(name) + 0.3 + widest(figures));

export const toUnits = ({ scale, x, y }: Pick<MapGround, 'scale' | 'x' | 'y'>, box: Box): Box => ({ x: (box.x - x) / scale, y: (box.y - y) / scale, width: box.width / scale, height: box.height / scale });

export const toRoom = ({ scale, x, y }: Pick<MapGround, 'scale' | 'x' | 'y'>, [unitX, unitY]: readonly [number, number]): Point => ({ x: x + unitX * scale, y: y + unitY * scale });

const INSET_SHARE = 0.165;
const INSET_LEAST = 3.3;

/** Lines of its name, in a width of so many em: on one where it is short, otherwise on two. */
const insetLines = (name: string, width: number): readonly string[] => breakLines(name, Math.max(width, textWidth(name) > 6 ? textWidth(name) * 0.56 : textWidth(name)));

/** The least width that it takes with its name, in em. */
export const insetWidth = (name: string): number => Math.max(INSET_LEAST, widest(insetLines(name, INSET_LEAST)));
/** Letters grow with the map, from 1 em up. */
const letterOf = (mapHeight: number, em: number): number => em * Math.min(1.45, Math.max(1, mapHeight / em / 28));
/** How far up or down a leader may lead, in heights of its chip, before the chip had better be smaller. */
const NEAR = 3.5;

/** Heights for chips that are in an order, each as near to its region as the others let it; null: not all fit. */
function stack(wanted: readonly number[], height: number, gap: number, levels: readonly number[], most: number): readonly number[] | null {
  // Least sum of squared distances, level by level: few chips, few levels.
  let best = new Map<number, { readonly cost: number; readonly at: readonly number[] }>([[-1, { cost: 0, at: [] }]]);
  for (const want of wanted) {
    const next = new Map<number, { readonly cost: number; readonly at: readonly number[] }>();
    let reached: { readonly cost: number; readonly at: readonly number[] } | null = null;
    let behind = -1;
    const before = [...best.entries()].sort(([one], [other]) => one - other);
    levels.forEach((level, index) => {
      while (behind + 1 < before.length) {
        const candidate = before[behind + 1];
        if (!candidate) break;
        const [last, { cost, at }] = candidate;
        if (last >= 0 && (levels[last] ?? 0) + height + gap > level) break;
        if (!reached || cost < reached.cost) reached = { cost, at };
        behind += 1;
      }
      if (reached && Math.abs(level + height / 2 - want) <= most) next.set(index, { cost: reached.cost + (level + height / 2 - want) ** 2, at: [...reached.at, level] });
    });
    best = next;
  }
  const ends = [...best.values()].sort((one, other) => one.cost - other.cost);
  return ends[0]?.at ?? null;
}

const NORTHWARD: readonly Point[] = Array.from({ length: 33 * 34 }, (_, index) => ({ x: ((index % 33) - 16) * 0.8, y: -0.8 - Math.floor(index / 33) * 0.8 })).sort((one, other) => Math.hypot(one.x, one.y) - Math.hypot(other.x, other.y));

function placeChips(need: GroundNeed, land: Land, frame: { readonly scale: number; readonly x: number; readonly y: number }, form: ChipForm, letter: number, isNear: boolean, obstacles: readonly Box[]): readonly PlacedChip[] | null {
  const { room, em, shapes, chips, target } = need;
  if (form === 'none') return [];
  const height = Math.max(CHIP_HEIGHT * letter, target);
  const gap = CHIP_GAP * letter;
  const shortWidth = Math.max(height, (widest(chips.map(({ abbr }) => abbr), true) + 2 * ABBR_PAD) * letter);
  const known = shapes.chips.flatMap((chip) => {
    const one = chips.find(({ id }) => id === chip.id);
    return one ? [{ ...one, side: chip.side, spot: toRoom(frame, chip.spot) }] : [];
  });
  const placed: PlacedChip[] = [];
  const isFree = (box: Box, margin: number): boolean => {
    const grown = { x: box.x - margin, y: box.y - margin / 2, width: box.width + 2 * margin, height: box.height + margin };
    return isWithin(box, { x: 0, y: 0, ...room }) && isClear(land.all, toUnits(frame, grown)) && !obstacles.some((one) => overlap(one, box, gap)) && !placed.some((one) => overlap(one.box, box, gap));
  };

  const eastern = known.filter(({ side }) => side === 'right').sort((one, other) => one.spot.y - other.spot.y);
  const width = form === 'short' ? shortWidth : Math.max(0, ...eastern.map((chip) => chipWidth(chip, letter)));
  const left = room.width - width;
  const levels: number[] = [];
  for (let y = 0; y + height <= room.height; y += em / 3) if (isFree({ x: left, y, width, height }, letter * 0.7)) levels.push(y);
  const at = stack(eastern.map(({ spot }) => spot.y), height, gap, levels, isNear ? NEAR * height : Infinity);
  if (!at) return null;
  eastern.forEach(({ id, spot }, index) => {
    const y = at[index] ?? 0;
    const entry = { x: left, y: y + height / 2 };
    placed.push({ id, box: { x: left, y, width, height }, spot, leader: [spot, { x: left - letter * 0.6, y: entry.y }, entry] });
  });

  for (const chip of known.filter(({ side }) => side === 'left')) {
    const size = { width: form === 'short' ? shortWidth : chipWidth(chip, letter), height };
    // North of its place, the nearest first.
    const box = NORTHWARD.map(({ x, y }): Box => ({ x: chip.spot.x + x * em - size.width / 2, y: chip.spot.y + y * em - size.height, ...size })).find((one) => isFree(one, letter * 0.3));
    if (!box) return null;
    const exit = { x: Math.max(box.x, Math.min(box.x + box.width, chip.spot.x - letter)), y: box.y + box.height };
    placed.push({ id: chip.id, box, spot: chip.spot, leader: [chip.spot, exit] });
  }
  return placed;
}

function placeFurniture(need: GroundNeed, land: Land, frame: { readonly scale: number; readonly x: number; readonly y: number }): Pick<MapGround, 'inset' | 'insetTitle' | 'schematic'> | null {
  const { room, em, shapes, insetName, schematicName } = need;
  const width = Math.max(INSET_LEAST * em, INSET_SHARE * land.bounds.width * frame.scale);
  const height = (width * shapes.inset.height) / shapes.inset.width;
  // Under the frame: inside, it would cover the southernmost shoal.
  const lines = insetLines(insetName, width / em);
  const titleWidth = widest(lines) * em;
  const size = { width: Math.max(width, titleWidth), height: height + lines.length * LINE * em };
  const margin = em * 0.4;
  let corner: Box | null = null;
  const lowest = room.height - size.height;
  for (let y = lowest; y >= Math.max(0, Math.min(room.height * 0.3, lowest)) && !corner; y -= em / 2) {
    for (let x = room.width - size.width; x >= room.width * 0.55; x -= em / 2) {
      const box = { x, y, ...size };
      if (isClear(land.all, toUnits(frame, { x: x - margin, y: y - margin, width: size.width + 2 * margin, height: size.height + margin }))) {
        corner = box;
        break;
      }
    }
  }
  if (!corner) return null;
  const inset = { x: corner.x + corner.width - width, y: corner.y, width, height };
  const insetTitle = { lines, box: { x: corner.x + corner.width - titleWidth, y: corner.y + height, width: titleWidth, height: lines.length * LINE * em } };
  const label = { width: textWidth(schematicName) * em, height: LINE * em };
  for (let y = room.height - label.height; y >= room.height / 2; y -= em / 2) {
    for (let x = 0; x + label.width <= room.width; x += em / 2) {
      const schematic = { x, y, ...label };
      if (isClear(land.all, toUnits(frame, schematic)) && !overlap(schematic, corner, margin)) return { inset, insetTitle, schematic };
    }
  }
  return null;
}

/** How much smaller the map may be drawn to make room for the chips. */
const WORTH: Readonly<Record<ChipForm, number>> = { full: 0.2, short: 0.08, none: 0 };
const SMALLEST = 0.7;

/**
 * The largest map that leaves room for the inset, and for chips as long as they are worth the land they cost.
 *
 * @returns null when even the inset has no room.
 */
export function mapGround(asked: GroundNeed): MapGround | null {
  const { em, shapes } = asked;
  const land = landOf(shapes);
  // Chips stand by the land, however wide the room.
  const chips = Math.max(CHIP_HEIGHT, ...asked.chips.map((chip) => chipWidth(chip, 1.45))) * em;
  const room = { width: Math.min(asked.room.width, (asked.room.height * land.bounds.width) / land.bounds.height + chips + 2 * em), height: asked.room.height };
  const need = { ...asked, room };
  const most = Math.min(room.width / land.bounds.width, room.height / land.bounds.height);
  let best: { readonly ground: MapGround; readonly worth: number } | null = null;
  for (const form of need.forms) {
    for (let part = 1; part >= SMALLEST - 0.001; part -= 0.03) {
      if (best && part + WORTH[form] <= best.worth) break;
      const found = tryScale(need, land, form, most * part);
      const worth = part + WORTH[form] - 0.1 * (found?.cost ?? Infinity);
      if (found && (!best || worth > best.worth)) best = { ground: found.ground, worth };
    }
  }
  if (best) return best.ground;
  // A room of another shape: the map shrinks until the inset stands clear of it.
  for (let part = SMALLEST; part > 0.3; part -= 0.05) {
    const found = tryScale(need, land, need.forms.at(-1) ?? 'none', most * part);
    if (found) return found.ground;
  }
  // A map without chips is better than none.
  return need.forms.includes('none') ? null : mapGround({ ...asked, forms: ['none'] });
}

/** Of the places in which everything fits: the inset lowest and farthest east, short leaders, the land in the middle. */
function tryScale(need: GroundNeed, land: Land, form: ChipForm, scale: number): { readonly ground: MapGround; readonly cost: number } | null {
  const { room, em } = need;
  const free = { x: room.width - land.bounds.width * scale, y: room.height - land.bounds.height * scale };
  const most = letterOf(land.bounds.height * scale, em);
  const letters = [...new Set([most, Math.max(em, most * 0.85), em])];
  let best: { readonly ground: MapGround; readonly cost: number } | null = null;
  // Where nothing is free there is but one place.
  for (const across of free.x > em ? [0.5, 0.25, 0] : [0.5]) {
    for (const down of free.y > em ? [0.5, 0.25, 0, 1] : [0.5]) {
      const frame = { scale, x: free.x * across - land.bounds.x * scale, y: free.y * down - land.bounds.y * scale };
      const furniture = placeFurniture(need, land, frame);
      if (!furniture) continue;
      const fixed = [union(furniture.inset, furniture.insetTitle.box), furniture.schematic];
      for (const { letter, isNear } of [...letters.map((one) => ({ letter: one, isNear: true })), { letter: em, isNear: false }]) {
        const chips = placeChips(need, land, frame, form, letter, isNear, fixed);
        if (!chips) continue;
        const leaders = chips.reduce((sum, { box, spot }) => sum + Math.abs(box.y + box.height / 2 - spot.y), 0) / room.height;
        const below = (room.height - furniture.insetTitle.box.y - furniture.insetTitle.box.height) / room.height;
        const cost = 3 * below + leaders * 0.5 + (most - letter) / em + (isNear ? 0 : 1) + 0.3 * Math.abs(across - 0.5) + 0.2 * Math.abs(down - 0.5);
        if (!best || cost < best.cost) best = { ground: { room, em, ...frame, letter, form, chips, ...furniture, taken: [...fixed, ...chips.map(({ box }) => box)] }, cost };
        break;
      }
    }
  }
  return best;
}

function union(one: Box, other: Box): Box {
  const x = Math.min(one.x, other.x);
  const y = Math.min(one.y, other.y);
  return { x, y, width: Math.max(one.x + one.width, other.x + other.width) - x, height: Math.max(one.y + one.height, other.y + other.height) - y };
}

/** Whether a box lies on a leader. */
export const isOnLeader = (box: Box, { chips }: Pick<MapGround, 'chips'>): boolean =>
  chips.some(({ leader }) => leader.slice(1).some((to, index) => crosses(leader[index] ?? to, to, box)));
