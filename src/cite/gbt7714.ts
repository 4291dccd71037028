import type { Citation } from './citation.ts';
import type { CiteWords } from './citeWords.ts';

/**
 * GB/T 7714—2015, 4.6 electronic resources: maker. title[type/carrier]. other responsible parties. edition. (updated)
 * [cited]. address. “DS” is its mark for a data set, “OL” for online; its own punctuation is half-width.
 */
export function gbt7714({ maker, title, credit, release, issued, accessed, address }: Citation, words: CiteWords): string {
  const parts = [maker, `${title}[DS/OL]`, ...(credit === '' ? [] : [words.dataFrom(credit)]), ...(release === null ? [] : [words.edition(release)])];
  return `${parts.join('. ')}. (${issued ?? words.noDate})[${accessed}]. ${address}.`;
}
