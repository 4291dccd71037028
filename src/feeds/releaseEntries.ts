import { formatNumber, formatPeriod } from '../i18n/format.ts';
import { folderOf } from '../i18n/languages.ts';
import type { Atlas } from '../model/atlas.ts';
import type { IndicatorId } from '../model/indicator.ts';
import type { PageContext } from '../prerender/pageContext.ts';
import { cellName, cellWords } from '../releases/cellWords.ts';
import type { ReleaseMoves } from '../releases/moves.ts';
import { placeWords } from '../releases/placeWords.ts';
import { namer, whole } from '../view/sentences/phrases.ts';
import type { FeedEntry } from './feed.ts';
import type { FeedScope } from './feedKey.ts';
import type { Counts, TouchedRelease } from './touched.ts';

/** A feed has this many figures by name; the page of changes and the records have all. */
const MOST_CELLS = 20;
const MOST_TABLES = 40;

export interface EntriesInput {
  readonly atlas: Pick<Atlas, 'indicators' | 'regions'>;
  /** Oldest first. */
  readonly touched: readonly TouchedRelease[];
  readonly moves: readonly ReleaseMoves[];
}

const sumOf = (all: readonly Counts[]): Counts => all.reduce((sum, one) => ({ added: sum.added + one.added, changed: sum.changed + one.changed, withdrawn: sum.withdrawn + one.withdrawn }), { added: 0, changed: 0, withdrawn: 0 });

/** The releases that touched what a feed is of, the latest first; finished sentences in the page's language. */
export function releaseEntries({ atlas, touched, moves }: EntriesInput, { indicator: only, region: place }: FeedScope, page: PageContext): readonly FeedEntry[] {
  const { lang, say } = page;
  const { feeds: terms, then } = page.words;
  const nameOf = namer(atlas.regions, say);
  const indicatorOf = (id: IndicatorId) => atlas.indicators.find((one) => one.id === id);
  const entries = touched.flatMap(({ record, before, tables: all }): readonly FeedEntry[] => {
    const tables = all
      .filter((table) => only === undefined || table.indicator === only)
      .map((table) => ({ ...table, counts: place === undefined ? table : table.byRegion.get(place), cells: table.cells.filter(({ region }) => place === undefined || region === place) }))
      .flatMap(({ counts, ...table }) => (counts ? [{ ...table, counts }] : []));
    // A release that changed words alone touches no table, and is told by the feed of the site.
    if (tables.length === 0 && (only !== undefined || place !== undefined)) return [];
    const { added, changed, withdrawn } = sumOf(tables.map(({ counts }) => counts));
    const title = terms.entryTitle(record.date, before === null ? terms.firstTitle(formatNumber(added)) : tables.length === 0 ? terms.nothing : terms.counts(added, changed, withdrawn));
    const paragraphs: string[] = [];
    const cells = tables.flatMap((table) => table.cells.map((cell) => ({ ...cell, indicator: table.indicator, name: table.name[lang] })));
    if (cells.length > 0 && record.reason) paragraphs.push(terms.reason(record.reason[lang]));
    const isOfOne = only !== undefined;
    for (const { indicator, name, region, series, period, was, is } of cells.slice(0, MOST_CELLS)) {
      const own = indicatorOf(indicator);
      const which = cellName({ region, series, period }, own, nameOf, say);
      paragraphs.push(terms.cell(isOfOne ? which : `${name}${say.words.comma}${which}`, cellWords(was, own, then, say), cellWords(is, own, then, say)));
    }
    if (cells.length > MOST_CELLS) paragraphs.push(terms.more(cells.length - MOST_CELLS));
    // Of the first release all is new, and the title says it.
    if (before !== null && !isOfOne) for (const { name, counts } of tables.slice(0, MOST_TABLES)) paragraphs.push(terms.tableLine(name[lang], terms.counts(counts.added, counts.changed, counts.withdrawn)));
    const moved = moves.find(({ release }) => release === record.id);
    const isTold = (indicator: IndicatorId): boolean => tables.some((table) => table.indicator === indicator);
    for (const { indicator, was, is, regions } of moved?.places.filter((one) => isTold(one.indicator)) ?? []) {
      const name = indicatorOf(indicator)?.short[lang] ?? indicator;
      const at = (period: string) => formatPeriod(period, lang);
      if (place === undefined) paragraphs.push(was.period === is.period ? terms.placesMoved(name, regions.length) : terms.placesNew(name, at(was.period), at(is.period), regions.length));
      const shown = regions.filter(({ region }) => (place === undefined ? isOfOne : region === place));
      for (const one of shown) paragraphs.push(terms.place(isOfOne ? nameOf(one.region) : `${nameOf(one.region)}${say.words.comma}${name}`, placeWords(one.was, was, then, lang), placeWords(one.is, is, then, lang)));
    }
    for (const { indicator, period, regions } of moved?.classes.filter((one) => isTold(one.indicator)) ?? []) {
      const name = indicatorOf(indicator)?.short[lang] ?? indicator;
      if (place === undefined) paragraphs.push(terms.classesMoved(name, formatPeriod(period, lang), regions.length));
      for (const one of regions.filter(({ region }) => region === place)) paragraphs.push(terms.class(`${nameOf(one.region)}${say.words.comma}${name}`, one.was, one.is));
    }
    if (isOfOne) {
      const said = new Set(moved?.takeaways.filter(({ tables: of }) => of.includes(only)).map(({ was, is }) => terms.takeaway(was[lang], is[lang])));
      paragraphs.push(...said);
    }
    if (paragraphs.length === 0) paragraphs.push(whole(title, say.words.end));
    return [{ release: record.id, title, date: record.date, page: `${folderOf(lang)}changes.html#${record.id}`, paragraphs }];
  });
  return [...entries].reverse();
}
