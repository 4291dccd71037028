import type { Indicator } from '../model/indicator.ts';
import type { Measured, Period, Precision } from '../model/observation.ts';
import type { Lang } from '../model/text.ts';
import { formatsEn } from './formats.en.ts';
import { translated } from './translated.ts';

/** What is needed to print a figure: an observation has it, and so has a figure computed from observations. */
export type Figure = Pick<Measured, 'value' | 'precision' | 'printedDecimals'>;

const MARKS: Record<Lang, Record<Precision, string>> = {
  zh: { exact: '', lowerBound: '＞', upperBound: '＜', approximate: '约' },
  en: { exact: '', lowerBound: '>', upperBound: '<', approximate: formatsEn.approximately },
};

const grouped = new Map<number, Intl.NumberFormat>();

/** “13,946”, “−5.2”: a real minus sign, thousands grouped, the decimals asked for. */
export function formatNumber(value: number, decimals = 0): string {
  let format = grouped.get(decimals);
  if (!format) {
    format = new Intl.NumberFormat('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals, signDisplay: 'negative' });
    grouped.set(decimals, format);
  }
  return format.format(value).replace('-', '−');
}

/** “＋7”, “−13.3”, “0”: the sign is always said. */
export function formatSigned(value: number, decimals: number, lang: Lang): string {
  const text = formatNumber(Math.abs(value), decimals);
  if (!/[1-9]/.test(text)) return text;
  return (value > 0 ? (lang === 'zh' ? '＋' : '+') : '−') + text;
}

export const unitName = (indicator: Indicator, lang: Lang): string => indicator.unit[lang];

/** The figure in the unit of the reader's language, as a number: what an axis measures. */
export const inUnit = (value: number, indicator: Indicator, lang: Lang): number =>
  value / (lang === 'zh' ? indicator.unit.multiplier : indicator.unit.enMultiplier);

/**
 * Decimals in the reader's unit that say no more than the publisher printed:
 * 10.04亿 (two decimals) is 1,004 million (none).
 */
export function shownDecimals(indicator: Indicator, printedDecimals: number, lang: Lang): number {
  const printed = indicator.decimals ?? printedDecimals;
  if (lang === 'zh') return printed;
  return Math.max(0, printed + Math.round(Math.log10(indicator.unit.enMultiplier / indicator.unit.multiplier)));
}

/** “＞2,700”: the figure without its unit. */
export function formatFigure(figure: Figure, indicator: Indicator, lang: Lang): string {
  const decimals = shownDecimals(indicator, figure.printedDecimals, lang);
  const text = formatNumber(inUnit(figure.value, indicator, lang), decimals);
  // A larger unit adds decimals to a whole number that had none: 2,700亿 is 270 billion, not 270.0.
  const isWhole = (indicator.decimals ?? figure.printedDecimals) === 0;
  const trimmed = lang === 'en' && isWhole && indicator.unit.enMultiplier > indicator.unit.multiplier ? text.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '') : text;
  return MARKS[lang][figure.precision] + trimmed;
}

/** Puts a unit behind a figure the way the language does. */
export function joinUnit(text: string, unit: string, lang: Lang): string {
  if (unit === '') return text;
  return lang === 'zh' || unit === '%' ? text + unit : `${text} ${unit}`;
}

/** “＞2,700亿元”, “>270 billion yuan”. */
export const formatValue = (figure: Figure, indicator: Indicator, lang: Lang): string =>
  joinUnit(formatFigure(figure, indicator, lang), unitName(indicator, lang), lang);

/** “2018年10月”, “Oct 2018”: as precise as published. */
export function formatPeriod(period: Period, lang: Lang): string {
  const [year = '', month, day] = period.split('-');
  if (lang === 'zh') return `${year}年${month ? `${Number(month)}月` : ''}${day ? `${Number(day)}日` : ''}`;
  if (!month) return year;
  const named = formatsEn.months[Number(month) - 1] ?? month;
  return day ? formatsEn.day(String(Number(day)), named, year) : formatsEn.month(named, year);
}

/** Years since the common era with the part of the year, for an axis of time; a bare year is its own tick. */
export function periodToYears(period: Period): number {
  const [year = '0', month, day] = period.split('-');
  if (!month) return Number(year);
  return Number(year) + (Number(month) - 1 + (day ? (Number(day) - 0.5) / 31 : 0.5)) / 12;
}

/** “广东、浙江”, “Guangdong and Zhejiang”. */
export function formatList(names: readonly string[], lang: Lang): string {
  if (lang === 'zh') return names.join('、');
  if (names.length < 2) return names.join('');
  return formatsEn.list(names.slice(0, -1).join(', '), names[names.length - 1] ?? '');
}

/** A remark kept as “中文 / English” in one cell: the reader's half; any other text is given whole. */
export function halfOf(text: string, lang: Lang): string {
  const pairs = text.split(' / ').length - 1;
  if (pairs > 1 && text.includes('；')) return text.split('；').map((part) => halfOf(part, lang)).join(lang === 'zh' ? '；' : '; ');
  const cut = text.indexOf(' / ');
  if (pairs !== 1 || !/[\u4e00-\u9fff]/.test(text.slice(0, cut)) || /[\u4e00-\u9fff]/.test(text.slice(cut))) return text;
  return lang === 'zh' ? text.slice(0, cut) : translated(text.slice(cut + 3).replaceAll('；', '; '));
}
