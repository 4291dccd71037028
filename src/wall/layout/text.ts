/**
 * How wide a text is, in em, told without a browser: a little more than in the faces of tokens.css (Noto Sans, YaHei, PingFang,
 * Segoe UI, Arial), so that what fits here fits there.
 */
const WIDTHS: readonly (readonly [letters: RegExp, regular: number, bold: number])[] = [
  [/[⺀-\uFFFF—…“”‘’·]/u, 1, 1],
  [/[0-9]/, 0.57, 0.61],
  [/[ ]/, 0.28, 0.28],
  [/[.,:;'’|!()[\]]/, 0.34, 0.36],
  [/[ijltfrI/-]/, 0.36, 0.41],
  [/[mwMW%@]/, 0.92, 0.97],
  [/[GOQ]/, 0.79, 0.8],
  [/[A-Z&]/, 0.72, 0.74],
  [/[a-z]/, 0.57, 0.62],
];
const OTHER = [0.62, 0.66] as const;

const letterWidths = new Map<string, readonly [regular: number, bold: number]>();

/** Looked up once a letter: a layout tries hundreds of widths. */
function letterWidth(letter: string, isBold: boolean): number {
  let known = letterWidths.get(letter);
  if (!known) {
    const [, regular, bold] = WIDTHS.find(([letters]) => letters.test(letter)) ?? [null, ...OTHER];
    known = [regular, bold];
    letterWidths.set(letter, known);
  }
  return known[isBold ? 1 : 0];
}

/** In em of its own size. */
export const textWidth = (text: string, isBold = false): number => [...text].reduce((sum, letter) => sum + letterWidth(letter, isBold), 0);

export const widest = (texts: readonly string[], isBold = false): number => Math.max(0, ...texts.map((text) => textWidth(text, isBold)));

/** Where a line may end: after a space, after a comma or a stop, before what is quoted; a Chinese text that has none breaks inside. */
export const pieces = (text: string): readonly string[] => text.match(/“?[^ ，。；：、！？)）“]+[ ，。；：、！？)）]*|[ ，。；：、！？)）“]+/gu) ?? [];

/** Lines that a text takes in a width of so many em of its own size, filled from the left; a piece wider than a line breaks inside. */
export function breakLines(text: string, width: number, isBold = false): readonly string[] {
  const lines: string[] = [];
  let line = '';
  const put = (piece: string): void => {
    if (line !== '' && textWidth((line + piece).trimEnd(), isBold) > width + 1e-9) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  };
  let isFull = false;
  for (const piece of pieces(text)) {
    const isLong = textWidth(piece.trimEnd(), isBold) > width;
    // A part that is longer than a line has lines of its own.
    if ((isLong || isFull) && line !== '') {
      lines.push(line.trimEnd());
      line = '';
    }
    isFull = isLong;
    if (isLong) for (const letter of piece) put(letter);
    else put(piece);
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines;
}

interface Piece {
  /** With the space or the comma behind it, and without the space. */
  readonly width: number;
  readonly trimmed: number;
  /** A space never begins a line. */
  readonly letters: readonly { readonly width: number; readonly isSpace: boolean }[];
}
const measured = new Map<string, readonly Piece[]>();
const MOST_MEASURED = 400;

function piecesOf(text: string, isBold: boolean): readonly Piece[] {
  const key = (isBold ? 'b' : 'r') + text;
  const known = measured.get(key);
  if (known) return known;
  if (measured.size >= MOST_MEASURED) measured.clear();
  const found = pieces(text).map((piece): Piece => ({ width: textWidth(piece, isBold), trimmed: textWidth(piece.trimEnd(), isBold), letters: [...piece].map((letter) => ({ width: letterWidth(letter, isBold), isSpace: letter === ' ' })) }));
  measured.set(key, found);
  return found;
}

/** How many lines `breakLines` gives; at least one. */
export function lineCount(text: string, width: number, isBold = false): number {
  let [lines, at] = [1, 0];
  const put = (own: number, trimmed: number): void => {
    if (at > 0 && at + trimmed > width + 1e-9) {
      lines += 1;
      at = 0;
    }
    at += own;
  };
  let isFull = false;
  for (const piece of piecesOf(text, isBold)) {
    const isLong = piece.trimmed > width;
    if ((isLong || isFull) && at > 0) {
      lines += 1;
      at = 0;
    }
    isFull = isLong;
    if (isLong) for (const letter of piece.letters) put(letter.width, letter.isSpace ? 0 : letter.width);
    else put(piece.width, piece.trimmed);
  }
  return lines;
}

/** “Centre (a second name); via a copy” without its second name. */
export const withoutAsides = (text: string): string => text.replace(/ ?[（(][^（(）)]*[）)]/gu, '');

/** Whether a text breaks at its spaces and commas alone. */
export const fitsWhole = (text: string, width: number, isBold = false): boolean => piecesOf(text, isBold).every(({ trimmed }) => trimmed <= width);
