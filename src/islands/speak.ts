import type { Say } from '../i18n/say.ts';

/** The words of the page's language; the other language's are not fetched. */
export async function speak(): Promise<Say> {
  if (document.documentElement.lang.startsWith('zh')) return { lang: 'zh', words: (await import('../i18n/figures.zh.ts')).figuresZh };
  return { lang: 'en', words: (await import('../i18n/figures.en.ts')).figuresEn };
}
