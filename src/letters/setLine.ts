import { EM, glyphsOf, measure, type Face, type Letters } from './letters.ts';
import { boxOf, placePath, type PathBox } from './pathData.ts';

export interface LineStyle {
  readonly face: Face;
  readonly size: number;
  /** Of the baseline: where the text starts, has its middle, or ends. */
  readonly x: number;
  readonly y: number;
  readonly anchor?: 'start' | 'middle' | 'end';
  /** Decimals of the path data. */
  readonly decimals?: number;
}

/** Where a line begins. */
function startOf(letters: Letters, text: string, { face, size, x, anchor = 'start' }: LineStyle): number {
  const width = anchor === 'start' ? 0 : measure(letters, text, face, size);
  return x - (anchor === 'middle' ? width / 2 : anchor === 'end' ? width : 0);
}

/** A line of text as the data of one path. Throws where a character has no outline. */
export function setLine(letters: Letters, text: string, style: LineStyle): string {
  const { face, size, y, decimals = 1 } = style;
  let at = startOf(letters, text, style);
  let d = '';
  for (const glyph of glyphsOf(letters, text, face)) {
    // Each glyph begins with a move of its own, absolute.
    if (glyph.d !== '') d += placePath(glyph.d, { scale: size / EM, x: at, y, decimals });
    at += (glyph.advance * size) / EM;
  }
  return d;
}

/** The box of a line's ink; null where there is none. */
export function lineBox(letters: Letters, text: string, style: LineStyle): PathBox | null {
  const { face, size, y } = style;
  const scale = size / EM;
  let at = startOf(letters, text, style);
  let box: PathBox | null = null;
  for (const { d, advance } of glyphsOf(letters, text, face)) {
    const ink = boxOf(d);
    if (ink) {
      const [left, right, top, bottom] = [at + ink.left * scale, at + ink.right * scale, y + ink.top * scale, y + ink.bottom * scale];
      box = box ? { left: Math.min(box.left, left), right: Math.max(box.right, right), top: Math.min(box.top, top), bottom: Math.max(box.bottom, bottom) } : { left, right, top, bottom };
    }
    at += advance * scale;
  }
  return box;
}
