import type { Atlas } from '../../model/atlas.ts';
import type { Playlist, Scene, SceneKind } from '../../model/playlist.ts';
import type { PageContext } from '../../prerender/pageContext.ts';
import { claimScene } from './claimScene.ts';
import { coverageScene } from './coverageScene.ts';
import { mapScene } from './mapScene.ts';
import { rankingScene } from './rankingScene.ts';
import { regionScene } from './regionScene.ts';
import type { DrawnScene, SceneContext } from './sceneParts.ts';
import type { PlaylistView, SceneView } from './sceneView.ts';
import { storyScene } from './storyScene.ts';
import { systemsScene } from './systemsScene.ts';
import { trendScene } from './trendScene.ts';
import { worldScene } from './worldScene.ts';

/** Scenes that are nothing but places; a copy that tells none leaves them out. */
const ALL_PLACES: readonly SceneKind[] = ['ranking', 'world'];

function drawnScene(scene: Scene, context: SceneContext): DrawnScene {
  switch (scene.kind) {
    case 'map':
      return mapScene(scene, context);
    case 'ranking':
      return rankingScene(scene, context);
    case 'trend':
      return trendScene(scene, context);
    case 'coverage':
      return coverageScene(context);
    case 'region':
      return regionScene(scene, context);
    case 'story':
      return storyScene(scene, context);
    case 'claim':
      return claimScene(scene, context);
    case 'systems':
      return systemsScene(context);
    case 'world':
      return worldScene(scene, context);
  }
}

/** A scene with all that a wall shows and says of it. The playlist's own words stand in place of the computed sentence, in every beat. */
export function sceneView(scene: Scene, { seconds }: Pick<Playlist, 'seconds'>, context: SceneContext): SceneView {
  const { name, beats, pictures, source, sourceShort, retrieved, due } = drawnScene(scene, context);
  const headline = scene.headline?.[context.page.lang];
  return {
    id: scene.id,
    kind: scene.kind,
    seconds: scene.seconds ?? seconds,
    name,
    beats: headline === undefined ? beats : beats.map((beat) => ({ ...beat, headline })),
    pictures,
    source,
    sourceShort,
    retrieved,
    due,
  };
}

/** Every playlist that has a scene left, finished in the page's language; the first is shown when none is asked for. */
export function playlistViews(atlas: Atlas, page: PageContext): readonly PlaylistView[] {
  const context: SceneContext = { atlas, page };
  const isTold = ({ kind }: Scene): boolean => page.say.words.standings === 'places' || !ALL_PLACES.includes(kind);
  return atlas.playlists.flatMap((playlist) => {
    const scenes = playlist.scenes.filter(isTold).map((scene) => sceneView(scene, playlist, context));
    return scenes.length === 0 ? [] : [{ id: playlist.id, name: playlist.name[page.lang], scenes }];
  });
}
