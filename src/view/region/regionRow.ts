import { linear } from '../../charts/scale.ts';
import { formatFigure, formatNumber, formatPeriod, formatValue, inUnit, periodToYears, unitName } from '../../i18n/format.ts';
import type { regionsZh } from '../../i18n/regions.zh.ts';
import type { Say } from '../../i18n/say.ts';
import type { IndicatorTable, Theme } from '../../model/indicator.ts';
import { hasValue, type Absence, type Confidence, type Measured, type Observation, type Period } from '../../model/observation.ts';
import type { Region, RegionId } from '../../model/region.ts';
import { breakBetween } from '../../query/breakBetween.ts';
import { rank } from '../../query/rank.ts';
import { MAPPABLE_REGIONS, observationsAt, observationsOf, periods } from '../../query/select.ts';
import { absenceWithoutRow } from '../provinceView.ts';
import { plainTrendView, type PlainPoint, type PlainTrendView } from '../plainTrendView.ts';
import { amountOf } from '../workings.ts';
import { medianAt, onePeriod } from '../sentences/onePeriod.ts';
import { countedRegions, isCount, mainSeries } from '../sentences/phrases.ts';

/** All places of one period on a line, worst or least on the left. */
export interface RegionStrip {
  /** Between the lowest (0) and the highest (1); of places, the last is 0 and the first 1. */
  readonly marks: readonly { readonly id: RegionId; readonly x: number; readonly isHollow: boolean }[];
  readonly own: number | null;
  readonly isOwnHollow: boolean;
  readonly median: number | null;
}

/** Why a place is not simply “3 / 31”. */
export type RankNote = 'tied' | 'open' | 'unranked' | 'published' | 'none';

/** One region in one indicator, in the latest period in which most regions have a figure. */
export interface RegionRow {
  readonly id: string;
  readonly name: string;
  readonly theme: Theme;
  /** `places`: only places are known of most regions, so the strip shows places. */
  readonly kind: 'values' | 'places';
  readonly at: Period;
  readonly period: string;
  /** Without its unit; what is absent is said in words: “未收录”. */
  readonly value: string;
  readonly unit: string;
  readonly absence: Absence | null;
  /** “估计，约数”, “存疑”; empty for a plain published figure. */
  readonly status: string;
  /** “3 / 31”; empty when there is no place. */
  readonly rank: string;
  /** Its reading: “并列”, “未定”, “不排名”; empty for a plain place. */
  readonly rankNote: string;
  readonly rankKind: RankNote;
  readonly median: string;
  /** Among its own group: “3 / 10”. */
  readonly groupRank: string;
  readonly coverage: string;
  readonly strip: RegionStrip;
  readonly spark: PlainTrendView | null;
  /** “2011年60.4% → 2016年74.0%”: what the spark line shows, in words. */
  readonly sparkText: string;
  readonly confidence: Confidence | null;
  readonly freshness: string;
  readonly sourceIds: readonly string[];
  readonly dataset: string;
  /** Everything in one breath. */
  readonly spoken: string;
  /** What the sentences are made of. */
  readonly facts: RowFacts;
}

/** The numbers behind a row, for the sentence above and the figures below it. */
export interface RowFacts {
  readonly table: IndicatorTable;
  readonly own: Measured | null;
  readonly rank: number | null;
  readonly n: number;
  readonly isTied: boolean;
  readonly tiedWith: readonly RegionId[];
  /** Neither more nor less is better, and it is a rate: a place would mean nothing. */
  readonly isRanked: boolean;
  /** The place that the publisher gave where its value is not here. */
  readonly published: { readonly rank: number; readonly n: number } | null;
  readonly expectedCount: number;
  /** On which side of the median it is, as its indicator judges; null: nothing to judge by. */
  readonly standing: 'better' | 'equal' | 'worse' | null;
}

export interface RowInput {
  readonly table: IndicatorTable;
  readonly region: Region;
  readonly regions: readonly Region[];
}

type RegionWords = typeof regionsZh;

const isBound = ({ precision }: Measured): boolean => precision === 'lowerBound' || precision === 'upperBound';
const isUnsure = (one: Measured): boolean => one.confidence === 'C' || isBound(one) || one.status !== 'measured';

/** The latest period in which at least twenty regions have a value, or else a place; null when there is none. */
export function rowPeriod(table: IndicatorTable, regions: readonly Region[]): { readonly kind: 'values' | 'places'; readonly period: Period } | null {
  const ids = new Set(countedRegions(table.indicator, regions).map(({ id }) => id));
  const series = mainSeries(table);
  const latestOf = (is: (one: Observation) => boolean): Period | undefined =>
    [...periods(table, series)].reverse().find((period) => observationsAt(table, period, series).filter((one) => ids.has(one.regionId) && is(one)).length >= MAPPABLE_REGIONS);
  const values = latestOf(hasValue);
  if (values !== undefined) return { kind: 'values', period: values };
  const places = latestOf(({ publishedRank }) => publishedRank !== undefined);
  return places === undefined ? null : { kind: 'places', period: places };
}

