import type { Observation, Period } from './observation.ts';
import type { Text } from './text.ts';

export type IndicatorId = string;

export const THEMES = ['service', 'websites', 'users', 'integration', 'market', 'justice', 'participation', 'payment', 'customs', 'digital', 'base', 'world'] as const;
export type Theme = (typeof THEMES)[number];

/** Which regions a table is expected to cover; the denominators of “k of n”. */
export const EXPECTED = ['nation', 'provinces', 'provincesAndCorps', 'countries'] as const;
export type Expected = (typeof EXPECTED)[number];

export interface Unit {
  readonly zh: string;
  readonly en: string;
  /** Published figure × multiplier = base unit; 亿 is 1e8. A percentage stays a percentage (multiplier 1). */
  readonly multiplier: number;
  /** Base unit ÷ enMultiplier is shown in English: 1e9 for “billion yuan”. */
  readonly enMultiplier: number;
}

/** A publisher's class of values, lowest first. */
export interface Band {
  readonly id: string;
  readonly name: Text;
}

/** A line of its own inside an indicator: a publisher, a level, a definition. */
export interface Series {
  readonly id: string;
  readonly name: Text;
}

/** From this period on, figures can't be compared with those before; the line stops. */
export interface MethodBreak {
  readonly period: Period;
  readonly reason: Text;
  /** Only these series; absent: all. */
  readonly series?: readonly string[];
}

/** Series that add up to a whole: levels of government, kinds of court. */
export interface Parts {
  /** In their order, which is drawn from the axis outwards. */
  readonly series: readonly string[];
  /** The indicator that publishes the whole, to check the sum against. */
  readonly total?: IndicatorId;
}

export interface Indicator {
  readonly id: IndicatorId;
  readonly name: Text;
  /** A few words for tabs, axes and menus. */
  readonly short: Text;
  readonly definition: Text;
  readonly theme: Theme;
  readonly expected: Expected;
  readonly unit: Unit;
  /** `none`: neither more nor less is better, e.g. website counts; ranks then count from the largest. */
  readonly better: 'higher' | 'lower' | 'none';
  /** What the publisher gives: figures, places only (“first 10 of 31”), or classes only. */
  readonly publishes: 'values' | 'ranks' | 'bands';
  /** Counts and amounts that don't overlap, so that the regions' figures add up; absent: rates, scores, means, levels. */
  readonly additive?: boolean;
  /** Decimals shown; absent: as printed. */
  readonly decimals?: number;
  /** Edges of the colour classes, lowest first, in the published unit; n + 1 of them for n classes. Absent: quantiles over all periods. */
  readonly classes?: readonly number[];
  /** Plausible published values, in the published unit; outside them is an issue. */
  readonly limits?: { readonly min?: number; readonly max?: number };
  readonly bands?: readonly Band[];
  readonly series?: readonly Series[];
  readonly parts?: Parts;
  readonly methodBreaks?: readonly MethodBreak[];
  readonly notes?: readonly Text[];
}

/** All figures of one indicator in one edition. */
export interface IndicatorTable {
  readonly indicator: Indicator;
  /** Folder of the dataset below `data/`: “un-egov-survey/2024”. */
  readonly dataset: string;
  /** The published file, below `data/`. */
  readonly file: string;
  readonly observations: readonly Observation[];
}
