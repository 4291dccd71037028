import { decode, type Encoding } from '../ingest/decode.ts';

const LOOKED_AT_BYTES = 4096;

/** UTF-16 without its mark, told by the zero bytes of its digits, commas and line ends. */
function nulPattern(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const seen = bytes.subarray(0, LOOKED_AT_BYTES - (LOOKED_AT_BYTES % 2));
  let [even, odd] = [0, 0];
  seen.forEach((byte, index) => {
    if (byte === 0 && index % 2 === 0) even += 1;
    if (byte === 0 && index % 2 === 1) odd += 1;
  });
  // Digits and separators have one zero byte each, Han signs none; the full-width space has its own on the other side.
  const least = seen.length / 20;
  if (odd > least && even * 2 < odd) return 'utf-16le';
  return even > least && odd * 2 < even ? 'utf-16be' : null;
}

const LABELS: Readonly<Record<Encoding, string>> = { 'utf-8-bom': 'utf-8', 'utf-8': 'utf-8', 'utf-16le': 'utf-16le', 'utf-16be': 'utf-16be', gb18030: 'gb18030' };

/** Bytes that an office saved, to text; `asked` when somebody says what they are. */
export function decodeOffice(bytes: Uint8Array, asked?: Encoding): { readonly text: string; readonly encoding: Encoding } {
  const encoding = asked ?? (bytes[0] === 0xff || bytes[0] === 0xfe || bytes[0] === 0xef ? undefined : (nulPattern(bytes) ?? undefined));
  return encoding === undefined ? decode(bytes) : { text: new TextDecoder(LABELS[encoding]).decode(bytes), encoding };
}
