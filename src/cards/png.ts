import { crc32, deflate } from 'node:zlib';
import { promisify } from 'node:util';

const pack = promisify(deflate);

/** Colours of one picture at most; what edges blend into falls to the nearest. */
const COLOURS = 256;

/** Near colours are one: five bits of each channel. */
const keyOf = (colour: number): number => ((colour >> 19) << 10) | (((colour >> 11) & 31) << 5) | ((colour >> 3) & 31);

/** @returns The palette, as many colours as are needed, and each pixel's place in it. */
export function indexed(pixels: Uint8Array): { readonly palette: Uint8Array; readonly indices: Uint8Array } {
  const count = pixels.length / 4;
  // Most pixels are as their neighbour: colours are counted by runs.
  const runs: { readonly colour: number; readonly start: number }[] = [];
  let last = -1;
  for (let at = 0; at < count; at += 1) {
    const colour = ((pixels[at * 4] ?? 0) << 16) | ((pixels[at * 4 + 1] ?? 0) << 8) | (pixels[at * 4 + 2] ?? 0);
    if (colour !== last) runs.push({ colour, start: at });
    last = colour;
  }
  const endOf = (index: number): number => runs[index + 1]?.start ?? count;
  const exact = new Map<number, number>();
  runs.forEach(({ colour, start }, index) => exact.set(colour, (exact.get(colour) ?? 0) + endOf(index) - start));
  // Of near colours the most frequent stands for all: a flat area keeps its very own colour.
  const near = new Map<number, { colour: number; most: number; sum: number }>();
  for (const [colour, n] of exact) {
    const known = near.get(keyOf(colour));
    if (!known) near.set(keyOf(colour), { colour, most: n, sum: n });
    else {
      known.sum += n;
      if (n > known.most) [known.colour, known.most] = [colour, n];
    }
  }
  const kept = [...near.values()].sort((one, other) => other.sum - one.sum || one.colour - other.colour).slice(0, COLOURS).map(({ colour }) => colour);
  const placeOf = new Map<number, number>();
  const place = (colour: number): number => {
    const known = placeOf.get(colour);
    if (known !== undefined) return known;
    let [best, least] = [0, Infinity];
    kept.forEach((other, index) => {
      const distance = ((colour >> 16) - (other >> 16)) ** 2 + (((colour >> 8) & 255) - ((other >> 8) & 255)) ** 2 + ((colour & 255) - (other & 255)) ** 2;
      if (distance < least) [best, least] = [index, distance];
    });
    placeOf.set(colour, best);
    return best;
  };
  const indices = new Uint8Array(count);
  runs.forEach(({ colour, start }, index) => indices.fill(place(colour), start, endOf(index)));
  const palette = new Uint8Array(kept.length * 3);
  kept.forEach((colour, index) => palette.set([colour >> 16, (colour >> 8) & 255, colour & 255], index * 3));
  return { palette, indices };
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = Buffer.alloc(data.length + 12);
  bytes.writeUInt32BE(data.length, 0);
  bytes.write(type, 4, 'latin1');
  bytes.set(data, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, data.length + 8)), data.length + 8);
  return bytes;
}

/** A PNG with a palette: a third of the bytes that the renderer itself would write. */
export async function palettePng(pixels: Uint8Array, width: number, height: number): Promise<Uint8Array> {
  const { palette, indices } = indexed(pixels);
  // Each row begins with its filter: none, which suits flat colours.
  const rows = Buffer.alloc((width + 1) * height);
  for (let row = 0; row < height; row += 1) rows.set(indices.subarray(row * width, (row + 1) * width), row * (width + 1) + 1);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', header), chunk('PLTE', palette), chunk('IDAT', await pack(rows, { level: 7 })), chunk('IEND', new Uint8Array())]);
}
