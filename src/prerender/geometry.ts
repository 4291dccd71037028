import fs from 'node:fs';
import path from 'node:path';
import { completeness, drawnCompleteness } from '../geo/completeness.ts';
import { landNeighbours, type LandNeighbours } from '../geo/landNeighbours.ts';
import type { ProvinceTopology, SeaFeatures } from '../geo/outlines.ts';
import { provinceShapes } from '../geo/provinceShapes.ts';
import type { ProvinceShapes, TileGrid } from '../geo/shapes.ts';
import { tileGrid } from '../geo/tileGrid.ts';

/** The map and its equal-area twin, projected and laid out at build. */
export interface Geometry {
  readonly shapes: ProvinceShapes;
  readonly tiles: TileGrid;
  /** Who shares a border on land. */
  readonly landNeighbours: LandNeighbours;
}

const isTopology = (json: unknown): json is ProvinceTopology =>
  typeof json === 'object' && json !== null && 'type' in json && json.type === 'Topology' && 'objects' in json && typeof json.objects === 'object' && json.objects !== null && 'provinces' in json.objects;
const isCollection = (json: unknown): json is SeaFeatures => typeof json === 'object' && json !== null && 'type' in json && json.type === 'FeatureCollection';

/** @param dataDir The folder `data/`. Throws when the geometry is missing or of another kind. */
export function readGeometry(dataDir: string): Geometry {
  const read = (name: string) => fs.readFileSync(path.join(dataDir, 'regions', name), 'utf8');
  const topology: unknown = JSON.parse(read('provinces.topo.json'));
  const sea: unknown = JSON.parse(read('south-china-sea.geo.json'));
  if (!isTopology(topology)) throw new Error('data/regions/provinces.topo.json is not a TopoJSON topology of provinces');
  if (!isCollection(sea)) throw new Error('data/regions/south-china-sea.geo.json is not a GeoJSON feature collection');
  const shapes = provinceShapes(topology, sea);
  const problems = [...completeness(topology, sea), ...drawnCompleteness(shapes)];
  if (problems.length > 0) throw new Error(`the map is not complete:\n${problems.join('\n')}`);
  return { shapes, tiles: tileGrid(read('tilegrid.csv')), landNeighbours: landNeighbours(topology) };
}
