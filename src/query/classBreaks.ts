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
