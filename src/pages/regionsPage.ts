import type { Atlas } from '../model/atlas.ts';
import { NATION } from '../model/region.ts';
import type { Geometry } from '../prerender/geometry.ts';
import type { PageContext } from '../prerender/pageContext.ts';
import type { RegionGroupLinks, RegionLocator } from '../view/regionView.ts';
import { provincesOf } from './lookup.ts';
import { groupLinks, locator } from './regionPage.ts';
import { regionPath } from './regionPath.ts';

export interface RegionsPageView {
  readonly title: string;
  readonly description: string;
  readonly sentence: string;
  readonly locator: RegionLocator;
  readonly groups: readonly RegionGroupLinks[];
  readonly nationHref: string;
}

/** China's own groups; Hong Kong, Macao and Taiwan belong to none of them. */
const GROUPS = 4;

/** All regions that have a page, in their groups and as tiles. */
export function regionsPage(atlas: Atlas, geometry: Geometry, page: PageContext): RegionsPageView {
  const { list } = page.words.regions;
  return {
    title: list.title,
    description: list.description,
    sentence: list.sentence(provincesOf(atlas).filter(({ level }) => level === 'province').length, GROUPS),
    locator: locator(atlas, geometry, null, page),
    groups: groupLinks(atlas, page),
    nationHref: page.href(regionPath(NATION)),
  };
}
