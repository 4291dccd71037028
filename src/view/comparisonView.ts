import { spread } from '../charts/spread.ts';
import { ticksCovering } from '../charts/scale.ts';
import { formatFigure, formatList, formatNumber, formatPeriod, formatSigned, formatValue, inUnit, periodToYears, unitName } from '../i18n/format.ts';
import type { comparisonZh } from '../i18n/comparison.zh.ts';
import type { Say } from '../i18n/say.ts';
import { THEMES, type IndicatorTable, type Theme } from '../model/indicator.ts';
import { hasValue, type Absence, type Measured, type Observation, type Period } from '../model/observation.ts';
import type { Region, RegionId } from '../model/region.ts';
import { breakBetween } from '../query/breakBetween.ts';
import { isExpected } from '../query/expected.ts';
import type { FeatureSpace } from '../query/peers.ts';
import { rank } from '../query/rank.ts';
import { observationsAt, periods } from '../query/select.ts';
import { plainTrendView, type PlainPoint, type PlainTrendView } from './plainTrendView.ts';
import { absenceWithoutRow, isDoubtful, markOf, markViews, statusWords } from './provinceView.ts';
import type { MarkView } from './mapView.ts';
import { lineFigures } from './region/regionRow.ts';
import { distanceOf } from './peersView.ts';
import { differenceDecimals, isCount, mainSeries, namer, shownFor } from './sentences/phrases.ts';
import type { TableView } from './tableView.ts';
import { amountOf, subtract, withoutNoise } from './workings.ts';

export type ComparisonTerms = typeof comparisonZh;

export const LEAST_COMPARED = 2;
export const MOST_COMPARED = 6;
/** Fewer periods are no course. */
const LEAST_POINTS = 3;

export interface ComparisonInput {
  /** Of provinces, with values. */
  readonly tables: readonly IndicatorTable[];
  /** The provinces and the Corps. */
  readonly regions: readonly Region[];
  readonly chosen: readonly RegionId[];
  readonly themeNames: Readonly<Record<Theme, string>>;
}

export interface ComparedCell {
  readonly id: RegionId;
  /** Without its unit, or why there is none. */
  readonly text: string;
  readonly absence: Absence | null;
  readonly mark: string;
  /** What the mark says; empty for a plain figure. */
  readonly status: string;
  /** “第3，共31”; empty where there is none. */
  readonly place: string;
  /** Certainly ahead of the others here, alone or with some. */
  readonly isAhead: boolean;
  readonly amount: number | null;
}

export interface ComparedRow {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly period: Period;
  readonly when: string;
  readonly cells: readonly ComparedCell[];
  /** Of exactly two, the first less the second; empty where it can't be told. */
  readonly difference: string;
  /** The same as a number, in the unit of the row or in points. */
  readonly gap: number | null;
  /** Who has a newer figure than this period. */
  readonly newer: string;
  readonly isWhole: boolean;
  /** One direction is better, all have a settled figure: who is ahead; null: nobody is put ahead. */
  readonly ahead: readonly RegionId[] | null;
  /** There would be a better and a worse, but a figure is not settled. */
  readonly isUnsettled: boolean;
  readonly decimals: number;
  readonly sourceIds: readonly string[];
}

export interface ComparedPlot {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly note: string;
  readonly lines: readonly { readonly id: RegionId; readonly tone: number; readonly view: PlainTrendView; readonly labelY: number; readonly label: string; /** Its latest figure. */ readonly value: string }[];
  readonly years: readonly { readonly x: number; readonly text: string }[];
  readonly grid: readonly { readonly y: number; readonly text: string }[];
  readonly table: TableView;
  readonly height: number;
}

export interface ComparisonView {
  readonly names: readonly { readonly id: RegionId; readonly name: string }[];
  readonly rows: readonly ComparedRow[];
  readonly themes: readonly { readonly theme: Theme; readonly name: string; readonly rows: readonly ComparedRow[] }[];
  /** Indicators in which none of them has a figure. */
  readonly empty: readonly string[];
  readonly plots: readonly ComparedPlot[];
  readonly marks: readonly MarkView[];
}

const isBound = ({ precision }: Measured): boolean => precision === 'lowerBound' || precision === 'upperBound';
/** Printed as such, so that more and less are certain. */
const isSettled = (one: Measured): boolean => one.precision === 'exact' && one.status !== 'forecast' && !isDoubtful(one);

/** The latest period in which the most of them have a figure: all, where there is one. */
function commonPeriod(table: IndicatorTable, chosen: readonly RegionId[]): Period | null {
  const series = mainSeries(table);
  const counts = periods(table, series).map((period) => ({ period, k: observationsAt(table, period, series).filter((one) => chosen.includes(one.regionId) && hasValue(one)).length }));
  const most = Math.max(0, ...counts.map(({ k }) => k));
  return most === 0 ? null : (counts.filter(({ k }) => k === most).at(-1)?.period ?? null);
}

