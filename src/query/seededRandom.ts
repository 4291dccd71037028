/** Uniform numbers from 0 (included) to 1 (excluded), multiples of 2⁻³². */
export type Random = () => number;

const WORD = 2 ** 32;

/** Splitmix32, which spreads a small seed over a large state. */
function spreadSeed(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) >>> 0;
  };
}

/**
 * xoshiro128** (Blackman and Vigna, “Scrambled linear pseudorandom number generators”, 2018), period 2¹²⁸ − 1.
 * Whole 32-bit arithmetic alone, so that a seed gives the same numbers on every machine and in every browser.
 */
export function seededRandom(seed: number): Random {
  const next = spreadSeed(seed);
  let [a, b, c, d] = [next(), next(), next(), next()];
  return () => {
    const fives = Math.imul(b, 5);
    const result = Math.imul((fives << 7) | (fives >>> 25), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    return result / WORD;
  };
}
