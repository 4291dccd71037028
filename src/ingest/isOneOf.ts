/** Narrows a text to one of the words that are allowed. */
export const isOneOf = <Word extends string>(words: readonly Word[], text: string): text is Word => words.some((word) => word === text);

/** A year, a month or a day that exists: “2024”, “2018-10”, “2015-07-27”. */
export function isPeriod(text: string): boolean {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text) ?? [];
  if (year === undefined) return false;
  if (month === undefined) return true;
  if (Number(month) < 1 || Number(month) > 12) return false;
  if (day === undefined) return true;
  return Number(day) >= 1 && Number(day) <= new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
}
