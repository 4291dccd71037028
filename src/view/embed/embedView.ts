import type { EmbedKind } from '../../embed/embedName.ts';
import type { Absence } from '../../model/observation.ts';
import type { TableView } from '../tableView.ts';

/** One region of one period, in finished texts: the tuple travels in pages, so it has no names. */
export type EmbedRow = readonly [id: string, place: string, value: string, tone: string, bar: number, said: string];

/** All that changes with the period: worded at build, the script only chooses. */
export interface EmbedFrame {
  readonly period: string;
  /** “2016年” */
  readonly when: string;
  /** “互联网普及率 · 2016年 · %” */
  readonly heading: string;
  readonly coverage: string;
  readonly takeaway: string;
  /** What limits it. */
  readonly limits: readonly string[];
  /** In the order in which they are told; those without a figure last. */
  readonly rows: readonly EmbedRow[];
  readonly source: string;
  /** Classes of this period, lowest first, where another period has others. */
  readonly classes?: readonly (readonly [tone: string, name: string])[];
}

export interface EmbedLegend {
  /** Class names of the ramp, lowest first. */
  readonly tones: readonly string[];
  /** One more than the tones; or their names. */
  readonly edges: readonly string[];
  readonly names: readonly string[];
  readonly absences: readonly { readonly kind: Absence; readonly label: string }[];
  readonly marks: readonly { readonly mark: string; readonly label: string }[];
}

/** What every page for an article says, whatever it draws. */
export interface EmbedShell {
  readonly name: string;
  readonly kind: EmbedKind;
  /** The indicator's name: the picture's. */
  readonly title: string;
  readonly heading: string;
  readonly coverage: string;
  readonly takeaway: string;
  readonly limits: readonly string[];
  readonly source: string;
  /** “最新：2024年” and the day it was read. */
  readonly date: string;
  /** Under what terms, where the publisher gives any. */
  readonly licence: string;
  /** The page of the whole figure, as a route in Chinese. */
  readonly page: string;
  /** The whole figure, from this page. */
  readonly href: string;
  readonly table: TableView | null;
  /** A row of it can't be handed on as a file; the page says no more than the whole page does. */
  readonly isKept: boolean;
}
