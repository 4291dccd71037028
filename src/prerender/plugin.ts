import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin, ViteDevServer } from 'vite';

/** One page, ready to be put into the template. */
export interface RenderedPage {
  readonly lang: string;
  readonly head: string;
  readonly body: string;
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
  render(route: string): RenderedPage;
  files(): readonly PublishedFile[];
}

interface ServerEntry {
  /** Reads and checks data/; throws with every issue named when there is one. */
  openSite(root: string): Site;
}

const OUT = 'dist';
const SERVER_OUT = 'node_modules/.prerender';
const DRAFTS_OUT = `${SERVER_OUT}/drafts`;
/** What every page is put into, kept for those who render pages of other data with this build. */
const TEMPLATE_OUT = `${SERVER_OUT}/template.html`;

/** Links in the template are relative to the root; a page in a folder needs “../”. */
export const fill = (template: string, page: RenderedPage, route: string): string =>
  template
    .replace('<html lang="zh-CN">', () => `<html lang="${page.lang}">`)
    .replace(/(\s(?:src|href)=")\.\//g, (_, attribute: string) => attribute + ('../'.repeat(route.split('/').length - 1) || './'))
    .replace('<!--head-->', () => page.head)
    .replace('<!--body-->', () => page.body);

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
      await builder.build(client);
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
      const template = fs.readFileSync(path.join(outDir, 'index.html'), 'utf8');
      fs.writeFileSync(path.resolve(root, TEMPLATE_OUT), template);
      for (const file of site.files()) write(file.path, file.content);
      for (const route of site.routes) write(route, fill(template, site.render(route), route));
      for (const route of site.drafts) write(route, fill(template, site.render(route), route), path.resolve(root, DRAFTS_OUT));
      builder.config.logger.info(`${site.routes.length} pages, ${site.files().length} published files`);
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
            const file = site.files().find((one) => one.path === route);
            if (file) {
              response.end(file.content);
              return;
            }
            if (!site.routes.includes(route) && !site.drafts.includes(route)) {
              next();
              return;
            }
            const template = await server.transformIndexHtml(`/${route}`, fs.readFileSync(path.join(root, 'index.html'), 'utf8'));
            response.setHeader('content-type', 'text/html; charset=utf-8');
            response.end(fill(template, site.render(route), route));
          } catch (error) {
            if (error instanceof Error) server.ssrFixStacktrace(error);
            next(error);
          }
        });
      };
    },
  };
}
