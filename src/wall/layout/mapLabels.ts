import type { ProvinceShapes } from '../../geo/shapes.ts';
import { crosses, isWithin, landing, middle, overlap, type Box, type Point } from './boxes.ts';
import { isClear, isCovered, landOf } from './land.ts';
import { isOnLeader, LINE, toRoom, toUnits, type MapGround } from './mapGround.ts';
import { widest } from './text.ts';

export interface LabelNeed {
  readonly id: string;
  readonly name: string;
  readonly abbr: string;
  readonly figure: string;
}

export interface PlacedLabel {
  readonly id: string;
  readonly lines: readonly string[];
  readonly isTold: boolean;
  /** CSS pixels. */
  readonly letter: number;
  readonly box: Box;
  /** From its region, where it stands outside; null: on its region. */
  readonly leader: readonly [Point, Point] | null;
}

interface Choice {
  readonly lines: readonly string[];
  readonly letter: number;
}

const TOLD = 1.2;
/** In em: beyond, the eye loses the line. */
const LONGEST_LEADER = 9;
/** From the middle of a region to its edge, in search of room. */
const MOST_STEPS = 14;
/** Of the map's height: names larger than this would cover what they name. */
const LARGEST_NAME = 1 / 11;
/** Of a line: what letters without long tails take. */
const INK = 1.04;

const boxAt = ({ lines, letter }: Choice, centre: Point, isBold: boolean): Box => {
  const width = widest(lines, isBold) * letter;
  const height = (lines.length - 1) * LINE * letter + INK * letter;
  return { x: centre.x - width / 2, y: centre.y - height / 2, width, height };
};

/**
 * Names on the map for one beat: the told regions first, with their figures, on their land or beside it at the end of a line; then
 * as many others as have room, by name or abbreviation. None touches another, a chip, or a leader.
 */
export function mapLabels(ground: MapGround, shapes: ProvinceShapes, told: readonly LabelNeed[], others: readonly LabelNeed[]): readonly PlacedLabel[] {
  const land = landOf(shapes);
  const { em, letter, room } = ground;
  const placed: PlacedLabel[] = [];
  const chipped = new Set(ground.chips.map(({ id }) => id));
  const shapeOf = new Map(shapes.provinces.map((shape) => [shape.id, shape]));
  const spotOf = (id: string): Point | null => {
    const place = shapeOf.get(id)?.label ?? shapes.chips.find((chip) => chip.id === id)?.spot;
    return place ? toRoom(ground, place) : null;
  };
  const isFree = (box: Box, gap: number): boolean =>
    isWithin(box, { x: 0, y: 0, ...room })
    && !ground.taken.some((one) => overlap(one, box, gap))
    && !isOnLeader(box, ground)
    && !placed.some((one) => overlap(one.box, box, gap) || (one.leader && crosses(one.leader[0], one.leader[1], box)));

  const inside = (id: string, choices: readonly Choice[], isTold: boolean): PlacedLabel | null => {
    const area = land.regions.get(id);
    const spot = spotOf(id);
    if (!area || !spot || chipped.has(id)) return null;
    const half = (Math.max(area.bounds.width, area.bounds.height) * ground.scale) / 2;
    const step = Math.max(em * 0.3, half / MOST_STEPS);
    const reach = Math.ceil(half / step);
    const steps: Point[] = [];
    for (let across = -reach; across <= reach; across += 1) for (let down = -reach; down <= reach; down += 1) steps.push({ x: across * step, y: down * step });
    steps.sort((one, other) => Math.hypot(one.x, one.y) - Math.hypot(other.x, other.y));
    for (const choice of choices) {
      for (const { x, y } of steps) {
        const box = boxAt(choice, { x: spot.x + x, y: spot.y + y }, isTold);
        // A letter's corner may touch the border: its ink is rounder than its box.
        const core = { x: box.x + choice.letter * 0.12, y: box.y + choice.letter * 0.08, width: box.width - choice.letter * 0.24, height: box.height - choice.letter * 0.16 };
        if (isCovered(area, toUnits(ground, core)) && isFree(box, em * 0.2)) return { id, ...choice, isTold, box, leader: null };
      }
    }
    return null;
  };

  const beside = (need: LabelNeed): PlacedLabel | null => {
    const spot = spotOf(need.id);
    if (!spot) return null;
    const choice = { lines: [`${need.name} ${need.figure}`.trim()], letter: letter * TOLD };
    const size = boxAt(choice, spot, true);
    let best: { readonly box: Box; readonly cost: number; readonly to: Point } | null = null;
    for (let y = 0; y + size.height <= room.height; y += em / 2) {
      for (let x = 0; x + size.width <= room.width; x += em / 2) {
        const box = { ...size, x, y };
        const end = landing(box, spot);
        const length = Math.hypot(end.x - spot.x, end.y - spot.y);
        if (length < em * 0.8 || length > LONGEST_LEADER * em || (best && length >= best.cost)) continue;
        const margin = em * 0.25;
        if (!isFree(box, em * 0.3) || !isClear(land.all, toUnits(ground, { x: x - margin, y: y - margin, width: size.width + 2 * margin, height: size.height + 2 * margin }))) continue;
        if (placed.some((one) => crosses(spot, end, one.box)) || ground.taken.some((one) => crosses(spot, end, one))) continue;
        best = { box, cost: length, to: end };
      }
    }
    return best ? { id: need.id, ...choice, isTold: true, box: best.box, leader: [spot, best.to] } : null;
  };

  // Those with room on their own land first: what stands beside then keeps clear of them.
  const outside: LabelNeed[] = [];
  for (const need of told) {
    if (chipped.has(need.id)) continue;
    const two = [need.name, need.figure].filter(Boolean);
    const found = inside(need.id, [{ lines: two, letter: letter * TOLD }, { lines: two, letter }], true);
    if (found) placed.push(found);
    else outside.push(need);
  }
  for (const need of outside) {
    // Neither has room: its name alone, for the sentence tells the figure.
    const found = beside(need) ?? inside(need.id, [{ lines: [need.name], letter }, { lines: [need.abbr], letter }], true);
    if (found) placed.push(found);
  }
  for (const need of letter > LARGEST_NAME * land.bounds.height * ground.scale ? [] : others) {
    const found = inside(need.id, [{ lines: [need.name], letter }, { lines: [need.name], letter: Math.max(em, letter * 0.85) }, { lines: [need.abbr], letter }, { lines: [need.abbr], letter: Math.max(em, letter * 0.85) }], false);
    if (found) placed.push(found);
  }
  return placed;
}

/** Baselines of a label's lines, CSS pixels. */
export const baselines = ({ lines, letter, box }: Pick<PlacedLabel, 'lines' | 'letter' | 'box'>): readonly { readonly text: string; readonly x: number; readonly y: number }[] => {
  const { x } = middle(box);
  return lines.map((text, index) => ({ text, x, y: box.y + letter * (0.92 + index * LINE) }));
};
