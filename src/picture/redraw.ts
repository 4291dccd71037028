import type { PictureSize } from '../charts/trendOption.ts';

/** Draws what a live chart shows now at another size, as the text of an `<svg>`. */
export type Redraw = (size: PictureSize) => string;

const known = new WeakMap<Element, Redraw>();

/** A live chart is laid out anew for a picture, where a drawn one could only be made smaller. */
export function offerRedraw(box: Element, redraw: Redraw): () => void {
  known.set(box, redraw);
  return () => known.delete(box);
}

export const redrawOf = (box: Element): Redraw | undefined => known.get(box);
