import type { Size, Tile } from './flags.ts';

/** Where the picture lies in the window of one machine. Lengths in CSS pixels of the window, except `width` and `height`. */
export interface WallGeometry {
  /** The whole picture, in the pixels in which the stage is laid out. */
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly top: number;
  /** Squeezes the picture that a controller will stretch again; 1 where none does. */
  readonly scaleX: number;
  readonly scaleY: number;
}

/**
 * @param screen The machine's window.
 * @param wall What a controller stretches all machines' pictures onto.
 * @param tile Which part of the picture this machine shows.
 */
export function wallGeometry(screen: Size, wall: Size | null, tile: Tile | null): WallGeometry {
  const { column, columns, row, rows } = tile ?? { column: 1, columns: 1, row: 1, rows: 1 };
  const whole = { width: screen.width * columns, height: screen.height * rows };
  // One side keeps its pixels, the other is squeezed: nothing is drawn coarser than it is shown.
  const keep = wall === null ? 1 : Math.max(whole.width / wall.width, whole.height / wall.height);
  const laid = wall === null ? whole : { width: Math.round(wall.width * keep), height: Math.round(wall.height * keep) };
  return { ...laid, left: -(column - 1) * screen.width, top: -(row - 1) * screen.height, scaleX: whole.width / laid.width, scaleY: whole.height / laid.height };
}

/** How far the picture is moved against burn-in, at most, CSS pixels. */
const FARTHEST_PX = 4;

/** A slow walk through all places within that: one step a scene, 15 steps across and 16 down before it begins anew. */
export function pixelShift(step: number): { readonly x: number; readonly y: number } {
  const wave = (length: number): number => Math.round(FARTHEST_PX * Math.sin((2 * Math.PI * (((step % length) + length) % length)) / length)) + 0;
  return { x: wave(15), y: wave(16) };
}
