import writeExcelFile, { type Cell, type Row } from 'write-excel-file/browser';
import { gridOf, type GridCell, type GridWords } from './grid.ts';
import { plainText } from './plainText.ts';
import type { Sheet } from './sheet.ts';

export interface WorkbookWords extends GridWords {
  /** Name of the second sheet. */
  readonly sourcesSheet: string;
  /** Said there when texts were longer than a cell holds. */
  readonly cutTerm: string;
  readonly cutText: (count: number, most: number) => string;
}

/** Excel refuses a workbook with a longer text in a cell. */
const LONGEST_TEXT = 32_767;
/** Some editions of Excel show “####” for a longer text that is marked as text. */
const LONGEST_MARKED_TEXT = 255;
const LONGEST_SHEET_NAME = 31;
const WIDEST = 60;
const NARROWEST = 8;
/** Of characters, two columns each: Han, kana, hangul, full-width forms, pictures. */
const WIDE = /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}/u;

/** As many characters as a cell needs for its longest line. */
const widthOf = (text: string): number => Math.max(0, ...text.slice(0, 4 * WIDEST).split('\n').map((line) => [...line].reduce((width, character) => width + (WIDE.test(character) ? 2 : 1), 0)));

const columnWidth = (texts: readonly string[]): number => Math.min(WIDEST, Math.max(NARROWEST, ...texts.map((text) => widthOf(text) + 2)));

const withoutHalf = (text: string): string => text.replace(/[\ud800-\udbff]$/, '');

/** Excel refuses a workbook with other names, and reads them without regard to case. */
export function sheetName(wanted: string, other: string): string {
  const safe = withoutHalf(plainText(wanted).replace(/[[\]/\\:*?\s]+/g, ' ').trim().slice(0, LONGEST_SHEET_NAME)).replace(/^'+|'+$/g, '').trim();
  const isTaken = safe === '' || [other.toLowerCase(), 'history'].includes(safe.toLowerCase());
  return isTaken ? 'Table' : safe;
}

/** “_x0041_” in a workbook is read as “A”; the first underscore is written as such a code itself. */
const asWritten = (text: string): string => {
  const written = text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
  // The library keeps its texts in an object, where it would find “constructor” and the like before they are put there.
  return written in {} ? `${written} ` : written;
};

const cutAt = (text: string): string => (text.length > LONGEST_TEXT ? `${withoutHalf(text.slice(0, LONGEST_TEXT - 1))}…` : text);

function textCell(text: string): Cell {
  const cut = cutAt(text);
  return {
    value: asWritten(cut),
    type: String,
    alignVertical: 'top',
    ...(cut.length <= LONGEST_MARKED_TEXT ? { format: '@' } : {}),
    ...(cut.includes('\n') || cut.length > WIDEST ? { wrap: true } : {}),
  };
}

const numberFormat = (decimals: number | null, isGrouped: boolean): string | undefined =>
  decimals === null ? undefined : `${isGrouped ? '#,##0' : '0'}${decimals > 0 ? `.${'0'.repeat(Math.min(decimals, 30))}` : ''}`;

function cell(given: GridCell): Cell {
  if (given === null) return null;
  if (given.kind === 'text') return textCell(given.text);
  const format = numberFormat(given.decimals, given.isGrouped);
  return { value: given.value, type: Number, alignVertical: 'top', ...(format === undefined ? {} : { format }) };
}

const shownText = (given: GridCell): string => (given === null ? '' : given.kind === 'text' ? given.text : given.value.toFixed(Math.min(given.decimals ?? 2, 20)));

/**
 * A workbook of two sheets: the table, its header frozen, with typed columns, and where it comes from. No cell is a
 * formula: “=1+1” is a text there. Loaded only when one is asked for.
 */
export async function xlsx(sheet: Sheet, words: WorkbookWords): Promise<Blob> {
  const { columns, rows } = gridOf(sheet, words);
  const header: Row = columns.map(({ label, kind }) => ({ value: asWritten(cutAt(label)) || ' ', type: String, fontWeight: 'bold', wrap: true, alignVertical: 'bottom', align: kind === 'number' ? 'right' : 'left', bottomBorderStyle: 'medium' }));
  const cutCount = [...columns.map(({ label }) => label), ...rows.flatMap((row) => row.map((one) => (one?.kind === 'text' ? one.text : '')))].filter((text) => text.length > LONGEST_TEXT).length;
  const about = [...sheet.about.map(([term, text]) => [plainText(term), plainText(text)] as const), ...(cutCount > 0 ? [[words.cutTerm, words.cutText(cutCount, LONGEST_TEXT)] as const] : [])];
  const aboutRows: Row[] = about.map(([term, text]) => [
    term === '' ? null : { value: asWritten(cutAt(term)), type: String, fontWeight: 'bold', alignVertical: 'top' },
    text === '' ? null : { value: asWritten(cutAt(text)), type: String, wrap: true, alignVertical: 'top' },
  ]);
  const sourcesName = words.sourcesSheet;
  return writeExcelFile([
    {
      data: [header, ...rows.map((row): Row => row.map(cell))],
      sheet: sheetName(sheet.name, sourcesName),
      columns: columns.map(({ label }, index) => ({ width: columnWidth([label, ...rows.map((row) => shownText(row[index] ?? null))]) })),
      stickyRowsCount: 1,
    },
    { data: aboutRows.length > 0 ? aboutRows : [[]], sheet: sourcesName, columns: [{ width: columnWidth(about.map(([term]) => term)) }, { width: 100 }] },
  ]).toBlob();
}
