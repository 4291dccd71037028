import { scale } from '../ingest/scale.ts';
import { comparable } from './comparable.ts';
import type { Indicator } from '../model/indicator.ts';
import type { Observation } from '../model/observation.ts';
import type { Refusal } from './comparable.ts';

export type Change =
  | {
      readonly kind: 'change';
      /** later − earlier, in the base unit. */
      readonly value: number;
      /** Decimals that both figures support, in the published unit. */
      readonly printedDecimals: number;
      readonly precision: 'exact' | 'approximate';
      /** The difference of two percentages: points, not per cent. */
      readonly isPoints: boolean;
      readonly isDoubtful: boolean;
    }
  | ({ readonly kind: 'refused' } & Refusal);

/**
 * The difference between two figures of one region and series, or why there is none. Rounded to the decimals printed:
 * 59.6 − 55.8 is 3.8 points, not 3.8000000000000043.
 */
export function change(earlier: Observation | undefined, later: Observation | undefined, indicator: Indicator): Change {
  const compared = comparable(earlier, later, indicator);
  if ('refusal' in compared) return { kind: 'refused', ...compared.refusal };
  const { pair } = compared;
  const { multiplier } = indicator.unit;
  const finest = Math.max(pair.earlier.printedDecimals, pair.later.printedDecimals);
  const difference = (pair.later.value - pair.earlier.value) / multiplier;
  return {
    kind: 'change',
    value: scale(plainFixed(difference, finest), multiplier),
    printedDecimals: Math.min(pair.earlier.printedDecimals, pair.later.printedDecimals),
    precision: pair.isApproximate ? 'approximate' : 'exact',
    isPoints: indicator.unit.zh === '%',
    isDoubtful: pair.isDoubtful,
  };
}

/** `toFixed` without its exponent form for very large numbers, which can't be scaled as text. */
const plainFixed = (value: number, decimals: number): string =>
  Math.abs(value) < 1e21 ? value.toFixed(decimals) : BigInt(value).toString();
