import { readPlace, writePlace, type SinglePlace } from './address.ts';
import { theCarried } from './carried.ts';
import { entryState } from './entries.ts';

// The single file's own `src/state/place.ts`, under the same names.

export const isSingleFile: boolean = true;

const here = (): SinglePlace => readPlace(location.hash);

export const search = (): string => here().search;

export const path = (): string => `/${here().route}`;

/** “atlas.html”, or as its reader has called it; the folders above it are nobody's business. */
const fileName = (): string => {
  const last = location.pathname.split('/').pop() ?? '';
  try {
    return decodeURIComponent(last) || 'atlas.html';
  } catch {
    return last;
  }
};

export const root = (): string | null => theCarried().facts.atlas.site.address;

export const home = (): string => root() ?? `${fileName()}#`;

export const address = (): string => home() + here().route + search();

const split = (kept: string): { readonly before: string; readonly search: string } => {
  const own = home();
  const { route, search: text } = readPlace(kept.startsWith(own) ? kept.slice(own.length) : kept);
  return { before: own + route, search: text };
};

export const searchOf = (kept: string): string => split(kept).search;

export const withSearch = (kept: string, text: string, anchor = ''): string => split(kept).before + (text === '' || text.startsWith('?') ? text : `?${text}`) + (anchor === '' ? '' : `#${anchor}`);

const written = (text: string): string => writePlace({ ...here(), search: text, anchor: '' });

export const linkTo = (text: string): string => written(text);

export const replaceSearch = (text: string): void => { history.replaceState(history.state, '', written(text)); };

export const pushSearch = (text: string): void => { history.pushState(entryState(), '', written(text)); };

const hearers = new Set<() => void>();

export function onPlace(hear: () => void): () => void {
  hearers.add(hear);
  return () => { hearers.delete(hear); };
}

/** Back or Forward on the page that is open. */
export const tellPlace = (): void => { for (const hear of [...hearers]) hear(); };

/** The page is left; whatever of it heard is gone. */
export const forgetHearers = (): void => { hearers.clear(); };

/** The part of an address that says where in this file: of a link, of what `home` begins, of an ordinary relative address. */
function inside(found: string): string {
  const own = home();
  if (found.startsWith(own)) return found.slice(own.length);
  const at = found.indexOf('#');
  return at === -1 ? found : found.slice(at);
}

export const carry = (link: HTMLAnchorElement): void => {
  link.setAttribute('href', writePlace({ ...readPlace(inside(link.getAttribute('href') ?? '')), search: search(), anchor: '' }));
};

export const open = (href: string): void => { location.hash = inside(href); };

export const fileOf = (link: HTMLAnchorElement): string => `#${readPlace(inside(link.getAttribute('href') ?? '')).route}`;

export function published(file: string): Promise<Response> {
  const bytes = theCarried().file(readPlace(inside(file)).route);
  return Promise.resolve(bytes ? new Response(new Uint8Array(bytes)) : new Response(null, { status: 404 }));
}
