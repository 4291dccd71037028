import type { Zippable } from 'fflate/browser';
import { strToU8, zipSync } from './zip.ts';

/** Names in the archive and what is in them. */
export type ArchiveFiles = Readonly<Record<string, string | Uint8Array>>;

/** No day is earlier in a ZIP. */
const FIRST_DAY = '1980-01-01';

/**
 * One file with all of them in a folder of its own. Its times are the day of the data: the same content is the same file.
 * @param day “2026-11-22”.
 */
export function archive(folder: string, files: ArchiveFiles, day: string | null): Blob {
  const mtime = new Date(`${day ?? FIRST_DAY}T12:00:00`);
  const entries: Zippable = {};
  for (const [name, content] of Object.entries(files)) {
    // Pictures and workbooks are pressed already.
    const level = /\.(?:png|xlsx)$/.test(name) ? 0 : 6;
    entries[`${folder}/${name}`] = [typeof content === 'string' ? strToU8(content) : content, { mtime, level }];
  }
  return new Blob([zipSync(entries)], { type: 'application/zip' });
}
