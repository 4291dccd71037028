import { fold, type Letter } from './fold.ts';
import { match, type Grade, type Match } from './match.ts';
import { KINDS, type SearchEntry, type SearchKind } from './searchEntry.ts';

/** A piece of a shown text; the marked ones are what was met. */
export interface Piece {
  readonly text: string;
  readonly isMarked: boolean;
}

export interface Found {
  readonly entry: SearchEntry;
  /** Its name. */
  readonly name: readonly Piece[];
  /** The other spelling that was met, where the name was not. */
  readonly also: readonly Piece[];
}

export interface Findings {
  /** Each kind where its best stands; together no more than are shown. */
  readonly groups: readonly { readonly kind: SearchKind; readonly found: readonly Found[] }[];
  readonly shown: number;
  /** How many more there are. */
  readonly more: number;
}

/** An index with its letters folded once. */
export type Prepared = readonly { readonly entry: SearchEntry; readonly keys: readonly { readonly text: string; readonly letters: readonly Letter[] }[]; readonly about: readonly (readonly Letter[])[] }[];

const SHOWN = 8;
/** Nothing here has a longer name; more than this is a text that was pasted. */
const TYPED = 80;

export const prepare = (entries: readonly SearchEntry[]): Prepared =>
  entries.map((entry) => ({
    entry,
    keys: entry.keys.map(([text, sounds]) => ({ text, letters: fold(text, sounds) })),
    about: entry.about.map((text) => fold(text)),
  }));

/**
 * The order of what is found, lowest first:
 *
 * 0 the whole name · 1 the whole of another spelling (粤, GD, 政府网站) · 2 the start of any spelling · 3 the start of a
 * word in one · 4 inside one · 5 what it is about or who publishes it · 6 several words, each met somewhere.
 *
 * Among equals the order of `KINDS`, then that of the index: regions by their codes, indicators by their subjects.
 * Nothing else counts, so the same letters give the same list to everybody, every time.
 */
const RANK: Readonly<Record<Grade, number>> = { whole: 1, start: 2, word: 3, inside: 4 };
const WHOLE_NAME = 0;
const ABOUT = 5;
const WORDS_APART = 6;

interface Meeting {
  readonly rank: number;
  /** Which spelling, and where in it: the shown name where that is met at all. Null: none of them alone. */
  readonly key: number;
  readonly match: Match | null;
}

function meet(typed: readonly string[], { keys, about }: Prepared[number]): Meeting | null {
  const meetings = keys.flatMap(({ letters }, key): readonly Meeting[] => {
    const found = match(typed, letters);
    return found ? [{ rank: key === 0 && found.grade === 'whole' ? WHOLE_NAME : RANK[found.grade], key, match: found }] : [];
  });
  const [first] = meetings;
  if (first) {
    const best = meetings.reduce((closest, one) => (one.rank < closest.rank ? one : closest));
    return first.key === 0 ? { ...first, rank: best.rank } : best;
  }
  const isAbout = about.some((letters) => {
    const grade = match(typed, letters)?.grade;
    return grade !== undefined && (grade !== 'inside' || typed.length > 1);
  });
  return isAbout ? { rank: ABOUT, key: 0, match: null } : null;
}

const lettersOf = (text: string): readonly string[] => fold(text).map(({ letter }) => letter);

function pieces(text: string, letters: readonly Letter[], met: Match | null): readonly Piece[] {
  const [first, last] = met ? [letters[met.from], letters[met.to - 1]] : [];
  if (!first || !last) return [{ text, isMarked: false }];
  return [
    { text: text.slice(0, first.at), isMarked: false },
    { text: text.slice(first.at, last.end), isMarked: true },
    { text: text.slice(last.end), isMarked: false },
  ].filter((piece) => piece.text !== '');
}

/** What is met by the letters typed; nothing for none. */
export function find(prepared: Prepared, text: string): Findings {
  const cut = [...text].slice(0, TYPED).join('');
  const typed = lettersOf(cut);
  const words = cut.split(/\s+/).map(lettersOf).filter((letters) => letters.length > 0);
  const met = prepared.flatMap((one, order) => {
    if (typed.length === 0) return [];
    const whole = meet(typed, one);
    const meeting = whole ?? (words.length > 1 && words.every((word) => meet(word, one) !== null) ? { rank: WORDS_APART, key: 0, match: null } : null);
    return meeting ? [{ one, meeting, order }] : [];
  });
  met.sort((a, b) => a.meeting.rank - b.meeting.rank || KINDS.indexOf(a.one.entry.kind) - KINDS.indexOf(b.one.entry.kind) || a.order - b.order);
  const groups = new Map<SearchKind, Found[]>();
  for (const { one, meeting } of met.slice(0, SHOWN)) {
    const [name, key] = [one.keys[0], one.keys[meeting.key]];
    if (!name || !key) continue;
    const found: Found = {
      entry: one.entry,
      name: pieces(name.text, name.letters, meeting.key === 0 ? meeting.match : null),
      also: meeting.key === 0 ? [] : pieces(key.text, key.letters, meeting.match),
    };
    groups.set(one.entry.kind, [...(groups.get(one.entry.kind) ?? []), found]);
  }
  return { groups: [...groups].map(([kind, found]) => ({ kind, found })), shown: Math.min(met.length, SHOWN), more: Math.max(0, met.length - SHOWN) };
}
