import { fileName } from '../download/fileName.ts';
import type { Sheet, SheetCell, SheetColumn } from '../download/sheet.ts';
import type { takeawayZh } from '../i18n/takeaway.zh.ts';
import { formatPeriod } from '../i18n/format.ts';
import type { Say } from '../i18n/say.ts';
import type { Indicator } from '../model/indicator.ts';
import type { Period } from '../model/observation.ts';
import type { FreshnessView } from './freshnessView.ts';
import type { RankingColumn, RankingRow, RankingTerms, RankingView } from './rankingView.ts';

export interface RankingSheetFacts {
  readonly view: RankingView;
  /** In the order shown. */
  readonly rows: readonly RankingRow[];
  readonly unranked: readonly RankingRow[];
  readonly columns: readonly RankingColumn[];
  readonly indicator: Indicator;
  readonly period: Period;
  readonly compare: Period | null;
  readonly title: string;
  readonly source: string;
  readonly limits: readonly string[];
  /** Tells the licence and the day on which the figures were read. */
  readonly freshness?: Pick<FreshnessView, 'read' | 'licence'>;
  readonly address: string;
}

/** “＋26.2”, “77.8” as a number; null where the text is none. */
const numberOf = (text: string): number | null => {
  const plain = text.replaceAll(',', '').replace('−', '-').replace('＋', '+');
  return /^[-+]?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
};

/** The ranking as a spreadsheet gets it: the rows and the order of the page, codes as text, no 0 for what is absent. */
export function rankingSheet({ view, rows, unranked, columns, indicator, period, compare, title, source, limits, freshness, address }: RankingSheetFacts, say: Say, terms: RankingTerms, taken: typeof takeawayZh): Sheet {
  const { lang, words } = say;
  const shown = columns.filter(({ key }) => key !== 'spark');
  const join = (label: string, sub: string) => (sub === '' ? label : label + words.aside(sub));
  // A group is a word where a place was a number.
  const isPlaced = words.standings === 'places';
  const isNumber = ({ key }: RankingColumn) => ['value', 'median', 'nation', 'published', ...(isPlaced ? ['rank'] : [])].includes(key);
  const sheetColumns: readonly SheetColumn[] = [
    { key: 'code', label: terms.table.code, kind: 'text' },
    ...shown.flatMap((column): readonly SheetColumn[] => [{ key: column.key, label: join(column.label, column.sub), kind: isNumber(column) || column.key === 'change' ? 'number' : 'text' }]),
  ];
  const plain = (text: string): SheetCell => ({ text, value: text === '' ? null : text });
  const number = (text: string): SheetCell => ({ text, value: numberOf(text) });
  const cell = (row: RankingRow, { key }: RankingColumn): SheetCell => {
    switch (key) {
      case 'rank':
        return { ...(isPlaced ? number : plain)(row.rank), ...(row.tied === '' ? {} : { status: row.tied }) };
      case 'region':
        return plain(row.name);
      case 'value':
        return row.absence !== null ? { text: row.absenceText, value: null, status: row.absenceText } : { text: row.value, value: row.amount?.x ?? null, ...(row.status === '' ? {} : { status: row.status }) };
      case 'change':
        return row.change === null ? plain('') : { text: row.change.text, value: row.changeBy, status: row.change.text };
      case 'median':
        return number(row.median);
      case 'nation':
        return number(row.nation);
      case 'published':
        return number(row.published);
      case 'place':
        return plain(row.place);
      case 'band':
        return plain(row.band);
      case 'spark':
        return plain('');
    }
  };
  const { about } = taken;
  return {
    name: terms.nav,
    fileName: fileName('ranking', indicator.id, period, lang),
    columns: sheetColumns,
    rows: [...rows, ...unranked].map((row) => [plain(row.id), ...shown.map((column) => cell(row, column))]),
    about: [
      [about.title, title],
      [about.indicator, view.name],
      ...(indicator.unit[lang] === '' ? [] : [[about.unit, indicator.unit[lang]] as const]),
      [about.period, [formatPeriod(period, lang), ...(compare === null ? [] : [formatPeriod(compare, lang)])].join(words.comma)],
      [about.source, source],
      ...(freshness ? [[about.licence, freshness.licence] as const, [about.readOn, freshness.read] as const] : []),
      ...(view.marks.length === 0 ? [] : [[about.statuses, view.marks.map(({ mark, label }) => `${mark} ${label}`).join(words.stop)] as const]),
      ...[...limits, ...view.notes].map((text) => [about.note, text] as const),
      [about.address, address],
    ],
  };
}
