import type { ScenePicture } from '../view/wall/sceneView.ts';

/** What is told of something that was touched; all of it stands in the scene already. */
export interface ChosenFacts {
  readonly name: string;
  /** In words: value with unit, status, rank. */
  readonly lines: readonly string[];
}

/**
 * @param at The beat that stands.
 * @param id Of a region, a system, a row.
 * @returns Null where the scene says nothing of it.
 */
export function chosenFacts(picture: ScenePicture, at: number, id: string): ChosenFacts | null {
  const found = (name: string | undefined, ...lines: readonly (string | undefined)[]): ChosenFacts | null => {
    const told = lines.filter((line): line is string => line !== undefined && line !== '');
    return told.length === 0 ? null : { name: name ?? id, lines: told };
  };
  switch (picture.kind) {
    case 'map': {
      const frame = picture.frames[at] ?? picture.frames[0];
      return found(picture.names[id]?.name, frame && Object.hasOwn(frame.regions, id) ? frame.regions[id]?.spoken : undefined);
    }
    case 'ranking': {
      const frame = picture.frames[at] ?? picture.frames[0];
      const row = frame?.rows.find((one) => one.id === id);
      const unranked = frame?.unranked.find((one) => one.id === id);
      return row ? found(row.name, row.spoken) : found(unranked?.name, unranked?.text);
    }
    case 'coverage': {
      const tiles = picture.networks.flatMap((network) => network.groups.flatMap(({ tiles: all }) => all.filter((tile) => tile.id === id).map((tile) => ({ tile, network }))));
      return found(tiles[0]?.tile.abbr, ...tiles.map(({ tile }) => tile.spoken));
    }
    case 'region': {
      const row = picture.rows.find((one) => one.id === id);
      return found(row?.name, row?.spoken);
    }
    case 'compared': {
      const row = picture.rows.find((one) => one.id === id);
      return found(row?.name, row && [row.when, row.text].filter((part) => part !== '').join(' · '));
    }
    case 'claim': {
      const row = picture.beside?.rows.find((one) => one.id === id);
      return found(row?.name, row && [row.when, row.text].filter((part) => part !== '').join(' · '));
    }
    case 'systems': {
      const item = picture.items.find((one) => one.id === id);
      return found(item?.name, item?.spoken);
    }
    case 'trend':
    case 'world':
      return null;
  }
}
