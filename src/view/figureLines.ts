import { formatPeriod, formatValue, halfOf } from '../i18n/format.ts';
import type { Say } from '../i18n/say.ts';
import type { Dataset } from '../model/dataset.ts';
import type { IndicatorTable } from '../model/indicator.ts';
import type { Measured } from '../model/observation.ts';
import { sourceName } from './sourceView.ts';

/** One published figure in a line of words: what, when, how sure, who says so. */
export interface FigureLine {
  readonly key: string;
  /** Which line of the indicator; empty for an indicator with one. */
  readonly series: string;
  readonly value: string;
  readonly when: string;
  readonly status: string;
  readonly source: string;
  readonly note: string;
}

export function figureLine(one: Measured, { indicator }: IndicatorTable, dataset: Dataset, { lang, words }: Say): FigureLine {
  const source = dataset.sources.find(({ id }) => id === one.sourceId);
  return {
    key: `${one.seriesId} ${one.regionId} ${one.period}`,
    series: indicator.series?.find(({ id }) => id === one.seriesId)?.name[lang] ?? '',
    value: formatValue(one, indicator, lang),
    when: formatPeriod(one.period, lang),
    status: [words.status[one.status], words.precision[one.precision]].filter(Boolean).join(words.comma),
    source: source ? sourceName(source, lang) : '',
    note: halfOf(one.note ?? '', lang),
  };
}
