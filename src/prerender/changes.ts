import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { differingEn } from '../i18n/differing.en.ts';
import { differingZh } from '../i18n/differing.zh.ts';
import { formatPeriod } from '../i18n/format.ts';
import { describeIssue } from '../ingest/issue.ts';
import type { Atlas } from '../model/atlas.ts';
import type { IndicatorTable } from '../model/indicator.ts';
import type { Lang } from '../model/text.ts';
import { takeawayOf } from '../pages/takeawayOf.ts';
import { cellsOf, compareCells, readCell, type CellChanges, type ChangedCell } from '../releases/cells.ts';
import { placesOf } from '../releases/places.ts';
import { namer } from '../view/sentences/phrases.ts';
import { WORDS } from './pageContext.ts';
import { readAtlas } from './readAtlas.ts';

/** More than these are counted. */
const MOST_CELLS = 20;
const MOST_ISSUES = 30;

/** A cell of a Markdown table: nothing in it may end the cell or begin anything else. */
const cell = (text: string): string => text.replace(/[\\`*_{}[\]()#|<>]/g, (sign) => `\\${sign}`).replace(/\s+/g, ' ');
const tableOf = (head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`);

/** A figure in its published unit, with its place or class. */
function figureText(text: string | null, { indicator }: IndicatorTable, words: typeof differingZh): string {
  if (text === null) return words.withdrawn;
  const { value, status, printedDecimals, rank, band } = readCell(text);
  const figure = value === null ? status : (value / indicator.unit.multiplier).toFixed(printedDecimals);
  return [figure, rank === null ? '' : `#${rank}`, band].filter((part) => part !== '').join(' ');
}

interface Difference {
  readonly table: IndicatorTable;
  readonly before: IndicatorTable | null;
  readonly changes: CellChanges;
  readonly moved: readonly (readonly [regionId: string, was: string | null, is: string | null])[];
}

function movedPlaces(before: IndicatorTable | null, table: IndicatorTable, atlas: Atlas, lang: Lang): Difference['moved'] {
  const { say } = WORDS[atlas.site.standings][lang];
  const [was, is] = [before, table].map((one) => (one ? placesOf(one, atlas.regions, { lang, words: say }) : null));
  if (!was || !is || was.period !== is.period) return [];
  const ids = [...new Set([...Object.keys(was.of), ...Object.keys(is.of)])].sort();
  return ids.flatMap((id) => (was.of[id] === is.of[id] ? [] : [[id, was.of[id] ?? null, is.of[id] ?? null] as const]));
}

/**
 * Two states of `data/` as Markdown: figures added, changed, withdrawn, places and findings that move, and what the checks say.
 * Whoever decides on a request to merge reads this instead of rows of a table.
 */
export function changesText(was: Atlas, is: { readonly atlas: Atlas; readonly issues: readonly string[] }, base: string, lang: Lang): string {
  const words = lang === 'zh' ? differingZh : differingEn;
  const { atlas } = is;
  const say = { lang, words: WORDS[atlas.site.standings][lang].say };
  const nameOf = namer(atlas.regions, say);
  const earlier = new Map(was.tables.map((table) => [table.indicator.id, table]));
  const differences = atlas.tables.flatMap((table): readonly Difference[] => {
    const before = earlier.get(table.indicator.id) ?? null;
    const changes = compareCells(before ? cellsOf(before) : new Map(), cellsOf(table));
    const moved = movedPlaces(before, table, atlas, lang);
    return changes.added + changes.changed.length + changes.withdrawn.length + moved.length === 0 ? [] : [{ table, before, changes, moved }];
  });
  const names = (tables: readonly IndicatorTable[]) => tables.map(({ indicator }) => `${indicator.name[lang]} (${indicator.id})`).join(lang === 'zh' ? '、' : ', ');
  const fresh = atlas.tables.filter(({ indicator }) => !earlier.has(indicator.id));
  const gone = was.tables.filter(({ indicator }) => !atlas.tables.some((table) => table.indicator.id === indicator.id));
  const where = ({ series, region, period }: ChangedCell): string => [nameOf(region), formatPeriod(period, lang), series].filter((part) => part !== '').join(words.comma);

  const lines: string[] = [`## ${words.title(base)}`, ''];
  if (is.issues.length === 0) lines.push(words.noIssues, '');
  else lines.push(words.issues(is.issues.length), '', '```', ...is.issues.slice(0, MOST_ISSUES), ...(is.issues.length > MOST_ISSUES ? [words.more(is.issues.length - MOST_ISSUES)] : []), '```', '');
  if (fresh.length > 0) lines.push(cell(words.fresh(names(fresh))), '');
  if (gone.length > 0) lines.push(cell(words.gone(names(gone))), '');
  if (differences.length === 0) lines.push(words.none, '');
  else {
    lines.push(...tableOf(words.columns, differences.map(({ table, changes, moved }) => [`${cell(table.indicator.name[lang])} \`${table.indicator.id}\``, String(changes.added), String(changes.changed.length), String(changes.withdrawn.length), String(moved.length)])), '');
    if (differences.some(({ changes }) => changes.changed.length + changes.withdrawn.length > 0)) lines.push(`**${words.reasonNeeded}**`, '');
  }
  for (const { table, before, changes, moved } of differences) {
    const name = cell(table.indicator.name[lang]);
    const cells = [...changes.changed, ...changes.withdrawn];
    if (cells.length > 0) {
      lines.push(`### ${words.cells(name, cells.length)}`, '', ...tableOf(words.cellColumns, cells.slice(0, MOST_CELLS).map((one) => [cell(where(one)), cell(figureText(one.was, table, words)), cell(figureText(one.is, table, words))])), '');
      if (cells.length > MOST_CELLS) lines.push(words.more(cells.length - MOST_CELLS), '');
    }
    if (moved.length > 0 && before) lines.push(`### ${words.places(name)}`, '', ...moved.slice(0, MOST_CELLS).map(([id, from, to]) => `- ${cell(nameOf(id))}${words.colon}${cell(words.place(from, to))}`), ...(moved.length > MOST_CELLS ? [`- ${words.more(moved.length - MOST_CELLS)}`] : []), '');
    if (!before) continue;
    const [said, says] = [takeawayOf(was, before, say).text, takeawayOf(atlas, table, say).text];
    if (said !== says) lines.push(`### ${words.sentence(name)}`, '', `- ${words.was}${words.colon}${cell(said)}`, `- ${words.is}${words.colon}${cell(says)}`, '');
  }
  return lines.join('\n');
}

/** `data/` as it stood at a revision, in a folder that the caller removes. Null: git knows none of that name. */
function folderAt(revision: string, scratch: string): string | null {
  try {
    const packed = execFileSync('git', ['archive', '--format=tar', revision, 'data'], { maxBuffer: 1 << 30, stdio: ['ignore', 'pipe', 'ignore'] });
    execFileSync('tar', ['-xf', '-', '-C', scratch], { input: packed });
    return path.join(scratch, 'data');
  } catch {
    return null;
  }
}

const OPTIONS: readonly string[] = ['--base', '--lang', '--dir'];

/**
 * `npm run changes`: what a change of `data/` does to what is published, in Markdown on the standard output.
 *
 * @param argv `--base <folder or git revision>` (origin/main), `--dir <folder>` (data), `--lang en`.
 * @returns The exit code: 1 when there is an issue, or nothing to compare with.
 */
export async function main(argv: readonly string[], print: (line: string) => void = console.log): Promise<number> {
  const option = (name: string): string | undefined => (argv.includes(name) ? argv[argv.indexOf(name) + 1] : undefined);
  const lang: Lang = option('--lang') === 'en' ? 'en' : 'zh';
  const words = lang === 'zh' ? differingZh : differingEn;
  const unknown = argv.find((one) => one.startsWith('--') && !OPTIONS.includes(one));
  if (unknown !== undefined) {
    print(words.unknownOption(unknown));
    return 1;
  }
  const base = option('--base') ?? 'origin/main';
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'atlas-base-'));
  try {
    const before = fs.existsSync(base) && fs.statSync(base).isDirectory() ? base : base.startsWith('-') ? null : folderAt(base, scratch);
    if (before === null) {
      print(words.noBase(base));
      return 1;
    }
    const { atlas, issues } = readAtlas(path.resolve(option('--dir') ?? 'data'));
    print(changesText(readAtlas(before).atlas, { atlas, issues: issues.map((issue) => describeIssue(issue, lang)) }, base, lang));
    return issues.length > 0 ? 1 : 0;
  } finally {
    fs.rmSync(scratch, { recursive: true, force: true });
  }
}
