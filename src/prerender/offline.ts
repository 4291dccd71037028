import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { BUILD_LENGTH, LIST_FILE, listText, type BuildList, type ListedFile } from '../offline/buildList.ts';
import { notKeptPage } from './notKept.ts';

/** Pages that open without network. */
export const WALL_PAGES = ['screen.html', 'en/screen.html'] as const;

/** Its module, from the root of the repository; what it asks for later belongs to the wall too. */
export const WALL_MODULE = 'src/islands/screen.ts';

/** How long a page on a slow machine may take from its opening to its first scene. */
const ALIVE_WITHIN_MS = 30_000;

/** One script of the client bundle, as the bundler tells of it. */
export interface BundledChunk {
  readonly fileName: string;
  /** The module that it stands for, absolute; null: it is shared by several. */
  readonly facadeModuleId: string | null;
  /** It stands in pages; what it asks for later belongs to other pages as well. */
  readonly isEntry: boolean;
  readonly imports: readonly string[];
  readonly dynamicImports: readonly string[];
  /** Styles that come with it. */
  readonly styles: readonly string[];
}

/** A module's own chunk, and all that it asks for, now or later. Throws when the bundle has no such chunk. */
export function chunksOf(chunks: readonly BundledChunk[], module: string): readonly string[] {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const first = chunks.find(({ facadeModuleId }) => facadeModuleId === module);
  if (!first) throw new Error(`no script of the bundle stands for ${module}`);
  const found = new Set<string>();
  const open = [first.fileName];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const chunk = byName.get(name);
    if (found.has(name)) continue;
    found.add(name);
    if (!chunk) continue;
    for (const style of chunk.styles) found.add(style);
    open.push(...chunk.imports, ...(chunk.isEntry ? [] : chunk.dynamicImports));
  }
  return [...found].sort();
}

/** Scripts, styles and pictures that a page asks for itself, from the site's root. Links to other pages are none. */
export function partsOfPage(html: string, route: string): readonly string[] {
  const tags = [...html.matchAll(/<script\b[^>]*\bsrc="([^"]+)"|<img\b[^>]*\bsrc="([^"]+)"|<link\b[^>]*\brel="(?:stylesheet|icon|modulepreload)"[^>]*>/g)];
  const addresses = tags.flatMap(([tag, script, picture]) => script ?? picture ?? /\bhref="([^"]+)"/.exec(tag)?.[1] ?? []);
  return addresses.filter((address) => !/^(?:\w+:|\/|#)/.test(address)).map((address) => path.posix.join(path.posix.dirname(route), address.replace(/[?#].*$/, '')));
}

/** A list with its name: the same files give the same text. */
export function buildList(release: string, files: readonly ListedFile[], aliveWithinMs = ALIVE_WITHIN_MS): BuildList {
  const sorted = [...files].sort((one, other) => (one.path < other.path ? -1 : 1));
  const notKept = { zh: notKeptPage('zh'), en: notKeptPage('en') };
  const build = createHash('sha256').update(listText({ release, aliveWithinMs, notKept, files: sorted })).digest('hex').slice(0, BUILD_LENGTH);
  return { build, release, aliveWithinMs, notKept, files: sorted };
}

export const listFileText = (list: BuildList): string => `${JSON.stringify(list, null, 1)}\n`;

/**
 * What the wall needs of a site that is written whole.
 *
 * @param outDir The site.
 * @param module The wall's module, absolute.
 * @returns Null for a site without a wall.
 */
export function offlineList(outDir: string, chunks: readonly BundledChunk[], module: string): BuildList | null {
  const pages = WALL_PAGES.filter((page) => fs.existsSync(path.join(outDir, page)));
  if (pages.length === 0) return null;
  const drawn = pages.map((page) => ({ page, html: fs.readFileSync(path.join(outDir, page), 'utf8') }));
  const asked = drawn.flatMap(({ page, html }) => partsOfPage(html, page));
  const [release = ''] = drawn.flatMap(({ html }) => /<meta name="atlas-release" content="([^"]+)"/.exec(html)?.[1] ?? []);
  const all = new Set<string>([...pages, ...asked, ...chunksOf(chunks, module), 'mark.svg']);
  const files = [...all].map((file): ListedFile => {
    const content = fs.readFileSync(path.join(outDir, file));
    return { path: file, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') };
  });
  return buildList(release, files);
}

/** Written last, when every other file is there. */
export function writeOfflineList(outDir: string, chunks: readonly BundledChunk[], module: string): BuildList | null {
  const list = offlineList(outDir, chunks, module);
  if (list !== null) fs.writeFileSync(path.join(outDir, LIST_FILE), listFileText(list));
  return list;
}
