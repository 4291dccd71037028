import { breakBetween } from './breakBetween.ts';
import type { Indicator, MethodBreak } from '../model/indicator.ts';
import type { Measured, Observation } from '../model/observation.ts';

/** Why two figures may not be set against each other. */
export type Refusal =
  | { readonly reason: 'earlierMissing' | 'laterMissing' | 'differentSeries' | 'differentRegion' | 'forecast' }
  /** “Over 270 billion” is no figure to subtract from or divide by. */
  | { readonly reason: 'bound' }
  | { readonly reason: 'methodBreak'; readonly methodBreak: MethodBreak };

export interface Pair {
  readonly earlier: Measured;
  readonly later: Measured;
  /** One of them was printed as “about”. */
  readonly isApproximate: boolean;
  /** One of them has confidence C. */
  readonly isDoubtful: boolean;
}

const isBound = ({ precision }: Measured): boolean => precision === 'lowerBound' || precision === 'upperBound';

/** The two figures, when they are of one region and series, both printed as figures, with no break between them. */
export function comparable(
  earlier: Observation | undefined,
  later: Observation | undefined,
  indicator: Indicator,
): { readonly pair: Pair } | { readonly refusal: Refusal } {
  if (earlier === undefined || earlier.value === null) return { refusal: { reason: 'earlierMissing' } };
  if (later === undefined || later.value === null) return { refusal: { reason: 'laterMissing' } };
  if (earlier.regionId !== later.regionId) return { refusal: { reason: 'differentRegion' } };
  if (earlier.seriesId !== later.seriesId) return { refusal: { reason: 'differentSeries' } };
  if (earlier.status === 'forecast' || later.status === 'forecast') return { refusal: { reason: 'forecast' } };
  if (isBound(earlier) || isBound(later)) return { refusal: { reason: 'bound' } };
  const methodBreak = breakBetween(indicator, earlier.period, later.period, earlier.seriesId);
  if (methodBreak) return { refusal: { reason: 'methodBreak', methodBreak } };
  return {
    pair: {
      earlier,
      later,
      isApproximate: earlier.precision === 'approximate' || later.precision === 'approximate',
      isDoubtful: earlier.confidence === 'C' || later.confidence === 'C',
    },
  };
}
