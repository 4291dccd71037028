import type { Period } from '../model/observation.ts';

/** The first and the last day that a period describes, as ISO dates, which compare as texts. */
export interface PeriodSpan {
  readonly first: string;
  readonly last: string;
}

const two = (n: number) => String(n).padStart(2, '0');

/** “2018-10” is 2018-10-01 to 2018-10-31; a day is itself. */
export function periodSpan(period: Period): PeriodSpan {
  const [year = '', month, day] = period.split('-');
  if (month === undefined) return { first: `${year}-01-01`, last: `${year}-12-31` };
  if (day !== undefined) return { first: period, last: period };
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return { first: `${year}-${month}-01`, last: `${year}-${month}-${two(days)}` };
}

const DAY = 86_400_000;

/** Days between two periods that don't touch; 0 where they share a day or one holds the other. */
export function daysBetween(one: Period, other: Period): number {
  const [a, b] = [periodSpan(one), periodSpan(other)];
  if (a.first <= b.last && b.first <= a.last) return 0;
  const [earlier, later] = a.last < b.first ? [a.last, b.first] : [b.last, a.first];
  return Math.round((Date.parse(later) - Date.parse(earlier)) / DAY);
}

/** Months of the common era up to a period's last one: a scale on which months are added and taken away. */
export const lastMonth = (period: Period): number => Number(period.slice(0, 4)) * 12 + Number(periodSpan(period).last.slice(5, 7)) - 1;

/** “2026-09” of such a month. */
export const monthOf = (months: number): Period => `${Math.floor(months / 12)}-${two((months % 12) + 1)}`;

/** The day after a period is over: the first on which it is late. */
export function dayAfter(period: Period): string {
  return new Date(Date.parse(periodSpan(period).last) + DAY).toISOString().slice(0, 10);
}
