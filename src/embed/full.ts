/** Ids of figures as pages give them. */
const FIGURE_ID = /^[a-z\d-]{1,60}$/;

export const isFigureId = (text: string): boolean => FIGURE_ID.test(text);

/** Why the whole figure can't be had here; the page tells it, and stays as it was. */
export type FullRefusal = 'origin' | 'fetch' | 'figure';

/** A frame without an origin of its own may fetch nothing, and a page opened from a folder has none either. */
const hasOrigin = (): boolean => window.origin !== 'null' && location.protocol.startsWith('http');

/** How many folders below the root: links of the figure begin from there. */
const depth = (path: string): number => path.split('/').length;

/** @returns Null when it can't be had. */
async function pageAt({ pathname }: URL): Promise<Document | null> {
  try {
    const answer = await fetch(pathname);
    return answer.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html') : null;
  } catch {
    return null;
  }
}

/**
 * Takes a figure out of its page and wakes it here with the site's own scripts: what it draws, it draws from the
 * address of this frame, as on its page.
 *
 * @param page The page of the figure, on this site.
 * @param id The figure on it.
 * @returns Null when it is here and waking.
 */
export async function openFull(page: URL, id: string): Promise<FullRefusal | null> {
  if (!isFigureId(id)) return 'figure';
  if (!hasOrigin() || page.origin !== location.origin) return 'origin';
  const found = await pageAt(page);
  if (!found) return 'fetch';
  const figure = found.getElementById(id);
  if (!figure) return 'figure';
  const island = figure.closest('[data-island]') ?? figure;
  const facts = island.nextElementSibling instanceof HTMLScriptElement ? island.nextElementSibling : null;
  const base = document.createElement('base');
  base.href = page.href;
  // Where both stand equally deep, links are right as they are, and the frame keeps its own address.
  if (depth(page.pathname) !== depth(location.pathname)) document.head.prepend(base);
  for (const link of document.querySelectorAll('link[rel="stylesheet"]')) link.remove();
  for (const link of found.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')) {
    const own = document.createElement('link');
    own.rel = 'stylesheet';
    own.href = new URL(link.getAttribute('href') ?? '', page).href;
    document.head.append(own);
  }
  const room = document.createElement('main');
  room.className = 'embed-full';
  room.style.padding = '8px 16px';
  room.append(document.importNode(island, true));
  if (facts) room.append(document.importNode(facts, true));
  // Sheets of a table find it where it stands once on their page: behind the map. An empty place for it wakes nothing.
  const map = found.querySelector('[data-island="provinces"]');
  const shared = map?.nextElementSibling;
  if (map !== island && shared instanceof HTMLScriptElement) {
    const place = document.createElement('div');
    place.dataset['island'] = 'provinces';
    place.hidden = true;
    room.append(place, document.importNode(shared, true));
  }
  // Other figures of the same island belong to the page.
  for (const one of room.querySelectorAll('figure.figure')) if (one.id !== id) one.setAttribute('hidden', '');
  const shown = room.querySelector<HTMLElement>(`#${id}`);
  if (shown) shown.style.marginTop = '0';
  const foot = document.querySelector<HTMLElement>('.embed-links');
  document.body.replaceChildren(room);
  if (foot) {
    Object.assign(foot.style, { display: 'flex', justifyContent: 'flex-end', alignItems: 'center', gap: '16px' });
    room.append(foot);
  }
  for (const script of found.querySelectorAll<HTMLScriptElement>('script[type="module"][src]')) {
    const own = document.createElement('script');
    own.type = 'module';
    own.src = new URL(script.getAttribute('src') ?? '', page).href;
    document.body.append(own);
  }
  return null;
}
