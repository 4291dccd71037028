import { textWidth } from '../../charts/placeLabels.ts';
import { linear, thinYears, ticksCovering } from '../../charts/scale.ts';
import { formatNumber } from '../../i18n/format.ts';
import type { Precision } from '../../model/observation.ts';
import { CLAIMS, type MarkKind, type TrendLine, type TrendMark, type TrendView } from '../trendView.ts';

export interface EmbedDot {
  /** Percent of the plot, from its left and its top. */
  readonly x: number;
  readonly y: number;
  readonly r: number;
  readonly mark: MarkKind;
  readonly precision: Precision;
  /** What the cursor says: the period, then a line of each series, its own first. */
  readonly say: string;
}

export interface EmbedLine {
  readonly id: string;
  readonly name: string;
  /** s1 … s4, in the order of the table's series. */
  readonly tone: string;
  readonly solid: string;
  readonly forecast: string;
  readonly bridge: string;
  /** Down to zero, where one line has the plot to itself. */
  readonly area: string;
  readonly dots: readonly EmbedDot[];
  /** “10.04” and when, for the key above the plot. */
  readonly last: { readonly text: string; readonly when: string };
  /** Where its name stands at its end; null: its names are in the key only. */
  readonly nameY: number | null;
}

export interface EmbedLabel {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly when: string;
  readonly anchor: 'start' | 'end';
  /** Below the point, where the line leaves no room above it. */
  readonly isBelow: boolean;
  /** The first and the last; those beside a break or gap are smaller and go first where it is narrow. */
  readonly isStrong: boolean;
}

