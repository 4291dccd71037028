import type { ObservationCells } from '../check/addRows.ts';
import type { RegionIndex } from '../ingest/resolveRegion.ts';
import type { Expected, Indicator, IndicatorId } from '../model/indicator.ts';
import type { Region, RegionId } from '../model/region.ts';
import type { Synonym } from '../model/synonym.ts';

/** Whose downloads are read. */
export const KINDS = ['egovkb', 'nbs', 'data360', 'worldbank', 'oecd', 'govtech', 'datapackage', 'owid'] as const;
export type Kind = (typeof KINDS)[number];

export interface ImportFile {
  /** As it was given, or its path within the folder or the archive. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** How places in it are told: as line and column, as “B7”, or as a record and the name of its field. */
export type GridKind = 'text' | 'workbook' | 'records';

/** Cells of one file, or of one sheet of it, without spaces at their ends. Blank lines are passed over. */
export interface Grid {
  readonly file: string;
  /** Empty unless the file is a workbook. */
  readonly sheet: string;
  readonly kind: GridKind;
  readonly rows: readonly GridRow[];
}
export interface GridRow {
  /** As an editor counts; of a workbook the row's number; of records which one, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** One cell, so that a person finds it. */
export interface CellSpot {
  readonly file: string;
  readonly sheet: string;
  readonly kind: GridKind;
  readonly line: number;
  /** From 0. */
  readonly column: number;
  /** What its column is called; empty above and below the table. */
  readonly head: string;
}

/** A row for `data/`; every cell is text as it was printed. */
export interface ImportedRow {
  readonly cells: ObservationCells;
  /** Of the figure, or of what stands in its place. */
  readonly spot: CellSpot;
  readonly rankSpot: CellSpot | null;
}

export interface ImportedTable {
  /** Of an indicator where that is sure, otherwise a proposal. */
  readonly id: string;
  /** Null: no indicator of the site, or nobody can say which. */
  readonly indicator: IndicatorId | null;
  /** As the file calls it. */
  readonly title: string;
  /** As the file has it; empty: it names none. */
  readonly unit: string;
  /** Power of ten by which figures are in that unit, where the file tells it apart from the unit's name. */
  readonly power: number;
  readonly expected: Expected;
  /** Folder of the dataset that is proposed. */
  readonly dataset: string;
  readonly series: readonly { readonly id: string; readonly name: string }[];
  readonly bands: readonly { readonly id: string; readonly name: string }[];
  /** What the file says of it, to be read before it is described. */
  readonly remarks: readonly string[];
  readonly rows: readonly ImportedRow[];
}

/** Why something that stands in a file stands in no table. */
export const REASONS = [
  'blank', 'absenceSign', 'zeroAsMissing', 'aggregate', 'notInAtlas', 'byWish', 'periodNotCarried', 'duplicateRow', 'deletedRow', 'flagNotCarried',
  'columnNotCarried', 'constantColumn', 'summaryRow', 'preamble', 'note', 'sheetNotCarried', 'fileNotCarried', 'resourceNotCarried',
] as const;
export type Reason = (typeof REASONS)[number];

export interface LeftOut {
  readonly reason: Reason;
  /** Whose: an aggregate's code, a column's name, a sign; empty where the reason says it all. */
  readonly what: string;
  readonly spot: CellSpot;
  readonly found: string;
  /** A cell of figures, not one of names or words. */
  readonly isFigure: boolean;
  /** Cells, of which this is the first; figures stand one by one. */
  readonly count: number;
}

/** What was read as what it means, and is in a table all the same. */
export interface Tellings {
  readonly oldCode: { readonly found: string; readonly region: RegionId };
  readonly chinaRegion: { readonly found: string; readonly region: RegionId };
  readonly oddSpelling: { readonly found: string; readonly region: RegionId };
  readonly rankForm: { readonly found: string; readonly rank: string };
  readonly numberForm: { readonly found: string; readonly value: string };
  readonly footnoteMark: { readonly mark: string };
  readonly scaled: { readonly from: string; readonly to: string };
  readonly encoding: { readonly encoding: string };
  readonly oldColumn: { readonly found: string; readonly column: string };
  readonly periodFromName: { readonly period: string };
  readonly seriesOf: { readonly columns: readonly string[] };
  readonly statusWord: { readonly found: string; readonly status: string };
}
export type TellingKind = keyof Tellings;
export type TellingOf<K extends TellingKind> = { [One in K]: { readonly kind: One; readonly args: Tellings[One]; readonly spot: CellSpot | null; readonly count: number } }[K];
export type Telling = TellingOf<TellingKind>;

/** What must be put right in the file, or by giving another one. */
export interface Faults {
  readonly emptyFile: null;
  readonly unreadable: null;
  readonly notJson: { readonly detail: string };
  readonly badCharacter: null;
  readonly badQuote: null;
  readonly tooBig: { readonly megabytes: number; readonly most: number };
  readonly wrongKind: { readonly wanted: Kind; readonly looksLike: Kind | null; readonly missing: readonly string[] };
  readonly missingColumn: { readonly column: string; readonly found: readonly string[] };
  readonly raggedRow: { readonly cells: number; readonly expected: number };
  readonly notANumber: { readonly found: string };
  readonly ambiguousComma: { readonly found: string };
  readonly notAPeriod: { readonly found: string };
  readonly badRank: { readonly found: string };
  readonly twoFigures: { readonly region: RegionId; readonly period: string; readonly first: string; readonly found: string; readonly firstLine: number };
  readonly codeAndName: { readonly code: string; readonly name: string; readonly meant: RegionId };
  readonly noTable: null;
  readonly noFile: { readonly file: string };
  readonly outsidePath: { readonly path: string };
  readonly remotePath: { readonly path: string };
  readonly badPackage: { readonly detail: string };
  readonly severalPackages: { readonly found: readonly string[] };
  readonly valueWithAbsence: { readonly status: string; readonly found: string };
  readonly badStatus: { readonly found: string };
  readonly badUnitPower: { readonly found: string };
}
export type FaultKind = keyof Faults;
export type FaultOf<K extends FaultKind> = { [One in K]: { readonly kind: One; readonly args: Faults[One]; readonly file: string; readonly spot: CellSpot | null } }[K];
export type Fault = FaultOf<FaultKind>;

/** What only a person can say, with the option of the command that says it. */
export interface Questions {
  readonly regions: { readonly names: readonly { readonly name: string; readonly spot: CellSpot; readonly count: number }[] };
  readonly zero: { readonly table: string; readonly spots: readonly CellSpot[]; readonly count: number };
  readonly period: { readonly file: string; readonly near: string };
  readonly region: { readonly file: string };
  readonly measure: { readonly file: string };
}
export type QuestionKind = keyof Questions;
export type Question = { [One in QuestionKind]: { readonly kind: One; readonly args: Questions[One] } }[QuestionKind];

/** What the files say of themselves, for the description; nothing here is supposed. */
export interface SourceFacts {
  readonly name: string;
  readonly title: string;
  readonly publisher: string;
  readonly path: string;
  readonly published: string;
  readonly locator: string;
  readonly confidence: string;
  readonly titleEn: string;
}
export interface PackageFacts {
  readonly title: string;
  readonly titleEn: string;
  readonly description: string;
  /** “2024”, “2026-07-01”; empty: the files tell no edition. */
  readonly edition: string;
  readonly licence: { readonly name: string; readonly title: string; readonly path: string } | null;
  readonly sources: readonly SourceFacts[];
}

export interface Account {
  /** Cells of figures: all of them, those that are in a table, those that are not. */
  readonly figures: { readonly inFiles: number; readonly carried: number; readonly leftOut: number };
  readonly left: readonly LeftOut[];
  readonly told: readonly Telling[];
}

export interface Imported {
  readonly tables: readonly ImportedTable[];
  readonly account: Account;
  readonly faults: readonly Fault[];
  /** Open ones: while there is one, nothing is written. */
  readonly questions: readonly Question[];
  readonly facts: PackageFacts;
}

/** What the site knows. */
export interface ImportContext {
  readonly regions: readonly Region[];
  readonly index: RegionIndex;
  readonly indicators: readonly Indicator[];
  readonly synonyms: readonly Synonym[];
}

export const ZEROS = ['missing', 'value'] as const;
export type Zero = (typeof ZEROS)[number];

/** What a person has said on the command line. */
export interface ImportWish {
  /** By table; '' for every other. */
  readonly zero: Readonly<Record<string, Zero>>;
  /** Spellings of regions that are to be left out knowingly. */
  readonly leaveOut: readonly string[];
  /** Of a file that tells none. */
  readonly period: string | null;
  readonly region: RegionId | null;
  /** What the figures of a table without a title are, with the unit in brackets: “示例(亿元)”. */
  readonly measure: string | null;
}

export type Importer = (files: readonly ImportFile[], context: ImportContext, wish: ImportWish) => Promise<Imported>;
