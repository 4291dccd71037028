import zlib from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { hasPage, regionPath } from '../../src/pages/regionPath.ts';
import { LANGS, type Lang } from '../../src/model/text.ts';
import { readAtlas } from '../../src/prerender/readAtlas.ts';
import { searchFiles, searchIndex, soundsOf } from '../../src/prerender/searchIndex.ts';
import { find, prepare, type Prepared } from '../../src/search/find.ts';
import { fold } from '../../src/search/fold.ts';
import { isSearchIndex } from '../../src/search/searchEntry.ts';

// What can be found of data/, as it is published.
const { atlas } = readAtlas('data');
const prepared = new Map<Lang, Prepared>();
beforeAll(() => {
  for (const lang of LANGS) prepared.set(lang, prepare(searchIndex(atlas, lang, [], []).entries));
});
const hrefs = (text: string, lang: Lang = 'zh') => find(prepared.get(lang) ?? [], text).groups.flatMap(({ found }) => found.map(({ entry }) => entry.href));
const home = (id: string) => `region/${id}.html`;
const units = atlas.regions.filter(({ level }) => level === 'province' || level === 'corps');
const four = (text: string) => [...text].slice(0, 4).join('');

test('there are 34 regions and the Corps', () => {
  expect(units).toHaveLength(35);
});

describe.each(LANGS)('within four keystrokes, %s', (lang) => {
  describe.each(units.map((region) => ({ region, name: region.short.zh })))('$name', ({ region }) => {
    const [pinyin = '', initials = ''] = region.pinyin?.split(' ') ?? [];

    test('is first by its characters, its abbreviation and its code', () => {
      // 新疆生产建设兵团 begins as 新疆 does, and is called 兵团.
      for (const text of [four(region.short.zh), region.abbr ?? '', region.id.slice(0, 2), region.id.slice(0, 4)]) expect(hrefs(text, lang)[0], text).toBe(home(region.id));
    });

    test('is among the eight by its pinyin, initials, English name and ISO letters', () => {
      for (const text of [four(pinyin), four(initials), four(region.short.en), region.abbrEn ?? '']) expect(hrefs(text, lang), text).toContain(home(region.id));
    });

    test('is first by its whole pinyin, unless another sounds the same and comes before it', () => {
      expect(hrefs(pinyin, lang)[0]).toBe(home(region.id === '610000' ? '140000' : region.id));
    });
  });
});

test.each([
  { text: 'shanxi', first: ['140000', '610000'] },
  { text: 'shaanxi', first: ['610000'] },
  { text: 'shaa', first: ['610000'] },
  { text: 'sx', first: ['140000', '610000'] },
  { text: 'hb', first: ['130000', '420000'] },
  { text: 'hn', first: ['410000', '430000', '460000'] },
  { text: 'chongqing', first: ['500000'] },
  { text: '内蒙', first: ['150000'] },
  { text: '廣東', first: ['440000'] },
  { text: 'Tibet', first: ['540000'] },
  { text: 'Hong Kong SAR', first: ['810000'] },
  { text: '广d', first: ['440000'] },
])('“$text” finds $first first', ({ text, first }) => {
  expect(hrefs(text).slice(0, first.length)).toEqual(first.map(home));
});

test('重庆 is not read as 重 (zhong), and 吉林市 is no province', () => {
  expect(hrefs('zhongqing')).not.toContain(home('500000'));
  expect(hrefs('吉林市')).toEqual([]);
});

test('the sounds of the regions are those of regions.csv', () => {
  for (const { short, pinyin } of units) expect(pinyin?.split(' ')).toContain(soundsOf(short.zh).replaceAll(' ', ''));
});

test.each([
  { text: '新加坡', href: 'indicator/un-egdi.html?regions=SGP' },
  { text: 'xinjiapo', href: 'indicator/un-egdi.html?regions=SGP' },
  { text: 'SGP', href: 'indicator/un-egdi.html?regions=SGP' },
  { text: 'Singapore', href: 'indicator/un-egdi.html?regions=SGP' },
  { text: 'EGDI', href: 'indicator/un-egdi.html' },
  { text: 'pujilv', href: 'indicator/internet-penetration.html' },
  { text: 'GDP', href: 'indicator/gdp.html' },
  { text: '判决书', href: 'indicator/judgments-online.html' },
  { text: '最多跑一次', href: 'systems.html#once-only' },
  { text: 'H883', href: 'systems.html#customs-h883' },
  { text: '2700', href: 'claims.html#egov-market-size' },
  { text: '六平台', href: 'claims.html#hz-court-platforms' },
])('“$text” leads to $href', ({ text, href }) => {
  for (const lang of LANGS) expect(hrefs(text, lang)).toContain(href);
});

test.each(LANGS)('every indicator is found first by its full name, %s', (lang) => {
  const missed = atlas.tables.filter(({ indicator }) => hrefs(indicator.name[lang], lang)[0] !== `indicator/${indicator.id}.html`).map(({ indicator }) => indicator.name[lang]);
  expect(missed).toEqual([]);
}, 30_000);

test('every system, claim and country is found by its name in either language', () => {
  for (const lang of LANGS) {
    for (const { id, name } of atlas.systems) for (const one of LANGS) expect(hrefs(name[one], lang), name[one]).toContain(`systems.html#${id}`);
    for (const { id, label } of atlas.claims) for (const one of LANGS) expect(hrefs(label[one], lang), label[one]).toContain(`claims.html#${id}`);
    for (const { id, name, level } of atlas.regions) if (level === 'country') for (const one of LANGS) expect(hrefs(name[one], lang), name[one]).toContain(`indicator/un-egdi.html?regions=${id}`);
  }
}, 30_000);

test('every synonym finds its indicator', () => {
  expect(atlas.synonyms.length).toBeGreaterThan(20);
  for (const { term, indicatorId } of atlas.synonyms) expect(hrefs(term), term).toContain(`indicator/${indicatorId}.html`);
});

test('each spelling has one sound for each of its Han characters', () => {
  for (const lang of LANGS) {
    for (const { keys } of searchIndex(atlas, lang, [], []).entries) {
      for (const [text, sounds] of keys) if (sounds !== undefined) expect(sounds.split(' '), text).toHaveLength(fold(text).filter(({ isHan }) => isHan).length);
    }
  }
});

test('the published files are read back, are small, and lead to pages that are there', () => {
  const pages = ['index.html', 'indicators.html', 'ranking.html', 'compare.html', 'workshop.html', 'regions.html', 'coverage.html', 'systems.html', 'claims.html', 'sources.html', 'data.html', 'about.html', ...atlas.regions.filter(hasPage).map(({ id }) => regionPath(id)), ...atlas.tables.map(({ indicator }) => `indicator/${indicator.id}.html`)];
  const routes = [...pages, ...pages.map((page) => `en/${page}`)];
  for (const { path, content } of searchFiles(atlas, [], routes)) {
    expect(path).toMatch(/^search\/(zh|en)\.json$/);
    expect(isSearchIndex(JSON.parse(String(content)))).toBe(true);
    expect(zlib.brotliCompressSync(content).length).toBeLessThan(45_000);
  }
  expect(() => searchFiles(atlas, [], routes.filter((route) => route !== 'claims.html'))).toThrow('claims.html#');
  expect(() => searchFiles(atlas, [{ path: 'story/toys.html', title: { zh: '玩具', en: 'Toys' } }], routes)).toThrow('story/toys.html');
});
