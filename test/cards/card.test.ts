import fs from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { card, layOut, textsOf } from '../../src/cards/card.ts';
import type { CardView } from '../../src/cards/cardView.ts';
import { dashboardCard, generalCard, indicatorCard, mapCard, networksCard, rankingCard, regionCard, storyCard, trendCard } from '../../src/cards/cardViews.ts';
import { lightPalette } from '../../src/cards/palette.ts';
import { HEIGHT, overlap, WIDTH, type Sheet } from '../../src/cards/sheet.ts';
import { fontLetters } from '../../src/letters/fontLetters.ts';
import { FACES } from '../../src/letters/letters.ts';
import type { Lang } from '../../src/model/text.ts';
import { doors } from '../../src/pages/doors.ts';
import { provincesOf, tableOf } from '../../src/pages/lookup.ts';
import { coverageOf } from '../../src/pages/networks.ts';
import { regionPage } from '../../src/pages/regionPage.ts';
import { hasPage } from '../../src/pages/regionPath.ts';
import { STORIES, storyView } from '../../src/pages/stories.ts';
import { readGeometry } from '../../src/prerender/geometry.ts';
import { pageContext } from '../../src/prerender/pageContext.ts';
import { readAtlas } from '../../src/prerender/readAtlas.ts';
import { releaseOf } from '../../src/prerender/release.ts';
import { withoutPlaces } from '../../src/prerender/withoutPlaces.ts';
import { mappablePeriods } from '../../src/query/select.ts';
import { provinceView } from '../../src/view/provinceView.ts';

const { atlas } = readAtlas('data');
const geometry = readGeometry('data');
const palette = lightPalette(fs.readFileSync('src/theme/tokens.css', 'utf8'));
const letters = fontLetters();

const factsIn = (lang: Lang) => ({ atlas, page: pageContext('index.html', lang, { site: { address: 'https://atlas.example/', standings: 'places' }, release: releaseOf(atlas) }) });

/** Every card that the site can show, by its name. */
const cards = new Map<string, CardView>();
for (const lang of ['zh', 'en'] as const) {
  const facts = factsIn(lang);
  const { page } = facts;
  for (const table of atlas.tables) {
    cards.set(`${table.indicator.id}.${lang}`, indicatorCard(facts, table, geometry.tiles));
    // English names are the longer ones: where they have room, Chinese ones have.
    const isRanked = table.indicator.expected.startsWith('provinces') && (lang === 'en' || table.indicator.id === 'internet-penetration');
    const ranking = isRanked ? rankingCard(facts, table) : null;
    if (ranking) cards.set(`ranking ${table.indicator.id}.${lang}`, ranking);
  }
  for (const region of atlas.regions.filter(hasPage)) cards.set(`${region.id}.${lang}`, regionCard(facts, regionPage(atlas, region, geometry, page)));
  for (const story of STORIES) cards.set(`${story.id}.${lang}`, storyCard(facts, storyView(story, atlas, page)));
  cards.set(`dashboard.${lang}`, dashboardCard(facts, { title: page.words.home.title, sentence: doors(atlas, page).sentence }));
  cards.set(`networks.${lang}`, networksCard(facts, { view: coverageOf(atlas, page).view, heading: page.words.coverage.figure }));
  cards.set(`atlas.${lang}`, generalCard(facts));
}
const laidOut = new Map<string, Sheet>();

beforeAll(async () => {
  await letters.prepare([...cards.values()].flatMap(textsOf), FACES);
  for (const [name, view] of cards) laidOut.set(name, layOut(view, letters, palette));
}, 60_000);

const setOn = (name: string): readonly string[] => laidOut.get(name)?.texts.map(({ text }) => text) ?? [];
const cardOf = (name: string): CardView => {
  const found = cards.get(name);
  if (!found) throw new Error(`no card “${name}”`);
  return found;
};

describe('on every card', () => {
  test('all words are inside the sheet', () => {
    const outside = [...laidOut].flatMap(([name, { texts }]) => texts.filter(({ box }) => box.left < 20 || box.top < 20 || box.right > WIDTH - 20 || box.bottom > HEIGHT - 2).map(({ text }) => `${name}: ${text}`));
    expect(outside).toEqual([]);
  });

  test('no word covers another', () => {
    const covered = [...laidOut].flatMap(([name, { texts }]) =>
      texts.flatMap((one, index) => texts.slice(index + 1).flatMap((other) => (overlap(one.box, other.box) ? [`${name}: ${one.text} / ${other.text}`] : []))),
    );
    expect(covered).toEqual([]);
  });

  test('the sentence stands whole, however long it is', () => {
    const squeezed = (text: string) => text.replaceAll(' ', '');
    const cut = [...cards].filter(([name, { headline }]) => !squeezed(setOn(name).join('')).includes(squeezed(headline))).map(([name]) => name);
    expect(cut).toEqual([]);
  });

  test('stand the site’s name and address, the release, and for figures their source', () => {
    for (const [name, view] of cards) {
      const all = setOn(name).join('');
      expect(all, name).toContain(view.site);
      expect(all, name).toContain(releaseOf(atlas).hash);
      expect(all, name).toContain('atlas.example');
      // Hong Kong, Macao and Taiwan have no figure in these tables, and so no source.
      if (!/^(?:71|81|82)0000/.test(name) && view.picture.kind !== 'none') expect(view.source, name).not.toBe('');
    }
  });

  test('English has no Chinese character but those of the other name and of tiles’ short names', () => {
    const foreign = [...cards].filter(([name]) => name.endsWith('.en')).flatMap(([name]) => setOn(name).filter((text) => /[\u4e00-\u9fff]/.test(text) && text !== '政务数图').map((text) => `${name}: ${text}`));
    expect(foreign).toEqual([]);
  });

  test('there is no text and no font: paths alone', () => {
    for (const name of ['internet-penetration.zh', 'egov-market-size.en', 'dashboard.zh']) expect(new Set([...card(cardOf(name), letters, palette).matchAll(/<(\w+)/g)].map(([, tag]) => tag))).toSatisfy((tags: Set<string>) => [...tags].every((tag) => ['svg', 'path', 'defs', 'pattern'].includes(tag)));
  });
});

