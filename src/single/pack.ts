import { inflateSync } from 'fflate/browser';

/** The parts that the file carries, each deflated and in base64, behind its sum, in a script that doesn't run. */
export const PARTS = ['facts', 'files'] as const;
export type Part = (typeof PARTS)[number];

const TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let rest = index;
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest;
});

/** The sum of a part (CRC-32), eight signs: a stick that has lost a bit must not change a figure. */
export function sumOf(bytes: Uint8Array): string {
  let rest = 0xffffffff;
  // Millions of bytes: no function a byte.
  for (let index = 0; index < bytes.length; index += 1) rest = (TABLE[(rest ^ (bytes[index] ?? 0)) & 255] ?? 0) ^ (rest >>> 8);
  return ((rest ^ 0xffffffff) >>> 0).toString(16).padStart(8, '0');
}

const SUM_LENGTH = 8;

/** @param text The sum of a part, then the part. Throws where it isn't what it was: a copy that broke off, or lost a bit. */
export function unpack(text: string): Uint8Array {
  const binary = atob(text.slice(SUM_LENGTH));
  const packed = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index += 1) packed[index] = binary.charCodeAt(index);
  const bytes = inflateSync(packed);
  if (sumOf(bytes) !== text.slice(0, SUM_LENGTH)) throw new Error('a part is not what it was');
  return bytes;
}

/** Files in a row: a line that names each with its length, then their bytes. */
export function writeFiles(files: readonly (readonly [path: string, content: Uint8Array])[]): Uint8Array {
  const index = new TextEncoder().encode(`${JSON.stringify(files.map(([path, content]) => [path, content.length]))}\n`);
  const whole = new Uint8Array(files.reduce((sum, [, content]) => sum + content.length, index.length));
  whole.set(index);
  let at = index.length;
  for (const [, content] of files) {
    whole.set(content, at);
    at += content.length;
  }
  return whole;
}

const NEWLINE = 10;

const isLine = (one: unknown): one is readonly [string, number] => Array.isArray(one) && one.length === 2 && typeof one[0] === 'string' && typeof one[1] === 'number';

export function readFiles(whole: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const end = whole.indexOf(NEWLINE);
  const index: unknown = JSON.parse(new TextDecoder().decode(whole.subarray(0, Math.max(0, end))));
  if (!Array.isArray(index) || !index.every(isLine)) throw new Error('the list of files can’t be read');
  const files = new Map<string, Uint8Array>();
  let at = end + 1;
  for (const [path, length] of index) {
    files.set(path, whole.subarray(at, at + length));
    at += length;
  }
  return files;
}
