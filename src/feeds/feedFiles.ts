import { folderOf } from '../i18n/languages.ts';
import type { Atlas } from '../model/atlas.ts';
import type { Release } from '../model/release.ts';
import { LANGS, type Lang } from '../model/text.ts';
import { hasPage, regionPath } from '../pages/regionPath.ts';
import type { PageContext } from '../prerender/pageContext.ts';
import type { PublishedFile } from '../prerender/plugin.ts';
import { atom } from './atom.ts';
import { atomPath, jsonPath, type Feed } from './feed.ts';
import { jsonFeed } from './jsonFeed.ts';
import { feedKey, type FeedScope } from './feedKey.ts';
import { releaseEntries, type EntriesInput } from './releaseEntries.ts';

export interface FeedsInput extends EntriesInput {
  readonly atlas: Atlas;
  readonly release: Release;
  readonly contextOf: (path: string, lang: Lang) => PageContext;
}

/** Every feed of the site in both languages: of all, of each table, of each region that has a page. */
export function feeds({ atlas, release, touched, moves, contextOf }: FeedsInput): readonly Feed[] {
  const gone = touched.flatMap(({ record }) => record.tables).filter(({ indicator }) => !atlas.indicators.some(({ id }) => id === indicator));
  const goneNames = new Map(gone.map(({ indicator, name }) => [indicator, name]));
  return LANGS.flatMap((lang) => {
    const page = contextOf('changes.html', lang);
    const { feeds: terms, siteName } = page.words;
    const prefix = folderOf(lang);
    const feed = (scope: FeedScope, title: string, home: string): Feed => {
      const key = feedKey(scope);
      return { key, lang, path: prefix + key, title: `${title} · ${siteName}`, subtitle: terms.subtitle, home: prefix + home, author: siteName, date: release.date, entries: releaseEntries({ atlas, touched, moves }, scope, page) };
    };
    return [
      feed({}, terms.site, 'changes.html'),
      ...atlas.tables.map(({ indicator: { id, name } }) => feed({ indicator: id }, terms.indicator(name[lang]), `indicator/${id}.html`)),
      // Who follows a table hears that it was taken out.
      ...[...goneNames].map(([id, name]) => feed({ indicator: id }, terms.indicator(name[lang]), 'changes.html')),
      ...atlas.regions.filter(hasPage).map(({ id, name }) => feed({ region: id }, terms.region(name[lang]), regionPath(id))),
    ];
  });
}

/** Each in both formats. */
export const feedFiles = (input: FeedsInput): readonly PublishedFile[] =>
  feeds(input).flatMap((feed) => [
    { path: atomPath(feed.path), content: atom(feed, input.atlas.site.address) },
    { path: jsonPath(feed.path), content: jsonFeed(feed, input.atlas.site.address) },
  ]);
