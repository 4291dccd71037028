import { measure, type Face, type Letters } from './letters.ts';

/** Signs that begin no line. */
const CLOSING = '。，、；：？！）》〉」』】〕”’…—％·．,.;:?!)]}%»›／/';
/** Signs that end none. */
const OPENING = '（《〈「『【〔“‘([{«‹＋−±＞＜';

/** A number with what it means nothing without: its sign, its unit, its decimals. */
const NUMBER =
  /(?:[＞＜>＋+−±≈~-]|约|第|前|后|近|逾|超过|不到|c\. )?\d[\d,.:/]*(?:[–—-]\d[\d,.]*)?(?: ?%|‰|％)?(?:个?百分点|\s?(?:万亿|亿|万|千|百)?(?:元|人次|家次|小时|分钟|公里|个|人|项|件|次|家|户|亩|位|名|倍|天|条|台|座|分|年|月|日|号|届|级|类|省|米|字|款|批|张|kWh)|万亿|亿|万)?(?: (?:million|billion|trillion|thousand)(?: [a-z]+)?| (?:points?|percent|yuan|people|days?|hours?|minutes?|of \d[\d,]*)\b)?/;
/** Latin words, and a Chinese one that word lists part. */
const WORD = /中位数|[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ0-9'’.\-&]*/;
const ATOM = new RegExp(`(${NUMBER.source})|(${WORD.source})|(\\s+)|([\\s\\S])`, 'gu');

interface Atom {
  readonly text: string;
  /** It ends inside a Chinese word. */
  readonly isBroken: boolean;
  /** A blank before it, which falls away at the start of a line. */
  readonly isSpaced: boolean;
  readonly isNumber: boolean;
}

/** Chinese words by the browser's own list, where it has one: “居首” is not broken if it can be helped. */
const segmenter = typeof Intl.Segmenter === 'function' ? new Intl.Segmenter('zh', { granularity: 'word' }) : null;

function wordEnds(text: string): ReadonlySet<number> | null {
  if (!segmenter) return null;
  const ends = new Set<number>();
  for (const { index, segment } of segmenter.segment(text)) ends.add(index + segment.length);
  return ends;
}

/** A text is tried at several sizes. */
const read = new Map<string, readonly Atom[]>();

/** The pieces between which a line may end, with the signs that belong to them. */
export function atomsOf(text: string): readonly Atom[] {
  const known = read.get(text);
  if (known) return known;
  const atoms: { text: string; isSpaced: boolean; isNumber: boolean; isBroken: boolean }[] = [];
  const ends = wordEnds(text);
  let isSpaced = false;
  let isOpen = false;
  for (const match of text.matchAll(ATOM)) {
    const [piece, number, , blank] = match;
    const isBroken = ends !== null && !ends.has(match.index + piece.length);
    if (blank !== undefined) {
      isSpaced = true;
      continue;
    }
    const last = atoms.at(-1);
    const isClosing = CLOSING.includes(piece);
    if (last && !isSpaced && (isClosing || isOpen)) {
      last.text += piece;
      last.isBroken = isBroken;
      last.isNumber ||= number !== undefined;
    } else atoms.push({ text: piece, isSpaced: isSpaced && atoms.length > 0, isNumber: number !== undefined, isBroken });
    isOpen = OPENING.includes(piece);
    isSpaced = false;
  }
  read.set(text, atoms);
  return atoms;
}

const joined = (atoms: readonly Atom[]): string => atoms.map(({ text, isSpaced }, index) => (isSpaced && index > 0 ? ` ${text}` : text)).join('');

/** Where a reader takes a breath, a line ends best. */
const BREATH = /[。；，：！？、;,:.!?）)]$/;

export interface WrapStyle {
  readonly face: Face;
  readonly size: number;
  readonly width: number;
  readonly maxLines: number;
  /** “…” when not told; three full stops stand lower, as in English. */
  readonly ellipsis?: string;
}

export interface Wrapped {
  readonly lines: readonly string[];
  /** The text did not fit and ends in “…”. */
  readonly isCut: boolean;
  /** Of the widest line. */
  readonly width: number;
}

/** How wide a text is, whoever sets it. */
export type WidthOf = (text: string) => number;

/** A word wider than the line is broken between letters; a number never is. */
function brokenWords(widthOf: WidthOf, atoms: readonly Atom[], width: number): readonly Atom[] {
  return atoms.flatMap((atom) => {
    if (atom.isNumber || widthOf(atom.text) <= width) return [atom];
    const pieces: Atom[] = [];
    let piece = '';
    for (const char of atom.text) {
      if (piece !== '' && widthOf(piece + char) > width) {
        pieces.push({ text: piece, isSpaced: atom.isSpaced && pieces.length === 0, isNumber: false, isBroken: true });
        piece = '';
      }
      piece += char;
    }
    return [...pieces, { text: piece, isSpaced: atom.isSpaced && pieces.length === 0, isNumber: false, isBroken: atom.isBroken }];
  });
}

