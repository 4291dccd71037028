import { FACES, type Face, type Glyph, type Letters } from './letters.ts';

// Outlines as files for the browser: `data/letters/index.json` tells which file has which characters.

/** The folder, below the site's root. */
export const LETTERS_FOLDER = 'data/letters';
export const LETTERS_INDEX = `${LETTERS_FOLDER}/index.json`;

/** {“中”: [1000, “M96-661h806…”]} */
export type LetterSlice = Readonly<Record<string, readonly [advance: number, d: string]>>;

/** Of each face its files, and the characters in each, as one text. */
export type LetterIndex = Readonly<Record<Face, readonly { readonly file: string; readonly has: string }[]>>;

export const lettersOf = (slices: Readonly<Record<Face, readonly LetterSlice[]>>): Letters => {
  const glyphs = new Map<string, Glyph>();
  for (const face of FACES) {
    for (const slice of slices[face]) for (const [char, [advance, d]] of Object.entries(slice)) glyphs.set(face + char, { advance, d });
  }
  return { glyph: (char, face) => glyphs.get(face + char) };
};
