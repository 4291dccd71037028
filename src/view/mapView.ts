import type { Absence } from '../model/observation.ts';

/** As many classes as the ramp of a sequence has colours. */
export const MOST_CLASSES = 5;

/** One stop of the map: everything that it shows and says, formatted and in the reader's language. */
export interface MapRegionView {
  readonly id: string;
  readonly name: string;
  /** 粤, or GD: for tiles, and where the name would spill over the region. */
  readonly abbr: string;
  /** With its unit, or the words for why there is none. */
  readonly valueText: string;
  /** Compact, for tiles and chips. */
  readonly shortText: string;
  /** “第3位，共31” / “3rd of 31”; empty when the region has no rank. */
  readonly rankText: string;
  /** 0 … classCount − 1, lowest first; null when the figure is absent. */
  readonly classIndex: number | null;
  readonly absence: Absence | null;
  /** Printed values contradict each other: a dashed outline and ？. */
  readonly doubtful: boolean;
  /** Signs of its status behind a name or a figure: ■ derived, ◐ provisional, ？ doubtful; empty for a figure as printed. */
  readonly mark: string;
  /** “▲升” beside the name of a tile, where the figure is a change. */
  readonly direction?: string;
  /** The figure in a tile, where it isn't `shortText`: a change with its sign. */
  readonly tileText?: string;
  /** Status in words, rank of n, period: what is read out beside name and value. */
  readonly asideText: string;
  /** Name, value and what stands beside them: the very words of the readout. */
  readonly spoken: string;
  /** Where the region leads when nobody listens to the choice, and without a script. */
  readonly href?: string;
}

/** A sign and what it means. */
export interface MarkView {
  readonly mark: string;
  readonly label: string;
}

/** Regions without a figure, by kind and reason. */
export interface AbsenceView {
  readonly kind: Absence;
  readonly label: string;
  readonly regions: string;
}

export interface MapLegendView {
  /** classCount + 1 of them, lowest first, without the unit. */
  readonly edges: readonly string[];
  /** Regions in each class. */
  readonly counts: readonly number[];
  /** Two periods on one scale: the counts of the earlier one, and what each is called. */
  readonly earlier?: { readonly counts: readonly number[]; readonly name: string; readonly ownName: string };
  /** Named classes of a publisher; they take the place of the edges. */
  readonly bandNames?: readonly string[];
  /** Only the kinds that are present. */
  readonly absences: readonly AbsenceView[];
  /** Only the signs that are present. */
  readonly marks: readonly MarkView[];
  readonly unitText: string;
  /** How the classes were made, and how many there are; empty when nothing has a class. */
  readonly method: string;
}

export interface MapView {
  /** By region id. A province without an entry is drawn as plain land and can't be chosen. */
  readonly regions: Readonly<Record<string, MapRegionView>>;
  readonly selected: string | null;
  /** “2016年”: its name beside another map. */
  readonly when: string;
  readonly classCount: number;
  /** `diverging`: seven classes about zero; otherwise one to five classes of more. */
  readonly ramp?: 'sequence' | 'diverging';
  readonly legend: MapLegendView;
  readonly labels: {
    /** Accessible name of the map. */
    readonly map: string;
    /** How to move about with the keyboard. */
    readonly help: string;
    /** 示意图, printed until there is an approval number. */
    readonly schematic: string;
    /** 南海诸岛 */
    readonly inset: string;
    /** Names of the island groups in the inset by their Chinese names; absent: the Chinese names. */
    readonly isles?: Readonly<Record<string, string>>;
    /** The map approval number, 审图号, once there is one for this map. */
    readonly approval?: string;
  };
}
