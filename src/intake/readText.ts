import Papa from 'papaparse';
import { DELIMITERS, type Delimiter, type Fault, type Sheet, type SheetRow } from './model.ts';

const SIGNS: Readonly<Record<Delimiter, string>> = { comma: ',', tab: '\t', semicolon: ';', bar: '|' };

/** Lines that are looked at to find out how a file is cut. */
const LOOKED_AT_LINES = 40;

/** Signs outside quotation marks, line by line. */
function counts(text: string, sign: string): readonly number[] {
  const lines: number[] = [0];
  let isQuoted = false;
  for (const character of text) {
    if (character === '"') isQuoted = !isQuoted;
    else if (character === '\n' && !isQuoted) lines.push(0);
    else if (character === sign && !isQuoted) lines.push((lines.pop() ?? 0) + 1);
    if (lines.length > LOOKED_AT_LINES) break;
  }
  return lines;
}

/**
 * The sign that cuts most lines into the same number of cells. Where a comma follows each tab, the comma cuts: the tab is
 * what one publisher puts behind each figure so that spreadsheets leave it as it is.
 */
export function findDelimiter(text: string): Delimiter {
  const worth = (delimiter: Delimiter): number => {
    const seen = counts(text, SIGNS[delimiter]).filter((count) => count > 0);
    const usual = [...seen].sort((one, other) => one - other)[Math.floor(seen.length / 2)] ?? 0;
    return seen.filter((count) => count === usual).length * (usual > 0 ? 1 : 0) * 100 + usual;
  };
  const isTabComma = (text.match(/\t,/g)?.length ?? 0) > 2;
  if (isTabComma) return 'comma';
  return DELIMITERS.reduce((best, one) => (worth(one) > worth(best) ? one : best));
}

/** A text to rows of cells, none of them lost: what stands above and below a table is cut otherwise than the table. */
export function readText(text: string, name: string, delimiter: Delimiter): { readonly sheet: Sheet; readonly faults: readonly Fault[] } {
  const content = text.replace(/\r\n?/g, '\n').replace(/\n*$/, '\n');
  const rows: SheetRow[] = [];
  const faults: Fault[] = [];
  content.split('\n').forEach((line, index) => {
    if (line.includes('\uFFFD')) faults.push({ kind: 'badCharacter', args: null, spot: { line: index + 1, column: 0 } });
  });
  let line = 1;
  let start = 0;
  // As in ingest/parseCsv.ts: the cursor, not `row`, tells where in the file it is.
  Papa.parse<string[]>(content, {
    delimiter: SIGNS[delimiter],
    newline: '\n',
    step: ({ data, errors, meta }) => {
      const raw = content.slice(start, meta.cursor);
      if (errors.length > 0) faults.push({ kind: 'badQuote', args: null, spot: { line, column: 0 } });
      else if (raw.trim() !== '') rows.push({ line, cells: data.map((cell) => ({ text: cell.trim() })) });
      line += raw.split('\n').length - 1;
      start = meta.cursor;
    },
  });
  return { sheet: { name, rows }, faults };
}
