import fs from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { readCsv } from '../download/readCsv.ts';
import { useBrowser, type PageWish } from '../support/browser.ts';
import { printedValues } from '../support/publishedTable.ts';

const openPage = useBrowser();
const ISLAND = '[data-island="workshop"]';
const LIVE = `${ISLAND}[data-state="live"]`;
const FIGURE = 'figure[data-figure="workshop"]';
const TABLE = `${FIGURE} table.workshop-table`;
const FIRST = [
  ['internet-penetration', '2016'],
  ['dei-foundation', '2020'],
  ['dei-capability', '2020'],
  ['dei-application', '2020'],
] as const;

async function openLive(path = 'workshop.html', wish: PageWish = {}) {
  const opened = await openPage(path, wish);
  await opened.page.locator('.workshop-banner').hover();
  await opened.page.waitForSelector(LIVE);
  return opened;
}
const query = (page: Page): URLSearchParams => new URL(page.url()).searchParams;
const weightOf = (page: Page, id: string) => page.locator(`.workshop-weights [data-indicator="${id}"] input[name="weight"]`);
const slideOf = (page: Page, id: string) => page.locator(`.workshop-weights [data-indicator="${id}"] input[name="slide"]`);
const drawn = (page: Page) => page.locator('.workshop-box[data-spreads="drawn"]').waitFor();
const cells = (page: Page, key: string): Promise<string[]> => page.locator(`${TABLE} tbody:not(.unranked) .c-${key}`).evaluateAll((all) => all.map((one) => (one.querySelector('button, a, :scope > span:not(.visually-hidden)') ?? one).textContent.trim()));
const ids = (page: Page): Promise<string[]> => page.locator(`${TABLE} tbody:not(.unranked) tr`).evaluateAll((rows) => rows.map((row) => row.getAttribute('data-region') ?? ''));
const chosen = (page: Page): Promise<string[]> => page.locator('.workshop-weights li').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-indicator') ?? ''));
const messages = (page: Page): Promise<string[]> => page.locator('.workshop-choice p.message').allInnerTexts();

/** Scores as a reader would work them out from the published files: min–max, then a weighted mean. */
function scoresByHand(weights: readonly number[]): Map<string, number> {
  const scores = new Map<string, number>();
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  FIRST.forEach(([id, period], at) => {
    const values = [...(printedValues(id).get(period) ?? [])].filter(([region]) => region !== '100000').map(([region, value]) => [region, Number(value)] as const);
    expect(values).toHaveLength(31);
    const [least, greatest] = [Math.min(...values.map(([, value]) => value)), Math.max(...values.map(([, value]) => value))];
    for (const [region, value] of values) scores.set(region, (scores.get(region) ?? 0) + (((value - least) / (greatest - least)) * 100 * (weights[at] ?? 0)) / total);
  });
  return scores;
}
async function expectByHand(page: Page, weights: readonly number[]): Promise<void> {
  const byHand = scoresByHand(weights);
  const [regions, scores, ranks] = [await ids(page), await cells(page, 'score'), await cells(page, 'rank')];
  expect(regions).toHaveLength(31);
  regions.forEach((id, at) => {
    const score = byHand.get(id) ?? NaN;
    expect(Math.abs(Number(scores[at]) - score), id).toBeLessThanOrEqual(0.05 + 1e-9);
    expect(ranks[at], id).toBe(String(1 + [...byHand.values()].filter((other) => other - score > 1e-9).length));
  });
}

