import type { Indicator } from '../model/indicator.ts';
import { hasValue, type Measured, type Observation } from '../model/observation.ts';
import type { RegionId } from '../model/region.ts';

/**
 * How figures of different units are brought to one scale. The names and definitions are those of OECD and JRC,
 * “Handbook on Constructing Composite Indicators: Methodology and User Guide” (2008), step 5; where less is better
 * each is turned round, so that more is always better.
 *
 * - `minmax`: (value − least) ÷ (greatest − least) × 100.
 * - `zscore`: (value − mean) ÷ standard deviation, that of the population (dividing by n).
 * - `rank`: the place alone: (n − place) ÷ (n − 1) × 100; those who share places have the mean of them.
 *
 * Least, greatest, mean, deviation and n are of all regions whose figure of that indicator may be used, whatever else
 * they lack. Where all figures are alike they tell nobody apart: everybody has the middle of the scale (50, or 0).
 */
export const NORMALISATIONS = ['minmax', 'zscore', 'rank'] as const;
export type Normalisation = (typeof NORMALISATIONS)[number];

/**
 * What becomes of a region that lacks an indicator; nothing is ever put in a figure's place.
 *
 * - `leave`: it is not ranked.
 * - `others`: the mean over what it has, the weights of that rescaled to a sum of 1.
 */
export const MISSINGS = ['leave', 'others'] as const;
export type Missing = (typeof MISSINGS)[number];

export interface Ingredient {
  readonly indicator: Indicator;
  /** One period and one series. */
  readonly observations: readonly Observation[];
  /** Not negative; shares are weights ÷ their sum. */
  readonly weight: number;
}

/** Why a region has no figure to use: there is none, or it is not firm enough to be added to others. */
export type LackKind = 'absent' | 'doubtful' | 'bound' | 'forecast';

export interface Lack {
  readonly regionId: RegionId;
  /** Index of the ingredient. */
  readonly at: number;
  readonly kind: LackKind;
  /** Its row; undefined where the table has none. */
  readonly observation: Observation | undefined;
}

/** What an indicator's figures are measured by. */
export interface Scale {
  readonly n: number;
  /** In base units; NaN where there is no figure. */
  readonly min: number;
  readonly max: number;
  readonly mean: number;
  readonly deviation: number;
  readonly isFlat: boolean;
}

export interface Part {
  readonly observation: Measured;
  /** The mean of the places it shares; of those who have a figure. */
  readonly place: number;
  readonly normalised: number;
  /** Of the weights that count for this region. */
  readonly share: number;
  /** normalised × share */
  readonly part: number;
}

export interface Standing {
  readonly regionId: RegionId;
  /** One an ingredient, in their order; null where it has none. */
  readonly parts: readonly (Part | null)[];
  readonly score: number;
  /** Competition rank (1, 2, 2, 4) of n. */
  readonly rank: number;
  readonly n: number;
  readonly isTied: boolean;
  /** Ranked by fewer indicators than the others. */
  readonly isPartial: boolean;
}

export interface Composite {
  /** One an ingredient, their sum 1. */
  readonly shares: readonly number[];
  readonly scales: readonly Scale[];
  /** In rank order; those who share a rank in the order of their ids. */
  readonly ranked: readonly Standing[];
  readonly unranked: readonly RegionId[];
  readonly lacks: readonly Lack[];
}

export interface CompositeInput {
  readonly ingredients: readonly Ingredient[];
  readonly regionIds: readonly RegionId[];
  readonly normalisation: Normalisation;
  readonly missing: Missing;
}

/** Scores nearer than this are equal: binary fractions leave sums of the same parts a little apart. */
export const SCORE_NOISE = 1e-9;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function lackOf(one: Observation | undefined): LackKind | null {
  if (one === undefined || !hasValue(one)) return 'absent';
  if (one.confidence === 'C') return 'doubtful';
  if (one.precision === 'lowerBound' || one.precision === 'upperBound') return 'bound';
  return one.status === 'forecast' ? 'forecast' : null;
}

function scaleOf(values: readonly number[]): Scale {
  const n = values.length;
  if (n === 0) return { n, min: NaN, max: NaN, mean: NaN, deviation: NaN, isFlat: true };
  const [min, max, mean] = [Math.min(...values), Math.max(...values), sum(values) / n];
  return { n, min, max, mean, deviation: Math.sqrt(sum(values.map((value) => (value - mean) ** 2)) / n), isFlat: min === max };
}

