import { formatPeriod } from '../i18n/format.ts';
import type { Atlas } from '../model/atlas.ts';
import type { PageContext } from '../prerender/pageContext.ts';
import type { ReleaseMoves } from '../releases/moves.ts';
import { placeWords } from '../releases/placeWords.ts';
import { namer } from '../view/sentences/phrases.ts';
import type { TableView } from '../view/tableView.ts';

/** One kind of what moved with a release's figures. */
export interface MovedView {
  readonly name: string;
  readonly table: TableView;
}

/** Places, classes of the map and takeaways that a release moved; kinds of which nothing moved are left out. */
export function movedViews({ places, classes, takeaways }: ReleaseMoves, atlas: Pick<Atlas, 'indicators' | 'regions'>, { lang, say, words }: PageContext): readonly MovedView[] {
  const { feeds: terms, then } = words;
  const nameOf = namer(atlas.regions, say);
  const tableName = (id: string): string => atlas.indicators.find((one) => one.id === id)?.short[lang] ?? id;
  const columns: TableView['columns'] = [
    { key: 'table', label: terms.columns.table, head: true },
    { key: 'what', label: terms.columns.what },
    { key: 'was', label: terms.columns.was },
    { key: 'is', label: terms.columns.is },
  ];
  const row = (...cells: readonly string[]) => ({ key: cells.join(' '), cells: cells.map((text) => ({ text })) });
  const kinds = [
    { name: terms.movedPlaces, rows: places.flatMap(({ indicator, was, is, regions }) => regions.map((one) => row(tableName(indicator), nameOf(one.region), placeWords(one.was, was, then, lang), placeWords(one.is, is, then, lang)))) },
    { name: terms.movedClasses, rows: classes.flatMap(({ indicator, period, regions }) => regions.map(({ region, was, is }) => row(tableName(indicator), [nameOf(region), formatPeriod(period, lang)].join(say.words.comma), String(was), String(is)))) },
    { name: terms.movedTakeaways, rows: [...new Map(takeaways.map(({ tables, was, is }) => [`${was[lang]} ${is[lang]}`, row(tables.map(tableName).join(say.words.comma), '', was[lang], is[lang])])).values()] },
  ];
  return kinds.filter(({ rows }) => rows.length > 0).map(({ name, rows }) => ({ name, table: { columns, rows } }));
}