describe('what a card tells is the view’s', () => {
  const table = tableOf(atlas, 'internet-penetration');
  const period = mappablePeriods(table).at(-1) ?? '';

  test.each(['zh', 'en'] as const)('a map: its sentence, and each province in its class (%s)', (lang) => {
    const { page } = factsIn(lang);
    const view = provinceView({ table, period, regions: provincesOf(atlas), selected: null }, page.say);
    const { headline, picture } = mapCard(factsIn(lang), table, geometry.tiles) ?? cardOf('');
    expect(headline).toBe(view.takeaway.text);
    if (picture.kind !== 'tiles') throw new Error('no tiles');
    expect(picture.tiles).toHaveLength(35);
    for (const { id, fill } of picture.tiles) expect(fill, id).toEqual(view.map.regions[id]?.classIndex === null ? { absence: view.map.regions[id]?.absence } : { role: `seq-${(view.map.regions[id]?.classIndex ?? 0) + 1}` });
    expect(picture.classes.map(({ count }) => Number(count)).reduce((sum, count) => sum + count, 0)).toBe(31);
    expect(picture.tiles.filter(({ isChosen }) => isChosen).map(({ id }) => id)).toEqual([view.bars.rows[0]?.id]);
  });

  test('a ranking: the first five and the last, with a gap told between', () => {
    const { page } = factsIn('zh');
    const { bars } = provinceView({ table, period, regions: provincesOf(atlas), selected: null }, page.say);
    const { picture } = cardOf('ranking internet-penetration.zh');
    if (picture.kind !== 'rows') throw new Error('no rows');
    expect(picture.rows.map(({ name, text }) => `${name} ${text}`)).toEqual([...bars.rows.slice(0, 5), ...bars.rows.slice(-1)].map(({ name, text }) => `${name} ${text}`));
    expect(picture.rows.map(({ isAfterGap }) => isAfterGap)).toEqual([false, false, false, false, false, true]);
    for (const { text } of picture.rows) expect(setOn('ranking internet-penetration.zh')).toContain(text);
  });

  test('a trend: its last figure, its breaks and gaps, and what they mean', () => {
    const users = tableOf(atlas, 'online-government-users');
    const { picture } = trendCard(factsIn('en'), users);
    if (picture.kind !== 'trend') throw new Error('no trend');
    const view = picture.trends[0]?.view;
    expect(view?.breaks.length).toBeGreaterThan(0);
    expect(setOn('online-government-users.en')).toEqual(expect.arrayContaining([view?.lines[0]?.points.at(-1)?.text, ...(view?.marks ?? []).filter(({ mark }) => mark === 'gap' || mark === 'break').map(({ label }) => label)]));
  });

  test('a doubtful figure: the dashed outline of its tile is named, and on no other card', () => {
    const label = factsIn('en').page.say.words.compare.doubtfulMark;
    expect(setOn('egov-service-capability.en')).toContain(label);
    expect(setOn('internet-penetration.en')).not.toContain(label);
  });

  test('a source once, however it was read; a finding names publishers, not their publications', () => {
    expect(cardOf('ranking internet-penetration.zh').source).toBe('来源：中国互联网络信息中心');
    for (const { id } of STORIES) expect(cardOf(`${id}.zh`).source, id).not.toContain('《');
  });

  test('a single figure: the figure, large, with its bound; a share that is a bound is not drawn as squares', () => {
    expect(cardOf('pain-points-resolved.zh').picture).toEqual({ kind: 'number', value: '＞70%', unit: '', when: '2018年10月', percent: null });
  });
});

describe('in a copy that tells groups', () => {
  const { atlas: grouped } = withoutPlaces({ ...atlas, site: { address: null, standings: 'groups' } }, (file) => fs.readFileSync(`data/${file}`, 'utf8'));
  const PLACES = { zh: /第\s?[\d,]+\s?[位名]|居首|并列第|最[高低多]的是/, en: /\branks? \d|\bleads\b|\bplace \d|\bno\. \d/i };

  test.each(['zh', 'en'] as const)('no card tells a place, by a word, a number or a frame (%s)', (lang) => {
    const facts = { atlas: grouped, page: pageContext('index.html', lang, { site: grouped.site, release: releaseOf(grouped) }) };
    const all = grouped.tables.flatMap((table) => [indicatorCard(facts, table, geometry.tiles), ...(table.indicator.expected.startsWith('provinces') ? [rankingCard(facts, table)] : [])]).flatMap((view) => view ?? []);
    const regions = grouped.regions.filter(hasPage).map((region) => regionCard(facts, regionPage(grouped, region, geometry, facts.page)));
    for (const { headline, picture, heading } of [...all, ...regions]) {
      expect(headline).not.toMatch(PLACES[lang]);
      if (picture.kind === 'rows') for (const { place } of picture.rows) expect(`${heading}: ${place}`).not.toMatch(/: \d/);
      if (picture.kind === 'tiles') expect(picture.tiles.filter(({ isChosen }) => isChosen)).toEqual([]);
    }
    expect(new Set(all.map(({ picture }) => picture.kind)).has('groups')).toBe(true);
  });
});
