import { render } from 'svelte/server';
import ComparisonExplorer from '../components/comparison/ComparisonExplorer.svelte';
import type { Atlas } from '../model/atlas.ts';
import { datasetOf } from '../pages/lookup.ts';
import { hasPage, regionPath } from '../pages/regionPath.ts';
import type { Geometry } from './geometry.ts';
import type { DrawnIsland } from './islands.ts';
import type { PageContext } from './pageContext.ts';
import { peerFacts } from './peerFacts.ts';
import { COMPARE_FILE, comparable } from './compareText.ts';
import { rankedRegions } from './rankingIsland.ts';

/** Drawn at build: three neighbours of one group. */
export const COMPARED_FIRST = ['320000', '330000', '440000'] as const;

/** @param sha256 Of the file with the tables: a page and a file of two releases don't go together. */
export function comparisonIsland(atlas: Atlas, { landNeighbours }: Geometry, page: PageContext, sha256: string): DrawnIsland {
  const tables = comparable(atlas);
  const provincial = atlas.tables.filter(({ indicator }) => indicator.expected === 'provinces' || indicator.expected === 'provincesAndCorps');
  const { features, source } = peerFacts(atlas, landNeighbours, page);
  const facts = {
    base: page.base,
    file: COMPARE_FILE,
    sha256,
    pages: page.href(''),
    regions: rankedRegions(atlas),
    regionPages: Object.fromEntries(atlas.regions.filter((region) => hasPage(region)).map(({ id }) => [id, regionPath(id)])),
    themeNames: page.words.themes,
    first: COMPARED_FIRST,
    left: provincial.length - tables.length,
    peers: { features, neighbours: {}, source },
  };
  const { body } = render(ComparisonExplorer, {
    idPrefix: 'comparison',
    props: { ...facts, tables: tables.map((table) => ({ table, dataset: datasetOf(atlas, table) })), say: page.say, terms: page.words.comparison, peerTerms: page.words.rankings, taken: page.words.takeaway },
  });
  return { html: body, facts };
}
