import type { RegionId } from './region.ts';

/** How a figure came to be. */
export const STATUSES = ['measured', 'provisional', 'estimated', 'forecast', 'derived'] as const;
export type Status = (typeof STATUSES)[number];

/** How a figure was printed: “超过 / over” is a lower bound, “不到 / under” an upper bound, “约 / about” approximate. */
export const PRECISIONS = ['exact', 'lowerBound', 'upperBound', 'approximate'] as const;
export type Precision = (typeof PRECISIONS)[number];

/** Why there is no figure. `notGathered`: it may well be published, we don't have it. */
export const ABSENCES = ['notPublished', 'notGathered', 'notApplicable', 'notSurveyed', 'suppressed'] as const;
export type Absence = (typeof ABSENCES)[number];

/** A: official or two independent sources; B: one secondary source; C: doubtful, never charted as fact. */
export type Confidence = 'A' | 'B' | 'C';

/** “2024”, “2018-10” or “2015-07-27”: the time a figure describes, as precise as published; sorts as text. */
export type Period = string;

interface Facts {
  readonly regionId: RegionId;
  readonly period: Period;
  /** Which publisher's or definition's line it belongs to; empty for an indicator with one series. */
  readonly seriesId: string;
  /** Key into the dataset's sources. */
  readonly sourceId: string;
  readonly confidence: Confidence;
  /** The place the publisher gave, where one was published; never computed by us. */
  readonly publishedRank?: number;
  /** Key into the indicator's bands, where the publisher gave a class. */
  readonly band?: string;
  readonly note?: string;
}

/** One figure as published. Zero is a figure; a blank is not zero, so its status says why it is absent. */
export type Observation = Facts &
  (
    | {
        /** In the base unit: 2,700亿元 is 2.7e11 (yuan). */
        readonly value: number;
        readonly status: Status;
        readonly precision: Precision;
        /** Decimals as printed, in the published unit: 10.04亿 has 2. */
        readonly printedDecimals: number;
      }
    | { readonly value: null; readonly status: Absence }
  );

/** An observation that has a figure. */
export type Measured = Extract<Observation, { value: number }>;

export const hasValue = (observation: Observation): observation is Measured => observation.value !== null;
