import { FACES, type Face, type Letters } from './letters.ts';
import { LETTERS_FOLDER, LETTERS_INDEX, lettersOf, type LetterIndex, type LetterSlice } from './publishedLetters.ts';
import { published } from '../state/place.ts';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

const isFile = (value: unknown): value is { file: string; has: string } => isRecord(value) && typeof value['file'] === 'string' && /^[\w-]+\.json$/.test(value['file']) && typeof value['has'] === 'string';

const isIndex = (value: unknown): value is LetterIndex =>
  isRecord(value) &&
  FACES.every((face) => {
    const files = value[face];
    return Array.isArray(files) && files.every(isFile);
  });

const isSlice = (value: unknown): value is LetterSlice => isRecord(value) && Object.values(value).every((glyph) => Array.isArray(glyph) && glyph.length === 2 && typeof glyph[0] === 'number' && typeof glyph[1] === 'string');

/** One fetch each, however often it is asked for; what failed may be asked for again. */
const answers = new Map<string, Promise<unknown>>();

async function json(address: string): Promise<unknown> {
  const known = answers.get(address);
  if (known) return known;
  const answer = (async () => {
    const response = await published(address);
    if (!response.ok) throw new Error(`${address}: ${response.status}`);
    const parsed: unknown = await response.json();
    return parsed;
  })();
  answers.set(address, answer);
  try {
    return await answer;
  } catch (error) {
    answers.delete(address);
    throw error;
  }
}

/**
 * The outlines that these texts need and no more: one small file for most texts. What stands in no file, a reader's own
 * words, is not known to the letters: their caller keeps it as text.
 * @param root Address of the site's root, with a slash at its end.
 * @param needed What is set in each face.
 */
export async function fetchLetters(root: string, needed: Readonly<Partial<Record<Face, string>>>): Promise<Letters> {
  const index = await json(root + LETTERS_INDEX);
  if (!isIndex(index)) throw new Error(`${LETTERS_INDEX} is no list of outlines`);
  const slicesOf = async (face: Face): Promise<readonly LetterSlice[]> => {
    const chars = new Set(needed[face] ?? '');
    const files = index[face].filter(({ has }) => [...has].some((char) => chars.has(char)));
    return Promise.all(
      files.map(async ({ file }) => {
        const slice = await json(`${root}${LETTERS_FOLDER}/${file}`);
        if (!isSlice(slice)) throw new Error(`${file} has no outlines`);
        return slice;
      }),
    );
  };
  const [text, strong, display] = await Promise.all([slicesOf('text'), slicesOf('strong'), slicesOf('display')]);
  return lettersOf({ text, strong, display });
}
