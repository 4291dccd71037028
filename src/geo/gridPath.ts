import type { GeoContext } from 'd3-geo';

export type GridPoint = [x: number, y: number];
interface Line {
  readonly points: GridPoint[];
  closed: boolean;
}

/** Twice the area, positive whichever way the ring runs. */
const doubleArea = (points: readonly GridPoint[]): number => {
  let sum = 0;
  let previous = points.at(-1);
  for (const point of points) {
    if (previous) sum += previous[0] * point[1] - point[0] * previous[1];
    previous = point;
  }
  return Math.abs(sum);
};

/** Drops points that lie on a straight line between their neighbours. */
const straightened = (points: readonly GridPoint[]): GridPoint[] => {
  const kept: GridPoint[] = [];
  for (const point of points) {
    const middle = kept.at(-1);
    const first = kept.at(-2);
    if (first && middle) {
      const cross = (middle[0] - first[0]) * (point[1] - first[1]) - (middle[1] - first[1]) * (point[0] - first[0]);
      const forward = (middle[0] - first[0]) * (point[0] - middle[0]) + (middle[1] - first[1]) * (point[1] - middle[1]);
      if (cross === 0 && forward > 0) kept.pop();
    }
    kept.push(point);
  }
  return kept;
};

const pair = (x: number, y: number, isFirst: boolean): string =>
  `${isFirst || x < 0 ? '' : ' '}${x}${y < 0 ? '' : ' '}${y}`;

/**
 * Records what d3-geo draws, on a grid of whole units, and gives it as SVG path data of relative steps:
 * a third of the bytes of absolute coordinates.
 *
 * @param smallest Rings of a smaller area, in square units, are left out …
 * @param keeps … except those for which this says yes.
 */
export class GridPath implements GeoContext {
  readonly #lines: Line[] = [];
  readonly #smallest: number;
  readonly #keeps: (points: readonly GridPoint[]) => boolean;

  constructor(smallest = 0, keeps: (points: readonly GridPoint[]) => boolean = () => false) {
    this.#smallest = smallest;
    this.#keeps = keeps;
  }

  beginPath(): void {
    this.#lines.length = 0;
  }

  moveTo(x: number, y: number): void {
    this.#lines.push({ points: [[Math.round(x), Math.round(y)]], closed: false });
  }

  lineTo(x: number, y: number): void {
    const line = this.#lines.at(-1);
    const last = line?.points.at(-1);
    const point: GridPoint = [Math.round(x), Math.round(y)];
    if (line && !(last && last[0] === point[0] && last[1] === point[1])) line.points.push(point);
  }

  closePath(): void {
    const line = this.#lines.at(-1);
    if (line) line.closed = true;
  }

  arc(): void {
    throw new Error('GridPath draws lines and areas; a point has no place in it.');
  }

  /** The rings that are drawn, for measuring how much room a label has. */
  get rings(): readonly (readonly GridPoint[])[] {
    return this.#drawn().filter((line) => line.closed).map((line) => line.points);
  }

  #drawn(): Line[] {
    return this.#lines.flatMap(({ points, closed }): Line[] => {
      const line = straightened(points);
      const [first, last] = [line[0], line.at(-1)];
      // A coast that ends where it began is an island's.
      const returns = line.length > 3 && first !== undefined && last !== undefined && first[0] === last[0] && first[1] === last[1];
      if (returns) line.pop();
      if (!closed && !returns) return line.length < 2 ? [] : [{ points: line, closed: false }];
      return doubleArea(line) < 2 * this.#smallest && !this.#keeps(line) ? [] : [{ points: line, closed: true }];
    });
  }

  toString(): string {
    let text = '';
    let at: GridPoint = [0, 0];
    for (const { points: line, closed } of this.#drawn()) {
      const [start] = line;
      if (!start) continue;
      text += (text === '' ? 'M' : 'm') + pair(start[0] - at[0], start[1] - at[1], true);
      let pen = start;
      line.slice(1).forEach((point, index) => {
        text += (index === 0 ? 'l' : '') + pair(point[0] - pen[0], point[1] - pen[1], index === 0);
        pen = point;
      });
      if (closed) text += 'z';
      // After “z” the pen is back at the start of the ring.
      at = closed ? start : pen;
    }
    return text;
  }
}
