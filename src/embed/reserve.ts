/** Heights that were measured at these widths, in CSS pixels. */
export interface Heights {
  readonly 320: number;
  /** The widest of the narrow layouts; not measured: as high as at 320, which is enough. */
  readonly 559?: number;
  readonly 640: number;
  readonly 900: number;
}

/** Wider than this a figure is not drawn higher. */
const WIDEST = 900;
/** From 560 pixels on figures are laid out anew (a ranking in two columns, larger letters): heights leap there. */
const LEAP = '559.5px';

const rounded = (value: number): number => Math.round(value * 1e4) / 1e4;

/** A line through two measured points, as a part of the width and pixels. */
function line([width, height]: readonly [number, number], [otherWidth, otherHeight]: readonly [number, number], percent: string): string {
  const slope = (otherHeight - height) / (otherWidth - width);
  return `${rounded(slope * 100)} * ${percent} + ${rounded(height - slope * width)}px`;
}

/**
 * Room for a figure at every width, as a value of `padding-bottom`: percents of padding are percents of the width, so it
 * needs neither a script nor a style sheet. It goes through the measured heights, straight between those of one layout,
 * and leaps between the two: on the other's side each line is pulled down out of the way. Narrower than a layout was
 * measured, sentences take more lines: a pixel of height for each of width.
 */
export function reserved(heights: Heights): string {
  const narrow = line([320, heights[320]], [559, heights[559] ?? heights[320]], '1%');
  const wide = line([640, heights[640]], [WIDEST, heights[900]], `min(1%, ${WIDEST / 100}px)`);
  return `max(${narrow} + max(0px, 320px - 100%) - 9999 * max(0px, 100% - ${LEAP}), ${wide} + max(0px, 640px - 100%) - 9999 * max(0px, ${LEAP} - 100%))`;
}