describe('as drawn', () => {
  test('scores and places follow from the published figures, and the banner says what it is not', async () => {
    const { page, problems } = await openPage('workshop.html');
    await expectByHand(page, [1, 1, 1, 1]);
    expect(await page.locator('.workshop-banner').innerText()).toContain('这不是官方指数');
    expect(await page.locator('.nav a[aria-current="page"]').innerText()).toBe('排名');
    expect(problems).toEqual([]);
  });

  test('without a script the whole ranking stands with its ranges, weights and periods, and nothing that does nothing', async () => {
    const { page } = await openPage('workshop.html', { javaScript: false });
    expect(await ids(page)).toHaveLength(31);
    expect((await cells(page, 'range')).every((range) => /^\d+(—\d+)?$/.test(range))).toBe(true);
    expect(await page.locator('.workshop-weights').innerText()).toContain('2020年');
    expect(await page.locator('.workshop-choice :is(input, select, button), .workshop-result .controls').filter({ visible: true }).count()).toBe(0);
    expect(await page.locator('noscript, p.message').filter({ hasText: '脚本' }).count()).toBeGreaterThan(0);
  });

  test('what cannot be chosen is named with its reason', async () => {
    const { page } = await openPage('en/workshop.html');
    const reasons = await page.locator('.workshop-left dt').allInnerTexts();
    expect(reasons).toContain('Neither more nor less is better, so they say nothing of who does better:');
    expect(await page.locator('.workshop-left a[href="../en/indicator/gdp.html"], .workshop-left a[href$="indicator/gdp.html"]').count()).toBe(1);
    const offered = await page.locator('.workshop-add input[name="indicators"]').evaluateAll((all) => all.map((one) => one.getAttribute('value')));
    expect(offered.length).toBeGreaterThanOrEqual(6);
    expect(offered).not.toContain('gdp');
  });

  test('it leads here from the ranking', async () => {
    const { page } = await openPage('ranking.html');
    expect(await page.locator('main a[href="./workshop.html"]').count()).toBeGreaterThan(0);
  });
});

describe('weights', () => {
  test('a weight typed changes address, share, ranking and ranges; Back takes it away again', async () => {
    const { page, problems, requests } = await openLive();
    const [before, first] = [await cells(page, 'range'), await ids(page)];
    await weightOf(page, 'internet-penetration').fill('100');
    await weightOf(page, 'internet-penetration').press('Enter');
    await expect.poll(() => query(page).get('weights')).toBe('100.50.50.50');
    await drawn(page);
    await expectByHand(page, [100, 50, 50, 50]);
    expect(await page.locator('[data-indicator="internet-penetration"] output').innerText()).toBe('占40%');
    expect(await cells(page, 'range')).not.toEqual(before);
    await expect.poll(() => page.locator('[data-announced]').innerText()).toContain('排名已更新');
    await page.goBack();
    await expect.poll(() => query(page).get('weights')).toBeNull();
    await drawn(page);
    expect(await ids(page)).toEqual(first);
    expect(await cells(page, 'range')).toEqual(before);
    expect(await weightOf(page, 'internet-penetration').inputValue()).toBe('50');
    expect(requests.filter((address) => /\.csv/.test(address))).toEqual([]);
    expect(problems).toEqual([]);
  });

  test('a slider goes by keys, and however far it goes it is one step back', async () => {
    const { page } = await openLive();
    await slideOf(page, 'dei-capability').focus();
    for (let step = 0; step < 12; step += 1) await page.keyboard.press('ArrowRight');
    await expect.poll(() => query(page).get('weights')).toBe('50.50.62.50');
    await drawn(page);
    await expectByHand(page, [50, 50, 62, 50]);
    await page.goBack();
    await expect.poll(() => query(page).get('weights')).toBeNull();
  });

  test('what is no weight is put back', async () => {
    const { page } = await openLive();
    await weightOf(page, 'dei-foundation').fill('0');
    await weightOf(page, 'dei-foundation').press('Enter');
    await expect.poll(() => weightOf(page, 'dei-foundation').inputValue()).toBe('50');
    expect(query(page).get('weights')).toBeNull();
  });

  test('one address, one picture: ranges are the same on every visit, and the same as drawn at build', async () => {
    const drawnAtBuild = await openPage('workshop.html', { javaScript: false });
    const expected = await cells(drawnAtBuild.page, 'range');
    // Other weights of the same proportion: drawn anew by the worker.
    const { page } = await openLive('workshop.html?weights=25.25.25.25');
    await drawn(page);
    expect(await cells(page, 'range')).toEqual(expected);
  });
});

