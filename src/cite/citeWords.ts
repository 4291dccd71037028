import type { citeZh } from '../i18n/cite.zh.ts';

/** What the citations of one language say in words. */
export type CiteWords = typeof citeZh.said;
