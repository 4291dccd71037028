import type { Feature, FeatureCollection, GeometryObject, LineString, MultiLineString, Point } from 'geojson';
import { feature, mesh } from 'topojson-client';
import type { GeometryObject as TopologyObject, Topology } from 'topojson-specification';

/** `data/regions/provinces.topo.json`; ids are adcodes, borders are shared. */
export type ProvinceTopology = Topology<{ provinces: TopologyObject }>;

/** One dash of the boundary line in the South China Sea, or one islet; positions rounded, for a schematic map. */
export type SeaFeature =
  | Feature<LineString, { readonly kind: 'dash'; readonly n: number }>
  | Feature<Point, { readonly kind: 'islet'; readonly adcode: string; readonly name: string; readonly main?: 1; readonly label?: 1 }>;

/** `data/regions/south-china-sea.geo.json` */
export interface SeaFeatures {
  readonly features: readonly SeaFeature[];
}

export const isDash = (sea: SeaFeature): sea is Extract<SeaFeature, Feature<LineString>> => sea.properties.kind === 'dash';
export const isIslet = (sea: SeaFeature): sea is Extract<SeaFeature, Feature<Point>> => sea.properties.kind === 'islet';

/** The outline of each province; a feature's id is its adcode, as text. */
export function provinceOutlines(topology: ProvinceTopology): FeatureCollection<GeometryObject> {
  const outlines = feature(topology, topology.objects.provinces);
  return outlines.type === 'FeatureCollection' ? outlines : { type: 'FeatureCollection', features: [outlines] };
}

/** The line around the country: borders that only one province has. */
export const outerLine = (topology: ProvinceTopology): MultiLineString => mesh(topology, topology.objects.provinces, (a, b) => a === b);
