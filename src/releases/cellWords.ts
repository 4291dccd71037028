import { formatNumber, formatPeriod, formatValue } from '../i18n/format.ts';
import type { Say } from '../i18n/say.ts';
import type { Indicator } from '../model/indicator.ts';
import { ABSENCES, PRECISIONS } from '../model/observation.ts';
import { readCell, type CellKey } from './cells.ts';
import type { ThenTerms } from './thenNow.ts';

/** What stood in a cell, as a reader is told it: “74.1%，公布名次第9”. Null: it was withdrawn. */
export function cellWords(text: string | null, indicator: Indicator | undefined, terms: ThenTerms, { lang, words }: Say): string {
  if (text === null) return terms.withdrawn;
  const { value, status, precision, printedDecimals, rank, band } = readCell(text);
  const parts: string[] = [];
  const known = PRECISIONS.find((one) => one === precision) ?? 'exact';
  if (value !== null) parts.push(indicator ? formatValue({ value, precision: known, printedDecimals }, indicator, lang) : formatNumber(value, printedDecimals));
  const absence = ABSENCES.find((one) => one === status);
  const kind = absence ? words.absence[absence] : status === 'provisional' || status === 'estimated' || status === 'forecast' || status === 'derived' ? words.status[status] : '';
  if (kind !== '') parts.push(kind);
  if (rank !== null) parts.push(terms.rankWas(rank));
  if (band !== '') parts.push(indicator?.bands?.find(({ id }) => id === band)?.name[lang] ?? band);
  return parts.join(words.comma);
}

/** Which cell it is: “广东，2016年，城镇”. */
export function cellName({ series, region, period }: CellKey, indicator: Indicator | undefined, nameOf: (region: string) => string, { lang }: Say): string {
  const seriesName = indicator?.series?.find((one) => one.id === series)?.name[lang] ?? series;
  return [nameOf(region), formatPeriod(period, lang), ...(series === '' ? [] : [seriesName])].join(lang === 'zh' ? '，' : ', ');
}
