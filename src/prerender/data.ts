import path from 'node:path';
import { describeIssue, issueWords } from '../ingest/issue.ts';
import { hasValue } from '../model/observation.ts';
import { languageCoverage } from '../languages/coverage.ts';
import { readLanguages } from '../languages/readLanguages.ts';
import { sayableOf } from '../languages/siteMessages.ts';
import { readReleases } from './frozen.ts';
import { checkFile } from './checkFile.ts';
import type { Answers } from '../intake/model.ts';
import { readAtlas } from './readAtlas.ts';
import type { Lang } from '../model/text.ts';

/** “sign —=notPublished”, after each `--answer`. */
const answersOf = (argv: readonly string[]): Answers =>
  Object.fromEntries(argv.flatMap((one, at) => { const said = argv[at - 1] === '--answer' ? /^(.*)=([^=]*)$/.exec(one) : null; return said ? [[said[1] ?? '', said[2] ?? '']] : []; }));

/**
 * `npm run data`: reads every published table and prints each issue, a line for each dataset, and the totals.
 * `npm run data -- table.xlsx`: reads a file as check.html does, and says the same of it.
 *
 * @param argv `--lang en` for English; `--dir <folder>` for another folder than `data`. With a file: `--indicator <id>`,
 *   `--answer "question=option"` as often as needed, `--out <folder>` for the table.
 * @returns The exit code: 1 when there is an issue.
 */
export async function main(argv: readonly string[], print: (line: string) => void = console.log): Promise<number> {
  const option = (name: string): string | undefined => (argv.includes(name) ? argv[argv.indexOf(name) + 1] : undefined);
  const lang: Lang = option('--lang') === 'en' ? 'en' : 'zh';
  const words = issueWords(lang);
  const dataDir = path.resolve(option('--dir') ?? 'data');
  const { atlas, issues: own } = readAtlas(dataDir);
  const file = argv.find((one, at) => !one.startsWith('--') && !argv[at - 1]?.startsWith('--'));
  if (file !== undefined) return checkFile({ file, indicator: option('--indicator') ?? null, answers: answersOf(argv), out: option('--out') ?? null, today: new Date().toISOString().slice(0, 10) }, atlas, lang, print);
  const issues = [...own, ...readReleases(dataDir, atlas.site.standings).issues];
  for (const issue of issues) print(describeIssue(issue, lang));
  let figures = 0;
  for (const { id, sources, retrieved } of atlas.datasets) {
    const tables = atlas.tables.filter(({ dataset }) => dataset === id);
    const ofDataset = tables.reduce((sum, { observations }) => sum + observations.filter(hasValue).length, 0);
    figures += ofDataset;
    const count = atlas.resources.filter(({ file }) => path.posix.dirname(file) === id).length;
    print(words.dataset({ id, tables: count, figures: ofDataset, sources: sources.length, retrieved }));
  }
  const { languages } = readLanguages(dataDir);
  if (languages.length > 0) {
    const sayable = sayableOf(path.resolve('.'), dataDir);
    for (const language of languages) print(words.language({ tag: language.tag, ...languageCoverage(language, sayable) }));
  }
  print(
    words.total({
      datasets: atlas.datasets.length,
      indicators: atlas.indicators.length,
      figures,
      regions: atlas.regions.length,
      files: atlas.files.length,
      issues: issues.length,
    }),
  );
  return issues.length > 0 ? 1 : 0;
}
