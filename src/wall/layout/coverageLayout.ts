import type { CoveragePicture } from '../../view/wall/sceneView.ts';
import type { Size } from './boxes.ts';
import { fitsWhole, lineCount, textWidth } from './text.ts';

/** Networks in a room. Lengths in em of the stage. */
export interface CoverageLayout {
  /** `groups`: tiles by group, each named; `tiles`: all in one field; `marks`: tiles without their names; `counts`: numbers alone. */
  readonly form: 'groups' | 'tiles' | 'marks' | 'counts';
  readonly letter: number;
  /** Networks side by side. */
  readonly across: number;
  /** Side of a tile. */
  readonly tile: number;
  /** Who of the regions, and since when, stands above the tiles. */
  readonly withPlaces: boolean;
}

const LINE = 1.3;
const GAP = 1.4;
const BETWEEN = 0.18;
/** Sizes of the lines above the tiles, in em of the letters, as wallCoverage.css sets them. */
const [NAME, COUNT] = [1.1, 1.5];
/** A tile without a name. */
const MARK_TILE = 0.95;
const WORTH: Readonly<Record<CoverageLayout['form'], number>> = { groups: 3.2, tiles: 2.8, marks: 2.3, counts: 0.4 };
const MOST_GROWN = 1.6;

type Network = CoveragePicture['networks'][number];

/** Who of the regions, and since when, in one line where there is room. */
export const placesText = ({ regions, when }: Pick<Network, 'regions' | 'when'>): string => [regions, when].filter(Boolean).join(' · ');

/** In em of its letters. */
function cellHeight(network: Network, { form, tile, withPlaces }: Pick<CoverageLayout, 'form' | 'tile' | 'withPlaces'>, width: number): number {
  const head = NAME * LINE * lineCount(network.name, width / NAME, true) + COUNT * LINE + (withPlaces ? LINE * lineCount(placesText(network), width) : 0);
  if (form === 'counts') return head;
  const perRow = Math.max(1, Math.floor((width + BETWEEN) / (tile + BETWEEN)));
  const rows = (count: number): number => Math.ceil(count / perRow) * (tile + BETWEEN);
  if (form !== 'groups') return head + 0.35 + 0.25 + rows(network.groups.reduce((sum, { tiles }) => sum + tiles.length, 0));
  return head + 0.4 + network.groups.reduce((sum, { name, tiles }) => sum + LINE * lineCount(name, width) + rows(tiles.length) + 0.25, 0);
}

/** Signs and their words, side by side where they fit. */
function legendHeight({ legend }: CoveragePicture, width: number): number {
  let [lines, at] = [0, Infinity];
  for (const { label } of legend) {
    const own = 1.2 + textWidth(label);
    if (at + own > width) [lines, at] = [lines + 1, 0];
    at += own + 1.2;
  }
  return LINE * lines + 0.4;
}

const worthOf = ({ form, letter, withPlaces }: CoverageLayout): number => WORTH[form] + 0.7 * Math.log2(letter) + (withPlaces ? 0.6 : 0);

/** @param room In em. */
export function coverageLayout(picture: CoveragePicture, room: Size): CoverageLayout | null {
  let best: CoverageLayout | null = null;
  const { networks } = picture;
  const widestTile = Math.max(...networks.flatMap(({ groups }) => groups.flatMap(({ tiles }) => tiles.map(({ abbr }) => textWidth(abbr, true)))));
  for (let letter = 1; letter <= MOST_GROWN + 1e-9; letter += 0.1) {
    for (const form of ['groups', 'tiles', 'marks', 'counts'] as const) {
      const tile = form === 'marks' ? MARK_TILE : Math.max(1.35, widestTile + 0.3);
      for (let across = 1; across <= networks.length; across += 1) {
        const rows = Math.ceil(networks.length / across);
        const width = ((room.width - GAP * (across - 1)) / across) / letter;
        if (width < (form === 'counts' ? 5 : form === 'marks' ? 7 : 6 * tile)) continue;
        // A number and its word stay together, and no word is broken.
        if (networks.some(({ departments, name }) => textWidth(departments, true) * COUNT > width || !fitsWhole(name, width / NAME, true))) continue;
        for (const withPlaces of form === 'counts' ? [true] : [true, false]) {
          const layout: CoverageLayout = { form, letter, across, tile, withPlaces };
          const cells = Math.max(...networks.map((network) => cellHeight(network, layout, width)));
          const height = rows * cells * letter + (rows - 1) * GAP + (form === 'counts' ? 0 : legendHeight(picture, room.width / letter) * letter);
          if (height <= room.height && (best === null || worthOf(layout) > worthOf(best))) best = layout;
        }
      }
    }
  }
  return best;
}

/** How good the picture is in a room, about 0 … 5. */
export function coverageWorth(picture: CoveragePicture, room: Size): number | null {
  const layout = coverageLayout(picture, room);
  return layout && worthOf(layout);
}
