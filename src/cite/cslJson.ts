import { tagOf } from '../i18n/languages.ts';
import type { Citation } from './citation.ts';
import type { CiteWords } from './citeWords.ts';

const dateOf = (iso: string) => ({ 'date-parts': [iso.split('-').map(Number)] });

/** One entry of CSL-JSON 1.0.2, for Zotero, Pandoc and the like. */
export function cslItem(citation: Citation, words: CiteWords) {
  const { maker, title, sentence, credit, release, issued, accessed, address, key, lang } = citation;
  return {
    id: key,
    type: 'dataset',
    title,
    author: [{ literal: maker }],
    ...(issued === null ? {} : { issued: dateOf(issued) }),
    accessed: dateOf(accessed),
    ...(release === null ? {} : { version: release }),
    abstract: sentence,
    note: words.note({ credit, release, issued, accessed }),
    URL: address,
    language: tagOf(lang),
  };
}

export const cslJson = (citation: Citation, words: CiteWords): string => `${JSON.stringify([cslItem(citation, words)], null, 2)}\n`;
