import type { Correction } from './corrections.ts';
import type { ReleaseMoves } from '../releases/moves.ts';

/** What the pages tell of all releases, worked out at build from what they keep: plain data, which `atlas.html` carries too. */
export interface TraceFacts {
  readonly moves: readonly ReleaseMoves[];
  /** The latest first. */
  readonly corrections: readonly Correction[];
  /** SHA-256 of the last record; null: there is none. */
  readonly head: string | null;
}

export const NO_TRACE: TraceFacts = { moves: [], corrections: [], head: null };
