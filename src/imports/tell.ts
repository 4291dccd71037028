import type { importsZh } from '../i18n/imports.zh.ts';
import { columnLetter } from '../intake/tell.ts';
import type { Account, CellSpot, FaultKind, FaultOf, Fault, LeftOut, Question, Reason, TellingKind, TellingOf, Telling } from './model.ts';

type Words = typeof importsZh;

/** “line 7, column 3 “Value””, “sheet “GTMI”, B7”, “record 2, “OBS_VALUE””; nothing where a whole file is meant. */
export function placeText({ kind, line, column, sheet, head }: CellSpot, words: Words): string {
  if (column < 0 || line < 0) return '';
  if (kind === 'workbook') return words.bookPlace(sheet, `${columnLetter(column)}${line}`, head);
  return kind === 'records' ? words.recordPlace(line, head) : words.place(line, column + 1, head);
}
export const whereText = (spot: CellSpot, words: Words): string => words.at(spot.file, placeText(spot, words));

const faultTexts = <K extends FaultKind>(fault: FaultOf<K>, words: Words): readonly [string, string] => words.faults[fault.kind](fault.args);
export function faultText(fault: Fault, words: Words): string {
  const [what, hint] = faultTexts(fault, words);
  return `${fault.spot ? whereText(fault.spot, words) : fault.file}${words.colon}${what}\n  ${hint}`;
}

const toldText = <K extends TellingKind>(telling: TellingOf<K>, words: Words): string => words.told[telling.kind](telling.args);
export const tellingText = (telling: Telling, words: Words): string => words.toldLine(toldText(telling, words), telling.count);

const MOST_PLACES = 3;

export function questionText(question: Question, words: Words): string {
  const texts = (): readonly [string, string, readonly string[]] => {
    if (question.kind === 'regions') return words.questions.regions(question.args);
    if (question.kind === 'zero') return words.questions.zero(question.args);
    if (question.kind === 'measure') return words.questions.measure(question.args);
    return question.kind === 'period' ? words.questions.period(question.args) : words.questions.region(question.args);
  };
  const [what, hint, lines] = texts();
  const spots = question.kind === 'regions' ? question.args.names.map(({ spot }) => spot) : question.kind === 'zero' ? question.args.spots : [];
  const listed = lines.length > 0 ? lines.map((line, at) => { const spot = spots[at]; return `  ${spot ? `${whereText(spot, words)}${words.colon}` : ''}${line}`; }) : spots.slice(0, MOST_PLACES).map((spot) => `  ${whereText(spot, words)}`);
  return [what, ...listed, `  ${hint}`].join('\n');
}

/** The account, a line for each reason: how many, whose, and where first. */
export function accountLines({ figures, left }: Account, words: Words): readonly string[] {
  const byReason = new Map<Reason, LeftOut[]>();
  for (const one of left) {
    const known = byReason.get(one.reason);
    if (known) known.push(one);
    else byReason.set(one.reason, [one]);
  }
  const lines = [...byReason].map(([reason, all]) => {
    const whats = [...new Set(all.map(({ what }) => what))].filter((what) => what !== '' && reason !== 'blank' && reason !== 'duplicateRow');
    return words.accountLine(words.reasons[reason], all.reduce((sum, { count }) => sum + count, 0), all.filter(({ isFigure }) => isFigure).length, whats, all.slice(0, MOST_PLACES).map(({ spot }) => whereText(spot, words)).join('; '));
  });
  return [words.accountTitle(figures.inFiles, figures.carried, figures.leftOut), ...(lines.length > 0 ? lines : [words.nothingLeft])];
}
