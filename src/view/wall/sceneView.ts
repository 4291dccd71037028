import type { Absence } from '../../model/observation.ts';
import type { SceneKind } from '../../model/playlist.ts';
import type { ConnectionKind } from '../coverageView.ts';
import type { TrendView } from '../trendView.ts';

/** One or two numbers of a scene, seen before anything else. */
export interface KeyFigure {
  /** “13,946”: with its qualifier when it has one (“>2,700”). */
  readonly value: string;
  /** “个”, “亿元”; “%” stands in `value`. */
  readonly unit: string;
  /** What it is, and when: “政府网站 · 2022年12月”. */
  readonly label: string;
  /** Which colour tells it: a series' token number 1 … 4, or none. */
  readonly tone: number | null;
}

/** One step of a scene: what is said while one picture stands. A scene that walks through periods has one a period. */
export interface Beat {
  /** “2019年12月”; empty where the scene has no time of its own. */
  readonly when: string;
  /** What it is about, in a few words each: indicator, unit, coverage. The period is not repeated here. */
  readonly topline: readonly string[];
  /** The one sentence, short enough for the wall (≤ 30 Han characters or 80 letters), without a full stop. True at `when`, which it does not repeat. */
  readonly headline: string;
  /** At most two; each number once on the wall. */
  readonly keys: readonly KeyFigure[];
  /** One line that goes with the numbers, dropped first when there is no room; may be empty. */
  readonly aside: string;
  /** What limits the sentence: breaks, doubt, merging by policy. Short; shown where there is room. */
  readonly limits: readonly string[];
  /** The whole takeaway with its limits: the presenter's notes, and what is read out. */
  readonly notes: string;
  /** This figure on the site, from its root, in the scene's language: “en/indicator/x.html?period=2019”. */
  readonly path: string;
}

/** What a region shows in one frame of a map. */
export interface WallRegion {
  /** 0 … classCount − 1, lowest first; null: absent. */
  readonly classIndex: number | null;
  readonly absence: Absence | null;
  readonly isDoubtful: boolean;
  /** Compact, in its label: “96.73”, “未调查”. */
  readonly shortText: string;
  /** Name, value with unit, status, rank: for touch and for screen readers. */
  readonly spoken: string;
}

export interface MapFrame {
  readonly regions: Readonly<Record<string, WallRegion>>;
  /** Regions a class. */
  readonly counts: readonly number[];
  readonly absences: readonly { readonly kind: Absence; readonly label: string }[];
  /** The regions that the sentence is about, lit and labelled first (at most 4), then the rest by how much they are worth a label. */
  readonly told: readonly string[];
  /** How many of `told` the sentence is about: 0 … 4. */
  readonly lit: number;
}

export interface MapPicture {
  readonly kind: 'map';
  readonly names: Readonly<Record<string, { readonly name: string; readonly abbr: string }>>;
  readonly unit: string;
  readonly classCount: number;
  readonly ramp: 'sequence' | 'diverging';
  /** classCount + 1 edges, or names of a publisher's classes. */
  readonly edges: readonly string[];
  readonly bandNames: readonly string[];
  /** One a beat; classes are the same in all of them. */
  readonly frames: readonly MapFrame[];
  readonly labels: { readonly map: string; readonly schematic: string; readonly inset: string; readonly legend: string };
}

export interface RankingRow {
  readonly id: string;
  readonly name: string;
  /** “1”, “3”: the rank that the source or the rule gives, ties sharing one. */
  readonly place: string;
  readonly text: string;
  /** Ends of the bar, 0 … 1 on one scale for all frames; null: the figure is no length. */
  readonly from: number | null;
  readonly to: number | null;
  readonly classIndex: number | null;
  readonly isDoubtful: boolean;
  readonly bound: 'lower' | 'upper' | null;
  /** Against the frame before: places up (positive) or down; null: not comparable, or the first frame. */
  readonly moved: number | null;
  /** “升3位”; empty when it can't be said. */
  readonly movedText: string;
  readonly spoken: string;
}

export interface RankingPicture {
  readonly kind: 'ranking';
  readonly unit: string;
  readonly classCount: number;
  /** One a beat: all that are ranked in their order. */
  readonly frames: readonly {
    readonly rows: readonly RankingRow[];
    /** Not ranked, with the reason: “兵团 未收录”. */
    readonly unranked: readonly { readonly id: string; readonly name: string; readonly text: string; readonly absence: Absence | null }[];
  }[];
  /** “前10名，共31” for a list that is cut, by how many are shown. */
  readonly cut: { readonly before: string; readonly after: string };
  readonly label: string;
}

export interface TrendBlock {
  readonly id: string;
  readonly name: string;
  /** Its colour: series-1 …; more lines of one block go on from there. */
  readonly tone: number;
  readonly unit: string;
  /** Its stops have no rows: nobody points at a wall. */
  readonly view: TrendView;
  /** “2015—2019未收录”, “问法有变”: words beside a bridge and a break. */
  readonly breakWord: string;
}