function comparedRow(table: IndicatorTable, { regions, chosen }: ComparisonInput, say: Say, terms: ComparisonTerms): ComparedRow | null {
  const { indicator } = table;
  const { lang, words } = say;
  const period = commonPeriod(table, chosen);
  if (period === null) return null;
  const series = mainSeries(table);
  const counted = new Set(regions.filter((region) => isExpected(region, indicator.expected)).map(({ id }) => id));
  const at = observationsAt(table, period, series).filter(({ regionId }) => counted.has(regionId) || chosen.includes(regionId));
  const byId = new Map(at.map((one) => [one.regionId, one]));
  const ranking = new Map(rank(at.filter(({ regionId }) => counted.has(regionId)), indicator.better).ranked.map((row) => [row.observation.regionId, row]));
  const isRanked = indicator.better !== 'none' || isCount(indicator);
  const allDerived = at.filter(hasValue).every(({ status }) => status === 'derived');
  const figures = chosen.flatMap((id) => {
    const one = byId.get(id);
    return one && hasValue(one) ? [one] : [];
  });
  const isWhole = figures.length === chosen.length;
  const isJudged = indicator.better !== 'none' && isWhole;
  const best = indicator.better === 'lower' ? Math.min(...figures.map(({ value }) => value)) : Math.max(...figures.map(({ value }) => value));
  const ahead = isJudged && figures.every(isSettled) && words.standings === 'places' ? figures.filter(({ value }) => value === best).map(({ regionId }) => regionId) : null;
  const cellOf = (id: RegionId): ComparedCell => {
    const one = byId.get(id);
    const region = regions.find((known) => known.id === id);
    if (!one || !hasValue(one)) {
      const absence = one && !hasValue(one) ? one.status : region ? absenceWithoutRow(region, indicator) : 'notGathered';
      return { id, text: words.absence[absence], absence, mark: '', status: '', place: '', isAhead: false, amount: null };
    }
    const place = ranking.get(id);
    const isPlain = one.status === 'measured' && one.precision === 'exact' && !isDoubtful(one);
    return {
      id,
      text: formatFigure(one, indicator, lang),
      absence: null,
      mark: markOf(one, allDerived),
      status: isPlain ? '' : statusWords(one, say),
      place: !place ? '' : !isRanked ? terms.unranked : place.isOpen ? words.rankOpen : terms.place(place.rank, place.n, place.isTied),
      isAhead: ahead?.includes(id) === true && ahead.length < chosen.length,
      amount: amountOf(one, indicator, lang).x,
    };
  };
  const decimals = shownFor(figures, indicator, lang);
  const [first, second] = figures;
  const gap = chosen.length === 2 && isWhole && first && second && figures.every((one) => !isBound(one) && one.status !== 'forecast' && !isDoubtful(one)) ? subtract(amountOf(first, indicator, lang), amountOf(second, indicator, lang)) : null;
  const signed = gap ? formatSigned(withoutNoise(gap.x), differenceDecimals(gap.x, decimals, gap.decimals), lang) : '';
  // The difference of two percentages is points; everything else has the unit of its row.
  const gapText = indicator.unit.zh === '%' ? words.sentences.points(signed) : signed;
  const later = chosen.flatMap((id) => {
    const newest = table.observations.filter((one) => one.regionId === id && one.seriesId === series && hasValue(one) && one.period > period).sort((one, other) => (one.period < other.period ? 1 : -1))[0];
    return newest ? [newest] : [];
  });
  const name = namer(regions, say);
  return {
    id: indicator.id,
    name: indicator.name[lang],
    unit: unitName(indicator, lang),
    period,
    when: formatPeriod(period, lang),
    cells: chosen.map(cellOf),
    difference: gap ? gapText : '',
    gap: gap ? withoutNoise(gap.x) : null,
    newer: [...new Set(later.map((one) => one.period))].map((when) => terms.newer(formatList(later.filter((one) => one.period === when).map(({ regionId }) => name(regionId)), lang), formatPeriod(when, lang))).join(words.stop),
    isWhole,
    ahead,
    isUnsettled: isJudged && !figures.every(isSettled),
    decimals,
    sourceIds: [...new Set(figures.map(({ sourceId }) => sourceId))],
  };
}

const HEIGHT = 150;
const LABEL_GAP = 17;

