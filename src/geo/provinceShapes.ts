import { geoConicEqualArea, geoMercator, geoPath, type GeoPermissibleObjects, type GeoProjection } from 'd3-geo';
import { CORPS } from '../model/region.ts';
import { CORPS_SEAT, LABEL_ANCHORS } from './anchors.ts';
import { GridPath, type GridPoint } from './gridPath.ts';
import { neighbours } from './neighbours.ts';
import { isDash, isIslet, outerLine, provinceOutlines, type ProvinceTopology, type SeaFeatures } from './outlines.ts';
import type { Chip, InsetShapes, Place, ProvinceShape, ProvinceShapes } from './shapes.ts';

// Lengths are in units of the drawing: half a CSS pixel each when the map is 960 px wide.
const WIDTH = 1920;
const LAND = { left: 16, right: 1536, top: 36 };
const EDGE = 16;

/** Chips stand east of the land, in the order of the places they lead to; heights of their middles. */
const CHIP_ROWS: readonly { readonly id: string; readonly wideY: number; readonly narrowY: number }[] = [
  { id: '110000', wideY: 440, narrowY: 208 },
  { id: '120000', wideY: 580, narrowY: 350 },
  { id: '310000', wideY: 664, narrowY: 492 },
  { id: '810000', wideY: 746, narrowY: 634 },
  { id: '820000', wideY: 826, narrowY: 776 },
];
const CORPS_Y = 112;
const CHIP_WIDTH = 316;
const CHIP_SQUARE = 52;

/** The customary extent: Hanoi in the west, Manila in the east, the Tropic in the north, Zengmu Ansha in the south. */
const INSET_EXTENT = { west: 105.6, east: 123.2, south: 0.6, north: 23.8 };
const INSET_WIDTH = 360;

/** Where the names in the inset stand, in degrees, clear of dashes, islets and each other. */
const INSET_LABELS: Readonly<Record<string, readonly [longitude: number, latitude: number, anchor: 'start' | 'middle' | 'end']>> = {
  东沙群岛: [116.7, 19, 'middle'],
  西沙群岛: [111.2, 17.3, 'start'],
  中沙群岛: [115.2, 14, 'end'],
  黄岩岛: [115.7, 13.4, 'start'],
  南沙群岛: [114.3, 11.6, 'middle'],
  曾母暗沙: [112.3, 4.7, 'middle'],
};

/** Islands that are drawn however small: a public map of China must not lose them. */
export const PROTECTED_ISLANDS: readonly { readonly name: string; readonly id: string; readonly at: readonly [number, number] }[] = [
  { name: '钓鱼岛', id: '710000', at: [123.48, 25.74] },
  { name: '赤尾屿', id: '710000', at: [124.6, 25.95] },
  { name: '澎湖列岛', id: '710000', at: [119.58, 23.56] },
  { name: '东沙岛', id: '440000', at: [116.8, 20.7] },
  { name: '崇明岛', id: '310000', at: [121.57, 31.64] },
  { name: '舟山群岛', id: '330000', at: [122.1, 30.05] },
];

/** Square units: one pixel of a map 960 px wide. */
const SMALLEST_ISLAND = 4;

const round = ([x, y]: readonly [number, number]): Place => [Math.round(x), Math.round(y)];

const projected = (projection: GeoProjection, at: readonly [number, number]): Place => {
  const place = projection([at[0], at[1]]);
  if (!place) throw new Error(`${at.join(', ')} has no place in the projection.`);
  return round(place);
};

const dots = (places: readonly Place[]): string => places.map(([x, y]) => `M${x} ${y}h0`).join('');

/** The free stretch of land around a place: at the middle of a label, and near its top and bottom. */
function stretch(rings: readonly (readonly GridPoint[])[], [x, y]: Place): { west: number; east: number } {
  const halfHeight = 11;
  let [west, east] = [-Infinity, Infinity];
  for (const level of [y - halfHeight, y, y + halfHeight]) {
    for (const ring of rings) {
      let from = ring.at(-1);
      for (const to of ring) {
        if (from && from[1] > level !== to[1] > level) {
          const crossing = from[0] + ((level - from[1]) / (to[1] - from[1])) * (to[0] - from[0]);
          if (crossing <= x) west = Math.max(west, crossing);
          else east = Math.min(east, crossing);
        }
        from = to;
      }
    }
  }
  return { west, east };
}

/** Where land is scarce, the label moves to the middle of what there is. */
const ROOMY = 120;

function placeLabel(rings: readonly (readonly GridPoint[])[], anchor: Place): { label: Place; room: number } {
  const { west, east } = stretch(rings, anchor);
  const room = Math.floor(2 * Math.min(anchor[0] - west, east - anchor[0]));
  return room >= ROOMY ? { label: anchor, room } : { label: [Math.round((west + east) / 2), anchor[1]], room: Math.floor(east - west) };
}

function chips(spots: Readonly<Record<string, Place>>): Chip[] {
  const spotOf = (id: string): Place => {
    const spot = spots[id];
    if (!spot) throw new Error(`No place on the map for the chip of ${id}.`);
    return spot;
  };
  const right = WIDTH - EDGE;
  const eastern = CHIP_ROWS.map(({ id, wideY, narrowY }): Chip => {
    const spot = spotOf(id);
    const leader = (y: number, width: number): string => `M${spot[0]} ${spot[1]}L${right - width - 40} ${y}H${right - width + 2}`;
    return {
      id,
      side: 'right',
      spot,
      wide: { at: [right, wideY], leader: leader(wideY, CHIP_WIDTH) },
      narrow: { at: [right, narrowY], leader: leader(narrowY, CHIP_SQUARE) },
    };
  });
  const seat = spotOf(CORPS);
  const place = (x: number) => ({ at: [EDGE, CORPS_Y] as const, leader: `M${seat[0]} ${seat[1]}L${x} ${CORPS_Y}` });
  return [...eastern, { id: CORPS, side: 'left', spot: seat, wide: place(160), narrow: place(EDGE + CHIP_SQUARE / 2) }];
}

