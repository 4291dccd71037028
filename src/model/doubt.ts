import type { IndicatorId } from './indicator.ts';
import type { Measured, Period } from './observation.ts';
import type { RegionId } from './region.ts';
import type { Text } from './text.ts';

/** What each kind of doubt tells besides its cell. Numbers are as printed, in the published unit. */
export interface Doubts {
  /** A figure, or a whole period, that is a power of ten away from its neighbours. */
  readonly unitSlip: { readonly value: string; readonly before: string; readonly when: Period; readonly power: number; /** How many of the period slipped alike; the cell is the first of them. */ readonly regions: number };
  /** Two regions' figures stand in each other's place. */
  readonly swappedRows: { readonly other: RegionId; readonly when: Period };
  /** A period holds the figures of another. */
  readonly copiedPeriod: { readonly other: Period; readonly same: number; readonly of: number };
  /** A share of more than a hundred, or of less than nothing. */
  readonly overWhole: { readonly value: string };
  /** Series that are parts of a whole, or regions of a nation, that come to something else. */
  readonly partsDontAddUp: { readonly sum: string; readonly whole: string };
  /** A change unlike any other in the table. */
  readonly impossibleJump: { readonly value: string; readonly before: string; readonly when: Period; readonly usual: string };
  /** A figure far from all others of its period. */
  readonly standsApart: { readonly value: string; readonly nearest: string; readonly times: number };
  /** A published place that the figures contradict. */
  readonly rankContradicts: { readonly rank: number; readonly computed: number };
  /** A figure of the other sign than all its neighbours. */
  readonly signSlip: { readonly value: string };
  /** A later day than that on which the table was read. */
  readonly notYet: { readonly retrieved: string };
}
export type DoubtKind = keyof Doubts;

export interface Cell {
  readonly series: string;
  readonly region: RegionId;
  readonly period: Period;
}

/** What may be wrong with published figures though each can be read: it takes a correction, or a reason that is published. */
export type DoubtOf<Kind extends DoubtKind> = { [One in Kind]: { readonly kind: One; readonly indicator: IndicatorId; readonly cell: Cell; readonly args: Doubts[One] } }[Kind];
export type Doubt = DoubtOf<DoubtKind>;

export const DOUBT_KINDS = ['unitSlip', 'swappedRows', 'copiedPeriod', 'overWhole', 'partsDontAddUp', 'impossibleJump', 'standsApart', 'rankContradicts', 'signSlip', 'notYet'] as const;

export const cellOf = ({ seriesId, regionId, period }: Pick<Measured, 'seriesId' | 'regionId' | 'period'>): Cell => ({ series: seriesId, region: regionId, period });
export const cellText = ({ series, region, period }: Cell): string => [series, region, period].join(' ');

/** Why a figure that the checks doubt stands as it is. */
export interface Explained {
  readonly indicator: IndicatorId;
  readonly kind: DoubtKind;
  readonly cell: Cell;
  readonly reason: Text;
}
