import type { LanguageName } from '../model/language.ts';
import { LANGS, type Lang } from '../model/text.ts';
import { SECOND } from './second.ts';

const FIRST_TAG = 'zh-CN';

/** Every language of the site, its own name for itself. */
const FIRST: readonly LanguageName[] = [{ tag: FIRST_TAG, name: '中文' }, { tag: 'en', name: 'English' }];

/** What a page in this language leads to beside its other one: those of `data/languages/`, and English where a page is in one of them. */
export const furtherLanguages = (lang: Lang, added: readonly LanguageName[]): readonly LanguageName[] =>
  [...FIRST, ...added].filter(({ tag }) => tag !== tagOf(lang) && tag !== tagOf(otherOf(lang)));

/** BCP 47: for `lang` and `hreflang`. */
export const tagOf = (lang: Lang): string => (lang === 'zh' ? FIRST_TAG : SECOND.tag);

/** The language a reader can turn to. */
export const otherOf = (lang: Lang): Lang => LANGS.find((one) => one !== lang) ?? lang;

/** Before the address of a page: “”, “en/”. */
export const folderOf = (lang: Lang): string => (lang === 'zh' ? '' : `${SECOND.tag}/`);

/** In names of files that are of one language: “zh”, “en”. */
export const keyOf = (lang: Lang): string => (lang === 'zh' ? lang : SECOND.tag);

/** Of the page that is open: Chinese is told by its whole tag, since zh-Hant may be a third language. */
export const langOfDocument = (): Lang => (document.documentElement.lang === FIRST_TAG ? 'zh' : 'en');
