import { linear, thinYears, ticksCovering } from '../charts/scale.ts';
import type { Say } from '../i18n/say.ts';
import { plainTrendView, type PlainPoint, type PlainTrendView } from './plainTrendView.ts';
import type { TrendMark, TrendView } from './trendView.ts';

/** More lines than can be told apart on one plot, each on a small one: the time is shared, the scale is each one's own. */
export interface MultiplesView {
  readonly unit: string;
  readonly plots: readonly { readonly id: string; readonly name: string; readonly plot: PlainTrendView; readonly first: PlainPoint | null; readonly last: PlainPoint | null }[];
  readonly years: readonly { readonly x: number; readonly text: string }[];
  /** Only the kinds that are in the plots. */
  readonly marks: readonly TrendMark[];
}

/** Four lines are told apart by colour; a fifth is not. */
export const MOST_LINES = 4;

const GAP_YEARS = 2.05;
/** Years closer than this part of the width would touch. */
const LABEL_SHARE = 0.22;

function rangeOf(values: readonly number[]): readonly [number, number] {
  const ticks = ticksCovering([Math.min(0, ...values), Math.max(0, ...values)]);
  return [ticks[0] ?? 0, ticks.at(-1) ?? 1];
}

export function multiplesView({ lines, unit, breaks, marks, stops }: TrendView, { words }: Say): MultiplesView {
  const xs = lines.flatMap(({ points }) => points.map(({ x }) => x));
  const first = Math.floor(Math.min(...xs));
  const last = Math.max(...xs);
  const span = Math.max(1, last - first);
  const domain: readonly [number, number] = [first - span * 0.06, last + span * 0.08];
  const toX = linear(domain, [0, 100]);
  const breakAt = breaks[0]?.x;
  return {
    unit,
    marks,
    plots: lines.map(({ id, name, points: drawn }) => {
      const points = drawn.map(({ x, y, text, period, mark, precision }) => ({
        x,
        y,
        text: mark === 'measured' || mark === 'claim' ? text : text + words.aside(words.status[mark]),
        when: period,
        isHollow: mark === 'forecast' || mark === 'estimated',
        mark,
        precision,
        say: [name, period, stops.find((stop) => stop.x === x)?.rows.find((row) => row.line === id)?.text ?? text].join(words.comma),
      }));
      return {
        id,
        name,
        plot: plainTrendView({
          points,
          domain,
          range: rangeOf(points.map(({ y }) => y)),
          gapYears: GAP_YEARS,
          ...(breakAt === undefined ? {} : { breakAt }),
        }),
        first: points[0] ?? null,
        last: points.length > 1 ? (points.at(-1) ?? null) : null,
      };
    }),
    years: thinYears(xs.map(Math.floor), span * LABEL_SHARE).map((year) => ({ x: Math.round(toX(year) * 100) / 100, text: String(year) })),
  };
}
