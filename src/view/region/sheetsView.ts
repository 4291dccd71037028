import type { CodePath } from '../../charts/codePath.ts';
import type { regionsZh } from '../../i18n/regions.zh.ts';
import type { Say } from '../../i18n/say.ts';
import type { RegionLocator, RegionPageView, RegionSource, RegionTrend } from '../regionView.ts';
import { nationSheets, type NationSheets } from './nationSheets.ts';
import { linesOf, PAPER } from './paper.ts';
import { regionSheets, type RegionSheets } from './regionSheets.ts';
import type { RowChange } from './rowChange.ts';
import type { SheetSources } from './sheetSources.ts';

/** The two printed sheets of a region's page. */
export interface SheetsView {
  readonly title: string;
  readonly short: string;
  readonly otherName: string;
  readonly facts: readonly string[];
  readonly takeaway: string;
  readonly limits: readonly string[];
  readonly locator: RegionLocator;
  /** “数据读取于2026年11月22日” */
  readonly date: string;
  readonly release: string;
  /** Where the live page stands and its code; null: filled in by the browser, or told as unknown. */
  readonly address: { readonly text: string; readonly code: CodePath } | null;
  readonly content: RegionSheets | NationSheets;
  readonly sources: SheetSources;
}

export interface SheetsInput {
  readonly view: Omit<RegionPageView, 'sheets'>;
  /** Every row of the table with what it moved by; of an absent figure, with the sources of all the others. */
  readonly rows: readonly { readonly id: string; readonly change: RowChange | null; readonly shortName: string; readonly sources: readonly number[] }[];
  /** Of a region with hardly a figure: what there is of the others, by theme. */
  readonly absent: readonly { readonly id: string; readonly name: string; readonly theme: string; readonly when: string; readonly sources: readonly number[] }[];
  /** The short name of an indicator, where the full one doesn't fit. */
  readonly shortNames: ReadonlyMap<string, string>;
  readonly trends: readonly RegionTrend[];
  /** With those that only the sheets draw on. */
  readonly sources: readonly RegionSource[];
  readonly date: string;
  readonly release: string;
  readonly address: SheetsView['address'];
}

type RegionWords = typeof regionsZh;

const TITLE = { name: 48, facts: 18, takeawayEm: 16, takeawayLine: 24, limitLine: 14, words: 486, map: 216, gap: 8 } as const;

/** Height of the name, the takeaway and its limits beside the map of tiles. */
export function titleHeight(takeaway: string, limits: readonly string[], facts: readonly string[]): number {
  const words = TITLE.name + linesOf(facts.join(' '), TITLE.words / 11 - facts.length) * TITLE.facts + TITLE.gap + linesOf(takeaway, TITLE.words / TITLE.takeawayEm) * TITLE.takeawayLine + (limits.length === 0 ? 0 : TITLE.gap + linesOf(limits.join(' '), TITLE.words / PAPER.noteEm) * TITLE.limitLine);
  return Math.max(words, TITLE.map);
}

/** What the two sheets of a region say: what fits, and of what does not how much that is. */
export function sheetsView(input: SheetsInput, say: Say, terms: RegionWords): SheetsView {
  const { view } = input;
  const facts = [view.otherName, view.groupLine, view.codeLine];
  const { text, limits } = view.headline;
  const title = titleHeight(text, limits, facts);
  const room = PAPER.body - title - PAPER.worldBlock - PAPER.partsBlock - 3 * PAPER.gap - PAPER.label;
  const { content, sources } = view.nation ? nationSheets(input, view.nation, room, say, terms) : regionSheets(input, title, say, terms);
  return { title: view.title, short: view.short, otherName: view.otherName, facts, takeaway: text, limits, locator: view.locator, date: input.date, release: input.release, address: input.address, content, sources };
}
