import { unitName } from '../i18n/format.ts';
import type { Say } from '../i18n/say.ts';
import type { Claim } from '../model/claim.ts';
import type { IndicatorTable } from '../model/indicator.ts';
import { hasValue, type Observation, type Period } from '../model/observation.ts';
import { transform, type TransformKind } from '../query/transform.ts';
import type { Takeaway } from './sentences/takeaway.ts';
import { trendTakeaway } from './sentences/trend.ts';
import { seriesTable, type SeriesTableWords } from './seriesTable.ts';
import type { TableView } from './tableView.ts';
import { refusalText, transformWorking } from './transformView.ts';
import { trendView, type TrendView } from './trendView.ts';
import type { Working } from './workings.ts';

export interface TrendFigureInput {
  readonly table: IndicatorTable;
  /** Quoted figures in the indicator's published unit. */
  readonly claims: readonly Claim[];
  readonly words: SeriesTableWords;
  /** Null: as published. */
  readonly kind: TransformKind | null;
  /** Null: each line's first figure. */
  readonly base: Period | null;
}

/** One trend with all that stands around it: as published, or worked out of what was. */
export interface TrendFigureView {
  /** “市场规模 · 亿元 · 2004年—2026年” */
  readonly heading: string;
  readonly coverage: string;
  readonly takeaway: Takeaway;
  readonly picture: TrendView;
  /** Nothing can be drawn; why is said in place of the picture. */
  readonly isEmpty: boolean;
  readonly table: TableView;
  readonly notes: readonly string[];
  readonly workings: readonly Working[];
  /** Why the chosen transform is not shown; the published figures are, then. */
  readonly refusal: string | null;
}

export function trendFigure({ table: published, claims, words, kind, base }: TrendFigureInput, say: Say): TrendFigureView {
  const input = kind === null ? null : { table: published, kind, population: null, ...(base === null ? {} : { base }) };
  const answer = input && transform(input);
  const isDerived = answer?.kind === 'transformed';
  const table = isDerived ? answer.table : published;
  // A claim enters nothing that is worked out, so it is not set beside it either.
  const quoted = isDerived ? [] : claims;
  const picture = trendView(table, quoted, say);
  const takeaway = trendTakeaway({ table, claims: quoted }, say);
  const { trends } = say.words;
  const [first, last] = [picture.stops[0], picture.stops.at(-1)];
  const told = takeaway.limits.join(' ');
  return {
    heading: [table.indicator.name[say.lang], unitName(table.indicator, say.lang), first && last ? trends.range(first.title, last.title) : ''].filter(Boolean).join(' · '),
    coverage: trends.coverage(picture.lines.length, quoted.length),
    takeaway,
    picture,
    isEmpty: picture.lines.length === 0 && picture.claims.length === 0,
    table: seriesTable(table, quoted, say, words),
    notes: [
      ...picture.breaks.filter(({ reason }) => !told.includes(reason)).map(({ x, when, reason }) => (reason.includes(String(Math.floor(x + 1e-9))) ? reason : trends.breakNote(when, reason))),
      ...(isDerived ? refusalNotes(answer.refused.map(({ reason }) => refusalText(reason, say)), trends) : []),
    ],
    workings: [...takeaway.workings, ...(input && isDerived ? lastOfEach(table.observations).flatMap(({ regionId, period, seriesId }) => transformWorking({ ...input, regionId, period, seriesId }, say) ?? []) : [])],
    refusal: answer?.kind === 'refused' ? refusalText(answer.reason, say) : null,
  };
}

/** One reason is told; of several the table tells each. */
function refusalNotes(reasons: readonly string[], { refusedFigures, refusedSome }: Say['words']['trends']): readonly string[] {
  const [first] = reasons;
  if (first === undefined) return [];
  return [reasons.every((reason) => reason === first) ? refusedFigures(reasons.length, first) : refusedSome(reasons.length)];
}

/** The latest derived figure of every line: its way is shown. */
function lastOfEach(observations: readonly Observation[]): readonly Observation[] {
  const latest = new Map<string, Observation>();
  for (const one of observations) {
    const known = latest.get(`${one.regionId} ${one.seriesId}`);
    if (hasValue(one) && (!known || known.period < one.period)) latest.set(`${one.regionId} ${one.seriesId}`, one);
  }
  return [...latest.values()];
}
