import type { Dataset } from '../model/dataset.ts';
import type { IndicatorTable } from '../model/indicator.ts';
import type { Region } from '../model/region.ts';
import type { Issue } from './issue.ts';
import { jsonReader, parseJson } from './jsonReader.ts';
import { readDataset } from './readDataset.ts';
import { readIndicator } from './readIndicator.ts';
import { readObservations } from './readObservations.ts';

/** A table and the dataset that it was published in. */
export interface BundledTable {
  readonly table: IndicatorTable;
  readonly dataset: Dataset;
}

/**
 * Many published tables in one file: their texts as they stand in `data/`, read by the readers of those files.
 *
 * @returns No table when anything has an issue: a comparison that silently lacked one would say less than it seems to.
 */
export function readBundle({ file, text, regions }: { readonly file: string; readonly text: string; readonly regions: readonly Region[] }): { readonly tables: readonly BundledTable[]; readonly issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const json = parseJson(text, file, issues);
  const reader = issues.length > 0 ? null : jsonReader(json, file, issues);
  if (!reader) return { tables: [], issues };
  const datasets = new Map(
    reader.objects('datasets').flatMap((one) => {
      const [id, packageText] = [one.string('id'), one.string('text')];
      if (id === null || packageText === null) return [];
      const reading = readDataset({ file: `${id}/datapackage.json`, text: packageText, id });
      issues.push(...reading.issues);
      return [[id, reading] as const];
    }),
  );
  const tables = reader.objects('tables').flatMap((one): readonly BundledTable[] => {
    const [datasetId, tableFile, indicatorText, csv] = [one.string('dataset'), one.string('file'), one.string('indicator'), one.string('csv')];
    if (datasetId === null || tableFile === null || indicatorText === null || csv === null) return [];
    const reading = datasets.get(datasetId);
    const { indicator, issues: indicatorIssues } = readIndicator({ file: `${tableFile.replace(/^.*\/|\.csv$/g, '')}.json`, text: indicatorText });
    issues.push(...indicatorIssues);
    const resource = reading?.resources.find((known) => known.file === tableFile);
    if (!reading?.dataset || !resource) {
      one.refuse('dataset', { code: 'missingFile', args: null });
      return [];
    }
    if (!indicator) return [];
    const { observations, issues: rowIssues } = readObservations({ file: tableFile, text: csv, resource, indicator, regions, aliases: [], sources: reading.sources });
    issues.push(...rowIssues);
    return [{ table: { indicator, dataset: datasetId, file: tableFile, observations }, dataset: reading.dataset }];
  });
  return { tables: issues.length > 0 ? [] : tables, issues };
}
