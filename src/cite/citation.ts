import { fileName } from '../download/fileName.ts';
import { plainText } from '../download/plainText.ts';
import type { Lang } from '../model/text.ts';
import type { FigureFacts } from '../share/figureFacts.ts';
import { searchOf } from '../state/place.ts';
import { citedAddress } from './citedAddress.ts';
import { credit } from './credit.ts';

/** What every way of citing a figure says, each in its own order. */
export interface Citation {
  readonly lang: Lang;
  /** Who made the figure: the site. */
  readonly maker: string;
  /** “互联网普及率，2016年，%” */
  readonly title: string;
  /** What the figure says, with its full stop. */
  readonly sentence: string;
  /** Who published the numbers; empty where the figure doesn't name them. */
  readonly credit: string;
  /** The first of them alone, where room is short. */
  readonly creditShort: string;
  /** Day until which the data of the release were read, ISO; null while the site is developed. */
  readonly issued: string | null;
  /** Day on which it was looked at, ISO. */
  readonly accessed: string;
  readonly release: string | null;
  readonly address: string;
  /** The same for the same figure, choice and release. */
  readonly key: string;
}

const oneLine = (text: string): string => plainText(text).replace(/\s+/gu, ' ').trim();

/** The reader's own day. */
export const isoDay = (date: Date): string => [String(date.getFullYear()).padStart(4, '0'), ...[date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0'))].join('-');

/** “名称 · 2016年 · %” as a title: a dot in the middle is no sign of a bibliography. */
const titleOf = (heading: string, lang: Lang): string => oneLine(heading).replace(/\s*·\s*/gu, lang === 'zh' ? '，' : ', ');

/** A short headline (“排名”) says nothing alone. */
function sentenceOf(takeaway: string, title: string, lang: Lang): string {
  const told = oneLine(takeaway);
  const [colon, stop] = lang === 'zh' ? ['：', '。'] : [': ', '.'];
  if (told === '' || told === title) return title + stop;
  return /[。.！!？?]$/u.test(told) ? told : title + colon + told + stop;
}

/** @param accessed ISO day. */
export function citationOf(facts: FigureFacts, accessed: string): Citation {
  const { lang, release } = facts;
  const address = citedAddress(facts);
  const choice = [...new URLSearchParams(searchOf(address))].filter(([key]) => key !== 'release').map(([, value]) => value);
  const line = oneLine(facts.sources[0] ?? '');
  const title = titleOf(facts.heading, lang) || oneLine(facts.takeaway) || facts.name;
  return {
    lang,
    maker: oneLine(facts.site),
    title,
    sentence: sentenceOf(facts.takeaway, title, lang),
    credit: credit(line, lang),
    creditShort: credit(line, lang, 1),
    issued: release?.date ?? null,
    accessed,
    release: release?.id ?? null,
    address,
    key: fileName('egov-atlas', facts.name, ...choice, lang, release?.hash ?? '').replaceAll('_', '-'),
  };
}
