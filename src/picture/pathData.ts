import { point, type Affine } from './affine.ts';

/** One step of a path in absolute coordinates; arcs are curves by then. */
export type Segment =
  | { readonly kind: 'M' | 'L'; readonly at: readonly [number, number] }
  | { readonly kind: 'C'; readonly at: readonly [number, number, number, number, number, number] }
  | { readonly kind: 'Q'; readonly at: readonly [number, number, number, number] }
  | { readonly kind: 'Z' };

const COMMAND = /([MmLlHhVvCcSsQqTtAaZz])([^MmLlHhVvCcSsQqTtAaZz]*)/g;
const NUMBER = /[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/g;
/** The flags of an arc may stand without a space: “a5 5 0 01.5.5”. */
const ARC = /([+-]?[\d.eE+-]+)[\s,]+([+-]?[\d.]+)[\s,]+([+-]?[\d.]+)[\s,]+([01])[\s,]*([01])[\s,]*([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)[\s,]*([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)/g;

const ARGUMENTS: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, A: 7 };

/** SVG 2, appendix B.2.4: an elliptic arc by its middle, then a curve for each quarter of a turn. */
function arcCurves(x0: number, y0: number, given: readonly number[]): readonly Segment[] {
  const [rxGiven = 0, ryGiven = 0, turn = 0, isLarge = 0, isSweep = 0, x = 0, y = 0] = given;
  let [rx, ry] = [Math.abs(rxGiven), Math.abs(ryGiven)];
  if (x0 === x && y0 === y) return [];
  if (rx === 0 || ry === 0) return [{ kind: 'L', at: [x, y] }];
  const phi = (turn * Math.PI) / 180;
  const [cos, sin] = [Math.cos(phi), Math.sin(phi)];
  const [dx, dy] = [(x0 - x) / 2, (y0 - y) / 2];
  const [x1, y1] = [cos * dx + sin * dy, cos * dy - sin * dx];
  const lambda = (x1 / rx) ** 2 + (y1 / ry) ** 2;
  if (lambda > 1) [rx, ry] = [rx * Math.sqrt(lambda), ry * Math.sqrt(lambda)];
  const part = Math.max(0, ((rx * ry) ** 2 - (rx * y1) ** 2 - (ry * x1) ** 2) / ((rx * y1) ** 2 + (ry * x1) ** 2));
  const factor = (isLarge === isSweep ? -1 : 1) * Math.sqrt(part);
  const [cx1, cy1] = [(factor * rx * y1) / ry, (-factor * ry * x1) / rx];
  const [cx, cy] = [cos * cx1 - sin * cy1 + (x0 + x) / 2, sin * cx1 + cos * cy1 + (y0 + y) / 2];
  const start = Math.atan2((y1 - cy1) / ry, (x1 - cx1) / rx);
  let sweep = Math.atan2((-y1 - cy1) / ry, (-x1 - cx1) / rx) - start;
  if (isSweep === 1 && sweep < 0) sweep += 2 * Math.PI;
  if (isSweep === 0 && sweep > 0) sweep -= 2 * Math.PI;
  const count = Math.max(1, Math.ceil(Math.abs(sweep) / (Math.PI / 2) - 1e-9));
  const step = sweep / count;
  const handle = (4 / 3) * Math.tan(step / 4);
  const onEllipse = (u: number, v: number): readonly [number, number] => [cx + cos * rx * u - sin * ry * v, cy + sin * rx * u + cos * ry * v];
  return Array.from({ length: count }, (_, index) => {
    const [from, to] = [start + index * step, start + (index + 1) * step];
    const [a, b] = [onEllipse(Math.cos(from) - handle * Math.sin(from), Math.sin(from) + handle * Math.cos(from)), onEllipse(Math.cos(to) + handle * Math.sin(to), Math.sin(to) - handle * Math.cos(to))];
    const end = index === count - 1 ? ([x, y] as const) : onEllipse(Math.cos(to), Math.sin(to));
    return { kind: 'C', at: [...a, ...b, ...end] };
  });
}

/** Path data of any form, as SVG 1.1 has it. What can't be read ends the path, as in browsers. */
export function segmentsOf(d: string): readonly Segment[] {
  const segments: Segment[] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  /** The last handle, mirrored by a smooth curve. */
  let [handleX, handleY, handleOf] = [0, 0, ''];
  for (const [, letter = '', rest = ''] of d.matchAll(COMMAND)) {
    const name = letter.toUpperCase();
    const isRelative = letter !== name;
    if (name === 'Z') {
      segments.push({ kind: 'Z' });
      [x, y, handleOf] = [startX, startY, ''];
      continue;
    }
    const numbers = name === 'A' ? [...rest.matchAll(ARC)].flatMap((found) => found.slice(1).map(Number)) : (rest.match(NUMBER) ?? []).map(Number);
    const size = ARGUMENTS[name] ?? 2;
    for (let start = 0; start + size <= numbers.length; start += size) {
      const own = numbers.slice(start, start + size);
      const [baseX, baseY] = isRelative ? [x, y] : [0, 0];
      const at = (index: number): number => (own[index] ?? 0) + (index % 2 === 0 ? baseX : baseY);
      if (name === 'M' || name === 'L') {
        [x, y, handleOf] = [at(0), at(1), ''];
        const isMove = name === 'M' && start === 0;
        if (isMove) [startX, startY] = [x, y];
        segments.push({ kind: isMove ? 'M' : 'L', at: [x, y] });
      } else if (name === 'H' || name === 'V') {
        const to = own[0] ?? 0;
        [x, y, handleOf] = name === 'H' ? [to + baseX, y, ''] : [x, to + baseY, ''];
        segments.push({ kind: 'L', at: [x, y] });
      } else if (name === 'C' || name === 'S') {
        const isSmooth = name === 'S';
        const [x1, y1] = isSmooth ? (handleOf === 'C' ? [2 * x - handleX, 2 * y - handleY] : [x, y]) : [at(0), at(1)];
        const from = isSmooth ? 0 : 2;
        const [x2, y2, toX, toY] = [at(from), at(from + 1), at(from + 2), at(from + 3)];
        segments.push({ kind: 'C', at: [x1, y1, x2, y2, toX, toY] });
        [x, y, handleX, handleY, handleOf] = [toX, toY, x2, y2, 'C'];
      } else if (name === 'Q' || name === 'T') {
        const isSmooth = name === 'T';
        const [x1, y1] = isSmooth ? (handleOf === 'Q' ? [2 * x - handleX, 2 * y - handleY] : [x, y]) : [at(0), at(1)];
        const from = isSmooth ? 0 : 2;
        const [toX, toY] = [at(from), at(from + 1)];
        segments.push({ kind: 'Q', at: [x1, y1, toX, toY] });
        [x, y, handleX, handleY, handleOf] = [toX, toY, x1, y1, 'Q'];
      } else {
        const [toX, toY] = [(own[5] ?? 0) + baseX, (own[6] ?? 0) + baseY];
        segments.push(...arcCurves(x, y, [...own.slice(0, 5), toX, toY]));
        [x, y, handleOf] = [toX, toY, ''];
      }
    }
  }
  return segments;
}

/** The same path elsewhere. */
export function mapped(segments: readonly Segment[], matrix: Affine): readonly Segment[] {
  return segments.map((segment): Segment => {
    if (segment.kind === 'Z') return segment;
    if (segment.kind === 'C') {
      const [x1, y1, x2, y2, x, y] = segment.at;
      return { kind: 'C', at: [...point(matrix, x1, y1), ...point(matrix, x2, y2), ...point(matrix, x, y)] };
    }
    if (segment.kind === 'Q') {
      const [x1, y1, x, y] = segment.at;
      return { kind: 'Q', at: [...point(matrix, x1, y1), ...point(matrix, x, y)] };
    }
    const [x, y] = segment.at;
    return { kind: segment.kind, at: point(matrix, x, y) };
  });
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Around all points and handles: never too small. */
export function boxAround(segments: readonly Segment[]): Box {
  const [xs, ys]: [number[], number[]] = [[], []];
  for (const segment of segments) if (segment.kind !== 'Z') segment.at.forEach((value, index) => (index % 2 === 0 ? xs : ys).push(value));
  const least = (values: readonly number[]) => values.reduce((low, value) => Math.min(low, value), Infinity);
  const most = (values: readonly number[]) => values.reduce((high, value) => Math.max(high, value), -Infinity);
  return { left: least(xs), top: least(ys), right: most(xs), bottom: most(ys) };
}

/** A hundredth of a CSS pixel is finer than print. */
export const short = (value: number): string => {
  const text = value.toFixed(2).replace(/\.?0+$/, '');
  return text === '-0' ? '0' : text;
};

/** Absolute path data: every reader's first lesson. */
export function pathText(segments: readonly Segment[]): string {
  let last = '';
  let text = '';
  for (const segment of segments) {
    // After a move a line needs no letter of its own, but readers differ less about one that stands.
    const letter = segment.kind === last && segment.kind !== 'M' && segment.kind !== 'Z' ? ' ' : segment.kind;
    text += letter + (segment.kind === 'Z' ? '' : segment.at.map(short).join(' '));
    last = segment.kind;
  }
  return text;
}

export const rectText = ({ left, top, right, bottom }: Box): string => `M${short(left)} ${short(top)}L${short(right)} ${short(top)} ${short(right)} ${short(bottom)} ${short(left)} ${short(bottom)}Z`;

/** Corners of equal radius, or sharp ones. */
export function roundedRect({ left, top, right, bottom }: Box, rx: number, ry = rx): readonly Segment[] {
  const [x, y] = [Math.min(rx, (right - left) / 2), Math.min(ry, (bottom - top) / 2)];
  if (x <= 0 || y <= 0) return [{ kind: 'M', at: [left, top] }, { kind: 'L', at: [right, top] }, { kind: 'L', at: [right, bottom] }, { kind: 'L', at: [left, bottom] }, { kind: 'Z' }];
  return segmentsOf(`M${left + x} ${top}H${right - x}A${x} ${y} 0 0 1 ${right} ${top + y}V${bottom - y}A${x} ${y} 0 0 1 ${right - x} ${bottom}H${left + x}A${x} ${y} 0 0 1 ${left} ${bottom - y}V${top + y}A${x} ${y} 0 0 1 ${left + x} ${top}Z`);
}

export const ellipse = (cx: number, cy: number, rx: number, ry: number): readonly Segment[] => segmentsOf(`M${cx - rx} ${cy}A${rx} ${ry} 0 1 1 ${cx + rx} ${cy}A${rx} ${ry} 0 1 1 ${cx - rx} ${cy}Z`);
