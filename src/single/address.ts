/**
 * Where the single file stands is told behind its “#”: the address of a page as the site has it, with the choice and the
 * place on it: “#en/indicator/un-egdi.html?period=2024#trend”.
 */
export interface SinglePlace {
  /** “en/indicator/un-egdi.html”, or the path of a file; as found, so it may be of nothing that there is. */
  readonly route: string;
  /** With its “?”; empty where there is no choice. */
  readonly search: string;
  /** Without its “#”. */
  readonly anchor: string;
}

const HOME = 'index.html';

/** Percent signs as an address bar writes them; one that stands for nothing stays. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** @param hash From “#” on; without one, the home page. */
export function readPlace(hash: string): SinglePlace {
  const text = hash.replace(/^#/, '');
  const [, before = '', search = '', anchor = ''] = /^([^?#]*)(\?[^#]*)?(?:#(.*))?$/s.exec(text) ?? [];
  const route = decoded(before).replace(/^(?:\.{0,2}\/)+/, '');
  return { route: route === '' || route.endsWith('/') ? route + HOME : route, search: search === '?' ? '' : search, anchor: decoded(anchor) };
}

export const writePlace = ({ route, search, anchor }: SinglePlace): string => `#${route}${search}${anchor === '' ? '' : `#${anchor}`}`;

/** A page's own name ends so; anything else before a second “#” is a place on the page that is open. */
export const isOfPage = ({ route }: SinglePlace): boolean => route.endsWith('.html');

/** “en/…” is English; also of a page that there isn't. */
export const langOf = (route: string): 'zh' | 'en' => (route.startsWith('en/') ? 'en' : 'zh');
