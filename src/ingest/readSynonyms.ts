import { duplicates, readTable } from './readTable.ts';
import { rowReader } from './rowReader.ts';
import type { IndicatorId } from '../model/indicator.ts';
import type { Synonym } from '../model/synonym.ts';
import type { Issue } from './issue.ts';

/** synonyms.csv: a word and an indicator that it means. A word may mean several, a pair stands once. */
export function readSynonyms({ file, text, indicatorIds }: { readonly file: string; readonly text: string; readonly indicatorIds: readonly IndicatorId[] }): {
  readonly synonyms: readonly Synonym[];
  readonly issues: readonly Issue[];
} {
  const table = readTable(text, file, { required: ['term', 'indicator'], optional: [] });
  const issues: Issue[] = [...table.issues];
  const synonyms: Synonym[] = [];
  const firstLineOf = duplicates();
  for (const row of table.rows) {
    const reader = rowReader(row, file, issues);
    const term = reader.required('term');
    const indicatorId = reader.required('indicator');
    if (indicatorId !== null && !indicatorIds.includes(indicatorId)) reader.refuse('indicator', { code: 'unknownIndicator', args: null });
    const firstLine = term === null || indicatorId === null ? null : firstLineOf(`${term}|${indicatorId}`, row.line);
    if (firstLine !== null) reader.refuse('term', { code: 'duplicateAlias', args: { firstLine } });
    if (reader.isWhole() && term !== null && indicatorId !== null) synonyms.push({ term, indicatorId });
  }
  return { synonyms, issues };
}
