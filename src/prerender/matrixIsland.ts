import { render } from 'svelte/server';
import Matrix from '../components/matrix/Matrix.svelte';
import { NATION } from '../model/region.ts';
import type { Atlas } from '../model/atlas.ts';
import type { IndicatorTable } from '../model/indicator.ts';
import { datasetOf, mayHandOn, provincesOf, reportingUnits, sourcesLine, tableOf } from '../pages/lookup.ts';
import { periods } from '../query/select.ts';
import { freshnessView, type FreshnessView } from '../view/freshnessView.ts';
import { matrixView, type MatrixSheet } from '../view/matrixView.ts';
import { servicesTakeaway, servicesView, type Service, type ServicesInput } from '../view/servicesView.ts';
import { onePeriod } from '../view/sentences/onePeriod.ts';
import { matrixTakeaway } from '../view/sentences/matrix.ts';
import type { Takeaway } from '../view/sentences/takeaway.ts';
import type { DrawnIsland } from './islands.ts';
import type { PageContext } from './pageContext.ts';

export interface MatrixIsland extends DrawnIsland<MatrixFacts> {
  readonly name: string;
  readonly coverage: string;
  readonly takeaway: Takeaway;
  readonly source: string;
  readonly freshness?: FreshnessView;
}

/** Null: the sheet is made from the table that the page's map has beside it. */
export interface MatrixFacts {
  readonly sheet: MatrixSheet | null;
  /** What it holds may be handed on. */
  readonly isOffered: boolean;
}

const draw = (sheet: MatrixSheet, isOffered: boolean, { say, words }: PageContext, onchoose?: () => void): string =>
  render(Matrix, { idPrefix: 'matrix', props: { sheet, say, ...(onchoose ? { onchoose } : {}), ...(isOffered ? { taken: { terms: words.takeaway, options: () => ({ name: '', fileName: '', about: [] }) } } : {}) } }).body;

/** All regions in all periods of one indicator; on a page that has its map. */
export function regionsMatrix(atlas: Atlas, table: IndicatorTable, page: PageContext): MatrixIsland {
  const { say, lang } = page;
  const { matrix } = say.words;
  const regions = [...provincesOf(atlas), ...atlas.regions.filter(({ id }) => id === NATION)];
  const sheet = matrixView({ table, regions }, say);
  const counts = periods(table).map((period) => onePeriod(table, period, regions, say));
  const sources = [...new Set(table.observations.map(({ sourceId }) => sourceId))];
  const isOffered = mayHandOn(atlas, table);
  return {
    html: draw(sheet, isOffered, page, () => undefined),
    facts: { sheet: null, isOffered },
    name: matrix.allPeriods(sheet.caption === '' ? table.indicator.name[lang] : sheet.caption),
    coverage: matrix.cells(counts.reduce((sum, { k }) => sum + k, 0), counts.reduce((sum, { n }) => sum + n, 0)),
    takeaway: matrixTakeaway({ table, periods: periods(table), regions: provincesOf(atlas) }, say),
    source: sourcesLine(atlas, table, sources, page),
    freshness: freshnessView(table, datasetOf(atlas, table), say),
  };
}

/** Lists and checks whose lowest band is “not on it”; in order of their kind and time. */
const SERVICES: readonly (Omit<Service, 'table'> & { readonly id: string })[] = [
  { id: 'message-board-rules', group: 'pilot', words: 'issued' },
  { id: 'egov-cloud-pilot', group: 'pilot', words: 'pilot' },
  { id: 'egov-comprehensive-pilot', group: 'pilot', words: 'pilot' },
  { id: 'open-public-data-pilot', group: 'pilot', words: 'pilot' },
  { id: 'data-bureau-established', group: 'pilot', words: 'bands' },
  { id: 'website-check-average-95', group: 'check', words: 'check' },
  { id: 'website-check-full-pass-half-year', group: 'check', words: 'check' },
  { id: 'website-check-full-pass-four-quarters', group: 'check', words: 'check' },
  { id: 'portal-check-group', group: 'check', words: 'bands' },
  { id: 'portal-three-levels-good', group: 'check', words: 'check' },
];

export function servicesInput(atlas: Atlas, page: PageContext): ServicesInput {
  return {
    networks: atlas.networks,
    connections: atlas.connections,
    services: SERVICES.map(({ id, ...service }) => ({ ...service, table: tableOf(atlas, id) })),
    regions: reportingUnits(atlas),
    href: (id) => page.href(`indicator/${id}.html`),
  };
}

/**
 * Units by networks, pilots and checks.
 *
 * @param networksSource Where the connections are from, as the page says it already.
 */
export function servicesMatrix(atlas: Atlas, page: PageContext, networksSource: string): MatrixIsland {
  const { say } = page;
  const input = servicesInput(atlas, page);
  const sheet = servicesView(input, say);
  const cells = sheet.rows.flatMap((row) => row.cells);
  const datasets = [...new Map(input.services.map(({ table }) => [table.dataset, table])).values()];
  const sourceOf = (table: IndicatorTable) => {
    const own = input.services.filter((one) => one.table.dataset === table.dataset).flatMap((one) => one.table.observations.map(({ sourceId }) => sourceId));
    return sourcesLine(atlas, table, [...new Set(own)], page);
  };
  const isOffered = input.services.every(({ table }) => mayHandOn(atlas, table));
  return {
    html: draw(sheet, isOffered, page),
    facts: { sheet, isOffered },
    name: sheet.caption,
    coverage: say.words.matrix.cells(cells.filter(({ absence }) => absence === undefined).length, cells.length),
    takeaway: servicesTakeaway(input, say),
    source: [networksSource, ...datasets.map(sourceOf)].join(' '),
  };
}
