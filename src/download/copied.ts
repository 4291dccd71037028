import { copyText } from './clipboard.ts';
import { gridOf, type GridCell, type GridWords } from './grid.ts';
import { guarded } from './plainText.ts';
import type { Sheet } from './sheet.ts';

/** One table in the two forms that programs ask a clipboard for. */
export interface CopiedTable {
  /** For Word, mail and spreadsheets. */
  readonly html: string;
  /** For anything else: tabs between cells, a line a row. */
  readonly tsv: string;
  readonly rowCount: number;
}

/** A tab would begin another cell and a line break another row. */
const inOneCell = (text: string): string => guarded(text.replace(/[\t\n\u2028\u2029]+/g, ' ').trim());

/** With the shown decimals, but neither groups nor a typographic minus: a spreadsheet would take those for a text. */
const printed = (cell: GridCell): string => {
  if (cell === null) return '';
  if (cell.kind === 'text') return inOneCell(cell.text);
  const isPlain = Math.abs(cell.value) < 1e21 && cell.decimals !== null && cell.decimals <= 100;
  return isPlain ? cell.value.toFixed(cell.decimals) : String(cell.value);
};

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);

/** “2018-10” would be pasted into a spreadsheet as a date, “007” as 7. */
const LOOKS_LIKE_A_NUMBER = /^[\d.,/:%-]+$/;
const KEPT_AS_TEXT = ' style="mso-number-format:\'\\@\'"';

export function copiedTable(sheet: Sheet, words: GridWords): CopiedTable {
  const { columns, rows } = gridOf(sheet, words);
  const head = columns.map(({ label }) => inOneCell(label));
  const body = rows.map((row) => row.map((cell) => ({ text: printed(cell), isText: cell?.kind === 'text' })));
  const cellsHtml = body.map((row) => row.map(({ text, isText }) => `<td${isText && LOOKS_LIKE_A_NUMBER.test(text) ? KEPT_AS_TEXT : ''}>${escaped(text)}</td>`).join(''));
  return {
    html: `<table><thead><tr>${head.map((label) => `<th>${escaped(label)}</th>`).join('')}</tr></thead><tbody>${cellsHtml.map((cells) => `<tr>${cells}</tr>`).join('')}</tbody></table>`,
    tsv: [head.join('\t'), ...body.map((row) => row.map(({ text }) => text).join('\t'))].join('\r\n'),
    rowCount: rows.length,
  };
}

/** @returns Whether the clipboard has it now. */
export const copy = ({ html, tsv }: CopiedTable): Promise<boolean> => copyText({ html, plain: tsv });
