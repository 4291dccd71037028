import { formatFigure, formatNumber, inUnit, periodToYears } from '../i18n/format.ts';
import type { IndicatorTable } from '../model/indicator.ts';
import { hasValue, type Measured } from '../model/observation.ts';
import type { Lang } from '../model/text.ts';
import { summary } from '../query/summary.ts';
import { linear } from '../charts/scale.ts';
import { plainTrendView, type PlainTrendView } from './plainTrendView.ts';

export interface WorldStripView {
  /** Percent of the width, one a country. */
  readonly ticks: readonly number[];
  readonly median: { readonly x: number; readonly text: string };
  readonly chosen: { readonly x: number; readonly text: string };
  readonly top: { readonly x: number; readonly text: string };
  readonly axis: readonly { readonly x: number; readonly text: string }[];
  readonly n: number;
}

export interface WorldView {
  readonly year: string;
  readonly editions: number;
  readonly firstRank: number;
  readonly lastRank: number;
  readonly ranks: PlainTrendView;
  readonly rankTicks: readonly { readonly y: number; readonly text: string }[];
  readonly years: readonly { readonly x: number; readonly text: string }[];
  readonly strip: WorldStripView;
  readonly rows: readonly { readonly period: string; readonly value: string; readonly rank: string; readonly n: string }[];
  readonly sourceIds: readonly string[];
}

const round = (value: number) => Math.round(value * 100) / 100;

/** The survey as one country's path through the published places, and as all countries of the latest edition. */
export function worldView(table: IndicatorTable, country: string, nameOf: (id: string) => string, lang: Lang): WorldView {
  const { indicator } = table;
  const own = table.observations.filter(({ regionId, publishedRank }) => regionId === country && publishedRank !== undefined).sort((a, b) => (a.period < b.period ? -1 : 1));
  const periods = own.map(({ period }) => period);
  const year = periods.at(-1) ?? '';
  const countAt = (period: string) => table.observations.filter((one) => one.period === period && hasValue(one)).length;
  const ranks = own.map(({ publishedRank }) => publishedRank ?? 0);
  const bottom = Math.ceil(Math.max(...ranks) / 20) * 20 + 20;
  const years = periods.map(periodToYears);
  const domain: readonly [number, number] = [Math.min(...years) - 2.4, Math.max(...years) + 1];
  const toX = linear(domain, [0, 100]);
  const toY = linear([bottom, 1], [100, 0]);

  const latest = table.observations.filter((one): one is Measured => one.period === year && hasValue(one));
  const values = latest.map((one) => inUnit(one.value, indicator, lang));
  const spread = summary(values);
  const chosen = latest.find(({ regionId }) => regionId === country);
  const best = [...latest].sort((a, b) => b.value - a.value)[0];
  if (!spread || !chosen || !best) throw new Error(`the latest edition of ${indicator.id} has no value for ${country}`);
  const toStrip = linear([0, 1], [0, 100]);
  return {
    year,
    editions: periods.length,
    firstRank: ranks[0] ?? 0,
    lastRank: ranks.at(-1) ?? 0,
    ranks: plainTrendView({
      points: own.map(({ period, publishedRank }) => ({ x: periodToYears(period), y: publishedRank ?? 0, text: lang === 'zh' ? `第${publishedRank}位` : `${publishedRank}`, when: `${period} / ${countAt(period)}` })),
      domain,
      range: [bottom, 1],
      // Editions are years apart by design; no edition between is missing.
      gapYears: Infinity,
    }),
    rankTicks: [1, ...Array.from({ length: bottom / 20 }, (_, index) => (index + 1) * 20)].map((place) => ({ y: round(toY(place)), text: String(place) })),
    years: [Math.min(...years), 2008, 2012, 2016, 2020, Math.max(...years)].map((tick) => ({ x: round(toX(tick)), text: String(tick) })),
    strip: {
      ticks: values.map((value) => round(toStrip(value))),
      median: { x: round(toStrip(spread.median)), text: formatNumber(spread.median, indicator.decimals ?? 4) },
      chosen: { x: round(toStrip(chosen.value)), text: `${nameOf(country)} ${formatFigure(chosen, indicator, lang)}` },
      top: { x: round(toStrip(best.value)), text: `${nameOf(best.regionId)} ${formatFigure(best, indicator, lang)}` },
      axis: [0, 0.2, 0.4, 0.6, 0.8, 1].map((tick) => ({ x: round(toStrip(tick)), text: String(tick) })),
      n: latest.length,
    },
    rows: own.map((one) => ({ period: one.period, value: hasValue(one) ? formatFigure(one, indicator, lang) : '', rank: String(one.publishedRank ?? ''), n: String(countAt(one.period)) })),
    sourceIds: [...new Set(own.map(({ sourceId }) => sourceId))],
  };
}
