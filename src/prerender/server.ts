import fs from 'node:fs';
import path from 'node:path';
import { render } from 'svelte/server';
import type { Component } from 'svelte';
import { describeIssue } from '../ingest/issue.ts';
import { LANGS, type Lang } from '../model/text.ts';
import Gallery from '../gallery/Gallery.svelte';
import { gallery } from '../gallery/gallery.ts';
import { GALLERY_KINDS, GALLERY_THEMES, galleryPath } from '../gallery/kinds.ts';
import About from '../pages/About.svelte';
import Claims from '../pages/Claims.svelte';
import Compare from '../pages/Compare.svelte';
import Coverage from '../pages/Coverage.svelte';
import Dashboard from '../pages/Dashboard.svelte';
import Indicator from '../pages/Indicator.svelte';
import Indicators from '../pages/Indicators.svelte';
import NotFound from '../pages/NotFound.svelte';
import Ranking from '../pages/Ranking.svelte';
import RegionPage from '../pages/Region.svelte';
import Regions from '../pages/Regions.svelte';
import Sources from '../pages/Sources.svelte';
import StoryPage from '../pages/Story.svelte';
import Systems from '../pages/Systems.svelte';
import Workshop from '../pages/Workshop.svelte';
import { claimsPage } from '../pages/claims.ts';
import { comparePage } from '../pages/comparePage.ts';
import { dashboard } from '../pages/dashboard.ts';
import { indicatorPage } from '../pages/indicatorPage.ts';
import { rankingPage } from '../pages/rankingPage.ts';
import { regionPage } from '../pages/regionPage.ts';
import { hasPage, regionPath } from '../pages/regionPath.ts';
import { regionsPage } from '../pages/regionsPage.ts';
import { namedStories, STORIES, storyPath, storyView } from '../pages/stories.ts';
import { systemsPage } from '../pages/systems.ts';
import { workshopPage } from '../pages/workshopPage.ts';
import { COMPARE_FILE, compareBundle } from './compareBundle.ts';
import { readGeometry } from './geometry.ts';
import { pageContext, routeOf, type PageContext } from './pageContext.ts';
import type { PublishedFile, RenderedPage, Site } from './plugin.ts';
import { readAtlas } from './readAtlas.ts';
import { manifestText, publishedFiles } from './release.ts';
import { withoutPlaces } from './withoutPlaces.ts';
import { searchFiles } from './searchIndex.ts';

/** Reads and checks `data/`, and knows every page that follows from it. Throws with all issues named. */
export function openSite(root: string): Site {
  const dataDir = path.join(root, 'data');
  const { atlas: whole, issues } = readAtlas(dataDir);
  if (issues.length > 0) throw new Error(`data/ has ${issues.length} issues:\n${issues.map((issue) => describeIssue(issue, 'zh')).join('\n')}`);
  const content = (file: string) => fs.readFileSync(path.join(dataDir, file));
  const { atlas, rewritten } = whole.site.standings === 'groups' ? withoutPlaces(whole, (file) => content(file).toString('utf8')) : { atlas: whole, rewritten: new Map<string, string>() };
  const bundle = compareBundle(atlas, (file) => rewritten.get(file) ?? content(file).toString('utf8'));
  const geometry = readGeometry(dataDir);

  type Draw = (page: PageContext) => { head: string; body: string };
  const draw = <Props extends Record<string, unknown>>(component: Component<Props>, props: Props) => {
    const { head, body } = render(component, { props });
    return { head, body };
  };
  const pages = new Map<string, Draw>([
    ['index.html', (page) => draw(Dashboard, { page, view: dashboard(atlas, geometry, page) })],
    ['indicators.html', (page) => draw(Indicators, { page, atlas })],
    ['ranking.html', (page) => draw(Ranking, { page, view: rankingPage(atlas, geometry, page) })],
    // An index of one's own making is a ranking.
    ...(atlas.site.standings === 'places' ? [['workshop.html', (page) => draw(Workshop, { page, view: workshopPage(atlas, page) })] satisfies [string, Draw]] : []),
    ['compare.html', (page) => draw(Compare, { page, view: comparePage(atlas, geometry, page, bundle.sha256) })],
    ['regions.html', (page) => draw(Regions, { page, view: regionsPage(atlas, geometry, page) })],
    ...atlas.regions.filter(hasPage).map((region): [string, Draw] => [regionPath(region.id), (page) => draw(RegionPage, { page, view: regionPage(atlas, region, geometry, page) })]),
    ['coverage.html', (page) => draw(Coverage, { page, atlas })],
    ['claims.html', (page) => draw(Claims, { page, view: claimsPage(atlas, page) })],
    ['systems.html', (page) => draw(Systems, { page, view: systemsPage(atlas, page) })],
    ['sources.html', (page) => draw(Sources, { page, atlas })],
    ['about.html', (page) => draw(About, { page, atlas })],
    ...STORIES.map((story): [string, Draw] => [storyPath(story), (page) => draw(StoryPage, { page, view: storyView(story, atlas, page) })]),
    ['404.html', (page) => draw(NotFound, { page })],
    ...atlas.tables.map((table): [string, Draw] => [`indicator/${table.indicator.id}.html`, (page) => draw(Indicator, { page, view: indicatorPage(atlas, table, geometry, page) })]),
  ]);
  const drafts = new Map<string, Draw>(GALLERY_KINDS.flatMap((kind) => GALLERY_THEMES.map((theme): [string, Draw] => [galleryPath(kind, theme), (page) => draw(Gallery, { page, view: gallery(atlas, geometry, page, kind, theme) })])));
  const routes = new Map<string, { path: string; lang: Lang }>();
  for (const lang of LANGS) for (const one of [...pages.keys(), ...drafts.keys()]) routes.set(routeOf(one, lang), { path: one, lang });

  const files = publishedFiles(atlas);
  const published: PublishedFile[] = [
    ...files.map((file) => ({ path: `data/${file.path}`, content: rewritten.get(file.path) ?? content(file.path) })),
    { path: `data/${COMPARE_FILE}`, content: bundle.text },
    { path: 'data/manifest.json', content: manifestText(atlas) },
    ...searchFiles(atlas, namedStories(atlas), [...routes.keys()]),
  ];

  return {
    routes: [...routes].filter(([, known]) => pages.has(known.path)).map(([route]) => route),
    drafts: [...routes].filter(([, known]) => drafts.has(known.path)).map(([route]) => route),
    files: () => published,
    render(route): RenderedPage {
      const known = routes.get(route);
      const drawPage = known && (pages.get(known.path) ?? drafts.get(known.path));
      if (!known || !drawPage) throw new Error(`no page “${route}”`);
      return { lang: known.lang === 'zh' ? 'zh-CN' : 'en', ...drawPage(pageContext(known.path, known.lang, atlas.site.standings)) };
    },
  };
}

