import { halfOf } from '../i18n/format.ts';
import type { Dataset, Source } from '../model/dataset.ts';
import type { Say } from '../i18n/say.ts';
import type { Lang } from '../model/text.ts';

/** “国务院办公厅，2019-12（可信度A）”, “CNNIC, 2019-12 (confidence A)” */
export function sourceName(source: Source, lang: Lang): string {
  const title = source.title[lang];
  const publisher = halfOf(source.publisher, lang);
  const published = source.published ?? '';
  return lang === 'zh' ? `${publisher}《${title}》${published ? ` ${published}` : ''}` : `${publisher}, “${title}”${published ? `, ${published}` : ''}`;
}

/** How many sources a figure names before it points to the list of all. */
const NAMED = 3;

export interface SourceWords {
  readonly colon: string;
  readonly stop: string;
  readonly andMore: (n: number) => string;
  readonly confidence: (grade: string) => string;
}

/** The line below a figure: who says so, how sure, and when it was read. */
export function sourceLine(dataset: Dataset, ids: readonly string[], lang: Lang, words: SourceWords): string {
  const sources = ids.flatMap((id) => dataset.sources.filter((source) => source.id === id));
  const named = [...new Set(sources.map((source) => sourceName(source, lang)))];
  const grades = [...new Set(sources.map(({ confidence }) => confidence))].sort().join('/');
  const shown = named.slice(0, NAMED).join(words.stop);
  const more = named.length > NAMED ? words.andMore(named.length) : '';
  return `${words.colon}${shown}${more}${lang === 'zh' ? '；' : '; '}${words.confidence(grades)}${lang === 'zh' ? '。' : '.'}`;
}

/** Several source lines as one: each once, and “来源：” once in front of all. */
export function sourceLines(lines: readonly string[], { lang, words }: Say): string {
  const own = [...new Set(lines.filter(Boolean))];
  return own.map((line, index) => (index > 0 && line.startsWith(words.sourceColon) ? line.slice(words.sourceColon.length).trimStart() : line)).join(lang === 'zh' ? '' : ' ');
}
