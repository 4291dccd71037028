import { zlibSync } from 'fflate/browser';
import { encode } from 'uqr';

/** Empty cells that a reader needs around a code. */
const QUIET = 4;
/** Pixels of a cell: sharp at twice the size at which an article shows it. */
const CELL = 6;

const TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let rest = index;
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest;
});
const crc32 = (bytes: Uint8Array): number => (bytes.reduce((rest, byte) => (TABLE[(rest ^ byte) & 255] ?? 0) ^ (rest >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0;

const fourBytes = (value: number): readonly number[] => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];

function chunk(name: string, data: Uint8Array): readonly number[] {
  const named = Uint8Array.from([...name].map((letter) => letter.charCodeAt(0)).concat([...data]));
  return [...fourBytes(data.length), ...named, ...fourBytes(crc32(named))];
}

/**
 * A code of an address as a PNG of one bit a pixel, written here and not by a canvas: some browsers add noise to what a
 * canvas gives, and a code with noise is not read.
 */
export function codePng(address: string): Uint8Array {
  const { size, data } = encode(address, { ecc: 'M', border: QUIET });
  const side = size * CELL;
  const rowBytes = Math.ceil(side / 8) + 1;
  const raw = new Uint8Array(rowBytes * side);
  for (let y = 0; y < side; y += 1) {
    // The first byte of a row is its filter: none.
    for (let x = 0; x < side; x += 1) {
      const isDark = data[Math.floor(y / CELL)]?.[Math.floor(x / CELL)] === true;
      const at = y * rowBytes + 1 + (x >> 3);
      if (!isDark) raw[at] = (raw[at] ?? 0) | (128 >> (x & 7));
    }
  }
  const header = Uint8Array.from([...fourBytes(side), ...fourBytes(side), 1, 0, 0, 0, 0]);
  return Uint8Array.from([137, 80, 78, 71, 13, 10, 26, 10, ...chunk('IHDR', header), ...chunk('IDAT', zlibSync(raw, { level: 9 })), ...chunk('IEND', new Uint8Array())]);
}
