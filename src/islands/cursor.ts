import { attachCursor } from '../cursor/cursor.ts';

/** Figures that are drawn once and for all need no facts: their stops say what there is to say. */
export default function waken(island: HTMLElement): void {
  for (const area of island.querySelectorAll<HTMLElement>('.cursor-area')) attachCursor(area);
}
