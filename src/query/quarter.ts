import type { RankedRow } from './rank.ts';

/** A part of a ranking told in the place of a rank: `index` 0 is the leading one. */
export interface StandingGroup {
  /** Quarters, or halves where a quarter would hold one or none. */
  readonly of: 4 | 2;
  readonly index: number;
}

/** Fewer than these to a group, and the group would be a place by another name. */
const LEAST = 2;

/**
 * The quarter of a ranking in which a place lies; those that share a place share the quarter.
 *
 * @param rank Competition rank, from 1.
 * @returns Null where even halves would hold fewer than two.
 */
export function standingGroup(rank: number, n: number): StandingGroup | null {
  const of = n >= 4 * LEAST ? 4 : n >= 2 * LEAST ? 2 : null;
  return of === null ? null : { of, index: Math.min(of - 1, Math.ceil((rank * of) / n) - 1) };
}

/** By quarter, and within each by region id: an order that tells no place. */
export function byStandingGroup(ranked: readonly RankedRow[]): readonly RankedRow[] {
  const groupOf = ({ rank, n, isOpen }: RankedRow): number => (isOpen ? 4 : (standingGroup(rank, n)?.index ?? 0));
  return [...ranked].sort((one, other) => groupOf(one) - groupOf(other) || (one.observation.regionId < other.observation.regionId ? -1 : one.observation.regionId > other.observation.regionId ? 1 : 0));
}
