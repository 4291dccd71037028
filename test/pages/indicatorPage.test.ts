import { expect, test } from 'vitest';
import { indicatorPage, type IndicatorPageView } from '../../src/pages/indicatorPage.ts';
import { tableOf } from '../../src/pages/lookup.ts';
import { hasValue } from '../../src/model/observation.ts';
import type { Lang } from '../../src/model/text.ts';
import { readGeometry } from '../../src/prerender/geometry.ts';
import { pageContext } from '../../src/prerender/pageContext.ts';
import { readAtlas } from '../../src/prerender/readAtlas.ts';
import { mappablePeriods } from '../../src/query/select.ts';
import { textsIn } from '../support/toyViews.ts';

// The published tables: one page each.
const { atlas } = readAtlas('data');
const geometry = readGeometry('data');
const pageOf = (id: string, lang: Lang = 'zh'): IndicatorPageView => indicatorPage(atlas, tableOf(atlas, id), geometry, pageContext(`indicator/${id}.html`, lang));
/** Drawing a map takes its time, and its markup is tested beside it. */
const unmapped = atlas.tables.filter((table) => !table.indicator.expected.startsWith('provinces') || mappablePeriods(table).length === 0);
const isFile = ({ download }: IndicatorPageView['facts'][number]) => download === true;

test.each(['zh', 'en'] as const)('every page without a map says something, and leaves nothing unfilled (%s)', (lang) => {
  for (const { indicator } of unmapped) {
    const { trend, ...rest } = pageOf(indicator.id, lang);
    expect(rest.takeaway, indicator.id).toMatch(/\S/);
    expect(rest.tables.length, indicator.id).toBeGreaterThan(0);
    for (const text of textsIn([rest, trend?.view])) expect(text, indicator.id).not.toMatch(/undefined|\bNaN\b|\bnull\b|Infinity|\[object/);
  }
}, 120_000);

test('every page’s takeaway is in the reader’s language', () => {
  for (const { indicator } of unmapped) expect(pageOf(indicator.id, 'en').takeaway, indicator.id).not.toMatch(/[\u3400-\u9fff]/);
}, 120_000);

test('a trend is drawn from three periods on, and of nothing that is doubtful', () => {
  for (const { indicator, observations } of unmapped.filter((table) => table.indicator.expected === 'nation')) {
    const charted = observations.filter(hasValue).filter(({ confidence }) => confidence !== 'C');
    const { trend, multiples } = pageOf(indicator.id);
    const inLines = trend?.view.lines.reduce((sum, { points }) => sum + points.length, 0) ?? 0;
    const inPlots = multiples?.view.plots.reduce((sum, { plot }) => sum + plot.dots.length, 0) ?? 0;
    const periods = new Set(charted.map(({ period }) => period)).size;
    const lines = new Set(charted.map(({ seriesId }) => seriesId)).size;
    if (periods >= 3) expect(lines > 4 ? [0, inPlots] : [inLines, 0], indicator.id).toEqual(lines > 4 ? [0, charted.length] : [charted.length, 0]);
    else if (indicator.id !== 'egov-market-size') expect([trend, multiples], indicator.id).toEqual([null, null]);
  }
}, 120_000);

test('a table that may not be handed on has no download, and says why', () => {
  const kept = unmapped.filter((table) => atlas.datasets.some(({ id, licence }) => id === table.dataset && !licence.redistributable));
  for (const { indicator } of kept) {
    const { facts } = pageOf(indicator.id);
    expect(facts.some(isFile), indicator.id).toBe(false);
    expect(facts.map(({ text }) => text)).toContain(pageContext('index.html', 'zh').words.indicator.notRedistributable);
  }
  expect(pageOf('government-websites').facts.filter(isFile)).toMatchObject([{ text: 'government-websites.csv' }]);
});

test('a map has its takeaway from the latest period that can be drawn, and every region in its table', () => {
  const id = 'egov-service-capability';
  const { map, trend, takeaway, matrix } = pageOf(id);
  expect(map).not.toBeNull();
  expect(trend).toBeNull();
  expect(takeaway).toContain(`${mappablePeriods(tableOf(atlas, id)).at(-1)}年`);
  expect(matrix?.html.match(/<th scope="row"/g)?.length).toBeGreaterThanOrEqual(31);
});

test('countries are ranked with n, the publisher’s places beside', () => {
  const { takeaway, world, tables } = pageOf('un-egdi');
  expect(world).not.toBeNull();
  expect(takeaway).toMatch(/第\d+位，共193/);
  expect(tables[0]?.view.columns.map(({ key }) => key)).toEqual(expect.arrayContaining(['rank', 'published']));
  expect(tables[0]?.view.rows).toHaveLength(193);
});

test('components of the UN index are ranked here, and that is said', () => {
  expect(pageOf('un-osi').notes).toContain(pageContext('index.html', 'zh').words.indicator.componentRank);
});

test('the market’s claims stand with who said them and what became of them', () => {
  const { claims, trend } = pageOf('egov-market-size');
  expect(claims.map(({ id }) => id)).toEqual(expect.arrayContaining(['egov-market-size', 'egov-market-growth']));
  for (const { who, verdict } of claims) expect(who !== '' && verdict !== '').toBe(true);
  expect(trend?.view.claims.map(({ text }) => text)).toEqual(['＞2,700']);
});

test('a forecast is never told as what is', () => {
  const { takeaway } = pageOf('egov-market-size');
  expect(takeaway).toMatch(/；2020年：/);
  expect(takeaway).not.toContain('2025');
});

test('a figure that was doubted and stands is told with what was doubted and why, in both languages', () => {
  expect(pageOf('digital-finance-payment').notes.at(-1)).toBe('西藏2013年与前后的数接不上：西藏63.75、宁夏44.50都照北京大学数字普惠金融指数的原表抄录；编制者没有说明。');
  expect(pageOf('domain-names-by-province', 'en').notes.slice(-2)).toEqual([
    expect.stringMatching(/^Zhejiang, 2013: out of line with the figures before and after\. As in the annual data/),
    expect.stringMatching(/^Heilongjiang, 2013: far from the figures before and after\. As in the annual data/),
  ]);
});
