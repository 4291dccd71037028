import { hasValue } from '../model/observation.ts';
import type { Indicator } from '../model/indicator.ts';
import type { Absence, Measured, Observation } from '../model/observation.ts';

/** A place computed by us: “3 of 31”. Ties share the better one. */
export interface RankedRow {
  readonly observation: Measured;
  readonly rank: number;
  readonly n: number;
  readonly isTied: boolean;
  /** A bound leaves the place open: “over 80” may be more than the 90 above it. */
  readonly isOpen: boolean;
}

export interface UnrankedRow {
  readonly observation: Observation;
  readonly reason: Absence;
}

export interface Ranking {
  /** In rank order; ties in the order of their region ids. */
  readonly ranked: readonly RankedRow[];
  readonly unranked: readonly UnrankedRow[];
  /** How many have a rank. */
  readonly n: number;
}

const byKey = (one: Observation, other: Observation): number => {
  const [left, right] = [`${one.regionId} ${one.seriesId}`, `${other.regionId} ${other.seriesId}`];
  return left < right ? -1 : left > right ? 1 : 0;
};

const isBound = ({ precision }: Measured): boolean => precision === 'lowerBound' || precision === 'upperBound';
const low = ({ value, precision }: Measured): number => (precision === 'upperBound' ? -Infinity : value);
const high = ({ value, precision }: Measured): number => (precision === 'lowerBound' ? Infinity : value);

/** Whether any other figure may, or may not, be the larger one. */
const isOpen = (own: Measured, measured: readonly Measured[]): boolean =>
  measured.some((other) => other !== own && (other.value === own.value ? isBound(other) || isBound(own) : other.value > own.value ? low(other) <= high(own) : low(own) <= high(other)));

/**
 * Competition ranking (1, 2, 2, 4). Zero is a value; an absent one takes no rank and keeps its reason.
 *
 * @param observations One period and one series, of regions that may be compared: the nation's total does not
 *   belong among its provinces (`expected.ts`). A value of confidence C stays in; the caller marks it as doubtful.
 * @param better `none` counts from the largest.
 */
export function rank(observations: readonly Observation[], better: Indicator['better']): Ranking {
  const sign = better === 'lower' ? 1 : -1;
  const measured = observations.filter(hasValue).sort((one, other) => sign * (one.value - other.value) || byKey(one, other));
  const counts = new Map<number, number>();
  const places = new Map<number, number>();
  measured.forEach(({ value }, index) => {
    counts.set(value, (counts.get(value) ?? 0) + 1);
    if (!places.has(value)) places.set(value, index + 1);
  });
  const n = measured.length;
  const hasBounds = measured.some(isBound);
  const unranked: UnrankedRow[] = [];
  for (const observation of [...observations].sort(byKey)) {
    if (observation.value === null) unranked.push({ observation, reason: observation.status });
  }
  return {
    ranked: measured.map((observation, index) => ({
      observation,
      rank: places.get(observation.value) ?? index + 1,
      n,
      isTied: (counts.get(observation.value) ?? 1) > 1,
      isOpen: hasBounds && isOpen(observation, measured),
    })),
    unranked,
    n,
  };
}
