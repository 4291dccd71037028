import { render } from 'svelte/server';
import WorldExplorer from '../components/world/WorldExplorer.svelte';
import type { WorldFacts } from '../islands/world.ts';
import type { Atlas } from '../model/atlas.ts';
import type { IndicatorTable } from '../model/indicator.ts';
import { mayHandOn, sourcesLine } from '../pages/lookup.ts';
import { editionsOf, worldView, type WorldView } from '../view/worldView.ts';
import { CHINA } from '../model/region.ts';
import type { DrawnIsland } from './islands.ts';
import type { PageContext } from './pageContext.ts';

/** The latest edition, China alone, all countries: what a page shows before anything is chosen. */
export function latestWorld(atlas: Atlas, table: IndicatorTable, page: PageContext): WorldView {
  const countries = atlas.regions.filter(({ level }) => level === 'country');
  return worldView({ table, period: editionsOf(table).at(-1) ?? '', country: CHINA, peers: [], countries, group: null }, page.say);
}

/** An international survey with its choices: edition, group, peers. */
export function worldIsland(atlas: Atlas, table: IndicatorTable, page: PageContext): DrawnIsland {
  const view = latestWorld(atlas, table, page);
  const countries = atlas.regions
    .filter(({ level }) => level === 'country')
    .map(({ id, level, name, short, unRegion, incomeGroup, iso3 }) => ({ id, level, name, short, ...(unRegion && { unRegion }), ...(incomeGroup && { incomeGroup }), ...(iso3 && { iso3 }) }));
  const isPublished = mayHandOn(atlas, table);
  const shared = {
    view,
    country: CHINA,
    indicatorId: table.indicator.id,
    editions: editionsOf(table),
    countries,
    source: sourcesLine(atlas, table, view.sourceIds, page),
    actions: isPublished ? [{ label: page.say.words.downloadTable, href: `${page.base}data/${table.file}`, download: true }] : [],
  };
  const { body } = render(WorldExplorer, { idPrefix: 'world', props: { ...shared, say: page.say, load: () => Promise.reject(new Error('no table is loaded at build')) } });
  const facts: WorldFacts = {
    ...shared,
    base: page.base,
    entry: { id: table.indicator.id, name: table.indicator.short[page.lang], file: `data/${table.file}`, dataset: table.dataset, sha256: atlas.files.find(({ path }) => path === table.file)?.sha256 ?? '', redistributable: isPublished },
  };
  return { html: body, facts };
}