export interface TrendEmbed {
  readonly unit: string;
  readonly lines: readonly EmbedLine[];
  readonly claims: readonly EmbedDot[];
  /** Without words where a figure stands in their place. */
  readonly ticks: readonly { readonly y: number; readonly text: string }[];
  readonly years: readonly { readonly x: number; readonly text: string; readonly isMinor: boolean }[];
  readonly breaks: readonly { readonly x: number; readonly word: string }[];
  readonly gaps: readonly { readonly x: number; readonly y: number; readonly text: string }[];
  readonly labels: readonly EmbedLabel[];
  readonly marks: readonly TrendMark[];
  /** Percent from the top at which zero is. */
  readonly zeroY: number;
  /** Every period of it, and where: a note is set there. */
  readonly periods: readonly { readonly period: string; readonly x: number }[];
  readonly hasNames: boolean;
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** Longer than this at 13 px, a name at a line's end would take the plot's room. */
const MOST_NAME = 120;
/** Percent of the plot's height between two names. */
const NAME_STEP = 11;
/** More points than this are too near each other for large dots. */
const MANY = 24;

/** Names at the ends of lines, moved apart so that none covers another. */
function nameHeights(ends: readonly number[]): readonly number[] {
  const order = ends.map((y, index) => ({ y, index })).sort((a, b) => a.y - b.y);
  let floor = -Infinity;
  const placed = order.map(({ y, index }) => {
    floor = Math.max(y, floor + NAME_STEP);
    return { y: floor, index };
  });
  const over = Math.max(0, (placed.at(-1)?.y ?? 0) - 100);
  return ends.map((_, index) => round((placed.find((one) => one.index === index)?.y ?? 0) - over));
}

/**
 * A trend as paths in percent of a plot that the page stretches: one drawing for every width, with text of its own size.
 *
 * @param periodOf The period of a place on the axis, as addresses name it.
 */
export function trendEmbed(view: TrendView, periodOf: (x: number) => string): TrendEmbed {
  const all = [...view.lines.flatMap(({ points }) => points), ...view.claims];
  const xs = all.map(({ x }) => x);
  const ys = all.map(({ y }) => y);
  const [first, last] = [Math.min(...xs), Math.max(...xs)];
  const span = Math.max(last - first, 0.5);
  const toX = linear([first - span * 0.02, last + span * 0.02], [0, 100]);
  const ticks = ticksCovering([Math.min(...ys), Math.max(...ys)], 3);
  const toY = linear([ticks[0] ?? 0, ticks.at(-1) ?? 1], [100, 0]);
  const at = ({ x, y }: { readonly x: number; readonly y: number }): string => `${round(toX(x))} ${round(toY(y))}`;
  const decimals = Math.max(0, ...ticks.map((tick) => (String(tick).split('.')[1] ?? '').length));
  const isMany = all.length > MANY;

  const sayAt = (x: number, line: string, nth: number): string => {
    const stop = view.stops.find((one) => one.x === x);
    if (!stop) return '';
    const own = stop.rows.filter((row) => row.line === line);
    const mine = own[nth] ?? own[0];
    const rest = stop.rows.filter((row) => row !== mine);
    return [stop.title, ...[...(mine ? [mine] : []), ...rest].map(({ name, text }) => (view.lines.length + view.claims.length > 1 ? `${name} ${text}` : text))].join('\n');
  };

  const pathOf = (line: TrendLine, kind: TrendLine['segments'][number]['kind']): string =>
    line.segments.flatMap(({ kind: own, from, to }, index) => {
      const [start, end] = [line.points[from], line.points[to]];
      if (own !== kind || !start || !end) return [];
      const before = line.segments[index - 1];
      const isJoined = before !== undefined && before.kind === kind && before.to === from;
      return [`${isJoined ? '' : `M${at(start)}`}L${at(end)}`];
    }).join('');

  const zeroY = round(toY(0));
  const isSingle = view.lines.length === 1 && view.claims.length === 0;
  const areaOf = (line: TrendLine): string => {
    if (!isSingle) return '';
    const solid = line.segments.filter(({ kind }) => kind === 'solid');
    return solid.flatMap(({ from, to }) => {
      const [start, end] = [line.points[from], line.points[to]];
      return start && end ? [`M${round(toX(start.x))} ${zeroY}L${at(start)}L${at(end)}L${round(toX(end.x))} ${zeroY}Z`] : [];
    }).join('');
  };

  const ends = view.lines.map(({ points }) => toY(points.at(-1)?.y ?? 0));
  const hasNames = view.lines.length > 1 && view.lines.every(({ name }) => textWidth(name, 13) <= MOST_NAME);
  const heights = nameHeights(ends);
  const lines = view.lines.map((line, index): EmbedLine => {
    const final = line.points.at(-1);
    return {
      id: line.id,
      name: line.name,
      tone: `s${Math.min(3, line.tone) + 1}`,
      solid: pathOf(line, 'solid'),
      forecast: pathOf(line, 'forecast'),
      bridge: pathOf(line, 'bridge'),
      area: areaOf(line),
      dots: line.points.map((point, order) => ({ x: round(toX(point.x)), y: round(toY(point.y)), r: order === 0 || order === line.points.length - 1 ? 4.5 : isMany ? 2 : 3, mark: point.mark, precision: point.precision, say: sayAt(point.x, line.id, line.points.slice(0, order).filter(({ x }) => x === point.x).length) })),
      last: { text: final?.text ?? '', when: final?.period ?? '' },
      nameY: hasNames ? (heights[index] ?? null) : null,
    };
  });

  const labels = isSingle ? labelsOf(view, (x) => round(toX(x)), (y) => round(toY(y))) : [];
  /** The first figure stands over the ticks' words: those that it would cover are left out. */
  const isCovered = (y: number): boolean => labels.some((label) => label.anchor === 'start' && label.isStrong && (label.isBelow ? y > label.y + 4 && y < label.y + 40 : y > label.y - 28 && y < label.y + 6));
  const wholeYears = thinYears(xs.map((x) => Math.floor(x + 1e-9)).filter((year) => toX(year) >= 0), span / 7);
  return {
    unit: view.unit,
    lines,
    claims: [...view.claims].sort((a, b) => a.x - b.x).map((claim, order, sorted) => ({ x: round(toX(claim.x)), y: round(toY(claim.y)), r: 5, mark: 'claim', precision: claim.precision, say: sayAt(claim.x, CLAIMS, sorted.slice(0, order).filter(({ x }) => x === claim.x).length) })),
    ticks: ticks.filter((tick) => tick !== 0).map((tick) => ({ y: round(toY(tick)), text: isCovered(toY(tick)) ? '' : formatNumber(tick, decimals) })),
    years: wholeYears.map((year, index) => ({ x: round(toX(year)), text: String(year), isMinor: (wholeYears.length - 1 - index) % 2 === 1 })),
    breaks: view.breaks.map(({ at: where, word }) => ({ x: round(toX(where)), word })),
    gaps: view.lines.flatMap(({ points, segments }) => segments.flatMap(({ from, to, gap }) => {
      const [start, end] = [points[from], points[to]];
      return gap === undefined || !start || !end ? [] : [{ x: round((toX(start.x) + toX(end.x)) / 2), y: round((toY(start.y) + toY(end.y)) / 2), text: gap }];
    })),
    labels,
    marks: view.marks,
    zeroY,
    periods: view.stops.map(({ x }) => ({ period: periodOf(x), x: round(toX(x)) })),
    hasNames,
  };
}

/** The first figure, the last, and those where the line is cut. */
function labelsOf(view: TrendView, toX: (x: number) => number, toY: (y: number) => number): readonly EmbedLabel[] {
  const [line] = view.lines;
  if (!line) return [];
  const lastIndex = line.points.length - 1;
  const joined = new Set(line.segments.filter(({ kind }) => kind === 'solid').map(({ to }) => to));
  const cut = line.points.flatMap((_, index) => (index > 0 && !joined.has(index) ? [index] : []));
  return [...new Set([0, ...cut, lastIndex])].flatMap((index): EmbedLabel[] => {
    const point = line.points[index];
    if (!point) return [];
    const isStrong = index === 0 || index === lastIndex;
    const neighbour = line.points[index === 0 ? 1 : index - 1] ?? point;
    const y = toY(point.y);
    // The line goes up from here, so the room is below, where there is any.
    return [{ x: toX(point.x), y, text: point.text, when: point.period, anchor: index === 0 || (!isStrong && toX(point.x) < 50) ? 'start' : 'end', isBelow: neighbour.y > point.y && y < 72, isStrong }];
  });
}
