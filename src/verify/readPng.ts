import { crc32 } from '../picture/png.ts';

export type PngReading =
  | { readonly texts: ReadonlyMap<string, string>; readonly width: number; readonly height: number; /** A chunk that isn't what its checksum says; null: all are. */ readonly damaged: string | null }
  | { readonly fault: 'truncated' };

const SIGNATURE_BYTES = 8;

/** What a PNG says in words: keyword and text, as its chunks hold them. A picture that was made anew by another program has none. */
export function readPng(bytes: Uint8Array): PngReading {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const texts = new Map<string, string>();
  let [width, height] = [0, 0];
  let damaged: string | null = null;
  for (let at = SIGNATURE_BYTES; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at);
    if (at + 12 + length > bytes.length) return { fault: 'truncated' };
    const named = bytes.subarray(at + 4, at + 8 + length);
    const name = new TextDecoder('latin1').decode(named.subarray(0, 4));
    if (crc32(named) !== view.getUint32(at + 8 + length)) damaged ??= name;
    const content = named.subarray(4);
    if (name === 'IHDR' && length >= 8) [width, height] = [view.getUint32(at + 8), view.getUint32(at + 12)];
    if (name === 'tEXt' || name === 'iTXt') {
      const end = content.indexOf(0);
      const keyword = new TextDecoder('latin1').decode(content.subarray(0, Math.max(0, end)));
      if (name === 'tEXt') texts.set(keyword, new TextDecoder('latin1').decode(content.subarray(end + 1)));
      else if (content[end + 1] === 0) {
        const language = content.indexOf(0, end + 3);
        const translated = content.indexOf(0, language + 1);
        texts.set(keyword, new TextDecoder().decode(content.subarray(translated + 1)));
      }
    }
    if (name === 'IEND') return { texts, width, height, damaged };
    at += 12 + length;
  }
  return { fault: 'truncated' };
}