export interface TrendPicture {
  readonly kind: 'trend';
  readonly blocks: readonly TrendBlock[];
  /** What each shape means where a figure is not simply measured. */
  readonly marks: readonly { readonly mark: string; readonly label: string }[];
}

export interface CoveragePicture {
  readonly kind: 'coverage';
  readonly networks: readonly {
    readonly id: string;
    readonly name: string;
    readonly when: string;
    readonly groups: readonly { readonly name: string; readonly tiles: readonly { readonly id: string; readonly abbr: string; readonly kind: ConnectionKind; readonly spoken: string }[] }[];
    /** “71个部门”; a network without a count says so in words. */
    readonly departments: string;
    readonly regions: string;
  }[];
  readonly legend: readonly { readonly kind: ConnectionKind; readonly label: string }[];
}

export interface RegionPicture {
  readonly kind: 'region';
  readonly region: string;
  readonly name: string;
  /** The sentence without the name, where the name stands above it. */
  readonly said: string;
  readonly rows: readonly {
    readonly id: string;
    readonly name: string;
    readonly when: string;
    /** With its unit, or the words for why there is none. */
    readonly value: string;
    /** “第3位，共31”; empty when it has none, and where no places are told. */
    readonly rank: string;
    /** All regions' values 0 … 1 on one line; own: this one's, null when absent. */
    readonly others: readonly number[];
    readonly own: number | null;
    readonly spoken: string;
  }[];
}

/** Quantities of one unit from zero on. */
export interface ComparedPicture {
  readonly kind: 'compared';
  readonly unit: string;
  readonly rows: readonly {
    readonly id: string;
    readonly name: string;
    readonly when: string;
    readonly text: string;
    /** Of the largest, 0 … 1. */
    readonly share: number;
    /** A claim is a hollow mark at the end of a thin line: it measures nothing. */
    readonly mark: 'measured' | 'derived' | 'claim';
    /** A bar of a lower bound does not close. */
    readonly isOpen: boolean;
  }[];
  readonly marks: readonly { readonly mark: string; readonly label: string }[];
}

export interface ClaimPicture {
  readonly kind: 'claim';
  /** “超过2,700亿元”: as said. */
  readonly said: string;
  readonly of: string;
  /** Who, where, when: never without all three that are known. */
  readonly who: string;
  readonly verdict: string;
  /** Why, in a line. */
  readonly why: string;
  /** The claim and the measured figures of the same time, or of the nearest, each with its own; null where nothing is counted in its unit. */
  readonly beside: ComparedPicture | null;
}

export interface SystemsPicture {
  readonly kind: 'systems';
  readonly from: number;
  readonly to: number;
  /** In the order of their beginning. */
  readonly items: readonly { readonly id: string; readonly name: string; readonly year: number; readonly lane: number; readonly isForum: boolean; readonly spoken: string }[];
  readonly lanes: readonly string[];
  /** Marked across all lanes: the forums; x in years, with the part of the year. */
  readonly moments: readonly { readonly id: string; readonly name: string; readonly x: number }[];
  /** How many have no year that was found, in words; empty when none. */
  readonly undated: string;
}

export interface WorldPicture {
  readonly kind: 'world';
  /** Editions of one method after another; a break stands between. */
  readonly editions: readonly { readonly when: string; readonly x: number; readonly place: number; readonly placeText: string; readonly text: string; readonly isBreakBefore: boolean }[];
  /** How many countries each place is among: the lowest place of the plot. */
  readonly n: number;
  readonly nText: string;
  /** Places on the axis: 1, 50, 100 … */
  readonly ticks: readonly { readonly place: number; readonly text: string }[];
  /** All countries of the last edition on a line, 0 … 1 of the index. */
  readonly strip: readonly number[];
  readonly own: number;
  readonly ownText: string;
  readonly stripName: string;
}

export type ScenePicture = MapPicture | RankingPicture | TrendPicture | CoveragePicture | RegionPicture | ComparedPicture | ClaimPicture | SystemsPicture | WorldPicture;

/** A scene, finished in one language: everything that a wall shows and says of it. */
export interface SceneView {
  readonly id: string;
  readonly kind: SceneKind;
  /** How long it stands, all its beats together. */
  readonly seconds: number;
  /** In lists of scenes. */
  readonly name: string;
  readonly beats: readonly Beat[];
  /** One for the whole scene, or one a beat (a story's steps). */
  readonly pictures: readonly ScenePicture[];
  /** “来源：…”: at most two publishers by name. */
  readonly source: string;
  /** The same with one by name, where two would take a third line. */
  readonly sourceShort: string;
  /** “2026-11-22读取”. */
  readonly retrieved: string;
  /** ISO date from which a newer edition is overdue, and when it was expected, as precisely as can be: “2025年8月”; null: none can be. */
  readonly due: { readonly date: string; readonly text: string } | null;
}

export interface PlaylistView {
  readonly id: string;
  readonly name: string;
  readonly scenes: readonly SceneView[];
}
