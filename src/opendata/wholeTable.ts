import { parseCsv } from '../ingest/parseCsv.ts';
import type { Release } from '../model/release.ts';
import type { Lang } from '../model/text.ts';
import type { Sheet } from '../download/sheet.ts';
import type { FigureFacts } from '../share/figureFacts.ts';

/** What the page says of a table, read from where it stands. */
export interface ListedTable {
  /** Of the file, without its ending. */
  readonly fileName: string;
  readonly name: string;
  readonly description: string;
  readonly licence: string;
  readonly source: string;
  readonly about: readonly (readonly [term: string, text: string])[];
  /** Absolute, with the place on the page. */
  readonly address: string;
}

const NUMERIC = /^-?\d+(?:\.\d+)?$/;
/** Columns of numbers; codes, periods and the rest stay text, so “110000” keeps its six figures. */
const NUMBERS = ['value', 'rank', 'departments', 'provinces', 'row', 'col', 'label_lon', 'label_lat'];

/**
 * A published table as a sheet: its own columns and figures, as printed. Throws where a row can't be read: a file with a
 * row less would not say so.
 */
export function wholeTable(text: string, table: ListedTable): Sheet {
  const { header, rows, issues } = parseCsv(text, table.fileName);
  if (issues.length > 0) throw new Error(`${table.fileName}: ${issues.map(({ code }) => code).join(', ')}`);
  const isNumber = header.map((name, index) => NUMBERS.includes(name) && rows.every(({ cells }) => (cells[index] ?? '') === '' || NUMERIC.test(cells[index] ?? '')));
  return {
    name: table.name,
    fileName: table.fileName,
    columns: header.map((label, index) => ({ key: label, label, kind: isNumber[index] === true ? 'number' : 'text' })),
    // A blank is none, never 0.
    rows: rows.map(({ cells }) => header.map((_, index) => {
      const cell = cells[index] ?? '';
      return { text: cell, value: cell === '' ? null : isNumber[index] === true ? Number(cell) : cell };
    })),
    about: table.about,
  };
}

export interface PageFacts {
  readonly lang: Lang;
  readonly site: string;
  readonly root: string;
  readonly release: Release | null;
}

/** The same facts as a figure gives with what is taken of it (`download/json.ts`). */
export const factsOfTable = ({ fileName, name, licence, source, address, description }: ListedTable, { lang, site, root, release }: PageFacts): FigureFacts => ({
  id: fileName, name: fileName, lang, site, heading: name, takeaway: description, coverage: '', limits: [], sources: source === '' ? [] : [source], publisher: source, licence, address, root, embed: null, release, isKept: false,
});
