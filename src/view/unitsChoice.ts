import type { Indicator, IndicatorTable } from '../model/indicator.ts';
import type { Say } from '../i18n/say.ts';
import { hasValue, type Period } from '../model/observation.ts';
import type { RegionId } from '../model/region.ts';
import { MAPPABLE_REGIONS, mappablePeriods, observationsAt } from '../query/select.ts';
import { readKey, type KeyRefusal } from '../state/query.ts';
import { placePeriods } from './bumpView.ts';
import { isRate, type UnitsScale, type UnitsSort } from './unitsView.ts';

export const UNITS_CHARTS = ['multiples', 'bump'] as const;
export type UnitsChart = (typeof UNITS_CHARTS)[number];
export const UNITS_SCALES = ['own', 'shared'] as const satisfies readonly UnitsScale[];
export const UNITS_SORTS = ['group', 'value', 'code'] as const satisfies readonly UnitsSort[];

/** Five lines are told apart by colour and dash; a sixth is not. */
export const MOST_CHOSEN = 5;
/** Fewer is no course over time. */
const MIN_PERIODS = 3;
const MIN_PLACE_PERIODS = 2;

/** Periods with a value in at least 20 regions; those with classes only have nothing to measure. Earliest first. */
export const valuePeriods = (table: IndicatorTable): readonly Period[] =>
  mappablePeriods(table).filter((period) => observationsAt(table, period).filter(hasValue).length >= MAPPABLE_REGIONS);

/** The orders that a reader may choose; none by value where places are not told. */
export const unitsSorts = ({ words }: Say): readonly UnitsSort[] => (words.standings === 'groups' ? UNITS_SORTS.filter((sort) => sort !== 'value') : UNITS_SORTS);

/** How a table's regions can be drawn over time, the first being what is shown unasked; none: it has too few periods. */
export function unitsCharts(table: IndicatorTable, { words }: Say): readonly UnitsChart[] {
  if (!table.indicator.expected.startsWith('provinces')) return [];
  if (valuePeriods(table).length >= MIN_PERIODS) return words.standings === 'groups' ? ['multiples'] : UNITS_CHARTS;
  return words.standings === 'places' && placePeriods(table).length >= MIN_PLACE_PERIODS ? ['bump'] : [];
}

/** Periods whose distribution can be drawn. */
export const stripPeriods = (table: IndicatorTable): readonly Period[] => (table.indicator.expected.startsWith('provinces') ? valuePeriods(table) : []);

export const defaultScale = (indicator: Indicator): UnitsScale => (isRate(indicator) ? 'shared' : 'own');

export interface ChosenRegions {
  readonly chosen: readonly RegionId[];
  /** What names no region of the sheet. */
  readonly unknown: readonly KeyRefusal[];
  /** Known ones, of which there were too many. */
  readonly beyond: readonly RegionId[];
}

/** The regions that an address picks out: the first five it knows, and what could not be used. */
export function chosenIn(found: string | null, known: readonly RegionId[], first: readonly RegionId[]): ChosenRegions {
  if (found === null) return { chosen: first, unknown: [], beyond: [] };
  const ids = [...new Set(found.split('.'))];
  const usable = ids.filter((id) => known.includes(id));
  const refusals: KeyRefusal[] = [];
  const strangers = ids.filter((id) => !known.includes(id)).join('.');
  // readKey cuts what it tells to a length that can be shown.
  if (strangers !== '' || usable.length === 0) readKey(new URLSearchParams({ regions: strangers }), 'regions', null, () => undefined, refusals);
  return { chosen: usable.length === 0 ? first : usable.slice(0, MOST_CHOSEN), unknown: refusals, beyond: usable.slice(MOST_CHOSEN) };
}
