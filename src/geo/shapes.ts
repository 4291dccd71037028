/** A place in the drawing, in its units: half a CSS pixel each when the map is shown 960 px wide. */
export type Place = readonly [x: number, y: number];

/** What an arrow key reaches from a region; null where nothing lies that way. */
export interface Neighbours {
  readonly up: string | null;
  readonly right: string | null;
  readonly down: string | null;
  readonly left: string | null;
}

/** By region id. */
export type NeighbourTable = Readonly<Record<string, Neighbours>>;

export interface ProvinceShape {
  readonly id: string;
  /** SVG path data of all its land and islands. */
  readonly d: string;
  /** Middle of its label; null when a chip stands for it. */
  readonly label: Place | null;
  /** How wide a label may be there before it spills over the border. */
  readonly room: number;
}

/** A chip's place: the middle of its right edge (of its left edge when it stands on the left), and its leader line. */
export interface ChipPlace {
  readonly at: Place;
  readonly leader: string;
}

/** A labelled box beside the map, for a region too small to be hit, or without a polygon. */
export interface Chip {
  readonly id: string;
  readonly side: 'left' | 'right';
  /** Where the leader line ends on the map. */
  readonly spot: Place;
  readonly wide: ChipPlace;
  /** For a map narrower than 600 CSS pixels, where a chip is a square with one character. */
  readonly narrow: ChipPlace;
}

export interface InsetShapes {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly land: readonly { readonly id: string; readonly d: string }[];
  readonly coast: string;
  readonly dashes: string;
  /** Each islet is a small dot. */
  readonly islets: string;
  readonly labels: readonly { readonly text: string; readonly at: Place; readonly anchor: 'start' | 'middle' | 'end' }[];
}

/** The whole map, projected and laid out, as plain data: the browser needs no projection. */
export interface ProvinceShapes {
  readonly width: number;
  readonly height: number;
  readonly provinces: readonly ProvinceShape[];
  readonly chips: readonly Chip[];
  readonly coast: string;
  readonly dashes: string;
  readonly islets: string;
  readonly inset: InsetShapes;
  readonly neighbours: NeighbourTable;
}

export interface Tile {
  readonly id: string;
  readonly column: number;
  readonly row: number;
}

export interface TileGrid {
  readonly columns: number;
  readonly rows: number;
  readonly tiles: readonly Tile[];
  readonly neighbours: NeighbourTable;
}
