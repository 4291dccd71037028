import { hasValue } from '../model/observation.ts';
import { scale } from '../ingest/scale.ts';
import { quantile } from './summary.ts';
import type { Indicator } from '../model/indicator.ts';
import type { Observation } from '../model/observation.ts';

/**
 * The edges of the colour classes in the base unit, lowest first: n + 1 of them for n classes, the same for all periods.
 * They are those of the descriptor, or quantiles over all periods. The outermost are moved out where a value lies
 * beyond them, so every value has a class.
 *
 * @param observations All periods that may be shown, of the regions that may be coloured.
 * @returns No edges when there is no value and the descriptor gives none; fewer classes where quantiles coincide.
 */
export function classBreaks(indicator: Indicator, observations: readonly Observation[], classCount = 5): readonly number[] {
  const ascending = observations.filter(hasValue).map(({ value }) => value).sort((one, other) => one - other);
  const [min, max] = [ascending[0], ascending[ascending.length - 1]];
  if (indicator.classes) {
    const edges = indicator.classes.map((edge) => scale(String(edge), indicator.unit.multiplier));
    const [first, last] = [edges[0], edges[edges.length - 1]];
    if (min === undefined || max === undefined || first === undefined || last === undefined) return edges;
    return [Math.min(first, min), ...edges.slice(1, -1), Math.max(last, max)];
  }
  if (min === undefined || max === undefined) return [];
  if (min === max) return [min, max];
  const edges = Array.from({ length: classCount + 1 }, (_, index) => quantile(ascending, index / classCount));
  return edges.filter((edge, index) => index === 0 || edge !== edges[index - 1]);
}

/**
 * The class of a value, 0 for the lowest. A class holds its lower edge and not its upper one; the last holds both.
 * A value beyond the ends belongs to the class at that end. Null: there are no classes.
 */
export function classOf(value: number, breaks: readonly number[]): number | null {
  const classCount = breaks.length - 1;
  if (classCount < 1) return null;
  const inner = breaks.slice(1, -1);
  const above = inner.findIndex((edge) => value < edge);
  return above === -1 ? classCount - 1 : above;
}

/** Where the edges come from: the indicator's descriptor, or quantiles of its figures in all periods. */
export const classMethod = (indicator: Indicator): 'given' | 'quantiles' => (indicator.classes ? 'given' : 'quantiles');

const DIVERGING_CLASSES = 7;

/**
 * Eight edges of seven classes of change, symmetric about zero, so that a rise and a fall of one size have one
 * strength of colour. The middle class straddles zero and holds the smallest seventh of the sizes, or less: no change
 * of more than a seventh of the largest is told as about none. The sizes beyond it are parted in three alike. Edges are
 * rounded to two digits and never finer than the figures were printed.
 *
 * @param values Changes in the base unit.
 * @param finest Decimals of the finest of them, in the published unit.
 */
export function symmetricBreaks(values: readonly number[], { unit }: Indicator, finest: number): readonly number[] {
  const sizes = values.map((value) => Math.abs(value) / unit.multiplier).sort((one, other) => one - other);
  const step = 10 ** -finest;
  const rounded = (size: number, digits = 2) => Number(Number(size.toPrecision(digits)).toFixed(finest));
  const largest = sizes[sizes.length - 1] ?? 0;
  const neutral = sizes.length === 0 ? 0 : Math.min(quantile(sizes, 1 / DIVERGING_CLASSES), largest / DIVERGING_CLASSES);
  const beyond = sizes.filter((size) => size >= neutral);
  // One digit for the innermost, or it would give its decimals to all the others.
  const edges = [Math.max(rounded(neutral, 1), step)];
  for (const part of [1 / 3, 2 / 3]) {
    const before = edges[edges.length - 1] ?? 0;
    edges.push(Math.max(beyond.length === 0 ? 0 : rounded(quantile(beyond, part)), Number((before + step).toFixed(finest))));
  }
  const inner = edges[edges.length - 1] ?? 0;
  const outermost = rounded(largest);
  const digit = 10 ** (Math.floor(Math.log10(largest || 1)) - 1);
  // Rounded up, so that the largest lies within.
  edges.push(Math.max(outermost < largest ? Number((outermost + Math.max(digit, step)).toFixed(finest)) : outermost, Number((inner + step).toFixed(finest))));
  const inBase = (edge: number) => scale(String(edge), unit.multiplier);
  return [...edges.map((edge) => inBase(-edge)).reverse(), ...edges.map(inBase)];
}

/** The class of a change, 3 for those about zero. An edge belongs to the class farther from zero, on both sides. */
export function symmetricClassOf(value: number, breaks: readonly number[]): number {
  const middle = (DIVERGING_CLASSES - 1) / 2;
  const beyond = breaks.slice(middle + 1, -1).filter((edge) => Math.abs(value) >= edge).length;
  return middle + Math.sign(value) * beyond;
}
