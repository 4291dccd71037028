import { formatNumber, halfOf } from '../i18n/format.ts';
import type { Atlas } from '../model/atlas.ts';
import { THEMES } from '../model/indicator.ts';
import { datasetCitation } from '../opendata/datasetCitation.ts';
import { machineFiles, type MachineFile } from '../opendata/machineFiles.ts';
import { datasetAnchor, PACKAGE_FILE } from '../opendata/openPaths.ts';
import { folderOf } from '../opendata/openTables.ts';
import type { Geometry } from '../prerender/geometry.ts';
import type { PageContext } from '../prerender/pageContext.ts';
import { publishedFiles } from '../prerender/published.ts';
import type { FilterView } from '../view/filterView.ts';
import { dataTable, type DataTableView } from './dataTable.ts';

export interface DataSetView {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly facts: readonly (readonly [term: string, text: string])[];
  readonly licence: { readonly text: string; readonly url: string | null };
  readonly sources: { readonly href: string; readonly text: string } | null;
  readonly tables: readonly DataTableView[];
  /** Null: it may not be handed on, for `kept`. */
  readonly package: string | null;
  readonly kept: readonly string[];
  /** Of the publisher to ask. */
  readonly ask: readonly { readonly name: string; readonly url: string | null }[];
  readonly citations: readonly { readonly style: 'gbt' | 'apa'; readonly name: string; readonly text: string }[];
}

/** What the script needs besides what is drawn: the files of each dataset, from the site's root. */
export interface TakenFacts {
  readonly files: Readonly<Record<string, readonly string[]>>;
  /** Null: this copy doesn't carry it. */
  readonly package: string | null;
}

export interface DataPageView {
  readonly lead: string;
  readonly filter: FilterView;
  readonly datasets: readonly DataSetView[];
  readonly machines: readonly MachineFile[];
  /** The single file carries the tables alone. */
  readonly isHere: boolean;
  readonly facts: TakenFacts;
}

export function dataPage(atlas: Atlas, geometry: Geometry, page: PageContext): DataPageView {
  const { lang, words, base } = page;
  const terms = words.opendata;
  const isHere = page.edition?.kind === 'here';
  const published = new Map(publishedFiles(atlas).map((file) => [file.path, file]));

  const datasets = atlas.datasets.flatMap((dataset): readonly DataSetView[] => {
    const tables = atlas.resources.filter(({ file }) => folderOf(file) === dataset.id).flatMap((resource) => dataTable({ atlas, geometry, resource, dataset, file: published.get(resource.file) ?? null }, page));
    if (tables.length === 0) return [];
    const { licence, sources } = dataset;
    const asked = licence.redistributable ? [] : [...new Map(sources.map(({ publisher, url }) => [halfOf(publisher, lang), url ?? null])).entries()];
    return [{
      id: datasetAnchor(dataset.id),
      name: dataset.title[lang],
      description: dataset.description[lang],
      facts: [[terms.table.edition, dataset.edition], [terms.table.retrieved, dataset.retrieved]],
      licence: { text: licence.title[lang], url: licence.url ?? null },
      sources: sources.length > 0 ? { href: `${page.href('sources.html')}#${datasetAnchor(dataset.id)}`, text: words.sources.list(sources.length) } : null,
      tables,
      package: tables.some(({ files }) => files !== null) ? `${base}data/${dataset.id}/${PACKAGE_FILE}` : null,
      kept: licence.redistributable ? [] : [terms.kept.why(licence.title[lang])],
      ask: asked.map(([name, url]) => ({ name, url })),
      citations: datasetCitation(dataset, page),
    }];
  });

  const shown = datasets.flatMap(({ tables }) => tables);
  const used = new Set(shown.map(({ theme }) => theme));
  const open = shown.filter(({ files }) => files !== null).length;
  return {
    lead: terms.lead(datasets.length, shown.length, formatNumber(shown.reduce((sum, { preview }) => sum + (preview?.rows ?? 0), 0)), open),
    filter: {
      list: 'data-list',
      label: terms.filter.label,
      all: terms.filter.all,
      fields: [{ key: 'theme', label: terms.filter.theme, options: THEMES.filter((theme) => used.has(theme)).map((theme) => ({ value: theme, text: words.themes[theme] })) }],
      text: terms.filter.q,
      count: terms.filter.count(shown.length),
      some: terms.filter.some(shown.length),
      reset: terms.filter.reset,
      failure: terms.filter.failure,
    },
    datasets,
    machines: isHere ? [] : machineFiles(atlas, page),
    isHere,
    facts: {
      files: Object.fromEntries(atlas.datasets.map(({ id }) => [datasetAnchor(id), [...published.keys()].filter((path) => folderOf(path) === id).map((path) => `data/${path}`)])),
      package: isHere ? null : PACKAGE_FILE,
    },
  };
}
