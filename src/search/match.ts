import type { Letter } from './fold.ts';

/** How a name was met, the closest first. */
export const GRADES = ['whole', 'start', 'word', 'inside'] as const;
export type Grade = (typeof GRADES)[number];

export interface Match {
  readonly grade: Grade;
  /** The first letter met, and the one after the last. */
  readonly from: number;
  readonly to: number;
}

/** Fewer letters than this, met as sounds or within a word in the middle of a name, would meet nearly every name. */
const ENOUGH_INSIDE = 3;

/** ü is typed as v on most keyboards and as u by others; sounds are stored with v. */
const isSame = (typed: string | undefined, sound: string | undefined): boolean => typed !== undefined && (typed === sound || (sound === 'v' && typed === 'u'));

/**
 * Reads what was typed against a name from one of its letters on. Each letter of the name is met by itself or by the
 * beginning of its sound, and none is left out: 广东 is met by “广东”, “guangdong”, “gd”, “guangd”, “广d” and “g东”.
 *
 * @returns The letter after the last one met, the farthest if there are several ways; null when it is not met.
 */
function follow(typed: readonly string[], letters: readonly Letter[], from: number, bySound: boolean): number | null {
  const first = letters[from];
  // Most starts fail at their first letter, and there are many.
  if (!first || (first.letter !== typed[0] && !(bySound && isSame(typed[0], first.sound?.[0])))) return null;
  let reached = new Set([0]);
  let to: number | null = null;
  for (let index = from; index < letters.length && reached.size > 0; index++) {
    const { letter, sound } = letters[index] ?? {};
    const next = new Set<number>();
    for (const position of reached) {
      if (typed[position] === letter) next.add(position + 1);
      if (!bySound || sound === undefined) continue;
      for (let length = 0; length < sound.length && isSame(typed[position + length], sound[length]); length++) next.add(position + length + 1);
    }
    if (next.has(typed.length)) to = index + 1;
    reached = next;
  }
  return to;
}

/** Where and how closely a name is met by what was typed; null when it is not. No misspelling is guessed at. */
export function match(typed: readonly string[], letters: readonly Letter[]): Match | null {
  if (typed.length === 0) return null;
  const start = follow(typed, letters, 0, true);
  if (start !== null) return { grade: start === letters.length ? 'whole' : 'start', from: 0, to: start };
  let inside: Match | null = null;
  for (let from = 1; from < letters.length; from++) {
    const isEnough = typed.length >= ENOUGH_INSIDE;
    const { startsWord = false, isHan = false } = letters[from] ?? {};
    const to = startsWord || isHan || isEnough ? follow(typed, letters, from, isEnough) : null;
    if (to === null) continue;
    if (startsWord) return { grade: 'word', from, to };
    inside ??= { grade: 'inside', from, to };
  }
  return inside;
}
