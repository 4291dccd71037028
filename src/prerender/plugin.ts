import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin, ViteBuilder, ViteDevServer } from 'vite';
import { buildLanguage } from '../languages/buildLanguage.ts';
import { readLanguages } from '../languages/readLanguages.ts';
import { CLASSIC_ENTRIES, classicFile, classicFiles, withClassicNames } from './classicScripts.ts';
import { ANY_SCRIPT, EMBED_SCRIPT, EMBED_TEMPLATE, MORE_STYLES } from './embedTemplate.ts';
import { WALL_MODULE, writeOfflineList, type BundledChunk } from './offline.ts';
import type { Edition } from './pageContext.ts';
import type { DrawnFigure } from './records.ts';
import { SINGLE_FILE, singleFile } from './single.ts';
import type { SingleParts } from './singleParts.ts';

/** One page, ready to be put into the template. */
export interface RenderedPage {
  readonly lang: string;
  readonly head: string;
  readonly body: string;
  /** It stands in articles, in a document of its own; `more`: its picture has rules of the whole pages; `any`: it takes a figure from its page. Absent: a page of the site. */
  readonly embed?: 'lean' | 'more' | 'any';
}

/** A file that stands beside the pages: a published table, the manifest. */
export interface PublishedFile {
  readonly path: string;
  readonly content: Uint8Array | string;
}

export interface Site {
  /** Addresses below the site's root, each with its extension: “en/indicator/un-egdi.html”. */
  readonly routes: readonly string[];
  /** Pages for those who work on the site, in no release: shown by `npm run dev`, photographed by the tests. */
  readonly drafts: readonly string[];
  /** @param edition The site as one file, where it has been made. */
  render(route: string, edition?: Edition): RenderedPage;
  /** What the single file carries. */
  singleParts(): SingleParts;
  files(): readonly PublishedFile[];
  /**
   * What takes long, and is made of the pages: social cards, outlines of letters.
   * @param texts Everything that the site can show.
   */
  late(texts: readonly string[]): Promise<readonly PublishedFile[]>;
  /** One of these by its path, made now. */
  lateFile(path: string): Promise<PublishedFile | null>;
  /** Pages for articles, as a release freezes them. */
  figures(): readonly DrawnFigure[];
}

interface ServerEntry {
  /** Reads and checks data/; throws with every issue named when there is one. */
  openSite(root: string): Site;
}

const OUT = 'dist';
const SERVER_OUT = 'node_modules/.prerender';
const LANGUAGES_OUT = 'node_modules/.prerender-languages';
const DRAFTS_OUT = `${SERVER_OUT}/drafts`;
/** What every page is put into, kept for those who render pages of other data with this build. */
const TEMPLATE_OUT = `${SERVER_OUT}/template.html`;

/** The scripts of a build, with the styles that come with them. */
const bundledChunks = (made: Awaited<ReturnType<ViteBuilder['build']>>): readonly BundledChunk[] =>
  (Array.isArray(made) ? made : [made])
    .flatMap((one) => ('output' in one ? one.output : []))
    .flatMap((one) => (one.type === 'chunk' ? [{ ...one, styles: [...(one.viteMetadata?.importedCss ?? [])] }] : []));

