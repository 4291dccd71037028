import type { Snippet } from 'svelte';
import type { ProvinceShapes } from '../../geo/shapes.ts';
import type { Beat, ScenePicture } from '../../view/wall/sceneView.ts';

/** How much a scene shows. 2: all. 1: without asides, limits and lesser labels. 0: the sentence, the key figure, the bare picture. */
export type Detail = 0 | 1 | 2;

/** Of a stage, below that: −1: words alone. −2: the sentence alone. −3: its first half alone. */
export type StageDetail = Detail | -1 | -2 | -3;

/** How the stage is cut: `tall` below 4:5, `strip` above 11:5, otherwise `wide`. */
export type StageShape = 'tall' | 'wide' | 'strip';

/** What every scene is given. It fills the stage between the top line and the foot, words and picture, and draws nothing outside. */
export interface SceneProps<Picture extends ScenePicture = ScenePicture> {
  readonly picture: Picture;
  readonly beats: readonly Beat[];
  /** Which beat stands. */
  readonly at: number;
  readonly shape: StageShape;
  readonly detail: Detail;
  /** The note size in CSS pixels: 1em of the stage, the smallest letters allowed. */
  readonly em: number;
  /** Nothing may move: reduced motion, or a still was asked for. */
  readonly isStill: boolean;
  /** Somebody touches: what can be touched is ≥ 44 CSS pixels and answers `onchoose`. */
  readonly isTouched: boolean;
  readonly chosen: string | null;
  readonly onchoose: (id: string | null) => void;
  readonly shapes: ProvinceShapes;
  /** The scene's address as a code; a scene places it through Words. Absent where no other machine could open it. */
  readonly code?: Snippet | undefined;
}
