import type { LineSeriesOption } from 'echarts/charts';
import type { GridComponentOption } from 'echarts/components';
import type { ComposeOption } from 'echarts/core';
import { formatNumber } from '../i18n/format.ts';
import type { Precision } from '../model/observation.ts';
import type { TrendLine, TrendPoint, TrendView } from '../view/trendView.ts';
import { placeLabels, textWidth, wrapped, type LabelWish, type PlacedLabel } from './placeLabels.ts';
import { linear, thinYears, ticksCovering } from './scale.ts';

export type TrendOption = ComposeOption<LineSeriesOption | GridComponentOption>;

export interface PictureSize {
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
}

type Mark = Exclude<NonNullable<LineSeriesOption['data']>[number], string | number | Date | readonly unknown[] | null | undefined>;

const TONES = 4;
const FONT = 'inherit';

const OVERLAYS = [
  { precision: 'lowerBound', shape: { symbol: 'path://M0 5L5 0L10 5', symbolSize: [10, 5], symbolOffset: [0, -10] } },
  { precision: 'upperBound', shape: { symbol: 'path://M0 0L5 5L10 0', symbolSize: [10, 5], symbolOffset: [0, 10] } },
  { precision: 'approximate', shape: { symbol: 'circle', symbolSize: 16 } },
] satisfies readonly { precision: Precision; shape: Pick<LineSeriesOption, 'symbol' | 'symbolSize' | 'symbolOffset'> }[];

/** The full half of a provisional figure's ring. */
const HALF = { symbol: 'path://M5 0A5 5 0 0 0 5 10Z', symbolSize: [4.5, 9], symbolOffset: [-2.25, 0] } satisfies Pick<LineSeriesOption, 'symbol' | 'symbolSize' | 'symbolOffset'>;
const SLASHES = { symbol: 'path://M0 14L5 0M6 14L11 0', symbolSize: [11, 14] } satisfies Pick<LineSeriesOption, 'symbol' | 'symbolSize'>;

/** Points that no line of their own joins. */
const UNJOINED = { type: 'line', animation: false, lineStyle: { width: 0, opacity: 0 }, emphasis: { disabled: true } } satisfies LineSeriesOption;

