/** The power of ten that a multiplier is: 1e8 gives 8. Null: it is none. */
export function exponentOf(multiplier: number): number | null {
  const exponent = Math.round(Math.log10(multiplier));
  return Number(`1e${exponent}`) === multiplier ? exponent : null;
}

/**
 * A plain decimal text times a multiplier. Moves the point in the text instead of multiplying, so 10.04亿 is
 * exactly 1004000000: 10.04 × 1e8 is 1003999999.9999999 in binary.
 */
export function scale(decimal: string, multiplier: number): number {
  const exponent = exponentOf(multiplier);
  const value = exponent === null ? Number(decimal) * multiplier : Number(`${decimal}e${exponent}`);
  // “-0.0” is nothing else than 0.
  return value === 0 ? 0 : value;
}
