import type { regionsZh } from '../../i18n/regions.zh.ts';
import type { Say } from '../../i18n/say.ts';
import type { RegionSource } from '../regionView.ts';
import { linesOf, PAPER } from './paper.ts';

export interface SheetSource {
  readonly number: number;
  readonly publisher: string;
  readonly titles: string;
}

export interface SheetSources {
  readonly list: readonly SheetSource[];
  readonly leftOut: string;
}

type RegionWords = typeof regionsZh;

/** Width of the numbers behind a figure, in em. */
export const sourcesEm = (numbers: readonly number[]): number => (numbers.length === 0 ? 0 : 0.6 + numbers.reduce((sum, number) => sum + 0.6 * String(number).length + 0.3, 0));

const SOURCE_EM = PAPER.sourceColumn / PAPER.noteEm - 2.2;
const sourceLines = ({ publisher, titles }: SheetSource): number => linesOf(publisher + titles, SOURCE_EM);

/**
 * Every publisher that the sheets draw on, under the number it has on the page, with as much of its titles as there is
 * room for: all, or the first, or how many there are; the same of each.
 */
export function sheetSources(cited: readonly number[], all: readonly RegionSource[], height: number, { lang }: Say, terms: RegionWords): SheetSources {
  const numbers = new Set(cited);
  const wanted = all.filter(({ number }) => numbers.has(number));
  const { colon, andMore, titlesOf } = terms.print;
  const between = lang === 'zh' ? '；' : '; ';
  const drawn = [
    (titles: RegionSource['titles']) => colon + titles.map(({ text }) => text).join(between),
    (titles: RegionSource['titles']) => colon + (titles[0]?.text ?? '') + (titles.length > 1 ? andMore(titles.length) : ''),
    (titles: RegionSource['titles']) => (titles.length > 1 ? titlesOf(titles.length) : ''),
  ].map((told) => wanted.map(({ number, publisher, titles }) => ({ number, publisher, titles: told(titles) })));
  const lines = height < PAPER.code ? 0 : Math.floor((height - PAPER.sourcesHead) / PAPER.sourceLine);
  // No entry is torn between the two columns.
  const fits = (list: readonly SheetSource[]): boolean => {
    const each = list.map(sourceLines);
    const sum = (some: readonly number[]) => some.reduce((total, count) => total + count, 0);
    return each.some((_, index) => sum(each.slice(0, index + 1)) <= lines && sum(each.slice(index + 1)) <= lines) || each.length === 0;
  };
  const whole = drawn.find(fits);
  if (whole) return { list: whole, leftOut: '' };
  const short = drawn[2] ?? [];
  let count = short.length;
  while (count > 0 && !fits([...short.slice(0, count), { number: 0, publisher: '', titles: '' }])) count -= 1;
  return { list: short.slice(0, count), leftOut: terms.print.leftOut(short.length - count) };
}

/** Whether every publisher is named. */
export const isWhole = ({ leftOut }: SheetSources): boolean => leftOut === '';

export const citedIn = (rows: readonly { readonly sources: readonly number[] }[]): readonly number[] => rows.flatMap(({ sources }) => sources);