/** Words about the picture beside a place that is no point. */
interface Remark {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

const labelAt = (text: string, { align, offset }: PlacedLabel, look: { readonly color: string; readonly fontSize: number; readonly lineHeight: number; readonly fontWeight: number }): NonNullable<Mark['label']> => ({
  show: true,
  position: 'inside',
  align,
  verticalAlign: 'middle',
  offset: [...offset],
  // Braces are a template to ECharts.
  formatter: text.replace(/[{}]/g, ''),
  fontFamily: FONT,
  ...look,
});

/** Lines beyond the fourth are context, drawn faint: a fifth colour would not be told apart. */
const tone = (index: number) => (index < TONES ? `var(--series-${index + 1})` : 'var(--series-other)');
const inkOf = (index: number) => (index < TONES ? `var(--series-${index + 1}-text)` : 'var(--text-muted)');

function joined(line: TrendLine, kind: 'solid' | 'forecast' | 'bridge', color: string): LineSeriesOption[] {
  const data: (readonly [number, number] | null)[] = [];
  for (const { from, to } of line.segments.filter((segment) => segment.kind === kind)) {
    const [a, b] = [line.points[from], line.points[to]];
    if (a && b) data.push([a.x, a.y], [b.x, b.y], null);
  }
  if (data.length === 0) return [];
  return [
    {
      type: 'line',
      data: data.map((pair) => (pair ? [...pair] : [null, null])),
      showSymbol: false,
      silent: true,
      animation: false,
      lineStyle: { color, width: kind === 'bridge' ? 1.5 : 2.5, type: kind === 'solid' ? 'solid' : kind === 'forecast' ? [6, 4] : [1.5, 5], cap: 'round' },
      emphasis: { disabled: true },
    },
  ];
}

function markStyle({ mark }: TrendPoint, color: string): Pick<Mark, 'symbol' | 'symbolSize' | 'itemStyle'> {
  const hollow = { color: 'var(--ground)', borderColor: color, borderWidth: 2 };
  switch (mark) {
    case 'claim':
      return { symbol: 'diamond', symbolSize: 15, itemStyle: { color: 'var(--ground)', borderColor: 'var(--claim)', borderWidth: 2.25 } };
    case 'forecast':
      return { symbol: 'circle', symbolSize: 9, itemStyle: { ...hollow, borderType: [3, 2.2] } };
    case 'estimated':
      return { symbol: 'circle', symbolSize: 8, itemStyle: hollow };
    case 'provisional':
      // The half of it that is full is laid over: `HALF`.
      return { symbol: 'circle', symbolSize: 9, itemStyle: hollow };
    case 'derived':
      return { symbol: 'rect', symbolSize: 8, itemStyle: { color } };
    case 'measured':
      return { symbol: 'circle', symbolSize: 8, itemStyle: { color } };
  }
}

/** First, last and highest points of a line always carry their figure; the others where there is room, if there are not very many. */
function labelled(line: TrendLine, all: boolean): readonly { readonly index: number; readonly isOptional: boolean }[] {
  const values = line.points.map(({ y }) => y);
  const always = new Set([0, line.points.length - 1, values.indexOf(Math.max(...values))]);
  return line.points.flatMap((_, index) => (all || always.has(index) ? [{ index, isOptional: !always.has(index) }] : []));
}

/** How long a series' name may be before it takes another line: in a narrow picture the lines need the room. */
const nameWidth = (width: number): number => Math.max(96, Math.min(200, width * 0.36));
/** A reason longer than this stands in the note alone. */
const REASON_WIDTH = 170;
const LABEL = 14;

/** Where things lie in a picture of some size: the option is drawn by it, and the cursor goes by it. */
export interface TrendLayout {
  readonly grid: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
  readonly domain: readonly [number, number];
  /** Round values from the bottom to the top, zero among them. */
  readonly ticks: readonly number[];
  readonly tickDecimals: number;
  /** Whole years that are written below the axis; only such as have data. */
  readonly years: readonly number[];
  readonly toX: (x: number) => number;
  readonly toY: (y: number) => number;
}

export function trendLayout(view: TrendView, { width, height }: PictureSize): TrendLayout {
  const points = [...view.lines.flatMap((line) => line.points), ...view.claims];
  const ys = points.map(({ y }) => y);
  // Room above the highest point, and below the lowest, for its label.
  const ticks = ticksCovering([Math.min(0, ...ys) * 1.12, Math.max(0, ...ys) * 1.08], height < 360 ? 3 : 4, 10 ** -view.decimals);
  const [bottom, top] = [ticks[0] ?? 0, ticks.at(-1) ?? 1];
  const tickDecimals = Math.max(0, ...ticks.map((tick) => (String(tick).split('.')[1] ?? '').length));
  const left = Math.max(...ticks.map((tick) => textWidth(formatNumber(tick, tickDecimals), 13))) + 12;
  const xs = points.map(({ x }) => x);
  const [first, last] = points.length === 0 ? [0, 1] : [Math.min(...xs), Math.max(...xs)];
  // Names stand right of the lines that end there; the others have room beside them.
  const atRight = view.lines.filter(({ points: own }) => (own.at(-1)?.x ?? -Infinity) > last - (last - first) / 3);
  const nameWidths = atRight.flatMap(({ name }) => wrapped(name, LABEL, nameWidth(width)).split('\n').map((line) => textWidth(line, LABEL)));
  const grid = { left, right: view.lines.length > 1 ? Math.min(220, 20 + Math.max(64, ...nameWidths)) : 84, top: 40, bottom: 30 };
  const pad = Math.max(0.5, (last - first) * 0.04);
  // The first year's tick stands at its beginning, which may lie before the first point.
  const domain: readonly [number, number] = [Math.min(Math.floor(first), first - pad), last + pad];
  const yearGap = (52 / (width - grid.left - grid.right)) * (domain[1] - domain[0]);
  return {
    grid,
    domain,
    ticks,
    tickDecimals,
    years: thinYears(points.map(({ x }) => Math.floor(x + 1e-9)), yearGap),
    toX: linear(domain, [grid.left, width - grid.right]),
    toY: linear([bottom, top], [height - grid.bottom, grid.top]),
  };
}

/**
 * Rival series as lines of their own, forecasts dashed, gaps dotted, claims hollow and joined to nothing.
 *
 * @param view Figures in the reader's unit; no line of it holds a point of confidence C.
 * @param size The picture's own pixels: labels are placed for just this size.
 * @returns The same option draws the page's picture at build and the live chart. Its callbacks write the axes' numbers:
 *   years without a thousands mark, values as the reader's language writes them.
 *   The vertical axis holds zero; ticks of time stand only where there are data.
 */
export function trendOption(view: TrendView, size: PictureSize): TrendOption {
  const { width, height } = size;
  const { grid, domain, ticks, tickDecimals, years, toX, toY } = trendLayout(view, size);
  const [bottom, top] = [ticks[0] ?? 0, ticks.at(-1) ?? 1];
  const points = [...view.lines.flatMap((line) => line.points), ...view.claims];
  const several = view.lines.length > 1;

  const all = points.length <= 14;
  const wishes = [
    ...view.claims.map((claim) => ({ point: claim, text: `${claim.text}\n${claim.label}`, color: 'var(--text-strong)', bold: true, isOptional: false })),
    ...view.lines.flatMap((line) =>
      labelled(line, all).flatMap(({ index, isOptional }) => {
        const point = line.points[index];
        if (!point) return [];
        const isEnd = index === line.points.length - 1;
        return [{ point, text: several && isEnd ? `${point.text}\n${wrapped(line.name, LABEL, nameWidth(width))}` : point.text, color: inkOf(line.tone), bold: isEnd || index === 0, isOptional }];
      }),
    ),
  ];
  // What must stand comes first, and the largest of that: a figure finds a place beside a name more easily than a name beside a figure.
  const linesOf = ({ text }: { readonly text: string }) => text.split('\n').length;
  wishes.sort((a, b) => Number(a.isOptional) - Number(b.isOptional) || linesOf(b) - linesOf(a));
  // What is written beside a dotted way or a break stands in the picture only where it covers nothing.
  const remarks: readonly Remark[] = [
    ...view.breaks.map(({ at, reason, word }): Remark => {
      const text = wrapped(reason, 13, REASON_WIDTH);
      return { x: at, y: bottom, text: text.split('\n').length > 2 ? word : text };
    }),
    ...view.lines.flatMap((line) =>
      line.segments.flatMap(({ from, to, gap }): Remark[] => {
        const [a, b] = [line.points[from], line.points[to]];
        return a && b && gap !== undefined ? [{ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, text: gap }] : [];
      }),
    ),
  ];
  // Points, the chevrons above bounds, and the lines themselves, as a chain of small boxes.
  const obstacles: [number, number][] = points.flatMap(({ x, y, precision }): [number, number][] => {
    const own: [number, number] = [toX(x), toY(y)];
    if (precision === 'lowerBound') return [own, [own[0], own[1] - 12]];
    return precision === 'upperBound' ? [own, [own[0], own[1] + 12]] : [own];
  });
  for (const line of view.lines) {
    for (const { from, to } of line.segments) {
      const [a, b] = [line.points[from], line.points[to]];
      if (!a || !b) continue;
      const steps = Math.ceil((toX(b.x) - toX(a.x)) / 14);
      for (let step = 1; step < steps; step += 1) obstacles.push([toX(a.x) + ((toX(b.x) - toX(a.x)) * step) / steps, toY(a.y) + ((toY(b.y) - toY(a.y)) * step) / steps]);
    }
  }
  const places = placeLabels(
    [
      ...wishes.map(({ point, text, isOptional }): LabelWish => ({ x: toX(point.x), y: toY(point.y), text, fontSize: LABEL, isOptional })),
      ...remarks.map(({ x, y, text }): LabelWish => ({ x: toX(x), y: toY(y), text, fontSize: 13, isOptional: true })),
    ],
    obstacles,
    [4, 6, width - 4, height - grid.bottom],
  );
  const labelOf = (point: TrendPoint): Pick<Mark, 'label'> => {
    const index = wishes.findIndex((wish) => wish.point === point);
    const wish = wishes[index];
    const place = places[index];
    return wish && place ? { label: labelAt(wish.text, place, { color: wish.color, fontSize: LABEL, lineHeight: 19, fontWeight: wish.bold ? 700 : 400 }) } : {};
  };
  const datum = (point: TrendPoint, color: string): Mark => ({ value: [point.x, point.y], ...markStyle(point, color), ...labelOf(point) });
  const pointSeries = (name: string, data: Mark[]): LineSeriesOption => ({ ...UNJOINED, name, data, showSymbol: true, showAllSymbol: true, z: 5 });
  /** A mark over a point that says how it was printed: a chevron for a bound, a ring for “about”. */
  const overlay = (chosen: readonly TrendPoint[], itemStyle: LineSeriesOption['itemStyle'], shape: Pick<LineSeriesOption, 'symbol' | 'symbolSize' | 'symbolOffset'>): LineSeriesOption[] =>
    chosen.length === 0 ? [] : [{ ...UNJOINED, silent: true, ...shape, ...(itemStyle ? { itemStyle } : {}), data: chosen.map(({ x, y }) => [x, y]), z: 6 }];
  const printed = (drawn: readonly TrendPoint[], color: string): LineSeriesOption[] => [
    ...overlay(drawn.filter(({ mark }) => mark === 'provisional'), { color, borderWidth: 0 }, HALF),
    ...OVERLAYS.flatMap(({ precision, shape }) => overlay(drawn.filter((point) => point.precision === precision), { color: 'none', borderColor: color, borderWidth: 2 }, shape)),
  ];
  const remarkSeries = remarks.flatMap(({ x, y, text }, index): LineSeriesOption[] => {
    const place = places[wishes.length + index];
    if (!place) return [];
    const label = labelAt(text, place, { color: 'var(--text-muted)', fontSize: 13, lineHeight: 18, fontWeight: 400 });
    return [{ ...UNJOINED, silent: true, symbol: 'circle', symbolSize: 0.1, itemStyle: { color: 'none' }, data: [{ value: [x, y], label }], z: 4 }];
  });

  return {
    animation: false,
    textStyle: { fontFamily: FONT },
    grid: { ...grid, outerBoundsMode: 'none' },
    xAxis: {
      type: 'value',
      min: domain[0],
      max: domain[1],
      splitLine: { show: false },
      // Years stand below the picture even where figures go below zero; the line at zero is drawn by itself then.
      axisLine: { show: bottom === 0, onZero: false, lineStyle: { color: 'var(--axis)', width: 1 } },
      axisTick: { show: true, length: 4, customValues: [...years], lineStyle: { color: 'var(--axis)' } },
      axisLabel: { customValues: [...years], formatter: String, color: 'var(--text-muted)', fontSize: 13, fontFamily: FONT, margin: 9 },
    },
    yAxis: {
      type: 'value',
      min: bottom,
      max: top,
      interval: (ticks[1] ?? top) - bottom,
      name: view.unit,
      nameGap: 16,
      nameTextStyle: { color: 'var(--text-muted)', fontSize: 13, fontFamily: FONT, align: 'left', padding: [0, 0, 0, -grid.left] },
      axisLine: { show: false },
      axisTick: { show: false },
      splitLine: { lineStyle: { color: 'var(--grid)', width: 1 } },
      axisLabel: { formatter: (value: number) => formatNumber(value, tickDecimals), color: 'var(--text-muted)', fontSize: 13, fontFamily: FONT, margin: 10 },
    },
    series: [
      ...(bottom < 0 ? [{ ...UNJOINED, silent: true, showSymbol: false, lineStyle: { color: 'var(--axis)', width: 1 }, data: [[domain[0], 0], [domain[1], 0]], z: 1 }] : []),
      ...view.lines.flatMap((line) => (['bridge', 'solid', 'forecast'] as const).flatMap((kind) => joined(line, kind, tone(line.tone)))),
      ...view.breaks.flatMap(({ at }): LineSeriesOption[] => [
        { ...UNJOINED, silent: true, symbol: 'rect', symbolSize: [10, 5], itemStyle: { color: 'var(--ground)' }, data: [[at, bottom]], z: 6 },
        { ...UNJOINED, silent: true, ...SLASHES, itemStyle: { color: 'none', borderColor: 'var(--text-strong)', borderWidth: 1.5 }, data: [[at, bottom]], z: 7 },
      ]),
      ...view.lines.map((line) => pointSeries(line.name, line.points.map((point) => datum(point, tone(line.tone))))),
      ...view.lines.flatMap((line) => printed(line.points, tone(line.tone))),
      ...(view.claims.length > 0 ? [pointSeries('claim', view.claims.map((claim) => datum(claim, 'var(--claim)')))] : []),
      ...printed(view.claims, 'var(--claim)'),
      ...remarkSeries,
    ],
  };
}
