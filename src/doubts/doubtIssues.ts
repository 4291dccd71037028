import type { Issue } from '../ingest/issue.ts';
import { readTable } from '../ingest/readTable.ts';
import { OBSERVATION_COLUMNS } from '../ingest/readObservations.ts';
import { cellText, type Cell, type Doubt, type Explained } from '../model/doubt.ts';

export const explains = ({ indicator, kind, cell }: Explained, doubt: Doubt): boolean => indicator === doubt.indicator && kind === doubt.kind && cellText(cell) === cellText(doubt.cell);

/** The line of a cell in its table, as an editor counts; undefined: it isn't there. */
export function lineOf(csv: string, defaults: Readonly<Record<string, string>>, cell: Cell): number | undefined {
  const of = (read: (column: string) => string, column: string): string => read(column) || defaults[column] || '';
  return readTable(csv, '', { required: [], optional: OBSERVATION_COLUMNS }).rows.find(({ cell: read }) => of(read, 'series') === cell.series && of(read, 'region') === cell.region && of(read, 'period') === cell.period)?.line;
}

/** A doubt as an issue: it takes a correction, or a reason in `data/explained/`, where cells are named as in the table. */
export function doubtIssue(doubt: Doubt, file: string, line: number | undefined, found = cellText(doubt.cell).trim()): Issue {
  const place = { file, ...(line !== undefined && { line }), found };
  switch (doubt.kind) {
    case 'unitSlip': return { ...place, code: doubt.kind, args: doubt.args };
    case 'swappedRows': return { ...place, code: doubt.kind, args: doubt.args };
    case 'copiedPeriod': return { ...place, code: doubt.kind, args: doubt.args };
    case 'overWhole': return { ...place, code: doubt.kind, args: doubt.args };
    case 'partsDontAddUp': return { ...place, code: doubt.kind, args: doubt.args };
    case 'impossibleJump': return { ...place, code: doubt.kind, args: doubt.args };
    case 'standsApart': return { ...place, code: doubt.kind, args: doubt.args };
    case 'rankContradicts': return { ...place, code: doubt.kind, args: doubt.args };
    case 'signSlip': return { ...place, code: doubt.kind, args: doubt.args };
    case 'notYet': return { ...place, code: doubt.kind, args: doubt.args };
  }
}
