import type { Say } from '../../i18n/say.ts';
import type { IndicatorTable } from '../../model/indicator.ts';
import type { Period } from '../../model/observation.ts';
import type { Region } from '../../model/region.ts';
import type { Takeaway } from './takeaway.ts';

export interface ProvincesFacts {
  readonly table: IndicatorTable;
  readonly period: Period;
  /** The 34 province-level regions and the Corps. */
  readonly regions: readonly Region[];
  readonly selected: string | null;
}

/** Regions in one period: who leads, the median, k of n; the chosen region's value, place and distance to the median. */
export function provincesTakeaway({ table }: ProvincesFacts, { lang }: Say): Takeaway {
  return { text: table.indicator.name[lang], limits: [], workings: [] };
}
