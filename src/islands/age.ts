import { freshnessEn } from '../i18n/freshness.en.ts';
import { freshnessZh } from '../i18n/freshness.zh.ts';
import { langOfDocument } from '../i18n/languages.ts';

type Words = Pick<typeof freshnessZh, 'age'>;

const two = (n: number) => String(n).padStart(2, '0');

/** The reader's own day, as an ISO date. */
export const dayOf = (now: Date): string => `${String(now.getFullYear()).padStart(4, '0')}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;

/** Whole years and months from one day to a later one; null when it is not later. */
export function ageOf(until: string, today: string): { readonly years: number; readonly months: number } | null {
  if (until === '' || today < until) return null;
  const months = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  // The last day of a month is a whole month after the last of the one before, however short.
  const isShort = Number(today.slice(8)) < Number(until.slice(8)) && today !== lastDay(today);
  const whole = months(today) - months(until) - (isShort ? 1 : 0);
  return { years: Math.floor(whole / 12), months: whole % 12 };
}

const lastDay = (day: string): string => `${day.slice(0, 8)}${two(new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)).getUTCDate())}`;

/** Whether a next release is late by the reader's clock. One that stands before the day on which the figures were read is wrong, and tells nothing. */
export const isOverdue = (due: string | null | undefined, read: string, today: string): boolean => due !== null && due !== undefined && today >= read && today >= due;

/**
 * Tells how old a series is and whether its next release is late, by the reader's clock. One that stands before the day
 * on which the figures were read is wrong, and tells nothing.
 */
export function tellAge(element: HTMLElement, now: Date, words: Words): void {
  const { until = '', due, read = '' } = element.dataset;
  const today = dayOf(now);
  const isRight = today >= read;
  const age = isRight ? ageOf(until, today) : null;
  const told = element.querySelector('.age');
  if (told) told.textContent = age === null ? '' : words.age(age.years, age.months);
  element.toggleAttribute('data-overdue', isOverdue(due, read, today));
}

/** Every series of the page that was drawn at build. */
export function tellAges(): void {
  const words = langOfDocument() === 'zh' ? freshnessZh : freshnessEn;
  for (const element of document.querySelectorAll<HTMLElement>('[data-read]')) tellAge(element, new Date(), words);
}
