import { langOfDocument } from '../i18n/languages.ts';
import type { Say } from '../i18n/say.ts';

/** Whether this copy of the site tells groups and no places (`data/site.json`); every page says so in its head. */
export const tellsGroups = (): boolean => document.querySelector('meta[name="atlas-standings"][content="groups"]') !== null;

/** The words of the page's language; the other language's are not fetched. */
export async function speak(): Promise<Say> {
  const isGrouped = tellsGroups();
  if (langOfDocument() === 'zh') return { lang: 'zh', words: isGrouped ? (await import('../i18n/figureGroups.zh.ts')).figureGroupsZh : (await import('../i18n/figures.zh.ts')).figuresZh };
  return { lang: 'en', words: isGrouped ? (await import('../i18n/figureGroups.en.ts')).figureGroupsEn : (await import('../i18n/figures.en.ts')).figuresEn };
}
