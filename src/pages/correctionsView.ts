import { CORRECTIONS_FILE, type Correction } from '../feeds/corrections.ts';
import type { Atlas } from '../model/atlas.ts';
import type { PageContext } from '../prerender/pageContext.ts';
import { cellName, cellWords } from '../releases/cellWords.ts';
import { namer } from '../view/sentences/phrases.ts';
import type { TableView } from '../view/tableView.ts';

/** The file has all; a page of thousands would help nobody. */
const MOST_SHOWN = 200;

export interface CorrectionsView {
  readonly lead: string;
  /** Null: nothing has been corrected. */
  readonly table: TableView | null;
  readonly more: string;
  readonly file: string;
}

/** Every figure that was ever corrected or withdrawn, the latest first. */
export function correctionsView(all: readonly Correction[], atlas: Pick<Atlas, 'indicators' | 'regions'>, { lang, say, words, base, href }: PageContext): CorrectionsView {
  const terms = words.feeds.corrections;
  const nameOf = namer(atlas.regions, say);
  const { columns } = terms;
  const table: TableView = {
    columns: [
      { key: 'date', label: columns.date, head: true },
      { key: 'table', label: columns.table },
      { key: 'cell', label: columns.cell },
      { key: 'was', label: columns.was },
      { key: 'is', label: columns.is },
      { key: 'reason', label: columns.reason },
    ],
    rows: all.slice(0, MOST_SHOWN).map(({ release, date, reason, indicator, name, ...cell }) => {
      const own = atlas.indicators.find((one) => one.id === indicator);
      const texts = [cellName(cell, own, nameOf, say), cellWords(cell.was, own, words.then, say), cellWords(cell.is, own, words.then, say), reason?.[lang] ?? ''];
      return {
        key: [release, indicator, cell.series, cell.region, cell.period].join(' '),
        cells: [{ text: date, href: `#${release}` }, { text: own?.short[lang] ?? name[lang], ...(own && { href: href(`indicator/${indicator}.html`) }) }, ...texts.map((text) => ({ text }))],
      };
    }),
  };
  return { lead: all.length === 0 ? terms.none : terms.lead(all.length), table: all.length === 0 ? null : table, more: all.length > MOST_SHOWN ? terms.shown(MOST_SHOWN) : '', file: base + CORRECTIONS_FILE };
}
