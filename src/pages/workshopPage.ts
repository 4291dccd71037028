import type { Atlas } from '../model/atlas.ts';
import type { DrawnIsland } from '../prerender/islands.ts';
import type { PageContext } from '../prerender/pageContext.ts';
import { leftOut, workshopIsland } from '../prerender/workshopIsland.ts';

export interface WorkshopPageView {
  readonly title: string;
  readonly description: string;
  readonly workshop: DrawnIsland;
  /** Indicators that can't be put into an index, and why. */
  readonly left: readonly { readonly reason: string; readonly indicators: readonly { readonly name: string; readonly href: string }[] }[];
}

export function workshopPage(atlas: Atlas, page: PageContext): WorkshopPageView {
  const terms = page.words.workshop;
  return {
    title: terms.title,
    description: terms.description,
    workshop: workshopIsland(atlas, page),
    left: leftOut(atlas).map(({ reason, tables }) => ({
      reason: terms.left.reasons[reason],
      indicators: tables.map(({ indicator }) => ({ name: indicator.short[page.lang], href: page.href(`indicator/${indicator.id}.html`) })),
    })),
  };
}
