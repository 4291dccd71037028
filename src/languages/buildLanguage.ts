import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createBuilder } from 'vite';
import { classicFiles, withClassicNames } from '../prerender/classicScripts.ts';
import { EMBED_TEMPLATE } from '../prerender/embedTemplate.ts';
import { embedDocument, fill, type PublishedFile, type Site } from '../prerender/plugin.ts';
import { languagePlugin } from './languagePlugin.ts';
import type { Language } from './readLanguage.ts';

const isRenderer = (module: unknown): module is { openSite: (root: string) => Site } => typeof module === 'object' && module !== null && 'openSite' in module && typeof module.openSite === 'function';

export interface BuiltLanguage {
  readonly files: readonly PublishedFile[];
  /** Its pages, for whoever looks which letters they need. */
  readonly pages: readonly string[];
}

/** Every file below a folder, by its path with “/”. */
const filesIn = (folder: string): readonly string[] =>
  fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => fs.statSync(path.join(folder, file)).isFile()).map((file) => file.split(path.sep).join('/'));

/**
 * The site once more, with the language in the place of the second one: of that, its pages and all that only they ask for.
 * Both go into the folder of the whole site; what is the same in both has the same name.
 *
 * @param root The repository.
 * @param work A folder of its own in `node_modules`, where the renderer finds its packages; it is emptied.
 * @param dataRoot Where `data/` is, when not in the repository.
 * @param wanted Which of its pages; all.
 * @param load Imports a module that was just built: a program that Vite itself runs hands in the importer of its own.
 */
export async function buildLanguage({ root, language, work, dataRoot = root, wanted = () => true, load = (address) => import(address) }: { readonly root: string; readonly language: Language; readonly work: string; readonly dataRoot?: string; readonly wanted?: (route: string) => boolean; readonly load?: (address: string) => Promise<unknown> }): Promise<BuiltLanguage> {
  fs.rmSync(work, { recursive: true, force: true });
  const [out, serverOut] = [path.join(work, 'site'), path.join(work, 'server')];
  const words = languagePlugin(language);
  const places = { name: 'language-places', config: { order: 'post' as const, handler: () => ({ environments: { client: { build: { outDir: out } }, ssr: { build: { outDir: serverOut } } } }) } };
  const builder = await createBuilder({ root, logLevel: 'warn', plugins: [words, places] });
  const { client, ssr } = builder.environments;
  if (!client || !ssr) throw new Error('the build needs a client and an ssr environment');
  await builder.build(client);
  await builder.build(ssr);
  const renderer: unknown = await load(`${pathToFileURL(path.join(serverOut, 'server.js')).href}?t=${Date.now()}`);
  if (!isRenderer(renderer)) throw new Error('the build left no renderer of pages');

  const site = renderer.openSite(dataRoot);
  const template = fs.readFileSync(path.join(out, 'index.html'), 'utf8');
  const classic = await classicFiles(root, [words]);
  const folder = `${language.tag}/`;
  const pages = site.routes.filter((route) => route.startsWith(folder) && wanted(route)).map((route) => {
    const page = site.render(route);
    return { path: route, content: fill(page.embed ? withClassicNames(embedDocument(EMBED_TEMPLATE, page), classic) : template, page, route) };
  });
  const own = site.files().filter((file) => file.path.startsWith(folder) || file.path === `search/${language.tag}.json`);
  // Cards and answers of oEmbed are named by the pages that have them; they name each other.
  const late = new Map<string, PublishedFile>();
  let open = pages.map(({ content }) => content);
  while (open.length > 0) {
    const named = new Set(open.flatMap((text) => [...text.matchAll(/(?:cards|oembed)\/[\w.-]+\.(?:png|json)/g)].map(([file]) => file)));
    open = [];
    for (const file of named) {
      if (!file.includes(`.${language.tag}.`) || late.has(file)) continue;
      const made = await site.lateFile(file);
      if (!made) continue;
      late.set(file, made);
      if (typeof made.content === 'string') open.push(made.content);
    }
  }
  const assets = filesIn(path.join(out, 'assets')).map((file) => ({ path: `assets/${file}`, content: fs.readFileSync(path.join(out, 'assets', file)) }));
  const scripts = classic.filter(({ file }) => file.startsWith('assets/')).map(({ file, content }) => ({ path: file, content }));
  return { files: [...assets, ...scripts, ...pages, ...own, ...late.values()], pages: pages.map(({ content }) => content) };
}
