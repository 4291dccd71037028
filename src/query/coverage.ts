import { ABSENCES } from '../model/observation.ts';
import { expectedCount, isExpected } from './expected.ts';
import type { Indicator } from '../model/indicator.ts';
import type { Absence, Observation } from '../model/observation.ts';
import type { Region, RegionId } from '../model/region.ts';

/** “29 of 31”: k regions have a figure, the others are absent for a reason; k and the parts add up to n. */
export interface Coverage {
  readonly k: number;
  readonly n: number;
  readonly absent: Readonly<Record<Absence, number>>;
}

/** Whether it carries what its indicator publishes: a value, or else a place or a class. */
export const hasFigure = (observation: Observation, publishes: Indicator['publishes']): boolean =>
  observation.value !== null ||
  (publishes === 'ranks' && observation.publishedRank !== undefined) ||
  (publishes === 'bands' && observation.band !== undefined);

/**
 * How much of what is expected is there.
 *
 * @param observations One period and one series. Regions outside those expected (the nation's total, Hong Kong in a
 *   survey of the 31) are left out. An expected region without a row has not been gathered.
 */
export function coverage(observations: readonly Observation[], indicator: Indicator, regions: readonly Region[]): Coverage {
  const expectedIds = new Set(regions.filter((region) => isExpected(region, indicator.expected)).map(({ id }) => id));
  const absent: Record<Absence, number> = { notPublished: 0, notGathered: 0, notApplicable: 0, notSurveyed: 0, suppressed: 0 };
  const states = new Map<RegionId, Absence | 'present'>();
  for (const observation of observations) {
    const { regionId } = observation;
    if (!expectedIds.has(regionId) || states.get(regionId) === 'present') continue;
    if (hasFigure(observation, indicator.publishes)) states.set(regionId, 'present');
    else if (observation.value === null) states.set(regionId, observation.status);
  }
  let k = 0;
  for (const state of states.values()) {
    if (state === 'present') k += 1;
    else absent[state] += 1;
  }
  const n = Math.max(expectedCount(indicator.expected), states.size);
  absent.notGathered += n - states.size;
  return { k, n, absent };
}

/** The kinds of absence that occur, in the order of the model. */
export const absentKinds = ({ absent }: Coverage): readonly Absence[] => ABSENCES.filter((absence) => absent[absence] > 0);
