import { comparable } from './comparable.ts';
import { expectedCount } from './expected.ts';
import { growth } from './growth.ts';
import { hasValue } from '../model/observation.ts';
import { CORPS, NATION } from '../model/region.ts';
import type { Indicator, IndicatorTable } from '../model/indicator.ts';
import type { Measured, Observation, Period } from '../model/observation.ts';
import type { RegionId } from '../model/region.ts';
import type { TransformInput, TransformRefusal } from './transform.ts';

/** What one region's figure is divided by, when nobody published the nation's. */
export interface Sum {
  /** In the base unit. */
  readonly value: number;
  /** Of the most finely printed part, so that the sum is exact. */
  readonly printedDecimals: number;
  readonly parts: readonly Measured[];
}

/** The published figures that go into one that nobody published. */
export type Ingredients =
  | { readonly kind: 'index' | 'yearOnYear'; readonly figure: Measured; readonly base: Measured }
  | { readonly kind: 'averageGrowth'; readonly figure: Measured; readonly base: Measured; readonly years: number }
  | { readonly kind: 'shareOfTotal'; readonly figure: Measured; readonly total: Measured | Sum }
  | { readonly kind: 'perHead'; readonly figure: Measured; readonly residents: Measured }
  | { readonly kind: 'toNation'; readonly figure: Measured; readonly nation: Measured };

export const isSum = (total: Measured | Sum): total is Sum => 'parts' in total;

export const isRefusal = (answer: Ingredients | TransformRefusal): answer is TransformRefusal => 'reason' in answer;

const keyOf = (regionId: RegionId, period: Period, seriesId: string): string => `${regionId} ${period} ${seriesId}`;

/** Hong Kong, Macao and Taiwan are outside the 31; the nation is their sum. */
const OUTSIDE: readonly RegionId[] = ['710000', '810000', '820000', NATION];
/** The Corps lies within this region, whose residents include its own. */
const AROUND_CORPS: RegionId = '650000';

const isPart = (regionId: RegionId, { expected }: Indicator): boolean =>
  !OUTSIDE.includes(regionId) && (regionId !== CORPS || expected === 'provincesAndCorps');

/** Why a figure, whatever it is set against, is none to work with. */
function unusable(figure: Observation, indicator: Indicator): 'bound' | 'forecast' | 'doubtful' | null {
  const alone = comparable(figure, figure, indicator);
  if ('refusal' in alone) return alone.refusal.reason === 'forecast' || alone.refusal.reason === 'bound' ? alone.refusal.reason : null;
  return alone.pair.isDoubtful ? 'doubtful' : null;
}

const yearBefore = (period: Period): Period => `${Number(period.slice(0, 4)) - 1}${period.slice(4)}`;

/**
 * Who is set against whom. The answer is made once for a table, because it looks figures up by key.
 *
 * @returns For a published figure: what goes into the derived one, or why there is none.
 */
