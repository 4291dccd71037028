import type { IndicatorTable } from '../model/indicator.ts';
import type { Observation, Period } from '../model/observation.ts';

/** Ways of looking at published figures that nobody published; each is worked out here and drawn as derived. */
export const TRANSFORMS = ['index', 'yearOnYear', 'averageGrowth', 'shareOfTotal', 'perHead', 'toNation'] as const;
export type TransformKind = (typeof TRANSFORMS)[number];

export interface TransformInput {
  readonly table: IndicatorTable;
  readonly kind: TransformKind;
  /** For `index` and `averageGrowth`: the period that others are set against; absent: the first with a figure. */
  readonly base?: Period;
  /** For `perHead`: residents at the end of the same year; null when it could not be had. */
  readonly population?: IndicatorTable | null;
}

/** Why nothing, or one figure, can be worked out. */
export type TransformRefusal = string;

export type Transformed =
  | {
      readonly kind: 'transformed';
      /** Same regions, periods and series; another unit; every figure has the status `derived`, every refused one is absent. */
      readonly table: IndicatorTable;
      readonly refused: readonly { readonly observation: Observation; readonly reason: TransformRefusal }[];
    }
  | { readonly kind: 'refused'; readonly reason: TransformRefusal };
