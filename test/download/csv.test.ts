import fc from 'fast-check';
import { read, utils } from 'xlsx';
import { describe, expect, test } from 'vitest';
import { csv } from '../../src/download/csv.ts';
import type { Sheet, SheetCell } from '../../src/download/sheet.ts';
import { readCsv } from './readCsv.ts';
import { absent, awkwardSheet, largeSheet, LONGEST, number, textual, wordsEn, wordsZh } from './toySheets.ts';

const one = (...cells: readonly SheetCell[]): Sheet => ({ name: 'toys', fileName: 'toys', columns: cells.map((cell, index) => ({ key: `c${index}`, label: `c${index}`, kind: typeof cell.value === 'number' ? 'number' : 'text' })), rows: [cells], about: [] });
const cellOf = (cell: SheetCell): string | undefined => readCsv(csv(one(cell, textual('end')), wordsEn, { isForExcel: false }))[1]?.[0];

describe('a table as CSV', () => {
  const rows = readCsv(csv(awkwardSheet, wordsZh, { isForExcel: false }));

  test('the header is in the reader’s language; a status stands beside each column that has any', () => {
    expect(rows[0]).toEqual(['名次', '代码', '地区', '玩具（万个）', '玩具（万个）：状态', '增减', '增减：状态', '时期']);
  });

  test('every cell is read back as the sheet has it', () => {
    expect(rows.slice(1)).toEqual([
      ['1', '110000', '甲', '13946', '', '7', '', '2018-10'],
      ['2', '007', "'=1+1", '64', '', '-5.2', '', '2001'],
      ['2', '120000', "'+86 10 6666", '64', '存疑', '0', '', '1/2'],
      ['', '130000', "'-5.2", '', '未公布', '', '', ''],
      ['4', '140000', "'@toy", '2700', '下限（“超过”）', '-12', '', '3-4'],
      ['5', '150000', '他说“好”，"quoted", a\nb\tc\nd', '0.3', '', '1e-7', '', ''],
      ['6', '210000', '🧸🪀 constructor', '0', '', '1e+21', '', 'constructor'],
      ['7', '220000', LONGEST, '3.3', '', '0', '', '__proto__'],
      ['8', '230000', "'＝SUM(A1)", '', '不适用', '', '不可算', '_x0041_'],
      ['9', '310000', "'\t=1+1", '1', '', '1', '', '  两边有空格  '],
      ['10', '320000', "'\n=2+2", '1', '', '1', '', "'=1坏字"],
      ['11', '330000', '<b>&amp;</b>', '1', '', '1', '', "'已有撇号"],
    ]);
  });

  test('with a byte order mark for Excel, without one for tools, and the same besides', () => {
    const excel = csv(awkwardSheet, wordsZh, { isForExcel: true });
    const tools = csv(awkwardSheet, wordsZh, { isForExcel: false });
    expect(excel).toBe(`\uFEFF${tools}`);
    expect([...new TextEncoder().encode(excel).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(tools.startsWith('名次')).toBe(true);
  });

  test('an independent reader finds the same cells in it', () => {
    const book = read(new TextEncoder().encode(csv(awkwardSheet, wordsZh, { isForExcel: true })), { type: 'array', raw: true, codepage: 65001 });
    const sheet = book.Sheets[book.SheetNames[0] ?? ''];
    if (!sheet) throw new Error('no sheet was read');
    const found = utils.sheet_to_json<string[]>(sheet, { header: 1, raw: false, defval: '' });
    // This reader keeps 32,767 characters, as Excel does.
    const short = (cells: readonly (readonly string[])[]) => cells.map((row) => row.map((text) => text.slice(0, 32_000)));
    expect(short(found)).toEqual(short(rows));
  });

  test('193 rows of 60 columns', () => {
    const large = readCsv(csv(largeSheet, wordsEn, { isForExcel: true }).slice(1));
    expect(large).toHaveLength(194);
    expect(new Set(large.map((row) => row.length))).toEqual(new Set([1 + 59 * 2]));
    expect(large[1]?.slice(0, 4)).toEqual(['Toyland 1', '-49.99', '', '-49.98']);
    expect(large[17]?.slice(1, 3)).toEqual(['', 'not published']);
  });
});

describe('what begins like a formula', () => {
  test.each(['=1+1', '+86', '-5.2', '@A1', '\t=1', '＝1', '＋86', '－5', '＠A1', ' =1+1', '\u3000=1+1', '\u200b=1'])('the text “%s” gets an apostrophe', (text) => {
    expect(cellOf(textual(text))).toBe(`'${text}`);
  });

  test.each(['5.2', '−5.2', '甲=乙', 'a+b', '(1)', '110000', '“=1”', ''])('the text “%s” stays as it is', (text) => {
    expect(cellOf(textual(text))).toBe(text);
  });

  test.each([[-5.2, '-5.2'], [0, '0'], [-0, '0'], [-1e-7, '-1e-7']])('the number %d stays a number', (value, text) => {
    expect(cellOf(number(value))).toBe(text);
  });

  test('a header and a status are guarded too', () => {
    const sheet: Sheet = { name: 'toys', fileName: 'toys', columns: [{ key: 'a', label: '=A', kind: 'number' }], rows: [[number(1, '1', '+1')]], about: [] };
    expect(readCsv(csv(sheet, { statusOf: (label) => label }, { isForExcel: false }))).toEqual([["'=A", "'=A"], ['1', "'+1"]]);
  });

  test('an absence is empty and never 0; its word is kept', () => {
    const sheet: Sheet = { name: 'toys', fileName: 'toys', columns: [{ key: 'a', label: 'Toys', kind: 'number' }], rows: [[absent('not published')], [number(0)]], about: [] };
    expect(readCsv(csv(sheet, wordsEn, { isForExcel: false }))).toEqual([['Toys', 'Toys: status'], ['', 'not published'], ['0', '']]);
  });
});

describe('any table', () => {
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'=+-@＝＋－＠\t\r\n",\' 甲🧸_x0041') }));
  const anyCell = fc.oneof(
    text.map(textual),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => number(value, '')),
    text.map(absent),
    fc.tuple(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.nat({ max: 3 }), text).map(([value, decimals, status]) => number(value, value.toFixed(decimals), status)),
  );
  const anyRows = fc.integer({ min: 1, max: 5 }).chain((width) => fc.array(fc.array(anyCell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }));
  const sheetOf = (rows: readonly (readonly SheetCell[])[]): Sheet => ({ name: 'toys', fileName: 'toys', columns: (rows[0] ?? []).map((_, index) => ({ key: `c${index}`, label: `c${index}`, kind: 'number' })), rows, about: [] });

  test('keeps its shape, its numbers, and no text that a spreadsheet would work out', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const found = readCsv(csv(sheetOf(rows), { statusOf: () => 'status' }, { isForExcel: false }));
        expect(found).toHaveLength(rows.length + 1);
        const header = found[0] ?? [];
        const valuesAt = header.flatMap((label, index) => (label === 'status' ? [] : [index]));
        for (const [rowIndex, row] of rows.entries()) {
          const cells = found[rowIndex + 1] ?? [];
          expect(cells).toHaveLength(header.length);
          for (const [index, { value, text: shown }] of row.entries()) {
            const cell = cells[valuesAt[index] ?? -1] ?? 'no such cell';
            if (value === null) expect(cell).toBe('');
            else if (typeof value === 'number') expect(Number(cell) || 0).toBe(shown === '' ? Number(value.toPrecision(15)) || 0 : Number(shown) || 0);
            else expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/u);
          }
          for (const [index, cell] of cells.entries()) if (!valuesAt.includes(index)) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/u);
        }
      }),
    );
  });

  test('keeps every printable text, but for its line ends', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (given) => {
        fc.pre(!/[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\uFFFD]/u.test(given.replace(/[\t\r\n]/g, '')));
        expect((cellOf(textual(given)) ?? '').replace(/^'/, '')).toBe(given.replace(/\r\n?/g, '\n').replace(/^'/, ''));
      }),
    );
  });
});

test.each([
  { says: 'a half that the page rounds up is taken as shown', value: 0.50955, text: '0.5096', found: '0.5096' },
  { says: 'a fall likewise', value: -1.005, text: '−1.01', found: '-1.01' },
  { says: 'a text of another number does not replace it', value: 12.3, text: '3 of 31', found: '12.3' },
])('$says', ({ value, text, found }) => {
  expect(cellOf(number(value, text))).toBe(found);
});
