/** Lengths in CSS pixels, as theme/sheets.css sets them; the sheet is A4. */
export const PAPER = {
  /** Between header and footer. */
  body: 968,
  width: 703,
  column: 341,
  gap: 14,
  /** Figure and title of a block, with the rule above it. */
  label: 26,
  tableHead: 21,
  /** Two lines of small type, at the least. */
  row: 22.4,
  bar: 15,
  trendsHead: 26,
  trend: 108,
  listHead: 30,
  listLead: 13,
  listEm: 10.5,
  /** The column of dates in a list, with the gap behind it. */
  when: { zh: 78, en: 66 },
  listLine: 16,
  /** Of a name that takes more lines than one. */
  nameLine: 13,
  noteLine: 13,
  noteEm: 10,
  listGap: 14,
  absentHead: 26,
  absentLine: 14,
  sourcesHead: 24,
  sourceLine: 13,
  /** The code with its words: the foot of the second sheet is no lower. */
  code: 164,
  /** Two columns of sources stand beside the code. */
  sourceColumn: 290,
  figureLine: 16,
  themeHead: 27,
  worldBlock: 204,
  partsBlock: 71,
} as const;

/**
 * What fits on a sheet is reckoned before it is drawn, for a machine whose fonts nobody knows: Han is one em wide in every face,
 * Latin is taken a little wider than its usual faces are.
 */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffee—…“”‘’]/, 1],
  [/[A-Z%&@]/, 0.7],
  [/[a-z$＋−–=<>]/, 0.52],
  [/[0-9]/, 0.56],
  [/[ .,;:'|!()\-/[\]]/, 0.34],
];
const OTHER = 0.6;

/** Width of a text set in one line, in em. */
export const ems = (text: string): number => [...text].reduce((sum, sign) => sum + (WIDTHS.find(([pattern]) => pattern.test(sign))?.[1] ?? OTHER), 0);

/** Lines of a text in a column so wide; a line that wraps ends up to a word early. */
export function linesOf(text: string, width: number): number {
  const wanted = ems(text);
  if (wanted <= width) return 1;
  const lost = /[\u2e80-\u9fff]/.test(text) ? 1.5 : 2;
  return Math.ceil(wanted / Math.max(1, width - lost));
}

/** As many of the names as fill so many lines, and how many are left out. `tail` is the width kept for telling that. */
export function namesWithin(names: readonly string[], between: string, width: number, lines: number, before = '', tail = 14): { readonly names: readonly string[]; readonly left: number } {
  const fits = (count: number, kept: number): boolean => {
    const text = before + names.slice(0, count).join(between);
    return linesOf(text, width) < lines || (linesOf(text, width) === lines && ems(text) + kept <= lines * (width - 3));
  };
  if (linesOf(before + names.join(between), width) <= lines) return { names, left: 0 };
  let count = names.length;
  while (count > 0 && !fits(count, tail)) count -= 1;
  return { names: names.slice(0, count), left: names.length - count };
}
