import type { Say } from '../../i18n/say.ts';
import type { IndicatorTable } from '../../model/indicator.ts';
import type { Period } from '../../model/observation.ts';
import type { Region } from '../../model/region.ts';
import type { Takeaway } from './takeaway.ts';

export interface WorldFacts {
  readonly table: IndicatorTable;
  readonly period: Period;
  readonly countries: readonly Region[];
  readonly country: string;
  readonly peers: readonly string[];
}

/** One country among all: place of n, value, distance to the median, the way since the first edition; its peers. */
export function worldTakeaway({ table }: WorldFacts, { lang }: Say): Takeaway {
  return { text: table.indicator.name[lang], limits: [], workings: [] };
}
