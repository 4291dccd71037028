import type { Say } from '../i18n/say.ts';
import { readKey, type KeyRefusal } from '../state/query.ts';
import type { MatrixColumn, MatrixRow, MatrixSheet } from './matrixView.ts';

/** How a reader wants a matrix shown. */
export interface MatrixChoice {
  /** “code”, “name”, or the key of a column. */
  readonly order: string;
  /** Names and codes begin at the first, figures at the largest; turned round when set. */
  readonly turned: boolean;
  readonly grouped: boolean;
  /** Words that rows or columns must have. */
  readonly q: string;
}

export const DEFAULT_CHOICE: MatrixChoice = { order: 'code', turned: false, grouped: false, q: '' };
const TURNED = '.turned';
const LONGEST = 60;

/** Reads the keys that a matrix writes, and no others. */
export function parseMatrixChoice(search: string, sheet: MatrixSheet): { readonly choice: MatrixChoice; readonly refusals: readonly KeyRefusal[] } {
  const query = new URLSearchParams(search);
  const refusals: KeyRefusal[] = [];
  const known = ['code', 'name', ...sheet.columns.map(({ key }) => key)];
  const isKnown = (text: string) => known.includes(text.endsWith(TURNED) ? text.slice(0, -TURNED.length) : text);
  const order = readKey(query, 'order', DEFAULT_CHOICE.order, (found) => (isKnown(found) ? found : undefined), refusals);
  const group = readKey<string | null>(query, 'group', null, (found) => (found === 'region' ? found : undefined), refusals);
  const q = readKey(query, 'q', '', (found) => (found.length <= LONGEST ? found : undefined), refusals);
  const turned = order.endsWith(TURNED);
  return { choice: { order: turned ? order.slice(0, -TURNED.length) : order, turned, grouped: group !== null, q }, refusals };
}

/** The keys as they are written: what is the default is left out. */
export const matrixKeys = ({ order, turned, grouped, q }: MatrixChoice): { readonly order: string | null; readonly group: string | null; readonly q: string | null } => ({
  order: order === DEFAULT_CHOICE.order && !turned ? null : `${order}${turned ? TURNED : ''}`,
  group: grouped ? 'region' : null,
  q: q === '' ? null : q,
});

/** A matrix as it is shown. */
export interface Arrangement {
  /** Which columns, by their place in the sheet. */
  readonly columns: readonly { readonly column: MatrixColumn; readonly index: number }[];
  readonly columnGroups: readonly { readonly name: string; readonly span: number }[];
  /** Rows under the name of their group; one block without a name when they are not grouped. */
  readonly blocks: readonly { readonly name: string; readonly rows: readonly MatrixRow[] }[];
  /** What has been done, to be told; empty when the sheet is as it was drawn. */
  readonly message: string;
}

const wordsOf = (text: string): readonly string[] => text.toLowerCase().split(/[\s,，、]+/).filter(Boolean);

/**
 * A word of the filter that is part of a column's name picks that column; any other one picks rows. Several words of
 * one kind each add what they find.
 */
function filtered(sheet: MatrixSheet, q: string): { readonly columns: Arrangement['columns']; readonly rows: readonly MatrixRow[] } {
  const all = sheet.columns.map((column, index) => ({ column, index }));
  const columnHas = ({ column }: (typeof all)[number], word: string) => [column.label, column.said ?? '', column.group ?? ''].join(' ').toLowerCase().includes(word);
  // An English word of a column may be part of a province’s name: the start of a name goes first.
  const rowHas = (row: MatrixRow, word: string) => row.name.toLowerCase().includes(word) || row.group.toLowerCase() === word || row.find.split(' ').some((one) => one.startsWith(word)) || (/[^a-z0-9]/.test(word) && row.find.includes(word));
  const isForColumns = (word: string) => all.some((one) => columnHas(one, word));
  const words = wordsOf(q);
  const forRows = words.filter((word) => sheet.rows.some((row) => rowHas(row, word)) || !isForColumns(word));
  const forColumns = words.filter((word) => !forRows.includes(word));
  return {
    columns: forColumns.length === 0 ? all : all.filter((one) => forColumns.some((word) => columnHas(one, word))),
    rows: forRows.length === 0 ? sheet.rows : sheet.rows.filter((row) => forRows.some((word) => rowHas(row, word))),
  };
}

export function arrangeMatrix(sheet: MatrixSheet, { order, turned, grouped, q }: MatrixChoice, { lang, words }: Say): Arrangement {
  const { matrix } = words;
  const { columns, rows } = filtered(sheet, q);
  const at = sheet.columns.findIndex(({ key }) => key === order);
  const sorted = [...rows];
  let told = '';
  if (at >= 0) {
    const figure = (row: MatrixRow) => row.cells[at]?.order;
    const byFigure = (a: MatrixRow, b: MatrixRow): number => {
      const [one, other] = [figure(a), figure(b)];
      if (one === undefined || other === undefined) return (one === undefined ? 1 : 0) - (other === undefined ? 1 : 0);
      return turned ? one - other : other - one;
    };
    sorted.sort(byFigure);
    const without = rows.filter((row) => figure(row) === undefined).length;
    const column = sheet.columns[at];
    told = matrix.sorted(column?.said ?? column?.label ?? '', matrix.ends[sheet.holds][turned ? 'least' : 'most'], without);
  } else if (order === 'name') {
    sorted.sort((a, b) => a.name.localeCompare(b.name, lang === 'zh' ? 'zh-CN' : 'en') * (turned ? -1 : 1));
    told = matrix.sortedByName(turned);
  } else if (turned) sorted.reverse();

  const names = grouped ? [...new Set(sheet.rows.map(({ group }) => group))] : [''];
  const groups: { name: string; span: number }[] = [];
  for (const { column } of columns) {
    const last = groups[groups.length - 1];
    if (last && last.name === (column.group ?? '')) last.span += 1;
    else groups.push({ name: column.group ?? '', span: 1 });
  }
  const isFiltered = rows.length < sheet.rows.length || columns.length < sheet.columns.length;
  return {
    columns,
    columnGroups: groups.some(({ name }) => name !== '') ? groups : [],
    blocks: names.map((name) => ({ name, rows: grouped ? sorted.filter(({ group }) => group === name) : sorted })).filter(({ rows: own }) => own.length > 0),
    message: [told, grouped ? matrix.groupedTold : '', isFiltered ? matrix.shown(rows.length, sheet.rows.length, columns.length, sheet.columns.length) : ''].filter(Boolean).join(' '),
  };
}
