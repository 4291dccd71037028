import type { ProvinceShapes } from '../../geo/shapes.ts';
import type { Point } from './boxes.ts';
import { isCovered, landOf } from './land.ts';
import { toRoom, toUnits, type MapGround } from './mapGround.ts';

/** The least side of what fingers find, CSS pixels (WCAG 2.5.5). */
export const TARGET_PX = 44;
const CORNERS = 24;

export interface HitArea {
  readonly id: string;
  readonly d: string;
}

/**
 * Where a finger finds a region whose land is too small, besides its chip: round its place. Two that are near share the ground
 * between them, so that each is nearest to its own.
 */
export function hitAreas(ground: MapGround, shapes: ProvinceShapes, ids: readonly string[]): readonly HitArea[] {
  const land = landOf(shapes);
  const known = new Set(ids);
  const spots = new Map<string, Point>();
  for (const { id, label } of shapes.provinces) if (label) spots.set(id, toRoom(ground, label));
  for (const { id, spot } of shapes.chips) spots.set(id, toRoom(ground, spot));

  const half = TARGET_PX / 2;
  const isLarge = (id: string): boolean => {
    const [area, spot] = [land.regions.get(id), spots.get(id)];
    return area !== undefined && spot !== undefined && isCovered(area, toUnits(ground, { x: spot.x - half, y: spot.y - half, width: TARGET_PX, height: TARGET_PX }));
  };
  const small: { readonly id: string; readonly spot: Point }[] = [];
  for (const { id } of shapes.provinces) {
    const spot = spots.get(id);
    if (known.has(id) && spot && !isLarge(id)) small.push({ id, spot });
  }
  return small.map(({ id, spot }) => ({ id, d: cell(id, spot, small, half) }));
}

/** A round area, cut halfway to each neighbour. */
function cell(id: string, spot: Point, others: readonly { readonly id: string; readonly spot: Point }[], radius: number): string {
  const corners = Array.from({ length: CORNERS }, (_, index) => {
    const angle = (2 * Math.PI * index) / CORNERS;
    const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
    let reach = radius / Math.cos(Math.PI / CORNERS);
    for (const other of others) {
      if (other.id === id) continue;
      const [ox, oy] = [other.spot.x - spot.x, other.spot.y - spot.y];
      const along = dx * ox + dy * oy;
      if (along > 0) reach = Math.min(reach, (ox * ox + oy * oy) / 2 / along);
    }
    return `${(spot.x + dx * reach).toFixed(1)} ${(spot.y + dy * reach).toFixed(1)}`;
  });
  return `M${corners.join('L')}z`;
}
