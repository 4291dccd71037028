import type { regionsZh } from '../../i18n/regions.zh.ts';
import type { Say } from '../../i18n/say.ts';
import type { Absence } from '../../model/observation.ts';
import type { RegionGroupFigure, RegionTrend } from '../regionView.ts';
import { ems, linesOf, namesWithin, PAPER } from './paper.ts';
import type { RegionStrip } from './regionRow.ts';
import type { RowChange } from './rowChange.ts';
import { columnHeight, intoColumns, regionLists, type SheetList } from './sheetLists.ts';
import { citedIn, isWhole, sheetSources, type SheetSources } from './sheetSources.ts';
import type { SheetsInput } from './sheetsView.ts';

export interface SheetRow {
  readonly id: string;
  readonly name: string;
  /** The first of a theme: a stronger line above it. */
  readonly isFirst: boolean;
  readonly period: string;
  readonly value: string;
  readonly isAbsent: boolean;
  readonly unit: string;
  readonly status: string;
  readonly change: RowChange | null;
  readonly rank: string;
  readonly rankNote: string;
  readonly group: string;
  readonly median: string;
  readonly strip: RegionStrip;
  readonly grade: string;
  readonly sources: readonly number[];
}

export interface SheetAbsence {
  readonly kind: Absence;
  readonly name: string;
  readonly why: string;
  readonly names: string;
  readonly leftOut: string;
}

export interface RegionSheets {
  readonly kind: 'region';
  readonly rows: readonly SheetRow[];
  /** “另有6项，见网页”; empty when all are here. */
  readonly rowsLeftOut: string;
  readonly rowNotes: readonly string[];
  readonly group: (RegionGroupFigure & { readonly columns: 2 | 3 }) | null;
  readonly trends: readonly RegionTrend[];
  readonly columns: readonly (readonly SheetList[])[];
  /** What has no entry at all, a sentence each. */
  readonly nothing: readonly string[];
  readonly absent: readonly SheetAbsence[];
}

type RegionWords = typeof regionsZh;

/** More would be too small to read. */
export const MOST_TRENDS = 6;
/** One row of them, where two would push more than half of the lists off the sheet. */
const FEW_TRENDS = 3;

/** Beside the texture of its kind. */
const ABSENT_EM = PAPER.width / PAPER.noteEm - 3;
const ABSENT_LINES = 3;

function sheetAbsences({ view, absent }: SheetsInput, say: Say, terms: RegionWords): readonly SheetAbsence[] {
  const listed = new Set(absent.map(({ id }) => id));
  return view.absent.map(({ kind, name, why, items }) => {
    const told = items.filter(({ id }) => !listed.has(id)).map((item) => item.name + (item.when === '' ? '' : say.words.aside(item.when)));
    const { names, left } = namesWithin(told, terms.print.and, ABSENT_EM, ABSENT_LINES, `${name} ${why}`);
    return { kind, name, why: why + (say.lang === 'zh' ? '' : ' '), names: names.length === 0 && items.length > 0 ? terms.print.listedBelow : names.join(terms.print.and), leftOut: left > 0 ? terms.print.andOthers(items.length) : '' };
  });
}

const absenceHeight = (absent: readonly SheetAbsence[]): number =>
  absent.length === 0 ? 0 : PAPER.absentHead + absent.reduce((sum, { name, why, names, leftOut }) => sum + linesOf(`${name} ${why}${names}${leftOut}`, ABSENT_EM) * PAPER.absentLine, 0) + PAPER.gap;

/** What has no list of its own on the second sheet, said in a line. */
function nothingOf({ view }: SheetsInput, lists: readonly SheetList[], terms: RegionWords): readonly string[] {
  const has = (id: string): boolean => lists.some((list) => list.id === id);
  return [
    ...(has('networks') || view.networksNote === '' ? [] : [view.networksNote]),
    ...(has('places') || view.offLists === '' ? [] : [view.offLists]),
    ...(has('systems') ? [] : [terms.page.noSystems]),
    ...(has('claims') ? [] : [terms.page.noClaims]),
  ];
}

const noteHeight = (notes: readonly string[]): number => (notes.length === 0 ? 0 : linesOf(notes.join(' '), PAPER.width / PAPER.noteEm) * PAPER.noteLine);

