import fs from 'node:fs';
import path from 'node:path';
import type { ObservationCells } from '../check/addRows.ts';
import { importsEn } from '../i18n/imports.en.ts';
import { importsZh } from '../i18n/imports.zh.ts';
import { compareTables } from '../imports/compareTables.ts';
import { fitTable } from '../imports/fitTable.ts';
import { isKind } from '../imports/looksLike.ts';
import { KINDS, ZEROS, type Fault, type ImportedTable, type ImportFile, type ImportWish, type Kind, type Zero } from '../imports/model.ts';
import { READERS } from '../imports/readers.ts';
import { resultFiles, type PlacedTable } from '../imports/resultFiles.ts';
import { accountLines, faultText, questionText, tellingText, whereText } from '../imports/tell.ts';
import { unzipped } from '../imports/unzipped.ts';
import { isOneOf, isPeriod } from '../ingest/isOneOf.ts';
import { OBSERVATION_COLUMNS } from '../ingest/readObservations.ts';
import { readTable } from '../ingest/readTable.ts';
import { regionIndex } from '../ingest/resolveRegion.ts';
import type { Atlas } from '../model/atlas.ts';
import type { Lang } from '../model/text.ts';
import { readAtlas } from './readAtlas.ts';

type Words = typeof importsZh;
type Print = (line: string) => void;

const OPTIONS = ['--out', '--edition', '--dataset', '--as', '--zero', '--period', '--region', '--measure', '--leave-out', '--dir', '--lang'] as const;
const PREVIEW_ROWS = 5;
const MOST_DIFFERING = 20;

interface Asked {
  readonly words: readonly string[];
  readonly all: (name: (typeof OPTIONS)[number]) => readonly string[];
}

/** Words and options of the command line; an option that isn't known, or has no value, is told. */
function asked(argv: readonly string[], words: Words): Asked | string {
  const said: (readonly [string, string])[] = [];
  const rest: string[] = [];
  for (let at = 0; at < argv.length; at += 1) {
    const one = argv[at] ?? '';
    if (!one.startsWith('--')) rest.push(one);
    else if (!isOneOf(OPTIONS, one)) return words.unknownOption(one);
    else {
      const value = argv[(at += 1)];
      if (value === undefined || value.startsWith('--')) return words.optionWithout(one);
      said.push([one, value]);
    }
  }
  return { words: rest, all: (name) => said.filter(([key]) => key === name).map(([, value]) => value) };
}

function zerosOf(all: readonly string[]): Readonly<Record<string, Zero>> | string {
  const zeros: Record<string, Zero> = {};
  for (const one of all) {
    const [, table = '', word = ''] = /^(?:([^=]+)=)?(\w+)$/.exec(one) ?? [];
    if (!isOneOf(ZEROS, word)) return one;
    zeros[table] = word;
  }
  return zeros;
}

/** The files that were named: those of a folder, those of an archive, and what belongs beside a file. */
function readFiles(named: readonly string[], kind: Kind): { readonly files: readonly ImportFile[]; readonly missing: readonly string[]; readonly faults: readonly Fault[] } {
  const missing: string[] = [];
  const faults: Fault[] = [];
  // Beside a description may lie a whole site: what it can't name as a table is known by its name alone.
  const isWanted = (name: string): boolean => kind !== 'datapackage' || /\.(?:json|csv|tsv|txt)$/i.test(name);
  const inFolder = (folder: string, below: string): readonly ImportFile[] =>
    fs.readdirSync(path.join(folder, below), { withFileTypes: true }).sort((one, other) => (one.name < other.name ? -1 : 1)).flatMap((entry): readonly ImportFile[] => {
      const name = path.posix.join(below, entry.name);
      if (entry.name.startsWith('.')) return [];
      return entry.isDirectory() ? inFolder(folder, name) : entry.isFile() ? [{ name, bytes: isWanted(name) ? new Uint8Array(fs.readFileSync(path.join(folder, name))) : new Uint8Array() }] : [];
    });
  const read = (one: string): readonly ImportFile[] => {
    if (!fs.existsSync(one)) {
      missing.push(one);
      return [];
    }
    if (fs.statSync(one).isDirectory()) return inFolder(one, '');
    if (kind === 'datapackage' && path.basename(one) === 'datapackage.json') return inFolder(path.dirname(one), '');
    const beside = one.replace(/\.csv$/i, '.metadata.json');
    const file = { name: path.basename(one), bytes: new Uint8Array(fs.readFileSync(one)) };
    return kind === 'owid' && beside !== one && fs.existsSync(beside) && !named.includes(beside) ? [file, { name: path.basename(beside), bytes: new Uint8Array(fs.readFileSync(beside)) }] : [file];
  };
  const files = named.flatMap(read).flatMap((file) => {
    const opened = unzipped(file);
    faults.push(...opened.faults);
    return opened.files;
  });
  return { files, missing, faults };
}

