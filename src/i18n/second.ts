/**
 * The language beside Chinese. A build of a third language puts that language here and its words over the English ones:
 * see `src/languages`. `tag` is BCP 47 and the folder of its pages.
 */
export const SECOND: { readonly tag: string; readonly name: string } = { tag: 'en', name: 'English' };
