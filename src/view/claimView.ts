import type { Source } from '../model/dataset.ts';
import type { FigureLine } from './figureLines.ts';

/** The ten verdicts in the five groups that a reader asks for, from the firmest on. */
export const VERDICT_GROUPS = ['confirmed', 'consistent', 'differs', 'notElsewhere', 'notCompared'] as const;
export type VerdictGroup = (typeof VERDICT_GROUPS)[number];

/** A name that leads to its place on this site. */
export interface NamedLink {
  readonly id: string;
  readonly name: string;
  readonly href: string;
}

/** Figures of one indicator, beside what names or touches it. */
export interface IndicatorLines extends NamedLink {
  /** Which figures these are: of the same time, of the nearest, the latest. */
  readonly when: string;
  readonly lines: readonly FigureLine[];
  /** That there are more lines on the indicator's page; empty when there are not. */
  readonly more: string;
}

export interface VerdictPart {
  readonly group: VerdictGroup;
  readonly name: string;
  readonly count: number;
  readonly href: string;
}

export interface ClaimView {
  readonly id: string;
  readonly forum: string;
  readonly group: VerdictGroup;
  readonly theme: string;
  readonly label: string;
  /** “超过2,700亿元” */
  readonly value: string;
  readonly of: string;
  readonly said: string;
  readonly who: string;
  readonly groupName: string;
  readonly verdict: string;
  readonly meaning: string;
  readonly note: string;
  readonly sources: readonly Source[];
  /** What this site holds beside it, indicator by indicator. */
  readonly figures: readonly IndicatorLines[];
  readonly systems: readonly NamedLink[];
}
