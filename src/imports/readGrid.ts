import { decodeOffice } from '../intake/decodeOffice.ts';
import { unpackedBytes } from '../intake/openFile.ts';
import { findDelimiter, readText } from '../intake/readText.ts';
import type { Fault, Grid, ImportFile, Telling } from './model.ts';

export interface ReadGrids {
  readonly grids: readonly Grid[];
  readonly faults: readonly Fault[];
  readonly told: readonly Telling[];
}

/** Official downloads are larger than a person's tables. */
const MOST_BYTES = 200_000_000;
const MEGABYTE = 1_000_000;

export const isZip = ({ bytes }: ImportFile): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;
export const isBook = (file: ImportFile): boolean => /\.xls[xmb]?$/i.test(file.name) || (bytesStart(file, [0xd0, 0xcf, 0x11, 0xe0]));
const bytesStart = ({ bytes }: ImportFile, mark: readonly number[]): boolean => mark.every((byte, at) => bytes[at] === byte);

const faultOf = (file: string, kind: 'emptyFile' | 'unreadable'): Fault => ({ kind, args: null, file, spot: null });

/** A text as one sheet; its encoding is told where it isn't UTF-8. */
export function readTextGrid(file: ImportFile): ReadGrids {
  if (file.bytes.length > MOST_BYTES) return { grids: [], faults: [{ kind: 'tooBig', args: { megabytes: Math.ceil(file.bytes.length / MEGABYTE), most: MOST_BYTES / MEGABYTE }, file: file.name, spot: null }], told: [] };
  const { text, encoding } = decodeOffice(file.bytes);
  if (text.trim() === '') return { grids: [], faults: [faultOf(file.name, 'emptyFile')], told: [] };
  if ([...text.slice(0, 10_000)].some((letter) => letter < '\u0009')) return { grids: [], faults: [faultOf(file.name, 'unreadable')], told: [] };
  const { sheet, faults } = readText(text, file.name, findDelimiter(text));
  const grid: Grid = { file: file.name, sheet: '', kind: 'text', rows: sheet.rows.map(({ line, cells }) => ({ line, cells: cells.map((cell) => cell.text) })) };
  return {
    grids: [grid],
    faults: faults.flatMap((fault): readonly Fault[] => (fault.kind !== 'badCharacter' && fault.kind !== 'badQuote' ? [] : [{ kind: fault.kind, args: null, file: file.name, spot: { file: file.name, sheet: '', kind: 'text', head: '', line: fault.spot?.line ?? 1, column: 0 } }])),
    told: encoding.startsWith('utf-8') ? [] : [{ kind: 'encoding', args: { encoding }, spot: null, count: 1 }],
  };
}

/** Every sheet of a workbook, numbers as they are shown or, where fewer decimals are shown than stored, as stored. */
export async function readBookGrids(file: ImportFile): Promise<ReadGrids> {
  const library = await import('@e965/xlsx');
  const { readWorkbook } = await import('../intake/readWorkbook.ts');
  if (file.bytes.length > MOST_BYTES || (isZip(file) && unpackedBytes(file.bytes) > MOST_BYTES * 2)) return { grids: [], faults: [{ kind: 'tooBig', args: { megabytes: Math.ceil(file.bytes.length / MEGABYTE), most: MOST_BYTES / MEGABYTE }, file: file.name, spot: null }], told: [] };
  try {
    const book = library.read(file.bytes, { type: 'array', cellNF: true, cellText: true, cellFormula: false, cellHTML: false, dense: false });
    const faults: Fault[] = [];
    const grids = book.SheetNames.map((name): Grid => {
      const read = readWorkbook(book, name, library);
      for (const fault of read.faults) if (fault.kind === 'tooLarge') faults.push({ kind: 'tooBig', args: { megabytes: fault.args.rows, most: fault.args.most }, file: file.name, spot: null });
      // A merged cell's text stands once, where it was written.
      return { file: file.name, sheet: name, kind: 'workbook', rows: read.sheet.rows.map(({ line, cells }) => ({ line, cells: cells.map(({ text, isMerged }) => (isMerged === true ? '' : text)) })) };
    });
    return { grids, faults, told: [] };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { grids: [], faults: [faultOf(file.name, 'unreadable')], told: [] };
  }
}

export const readGrids = async (file: ImportFile): Promise<ReadGrids> => (isBook(file) ? readBookGrids(file) : readTextGrid(file));

/** JSON with its numbers as the texts that they were printed as: 0.10 stays “0.10”. */
export function readJson(file: ImportFile): { readonly json: unknown } | { readonly fault: Fault } {
  const { text } = decodeOffice(file.bytes);
  const quoted = text.replace(/"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?/g, (token) => (token.startsWith('"') ? token : `"${token}"`));
  try {
    const json: unknown = JSON.parse(quoted);
    return { json };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    // The message counts in the text with its marks; only what is wrong is told.
    return { fault: { kind: 'notJson', args: { detail: error.message.replace(/ (?:in JSON )?at position.*$/s, '') }, file: file.name, spot: null } };
  }
}
