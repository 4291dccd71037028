import { formatNumber, formatPeriod, halfOf, unitName } from '../i18n/format.ts';
import type { Atlas } from '../model/atlas.ts';
import type { Dataset } from '../model/dataset.ts';
import { THEMES, type IndicatorTable } from '../model/indicator.ts';
import type { Resource } from '../model/resource.ts';
import { datasetCitation } from '../opendata/datasetCitation.ts';
import { machineFiles, type MachineFile } from '../opendata/machineFiles.ts';
import { csvwPath, datasetAnchor, PACKAGE_FILE, sdmxPath } from '../opendata/openPaths.ts';
import { folderOf, ofProfile, usedSources } from '../opendata/openTables.ts';
import type { Geometry } from '../prerender/geometry.ts';
import type { PageContext } from '../prerender/pageContext.ts';
import { publishedFiles } from '../prerender/published.ts';
import { coverage } from '../query/coverage.ts';
import { periods } from '../query/select.ts';
import type { FilterView } from '../view/filterView.ts';
import { freshnessView } from '../view/freshnessView.ts';
import { publishersOf, publishersText } from '../view/publishers.ts';
import { figuresPreview, recordsPreview, type DataPreview } from './dataPreview.ts';

/** One table: what is in it, and how it is had. */
export interface DataTableView {
  /** Where links into the page lead. */
  readonly id: string;
  readonly name: string;
  /** Its page; null: it has none. */
  readonly href: string | null;
  readonly description: string;
  /** Empty: it is of no subject. */
  readonly theme: string;
  readonly facts: readonly (readonly [term: string, text: string])[];
  readonly preview: DataPreview | null;
  readonly previewTitle: string;
  /** Null: it may not be handed on. */
  readonly files: { readonly csv: string; readonly sdmx: string | null; readonly csvw: string | null } | null;
  /** Why it may not be handed on. */
  readonly kept: string;
}

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

const PAGES: Readonly<Record<string, string>> = { regions: 'regions.html', claims: 'claims.html', networks: 'coverage.html', connections: 'coverage.html', announcements: 'coverage.html', systems: 'systems.html', synonyms: 'indicators.html' };

/** “k of n” in the period that has most, and how many that are. */
function covered(table: IndicatorTable, atlas: Atlas): { readonly k: number; readonly n: number } {
  const all = periods(table).map((period) => coverage(table.observations.filter((one) => one.period === period), table.indicator, atlas.regions));
  return all.reduce((best, { k, n }) => (k > best.k ? { k, n } : best), { k: 0, n: all[0]?.n ?? 0 });
}

export function dataPage(atlas: Atlas, geometry: Geometry, page: PageContext): DataPageView {
  const { lang, words, say, base } = page;
  const terms = words.opendata;
  const isHere = page.edition?.kind === 'here';
  const published = new Map(publishedFiles(atlas).map((file) => [file.path, file]));
  const byFile = new Map([...atlas.tables, ...atlas.earlier].map((table) => [table.file, table]));

  const tableView = (resource: Resource, dataset: Dataset): readonly DataTableView[] => {
    const table = byFile.get(resource.file) ?? null;
    const told = table ? { title: table.indicator.name, description: table.indicator.definition } : ofProfile(resource.profile);
    if (!told || !resource.file.endsWith('.csv')) return [];
    const file = published.get(resource.file);
    const isLatest = table !== null && atlas.tables.includes(table);
    const preview = table ? figuresPreview(atlas, table, page) : recordsPreview(atlas, geometry, resource, page);
    const rows = preview ? formatNumber(preview.rows) : null;
    const [all, counts] = table ? [periods(table), covered(table, atlas)] : [[], null];
    const path = table ? `indicator/${table.indicator.id}.html` : (PAGES[resource.profile ?? ''] ?? null);
    const facts: readonly (readonly [string, string])[] = [
      ...(table ? [[terms.table.unit, unitName(table.indicator, lang) || terms.table.noUnit] as const] : []),
      ...(all.length > 0 ? [[terms.table.periods, terms.table.span(formatPeriod(all[0] ?? '', lang), formatPeriod(all.at(-1) ?? '', lang), all.length)] as const] : []),
      ...(counts ? [[terms.table.regions, terms.table.coverage(counts.k, counts.n)] as const] : []),
      ...(rows !== null ? [[terms.table.rows, file ? terms.table.rowsOf(rows, formatNumber(file.bytes)) : rows] as const] : []),
      ...(table ? [[terms.table.sources, publishersText(publishersOf(dataset, usedSources(table, dataset).map(({ id }) => id), say), say).slice(say.words.sourceColon.length)] as const] : []),
      ...(isLatest ? [[terms.table.freshness, freshnessText(table, dataset, page)] as const] : []),
    ];
    return [{
      // A dataset and a table may have one name.
      id: `table-${table && !isLatest ? `${resource.name}-${datasetAnchor(dataset.id)}` : resource.name}`,
      name: told.title[lang],
      href: path === null ? null : page.href(path),
      description: told.description[lang],
      theme: table?.indicator.theme ?? '',
      facts,
      preview,
      previewTitle: preview && rows !== null ? terms.table.preview(preview.shown, rows) : '',
      files: file ? { csv: `${base}data/${file.path}`, sdmx: isHere || !isLatest ? null : `${base}${sdmxPath(table.indicator.id)}`, csvw: isHere ? null : base + csvwPath(file.path) } : null,
      kept: file ? '' : dataset.licence.redistributable ? terms.kept.held : terms.kept.head,
    }];
  };

  const datasets = atlas.datasets.flatMap((dataset): readonly DataSetView[] => {
    const tables = atlas.resources.filter(({ file }) => folderOf(file) === dataset.id).flatMap((resource) => tableView(resource, dataset));
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

const freshnessText = (table: IndicatorTable, dataset: Dataset, { say }: PageContext): string => {
  const { latest, next } = freshnessView(table, dataset, say);
  return latest + say.words.stop + next;
};

