import type { Atlas } from '../model/atlas.ts';
import type { Dataset } from '../model/dataset.ts';
import type { IndicatorTable } from '../model/indicator.ts';
import { hasValue, type Measured } from '../model/observation.ts';
import { CORPS, type Region } from '../model/region.ts';
import type { PageContext } from '../prerender/pageContext.ts';
import { sourceLine } from '../view/sourceView.ts';

/** A page names an indicator that data/ does not hold: a mistake in the repository, told at build. */
export function tableOf(atlas: Atlas, id: string): IndicatorTable {
  const found = atlas.tables.find(({ indicator }) => indicator.id === id);
  if (!found) throw new Error(`a page shows the indicator “${id}”, and data/indicators/${id}.json with its table is not there`);
  return found;
}

export function datasetOf(atlas: Atlas, table: IndicatorTable): Dataset {
  const found = atlas.datasets.find(({ id }) => id === table.dataset);
  if (!found) throw new Error(`the table ${table.file} belongs to “${table.dataset}”, and no such dataset was read`);
  return found;
}

/** Whether the table stands among the site's files: its licence allows it, and this copy doesn't hold it back. */
export const mayHandOn = (atlas: Atlas, table: IndicatorTable): boolean => datasetOf(atlas, table).licence.redistributable && atlas.files.some(({ path }) => path === table.file);

/** Values of a series in time, earliest first; those of confidence C are not charted. */
export const seriesOf = (table: IndicatorTable, seriesId = ''): readonly Measured[] =>
  table.observations
    .filter(hasValue)
    .filter((one) => one.seriesId === seriesId && one.confidence !== 'C')
    .sort((a, b) => (a.period < b.period ? -1 : 1));

/** The 34 province-level regions and the Corps, in order of their codes. */
export const provincesOf = (atlas: Atlas): readonly Region[] => atlas.regions.filter(({ level }) => level === 'province' || level === 'corps');

/** The 31 + 1 units that report. */
export const reportingUnits = (atlas: Atlas): readonly Region[] => provincesOf(atlas).filter(({ group, id }) => group !== 'hmt' || id === CORPS);

export function sourcesLine(atlas: Atlas, table: IndicatorTable, ids: readonly string[], { lang, say }: PageContext): string {
  const { words } = say;
  return sourceLine(datasetOf(atlas, table), ids, lang, { colon: words.sourceColon, stop: words.stop, andMore: words.andMoreSources, confidence: words.confidenceOf });
}

/** All sources of a table in one line each, for an island that shows some of them. */
export const sourceTexts = (atlas: Atlas, table: IndicatorTable, page: PageContext): Readonly<Record<string, string>> =>
  Object.fromEntries([...new Set(table.observations.map(({ sourceId }) => sourceId))].map((id) => [id, sourcesLine(atlas, table, [id], page)]));
