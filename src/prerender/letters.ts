import { createHash } from 'node:crypto';
import { FACES, type Face } from '../letters/letters.ts';
import type { FontLetters } from '../letters/fontLetters.ts';
import { LETTERS_FOLDER, LETTERS_INDEX, type LetterIndex, type LetterSlice } from '../letters/publishedLetters.ts';
import type { PublishedFile } from './plugin.ts';

/** Characters of one file: a text of a figure needs three or four of them. */
const SLICE = 120;

/** Printable ASCII, which a reader's own words are made of too, and signs that texts are composed of. */
const ALWAYS = `${Array.from({ length: 95 }, (_, index) => String.fromCodePoint(32 + index)).join('')}…·“”‘’—–−＋％±×、。，；：？！（）《》「」・°•`;

/** Of the fonts; it goes with their outlines wherever these go. */
const LICENCE = 'Outlines of Noto Sans SC and Noto Serif SC, © 2014–2021 Adobe (http://www.adobe.com/), with Reserved Font Name ‘Source’; SIL Open Font License 1.1, https://openfontlicense.org';

/** No picture sets these: line ends, marks of direction, joiners, private use. */
const IS_SET = /^[^\p{C}\p{Zl}\p{Zp}\p{M}]$/u;

const SCRIPTS_AND_TAGS = /<script(?![^>]*json)[^>]*>[\s\S]*?<\/script>/g;

/**
 * How many of the texts have each character.
 * @param texts Pages, messages, tables: all that a picture may come to show.
 */
export function charactersOf(texts: Iterable<string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const char of new Set(text.replace(SCRIPTS_AND_TAGS, ''))) if (IS_SET.test(char)) counts.set(char, (counts.get(char) ?? 0) + 1);
  }
  return counts;
}

/**
 * Files of outlines for the browser: letters, digits and signs first, then Han characters by how many texts have them,
 * so that most texts need only the first files.
 * @returns The files, and the characters that the fonts don't have.
 */
export async function letterFiles(letters: FontLetters, counts: ReadonlyMap<string, number>): Promise<{ readonly files: readonly PublishedFile[]; readonly lacking: readonly string[] }> {
  const always = [...new Set(ALWAYS)];
  const rest = [...counts].filter(([char]) => !ALWAYS.includes(char)).sort(([one, n], [other, m]) => m - n || (one < other ? -1 : 1));
  const order = [...always, ...rest.map(([char]) => char)];
  await letters.prepare(order, FACES);
  const files: PublishedFile[] = [];
  const index: Record<Face, LetterIndex[Face][number][]> = { text: [], strong: [], display: [] };
  for (const face of FACES) {
    const drawn = order.filter((char) => letters.glyph(char, face) !== undefined);
    for (let start = 0, number = 1; start < drawn.length; start += SLICE, number += 1) {
      const chars = drawn.slice(start, start + SLICE);
      const slice: LetterSlice = Object.fromEntries(chars.flatMap((char) => {
        const glyph = letters.glyph(char, face);
        return glyph ? [[char, [glyph.advance, glyph.d] as const]] : [];
      }));
      const content = JSON.stringify(slice);
      const file = `${face}-${number}-${createHash('sha256').update(content).digest('hex').slice(0, 8)}.json`;
      files.push({ path: `${LETTERS_FOLDER}/${file}`, content });
      index[face].push({ file, has: chars.join('') });
    }
  }
  files.push({ path: LETTERS_INDEX, content: `${JSON.stringify({ licence: LICENCE, ...index })}\n` });
  return { files, lacking: order.filter((char) => letters.glyph(char, 'text') === undefined) };
}
