import { CLAIMS, type TrendPoint, type TrendStop, type TrendView } from './trendView.ts';

/** Where the reader is: a point of a line. */
export interface TrendPlace {
  /** Id of a line, or `CLAIMS`. */
  readonly line: string;
  readonly point: number;
}

interface Walk {
  readonly id: string;
  readonly points: readonly TrendPoint[];
}

/** Every line that can be walked along, the quoted figures last. */
const walks = ({ lines, claims }: TrendView): readonly Walk[] => {
  const inTime = [...claims].sort((a, b) => a.x - b.x);
  return [...lines, ...(claims.length > 0 ? [{ id: CLAIMS, points: inTime }] : [])];
};

export const pointAt = (view: TrendView, { line, point }: TrendPlace): TrendPoint | undefined => walks(view).find(({ id }) => id === line)?.points[point];

function nearestIn(points: readonly TrendPoint[], x: number): number {
  return points.reduce((best, point, index) => (Math.abs(point.x - x) < Math.abs((points[best]?.x ?? Infinity) - x) ? index : best), 0);
}

/**
 * Where a key leads: along time in a line, or to the point of the neighbouring line that is nearest in time.
 * The ends hold. Null when the key means nothing here or there is nothing to walk along.
 */
export function moved(view: TrendView, from: TrendPlace | null, key: string): TrendPlace | null {
  const all = walks(view);
  const index = Math.max(0, all.findIndex(({ id }) => id === from?.line));
  const walk = all[index];
  if (!walk) return null;
  const last = walk.points.length - 1;
  const at = from === null || from.line !== walk.id ? null : Math.min(from.point, last);
  switch (key) {
    case 'ArrowRight':
      return { line: walk.id, point: at === null ? 0 : Math.min(last, at + 1) };
    case 'ArrowLeft':
      return { line: walk.id, point: at === null ? last : Math.max(0, at - 1) };
    case 'Home':
      return { line: walk.id, point: 0 };
    case 'End':
      return { line: walk.id, point: last };
    case 'ArrowDown':
    case 'PageDown':
    case 'ArrowUp':
    case 'PageUp': {
      const x = walk.points[at ?? last]?.x ?? 0;
      if (at === null) return { line: walk.id, point: last };
      const step = key === 'ArrowDown' || key === 'PageDown' ? 1 : -1;
      const next = all[Math.min(all.length - 1, Math.max(0, index + step))];
      return next === undefined || next === walk ? { line: walk.id, point: at } : { line: next.id, point: nearestIn(next.points, x) };
    }
    default:
      return null;
  }
}

/** The point that a pointer means: the nearest period first, and at it the nearest figure. */
export function meant(view: TrendView, pointer: { readonly x: number; readonly y: number }, toX: (x: number) => number, toY: (y: number) => number): TrendPlace | null {
  let best: TrendPlace | null = null;
  let bestDistance: readonly [number, number] = [Infinity, Infinity];
  for (const { id, points } of walks(view)) {
    points.forEach((point, index) => {
      const distance: readonly [number, number] = [Math.abs(toX(point.x) - pointer.x), Math.abs(toY(point.y) - pointer.y)];
      const isNearer = distance[0] < bestDistance[0] - 1e-6 || (Math.abs(distance[0] - bestDistance[0]) <= 1e-6 && distance[1] < bestDistance[1]);
      if (!isNearer) return;
      best = { line: id, point: index };
      bestDistance = distance;
    });
  }
  return best;
}

/** What is said there: the period, the reader's own line first, then all that has a row for that period. */
export function saidAt(view: TrendView, place: TrendPlace): TrendStop | null {
  const point = pointAt(view, place);
  const stop = point && view.stops.find(({ x }) => x === point.x);
  if (!stop) return null;
  const isOwn = ({ line }: TrendStop['rows'][number]) => line === place.line;
  return { ...stop, rows: [...stop.rows.filter(isOwn), ...stop.rows.filter((row) => !isOwn(row))] };
}
