import { change } from './change.ts';
import { growth } from './growth.ts';
import { isSum } from './ingredients.ts';
import { quantile } from './summary.ts';
import type { Indicator } from '../model/indicator.ts';
import type { Measured } from '../model/observation.ts';
import type { Ingredients, Sum } from './ingredients.ts';

/** Residents that a figure is divided among: one person, a hundred, ten thousand, a million. */
export const PER_HEAD = [1, 100, 1e4, 1e6] as const;
export type PerHead = (typeof PER_HEAD)[number];

/** The fewest residents that leave the middle one of the figures with a digit before the point: one unit for a table. */
export function perHeadOf(all: readonly Ingredients[]): PerHead {
  const rates = all.flatMap((one) => (one.kind === 'perHead' ? [Math.abs(one.figure.value / one.residents.value)] : [])).sort((one, other) => one - other);
  const middle = quantile(rates, 0.5);
  return PER_HEAD.find((per) => middle * per >= 1) ?? 1e6;
}

/**
 * In the derived unit: per cent, index points, per so many residents; a difference in the base unit of its indicator.
 * Twelve digits: what binary fractions leave behind them must not turn a half the wrong way when it is rounded.
 */
export const derivedValue = (ingredients: Ingredients, indicator: Indicator, per: PerHead): number => Number(rawValue(ingredients, indicator, per).toPrecision(12));

function rawValue(ingredients: Ingredients, indicator: Indicator, per: PerHead): number {
  switch (ingredients.kind) {
    case 'index':
      return (ingredients.figure.value / ingredients.base.value) * 100;
    case 'yearOnYear':
    case 'averageGrowth': {
      const answer = growth({ earlier: ingredients.base, later: ingredients.figure, indicator, isAnnual: ingredients.kind === 'averageGrowth' });
      return answer.kind === 'growth' ? answer.fraction * 100 : NaN;
    }
    case 'shareOfTotal':
      return (ingredients.figure.value / ingredients.total.value) * 100;
    case 'perHead':
      return (ingredients.figure.value / ingredients.residents.value) * per;
    case 'toNation': {
      const answer = change(asOf(ingredients.nation, ingredients.figure), ingredients.figure, indicator);
      return answer.kind === 'change' ? answer.value : NaN;
    }
  }
}

/** The nation's figure as if it were the region's, so that the two may be compared. */
const asOf = (nation: Measured, { regionId }: Measured): Measured => ({ ...nation, regionId });

/** “10.04” has four digits; a count to the last one (84,094 sites) has as many as are asked for. */
function significantDigits(figure: Pick<Measured, 'value' | 'printedDecimals'> & Partial<Measured>, { unit }: Indicator): number {
  const printed = Math.abs(figure.value / unit.multiplier).toFixed(Math.min(20, figure.printedDecimals)).replace('.', '').replace(/^0+(?=\d)/, '');
  if (figure.precision === 'approximate') return printed.replace(/0+$/, '').length || 1;
  return unit.multiplier === 1 && figure.printedDecimals === 0 ? Infinity : printed.length;
}

const digitsBeforePoint = (value: number): number => (Math.abs(value) < 1 ? 1 : Math.floor(Math.log10(Math.abs(value))) + 1);

/** Decimals that leave three digits of the middle figure: 72,310 yuan, 54.3 people, 6.21 sites. */
const perHeadDecimals = (middle: number): number => Math.max(0, 3 - digitsBeforePoint(middle));

/**
 * Decimals of a derived figure: one of a percentage or an index below 1,000, three digits in all per head, and never more
 * significant digits than the coarser of the two figures that went in. A growth has the decimals of the ratio (later ÷
 * earlier, in per cent) that it comes from. A difference keeps those that both figures were printed with.
 *
 * @param middle The middle one of a table's figures per head: one table has one manner of printing.
 */
export function derivedDecimals(ingredients: Ingredients, indicator: Indicator, population: Indicator, value: number, middle: number): number {
  const digits = (...figures: readonly (Measured | Sum)[]) => Math.min(...figures.map((figure) => significantDigits(figure, indicator)));
  const within = (most: number, ratio: number, supported: number) => Math.max(0, Math.min(most, supported - digitsBeforePoint(ratio)));
  const inPercent = (ratio: number) => (Math.abs(ratio) < 1000 ? 1 : 0);
  switch (ingredients.kind) {
    case 'index':
      return within(inPercent(value), value, digits(ingredients.figure, ingredients.base));
    case 'yearOnYear':
    case 'averageGrowth':
      return within(inPercent(value), value + 100, digits(ingredients.figure, ingredients.base));
    case 'shareOfTotal':
      return within(inPercent(value), value, digits(ingredients.figure, ingredients.total));
    case 'perHead':
      return within(perHeadDecimals(middle), value, Math.min(digits(ingredients.figure), significantDigits(ingredients.residents, population)));
    case 'toNation': {
      const answer = change(asOf(ingredients.nation, ingredients.figure), ingredients.figure, indicator);
      return answer.kind === 'change' ? Math.min(answer.printedDecimals, indicator.decimals ?? Infinity) : 0;
    }
  }
}

/** The published figures in it, the region's own first. */
export function figuresIn(ingredients: Ingredients): readonly Measured[] {
  switch (ingredients.kind) {
    case 'index':
    case 'yearOnYear':
    case 'averageGrowth':
      return [ingredients.figure, ingredients.base];
    case 'shareOfTotal':
      return isSum(ingredients.total) ? [ingredients.figure, ...ingredients.total.parts] : [ingredients.figure, ingredients.total];
    case 'perHead':
      return [ingredients.figure, ingredients.residents];
    case 'toNation':
      return [ingredients.figure, ingredients.nation];
  }
}