describe('where weights are drawn', () => {
  const workers = (requests: readonly string[]) => requests.filter((address) => /drawsWorker/.test(address));

  test('in a worker, from the site itself, under a strict policy and below a sub-path', async () => {
    const { page, problems, violations, requests } = await openLive('workshop.html?normalisation=rank', { csp: true });
    await drawn(page);
    expect(workers(requests)).toHaveLength(1);
    expect([problems, violations]).toEqual([[], []]);
  });

  test('without workers the same ranges come from the page itself', async () => {
    const { page: one } = await openLive('workshop.html?normalisation=rank');
    await drawn(one);
    const expected = await cells(one, 'range');
    const { page } = await openPage('index.html');
    await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'Worker'));
    await page.goto(one.url());
    await page.waitForSelector(LIVE);
    await drawn(page);
    expect(await cells(page, 'range')).toEqual(expected);
  });
});

describe('choice', () => {
  test('an indicator more is fetched, weighs what the others do, and leaves out by name whom it must', async () => {
    const { page, requests, problems } = await openLive();
    await page.locator('.workshop-add summary').click();
    await page.locator('.workshop-add input[value="egov-service-capability"]').check();
    await expect.poll(() => query(page).get('indicators')).toContain('egov-service-capability');
    await expect.poll(() => page.locator(`${TABLE} tbody.unranked tr`).count()).toBeGreaterThan(5);
    await drawn(page);
    expect(requests.filter((address) => /\.csv$/.test(address))).toHaveLength(1);
    expect(await ids(page)).toHaveLength(29);
    const unranked = await page.locator(`${TABLE} tbody.unranked tr`).allInnerTexts();
    for (const name of ['安徽', '福建']) expect(unranked.find((text) => text.includes(name))).toContain('存疑，不入指数');
    expect(await page.locator(`${FIGURE} .limit`).allInnerTexts()).toContainEqual(expect.stringContaining('安徽、福建的数值存疑'));

    await page.locator('select[name="missing"]').selectOption('others');
    await drawn(page);
    await expect.poll(() => ids(page).then((all) => all.length)).toBe(31);
    expect(await page.locator(`${TABLE} tr[data-region="340000"] .c-region`).innerText()).toContain('5项中的4项');

    await page.locator('.workshop-weights [data-indicator="egov-service-capability"] button[name="remove"]').click();
    await expect.poll(() => query(page).get('indicators')).toBeNull();
    expect(problems).toEqual([]);
  });

  test('another period of an indicator comes from its table', async () => {
    const { page } = await openLive();
    await page.locator('[data-indicator="internet-penetration"] select[name="period"]').selectOption('2013');
    await expect.poll(() => query(page).get('period')).toBe('2013.2020.2020.2020');
    await expect.poll(() => page.locator(`${FIGURE} .limit`).allInnerTexts()).toContainEqual(expect.stringContaining('互联网普及率2013年'));
  });

  test('two stay: the last two cannot be removed', async () => {
    const { page } = await openLive('workshop.html?indicators=dei-foundation.dei-total');
    await expect.poll(() => chosen(page)).toEqual(['dei-total', 'dei-foundation']);
    expect(await page.locator('.workshop-weights button[name="remove"]:not([disabled])').count()).toBe(0);
  });

  test('method, scheme and a marked region are in the address and read back; all is put back at once', async () => {
    const { page } = await openLive();
    await page.locator('select[name="normalisation"]').selectOption('zscore');
    await page.locator('select[name="draws"]').selectOption('any');
    await page.locator(`${TABLE} tr[data-region="440000"] .mark-row`).click();
    await expect.poll(() => query(page).toString()).toBe('normalisation=zscore&draws=any&region=440000');
    await drawn(page);
    expect(await page.locator('.workshop-marked').innerText()).toContain('广东：综合得分');
    const [search, ranges] = [new URL(page.url()).search, await cells(page, 'range')];
    const again = await openPage(`workshop.html${search}`);
    await again.page.waitForSelector(LIVE);
    await drawn(again.page);
    expect(await cells(again.page, 'range')).toEqual(ranges);
    await page.locator('button[name="reset"]').click();
    await expect.poll(() => query(page).toString()).toBe('');
    await expectByHand(page, [1, 1, 1, 1]);
  });

  test.each([
    ['indicators=gdp.nonsense', 'indicators=gdp.nonsense'],
    ['weights=1.2', 'weights=1.2'],
    ['weights=-1.2.3.4', 'weights=-1.2.3.4'],
    ['weights=<script>alert(1)</script>', 'weights=<script>'],
    ['normalisation=__proto__', 'normalisation=__proto__'],
    ['missing=mean', 'missing=mean'],
    ['draws=1e9', 'draws=1e9'],
    ['period=1999.1.1.1', 'period=1999'],
    ['region=100000', 'region=100000'],
  ])('“%s” is told, and the rest stands', async (search, told) => {
    const { page, problems, dialogs } = await openPage(`workshop.html?${encodeURI(search)}`);
    await page.waitForSelector(LIVE);
    await expect.poll(() => messages(page).then((all) => all.join())).toContain(`网址中的“${told}`);
    await expectByHand(page, [1, 1, 1, 1]);
    expect([problems, dialogs]).toEqual([[], []]);
  });

  test('a table that does not come is told, the last picture stays, and it is tried again', async () => {
    const { page } = await openLive();
    await page.route('**/egov-service-capability.csv', (route) => route.abort());
    await page.locator('.workshop-add summary').click();
    await page.locator('.workshop-add input[value="egov-service-capability"]').check();
    await page.locator('.workshop-choice .message.error').waitFor();
    await expectByHand(page, [1, 1, 1, 1]);
    await page.unroute('**/egov-service-capability.csv');
    await page.locator('.workshop-choice button[name="retry"]').click();
    await expect.poll(() => ids(page).then((all) => all.length)).toBe(29);
  });
});

