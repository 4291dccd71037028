/** One step of an outline, absolute: a line, a quadratic or a cubic curve to its last pair. */
interface Step {
  readonly command: 'M' | 'L' | 'Q' | 'C' | 'Z';
  readonly at: readonly number[];
}

const PAIRS: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, Q: 4, C: 6, Z: 0 };
const TOKEN = /([MLHVQCZmlhvqcz])|(-?(?:\d+\.?\d*|\.\d+))/g;

/** Outlines of single glyphs come again and again. */
const read = new Map<string, readonly Step[]>();

/** Reads the commands that our outlines have: M, L, H, V, Q, C, Z, in capitals or small. */
function stepsOf(d: string): readonly Step[] {
  const known = read.get(d);
  if (known) return known;
  const steps: Step[] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  let command = '';
  let numbers: number[] = [];
  const take = () => {
    const upper = command.toUpperCase();
    const isRelative = command !== upper;
    const [fromX, fromY] = isRelative ? [x, y] : [0, 0];
    if (upper === 'Z') {
      steps.push({ command: 'Z', at: [] });
      [x, y] = [startX, startY];
      return;
    }
    const at = upper === 'H' ? [(numbers[0] ?? 0) + fromX, y] : upper === 'V' ? [x, (numbers[0] ?? 0) + fromY] : numbers.map((number, index) => number + (index % 2 === 0 ? fromX : fromY));
    [x, y] = [at.at(-2) ?? x, at.at(-1) ?? y];
    if (upper === 'M') [startX, startY] = [x, y];
    steps.push({ command: upper === 'M' ? 'M' : upper === 'Q' ? 'Q' : upper === 'C' ? 'C' : 'L', at });
    // A second pair behind a move is a line.
    if (upper === 'M') command = isRelative ? 'l' : 'L';
  };
  for (const [, letter, number] of d.matchAll(TOKEN)) {
    if (letter !== undefined) {
      command = letter;
      numbers = [];
      if (PAIRS[letter.toUpperCase()] === 0) take();
    } else {
      numbers.push(Number(number));
      if (numbers.length === PAIRS[command.toUpperCase()]) {
        take();
        numbers = [];
      }
    }
  }
  read.set(d, steps);
  return steps;
}

/** Where an outline lies and how large: scaled, then moved. */
export interface Placement {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
  /** Decimals kept. */
  readonly decimals: number;
}

/** The same few thousand numbers are written again and again. */
const written = new Map<number, Map<number, string>>();

/** A count of the smallest unit as a number, as short as it gets: 12.5, .5, −3. */
function shortest(count: number, unit: number): string {
  const known = written.get(unit) ?? new Map<number, string>();
  written.set(unit, known);
  const before = known.get(count);
  if (before !== undefined) return before;
  const text = String(count / unit).replace(/^(-?)0\./, '$1.');
  known.set(count, text);
  return text;
}

/**
 * The outline somewhere else, as short as path data gets: relative steps, no blank before a minus.
 * Each place is rounded by itself, so that errors don't add up along the outline.
 */
export function placePath(d: string, { scale, x, y, decimals }: Placement): string {
  const unit = 10 ** decimals;
  let [atX, atY, startX, startY] = [0, 0, 0, 0];
  let text = '';
  let last = '';
  const write = (command: string, counts: readonly number[]) => {
    let isFirst = command !== last;
    if (isFirst) text += command;
    for (const count of counts) {
      text += isFirst || count < 0 ? shortest(count, unit) : ` ${shortest(count, unit)}`;
      isFirst = false;
    }
    last = command;
  };
  for (const { command, at } of stepsOf(d)) {
    if (command === 'Z') {
      text += 'z';
      last = 'z';
      [atX, atY] = [startX, startY];
      continue;
    }
    const counts: number[] = [];
    let [toX, toY] = [atX, atY];
    for (let index = 0; index < at.length; index += 2) {
      toX = Math.round(((at[index] ?? 0) * scale + x) * unit);
      toY = Math.round(((at[index + 1] ?? 0) * scale + y) * unit);
      counts.push(toX - atX, toY - atY);
    }
    if (command === 'M') {
      // The first move is absolute; a second pair behind it would be a line, so its letter stands each time.
      if (text === '') write('M', counts);
      else write('m', counts);
      last = 'M';
      [startX, startY] = [toX, toY];
    } else if (command === 'L') {
      if (toX === atX && toY === atY) continue;
      if (toY === atY) write('h', [toX - atX]);
      else if (toX === atX) write('v', [toY - atY]);
      else write('l', counts);
    } else write(command === 'Q' ? 'q' : 'c', counts);
    [atX, atY] = [toX, toY];
  }
  return text;
}

export interface PathBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const boxes = new Map<string, PathBox | null>();

/** The box of an outline's points: a curve's handles count, so it is never too small. Null for an empty one. */
export function boxOf(d: string): PathBox | null {
  const known = boxes.get(d);
  if (known !== undefined) return known;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { at } of stepsOf(d)) {
    at.forEach((value, index) => {
      if (index % 2 === 0) [left, right] = [Math.min(left, value), Math.max(right, value)];
      else [top, bottom] = [Math.min(top, value), Math.max(bottom, value)];
    });
  }
  const box = right < left ? null : { left, top, right, bottom };
  boxes.set(d, box);
  return box;
}
