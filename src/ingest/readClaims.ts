import { VERDICTS } from '../model/claim.ts';
import { PRECISIONS } from '../model/observation.ts';
import { duplicates, readTable, splitList } from './readTable.ts';
import { rowReader } from './rowReader.ts';
import type { Claim } from '../model/claim.ts';
import type { Source } from '../model/dataset.ts';
import type { Issue } from './issue.ts';

const COLUMNS = {
  required: [
    'id', 'theme', 'label_zh', 'label_en', 'value', 'precision', 'unit_zh', 'unit_en', 'period', 'speaker', 'forum', 'paraphrase_zh', 'paraphrase_en',
    'verdict', 'verdict_note_zh', 'verdict_note_en', 'verdict_sources', 'indicators',
  ],
  optional: ['note'],
};

export const FORUMS = ['fuzhou', 'wuzhen'] as const;

/** claims.csv to claims: what was said stays a text, and never becomes an observation. */
export function readClaims({ file, text, sources, indicatorIds }: {
  readonly file: string;
  readonly text: string;
  readonly sources: readonly Source[];
  readonly indicatorIds: readonly string[];
}): { readonly claims: readonly Claim[]; readonly issues: readonly Issue[] } {
  const table = readTable(text, file, COLUMNS);
  const issues: Issue[] = [...table.issues];
  const claims: Claim[] = [];
  const firstLineOf = duplicates();
  const sourceIds = sources.map(({ id }) => id);
  for (const row of table.rows) {
    const reader = rowReader(row, file, issues);
    const id = reader.required('id');
    if (id !== null && firstLineOf(id, row.line) !== null) reader.refuse('id', { code: 'duplicateId', args: null });
    const theme = reader.required('theme');
    const label = reader.text('label');
    const value = reader.required('value');
    const precision = reader.word('precision', PRECISIONS);
    const unit = reader.optionalText('unit') ?? { zh: '', en: '' };
    const period = reader.period('period');
    const speaker = reader.required('speaker');
    const forum = reader.word('forum', FORUMS);
    const paraphrase = reader.text('paraphrase');
    const verdict = reader.word('verdict', VERDICTS);
    const verdictNote = reader.optionalText('verdict_note');
    const verdictSources = splitList(reader.cell('verdict_sources'));
    if (verdictSources.some((source) => !sourceIds.includes(source))) {
      reader.refuse('verdict_sources', { code: 'unknownSource', args: { known: sourceIds } });
    }
    const indicators = splitList(reader.cell('indicators'));
    if (indicators.some((indicator) => !indicatorIds.includes(indicator))) reader.refuse('indicators', { code: 'unknownIndicator', args: null });
    if (!reader.isWhole() || id === null || theme === null || label === null || value === null || precision === null || period === null) continue;
    if (speaker === null || forum === null || paraphrase === null || verdict === null) continue;
    claims.push({
      id, theme, label, value, precision, unit, period, speaker, forum, paraphrase, verdict,
      ...(verdictNote !== null && { verdictNote }),
      verdictSources,
      indicators,
    });
  }
  return { claims, issues };
}
