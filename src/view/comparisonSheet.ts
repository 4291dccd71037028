import { fileName } from '../download/fileName.ts';
import type { Sheet, SheetCell } from '../download/sheet.ts';
import type { takeawayZh } from '../i18n/takeaway.zh.ts';
import type { Say } from '../i18n/say.ts';
import type { ComparedCell, ComparisonTerms, ComparisonView } from './comparisonView.ts';

export interface ComparisonSheetFacts {
  readonly view: ComparisonView;
  readonly title: string;
  readonly source: string;
  readonly limits: readonly string[];
  readonly address: string;
}

/** The table of the comparison as a spreadsheet gets it: for each region its value, its place and what is not plain about it. */
export function comparisonSheet({ view, title, source, limits, address }: ComparisonSheetFacts, say: Say, terms: ComparisonTerms, taken: typeof takeawayZh): Sheet {
  const plain = (text: string): SheetCell => ({ text, value: text === '' ? null : text });
  const value = ({ text, absence, amount, status }: ComparedCell): SheetCell => (absence === null ? { text, value: amount, ...(status !== '' && { status }) } : { text, value: null, status: text });
  const { columns } = terms;
  const isPair = view.names.length === 2 && view.rows.some(({ difference }) => difference !== '');
  const hasNotes = view.rows.some(({ newer }) => newer !== '');
  const { about } = taken;
  return {
    name: terms.nav,
    fileName: fileName('comparison', view.names.map(({ id }) => id).join('-'), '', say.lang),
    columns: [
      { key: 'indicator', label: columns.indicator, kind: 'text' },
      { key: 'unit', label: columns.unit, kind: 'text' },
      { key: 'period', label: columns.period, kind: 'text' },
      ...view.names.flatMap(({ id, name }) => [
        { key: id, label: name, kind: 'number' as const },
        { key: `${id} place`, label: terms.placeOf(name), kind: 'text' as const },
      ]),
      ...(isPair ? [{ key: 'difference', label: terms.differenceOf(view.names[0]?.name ?? '', view.names[1]?.name ?? ''), kind: 'number' as const }] : []),
      ...(hasNotes ? [{ key: 'note', label: terms.note, kind: 'text' as const }] : []),
    ],
    rows: view.rows.map((row) => [plain(row.name), plain(row.unit), plain(row.period), ...row.cells.flatMap((cell) => [value(cell), plain(cell.place)]), ...(isPair ? [{ text: row.difference, value: row.gap }] : []), ...(hasNotes ? [plain(row.newer)] : [])]),
    about: [
      [about.title, title],
      [about.source, source],
      ...(view.marks.length === 0 ? [] : [[about.statuses, view.marks.map(({ mark, label }) => `${mark} ${label}`).join(say.words.stop)] as const]),
      ...limits.map((text) => [about.note, text] as const),
      [about.address, address],
    ],
  };
}
