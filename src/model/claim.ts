import type { Period, Precision } from './observation.ts';
import type { Text } from './text.ts';

export const VERDICTS = ['confirmed', 'consistent', 'confirmedWithNuance', 'sameSpeechElsewhere', 'counted', 'plausible', 'contested', 'contradicted', 'notFound', 'notChecked'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** A number that someone quoted at one of the 2018 forums. It never enters a rank, a mean or a growth rate. */
export interface Claim {
  readonly id: string;
  readonly theme: string;
  readonly label: Text;
  /** As said: a number, or a date. */
  readonly value: string;
  readonly precision: Precision;
  readonly unit: Text;
  readonly period: Period;
  readonly speaker: string;
  readonly forum: 'fuzhou' | 'wuzhen';
  readonly paraphrase: Text;
  readonly verdict: Verdict;
  readonly verdictNote?: Text;
  /** Keys into the sources of the claims dataset. */
  readonly verdictSources: readonly string[];
  /** Indicator pages that it touches. */
  readonly indicators: readonly string[];
}