/** A region's line in time; a doubtful figure is a hollow dot that no line reaches. Null when it is no line. */
export function regionLine(figures: readonly Measured[], { indicator }: IndicatorTable, say: Say, span: { readonly domain: readonly [number, number]; readonly range: readonly [number, number] } | null = null): PlainTrendView | null {
  const { lang } = say;
  const points = figures.map(
    (one): PlainPoint => ({ x: periodToYears(one.period), y: inUnit(one.value, indicator, lang), text: formatFigure(one, indicator, lang), when: formatPeriod(one.period, lang), ...(isUnsure(one) && { isHollow: true }) }),
  );
  const [first, last] = [points[0], points.at(-1)];
  if (points.length < 2 || !first || !last) return null;
  const ys = points.map(({ y }) => y);
  const [low, high] = [Math.min(...ys), Math.max(...ys)];
  const domain = span?.domain ?? [first.x, last.x];
  // A line that never moves lies in the middle.
  const range = span?.range ?? (low === high ? [low - 1, high + 1] : [low, high]);
  const broken = indicator.methodBreaks?.map(({ period }) => periodToYears(period)).find((at) => at > first.x && at <= last.x);
  return plainTrendView({ points, domain, range, gapYears: 1.5, ...(broken !== undefined && { breakAt: broken }) });
}

/** A region's figures that may stand in a line, earliest first: none of confidence C, nothing foretold. */
export const lineFigures = (table: IndicatorTable, regionId: RegionId): readonly Measured[] =>
  observationsOf(table, regionId, mainSeries(table)).filter(hasValue).filter(({ confidence, status }) => confidence !== 'C' && status !== 'forecast');

/** The figures since the last change of method: only these may be told in one breath, “from 60.4 % to 74.0 %”. */
export function lastStretch(figures: readonly Measured[], { indicator }: IndicatorTable): readonly Measured[] {
  const last = figures.at(-1);
  return last ? figures.filter((one) => one === last || !breakBetween(indicator, one.period, last.period, one.seriesId)) : [];
}

function placeIn(ids: ReadonlySet<RegionId>, at: readonly Observation[], own: RegionId, kind: RegionRow['kind'], better: IndicatorTable['indicator']['better']) {
  const those = at.filter(({ regionId }) => ids.has(regionId));
  if (kind === 'places') {
    const placed = those.filter(({ publishedRank }) => publishedRank !== undefined).sort((a, b) => (a.publishedRank ?? 0) - (b.publishedRank ?? 0));
    const mine = placed.find(({ regionId }) => regionId === own)?.publishedRank;
    if (mine === undefined) return null;
    const tied = placed.filter((one) => one.publishedRank === mine && one.regionId !== own).map(({ regionId }) => regionId);
    return { rank: placed.filter(({ publishedRank = 0 }) => publishedRank < mine).length + 1, n: placed.length, isTied: tied.length > 0, isOpen: false, tied };
  }
  const { ranked, n } = rank(those, better);
  const mine = ranked.find(({ observation }) => observation.regionId === own);
  if (!mine) return null;
  return { rank: mine.rank, n, isTied: mine.isTied, isOpen: mine.isOpen, tied: ranked.filter(({ observation }) => observation.regionId !== own && observation.value === mine.observation.value).map(({ observation }) => observation.regionId) };
}

function stripOf(kind: RegionRow['kind'], at: readonly Observation[], own: RegionId): RegionStrip {
  const placed = at.filter(({ publishedRank }) => publishedRank !== undefined);
  const positions =
    kind === 'values'
      ? at.filter(hasValue).map((one) => ({ id: one.regionId, at: one.value, isHollow: isUnsure(one) }))
      : placed.map(({ regionId, publishedRank = 0 }) => ({ id: regionId, at: -publishedRank, isHollow: false }));
  const ats = positions.map((one) => one.at);
  const [low, high] = [Math.min(...ats), Math.max(...ats)];
  const scale = low === high ? () => 0.5 : linear([low, high], [0, 1]);
  const marks = positions.map((one) => ({ id: one.id, x: Math.round(scale(one.at) * 1000) / 1000, isHollow: one.isHollow }));
  const mine = marks.find(({ id }) => id === own);
  const ascending = [...ats].sort((a, b) => a - b);
  const middle = ((ascending[Math.floor((ascending.length - 1) / 2)] ?? 0) + (ascending[Math.ceil((ascending.length - 1) / 2)] ?? 0)) / 2;
  return { marks: marks.filter(({ id }) => id !== own), own: mine?.x ?? null, isOwnHollow: mine?.isHollow ?? false, median: kind === 'values' && ascending.length > 1 ? Math.round(scale(middle) * 1000) / 1000 : null };
}

