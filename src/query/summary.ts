/** Of n values: the ends, the median and the quartiles. */
export interface Summary {
  readonly n: number;
  readonly min: number;
  readonly q1: number;
  readonly median: number;
  readonly q3: number;
  readonly max: number;
}

/** The quantile of ascending values by linear interpolation (Hyndman and Fan's type 7, as in R and spreadsheets); NaN of none. */
export function quantile(ascending: readonly number[], fraction: number): number {
  const position = (ascending.length - 1) * fraction;
  const below = ascending[Math.floor(position)];
  const above = ascending[Math.ceil(position)];
  if (below === undefined || above === undefined) return NaN;
  return below === above ? below : below + (above - below) * (position - Math.floor(position));
}

/** Null when there is no value: none is not 0. */
export function summary(values: readonly number[]): Summary | null {
  if (values.length === 0) return null;
  const ascending = [...values].sort((one, other) => one - other);
  const at = (fraction: number) => quantile(ascending, fraction);
  return { n: ascending.length, min: at(0), q1: at(0.25), median: at(0.5), q3: at(0.75), max: at(1) };
}
