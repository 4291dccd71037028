import type { IndicatorId } from './indicator.ts';

/** Another word that people use for what an indicator measures; search finds it by this, nothing else reads it. */
export interface Synonym {
  readonly term: string;
  readonly indicatorId: IndicatorId;
}
