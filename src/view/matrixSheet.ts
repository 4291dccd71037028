import type { Sheet, SheetCell } from '../download/sheet.ts';
import { sheetOfTable, type SheetOptions } from '../download/sheetOfTable.ts';
import type { Say } from '../i18n/say.ts';
import type { Arrangement } from './matrixArrangement.ts';
import type { MatrixCell, MatrixSheet } from './matrixView.ts';

/** A matrix as a spreadsheet gets it: the rows, columns and order shown, codes as text, what is said of a cell beside it. */
export function matrixSheet(sheet: MatrixSheet, { columns, blocks }: Arrangement, code: string, options: SheetOptions, say: Say): Sheet {
  const rows = [...blocks.flatMap((block) => block.rows), ...sheet.foot];
  const table = {
    columns: [
      { key: 'code', label: code },
      { key: 'name', label: sheet.corner, head: true },
      ...columns.map(({ column }) => ({ key: column.key, label: [column.group ?? '', column.said ?? column.label].filter(Boolean).join(say.words.comma), numeric: sheet.holds === 'figures' })),
    ],
    // Rows at the foot that count the others have no code of a region.
    rows: rows.map((row) => ({ key: row.key, cells: [/^\d{6}$/.test(row.key) ? row.key : '', row.name, ...columns.map(({ index }) => row.cells[index]?.text ?? '')].map((text) => ({ text })) })),
  };
  const plain = sheetOfTable(table, options, say);
  const told = (given: SheetCell, cell: MatrixCell | undefined): SheetCell => {
    if (!cell) return given;
    if (cell.absence !== undefined) return { text: cell.text, value: null, status: cell.said ?? say.words.absence[cell.absence] };
    const isPlain = cell.mark === undefined && cell.doubtful === undefined;
    return isPlain || cell.said === undefined ? given : { ...given, status: cell.said };
  };
  return { ...plain, rows: plain.rows.map((cells, at) => cells.map((given, column) => told(given, column < 2 ? undefined : rows[at]?.cells[columns[column - 2]?.index ?? -1]))) };
}
