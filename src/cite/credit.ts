import type { Lang } from '../model/text.ts';

/** How each language writes the line below a figure (`view/sourceView.ts`); a test holds the two together. */
interface Manner {
  /** “甲《题名》 2019”, “A, “Title”, 2019”: the publisher is what stands before a title, which may quote another one. */
  readonly work: RegExp;
  /** What is left in front of a publisher's name in a line that is several lines put together. */
  readonly before: RegExp;
  readonly grade: RegExp;
  /** The line says that it is one of sources; any other without a title is a remark. */
  readonly isSource: RegExp;
  /** “甲；据转载页”: one publisher, and how it was read. */
  readonly secondHand: RegExp;
  readonly count: RegExp;
  readonly aside: (text: string) => string;
  readonly stop: string;
  readonly andMore: string;
  readonly inAll: (count: string) => string;
}

const MANNER: Readonly<Record<Lang, Manner>> = {
  zh: {
    work: /([^《》]*)《(?:[^《》]|《[^《》]*》)*》(?:\s*\d{4}(?:-\d\d){0,2})?/gu,
    before: /^.*(?:：|可信度[A-D/]+。)|^(?:等，共\d+个来源)?[；，。\s]*/u,
    grade: /[；，\s]*可信度[A-D/]+。?/gu,
    isSource: /^(?:来源|引述)：/u,
    secondHand: /；据([^；]+)$/u,
    count: /等，共(\d+)个来源/gu,
    aside: (text) => `（据${text}）`,
    stop: '；',
    andMore: '等',
    inAll: (count) => `（共${count}个来源）`,
  },
  en: {
    work: /([^“”]*), “(?:[^“”]|“[^“”]*”)*”(?:, \d{4}(?:-\d\d){0,2})?/gu,
    before: /^.*(?:: |confidence [A-D/]+\. )|^(?: and others, \d+ sources in all)?[;,.\s]*/u,
    grade: /[;,\s]*confidence [A-D/]+\.?/gu,
    isSource: /^(?:Source|Quoted): /u,
    secondHand: /; via ([^;]+)$/u,
    count: / and others, (\d+) sources in all/gu,
    aside: (text) => ` (via ${text})`,
    stop: '; ',
    andMore: ' and others',
    inAll: (count) => ` (${count} sources in all)`,
  },
};

/**
 * The publishers of a figure, as its own line of sources names them: “甲；乙；丙（共7个来源）”, “A; B; C (7 sources in all)”.
 *
 * @param line “来源：甲《题名》 2019；可信度A。”
 * @param most So many are named; the page of the figure names them all.
 * @returns Nothing where the line names none: a figure whose sources stand with another.
 */
export function credit(line: string, lang: Lang, most = 3): string {
  const { work, before, grade, isSource, secondHand, count, aside, stop, andMore, inAll } = MANNER[lang];
  const found = [...line.matchAll(work)].map(([, text = '']) => text.replace(before, '').trim()).filter(Boolean);
  if (found.length === 0) return isSource.test(line) ? line.replace(isSource, '').replace(grade, '').replace(/[。.；;\s]+$/u, '').trim() : '';
  const names = new Map<string, string>();
  for (const text of found) {
    const [, how] = secondHand.exec(text) ?? [];
    const name = text.replace(secondHand, '');
    // Read in its own publication somewhere: that is enough to name it by.
    if (how === undefined || !names.has(name)) names.set(name, how === undefined ? name : name + aside(how));
  }
  const named = [...names.values()];
  const counts = [...line.matchAll(count)];
  const [only] = counts;
  const more = only !== undefined && counts.length === 1 && named.length <= most ? inAll(only[1] ?? '') : counts.length > 0 || named.length > most ? andMore : '';
  return named.slice(0, most).join(stop) + more;
}