export function ingredientsOf({ table, kind, base, population }: TransformInput): (figure: Measured) => Ingredients | TransformRefusal {
  const { indicator } = table;
  const at = new Map(table.observations.map((one) => [keyOf(one.regionId, one.period, one.seriesId), one]));
  const residentsAt = new Map((population?.observations ?? []).map((one) => [keyOf(one.regionId, one.period, one.seriesId), one]));
  const firsts = firstFigures(table);
  const sums = new Map<string, Sum | TransformRefusal>();

  function basis({ regionId, seriesId }: Measured): Measured | TransformRefusal {
    if (base === undefined) return firsts.get(keyOf(regionId, '', seriesId)) ?? { reason: 'noBase' };
    const found = at.get(keyOf(regionId, base, seriesId));
    if (found && hasValue(found)) return found;
    const isElsewhere = table.observations.some((one) => one.regionId === regionId && one.period === base && hasValue(one));
    return isElsewhere ? { reason: 'differentSeries' } : { reason: 'baseMissing', period: base };
  }

  function nationAt({ period, seriesId }: Measured): Measured | TransformRefusal {
    const found = at.get(keyOf(NATION, period, seriesId));
    return found && hasValue(found) ? found : { reason: 'noNationAt', period };
  }

  function sumAt({ period, seriesId }: Measured): Sum | TransformRefusal {
    const key = keyOf('', period, seriesId);
    const known = sums.get(key);
    if (known) return known;
    const parts = table.observations
      .filter((one) => one.period === period && one.seriesId === seriesId && isPart(one.regionId, indicator))
      .filter(hasValue)
      .filter((one) => unusable(one, indicator) === null);
    const [k, n] = [new Set(parts.map(({ regionId }) => regionId)).size, expectedCount(indicator.expected)];
    const printedDecimals = Math.max(0, ...parts.map((part) => part.printedDecimals));
    const sum: Sum | TransformRefusal = k < n ? { reason: 'incomplete', k, n } : { value: parts.reduce((total, { value }) => total + value, 0), printedDecimals, parts };
    sums.set(key, sum);
    return sum;
  }

  /** The other's own trouble, else what `comparable` has against the pair. */
  function pairRefusal(other: Measured, figure: Measured): TransformRefusal | null {
    const trouble = unusable(other, indicator);
    if (trouble !== null) return { reason: trouble, of: 'other' };
    const [earlier, later] = other.period <= figure.period ? [other, figure] : [figure, other];
    const compared = comparable(earlier, later, indicator);
    if (!('refusal' in compared)) return null;
    const { refusal } = compared;
    switch (refusal.reason) {
      case 'methodBreak':
        return refusal;
      case 'bound':
      case 'forecast':
        return { reason: refusal.reason, of: 'figure' };
      case 'differentSeries':
      case 'differentRegion':
        return { reason: refusal.reason };
      case 'earlierMissing':
      case 'laterMissing':
        return { reason: 'noBase' };
    }
  }

  function grown(earlier: Measured, figure: Measured, isAnnual: boolean): { readonly years: number } | TransformRefusal {
    const refusal = pairRefusal(earlier, figure);
    if (refusal !== null) return refusal;
    const answer = growth({ earlier, later: figure, indicator, isAnnual });
    if (answer.kind === 'growth') return { years: answer.years };
    switch (answer.reason) {
      case 'claim':
      case 'baseNotPositive':
      case 'negative':
      case 'differentPrecision':
        return { reason: answer.reason };
      default:
        return { reason: 'notLater', period: earlier.period };
    }
  }

  function answerFor(figure: Measured): Ingredients | TransformRefusal {
    switch (kind) {
      case 'index': {
        const from = basis(figure);
        if ('reason' in from) return from;
        const refusal = pairRefusal(from, figure);
        if (refusal !== null) return refusal;
        return from.value <= 0 ? { reason: 'baseNotPositive' } : { kind, figure, base: from };
      }
      case 'yearOnYear': {
        const period = yearBefore(figure.period);
        const before = at.get(keyOf(figure.regionId, period, figure.seriesId));
        if (!before || !hasValue(before)) return { reason: 'noYearBefore', period };
        const pair = grown(before, figure, false);
        return 'reason' in pair ? pair : { kind, figure, base: before };
      }
      case 'averageGrowth': {
        const from = basis(figure);
        if ('reason' in from) return from;
        if (figure.period <= from.period) return { reason: 'notLater', period: from.period };
        const pair = grown(from, figure, true);
        if ('reason' in pair) return pair;
        // A few months raised to a year would say more than they do.
        return pair.years < 1 ? { reason: 'underOneYear' } : { kind, figure, base: from, years: pair.years };
      }
      case 'shareOfTotal': {
        if (figure.regionId === NATION) return { reason: 'isNation' };
        if (!isPart(figure.regionId, indicator)) return { reason: 'outsideTotal' };
        if (figure.value < 0) return { reason: 'negative' };
        const nation = nationAt(figure);
        const total = 'reason' in nation ? sumAt(figure) : nation;
        if ('reason' in total) return total;
        const refusal = isSum(total) ? null : pairRefusal({ ...total, regionId: figure.regionId }, figure);
        if (refusal !== null) return refusal;
        return total.value <= 0 ? { reason: 'totalNotPositive' } : { kind, figure, total };
      }
      case 'perHead': {
        // A table that counts the Corps by itself has it left out of the region around it; the residents have not.
        if (figure.regionId === AROUND_CORPS && indicator.expected === 'provincesAndCorps') return { reason: 'corpsApart' };
        const period = figure.period.slice(0, 4);
        const residents = residentsAt.get(keyOf(figure.regionId, period, ''));
        if (!population || !residents || !hasValue(residents) || residents.value <= 0 || unusable(residents, population.indicator) !== null) {
          return { reason: 'noPopulation', period };
        }
        return { kind, figure, residents };
      }
      case 'toNation': {
        if (figure.regionId === NATION) return { reason: 'isNation' };
        const nation = nationAt(figure);
        if ('reason' in nation) return nation;
        const refusal = pairRefusal({ ...nation, regionId: figure.regionId }, figure);
        return refusal ?? { kind, figure, nation };
      }
    }
  }

  return (figure) => {
    const trouble = unusable(figure, indicator);
    return trouble === null ? answerFor(figure) : { reason: trouble, of: 'figure' };
  };
}

/** Of each region and series, the first figure that others can be divided by. */
export function firstFigures(table: IndicatorTable): ReadonlyMap<string, Measured> {
  const firsts = new Map<string, Measured>();
  for (const one of table.observations) {
    if (!hasValue(one) || one.value <= 0 || unusable(one, table.indicator) !== null) continue;
    const key = keyOf(one.regionId, '', one.seriesId);
    const known = firsts.get(key);
    if (!known || one.period < known.period) firsts.set(key, one);
  }
  return firsts;
}

/** Periods in which at least one region has a figure that others can be divided by, earliest first. */
export const basePeriods = (table: IndicatorTable, regionIds?: readonly RegionId[], seriesId?: string): readonly Period[] =>
  [
    ...new Set(
      table.observations
        .filter((one) => (regionIds === undefined || regionIds.includes(one.regionId)) && (seriesId === undefined || one.seriesId === seriesId))
        .filter((one) => hasValue(one) && one.value > 0 && unusable(one, table.indicator) === null)
        .map(({ period }) => period),
    ),
  ].sort();
