import fc from 'fast-check';
import { read, utils } from 'xlsx';
import { expect, test } from 'vitest';
import { copiedTable } from '../../src/download/copied.ts';
import type { Sheet, SheetCell } from '../../src/download/sheet.ts';
import { absent, awkwardSheet, number, textual, wordsEn, wordsZh } from './toySheets.ts';

const rowsOf = (tsv: string): string[][] => tsv.split('\r\n').map((line) => line.split('\t'));
const one = (...cells: readonly SheetCell[]): Sheet => ({ name: 'toys', fileName: 'toys', columns: cells.map((cell, index) => ({ key: `c${index}`, label: `c${index}`, kind: typeof cell.value === 'number' ? 'number' : 'text' })), rows: [cells], about: [] });

test('plain: a line a row and a tab between cells, with the shown decimals and without groups', () => {
  const { tsv, rowCount } = copiedTable(awkwardSheet, wordsZh);
  const rows = rowsOf(tsv);
  expect(rowCount).toBe(12);
  expect(rows).toHaveLength(13);
  expect(new Set(rows.map((row) => row.length))).toEqual(new Set([8]));
  expect(rows.slice(0, 7)).toEqual([
    ['名次', '代码', '地区', '玩具（万个）', '玩具（万个）：状态', '增减', '增减：状态', '时期'],
    ['1', '110000', '甲', '13946.0', '', '7', '', '2018-10'],
    ['2', '007', "'=1+1", '64.0', '', '-5.2', '', '2001'],
    ['2', '120000', "'+86 10 6666", '64.0', '存疑', '0', '', '1/2'],
    ['', '130000', "'-5.2", '', '未公布', '', '', ''],
    ['4', '140000', "'@toy", '2700', '下限（“超过”）', '-12', '', '3-4'],
    ['5', '150000', '他说“好”，"quoted", a b c d', '0.3', '', '0.0000001', '', ''],
  ]);
});

test('rich: a plain table of the same cells, without classes; codes and periods are kept as texts', () => {
  const { html, tsv } = copiedTable({ ...awkwardSheet, rows: awkwardSheet.rows.slice(0, 3) }, wordsZh);
  expect(html).not.toContain('class');
  expect(html).toContain(`<td style="mso-number-format:'\\@'">2018-10</td>`);
  expect(html).toContain(`<td style="mso-number-format:'\\@'">007</td>`);
  expect(html).toContain('<td>-5.2</td>');
  const texts = [...html.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row = '']) => [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, cell = '']) => cell));
  expect(texts).toEqual(rowsOf(tsv));
});

test('an independent reader finds the same cells in the rich table', () => {
  const sheet: Sheet = { ...awkwardSheet, rows: awkwardSheet.rows.filter((_, index) => ![7, 9].includes(index)).map((row) => row.slice(0, 6)), columns: awkwardSheet.columns.slice(0, 6) };
  const { html, tsv } = copiedTable(sheet, wordsZh);
  const book = read(html, { type: 'string', raw: true });
  const found = utils.sheet_to_json<string[]>(book.Sheets[book.SheetNames[0] ?? ''] ?? {}, { header: 1, raw: false, defval: '' });
  expect(found).toEqual(rowsOf(tsv));
});

test('signs of HTML are written as such', () => {
  expect(copiedTable(one(textual('<img src=x onerror=alert(1)>&"')), wordsEn).html).toContain('<td>&lt;img src=x onerror=alert(1)&gt;&amp;&quot;</td>');
});

test('any table keeps its shape, and no text in it is a formula', () => {
  const cell = fc.oneof(fc.string({ unit: fc.constantFrom(...'=+-@＝＋－＠\t\r\n \u2028甲a') }).map(textual), fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => number(value)), fc.string().map(absent));
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 6 }), (rows) => {
      const { tsv } = copiedTable({ ...one(textual('a'), textual('b')), columns: [{ key: 'a', label: 'a', kind: 'number' }, { key: 'b', label: 'b', kind: 'number' }], rows }, wordsEn);
      const found = tsv.split('\r\n').map((line) => line.split('\t'));
      expect(found).toHaveLength(rows.length + 1);
      expect(new Set(found.map((row) => row.length)).size).toBe(1);
      for (const text of found.flat()) expect(/^-[\d.e+-]+$/.test(text) || !/^\s*[=+\-@＝＋－＠]/u.test(text), text).toBe(true);
    }),
  );
});
