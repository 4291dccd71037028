import { comparable } from './comparable.ts';
import type { Claim } from '../model/claim.ts';
import type { Indicator } from '../model/indicator.ts';
import type { Observation, Period } from '../model/observation.ts';
import type { Refusal } from './comparable.ts';

export type Growth =
  | {
      readonly kind: 'growth';
      /** A fraction: 0.2 is 20 %. */
      readonly fraction: number;
      /** Whole or part years between the two. */
      readonly years: number;
      readonly isApproximate: boolean;
      readonly isDoubtful: boolean;
    }
  | ({ readonly kind: 'refused' } & (Refusal | { readonly reason: 'claim' | 'baseNotPositive' | 'negative' | 'notLater' | 'differentPrecision' }));

export interface GrowthInput {
  readonly earlier: Observation | Claim | undefined;
  readonly later: Observation | Claim | undefined;
  readonly indicator: Indicator;
  /** The mean yearly rate (CAGR) in place of the whole; absent: the whole. */
  readonly isAnnual?: boolean;
}

const isClaim = (figure: Observation | Claim | undefined): figure is Claim => figure !== undefined && 'verdict' in figure;

/** Years from one period to another that is printed as precisely; null: one has a month and the other has none. */
function yearsBetween(earlier: Period, later: Period): number | null {
  const [from, to] = [earlier, later].map((period) => period.split('-').map(Number));
  if (from === undefined || to === undefined || (from.length > 1) !== (to.length > 1)) return null;
  return (to[0] ?? 0) - (from[0] ?? 0) + ((to[1] ?? 0) - (from[1] ?? 0)) / 12;
}

/**
 * (later − earlier) ÷ earlier, or the mean yearly rate. Refused, with the reason, whenever the result would say more
 * than the figures: from a quoted claim, a bound, a forecast, across a break in method or between series, from a base
 * that is missing, zero or negative.
 */
export function growth({ earlier, later, indicator, isAnnual = false }: GrowthInput): Growth {
  if (isClaim(earlier) || isClaim(later)) return { kind: 'refused', reason: 'claim' };
  const compared = comparable(earlier, later, indicator);
  if ('refusal' in compared) return { kind: 'refused', ...compared.refusal };
  const { pair } = compared;
  if (pair.earlier.value <= 0) return { kind: 'refused', reason: 'baseNotPositive' };
  const years = yearsBetween(pair.earlier.period, pair.later.period);
  if (years === null) return { kind: 'refused', reason: 'differentPrecision' };
  if (years <= 0) return { kind: 'refused', reason: 'notLater' };
  const ratio = pair.later.value / pair.earlier.value;
  if (isAnnual && ratio < 0) return { kind: 'refused', reason: 'negative' };
  const fraction = isAnnual ? ratio ** (1 / years) - 1 : (pair.later.value - pair.earlier.value) / pair.earlier.value;
  return { kind: 'growth', fraction, years, isApproximate: pair.isApproximate, isDoubtful: pair.isDoubtful };
}
