import type { ApaReference } from './apa.ts';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escaped = (text: string): string => text.replace(/[&<>]/g, (sign) => ESCAPES[sign] ?? sign);

/** For a word processor: the title in italics. */
export const markedUp = ({ before, title, after }: ApaReference): string => `<p>${escaped(before)}<i>${escaped(title)}</i>${escaped(after)}</p>`;
