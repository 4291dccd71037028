import type { CellObject, Range, WorkBook, WorkSheet } from '@e965/xlsx';
import { movePoint } from './plain.ts';
import type { Fault, Repair, Sheet, SheetCell, SheetRow } from './model.ts';

type Library = Pick<typeof import('@e965/xlsx'), 'read' | 'utils' | 'SSF'>;

/** More are no table that a person keeps. */
export const MOST_ROWS = 20_000;
export const MOST_COLUMNS = 500;

interface ReadCell {
  readonly cell: SheetCell;
  readonly hidden: { readonly shown: string; readonly stored: string } | null;
}

/** A number without the noise of its last bits: 0.1 + 0.2 is 0.3. */
const stored = (value: number): string => {
  const text = String(Number(value.toPrecision(15)));
  return /e/i.test(text) ? value.toFixed(Math.max(0, Math.min(20, 15 - Math.ceil(Math.log10(Math.abs(value) + 1))))).replace(/\.?0+$/, '') : text;
};

/** A number as it is shown, or, where fewer decimals are shown than there are, as it is stored. */
function numberCell({ v, w = '', z }: CellObject, { SSF }: Library): ReadCell {
  const value = typeof v === 'number' ? v : NaN;
  const format = typeof z === 'string' ? z : 'General';
  if (SSF.is_date(format)) {
    const { y, m, d } = SSF.parse_date_code(value);
    const pad = (part: number) => String(part).padStart(2, '0');
    // A format without a day shows a month, one without a month a year: no more is meant.
    const isShown = (letter: RegExp) => letter.test(format.replace(/"[^"]*"|\[[^\]]*\]/g, ''));
    return { cell: { text: [String(y), ...(isShown(/m/i) ? [pad(m)] : []), ...(isShown(/d/i) ? [pad(d)] : [])].join('-') }, hidden: null };
  }
  const isPercent = format.includes('%');
  const whole = isPercent ? movePoint(stored(value), 2) : stored(value);
  const shown = w.trim().replace(/[,%\s]/g, '');
  const sign = isPercent ? '%' : '';
  if (/^-?\d+(?:\.\d+)?$/.test(shown)) {
    if (Number(shown) === Number(whole)) return { cell: { text: `${shown}${sign}` }, hidden: null };
    const full = Number(whole) === Math.trunc(Number(whole)) ? String(Number(whole)) : whole.replace(/0+$/, '').replace(/\.$/, '');
    return { cell: { text: `${full}${sign}` }, hidden: { shown: w.trim(), stored: `${full}${sign}` } };
  }
  return { cell: { text: whole + sign }, hidden: null };
}

function readCell(cell: CellObject | undefined, library: Library): ReadCell {
  if (!cell) return { cell: { text: '' }, hidden: null };
  if (cell.t === 'n') return numberCell(cell, library);
  if (cell.t === 'e') return { cell: { text: (cell.w ?? '#N/A').trim() }, hidden: null };
  return { cell: { text: (typeof cell.v === 'string' ? cell.v : (cell.w ?? String(cell.v ?? ''))).trim() }, hidden: null };
}

const isHidden = (rows: readonly ({ readonly hidden?: boolean } | undefined)[] | undefined, at: number): boolean => rows?.[at]?.hidden === true;

function rangeOf(sheet: WorkSheet, { utils }: Library): Range | null {
  const ref = sheet['!ref'];
  return ref === undefined ? null : utils.decode_range(ref);
}

/** Each merged cell's text in all the places that it covers. */
function mergedTexts(sheet: WorkSheet): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const { s, e } of sheet['!merges'] ?? []) {
    for (let row = s.r; row <= Math.min(e.r, s.r + MOST_ROWS); row += 1) for (let column = s.c; column <= Math.min(e.c, s.c + MOST_COLUMNS); column += 1) if (row !== s.r || column !== s.c) texts.set(`${row} ${column}`, `${s.r} ${s.c}`);
  }
  return texts;
}

