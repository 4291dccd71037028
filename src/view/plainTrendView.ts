import { linear } from '../charts/scale.ts';
import type { Precision } from '../model/observation.ts';
import type { MarkKind } from './trendView.ts';

/** One figure of a plain trend, formatted; `x` in years, `y` in the unit shown. */
export interface PlainPoint {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly when: string;
  /** A forecast, an estimate: no line leads to it or on from it, only dots, and dashes where it is a forecast. */
  readonly isHollow?: boolean;
  /** How it came to be and was printed; simply measured when not told. */
  readonly mark?: MarkKind;
  readonly precision?: Precision;
  /** What the cursor says there. */
  readonly say?: string;
}

export interface PlainTrendInput {
  readonly points: readonly PlainPoint[];
  readonly domain: readonly [number, number];
  /** The value at the bottom and at the top: [0, max], or [last, 1] for places. */
  readonly range: readonly [number, number];
  /** The line stops before the first point at or after this. */
  readonly breakAt?: number;
  /** Wider gaps are bridged by dots. */
  readonly gapYears: number;
}

/** Percent of the plot, so that one drawing fits every width while its text keeps its size. */
export interface PlainTrendView {
  readonly lines: readonly string[];
  readonly areas: readonly string[];
  readonly bridges: readonly string[];
  /** What leads to a forecast. */
  readonly dashes: readonly string[];
  readonly dots: readonly { readonly x: number; readonly y: number; readonly big: boolean; readonly isHollow: boolean; readonly mark: MarkKind; readonly precision: Precision; readonly say?: string }[];
  readonly labels: readonly { readonly x: number; readonly y: number; readonly text: string; readonly when: string; readonly anchor: 'start' | 'middle' | 'end'; readonly strong: boolean; readonly isLast: boolean; readonly isRising: boolean }[];
  readonly breakX: number | null;
  /** Where zero is, if it lies above the bottom. */
  readonly zeroY: number | null;
}

const round = (value: number) => Math.round(value * 100) / 100;

export function plainTrendView({ points, domain, range, breakAt, gapYears }: PlainTrendInput): PlainTrendView {
  const toX = linear(domain, [0, 100]);
  const toY = linear(range, [100, 0]);
  // Areas go down, or up, to zero; an axis without it, of places, has its own ground.
  const ground = range[0] <= 0 && range[1] >= 0 ? round(toY(0)) : 100;
  const placed = points.map((point) => ({ ...point, px: round(toX(point.x)), py: round(toY(point.y)) }));
  const runs: (typeof placed)[] = [];
  const bridges: string[] = [];
  const dashes: string[] = [];
  const labelled = new Set<number>([0, placed.length - 1]);
  let between: number | null = null;
  placed.forEach((point, index) => {
    const before = placed[index - 1];
    const broken = before !== undefined && breakAt !== undefined && before.x < breakAt && point.x >= breakAt;
    const gap = before !== undefined && !broken && (point.x - before.x > gapYears || point.isHollow === true || before.isHollow === true);
    const run = runs[runs.length - 1];
    if (!before || !run || broken || gap) runs.push([point]);
    else run.push(point);
    if (gap) (point.mark === 'forecast' || before.mark === 'forecast' ? dashes : bridges).push(`M${before.px} ${before.py}L${point.px} ${point.py}`);
    if (gap) labelled.add(index - 1);
    if (broken) {
      labelled.add(index);
      between = (before.px + point.px) / 2;
    }
  });
  const path = (run: typeof placed) => run.map(({ px, py }, index) => `${index === 0 ? 'M' : 'L'}${px} ${py}`).join('');
  return {
    lines: runs.filter((run) => run.length > 1).map(path),
    areas: runs.filter((run) => run.length > 1).map((run) => `${path(run)}L${run[run.length - 1]?.px ?? 0} ${ground}L${run[0]?.px ?? 0} ${ground}Z`),
    bridges,
    dashes,
    dots: placed.map(({ px, py, isHollow = false, mark = 'measured', precision = 'exact', say }, index) => ({ x: px, y: py, big: index === 0 || index === placed.length - 1, isHollow, mark, precision, ...(say === undefined ? {} : { say }) })),
    labels: [...labelled].sort((a, b) => a - b).flatMap((index) => {
      const point = placed[index];
      if (!point) return [];
      const strong = index === 0 || index === placed.length - 1;
      const isLast = index === placed.length - 1;
      return [{ x: point.px, y: point.py, text: point.text, when: point.when, anchor: isLast || index === 0 ? ('start' as const) : ('end' as const), strong, isLast, isRising: (placed[index + 1]?.py ?? point.py) < point.py }];
    }),
    breakX: between === null ? null : round(between),
    zeroY: ground < 100 ? ground : null,
  };
}
