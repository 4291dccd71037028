import { sha256 } from '../download/sha256.ts';

/**
 * A seal in a drawing's own metadata: the SHA-256 of the file without it, and four signs of the SHA-256 of each of its words
 * in order. With it anybody can tell later that a word or a shape was changed, and which word. It proves nothing against
 * somebody who seals anew: for that, the figures are compared with those of the release.
 */
const SEAL = /<seal xmlns="urn:egov-atlas:seal" words="([\da-f]*)" sha256="([\da-f]{64})"\/>/;
const WORD_SIGNS = 4;

/** Every word of a drawing as written in the file: outlines say theirs in a label, the others are text. */
const wordsIn = (svg: string): readonly string[] => [...svg.matchAll(/ aria-label="([^"]*)"|<text\b[^>]*>([^<]*)<\/text>/g)].map(([, label, text]) => label ?? text ?? '');

const wordSign = (word: string): string => sha256(word).slice(0, WORD_SIGNS);

/** @param svg With a metadata element. */
export function sealed(svg: string): string {
  const seal = `<seal xmlns="urn:egov-atlas:seal" words="${wordsIn(svg).map(wordSign).join('')}" sha256="${sha256(svg)}"/>`;
  return svg.replace('</metadata>', () => `${seal}</metadata>`);
}

/** `words`: those that are others than were sealed, each with the word before it; none where only a shape was changed. */
export type SealReading = { readonly kind: 'none' } | { readonly kind: 'whole' } | { readonly kind: 'broken'; readonly words: readonly { readonly word: string; readonly after: string }[] };

export function readSeal(svg: string): SealReading {
  const [seal, signs = '', hash = ''] = SEAL.exec(svg) ?? [];
  if (seal === undefined) return { kind: 'none' };
  const bare = svg.replace(seal, '');
  if (sha256(bare) === hash) return { kind: 'whole' };
  const known = signs.match(/.{4}/g) ?? [];
  const words = wordsIn(bare);
  const sameCount = words.length === known.length;
  const all = new Set(known);
  // With words taken out or put in, only those that were never there can be told.
  return { kind: 'broken', words: words.flatMap((word, index) => ((sameCount ? known[index] === wordSign(word) : all.has(wordSign(word))) ? [] : [{ word, after: words[index - 1] ?? '' }])) };
}
