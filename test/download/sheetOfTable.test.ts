import { describe, expect, test } from 'vitest';
import { fileName } from '../../src/download/fileName.ts';
import { sheetOfTable } from '../../src/download/sheetOfTable.ts';
import type { TableView } from '../../src/view/tableView.ts';
import { en, zh } from '../support/toyViews.ts';

const options = { name: 'toys', fileName: 'toys', about: [] };
const table = (texts: readonly string[], column: Partial<TableView['columns'][number]> = {}): TableView => ({
  columns: [{ key: 'value', label: '玩具', numeric: true, ...column }],
  rows: texts.map((text, index) => ({ key: String(index), cells: [{ text }] })),
});
const valuesOf = (texts: readonly string[], say = zh) => sheetOfTable(table(texts), options, say).rows.map(([cell]) => [cell?.value ?? null, cell?.status ?? '']);

describe('the table of a figure', () => {
  test('numbers are read back from what it shows', () => {
    expect(valuesOf(['13,946', '64.0', '−5.2', '＋7', '0', '100000'])).toEqual([[13946, ''], [64, ''], [-5.2, ''], [7, ''], [0, ''], [100000, '']]);
  });

  test('a bound is a number with its status', () => {
    expect(valuesOf(['＞2,700', '＜3', '约12'])).toEqual([[2700, '下限（“超过”）'], [3, '上限（“不到”）'], [12, '约数']]);
    expect(valuesOf(['>270', '<3', 'c. 12'], en).map(([value, status]) => [value, status !== ''])).toEqual([[270, true], [3, true], [12, true]]);
  });

  test('an absence is no number and never 0; its word stays', () => {
    expect(sheetOfTable(table(['未公布', '—', '', '5']), options, zh).rows.map(([cell]) => cell)).toEqual([{ text: '未公布', value: null }, { text: '—', value: null }, { text: '', value: null }, { text: '5', value: 5 }]);
  });

  test('percentages are numbers, and the column says so', () => {
    const { columns, rows } = sheetOfTable(table(['12.5%', '−3%', '未公布']), options, zh);
    expect(columns[0]).toEqual({ key: 'value', label: '玩具（%）', kind: 'number' });
    expect(rows.map(([cell]) => cell?.value)).toEqual([12.5, -3, null]);
  });

  test.each([
    { says: 'places with their n', texts: ['3 / 31', '4'] },
    { says: 'periods', texts: ['2018年10月', '2019年'] },
    { says: 'two units', texts: ['12%', '13'] },
    { says: 'figures grouped in another way', texts: ['1,2', '3'] },
  ])('a column of $says stays text', ({ texts }) => {
    const { columns, rows } = sheetOfTable(table(texts), options, zh);
    expect(columns[0]?.kind).toBe('text');
    expect(rows.map(([cell]) => cell?.value)).toEqual(texts);
  });

  test('codes stay text where the page doesn’t set them as numbers', () => {
    expect(sheetOfTable(table(['110000'], { numeric: false }), options, zh).rows[0]?.[0]?.value).toBe('110000');
  });
});

test.each([
  [['ranking-internet-penetration', '2016', 'zh'], 'ranking-internet-penetration_2016_zh'],
  [['twin', '2018-10', 'en'], 'twin_2018-10_en'],
  [['排名', '', 'zh'], 'zh'],
  [['../../etc/passwd', 'a b:c', 'en'], 'etc-passwd_a-b-c_en'],
  [['排名'], 'table'],
  [['x'.repeat(300)], 'x'.repeat(120)],
])('a file’s name: %j', (parts, name) => {
  expect(fileName(...parts)).toBe(name);
});