/** What a line's end costs, against the square of the part of it that stays empty: between words, behind a number, inside a word. */
const [PLAIN, PARTED, BROKEN] = [0.05, 0.1, 0.3];

/** Ends of lines, as many as asked for, none too wide, of even length and at a breath where there is one; null: it can't be. */
function evenly(widths: (from: number, to: number) => number, atoms: readonly Atom[], lines: number, width: number): readonly number[] | null {
  const n = atoms.length;
  // best[l][i]: the least cost of the first i pieces in l lines, and where the last of these lines begins.
  let best: readonly ({ readonly cost: number; readonly ends: readonly number[] } | null)[] = Array.from({ length: n + 1 }, (_, index) => (index === 0 ? { cost: 0, ends: [] } : null));
  for (let line = 1; line <= lines; line += 1) {
    const isLast = line === lines;
    best = Array.from({ length: n + 1 }, (_, end) => {
      let least: { cost: number; ends: readonly number[] } | null = null;
      for (let start = end - 1; start >= 0; start -= 1) {
        const before = best[start];
        const own = widths(start, end);
        if (own > width) break;
        if (!before) continue;
        const slack = (width - own) / width;
        const last = atoms[end - 1];
        const breakCost = isLast || BREATH.test(last?.text ?? '') ? 0 : last?.isBroken ? BROKEN : last?.isNumber ? PARTED : PLAIN;
        const cost = before.cost + slack * slack + breakCost;
        if (!least || cost < least.cost) least = { cost, ends: [...before.ends, end] };
      }
      return least;
    });
  }
  return best[n]?.ends ?? null;
}

/**
 * Breaks a text into lines by the rules of Chinese setting: no closing sign begins a line and no opening one ends it;
 * a number stays with its sign and unit, an English word stays whole. What does not fit ends in “…”, after a whole piece.
 */
export const wrap = (letters: Letters, text: string, style: WrapStyle): Wrapped => wrapMeasured((piece) => measure(letters, piece, style.face, style.size), text, style);

/** The same for whoever measures a text by other means than its outlines. */
export function wrapMeasured(measured: WidthOf, text: string, style: Omit<WrapStyle, 'face' | 'size'>): Wrapped {
  const { width, maxLines } = style;
  const atoms = brokenWords(measured, atomsOf(text), width);
  if (atoms.length === 0) return { lines: [], isCut: false, width: 0 };
  const blank = measured(' ');
  const own = atoms.map((atom) => measured(atom.text));
  const sums = [0];
  atoms.forEach((atom, index) => sums.push((sums[index] ?? 0) + (own[index] ?? 0) + (atom.isSpaced ? blank : 0)));
  const widthOf = (from: number, to: number) => (sums[to] ?? 0) - (sums[from] ?? 0) - (atoms[from]?.isSpaced ? blank : 0);
  const told = (lines: readonly string[], isCut: boolean): Wrapped => ({ lines, isCut, width: Math.max(...lines.map(measured)) });
  for (let lines = 1; lines <= maxLines; lines += 1) {
    const ends = evenly(widthOf, atoms, lines, width);
    if (ends) return told(ends.map((end, index) => joined(atoms.slice(ends[index - 1] ?? 0, end))), false);
  }
  const lines: string[] = [];
  let start = 0;
  for (let line = 1; line <= maxLines && start < atoms.length; line += 1) {
    let end = start + 1;
    while (end < atoms.length && widthOf(start, end + 1) <= width) end += 1;
    if (line < maxLines) lines.push(joined(atoms.slice(start, end)));
    else {
      const cut = (to: number) => `${joined(atoms.slice(start, to)).replace(/[，、；：。,;:.（(]+$/, '')}${style.ellipsis ?? '…'}`;
      while (end > start + 1 && measured(cut(end)) > width) end -= 1;
      lines.push(cut(end));
    }
    start = end;
  }
  return told(lines, true);
}

/** The first of the sizes, largest first, at which the text fits uncut; else the last of them. */
export function fit(letters: Letters, text: string, sizes: readonly number[], style: Omit<WrapStyle, 'size' | 'maxLines'>, maxLines: (size: number) => number): Wrapped & { readonly size: number } {
  let last: (Wrapped & { readonly size: number }) | null = null;
  for (const size of sizes) {
    const wrapped = wrap(letters, text, { ...style, size, maxLines: maxLines(size) });
    last = { ...wrapped, size };
    if (!wrapped.isCut && wrapped.width <= style.width) return last;
  }
  if (!last) throw new Error('no size was given');
  return last;
}