function readSheet(name: string, sheet: WorkSheet, library: Library): { readonly sheet: Sheet; readonly repairs: readonly Repair[]; readonly faults: readonly Fault[] } {
  const range = rangeOf(sheet, library);
  if (!range) return { sheet: { name, rows: [] }, repairs: [], faults: [] };
  const merged = mergedTexts(sheet);
  const repairs: Repair[] = [];
  const rows: SheetRow[] = [];
  const last = { row: Math.min(range.e.r, range.s.r + MOST_ROWS - 1), column: Math.min(range.e.c, range.s.c + MOST_COLUMNS - 1) };
  let [hiddenRows, filled, lastFilled] = [0, 0, 0];
  const at = (row: number, column: number): CellObject | undefined => {
    const found: unknown = sheet[library.utils.encode_cell({ r: row, c: column })];
    return isCell(found) ? found : undefined;
  };
  for (let row = range.s.r; row <= last.row; row += 1) {
    const cells: SheetCell[] = [];
    for (let column = 0; column <= last.column; column += 1) {
      const { cell, hidden } = readCell(at(row, column), library);
      const from = cell.text === '' ? merged.get(`${row} ${column}`) : undefined;
      if (from !== undefined) {
        const [r = 0, c = 0] = from.split(' ').map(Number);
        cells.push({ text: readCell(at(r, c), library).cell.text, isMerged: true });
        filled += 1;
      } else cells.push(cell);
      if (hidden) repairs.push({ kind: 'hiddenDecimals', args: hidden, spot: { line: row + 1, column }, count: 1 });
    }
    if (isHidden(sheet['!rows'], row)) hiddenRows += 1;
    if (cells.some(({ text }) => text !== '')) {
      rows.push({ line: row + 1, cells });
      lastFilled = row + 1;
    }
  }
  if (filled > 0) repairs.push({ kind: 'merged', args: null, spot: null, count: filled });
  if (hiddenRows > 0) repairs.push({ kind: 'hiddenRows', args: { rows: hiddenRows }, spot: null, count: hiddenRows });
  const faults: Fault[] = range.e.r - range.s.r >= MOST_ROWS && lastFilled >= last.row ? [{ kind: 'tooLarge', args: { rows: range.e.r + 1, most: MOST_ROWS }, spot: null }] : [];
  return { sheet: { name, rows }, repairs, faults };
}

const isCell = (found: unknown): found is CellObject => typeof found === 'object' && found !== null && 't' in found;

/** A workbook's sheets as whoever opened it saw them: merged cells filled, dates as dates, percentages with their sign. */
export function readWorkbook(book: WorkBook, asked: string | undefined, library: Library): { readonly sheets: readonly string[]; readonly sheet: Sheet; readonly repairs: readonly Repair[]; readonly faults: readonly Fault[] } {
  const shown = book.SheetNames.filter((_, index) => (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) === 0);
  const hidden = book.SheetNames.filter((name) => !shown.includes(name));
  const sizeOf = (name: string): number => {
    const range = book.Sheets[name] ? rangeOf(book.Sheets[name], library) : null;
    return range ? (range.e.r - range.s.r + 1) * (range.e.c - range.s.c + 1) : 0;
  };
  // The first sheet that has more than a line: covers and empty sheets are passed over.
  const name = book.SheetNames.find((one) => one === asked) ?? shown.find((one) => sizeOf(one) > 3) ?? shown[0] ?? book.SheetNames[0] ?? '';
  const sheet = book.Sheets[name];
  const read = sheet ? readSheet(name, sheet, library) : { sheet: { name, rows: [] }, repairs: [], faults: [] };
  return { ...read, sheets: book.SheetNames, repairs: [...read.repairs, ...(hidden.length > 0 ? [{ kind: 'hiddenSheets' as const, args: { names: hidden }, spot: null, count: hidden.length }] : [])] };
}
