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
}
