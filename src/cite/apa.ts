import type { Citation } from './citation.ts';

// APA is an English style: its own words stay English in a list of Chinese titles too.
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] as const;

/** “November 22, 2026”; where the day is yet to be written in, the words that stand in its place. */
export const longDay = (iso: string): string => {
  const [year = '', month = '', day = ''] = iso.split('-');
  return day === '' ? iso : `${MONTHS[Number(month) - 1] ?? ''} ${Number(day)}, ${year}`;
};
const yearOf = (iso: string | null): string => iso?.slice(0, 4) ?? 'n.d.';

/** A reference in parts: the title is set in italics where the paper can. */
export interface ApaReference {
  readonly before: string;
  readonly title: string;
  readonly after: string;
}

/**
 * APA 7, 10.9 data sets: group author. (year). title (version) [description]. Retrieved …, from address. The publisher is
 * left out, being the author; a page that goes on being updated gets the day of its retrieval.
 */
export function apa({ maker, title, credit, release, issued, accessed, address }: Citation): ApaReference {
  const version = release === null ? '' : ` (Version ${release})`;
  const description = credit === '' ? '[Data set]' : `[Data set; original data: ${credit}]`;
  return { before: `${maker}. (${yearOf(issued)}). `, title, after: `${version} ${description}. Retrieved ${longDay(accessed)}, from ${address}` };
}

export const apaText = ({ before, title, after }: ApaReference): string => before + title + after;

/** Round brackets within round ones are square. */
const nested = (text: string): string => text.replace(/\(/g, '[').replace(/\)/g, ']');

/** In the text, with whom the numbers are from. */
export function apaInText({ maker, credit, issued }: Citation): string {
  return credit === '' ? `(${maker}, ${yearOf(issued)})` : `(${maker}, ${yearOf(issued)}; original data: ${nested(credit)})`;
}
