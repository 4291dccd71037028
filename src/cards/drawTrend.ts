import { linear, thinYears, ticksCovering } from '../charts/scale.ts';
import { spread } from '../charts/spread.ts';
import { formatNumber } from '../i18n/format.ts';
import type { TrendMark, TrendPoint, TrendView } from '../view/trendView.ts';
import type { CardPicture } from './cardView.ts';
import { overlap, type Box, type Sheet } from './sheet.ts';

type Trend = Extract<CardPicture, { kind: 'trend' }>['trends'][number];

const DOT = 7;
const TICK = 21;

/** A point as its status says: shape first. */
function drawPoint(sheet: Sheet, x: number, y: number, { mark, precision }: Pick<TrendPoint, 'mark' | 'precision'>, role: string): void {
  const circle = (r: number) => `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
  if (mark === 'claim') {
    const diamond = `M${x} ${y - 9}l9 9l-9 9l-9-9z`;
    sheet.area(diamond, 'ground');
    sheet.stroke(diamond, { role: 'claim', width: 2.5 });
  } else if (mark === 'derived') sheet.box(x - 6, y - 6, 12, 12, role);
  else if (mark === 'measured') {
    if (precision === 'approximate') {
      sheet.area(circle(DOT), 'ground');
      sheet.stroke(circle(DOT), { role, width: 2.5 });
      sheet.area(circle(3), role);
    } else sheet.area(circle(DOT), role);
  } else {
    sheet.area(circle(DOT), 'ground');
    sheet.stroke(circle(DOT), { role, width: 2.5, ...(mark === 'forecast' ? { dash: '4 3' } : {}) });
    if (mark === 'provisional') sheet.area(`M${x} ${y - DOT}a${DOT} ${DOT} 0 0 0 0 ${2 * DOT}z`, role);
  }
  if (precision === 'lowerBound') sheet.stroke(`M${x - 7} ${y - 11}l7-7l7 7`, { role: mark === 'claim' ? 'claim' : role, width: 2.5 });
  if (precision === 'upperBound') sheet.stroke(`M${x - 7} ${y + 11}l7 7l7-7`, { role: mark === 'claim' ? 'claim' : role, width: 2.5 });
}

/** What is not simply measured is explained, and nothing else is. */
const explained = (marks: readonly TrendMark[]): readonly TrendMark[] => marks.filter(({ mark, precision }) => mark !== 'measured' || precision !== 'exact');

const [MARK, BETWEEN] = [32, 24];
const MARK_SIZE = 20;

/** Marks in as many rows as they need. */
function markRows(sheet: Sheet, marks: readonly TrendMark[], room: number): readonly (readonly TrendMark[])[] {
  const rows: TrendMark[][] = [];
  let left = 0;
  for (const one of explained(marks)) {
    const width = MARK + sheet.measure(one.label, 'text', MARK_SIZE) + BETWEEN;
    const row = rows.at(-1);
    if (!row || width - BETWEEN > left) {
      rows.push([one]);
      left = room - width;
    } else {
      row.push(one);
      left -= width;
    }
  }
  return rows;
}

function drawMarks(sheet: Sheet, marks: readonly TrendMark[], role: string, right: number, y: number): void {
  let x = right - marks.reduce((sum, { label }) => sum + MARK + sheet.measure(label, 'text', MARK_SIZE) + BETWEEN, -BETWEEN);
  for (const { mark, precision, label } of marks) {
    if (mark === 'gap') sheet.stroke(`M${x} ${y - 7}h24`, { role, width: 3.5, dash: '.1 8', cap: 'round' });
    else if (mark === 'break') sheet.stroke(`M${x + 4} ${y + 1}l8-16M${x + 12} ${y + 1}l8-16`, { role: 'text-muted', width: 2.5 });
    else drawPoint(sheet, x + 12, y - 7, { mark, precision }, role);
    x = sheet.text(label, { face: 'text', size: MARK_SIZE, x: x + MARK, y, role: 'text-muted' }).right + BETWEEN;
  }
}

interface Frame {
  readonly plot: Box;
  readonly toX: (x: number) => number;
  readonly toY: (y: number) => number;
}

/** Ticks of the value axis as short as they are exact. */
const tickTexts = (ticks: readonly number[]): readonly string[] => {
  const decimals = Math.max(0, ...ticks.map((tick) => (String(tick).split('.')[1] ?? '').length));
  return ticks.map((tick) => formatNumber(tick, decimals));
};

/** @param years The ends of the axis of time, shared by the plots of a card. */
function drawOne(sheet: Sheet, { name, role, view, marks }: Trend, area: Box, years: readonly [number, number], axis: { readonly indent: number; readonly isTimed: boolean; readonly isMany: boolean }): void {
  const points = [...view.lines.flatMap((line) => line.points), ...view.claims];
  const ticks = ticksCovering([Math.min(...points.map(({ y }) => y)), Math.max(...points.map(({ y }) => y))], area.bottom - area.top > 200 ? 3 : 2);
  const texts = tickTexts(ticks);
  const isSingle = view.lines.length === 1;
  const head = [name, view.unit].filter(Boolean).join(' · ');
  const headEnd = head === '' ? area.left : sheet.line(head, { face: axis.isMany ? 'strong' : 'text', sizes: [22], width: 640, x: area.left, y: area.top + 20, role: axis.isMany ? `${role}-text` : 'text-muted' }).right;
  const rows = markRows(sheet, marks, area.right - headEnd - 30);
  rows.forEach((row, index) => drawMarks(sheet, row, role, area.right, area.top + 20 + index * 28));
  const plot: Box = { left: area.left + axis.indent, top: area.top + 46 + Math.max(0, rows.length - 1) * 28, right: area.right - (isSingle ? 190 : 350), bottom: area.bottom - (axis.isTimed ? 34 : 8) };
  const toX = linear(years, [plot.left + 22, plot.right - 14]);
  const toY = linear([ticks[0] ?? 0, ticks.at(-1) ?? 1], [plot.bottom, plot.top]);
  const frame: Frame = { plot, toX, toY };

  ticks.forEach((tick, index) => {
    const y = toY(tick);
    sheet.box(plot.left, y - 0.75, area.right - plot.left, tick === 0 ? 2 : 1.5, tick === 0 ? 'axis' : 'grid');
    sheet.text(texts[index] ?? '', { face: 'text', size: TICK, x: plot.left - 12, y: y + 7, role: 'text-muted', anchor: 'end' });
  });
  for (const { at } of view.breaks) {
    const x = toX(at);
    sheet.box(x - 13, plot.bottom - 4, 26, 8, 'ground');
    sheet.stroke(`M${x - 10} ${plot.bottom + 9}l8-18M${x + 2} ${plot.bottom + 9}l8-18`, { role: 'text-muted', width: 2.5 });
  }
  view.lines.forEach((line) => drawLine(sheet, line, frame, isSingle ? role : `series-${(line.tone % 4) + 1}`));
  view.claims.forEach((claim) => drawPoint(sheet, toX(claim.x), toY(claim.y), claim, role));
  if (isSingle) labelOne(sheet, view, frame, area, role);
  else labelMany(sheet, view, frame, area);
  if (axis.isTimed) drawYears(sheet, points.map(({ x }) => x), frame);
}

function drawYears(sheet: Sheet, xs: readonly number[], { plot, toX }: Frame): void {
  const span = toX(1) - toX(0);
  const whole = [...new Set(xs.map((x) => Math.floor(x + 1e-9)))].filter((year) => toX(year) >= plot.left - 20);
  for (const year of thinYears(whole, span > 0 ? 84 / span : 1)) sheet.text(String(year), { face: 'text', size: TICK, x: Math.max(plot.left + 4, toX(year)), y: plot.bottom + 30, role: 'text-muted', anchor: 'middle' });
}

function drawLine(sheet: Sheet, { points, segments }: TrendView['lines'][number], { toX, toY }: Frame, role: string): void {
  for (const { from, to, kind } of segments) {
    const [one, other] = [points[from], points[to]];
    if (!one || !other) continue;
    const d = `M${toX(one.x).toFixed(1)} ${toY(one.y).toFixed(1)}L${toX(other.x).toFixed(1)} ${toY(other.y).toFixed(1)}`;
    if (kind === 'solid') sheet.stroke(d, { role, width: 4, cap: 'round' });
    else if (kind === 'forecast') sheet.stroke(d, { role, width: 3.5, dash: '10 7' });
    else sheet.stroke(d, { role, width: 3.5, dash: '.1 9', cap: 'round' });
  }
  // Many points on a line would hide it: then only those that are more than measured, and the ends.
  points.forEach((point, index) => {
    const isPlain = point.mark === 'measured' && point.precision === 'exact';
    if (points.length <= 16 || !isPlain || index === 0 || index === points.length - 1) drawPoint(sheet, toX(point.x), toY(point.y), point, role);
  });
}

/** One line: its last figure large at the right, its first where there is room. */
function labelOne(sheet: Sheet, { lines }: TrendView, { plot, toX, toY }: Frame, area: Box, role: string): void {
  const points = lines[0]?.points ?? [];
  const [first, last] = [points[0], points.at(-1)];
  if (!last) return;
  const x = toX(last.x) + 20;
  const y = Math.min(Math.max(toY(last.y), plot.top + 18), plot.bottom - 44);
  sheet.line(last.text, { face: 'strong', sizes: [40, 34, 28, 24], width: area.right - x, x, y: y + 8, role: `${role}-text` });
  sheet.line(last.period, { face: 'text', sizes: [21, 18], width: area.right - x, x, y: y + 35, role: 'text-muted' });
  if (!first || first === last) return;
  const ink: readonly Box[] = points.slice(1).map((point, index) => {
    const before = points[index] ?? point;
    const [one, other] = [{ x: toX(before.x), y: toY(before.y) }, { x: toX(point.x), y: toY(point.y) }];
    return { left: one.x, right: other.x, top: Math.min(one.y, other.y) - 6, bottom: Math.max(one.y, other.y) + 6 };
  });
  const width = Math.max(sheet.measure(first.text, 'strong', 26), sheet.measure(first.period, 'text', 20));
  const [fx, fy] = [toX(first.x), toY(first.y)];
  const left = fx - 8;
  const places = [fy - 66, fy + 14].map((top): Box => ({ left, right: left + width, top, bottom: top + 54 }));
  const free = places.find((place) => place.top > plot.top - 22 && place.bottom < plot.bottom - 2 && place.right < x - 10 && !ink.some((one) => overlap(one, place)));
  if (!free) return;
  sheet.text(first.text, { face: 'strong', size: 26, x: left, y: free.top + 24, role: `${role}-text` });
  sheet.text(first.period, { face: 'text', size: 20, x: left, y: free.top + 48, role: 'text-muted' });
}

const LABEL = 58;

/** Several lines: each named at the right edge, where it ends. */
function labelMany(sheet: Sheet, { lines }: TrendView, { plot, toX, toY }: Frame, area: Box): void {
  const ends = lines.flatMap((line) => {
    const last = line.points.at(-1);
    return last ? [{ line, last }] : [];
  });
  const [top, bottom] = [plot.top - 18, plot.bottom - 4];
  const gap = Math.min(LABEL, (bottom - top) / Math.max(1, ends.length));
  const ys = spread(ends.map(({ last }) => toY(last.y)), gap, [top + gap / 2, bottom - gap / 2]);
  const x = plot.right + 40;
  ends.forEach(({ line, last }, index) => {
    const role = `series-${(line.tone % 4) + 1}`;
    const y = ys[index] ?? toY(last.y);
    sheet.stroke(`M${toX(last.x) + 10} ${toY(last.y)}L${x - 8} ${y}`, { role: 'rule-weak', width: 1.5 });
    const size = gap >= LABEL ? 25 : 21;
    sheet.line([last.text, last.period].join(' · '), { face: 'strong', sizes: [size, size - 3], width: area.right - x, x, y: y - 4, role: `${role}-text` });
    sheet.line(line.name, { face: 'text', sizes: [size - 5, size - 7, size - 9, size - 10], width: area.right - x, x, y: y + size - 3, role: 'text-muted' });
  });
}

/** One plot, or two quantities one above the other over one axis of time: never two scales on one plot. */
export function drawTrends(sheet: Sheet, { trends }: Extract<CardPicture, { kind: 'trend' }>, area: Box): void {
  const xs = trends.flatMap(({ view }) => [...view.lines.flatMap(({ points }) => points), ...view.claims].map(({ x }) => x));
  // From the beginning of a year on, so that its label has a place.
  const years: readonly [number, number] = [Math.floor(Math.min(...xs) + 1e-9), Math.max(...xs)];
  const indent = Math.max(
    ...trends.map(({ view }) => {
      const ys = [...view.lines.flatMap(({ points }) => points), ...view.claims].map(({ y }) => y);
      return Math.max(...tickTexts(ticksCovering([Math.min(...ys), Math.max(...ys)], 3)).map((text) => sheet.measure(text, 'text', TICK)));
    }),
  ) + 14;
  const height = (area.bottom - area.top - 30) / trends.length;
  const told = new Set<string>();
  trends.forEach((trend, index) => {
    // What is explained above is not explained again.
    const marks = trend.marks.filter(({ label }) => !told.has(label));
    marks.forEach(({ label }) => told.add(label));
    const isLast = index === trends.length - 1;
    const top = area.top + index * height;
    drawOne(sheet, { ...trend, marks }, { ...area, top, bottom: isLast ? area.bottom : top + height - 4 }, years, { indent, isTimed: isLast, isMany: trends.length > 1 });
  });
}
