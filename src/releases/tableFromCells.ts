import type { Indicator, IndicatorTable } from '../model/indicator.ts';
import { ABSENCES, PRECISIONS, STATUSES, type Observation } from '../model/observation.ts';
import { readCell, readCellKey, type Cells } from './cells.ts';

const NO_SOURCE = '';

/**
 * A table of another day, from the cells that its release kept and the descriptor of today: for places and classes. Of
 * where a figure was read, and how far it can be trusted, the cells say nothing.
 */
export function tableFromCells(indicator: Indicator, cells: Cells): Pick<IndicatorTable, 'indicator' | 'observations'> {
  const observations = [...cells].map(([key, text]): Observation => {
    const { series, region, period } = readCellKey(key);
    const { value, status, precision, printedDecimals, rank, band } = readCell(text);
    const shared = { regionId: region, period, seriesId: series, sourceId: NO_SOURCE, confidence: 'A', ...(rank !== null && { publishedRank: rank }), ...(band !== '' && { band }) } as const;
    if (value === null) return { ...shared, value, status: ABSENCES.find((one) => one === status) ?? 'notGathered' };
    return { ...shared, value, status: STATUSES.find((one) => one === status) ?? 'measured', precision: PRECISIONS.find((one) => one === precision) ?? 'exact', printedDecimals };
  });
  return { indicator, observations };
}
