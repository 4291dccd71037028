import { entryHtml } from './atom.ts';
import { jsonPath, languageOf, type Feed } from './feed.ts';
import { entryId, feedId } from './urn.ts';

/**
 * JSON Feed 1.1. Its addresses have to be absolute, so where the site's own is not known there are none: ids, titles and
 * texts are enough for a valid feed.
 *
 * @param address The site's root with a slash at its end; null: not known.
 */
export function jsonFeed(feed: Feed, address: string | null): string {
  const whole = {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    ...(address !== null && { home_page_url: address + feed.home, feed_url: address + jsonPath(feed.path) }),
    description: feed.subtitle,
    language: languageOf(feed),
    authors: [{ name: feed.author }],
    // An extension of our own: a stable name that JSON Feed has no field for.
    _atlas: { id: feedId(feed) },
    items: feed.entries.map((entry) => ({
      id: entryId(feed, entry),
      ...(address !== null && { url: address + entry.page }),
      title: entry.title,
      content_html: entryHtml(entry.paragraphs),
      date_published: `${entry.date}T00:00:00Z`,
    })),
  };
  return `${JSON.stringify(whole)}\n`;
}
