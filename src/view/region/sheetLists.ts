import type { regionsZh } from '../../i18n/regions.zh.ts';
import type { Say } from '../../i18n/say.ts';
import { ems, linesOf, PAPER } from './paper.ts';
import { sourcesEm } from './sheetSources.ts';
import type { SheetsInput } from './sheetsView.ts';

/** Of a list something is always shown. */
const LEAST_ITEMS = 1;

/** One line of a list. */
export interface SheetItem {
  readonly key: string;
  readonly when: string;
  readonly name: string;
  readonly text: string;
  readonly of: string;
  readonly isYes: boolean | null;
  readonly isUnsaid: boolean;
  readonly note: string;
  readonly sources: readonly number[];
}

export interface SheetList {
  readonly id: string;
  readonly title: string;
  readonly lead: string;
  /** Whether the lead stands behind the title, in one line with it. */
  readonly isLeadBeside: boolean;
  /** Width of the column of dates in pixels; 0: it has none. */
  readonly when: number;
  readonly items: readonly SheetItem[];
  /** “另有6项，见网页”; empty when all are here. */
  readonly leftOut: string;
  readonly note: string;
  /** Gives way before all others: it tells of what is not there. */
  readonly isSpare: boolean;
}

type RegionWords = typeof regionsZh;

/** Lists of what is not there, one a theme. */
const SPARE = 'absent ';

/** Size of a list's title. */
const TITLE_EM = 13;

/** Room for an item's name beside what stands before and behind it, in em. */
function nameRoom({ text, of, isYes, sources }: SheetItem, when: number): number {
  return PAPER.column / PAPER.listEm - when / PAPER.listEm - ems(text) - ems(of) * 0.96 - (of === '' ? 0 : 0.4) - (isYes === null ? 0 : 1.4) - sourcesEm(sources) - 1.4;
}

function itemHeight(item: SheetItem, when: number): number {
  const lines = linesOf(item.name, nameRoom(item, when));
  const note = item.note === '' ? 0 : linesOf(item.note, (PAPER.column - when) / PAPER.noteEm) * PAPER.noteLine;
  return (lines === 1 ? PAPER.listLine : lines * PAPER.nameLine + 3) + note;
}

const textHeight = (text: string): number => (text === '' ? 0 : linesOf(text, PAPER.column / PAPER.noteEm) * PAPER.noteLine);

export function listHeight(list: SheetList): number {
  return (
    PAPER.listHead +
    (list.isLeadBeside ? 0 : textHeight(list.lead)) +
    list.items.reduce((sum, item) => sum + itemHeight(item, list.when), 0) +
    (list.leftOut === '' ? 0 : PAPER.noteLine) +
    textHeight(list.note)
  );
}

export const columnHeight = (lists: readonly SheetList[]): number => lists.reduce((sum, list) => sum + listHeight(list), 0) + Math.max(0, lists.length - 1) * PAPER.listGap;

const cut = (list: SheetList, count: number, terms: RegionWords): SheetList =>
  count >= list.items.length ? list : { ...list, items: list.items.slice(0, count), leftOut: terms.print.leftOut(list.items.length - count) };

function dealt(lists: readonly SheetList[]): readonly (readonly SheetList[])[] {
  const [left, right]: [SheetList[], SheetList[]] = [[], []];
  for (const list of lists) (columnHeight(left) <= columnHeight(right) ? left : right).push(list);
  return [left, right];
}

/**
 * Each list goes to the shorter of two columns. Until all fits, the tallest list gives way by one item, those of what is
 * not there before all others; networks are never cut.
 *
 * @param fits Whether there is room for what stands in the columns.
 */
export function intoColumns(lists: readonly SheetList[], fits: (columns: readonly (readonly SheetList[])[]) => boolean, terms: RegionWords): readonly (readonly SheetList[])[] {
  const kept = new Map(lists.map(({ id, items }) => [id, items.length]));
  const keptOf = ({ id }: SheetList): number => kept.get(id) ?? 0;
  for (;;) {
    const drawn = lists.map((list) => cut(list, keptOf(list), terms));
    const columns = dealt(drawn);
    if (fits(columns)) return columns;
    const [tallest] = drawn.filter(({ id, items }) => id !== 'networks' && items.length > LEAST_ITEMS).sort((one, other) => Number(other.isSpare) - Number(one.isSpare) || listHeight(other) - listHeight(one));
    if (!tallest) return columns;
    kept.set(tallest.id, keptOf(tallest) - 1);
  }
}

/** The lists of the second sheet, whole. */
export function regionLists({ view, shortNames, absent }: SheetsInput, { lang }: Say, terms: RegionWords): readonly SheetList[] {
  const text = terms.page;
  const plain = { when: '', of: '', isYes: null, isUnsaid: false, note: '', sources: [] };
  type Wish = SheetItem & { readonly shortName?: string | undefined };
  const list = (id: string, title: string, lead: string, items: readonly Wish[], note = ''): readonly SheetList[] => {
    const when = items.some((item) => item.when !== '') ? PAPER.when[lang] : 0;
    const isTight = (item: SheetItem): boolean => linesOf(item.name, nameRoom(item, when)) > 1;
    const short = items
      .map(({ shortName, ...item }): SheetItem => (shortName !== undefined && isTight(item) ? { ...item, name: shortName } : item))
      .map((item) => (isTight(item) && item.of !== '' ? { ...item, of: '', note: item.of } : item));
    const isLeadBeside = ems(title) * TITLE_EM + ems(lead) * PAPER.noteEm < PAPER.column - 16;
    return items.length === 0 ? [] : [{ id, title, lead, isLeadBeside, when, items: short, leftOut: '', note, isSpare: id.startsWith(SPARE) }];
  };
  const placesOf = [...new Set(view.places.map(({ id }) => id))].flatMap((id) => view.places.filter((place) => place.id === id).at(-1) ?? []);
  return [
    ...list('networks', terms.print.networks, text.networksLead, view.networks.map(({ id, name, when, isKnown, note, sources }) => ({ ...plain, key: id, name, text: when, isUnsaid: !isKnown, note, sources })), view.networksNote),
    ...list('classes', text.classesTitle, text.classesLead, view.classes.map(({ key, id, when, name, text: told, of, isYes, sources }) => ({ ...plain, key, when, name, shortName: shortNames.get(id), text: told, of, isYes, sources }))),
    ...list('places', text.placesTitle, terms.print.latest, placesOf.map(({ key, id, when, name, place, of, sources }) => ({ ...plain, key, when, name, shortName: shortNames.get(id), text: place, of, sources })), view.offLists),
    ...list('records', text.recordsTitle, '', view.records.flatMap(({ id, name, lines, sources }) => lines.map((line) => ({ ...plain, key: `${id} ${line.key}`, when: line.when, name: [name, line.series].filter(Boolean).join(text.dot), shortName: [shortNames.get(id), line.series].filter(Boolean).join(text.dot), text: line.value, sources })))),
    ...list('systems', terms.print.systems, '', view.systems.map(({ id, name, kind }) => ({ ...plain, key: id, name, text: '', of: kind }))),
    ...[...new Set(absent.map(({ theme }) => theme))].flatMap((theme) => list(SPARE + theme, theme, '', absent.filter((one) => one.theme === theme).map(({ id, name, when, sources }) => ({ ...plain, key: id, when, name, shortName: shortNames.get(id), text: '', sources })))),
    ...list('claims', terms.print.claims, '', view.claims.map(({ id, name, value, who, verdict }) => ({ ...plain, key: id, name, text: value, note: [who, verdict].join(text.dot) }))),
  ];
}
