import { posterStyles } from './posterStyles.ts';

export interface Frame {
  readonly element: HTMLIFrameElement;
  readonly document: Document;
  close(): void;
}

/** A style sheet that doesn't come within this is left out. */
const STYLES_WITHIN_MS = 8000;

const loaded = (link: HTMLLinkElement): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, STYLES_WITHIN_MS);
    const done = (): void => {
      clearTimeout(timer);
      resolve();
    };
    link.addEventListener('load', done, { once: true });
    link.addEventListener('error', done, { once: true });
  });

/**
 * A document of its own beside the page, with the page's styles: rules that ask for the width of the window, the theme
 * or the manner are answered for the sheet and not for its reader's screen, and no id is there twice.
 */
export async function openFrame(theme: 'light' | 'dark'): Promise<Frame> {
  const element = document.createElement('iframe');
  element.setAttribute('aria-hidden', 'true');
  element.tabIndex = -1;
  Object.assign(element.style, { position: 'fixed', left: '-30000px', top: '0', width: '960px', height: '2000px', border: '0' });
  // A document of its own from the first: what follows must not be replaced by a late empty one.
  element.srcdoc = '<!doctype html><html><head></head><body></body></html>';
  const ready = new Promise((resolve) => element.addEventListener('load', resolve, { once: true }));
  // Beside the body, which is enlarged on large screens.
  document.documentElement.append(element);
  await ready;
  const own = element.contentDocument;
  if (!own) {
    element.remove();
    throw new Error('the browser gives no frame to lay the picture out in');
  }
  own.documentElement.lang = document.documentElement.lang;
  own.documentElement.dataset['theme'] = theme;
  const waits: Promise<void>[] = [];
  const add = (sheet: HTMLLinkElement | HTMLStyleElement): void => {
    // A style that the page carries is there at once.
    if ('href' in sheet) waits.push(loaded(sheet));
    own.head.append(sheet);
  };
  const link = (href: string): void => {
    const sheet = own.createElement('link');
    sheet.rel = 'stylesheet';
    sheet.href = href;
    add(sheet);
  };
  for (const style of document.querySelectorAll<HTMLElement>('link[rel=stylesheet],style')) {
    if (style instanceof HTMLLinkElement) link(style.href);
    else own.head.append(own.importNode(style, true)); // while the site is developed
  }
  add(posterStyles(own));
  await Promise.all(waits);
  return { element, document: own, close: () => element.remove() };
}