describe('taken away', () => {
  test('the CSV has the rows of the page, and the weights in its heads', async () => {
    const { page } = await openLive('workshop.html?weights=40.30.20.10');
    await drawn(page);
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator(`${FIGURE} .take-away button[value="csv"]`).click()]);
    expect(download.suggestedFilename()).toBe('index-workshop_minmax_4_zh.csv');
    const [head = [], ...body] = readCsv(fs.readFileSync(await download.path(), 'utf8'));
    for (const part of ['互联网普及率的贡献，权重40，占40%', '数字基础的贡献，权重30，占30%', '综合得分，最小—最大，不是官方指数']) expect(head.join('|')).toContain(part);
    const at = (label: string) => head.findIndex((one) => one.startsWith(label));
    const rows = body.slice(0, 31);
    expect(rows.map((one) => one[at('区划代码')])).toEqual(await ids(page));
    expect(rows.map((one) => one[at('名次')])).toEqual(await cells(page, 'rank'));
    expect(rows.map((one) => Number(one[at('综合得分')]).toFixed(1))).toEqual(await cells(page, 'score'));
    expect(rows.map((one) => [...new Set([one[at('名次范围5%')], one[at('名次范围95%')]])].join('—'))).toEqual(await cells(page, 'range'));
  });
});

describe('to be read', () => {
  test.each([320, 390, 768, 1280, 2200])('at %i px nothing runs over the edge', async (width) => {
    for (const search of ['', '?indicators=internet-penetration.egov-service-capability.dei-total.dei-foundation.dei-capability.dei-application&missing=others&normalisation=zscore&region=440000']) {
      const { page, problems } = await openPage(`en/workshop.html${search}`, { viewport: { width, height: 900 } });
      if (search !== '') await page.waitForSelector(LIVE);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), search).toBeLessThanOrEqual(width);
      expect(problems).toEqual([]);
    }
  });

  test('the ranges are walked by key, and each says its region, place and range', async () => {
    const { page } = await openLive();
    const plot = page.locator('.steadiness');
    await plot.focus();
    await page.keyboard.press('Home');
    await expect.poll(() => plot.locator('[aria-live]').innerText()).toContain('所选权重下第1位，共31');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => plot.locator('[aria-live]').innerText()).toContain('所选权重下第2位，共31');
  });
});
