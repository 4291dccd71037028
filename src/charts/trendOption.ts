import type { LineSeriesOption } from 'echarts/charts';
import type { GridComponentOption, TooltipComponentOption } from 'echarts/components';
import type { ComposeOption } from 'echarts/core';
import { formatNumber } from '../i18n/format.ts';
import type { Precision } from '../model/observation.ts';
import type { TrendLine, TrendPoint, TrendView } from '../view/trendView.ts';
import { placeLabels, textWidth } from './placeLabels.ts';
import { linear, thinYears, ticksFromZero } from './scale.ts';

export type TrendOption = ComposeOption<LineSeriesOption | GridComponentOption | TooltipComponentOption>;

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
      tooltip: { show: false },
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
      return { symbol: 'circle', symbolSize: 8, itemStyle: { ...hollow, borderWidth: 3 } };
    case 'derived':
      return { symbol: 'rect', symbolSize: 8, itemStyle: { color } };
    case 'measured':
      return { symbol: 'circle', symbolSize: 8, itemStyle: { color } };
  }
}

/** First, last and turning points of a line carry their figure; all of them where there is room. */
function labelled(line: TrendLine, all: boolean): readonly number[] {
  const last = line.points.length - 1;
  if (all) return line.points.map((_, index) => index);
  const values = line.points.map(({ y }) => y);
  return [...new Set([0, last, values.indexOf(Math.max(...values))])].sort((a, b) => a - b);
}

/**
 * Rival series as lines of their own, forecasts dashed, gaps dotted, claims hollow and joined to nothing.
 *
 * @param view Figures in the reader's unit; no line of it holds a point of confidence C.
 * @param size The picture's own pixels: labels are placed for just this size.
 * @returns The same option draws the page's picture at build and the live chart. Its one callback keeps years
 *   without a thousands mark.
 *   The vertical axis begins at zero; ticks of time stand only where there are data.
 */
