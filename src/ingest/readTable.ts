import { parseCsv } from './parseCsv.ts';
import type { Issue } from './issue.ts';

/** A row whose cells are asked for by name. */
export interface TableRow {
  readonly line: number;
  /** Without spaces at its ends; blank when the column is missing. */
  cell(column: string): string;
}

export interface Table {
  readonly rows: readonly TableRow[];
  readonly issues: readonly Issue[];
}

/** A CSV text whose columns are known by name; columns that are missing or not known are told of once. */
export function readTable(text: string, file: string, columns: { readonly required: readonly string[]; readonly optional: readonly string[] }): Table {
  const { header, rows, issues } = parseCsv(text, file);
  if (header.length === 0) return { rows: [], issues };
  const known = [...columns.required, ...columns.optional];
  const unknown = header
    .filter((column) => column !== '' && !known.includes(column))
    .map((column): Issue => ({ file, line: 1, found: column, code: 'unknownColumn', args: { known } }));
  const missing = columns.required
    .filter((column) => !header.includes(column))
    .map((column): Issue => ({ file, line: 1, column, code: 'missingColumn', args: null }));
  const positions = new Map(header.map((column, index) => [column, index]));
  return {
    rows: rows.map(({ line, cells }) => ({
      line,
      cell: (column) => {
        const position = positions.get(column);
        return position === undefined ? '' : (cells[position] ?? '').trim();
      },
    })),
    issues: [...issues, ...unknown, ...missing],
  };
}

/** “a|b” to its parts; blank to none. */
export const splitList = (cell: string): readonly string[] => cell.split('|').map((part) => part.trim()).filter((part) => part !== '');

/** Finds a key that has stood before, and remembers its line. */
export function duplicates(): (key: string, line: number) => number | null {
  const lines = new Map<string, number>();
  return (key, line) => {
    const firstLine = lines.get(key);
    if (firstLine === undefined) lines.set(key, line);
    return firstLine ?? null;
  };
}
