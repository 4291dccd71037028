import type { IndicatorId } from './indicator.ts';
import type { Period } from './observation.ts';
import type { RegionId } from './region.ts';
import type { Text } from './text.ts';

export const SCENE_KINDS = ['map', 'ranking', 'trend', 'coverage', 'region', 'story', 'claim', 'systems', 'world'] as const;
export type SceneKind = (typeof SCENE_KINDS)[number];

interface SceneBase {
  /** Its name in the address (`scene=`), unique within the playlist: lower-case words joined by hyphens. */
  readonly id: string;
  /** How long it stands; absent: as long as the playlist says. */
  readonly seconds?: number;
  /** Words above the picture in place of the computed sentence. Without digits: a number on the wall always comes from a table. */
  readonly headline?: Text;
}

/** What a scene shows; which figures it takes is all that a playlist says. */
export type Scene = SceneBase &
  (
    | {
        /** A map that walks through periods; a ranking whose bars change places from period to period. */
        readonly kind: 'map' | 'ranking';
        readonly indicator: IndicatorId;
        /** In their order; absent: the last few that can be drawn. */
        readonly periods?: readonly Period[];
      }
    /** One or two national series, one above the other, never two scales on one plot. */
    | { readonly kind: 'trend'; readonly indicators: readonly IndicatorId[] }
    /** Who is on the national networks. */
    | { readonly kind: 'coverage' }
    /** One region: where it stands in up to four indicators. */
    | { readonly kind: 'region'; readonly region: RegionId; readonly indicators: readonly IndicatorId[] }
    /** A finding of the site, by its id. */
    | { readonly kind: 'story'; readonly story: string }
    /** A number that someone quoted, and what stands beside it. */
    | { readonly kind: 'claim'; readonly claim: string }
    /** The systems behind the figures, by the year in which they began. */
    | { readonly kind: 'systems' }
    /** China among all countries of an international survey, edition by edition. */
    | { readonly kind: 'world'; readonly indicator: IndicatorId }
  );

/** Scenes that follow one another on a wall, over and over. */
export interface Playlist {
  /** Its name in the address (`playlist=`), and of its file. */
  readonly id: string;
  /** Among the playlists: the lowest is shown when none is asked for. */
  readonly order: number;
  readonly name: Text;
  /** How long a scene stands when it doesn't say: 8 to 120. */
  readonly seconds: number;
  readonly scenes: readonly Scene[];
}
