import { ticksCovering } from '../../charts/scale.ts';
import { formatNumber, formatPeriod, formatValue, inUnit, periodToYears, unitName } from '../../i18n/format.ts';
import type { regionsZh } from '../../i18n/regions.zh.ts';
import type { Say } from '../../i18n/say.ts';
import { hasValue, type Measured } from '../../model/observation.ts';
import type { Region } from '../../model/region.ts';
import { breakBetween } from '../../query/breakBetween.ts';
import { MAPPABLE_REGIONS, observationsAt } from '../../query/select.ts';
import { medianAt } from '../sentences/onePeriod.ts';
import { countedRegions, isCount, mainSeries } from '../sentences/phrases.ts';
import type { RegionTrend } from '../regionView.ts';
import { isPlain, markLabel } from '../statusMarks.ts';
import { plainTrendView, type PlainPoint } from '../plainTrendView.ts';
import { lastStretch, lineFigures, type RegionRow } from './regionRow.ts';

/** Fewer points are no trend. */
const LEAST_POINTS = 4;
const MOST_TRENDS = 3;

/**
 * Whose path is drawn: of each dataset the first indicator with a line, in the order given; those with a better and a worse first, then
 * rates before counts, then the newest.
 */
export function trendRows<Row extends RegionRow>(rows: readonly Row[], region: Region): readonly Row[] {
  const weight = ({ facts: { table } }: RegionRow): number => (table.indicator.better !== 'none' ? 0 : isCount(table.indicator) ? 2 : 1);
  const long = rows.filter((row) => row.kind === 'values' && lineFigures(row.facts.table, region.id).length >= LEAST_POINTS);
  const firsts = long.filter((row, index) => long.findIndex(({ dataset }) => dataset === row.dataset) === index);
  return [...firsts].sort((a, b) => weight(a) - weight(b) || (a.at < b.at ? 1 : a.at > b.at ? -1 : 0)).slice(0, MOST_TRENDS);
}

/** More of them for a sheet that has the room: first those, then the others of their datasets. */
export function moreTrendRows<Row extends RegionRow>(rows: readonly Row[], region: Region, most: number): readonly Row[] {
  const long = rows.filter((row) => row.kind === 'values' && lineFigures(row.facts.table, region.id).length >= LEAST_POINTS);
  const first = trendRows(rows, region);
  return [...first, ...long.filter((row) => !first.includes(row))].slice(0, most);
}

export function regionTrend(row: RegionRow, region: Region, regions: readonly Region[], say: Say, terms: typeof regionsZh): Omit<RegionTrend, 'href' | 'sources'> | null {
  const { table } = row.facts;
  const { indicator } = table;
  const { lang, words } = say;
  const figures = lineFigures(table, region.id);
  const [first, last] = [figures[0], figures.at(-1)];
  const [from] = lastStretch(figures, table);
  if (!first || !last || !from) return null;
  const ids = new Set(countedRegions(indicator, regions).map(({ id }) => id));
  const medians = figures.flatMap(({ period }) => {
    const those = observationsAt(table, period, mainSeries(table)).filter(hasValue).filter(({ regionId }) => ids.has(regionId));
    const median = those.length >= MAPPABLE_REGIONS ? medianAt(those, indicator, say) : null;
    return median ? [{ x: periodToYears(period), y: median.amount.x, text: formatNumber(median.amount.x, median.decimals), full: median.text, when: formatPeriod(period, lang), say: [indicator.short[lang], terms.page.medianName, formatPeriod(period, lang), median.text].join(words.comma) }] : [];
  });
  const point = (one: Measured): PlainPoint => ({ x: periodToYears(one.period), y: inUnit(one.value, indicator, lang), text: formatValue(one, indicator, lang), when: formatPeriod(one.period, lang), say: [indicator.short[lang], region.short[lang], formatPeriod(one.period, lang), formatValue(one, indicator, lang), ...(isPlain(one) ? [] : [markLabel(one, say)])].join(words.comma), ...(one.status !== 'measured' && { isHollow: true }) });
  const points = figures.map(point);
  const ys = [...points, ...medians].map(({ y }) => y);
  // Two lines are compared by their distance, so the axis begins at zero.
  const ticks = ticksCovering([Math.min(...ys), Math.max(...ys)], 3);
  const range = [Math.min(ticks[0] ?? 0, ...ys), Math.max(ticks.at(-1) ?? 1, ...ys)] as const;
  const domain = [points[0]?.x ?? 0, points.at(-1)?.x ?? 1] as const;
  const broken = indicator.methodBreaks?.find(({ period }) => breakBetween(indicator, first.period, last.period, mainSeries(table))?.period === period);
  const line = (those: readonly PlainPoint[]) => plainTrendView({ points: those, domain, range, gapYears: 1.5, ...(broken && { breakAt: periodToYears(broken.period) }) });
  const toX = (period: string) => Math.round(((periodToYears(period) - domain[0]) / (domain[1] - domain[0])) * 1000) / 10;
  const middle = figures[Math.floor((figures.length - 1) / 2)];
  const lastMedian = medians.at(-1);
  return {
    id: row.id,
    name: row.name,
    unit: unitName(indicator, lang),
    title: terms.page.trendTitle(indicator.short[lang], formatPeriod(from.period, lang), formatValue(from, indicator, lang), formatPeriod(last.period, lang), formatValue(last, indicator, lang)),
    note: [terms.page.span(formatPeriod(first.period, lang), formatPeriod(last.period, lang)), ...(broken ? [terms.page.broken(formatPeriod(broken.period, lang), broken.reason[lang].replace(/[。.]$/, ''))] : [])].join(words.stop),
    own: line(points),
    ownName: region.short[lang],
    median: medians.length > 1 ? line(medians) : null,
    medianText: lastMedian ? terms.page.medianAt(lastMedian.when, lastMedian.full) : '',
    first: { text: formatValue(from, indicator, lang), when: formatPeriod(from.period, lang) },
    last: { text: formatValue(last, indicator, lang), when: formatPeriod(last.period, lang) },
    years: [first, ...(middle && figures.length > 4 ? [middle] : []), last].map(({ period }) => ({ x: toX(period), text: period.slice(0, 4) })),
    grid: ticks.map((tick) => ({ y: Math.round((1 - (tick - range[0]) / (range[1] - range[0])) * 1000) / 10, text: formatNumber(tick, Number.isInteger(tick) ? 0 : 1) })),
  };
}
