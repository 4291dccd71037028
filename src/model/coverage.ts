import type { RegionId } from './region.ts';
import type { Text } from './text.ts';

export interface Network {
  readonly id: string;
  readonly name: Text;
}

/** By when a unit was published as connected to a national network; not the day it was switched on. */
export interface Connection {
  readonly networkId: string;
  readonly regionId: RegionId;
  /** ISO date as precise as published; null: the source does not say. */
  readonly connectedBy: string | null;
  readonly sourceId: string;
  readonly note?: string;
}

/** One publication of how many departments and regions a network had reached. */
export interface Announcement {
  readonly networkId: string;
  readonly date: string;
  readonly departments: number | null;
  readonly provinces: number | null;
  readonly corps: boolean;
  readonly sourceId: string;
  readonly note?: string;
}
