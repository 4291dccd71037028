import { render } from 'svelte/server';
import { beforeAll, describe, expect, test } from 'vitest';
import Dashboard from '../../src/pages/Dashboard.svelte';
import { dashboard, type DashboardView } from '../../src/pages/dashboard.ts';
import { marketClaims } from '../../src/pages/marketClaims.ts';
import { tableOf } from '../../src/pages/lookup.ts';
import type { Lang } from '../../src/model/text.ts';
import { hasValue } from '../../src/model/observation.ts';
import { readGeometry } from '../../src/prerender/geometry.ts';
import { pageContext } from '../../src/prerender/pageContext.ts';
import { readAtlas } from '../../src/prerender/readAtlas.ts';
import { printedRows } from '../support/publishedTable.ts';
import { column, textsIn } from '../support/toyViews.ts';

// Here the figures are the published ones: this is what the front page says of data/.
const { atlas } = readAtlas('data');
const geometry = readGeometry('data');
const pages = { zh: pageContext('index.html', 'zh'), en: pageContext('index.html', 'en') };
const views = new Map<Lang, DashboardView>();
const view = (lang: Lang): DashboardView => {
  const found = views.get(lang);
  if (!found) throw new Error('drawn before the tests');
  return found;
};
beforeAll(() => {
  for (const lang of ['zh', 'en'] as const) views.set(lang, dashboard(atlas, geometry, pages[lang]));
}, 60_000);

const HAN = /[\u3400-\u9fff]/;

test('the headline is told from published figures', () => {
  expect(view('zh').doors.sentence).toBe('全国政府网站从2015年7月的85,890个合并到2022年12月的13,946个，减少84%；在线政务服务用户从2016年6月的1.76亿人增加到2024年12月的10.04亿人。');
  expect(view('en').doors.sentence).toBe('Government websites were merged from 85,890 sites in Jul 2015 to 13,946 sites in Dec 2022, down 84%; users of online government services rose from 176 million people in Jun 2016 to 1,004 million people in Dec 2024.');
});

test('the fall is that of the two figures named', () => {
  const found = tableOf(atlas, 'government-websites').observations.filter(hasValue);
  const [first, last] = [found.find(({ value }) => value === 85890), found.find(({ value }) => value === 13946)];
  expect([first, last]).toMatchObject([{ precision: 'exact' }, { precision: 'exact' }]);
  expect(Math.round((1 - (last?.value ?? NaN) / (first?.value ?? NaN)) * 100)).toBe(84);
});

test('the drawing has every figure of the two tables, each with its grade', () => {
  const { table, websites, users } = view('zh').doors;
  expect(table.rows).toHaveLength(websites.dots.length + users.dots.length);
  for (const grade of column(table, 'confidence')) expect(grade).toMatch(/^[AB]$/);
});

test('the users’ question changed in 2018: the two parts are not joined', () => {
  const { users } = view('zh').doors;
  const { breakX } = users;
  if (breakX === null) throw new Error('there is a break');
  for (const path of [...users.lines, ...users.bridges]) {
    const xs = [...path.matchAll(/[ML](-?[\d.]+)/g)].map(([, x]) => Number(x));
    expect(xs.every((x) => x < breakX) || xs.every((x) => x > breakX)).toBe(true);
  }
});

test('the claim of 2,700 is drawn alone: in no line, and as a lower bound', () => {
  const { lines, claims } = view('zh').market.island.view;
  expect(claims).toMatchObject([{ text: '＞2,700', precision: 'lowerBound', mark: 'claim' }]);
  for (const { points } of lines) for (const point of points) expect([point.x, point.y]).not.toEqual([2017, 2700]);
});

test('its “+16%” is no figure of the market, and no figure for 2016 is computed back from it', () => {
  expect(marketClaims(atlas).map(({ unit }) => unit.zh)).toEqual(['亿元']);
  for (const lang of ['zh', 'en'] as const) {
    const { island, table } = view(lang).market;
    for (const { points } of island.view.lines) expect(points.some(({ x }) => x > 2015 && x < 2018)).toBe(false);
    const market = textsIn([island.view, table]).join('\n');
    expect(market).not.toMatch(/2,?32[78]|23[23]\.\d/);
    expect(column(table, 'value').join(' ')).not.toContain('%');
  }
});

