import { Inflate } from 'fflate/browser';

/** Far more than any file of ours; a bomb is told of long before it fills the machine. */
const MOST_FILES = 400;
const MOST_BYTES = 48_000_000;
const PIECE = 16_384;

export type ZipReading = { readonly files: ReadonlyMap<string, Uint8Array> } | { readonly fault: 'broken' | 'tooLarge' };

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LONGEST_END = 65_557;

/** Inflates piece by piece, so that what a header says of the size need not be believed. @returns Null: more than is left. */
export function inflated(bytes: Uint8Array, most: number): Uint8Array | null {
  const parts: Uint8Array[] = [];
  let length = 0;
  const stream = new Inflate((part) => {
    length += part.length;
    if (length <= most) parts.push(part);
  });
  for (let at = 0; at < bytes.length || at === 0; at += PIECE) {
    stream.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length);
    if (length > most) return null;
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** A ZIP by its directory; names are only compared and shown, nothing is written anywhere. */
export function readZip(bytes: Uint8Array): ZipReading {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = -1;
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - LONGEST_END) && end < 0; at -= 1) if (view.getUint32(at, true) === END) end = at;
  if (end < 0) return { fault: 'broken' };
  const count = view.getUint16(end + 10, true);
  if (count > MOST_FILES) return { fault: 'tooLarge' };
  const files = new Map<string, Uint8Array>();
  let left = MOST_BYTES;
  try {
    let at = view.getUint32(end + 16, true);
    for (let index = 0; index < count; index += 1) {
      if (view.getUint32(at, true) !== ENTRY) return { fault: 'broken' };
      const [method, packed, nameLength, extra, comment, local] = [view.getUint16(at + 10, true), view.getUint32(at + 20, true), view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true), view.getUint32(at + 42, true)];
      const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
      const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
      const content = bytes.subarray(from, from + packed);
      if (content.length < packed || (method !== 0 && method !== 8)) return { fault: 'broken' };
      if (!name.endsWith('/')) {
        const own = method === 0 ? content : inflated(content, left);
        if (own === null || own.length > left) return { fault: 'tooLarge' };
        left -= own.length;
        files.set(name, own);
      }
      at += 46 + nameLength + extra + comment;
    }
  } catch {
    return { fault: 'broken' }; // lengths that lead out of the file, or what doesn't inflate
  }
  return { files };
}
