import { tagOf } from '../i18n/languages.ts';
/** One release, as one feed tells it. */
export interface FeedEntry {
  /** Which release, whatever the feed: part of the entry's id. */
  readonly release: string;
  readonly title: string;
  /** “2026-11-22”: the day of the data; a feed has no clock. */
  readonly date: string;
  /** Where it is told in full, from the site's root: “changes.html#2026-11-22-1a2b3c4d”. */
  readonly page: string;
  /** Finished sentences, a paragraph each. */
  readonly paragraphs: readonly string[];
}

/** A feed in one language. */
export interface Feed {
  /** What it is of, the same in all languages: “indicator/toys”. Part of its id, so it never changes. */
  readonly key: string;
  readonly lang: 'zh' | 'en';
  /** From the site's root, without its ending: “en/feeds/indicator/toys”. */
  readonly path: string;
  readonly title: string;
  readonly subtitle: string;
  /** The page that it is about, from the site's root. */
  readonly home: string;
  readonly author: string;
  /** The day of the data that the site shows: of a feed without entries. */
  readonly date: string;
  /** The latest first. */
  readonly entries: readonly FeedEntry[];
}

/** “feed.xml” of the site, “feeds/indicator/toys.atom.xml” of a part of it. */
export const atomPath = (path: string): string => (/(?:^|\/)feeds\//.test(path) ? `${path}.atom.xml` : `${path}.xml`);
export const jsonPath = (path: string): string => `${path}.json`;

export const languageOf = ({ lang }: Pick<Feed, 'lang'>): string => tagOf(lang);