/** The mean of the places that figures equal to it take: 2 and 3 shared are 2.5 each. */
function meanPlace(value: number, values: readonly number[], isLess: boolean): number {
  const ahead = values.filter((other) => (isLess ? other < value : other > value)).length;
  const alike = values.filter((other) => other === value).length;
  return ahead + (alike + 1) / 2;
}

function normalised(value: number, place: number, { n, min, max, mean, deviation, isFlat }: Scale, isLess: boolean, how: Normalisation): number {
  if (isFlat) return how === 'zscore' ? 0 : 50;
  switch (how) {
    case 'minmax':
      return ((isLess ? max - value : value - min) / (max - min)) * 100;
    case 'zscore':
      return (isLess ? mean - value : value - mean) / deviation;
    case 'rank':
      return ((n - place) / (n - 1)) * 100;
  }
}

/** Places by score, better first; `scores` in the order of the regions' ids. */
function placed(rows: readonly Omit<Standing, 'rank' | 'n' | 'isTied'>[]): readonly Standing[] {
  const ordered = [...rows].sort((one, other) => other.score - one.score);
  const ranks: number[] = [];
  ordered.forEach(({ score }, index) => {
    const before = ordered[index - 1];
    ranks.push(before && before.score - score <= SCORE_NOISE ? (ranks[index - 1] ?? 1) : index + 1);
  });
  return ordered
    .map((row, index): Standing => {
      const rank = ranks[index] ?? index + 1;
      return { ...row, rank, n: ordered.length, isTied: ranks.filter((other) => other === rank).length > 1 };
    })
    .sort((one, other) => one.rank - other.rank || (one.regionId < other.regionId ? -1 : 1));
}

/**
 * The weighted mean of normalised figures, and who stands where by it. Doubtful figures (confidence C), bounds and
 * forecasts are lacks like any other: named, and in no scale and no score.
 */
export function composite({ ingredients, regionIds, normalisation, missing }: CompositeInput): Composite {
  const total = sum(ingredients.map(({ weight }) => weight));
  if (!(total > 0) || ingredients.some(({ weight }) => weight < 0)) throw new Error('weights are not negative, and one of them is more than 0');
  // One order, whatever order they came in: sums of fractions depend on it in their last digits.
  const ids = [...new Set(regionIds)].sort();
  const lacks: Lack[] = [];
  const columns = ingredients.map(({ indicator, observations, weight }, at) => {
    if (indicator.better === 'none') throw new Error(`nobody says whether more of “${indicator.id}” is better`);
    const isLess = indicator.better === 'lower';
    const rows = new Map(observations.map((one) => [one.regionId, one]));
    const used = new Map<RegionId, Measured>();
    for (const regionId of ids) {
      const observation = rows.get(regionId);
      const kind = lackOf(observation);
      if (kind !== null) lacks.push({ regionId, at, kind, observation });
      else if (observation && hasValue(observation)) used.set(regionId, observation);
    }
    const values = [...used.values()].map(({ value }) => value);
    const scale = scaleOf(values);
    const figures = new Map([...used].map(([regionId, observation]) => {
      const place = meanPlace(observation.value, values, isLess);
      return [regionId, { observation, place, normalised: normalised(observation.value, place, scale, isLess, normalisation) }];
    }));
    return { scale, weight, figures };
  });
  const rows = ids.flatMap((regionId): readonly Omit<Standing, 'rank' | 'n' | 'isTied'>[] => {
    const counting = sum(columns.map(({ weight, figures }) => (figures.has(regionId) ? weight : 0)));
    const parts = columns.map(({ weight, figures }): Part | null => {
      const figure = figures.get(regionId);
      const share = weight / counting;
      return figure ? { ...figure, share, part: figure.normalised * share } : null;
    });
    const isPartial = parts.some((part) => part === null);
    if (counting === 0 || (isPartial && missing === 'leave')) return [];
    return [{ regionId, parts, score: sum(parts.map((part) => part?.part ?? 0)), isPartial }];
  });
  const scored = new Set(rows.map(({ regionId }) => regionId));
  return {
    shares: columns.map(({ weight }) => weight / total),
    scales: columns.map(({ scale }) => scale),
    ranked: placed(rows),
    unranked: ids.filter((id) => !scored.has(id)),
    lacks,
  };
}
