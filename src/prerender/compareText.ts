import type { Atlas } from '../model/atlas.ts';
import type { IndicatorTable } from '../model/indicator.ts';
import { rankable } from './rankingIsland.ts';

export const COMPARE_FILE = 'compare.json';

/** What regions are compared in: published values of provinces that may be handed on. */
export const comparable = (atlas: Atlas): readonly IndicatorTable[] => rankable(atlas).filter(({ indicator }) => indicator.expected !== 'countries' && indicator.publishes === 'values');

/** The tables of the comparison, their descriptors and their datasets in one file, as texts: one request, one reading, one hash. */
export function compareText(atlas: Atlas, read: (file: string) => string): string {
  const tables = comparable(atlas);
  const datasets = [...new Set(tables.map(({ dataset }) => dataset))];
  const bundle = {
    datasets: datasets.map((id) => ({ id, text: read(`${id}/datapackage.json`) })),
    tables: tables.map(({ indicator, dataset, file }) => ({ dataset, file, indicator: read(`indicators/${indicator.id}.json`), csv: read(file) })),
  };
  return `${JSON.stringify(bundle)}\n`;
}
