import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { releasingEn } from '../i18n/releasing.en.ts';
import { releasingZh } from '../i18n/releasing.zh.ts';
import { describeIssue } from '../ingest/issue.ts';
import type { Lang, Text } from '../model/text.ts';
import { readCell, type ChangedCell } from '../releases/cells.ts';
import { CHAIN, writeChain } from '../releases/chain.ts';
import { asksForMore, makeRelease, type Refusal } from '../releases/makeRelease.ts';
import { sha256 } from '../releases/pack.ts';
import { writeRelease } from '../releases/releaseRecord.ts';
import { addressesOf, addressList, readAddresses, withAddresses } from './addresses.ts';
import { readReleases, RELEASES } from './frozen.ts';
import { WORDS } from './pageContext.ts';
import type { Site } from './plugin.ts';
import { readAtlas } from './readAtlas.ts';
import { frozenFiles, presentTables } from './records.ts';
import { manifestText } from './published.ts';
import { releaseOf } from './release.ts';
import { withoutPlaces } from './withoutPlaces.ts';

type ReleaseWords = typeof releasingZh;

const HAN = /[\u3400-\u9fff]/;

/** Both languages or neither: a reason that half of the readers can't read is none. */
function reasonOf(zh: string | undefined, en: string | undefined): { readonly reason: Text | null; readonly isWrong: boolean } {
  if (zh === undefined && en === undefined) return { reason: null, isWrong: false };
  const isRight = zh !== undefined && en !== undefined && HAN.test(zh) && en.trim() !== '' && !HAN.test(en);
  return isRight ? { reason: { zh: zh.trim(), en: en.trim() }, isWrong: false } : { reason: null, isWrong: true };
}

const cellText = (text: string | null, words: ReleaseWords): string => {
  if (text === null) return words.withdrawn;
  const { value, rank, band, status } = readCell(text);
  return [value === null ? '' : String(value), rank === null ? '' : `#${rank}`, band, status].filter((part) => part !== '').join(' ');
};

const cellLine = ({ table, cell }: { readonly table: string; readonly cell: ChangedCell }, words: ReleaseWords): string =>
  `  ${[table, cell.series, cell.region, cell.period].filter((part) => part !== '').join(' · ')}: ${cellText(cell.was, words)} → ${cellText(cell.is, words)}`;

/** The script that frozen pages hear of later days with. */
const LISTENER = /\/listen-[\w-]+\.js$/;

/** More than these are counted. */
const MOST_LINES = 20;

function refusalLines(refusal: Refusal, words: ReleaseWords): readonly string[] {
  if (refusal.kind === 'nothingChanged') return [words.nothingChanged(refusal.id)];
  if (refusal.kind === 'sameHash' || refusal.kind === 'asBefore') return [words[refusal.kind](refusal.id), ...refusal.tables.map((file) => `  data/${file}`)];
  const shown = refusal.cells.slice(0, MOST_LINES);
  return [words.noReason(refusal.cells.length), ...shown.map((one) => cellLine(one, words)), ...(refusal.cells.length > shown.length ? [words.more(refusal.cells.length - shown.length)] : []), words.giveReason];
}

const OPTIONS: readonly string[] = ['--reason', '--reason-en', '--lang', '--root'];

interface Renderer {
  readonly openSite: (root: string) => Site;
}
const isRenderer = (module: unknown): module is Renderer => typeof module === 'object' && module !== null && 'openSite' in module && typeof module.openSite === 'function';

/** All of them whole, or none: what takes long and may fail is done beside them, and a failure leaves the folder as it was. */
function writeTogether(folder: string, files: ReadonlyMap<string, Uint8Array | string>): void {
  fs.mkdirSync(folder, { recursive: true });
  const at = (name: string): string => path.join(folder, name);
  const before = new Map([...files.keys()].map((name) => [name, fs.existsSync(at(name)) ? fs.readFileSync(at(name)) : null]));
  try {
    for (const [name, content] of files) fs.writeFileSync(at(`${name}.part`), content);
    for (const name of files.keys()) fs.renameSync(at(`${name}.part`), at(name));
  } catch (error) {
    for (const [name, content] of before) {
      fs.rmSync(at(`${name}.part`), { force: true, recursive: true });
      if (content === null) fs.rmSync(at(name), { force: true });
      else fs.writeFileSync(at(name), content);
    }
    throw error;
  }
}

/**
 * `npm run release`: what the site shows now is published for good. Needs the site built of this very data.
 *
 * @param argv `--reason "…" --reason-en "…"`: why published figures were changed or withdrawn. `--lang en` for English;
 *   `--root <folder>` for another folder than this one.
 * @param load Imports a module: the renderer of pages that the build has left.
 * @returns The exit code: 1 when there is no release to make.
 */