/** Rows of the published table, with its defaults where its cells are blank. */
function publishedRows(atlas: Atlas, dataDir: string, id: string): readonly ObservationCells[] | null {
  const table = atlas.tables.find(({ indicator }) => indicator.id === id);
  if (!table) return null;
  const defaults = atlas.resources.find(({ file }) => file === table.file)?.defaults ?? {};
  const { rows } = readTable(fs.readFileSync(path.join(dataDir, table.file), 'utf8'), table.file, { required: [], optional: OBSERVATION_COLUMNS });
  return rows.map(({ cell }) => Object.fromEntries(OBSERVATION_COLUMNS.map((column) => [column, cell(column) || (defaults[column] ?? '')])));
}

function preview({ rows }: ImportedTable, words: Words, print: Print): void {
  const cells = [words.columns, ...rows.slice(0, PREVIEW_ROWS).map(({ cells: { series = '', region = '', period = '', value = '', rank = '', status = '' } }) => [series, region, period, value, rank, status])];
  for (const line of cells) print(`    ${line.map((text) => text || '·').join('  ')}`);
  if (rows.length > PREVIEW_ROWS) print(words.more(rows.length - PREVIEW_ROWS));
}

/**
 * `npm run import -- <kind> <file>…`: reads an official download, prints its tables, an account of what is in none of them,
 * and how they stand beside what is published. With `--out <folder>` it writes them as `data/` has them.
 *
 * @param argv The kind and the files, folders or archives; options as the usage line names them.
 * @param given What is published, when it is read already; the runner hands in its own third word, which is none.
 * @returns The exit code: 1 when something must be put right or answered, and nothing was written.
 */