function comparedPlot(table: IndicatorTable, { regions, chosen }: ComparisonInput, say: Say): ComparedPlot | null {
  const { indicator } = table;
  const { lang, words } = say;
  const name = namer(regions, say);
  const courses = chosen.map((id, tone) => ({ id, tone, figures: lineFigures(table, id) })).filter(({ figures }) => figures.length > 0);
  if (courses.filter(({ figures }) => figures.length >= LEAST_POINTS).length < LEAST_COMPARED) return null;
  const all = courses.flatMap(({ figures }) => figures);
  const years = [...new Set(all.map(({ period }) => period))].sort();
  const [from, to] = [years[0] ?? '', years.at(-1) ?? ''];
  const ys = all.map((one) => inUnit(one.value, indicator, lang));
  const ticks = ticksCovering([Math.min(...ys), Math.max(...ys)], 3);
  const range = [Math.min(ticks[0] ?? 0, ...ys), Math.max(ticks.at(-1) ?? 1, ...ys)] as const;
  const domain = [periodToYears(from), periodToYears(to)] as const;
  const broken = breakBetween(indicator, from, to, mainSeries(table));
  const point = (one: Measured, who: string): PlainPoint => ({
    x: periodToYears(one.period),
    y: inUnit(one.value, indicator, lang),
    text: formatFigure(one, indicator, lang),
    when: formatPeriod(one.period, lang),
    say: [who, formatPeriod(one.period, lang), formatValue(one, indicator, lang), one.status === 'measured' && one.precision === 'exact' ? '' : statusWords(one, say)].filter(Boolean).join(words.comma),
    ...((one.status !== 'measured' || one.precision !== 'exact') && { isHollow: true }),
  });
  const lines = courses.map(({ id, tone, figures }) => ({
    id,
    tone,
    view: plainTrendView({ points: figures.map((one) => point(one, name(id))), domain, range, gapYears: 1.5, ...(broken && { breakAt: periodToYears(broken.period) }) }),
    label: name(id),
    value: figures.slice(-1).map((last) => formatFigure(last, indicator, lang)).join(''),
  }));
  const labelYs = spread(lines.map(({ view }) => ((view.dots.at(-1)?.y ?? 50) / 100) * HEIGHT), LABEL_GAP, [0, HEIGHT]);
  const toX = (period: string) => Math.round(((periodToYears(period) - domain[0]) / Math.max(1e-9, domain[1] - domain[0])) * 1000) / 10;
  const middle = years[Math.floor((years.length - 1) / 2)] ?? from;
  return {
    id: indicator.id,
    name: indicator.short[lang],
    unit: unitName(indicator, lang),
    note: broken ? `// ${formatPeriod(broken.period, lang)}${words.comma}${broken.reason[lang]}` : '',
    lines: lines.map((line, index) => ({ ...line, labelY: Math.round(labelYs[index] ?? 0) })),
    years: [...new Set([from, ...(years.length > 4 ? [middle] : []), to])].map((period) => ({ x: toX(period), text: period.slice(0, 4) })),
    grid: ticks.map((tick) => ({ y: Math.round((1 - (tick - range[0]) / (range[1] - range[0])) * 1000) / 10, text: formatNumber(tick, Number.isInteger(tick) ? 0 : 1) })),
    height: HEIGHT,
    table: {
      columns: [
        { key: 'period', label: words.period, head: true },
        ...courses.map(({ id }) => ({ key: id, label: name(id), numeric: true })),
      ],
      rows: years.map((period) => ({
        key: period,
        cells: [
          { text: formatPeriod(period, lang) },
          ...courses.map(({ figures, id }) => {
            const one = figures.find((figure) => figure.period === period);
            const row: Observation | undefined = table.observations.find((other) => other.regionId === id && other.period === period && other.seriesId === mainSeries(table));
            return { text: one ? formatFigure(one, indicator, lang) : row && !hasValue(row) ? words.absence[row.status] : words.absence.notGathered };
          }),
        ],
      })),
    },
  };
}

/** Two to six regions side by side: each indicator in the latest period that they share, and its course. */
export function comparisonView(input: ComparisonInput, say: Say, terms: ComparisonTerms): ComparisonView {
  const name = namer(input.regions, say);
  const found = input.tables.map((table) => ({ table, row: comparedRow(table, input, say, terms) }));
  const rows = found.flatMap(({ row }) => row ?? []);
  const drawn = found.flatMap(({ table, row }) => (row ? observationsAt(table, row.period, mainSeries(table)).filter(hasValue).filter(({ regionId }) => input.chosen.includes(regionId)) : []));
  return {
    names: input.chosen.map((id) => ({ id, name: name(id) })),
    rows,
    themes: THEMES.flatMap((theme) => {
      const own = found.flatMap(({ table, row }) => (row && table.indicator.theme === theme ? [row] : []));
      return own.length > 0 ? [{ theme, name: input.themeNames[theme], rows: own }] : [];
    }),
    empty: found.flatMap(({ table, row }) => (row ? [] : [table.indicator.short[say.lang]])),
    plots: input.tables.flatMap((table) => comparedPlot(table, input, say) ?? []),
    marks: markViews(drawn, say),
  };
}

/** Who is how far from whom; “—” on the diagonal, and a word where a feature is absent. */
export function distanceTable(chosen: readonly RegionId[], space: FeatureSpace, name: (id: RegionId) => string, { head, none }: { readonly head: string; readonly none: string }): TableView {
  return {
    columns: [{ key: 'region', label: head, head: true }, ...chosen.map((id) => ({ key: id, label: name(id), numeric: true }))],
    rows: chosen.map((id) => ({
      key: id,
      cells: [
        { text: name(id) },
        ...chosen.map((other) => {
          const distance = id === other ? null : space.between(id, other);
          return { text: id === other ? '—' : distance === null ? none : distanceOf(distance) };
        }),
      ],
    })),
  };
}
