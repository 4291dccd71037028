import { readDataset } from '../ingest/readDataset.ts';
import { readIndicator } from '../ingest/readIndicator.ts';
import { readObservations } from '../ingest/readObservations.ts';
import type { Issue } from '../ingest/issue.ts';
import { findDoubts } from '../doubts/findDoubts.ts';
import type { Doubt } from '../model/doubt.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Indicator, IndicatorTable } from '../model/indicator.ts';
import type { Confidence } from '../model/observation.ts';
import type { Alias, Region } from '../model/region.ts';
import { cellsOf, compareCells, type CellChanges } from '../releases/cells.ts';

export interface JudgeInput {
  /** Files for `data/`, by path below it (`editionFiles`). */
  readonly files: ReadonlyMap<string, string>;
  /** Folder of the dataset and its edition: “un-egov-survey/2026”. */
  readonly dataset: string;
  readonly indicatorId: string;
  /** Where its descriptor stands in `data/` already. */
  readonly known: Indicator | null;
  readonly regions: readonly Region[];
  readonly aliases: readonly Alias[];
  /** A source that is still being described: rows that name it are read all the same; that it isn't whole the package tells. */
  readonly pending: { readonly id: string; readonly confidence: Confidence } | null;
  /** The table as it is shown now. */
  readonly standing: IndicatorTable | null;
  /** The whole that its parts are held against, where its descriptor names one. */
  readonly whole: IndicatorTable | null;
}

export interface Judgement {
  /** Null while the descriptor, the package or a row has an issue that leaves no table. */
  readonly table: IndicatorTable | null;
  readonly described: Dataset | null;
  /** The very ones that `npm run data` would print of these files. */
  readonly issues: readonly Issue[];
  /** Figures that can be read and may be wrong, explained ones too; none while a row has an issue, which would raise doubts of its own. */
  readonly doubts: readonly Doubt[];
  /** Against the table as it is shown now; null: there is none. */
  readonly changes: CellChanges | null;
}

/** Reads the files of an edition as the build will, with the same readers and the same words. */
export function judge({ files, dataset, indicatorId, known, regions, aliases, pending, standing, whole }: JudgeInput): Judgement {
  const shown = (file: string) => `data/${file}`;
  const [packageFile, tableFile, descriptorFile] = [`${dataset}/datapackage.json`, `${dataset}/${indicatorId}.csv`, `indicators/${indicatorId}.json`];
  const issues: Issue[] = [];
  const descriptor = files.get(descriptorFile);
  const own = descriptor === undefined ? null : readIndicator({ file: shown(descriptorFile), text: descriptor });
  if (own) issues.push(...own.issues);
  const indicator = own ? own.indicator : known;
  const { dataset: described, sources, resources, issues: packageIssues } = readDataset({ file: shown(packageFile), text: files.get(packageFile) ?? '', id: dataset });
  issues.push(...packageIssues);
  const resource = resources.find(({ file }) => file === tableFile);
  if (!indicator || !resource) return { table: null, described, issues, doubts: [], changes: null };
  const { observations, issues: rowIssues } = readObservations({ file: shown(tableFile), text: files.get(tableFile) ?? '', resource, indicator, regions, aliases, sources: pending && !sources.some(({ id }) => id === pending.id) ? [...sources, { ...pending, title: { zh: pending.id, en: pending.id }, publisher: pending.id }] : sources });
  issues.push(...rowIssues);
  const table: IndicatorTable = { indicator, dataset, file: tableFile, observations };
  // Until the package is whole, no day is known on which the figures were read.
  const doubts = rowIssues.length > 0 ? [] : findDoubts({ table, tables: whole ? [table, whole] : [table], regions, retrieved: described?.retrieved ?? '9999' });
  return { table, described, issues, doubts, changes: standing && compareCells(cellsOf(standing), cellsOf(table)) };
}
