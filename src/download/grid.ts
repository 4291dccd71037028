import { plainText } from './plainText.ts';
import type { Sheet, SheetCell, SheetColumn } from './sheet.ts';

/** A number as it is shown: rounded to the decimals of the page. */
export interface GridNumber {
  readonly kind: 'number';
  readonly value: number;
  readonly decimals: number | null;
  /** “13,946”: the page groups its thousands. */
  readonly isGrouped: boolean;
}

/** What a file or a clipboard gets in one cell; null is an empty one. */
export type GridCell = GridNumber | { readonly kind: 'text'; readonly text: string } | null;

export interface Grid {
  readonly columns: readonly { readonly label: string; readonly kind: SheetColumn['kind'] }[];
  readonly rows: readonly (readonly GridCell[])[];
}

export interface GridWords {
  /** “人均（元）：状态” */
  readonly statusOf: (label: string) => string;
}

const FIRST_NUMBER = /[−－-]?\d[\d,]*(?:\.(\d+))?/;
/** JavaScript writes up to 17 figures, of which the last are an echo of the binary system. */
const SURE_FIGURES = 15;

const rounded = (value: number, decimals: number | null): number => {
  const sure = decimals === null || decimals > 100 || Math.abs(value) >= 1e21 ? Number(value.toPrecision(SURE_FIGURES)) : Number(value.toFixed(decimals));
  return sure === 0 ? 0 : sure;
};

/** The decimals that the cell's text has, if the text is this number; a column of several publishers has several. */
function shownNumber(value: number, text: string, column: SheetColumn): GridNumber {
  const printed = FIRST_NUMBER.exec(text);
  const isGrouped = printed?.[0].includes(',') ?? false;
  const shown = printed ? Number(printed[0].replaceAll(',', '').replace(/^[−－]/, '-')) : NaN;
  const decimals = printed?.[1]?.length ?? 0;
  // The page and JavaScript’s own rounding part ways at halves: 0.50955 is shown as 0.5096, and that is what is taken.
  if (Math.abs(Math.abs(shown) - Math.abs(value)) <= (0.5 + 1e-6) * 10 ** -decimals) return { kind: 'number', value: rounded(Math.sign(value) * Math.abs(shown), decimals), decimals, isGrouped };
  const given = column.decimals ?? null;
  return { kind: 'number', value: rounded(value, given), decimals: given, isGrouped };
}

const textCell = (text: string): GridCell => (text === '' ? null : { kind: 'text', text });

function gridCell({ text, value }: SheetCell, column: SheetColumn): GridCell {
  if (value === null) return null;
  if (typeof value === 'string') return textCell(plainText(value));
  if (column.kind === 'text') return textCell(plainText(text === '' ? String(value) : text));
  return Number.isFinite(value) ? shownNumber(value, text, column) : null;
}

const SAYS_SOMETHING = /[\p{L}\p{N}]/u;

/** A cell without a value says why in its text, and the text would be lost with it. */
function statusOf({ text, value, status }: SheetCell): string {
  if (status !== undefined && status !== '') return plainText(status);
  const isEmpty = value === null || (typeof value === 'number' && !Number.isFinite(value));
  return isEmpty && SAYS_SOMETHING.test(text) ? plainText(text) : '';
}

/** The table with a column of statuses beside each column that has any. */
export function gridOf({ columns, rows }: Sheet, words: GridWords): Grid {
  const hasStatus = columns.map((_, index) => rows.some((row) => { const cell = row[index]; return cell !== undefined && statusOf(cell) !== ''; }));
  return {
    columns: columns.flatMap(({ label, kind }, index) => {
      const plain = plainText(label);
      return [{ label: plain, kind }, ...(hasStatus[index] === true ? [{ label: words.statusOf(plain), kind: 'text' as const }] : [])];
    }),
    rows: rows.map((row) =>
      columns.flatMap((column, index): readonly GridCell[] => {
        const cell = row[index] ?? { text: '', value: null };
        return [gridCell(cell, column), ...(hasStatus[index] === true ? [textCell(statusOf(cell))] : [])];
      }),
    ),
  };
}
