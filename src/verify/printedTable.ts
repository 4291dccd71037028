import type { FoundTable } from './checkTable.ts';
import { knownNames, numberIn, periodOf } from './known.ts';
import type { VerifyIndex } from './verifyIndex.ts';

const REGION_CODE = /(?:行政区划代码|code)\D{0,3}(\d{6})/i;

/**
 * The figures of a region's printed sheets, by the text of the PDF: a table's name, its period and its value stand in three
 * lines, one after the other. Null: it is no such sheet.
 */
export function printedTable(text: string, index: Pick<VerifyIndex, 'regions' | 'indicators'>): { readonly table: FoundTable; readonly region: string } | null {
  const region = REGION_CODE.exec(text)?.[1];
  if (region === undefined || !index.regions.some(({ id }) => id === region)) return null;
  const known = knownNames(index);
  const lines = text.split('\n').map((line) => line.trim()).filter((line) => line !== '');
  const rows = lines.flatMap((line, at): FoundTable['rows'] => {
    const indicator = known.indicatorOf(line);
    const period = periodOf(lines[at + 1] ?? '');
    const value = numberIn(lines[at + 2] ?? '');
    return indicator === null || period === null || value === null ? [] : [[line, period, value]];
  });
  return rows.length === 0 ? null : { table: { header: ['', '', ''], rows }, region };
}
