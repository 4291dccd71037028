import { pageContext, routeOf, type PageContext } from '../prerender/pageContext.ts';
import { draw, sitePages, type Draw, type DrawnPage } from '../prerender/sitePages.ts';
import { LANGS, type Lang } from '../model/text.ts';
import { langOf } from './address.ts';
import { theCarried } from './carried.ts';
import NotCarried from './NotCarried.svelte';
import PublishedFile from './PublishedFile.svelte';

const NOT_FOUND = '404.html';

let known: ReadonlyMap<string, { readonly path: string; readonly lang: Lang; readonly draw: Draw }> | null = null;

/** Every page of the site by its address, in both languages. */
function pages(): NonNullable<typeof known> {
  if (known) return known;
  const own = sitePages(theCarried().facts, (page) => draw(NotCarried, { page }));
  known = new Map(LANGS.flatMap((lang) => [...own].map(([path, drawIt]) => [routeOf(path, lang), { path, lang, draw: drawIt }] as const)));
  return known;
}

/** Every page that the file draws. */
export const routes = (): readonly string[] => [...pages().keys()];

const contextOf = (path: string, lang: Lang): PageContext => {
  const { atlas, release } = theCarried().facts;
  return pageContext(path, lang, { site: atlas.site, release, edition: { kind: 'here' }, base: '#' });
};

/** A page by its address; what there isn't is told in words, and nothing of what was asked for is written into them. */
export function drawPage(route: string): DrawnPage & { readonly lang: Lang } {
  const lang = langOf(route);
  const page = pages().get(route);
  if (page) return { lang: page.lang, ...page.draw(contextOf(page.path, page.lang)) };
  const file = theCarried().file(route);
  if (file) return { lang, ...draw(PublishedFile, { page: contextOf(NOT_FOUND, lang), path: route, size: file.length }) };
  const isOfSite = /^(?:en\/)?embed\/[\w-]+\.html$/.test(route);
  const notFound = pages().get(routeOf(NOT_FOUND, lang));
  if (isOfSite || !notFound) return { lang, ...draw(NotCarried, { page: contextOf(route.replace(/^en\//, ''), lang) }) };
  return { lang, ...notFound.draw(contextOf(NOT_FOUND, lang)) };
}
