export type Encoding = 'utf-8-bom' | 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

const startsWith = (bytes: Uint8Array, mark: readonly number[]): boolean => mark.every((byte, index) => bytes[index] === byte);

/**
 * Bytes to text. A byte order mark decides; else what is valid UTF-8 is UTF-8; else it is GB18030, as spreadsheets save
 * in China. A character that even that cannot read becomes U+FFFD, which `parseCsv` reports. The mark itself is dropped.
 */
export function decode(bytes: Uint8Array): { readonly text: string; readonly encoding: Encoding } {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return { text: new TextDecoder().decode(bytes), encoding: 'utf-8-bom' };
  if (startsWith(bytes, [0xff, 0xfe])) return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16le' };
  if (startsWith(bytes, [0xfe, 0xff])) return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16be' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch (error) {
    // Only “not valid UTF-8” is expected here.
    if (!(error instanceof TypeError)) throw error;
    return { text: new TextDecoder('gb18030').decode(bytes), encoding: 'gb18030' };
  }
}
