import { formatFigure, formatPeriod, formatValue, halfOf, inUnit, joinUnit, periodToYears, unitName } from '../i18n/format.ts';
import type { Say } from '../i18n/say.ts';
import type { Claim } from '../model/claim.ts';
import type { Indicator, IndicatorTable } from '../model/indicator.ts';
import { hasValue, type Measured, type Precision, type Status } from '../model/observation.ts';

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
}

export interface TrendLine {
  readonly id: string;
  readonly name: string;
  readonly points: readonly TrendPoint[];
  readonly segments: readonly TrendSegment[];
}

/** What the tooltip and the keyboard cursor say at one period. */
export interface TrendStop {
  readonly x: number;
  readonly title: string;
  readonly rows: readonly { readonly name: string; readonly text: string }[];
}

/** Everything a trend says. Points of confidence C are in the table only, never in a line. */
export interface TrendView {
  readonly unit: string;
  readonly lines: readonly TrendLine[];
  readonly claims: readonly (TrendPoint & { readonly who: string; readonly label: string })[];
  readonly stops: readonly TrendStop[];
  readonly breaks: readonly { readonly x: number; readonly reason: string }[];
  readonly marks: readonly { readonly mark: MarkKind; readonly precision: Precision; readonly label: string }[];
}

/** Farther apart than this, two points are joined by dots: something may lie between that we don't have. */
const GAP_YEARS = 2.05;

function segmentsOf(indicator: Indicator, seriesId: string, observations: readonly Measured[]): TrendSegment[] {
  const segments: TrendSegment[] = [];
  observations.forEach((later, index) => {
    const earlier = observations[index - 1];
    if (!earlier) return;
    const broken = indicator.methodBreaks?.some(
      ({ period, series }) => (!series || series.includes(seriesId)) && earlier.period < period && later.period >= period,
    );
    if (broken) return;
    const gap = periodToYears(later.period) - periodToYears(earlier.period);
    const kind = later.status === 'forecast' ? 'forecast' : gap > GAP_YEARS ? 'bridge' : 'solid';
    segments.push({ from: index - 1, to: index, kind });
  });
  return segments;
}

const claimValue = (claim: Claim, indicator: Indicator): Measured['value'] => Number(`${claim.value}`) * indicator.unit.multiplier;

/**
 * @param table One indicator; its observations of any region are drawn as they come (national series have one).
 * @param claims Quoted figures in the indicator's published unit; drawn hollow, in no line.
 */
export function trendView(table: IndicatorTable, claims: readonly Claim[], { lang, words }: Say): TrendView {
  const { indicator } = table;
  const charted = table.observations.filter(hasValue).filter(({ confidence }) => confidence !== 'C');
  const seriesIds = [...new Set(charted.map(({ seriesId }) => seriesId))];
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
    return { id: seriesId, name: nameOf(seriesId), points: own.map(point), segments: segmentsOf(indicator, seriesId, own) };
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

  const stops = new Map<number, { title: string; rows: { name: string; text: string }[] }>();
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
      name: nameOf(observation.seriesId),
      text: `${formatValue(observation, indicator, lang)}${extra.length ? words.aside(extra.join(words.comma)) : ''}`,
    });
  }
  for (const claim of quoted) stopAt(claim.x, claim.period).rows.push({ name: claim.who, text: joinUnit(claim.text, unitName(indicator, lang), lang) + words.aside(words.claimMark) });

  const marks = new Map<string, TrendView['marks'][number]>();
  const present = (mark: MarkKind, precision: Precision) => {
    const label = mark === 'claim' ? words.claimMark : precision === 'exact' ? words.status[mark] : mark === 'measured' ? words.precision[precision] : `${words.status[mark]}${words.comma}${words.precision[precision]}`;
    if (!marks.has(label)) marks.set(label, { mark, precision, label });
  };
  for (const line of lines) for (const { mark, precision } of line.points) present(mark, precision);
  for (const { mark } of quoted) present(mark, 'exact');

  return {
    unit: unitName(indicator, lang),
    lines,
    claims: quoted,
    stops: [...stops].sort(([a], [b]) => a - b).map(([x, { title, rows }]) => ({ x, title, rows })),
    breaks: (indicator.methodBreaks ?? []).map(({ period, reason }) => ({ x: periodToYears(period), reason: reason[lang] })),
    marks: [...marks.values()],
  };
}
