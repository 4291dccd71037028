import { figuresEn } from '../i18n/figures.en.ts';
import { figureGroupsEn } from '../i18n/figureGroups.en.ts';
import { figureGroupsZh } from '../i18n/figureGroups.zh.ts';
import { pageGroupsEn } from '../i18n/pageGroups.en.ts';
import { pageGroupsZh } from '../i18n/pageGroups.zh.ts';
import { figuresZh } from '../i18n/figures.zh.ts';
import { folderOf, furtherLanguages, otherOf } from '../i18n/languages.ts';
import { pagesEn } from '../i18n/pages.en.ts';
import { pagesZh } from '../i18n/pages.zh.ts';
import type { Say } from '../i18n/say.ts';
import type { LanguageName } from '../model/language.ts';
import type { Release } from '../model/release.ts';
import { SITE_FIRST, type SiteSettings } from '../model/site.ts';
import type { Lang } from '../model/text.ts';
import type { SocialFacts } from './socialHead.ts';

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
  /** The same page in languages beside these two. */
  readonly furtherLanguages: readonly (LanguageName & { readonly href: string })[];
  /** Where the page stands, absolute; null where this copy's address is not known at build. */
  readonly address: string | null;
  /** The state of the data it shows; null outside a build. */
  readonly release: Release | null;
  /** How its link is shown elsewhere; null outside a build. */
  readonly social: PageSocial | null;
  /** The site as one file; null where nothing is said of it. */
  readonly edition: Edition | null;
}

/** `offered`: the site has it to be taken; `here`: this page is in it. */
export type Edition = { readonly kind: 'offered'; readonly file: string; readonly bytes: number; readonly sha256: string } | { readonly kind: 'here' };

/** Its card, what can be embedded of it, and the site's root where that is known. */
export type PageSocial = Pick<SocialFacts, 'image' | 'oembed' | 'root'>;

export interface PageOptions {
  /** Those of `data/languages/`. */
  readonly languages?: readonly LanguageName[];
  readonly site?: SiteSettings;
  readonly release?: Release;
  readonly social?: PageSocial;
  readonly edition?: Edition;
  /** Before every address; the way up to the site's root when not said. */
  readonly base?: string;
}

/** The words of each way of telling standings, in both languages. */
export const WORDS = {
  places: { zh: { say: figuresZh, page: pagesZh }, en: { say: figuresEn, page: pagesEn } },
  groups: { zh: { say: figureGroupsZh, page: pageGroupsZh }, en: { say: figureGroupsEn, page: pageGroupsEn } },
} as const;

export function pageContext(path: string, lang: Lang, { languages = [], site = SITE_FIRST, release, social, edition, base: given }: PageOptions = {}): PageContext {
  const words = WORDS[site.standings][lang];
  const depth = path.split('/').length - 1 + (folderOf(lang) === '' ? 0 : 1);
  const base = given ?? ('../'.repeat(depth) || './');
  return {
    path,
    lang,
    say: { lang, words: words.say },
    words: words.page,
    base,
    href: (to) => `${base}${folderOf(lang)}${to}`,
    otherLanguage: `${base}${folderOf(otherOf(lang))}${path}`,
    furtherLanguages: furtherLanguages(lang, languages).map((one) => ({ ...one, href: `${base}${one.tag}/${path}` })),
    address: site.address === null ? null : site.address + routeOf(path, lang),
    release: release ?? null,
    social: social ?? null,
    edition: edition ?? null,
  };
}

export const routeOf = (path: string, lang: Lang): string => folderOf(lang) + path;
