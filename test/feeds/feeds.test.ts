import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import RssParser from 'rss-parser';
import { describe, expect, test } from 'vitest';
import { atom } from '../../src/feeds/atom.ts';
import type { Feed } from '../../src/feeds/feed.ts';
import { feeds } from '../../src/feeds/feedFiles.ts';
import { jsonFeed } from '../../src/feeds/jsonFeed.ts';
import { touchedReleases } from '../../src/feeds/touched.ts';
import { correctionsCsv, corrections } from '../../src/feeds/corrections.ts';
import type { Atlas } from '../../src/model/atlas.ts';
import type { IndicatorTable } from '../../src/model/indicator.ts';
import { SITE_FIRST } from '../../src/model/site.ts';
import { pageContext } from '../../src/prerender/pageContext.ts';
import { movesOf } from '../../src/releases/moves.ts';
import { toyObservation, toyProvinceIds, toyRegions, toyTable } from '../support/toys.ts';
import { ToySite, type ToyDay } from '../releases/toyReleases.ts';

// Three releases of toys as readers of feeds hear of them: the first, a correction, a new table.

const toys = (second: number): IndicatorTable => toyTable(toyProvinceIds.map((regionId, index) => toyObservation(index === 1 ? second : 40 + index, { regionId })));
const dolls: IndicatorTable = { ...toyTable([toyObservation(7, { regionId: '100000' })], { id: 'dolls', name: { zh: '娃娃 & <b>积木</b>', en: 'Dolls & <b>blocks</b>' } }), file: 'toy/2001/dolls.csv' };
const days: readonly ToyDay[] = [
  { date: '2026-01-01', tables: [toys(41)], takeaways: { zh: '玩具31居首。', en: 'P31 leads.' } },
  { date: '2026-02-01', tables: [toys(99)], takeaways: { zh: '玩具2居首。', en: 'P2 leads.' }, reason: { zh: '出版者更正。', en: 'Corrected by the publisher.' } },
  { date: '2026-03-01', tables: [toys(99)], others: [dolls], takeaways: { zh: '玩具2居首。', en: 'P2 leads.' } },
];
const site = new ToySite();
for (const day of days) if ('refusal' in site.release(day)) throw new Error('refused');
const tables = [toys(99), dolls];
const atlas: Atlas = { site: SITE_FIRST, regions: toyRegions, aliases: [], indicators: tables.map(({ indicator }) => indicator), tables, earlier: [], explained: [], datasets: [], resources: [], claims: [], systems: [], synonyms: [], networks: [], connections: [], announcements: [], playlists: [], groups: [], languages: [], files: [] };
const touched = touchedReleases(site.releases);
const moves = movesOf(site.releases, atlas.indicators, toyRegions);
const all = feeds({ atlas, release: site.releaseOf(days[2] ?? { date: '', tables: [], takeaways: { zh: '', en: '' } }), touched, moves, contextOf: (path, lang) => pageContext(path, lang) });
const feedAt = (path: string): Feed => {
  const found = all.find((one) => one.path === path);
  if (!found) throw new Error(`no feed ${path}`);
  return found;
};
const [, second] = site.releases;

test('there is one of the site, one a table, one a region with a page, in both languages', () => {
  expect(all).toHaveLength(2 * (1 + 2 + 36));
  expect(new Set(all.map(({ path }) => path)).size).toBe(all.length);
});

test('an entry a release that touched it, the latest first', () => {
  expect(feedAt('feed').entries.map(({ title }) => title)).toEqual(['2026-03-01版：新增1个数', '2026-02-01版：更正1个数', '2026-01-01版：首次发布31个数']);
  expect(feedAt('en/feed').entries.map(({ title }) => title)).toEqual(['Release of 2026-03-01: 1 figure added', 'Release of 2026-02-01: 1 figure corrected', 'Release of 2026-01-01: 31 figures published for the first time']);
  expect(feedAt('feeds/indicator/toys').entries.map(({ title }) => title)).toEqual(['2026-02-01版：更正1个数', '2026-01-01版：首次发布31个数']);
  expect(feedAt('feeds/region/120000').entries.map(({ title }) => title)).toEqual(['2026-02-01版：更正1个数', '2026-01-01版：首次发布1个数']);
  expect(feedAt('feeds/region/110000').entries.map(({ title }) => title)).toEqual(['2026-01-01版：首次发布1个数']);
  expect(feedAt('feeds/region/660000').entries).toEqual([]);
});

test('a correction tells the reason, the figure before and after, and what moved with it', () => {
  expect(feedAt('feeds/region/120000').entries[0]?.paragraphs).toEqual([
    '理由：出版者更正。',
    '玩具数，玩具2，2001年：41个 → 99个',
    '玩具数：更正1个数。',
    '玩具2，玩具：第30，共31（2001年） → 第1，共31（2001年）',
    '玩具2，玩具：第1级 → 第5级',
  ]);
  const own = feedAt('en/feeds/indicator/toys').entries[0];
  expect(own?.paragraphs.slice(0, 3)).toEqual(['Reason: Corrected by the publisher.', 'P2, 2001: 41 toys → 99 toys', 'Toys: the places of 30 regions moved.']);
  expect(own?.paragraphs.at(-1)).toBe('Said before: “P31 leads.” Says now: “P2 leads.”');
  expect(own?.page).toBe(`en/changes.html#${second?.record.id}`);
});

