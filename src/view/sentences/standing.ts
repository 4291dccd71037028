import type { Indicator } from '../../model/indicator.ts';
import type { Measured } from '../../model/observation.ts';

/** A place that no bound can overturn. */
export interface Place {
  readonly rank: number;
  readonly n: number;
  /** How many are better. */
  readonly ahead: number;
  /** How many others have the same value. */
  readonly tied: number;
}

/** Who stands where, as far as the figures settle it. */
export interface Standing {
  /** All who may lead. */
  readonly contenders: readonly Measured[];
  /** Whether they certainly do: one alone, or all of them printed alike. */
  readonly isLeadCertain: boolean;
  /** Null: the region has no value, or a bound leaves its place open. */
  readonly placeOf: (regionId: string) => Place | null;
}

const isBound = ({ precision }: Measured): boolean => precision === 'lowerBound' || precision === 'upperBound';
const low = ({ value, precision }: Measured): number => (precision === 'upperBound' ? -Infinity : value);
const high = ({ value, precision }: Measured): number => (precision === 'lowerBound' ? Infinity : value);

/**
 * “Over 80” may be more than 90: a superlative or a place is told only where no bound could change it. Without bounds
 * it is the ranking of `query/rank.ts`. A value of confidence C takes part, as it does there.
 */
export function standing(figures: readonly Measured[], better: Indicator['better']): Standing {
  const isLower = better === 'lower';
  const rows = figures.map((figure) => (isLower ? { figure, least: -high(figure), most: -low(figure) } : { figure, least: low(figure), most: high(figure) }));
  const best = Math.max(...rows.map(({ least }) => least));
  const contenders = rows.filter(({ most }) => most >= best).map(({ figure }) => figure);
  return {
    contenders,
    isLeadCertain: contenders.length === 1 || !contenders.some(isBound),
    placeOf: (regionId) => {
      const own = rows.find(({ figure }) => figure.regionId === regionId);
      if (!own) return null;
      const others = rows.filter((row) => row !== own);
      const ahead = others.filter(({ least }) => least > own.most).length;
      const perhapsAhead = others.filter(({ most }) => most > own.least).length;
      if (ahead !== perhapsAhead) return null;
      return { rank: ahead + 1, n: rows.length, ahead, tied: isBound(own.figure) ? 0 : others.filter(({ figure }) => !isBound(figure) && figure.value === own.figure.value).length };
    },
  };
}

/** Smallest first; null where a bound leaves the middle open. */
export function settledMiddle(figures: readonly Measured[]): readonly Measured[] | null {
  const lowest = [...figures].sort((one, other) => compare(low(one), low(other)));
  const highest = [...figures].sort((one, other) => compare(high(one), high(other)));
  const middle = figures.length % 2 === 1 ? [(figures.length - 1) / 2] : [figures.length / 2 - 1, figures.length / 2];
  const isSettled = middle.every((index) => {
    const [one, other] = [lowest[index], highest[index]];
    return one !== undefined && other !== undefined && low(one) === high(other);
  });
  return isSettled ? lowest : null;
}

/** Infinite bounds are equal to each other, and their difference is no number. */
const compare = (one: number, other: number): number => (one < other ? -1 : one > other ? 1 : 0);

export const hasBounds = (figures: readonly Measured[]): boolean => figures.some(isBound);
