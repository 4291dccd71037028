import Papa from 'papaparse';
import type { Issue } from './issue.ts';

export interface CsvRow {
  /** The line it begins in, as an editor counts; the header is line 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface Csv {
  readonly header: readonly string[];
  readonly rows: readonly CsvRow[];
  readonly issues: readonly Issue[];
}

const DELIMITERS = [',', '\t', ';'] as const;

/** The one that the header uses most, outside quotation marks; the comma when it uses none. */
function detectDelimiter(text: string): string {
  const counts = new Map<string, number>();
  let isQuoted = false;
  for (const character of text) {
    if (character === '"') isQuoted = !isQuoted;
    else if (character === '\n' && !isQuoted) break;
    else if (!isQuoted) counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  return DELIMITERS.reduce((best, delimiter) => ((counts.get(delimiter) ?? 0) > (counts.get(best) ?? 0) ? delimiter : best));
}

const linesIn = (text: string): number => text.split('\n').length - 1;

/**
 * A text to rows of cells, all of them text: an adcode is a name, not a number. Blank lines are passed over. Line ends
 * are read as LF, also within quotation marks, so lines are counted as an editor counts them. Rows that don't fit the
 * header are told of and left out.
 *
 * @param text Decoded, without a byte order mark (`decode`).
 */
export function parseCsv(text: string, file: string): Csv {
  const content = text.replace(/\r\n?/g, '\n');
  const issues: Issue[] = [];
  const parsed: CsvRow[] = [];
  if (content.trim() === '') return { header: [], rows: [], issues: [{ file, code: 'emptyFile', args: null }] };

  content.split('\n').forEach((line, index) => {
    if (line.includes('\uFFFD')) issues.push({ file, line: index + 1, code: 'badCharacter', args: null });
  });

  // papaparse's `row` is no line of the file: a quoted text may hold line ends. The cursor is, once they are counted.
  let line = 1;
  let start = 0;
  Papa.parse<string[]>(content, {
    delimiter: detectDelimiter(content),
    newline: '\n',
    step: ({ data, errors, meta }) => {
      const raw = content.slice(start, meta.cursor);
      // A misplaced mark swallows what follows, so only the first fault of a row is a fault of its own.
      const [fault] = errors;
      if (fault) issues.push({ file, line, code: fault.code === 'MissingQuotes' ? 'unterminatedQuote' : 'misplacedQuote', args: null });
      if (raw.trim() !== '' && !fault) parsed.push({ line, cells: data });
      line += linesIn(raw);
      start = meta.cursor;
    },
  });

  const [first, ...others] = parsed;
  if (first === undefined) return { header: [], rows: [], issues };
  const header = first.cells.map((name) => name.trim());
  header.forEach((name, index) => {
    if (name === '') issues.push({ file, line: first.line, code: 'emptyColumnName', args: { position: index + 1 } });
    else if (header.indexOf(name) !== index) issues.push({ file, line: first.line, found: name, code: 'duplicateColumnName', args: null });
  });
  const rows = others.filter(({ line: at, cells }) => {
    if (cells.length === header.length) return true;
    issues.push({ file, line: at, code: 'raggedRow', args: { cells: cells.length, expected: header.length } });
    return false;
  });
  return { header, rows, issues: issues.sort((one, other) => (one.line ?? 0) - (other.line ?? 0)) };
}
