import type { ComparedPicture } from '../../view/wall/sceneView.ts';
import type { Size } from './boxes.ts';
import { textWidth } from './text.ts';

/** Bars from zero in a room. Lengths in em of the stage. */
export interface ComparedLayout {
  /** `beside`: the name left of its bar; `over`: above it. */
  readonly form: 'beside' | 'over';
  /** Size of the letters. */
  readonly letter: number;
  /** How many rows are shown, from the first on. */
  readonly count: number;
  /** Width of the names' column. */
  readonly names: number;
  /** Of the largest figure's bar. */
  readonly longest: number;
}

const LINE = 1.3;
/** Heights of a row, in em of its letters: the name above its bar, and the two side by side. */
const OVER = 2 * LINE + 0.75;
const BESIDE = LINE + 0.85;
const GAP = 0.8;
const LEAST_BAR = 3;
const MOST_GROWN = 1.8;

const nameOf = ({ name, when }: ComparedPicture['rows'][number]): string => [name, when].filter(Boolean).join(' · ');

/** @param room In em. Null: not even two rows can be read. */
export function comparedLayout({ rows }: Pick<ComparedPicture, 'rows'>, room: Size): ComparedLayout | null {
  let best: ComparedLayout | null = null;
  const score = ({ form, letter, count }: ComparedLayout): number => count * 2 + letter + (form === 'beside' ? 0.15 : 0);
  for (let letter = 1; letter <= MOST_GROWN + 1e-9; letter += 0.1) {
    for (const form of ['beside', 'over'] as const) {
      const count = Math.min(rows.length, Math.floor(room.height / ((form === 'over' ? OVER : BESIDE) * letter)));
      if (count < Math.min(2, rows.length) || count === 0) continue;
      const shown = rows.slice(0, count);
      const names = Math.max(...shown.map((row) => textWidth(nameOf(row)))) * letter;
      const values = Math.max(...shown.map(({ text }) => textWidth(text, true))) * letter * 1.25;
      const longest = room.width - values - GAP * letter - (form === 'beside' ? names + GAP * letter : 0);
      if (longest < LEAST_BAR * letter || (form === 'over' && names > room.width) || (form === 'beside' && names > 0.5 * room.width)) continue;
      const layout: ComparedLayout = { form, letter, count, names: form === 'beside' ? names : 0, longest };
      if (best === null || score(layout) > score(best)) best = layout;
    }
  }
  return best;
}

/** How good the picture is in a room, about 0 … 5. */
export function comparedWorth(picture: Pick<ComparedPicture, 'rows'>, room: Size): number | null {
  const layout = comparedLayout(picture, room);
  return layout && 2 + 0.5 * Math.log2(layout.letter) + 0.2 * Math.log2(layout.longest / LEAST_BAR) - 0.6 * (picture.rows.length - layout.count);
}
