import { translated } from '../i18n/translated.ts';
import { isOneOf, isPeriod } from './isOneOf.ts';
import { resolveRegion } from './resolveRegion.ts';
import type { Issue, IssueArgs, IssueCode } from './issue.ts';
import type { RegionIndex } from './resolveRegion.ts';
import type { TableRow } from './readTable.ts';
import type { Text } from '../model/text.ts';

/** Reads the cells of one row; whatever is wrong with a cell is told of, and the answer is null. */
export interface RowReader {
  /** Whether every cell asked for so far could be read. */
  isWhole(): boolean;
  cell(column: string): string;
  required(column: string): string | null;
  /** Blank: null, without an issue. */
  optional(column: string): string | null;
  /** Both languages: columns “name_zh” and “name_en”. */
  text(column: string): Text | null;
  /** Both languages or neither. */
  optionalText(column: string): Text | null;
  word<Word extends string>(column: string, words: readonly Word[]): Word | null;
  period(column: string): string | null;
  /** Blank: null, without an issue. */
  date(column: string): string | null;
  integer(column: string): number | null;
  region(column: string, index: RegionIndex): string | null;
  /** Tells of an issue that the cell illustrates. */
  refuse(column: string, issue: CellIssue): null;
}

type CellIssue = { [Code in IssueCode]: { readonly code: Code; readonly args: IssueArgs[Code] } }[IssueCode];

export function rowReader(row: TableRow, file: string, issues: Issue[]): RowReader {
  let isWhole = true;
  const tell = (column: string, issue: CellIssue): null => {
    isWhole = false;
    issues.push({ file, line: row.line, column, found: row.cell(column), ...issue });
    return null;
  };
  const required = (column: string): string | null => {
    const cell = row.cell(column);
    return cell === '' ? tell(column, { code: 'blankCell', args: null }) : cell;
  };
  const optionalText = (column: string): Text | null => {
    const [zh, en] = [row.cell(`${column}_zh`), row.cell(`${column}_en`)];
    if (zh === '' && en === '') return null;
    if (zh === '') return tell(`${column}_zh`, { code: 'missingLanguage', args: { language: 'zh' } });
    if (en === '') return tell(`${column}_en`, { code: 'missingLanguage', args: { language: 'en' } });
    return { zh, en: translated(en) };
  };
  return {
    isWhole: () => isWhole,
    cell: (column) => row.cell(column),
    required,
    optional: (column) => (row.cell(column) === '' ? null : row.cell(column)),
    text: (column) =>
      row.cell(`${column}_zh`) === '' && row.cell(`${column}_en`) === '' ? tell(`${column}_zh`, { code: 'blankCell', args: null }) : optionalText(column),
    optionalText,
    word: (column, words) => {
      const cell = required(column);
      if (cell === null) return null;
      return isOneOf(words, cell) ? cell : tell(column, { code: 'unknownWord', args: { known: words } });
    },
    period: (column) => {
      const cell = required(column);
      return cell === null || isPeriod(cell) ? cell : tell(column, { code: 'badPeriod', args: null });
    },
    date: (column) => {
      const cell = row.cell(column);
      if (cell === '') return null;
      return isPeriod(cell) ? cell : tell(column, { code: 'badDate', args: null });
    },
    integer: (column) => {
      const cell = row.cell(column);
      if (cell === '') return null;
      return /^\d+$/.test(cell) ? Number(cell) : tell(column, { code: 'notAnInteger', args: null });
    },
    region: (column, index) => {
      const cell = required(column);
      if (cell === null) return null;
      const resolved = resolveRegion(cell, index);
      if (resolved.kind === 'found') return resolved.regionId;
      return resolved.kind === 'unknown'
        ? tell(column, { code: 'unknownRegion', args: null })
        : tell(column, { code: 'ambiguousRegion', args: { candidates: resolved.candidates } });
    },
    refuse: tell,
  };
}
