import { figuresEn } from '../i18n/figures.en.ts';
import { figureGroupsEn } from '../i18n/figureGroups.en.ts';
import { figureGroupsZh } from '../i18n/figureGroups.zh.ts';
import { pageGroupsEn } from '../i18n/pageGroups.en.ts';
import { pageGroupsZh } from '../i18n/pageGroups.zh.ts';
import { figuresZh } from '../i18n/figures.zh.ts';
import { pagesEn } from '../i18n/pages.en.ts';
import { pagesZh } from '../i18n/pages.zh.ts';
import type { Say } from '../i18n/say.ts';
import type { Standings } from '../model/site.ts';
import type { Lang } from '../model/text.ts';

/** What every page knows: its language, its words, and how to point at another page from where it stands. */
export interface PageContext {
  /** The route in Chinese, the same in both languages: “indicator/un-egdi.html”. */
  readonly path: string;
  readonly lang: Lang;
  readonly say: Say;
  readonly words: typeof pagesZh;
  /** From this page to the site's root: “./”, “../”. */
  readonly base: string;
  /** A relative, explicit link to a page in this language. */
  href(path: string): string;
  /** The same page in the other language. */
  readonly otherLanguage: string;
}

/** The words of each way of telling standings, in both languages. */
export const WORDS = {
  places: { zh: { say: figuresZh, page: pagesZh }, en: { say: figuresEn, page: pagesEn } },
  groups: { zh: { say: figureGroupsZh, page: pageGroupsZh }, en: { say: figureGroupsEn, page: pageGroupsEn } },
} as const;

export function pageContext(path: string, lang: Lang, standings: Standings = 'places'): PageContext {
  const words = WORDS[standings][lang];
  const depth = path.split('/').length - 1 + (lang === 'en' ? 1 : 0);
  const base = '../'.repeat(depth) || './';
  const prefix = { zh: '', en: 'en/' };
  return {
    path,
    lang,
    say: { lang, words: words.say },
    words: words.page,
    base,
    href: (to) => `${base}${prefix[lang]}${to}`,
    otherLanguage: `${base}${prefix[lang === 'zh' ? 'en' : 'zh']}${path}`,
  };
}

export const routeOf = (path: string, lang: Lang): string => (lang === 'en' ? `en/${path}` : path);
