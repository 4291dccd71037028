import { halfOf } from '../i18n/format.ts';
import type { Say } from '../i18n/say.ts';
import type { Dataset } from '../model/dataset.ts';

/** Publishers by name; how many more there are is told. */
const NAMED = 2;

/** “甲；据转载页” says how 甲 was read: beside 甲 itself it names nobody else. */
const READ_FROM = /(?:；据|; via ).+$/u;

/**
 * “来源：甲、乙”: where a picture has no room for titles.
 *
 * @param most So many by name; how many there are in all is told.
 */
export function publishersText(names: readonly string[], { lang, words }: Say, most = NAMED): string {
  const found = [...new Set(names.filter(Boolean))];
  const all = found.filter((name) => !READ_FROM.test(name) || !found.includes(name.replace(READ_FROM, '')));
  if (all.length === 0) return '';
  return words.sourceColon + all.slice(0, most).join(lang === 'zh' ? '、' : ', ') + (all.length > most ? (most === 1 ? words.andMoreShort : words.andMoreSources)(all.length) : '');
}

/** Who published these sources of a dataset, in the dataset's order. */
export const publishersOf = ({ sources }: Dataset, ids: readonly string[], { lang }: Say): readonly string[] => sources.filter(({ id }) => ids.includes(id)).map(({ publisher }) => halfOf(publisher, lang));

/** The same in the order of the ids: whose figure is seen first is named first. */
export const publishersAsUsed = (dataset: Dataset, ids: readonly string[], say: Say): readonly string[] => [...new Set(ids)].flatMap((id) => publishersOf(dataset, [id], say));
