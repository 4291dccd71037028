import type { Absence } from '../model/observation.ts';

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
  /** Computed by us from published figures. */
  readonly derived: boolean;
  /** Name, value, unit, rank of n, period. */
  readonly spoken: string;
  /** Where the region leads when nobody listens to the choice, and without a script. */
  readonly href?: string;
}

export interface MapLegendView {
  /** classCount + 1 of them, lowest first, without the unit. */
  readonly edges: readonly string[];
  /** Regions in each class. */
  readonly counts: readonly number[];
  /** Named classes of a publisher; they take the place of the edges. */
  readonly bandNames?: readonly string[];
  /** Only the kinds that are present. */
  readonly absences: readonly { readonly kind: Absence; readonly label: string; readonly regions: string }[];
  readonly unitText: string;
}

export interface MapView {
  /** By region id. A province without an entry is drawn as plain land and can't be chosen. */
  readonly regions: Readonly<Record<string, MapRegionView>>;
  readonly selected: string | null;
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
