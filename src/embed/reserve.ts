/** Heights that were measured at three widths, in CSS pixels. */
export interface Heights {
  readonly 320: number;
  readonly 640: number;
  readonly 900: number;
}

/** Wider than this a figure is not drawn higher. */
const WIDEST = 900;

const rounded = (value: number): number => Math.round(value * 1e4) / 1e4;

/** A line through two measured points, as a part of the width and pixels. */
function line([width, height]: readonly [number, number], [otherWidth, otherHeight]: readonly [number, number]): string {
  const slope = (otherHeight - height) / (otherWidth - width);
  const start = rounded(height - slope * width);
  return `${rounded(slope * 100)} * min(1%, ${WIDEST / 100}px) + ${start}px`;
}

/**
 * Room for a figure at every width, as a value of `padding-bottom`: percents of padding are percents of the width, so it
 * needs neither a script nor a style sheet. It goes through the three heights, and straight between them.
 */
export function reserved(heights: Heights): string {
  const narrow = line([320, heights[320]], [640, heights[640]]);
  const wide = line([640, heights[640]], [900, heights[900]]);
  const bends = (heights[640] - heights[320]) / 320 > (heights[900] - heights[640]) / 260 ? 'min' : 'max';
  return `${bends}(${narrow}, ${wide})`;
}
