import type { Theme } from '../model/indicator.ts';
import type { Confidence } from '../model/observation.ts';
import type { RegionId } from '../model/region.ts';
import type { Tile } from '../geo/shapes.ts';
import type { ClaimView, NamedLink } from './claimView.ts';
import type { FigureLine } from './figureLines.ts';
import type { PlainTrendView } from './plainTrendView.ts';
import type { RegionAbsence, RegionClass, RegionPlace } from './region/regionLists.ts';
import type { RegionRow } from './region/regionRow.ts';
import type { SheetsView } from './region/sheetsView.ts';
import type { Takeaway } from './sentences/takeaway.ts';
import type { WorldView } from './worldView.ts';

/** Where the region lies among all: the tile grid, one tile its own. */
export interface RegionLocator {
  readonly columns: number;
  readonly rows: number;
  readonly tiles: readonly (Tile & { readonly abbr: string; readonly name: string; readonly href: string; readonly isOwn: boolean })[];
  /** The sentence that the picture says. */
  readonly label: string;
}

/** A row of the table with its links and the numbers of its sources. */
export type LinkedRow = RegionRow & { readonly href: string; readonly rankingHref: string; readonly sources: readonly number[] };

export interface ThemeRows {
  readonly theme: Theme;
  readonly name: string;
  readonly rows: readonly LinkedRow[];
}

/** One indicator in time: the region's line, and the median of all whom it covers. */
export interface RegionTrend {
  readonly id: string;
  readonly name: string;
  readonly href: string;
  readonly unit: string;
  /** “互联网普及率：60.4%到74.0%” */
  readonly title: string;
  readonly note: string;
  readonly own: PlainTrendView;
  readonly ownName: string;
  readonly median: PlainTrendView | null;
  readonly medianText: string;
  readonly first: { readonly text: string; readonly when: string };
  readonly last: { readonly text: string; readonly when: string };
  readonly years: readonly { readonly x: number; readonly text: string }[];
  readonly grid: readonly { readonly y: number; readonly text: string }[];
  readonly sources: readonly number[];
}

export interface GroupBar {
  readonly id: RegionId;
  readonly name: string;
  readonly href: string;
  readonly rank: string;
  readonly text: string;
  /** 0 … 1 of the longest; null: absent, told in `text`. */
  readonly width: number | null;
  readonly isOwn: boolean;
  readonly isHollow: boolean;
}

/** Its own group in the first indicator of the headline. */
export interface RegionGroupFigure {
  readonly heading: string;
  readonly title: string;
  readonly bars: readonly GroupBar[];
  readonly sources: readonly number[];
  readonly href: string;
  readonly limits: readonly string[];
}

export interface RegionNetwork {
  readonly id: string;
  readonly name: string;
  /** “2019年5月31日”, “未说明” */
  readonly when: string;
  readonly isKnown: boolean;
  readonly note: string;
  readonly sources: readonly number[];
}

/** All titles of one publisher that this page draws on. */
export interface RegionSource {
  readonly number: number;
  readonly publisher: string;
  readonly titles: readonly { readonly text: string; readonly url: string | null; readonly published: string; /** Who handed it on; empty: read at the publisher's. */ readonly via: string }[];
  readonly confidence: Confidence | '';
  /** “A/B” */
  readonly grades: string;
}

export interface LocalRecord extends NamedLink {
  readonly lines: readonly FigureLine[];
  readonly sources: readonly number[];
}

/** What only the page of the whole country shows. */
export interface NationPart {
  /** The UN survey: place of n, path, strip. */
  readonly world: { readonly view: WorldView; readonly source: string; readonly href: string; readonly sources: readonly number[] };
  /** Its components in the same edition. */
  readonly components: readonly { readonly id: string; readonly name: string; readonly href: string; readonly text: string; readonly place: string; readonly sources: readonly number[] }[];
  /** The latest figure of every national indicator. */
  readonly themes: readonly { readonly theme: Theme; readonly name: string; readonly figures: readonly (NamedLink & { readonly value: string; readonly when: string; readonly status: string; readonly sources: readonly number[] })[] }[];
  readonly groups: readonly RegionGroupLinks[];
}

export interface RegionGroupLinks {
  readonly id: string;
  readonly name: string;
  readonly count: string;
  readonly regions: readonly (NamedLink & { readonly abbr: string; readonly fullName: string; readonly note: string })[];
}

/** A region's page. */
export interface RegionPageView {
  readonly id: RegionId;
  readonly title: string;
  /** The short name: 广东. */
  readonly short: string;
  /** In the other language. */
  readonly otherName: string;
  /** “代码440000 · 简称粤” */
  readonly codeLine: string;
  /** “东部10个省份之一” */
  readonly groupLine: string;
  readonly description: string;
  readonly headline: Takeaway;
  /** What stands below the name: the headline, or what the page of the country holds, whose figure says the headline. */
  readonly lead: string;
  readonly locator: RegionLocator;
  /** Every indicator of which most regions have a figure, in the order of the themes. */
  readonly rows: readonly LinkedRow[];
  readonly themes: readonly ThemeRows[];
  /** Rows in which this region has a figure or a place; the rest is absent. */
  readonly filled: readonly LinkedRow[];
  readonly rowNotes: readonly string[];
  readonly tableTitle: string;
  readonly trends: readonly RegionTrend[];
  readonly group: RegionGroupFigure | null;
  readonly networks: readonly RegionNetwork[];
  readonly networksNote: string;
  readonly classes: readonly (RegionClass & { readonly href: string; readonly sources: readonly number[] })[];
  readonly places: readonly (RegionPlace & { readonly href: string; readonly sources: readonly number[] })[];
  /** That other lists name only the first and not this region; empty when there are none. */
  readonly offLists: string;
  readonly records: readonly LocalRecord[];
  readonly absent: readonly RegionAbsence[];
  readonly systems: readonly (NamedLink & { readonly kind: string; readonly description: string })[];
  readonly claims: readonly (NamedLink & Pick<ClaimView, 'value' | 'who' | 'verdict'>)[];
  readonly neighbours: readonly NamedLink[];
  readonly neighboursNote: string;
  readonly groupMembers: readonly NamedLink[];
  readonly groupName: string;
  readonly sources: readonly RegionSource[];
  /** ISO date on which the newest of its tables was read. */
  readonly retrieved: string;
  readonly compareHref: string;
  readonly nation: NationPart | null;
  /** What is printed of it: two sheets. */
  readonly sheets: SheetsView;
}
