import { isPeriod } from '../ingest/isOneOf.ts';
import type { Bench } from './bench.ts';
import type { Columns } from './columns.ts';
import { figureText } from './figureText.ts';
import type { CellSpot, Grid, GridRow, Reason } from './model.ts';

const spotIn = (grid: Grid, { line }: GridRow, column: number, head = ''): CellSpot => ({ file: grid.file, sheet: grid.sheet, kind: grid.kind, line, column, head });

/** What is left of a row is written down with one reason. */
export function leaveRow({ book }: Bench, columns: Columns, row: GridRow, reason: Reason, what = ''): void {
  const width = Math.max(row.cells.length, columns.header.cells.length);
  for (let column = 0; column < width; column += 1) {
    const spot = columns.spot(row, column);
    const text = row.cells[column] ?? '';
    if (!book.isUsed(spot) && (text !== '' || book.isFigure(spot))) book.leave(text === '' && reason !== 'duplicateRow' ? 'blank' : reason, spot, text, what);
  }
}

/** Rows that belong to no table: titles above it, notes below it, a sheet that is not read. */
export function leaveRows({ book }: Bench, grid: Grid, rows: readonly GridRow[], reason: Reason, what = ''): void {
  for (const row of rows) row.cells.forEach((text, column) => { if (text !== '') book.leave(reason, spotIn(grid, row, column), text, what); });
}

/** What stands above the names, and the names themselves. */
export function openTable(bench: Bench, columns: Columns): void {
  const { grid, header } = columns;
  leaveRows(bench, grid, grid.rows.slice(0, grid.rows.indexOf(header)), 'preamble');
  header.cells.forEach((text, column) => { if (text !== '') bench.book.use(columns.spot(header, column), 'name'); });
}

/** Columns that a row fills beyond its names, or lacks: a line that was cut, or a mark that is missing. */
export function isRagged(bench: Bench, columns: Columns, row: GridRow, needed: readonly number[] = []): boolean {
  const expected = columns.header.cells.length;
  const beyond = row.cells.slice(expected).some((text) => text !== '');
  const short = needed.some((column) => column >= row.cells.length);
  if (!beyond && !short) return false;
  bench.fault({ kind: 'raggedRow', args: { cells: row.cells.length, expected }, file: columns.grid.file, spot: columns.spot(row, Math.max(0, Math.min(expected, row.cells.length) - 1)) });
  return true;
}

/** The columns of a row that nobody has used and that hold no figures: told by their names. */
export function leaveRest({ book }: Bench, columns: Columns, row: GridRow, reason: Reason = 'columnNotCarried'): void {
  row.cells.forEach((text, column) => {
    const spot = columns.spot(row, column);
    if (text !== '' && !book.isUsed(spot) && !book.isFigure(spot)) book.leave(reason, spot, text, columns.head(column) || String(column + 1));
  });
}

/**
 * The digits of a cell of figures; null when there are none, which is then written down: blank, a sign, or a fault.
 */
export function digitsAt({ book, fault, tell }: Bench, spot: CellSpot, text: string): string | null {
  const read = figureText(text);
  switch (read.kind) {
    case 'number':
      if (read.wasOther) tell({ kind: 'numberForm', args: { found: text, value: read.digits }, spot });
      return read.digits;
    case 'blank':
      book.leave('blank', spot, '');
      return null;
    case 'sign':
      book.leave('absenceSign', spot, text, read.sign);
      return null;
    case 'comma':
      fault({ kind: 'ambiguousComma', args: { found: text }, file: spot.file, spot });
      return null;
    case 'none':
      fault({ kind: 'notANumber', args: { found: text }, file: spot.file, spot });
      return null;
  }
}

export type PeriodText = { readonly kind: 'period'; readonly period: string } | { readonly kind: 'other' } | { readonly kind: 'none' };

/** Years, months and days are periods; quarters, half-years, weeks and years before our era are none of the site's. */
export function periodText(text: string): PeriodText {
  const year = /^(\d{4})(?:\.0+)?$/.exec(text)?.[1];
  if (year !== undefined) return { kind: 'period', period: year };
  const month = /^(\d{4})-?M(\d{2})$/i.exec(text);
  if (month) return periodText(`${month[1] ?? ''}-${month[2] ?? ''}`);
  const annual = /^(\d{4})-A1?$/i.exec(text)?.[1];
  if (annual !== undefined) return { kind: 'period', period: annual };
  if (isPeriod(text)) return { kind: 'period', period: text };
  if (/^\d{4}-?(?:Q[1-4]|S[12]|H[12]|B[1-6]|T[1-3]|W\d{1,2}|D\d{3})$/i.test(text) || /^\d{4}(?:-\d{2}){0,2}(?:T[\d:]+)?\/\S+$/.test(text) || /^-\d{1,6}$/.test(text) || /^\d{1,3}$/.test(text)) return { kind: 'other' };
  return { kind: 'none' };
}
