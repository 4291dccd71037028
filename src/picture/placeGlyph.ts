import { EM, type Glyph } from '../letters/letters.ts';
import { short } from './pathData.ts';

/** Their ink is in the right half of a square. */
const OPENING = '（《〈「『【〔“‘';
const CLOSING = '。，、；：！？）》〉」』】〕”’';
/** Between these a glyph may be made wider or narrower and nobody sees it. */
const [NARROWEST, WIDEST] = [0.84, 1.2];

/**
 * How a character stands where the browser set it: as wide as it was there, so that lines keep their length. A sign
 * that the browser pushed to half its square keeps its ink and gives up the empty half.
 * @param natural Its width where it is drawn now.
 */
export function fitted(char: string, advance: number, natural: number): { readonly stretch: number; readonly shift: number } {
  const ratio = natural > 0 ? advance / natural : 1;
  if (ratio >= NARROWEST && ratio <= WIDEST) return { stretch: ratio, shift: 0 };
  const spare = advance - natural;
  return { stretch: 1, shift: OPENING.includes(char) ? spare : CLOSING.includes(char) ? 0 : spare / 2 };
}

/** A matrix for SVG: from the glyph's thousandths to its place. */
export function glyphMatrix(char: string, glyph: Glyph, at: { readonly x: number; readonly advance: number }, y: number, size: number): string {
  const unit = size / EM;
  const { stretch, shift } = fitted(char, at.advance, glyph.advance * unit);
  const digits = (value: number) => value.toFixed(5).replace(/\.?0+$/, '');
  return `matrix(${digits(unit * stretch)} 0 0 ${digits(unit)} ${short(at.x + shift)} ${short(y)})`;
}
