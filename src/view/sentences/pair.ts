import type { Say } from '../../i18n/say.ts';
import type { IndicatorTable } from '../../model/indicator.ts';
import type { Period } from '../../model/observation.ts';
import type { Region } from '../../model/region.ts';
import type { Takeaway } from './takeaway.ts';

export interface PairFacts {
  readonly table: IndicatorTable;
  readonly from: Period;
  readonly to: Period;
  readonly regions: readonly Region[];
  readonly selected: string | null;
}

/** Two periods side by side: both leaders, both medians. */
export function pairTakeaway({ table }: PairFacts, { lang }: Say): Takeaway {
  return { text: table.indicator.name[lang], limits: [], workings: [] };
}
