import type { Issue } from '../ingest/issue.ts';
import type { IndicatorTable } from '../model/indicator.ts';

/** “un-egov-survey/2024”: the dataset and, behind the stroke, its edition; editions sort as text. */
const folderOf = ({ dataset }: IndicatorTable): string => dataset.replace(/\/[^/]*$/, '');

/**
 * An indicator is shown as its latest edition has it. The tables of earlier ones stay where they were published, so that
 * whoever linked to one finds it; nothing is drawn of them.
 *
 * @param shown How messages name a file below `data/`.
 * @returns An issue where two datasets have the same indicator: which of them is right is not for a program to say.
 */
export function latestEditions(tables: readonly IndicatorTable[], shown: (file: string) => string): { readonly latest: readonly IndicatorTable[]; readonly earlier: readonly IndicatorTable[]; readonly issues: readonly Issue[] } {
  const newest = new Map<string, IndicatorTable>();
  const issues: Issue[] = [];
  for (const table of tables) {
    const { id } = table.indicator;
    const known = newest.get(id);
    if (known && folderOf(known) !== folderOf(table)) issues.push({ file: shown(table.file), found: id, code: 'indicatorInTwoDatasets', args: { other: shown(known.file) } });
    else if (!known || known.dataset < table.dataset) newest.set(id, table);
  }
  const isLatest = (table: IndicatorTable) => newest.get(table.indicator.id) === table;
  return { latest: tables.filter(isLatest), earlier: tables.filter((table) => !isLatest(table)), issues };
}
