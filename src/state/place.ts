/**
 * Where a page stands, and where its files are. This is the site's own: the browser's address bar and the network.
 * In the single file, which has neither, `src/single/place.ts` stands in its place: its build swaps one for the other,
 * so nothing that a page uses may read `location`, write `history` or fetch a published file by itself.
 */

export { carry, search } from './placeSearch.ts';

/** The page is drawn by `atlas.html` from what it carries: nothing can be fetched, and no other site can show it. */
export const isSingleFile: boolean = false;

/** The page's own file last: “/atlas/en/indicator/un-egdi.html”. */
export const path = (): string => location.pathname;

/** What a reader keeps or hands on, with the choice. */
export const address = (): string => location.href;

/** The choice in such an address. */
export const searchOf = (kept: string): string => new URL(kept).search;

/** Such an address with another choice, and a place on its page where one is given. */
export function withSearch(kept: string, text: string, anchor = ''): string {
  const changed = new URL(kept);
  changed.search = text;
  changed.hash = anchor;
  return changed.href;
}

/** This page with another choice, as a link or a window of its own opens it. */
export const linkTo = (text: string): string => withSearch(address(), text);

/** Before the address of a page or a file below the site's root: with a slash at its end. Also where only this computer can reach it. */
export const home = (): string => new URL('./', document.querySelector<HTMLLinkElement>('link[rel="icon"]')?.href ?? location.href).href;

/** The site's root where others can reach it (a phone, a reader of the link), with a slash at its end; else null. */
export const root = (): string | null => (/^https?:/.test(home()) ? home() : null);

const written = (text: string): string => text || location.pathname.split('/').pop() || './';

/** @param text With its “?”, or empty. Nobody is told: `state/query.ts` tells the figures of a page. */
export const replaceSearch = (text: string): void => { history.replaceState(null, '', written(text)); };

/** The same, as a step that Back undoes. */
export const pushSearch = (text: string): void => { history.pushState(null, '', written(text)); };

/** Hears Back and Forward on the same page. @returns What stops the hearing. */
export function onPlace(hear: () => void): () => void {
  addEventListener('popstate', hear);
  return () => { removeEventListener('popstate', hear); };
}

/** Goes to another page, by an address as a link of this page has it. */
export const open = (href: string): void => { location.assign(href); };

/** Where a link to a published file leads, as `published` takes it. */
export const fileOf = (link: HTMLAnchorElement): string => link.href;

/** A published file (“../data/manifest.json”), by an address as the page has it. */
export const published = (file: string, init?: RequestInit): Promise<Response> => fetch(file, init);
