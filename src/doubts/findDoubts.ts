import type { IndicatorTable } from '../model/indicator.ts';
import type { Region } from '../model/region.ts';
import { cellText, type Doubt } from '../model/doubt.ts';
import { contradictedRanks, notYet, overWhole, partsThatDiffer, signSlips, standingApart } from './ofFigures.ts';
import { copiedPeriods, swappedRows } from './ofPeriods.ts';
import { doubtsOfSteps } from './ofSteps.ts';

export interface DoubtsInput {
  /** Whose figures are doubted. */
  readonly table: IndicatorTable;
  /** Among them the wholes that its parts are held against. */
  readonly tables: readonly IndicatorTable[];
  readonly regions: readonly Region[];
  /** ISO date on which the figures were read. */
  readonly retrieved: string;
}

/**
 * What people get wrong in figures that can each be read: units, rows, years, signs, sums, places. The same for the build,
 * for `npm run data` and for check.html. Nothing here knows what is right: each doubt says what was found, and against what.
 */
export function findDoubts({ table, tables, regions, retrieved }: DoubtsInput): readonly Doubt[] {
  const swapped = swappedRows(table);
  const copied = copiedPeriods(table);
  // What was exchanged or copied jumps there and back; it is told once.
  const places = new Set(swapped.flatMap(({ cell, args }) => ('other' in args ? [cell.region, args.other].map((region) => cellText({ ...cell, region })) : [])));
  const periods = new Set(copied.flatMap(({ cell, args }) => ('other' in args ? [cell.period, args.other].map((period) => `${cell.series} ${period}`) : [])));
  const isTold = ({ cell, args }: Doubt): boolean => [cell.period, ...('when' in args ? [args.when] : [])].some((period) => places.has(cellText({ ...cell, period })) || periods.has(`${cell.series} ${period}`));
  const jumps = doubtsOfSteps(table).filter((doubt) => !isTold(doubt));
  const jumped = new Set(jumps.map(({ cell }) => cellText(cell)));
  return [
    ...swapped,
    ...copied,
    ...jumps,
    ...standingApart(table).filter((doubt) => !isTold(doubt) && !jumped.has(cellText(doubt.cell))),
    ...overWhole(table),
    ...signSlips(table),
    ...contradictedRanks(table),
    ...partsThatDiffer(table, tables, regions),
    ...notYet(table, retrieved),
  ];
}