export async function main(argv: readonly string[], print: Print = console.log, given?: Atlas | ((address: string) => Promise<unknown>)): Promise<number> {
  const lang: Lang = argv[argv.indexOf('--lang') + 1] === 'en' && argv.includes('--lang') ? 'en' : 'zh';
  const words = lang === 'zh' ? importsZh : importsEn;
  const fail = (...lines: readonly string[]): 1 => {
    for (const line of lines) print(line);
    return 1;
  };
  const kinds = KINDS.map((kind) => words.kind(kind, words.kinds[kind]));
  const said = asked(argv, words);
  if (typeof said === 'string') return fail(said, words.usage);
  const [kind, ...named] = said.words;
  if (kind === undefined) {
    for (const line of [words.usage, ...kinds]) print(line);
    return 0;
  }
  if (!isKind(kind)) return fail(words.unknownKind(kind), ...kinds);
  const known: Kind = kind;
  if (named.length === 0) return fail(words.noFiles);
  const option = (name: (typeof OPTIONS)[number]): string | null => said.all(name).at(-1) ?? null;
  const zero = zerosOf(said.all('--zero'));
  if (typeof zero === 'string') return fail(words.badZero(zero));
  const [period, region, edition, dataset] = [option('--period'), option('--region'), option('--edition'), option('--dataset')];
  if (period !== null && !isPeriod(period)) return fail(words.badPeriod(period));
  if (edition !== null && !isPeriod(edition)) return fail(words.badEdition(edition));
  if (dataset !== null && !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(dataset)) return fail(words.badName(dataset));
  const { files, missing, faults: unread } = readFiles(named, kind);
  if (missing.length > 0) return fail(...missing.map(words.notFound));
  if (unread.length > 0) return fail(...unread.map((fault) => faultText(fault, words)), words.stopped);

  const dataDir = path.resolve(option('--dir') ?? 'data');
  const atlas = typeof given === 'object' ? given : readAtlas(dataDir).atlas;
  if (region !== null && !atlas.regions.some(({ id }) => id === region)) return fail(words.badRegion(region));
  const wish: ImportWish = { zero, leaveOut: said.all('--leave-out'), period, region, measure: option('--measure') };
  const { tables, account, faults, questions, facts } = await READERS[known](files, { regions: atlas.regions, index: regionIndex(atlas.regions, atlas.aliases), indicators: atlas.indicators, synonyms: atlas.synonyms }, wish);
  if (faults.length + questions.length > 0) return fail(...faults.map((fault) => faultText(fault, words)), ...questions.map((question) => questionText(question, words)), words.stopped);

  const wanted = new Map<string, string>();
  for (const one of said.all('--as')) {
    const [, id = '', indicator = ''] = /^([^=]+)=([^=]+)$/.exec(one) ?? [];
    if (!tables.some((table) => table.id === id) || !atlas.indicators.some((known) => known.id === indicator)) return fail(words.badAs(one, tables.map((table) => table.id)));
    wanted.set(id, indicator);
  }
  print(words.tables(tables.length));
  const placed = tables.map((table): PlacedTable => {
    const made = matched(table);
    print(words.table(made.id, made.title, made.unit, made.rows.length, made.indicator === null));
    preview(made, words, print);
    const rows = made.indicator === null ? null : publishedRows(atlas, dataDir, made.indicator);
    if (made.indicator !== null && rows !== null) tellComparison(made, rows);
    const standing = atlas.tables.find(({ indicator }) => indicator.id === made.indicator)?.dataset.replace(/\/[^/]*$/, '');
    return { table: made, folder: dataset ?? standing ?? made.dataset };
  });
  if (account.told.length > 0) print(words.toldTitle);
  for (const telling of account.told) print(tellingText(telling, words));
  for (const line of accountLines(account, words)) print(line);

  const version = edition ?? facts.edition;
  const out = option('--out');
  if (out !== null && version === '') return fail(words.noEdition);
  const twice = placed.find(({ table, folder }, at) => placed.findIndex((one) => one.table.id === table.id && one.folder === folder) !== at);
  if (twice) return fail(words.twice(twice.table.id));
  const result = resultFiles(placed, version === '' ? '…' : version, facts, account);
  if (out !== null) {
    const taken = [...result.files.keys()].filter((file) => fs.existsSync(path.join(out, file)));
    if (taken.length > 0) return fail(words.exists(taken.map((file) => path.posix.join(out, file))));
    for (const [file, text] of result.files) {
      fs.mkdirSync(path.dirname(path.join(out, file)), { recursive: true });
      fs.writeFileSync(path.join(out, file), text);
    }
    print(words.wrote([...result.files.keys()].map((file) => path.posix.join(out, file))));
  }
  print(words.toFill);
  for (const { file, fields } of result.toFill) print(words.toFillLine(file, fields));
  if (out === null) print(words.notWritten);
  return 0;

  /** A table in the unit and under the id of its indicator; where that doesn't fit, as a new one. */
  function matched(table: ImportedTable): ImportedTable {
    const id = wanted.get(table.id) ?? table.indicator;
    const indicator = atlas.indicators.find((one) => one.id === id);
    if (!indicator) return free({ ...table, indicator: null });
    const fit = fitTable(table, indicator, known);
    if ('mismatch' in fit) {
      print(words.unitMismatch(table.id, fit.mismatch.found, fit.mismatch.expected));
      return free({ ...table, indicator: null });
    }
    if (indicator.series && fit.table.rows.some(({ cells }) => !indicator.series?.some((one) => one.id === (cells.series ?? '')))) {
      print(words.seriesNeeded(table.id));
      return free({ ...table, indicator: null });
    }
    if (fit.moved) print(tellingText({ kind: 'scaled', args: fit.moved, spot: null, count: 1 }, words));
    return { ...fit.table, id: indicator.id, indicator: indicator.id, series: [], bands: [] };
  }

  /** The id of an indicator that is there already is not free for another. */
  function free(table: ImportedTable): ImportedTable {
    return atlas.indicators.some(({ id }) => id === table.id) ? { ...table, id: `${table.id}-${known}` } : table;
  }

  function tellComparison(table: ImportedTable, rows: readonly ObservationCells[]): void {
    const { same, otherwisePrinted, otherReason, fresh, absent, differing } = compareTables(table.rows, rows);
    print(words.compared(table.id, same, otherwisePrinted, otherReason, fresh, differing.length, absent));
    for (const { row, what, published, found } of differing.slice(0, MOST_DIFFERING)) print(words.differs(whereText(row.spot, words), [row.cells.series, row.cells.region, row.cells.period].filter(Boolean).join(' '), words.whats[what], published, found));
    if (differing.length > MOST_DIFFERING) print(words.moreDiffering(differing.length - MOST_DIFFERING));
  }
}
