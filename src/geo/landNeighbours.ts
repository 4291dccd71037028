import { neighbors } from 'topojson-client';
import type { ProvinceTopology } from './outlines.ts';

/** Which provinces share a border on land, by id: they share an arc of the outlines. Each list in order of the codes. */
export type LandNeighbours = Readonly<Record<string, readonly string[]>>;

export function landNeighbours(topology: ProvinceTopology): LandNeighbours {
  const { provinces } = topology.objects;
  const shapes = provinces.type === 'GeometryCollection' ? provinces.geometries : [provinces];
  const ids = shapes.map(({ id }) => String(id));
  const found = neighbors(shapes);
  return Object.fromEntries(ids.map((id, index) => [id, [...new Set((found[index] ?? []).flatMap((other) => ids[other] ?? []))].filter((other) => other !== id).sort()]));
}
