import { render } from 'svelte/server';
import RankingExplorer, { type RankingEntry } from '../components/ranking/RankingExplorer.svelte';
import type { Atlas } from '../model/atlas.ts';
import { THEMES, type IndicatorTable } from '../model/indicator.ts';
import { NATION, type Region } from '../model/region.ts';
import { datasetOf, mayHandOn, provincesOf, sourceTexts, tableOf } from '../pages/lookup.ts';
import { hasPage, regionPath } from '../pages/regionPath.ts';
import { freshnessView } from '../view/freshnessView.ts';
import { rankingPeriods } from '../view/rankingView.ts';
import type { Geometry } from './geometry.ts';
import type { DrawnIsland } from './islands.ts';
import type { PageContext } from './pageContext.ts';
import { peerFacts } from './peerFacts.ts';

/** Drawn at build: 31 provinces with no gap, and three years between. */
const FIRST = { indicator: 'internet-penetration', compare: '2013' } as const;

const isWorld = ({ indicator }: IndicatorTable): boolean => indicator.expected === 'countries';

/** What can be ranked or grouped, and may be handed on; by subject. */
export const rankable = (atlas: Atlas): readonly IndicatorTable[] => {
  const offered = atlas.tables.filter((table) => table.indicator.expected !== 'nation' && mayHandOn(atlas, table) && rankingPeriods(table, atlas.regions).length > 0);
  return THEMES.flatMap((theme) => offered.filter(({ indicator }) => indicator.theme === theme));
};

/** The provinces, the Corps and the nation, with no more than a ranking shows of them or finds them by. */
export const rankedRegions = (atlas: Atlas): readonly Region[] =>
  [...provincesOf(atlas), ...atlas.regions.filter(({ id }) => id === NATION)].map(({ id, level, name, short, abbr, abbrEn, group, pinyin }): Region => ({ id, level, name, short, ...(abbr && { abbr }), ...(abbrEn && { abbrEn }), ...(group && { group }), ...(pinyin && { pinyin }) }));

export function rankingIsland(atlas: Atlas, { landNeighbours }: Geometry, page: PageContext): DrawnIsland {
  const table = tableOf(atlas, FIRST.indicator);
  const entryOf = (one: IndicatorTable): RankingEntry => ({
    id: one.indicator.id,
    name: one.indicator.short[page.lang],
    topic: page.words.themes[one.indicator.theme],
    isWorld: isWorld(one),
    file: `data/${one.file}`,
    dataset: one.dataset,
    sha256: atlas.files.find(({ path }) => path === one.file)?.sha256 ?? '',
    redistributable: true,
  });
  const facts = {
    base: page.base,
    pages: page.href(''),
    regions: rankedRegions(atlas),
    regionPages: Object.fromEntries(atlas.regions.filter((region) => hasPage(region)).map(({ id }) => [id, regionPath(id)])),
    table,
    compareFirst: FIRST.compare,
    catalogue: rankable(atlas).map(entryOf),
    sources: sourceTexts(atlas, table, page),
    sets: atlas.groups,
    peers: peerFacts(atlas, landNeighbours, page),
    freshness: freshnessView(table, datasetOf(atlas, table), page.say),
  };
  const { body } = render(RankingExplorer, { idPrefix: 'ranking', props: { ...facts, say: page.say, terms: page.words.rankings, taken: page.words.takeaway, load: () => Promise.reject(new Error('no table is loaded at build')) } });
  return { html: body, facts };
}
