import type { Indicator } from '../model/indicator.ts';
import type { Synonym } from '../model/synonym.ts';
import type { Likeness } from './model.ts';
import { plain } from './plain.ts';

/** Names without what differs from one print to another: spaces, brackets, “各省”, “指数”'s quotation marks. */
const written = (text: string): string => plain(text).toLowerCase().replace(/(?:19|20)\d\d(?:年度?|\s*[-—–~至]\s*(?:19|20)\d\d年?)?/g, '').replace(/[\s\p{P}]/gu, '').replace(/^(?:全国|各省(?:区市)?|分省|各地区?|我国|省级)/, '');

/** Pairs of neighbouring letters, which two spellings share or don't. */
function pairs(text: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (let at = 0; at < text.length - 1; at += 1) found.set(text.slice(at, at + 2), (found.get(text.slice(at, at + 2)) ?? 0) + 1);
  return found;
}

/** Dice's coefficient of the pairs: 1 for the same text, 0 for nothing in common. */
export function alike(one: string, other: string): number {
  if (one === other) return one === '' ? 0 : 1;
  const [first, second] = [pairs(one), pairs(other)];
  const count = (of: ReadonlyMap<string, number>) => [...of.values()].reduce((sum, n) => sum + n, 0);
  const shared = [...first].reduce((sum, [pair, n]) => sum + Math.min(n, second.get(pair) ?? 0), 0);
  const all = count(first) + count(second);
  return all === 0 ? 0 : (2 * shared) / all;
}

/** Indicators by how near their names, ids and other words are to what a table calls its figures; the nearest first. */
export function likenesses(name: string, indicators: readonly Indicator[], synonyms: readonly Synonym[]): readonly Likeness[] {
  const asked = written(name);
  if (asked === '') return [];
  return indicators
    .map(({ id, name: full, short }): Likeness => {
      const names = [id, full.zh, full.en, short.zh, short.en, ...synonyms.filter(({ indicatorId }) => indicatorId === id).map(({ term }) => term)];
      return { indicator: id, likeness: Math.max(...names.map((one) => (written(one) === asked ? 1 : Math.min(0.99, alike(written(one), asked))))) };
    })
    .filter(({ likeness }) => likeness > 0.25)
    .sort((one, other) => other.likeness - one.likeness || (one.indicator < other.indicator ? -1 : 1));
}
