import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCsv } from '../../src/ingest/parseCsv.ts';

const parse = (text: string) => parseCsv(text, 'toys.csv');

test.each([
  { says: 'comma', delimiter: ',' },
  { says: 'tab', delimiter: '\t' },
  { says: 'semicolon', delimiter: ';' },
])('the $says is found in the header', ({ delimiter }) => {
  const text = [['region', 'value', 'note'], ['110000', '5', 'a'], ['120000', '7', 'b']].map((row) => row.join(delimiter)).join('\n');
  expect(parse(text)).toEqual({
    header: ['region', 'value', 'note'],
    rows: [
      { line: 2, cells: ['110000', '5', 'a'] },
      { line: 3, cells: ['120000', '7', 'b'] },
    ],
    issues: [],
  });
});

test('cells stay text: no number, no date, no word of truth is guessed', () => {
  expect(parse('a,b,c\n007,true,2001-01-01\n').rows[0]?.cells).toEqual(['007', 'true', '2001-01-01']);
});

test('blank lines are passed over and still counted', () => {
  expect(parse('a,b\n\n1,2\n\n\n3,4\n').rows).toEqual([
    { line: 3, cells: ['1', '2'] },
    { line: 6, cells: ['3', '4'] },
  ]);
});

test.each([
  { says: 'LF', end: '\n' },
  { says: 'CRLF', end: '\r\n' },
  { says: 'CR', end: '\r' },
])('lines end with $says', ({ end }) => {
  expect(parse(['a,b', '"1', '1",2', '3,4', ''].join(end)).rows).toEqual([
    { line: 2, cells: ['1\n1', '2'] },
    { line: 4, cells: ['3', '4'] },
  ]);
});

test.each([
  { says: 'an empty file', text: '', codes: ['emptyFile'], lines: [undefined] },
  { says: 'a row too short', text: 'a,b\n1\n2,3\n', codes: ['raggedRow'], lines: [2] },
  { says: 'a row too long, after a quoted line end', text: 'a,b\n"1\n1",2\n1,2,3\n', codes: ['raggedRow'], lines: [4] },
  { says: 'a quotation mark that is never closed', text: 'a,b\n1,2\n3,"4\n5,6\n', codes: ['unterminatedQuote'], lines: [3] },
  { says: 'text after a closing quotation mark', text: 'a,b\n"1" x,2\n3,4\n', codes: ['misplacedQuote'], lines: [2] },
  { says: 'a column without a name', text: 'a,\n1,2\n', codes: ['emptyColumnName'], lines: [1] },
  { says: 'two columns of one name', text: 'a,a\n1,2\n', codes: ['duplicateColumnName'], lines: [1] },
  { says: 'a character that was not decoded', text: 'a,b\n1,\uFFFD\n', codes: ['badCharacter'], lines: [2] },
  { says: 'several at once, in the order of the lines', text: 'a,a\n1\n2,3,4\n', codes: ['duplicateColumnName', 'raggedRow', 'raggedRow'], lines: [1, 2, 3] },
])('$says is told of with its line', ({ text, codes, lines }) => {
  const { issues } = parse(text);
  expect(issues.map(({ code }) => code)).toEqual(codes);
  expect(issues.map(({ line }) => line)).toEqual(lines);
});

test('a row with an issue is left out, the others stay', () => {
  expect(parse('a,b\n1\n2,3\n').rows).toEqual([{ line: 3, cells: ['2', '3'] }]);
});

test('any cells, line ends and quotation marks among them, come back, and each row begins in the line an editor shows', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '1', '省', ' ', ',', ';', '\t', '"', '\n'), maxLength: 6 }).map((text) => `x${text}`);
  const rows = fc.array(fc.tuple(cell, cell, cell), { maxLength: 12 });
  const quote = (text: string, always: boolean) => (always || /[",;\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  fc.assert(
    fc.property(rows, fc.boolean(), fc.constantFrom(',', ';', '\t'), fc.constantFrom('\n', '\r\n'), (given, always, delimiter, end) => {
      const records = [['a', 'b', 'c'], ...given].map((row) => row.map((text) => quote(text, always)).join(delimiter));
      const text = records.map((record) => record.replaceAll('\n', end)).join(end) + end;
      // The line of a record: one more than all the line ends before it.
      const lines = records.map((_, index) => records.slice(0, index).join('\n').split('\n').length + (index === 0 ? 0 : 1));
      const { rows: read, issues } = parse(text);
      expect(issues).toEqual([]);
      expect(read).toEqual(given.map((cells, index) => ({ line: lines[index + 1], cells })));
    }),
  );
});
