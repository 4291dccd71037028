import type { Absence } from '../model/observation.ts';
import type { Lang } from '../model/text.ts';
import type { MarkView } from '../view/mapView.ts';
import type { TrendMark, TrendView } from '../view/trendView.ts';
import type { WorldStripView } from '../view/worldView.ts';

export interface CardTile {
  readonly id: string;
  readonly column: number;
  readonly row: number;
  readonly text: string;
  /** A role of the tokens, “seq-3”; a kind of absence; or none: bare ground. */
  readonly fill: { readonly role: string } | { readonly absence: Absence } | null;
  readonly mark: string;
  readonly isDoubtful: boolean;
  /** What the sentence is about: a frame in the one red of the sheet. */
  readonly isChosen: boolean;
}

/** One line of a list: bars from zero, or words alone. */
export interface CardRow {
  readonly key: string;
  /** Place or group; empty: none. */
  readonly place: string;
  readonly name: string;
  readonly text: string;
  /** Both ends as parts of the width; null: no bar. */
  readonly bar: { readonly from: number; readonly to: number; readonly role: string; readonly isHollow: boolean; readonly isOpen: boolean; /** Quoted: a hollow mark at the end of a thin line. */ readonly isClaim: boolean } | null;
  /** Rows were left out above it. */
  readonly isAfterGap: boolean;
}

export type CardPicture =
  | {
      readonly kind: 'tiles';
      readonly columns: number;
      readonly rows: number;
      readonly tiles: readonly CardTile[];
      /** Colour classes, lowest first; named ones have no edges. */
      readonly classes: readonly { readonly role: string; readonly count: string; readonly name: string }[];
      readonly edges: readonly string[];
      readonly absences: readonly { readonly kind: Absence; readonly label: string }[];
      readonly marks: readonly MarkView[];
    }
  | { readonly kind: 'rows'; readonly rows: readonly CardRow[]; readonly zero: number; readonly marks: readonly MarkView[] }
  | { readonly kind: 'trend'; readonly trends: readonly { readonly name: string; readonly role: string; readonly view: TrendView; readonly marks: readonly TrendMark[] }[] }
  | { readonly kind: 'figures'; readonly figures: readonly { readonly key: string; readonly value: string; readonly name: string; readonly when: string }[] }
  | { readonly kind: 'number'; readonly value: string; readonly unit: string; readonly when: string; /** An exact share, 0 … 100, to be drawn as squares. */ readonly percent: number | null }
  | { readonly kind: 'strip'; readonly strip: WorldStripView }
  | { readonly kind: 'networks'; readonly networks: readonly { readonly id: string; readonly name: string; readonly tiles: readonly ('first' | 'later' | 'unsaid')[]; readonly text: string }[]; readonly legend: readonly { readonly kind: 'first' | 'later' | 'unsaid'; readonly label: string }[] }
  | { readonly kind: 'groups'; readonly groups: readonly { readonly name: string; readonly count: string; readonly regions: string }[] }
  | { readonly kind: 'none' };

/** What stands on one social card, in finished texts. */
export interface CardView {
  readonly lang: Lang;
  /** A name set large above the sentence: a region, a story; empty: the sentence is the headline. */
  readonly title: string;
  readonly headline: string;
  /** “互联网普及率 · 2016年 · %” */
  readonly heading: string;
  /** “31个省份都有数据” */
  readonly coverage: string;
  readonly source: string;
  /** Reading date, release, address. */
  readonly origin: string;
  readonly site: string;
  readonly siteOther: string;
  readonly picture: CardPicture;
}

