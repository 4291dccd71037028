import type { Affine } from './affine.ts';

/** A plain colour: “#rrggbb” and how much of it is seen. */
export interface Paint {
  readonly colour: string;
  readonly opacity: number;
}

export interface Stroke extends Paint {
  readonly width: number;
  readonly dash: readonly number[];
  readonly dashOffset: number;
  readonly cap: 'butt' | 'round' | 'square';
  readonly join: 'miter' | 'round' | 'bevel';
}

/** Path data, in each of which what is drawn must lie. */
export type Clips = readonly string[];

export interface PathMark {
  readonly kind: 'path';
  /** In the sheet's units. */
  readonly d: string;
  readonly fill: Paint | null;
  readonly isEvenOdd: boolean;
  readonly stroke: Stroke | null;
  readonly clips: Clips;
}

/** One character where the browser set it. */
export interface PlacedCharacter {
  readonly char: string;
  readonly x: number;
  readonly advance: number;
}

/** Characters on one baseline. */
export interface TextMark {
  readonly kind: 'text';
  readonly chars: readonly PlacedCharacter[];
  /** The baseline. */
  readonly y: number;
  readonly size: number;
  /** As CSS lists them. */
  readonly family: string;
  readonly weight: number;
  readonly fill: Paint;
  /** Behind the letters. */
  readonly halo: Stroke | null;
  /** From what is said above into the sheet; null: it is the sheet's. */
  readonly matrix: Affine | null;
  readonly clips: Clips;
}

/** A figure as a plain list: the first is the farthest back. */
export type Mark = PathMark | TextMark;
