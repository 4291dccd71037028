import type { Claim } from '../../model/claim.ts';
import type { Say } from '../../i18n/say.ts';
import type { IndicatorTable } from '../../model/indicator.ts';
import type { Takeaway } from './takeaway.ts';

export interface TrendFacts {
  readonly table: IndicatorTable;
  /** Quoted figures drawn beside the series; they enter no number of the sentence. */
  readonly claims: readonly Claim[];
}

/** Series over time: the latest figure of each, its direction since the first that it may be compared with, and what forbids a growth rate. */
export function trendTakeaway({ table }: TrendFacts, { lang }: Say): Takeaway {
  return { text: table.indicator.name[lang], limits: [], workings: [] };
}
