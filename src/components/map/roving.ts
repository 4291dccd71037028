import { startsWithLetter } from '../../geo/initials.ts';
import { neighbour, type Direction } from '../../geo/neighbours.ts';
import type { NeighbourTable } from '../../geo/shapes.ts';

const ARROWS: Readonly<Record<string, Direction>> = { ArrowUp: 'up', ArrowRight: 'right', ArrowDown: 'down', ArrowLeft: 'left' };

export interface Stops {
  /** In the order in which they are drawn. */
  readonly ids: readonly string[];
  readonly nameOf: (id: string) => string;
  readonly neighbours: NeighbourTable;
}

/** The stop that a key leads to from another; null when the key means nothing here. */
export function nextStop(key: string, from: string, { ids, nameOf, neighbours }: Stops): string | null {
  const arrow = ARROWS[key];
  if (arrow) return neighbour(neighbours, from, arrow, (id) => ids.includes(id)) ?? from;
  if (key === 'Home') return ids[0] ?? null;
  if (key === 'End') return ids.at(-1) ?? null;
  if (!/^\p{L}$/u.test(key)) return null;
  const at = ids.indexOf(from) + 1;
  const letter = key.toLowerCase();
  return [...ids.slice(at), ...ids.slice(0, at)].find((id) => startsWithLetter(letter, id, nameOf(id))) ?? null;
}
