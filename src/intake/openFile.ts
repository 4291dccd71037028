import { decodeOffice } from './decodeOffice.ts';
import type { Fault, Reading, ReadingOptions, Repair, Sheet } from './model.ts';
import { findDelimiter, readText } from './readText.ts';
import { readWorkbook } from './readWorkbook.ts';

/** A file as it was read: one sheet of cells, with how that was done and what was noticed. */
export interface Opened {
  /** Null: it can't be read at all; the faults say why. */
  readonly reading: Reading | null;
  readonly sheet: Sheet;
  readonly repairs: readonly Repair[];
  readonly faults: readonly Fault[];
}

/** Larger files are no table that a person keeps, and would stop the page. */
export const MOST_BYTES = 20_000_000;
/** What a workbook may grow to when it is unpacked. */
const MOST_UNPACKED_BYTES = 300_000_000;
const MEGABYTE = 1_000_000;

/** What an archive says that its parts are when unpacked, in bytes: each entry of its directory tells. */
export function unpackedBytes(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let sum = 0;
  for (let at = 0; at + 46 <= bytes.length; ) {
    // “PK”, 1, 2: an entry of the directory; its names and remarks follow it.
    if (view.getUint32(at, true) === 0x02014b50) {
      sum += view.getUint32(at + 24, true);
      at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    } else at += 1;
  }
  return sum;
}

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;
/** The container of .xls, and of an encrypted .xlsx. */
const isCompound = (bytes: Uint8Array): boolean => bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0;

/** Pictures and PDFs begin so. */
const FOREIGN = [[0x89, 0x50, 0x4e, 0x47], [0xff, 0xd8, 0xff], [0x25, 0x50, 0x44, 0x46], [0x47, 0x49, 0x46, 0x38]] as const;
/** Signs that no text holds, or a picture read as one. */
const isNoText = (bytes: Uint8Array, text: string): boolean => FOREIGN.some((mark) => mark.every((byte, index) => bytes[index] === byte)) || [...text.slice(0, 100_000)].some((letter) => letter < '\u0009' || (letter > '\u000d' && letter < ' '));

const unread = (kind: 'emptyFile' | 'unreadable' | 'locked'): Opened => ({ reading: null, sheet: { name: '', rows: [] }, repairs: [], faults: [{ kind, args: null, spot: null }] });

async function openWorkbook(bytes: Uint8Array, asked: string | undefined): Promise<Opened> {
  // Half a megabyte that only whoever brings a workbook pays for.
  const library = await import('@e965/xlsx');
  let book;
  try {
    book = library.read(bytes, { type: 'array', cellNF: true, cellText: true, cellFormula: false, cellHTML: false, dense: false });
  } catch (error) {
    // The library throws plain errors for what it can't read.
    return unread(error instanceof Error && /password|encrypt/i.test(error.message) ? 'locked' : 'unreadable');
  }
  const { sheets, sheet, repairs, faults } = readWorkbook(book, asked, library);
  return { reading: { kind: 'workbook', sheets, sheet: sheet.name }, sheet, repairs, faults: sheet.rows.length === 0 && faults.length === 0 ? [{ kind: 'emptyFile', args: null, spot: null }] : faults };
}

/**
 * The bytes of a CSV, TSV or workbook to a sheet of cells. Never rejects for what is in the file: that is told in `faults`.
 *
 * @param name Its file name, for the sheet of a text.
 */
export async function openFile(bytes: Uint8Array, name: string, options: ReadingOptions = {}): Promise<Opened> {
  if (bytes.length === 0) return unread('emptyFile');
  const tooBig = (size: number, most: number): Opened => ({ ...unread('unreadable'), faults: [{ kind: 'tooBig', args: { megabytes: Math.ceil(size / MEGABYTE), most: most / MEGABYTE }, spot: null }] });
  if (bytes.length > MOST_BYTES) return tooBig(bytes.length, MOST_BYTES);
  if (isZip(bytes)) {
    const size = unpackedBytes(bytes);
    if (size > MOST_UNPACKED_BYTES) return tooBig(size, MOST_UNPACKED_BYTES);
  }
  if (isZip(bytes) || isCompound(bytes)) return openWorkbook(bytes, options.sheet);
  const { text, encoding } = decodeOffice(bytes, options.encoding);
  if (text.trim() === '') return unread('emptyFile');
  if (isNoText(bytes, text)) return unread('unreadable');
  const delimiter = options.delimiter ?? findDelimiter(text);
  const { sheet, faults } = readText(text, name, delimiter);
  const repairs: Repair[] = encoding === 'utf-8' || encoding === 'utf-8-bom' ? [] : [{ kind: 'encoding', args: null, spot: null, count: 1 }];
  return { reading: { kind: 'text', encoding, delimiter }, sheet, repairs, faults };
}
