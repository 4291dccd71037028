import { grouped } from './grouped.ts';
import type { IndicatorTable } from '../model/indicator.ts';
import { hasValue, type Measured, type Period } from '../model/observation.ts';

/** One region's figures of one series in time, earliest first, with no break of method between two neighbours. */
export type Course = readonly Measured[];

/** Forecasts, bounds and figures already told as doubtful are compared with nothing. */
const isComparable = (one: Measured): boolean => one.confidence !== 'C' && one.status !== 'forecast' && one.precision === 'exact';

export const printed = (one: Measured, { indicator }: IndicatorTable): string => (one.value / indicator.unit.multiplier).toFixed(one.printedDecimals);

export const comparable = ({ observations }: IndicatorTable): readonly Measured[] => observations.filter(hasValue).filter(isComparable);

/** A longer gap says nothing of a step. */
const MOST_YEARS = 5;

/** Cut where the method breaks, and where a gap is too long. */
export function courses(table: IndicatorTable): readonly Course[] {
  const breaks = table.indicator.methodBreaks ?? [];
  return [...grouped(comparable(table), (one) => `${one.seriesId} ${one.regionId}`).values()].flatMap((group) => {
    const sorted = [...group].sort((a, b) => (a.period < b.period ? -1 : 1));
    const parts: Measured[][] = [];
    for (const one of sorted) {
      const last = parts.at(-1)?.at(-1);
      const isCut = !last || breaks.some(({ period, series }) => last.period < period && period <= one.period && (series === undefined || series.includes(one.seriesId))) || years(last.period, one.period) > MOST_YEARS;
      if (isCut) parts.push([one]);
      else parts.at(-1)?.push(one);
    }
    return parts;
  });
}

const years = (from: Period, to: Period): number => Number(to.slice(0, 4)) - Number(from.slice(0, 4));

/** A step from one figure to the next, as the logarithm of their ratio; none from or to zero, or across it. */
export interface Step {
  readonly from: Measured;
  readonly to: Measured;
  readonly log: number;
}

export const steps = (course: Course): readonly Step[] =>
  course.slice(1).flatMap((to, index) => {
    const from = course[index];
    return from && from.value > 0 && to.value > 0 ? [{ from, to, log: Math.log(to.value / from.value) }] : [];
  });

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  const half = Math.floor(sorted.length / 2);
  const [low = NaN, high = NaN] = [sorted[sorted.length % 2 === 0 ? half - 1 : half], sorted[half]];
  return (low + high) / 2;
}

/** Median absolute deviation: how far a usual step lies from the middle one. */
export const spread = (numbers: readonly number[]): number => {
  const middle = median(numbers);
  return median(numbers.map((one) => Math.abs(one - middle)));
};
