import type { Account, CellSpot, Grid, ImportedTable, LeftOut, Reason, Telling } from './model.ts';

type Use = 'name' | 'row' | 'rank' | 'aside' | LeftOut;

type Address = Pick<CellSpot, 'file' | 'sheet' | 'line' | 'column'>;

/** More columns no sheet has. */
const MOST_COLUMNS = 20_000;
const sheetKey = ({ file, sheet }: Address): string => `${file}\t${sheet}`;
const cellKey = ({ line, column }: Address): number => line * MOST_COLUMNS + column + 1;
const addressText = (key: number): string => `${Math.floor(key / MOST_COLUMNS)}:${key % MOST_COLUMNS}`;

/** Texts that are told one by one; of others, cells of one column with one reason are counted, for they say the same. */
const EACH: readonly Reason[] = ['preamble', 'note', 'summaryRow', 'sheetNotCarried', 'flagNotCarried'];

/** Every cell of the files with what became of it. */
export interface Ledger {
  /** A cell that must end in a table or in the account, blank or not. */
  figure(spot: CellSpot): void;
  /** `name`: it says whose a figure is; `row`, `rank`: it is in a table; `aside`: it is there beside a figure. */
  use(spot: CellSpot, as: 'name' | 'row' | 'rank' | 'aside'): void;
  leave(reason: Reason, spot: CellSpot, found: string, what?: string): void;
  isUsed(spot: CellSpot): boolean;
  isFigure(spot: CellSpot): boolean;
  /** @throws when a cell has been forgotten or used twice: our own mistake. */
  close(grids: readonly Grid[], tables: readonly ImportedTable[], told: readonly Telling[], isWhole: boolean): Account;
}

/**
 * Who reads a file writes down what becomes of each cell, once. At the end every cell that isn't blank, and every cell of
 * figures, must have been written down: so nothing is lost silently, whatever the file holds.
 */
export function ledger(): Ledger {
  // A large file has millions of cells: they are kept by number within their sheet.
  const uses = new Map<string, Map<number, Use>>();
  const figures = new Map<string, Set<number>>();
  const groups = new Map<string, { use: LeftOut; count: number }>();
  const useOf = (spot: Address): Use | undefined => uses.get(sheetKey(spot))?.get(cellKey(spot));
  const isFigure = (spot: Address): boolean => figures.get(sheetKey(spot))?.has(cellKey(spot)) === true;
  const put = (spot: CellSpot, use: Use): void => {
    const own = uses.get(sheetKey(spot)) ?? new Map<number, Use>();
    uses.set(sheetKey(spot), own);
    const before = own.get(cellKey(spot));
    // A name may serve many figures.
    if (before !== undefined && !(before === 'name' && use === 'name')) throw new Error(`a cell is accounted for twice: ${sheetKey(spot)} ${addressText(cellKey(spot))} (${typeof before === 'string' ? before : before.reason})`);
    own.set(cellKey(spot), use);
  };
  return {
    figure: (spot) => {
      const own = figures.get(sheetKey(spot)) ?? new Set<number>();
      figures.set(sheetKey(spot), own.add(cellKey(spot)));
    },
    use: put,
    leave: (reason, spot, found, what = '') => {
      if (isFigure(spot) || EACH.includes(reason)) return put(spot, { reason, what, spot, found, isFigure: isFigure(spot), count: 1 });
      const key = [sheetKey(spot), reason, what, spot.column].join('\t');
      const group = groups.get(key) ?? { use: { reason, what, spot, found, isFigure: false, count: 1 }, count: 0 };
      group.count += 1;
      groups.set(key, group);
      put(spot, group.use);
    },
    isUsed: (spot) => useOf(spot) !== undefined,
    isFigure,
    close: (grids, tables, told, isWhole) => {
      let [inFiles, carried, leftOut] = [0, 0, 0];
      for (const [sheet, own] of figures) {
        for (const key of own) {
          const use = uses.get(sheet)?.get(key);
          inFiles += 1;
          if (use === 'row' || use === 'rank') carried += 1;
          else if (typeof use === 'object') leftOut += 1;
          else if (isWhole) throw new Error(`a figure is neither in a table nor accounted for: ${sheet} ${addressText(key)}`);
        }
      }
      if (isWhole) {
        for (const { file, sheet, rows } of grids) for (const { line, cells } of rows) cells.forEach((text, column) => { if (text !== '' && useOf({ file, sheet, line, column }) === undefined) throw new Error(`a cell is not accounted for: ${file} ${sheet} ${line}:${column + 1} “${text}”`); });
        let inTables = 0;
        const count = (spot: CellSpot | null): void => { const use = spot && useOf(spot); if (use === 'row' || use === 'rank') inTables += 1; };
        for (const { rows } of tables) for (const { spot, rankSpot } of rows) { count(spot); count(rankSpot); }
        if (inTables !== carried) throw new Error(`${inTables} figures are in the tables, ${carried} are said to be`);
      }
      const counts = new Map([...groups.values()].map(({ use, count }) => [use, count]));
      const left: LeftOut[] = [];
      for (const own of uses.values()) {
        const seen = new Set<LeftOut>();
        for (const use of own.values()) {
          if (typeof use !== 'object' || seen.has(use)) continue;
          if (counts.has(use)) seen.add(use);
          left.push({ ...use, count: counts.get(use) ?? 1 });
        }
      }
      return { figures: { inFiles, carried, leftOut }, left, told };
    },
  };
}