test('no growth of the market is told but those that its publishers printed beside a figure', () => {
  for (const lang of ['zh', 'en'] as const) {
    const notes = tableOf(atlas, 'egov-market-size').observations.flatMap(({ note }) => (note === undefined ? [] : [note]));
    for (const text of textsIn([view(lang).market.island.view, view(lang).market.table]).filter((one) => one.includes('%'))) {
      expect(notes.some((note) => note.includes(text))).toBe(true);
    }
  }
});

test('every figure of the market stands in its table, doubtful ones too; none of those in a line', () => {
  const { observations } = tableOf(atlas, 'egov-market-size');
  const { table, island } = view('zh').market;
  expect(table.rows).toHaveLength(observations.length + 1);
  expect(island.view.lines.flatMap(({ points }) => points)).toHaveLength(observations.filter((one) => hasValue(one) && one.confidence !== 'C').length);
});

test('rival forecasts of one year stand in order, each with its grade, the doubtful ones told as such', () => {
  const { rows, title } = view('zh').rivals;
  expect(title).toBe('从＞4,000到12,000亿元');
  expect(rows.map(({ text, sure }) => [text, sure])).toEqual([['＞4,000', false], ['5,152', false], ['5,935', true], ['12,000', false]]);
  expect(view('en').rivals.title).toBe('From >400 to 1,200 billion yuan');
});

test('provinces and the Corps: 95 of 96 cells are stated, and the Corps is not on the first network', () => {
  const { view: networks, text } = view('zh').coverage;
  expect(text).toBe('32个单位，96格中95格有说明');
  const kinds = networks.networks.flatMap(({ groups }) => groups.flatMap(({ tiles }) => tiles.map(({ kind }) => kind)));
  expect(kinds).toHaveLength(96);
  expect(kinds.filter((kind) => kind !== 'unsaid')).toHaveLength(networks.k);
  expect(networks.networks.map(({ note }) => note).filter(Boolean)).toEqual(['兵团未说明']);
});

test('China’s place is told with its n, as the UN published it', () => {
  const { view: world } = view('zh').world;
  const published = printedRows('un-egdi').find(({ region, period }) => region === 'CHN' && period === world.period)?.['rank'];
  expect(world.paths[0]?.points.at(-1)?.say).toContain(`第${published}位，共193`);
  expect(world.strip.n).toBe(193);
  expect(world.coverage).toBe('193个会员国中193个有数据');
});

test('key figures carry a period, a publisher and a way to their page', () => {
  for (const lang of ['zh', 'en'] as const) {
    for (const figure of view(lang).keyFigures) {
      expect(figure.number).toMatch(/\d/);
      expect(figure.when).toMatch(/^.*\d{4}/);
      expect(figure.source).not.toBe('');
      expect(figure.href).toMatch(/indicator\/[a-z0-9-]+\.html$/);
    }
  }
});

test('both languages say as much', () => {
  const shape = (value: unknown): unknown => (Array.isArray(value) ? value.map(shape) : typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).map(([key, below]) => [key, shape(below)])) : typeof value);
  const said = ({ doors, keyFigures, market, rivals, coverage, world }: DashboardView) => shape({ doors: { ...doors, websites: 0, users: 0 }, keyFigures, rows: market.table.rows.length, rivals, coverage, world: world.view.table });
  expect(said(view('en'))).toEqual(said(view('zh')));
});

test('the English view holds no Chinese but in names that its sources have in no other language', () => {
  const { doors, market, rivals, coverage, world } = view('en');
  const mixed = textsIn([doors.sentence, doors.table, market.island.view, market.table, rivals.title, rivals.rows, coverage.view.networks, coverage.text, world]).filter((text) => HAN.test(text));
  expect(mixed).toEqual([]);
});

describe.each(['zh', 'en'] as const)('the page as it is sent, %s', (lang) => {
  const html = () => render(Dashboard, { props: { page: pages[lang], view: view(lang) } }).body;

  test('the sentence, the pictures and the tables are there without a script', () => {
    const body = html();
    expect(body).toContain(view(lang).doors.sentence);
    for (const id of ['market-trend', 'market-rivals', 'coverage-networks', 'un-egdi']) expect(body).toContain(`id="${id}"`);
    expect(body.match(/<table class="data/g)?.length).toBeGreaterThanOrEqual(4);
  });

  test('nothing was left unfilled', () => {
    const text = html().replace(/<script[\s\S]*?<\/script>/g, '').replace(/<[^>]*>/g, ' ');
    expect(text).not.toMatch(/undefined|\bNaN\b|\bnull\b|Infinity|\[object/);
  });
});
