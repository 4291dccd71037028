import type { Atlas } from '../model/atlas.ts';
import { THEMES } from '../model/indicator.ts';
import type { Geometry } from '../prerender/geometry.ts';
import type { DrawnIsland } from '../prerender/islands.ts';
import type { PageContext } from '../prerender/pageContext.ts';
import { rankable, rankingIsland } from '../prerender/rankingIsland.ts';

export interface RankingPageView {
  readonly title: string;
  readonly description: string;
  readonly ranking: DrawnIsland;
  /** For readers without a script: every indicator's own page, by subject. */
  readonly links: readonly { readonly topic: string; readonly indicators: readonly { readonly name: string; readonly href: string }[] }[];
}

export function rankingPage(atlas: Atlas, geometry: Geometry, page: PageContext): RankingPageView {
  const tables = rankable(atlas);
  return {
    title: page.words.rankings.nav,
    description: page.words.rankings.table.description,
    ranking: rankingIsland(atlas, geometry, page),
    links: THEMES.map((theme) => ({
      topic: page.words.themes[theme],
      indicators: tables.filter(({ indicator }) => indicator.theme === theme).map(({ indicator }) => ({ name: indicator.name[page.lang], href: page.href(`indicator/${indicator.id}.html`) })),
    })).filter(({ indicators }) => indicators.length > 0),
  };
}
