import { duplicates, readTable } from './readTable.ts';
import { rowReader } from './rowReader.ts';
import type { Alias, Region } from '../model/region.ts';
import type { Issue } from './issue.ts';

/** aliases.csv: a customary spelling and the id of the region that it means. A spelling may mean two regions, a pair stands once. */
export function readAliases({ file, text, regions }: { readonly file: string; readonly text: string; readonly regions: readonly Region[] }): {
  readonly aliases: readonly Alias[];
  readonly issues: readonly Issue[];
} {
  const table = readTable(text, file, { required: ['alias', 'region'], optional: ['lang', 'note'] });
  const issues: Issue[] = [...table.issues];
  const aliases: Alias[] = [];
  const firstLineOf = duplicates();
  const ids = new Set(regions.map(({ id }) => id));
  for (const row of table.rows) {
    const reader = rowReader(row, file, issues);
    const alias = reader.required('alias');
    const regionId = reader.required('region');
    if (regionId !== null && !ids.has(regionId)) reader.refuse('region', { code: 'unknownRegion', args: null });
    const firstLine = alias === null || regionId === null ? null : firstLineOf(`${alias}|${regionId}`, row.line);
    if (firstLine !== null) reader.refuse('alias', { code: 'duplicateAlias', args: { firstLine } });
    if (reader.isWhole() && alias !== null && regionId !== null) aliases.push({ alias, regionId });
  }
  return { aliases, issues };
}
