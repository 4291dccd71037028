/** CSS pixels, y downwards. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export const overlap = (one: Box, other: Box, gap = 0): boolean =>
  one.x < other.x + other.width + gap && other.x < one.x + one.width + gap && one.y < other.y + other.height + gap && other.y < one.y + one.height + gap;

export const isWithin = (inner: Box, outer: Box, slack = 0.01): boolean =>
  inner.x >= outer.x - slack && inner.y >= outer.y - slack && inner.x + inner.width <= outer.x + outer.width + slack && inner.y + inner.height <= outer.y + outer.height + slack;

export const middle = ({ x, y, width, height }: Box): Point => ({ x: x + width / 2, y: y + height / 2 });

/** Whether a straight line runs through a box (Liang and Barsky). */
export function crosses(from: Point, to: Point, box: Box): boolean {
  let [enter, leave] = [0, 1];
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  for (const [step, room] of [[-dx, from.x - box.x], [dx, box.x + box.width - from.x], [-dy, from.y - box.y], [dy, box.y + box.height - from.y]] as const) {
    if (step === 0) {
      if (room < 0) return false;
    } else if (step < 0) enter = Math.max(enter, room / step);
    else leave = Math.min(leave, room / step);
  }
  return enter <= leave;
}

/** Where a leader meets a box: the middle of the side that is nearest. */
export function landing(box: Box, from: Point): Point {
  const { x, y } = middle(box);
  const sides: readonly Point[] = [{ x: box.x, y }, { x: box.x + box.width, y }, { x, y: box.y }, { x, y: box.y + box.height }];
  return sides.reduce((best, side) => (Math.hypot(side.x - from.x, side.y - from.y) < Math.hypot(best.x - from.x, best.y - from.y) ? side : best));
}
