import { unzipSync } from 'fflate';
import { unpackedBytes } from '../intake/openFile.ts';
import type { Fault, ImportFile } from './model.ts';
import { isBook, isZip } from './readGrid.ts';

const MOST_UNPACKED_BYTES = 500_000_000;

/** What an archive holds, by its paths; other files as they are. Folders, and what systems put beside files, are no files. */
export function unzipped(file: ImportFile): { readonly files: readonly ImportFile[]; readonly faults: readonly Fault[] } {
  if (!isZip(file) || isBook(file)) return { files: [file], faults: [] };
  const size = unpackedBytes(file.bytes);
  if (size > MOST_UNPACKED_BYTES) return { files: [], faults: [{ kind: 'tooBig', args: { megabytes: Math.ceil(size / 1_000_000), most: MOST_UNPACKED_BYTES / 1_000_000 }, file: file.name, spot: null }] };
  try {
    const parts = unzipSync(file.bytes);
    return { files: Object.entries(parts).filter(([name]) => !name.endsWith('/') && !/(?:^|\/)(?:__MACOSX\/|\.)/.test(name)).map(([name, bytes]) => ({ name, bytes })), faults: [] };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { files: [], faults: [{ kind: 'unreadable', args: null, file: file.name, spot: null }] };
  }
}
