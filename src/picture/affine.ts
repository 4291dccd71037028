/** x′ = a·x + c·y + e, y′ = b·x + d·y + f, as SVG and CSS write a matrix. */
export type Affine = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const IDENTITY: Affine = [1, 0, 0, 1, 0, 0];

export const ofMatrix = ({ a, b, c, d, e, f }: DOMMatrixReadOnly | SVGMatrix): Affine => [a, b, c, d, e, f];

export const moved = (x: number, y: number): Affine => [1, 0, 0, 1, x, y];

/** First `inner`, then `outer`. */
export const after = (outer: Affine, inner: Affine): Affine => [
  outer[0] * inner[0] + outer[2] * inner[1],
  outer[1] * inner[0] + outer[3] * inner[1],
  outer[0] * inner[2] + outer[2] * inner[3],
  outer[1] * inner[2] + outer[3] * inner[3],
  outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
  outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
];

const determinant = ([a, b, c, d]: Affine): number => a * d - b * c;

/** @returns Null for a matrix that flattens. */
export function inverse(matrix: Affine): Affine | null {
  const size = determinant(matrix);
  if (Math.abs(size) < 1e-12) return null;
  const [a, b, c, d, e, f] = matrix;
  return [d / size, -b / size, -c / size, a / size, (c * f - d * e) / size, (b * e - a * f) / size];
}

export const point = ([a, b, c, d, e, f]: Affine, x: number, y: number): readonly [number, number] => [a * x + c * y + e, b * x + d * y + f];

/** How much longer a length becomes; for unequal axes between the two. */
export const scaleOf = (matrix: Affine): number => Math.sqrt(Math.abs(determinant(matrix)));

/** Neither turned nor skewed, nor mirrored. */
export const isUpright = ([a, b, c, d]: Affine): boolean => Math.abs(b) < 1e-6 && Math.abs(c) < 1e-6 && a > 0 && d > 0;
