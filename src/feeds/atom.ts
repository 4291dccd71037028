import { plainText } from '../download/plainText.ts';
import { atomPath, languageOf, type Feed } from './feed.ts';
import { entryId, feedId } from './urn.ts';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => plainText(text).replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);

/** As a reader of feeds shows it: markup inside, so it is escaped twice. */
export const entryHtml = (paragraphs: readonly string[]): string => paragraphs.map((text) => `<p>${escaped(text)}</p>`).join('');

const moment = (date: string): string => `${date}T00:00:00Z`;

/**
 * Atom 1.0 (RFC 4287). Where the site's address is not known its links are relative references, which Atom allows: a
 * reader resolves them from where it found the feed. There is no `xml:base`.
 *
 * @param address The site's root with a slash at its end; null: not known.
 */
export function atom(feed: Feed, address: string | null): string {
  const own = atomPath(feed.path);
  const up = '../'.repeat(own.split('/').length - 1) || './';
  const at = (path: string): string => escaped((address ?? up) + path);
  const updated = feed.entries[0]?.date ?? feed.date;
  const entries = feed.entries.map((entry) => `<entry>
<id>${entryId(feed, entry)}</id>
<title>${escaped(entry.title)}</title>
<updated>${moment(entry.date)}</updated>
<published>${moment(entry.date)}</published>
<link rel="alternate" type="text/html" href="${at(entry.page)}"/>
<content type="html">${escaped(entryHtml(entry.paragraphs))}</content>
</entry>
`);
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${languageOf(feed)}">
<id>${feedId(feed)}</id>
<title>${escaped(feed.title)}</title>
<subtitle>${escaped(feed.subtitle)}</subtitle>
<updated>${moment(updated)}</updated>
<author><name>${escaped(feed.author)}</name></author>
<link rel="self" type="application/atom+xml" href="${at(own)}"/>
<link rel="alternate" type="text/html" href="${at(feed.home)}"/>
${entries.join('')}</feed>
`;
}
