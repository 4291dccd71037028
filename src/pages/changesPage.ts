import { formatNumber } from '../i18n/format.ts';
import type { Atlas } from '../model/atlas.ts';
import type { Release } from '../model/release.ts';
import type { Text } from '../model/text.ts';
import { NO_TRACE, type TraceFacts } from '../feeds/trace.ts';
import type { PageContext } from '../prerender/pageContext.ts';
import { cellName, cellWords } from '../releases/cellWords.ts';
import type { CellChanges, ChangedCell } from '../releases/cells.ts';
import type { ReleaseRecord } from '../releases/releaseRecord.ts';
import { namer } from '../view/sentences/phrases.ts';
import type { TableView } from '../view/tableView.ts';
import { calendarView, type CalendarView } from './calendarView.ts';
import { correctionsView, type CorrectionsView } from './correctionsView.ts';
import { movedViews, type MovedView } from './movedView.ts';

/** What became of one table's figures, the changed ones by name. */
export interface TableChangesView {
  readonly name: string;
  readonly label: string;
  /** Null: too many to be listed. */
  readonly table: TableView | null;
  readonly unlisted: string;
}

export interface ReleaseView {
  /** Where links into the page lead. */
  readonly id: string;
  readonly title: string;
  readonly note: string;
  /** Date, hash, how many tables and frozen figures. */
  readonly facts: readonly (readonly [label: string, text: string])[];
  readonly reason: string | null;
  /** Null: no table has changed; then `without` says why there is none. */
  readonly changes: TableView | null;
  readonly without: string;
  readonly changed: readonly TableChangesView[];
  readonly moved: readonly MovedView[];
  /** The record as a file; null: there is none. */
  readonly record: string | null;
}

/** How a table changed, whether in a release or since the last one. */
interface Changes {
  readonly indicator: string;
  readonly name: Text;
  readonly isNew: boolean;
  readonly isGone: boolean;
  readonly added: number;
  readonly changed: number;
  readonly withdrawn: number;
  readonly list: readonly ChangedCell[] | null;
}

/** Changed and withdrawn figures one by one. */
function cellsView({ indicator: id, name, list, changed, withdrawn }: Changes, atlas: Atlas, page: PageContext): TableChangesView | null {
  const { lang, words, say } = page;
  const n = changed + withdrawn;
  if (n === 0) return null;
  const indicator = atlas.indicators.find((one) => one.id === id);
  const nameOf = namer(atlas.regions, say);
  const { cellColumns } = words.then;
  const table: TableView | null = list && {
    columns: [
      { key: 'cell', label: cellColumns.cell, head: true },
      { key: 'was', label: cellColumns.was },
      { key: 'is', label: cellColumns.is },
    ],
    rows: list.map((cell) => ({
      key: `${cell.series} ${cell.region} ${cell.period}`,
      cells: [{ text: cellName(cell, indicator, nameOf, say) }, { text: cellWords(cell.was, indicator, words.then, say) }, { text: cellWords(cell.is, indicator, words.then, say) }],
    })),
  };
  return { name: name[lang], label: words.then.cells(n), table, unlisted: table ? '' : words.then.unlisted(n) };
}

/** A table's row in a release, for links into the page. */
export const anchorOf = (release: string, indicator: string): string => `${release}.${indicator}`;

function tableOfChanges(changes: readonly Changes[], release: string, atlas: Atlas, { href, lang, words }: PageContext): TableView | null {
  if (changes.length === 0) return null;
  const { columns, newTable, goneTable } = words.then;
  const amount = (n: number) => ({ text: n === 0 ? '' : formatNumber(n) });
  const nameText = ({ name, isNew, isGone }: Changes) => `${name[lang]}${isNew ? words.then.remark(newTable) : isGone ? words.then.remark(goneTable) : ''}`;
  const hasPage = (id: string) => atlas.indicators.some((one) => one.id === id);
  return {
    columns: [
      { key: 'table', label: columns.table, head: true },
      { key: 'added', label: columns.added, numeric: true },
      { key: 'changed', label: columns.changed, numeric: true },
      { key: 'withdrawn', label: columns.withdrawn, numeric: true },
    ],
    rows: changes.map((one) => ({
      key: one.indicator,
      id: anchorOf(release, one.indicator),
      cells: [{ text: nameText(one), ...(hasPage(one.indicator) && { href: href(`indicator/${one.indicator}.html`) }) }, amount(one.added), amount(one.changed), amount(one.withdrawn)],
    })),
  };
}

