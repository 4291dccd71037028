import { formatFigure, formatList, formatNumber, formatPeriod, inUnit, joinUnit, shownDecimals, unitName } from '../i18n/format.ts';
import type { Say } from '../i18n/say.ts';
import type { IndicatorTable } from '../model/indicator.ts';
import { hasValue, type Measured, type Period } from '../model/observation.ts';
import type { TableView } from './tableView.ts';

export interface LevelSegment {
  readonly id: string;
  /** Its place among the parts, printed in it and in the legend: colour is never alone. */
  readonly number: number;
  /** Percent of the longest bar. */
  readonly x: number;
  readonly width: number;
  /** The colour class, 1 … 5. */
  readonly tone: number;
  readonly say: string;
}

/** Parts of a whole, one bar a period, all on one scale. */
export interface LevelsView {
  readonly heading: string;
  readonly rows: readonly { readonly period: Period; readonly when: string; readonly sum: string; readonly end: number; readonly segments: readonly LevelSegment[] }[];
  readonly legend: readonly { readonly number: number; readonly name: string; readonly tone: number; readonly latest: string }[];
  /** Where the sum is not the published whole, and which periods can't be drawn. */
  readonly notes: readonly string[];
  readonly table: TableView;
  readonly sourceIds: readonly string[];
}

const round = (value: number) => Math.round(value * 100) / 100;
const TONES = 5;

/** Parts are spread over the ramp in their order, so that neighbours stay far apart. */
const toneOf = (index: number, count: number) => (count <= TONES ? 1 + Math.round((index * (TONES - 1)) / Math.max(1, count - 1)) : (index % TONES) + 1);

/**
 * @param table An indicator with `parts`. A period is drawn when every part has a figure that is no bound; confidence C is not drawn.
 * @param whole The table of the indicator that publishes the whole; null when none does.
 */
export function levelsView(table: IndicatorTable, whole: IndicatorTable | null, say: Say): LevelsView {
  const { indicator } = table;
  const { lang, words } = say;
  const ids = indicator.parts?.series ?? [];
  const nameOf = (id: string) => indicator.series?.find((one) => one.id === id)?.name[lang] ?? id;
  const drawable = table.observations.filter(hasValue).filter(({ confidence, precision }) => confidence !== 'C' && (precision === 'exact' || precision === 'approximate'));
  const figure = (id: string, period: Period): Measured | undefined => drawable.find((one) => one.seriesId === id && one.period === period);
  const known = [...new Set(table.observations.filter((one) => ids.includes(one.seriesId)).map(({ period }) => period))].sort();
  const complete = known.filter((period) => ids.every((id) => figure(id, period)));
  const sumOf = (period: Period) => ids.reduce((sum, id) => sum + (figure(id, period)?.value ?? 0), 0);
  const longest = Math.max(0, ...complete.map(sumOf));
  // A sum is told as finely as its parts.
  const decimals = shownDecimals(indicator, Math.max(0, ...drawable.filter(({ seriesId }) => ids.includes(seriesId)).map(({ printedDecimals }) => printedDecimals)), lang);
  const numberText = (value: number) => formatNumber(inUnit(value, indicator, lang), decimals);
  const unit = unitName(indicator, lang);

  const rows = complete.map((period) => {
    const when = formatPeriod(period, lang);
    let start = 0;
    const segments = ids.flatMap((id, index): LevelSegment[] => {
      const one = figure(id, period);
      if (!one) return [];
      const segment = {
        id,
        number: index + 1,
        x: round((start / longest) * 100),
        width: round((one.value / longest) * 100),
        tone: toneOf(index, ids.length),
        say: [when, nameOf(id), joinUnit(formatFigure(one, indicator, lang), unit, lang), words.levels.partOfSum(formatNumber((one.value / sumOf(period)) * 100, 1))].join(words.comma),
      };
      start += one.value;
      return [segment];
    });
    return { period, when, sum: numberText(sumOf(period)), end: round((sumOf(period) / longest) * 100), segments };
  });

  const wholeAt = (period: Period) => whole?.observations.filter(hasValue).find((one) => one.period === period && one.confidence !== 'C');
  const differs = complete.flatMap((period) => {
    const published = wholeAt(period);
    return published && published.value !== sumOf(period) ? [words.levels.partsDiffer(formatPeriod(period, lang), numberText(sumOf(period)), formatFigure(published, indicator, lang), numberText(Math.abs(published.value - sumOf(period))))] : [];
  });
  const incomplete = known.filter((period) => !complete.includes(period)).map((period) => formatPeriod(period, lang));
  const last = complete.at(-1);
  return {
    heading: [indicator.name[lang], unit].filter(Boolean).join(' · '),
    rows,
    legend: ids.map((id, index) => {
      const one = last === undefined ? undefined : figure(id, last);
      return { number: index + 1, name: nameOf(id), tone: toneOf(index, ids.length), latest: one ? formatFigure(one, indicator, lang) : '' };
    }),
    notes: [...differs, ...(incomplete.length > 0 ? [words.levels.partsIncomplete(formatList(incomplete, lang))] : [])],
    table: {
      columns: [
        { key: 'period', label: words.period, head: true, keep: true },
        ...ids.map((id) => ({ key: id, label: nameOf(id), numeric: true })),
        { key: 'sum', label: words.levels.sum, numeric: true },
        ...(whole ? [{ key: 'whole', label: words.levels.whole, numeric: true }] : []),
      ],
      rows: known.map((period) => {
        const published = wholeAt(period);
        return {
          key: period,
          cells: [
            { text: formatPeriod(period, lang) },
            ...ids.map((id) => {
              const one = table.observations.find((other) => other.seriesId === id && other.period === period);
              return { text: one === undefined ? words.absence.notGathered : hasValue(one) ? formatFigure(one, indicator, lang) : words.absence[one.status] };
            }),
            { text: complete.includes(period) ? numberText(sumOf(period)) : '' },
            ...(whole ? [{ text: published ? formatFigure(published, indicator, lang) : '' }] : []),
          ],
        };
      }),
    },
    sourceIds: [...new Set(drawable.filter(({ seriesId, period }) => ids.includes(seriesId) && complete.includes(period)).map(({ sourceId }) => sourceId))],
  };
}
