import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { CLASSIC_ENTRIES, withClassicNames } from '../../src/prerender/classicScripts.ts';
import { EMBED_TEMPLATE } from '../../src/prerender/embedTemplate.ts';
import { embedDocument, fill, type Site } from '../../src/prerender/plugin.ts';

const isRenderer = (module: unknown): module is { openSite: (root: string) => Site } => typeof module === 'object' && module !== null && 'openSite' in module && typeof module.openSite === 'function';

export interface OtherSite {
  readonly site: Site;
  readonly pages: ReadonlyMap<string, string>;
  /** The folder to be served. */
  readonly root: string;
}

/** “assets/embed.js” as this build named it: “assets/embed-1a2b3c4d.js”. */
function hashedIn(dist: string, entry: string): string {
  const { dir, name, ext } = path.posix.parse(entry);
  const found = fs.readdirSync(path.join(dist, dir)).find((file) => file.startsWith(`${name}-`) && file.endsWith(ext) && /^[\da-f]{8}$/.test(file.slice(name.length + 1, -ext.length)));
  if (found === undefined) throw new Error(`the build has no ${entry}`);
  return `${dir}/${found}`;
}

/** The site that this build makes of other data: of `data/` in the folder, in its `site/`. */
export async function otherSite(folder: string, { dist, prerendered }: { readonly dist: string; readonly prerendered: string }, wanted: (route: string) => boolean = () => true): Promise<OtherSite> {
  const renderer: unknown = await import(pathToFileURL(path.join(prerendered, 'server.js')).href);
  if (!isRenderer(renderer)) throw new Error('the build left no renderer of pages');
  const site = renderer.openSite(folder);
  const root = path.join(folder, 'site');
  const write = (file: string, content: Uint8Array | string) => {
    const target = path.join(root, file);
    fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.writeFileSync(target, content);
  };
  const template = fs.readFileSync(path.join(prerendered, 'template.html'), 'utf8');
  const classic = CLASSIC_ENTRIES.map(({ path: entry, isHashed }) => ({ path: entry, file: isHashed ? hashedIn(dist, entry) : entry, content: '' }));
  const pages = new Map<string, string>();
  for (const route of site.routes.filter(wanted)) {
    const page = site.render(route);
    const html = fill(page.embed ? withClassicNames(embedDocument(EMBED_TEMPLATE, page), classic) : template, page, route);
    pages.set(route, html);
    write(route, html);
  }
  for (const file of site.files()) write(file.path, file.content);
  for (const { file } of classic) write(file, fs.readFileSync(path.join(dist, file)));
  fs.cpSync(path.join(dist, 'assets'), path.join(root, 'assets'), { recursive: true });
  fs.cpSync('public', root, { recursive: true });
  return { site, pages, root };
}
