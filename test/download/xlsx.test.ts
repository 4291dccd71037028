import fc from 'fast-check';
import { read, type CellObject, type WorkSheet } from 'xlsx';
import { describe, expect, test } from 'vitest';
import type { Sheet, SheetCell } from '../../src/download/sheet.ts';
import { sheetName, xlsx } from '../../src/download/xlsx.ts';
import { absent, awkwardSheet, largeSheet, LONGEST, number, textual, wordsEn, wordsZh } from './toySheets.ts';

async function opened(sheet: Sheet, words: Parameters<typeof xlsx>[1]) {
  const bytes = new Uint8Array(await (await xlsx(sheet, words)).arrayBuffer());
  const book = read(bytes, { type: 'array', cellFormula: true, cellNF: true, cellStyles: true });
  const named = (name: string): WorkSheet => {
    const found = book.Sheets[name];
    if (!found) throw new Error(`there is no sheet “${name}”, only ${book.SheetNames.join(', ')}`);
    return found;
  };
  return { book, bytes, named };
}

const isCell = (value: unknown): value is CellObject => typeof value === 'object' && value !== null && 't' in value;
function cellAt(sheet: WorkSheet, address: string): CellObject | null {
  const found: unknown = sheet[address];
  return isCell(found) ? found : null;
}
const LETTERS = 'ABCDEFGHIJ';
const rowOf = (sheet: WorkSheet, row: number, width: number) => Array.from({ length: width }, (_, column) => cellAt(sheet, `${LETTERS[column] ?? ''}${row}`)?.v ?? null);

describe('a table as a workbook', async () => {
  const { book, named } = await opened(awkwardSheet, wordsZh);
  const table = named('玩具：排名 2001');

  test('two sheets: the table, and where it comes from', () => {
    expect(book.SheetNames).toEqual(['玩具：排名 2001', '来源与状态']);
    const about = named('来源与状态');
    expect([1, 2, 3, 4].map((row) => rowOf(about, row, 2))).toEqual([
      ['标题', '玩具排名，2001年'],
      ['来源', '=HYPERLINK("https://example.org")'],
      ['网址', 'https://example.org/ranking.html?period=2001&order=value'],
      ['过长的文字', 'Excel一格至多32767字，有1格末尾已截去，以“…”结束'],
    ]);
  });

  test('every cell is read back by another reader as the sheet has it', () => {
    expect(Array.from({ length: 13 }, (_, row) => rowOf(table, row + 1, 8))).toEqual([
      ['名次', '代码', '地区', '玩具（万个）', '玩具（万个）：状态', '增减', '增减：状态', '时期'],
      [1, '110000', '甲', 13946, null, 7, null, '2018-10'],
      [2, '007', '=1+1', 64, null, -5.2, null, '2001'],
      [2, '120000', '+86 10 6666', 64, '存疑', 0, null, '1/2'],
      [null, '130000', '-5.2', null, '未公布', null, null, null],
      [4, '140000', '@toy', 2700, '下限（“超过”）', -12, null, '3-4'],
      [5, '150000', '他说“好”，"quoted", a\nb\tc\nd', 0.3, null, 1e-7, null, null],
      // The library can't keep the names that every object has, so these get a space behind.
      [6, '210000', '🧸🪀 constructor', 0, null, 1e21, null, 'constructor '],
      [7, '220000', `${LONGEST.slice(0, 32_766)}…`, 3.3, null, 0, null, '__proto__ '],
      [8, '230000', '＝SUM(A1)', null, '不适用', null, '不可算', '_x0041_'],
      [9, '310000', '\t=1+1', 1, null, 1, null, '  两边有空格  '],
      [10, '320000', '\n=2+2', 1, null, 1, null, '=1坏字'],
      [11, '330000', '<b>&amp;</b>', 1, null, 1, null, "'已有撇号"],
    ]);
  });

  test('codes and periods are texts, figures are numbers, nothing is a formula', () => {
    for (let row = 2; row <= 13; row += 1) {
      for (const letter of ['B', 'C', 'E', 'G', 'H']) expect(cellAt(table, `${letter}${row}`)?.t ?? 's', `${letter}${row}`).toBe('s');
      for (const letter of ['A', 'D', 'F']) expect(cellAt(table, `${letter}${row}`)?.t ?? 'n', `${letter}${row}`).toBe('n');
    }
    for (const name of book.SheetNames) {
      for (const key of Object.keys(named(name))) expect(cellAt(named(name), key)?.f, key).toBeUndefined();
    }
    expect(cellAt(table, 'B3')?.z).toBe('@');
  });

  test('numbers have the decimals and groups that the page shows', () => {
    const format = (address: string) => cellAt(table, address)?.z;
    expect([format('D2'), format('D3'), format('D6'), format('F3'), format('A2')]).toEqual(['#,##0.0', '0.0', '#,##0', '0.0', '0']);
    expect(cellAt(table, 'D2')?.w).toBe('13,946.0');
    expect(cellAt(table, 'F3')?.w).toBe('-5.2');
  });

  test('columns are wide enough for Han, and no wider than a page', () => {
    const widths = (table['!cols'] ?? []).map((column) => Math.round(column.wch ?? column.width ?? 0));
    expect(widths[3]).toBeGreaterThanOrEqual(12);
    expect(Math.max(...widths)).toBeLessThanOrEqual(61);
    expect(Math.min(...widths)).toBeGreaterThanOrEqual(7);
  });
});

