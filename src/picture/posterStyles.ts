import address from '../theme/picture.css?url';

/** The rules of a sheet, for the document that it is laid out in. A module of its own: the single file carries them. */
export function posterStyles(inside: Document): HTMLLinkElement | HTMLStyleElement {
  const link = inside.createElement('link');
  link.rel = 'stylesheet';
  link.href = new URL(address, document.baseURI).href;
  return link;
}
