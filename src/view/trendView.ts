import { formatFigure, formatPeriod, formatValue, halfOf, inUnit, joinUnit, periodToYears, shownDecimals, unitName } from '../i18n/format.ts';
import type { Say } from '../i18n/say.ts';
import type { Claim } from '../model/claim.ts';
import type { Indicator, IndicatorTable } from '../model/indicator.ts';
import { hasValue, type Absence, type Measured, type Observation, type Precision, type Status } from '../model/observation.ts';
import { markLabel } from './statusMarks.ts';

/** How a point is drawn: its status, or a claim. */
export type MarkKind = Status | 'claim';

export interface TrendPoint {
  /** Years since the common era, with the part of the year. */
  readonly x: number;
  /** In the unit of the reader's language. */
  readonly y: number;
  readonly text: string;
  readonly period: string;
  readonly mark: MarkKind;
  readonly precision: Precision;
}

/** Two neighbouring points and how they are joined; a change of method joins them not at all. */
export interface TrendSegment {
  readonly from: number;
  readonly to: number;
  readonly kind: 'solid' | 'forecast' | 'bridge';
  /** What is absent below a bridge: “2015—2019未收录”. */
  readonly gap?: string;
}

export interface TrendLine {
  readonly id: string;
  readonly name: string;
  /** Its place among the series of the table: a line keeps its colour when another has no figure left. */
  readonly tone: number;
  readonly points: readonly TrendPoint[];
  readonly segments: readonly TrendSegment[];
}

/** Quoted figures are a line of their own to the cursor, and to nothing else. */
export const CLAIMS = 'claims';

/** What the tooltip and the keyboard cursor say at one period; the cursor's own line is put first. */
export interface TrendStop {
  readonly x: number;
  readonly title: string;
  readonly rows: readonly { readonly line: string; readonly name: string; readonly text: string }[];
}

/** A change of method that parts at least one line of the picture. */
export interface TrendBreak {
  /** The period from which the new method counts. */
  readonly x: number;
  /** Where no line is: half way between the figures before and after. */
  readonly at: number;
  readonly when: string;
  readonly reason: string;
  /** Said in its place where the picture has no room; the note tells the reason. */
  readonly word: string;
}

/** One kind of mark in the picture, and what it means. */
export interface TrendMark {
  readonly mark: MarkKind | 'gap' | 'break';
  readonly precision: Precision;
  readonly label: string;
}

/** Everything a trend says. Points of confidence C are in the table only, never in a line. */
export interface TrendView {
  readonly unit: string;
  /** The finest decimals of any figure in it, in the reader's unit. */
  readonly decimals: number;
  readonly lines: readonly TrendLine[];
  readonly claims: readonly (TrendPoint & { readonly who: string; readonly label: string })[];
  readonly stops: readonly TrendStop[];
  readonly breaks: readonly TrendBreak[];
  readonly marks: readonly TrendMark[];
}

/** Farther apart than this, two points are joined by dots: something may lie between that we don't have. */
const GAP_YEARS = 2.05;

interface Spoken {
  readonly figures: readonly Measured[];
  readonly absent: readonly Observation[];
}

function segmentsOf(indicator: Indicator, seriesId: string, { figures, absent }: Spoken, say: Say): TrendSegment[] {
  return figures.flatMap((later, index): TrendSegment[] => {
    const earlier = figures[index - 1];
    if (!earlier) return [];
    const isBroken = indicator.methodBreaks?.some(({ period, series }) => (!series || series.includes(seriesId)) && earlier.period < period && later.period >= period);
    if (isBroken) return [];
    const ends = { from: index - 1, to: index };
    // A forecast that came before a published figure is one still.
    if (later.status === 'forecast' || earlier.status === 'forecast') return [{ ...ends, kind: 'forecast' }];
    const between = absent.filter(({ period }) => earlier.period < period && period < later.period).sort((a, b) => (a.period < b.period ? -1 : 1));
    const [start, end] = [periodToYears(earlier.period), periodToYears(later.period)];
    if (between.length === 0 && end - start <= GAP_YEARS) return [{ ...ends, kind: 'solid' }];
    return [{ ...ends, kind: 'bridge', gap: gapText(start, end, between, say) }];
  });
}

/** The years that have no figure, and why: what the table says of them, or that they were not gathered. */
function gapText(start: number, end: number, between: readonly Observation[], { lang, words }: Say): string {
  const reasons = [...new Set(between.flatMap(({ status, value }) => (value === null ? [status] : [])))];
  const absence: Absence = reasons.length === 1 && reasons[0] ? reasons[0] : 'notGathered';
  const word = words.absence[absence];
  const [one, other] = [between[0]?.period, between.at(-1)?.period];
  // A short gap is known by the periods that the table names; a long one by its years.
  if (end - start <= GAP_YEARS && one !== undefined && other !== undefined) return words.trends.gap(formatPeriod(one, lang), formatPeriod(other, lang), word);
  return words.trends.gap(String(Math.floor(start) + 1), String(Math.floor(end) - 1), word);
}

