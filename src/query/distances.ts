import type { RegionId } from '../model/region.ts';

/** A region's features, each region's in the same order; null where none was published. */
export interface FeatureRow {
  readonly regionId: RegionId;
  readonly values: readonly (number | null)[];
}

/** Who lies how far from whom, each feature counted in its own standard deviations. */
export interface Distances {
  /** Those that have all features, in the order of their ids. */
  readonly ids: readonly RegionId[];
  /** Those that lack one: nothing is put in its place, so they are compared with nobody. */
  readonly incomparable: readonly RegionId[];
  readonly means: readonly number[];
  /** Of the population, dividing by n; 0 where all regions are alike. */
  readonly deviations: readonly number[];
  readonly valuesOf: (id: RegionId) => readonly number[] | null;
  /** √Σ((a − b) ÷ deviation)²; null when either lacks a feature. */
  readonly between: (one: RegionId, other: RegionId) => number | null;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const isWhole = (values: readonly (number | null)[]): values is readonly number[] => values.length > 0 && values.every((value) => value !== null);

/** The z-scores' means cancel out of a difference: only the deviations matter. A feature in which all are alike tells nobody apart. */
export function distances(rows: readonly FeatureRow[]): Distances {
  const whole = new Map<RegionId, readonly number[]>();
  const incomparable: RegionId[] = [];
  // One order, whatever order they came in: sums of fractions depend on it in their last digits.
  for (const { regionId, values } of [...rows].sort((one, other) => (one.regionId < other.regionId ? -1 : 1))) {
    if (isWhole(values)) whole.set(regionId, values);
    else incomparable.push(regionId);
  }
  const columns = (whole.values().next().value ?? []).map((_, feature) => [...whole.values()].flatMap((values) => values[feature] ?? []));
  const means = columns.map((values) => sum(values) / values.length);
  const deviations = columns.map((values, feature) => {
    if (values.every((value) => value === values[0])) return 0;
    const mean = means[feature] ?? 0;
    return Math.sqrt(sum(values.map((value) => (value - mean) ** 2)) / values.length);
  });
  const between = (one: RegionId, other: RegionId): number | null => {
    const [left, right] = [whole.get(one), whole.get(other)];
    if (!left || !right) return null;
    return Math.sqrt(sum(deviations.map((deviation, feature) => (deviation === 0 ? 0 : (((left[feature] ?? 0) - (right[feature] ?? 0)) / deviation) ** 2))));
  };
  return { ids: [...whole.keys()], incomparable, means, deviations, valuesOf: (id) => whole.get(id) ?? null, between };
}

export interface NearRegion {
  readonly id: RegionId;
  readonly distance: number;
}

export interface Nearest {
  /** Nearest first; equally near ones in the order of their ids. */
  readonly chosen: readonly NearRegion[];
  /** As near as the last one chosen, and left out by the order of ids alone. */
  readonly tiedAtEdge: readonly RegionId[];
}

const isAsFar = (one: number, other: number): boolean => Math.abs(one - other) <= 1e-9 * Math.max(1, one, other);

/** The k nearest to a region; null when it lacks a feature itself. */
export function nearestTo(id: RegionId, count: number, from: Distances): Nearest | null {
  if (from.valuesOf(id) === null) return null;
  const others = from.ids
    .filter((other) => other !== id)
    .flatMap((other): NearRegion[] => {
      const distance = from.between(id, other);
      return distance === null ? [] : [{ id: other, distance }];
    })
    .sort((one, other) => (isAsFar(one.distance, other.distance) ? (one.id < other.id ? -1 : 1) : one.distance - other.distance));
  const last = others[count - 1];
  return { chosen: others.slice(0, count), tiedAtEdge: last ? others.slice(count).filter(({ distance }) => isAsFar(distance, last.distance)).map((other) => other.id) : [] };
}