function rowsOf({ view, rows }: SheetsInput): readonly SheetRow[] {
  return view.rows.map((row, index) => {
    const more = rows.find(({ id }) => id === row.id);
    return {
      id: row.id,
      name: more?.shortName ?? row.name,
      isFirst: index > 0 && view.rows[index - 1]?.theme !== row.theme,
      period: row.period,
      value: row.value,
      isAbsent: row.absence !== null,
      unit: row.unit,
      status: row.status,
      change: more?.change ?? null,
      rank: row.rank,
      rankNote: row.rankNote,
      group: row.groupRank,
      median: row.median,
      strip: row.strip,
      grade: row.confidence ?? '',
      sources: more?.sources ?? [],
    };
  });
}

/** As many rows as the first sheet holds; those without a figure give way first, then the last. */
export function firstRows(rows: readonly SheetRow[], height: number): readonly SheetRow[] {
  const most = Math.max(1, Math.floor(height / PAPER.row));
  if (rows.length <= most) return rows;
  const kept = new Set([...rows.filter(({ isAbsent }) => !isAbsent), ...rows.filter(({ isAbsent }) => isAbsent)].slice(0, most));
  return rows.filter((row) => kept.has(row));
}

/** Bars stand in three columns; two, where the words for their places are long. */
const barColumns = ({ bars }: RegionGroupFigure): 2 | 3 => (bars.some(({ rank }) => ems(rank) > 2) ? 2 : 3);

const groupHeight = ({ group }: SheetsInput['view']): number =>
  group === null ? 0 : PAPER.gap + PAPER.label + Math.ceil(group.bars.length / barColumns(group)) * PAPER.bar + 4 + (group.limits.length > 0 ? 4 : 0) + noteHeight(group.limits);

/** The page of a province or the Corps: on the first sheet its table and its group, on the second all else. */
export function regionSheets(input: SheetsInput, title: number, say: Say, terms: RegionWords): { readonly content: RegionSheets; readonly sources: SheetSources } {
  const { view, trends } = input;
  const all = rowsOf(input);
  const rowNotes = [
    ...(all.some(({ change }) => change !== null) ? [terms.print.changeNote] : []),
    ...view.rowNotes.slice(1),
    terms.print.dashedNote,
    ...(view.filled.length > 0 && view.filled.length < all.length ? [terms.print.absentNote(view.short)] : []),
    terms.print.gradeNote,
  ];
  const rows = firstRows(all, PAPER.body - title - PAPER.gap - PAPER.label - PAPER.tableHead - noteHeight(rowNotes) - 4 - groupHeight(view));
  const lists = regionLists(input, say, terms);
  const absent = sheetAbsences(input, say, terms);
  const nothing = nothingOf(input, lists, terms);

  const planned = (most: number) => {
    const shown = trends.slice(0, most);
    const trendsHeight = shown.length === 0 ? 0 : PAPER.trendsHead + Math.ceil(shown.length / 3) * PAPER.trend + PAPER.gap;
    const room = PAPER.body - trendsHeight - absenceHeight(absent) - (nothing.length > 0 ? noteHeight(nothing) + PAPER.gap : 0) - (lists.length > 0 ? PAPER.gap : 0);
    const own = [...citedIn(rows), ...citedIn(shown), ...(view.group?.sources ?? [])];
    const sourcesBeside = (columns: readonly (readonly SheetList[])[]): SheetSources =>
      sheetSources([...own, ...columns.flatMap((column) => column.flatMap(({ items }) => citedIn(items)))], input.sources, room - Math.max(0, ...columns.map(columnHeight)), say, terms);
    const columns = intoColumns(lists, (some) => isWhole(sourcesBeside(some)), terms);
    const count = (some: readonly SheetList[]): number => some.reduce((sum, { items }) => sum + items.length, 0);
    return { shown, columns, sources: sourcesBeside(columns), isCut: count(columns.flat()) * 2 < count(lists) };
  };
  const full = planned(MOST_TRENDS);
  const { shown, columns, sources } = full.isCut ? planned(FEW_TRENDS) : full;
  return {
    content: { kind: 'region', rows, rowsLeftOut: rows.length < all.length ? terms.print.leftOut(all.length - rows.length) : '', rowNotes, group: view.group && { ...view.group, columns: barColumns(view.group) }, trends: shown, columns, nothing, absent },
    sources,
  };
}
