import { formatPeriod } from '../../i18n/format.ts';
import type { Say } from '../../i18n/say.ts';
import type { IndicatorTable } from '../../model/indicator.ts';
import type { Period } from '../../model/observation.ts';
import type { Region } from '../../model/region.ts';
import { breakBetween } from '../../query/breakBetween.ts';
import { limitList, mainSeries, refusalReason } from './phrases.ts';
import { provincesTakeaway } from './provinces.ts';
import type { Takeaway } from './takeaway.ts';

export interface PairFacts {
  readonly table: IndicatorTable;
  readonly from: Period;
  readonly to: Period;
  readonly regions: readonly Region[];
  readonly selected: string | null;
}

/** Two periods side by side: both leaders, both medians. Each sentence is the one of its own map. */
export function pairTakeaway({ table, from, to, regions, selected }: PairFacts, say: Say): Takeaway {
  const { sentences } = say.words;
  const of = (period: Period) => provincesTakeaway({ table, period, regions, selected }, say);
  if (from === to) return of(to);
  const broken = breakBetween(table.indicator, from, to, mainSeries(table));
  const [before, after] = [of(from), of(to)];
  const dated = (period: Period, { limits }: Takeaway) => limits.map((limit) => sentences.colon(formatPeriod(period, say.lang), limit));
  const datedWorkings = (period: Period, { workings }: Takeaway) => workings.map((working) => ({ ...working, what: sentences.colon(formatPeriod(period, say.lang), working.what) }));
  return {
    text: [before.text, after.text].join(say.lang === 'zh' ? '' : ' '),
    limits: limitList([...(broken ? [sentences.cannotCompare(formatPeriod(from, say.lang), formatPeriod(to, say.lang), refusalReason({ reason: 'methodBreak', methodBreak: broken }, say))] : []), ...dated(from, before), ...dated(to, after)], say),
    workings: [...datedWorkings(from, before), ...datedWorkings(to, after)],
  };
}
