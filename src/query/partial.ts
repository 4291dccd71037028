import type { Observation } from '../model/observation.ts';

/** What a publisher gave of a list of places, when it gave no values. */
export type PlacesOnly =
  /** Every place up to one: “first 10 of 31”, or all 31 of 31. */
  | { readonly kind: 'first'; readonly k: number; readonly n: number }
  /** Single places with gaps between them. */
  | { readonly kind: 'some'; readonly k: number; readonly n: number };

/**
 * Whether a period has places only, and which. A shared place leaves a gap (1, 2, 2, 4) or none (1, 2, 2, 3): both
 * ways of counting are printed, and both count as “first”.
 *
 * @param observations One period and one series.
 * @param n How many are expected (`expected.ts`).
 * @returns Null when there is a value, or no place at all: then it is a table like any other.
 */
export function partial(observations: readonly Observation[], n: number): PlacesOnly | null {
  if (observations.some(({ value }) => value !== null)) return null;
  const places = observations.flatMap(({ publishedRank }) => (publishedRank === undefined ? [] : [publishedRank])).sort((one, other) => one - other);
  if (places.length === 0) return null;
  const isFirst = places.every((place, index) => {
    const before = places[index - 1] ?? 0;
    return place === before || place === before + 1 || place === index + 1;
  });
  return { kind: isFirst && places[0] === 1 ? 'first' : 'some', k: places.length, n };
}