test('the header is frozen', async () => {
  const { bytes } = await opened({ ...awkwardSheet, rows: awkwardSheet.rows.slice(0, 3) }, wordsZh);
  const book = read(bytes, { type: 'array', bookFiles: true });
  const files: unknown = Reflect.get(book, 'files');
  const content: unknown = typeof files === 'object' && files !== null ? Reflect.get(Reflect.get(files, 'xl/worksheets/sheet1.xml') ?? {}, 'content') : undefined;
  const xml = content instanceof Uint8Array ? new TextDecoder().decode(content) : String(content);
  expect(xml).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
});

test('193 rows of 60 columns', async () => {
  const { book, named } = await opened(largeSheet, wordsEn);
  expect(book.SheetNames).toEqual(['Toys of 193 members', 'Sources and statuses']);
  const table = named('Toys of 193 members');
  expect(table['!ref']).toBe('A1:DO194');
  expect(rowOf(table, 2, 4)).toEqual(['Toyland 1', -49.99, null, -49.98]);
  expect(rowOf(table, 18, 3)).toEqual(['Toyland 17', null, 'not published']);
});

test.each([
  { says: 'what Excel forbids becomes a space', wanted: 'a[b]c/d\\e:f*g?h', name: 'a b c d e f g h' },
  { says: 'at most 31 characters, and no half of one', wanted: `${'甲'.repeat(30)}🧸`, name: '甲'.repeat(30) },
  { says: 'no apostrophe at the ends', wanted: "'toys'", name: 'toys' },
  { says: 'the second sheet’s name is taken', wanted: 'sources and statuses', name: 'Table' },
  { says: 'Excel keeps “History” for itself', wanted: 'History', name: 'Table' },
  { says: 'nothing left', wanted: '???', name: 'Table' },
  { says: 'signs of XML are no harm', wanted: 'A & <B> "C"', name: 'A & <B> "C"' },
])('a sheet’s name: $says', async ({ wanted, name }) => {
  expect(sheetName(wanted, wordsEn.sourcesSheet)).toBe(name);
  const { book } = await opened({ ...awkwardSheet, name: wanted, rows: [] }, wordsEn);
  expect(book.SheetNames).toEqual([name, 'Sources and statuses']);
});

test('a sheet without rows or sources opens', async () => {
  const { book } = await opened({ ...awkwardSheet, rows: [], about: [] }, wordsEn);
  expect(book.SheetNames).toHaveLength(2);
});

test('any texts and numbers come back from another reader', async () => {
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.string({ unit: fc.constantFrom(...'=+-@＝\t\r\n",<>&\' 甲🧸_x0041') }));
  const cell = fc.oneof(text.map(textual), fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }).map((value) => number(value, '')), fc.constant(absent('')));
  const anyRows = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 8 });
  const printable = (given: string) => given.replace(/\r\n?/g, '\n').replace(/(?![\t\n])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\uFFFD]/gu, '');
  const expected = ({ value }: SheetCell) => (typeof value === 'string' ? printable(value) || null : value === null ? null : Number(value.toPrecision(15)) || 0);
  await fc.assert(
    fc.asyncProperty(anyRows, async (rows) => {
      const sheet: Sheet = { name: 'toys', fileName: 'toys', columns: ['a', 'b', 'c'].map((key) => ({ key, label: key, kind: 'number' })), rows, about: [] };
      const { named } = await opened(sheet, wordsEn);
      for (const [index, row] of rows.entries()) {
        const found = rowOf(named('toys'), index + 2, 3);
        for (const [column, one] of row.entries()) {
          const want = expected(one);
          expect(found[column] === want || found[column] === `${String(want)} `, JSON.stringify([found[column], want])).toBe(true);
        }
      }
    }),
    { numRuns: 60 },
  );
});
