import type { Say } from '../i18n/say.ts';
import type { Precision } from '../model/observation.ts';
import type { TableView } from '../view/tableView.ts';
import type { Sheet, SheetCell, SheetColumn } from './sheet.ts';

/** What a table doesn't say of itself. */
export type SheetOptions = Pick<Sheet, 'name' | 'fileName' | 'about'>;

/** A bound or an approximate figure begins with its mark; of a percentage the sign stands behind. */
const PRINTED = /^(?<mark>[＞>＜<]|约|c\. )?(?<sign>[＋+−-])?(?<figure>\d{1,3}(?:,\d{3})+|\d+)(?<decimals>\.\d+)?(?<percent>%)?$/u;
const PRECISION_OF: Readonly<Record<string, Precision>> = { '＞': 'lowerBound', '>': 'lowerBound', '＜': 'upperBound', '<': 'upperBound', '约': 'approximate', 'c. ': 'approximate' };

interface Read {
  readonly cell: SheetCell;
  readonly isNumber: boolean;
  readonly isPercent: boolean;
}

function read(text: string, { words }: Say): Read {
  const { mark = '', sign = '', figure, decimals = '', percent } = PRINTED.exec(text.trim())?.groups ?? {};
  if (figure === undefined) return { cell: { text, value: null }, isNumber: false, isPercent: false };
  const size = Number(figure.replaceAll(',', '') + decimals);
  const precision = PRECISION_OF[mark];
  const cell = { text, value: sign === '−' || sign === '-' ? -size : size, ...(precision === undefined ? {} : { status: words.precision[precision] }) };
  return { cell, isNumber: true, isPercent: percent !== undefined };
}

const asText = (text: string): SheetCell => ({ text, value: text });
const HAS_A_FIGURE = /\d/;

/**
 * The table twin of any figure: numbers are read back from what it shows, so the file is rounded as the page is. A
 * column is one of numbers only if all that has a figure in it reads as one: “3 of 31” and dates stay texts.
 */
export function sheetOfTable({ columns, rows }: TableView, options: SheetOptions, say: Say): Sheet {
  const perColumn = columns.map((column, index) => {
    const texts = rows.map(({ cells }) => cells[index]?.text ?? '');
    const cells = texts.map((text) => read(text, say));
    const figures = cells.filter(({ isNumber }) => isNumber);
    const isNumeric = column.numeric === true && figures.length > 0 && cells.every(({ isNumber, cell }) => isNumber || !HAS_A_FIGURE.test(cell.text)) && new Set(figures.map(({ isPercent }) => isPercent)).size === 1;
    const isPercent = isNumeric && figures.every((one) => one.isPercent) && !column.label.includes('%');
    const given: SheetColumn = { key: column.key, label: isPercent ? column.label + say.words.aside('%') : column.label, kind: isNumeric ? 'number' : 'text' };
    return { column: given, cells: isNumeric ? cells.map(({ cell }) => cell) : texts.map(asText) };
  });
  return { ...options, columns: perColumn.map(({ column }) => column), rows: rows.map((_, rowIndex) => perColumn.map(({ cells }) => cells[rowIndex] ?? { text: '', value: null })) };
}
