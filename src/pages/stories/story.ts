import { unitName } from '../../i18n/format.ts';
import type { Claim } from '../../model/claim.ts';
import type { IndicatorId, IndicatorTable } from '../../model/indicator.ts';
import type { Measured, Period } from '../../model/observation.ts';
import type { CoverageView } from '../../view/coverageView.ts';
import { evenYears, seriesPlot, timeDomain } from '../../view/homeView.ts';
import type { PlainTrendView } from '../../view/plainTrendView.ts';
import { statusMarks } from '../../view/statusMarks.ts';
import type { TableView } from '../../view/tableView.ts';
import type { TrendMark } from '../../view/trendView.ts';
import type { Working } from '../../view/workings.ts';
import type { RivalsView } from '../rivals.ts';
import type { Link, Teller } from './teller.ts';

/** Quantities of one unit, one below the other from zero on: published, worked out, or only quoted. */
export interface ComparedRow {
  readonly key: string;
  readonly name: string;
  readonly when: string;
  readonly text: string;
  /** Of the largest. */
  readonly share: number;
  /** A claim is a hollow mark at the end of a thin line: no bar, since it measures nothing. */
  readonly mark: 'measured' | 'derived' | 'claim';
  /** A bar of a lower bound does not close. */
  readonly isOpen: boolean;
}

export type StoryPicture =
  | {
      readonly kind: 'trend';
      readonly view: PlainTrendView;
      /** Whose figures are drawn, and of when: what else draws them starts from the table. */
      readonly drawn: { readonly indicator: IndicatorId; readonly series: string; readonly periods: readonly Period[] };
      readonly name: string;
      readonly unit: string;
      readonly tone: string;
      readonly years: readonly { readonly x: number; readonly text: string }[];
      readonly marks: readonly TrendMark[];
      readonly breakWord: string;
      readonly gapWord: string;
      /** Where Enter leads, and how the cursor is moved. */
      readonly href: string;
      readonly help: string;
    }
  | { readonly kind: 'compared'; readonly rows: readonly ComparedRow[]; readonly marks: readonly { readonly mark: ComparedRow['mark']; readonly label: string }[] }
  | { readonly kind: 'networks'; readonly view: CoverageView }
  | { readonly kind: 'waffles'; readonly rows: readonly { readonly key: string; readonly name: string; readonly when: string; readonly n: number; readonly text: string }[] }
  | { readonly kind: 'rivals'; readonly rows: RivalsView['rows'] }
  | { readonly kind: 'verdicts'; readonly rows: readonly { readonly key: string; readonly said: string; readonly value: string; readonly group: string; readonly verdict: string; readonly href: string }[] };

/** One sentence, one figure, its source, and what to mind. */
export interface StoryStep {
  readonly id: string;
  readonly name: string;
  readonly sentence: string;
  /** The same in a few words, for a wall; absent where its picture is none for a wall. */
  readonly brief?: string;
  readonly picture: StoryPicture;
  readonly caveats: readonly string[];
  readonly workings: readonly Working[];
  readonly table: TableView;
  readonly source: string;
  readonly links: readonly Link[];
}

/** A finding that the figures support, told in a few steps. */
export interface Story {
  /** Its address: story/<id>.html. */
  readonly id: string;
  readonly title: (tell: Teller) => string;
  /** The finding in one sentence with its numbers. */
  readonly lead: (tell: Teller) => string;
  readonly steps: (tell: Teller) => readonly StoryStep[];
}

/** One series over time. */
export function trend({ page }: Teller, table: IndicatorTable, figures: readonly Measured[], given: { readonly tone: string; readonly breakWord?: string; readonly gapWord?: string }): StoryPicture {
  const { indicator } = table;
  const domain = timeDomain(figures);
  return {
    kind: 'trend',
    view: seriesPlot(table, figures, domain, page.say),
    drawn: { indicator: indicator.id, series: figures[0]?.seriesId ?? '', periods: figures.map(({ period }) => period) },
    name: indicator.short[page.lang],
    unit: unitName(indicator, page.lang),
    years: evenYears(domain),
    marks: statusMarks(figures, page.say),
    breakWord: '',
    gapWord: '',
    href: page.href(`indicator/${indicator.id}.html`),
    help: page.words.plots.helpOne,
    ...given,
  };
}

/** What a claim and a figure are drawn as, side by side. */
export function compared(tell: Teller, rows: readonly (Omit<ComparedRow, 'share'> & { readonly x: number })[]): StoryPicture {
  const largest = Math.max(...rows.map(({ x }) => x));
  const { words } = tell.page.say;
  const label = { measured: words.status.measured, derived: words.status.derived, claim: words.claimMark };
  const present = (['measured', 'derived', 'claim'] as const).filter((mark) => rows.some((row) => row.mark === mark));
  // Published figures alone need no legend.
  const marks = present.some((mark) => mark !== 'measured') ? present.map((mark) => ({ mark, label: label[mark] })) : [];
  return { kind: 'compared', rows: rows.map(({ x, ...row }) => ({ ...row, share: x / largest })), marks };
}

export const verdictRows = (tell: Teller, claims: readonly Claim[], groupOf: (claim: Claim) => string): StoryPicture => ({
  kind: 'verdicts',
  rows: claims.map((claim) => ({
    key: claim.id,
    said: claim.label[tell.page.lang],
    value: tell.said(claim),
    group: groupOf(claim),
    verdict: tell.page.words.verdict[claim.verdict],
    href: tell.claimLink(claim.id).href,
  })),
});