export async function main(argv: readonly string[], print: (line: string) => void, load: (address: string) => Promise<unknown>): Promise<number> {
  const option = (name: string): string | undefined => (argv.includes(name) ? argv[argv.indexOf(name) + 1] : undefined);
  const lang: Lang = option('--lang') === 'en' ? 'en' : 'zh';
  const words = lang === 'zh' ? releasingZh : releasingEn;
  const root = path.resolve(option('--root') ?? '.');
  const refuse = (...lines: readonly string[]): 1 => {
    for (const line of lines) print(line);
    return 1;
  };
  const unknown = argv.find((one) => one.startsWith('--') && !OPTIONS.includes(one));
  if (unknown !== undefined) return refuse(words.unknownOption(unknown));
  const { reason, isWrong } = reasonOf(option('--reason'), option('--reason-en'));
  if (isWrong) return refuse(words.badReason);

  const dataDir = path.join(root, 'data');
  const { atlas: whole, issues } = readAtlas(dataDir);
  const atlas = whole.site.standings === 'groups' ? withoutPlaces(whole, (file) => fs.readFileSync(path.join(dataDir, file), 'utf8')).atlas : whole;
  const { standings } = atlas.site;
  const kept = readReleases(dataDir, standings);
  const all = [...issues, ...kept.issues];
  if (all.length > 0) return refuse(words.issues(all.length), ...all.map((issue) => describeIssue(issue, lang)));

  const dist = path.join(root, 'dist');
  const builtManifest = path.join(dist, 'data/manifest.json');
  if (!fs.existsSync(builtManifest) || fs.readFileSync(builtManifest, 'utf8') !== manifestText(atlas)) return refuse(words.notBuilt);
  const renderer = await load(pathToFileURL(path.join(root, 'node_modules/.prerender/server.js')).href);
  if (!isRenderer(renderer)) return refuse(words.notBuilt);
  const site = renderer.openSite(root);

  const pages = site.figures().map((figure) => ({ ...figure, html: fs.readFileSync(path.join(dist, figure.route), 'utf8') }));
  const asset = (file: string): Uint8Array => {
    const content = fs.readFileSync(path.join(dist, file));
    if (asksForMore(file, content)) throw new Error(`${file} asks for a further file, which would not be kept with frozen figures`);
    return content;
  };
  const listener = fs.readdirSync(path.join(dist, 'assets')).map((file) => `assets/${file}`).find((file) => LISTENER.test(file));
  if (listener === undefined) return refuse(words.notBuilt);
  const outcome = makeRelease({
    release: releaseOf(atlas),
    standings,
    releases: kept.releases,
    kept: kept.files,
    present: presentTables(atlas),
    pages,
    asset,
    listener,
    stampOf: (one, { date, hash }) => WORDS[standings][one].page.then.frozen(date, hash),
    reason,
  });
  if ('refusal' in outcome) return refuse(...refusalLines(outcome.refusal, words));

  const { record, pack, files, shared } = outcome.made;
  const folder = path.join(dataDir, RELEASES);
  const frozen = frozenFiles({ files, releases: [] }, () => '').map((file) => file.path);
  const before = readAddresses(dataDir, standings);
  const list = withAddresses(before, addressesOf(site.routes, [...site.files().map((file) => file.path), ...frozen]));
  const chainFile = path.join(folder, CHAIN);
  const chain = (fs.existsSync(chainFile) ? fs.readFileSync(chainFile, 'utf8') : '') + writeChain([{ id: record.id, sha256: sha256(writeRelease(record)) }]);
  writeTogether(folder, new Map<string, Uint8Array | string>([
    ...(pack && record.pack !== null ? [[record.pack, pack.bytes] as const] : []),
    [addressList(standings), list] as const,
    [CHAIN, chain] as const,
    // Last: a release is there when its record is.
    [`${record.id}.json`, writeRelease(record)] as const,
  ]));

  const sum = (count: (table: (typeof record.tables)[number]) => number) => record.tables.reduce((total, table) => total + count(table), 0);
  print(words.made(record.id, record.tables.length, sum(({ added }) => added), sum(({ changed }) => changed), sum(({ withdrawn }) => withdrawn)));
  print(words.figures(record.figures.length, shared));
  const grown = [...files].filter(([file]) => file.startsWith('frozen/')).reduce((total, [, content]) => total + content.length, 0);
  print(words.sizes(pack?.rawBytes ?? 0, pack?.bytes.length ?? 0, grown));
  print(words.addresses(list.split('\n').length - 1, list.split('\n').length - 1 - before.length));
  print(words.buildAgain);
  return 0;
}
