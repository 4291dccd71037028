/** The two languages of the site; Chinese is the default and has no address prefix. */
export type Lang = 'zh' | 'en';
export const LANGS: readonly Lang[] = ['zh', 'en'];

/** A text in both languages. One without its second language is a defect that the build refuses. */
export type Text = Readonly<Record<Lang, string>>;
