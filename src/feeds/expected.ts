import { intervalsOf, nextOf } from '../view/freshnessView.ts';
import type { Atlas } from '../model/atlas.ts';
import type { Dataset } from '../model/dataset.ts';
import type { IndicatorTable } from '../model/indicator.ts';
import type { Period } from '../model/observation.ts';
import type { Say } from '../i18n/say.ts';
import { dayAfter } from '../query/periodSpan.ts';

export const CALENDAR_FILE = 'calendar.ics';

/** Tables of one dataset that are expected at the same time. Nobody has promised it: it follows from past intervals. */
export interface ExpectedRelease {
  readonly dataset: Dataset;
  /** A month or a year, as precise as the publisher's past dates. */
  readonly due: Period;
  readonly tables: readonly IndicatorTable[];
  /** The time was over on the day on which the data were read. */
  readonly isOverdue: boolean;
}

/**
 * @param date The day of the data, “2026-11-22”: the site has no clock.
 * @returns The earliest first.
 */
export function expectedReleases({ tables, datasets }: Pick<Atlas, 'tables' | 'datasets'>, date: string): readonly ExpectedRelease[] {
  const found = new Map<string, { dataset: Dataset; due: Period; tables: IndicatorTable[] }>();
  for (const table of tables) {
    const dataset = datasets.find(({ id }) => id === table.dataset);
    const due = dataset ? nextOf(table, dataset) : null;
    if (!dataset || due === null) continue;
    const key = `${due} ${dataset.id}`;
    const own = found.get(key) ?? { dataset, due, tables: [] };
    own.tables.push(table);
    found.set(key, own);
  }
  return [...found].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, one]) => ({ ...one, isOverdue: dayAfter(one.due) <= date }));
}

/** “每年（5项）” */
export const intervalWords = ({ dataset, tables }: ExpectedRelease, say: Say): string => intervalsOf(dataset, tables.map(({ indicator }) => indicator.id), say);

/** What the expectation rests on: the descriptor's own words where it has any. */
export function evidenceOf({ dataset, tables }: ExpectedRelease, spacing: string, { lang, words }: Say): string {
  const notes = [...new Set(tables.flatMap(({ indicator }) => dataset.updates?.[indicator.id]?.note?.[lang].replace(/[。.]$/, '') ?? []))];
  return notes.length > 0 ? notes.join(words.stop) : spacing;
}
