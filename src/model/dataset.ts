import type { IndicatorId } from './indicator.ts';
import type { Confidence } from './observation.ts';
import type { Text } from './text.ts';

/** Where a figure was published and where it was read. */
export interface Source {
  /** Unique in its dataset. */
  readonly id: string;
  readonly title: Text;
  readonly publisher: string;
  /** ISO date, as precise as known. */
  readonly published?: string;
  /** The original publication; absent where only a copy that we don't link to was read. */
  readonly url?: string;
  /** Page, table, paragraph. */
  readonly locator?: string;
  readonly confidence: Confidence;
  readonly note?: string;
}

/** ISO 8601 durations between releases that a descriptor may name. */
export const INTERVALS = ['P3M', 'P6M', 'P1Y', 'P2Y'] as const;
export type Interval = (typeof INTERVALS)[number];

/** How often a table comes out, by evidence: its own even spacing, or its publisher's words. */
export interface Updates {
  /** Null: at no fixed interval, as far as is known: one-off or irregular. */
  readonly every: Interval | null;
  /** What it rests on, or its exceptions. */
  readonly note?: Text;
}

/** A Data Package v2 as we use it. */
export interface Dataset {
  /** Folder below `data/`: “un-egov-survey/2024”. */
  readonly id: string;
  readonly title: Text;
  readonly description: Text;
  readonly edition: string;
  /** ISO date on which the figures were read. */
  readonly retrieved: string;
  readonly licence: { readonly name: string; readonly title: Text; readonly url?: string; readonly redistributable: boolean };
  readonly sources: readonly Source[];
  /** By indicator; one that is not here has no known interval. */
  readonly updates?: Readonly<Record<IndicatorId, Updates>>;
}
