import { boxOf, placePath } from './pathData.ts';

/** What the atlas sets its pictures in: words, strong words and figures in a sans; Song for headlines. */
export const FACES = ['text', 'strong', 'display'] as const;
export type Face = (typeof FACES)[number];

/** Units of a glyph to one em. */
export const EM = 1000;

/** One character as an outline: no font is needed where it is drawn. */
export interface Glyph {
  readonly advance: number;
  /** SVG path data in whole units: y runs down and 0 is the baseline; empty for a space. */
  readonly d: string;
}

/** @returns Undefined where a character is in none of the outlines at hand: the caller keeps it as text. */
export interface Letters {
  glyph(char: string, face: Face): Glyph | undefined;
}

/** Characters of a text that can't be drawn; once each. */
export const lackingIn = (letters: Letters, text: string, face: Face): readonly string[] => [...new Set(text)].filter((char) => letters.glyph(char, face) === undefined);

/** A fallback box would be a lie in print: where a text must be drawn, each character must be there. */
export class LackingLetter extends Error {
  override readonly name = 'LackingLetter';
  constructor(char: string, face: Face, text: string) {
    super(`no outline of “${char}” (U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}) in the face “${face}”, needed for “${text}”`);
  }
}

export function glyphOf(letters: Letters, char: string, face: Face, text: string): Glyph {
  const glyph = letters.glyph(char, face);
  if (!glyph) throw new LackingLetter(char, face, text);
  return glyph;
}

const QUOTES = '“”‘’';
const OPEN_QUOTES = '“‘';
/** As wide as a Han character in the fonts, and set so only beside one. */
const SIGNS = '·×±…';
const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/;
/** Their ink is in the left half of a square, or in its right half. */
const CLOSING = '。，、；：！？）》〉」』】〕';
const OPENING = '（《〈「『【〔';
/** Free at both sides of a sign beside Latin letters. */
const BEARING = 50;

const narrowed = new Map<string, Glyph>();

/** Of a sign as wide as a Han character only its ink is taken. */
function narrow(glyph: Glyph): Glyph {
  const box = boxOf(glyph.d);
  const known = narrowed.get(glyph.d);
  if (!box || known) return known ?? glyph;
  const made = { advance: Math.round(box.right - box.left) + 2 * BEARING, d: placePath(glyph.d, { scale: 1, x: BEARING - box.left, y: 0, decimals: 0 }) };
  narrowed.set(glyph.d, made);
  return made;
}

/**
 * The glyphs of a line in order: quotes as wide as what they quote, two signs of Chinese punctuation pushed together.
 * Throws where one is lacking.
 */
export function glyphsOf(letters: Letters, text: string, face: Face): readonly Glyph[] {
  const chars = [...text];
  const isWide = (char: string | undefined) => char === undefined || WIDE.test(char) || QUOTES.includes(char);
  return chars.map((char, index) => {
    const glyph = glyphOf(letters, char, face, text);
    const [before, after] = [chars[index - 1], chars[index + 1]];
    if (QUOTES.includes(char)) return isWide(OPEN_QUOTES.includes(char) ? after : before) ? glyph : narrow(glyph);
    if (SIGNS.includes(char)) return before !== undefined && isWide(before) ? glyph : narrow(glyph);
    const isPushed = CLOSING.includes(char) && after !== undefined && (CLOSING + OPENING).includes(after) && glyph.advance === EM;
    return isPushed ? { ...glyph, advance: EM / 2 } : glyph;
  });
}

const advances = new WeakMap<Letters, Map<string, number>>();

/** Width of a line in the units of its size. */
export function measure(letters: Letters, text: string, face: Face, size: number): number {
  const known = advances.get(letters) ?? new Map<string, number>();
  advances.set(letters, known);
  const key = `${face} ${text}`;
  const sum = known.get(key) ?? glyphsOf(letters, text, face).reduce((width, { advance }) => width + advance, 0);
  known.set(key, sum);
  return (sum * size) / EM;
}
