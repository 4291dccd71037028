import fs from 'node:fs';
import path from 'node:path';
import { addRows } from '../check/addRows.ts';
import { asStanding } from '../check/asStanding.ts';
import { doubtIssue, explains } from '../doubts/doubtIssues.ts';
import { findDoubts } from '../doubts/findDoubts.ts';
import { intakeEn } from '../i18n/intake.en.ts';
import { intakeZh } from '../i18n/intake.zh.ts';
import { describeIssue, issueTexts } from '../ingest/issue.ts';
import { readObservations } from '../ingest/readObservations.ts';
import { regionIndex } from '../ingest/resolveRegion.ts';
import { findTable } from '../intake/findTable.ts';
import { likenesses } from '../intake/likeness.ts';
import type { Answers, Fault, Question, Spot } from '../intake/model.ts';
import { openFile } from '../intake/openFile.ts';
import { faultTexts, placeText, questionText, repairText } from '../intake/tell.ts';
import { understand } from '../intake/understand.ts';
import type { Atlas } from '../model/atlas.ts';
import type { Lang } from '../model/text.ts';

/** How the command is told what the page asks for by its lists. */
export interface FileWish {
  readonly file: string;
  /** Id of the indicator; null: the one of the same name. */
  readonly indicator: string | null;
  /** “id=answer”, as the questions name them. */
  readonly answers: Answers;
  /** Where the table for `data/` is written; null: nowhere. */
  readonly out: string | null;
  /** ISO date: later periods are no measurements. */
  readonly today: string;
}

/** Until its package is written. */
const SOURCE = { id: 'unnamed', title: { zh: 'unnamed', en: 'unnamed' }, publisher: 'unnamed', confidence: 'B' } as const;

/**
 * `npm run data -- table.xlsx`: what check.html says of a file, in the same words.
 *
 * @returns The exit code: 1 when something must be put right or answered.
 */
export async function checkFile({ file, indicator: asked, answers, out, today }: FileWish, atlas: Atlas, lang: Lang, print: (line: string) => void): Promise<number> {
  const words = lang === 'zh' ? intakeZh : intakeEn;
  const name = (id: string): string => atlas.regions.find((region) => region.id === id)?.short[lang] ?? id;
  if (!fs.existsSync(file)) {
    print(words.command.noFile(file));
    return 1;
  }
  const opened = await openFile(new Uint8Array(fs.readFileSync(file)), path.basename(file));
  const isBook = opened.reading?.kind === 'workbook';
  const at = ({ spot }: { readonly spot: Spot | null }): string => (spot ? `${path.basename(file)}${words.command.comma}${placeText(spot, isBook, words)}${words.colon}` : '');
  const tellFaults = (faults: readonly Fault[]): void => {
    for (const fault of faults) print(`${at(fault)}${faultTexts(fault, words, name).join('\n  ')}`);
  };
  const index = regionIndex(atlas.regions, atlas.aliases);
  const { table, faults } = opened.reading ? findTable(opened.sheet, index) : { table: null, faults: [] };
  tellFaults([...opened.faults, ...faults]);
  for (const repair of opened.repairs) print(`${at(repair)}${repairText(repair, words, name)}`);
  if (!table) return 1;
  let isWhole = opened.faults.length + faults.length === 0;
  for (const [measure, { name: measureName, unit }] of table.measures.entries()) {
    const near = likenesses(measureName, atlas.indicators, atlas.synonyms);
    const same = near.filter(({ likeness }) => likeness === 1);
    const wanted = asked ?? (same.length === 1 ? same[0]?.indicator : undefined);
    const indicator = atlas.indicators.find(({ id }) => id === wanted);
    print(words.command.measure([measureName || path.basename(file), unit].filter(Boolean).join(' · ')));
    if (!indicator) {
      print(words.command.noIndicator(asked, near.slice(0, 5).map((one) => one.indicator)));
      isWhole = false;
      continue;
    }
    const { rows, repairs, questions, faults: own } = understand({ found: table, measure, indicator, regions: atlas.regions, index, answers });
    for (const repair of repairs) print(`  ${at(repair)}${repairText(repair, words, name)}`);
    tellFaults(own);
    const open = questions.filter(({ id }) => answers[id] === undefined);
    for (const question of open) print(askText(question));
    const cells = rows.map(({ series, region, period, value, status, precision, rank, band, note }) => ({ series, region, period, value, status, precision, rank, band, note }));
    const csv = addRows(null, cells, 'add');
    // Where no row could be read, that is told already.
    const { observations, issues } = rows.length === 0 ? { observations: [], issues: [] } : readObservations({ file: `${indicator.id}.csv`, text: csv, resource: { defaults: { source: SOURCE.id } }, indicator, regions: atlas.regions, aliases: atlas.aliases, sources: [SOURCE] });
    for (const issue of issues) print(describeIssue(issue, lang));
    const standing = atlas.tables.find((one) => one.indicator.id === indicator.id) ?? null;
    const doubts = findDoubts({ table: asStanding(indicator, standing, observations), tables: atlas.tables, regions: atlas.regions, retrieved: today }).filter((doubt) => !atlas.explained.some((one) => explains(one, doubt)));
    for (const doubt of doubts) {
      const spot = rows.find(({ series, region, period }) => series === doubt.cell.series && region === doubt.cell.region && period === doubt.cell.period)?.spot;
      print(`${at({ spot: spot ?? null })}${issueTexts(doubtIssue(doubt, '', undefined), lang).join('\n  ')}`);
    }
    print(words.command.rows(indicator.id, rows.length, open.length, own.length + issues.length, doubts.length));
    const isReadable = open.length + own.length + issues.length === 0 && rows.length > 0;
    isWhole &&= isReadable && doubts.length === 0;
    if (out !== null && isReadable) {
      const target = path.join(out, `${indicator.id}.csv`);
      fs.mkdirSync(out, { recursive: true });
      fs.writeFileSync(target, csv);
      print(words.command.wrote(target));
    }
  }
  return isWhole ? 0 : 1;

  function askText(question: Question): string {
    const options = question.options.map(({ id, name: option }) => `    ${id}  ${name(id) === id ? words.option(id, option) : name(id)}`);
    return [`${questionText(question, words)}${words.command.answer(question.id)}`, ...options].join('\n');
  }
}
