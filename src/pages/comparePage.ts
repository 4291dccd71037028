import type { Atlas } from '../model/atlas.ts';
import { comparisonIsland } from '../prerender/comparisonIsland.ts';
import type { Geometry } from '../prerender/geometry.ts';
import type { DrawnIsland } from '../prerender/islands.ts';
import type { PageContext } from '../prerender/pageContext.ts';

export interface ComparePageView {
  readonly title: string;
  readonly description: string;
  readonly comparison: DrawnIsland;
}

export function comparePage(atlas: Atlas, geometry: Geometry, page: PageContext, sha256: string): ComparePageView {
  const { nav, description } = page.words.comparison;
  return { title: nav, description, comparison: comparisonIsland(atlas, geometry, page, sha256) };
}
