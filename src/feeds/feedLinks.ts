import { folderOf } from '../i18n/languages.ts';
import type { PageContext } from '../prerender/pageContext.ts';
import { atomPath, jsonPath } from './feed.ts';
import { feedKey } from './feedKey.ts';

export interface FeedLink {
  readonly type: 'application/atom+xml' | 'application/feed+json';
  readonly title: string;
  readonly href: string;
}

/** What a reader of feeds finds on a page: the feed of the site, and that of the table or region that the page is about. */
export function feedLinks({ path, lang, base, words, edition }: PageContext, heading: string): readonly FeedLink[] {
  // The single file has no feeds to ask for, and a page that is not there has no place to look from.
  if (edition?.kind === 'here' || path === '404.html' || path.startsWith('gallery/')) return [];
  const [, kind, id] = /^(indicator|region)\/([\w-]+)\.html$/.exec(path) ?? [];
  const prefix = base + folderOf(lang);
  const both = (key: string, title: string): readonly FeedLink[] => [
    { type: 'application/atom+xml', title, href: prefix + atomPath(key) },
    { type: 'application/feed+json', title, href: prefix + jsonPath(key) },
  ];
  const own = kind === 'indicator' && id !== undefined ? both(feedKey({ indicator: id }), words.feeds.indicator(heading)) : kind === 'region' && id !== undefined ? both(feedKey({ region: id }), words.feeds.region(heading)) : [];
  return [...own, ...both(feedKey({}), `${words.feeds.site} · ${words.siteName}`)];
}