const standingOf = (above: number, better: 'higher' | 'lower'): RowFacts['standing'] => (above === 0 ? 'equal' : above > 0 === (better === 'higher') ? 'better' : 'worse');

/** One row of a region's table; null for an indicator of which no period has most regions. */
export function regionRow({ table, region, regions }: RowInput, freshness: string, say: Say, terms: RegionWords): RegionRow | null {
  const told = rowPeriod(table, regions);
  if (!told) return null;
  const { indicator } = table;
  const { lang, words } = say;
  const { kind, period } = told;
  const own = observationsAt(table, period, mainSeries(table)).find(({ regionId }) => regionId === region.id);
  const all = onePeriod(table, period, regions, say);
  const counted = all.regions;
  const isRanked = indicator.better !== 'none' || isCount(indicator);
  const ids = new Set(counted.map(({ id }) => id));
  const place = placeIn(ids, all.at, region.id, kind, indicator.better);
  const group = new Set(counted.filter((one) => one.group === region.group).map(({ id }) => id));
  const groupPlace = region.group && isRanked ? placeIn(group, all.at, region.id, kind, indicator.better) : null;
  const published = own?.publishedRank !== undefined && kind === 'values' && !hasValue(own) ? own.publishedRank : null;
  const publishedCount = all.at.filter(({ publishedRank }) => publishedRank !== undefined).length;
  const median = kind === 'values' ? medianAt(all.figures, indicator, say) : null;
  const rankKind: RankNote = !isRanked && place ? 'unranked' : place?.isOpen ? 'open' : place?.isTied ? 'tied' : published !== null ? 'published' : 'none';
  const absence: Absence | null = own ? (hasValue(own) ? null : own.status) : absenceWithoutRow(region, indicator);
  const figure = own && hasValue(own) ? own : null;
  const status = figure ? [figure.status === 'measured' ? '' : words.status[figure.status], words.precision[figure.precision], figure.confidence === 'C' ? words.doubtful : ''].filter(Boolean).join(words.comma) : '';
  const text = terms.page.placeOf;
  const rankText = rankKind === 'unranked' || rankKind === 'open' ? '' : place ? text(place.rank, place.n) : published !== null ? text(published, publishedCount) : '';
  const rankNote = terms.page.rankNotes[rankKind];
  const unit = unitName(indicator, lang);
  const line = lineFigures(table, region.id);
  const spark = regionLine(line, table, say);
  const stretch = lastStretch(line, table);
  const [first, last] = stretch.length > 1 ? [stretch[0], stretch.at(-1)] : [undefined, undefined];
  const periodText = formatPeriod(period, lang);
  const medianText = median ? formatNumber(median.amount.x, median.decimals) : '';
  return {
    id: indicator.id,
    name: indicator.name[lang],
    theme: indicator.theme,
    kind,
    at: period,
    period: periodText,
    value: figure ? formatFigure(figure, indicator, lang) : absence === null ? '' : words.absence[absence],
    unit: figure ? unit : '',
    absence: figure ? null : absence,
    status,
    rank: rankText,
    rankNote,
    rankKind,
    median: medianText,
    groupRank: groupPlace && !groupPlace.isOpen ? text(groupPlace.rank, groupPlace.n) + (groupPlace.isTied ? words.aside(terms.page.rankNotes.tied) : '') : '',
    coverage: terms.page.countOf(kind === 'places' ? publishedCount : all.figures.length, all.n),
    strip: stripOf(kind, all.at, region.id),
    spark,
    sparkText: first && last && spark ? terms.page.fromTo(formatPeriod(first.period, lang), formatValue(first, indicator, lang), formatPeriod(last.period, lang), formatValue(last, indicator, lang)) : '',
    confidence: own?.confidence ?? null,
    freshness,
    sourceIds: own ? [own.sourceId] : [],
    dataset: table.dataset,
    spoken: [indicator.name[lang], periodText, figure ? formatValue(figure, indicator, lang) : words.absence[absence ?? 'notGathered'], status, rankText, rankNote, median ? terms.page.medianIs(median.text) : ''].filter(Boolean).join(words.comma),
    facts: { table, own: figure, rank: rankKind === 'open' || !isRanked ? null : (place?.rank ?? null), n: place?.n ?? 0, isTied: place?.isTied ?? false, tiedWith: place?.tied ?? [], isRanked, published: published === null ? null : { rank: published, n: publishedCount }, expectedCount: all.n, standing: figure && median && !isBound(figure) && indicator.better !== 'none' ? standingOf(amountOf(figure, indicator, lang).x - median.amount.x, indicator.better) : null },
  };
}
