import type { SealReading } from '../picture/seal.ts';
import type { ChangedSince, FigureCheck } from './checkFigures.ts';
import type { FileKind } from './fileKind.ts';
import type { FileHints } from './hints.ts';

/** What a file is by its SHA-256, without a look inside. */
export interface KnownFile {
  readonly kind: 'table' | 'file' | 'record' | 'store' | 'frozen' | 'single';
  /** From the site's root, or a store's name. */
  readonly path: string;
  /** Of which releases, oldest first; none for what is of no release. */
  readonly releases: readonly string[];
  /** Published so now. */
  readonly isNow: boolean;
  /** Of a table: its figures that were changed since. */
  readonly since: readonly ChangedSince[];
}

export type FileFault = 'empty' | 'tooLarge' | 'broken' | 'bomb' | 'truncated' | 'notOurs' | 'noTable' | 'badJson';

/** All that can be told of one file; words are made of it later. */
export interface Finding {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly kind: FileKind | 'xlsx';
  readonly known: KnownFile | null;
  readonly hints: FileHints;
  /** What it says it shows. */
  readonly title: string;
  /** The short hash alone, as printed sheets have it, resolved; null: none or of no release. */
  readonly check: FigureCheck | null;
  readonly seal: SealReading | null;
  /** A part of a picture that its own checksum refuses. */
  readonly damaged: string | null;
  readonly fault: FileFault | null;
  /** Of an archive. */
  readonly inside: readonly Finding[];
}

/** Longer files are none of ours. */
export const MOST_FILE_BYTES = 32_000_000;
