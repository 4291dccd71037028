/** A PNG is a signature and chunks: length, name, content, CRC-32 of name and content. */
const SIGNATURE_BYTES = 8;
const INCH_IN_METRES = 0.0254;

const TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

export function crc32(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (value >>> 8) ^ (TABLE[(value ^ byte) & 0xff] ?? 0);
  return (value ^ 0xffffffff) >>> 0;
}

function chunk(name: string, content: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(12 + content.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, content.length);
  bytes.set(new TextEncoder().encode(name), 4);
  bytes.set(content, 8);
  view.setUint32(8 + content.length, crc32(bytes.subarray(4, 8 + content.length)));
  return bytes;
}

function resolution(dotsPerInch: number): Uint8Array {
  const content = new Uint8Array(9);
  const view = new DataView(content.buffer);
  const perMetre = Math.round(dotsPerInch / INCH_IN_METRES);
  view.setUint32(0, perMetre);
  view.setUint32(4, perMetre);
  view.setUint8(8, 1); // the unit is the metre
  return chunk('pHYs', content);
}

/** Keyword, not compressed, no language, no translated keyword, UTF-8. */
function text(keyword: string, words: string): Uint8Array {
  const [key, value] = [new TextEncoder().encode(keyword), new TextEncoder().encode(words)];
  const content = new Uint8Array(key.length + 5 + value.length);
  content.set(key, 0);
  content.set(value, key.length + 5);
  return chunk('iTXt', content);
}

export interface PngFacts {
  readonly dotsPerInch: number;
  /** Keywords as the PNG specification has them where it has one; empty texts are left out. */
  readonly texts: readonly (readonly [keyword: string, words: string])[];
}

/** Says in a PNG's own header how large it is on paper and where it comes from. What the browser said of it is replaced. */
export function withFacts(png: Uint8Array, { dotsPerInch, texts }: PngFacts): Uint8Array<ArrayBuffer> {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const parts: Uint8Array[] = [png.subarray(0, SIGNATURE_BYTES)];
  for (let at = SIGNATURE_BYTES; at + 12 <= png.length; ) {
    const size = 12 + view.getUint32(at);
    const name = new TextDecoder().decode(png.subarray(at + 4, at + 8));
    if (name !== 'pHYs') parts.push(png.subarray(at, at + size));
    // Both belong between the header and the first piece of the picture.
    if (name === 'IHDR') parts.push(resolution(dotsPerInch), ...texts.filter(([, words]) => words !== '').map(([keyword, words]) => text(keyword, words)));
    at += size;
  }
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const one of parts) {
    whole.set(one, at);
    at += one.length;
  }
  return whole;
}
