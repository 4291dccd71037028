import type { Sheet } from './sheet.ts';

const offered = new WeakMap<Element, () => Sheet>();

/** A figure that is alive knows its own table: with codes, statuses and bounds that its cells don't spell out. */
export function offerSheet(figure: Element | null, sheet: () => Sheet): () => void {
  if (!figure) return () => {};
  offered.set(figure, sheet);
  return () => {
    offered.delete(figure);
  };
}

export const offeredSheet = (figure: Element): (() => Sheet) | undefined => offered.get(figure);
