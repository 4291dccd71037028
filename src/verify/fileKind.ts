import { decode } from '../ingest/decode.ts';

export type FileKind = 'zip' | 'png' | 'jpeg' | 'pdf' | 'svg' | 'html' | 'json' | 'table' | 'text' | 'binary' | 'empty';

const begins = (bytes: Uint8Array, ...signs: readonly number[]): boolean => signs.every((sign, index) => bytes[index] === sign);

const LOOKED_AT = 4096;

/** What a file is by its content: whatever it is called, it is read as what it is, and nothing in it is ever run. */
export function fileKind(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return 'empty';
  if (begins(bytes, 0x50, 0x4b, 0x03, 0x04)) return 'zip';
  if (begins(bytes, 0x89, 0x50, 0x4e, 0x47)) return 'png';
  if (begins(bytes, 0xff, 0xd8, 0xff)) return 'jpeg';
  if (begins(bytes, 0x25, 0x50, 0x44, 0x46)) return 'pdf';
  const head = bytes.subarray(0, LOOKED_AT);
  const isWide = begins(bytes, 0xff, 0xfe) || begins(bytes, 0xfe, 0xff);
  if (!isWide && head.includes(0)) return 'binary';
  const text = decode(head).text.trimStart();
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!DOCTYPE svg[^>]*>\s*)?<svg\b/i.test(text)) return 'svg';
  if (/^(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html|head|body|script|meta|table|div)\b/i.test(text)) return 'html';
  if (/^[{[]/.test(text)) return 'json';
  const [first = ''] = text.split(/\r?\n/);
  return /[,\t;]/.test(first) ? 'table' : 'text';
}