/** Links in the template are relative to the root; a page in a folder needs “../”. */
export const fill = (template: string, page: RenderedPage, route: string): string =>
  template
    .replace('<html lang="zh-CN">', () => `<html lang="${page.lang}">`)
    .replace(/(\s(?:src|href|data-full)=")\.\//g, (_, attribute: string) => attribute + ('../'.repeat(route.split('/').length - 1) || './'))
    .replace('<!--head-->', () => page.head)
    .replace('<!--body-->', () => page.body);

/** The document of pages for articles. */
export const embedDocument = (template: string, { embed }: Pick<RenderedPage, 'embed'>): string => template.replace('<!--more-->', () => (embed === 'more' ? MORE_STYLES : '')).replace(EMBED_SCRIPT, () => (embed === 'any' ? ANY_SCRIPT : EMBED_SCRIPT));

/**
 * One `vite build` makes the client bundle, then the server bundle, then one HTML file a route.
 * In development the same pages are rendered on request.
 */
export function prerender(entry: string): Plugin {
  let root = '';
  return {
    name: 'prerender',
    config: () => ({
      appType: 'mpa',
      builder: {},
      environments: {
        client: { build: { outDir: OUT } },
        ssr: {
          build: {
            outDir: SERVER_OUT,
            emptyOutDir: true,
            copyPublicDir: false,
            rolldownOptions: { input: entry, output: { entryFileNames: 'server.js' } },
          },
        },
      },
    }),
    configResolved(config) {
      root = config.root;
    },
    // Vite adds `crossorigin`; with it Chromium refuses the stylesheet of a page opened from a folder.
    transformIndexHtml: { order: 'post', handler: (html) => html.replace(/ crossorigin(?=[ >])/g, '') },
    async buildApp(builder) {
      const { client, ssr } = builder.environments;
      if (!client || !ssr) throw new Error('the build needs a client and an ssr environment');
      const bundles = await builder.build(client);
      await builder.build(ssr);
      const address = pathToFileURL(path.resolve(root, SERVER_OUT, 'server.js')).href;
      const server: ServerEntry = await import(`${address}?t=${Date.now()}`);
      const site = server.openSite(root);
      const outDir = path.resolve(root, OUT);
      const write = (file: string, content: Uint8Array | string, folder = outDir) => {
        const target = path.join(folder, file);
        fs.mkdirSync(path.dirname(target), { recursive: true });
        fs.writeFileSync(target, content);
      };
      const classic = await classicFiles(root);
      const template = withClassicNames(fs.readFileSync(path.join(outDir, 'index.html'), 'utf8'), classic);
      fs.writeFileSync(path.resolve(root, TEMPLATE_OUT), template);
      for (const { file, content } of classic) write(file, content);
      const single = await singleFile(root, site.singleParts());
      write(SINGLE_FILE, single);
      const edition: Edition = { kind: 'offered', file: SINGLE_FILE, bytes: Buffer.byteLength(single), sha256: createHash('sha256').update(single).digest('hex') };
      const put = (page: RenderedPage, route: string): string => fill(page.embed ? withClassicNames(embedDocument(EMBED_TEMPLATE, page), classic) : template, page, route);
      for (const file of site.files()) write(file.path, file.content);
      // Messages that only a script shows are in the bundle.
      const texts = fs.readdirSync(path.join(outDir, 'assets')).filter((file) => file.endsWith('.js')).map((file) => fs.readFileSync(path.join(outDir, 'assets', file), 'utf8'));
      for (const route of site.routes) {
        const html = put(site.render(route, edition), route);
        texts.push(html);
        write(route, html);
      }
      for (const language of readLanguages(path.resolve(root, 'data')).languages) {
        const built = await buildLanguage({ root, language, work: path.resolve(root, LANGUAGES_OUT, language.tag) });
        for (const file of built.files) write(file.path, file.content);
        texts.push(...built.pages);
        builder.config.logger.info(`${language.tag}: ${built.pages.length} pages`);
      }
      const late = await site.late(texts);
      for (const file of late) write(file.path, file.content);
      for (const route of site.drafts) write(route, fill(template, site.render(route), route), path.resolve(root, DRAFTS_OUT));
      writeOfflineList(outDir, bundledChunks(bundles), path.resolve(root, WALL_MODULE));
      builder.config.logger.info(`${site.routes.length} pages, ${site.files().length + late.length} published files`);
    },
    configureServer(server: ViteDevServer) {
      const load = async (): Promise<Site> => {
        const module = await server.ssrLoadModule(`/${entry}`);
        const { openSite } = module;
        if (typeof openSite !== 'function') throw new Error(`${entry} exports no openSite`);
        return openSite(root);
      };
      return () => {
        server.middlewares.use(async (request, response, next) => {
          try {
            const asked = decodeURI((request.originalUrl ?? '/').split('?')[0] ?? '/').slice(1);
            const route = asked === '' || asked.endsWith('/') ? `${asked}index.html` : asked;
            const site = await load();
            const file = site.files().find((one) => one.path === route) ?? (await site.lateFile(route));
            if (file) {
              response.end(file.content);
              return;
            }
            const classic = CLASSIC_ENTRIES.find((one) => one.path === route && fs.existsSync(path.join(root, one.entry)));
            if (classic) {
              response.setHeader('content-type', route.endsWith('.css') ? 'text/css' : 'text/javascript');
              response.end((await classicFile(root, classic, false)).content);
              return;
            }
            if (!site.routes.includes(route) && !site.drafts.includes(route)) {
              next();
              return;
            }
            const page = site.render(route);
            const template = page.embed ? embedDocument(EMBED_TEMPLATE, page) : await server.transformIndexHtml(`/${route}`, fs.readFileSync(path.join(root, 'index.html'), 'utf8'));
            response.setHeader('content-type', 'text/html; charset=utf-8');
            response.end(fill(template, page, route));
          } catch (error) {
            if (error instanceof Error) server.ssrFixStacktrace(error);
            next(error);
          }
        });
      };
    },
  };
}
