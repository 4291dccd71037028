import type { Say } from '../../i18n/say.ts';
import type { IndicatorTable } from '../../model/indicator.ts';
import type { Period } from '../../model/observation.ts';
import type { Region } from '../../model/region.ts';
import type { Takeaway } from './takeaway.ts';

export interface StripFacts {
  readonly table: IndicatorTable;
  readonly period: Period;
  readonly regions: readonly Region[];
  readonly chosen: readonly string[];
}

/** The distribution of one period: lowest, median, highest, the middle half; where the chosen regions stand. */
export function stripTakeaway({ table }: StripFacts, { lang }: Say): Takeaway {
  return { text: table.indicator.name[lang], limits: [], workings: [] };
}
