import { CALENDAR_FILE, evidenceOf, expectedReleases, intervalWords } from '../feeds/expected.ts';
import { formatPeriod } from '../i18n/format.ts';
import type { Atlas } from '../model/atlas.ts';
import type { PageContext } from '../prerender/pageContext.ts';
import type { TableView } from '../view/tableView.ts';

export interface CalendarView {
  readonly lead: string;
  /** Null: nothing can be expected. */
  readonly table: TableView | null;
  readonly unknown: string;
  readonly file: string;
}

/** When new data are expected, and on what evidence; what is late by the day on which the data were read says so. */
export function calendarView(atlas: Pick<Atlas, 'tables' | 'datasets'>, date: string, { lang, say, words, href }: PageContext): CalendarView {
  const terms = words.feeds.calendar;
  const { columns } = terms;
  const expected = expectedReleases(atlas, date);
  const known = expected.reduce((sum, { tables }) => sum + tables.length, 0);
  const table: TableView = {
    columns: [
      { key: 'due', label: columns.due, head: true },
      { key: 'dataset', label: columns.dataset },
      { key: 'tables', label: columns.tables },
      { key: 'every', label: columns.every },
      { key: 'evidence', label: columns.evidence },
    ],
    rows: expected.map((one) => {
      const { dataset, due, tables, isOverdue } = one;
      const [only, ...others] = tables;
      const name = only && others.length === 0 ? only.indicator.short[lang] : terms.tables(tables.length);
      return {
        key: `${due} ${dataset.id}`,
        cells: [
          { text: formatPeriod(due, lang) + (isOverdue ? words.then.remark(terms.overdue) : '') },
          { text: dataset.title[lang], href: href(`sources.html#${dataset.id.replace('/', '-')}`) },
          { text: name, ...(only && others.length === 0 && { href: href(`indicator/${only.indicator.id}.html`) }) },
          { text: intervalWords(one, say) },
          { text: evidenceOf(one, terms.spacing, say) },
        ],
      };
    }),
  };
  const unknown = atlas.tables.length - known;
  return { lead: expected.length === 0 ? terms.none : terms.lead + (expected.some(({ isOverdue }) => isOverdue) ? terms.overdueAt(date) : ''), table: expected.length === 0 ? null : table, unknown: unknown > 0 ? terms.unknown(unknown) : '', file: href(CALENDAR_FILE) };
}
