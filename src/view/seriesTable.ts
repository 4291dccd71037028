import { formatFigure, formatPeriod, halfOf, unitName } from '../i18n/format.ts';
import type { Say } from '../i18n/say.ts';
import type { Claim, Verdict } from '../model/claim.ts';
import type { IndicatorTable } from '../model/indicator.ts';
import { hasValue, type Measured, type Observation } from '../model/observation.ts';
import type { TableView } from './tableView.ts';

/** What a table of series says besides what every figure says. */
export interface SeriesTableWords {
  readonly who: string;
  readonly when: string;
  /** Of the claims that are in the table. */
  readonly verdict: Readonly<Partial<Record<Verdict, string>>>;
}

/** A figure is its words: status, how it was printed, and whether it is doubtful; an absent one its reason. */
function statusOf(one: Observation, words: Say['words']): string {
  if (one.value === null) return words.absence[one.status];
  return [words.status[one.status], words.precision[one.precision], one.confidence === 'C' ? words.doubtful : ''].filter(Boolean).join(words.comma);
}

/** Every observation of an indicator, series by series, and below them the claims, which belong to no series. */
export function seriesTable({ indicator, observations }: IndicatorTable, claims: readonly Claim[], { lang, words }: Say, tableWords: SeriesTableWords): TableView {
  const hasSeries = observations.some(({ seriesId }) => seriesId !== '') || claims.length > 0;
  const hasNotes = observations.some(({ note }) => note !== undefined);
  const order = new Map((indicator.series ?? []).map(({ id }, index) => [id, index]));
  const sorted = [...observations].sort((a, b) => (order.get(a.seriesId) ?? -1) - (order.get(b.seriesId) ?? -1) || (a.period < b.period ? -1 : 1));
  const unit = unitName(indicator, lang);
  const quoted = (claim: Claim): Pick<Measured, 'value' | 'precision' | 'printedDecimals'> => ({
    value: Number(claim.value) * indicator.unit.multiplier,
    precision: claim.precision,
    printedDecimals: (claim.value.split('.')[1] ?? '').length,
  });
  return {
    columns: [
      ...(hasSeries ? [{ key: 'series', label: tableWords.who }] : []),
      { key: 'period', label: tableWords.when, head: true, keep: true },
      { key: 'value', label: unit ? words.value + words.aside(unit) : words.value, numeric: true },
      { key: 'status', label: words.statusColumn },
      { key: 'confidence', label: words.confidence },
      ...(hasNotes ? [{ key: 'note', label: words.note }] : []),
    ],
    rows: [
      ...sorted.map((one) => ({
        key: `${one.seriesId} ${one.regionId} ${one.period}`,
        cells: [
          ...(hasSeries ? [{ text: indicator.series?.find(({ id }) => id === one.seriesId)?.name[lang] ?? '' }] : []),
          { text: formatPeriod(one.period, lang) },
          { text: hasValue(one) ? formatFigure(one, indicator, lang) : words.absence[one.status] },
          { text: statusOf(one, words) },
          { text: one.confidence },
          ...(hasNotes ? [{ text: halfOf(one.note ?? '', lang) }] : []),
        ],
      })),
      ...claims.map((claim) => ({
        key: `claim ${claim.id}`,
        cells: [
          ...(hasSeries ? [{ text: halfOf(claim.speaker, lang) }] : []),
          { text: formatPeriod(claim.period, lang) },
          { text: formatFigure(quoted(claim), indicator, lang) },
          { text: [words.precision[claim.precision], words.claimMark].filter(Boolean).join(words.comma) },
          { text: '' },
          ...(hasNotes ? [{ text: tableWords.verdict[claim.verdict] ?? '' }] : []),
        ],
      })),
    ],
  };
}
