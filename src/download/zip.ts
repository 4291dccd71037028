import { strToU8, zipSync, type Zippable } from 'fflate/browser';

/**
 * What write-excel-file wants of fflate (vite.config.ts says so): its own `zip` begins a worker from a blob for a part
 * above 160 kB, which a strict content security policy refuses, and then it never answers.
 */
export function zip(files: Zippable, callback: (error: null, archive: Uint8Array) => void): void {
  callback(null, zipSync(files));
}

export { strToU8, zipSync };
