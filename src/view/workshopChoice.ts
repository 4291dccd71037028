import type { IndicatorId } from '../model/indicator.ts';
import type { Period } from '../model/observation.ts';
import type { RegionId } from '../model/region.ts';
import { MISSINGS, NORMALISATIONS, type Missing, type Normalisation } from '../query/composite.ts';
import { DRAW_SCHEMES, type DrawScheme } from '../query/draws.ts';
import { readKey, type KeyRefusal, type QueryKey } from '../state/query.ts';

export const LEAST_INDICATORS = 2;
export const MOST_INDICATORS = 10;
export const MOST_WEIGHT = 100;
/** What every indicator weighs until the reader says otherwise: the middle, so that each can be made more or less. */
export const WEIGHT_FIRST = 50;

/** An indicator that may be chosen, with the periods in which enough regions have a figure, earliest first. */
export interface Choosable {
  readonly id: IndicatorId;
  readonly periods: readonly [Period, ...Period[]];
}

export interface ChosenIndicator {
  readonly id: IndicatorId;
  readonly weight: number;
  readonly period: Period;
}

export interface WorkshopChoice {
  /** In the order of the catalogue. */
  readonly chosen: readonly ChosenIndicator[];
  readonly normalisation: Normalisation;
  readonly missing: Missing;
  readonly draws: DrawScheme;
  /** Whose score is worked out; null: the leader's. */
  readonly region: RegionId | null;
}

export const NORMALISATION_FIRST = 'minmax' as const;
export const MISSING_FIRST = 'leave' as const;
export const DRAWS_FIRST = 'near' as const;

const newest = ({ periods }: Choosable): Period => periods.at(-1) ?? periods[0];

/** A whole number from 1 to 100: lists in an address are joined by points, so weights have none. */
export function readWeight(text: string): number | undefined {
  const weight = /^\d{1,3}$/.test(text) ? Number(text) : NaN;
  return weight >= 1 && weight <= MOST_WEIGHT ? weight : undefined;
}

/**
 * “?indicators=a.b.c&weights=2.1.1&normalisation=zscore&missing=others&draws=any&period=2016.2020.2020”: weights and
 * periods stand in the order of the indicators. What can't be read falls back, and is among the refusals.
 *
 * @param first The indicators that the page was drawn with.
 */
export function readWorkshopChoice(query: URLSearchParams, catalogue: readonly Choosable[], first: readonly IndicatorId[], regionIds: readonly RegionId[]): { readonly choice: WorkshopChoice; readonly refusals: readonly KeyRefusal[] } {
  const refusals: KeyRefusal[] = [];
  const refuse = (key: QueryKey, parts: readonly string[]) => {
    if (parts.length > 0) readKey(new URLSearchParams({ [key]: parts.join('.') }), key, null, () => undefined, refusals);
  };
  const known = new Map(catalogue.map((one) => [one.id, one]));

  const listed = query.get('indicators')?.split('.') ?? null;
  const isUsable = (id: string, at: number, all: readonly string[]) => known.has(id) && all.indexOf(id) === at;
  const usable = (listed ?? []).filter(isUsable).slice(0, MOST_INDICATORS);
  const isListed = usable.length >= LEAST_INDICATORS;
  if (listed !== null) refuse('indicators', isListed ? listed.filter((id, at) => !usable.includes(id) || listed.indexOf(id) !== at) : listed);
  /** What weights and periods are in the order of. */
  const order = isListed && listed !== null ? listed : [...first];
  const ids = isListed ? usable : first;

  const weightTexts = query.get('weights')?.split('.') ?? null;
  const weights = weightTexts?.map(readWeight) ?? [];
  const areWeights = weightTexts !== null && weights.length === order.length && weights.every((weight) => weight !== undefined);
  if (weightTexts !== null && !areWeights) refuse('weights', weightTexts);

  const periodTexts = query.get('period')?.split('.') ?? null;
  const arePeriods = periodTexts !== null && periodTexts.length === order.length;
  if (periodTexts !== null && !arePeriods) refuse('period', periodTexts);

  const unknownPeriods = new Set<string>();
  const chosen = catalogue
    .filter(({ id }) => ids.includes(id))
    .map((one): ChosenIndicator => {
      const at = order.indexOf(one.id);
      const asked = arePeriods ? periodTexts[at] : undefined;
      const period = one.periods.find((period) => period === asked);
      if (asked !== undefined && period === undefined) unknownPeriods.add(asked);
      return { id: one.id, weight: areWeights ? (weights[at] ?? WEIGHT_FIRST) : WEIGHT_FIRST, period: period ?? newest(one) };
    });
  refuse('period', [...unknownPeriods]);

  const oneOf = <Value extends string>(values: readonly Value[]) => (found: string) => values.find((value) => value === found);
  return {
    choice: {
      chosen,
      normalisation: readKey<Normalisation>(query, 'normalisation', NORMALISATION_FIRST, oneOf(NORMALISATIONS), refusals),
      missing: readKey<Missing>(query, 'missing', MISSING_FIRST, oneOf(MISSINGS), refusals),
      draws: readKey<DrawScheme>(query, 'draws', DRAWS_FIRST, oneOf(DRAW_SCHEMES), refusals),
      region: readKey<RegionId | null>(query, 'region', null, oneOf(regionIds), refusals),
    },
    refusals,
  };
}

type WorkshopKey = 'indicators' | 'weights' | 'period';

/** The address of chosen indicators: first weights, newest periods and the page's own indicators are not written. */
export function chosenKeys(chosen: readonly ChosenIndicator[], catalogue: readonly Choosable[], first: readonly IndicatorId[]): Readonly<Record<WorkshopKey, string | null>> {
  // Written as they are read: in the order of the catalogue, or of the page where it says nothing.
  const isFirst = chosen.length === first.length && chosen.every(({ id }) => first.includes(id));
  const position = (id: string) => (isFirst ? first.indexOf(id) : catalogue.findIndex((one) => one.id === id));
  const ordered = [...chosen].sort((one, other) => position(one.id) - position(other.id));
  const isPlain = ordered.every(({ weight }) => weight === WEIGHT_FIRST);
  const isNewest = ordered.every(({ id, period }) => catalogue.find((one) => one.id === id)?.periods.at(-1) === period);
  return {
    indicators: isFirst ? null : ordered.map(({ id }) => id).join('.'),
    weights: isPlain ? null : ordered.map(({ weight }) => weight).join('.'),
    period: isNewest ? null : ordered.map(({ period }) => period).join('.'),
  };
}

/** With an indicator more: it weighs what the others do on average. */
export function withIndicator(chosen: readonly ChosenIndicator[], added: Choosable): readonly ChosenIndicator[] {
  const mean = chosen.reduce((total, { weight }) => total + weight, 0) / Math.max(1, chosen.length);
  return [...chosen, { id: added.id, weight: Math.max(1, Math.round(mean) || WEIGHT_FIRST), period: newest(added) }];
}
