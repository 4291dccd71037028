/** “M10 20l-1 2 3 0z”: absolute moves, relative lines, as geo/gridPath.ts writes them. */
const COMMANDS = /([MmlhvzHVL])([^MmlhvzHVL]*)/g;

/**
 * A path on a grid `factor` times as coarse, for a drawing that is never shown large. Borders that two regions share
 * stay shared, since each point is rounded by itself; a ring that would vanish stays as a dot, because an island is
 * land however small.
 */
export function coarsePath(d: string, factor: number): string {
  const rings: { readonly points: (readonly [number, number])[]; isClosed: boolean }[] = [];
  let [x, y] = [0, 0];
  for (const [, command = '', given = ''] of d.matchAll(COMMANDS)) {
    const numbers = given.match(/-?\d+(?:\.\d+)?/g)?.map(Number) ?? [];
    const ring = rings.at(-1);
    if (command === 'M' || command === 'm') {
      const [toX = 0, toY = 0] = numbers;
      [x, y] = command === 'M' ? [toX, toY] : [x + toX, y + toY];
      rings.push({ points: [[x, y]], isClosed: false });
      // Further pairs behind a move are lines.
      for (let index = 2; index < numbers.length; index += 2) {
        const [one = 0, other = 0] = [numbers[index], numbers[index + 1]];
        [x, y] = command === 'M' ? [one, other] : [x + one, y + other];
        rings.at(-1)?.points.push([x, y]);
      }
    } else if (command === 'z' && ring) {
      ring.isClosed = true;
      [x, y] = ring.points[0] ?? [0, 0];
    } else if (ring) {
      const step = command === 'l' || command === 'L' ? 2 : 1;
      for (let index = 0; index < numbers.length; index += step) {
        const [one = 0, other = 0] = [numbers[index], numbers[index + 1]];
        if (command === 'l') [x, y] = [x + one, y + other];
        else if (command === 'L') [x, y] = [one, other];
        else if (command === 'h') x += one;
        else if (command === 'H') x = one;
        else if (command === 'v') y += one;
        else y = one;
        ring.points.push([x, y]);
      }
    }
  }
  return rings.map(({ points, isClosed }) => {
    const grid = points.map(([px, py]): readonly [number, number] => [Math.round(px / factor), Math.round(py / factor)]);
    const kept: (readonly [number, number])[] = [];
    for (const point of grid) {
      const last = kept.at(-1);
      const before = kept.at(-2);
      if (last && last[0] === point[0] && last[1] === point[1]) continue;
      // A point in the middle of a straight run says nothing.
      if (last && before && (last[0] - before[0]) * (point[1] - last[1]) === (last[1] - before[1]) * (point[0] - last[0]) && (last[0] - before[0]) * (point[0] - last[0]) + (last[1] - before[1]) * (point[1] - last[1]) > 0) kept.pop();
      kept.push(point);
    }
    const [start = [0, 0]] = kept;
    const end = kept.at(-1);
    if (isClosed && kept.length > 1 && end && end[0] === start[0] && end[1] === start[1]) kept.pop();
    if (kept.length < 3) {
      const [only = start, other] = kept;
      if (!isClosed) return `M${only.join(' ')}${other ? `l${other[0] - only[0]} ${other[1] - only[1]}` : 'h0'}`;
      return `M${start.join(' ')}l1 0 0 1z`;
    }
    const lines = kept.slice(1).map((point, index) => {
      const from = kept[index] ?? start;
      return `${point[0] - from[0]} ${point[1] - from[1]}`;
    });
    return `M${start.join(' ')}l${lines.join(' ').replace(/ -/g, '-')}${isClosed ? 'z' : ''}`;
  }).join('');
}