describe.each([{ where: 'without an address', address: null }, { where: 'at an address', address: 'https://atlas.example/a/' }])('$where', ({ address }) => {
  test('Atom as RFC 4287 wants it, read by two readers', async () => {
    const parser = new RssParser();
    for (const feed of all) {
      const text = atom(feed, address);
      const read = parseAtomFeed(text);
      expect(read.id).toMatch(/^urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-a[\da-f]{3}-[\da-f]{12}$/);
      expect(read.title?.value ?? read.title).toBe(feed.title);
      expect([read.updated, read.authors?.length, read.links?.map(({ rel }) => rel)]).toEqual([`${feed.entries[0]?.date ?? feed.date}T00:00:00Z`, 1, ['self', 'alternate']]);
      expect(read.entries?.length ?? 0).toBe(feed.entries.length);
      for (const entry of read.entries ?? []) expect([entry.id?.startsWith('urn:uuid:'), entry.updated?.length, entry.links?.[0]?.href?.startsWith(address ?? '../') || entry.links?.[0]?.href?.startsWith('./')]).toEqual([true, 20, true]);
      expect(text).not.toContain('xml:base');
    }
    const again = await parser.parseString(atom(feedAt('en/feed'), address));
    expect(again.items.map(({ title }) => title)).toEqual(feedAt('en/feed').entries.map(({ title }) => title));
    // Markup in a name is text.
    expect(parseAtomFeed(atom(feedAt('feed'), address)).entries?.[0]?.content?.value ?? parseAtomFeed(atom(feedAt('feed'), address)).entries?.[0]?.content).toContain('娃娃 &amp; &lt;b&gt;积木&lt;/b&gt;');
  });

  test('JSON Feed 1.1: what has to be there is, and every address is absolute', () => {
    for (const feed of all) {
      const text = jsonFeed(feed, address);
      const read: unknown = parseJsonFeed(text);
      expect(read).toMatchObject({ title: feed.title, language: feed.lang === 'zh' ? 'zh-CN' : 'en' });
      const json: Record<string, unknown> = JSON.parse(text);
      expect(json['version']).toBe('https://jsonfeed.org/version/1.1');
      expect([typeof json['home_page_url'], typeof json['feed_url']]).toEqual(address === null ? ['undefined', 'undefined'] : ['string', 'string']);
      expect(text).not.toMatch(/"(?:url|feed_url|home_page_url)":"(?!https:\/\/)/);
    }
  });
});

test('ids are the same wherever the site stands, differ between feeds, and stay when a release follows', () => {
  const ids = (text: string) => [...text.matchAll(/<id>([^<]+)/g)].map(([, id]) => id);
  expect(ids(atom(feedAt('feed'), null))).toEqual(ids(atom(feedAt('feed'), 'https://atlas.example/')));
  const every = all.flatMap((feed) => ids(atom(feed, null)));
  expect(new Set(every).size).toBe(every.length);
  const earlier = feeds({ atlas, release: site.releaseOf(days[1] ?? { date: '', tables: [], takeaways: { zh: '', en: '' } }), touched: touched.slice(0, 2), moves: moves.slice(0, 1), contextOf: (path, lang) => pageContext(path, lang) });
  const before = earlier.find(({ path }) => path === 'feed');
  expect(before && ids(atom(before, null)).slice(1)).toEqual(ids(atom(feedAt('feed'), null)).slice(2));
});

test('in a copy that tells groups no feed tells a place', () => {
  const grouped = new ToySite();
  for (const day of days) if ('refusal' in grouped.release({ ...day, standings: 'groups' })) throw new Error('refused');
  const own = feeds({ atlas: { ...atlas, site: { ...SITE_FIRST, standings: 'groups' } }, release: grouped.releaseOf(days[0] ?? { date: '', tables: [], takeaways: { zh: '', en: '' } }), touched: touchedReleases(grouped.releases), moves: movesOf(grouped.releases, atlas.indicators, toyRegions), contextOf: (path, lang) => pageContext(path, lang, { site: { ...SITE_FIRST, standings: 'groups' } }) });
  expect(own.map((feed) => atom(feed, null)).join('')).not.toMatch(/第\d+，共|\d(?:st|nd|rd|th) of|名次|ranking/);
});

test('the log of corrections has each figure that was changed or withdrawn, with its reason; without any its head alone', () => {
  const [head = '', row, end] = correctionsCsv(corrections(touched)).split('\n');
  expect(head.split(',')).toHaveLength(19);
  expect(row).toBe(`${second?.record.id},2026-02-01,toys,玩具数,Toys,,120000,2001,corrected,41,measured,,,99,measured,,,出版者更正。,Corrected by the publisher.`);
  expect(end).toBe('');
  expect(correctionsCsv([])).toBe(`${head}\n`);
});
