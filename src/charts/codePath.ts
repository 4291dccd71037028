import { encode } from 'uqr';

/** A code that phones read. */
export interface CodePath {
  /** Cells on each side, with the four empty ones that a reader needs around it. */
  readonly size: number;
  /** All dark cells as one path, a cell one unit. */
  readonly d: string;
}

const QUIET = 4;

/** Error correction M: up to 15 % of it may be soiled. */
export function codePath(text: string): CodePath {
  const { size, data } = encode(text, { ecc: 'M', border: QUIET });
  const runs = data.flatMap((row, y) => {
    const found: string[] = [];
    for (let x = 0; x < row.length; x += 1) {
      if (row[x] !== true) continue;
      let end = x;
      while (row[end] === true) end += 1;
      found.push(`M${x} ${y}h${end - x}v1h${x - end}z`);
      x = end;
    }
    return found;
  });
  return { size, d: runs.join('') };
}
