import type { RegionPicture } from '../../view/wall/sceneView.ts';
import type { Size } from './boxes.ts';
import { textWidth, widest } from './text.ts';

type Row = RegionPicture['rows'][number];

/** Rows of one region's figures. Lengths in em. */
export interface RegionRows {
  readonly columns: 1 | 2;
  readonly shown: number;
  readonly pitch: number;
  readonly letter: number;
  /** All regions on a line: beside the figures, below them, or left out. */
  readonly strip: 'beside' | 'below' | 'none';
  /** The place stands beside the figure or on a line of its own. */
  readonly isRankBeside: boolean;
  /** Width of the figures, where the line of all stands beside them. */
  readonly textWidth: number;
}

export const REGION_VALUE = 2;
const NAME = 1.25;
/** Between one row and the next. */
export const REGION_GAP = 0.5;
const LINE = 1.3;
const GAP = 0.8;
const LEAST_STRIP = 8;
const STRIP_BELOW = 1.9;
const MOST_LETTER = 2;
const MOST_PITCH = 9;

const namesWidth = ({ name, when }: Row): number => textWidth(name) * NAME + (when === '' ? 0 : 0.8 + textWidth(when));
const valueWidth = ({ value }: Row): number => textWidth(value, true) * REGION_VALUE;
const besideWidth = (row: Row): number => valueWidth(row) + (row.rank === '' ? 0 : GAP + textWidth(row.rank));

export const REGION_COLUMN_GAP = 3;

/** The most rows, then the line of all regions, then the largest letters; null: not even one row fits. */
export function regionRows(rows: readonly Row[], room: Size): RegionRows | null {
  let best: { readonly plan: RegionRows; readonly worth: number } | null = null;
  const { height } = room;
  const own = Math.max(...rows.map(namesWidth), ...rows.map(valueWidth));
  const widths = { beside: Math.max(own, ...rows.map(besideWidth)), below: Math.max(own, widest(rows.map(({ rank }) => rank))) };
  for (let letter = MOST_LETTER; letter >= 0.999; letter -= 0.1) {
    for (const columns of rows.length > 1 ? ([1, 2] as const) : ([1] as const)) {
      const width = (room.width - (columns - 1) * REGION_COLUMN_GAP * letter) / columns;
      for (const strip of ['beside', 'below', 'none'] as const) {
        for (const isRankBeside of [true, false]) {
          const needed = widths[isRankBeside ? 'beside' : 'below'] * letter;
          const stripWidth = strip === 'beside' ? width - needed - 1.6 * letter : width;
          if (needed > width || (strip !== 'none' && stripWidth < LEAST_STRIP * letter)) continue;
          const content = (NAME * LINE + REGION_VALUE * 1.15 + (isRankBeside || rows.every(({ rank }) => rank === '') ? 0 : LINE) + (strip === 'below' ? STRIP_BELOW : 0)) * letter;
          const least = content + REGION_GAP * letter;
          const down = Math.min(Math.ceil(rows.length / columns), Math.floor((height + REGION_GAP * letter) / least));
          const shown = Math.min(rows.length, down * columns);
          if (shown < 1 || (columns === 2 && shown < 2)) continue;
          const pitch = Math.min(MOST_PITCH * letter, Math.max(least, (height + REGION_GAP * letter) / down));
          const worth = 4 * (shown / rows.length) + { beside: 1.3, below: 1.2, none: 0 }[strip] + 0.8 * Math.log(letter) + (isRankBeside ? 0.15 : 0) + (strip === 'none' ? 0 : 0.25 * Math.log(Math.min(stripWidth / letter, 30) / LEAST_STRIP)) - (columns - 1) * 0.15;
          if (!best || worth > best.worth) best = { plan: { columns, shown, pitch, letter, strip, isRankBeside, textWidth: needed }, worth };
        }
      }
    }
  }
  return best?.plan ?? null;
}

export function regionWorth(rows: readonly Row[], room: Size): number | null {
  const plan = regionRows(rows, room);
  return plan ? 4 * (plan.shown / rows.length) + { beside: 1.3, below: 1.2, none: 0 }[plan.strip] + Math.log(plan.letter) : null;
}
