import type { Say } from '../../i18n/say.ts';
import type { IndicatorTable } from '../../model/indicator.ts';
import type { Period } from '../../model/observation.ts';
import type { Region } from '../../model/region.ts';
import type { Takeaway } from './takeaway.ts';

export interface PlacesFacts {
  readonly table: IndicatorTable;
  readonly from: Period;
  readonly to: Period;
  readonly regions: readonly Region[];
  /** At most five that are picked out. */
  readonly chosen: readonly string[];
}

/** Places over time (bump): who climbed and who fell the most between two periods, of how many. */
export function placesTakeaway({ table }: PlacesFacts, { lang }: Say): Takeaway {
  return { text: table.indicator.name[lang], limits: [], workings: [] };
}
