import { linear } from '../charts/scale.ts';
import { periodToYears } from '../i18n/format.ts';
import type { Period } from '../model/observation.ts';

/** Something that began in a year, or whose beginning is not known. */
export interface Begun {
  readonly id: string;
  /** Which lane it is in. */
  readonly kind: string;
  readonly name: string;
  readonly year: string | null;
  /** Everything its stop says. */
  readonly say: string;
  readonly href: string;
}

export interface TimelineInput {
  readonly items: readonly Begun[];
  /** Lanes, in their order. */
  readonly kinds: readonly { readonly id: string; readonly name: string }[];
  /** Marked across all lanes. */
  readonly moments: readonly { readonly id: string; readonly name: string; readonly when: Period }[];
  /** The day on which the axis ends. */
  readonly until: Period;
}

/** Lengths across in percent of the plot, down in CSS pixels of a lane: the drawing fits every width, its text keeps its size. */
export interface TimelineView {
  readonly ticks: readonly { readonly x: number; readonly text: string }[];
  readonly moments: readonly { readonly id: string; readonly x: number; readonly text: string; readonly anchor: 'start' | 'end' }[];
  readonly lanes: readonly {
    readonly id: string;
    readonly name: string;
    readonly height: number;
    readonly rows: readonly {
      readonly id: string;
      /** Cut where it would not fit the narrowest plot. */
      readonly text: string;
      readonly year: string;
      readonly x: number;
      readonly width: number;
      /** Middle of its row. */
      readonly y: number;
      readonly labelX: number;
      readonly anchor: 'start' | 'end';
      readonly say: string;
      readonly href: string;
    }[];
  }[];
  readonly years: readonly { readonly year: string; readonly items: readonly { readonly id: string; readonly name: string; readonly kind: string; readonly href: string }[] }[];
  readonly unknown: readonly { readonly id: string; readonly name: string; readonly items: readonly { readonly id: string; readonly name: string; readonly href: string }[] }[];
}

/** CSS pixels: a row that a finger finds, and the narrowest plot that is drawn; below it the list by year stands. */
export const ROW = 26;
export const NARROWEST = 570;
/** Between a bar and its label. */
export const LABEL_GAP = 6;

const WIDE = /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]/;
/** Advance of 14 px letters, on the generous side: a Han sign is as wide as it is high. */
export const labelWidth = (text: string): number => [...text].reduce((sum, sign) => sum + (WIDE.test(sign) ? 14 : 7.25), 0);

function cutTo(text: string, roomPx: number): string {
  if (labelWidth(text) <= roomPx) return text;
  const signs = [...text];
  while (signs.length > 0 && labelWidth(`${signs.join('')}…`) > roomPx) signs.pop();
  return signs.length > 0 ? `${signs.join('')}…` : '';
}

const round = (value: number) => Math.round(value * 1000) / 1000;

/** “国家政务服务平台（全国一体化在线政务服务平台）” by its first name. */
const shortName = (name: string): string => name.replace(/\s*[（(].*$/, '') || name;

/**
 * Systems at the year in which they began, a lane a kind and a row each, so that no two labels can meet. What has no
 * year stands beside and is never placed. A label goes to the side with more room.
 */
export function timelineView({ items, kinds, moments, until }: TimelineInput): TimelineView {
  const known = items.flatMap((item) => (item.year === null ? [] : [{ ...item, year: item.year, at: Number(item.year.slice(0, 4)) }])).sort((a, b) => a.at - b.at);
  const end = periodToYears(until);
  const start = Math.min(...known.map(({ at }) => at), Math.floor(end) - 1);
  const toX = linear([start, end], [0, 100]);
  const pixels = (percent: number) => (percent / 100) * NARROWEST;

  const row = (item: (typeof known)[number], nth: number) => {
    const x = toX(item.at);
    const right = toX(Math.min(item.at + 1, end));
    const isLeft = x > 100 - right;
    const room = pixels(isLeft ? x : 100 - right) - LABEL_GAP;
    return {
      id: item.id,
      text: cutTo(shortName(item.name), room),
      year: item.year,
      x: round(x),
      width: round(right - x),
      y: (nth + 0.5) * ROW,
      labelX: round(isLeft ? x : right),
      anchor: isLeft ? ('end' as const) : ('start' as const),
      say: item.say,
      href: item.href,
    };
  };

  const step = end - start > 12 ? 5 : 1;
  const ticks = Array.from({ length: Math.floor(end) - start + 1 }, (_, nth) => start + nth).filter((year) => year % step === 0);
  const years = [...new Set(known.map(({ year }) => year))];
  const placed = moments.map(({ id, name, when }) => ({ id, text: name, x: round(toX(periodToYears(when))) })).filter(({ x }) => x >= 0 && x <= 100).sort((a, b) => a.x - b.x);
  return {
    ticks: ticks.map((year) => ({ x: round(toX(year)), text: String(year) })),
    // Two that are near each other say their names to either side.
    moments: placed.map((one, index) => ({ ...one, anchor: index === 0 && (placed.length > 1 || one.x > 50) ? ('end' as const) : ('start' as const) })),
    lanes: kinds.flatMap(({ id, name }) => {
      const own = known.filter(({ kind }) => kind === id);
      return own.length === 0 ? [] : [{ id, name, height: own.length * ROW, rows: own.map(row) }];
    }),
    years: years.map((year) => ({
      year,
      items: known.filter((item) => item.year === year).map(({ id, name, kind, href }) => ({ id, name, kind: kinds.find((one) => one.id === kind)?.name ?? kind, href })),
    })),
    unknown: kinds.flatMap(({ id, name }) => {
      const own = items.filter((item) => item.kind === id && item.year === null);
      return own.length === 0 ? [] : [{ id, name, items: own.map((item) => ({ id: item.id, name: item.name, href: item.href })) }];
    }),
  };
}

/** The shortest run of years that holds at least this share of them; the earliest of equally short ones. */
export function densestSpan(years: readonly number[], share: number): { readonly from: number; readonly to: number; readonly count: number } | null {
  const sorted = [...years].sort((a, b) => a - b);
  const needed = Math.ceil(sorted.length * share);
  let best: { from: number; to: number; count: number } | null = null;
  sorted.forEach((from, index) => {
    const to = sorted[index + needed - 1];
    if (to === undefined || (best !== null && to - from >= best.to - best.from)) return;
    best = { from, to, count: sorted.filter((year) => year >= from && year <= to).length };
  });
  return best;
}
