/** How a figure is walked: points along lines, rows of a list, or cells of a grid. */
export type CursorMode = 'time' | 'list' | 'grid';

export const isCursorMode = (text: string | undefined): text is CursorMode => text === 'time' || text === 'list' || text === 'grid';

/** One place the cursor can stand on. */
export interface Stop {
  /** The series it belongs to; stops of one line follow each other in the order given. */
  readonly line: string;
  /** Its middle, in pixels of the screen; its place on the axis where several drawings share one. */
  readonly x: number;
  readonly y: number;
  /** Its place in a grid; numbers that only need to be in order. */
  readonly row: number;
  readonly column: number;
}

/** How far PageUp and PageDown go where there is no other line to go to. */
const PAGE = 10;

/** The one of `candidates` for which `distance` is least; the earlier of two as near. */
function nearest(candidates: readonly number[], distance: (index: number) => number): number | null {
  let best: number | null = null;
  for (const index of candidates) if (best === null || distance(index) < distance(best)) best = index;
  return best;
}

const clamp = (value: number, last: number): number => Math.max(0, Math.min(last, value));

/**
 * The stop that a key leads to, as an index into `stops`.
 *
 * @param from The stop where the cursor is; null before the first key, which then enters at the near end.
 * @returns Null when the key means nothing here, so that the page may scroll by it. At an end it stays: `from`.
 */
export function nextStop(mode: CursorMode, key: string, stops: readonly Stop[], from: number | null, withControl = false): number | null {
  const last = stops.length - 1;
  const here = from === null ? undefined : stops[from];
  const isBack = ['ArrowLeft', 'ArrowUp', 'PageUp', 'Home'].includes(key);
  if (last < 0 || (!isBack && !['ArrowRight', 'ArrowDown', 'PageDown', 'End'].includes(key))) return null;
  const isEnd = key === 'Home' || key === 'End';
  if (withControl && !isEnd) return null;
  if (from === null || !here || (withControl && isEnd)) {
    // Home and the forward keys enter at the beginning, End and the backward keys at the end.
    return key === 'End' || (isBack && key !== 'Home') ? last : 0;
  }
  const step = isBack ? -1 : 1;
  return mode === 'grid' ? inGrid(key, step, stops, from, here) : alongLine(mode, key, step, stops, from, here);
}

function alongLine(mode: 'time' | 'list', key: string, step: 1 | -1, stops: readonly Stop[], from: number, here: Stop): number | null {
  const lines = [...new Set(stops.map(({ line }) => line))];
  const ofLine = (line: string | undefined) => stops.flatMap((stop, index) => (stop.line === line ? [index] : []));
  const own = ofLine(here.line);
  const along = (distance: number) => own[clamp(own.indexOf(from) + distance, own.length - 1)] ?? null;
  if (key === 'Home' || key === 'End') return along(step * own.length);
  const isAlong = mode === 'time' ? key === 'ArrowLeft' || key === 'ArrowRight' : key === 'ArrowUp' || key === 'ArrowDown';
  if (isAlong) return along(step);
  if (lines.length === 1) {
    if (mode === 'time') return null;
    return along(key.startsWith('Page') ? step * PAGE : step);
  }
  const other = lines[clamp(lines.indexOf(here.line) + step, lines.length - 1)];
  if (other === here.line) return from;
  const distance = (index: number): number => {
    const stop = stops[index];
    return stop ? Math.abs(mode === 'time' ? stop.x - here.x : stop.y - here.y) : Infinity;
  };
  return nearest(ofLine(other), distance) ?? from;
}

function inGrid(key: string, step: 1 | -1, stops: readonly Stop[], from: number, here: Stop): number | null {
  if (key === 'ArrowLeft' || key === 'ArrowRight' || key === 'Home' || key === 'End') {
    const row = stops.flatMap((stop, index) => (stop.row === here.row ? [{ index, column: stop.column }] : [])).sort((a, b) => a.column - b.column);
    const at = row.findIndex(({ index }) => index === from);
    return row[clamp(at + (key.startsWith('Arrow') ? step : step * row.length), row.length - 1)]?.index ?? from;
  }
  const rows = [...new Set(stops.map(({ row }) => row))].sort((a, b) => a - b);
  const row = rows[clamp(rows.indexOf(here.row) + step * (key.startsWith('Page') ? PAGE : 1), rows.length - 1)];
  if (row === here.row) return from;
  const candidates = stops.flatMap((stop, index) => (stop.row === row ? [index] : []));
  return nearest(candidates, (index) => Math.abs((stops[index]?.column ?? Infinity) - here.column)) ?? from;
}
