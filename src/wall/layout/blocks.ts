import type { Beat, KeyFigure } from '../../view/wall/sceneView.ts';
import type { Box, Size } from './boxes.ts';
import { lineCount, textWidth } from './text.ts';
import { PLOT_LEAST } from './trendLayout.ts';

/** A key figure and the plot that belongs to it, in em. */
export interface Block {
  readonly key: Box | null;
  readonly plot: Box;
}

export interface BlocksPlan {
  readonly blocks: readonly Block[];
  /** How much larger than 3.4em the numbers are set, on the scale of the words. */
  readonly grow: number;
}

/** As wall.css sets a key figure. */
const [VALUE, UNIT, LABEL] = [3.4, 1.6, 1.25];
const GAP = 1.4;
const MOST_GROWN = 1.7;

/** Width and height of a key figure in a column; null: the number is wider. */
function keySize({ value, unit, label }: KeyFigure, width: number, grow: number): Size | null {
  const number = textWidth(value, true) * VALUE * grow;
  if (number > width) return null;
  const isBeside = number + (0.3 + textWidth(unit)) * UNIT * grow <= width;
  return { width, height: VALUE * 1.1 * grow + (isBeside || unit === '' ? 0 : UNIT * 1.3 * grow) + LABEL * 1.3 * lineCount(label, width / LABEL) };
}

const isRoom = ({ width, height }: Size): boolean => width >= PLOT_LEAST.width && height >= PLOT_LEAST.height;

/**
 * Several plots in a room, each with its number: side by side, one over the other, or the number left of its plot;
 * whichever leaves the largest plots. Without numbers where there is no room for them.
 *
 * @param room In em.
 */
export function blocksPlan({ keys }: Pick<Beat, 'keys'>, count: number, room: Size): BlocksPlan | null {
  const own = keys.length === count && count > 1 ? keys : [];
  const found: { plan: BlocksPlan | null; worth: number } = { plan: null, worth: -Infinity };
  const offer = (blocks: readonly Block[], grow: number): void => {
    if (!blocks.every(({ plot }) => isRoom(plot))) return;
    const least = Math.min(...blocks.map(({ plot }) => Math.min(plot.width, 3 * plot.height) * Math.min(plot.height, plot.width)));
    const worth = Math.log2(least) + (own.length > 0 && blocks.every(({ key }) => key !== null) ? 1.6 + Math.log2(grow) : 0);
    if (worth > found.worth) Object.assign(found, { plan: { blocks, grow }, worth });
  };
  for (let grow = 1; grow <= (own.length > 0 ? MOST_GROWN : 1); grow += 0.1) {
    for (const isAcross of [true, false]) {
      const cell: Size = isAcross ? { width: (room.width - GAP * (count - 1)) / count, height: room.height } : { width: room.width, height: (room.height - GAP * (count - 1)) / count };
      const corner = (index: number) => ({ x: isAcross ? index * (cell.width + GAP) : 0, y: isAcross ? 0 : index * (cell.height + GAP) });
      const cells = Array.from({ length: count }, (_, index) => ({ ...corner(index), ...cell }));
      offer(cells.map((plot) => ({ key: null, plot })), 1);
      if (own.length === 0) continue;
      const over = cells.map((one, index): Block | null => {
        const key = own[index];
        const size = key ? keySize(key, one.width, grow) : null;
        return size && { key: { x: one.x, y: one.y, ...size }, plot: { x: one.x, y: one.y + size.height + 0.5, width: one.width, height: one.height - size.height - 0.5 } };
      });
      const whole = over.filter((block) => block !== null);
      if (whole.length === count) offer(whole, grow);
      for (let width = 8; width <= cell.width * 0.5; width += 1) {
        const beside = cells.map((one, index): Block | null => {
          const key = own[index];
          const size = key ? keySize(key, width, grow) : null;
          return size && size.height <= one.height ? { key: { x: one.x, y: one.y + Math.max(0, (one.height - size.height) / 2 - 0.6), ...size }, plot: { x: one.x + width + 1, y: one.y, width: one.width - width - 1, height: one.height } } : null;
        });
        const both = beside.filter((block) => block !== null);
        if (both.length === count) offer(both, grow);
      }
    }
  }
  return found.plan;
}

/** How good plots are in a room, about 0 … 5. */
export function blocksWorth(beat: Pick<Beat, 'keys'>, count: number, room: Size): number | null {
  const plan = blocksPlan(beat, count, room);
  if (!plan) return null;
  const least = Math.min(...plan.blocks.map(({ plot }) => Math.min(plot.width, 3 * plot.height) * Math.min(plot.height, plot.width)));
  return Math.min(5, 0.38 * Math.log2(least / 40)) + (plan.blocks.every(({ key }) => key !== null) ? 0.9 : 0);
}
