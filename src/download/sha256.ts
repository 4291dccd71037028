/** Over plain http and in some older browsers there is no `crypto.subtle`; a file is told from another there too. */

const K = new Uint32Array(64);
const START = new Uint32Array(8);

/** The first 32 bits of the fractions of the square and cube roots of the first primes (FIPS 180-4, 4.2.2 and 5.3.3). */
function fill(): void {
  const fraction = (x: number): number => ((x - Math.floor(x)) * 0x100000000) | 0;
  let count = 0;
  for (let candidate = 2; count < 64; candidate += 1) {
    let isPrime = true;
    for (let divisor = 2; divisor * divisor <= candidate; divisor += 1) if (candidate % divisor === 0) isPrime = false;
    if (!isPrime) continue;
    if (count < 8) START[count] = fraction(Math.sqrt(candidate));
    K[count] = fraction(Math.cbrt(candidate));
    count += 1;
  }
}

const turned = (x: number, by: number): number => (x >>> by) | (x << (32 - by));

/** SHA-256 in hexadecimal, of bytes or of a text as UTF-8; at once, without a promise. */
export function sha256(content: Uint8Array | string): string {
  if (K[0] === 0) fill();
  const given = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const blocks = Math.ceil((given.length + 9) / 64);
  const tail = new Uint8Array((blocks * 64) - Math.floor(given.length / 64) * 64);
  const whole = Math.floor(given.length / 64) * 64;
  tail.set(given.subarray(whole));
  tail[given.length - whole] = 0x80;
  const end = new DataView(tail.buffer);
  end.setUint32(tail.length - 8, Math.floor(given.length / 0x20000000));
  end.setUint32(tail.length - 4, (given.length << 3) >>> 0);
  const state = Uint32Array.from(START);
  const w = new Uint32Array(64);
  const take = (view: DataView, at: number): void => {
    for (let i = 0; i < 16; i += 1) w[i] = view.getUint32(at + i * 4);
    for (let i = 16; i < 64; i += 1) {
      const [a = 0, b = 0] = [w[i - 15], w[i - 2]];
      w[i] = (w[i - 16] ?? 0) + (turned(a, 7) ^ turned(a, 18) ^ (a >>> 3)) + (w[i - 7] ?? 0) + (turned(b, 17) ^ turned(b, 19) ^ (b >>> 10));
    }
    let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
    for (let i = 0; i < 64; i += 1) {
      const one = (h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + ((e & f) ^ (~e & g)) + (K[i] ?? 0) + (w[i] ?? 0)) | 0;
      const two = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g; g = f; f = e; e = (d + one) | 0; d = c; c = b; b = a; a = (one + two) | 0;
    }
    [a, b, c, d, e, f, g, h].forEach((x, i) => { state[i] = (state[i] ?? 0) + x; });
  };
  const body = new DataView(given.buffer, given.byteOffset, given.byteLength);
  for (let at = 0; at < whole; at += 64) take(body, at);
  for (let at = 0; at < tail.length; at += 64) take(end, at);
  return [...state].map((x) => x.toString(16).padStart(8, '0')).join('');
}
