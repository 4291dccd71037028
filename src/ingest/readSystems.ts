import { FORUMS } from './readClaims.ts';
import { duplicates, readTable, splitList } from './readTable.ts';
import { regionIndex } from './resolveRegion.ts';
import { rowReader } from './rowReader.ts';
import type { Source } from '../model/dataset.ts';
import type { Region } from '../model/region.ts';
import type { GovSystem } from '../model/system.ts';
import type { Issue } from './issue.ts';

const COLUMNS = {
  required: ['id', 'name_zh', 'name_en', 'kind', 'owner', 'desc_zh', 'desc_en', 'indicators'],
  optional: ['region', 'start_year', 'start_source', 'forum', 'note'],
};

/** systems.csv: the systems, programmes and institutions behind the figures. */
export function readSystems({ file, text, regions, sources, indicatorIds }: {
  readonly file: string;
  readonly text: string;
  readonly regions: readonly Region[];
  readonly sources: readonly Source[];
  readonly indicatorIds: readonly string[];
}): { readonly systems: readonly GovSystem[]; readonly issues: readonly Issue[] } {
  const table = readTable(text, file, COLUMNS);
  const issues: Issue[] = [...table.issues];
  const systems: GovSystem[] = [];
  const firstLineOf = duplicates();
  const index = regionIndex(regions, []);
  const sourceIds = sources.map(({ id }) => id);
  for (const row of table.rows) {
    const reader = rowReader(row, file, issues);
    const id = reader.required('id');
    if (id !== null && firstLineOf(id, row.line) !== null) reader.refuse('id', { code: 'duplicateId', args: null });
    const name = reader.text('name');
    const kind = reader.required('kind');
    const owner = reader.required('owner');
    const regionId = reader.optional('region') === null ? null : reader.region('region', index);
    const startYear = reader.date('start_year');
    const startSource = reader.optional('start_source');
    if (splitList(startSource ?? '').some((source) => !sourceIds.includes(source))) {
      reader.refuse('start_source', { code: 'unknownSource', args: { known: sourceIds } });
    }
    const forum = reader.optional('forum') === null ? null : reader.word('forum', FORUMS);
    const description = reader.text('desc');
    const indicators = splitList(reader.cell('indicators'));
    if (indicators.some((indicator) => !indicatorIds.includes(indicator))) reader.refuse('indicators', { code: 'unknownIndicator', args: null });
    const note = reader.optional('note');
    if (!reader.isWhole() || id === null || name === null || kind === null || owner === null || description === null) continue;
    systems.push({
      id, name, kind, owner,
      ...(regionId !== null && { regionId }),
      ...(startYear !== null && { startYear }),
      ...(startSource !== null && { startSource }),
      ...(forum !== null && { forum }),
      description,
      indicators,
      ...(note !== null && { note }),
    });
  }
  return { systems, issues };
}
