import type { intakeZh } from '../i18n/intake.zh.ts';
import type { FaultKind, FaultOf, QuestionKind, QuestionOf, RepairKind, RepairOf, Spot } from './model.ts';

type Words = typeof intakeZh;
type NameOf = (id: string) => string;

export const repairText = <Kind extends RepairKind>(repair: RepairOf<Kind>, words: Words, name: NameOf): string => words.repairs[repair.kind](repair.args, name) + words.times(repair.count);
export const questionText = <Kind extends QuestionKind>(question: QuestionOf<Kind>, words: Words): string => words.questions[question.kind](question.args);
/** What is wrong, and what would put it right. */
export const faultTexts = <Kind extends FaultKind>(fault: FaultOf<Kind>, words: Words, name: NameOf): readonly [what: string, hint: string] => words.faults[fault.kind](fault.args, name);

/** “A” of column 0, “AB” of column 27: as a spreadsheet names them. */
export function columnLetter(column: number): string {
  const rest = Math.floor(column / 26) - 1;
  return (rest >= 0 ? columnLetter(rest) : '') + String.fromCharCode(65 + (column % 26));
}

export const placeText = ({ line, column }: Spot, isBook: boolean, words: Words): string => words.place(line, column + 1, isBook, columnLetter(column));

/** Where a cell was corrected on the page: a key for its text. */
export const spotKey = ({ line, column }: Spot): string => `${line}:${column}`;
