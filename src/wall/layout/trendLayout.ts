import { linear, ticksCovering } from '../../charts/scale.ts';
import { spread } from '../../charts/spread.ts';
import { formatNumber } from '../../i18n/format.ts';
import type { TrendLine, TrendPoint } from '../../view/trendView.ts';
import type { TrendBlock } from '../../view/wall/sceneView.ts';
import { crosses, isWithin, overlap, type Box, type Point, type Size } from './boxes.ts';
import { breakLines, textWidth, widest } from './text.ts';

export type LabelRole = 'value' | 'note' | 'claim';

export interface PlotText {
  readonly text: string;
  /** Of its letters, CSS pixels. */
  readonly size: number;
  readonly role: LabelRole;
  /** Its series' colour, 1 … 4, 5 for all others; null: none. */
  readonly tone: number | null;
  /** Baseline. */
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

export interface PlotPoint extends Point, Pick<TrendPoint, 'mark' | 'precision'> {
  readonly radius: number;
  readonly tone: number;
}

export interface PlotLine {
  readonly id: string;
  readonly tone: number;
  /** Figures that follow one another without a gap, a break or a forecast. */
  readonly solid: readonly (readonly Point[])[];
  readonly bridges: readonly (readonly Point[])[];
  readonly forecasts: readonly (readonly Point[])[];
}

/** A plot of one block, in CSS pixels of its room. */
export interface PlotLayout {
  readonly letter: number;
  readonly plot: Box;
  /** Where zero is, or the bottom. */
  readonly ground: number;
  readonly ticks: readonly { readonly y: number; readonly text: PlotText | null }[];
  readonly years: readonly PlotText[];
  readonly lines: readonly PlotLine[];
  readonly points: readonly PlotPoint[];
  readonly texts: readonly PlotText[];
  /** From a point to its words at the right edge. */
  readonly leaders: readonly (readonly [Point, Point])[];
  readonly breaks: readonly Point[];
}

export interface PlotNeed {
  readonly block: TrendBlock;
  readonly room: Size;
  /** The smallest letters, CSS pixels. */
  readonly em: number;
  /** The ends of the axis of time, shared by the plots of a scene. */
  readonly years: readonly [number, number];
  /** Numbers that the scene has told in large letters: here only their time is told. */
  readonly told: readonly string[];
  /** A value axis: where a plot stands alone. */
  readonly hasTicks: boolean;
}

/** In em: below this a plot is no picture of anything. */
export const PLOT_LEAST = { width: 11, height: 4.4 } as const;
const LINE = 1.22;
const VALUE = 1.3;
const MOST_GROWN = 1.5;

/** Four series are told apart by colour; the fifth and those after it are the others. */
export const toneOf = (block: TrendBlock, line: Pick<TrendLine, 'tone'>): number => Math.min(5, block.tone + line.tone);

/** The axis of time of all blocks, from the beginning of a year on. */
export function yearsOf(blocks: readonly TrendBlock[]): readonly [number, number] {
  const xs = blocks.flatMap(({ view }) => [...view.lines.flatMap(({ points }) => points), ...view.claims].map(({ x }) => x));
  const [first, last] = [Math.min(...xs), Math.max(...xs)];
  return [Math.floor(first + 1e-9), last === first ? last + 1 : last];
}

const tickTexts = (ticks: readonly number[]): readonly string[] => {
  const decimals = Math.max(0, ...ticks.map((tick) => (String(tick).split('.')[1] ?? '').length));
  return ticks.map((tick) => formatNumber(tick, decimals));
};

interface Words {
  readonly lines: readonly Pick<PlotText, 'text' | 'size' | 'role' | 'tone'>[];
}

const sizeOf = ({ lines }: Words): Size => ({ width: Math.max(...lines.map(({ text, size, role }) => textWidth(text, role !== 'note') * size)), height: lines.reduce((sum, { size }) => sum + size * LINE, 0) });

function setIn({ lines }: Words, box: Box, anchor: PlotText['anchor']): readonly PlotText[] {
  let y = box.y;
  return lines.map((line) => {
    y += line.size * LINE;
    return { ...line, x: anchor === 'start' ? box.x : anchor === 'end' ? box.x + box.width : box.x + box.width / 2, y: y - line.size * 0.28, anchor };
  });
}

const LEGEND_LINE = 1.45;
const LEGEND_GAP = 1.2;
/** At most so much of a plot's height is taken by names of its lines. */
const LEGEND_SHARE = 0.36;

type Lines = Pick<TrendBlock['view'], 'lines' | 'claims' | 'breaks'>;

/** Names of lines in their colours, in rows, where there is no room for them at their ends. */
function legendRows(block: TrendBlock, { lines }: Pick<Lines, 'lines'>, room: Size, letter: number, told: readonly string[]): readonly (readonly { readonly text: string; readonly x: number; readonly tone: number }[])[] {
  const rows: { text: string; x: number; tone: number }[][] = [];
  let x = Infinity;
  for (const line of lines) {
    const last = line.points.at(-1);
    const text = last && !told.includes(last.text) ? `${line.name} ${last.text}` : line.name;
    const width = textWidth(text, true) * letter;
    if (x + width > room.width) {
      rows.push([]);
      x = 0;
    }
    rows.at(-1)?.push({ text, x, tone: toneOf(block, line) });
    x += width + LEGEND_GAP * letter;
  }
  return rows;
}

/** A line that can't be named is not drawn: those with the fewest figures are left out first, those told in large numbers never. */
function shownLines(block: TrendBlock, { room, em, told }: Pick<PlotNeed, 'room' | 'em' | 'told'>): Lines {
  const { view } = block;
  let { lines } = view;
  const isNamed = () => lines.length === 1 || (legendRows(block, { lines }, room, em, told).length * LEGEND_LINE * em <= LEGEND_SHARE * room.height && lines.every((line) => textWidth(`${line.name} ${line.points.at(-1)?.text ?? ''}`, true) * em <= room.width));
  while (!isNamed()) {
    const least = [...lines].filter((line) => !told.includes(line.points.at(-1)?.text ?? '')).sort((one, other) => one.points.length - other.points.length)[0];
    if (!least || lines.length === 1) break;
    lines = lines.filter((line) => line !== least);
  }
  return { lines, claims: view.claims, breaks: view.breaks };
}

/** Years whose labels fit, as close as they may stand: every one, every second … */
function yearTicks([from, to]: readonly [number, number], toX: (year: number) => number, width: number, letter: number): readonly number[] {
  const half = (textWidth('2000') * letter) / 2;
  const fits = (year: number): boolean => toX(year) - half >= 0 && toX(year) + half <= width;
  const years = Array.from({ length: Math.floor(to) - Math.ceil(from) + 1 }, (_, index) => Math.ceil(from) + index).filter(fits);
  const apart = 2 * half + 0.6 * letter;
  for (const step of [1, 2, 3, 4, 5, 10, 20, 50]) {
    if (toX(from + step) - toX(from) < apart) continue;
    // Round years where that costs none.
    const phases = Array.from({ length: step }, (_, phase) => years.filter((year) => year % step === phase));
    const most = Math.max(...phases.map((found) => found.length));
    return phases.find((found) => found.length === most) ?? [];
  }
  return years.slice(-1);
}

/** Runs of points that one line joins, split where they are not joined in this manner. */
function runs(line: TrendLine, placed: readonly Point[]): PlotLine {
  const solid: Point[][] = [];
  const bridges: Point[][] = [];
  const forecasts: Point[][] = [];
  for (const { from, to, kind } of line.segments) {
    const [start, end] = [placed[from], placed[to]];
    if (!start || !end) continue;
    const last = solid.at(-1);
    if (kind === 'bridge') bridges.push([start, end]);
    else if (kind === 'forecast') forecasts.push([start, end]);
    else if (last?.at(-1) === start) last.push(end);
    else solid.push([start, end]);
  }
  return { id: line.id, tone: 0, solid, bridges, forecasts };
}

/** Everything of a plot placed for one room: no two texts touch, none leaves the room, none lies on a line. */
export function trendLayout(need: PlotNeed): PlotLayout {
  const low = laidOut(need, 0);
  const { layout } = low;
  // A line that begins at its highest has its first figure above it.
  return low.hasFirst || need.room.height < 9 * layout.letter ? layout : laidOut(need, 1.25 * LINE * layout.letter).layout;
}

function laidOut({ block, room, em, years: [from, to], told, hasTicks }: PlotNeed, headroom: number): { readonly layout: PlotLayout; readonly hasFirst: boolean } {
  const view = shownLines(block, { room, em, told });
  const letter = em * Math.min(MOST_GROWN, Math.max(1, Math.min(room.height / em / 11, room.width / em / 22)));
  const isSingle = view.lines.length === 1;
  const values = [...view.lines.flatMap(({ points }) => points), ...view.claims].map(({ y }) => y);
  const ticks = ticksCovering([Math.min(...values), Math.max(...values)], Math.max(1, Math.min(4, Math.floor(room.height / (4 * letter)))));
  const texts = tickTexts(ticks);
  const isTicked = hasTicks && room.width > 20 * letter;
  const indent = isTicked ? widest(texts) * letter + 0.6 * letter : 0.3 * letter;

  // Lines that end side by side are named in a column at the right edge.
  const ends = view.lines.flatMap((line) => {
    const last = line.points.at(-1);
    return last ? [{ line, last }] : [];
  });
  const nameWidth = Math.max(7, Math.min(14, (0.36 * room.width) / letter));
  const endWords = ({ line, last }: (typeof ends)[number]): Words => ({
    lines: [
      ...(told.includes(last.text) ? [] : [{ text: last.text, size: letter, role: 'value' as const, tone: toneOf(block, line) }]),
      ...breakLines(line.name, nameWidth).map((text) => ({ text, size: letter, role: told.includes(last.text) ? ('value' as const) : ('note' as const), tone: told.includes(last.text) ? toneOf(block, line) : null })),
    ],
  });
  const lastWords = ({ line, last }: (typeof ends)[number]): Words => ({
    lines: [
      ...(told.includes(last.text) ? [] : [{ text: last.text, size: letter * VALUE, role: 'value' as const, tone: toneOf(block, line) }]),
      { text: last.period, size: letter, role: 'note', tone: null },
    ],
  });
  const columnWidth = isSingle ? 0 : Math.max(...ends.map((end) => sizeOf(endWords(end)).width));
  const columnHeight = ends.reduce((sum, end) => sum + sizeOf(endWords(end)).height + 0.3 * letter, 0);
  const hasColumn = !isSingle && columnWidth < 0.45 * room.width && columnHeight <= room.height;
  const legend = isSingle || hasColumn ? [] : legendRows(block, view, room, letter, told);
  const [single] = ends;
  const lastWidth = isSingle && single ? sizeOf(lastWords(single)).width : 0;
  const isLastBeside = isSingle && lastWidth < 0.3 * room.width && room.width - lastWidth > 9 * letter;
  const right = hasColumn ? columnWidth + 1.6 * letter : isLastBeside ? lastWidth + 0.9 * letter : 0.6 * letter;
  const top = 0.55 * letter + headroom + legend.length * LEGEND_LINE * letter + (isLastBeside || hasColumn || legend.length > 0 ? 0 : VALUE * LINE * letter);
  const plot: Box = { x: indent, y: top, width: Math.max(1, room.width - indent - right), height: Math.max(1, room.height - top - 1.55 * letter) };
  const toX = linear([from, to], [plot.x + 0.6 * letter, plot.x + plot.width - 0.3 * letter]);
  const toY = linear([ticks[0] ?? 0, ticks.at(-1) ?? 1], [plot.y + plot.height, plot.y]);
  const ground = toY(Math.max(0, ticks[0] ?? 0));

  const lines: PlotLine[] = [];
  const points: PlotPoint[] = [];
  for (const line of view.lines) {
    const placed = line.points.map(({ x, y }) => ({ x: toX(x), y: toY(y) }));
    lines.push({ ...runs(line, placed), tone: toneOf(block, line) });
    line.points.forEach(({ mark, precision }, index) => {
      const at = placed[index];
      const isEnd = index === 0 || index === placed.length - 1;
      if (at) points.push({ ...at, mark, precision, tone: toneOf(block, line), radius: letter * (isEnd ? 0.34 : 0.22) });
    });
  }
  const claims = view.claims.map((claim) => ({ claim, at: { x: toX(claim.x), y: toY(claim.y) } }));
  for (const { claim, at } of claims) points.push({ ...at, mark: 'claim', precision: claim.precision, tone: block.tone, radius: letter * 0.45 });

  // What texts must keep clear of.
  const strokes = lines.flatMap(({ solid, bridges, forecasts }) => [...solid, ...bridges, ...forecasts].flatMap((run) => run.slice(1).map((end, index) => [run[index] ?? end, end] as const)));
  const dots = points.map(({ x, y, radius }): Box => ({ x: x - radius * 1.3, y: y - radius * 1.3, width: radius * 2.6, height: radius * 2.6 }));
  const left = isTicked ? indent - 0.2 * letter : 0;
  const area: Box = { x: left, y: 0, width: room.width - left, height: ground - 0.15 * letter };
  const taken: Box[] = [];
  const set: PlotText[] = [];
  const breaks = view.breaks.map(({ at }) => ({ x: toX(at), y: ground }));
  for (const { x } of breaks) taken.push({ x: x - 0.5 * letter, y: ground - 0.6 * letter, width: letter, height: 1.2 * letter });
  const leaders: (readonly [Point, Point])[] = [];
  const isFree = (box: Box, own: Point | null): boolean =>
    isWithin(box, area) &&
    !taken.some((other) => overlap(box, other, 0.25 * letter)) &&
    !dots.some((dot) => overlap(box, dot, 0.05 * letter) && !(own !== null && isWithin({ x: own.x, y: own.y, width: 0, height: 0 }, dot))) &&
    !strokes.some(([start, end]) => crosses(start, end, box));
  /** The first place about a point that is free. */
  const place = (words: Words, at: Point, radius: number, sides: readonly ('right' | 'left' | 'above' | 'below')[]): boolean => {
    if (words.lines.length === 0) return true;
    const { width, height } = sizeOf(words);
    const away = radius + 0.3 * letter;
    for (const side of sides) {
      const options: readonly (readonly [Point, PlotText['anchor']])[] =
        side === 'right'
          ? [0.5, 0.85, 0.15].map((share) => [{ x: at.x + away, y: at.y - height * share }, 'start'] as const)
          : side === 'left'
            ? [0.5, 0.85, 0.15].map((share) => [{ x: at.x - away - width, y: at.y - height * share }, 'end'] as const)
            : [0.5, 0, 1, 0.25, 0.75].map((share) => [{ x: at.x - width * share, y: side === 'above' ? at.y - away - height : at.y + away }, share < 0.2 ? 'start' : share > 0.8 ? 'end' : 'middle'] as const);
      for (const [corner, anchor] of options) {
        const box: Box = { ...corner, width, height };
        if (!isFree(box, at)) continue;
        taken.push(box);
        set.push(...setIn(words, box, anchor));
        return true;
      }
    }
    return false;
  };

  if (hasColumn) {
    const x = plot.x + plot.width + 1.6 * letter;
    const heights = ends.map((end) => sizeOf(endWords(end)).height);
    const ys = spread(ends.map(({ last }, index) => toY(last.y) - (heights[index] ?? 0) / 2), 0.25 * letter, [0, room.height], heights);
    ends.forEach((end, index) => {
      const y = ys[index] ?? 0;
      const words = endWords(end);
      const box: Box = { x, y, ...sizeOf(words) };
      taken.push(box);
      set.push(...setIn(words, box, 'start'));
      leaders.push([{ x: toX(end.last.x) + 0.5 * letter, y: toY(end.last.y) }, { x: x - 0.4 * letter, y: y + box.height / 2 }]);
    });
  } else if (isSingle && single) {
    place(lastWords(single), { x: toX(single.last.x), y: toY(single.last.y) }, letter * 0.34, isLastBeside ? ['right', 'above', 'left', 'below'] : ['above', 'left', 'below']);
  }
  legend.forEach((row, index) => {
    for (const { text, x, tone } of row) set.push({ text, size: letter, role: 'value', tone, x, y: (index + 0.9) * LEGEND_LINE * letter, anchor: 'start' });
    taken.push({ x: 0, y: index * LEGEND_LINE * letter, width: room.width, height: LEGEND_LINE * letter });
  });
  for (const { claim, at } of claims) {
    place({ lines: [{ text: claim.text, size: letter * VALUE, role: 'claim', tone: null }, { text: `${claim.label}`, size: letter, role: 'note', tone: null }] }, at, letter * 0.7, ['above', 'left', 'right', 'below']);
  }
  const period = (text: string): Words['lines'][number] => ({ text, size: letter, role: 'note', tone: null });
  const value = (text: string, line: TrendLine): Words['lines'][number] => ({ text, size: letter * VALUE, role: 'value', tone: toneOf(block, line) });
  let hasFirst = true;
  for (const line of view.lines) {
    const at = (index: number): Point => ({ x: toX(line.points[index]?.x ?? 0), y: toY(line.points[index]?.y ?? 0) });
    const [first] = line.points;
    if (first && line.points.length > 1 && isSingle) {
      const whole: Words = { lines: [value(first.text, line), period(first.period)] };
      hasFirst = place(whole, at(0), letter * 0.34, ['right', 'above', 'below', 'left']) || place({ lines: [value(first.text, line)] }, at(0), letter * 0.34, ['above', 'right', 'below', 'left']);
    }
  }
  for (const at of breaks) {
    if (block.breakWord !== '') place({ lines: [period(block.breakWord)] }, { x: at.x, y: ground - 0.7 * letter }, 0.1 * letter, ['above', 'right', 'left']);
  }
  if (isSingle) {
    for (const line of view.lines) {
      for (const { from: start, to: end, kind, gap } of line.segments) {
        if (kind !== 'bridge' || gap === undefined) continue;
        const [before, after] = [line.points[start], line.points[end]];
        if (!before || !after) continue;
        const middle = { x: (toX(before.x) + toX(after.x)) / 2, y: (toY(before.y) + toY(after.y)) / 2 };
        place({ lines: [period(gap)] }, middle, 0.3 * letter, ['below', 'above']);
        place({ lines: [value(before.text, line)] }, { x: toX(before.x), y: toY(before.y) }, letter * 0.22, ['above', 'left', 'below']);
      }
      line.points.forEach((_, index) => {
        const next = line.points[index + 1];
        const isParted = next !== undefined && !line.segments.some((segment) => segment.from === index);
        if (isParted) place({ lines: [value(next.text, line)] }, { x: toX(next.x), y: toY(next.y) }, letter * 0.22, ['above', 'left', 'below']);
      });
      if (room.width > 30 * letter && line.points.length <= 6) {
        line.points.slice(1, -1).forEach((point) => place({ lines: [value(point.text, line)] }, { x: toX(point.x), y: toY(point.y) }, letter * 0.22, ['above', 'below', 'left', 'right']));
      }
    }
  }

  const years = yearTicks([from, to], toX, room.width, letter).map((year): PlotText => ({ text: String(year), size: letter, role: 'note', tone: null, x: toX(year), y: plot.y + plot.height + 1.25 * letter, anchor: 'middle' }));

  const layout: PlotLayout = {
    letter,
    plot,
    ground,
    ticks: ticks.map((tick, index) => ({ y: toY(tick), text: isTicked ? { text: texts[index] ?? '', size: letter, role: 'note', tone: null, x: indent - 0.6 * letter, y: toY(tick) + 0.36 * letter, anchor: 'end' } : null })),
    years,
    lines,
    points,
    texts: set,
    leaders,
    breaks,
  };
  return { layout, hasFirst };
}
