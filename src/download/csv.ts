import Papa from 'papaparse';
import { FORMULA_START } from './plainText.ts';
import { gridOf, type GridCell, type GridWords } from './grid.ts';
import type { Sheet } from './sheet.ts';

/** Without it Excel on Windows reads a CSV in the system's old encoding, and Chinese turns to garbage. */
const BYTE_ORDER_MARK = '\uFEFF';

export interface CsvWish {
  /** With a byte order mark; other tools would take it for a part of the first column's name. */
  readonly isForExcel: boolean;
}

const valueOf = (cell: GridCell): string | number | null => (cell === null ? null : cell.kind === 'number' ? cell.value : cell.text);

/** The table as RFC 4180 has it: a header in the reader's language, CRLF, a number with “-” and “.”, an absence empty. */
export function csv(sheet: Sheet, words: GridWords, { isForExcel }: CsvWish): string {
  const { columns, rows } = gridOf(sheet, words);
  const table = [columns.map(({ label }) => label), ...rows.map((row) => row.map(valueOf))];
  const text = Papa.unparse(table, { newline: '\r\n', escapeFormulae: FORMULA_START });
  return `${isForExcel ? BYTE_ORDER_MARK : ''}${text}\r\n`;
}
