import type { ProvinceShapes } from '../geo/shapes.ts';
import type { Atlas } from '../model/atlas.ts';
import type { Lang } from '../model/text.ts';
import type { Geometry } from '../prerender/geometry.ts';
import type { PageContext } from '../prerender/pageContext.ts';
import { playlistViews } from '../view/wall/playlistView.ts';
import type { PlaylistView } from '../view/wall/sceneView.ts';

/** What the wall's script finds in its page: everything that it can show. */
export interface ScreenFacts {
  readonly lang: Lang;
  readonly siteName: string;
  readonly playlists: readonly PlaylistView[];
  readonly shapes: ProvinceShapes;
  /** Null outside a build. */
  readonly release: { readonly id: string; readonly date: string } | null;
  /** The site's root where `data/site.json` tells it, with a slash at its end. */
  readonly address: string | null;
  /** From the page to the site's root. */
  readonly base: string;
  /** The wall in the other language, from this page. */
  readonly otherLanguage: string;
}

export interface ScreenView {
  readonly playlists: readonly PlaylistView[];
  readonly facts: ScreenFacts;
}

export function screenPage(atlas: Atlas, { shapes }: Geometry, page: PageContext): ScreenView {
  const playlists = playlistViews(atlas, page);
  return {
    playlists,
    facts: {
      lang: page.lang,
      siteName: page.words.siteName,
      playlists,
      shapes,
      release: page.release && { id: page.release.id, date: page.release.date },
      address: atlas.site.address,
      base: page.base,
      otherLanguage: page.otherLanguage,
    },
  };
}
