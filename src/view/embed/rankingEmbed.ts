import { formatPeriod } from '../../i18n/format.ts';
import type { Say } from '../../i18n/say.ts';
import type { IndicatorTable } from '../../model/indicator.ts';
import type { Region } from '../../model/region.ts';
import type { MarkView } from '../mapView.ts';
import { rankingPeriods, rankingView, type RankingRow, type RankingTerms } from '../rankingView.ts';
import { rankingTakeaway } from '../sentences/ranking.ts';
import type { EmbedFrame, EmbedRow } from './embedView.ts';

export interface RankingEmbedInput {
  readonly table: IndicatorTable;
  /** All of the table's level, and the nation. */
  readonly regions: readonly Region[];
  readonly sourceOf: (ids: readonly string[]) => string;
}

export interface RankingEmbed {
  /** Earliest first. */
  readonly frames: readonly EmbedFrame[];
  readonly shown: EmbedFrame;
  readonly names: Readonly<Record<string, string>>;
  readonly marks: readonly MarkView[];
  /** Only classes are published: there are no places and no bars. */
  readonly isOfBands: boolean;
}

/** Percent of the width, from zero; −1: no bar, because a bar says a length. */
function barOf(row: RankingRow, most: number, hasBars: boolean): number {
  if (!hasBars || !row.amount) return -1;
  return Math.round((row.amount.x / most) * 1000) / 10;
}

/** A forecast or a doubtful figure is an outline. */
const isHollow = ({ mark }: RankingRow): boolean => mark.includes('◌') || mark.includes('？');

/** One indicator's regions in order, in each period that has one. */
export function rankingEmbed({ table, regions, sourceOf }: RankingEmbedInput, say: Say, terms: RankingTerms): RankingEmbed {
  const periods = rankingPeriods(table, regions);
  const views = periods.map((period) => ({ period, view: rankingView({ table, period, compare: null, regions, group: null }, say, terms) }));
  const frames = views.map(({ period, view }): EmbedFrame => {
    const takeaway = rankingTakeaway({ table, period, compare: null, regions, view }, say, terms);
    const amounts = view.rows.flatMap(({ amount }) => (amount ? [amount.x] : []));
    const hasBars = amounts.length > 0 && Math.min(...amounts) >= 0 && Math.max(...amounts) > 0;
    const rows = [...view.rows, ...view.unranked];
    return {
      period,
      when: formatPeriod(period, say.lang),
      heading: view.heading,
      coverage: view.coverage,
      takeaway: takeaway.text,
      limits: takeaway.limits,
      rows: rows.map((row): EmbedRow => [row.id, row.rank, row.value === '' ? row.band || row.absenceText || row.published : row.value + row.mark, row.absence === null ? (isHollow(row) ? 'hollow' : '') : 'absent', barOf(row, Math.max(...amounts), hasBars), '']),
      source: sourceOf(view.sourceIds),
    };
  });
  const shown = frames.at(-1);
  if (!shown) throw new Error(`${table.indicator.id} has no period that can be ranked`);
  const ids = new Set(frames.flatMap(({ rows }) => rows.map(([id]) => id)));
  return {
    frames,
    shown,
    names: Object.fromEntries(regions.filter(({ id }) => ids.has(id)).map(({ id, short }) => [id, short[say.lang]])),
    marks: [...new Map(views.flatMap(({ view }) => view.marks.map((one) => [one.mark, one]))).values()],
    isOfBands: views.at(-1)?.view.told === 'bands',
  };
}
