import type { IndicatorTable } from '../model/indicator.ts';
import type { Observation, Period } from '../model/observation.ts';
import type { RegionId } from '../model/region.ts';

/** A map of fewer regions than this says more of the gathering than of the land. */
export const MAPPABLE_REGIONS = 20;

const isOf = (observation: Observation, seriesId: string | undefined): boolean => seriesId === undefined || observation.seriesId === seriesId;

/** Whether anything was published: a value, a place or a class. */
const isPresent = ({ value, publishedRank, band }: Observation): boolean => value !== null || publishedRank !== undefined || band !== undefined;

/** Periods for which anything was published, earliest first. Without a series: of all series. */
export function periods(table: IndicatorTable, seriesId?: string): readonly Period[] {
  const found = table.observations.filter((observation) => isOf(observation, seriesId) && isPresent(observation));
  return [...new Set(found.map(({ period }) => period))].sort();
}

/** Periods that can be drawn as a map: at least 20 regions have a value or a class. Earliest first. */
export function mappablePeriods(table: IndicatorTable, seriesId?: string): readonly Period[] {
  return periods(table, seriesId).filter((period) => {
    const drawn = observationsAt(table, period, seriesId).filter(({ value, band }) => value !== null || band !== undefined);
    return new Set(drawn.map(({ regionId }) => regionId)).size >= MAPPABLE_REGIONS;
  });
}

/** Periods of which at least 20 regions have a value: they can be ranked by it. Earliest first. */
export const rankedPeriods = (table: IndicatorTable, seriesId?: string): readonly Period[] =>
  mappablePeriods(table, seriesId).filter((period) => new Set(observationsAt(table, period, seriesId).filter(({ value }) => value !== null).map(({ regionId }) => regionId)).size >= MAPPABLE_REGIONS);

/** All observations of a period, absent ones too, as they stand in the table. */
export const observationsAt = (table: IndicatorTable, period: Period, seriesId?: string): readonly Observation[] =>
  table.observations.filter((observation) => observation.period === period && isOf(observation, seriesId));

/** One region's observations in a series, earliest first, absent ones too. */
export const observationsOf = (table: IndicatorTable, regionId: RegionId, seriesId = ''): readonly Observation[] =>
  table.observations
    .filter((observation) => observation.regionId === regionId && observation.seriesId === seriesId)
    .sort((one, other) => (one.period < other.period ? -1 : one.period > other.period ? 1 : 0));

/** The one observation of a region, period and series. */
export const observationAt = (table: IndicatorTable, regionId: RegionId, period: Period, seriesId = ''): Observation | undefined =>
  table.observations.find((one) => one.regionId === regionId && one.period === period && one.seriesId === seriesId);

/** The latest observation of a region in a series for which anything was published. */
export const latest = (table: IndicatorTable, regionId: RegionId, seriesId = ''): Observation | undefined =>
  observationsOf(table, regionId, seriesId).filter(isPresent).at(-1);
