import { REGION_GROUPS, REGION_LEVELS } from '../model/region.ts';
import { readNumber } from './readNumber.ts';
import { duplicates, readTable } from './readTable.ts';
import { rowReader } from './rowReader.ts';
import type { Region } from '../model/region.ts';
import type { Issue } from './issue.ts';
import type { RowReader } from './rowReader.ts';

const COLUMNS = {
  required: ['id', 'level', 'name_zh', 'name_en', 'short_zh', 'short_en'],
  optional: [
    'abbr', 'abbr_en', 'group', 'pinyin', 'iso2', 'iso3', 'un_region_zh', 'un_region_en', 'income_group', 'label_lon', 'label_lat', 'callout', 'parent',
  ],
};

/** regions.csv to regions, in the order of the file. */
export function readRegions({ file, text }: { readonly file: string; readonly text: string }): {
  readonly regions: readonly Region[];
  readonly issues: readonly Issue[];
} {
  const table = readTable(text, file, COLUMNS);
  const issues: Issue[] = [...table.issues];
  const regions: Region[] = [];
  const firstLineOf = duplicates();
  const ids = new Set(table.rows.map((row) => row.cell('id')));
  for (const row of table.rows) {
    const reader = rowReader(row, file, issues);
    const id = reader.required('id');
    if (id !== null && firstLineOf(id, row.line) !== null) reader.refuse('id', { code: 'duplicateId', args: null });
    const level = reader.word('level', REGION_LEVELS);
    const name = reader.text('name');
    const short = reader.text('short');
    const group = reader.optional('group') === null ? null : reader.word('group', REGION_GROUPS);
    const callout = reader.optional('callout') === null ? null : reader.word('callout', ['true', 'false', '1', '0', 'yes', 'no']);
    const unRegion = reader.optionalText('un_region');
    const label = readLabel(reader);
    const parent = reader.optional('parent');
    if (parent !== null && !ids.has(parent)) reader.refuse('parent', { code: 'unknownRegion', args: null });
    const [abbr, abbrEn, pinyin, iso2, iso3, incomeGroup] = ['abbr', 'abbr_en', 'pinyin', 'iso2', 'iso3', 'income_group'].map((column) => reader.optional(column) ?? undefined);
    if (!reader.isWhole() || id === null || level === null || name === null || short === null) continue;
    regions.push({
      id,
      level,
      name,
      short,
      ...(abbr !== undefined && { abbr }),
      ...(group !== null && { group }),
      ...(pinyin !== undefined && { pinyin }),
      ...(abbrEn !== undefined && { abbrEn }),
      ...(iso2 !== undefined && { iso2 }),
      ...(iso3 !== undefined && { iso3 }),
      ...(unRegion !== null && { unRegion }),
      ...(incomeGroup !== undefined && { incomeGroup }),
      ...(label !== null && { label }),
      ...(callout !== null && { callout: ['true', '1', 'yes'].includes(callout) }),
      ...(parent !== null && { parent }),
    });
  }
  return { regions, issues };
}

/** Degrees east and north; both or neither. */
function readLabel(reader: RowReader): readonly [number, number] | null {
  if (reader.optional('label_lon') === null && reader.optional('label_lat') === null) return null;
  const [lon, lat] = (['label_lon', 'label_lat'] as const).map((column) => {
    const cell = reader.required(column);
    const number = cell === null ? null : readNumber(cell);
    if (number === null) return null;
    return 'code' in number ? reader.refuse(column, { code: 'notANumber', args: null }) : number.value;
  });
  return typeof lon === 'number' && typeof lat === 'number' ? [lon, lat] : null;
}
