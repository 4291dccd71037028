import fs from 'node:fs';
import path from 'node:path';

/** Splits one table by hand, so that the site's own reader is not what checks the site. Quotes may hold commas and lines. */
export function tableRows(text: string): Record<string, string>[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (isQuoted) {
      if (char !== '"') cell += char;
      else if (text.charAt(at + 1) === '"') {
        cell += '"';
        at++;
      } else isQuoted = false;
    } else if (char === '"') isQuoted = true;
    else if (char === ',' || char === '\n') {
      row.push(cell);
      cell = '';
      if (char === '\n') {
        rows.push(row);
        row = [];
      }
    } else if (char !== '\r') cell += char;
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell]);
  const [head = [], ...body] = rows;
  return body.map((cells) => Object.fromEntries(head.map((column, index) => [column, cells[index] ?? ''])));
}

/** All rows of an indicator's files, as printed. */
export const printedRows = (indicatorId: string): readonly Record<string, string>[] =>
  fs.readdirSync('data', { recursive: true, encoding: 'utf8' }).filter((file) => path.basename(file) === `${indicatorId}.csv`).flatMap((file) => tableRows(fs.readFileSync(path.join('data', file), 'utf8')));

/** The printed values of an indicator, in all its editions, without any default filled in: “2018” → “440000” → “10.04”. */
export function printedValues(indicatorId: string): Map<string, Map<string, string>> {
  const found = new Map<string, Map<string, string>>();
  for (const file of fs.readdirSync('data', { recursive: true, encoding: 'utf8' })) {
    if (path.basename(file) !== `${indicatorId}.csv`) continue;
    for (const row of tableRows(fs.readFileSync(path.join('data', file), 'utf8'))) {
      const { period = '', region = '', value = '' } = row;
      if (value === '' || region === '') continue;
      const ofPeriod = found.get(period) ?? new Map<string, string>();
      ofPeriod.set(region, value);
      found.set(period, ofPeriod);
    }
  }
  return found;
}
