/** How large letters are to the eye, in minutes of arc of the height of a capital or a digit (ISO 9241-303 asks for 16′ at least, 20′ to 22′ by preference). */
export const ARC_MINUTES = { note: 16, body: 20, headline: 28, key: 40 } as const;

/** Height of a capital letter or a digit, of the size of the type: a little less than the smallest among the faces that stand for those of tokens.css (Noto Sans 0.73, Microsoft YaHei 0.72, Arial 0.72, Segoe UI 0.70, Liberation Sans 0.69). */
export const CAPITAL_HEIGHT = 0.68;

/** Distances that the set-up offers, in metres. */
export const DISTANCES_M = [3, 6, 10] as const;
export const DISTANCE_FIRST_M = 6;

const MM_PER_INCH = 25.4;
/** Short side of an 86-inch screen of 16:9, in millimetres: what is taken when nobody says how large the screen is. */
const SHORT_SIDE_FIRST_MM = 1071;

export interface Viewing {
  /** Of the whole picture, in CSS pixels: of all tiles together on a wall of several machines. */
  readonly width: number;
  readonly height: number;
  /** From the eye to the screen, metres. */
  readonly distance: number;
  /** Of the whole picture, inches; null: not told. */
  readonly diagonal: number | null;
}

/** Sizes of type in CSS pixels. */
export interface TypeSizes {
  readonly note: number;
  readonly body: number;
  readonly headline: number;
  readonly key: number;
  /** Millimetres of screen a CSS pixel. */
  readonly mmPerPx: number;
}

export const mmPerPx = ({ width, height, diagonal }: Viewing): number =>
  diagonal === null ? SHORT_SIDE_FIRST_MM / Math.min(width, height) : (diagonal * MM_PER_INCH) / Math.hypot(width, height);

/** CSS pixels that so many minutes of arc take at the viewer's distance. */
export const pxOfArc = (minutes: number, viewing: Viewing): number => (2 * viewing.distance * 1000 * Math.tan((minutes / 60 / 2) * (Math.PI / 180))) / mmPerPx(viewing);

/** The smallest sizes at which each kind of text is read from where the viewers stand. */
export function typeSizes(viewing: Viewing): TypeSizes {
  const size = (minutes: number): number => Math.ceil(pxOfArc(minutes, viewing) / CAPITAL_HEIGHT);
  return { note: size(ARC_MINUTES.note), body: size(ARC_MINUTES.body), headline: size(ARC_MINUTES.headline), key: size(ARC_MINUTES.key), mmPerPx: mmPerPx(viewing) };
}
