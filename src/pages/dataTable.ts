import { formatNumber, formatPeriod, unitName } from '../i18n/format.ts';
import type { Atlas, PublishedFile } from '../model/atlas.ts';
import type { Dataset } from '../model/dataset.ts';
import type { IndicatorTable } from '../model/indicator.ts';
import type { Resource } from '../model/resource.ts';
import { csvwPath, datasetAnchor, sdmxPath } from '../opendata/openPaths.ts';
import { ofProfile, usedSources } from '../opendata/openTables.ts';
import type { Geometry } from '../prerender/geometry.ts';
import type { PageContext } from '../prerender/pageContext.ts';
import { coverage } from '../query/coverage.ts';
import { periods } from '../query/select.ts';
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

const PAGES: Readonly<Record<string, string>> = { regions: 'regions.html', claims: 'claims.html', networks: 'coverage.html', connections: 'coverage.html', announcements: 'coverage.html', systems: 'systems.html', synonyms: 'indicators.html' };

/** “k of n” in the period that has most, and how many that are. */
function covered(table: IndicatorTable, atlas: Atlas): { readonly k: number; readonly n: number } {
  const all = periods(table).map((period) => coverage(table.observations.filter((one) => one.period === period), table.indicator, atlas.regions));
  return all.reduce((best, { k, n }) => (k > best.k ? { k, n } : best), { k: 0, n: all[0]?.n ?? 0 });
}

const freshnessText = (table: IndicatorTable, dataset: Dataset, { say }: PageContext): string => {
  const { latest, next } = freshnessView(table, dataset, say);
  return latest + say.words.stop + next;
};

export interface DataTableInput {
  readonly atlas: Atlas;
  readonly geometry: Geometry;
  readonly resource: Resource;
  readonly dataset: Dataset;
  /** The table among the site's files; null: it may not be handed on. */
  readonly file: PublishedFile | null;
}

/** One table of a dataset; none where the resource is no table. */
export function dataTable({ atlas, geometry, resource, dataset, file }: DataTableInput, page: PageContext): readonly DataTableView[] {
  const { lang, words, say, base } = page;
  const terms = words.opendata;
  const isHere = page.edition?.kind === 'here';
    const table = [...atlas.tables, ...atlas.earlier].find(({ file: own }) => own === resource.file) ?? null;
    const told = table ? { title: table.indicator.name, description: table.indicator.definition } : ofProfile(resource.profile);
    if (!told || !resource.file.endsWith('.csv')) return [];
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
}
