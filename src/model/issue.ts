import type { Doubts } from './doubt.ts';

/** What each kind of issue tells besides its place and what was found. */
export interface IssueArgs {
  // The bytes and the table
  readonly emptyFile: null;
  readonly notUtf8: { readonly encoding: string };
  readonly badCharacter: null;
  readonly raggedRow: { readonly cells: number; readonly expected: number };
  readonly unterminatedQuote: null;
  readonly misplacedQuote: null;
  readonly emptyColumnName: { readonly position: number };
  readonly duplicateColumnName: null;
  readonly unknownColumn: { readonly known: readonly string[] };
  readonly missingColumn: null;
  // A cell
  readonly blankCell: null;
  readonly notANumber: null;
  readonly commaInNumber: null;
  readonly exponentInNumber: null;
  readonly signInNumber: { readonly sign: string };
  readonly dashInNumber: null;
  readonly outsideLimits: { readonly min: number | null; readonly max: number | null };
  readonly badRank: null;
  readonly notAnInteger: null;
  readonly badPeriod: null;
  readonly badDate: null;
  readonly unknownWord: { readonly known: readonly string[] };
  readonly unknownRegion: null;
  readonly ambiguousRegion: { readonly candidates: readonly string[] };
  readonly unknownSeries: { readonly indicator: string; readonly known: readonly string[] };
  readonly missingSeries: { readonly indicator: string; readonly known: readonly string[] };
  readonly unknownBand: { readonly indicator: string; readonly known: readonly string[] };
  readonly unknownSource: { readonly known: readonly string[] };
  readonly unknownNetwork: { readonly known: readonly string[] };
  readonly unknownIndicator: null;
  // A row
  readonly valueWithAbsence: { readonly status: string };
  readonly blankWithoutAbsence: { readonly known: readonly string[] };
  readonly duplicateKey: { readonly firstLine: number };
  readonly duplicateAlias: { readonly firstLine: number };
  // A figure that can be read and may yet be wrong
  readonly unitSlip: Doubts['unitSlip'];
  readonly swappedRows: Doubts['swappedRows'];
  readonly copiedPeriod: Doubts['copiedPeriod'];
  readonly overWhole: Doubts['overWhole'];
  readonly partsDontAddUp: Doubts['partsDontAddUp'];
  readonly impossibleJump: Doubts['impossibleJump'];
  readonly standsApart: Doubts['standsApart'];
  readonly rankContradicts: Doubts['rankContradicts'];
  readonly signSlip: Doubts['signSlip'];
  readonly notYet: Doubts['notYet'];
  readonly nothingToExplain: null;
  // A JSON file
  readonly badJson: { readonly detail: string };
  readonly wrongType: { readonly expected: JsonType };
  readonly missingField: null;
  readonly missingLanguage: { readonly language: 'zh' | 'en' };
  readonly unknownField: { readonly known: readonly string[] };
  readonly badId: null;
  readonly idNotFileName: { readonly expected: string };
  readonly duplicateId: null;
  readonly notAscending: null;
  readonly notAPowerOfTen: null;
  readonly badAddress: null;
  readonly noBands: null;
  // A playlist
  readonly emptyList: null;
  readonly tooMany: { readonly most: number };
  readonly outsideRange: { readonly min: number; readonly max: number };
  readonly digitInWords: null;
  readonly unknownStory: { readonly known: readonly string[] };
  readonly unknownClaim: null;
  readonly unknownPeriod: { readonly indicator: string; readonly known: readonly string[] };
  readonly otherIndicator: { readonly expected: readonly string[] };
  readonly schema: { readonly detail: string };
  // A third language
  readonly badLanguageTag: null;
  readonly otherPlaceholders: { readonly missing: readonly string[]; readonly unknown: readonly string[] };
  readonly languageWithGroups: null;
  // The folder
  readonly missingFile: null;
  readonly fileWithoutResource: null;
  readonly indicatorWithoutTable: null;
  readonly indicatorInTwoDatasets: { readonly other: string };
  // Releases
  readonly hashDiffers: { readonly expected: string };
  readonly brokenChain: null;
  readonly recordAltered: { readonly expected: string };
  readonly recordUnlisted: null;
  readonly recordContradicts: { readonly expected: string };
  readonly notInOrder: null;
  readonly addressGone: null;
  readonly badMove: null;
}

export type JsonType = 'text' | 'number' | 'boolean' | 'list' | 'object' | 'textOrNumber';

export type IssueCode = keyof IssueArgs;

/** Where it is: lines as an editor counts them, the header being line 1. */
interface Place {
  /** As a maintainer names it: “data/toy/2001/toys.csv”. */
  readonly file: string;
  readonly line?: number;
  /** The column of a table. */
  readonly column?: string;
  /** The field of a JSON file: “unit.multiplier”, “series[2].name”. */
  readonly field?: string;
  readonly found?: string;
}

export type IssueOf<Code extends IssueCode> = { [One in Code]: Place & { readonly code: One; readonly args: IssueArgs[One] } }[Code];

/** What is wrong with published data, told so that it can be put right. All issues of a file are told at once. */
export type Issue = IssueOf<IssueCode>;

/** For each kind: what is wrong, and what would put it right. `found` is already in quotation marks. */
export type IssueMessages = { readonly [Code in IssueCode]: (found: string, args: IssueArgs[Code]) => readonly [what: string, hint: string] };

/** What `npm run data` says around the issues, and how an issue's place is written. */
export interface IssueWords {
  readonly quote: (text: string) => string;
  readonly place: (place: { readonly file: string; readonly line: number | null; readonly column: string | null; readonly field: string | null }) => string;
  readonly dataset: (dataset: { readonly id: string; readonly tables: number; readonly figures: number; readonly sources: number; readonly retrieved: string }) => string;
  readonly language: (language: { readonly tag: string; readonly words: { readonly said: number; readonly of: number }; readonly data: { readonly said: number; readonly of: number }; readonly unused: readonly string[] }) => string;
  readonly total: (total: { readonly datasets: number; readonly indicators: number; readonly figures: number; readonly regions: number; readonly files: number; readonly issues: number }) => string;
}
