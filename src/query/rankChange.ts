import { breakBetween } from './breakBetween.ts';
import { rank, type RankedRow } from './rank.ts';
import type { Indicator } from '../model/indicator.ts';
import type { Observation } from '../model/observation.ts';
import type { RegionId } from '../model/region.ts';
import type { Refusal } from './comparable.ts';

/** What a change of place is made of, in places; a positive number is a rise. They add up to the change, exactly. */
export interface RankParts {
  /** By its own figure, had all others kept theirs. */
  readonly own: number;
  /** By the figures of those that are in both periods. */
  readonly others: number;
  /** By those that came in above it. */
  readonly entries: number;
  /** By those that were above it and left. */
  readonly exits: number;
  /** By those that it shared its place with in one of the two periods. */
  readonly ties: number;
}

export type RankChange =
  | {
      readonly kind: 'moved' | 'same';
      readonly earlier: RankedRow;
      readonly later: RankedRow;
      /** Places gained (positive) or lost. */
      readonly change: number;
      readonly parts: RankParts;
      /** Those that it passed, and those that passed it; in both periods, in the order of the later one. */
      readonly overtook: readonly RegionId[];
      readonly overtakenBy: readonly RegionId[];
    }
  | { readonly kind: 'new'; readonly later: RankedRow }
  | { readonly kind: 'gone'; readonly earlier: RankedRow }
  /** A bound leaves one of the places open. */
  | { readonly kind: 'open'; readonly earlier: RankedRow; readonly later: RankedRow }
  /** A break in method for all regions alike; a forecast for its own. */
  | ({ readonly kind: 'refused' } & Refusal);

/** Both figures of one region. */
interface Both {
  readonly id: RegionId;
  readonly before: RankedRow;
  readonly after: RankedRow;
}

/**
 * Each region's change of place between two periods of one series, and what it is made of.
 *
 * A place is 1 + the number of better figures, so a change is a sum over the others: who was better and is no more, and
 * who was not and is. Each of them counts to its own part: against one that shared the place in either period, to
 * `ties`; otherwise first the region's own figure moves while the others stand (`own`), then the others move (`others`).
 *
 * @param earlier All observations of the earlier period, of the regions that are ranked together.
 * @param later Those of the later one.
 */
export function rankChanges(earlier: readonly Observation[], later: readonly Observation[], indicator: Indicator): ReadonlyMap<RegionId, RankChange> {
  const rowsOf = (observations: readonly Observation[]) => new Map(rank(observations, indicator.better).ranked.map((row) => [row.observation.regionId, row]));
  const [before, after] = [rowsOf(earlier), rowsOf(later)];
  const ids = new Set([...after.keys(), ...before.keys()]);
  const [from, to] = [earlier[0], later[0]];
  const methodBreak = from && to ? breakBetween(indicator, from.period, to.period, to.seriesId) : undefined;
  if (methodBreak) return new Map([...ids].map((id) => [id, { kind: 'refused', reason: 'methodBreak', methodBreak }]));

  const isBetter = (one: RankedRow, other: RankedRow): boolean => (indicator.better === 'lower' ? one.observation.value < other.observation.value : one.observation.value > other.observation.value);
  const both: readonly Both[] = [...after].flatMap(([id, row]) => {
    const earlierRow = before.get(id);
    return earlierRow ? [{ id, before: earlierRow, after: row }] : [];
  });
  const entries = [...after.values()].filter(({ observation }) => !before.has(observation.regionId));
  const exits = [...before.values()].filter(({ observation }) => !after.has(observation.regionId));

  const split = (own: Both): RankParts => {
    const parts = { own: 0, others: 0, entries: 0, exits: 0, ties: 0 };
    for (const other of both) {
      if (other.id === own.id) continue;
      const was = Number(isBetter(other.before, own.before));
      const is = Number(isBetter(other.after, own.after));
      const shares = other.before.rank === own.before.rank || other.after.rank === own.after.rank;
      if (shares) parts.ties += was - is;
      else {
        const between = Number(isBetter(other.before, own.after));
        parts.own += was - between;
        parts.others += between - is;
      }
    }
    parts.entries -= entries.filter((row) => isBetter(row, own.after)).length;
    parts.exits += exits.filter((row) => isBetter(row, own.before)).length;
    return parts;
  };

  const changeOf = (id: RegionId): RankChange | null => {
    const [was, is] = [before.get(id), after.get(id)];
    if (!was) return is ? { kind: 'new', later: is } : null;
    if (!is) return { kind: 'gone', earlier: was };
    if (was.observation.status === 'forecast' || is.observation.status === 'forecast') return { kind: 'refused', reason: 'forecast' };
    if (was.isOpen || is.isOpen) return { kind: 'open', earlier: was, later: is };
    const own: Both = { id, before: was, after: is };
    const passed = (better: (one: RankedRow, other: RankedRow) => boolean) =>
      both.filter((other) => other.id !== id && better(other.before, was) && better(is, other.after)).map((other) => other.id);
    const change = was.rank - is.rank;
    return {
      kind: change === 0 ? 'same' : 'moved',
      earlier: was,
      later: is,
      change,
      parts: split(own),
      overtook: passed(isBetter),
      overtakenBy: passed((one, other) => isBetter(other, one)),
    };
  };
  return new Map([...ids].flatMap((id) => {
    const change = changeOf(id);
    return change ? [[id, change] as const] : [];
  }));
}
