import type { PlaylistView } from '../view/wall/sceneView.ts';

/** No playlist of a file can have this id. */
export const OWN_LIST = '';

interface ListOf<Scene> {
  readonly id: string;
  readonly scenes: readonly Scene[];
}

/** @param asked “systems”: the first of that name; “world/index”: that of one playlist. */
export function sceneNamed<Scene extends { readonly id: string }>(playlists: readonly ListOf<Scene>[], asked: string): Scene | undefined {
  const at = asked.indexOf('/');
  const those = at < 0 ? playlists : playlists.filter(({ id }) => id === asked.slice(0, at));
  return those.flatMap(({ scenes }) => scenes).find(({ id }) => id === asked.slice(at + 1));
}

/** Scenes in the order asked for. One that is named twice comes once; two of the same name from two playlists are told apart by the names of these. */
export function scenesNamed<Scene extends { readonly id: string }>(playlists: readonly ListOf<Scene>[], asked: readonly string[]): readonly Scene[] {
  const found: Scene[] = [];
  const named: Scene[] = [];
  for (const one of asked) {
    const scene = sceneNamed(playlists, one);
    if (!scene || found.includes(scene)) continue;
    named.push(found.some(({ id }) => id === scene.id) ? { ...scene, id: one } : scene);
    found.push(scene);
  }
  return named;
}

/** The playlists, and before them the one that the address puts together. */
export const withOwnList = (playlists: readonly PlaylistView[], asked: readonly string[] | null, name: string): readonly PlaylistView[] =>
  asked === null ? playlists : [{ id: OWN_LIST, name, scenes: scenesNamed(playlists, asked) }, ...playlists];
