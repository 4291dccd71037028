import { render } from 'svelte/server';
import type { Component } from 'svelte';
import type { Atlas } from '../model/atlas.ts';
import type { Release } from '../model/release.ts';
import About from '../pages/About.svelte';
import Changes from '../pages/Changes.svelte';
import Check from '../pages/Check.svelte';
import Claims from '../pages/Claims.svelte';
import Compare from '../pages/Compare.svelte';
import Coverage from '../pages/Coverage.svelte';
import Data from '../pages/Data.svelte';
import Dashboard from '../pages/Dashboard.svelte';
import Indicator from '../pages/Indicator.svelte';
import Indicators from '../pages/Indicators.svelte';
import NotFound from '../pages/NotFound.svelte';
import Ranking from '../pages/Ranking.svelte';
import RegionPage from '../pages/Region.svelte';
import Regions from '../pages/Regions.svelte';
import Screen from '../pages/Screen.svelte';
import Sources from '../pages/Sources.svelte';
import StoryPage from '../pages/Story.svelte';
import Systems from '../pages/Systems.svelte';
import Verify from '../pages/Verify.svelte';
import Workshop from '../pages/Workshop.svelte';
import { changesPage } from '../pages/changesPage.ts';
import { claimsPage } from '../pages/claims.ts';
import { comparePage } from '../pages/comparePage.ts';
import { dataPage } from '../pages/dataPage.ts';
import { dashboard } from '../pages/dashboard.ts';
import { indicatorPage } from '../pages/indicatorPage.ts';
import { rankingPage } from '../pages/rankingPage.ts';
import { regionPage } from '../pages/regionPage.ts';
import { hasPage, regionPath } from '../pages/regionPath.ts';
import { regionsPage } from '../pages/regionsPage.ts';
import { screenPage } from '../pages/screenPage.ts';
import { STORIES, storyPath, storyView } from '../pages/stories.ts';
import { systemsPage } from '../pages/systems.ts';
import { verifyPage } from '../pages/verifyPage.ts';
import { workshopPage } from '../pages/workshopPage.ts';
import { catalogLd, rankingLd, regionLd, tableLd } from '../opendata/datasetLd.ts';
import { withLd } from '../opendata/withLd.ts';
import type { TraceFacts } from '../feeds/trace.ts';
import type { CellChanges } from '../releases/cells.ts';
import type { ReleaseRecord } from '../releases/releaseRecord.ts';
import type { Geometry } from './geometry.ts';
import type { PageContext } from './pageContext.ts';

export interface DrawnPage {
  readonly head: string;
  readonly body: string;
}
export type Draw = (page: PageContext) => DrawnPage;

/** All that the pages of the site are drawn from: plain data, so that `atlas.html` can carry it and draw them again. */
export interface SiteFacts {
  readonly atlas: Atlas;
  readonly geometry: Geometry;
  readonly release: Release;
  /** Of data/compare.json. */
  readonly compareSha256: string;
  /** Of the releases kept, oldest first. */
  readonly records: readonly ReleaseRecord[];
  /** What has changed since the last of them, by indicator. */
  readonly since: readonly (readonly [indicator: string, changes: CellChanges])[];
  /** What the releases moved and corrected. */
  readonly trace: TraceFacts;
}

export function draw<Props extends Record<string, unknown>>(component: Component<Props>, props: Props): DrawnPage {
  const { head, body } = render(component, { props });
  return { head, body };
}

/**
 * Every page that isn't for an article, by its route in Chinese. Nothing here may need Node: `atlas.html` draws with it.
 *
 * @param forArticles The page of figures to embed: it shows their cards, which only a build makes.
 */
export function sitePages({ atlas, geometry, release, compareSha256, records, since, trace }: SiteFacts, forArticles: Draw): ReadonlyMap<string, Draw> {
  return new Map<string, Draw>([
    ['index.html', (page) => draw(Dashboard, { page, view: dashboard(atlas, geometry, page) })],
    ['indicators.html', (page) => draw(Indicators, { page, atlas })],
    ['ranking.html', (page) => withLd(draw(Ranking, { page, view: rankingPage(atlas, geometry, page) }), rankingLd(atlas, page), page)],
    // An index of one's own making is a ranking.
    ...(atlas.site.standings === 'places' ? [['workshop.html', (page) => draw(Workshop, { page, view: workshopPage(atlas, page) })] satisfies [string, Draw]] : []),
    ['compare.html', (page) => draw(Compare, { page, view: comparePage(atlas, geometry, page, compareSha256) })],
    ['regions.html', (page) => draw(Regions, { page, view: regionsPage(atlas, geometry, page) })],
    ...atlas.regions.filter(hasPage).map((region): [string, Draw] => [regionPath(region.id), (page) => withLd(draw(RegionPage, { page, view: regionPage(atlas, region, geometry, page) }), regionLd(atlas, region, page), page)]),
    ['coverage.html', (page) => draw(Coverage, { page, atlas })],
    ['claims.html', (page) => draw(Claims, { page, view: claimsPage(atlas, page) })],
    ['systems.html', (page) => draw(Systems, { page, view: systemsPage(atlas, page) })],
    ['sources.html', (page) => draw(Sources, { page, atlas })],
    ['data.html', (page) => withLd(draw(Data, { page, view: dataPage(atlas, geometry, page) }), catalogLd(atlas, atlas.datasets, page), page)],
    ['about.html', (page) => draw(About, { page, atlas })],
    ['check.html', (page) => draw(Check, { page })],
    ['embed.html', forArticles],
    ['changes.html', (page) => draw(Changes, { page, view: changesPage({ atlas, release, records, since: new Map(since), trace }, page) })],
    ['verify.html', (page) => draw(Verify, { page, view: verifyPage(page) })],
    ...STORIES.map((story): [string, Draw] => [storyPath(story), (page) => draw(StoryPage, { page, view: storyView(story, atlas, page) })]),
    ['screen.html', (page) => draw(Screen, { page, view: screenPage(atlas, geometry, page) })],
    ['404.html', (page) => draw(NotFound, { page })],
    ...atlas.tables.map((table): [string, Draw] => [`indicator/${table.indicator.id}.html`, (page) => withLd(draw(Indicator, { page, view: indicatorPage(atlas, table, geometry, page) }), tableLd(atlas, table, page), page)]),
  ]);
}
