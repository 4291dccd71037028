// What the first script of a page needs of `place.ts`, and no more: its bytes come with every page.

/** The choice in the address, with its “?”; empty where there is none. */
export const search = (): string => location.search;

/** A link to the page's other language leads to the same choice. */
export const carry = (link: HTMLAnchorElement): void => { link.search = location.search; };