const ofRecord = (record: ReleaseRecord, before: ReleaseRecord | undefined): readonly Changes[] =>
  record.tables
    .filter(({ added, changed, withdrawn }) => added + changed + withdrawn > 0)
    .map(({ indicator, name, file, added, changed, withdrawn, list }) => ({
      indicator, name, added, changed, withdrawn,
      isNew: before !== undefined && !before.tables.some((one) => one.indicator === indicator && one.file !== ''),
      isGone: file === '',
      list: list ?? null,
    }));

export interface ChangesInput {
  readonly atlas: Atlas;
  readonly release: Release;
  /** Oldest first. */
  readonly records: readonly ReleaseRecord[];
  /** Since the last of them, by indicator. */
  readonly since: ReadonlyMap<string, CellChanges>;
  /** What the releases moved and corrected; none where it isn't known. */
  readonly trace?: TraceFacts;
}

export interface ChangesPage {
  readonly releases: readonly ReleaseView[];
  readonly corrections: CorrectionsView;
  readonly calendar: CalendarView;
  /** SHA-256 of the last record; null: there is none. */
  readonly head: string | null;
}

/** Every release with what it changed, the latest first; above them what has not been released yet. */
export function changesPage({ atlas, release, records, since, trace = NO_TRACE }: ChangesInput, page: PageContext): ChangesPage {
  const { words, lang } = page;
  const terms = words.then;
  const cellsOf = (changes: readonly Changes[]) => changes.flatMap((one) => cellsView(one, atlas, page) ?? []);
  const told = records.map((record, index): ReleaseView => {
    const before = records[index - 1];
    const changes = ofRecord(record, before);
    const moved = trace.moves.find(({ release: id }) => id === record.id);
    return {
      id: record.id,
      title: terms.release(record.date),
      note: before ? terms.since(before.date) : terms.first,
      facts: [
        [terms.hash, record.hash],
        [terms.tables, terms.count(record.tables.filter(({ file }) => file !== '').length)],
        [terms.figures, terms.count(record.figures.filter((figure) => figure.lang === lang).length)],
      ],
      reason: record.reason ? record.reason[lang] : null,
      // Of the first release everything is new: the tables themselves say it.
      changes: before ? tableOfChanges(changes, record.id, atlas, page) : null,
      without: before ? terms.noChanges : terms.allNew(formatNumber(record.tables.length)),
      changed: cellsOf(changes),
      moved: moved ? movedViews(moved, atlas, page) : [],
      record: `${page.base}data/releases/${record.id}.json`,
    };
  });
  const last = records.at(-1);
  const names = new Map([...(last?.tables ?? []).map(({ indicator, name }) => [indicator, name] as const), ...atlas.indicators.map(({ id, name }) => [id, name] as const)]);
  const now = [...since].map(([indicator, { added, changed, withdrawn }]): Changes => ({
    indicator,
    name: names.get(indicator) ?? { zh: indicator, en: indicator },
    isNew: !last?.tables.some((one) => one.indicator === indicator && one.file !== ''),
    isGone: !atlas.indicators.some(({ id }) => id === indicator),
    added,
    changed: changed.length,
    withdrawn: withdrawn.length,
    list: [...changed, ...withdrawn],
  })).filter(({ added, changed, withdrawn }) => added + changed + withdrawn > 0);
  const ahead: readonly ReleaseView[] = last && now.length > 0
    ? [{ id: release.id, title: terms.current, note: terms.currentNote, facts: [[terms.hash, release.hash]], reason: null, changes: tableOfChanges(now, release.id, atlas, page), without: '', changed: cellsOf(now), moved: [], record: null }]
    : [];
  return { releases: [...ahead, ...told.reverse()], corrections: correctionsView(trace.corrections, atlas, page), calendar: calendarView(atlas, release.date, page), head: trace.head };
}

export type ChangesView = ChangesPage;