export function trendOption(view: TrendView, { width, height }: PictureSize): TrendOption {
  const points = [...view.lines.flatMap((line) => line.points), ...view.claims];
  const highest = Math.max(...points.map(({ y }) => y), 0);
  // Room above the highest point for its label.
  const ticks = ticksFromZero(highest * 1.08, height < 360 ? 3 : 4);
  const top = ticks[ticks.length - 1] ?? 1;
  const decimals = Math.max(0, ...ticks.map((tick) => (String(tick).split('.')[1] ?? '').length));
  const left = Math.max(...ticks.map((tick) => textWidth(formatNumber(tick, decimals), 13))) + 12;
  const several = view.lines.length > 1;
  const grid = { left, right: several ? Math.min(220, 20 + Math.max(...view.lines.map(({ name }) => textWidth(name, 14)))) : 84, top: 40, bottom: 30 };
  const xs = points.map(({ x }) => x);
  const first = Math.min(...xs);
  const last = Math.max(...xs);
  const pad = Math.max(0.5, (last - first) * 0.04);
  // The first year's tick stands at its beginning, which may lie before the first point.
  const domain: readonly [number, number] = [Math.min(Math.floor(first), first - pad), last + pad];
  const toX = linear(domain, [grid.left, width - grid.right]);
  const toY = linear([0, top], [height - grid.bottom, grid.top]);
  const yearGap = (52 / (width - grid.left - grid.right)) * (domain[1] - domain[0]);
  const years = thinYears(points.map(({ x }) => Math.floor(x + 1e-9)), yearGap);

  const all = points.length <= 14;
  const wishes = [
    ...view.claims.map((claim) => ({ point: claim, text: `${claim.text}\n${claim.label}`, color: 'var(--text-strong)', owner: 'claim', bold: true })),
    ...view.lines.flatMap((line, lineIndex) =>
      labelled(line, all).flatMap((index) => {
        const point = line.points[index];
        if (!point) return [];
        const isEnd = index === line.points.length - 1;
        return [{ point, text: several && isEnd ? `${point.text}\n${line.name}` : point.text, color: inkOf(lineIndex), owner: `${lineIndex}`, bold: isEnd || index === 0 }];
      }),
    ),
  ];
  // Points, the chevrons above bounds, and the lines themselves, as a chain of small boxes.
  const obstacles: [number, number][] = points.flatMap(({ x, y, precision }): [number, number][] => (precision === 'lowerBound' ? [[toX(x), toY(y)], [toX(x), toY(y) - 12]] : [[toX(x), toY(y)]]));
  for (const line of view.lines) {
    for (const { from, to } of line.segments) {
      const [a, b] = [line.points[from], line.points[to]];
      if (!a || !b) continue;
      const steps = Math.ceil((toX(b.x) - toX(a.x)) / 14);
      for (let step = 1; step < steps; step += 1) obstacles.push([toX(a.x) + ((toX(b.x) - toX(a.x)) * step) / steps, toY(a.y) + ((toY(b.y) - toY(a.y)) * step) / steps]);
    }
  }
  const places = placeLabels(
    wishes.map(({ point, text }) => ({ x: toX(point.x), y: toY(point.y), text, fontSize: 14 })),
    obstacles,
    [4, 6, width - 4, height - grid.bottom],
  );
  const labelOf = (point: TrendPoint): Pick<Mark, 'label'> => {
    const index = wishes.findIndex((wish) => wish.point === point);
    const wish = wishes[index];
    const place = places[index];
    if (!wish || !place) return {};
    return {
      label: {
        show: true,
        position: 'inside',
        align: place.align,
        verticalAlign: 'middle',
        offset: [...place.offset],
        formatter: wish.text.replace(/[{}]/g, ''),
        color: wish.color,
        fontFamily: FONT,
        fontSize: 14,
        lineHeight: 19,
        fontWeight: wish.bold ? 700 : 400,
      },
    };
  };
  const datum = (point: TrendPoint, color: string): Mark => ({ value: [point.x, point.y], ...markStyle(point, color), ...labelOf(point) });
  const pointSeries = (name: string, data: Mark[]): LineSeriesOption => ({
    type: 'line',
    name,
    data,
    animation: false,
    showSymbol: true,
    showAllSymbol: true,
    lineStyle: { width: 0, opacity: 0 },
    emphasis: { disabled: true },
    z: 5,
  });
  /** A mark over a point that says how it was printed: a chevron for a bound, a ring for “about”. */
  const overlay = (chosen: readonly TrendPoint[], color: string, shape: Pick<LineSeriesOption, 'symbol' | 'symbolSize' | 'symbolOffset'>): LineSeriesOption[] =>
    chosen.length === 0
      ? []
      : [
          {
            type: 'line',
            silent: true,
            animation: false,
            lineStyle: { width: 0, opacity: 0 },
            tooltip: { show: false },
            emphasis: { disabled: true },
            ...shape,
            itemStyle: { color: 'none', borderColor: color, borderWidth: 2 },
            data: chosen.map(({ x, y }) => [x, y]),
            z: 6,
          },
        ];
  const printed = (points: readonly TrendPoint[], color: string): LineSeriesOption[] =>
    OVERLAYS.flatMap(({ precision, shape }) => overlay(points.filter((point) => point.precision === precision), color, shape));

  return {
    animation: false,
    textStyle: { fontFamily: FONT },
    grid: { ...grid, outerBoundsMode: 'none' },
    tooltip: { trigger: 'axis', confine: true, axisPointer: { type: 'line', lineStyle: { color: 'var(--axis)', width: 1, type: 'solid' } } },
    xAxis: {
      type: 'value',
      min: domain[0],
      max: domain[1],
      splitLine: { show: false },
      axisLine: { show: true, onZero: true, lineStyle: { color: 'var(--axis)', width: 1 } },
      axisTick: { show: true, length: 4, customValues: years, lineStyle: { color: 'var(--axis)' } },
      axisLabel: { customValues: years, formatter: String, color: 'var(--text-muted)', fontSize: 13, fontFamily: FONT, margin: 9 },
    },
    yAxis: {
      type: 'value',
      min: 0,
      max: top,
      interval: ticks[1] ?? top,
      name: view.unit,
      nameGap: 16,
      nameTextStyle: { color: 'var(--text-muted)', fontSize: 13, fontFamily: FONT, align: 'left', padding: [0, 0, 0, -left] },
      axisLine: { show: false },
      axisTick: { show: false },
      splitLine: { lineStyle: { color: 'var(--grid)', width: 1 } },
      axisLabel: { color: 'var(--text-muted)', fontSize: 13, fontFamily: FONT, margin: 10 },
    },
    series: [
      ...view.lines.flatMap((line, index) => (['bridge', 'solid', 'forecast'] as const).flatMap((kind) => joined(line, kind, tone(index)))),
      ...view.lines.map((line, index) => pointSeries(line.name, line.points.map((point) => datum(point, tone(index))))),
      ...view.lines.flatMap((line, index) => printed(line.points, tone(index))),
      ...(view.claims.length > 0 ? [pointSeries('claim', view.claims.map((claim) => datum(claim, 'var(--claim)')))] : []),
      ...printed(view.claims, 'var(--claim)'),
    ],
  };
}
