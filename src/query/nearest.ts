import type { IndicatorTable } from '../model/indicator.ts';
import { hasValue, type Measured, type Period } from '../model/observation.ts';
import type { RegionId } from '../model/region.ts';
import { daysBetween, periodSpan } from './periodSpan.ts';

/** What may stand as a fact: a figure that is neither foretold nor doubtful. */
const facts = (table: IndicatorTable, regionId: RegionId | null): readonly Measured[] =>
  table.observations.filter(hasValue).filter((one) => one.status !== 'forecast' && one.confidence !== 'C' && (regionId === null || one.regionId === regionId));

const orderOf = ({ indicator }: IndicatorTable) => {
  const order = new Map((indicator.series ?? []).map(({ id }, index) => [id, index]));
  return (a: Measured, b: Measured) => (order.get(a.seriesId) ?? -1) - (order.get(b.seriesId) ?? -1) || (a.period < b.period ? -1 : 1);
};

/**
 * The figures of the same time, and else of the nearest time with any, on either side, series by series. A figure of a
 * month is of the same time as its year.
 *
 * @param regionId Null: of any region.
 */
export function nearest(table: IndicatorTable, period: Period, regionId: RegionId | null = null): readonly Measured[] {
  const known = facts(table, regionId).map((one) => ({ one, days: daysBetween(one.period, period) }));
  const least = Math.min(...known.map(({ days }) => days));
  // Month ends before and after are as far apart as the calendar lets them be: within a month they are equally near.
  const reach = least === 0 ? 0 : least + 31;
  return known.filter(({ days }) => days <= reach).map(({ one }) => one).sort(orderOf(table));
}

/** The latest figure of each series, in the order of the indicator's series. */
export function latestOfEach(table: IndicatorTable, regionId: RegionId | null = null): readonly Measured[] {
  const latest = new Map<string, Measured>();
  for (const one of facts(table, regionId)) {
    const before = latest.get(one.seriesId);
    if (!before || periodSpan(before.period).last < periodSpan(one.period).last) latest.set(one.seriesId, one);
  }
  return [...latest.values()].sort(orderOf(table));
}
