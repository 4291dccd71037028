import { formatFigure, formatValue, joinUnit } from '../i18n/format.ts';
import type { Atlas } from '../model/atlas.ts';
import { hasValue } from '../model/observation.ts';
import type { PageContext } from '../prerender/pageContext.ts';
import { sourcesLine, tableOf } from './lookup.ts';

const MARKET = 'egov-market-size';
export const RIVAL_YEAR = '2025';

/** Forecasts of one year, side by side for their disagreement; the doubtful ones are told as such and are no facts. */
export interface RivalsView {
  readonly title: string;
  readonly source: string;
  /** The ends in words: “超过4,000亿元”. */
  readonly low: string;
  readonly high: string;
  readonly rows: readonly { readonly name: string; readonly confidence: string; readonly text: string; readonly share: number; readonly sure: boolean }[];
}

export function rivals(atlas: Atlas, page: PageContext): RivalsView {
  const table = tableOf(atlas, MARKET);
  const { lang, words, say } = page;
  const { indicator } = table;
  const those = table.observations.filter(hasValue).filter(({ period, status }) => period === RIVAL_YEAR && status === 'forecast').sort((a, b) => a.value - b.value);
  const [low, high] = [those[0], those.at(-1)];
  if (!low || !high) throw new Error(`no forecasts for ${RIVAL_YEAR}`);
  return {
    title: words.home.rivalsTitle(formatFigure(low, indicator, lang), formatValue(high, indicator, lang)),
    low: words.claims.precision[low.precision](formatValue({ ...low, precision: 'exact' }, indicator, lang)),
    high: words.claims.precision[high.precision](formatValue({ ...high, precision: 'exact' }, indicator, lang)),
    source: sourcesLine(atlas, table, those.map(({ sourceId }) => sourceId), page),
    rows: those.map((one) => ({
      name: indicator.series?.find(({ id }) => id === one.seriesId)?.name[lang] ?? '',
      confidence: say.words.confidenceOf(one.confidence),
      text: joinUnit(formatFigure(one, indicator, lang), '', lang),
      share: one.value / high.value,
      sure: one.confidence !== 'C',
    })),
  };
}
