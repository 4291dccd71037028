import type { Encoding } from '../ingest/decode.ts';
import type { IndicatorId } from '../model/indicator.ts';
import type { Absence, Period, Precision } from '../model/observation.ts';
import type { RegionId } from '../model/region.ts';

/** How a file of text is cut into cells. */
export const DELIMITERS = ['comma', 'tab', 'semicolon', 'bar'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** What a reader of the file may insist on; what is left out is found out and shown. */
export interface ReadingOptions {
  readonly encoding?: Encoding;
  readonly delimiter?: Delimiter;
  /** Of a workbook. */
  readonly sheet?: string;
  /** The line of the first row of names; the rows before it are titles. */
  readonly headerLine?: number;
}

/** How the bytes were read. */
export type Reading =
  | { readonly kind: 'text'; readonly encoding: Encoding; readonly delimiter: Delimiter }
  | { readonly kind: 'workbook'; readonly sheets: readonly string[]; readonly sheet: string };

/** One cell, as whoever opened the file saw it. */
export interface SheetCell {
  /** Without spaces at its ends. */
  readonly text: string;
  /** It was blank, and stands within a merged cell whose text this is. */
  readonly isMerged?: boolean;
}

export interface SheetRow {
  /** As an editor counts lines; of a workbook, the row's number. */
  readonly line: number;
  readonly cells: readonly SheetCell[];
}

/** A table as it came, with whatever stands above and below it. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly SheetRow[];
}

/** Where something was seen: “B7” in a workbook, line and column in a text. */
export interface Spot {
  readonly line: number;
  /** From 0. */
  readonly column: number;
}

/** What was read as what it means, so that nobody need correct it. Told with how often, and where first. */
export interface Repairs {
  readonly encoding: null;
  readonly merged: null;
  readonly fullWidth: null;
  readonly thousands: null;
  readonly percentSign: null;
  readonly footnoteMark: { readonly mark: string };
  readonly bigUnit: { readonly unit: string };
  readonly scaled: { readonly from: string; readonly to: string };
  readonly precisionWord: { readonly word: string; readonly precision: Precision };
  readonly absenceWord: { readonly word: string; readonly absence: Absence };
  readonly regionSpelling: { readonly found: string; readonly region: RegionId };
  readonly periodForm: { readonly found: string; readonly period: Period };
  readonly serialDate: { readonly found: string; readonly period: Period };
  readonly hiddenDecimals: { readonly shown: string; readonly stored: string };
  readonly titleRows: { readonly rows: number };
  readonly noteRows: { readonly rows: number };
  readonly emptyColumns: { readonly columns: number };
  readonly blankCells: null;
  readonly aggregateRow: { readonly name: string };
  readonly sameRowTwice: { readonly firstLine: number };
  readonly hiddenRows: { readonly rows: number };
  readonly hiddenSheets: { readonly names: readonly string[] };
  readonly columnLeftOut: { readonly name: string };
}
export type RepairKind = keyof Repairs;
export type RepairOf<Kind extends RepairKind> = { [One in Kind]: { readonly kind: One; readonly args: Repairs[One]; readonly spot: Spot | null; readonly count: number } }[Kind];
export type Repair = RepairOf<RepairKind>;

/** What only a person can say. An answer is the id of one of its options. */
export interface Questions {
  /** What a sign in the cells means, once for the table. */
  readonly sign: { readonly sign: string };
  /** A spelling that is no known region. */
  readonly region: { readonly found: string };
  /** A spelling that may mean several. */
  readonly whichRegion: { readonly found: string };
  /** The period of a table that tells none. */
  readonly period: null;
  /** The region of a table that tells none. */
  readonly regionOfTable: null;
  /** What unit the figures are in. */
  readonly unit: { readonly found: string; readonly expected: string };
  /** Figures between 0 and 1 in an indicator of percentages. */
  readonly fraction: null;
  /** What a comma in figures means. */
  readonly comma: { readonly found: string };
  /** A number in brackets. */
  readonly brackets: { readonly found: string };
  /** A year of two digits. */
  readonly shortYear: { readonly found: string };
  /** Which column of figures is meant. */
  readonly measure: null;
  /** Which line of the indicator the rows belong to. */
  readonly series: null;
}
export type QuestionKind = keyof Questions;
export interface Option {
  /** “notPublished”, “440000”, “leaveOut”. */
  readonly id: string;
  /** What the words are made of: an id of a region, a power of ten, a column's name. */
  readonly name: string;
}
export type QuestionOf<Kind extends QuestionKind> = {
  [One in Kind]: {
    /** Stable for the file: answers are kept by it. */
    readonly id: string;
    readonly kind: One;
    readonly args: Questions[One];
    readonly spots: readonly Spot[];
    /** None: the answer is typed. */
    readonly options: readonly Option[];
  };
}[Kind];
export type Question = QuestionOf<QuestionKind>;
export type Answers = Readonly<Record<string, string>>;

/** What must be put right in the file, or in its cell on the page. */
export interface Faults {
  readonly emptyFile: null;
  readonly unreadable: null;
  readonly locked: null;
  readonly tooLarge: { readonly rows: number; readonly most: number };
  readonly tooBig: { readonly megabytes: number; readonly most: number };
  readonly badCharacter: null;
  readonly badQuote: null;
  readonly noTable: null;
  readonly noRegions: null;
  readonly noFigures: null;
  readonly notANumber: { readonly found: string };
  readonly exponent: { readonly found: string };
  readonly formulaError: { readonly found: string };
  readonly notAPeriod: { readonly found: string };
  readonly partOfYear: { readonly found: string };
  readonly twoFigures: { readonly region: RegionId; readonly period: Period; readonly firstLine: number; readonly first: string; readonly found: string };
  readonly badRank: { readonly found: string };
}
export type FaultKind = keyof Faults;
export type FaultOf<Kind extends FaultKind> = { [One in Kind]: { readonly kind: One; readonly args: Faults[One]; readonly spot: Spot | null } }[Kind];
export type Fault = FaultOf<FaultKind>;

/** How the figures lie in the sheet. */
export const SHAPES = ['long', 'regionsByPeriods', 'periodsByRegions', 'regionsByMeasures', 'measuresByPeriods', 'periodsByMeasures'] as const;
export type Shape = (typeof SHAPES)[number];

/** A column of figures, or a row of them, by its name: what an indicator may be. */
export interface Measure {
  /** As it is headed, without its unit. */
  readonly name: string;
  /** As written: “亿元”; empty when none is told. */
  readonly unit: string;
}

/** One figure as it came: what stands in the cell, and whose it is. */
export interface RawFigure {
  readonly measure: number;
  readonly region: string;
  readonly period: string;
  readonly text: string;
  readonly rank: string;
  readonly band: string;
  readonly note: string;
  readonly spot: Spot;
  readonly regionSpot: Spot;
  readonly periodSpot: Spot;
}

/** The table within a sheet. */
export interface FoundTable {
  readonly shape: Shape;
  /** Above the table, a line each. */
  readonly titles: readonly { readonly line: number; readonly text: string }[];
  readonly notes: readonly { readonly line: number; readonly text: string }[];
  readonly header: { readonly first: number; readonly last: number };
  /** From the titles, or an empty text. */
  readonly unitLine: string;
  readonly measures: readonly Measure[];
  readonly figures: readonly RawFigure[];
  readonly repairs: readonly Repair[];
}

/** A row for `data/`, and where it was read. */
export interface IntakeRow {
  /** Empty for an indicator with one line. */
  readonly series: string;
  readonly region: RegionId;
  readonly period: Period;
  /** In the indicator's unit, decimals as printed; empty: none. */
  readonly value: string;
  readonly status: 'measured' | Absence;
  readonly precision: Precision;
  readonly rank: string;
  readonly band: string;
  readonly note: string;
  readonly spot: Spot;
}

/** What came of the table for one indicator. */
export interface Understood {
  readonly rows: readonly IntakeRow[];
  readonly repairs: readonly Repair[];
  readonly questions: readonly Question[];
  readonly faults: readonly Fault[];
}

/** How near an indicator is to what a measure is called; 1 is the same name. */
export interface Likeness {
  readonly indicator: IndicatorId;
  readonly likeness: number;
}
