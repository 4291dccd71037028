import type { CellSpot, Grid, GridRow } from './model.ts';

/** Names of columns as they are compared: no case, no spaces, signs or marks. */
export const plainHead = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[\s_\-–()[\]./"']+/g, '');

/** The names above a table, and where each stands. */
export interface Columns {
  readonly grid: Grid;
  readonly header: GridRow;
  /** What is below it. */
  readonly body: readonly GridRow[];
  /** First place of a column by any of its names; null: it isn't there. */
  at(...names: readonly string[]): number | null;
  /** How often one of the names stands there. */
  count(...names: readonly string[]): number;
  head(column: number): string;
  spot(row: GridRow, column: number): CellSpot;
  text(row: GridRow, column: number | null): string;
}

export function columnsAt(grid: Grid, at: number): Columns {
  const header = grid.rows[at] ?? { line: 1, cells: [] };
  const names = header.cells.map(plainHead);
  const wanted = (all: readonly string[]) => all.map(plainHead);
  return {
    grid,
    header,
    body: grid.rows.slice(at + 1),
    at: (...all) => {
      for (const name of wanted(all)) {
        const found = names.indexOf(name);
        if (found !== -1) return found;
      }
      return null;
    },
    count: (...all) => names.filter((name) => wanted(all).includes(name)).length,
    head: (column) => header.cells[column] ?? '',
    spot: (row, column) => ({ file: grid.file, sheet: grid.sheet, kind: grid.kind, line: row.line, column, head: header.cells[column] ?? '' }),
    text: (row, column) => (column === null ? '' : (row.cells[column] ?? '')),
  };
}

/** The first row, of the first forty, in which each of these stands under one of its names; −1: none. */
export function headerRow(grid: Grid, needed: readonly (readonly string[])[]): number {
  return grid.rows.slice(0, 40).findIndex(({ cells }) => {
    const names = cells.map(plainHead);
    return needed.every((any) => any.some((name) => names.includes(plainHead(name))));
  });
}

/** The row that has most of the wanted names, to say which of them it lacks. */
export function nearestHeader(grid: Grid, needed: readonly (readonly string[])[]): { readonly found: readonly string[]; readonly missing: readonly string[] } {
  let best: { readonly found: readonly string[]; readonly missing: readonly string[] } = { found: [], missing: needed.map(([first = '']) => first) };
  for (const { cells } of grid.rows.slice(0, 40)) {
    const names = cells.map(plainHead);
    const missing = needed.filter((any) => !any.some((name) => names.includes(plainHead(name)))).map(([first = '']) => first);
    if (missing.length < best.missing.length || best.found.length === 0) best = { found: cells.filter((cell) => cell !== ''), missing };
  }
  return best;
}
