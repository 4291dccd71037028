import fs from 'node:fs';
import path from 'node:path';
import readline from 'node:readline/promises';
import { isJsonObject, type JsonObject, type StandingEdition } from '../check/editionFiles.ts';
import { makingEn } from '../i18n/making.en.ts';
import { makingZh } from '../i18n/making.zh.ts';
import { describeIssue } from '../ingest/issue.ts';
import type { Expected } from '../model/indicator.ts';
import type { Atlas } from '../model/atlas.ts';
import type { Lang } from '../model/text.ts';
import { askForm, formTemplate, type Asker } from '../making/askForm.ts';
import { formsOf } from '../making/formsOf.ts';
import { sayableOf } from '../languages/siteMessages.ts';
import { NEW_KINDS, newFiles, type NewKind, type Refused } from '../making/newFiles.ts';
import { readAtlas } from './readAtlas.ts';

type Words = typeof makingZh;

const OPTIONS: readonly string[] = ['--answers', '--template', '--dir', '--lang'];

const jsonOf = (text: string): JsonObject | string => {
  try {
    const json: unknown = JSON.parse(text);
    return isJsonObject(json) ? json : 'JSON';
  } catch (error) {
    if (error instanceof SyntaxError) return error.message;
    throw error;
  }
};

function editionOf(atlas: Atlas, read: (file: string) => string | null) {
  return (id: string): (StandingEdition & { readonly expected: Expected }) | null => {
    const table = atlas.tables.find(({ indicator }) => indicator.id === id);
    const packageJson = table && jsonOf(read(`${table.dataset}/datapackage.json`) ?? '');
    return !table || typeof packageJson !== 'object' ? null : { dataset: table.dataset, file: table.file, csv: read(table.file) ?? '', packageJson, expected: table.indicator.expected };
  };
}

function refusalText(refused: Refused, words: Words): string {
  if (refused.kind === 'exists') return words.exists(`data/${refused.file}`);
  if (refused.kind === 'badName') return words.badName(refused.found);
  return refused.kind === 'noIndicator' ? words.noIndicator(refused.id) : words.noPeriod(refused.found);
}

/** Lines of a terminal; of standing input that ends too early, nothing more is asked. */
function terminal(print: (line: string) => void): Asker & { close(): void } {
  const lines = readline.createInterface({ input: process.stdin, output: process.stdout });
  return { ask: async (question) => (await lines.question(question)).trim(), tell: print, close: () => { lines.close(); } };
}

async function chosenKind(found: string | undefined, asker: Asker, words: Words): Promise<NewKind | string> {
  const named = (text: string): NewKind | undefined => NEW_KINDS.find((kind, index) => kind === text || String(index + 1) === text);
  if (found !== undefined) return named(found) ?? found;
  asker.tell(words.which);
  NEW_KINDS.forEach((kind, index) => { asker.tell(`  ${index + 1} ${kind}  ${words.kinds[kind]}`); });
  const answer = await asker.ask('> ');
  return named(answer) ?? answer;
}

/**
 * `npm run new`: asks, and writes the files of a new indicator, edition, claim, system, playlist, group of regions or language.
 *
 * @param argv The kind; `--answers <file>` in place of questions; `--template` prints what answers look like; `--dir`
 *   another folder than `data`; `--lang en`.
 * @param asked Whoever answers in place of the terminal; the runner hands in its own third word, which is none.
 * @returns The exit code: 1 when nothing was written, or what was written has an issue.
 */
export async function main(argv: readonly string[], print: (line: string) => void = console.log, asked?: Asker | ((address: string) => Promise<unknown>)): Promise<number> {
  const option = (name: string): string | undefined => (argv.includes(name) ? argv[argv.indexOf(name) + 1] : undefined);
  const lang: Lang = option('--lang') === 'en' ? 'en' : 'zh';
  const words = lang === 'zh' ? makingZh : makingEn;
  const unknown = argv.find((one) => one.startsWith('--') && !OPTIONS.includes(one));
  const fail = (line: string): 1 => {
    print(line);
    return 1;
  };
  if (unknown !== undefined) return fail(words.unknownOption(unknown));
  const dataDir = path.resolve(option('--dir') ?? 'data');
  const read = (file: string): string | null => (fs.existsSync(path.join(dataDir, file)) ? fs.readFileSync(path.join(dataDir, file), 'utf8') : null);
  const schemaOf = (kind: string): unknown => jsonOf(read(`schema/${kind}.schema.json`) ?? '');

  const answering = typeof asked === 'object' ? asked : undefined;
  const own = answering === undefined && option('--answers') === undefined && !argv.includes('--template') ? terminal(print) : null;
  const asker = answering ?? own ?? { ask: () => Promise.resolve(''), tell: print };
  try {
    const kind = await chosenKind(argv.find((one, index) => !one.startsWith('--') && !OPTIONS.slice(0, 1).concat('--dir', '--lang').includes(argv[index - 1] ?? '')), asker, words);
    const known = NEW_KINDS.find((one) => one === kind);
    if (known === undefined) return fail(words.unknownKind(kind));
    const fields = formsOf(known, schemaOf, words.fields, lang);
    if (argv.includes('--template')) {
      print(JSON.stringify(formTemplate(fields), null, 2));
      return 0;
    }
    const file = option('--answers');
    const given = file === undefined ? await askForm(fields, asker, words.ask) : fs.existsSync(file) ? jsonOf(fs.readFileSync(file, 'utf8')) : 'ENOENT';
    if (typeof given === 'string') return fail(words.badAnswers(file ?? '', given));
    // A dataset of one's own is named by its folder.
    const folder = given['folder'];
    const answers = known === 'indicator' && typeof folder === 'string' && isJsonObject(given['package']) ? { ...given, package: { name: folder, ...given['package'] } } : given;
    const { atlas } = readAtlas(dataDir);
    const made = newFiles(known, answers, { regions: atlas.regions, editionOf: editionOf(atlas, read), read, sayable: () => sayableOf(path.resolve('.'), dataDir) });
    if ('refused' in made) return fail(refusalText(made.refused, words));
    for (const [one, text] of made.files) {
      fs.mkdirSync(path.dirname(path.join(dataDir, one)), { recursive: true });
      fs.writeFileSync(path.join(dataDir, one), text);
    }
    print(words.wrote([...made.files.keys()].map((one) => `data/${one}`)));
    if (known === 'indicator' || known === 'edition') print(words.fillIn);
    if (known === 'language') print(words.translate);
    const { issues } = readAtlas(dataDir);
    print(issues.length === 0 ? words.fine : words.issues(issues.length));
    for (const issue of issues) print(describeIssue(issue, lang));
    return issues.length > 0 ? 1 : 0;
  } finally {
    own?.close();
  }
}
