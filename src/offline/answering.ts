/** What the worker does with a request. `page`: a page of the site; `part`: a script, style or picture of one; `pass`: none of its business. */
export type Answering = { readonly kind: 'page' | 'part'; readonly path: string } | { readonly kind: 'pass' };

const PASS: Answering = { kind: 'pass' };

/** Pages that stand in other people's articles, and those frozen with a release; and the one file, which is a download. */
const NOT_OURS = /^(?:en\/)?embed\/|^releases\/|^atlas\.html$/;

export interface AskedFor {
  readonly method: string;
  readonly url: string;
  readonly mode: string;
  readonly destination: string;
  readonly headers: Pick<Headers, 'has'>;
}

/** Only pages and their parts, only whole, only below the site's root; published files, downloads and frames pass. */
export function answering({ method, url, mode, destination, headers }: AskedFor, scope: string): Answering {
  const { origin, pathname } = new URL(url);
  const root = new URL(scope);
  if (method !== 'GET' || origin !== root.origin || !pathname.startsWith(root.pathname) || headers.has('range')) return PASS;
  let path: string;
  try {
    path = decodeURIComponent(pathname.slice(root.pathname.length));
  } catch {
    return PASS;
  }
  if (mode === 'navigate') {
    if (destination !== 'document' || NOT_OURS.test(path)) return PASS;
    if (path === '' || path.endsWith('/')) return { kind: 'page', path: `${path}index.html` };
    if (path.endsWith('.html')) return { kind: 'page', path };
    // Some hosts leave the ending out.
    return /\.\w+$/.test(path) ? PASS : { kind: 'page', path: `${path}.html` };
  }
  return /^assets\/[^/]+$|^mark\.svg$/.test(path) ? { kind: 'part', path } : PASS;
}