/** Projects and lays out the whole map. Runs at build; its result is plain data. */
export function provinceShapes(topology: ProvinceTopology, sea: SeaFeatures): ProvinceShapes {
  const outlines = provinceOutlines(topology);
  const coastLine = outerLine(topology);
  const dashes = sea.features.filter(isDash);
  const islets = sea.features.filter(isIslet);
  const draw = (projection: GeoProjection, object: GeoPermissibleObjects, smallest = 0, keeps?: (ring: readonly GridPoint[]) => boolean): GridPath => {
    const path = new GridPath(smallest, keeps);
    geoPath(projection, path)(object);
    return path;
  };

  // Albers for China. No resampling: the outlines are finer than their great arcs are bent.
  const albers = geoConicEqualArea().parallels([25, 47]).rotate([-105, 0]).precision(0);
  albers.fitWidth(LAND.right - LAND.left, outlines);
  const [offsetX, offsetY] = albers.translate();
  albers.translate([offsetX + LAND.left, offsetY + LAND.top]);
  const southTip = geoPath(albers).bounds(outlines)[1][1];

  const protectedPlaces = PROTECTED_ISLANDS.map((island) => projected(albers, island.at));
  const isProtected = (ring: readonly GridPoint[]): boolean =>
    ring.some(([x, y]) => protectedPlaces.some(([px, py]) => Math.hypot(x - px, y - py) < 14));

  const spots: Record<string, Place> = { [CORPS]: projected(albers, CORPS_SEAT) };
  for (const [id, at] of Object.entries(LABEL_ANCHORS)) spots[id] = projected(albers, at);
  const chipped = new Set(CHIP_ROWS.map((chip) => chip.id));

  const provinces = outlines.features.map((outline): ProvinceShape => {
    const id = String(outline.id);
    const path = draw(albers, outline, SMALLEST_ISLAND, isProtected);
    const spot = spots[id];
    return { id, d: path.toString(), ...(chipped.has(id) || !spot ? { label: null, room: 0 } : placeLabel(path.rings, spot)) };
  });

  const mercator = geoMercator().precision(0);
  const { west, east, south, north } = INSET_EXTENT;
  mercator.fitWidth(INSET_WIDTH, { type: 'MultiPoint', coordinates: [[west, south], [east, north]] });
  const insetHeight = Math.round((mercator([west, south])?.[1] ?? 0) - (mercator([west, north])?.[1] ?? 0));
  const height = Math.max(Math.ceil(southTip) + EDGE, 880 + insetHeight + EDGE);
  const inset = { x: WIDTH - EDGE - INSET_WIDTH, y: height - EDGE - insetHeight, width: INSET_WIDTH, height: insetHeight };
  const frame: [[number, number], [number, number]] = [[inset.x, inset.y], [inset.x + inset.width, inset.y + inset.height]];
  mercator
    .fitExtent(frame, { type: 'MultiPoint', coordinates: [[west, south], [east, north]] })
    .clipExtent(frame);

  const insetShapes: InsetShapes = {
    ...inset,
    land: outlines.features.flatMap((outline) => {
      const d = draw(mercator, outline, SMALLEST_ISLAND).toString();
      return d === '' ? [] : [{ id: String(outline.id), d }];
    }),
    coast: draw(mercator, coastLine, SMALLEST_ISLAND).toString(),
    dashes: draw(mercator, { type: 'FeatureCollection', features: dashes }).toString(),
    islets: dots(islets.filter((islet) => !islet.properties.main).map((islet) => projected(mercator, [islet.geometry.coordinates[0] ?? 0, islet.geometry.coordinates[1] ?? 0]))),
    labels: islets.flatMap(({ properties: { name, label } }) => {
      const place = label ? INSET_LABELS[name] : undefined;
      return place ? [{ text: name, at: projected(mercator, [place[0], place[1]]), anchor: place[2] }] : [];
    }),
  };

  // The main map shows whole dashes only; the inset shows all ten.
  const inMainMap = dashes.filter((dash) =>
    dash.geometry.coordinates.every(([longitude = 0, latitude = 0]) => {
      const [x, y] = projected(albers, [longitude, latitude]);
      return y < height - EDGE && x < inset.x - EDGE;
    }),
  );

  return {
    width: WIDTH,
    height,
    provinces,
    chips: chips(spots),
    coast: draw(albers, coastLine, SMALLEST_ISLAND, isProtected).toString(),
    dashes: draw(albers, { type: 'FeatureCollection', features: inMainMap }).toString(),
    islets: dots(islets.filter((islet) => islet.properties.main).map((islet) => projected(albers, [islet.geometry.coordinates[0] ?? 0, islet.geometry.coordinates[1] ?? 0]))),
    inset: insetShapes,
    // For the arrow keys the Corps lies where its chip stands: north of Xinjiang.
    neighbours: neighbours({ ...spots, [CORPS]: [spots['650000']?.[0] ?? 0, CORPS_Y] }),
  };
}
