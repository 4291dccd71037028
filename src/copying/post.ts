import type { Citation } from '../cite/citation.ts';
import type { copyZh } from '../i18n/copy.zh.ts';
import { postLength } from './postLength.ts';

/** As far as a post is shown whole; a longer one is folded. */
export const LONGEST_POST = 140;

export interface Post {
  readonly text: string;
  /** In Chinese characters, as Weibo counts. */
  readonly length: number;
  /** Clauses of the sentence are left out: the words say so, and the address has them. */
  readonly isShortened: boolean;
}

/** Where one clause ends and another begins; never within brackets or quotes, at a decimal point or in a list. */
function clauses(sentence: string): readonly string[] {
  const found: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < sentence.length; at += 1) {
    const sign = sentence[at] ?? '';
    if ('（(《“[【「'.includes(sign)) depth += 1;
    else if ('）)》”]】」'.includes(sign)) depth = Math.max(0, depth - 1);
    const isEnd = '；。'.includes(sign) || (';.'.includes(sign) && /^ [\p{Lu}\p{Ll}]/u.test(sentence.slice(at + 1)) && !/\b(?:c|No|vs)$/u.test(sentence.slice(from, at)));
    if (depth > 0 || !isEnd) continue;
    found.push(sentence.slice(from, at + 1).trim());
    from = at + 1;
  }
  return [...found, sentence.slice(from).trim()].filter(Boolean);
}

/**
 * What a figure says as a post of at most 140 Chinese characters: the source and the address always stay. Too long, it
 * names fewer publishers, then leaves out whole clauses from the end; a sentence of one clause is never cut, however long.
 */
export function post(citation: Citation, words: typeof copyZh): Post {
  const { sentence, credit, creditShort, maker, address, lang } = citation;
  const parts = clauses(sentence);
  const told = (count: number): string => parts.slice(0, count).join(lang === 'zh' ? '' : ' ').replace(/[；;]$/u, lang === 'zh' ? '。' : '.');
  const tries = [
    { count: parts.length, by: credit },
    ...Array.from({ length: Math.max(1, parts.length) }, (_, index) => ({ count: parts.length - index, by: creditShort })),
  ].map(({ count, by }) => ({ text: words.postText({ told: told(count), credit: by, maker, address }), isShortened: count < parts.length }));
  const measured = tries.map((one) => ({ ...one, length: postLength(one.text) }));
  return measured.find(({ length }) => length <= LONGEST_POST) ?? measured.at(-1) ?? { text: address, length: postLength(address), isShortened: true };
}
