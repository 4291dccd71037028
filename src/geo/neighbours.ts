import type { Neighbours, NeighbourTable, Place } from './shapes.ts';

export const DIRECTIONS = ['up', 'right', 'down', 'left'] as const;
export type Direction = (typeof DIRECTIONS)[number];

const directionOf = (dx: number, dy: number): Direction =>
  Math.abs(dx) >= Math.abs(dy) ? (dx > 0 ? 'right' : 'left') : dy > 0 ? 'down' : 'up';

/** Straight ahead is nearer than aside: a step aside counts twice. */
const effort = (dx: number, dy: number): number => {
  const [ahead, aside] = [Math.abs(dx), Math.abs(dy)].sort((a, b) => b - a);
  return (ahead ?? 0) + 2 * (aside ?? 0);
};

const reachedFrom = (start: string, table: ReadonlyMap<string, Record<Direction, string | null>>): Set<string> => {
  const reached = new Set([start]);
  for (const id of reached) for (const direction of DIRECTIONS) {
    const next = table.get(id)?.[direction];
    if (next) reached.add(next);
  }
  return reached;
};

/** How many regions can be reached, summed over all starts. */
const reach = (table: ReadonlyMap<string, Record<Direction, string | null>>): number =>
  [...table.keys()].reduce((sum, id) => sum + reachedFrom(id, table).size, 0);

/**
 * Where each arrow key leads: to the nearest region in that quarter of the compass, y growing downwards.
 * Every region can be reached from every other; where the nearest alone would leave one out, the key that
 * comes closest to pointing at it leads there instead.
 */
export function neighbours(places: Readonly<Record<string, Place>>): NeighbourTable {
  const ids = Object.keys(places).sort();
  const table = new Map<string, Record<Direction, string | null>>();
  const steps: { from: string; to: string; direction: Direction; cost: number }[] = [];
  for (const from of ids) {
    for (const to of ids) {
      const [a, b] = [places[from], places[to]];
      if (from === to || !a || !b) continue;
      const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
      steps.push({ from, to, direction: directionOf(dx, dy), cost: effort(dx, dy) });
    }
    table.set(from, { up: null, right: null, down: null, left: null });
  }
  steps.sort((a, b) => a.cost - b.cost || a.from.localeCompare(b.from) || a.to.localeCompare(b.to));
  for (const { from, to, direction } of steps) {
    const keys = table.get(from);
    if (keys && keys[direction] === null) keys[direction] = to;
  }

  const everything = ids.length * ids.length;
  for (const { from, to, direction } of steps) {
    const before = reach(table);
    if (before === everything) break;
    const keys = table.get(from);
    const replaced = keys?.[direction];
    if (!keys || replaced === undefined || replaced === to) continue;
    keys[direction] = to;
    if (reach(table) <= before) keys[direction] = replaced;
  }
  if (reach(table) < everything) throw new Error('The arrow keys leave a region out.');
  return Object.fromEntries(table);
}

/** The region that an arrow key leads to, passing over those that can't be chosen. */
export function neighbour(table: NeighbourTable, from: string, direction: Direction, isStop: (id: string) => boolean): string | null {
  const passed = new Set([from]);
  let next: string | null = from;
  do {
    const keys: Neighbours | undefined = next === null ? undefined : table[next];
    next = keys?.[direction] ?? null;
    if (next === null || passed.has(next)) return null;
    passed.add(next);
  } while (!isStop(next));
  return next;
}
