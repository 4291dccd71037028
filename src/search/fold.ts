/** One letter, digit or character of a text as it is compared, and where it stands in the text as it is shown. */
export interface Letter {
  readonly letter: string;
  /** From and to, in UTF-16 units of the shown text. */
  readonly at: number;
  readonly end: number;
  /** “guang” of 广, where the text comes with its sounds. */
  readonly sound: string | undefined;
  /** The first letter of a word of an alphabet. */
  readonly startsWord: boolean;
  readonly isHan: boolean;
}

const COMPARED = /[\p{L}\p{N}]/u;
const MARK = /\p{M}/u;
const HAN = /\p{Script=Han}/u;

/**
 * What two spellings have in common: full width is half width, ＡＢ and ab are one, tone marks and accents go, and so
 * do blanks and punctuation: “Guǎng-dōng”, “GUANG DONG” and “guangdong” are compared as the same nine letters.
 *
 * @param sounds The pinyin of the Han characters of the text in their order, apart by blanks: “guang dong sheng”.
 */
export function fold(text: string, sounds = ''): readonly Letter[] {
  const syllables = sounds === '' ? [] : sounds.split(' ');
  const letters: Letter[] = [];
  let at = 0;
  let characters = 0;
  let isInWord = false;
  for (const shown of text) {
    const end = at + shown.length;
    const compared = [...shown.normalize('NFKC').toLowerCase().normalize('NFD')].filter((one) => COMPARED.test(one));
    for (const letter of compared) {
      const isHan = HAN.test(letter);
      letters.push({ letter, at, end, sound: isHan ? syllables[characters++] : undefined, startsWord: !isHan && !isInWord, isHan });
      isInWord = !isHan;
    }
    // A mark that follows its letter (“ǎ” in two parts) does not end the word.
    if (compared.length === 0 && !MARK.test(shown)) isInWord = false;
    at = end;
  }
  return letters;
}

export const isHanText = (text: string): boolean => HAN.test(text);
