import type { Working } from '../workings.ts';

/** What a figure says in words: heading, caption, alternative text, page description and social text alike. */
export interface Takeaway {
  /** One true sentence, with its full stop; it says no more than the data. */
  readonly text: string;
  /** What limits it: “29 of 31”, a lower bound, a break, a doubtful value. Whole sentences. */
  readonly limits: readonly string[];
  /** How each number in it that nobody published was worked out. */
  readonly workings: readonly Working[];
}
