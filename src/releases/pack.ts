import { createHash } from 'node:crypto';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';

/** Files by path, in the order of the paths. */
export type Files = ReadonlyMap<string, Uint8Array>;

export const sha256 = (content: Uint8Array | string): string => createHash('sha256').update(content).digest('hex');

const SHORT = 8;
/** The first eight signs of a SHA-256: what stands in names. */
export const shortHash = (content: Uint8Array | string): string => sha256(content).slice(0, SHORT);

/** Maps repeat the same outlines in every file: a window as large as all of them stores them once. 2^27 = 128 MiB. */
const WINDOW_BITS = 27;

export interface Pack {
  /** Of what is in it, not of the packed bytes, which another version of the compressor may write otherwise. */
  readonly hash: string;
  readonly bytes: Uint8Array;
  readonly rawBytes: number;
}

/**
 * Files in one store: a line of JSON that names each with its length and SHA-256, then their bytes, all of it compressed.
 */
export function packFiles(files: Files): Pack {
  const sorted = [...files].sort(([one], [other]) => (one < other ? -1 : 1));
  const index = sorted.map(([path, content]) => ({ path, bytes: content.length, sha256: sha256(content) }));
  const raw = Buffer.concat([Buffer.from(`${JSON.stringify(index)}\n`), ...sorted.map(([, content]) => content)]);
  const bytes = brotliCompressSync(raw, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_LARGE_WINDOW]: 1,
      [constants.BROTLI_PARAM_LGWIN]: WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: raw.length,
    },
  });
  return { hash: shortHash(raw), bytes, rawBytes: raw.length };
}

/** What is wrong with a store; `path` of the file in it, null for the store itself. */
export interface PackFault {
  readonly path: string | null;
  readonly expected: string;
  readonly found: string;
}

interface IndexLine {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

const isLine = (one: unknown): one is IndexLine =>
  typeof one === 'object' && one !== null && 'path' in one && typeof one.path === 'string' && 'bytes' in one && typeof one.bytes === 'number' && 'sha256' in one && typeof one.sha256 === 'string';

/** Only names such as ours: a store can't write outside of its folder. */
const isSafe = (path: string): boolean => /^[\w-]+(?:\/[\w-]+)*\/[\w.-]+$/.test(path) && !path.includes('..');

/** @param hash What the store's name says. Every file is compared with its hash, and all of them with the name's. */
export function unpackFiles(bytes: Uint8Array, hash: string): { readonly files: Files; readonly faults: readonly PackFault[] } {
  const broken = (found: string) => ({ files: new Map<string, Uint8Array>(), faults: [{ path: null, expected: hash, found }] });
  let raw: Buffer;
  try {
    raw = brotliDecompressSync(bytes, { params: { [constants.BROTLI_DECODER_PARAM_LARGE_WINDOW]: 1 } });
  } catch (error) {
    return broken(error instanceof Error ? error.message : String(error));
  }
  const end = raw.indexOf('\n');
  let index: unknown;
  try {
    index = JSON.parse(raw.subarray(0, Math.max(0, end)).toString('utf8'));
  } catch (error) {
    return broken(error instanceof Error ? error.message : String(error));
  }
  if (!Array.isArray(index) || !index.every(isLine)) return broken('…');
  const files = new Map<string, Uint8Array>();
  const faults: PackFault[] = [];
  let at = end + 1;
  for (const { path, bytes: length, sha256: expected } of index) {
    const content = raw.subarray(at, at + length);
    at += length;
    const found = sha256(content);
    if (found !== expected) faults.push({ path, expected: expected.slice(0, SHORT), found: found.slice(0, SHORT) });
    else if (!isSafe(path)) faults.push({ path, expected: 'a-z', found: path });
    else files.set(path, content);
  }
  // Told last: one wrong file is named before the store that it makes wrong.
  if (faults.length === 0 && shortHash(raw) !== hash) faults.push({ path: null, expected: hash, found: shortHash(raw) });
  return { files, faults };
}