/** Where lines are parted: between the latest figure before the break and the earliest after it. */
function breaksOf({ methodBreaks = [] }: Indicator, lines: readonly TrendLine[], { lang, words }: Say): TrendBreak[] {
  return methodBreaks.flatMap(({ period, reason, series }): TrendBreak[] => {
    const x = periodToYears(period);
    const parted = lines.filter(({ id }) => !series || series.includes(id)).flatMap(({ points }) => {
      const after = points.findIndex((point) => point.x >= x - 1e-9);
      const [before, next] = [points[after - 1], points[after]];
      return before && next ? [{ before: before.x, after: next.x }] : [];
    });
    if (parted.length === 0) return [];
    const before = Math.max(...parted.map((pair) => pair.before));
    const after = Math.min(...parted.map((pair) => pair.after));
    return [{ x, at: before < after ? (before + after) / 2 : x, when: formatPeriod(period, lang), reason: reason[lang], word: words.trends.breakWord }];
  });
}

const claimValue = (claim: Claim, indicator: Indicator): Measured['value'] => Number(`${claim.value}`) * indicator.unit.multiplier;

/**
 * @param table One indicator; its observations of any region are drawn as they come (national series have one).
 * @param claims Quoted figures in the indicator's published unit; drawn hollow, in no line.
 */
export function trendView(table: IndicatorTable, claims: readonly Claim[], say: Say): TrendView {
  const { indicator } = table;
  const { lang, words } = say;
  const charted = table.observations.filter(hasValue).filter(({ confidence }) => confidence !== 'C');
  const absent = table.observations.filter((one) => !hasValue(one));
  const seriesIds = [...new Set(charted.map(({ seriesId }) => seriesId))];
  const tones = [...new Set(table.observations.filter(({ confidence }) => confidence !== 'C').map(({ seriesId }) => seriesId))];
  const nameOf = (seriesId: string) => indicator.series?.find(({ id }) => id === seriesId)?.name[lang] ?? indicator.short[lang];
  const point = (figure: Measured): TrendPoint => ({
    x: periodToYears(figure.period),
    y: inUnit(figure.value, indicator, lang),
    text: formatFigure(figure, indicator, lang),
    period: formatPeriod(figure.period, lang),
    mark: figure.status,
    precision: figure.precision,
  });

  const lines = seriesIds.map((seriesId): TrendLine => {
    const own = charted.filter((one) => one.seriesId === seriesId).sort((a, b) => (a.period < b.period ? -1 : 1));
    const gaps = absent.filter((one) => one.seriesId === seriesId);
    return { id: seriesId, name: nameOf(seriesId), tone: tones.indexOf(seriesId), points: own.map(point), segments: segmentsOf(indicator, seriesId, { figures: own, absent: gaps }, say) };
  });
  const quoted = claims.map((claim) => {
    const value = claimValue(claim, indicator);
    const figure = { value, precision: claim.precision, printedDecimals: (claim.value.split('.')[1] ?? '').length };
    return {
      x: periodToYears(claim.period),
      y: inUnit(value, indicator, lang),
      text: formatFigure(figure, indicator, lang),
      period: formatPeriod(claim.period, lang),
      mark: 'claim' as const,
      precision: claim.precision,
      who: halfOf(claim.speaker, lang),
      label: words.quoted(formatPeriod(claim.period, lang)),
    };
  });

  const stops = new Map<number, { title: string; rows: { line: string; name: string; text: string }[] }>();
  const stopAt = (x: number, title: string) => {
    const known = stops.get(x);
    if (known) return known;
    const made = { title, rows: [] };
    stops.set(x, made);
    return made;
  };
  for (const observation of charted) {
    const extra = [
      observation.status === 'measured' ? '' : words.status[observation.status],
      observation.precision === 'exact' ? '' : words.precision[observation.precision],
    ].filter(Boolean);
    stopAt(periodToYears(observation.period), formatPeriod(observation.period, lang)).rows.push({
      line: observation.seriesId,
      name: nameOf(observation.seriesId),
      text: [formatValue(observation, indicator, lang), ...extra].join(words.comma),
    });
  }
  for (const claim of quoted) {
    const extra = [claim.precision === 'exact' ? '' : words.precision[claim.precision], words.claimMark].filter(Boolean);
    stopAt(claim.x, claim.period).rows.push({ line: CLAIMS, name: claim.who, text: [joinUnit(claim.text, unitName(indicator, lang), lang), ...extra].join(words.comma) });
  }
  // A series that is drawn, and has no figure just here, says why.
  for (const one of absent) {
    if (one.value === null && seriesIds.includes(one.seriesId)) stops.get(periodToYears(one.period))?.rows.push({ line: one.seriesId, name: nameOf(one.seriesId), text: words.absence[one.status] });
  }

  const breaks = breaksOf(indicator, lines, say);
  const marks = new Map<string, TrendMark>();
  const present = (mark: TrendMark['mark'], precision: Precision, label: string) => {
    if (!marks.has(label)) marks.set(label, { mark, precision, label });
  };
  for (const { mark, precision } of lines.flatMap(({ points }) => points)) if (mark !== 'claim') present(mark, precision, markLabel({ status: mark, precision }, say));
  for (const { precision } of quoted) present('claim', precision, precision === 'exact' ? words.claimMark : `${words.precision[precision]}${words.comma}${words.claimMark}`);
  if (lines.some(({ segments }) => segments.some(({ kind }) => kind === 'bridge'))) present('gap', 'exact', words.trends.gapMark);
  if (breaks.length > 0) present('break', 'exact', words.trends.breakMark);

  return {
    unit: unitName(indicator, lang),
    decimals: Math.max(0, ...charted.map(({ printedDecimals }) => shownDecimals(indicator, printedDecimals, lang))),
    lines,
    claims: quoted,
    stops: [...stops].sort(([a], [b]) => a - b).map(([x, { title, rows }]) => ({ x, title, rows })),
    breaks,
    marks: [...marks.values()],
  };
}
