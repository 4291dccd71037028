import type { Atlas, PublishedFile } from '../model/atlas.ts';
import type { Dataset, Source } from '../model/dataset.ts';
import type { IndicatorTable } from '../model/indicator.ts';
import type { Resource } from '../model/resource.ts';
import type { Text } from '../model/text.ts';
import { opendataEn } from '../i18n/opendata.en.ts';
import { opendataZh } from '../i18n/opendata.zh.ts';
import { publishedFiles } from '../prerender/published.ts';

/** A table that stands among the site's files. */
export interface OpenTable {
  /** Unique among all tables: “toys”; an earlier edition's is “toys-2000”. */
  readonly name: string;
  readonly title: Text;
  readonly description: Text;
  readonly dataset: Dataset;
  readonly resource: Resource;
  readonly file: PublishedFile;
  /** As the first line of the file has them. */
  readonly columns: readonly string[];
  /** Null: it holds no figures of an indicator. */
  readonly table: IndicatorTable | null;
  /** An edition that a later one has taken the place of. */
  readonly isEarlier: boolean;
  /** Those that its rows name; all of the dataset where it holds no figures. */
  readonly sources: readonly Source[];
}

/** “un-egov-survey/2024” of “un-egov-survey/2024/un-egdi.csv” */
export const folderOf = (file: string): string => file.replace(/\/[^/]*$/, '');

const has = <Key extends string>(words: Readonly<Record<Key, unknown>>, key: string): key is Key => Object.prototype.hasOwnProperty.call(words, key);

/** A table that is not of an indicator, in words; null: it is no table. */
export function ofProfile(profile: string | null): { readonly title: Text; readonly description: Text } | null {
  if (profile === null || !has(opendataZh.profiles, profile)) return null;
  const [zh, en] = [opendataZh.profiles[profile], opendataEn.profiles[profile]];
  return { title: { zh: zh[0], en: en[0] }, description: { zh: zh[1], en: en[1] } };
}

/** The sources that a table's rows name, in the order of the dataset. */
export function usedSources(table: IndicatorTable, { sources }: Dataset): readonly Source[] {
  const used = new Set(table.observations.map(({ sourceId }) => sourceId));
  return sources.filter(({ id }) => used.has(id));
}

/**
 * Every table that may be handed on, in the order of `data/`; what a publisher lets nobody hand on is not among them.
 *
 * @param text A file below `data/` as it is published.
 */
export function openTables(atlas: Atlas, text: (file: string) => string): readonly OpenTable[] {
  const files = new Map(publishedFiles(atlas).map((file) => [file.path, file]));
  const latest = new Map(atlas.tables.map((table) => [table.file, table]));
  const earlier = new Map(atlas.earlier.map((table) => [table.file, table]));
  const names = new Set<string>();
  return atlas.resources.flatMap((resource): readonly OpenTable[] => {
    const file = files.get(resource.file);
    const dataset = atlas.datasets.find(({ id }) => id === folderOf(resource.file));
    if (!file || !dataset || !resource.file.endsWith('.csv')) return [];
    const table = latest.get(resource.file) ?? earlier.get(resource.file) ?? null;
    const told = table ? { title: table.indicator.name, description: table.indicator.definition } : ofProfile(resource.profile);
    if (!told) throw new Error(`data/${resource.file} is a table of the kind “${resource.profile ?? ''}”, which src/i18n/opendata.*.ts has no words for`);
    const isEarlier = table !== null && !latest.has(resource.file);
    const name = table ? `${table.indicator.id}${isEarlier ? `-${dataset.edition}` : ''}` : resource.name;
    if (names.has(name)) throw new Error(`two tables are called “${name}”; give one of the resources in data/ another name`);
    names.add(name);
    const columns = (text(resource.file).split(/\r?\n/, 1)[0] ?? '').split(',');
    return [{ name, ...told, dataset, resource, file, columns, table, isEarlier, sources: table ? usedSources(table, dataset) : dataset.sources }];
  });
}
