import { formatPeriod } from '../i18n/format.ts';
import type { Say } from '../i18n/say.ts';
import type { Dataset, Interval, Source } from '../model/dataset.ts';
import type { IndicatorTable } from '../model/indicator.ts';
import type { Observation, Period } from '../model/observation.ts';
import { hasFigure } from '../query/coverage.ts';
import { dayAfter, lastMonth, monthOf, periodSpan } from '../query/periodSpan.ts';

/** How old a series is. What depends on the reader's own day is worked out in the browser from the dates. */
export interface FreshnessView {
  /** “最新：2024年” */
  readonly latest: string;
  /** The last day that the latest figure describes, ISO. */
  readonly until: string;
  /** “预计下次：2026年9月（每两年）”, or that no fixed interval is known. */
  readonly next: string;
  /** ISO date from which the series is overdue; null: none can be expected. */
  readonly due: string | null;
  /** “2026-11-22读取” */
  readonly retrieved: string;
  /** The same as an ISO date: a clock that stands before it is wrong. */
  readonly read: string;
  /** Under what the dataset may be used: it goes with what is taken away. */
  readonly licence: string;
  /** What the interval rests on, or its exceptions. */
  readonly note?: string;
}

const MONTHS: Readonly<Record<Interval, number>> = { P3M: 3, P6M: 6, P1Y: 12, P2Y: 24 };

/** The first that is known to have printed a period; the end of a year or month that is all we know of the date. */
function firstPublished(sources: readonly Source[], ids: ReadonlySet<string>): Period | null {
  const dates = sources.flatMap(({ id, published }) => (ids.has(id) && published !== undefined ? [published] : []));
  return dates.sort((a, b) => (periodSpan(a).last < periodSpan(b).last ? -1 : 1))[0] ?? null;
}

/**
 * When the next release is expected: end of the latest period + interval + the publisher's own lag, which is how long
 * after its end the latest period with a known date came out. As precise as that date: a month, or a year.
 */
export function nextRelease(told: readonly Observation[], sources: readonly Source[], every: Interval): Period | null {
  const periods = [...new Set(told.map(({ period }) => period))].sort((a, b) => (periodSpan(a).last < periodSpan(b).last ? 1 : -1));
  const [latest] = periods;
  if (latest === undefined) return null;
  for (const period of periods) {
    const published = firstPublished(sources, new Set(told.filter((one) => one.period === period).map(({ sourceId }) => sourceId)));
    if (published === null) continue;
    const lag = lastMonth(published) - lastMonth(period);
    const due = monthOf(lastMonth(latest) + MONTHS[every] + lag);
    return published.length > 4 ? due : due.slice(0, 4);
  }
  return null;
}

/** What was published and is no forecast; a doubtful figure makes nothing new. */
function toldOf({ indicator, observations }: IndicatorTable): readonly Observation[] {
  const present = observations.filter((one) => hasFigure(one, indicator.publishes) || one.publishedRank !== undefined || one.band !== undefined);
  const told = present.filter(({ status, confidence }) => status !== 'forecast' && confidence !== 'C');
  return told.length > 0 ? told : present;
}

/** When a table's next edition is expected; null: none can be. */
export function nextOf(table: IndicatorTable, dataset: Dataset): Period | null {
  const every = dataset.updates?.[table.indicator.id]?.every ?? null;
  return every === null ? null : nextRelease(toldOf(table), dataset.sources, every);
}

export function freshnessView(table: IndicatorTable, dataset: Dataset, { lang, words }: Say): FreshnessView {
  const say = words.freshness;
  const told = toldOf(table);
  const latest = told.map(({ period }) => period).sort((a, b) => (periodSpan(a).last < periodSpan(b).last ? -1 : 1)).at(-1) ?? '';
  const updates = dataset.updates?.[table.indicator.id];
  const every = updates?.every ?? null;
  const due = nextOf(table, dataset);
  return {
    latest: say.latest(formatPeriod(latest, lang)),
    until: periodSpan(latest).last,
    next: every === null ? say.noInterval : due === null ? say.noDate(say.every[every]) : say.next(formatPeriod(due, lang), say.every[every]),
    due: due === null ? null : dayAfter(due),
    retrieved: say.retrieved(dataset.retrieved),
    read: dataset.retrieved,
    licence: dataset.licence.title[lang],
    ...(updates?.note && { note: updates.note[lang] }),
  };
}

/** “每年（5项）；不定期（1项）”: how often the tables of a dataset come out, as far as is known. */
export function intervalsOf(dataset: Dataset, indicatorIds: readonly string[], { words }: Say): string {
  const say = words.freshness;
  const counts = new Map<string, number>();
  for (const id of indicatorIds) {
    const updates = dataset.updates?.[id];
    const text = updates === undefined ? say.unknown : updates.every === null ? say.irregular : say.every[updates.every];
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  if (counts.size === 1) return [...counts.keys()].join('');
  return [...counts].map(([text, count]) => say.everyCount(text, count)).join(words.stop);
}
