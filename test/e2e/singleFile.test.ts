import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { useBrowser, type OpenedPage } from '../support/browser.ts';
import { ISLANDS } from './selectors.ts';

const openPage = useBrowser();
const { dist } = inject('site');
const atlas = path.join(dist, 'atlas.html');
const address = pathToFileURL(atlas).href;
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'atlas-single-'));
afterAll(() => {
  fs.rmSync(folder, { recursive: true });
});

const open = async (place: string, file = address): Promise<OpenedPage> => {
  const opened = await openPage(place, { base: file });
  await opened.page.context().setOffline(true);
  return opened;
};
const isDrawn = (page: Page) => expect.poll(() => page.locator('main#content').count()).toBe(1);
/** By the address bar, as a link does it. */
const go = (page: Page, place: string) => page.evaluate((hash) => { location.hash = hash; }, place);

/** What a page says, without what only today makes true. */
const said = (page: Page, html: string | null) =>
  page.evaluate((text) => {
    const shown = text === null ? document : new DOMParser().parseFromString(text, 'text/html');
    const main = shown.querySelector('main')?.cloneNode(true);
    if (!(main instanceof HTMLElement)) return '';
    for (const one of main.querySelectorAll('script,.age')) one.remove();
    return `${shown.documentElement.lang} ${shown.title} ${main.textContent.replace(/\s+/g, ' ').trim()}`;
  }, html);

test('is at most 4,000,000 bytes, and the site offers it with its size and its hash', () => {
  const bytes = fs.readFileSync(atlas);
  console.log(`atlas.html: ${bytes.length} bytes`);
  expect(bytes.length).toBeLessThanOrEqual(4_000_000);
  for (const lang of ['', 'en/']) {
    const about = fs.readFileSync(path.join(dist, `${lang}about.html`), 'utf8');
    expect(/<code>([\da-f]{64})<\/code>/.exec(about)?.[1]).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(about.includes(new Intl.NumberFormat('en-US').format(bytes.length))).toBe(true);
    expect(/href="([^"]*)" download/.exec(about)?.[1]).toBe(`${lang === '' ? './' : '../'}atlas.html`);
  }
});

test('has no module, and names no file beside itself', () => {
  const html = fs.readFileSync(atlas, 'utf8').replace(/(<script type="text\/plain"[^>]*>)[^<]*/g, '$1').replace(/(<script>)[^<]*/g, '$1');
  expect(html).not.toMatch(/type="?module|\ssrc=|@import|url\((?!#)/);
  expect([...html.matchAll(/<link[^>]*>/g)].map(([tag]) => tag.slice(0, 60))).toEqual([expect.stringContaining('href="data:image/svg+xml')]);
  expect(html).toContain("default-src 'none'");
});

const SAMPLE = ['index.html', 'indicators.html', 'ranking.html', 'workshop.html', 'compare.html', 'regions.html', 'region/440000.html', 'coverage.html', 'claims.html', 'systems.html', 'sources.html', 'changes.html', 'story/one-big-step.html', '404.html', 'indicator/internet-penetration.html', 'indicator/egov-market-size.html', 'indicator/un-egdi.html'];

test('says what the pages of the site say, in both languages, and asks for nothing', async () => {
  const { page, requests, problems, violations } = await open('#404.html');
  await isDrawn(page);
  for (const route of ['en/index.html', ...SAMPLE.map((one, index) => (index % 2 === 0 ? one : `en/${one}`))]) {
    await go(page, route);
    const published = await said(page, fs.readFileSync(path.join(dist, route), 'utf8'));
    await expect.poll(() => said(page, null), { message: route }).toBe(published);
  }
  expect(requests.map((one) => one.split('#')[0])).toEqual([address]);
  expect(problems).toEqual([]);
  expect(violations).toEqual([]);
});

test('everything that lives on the site lives here, and the wall with it', async () => {
  const { page, requests, problems, violations } = await open('#index.html');
  await isDrawn(page);
  for (const route of ['index.html', 'indicator/internet-penetration.html', 'en/indicator/un-egdi.html', 'indicator/egov-market-size.html', 'en/ranking.html', 'compare.html', 'workshop.html', 'coverage.html', 'claims.html', 'en/screen.html']) {
    await go(page, route);
    const islands = page.locator(ISLANDS);
    await expect.poll(() => islands.count(), { message: route }).toBeGreaterThan(0);
    await islands.evaluateAll((all) => { for (const one of all) one.dispatchEvent(new Event('pointerenter')); });
    await expect.poll(() => islands.evaluateAll((all) => [...new Set(all.map((one) => one.getAttribute('data-state')))]), { message: route }).toEqual(['live']);
  }
  await expect.poll(() => page.locator('[data-screen-plain]:visible').count()).toBe(0);
  expect(requests).toHaveLength(1);
  expect(problems).toEqual([]);
  expect(violations).toEqual([]);
});

test('a choice is in the address; Back undoes it, a link opens beside, a reload keeps it, the other language shows it', async () => {
  const { page, problems } = await open('#ranking.html?period=2012');
  const period = page.locator('select[name="period"]');
  const hash = () => new URL(page.url()).hash;
  await expect.poll(() => period.inputValue()).toBe('2012');
  await period.selectOption('2011');
  await expect.poll(hash).toBe('#ranking.html?period=2011');
  await page.goBack();
  await expect.poll(() => period.inputValue()).toBe('2012');
  await page.reload();
  await expect.poll(() => period.inputValue()).toBe('2012');

  await page.locator('[data-language-link]').click();
  await expect.poll(hash).toBe('#en/ranking.html?period=2012');
  await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('en');
  await expect.poll(() => period.inputValue()).toBe('2012');
  await page.goBack();
  await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('zh-CN');

  const hrefs = await page.locator('a[href]').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  expect(hrefs.filter((href) => !/^(?:https?:|#)/.test(href))).toEqual([]);
  const [beside] = await Promise.all([page.context().waitForEvent('page'), page.locator('nav a[href="#regions.html"]').first().click({ modifiers: ['ControlOrMeta'] })]);
  await expect.poll(() => beside.locator('h1').count()).toBe(1);
  expect(new URL(beside.url()).hash).toBe('#regions.html');
  expect(problems).toEqual([]);
});

test('a place on a page is gone to, and has an address of its own', async () => {
  const { page } = await open('#en/systems.html#smart-court');
  const top = (id: string) => page.locator(`[id="${id}"]`).evaluate((one) => Math.abs(one.getBoundingClientRect().top) < innerHeight / 2);
  await expect.poll(() => top('smart-court')).toBe(true);
  await page.locator('a.skip').focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => new URL(page.url()).hash).toBe('#en/systems.html#content');
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('content');
  await page.goBack();
  await expect.poll(() => new URL(page.url()).hash).toBe('#en/systems.html#smart-court');
});

test('search finds, and Back comes home', async () => {
  const { page, problems } = await open('#en/index.html');
  await page.locator('[role="search"] input').click();
  await page.keyboard.type('guangd');
  await expect.poll(() => page.locator('[role="option"]').first().getAttribute('href')).toBe('#en/region/440000.html');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('h1').first().textContent()).toContain('Guangdong');
  await page.goBack();
  await expect.poll(() => new URL(page.url()).hash).toBe('#en/index.html');
  expect(problems).toEqual([]);
});

describe('what is taken away', () => {
  const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
  const published = (file: string): string => hashOf(fs.readFileSync(path.join(dist, file)));
  const taken = async (page: Page, act: () => Promise<void>) => {
    const [download] = await Promise.all([page.waitForEvent('download'), act()]);
    const bytes = fs.readFileSync(await download.path());
    return { name: download.suggestedFilename(), sha256: hashOf(bytes), text: bytes.toString('utf8') };
  };

  test('a file is the published one byte for byte; pictures and tables are made; embedding says what it needs', async () => {
    const { page, requests } = await open('#indicator/internet-penetration.html');
    await isDrawn(page);
    expect(await taken(page, () => page.locator('footer a[href="#data/manifest.json"]').click())).toMatchObject({ name: 'manifest.json', sha256: published('data/manifest.json') });
    const link = page.locator('.actions a[href$=".csv"]').first();
    const file = ((await link.getAttribute('href')) ?? '').slice(1);
    expect(await taken(page, () => link.click())).toMatchObject({ name: 'internet-penetration.csv', sha256: published(file) });

    await page.locator('button[name="share"][value="download"]').first().click();
    await page.locator('.download-canvas canvas').waitFor();
    for (const way of ['png', 'svg', 'xlsx', 'zip']) expect((await taken(page, () => page.locator(`button[name="take-figure"][value="${way}"]`).click())).name).toMatch(new RegExp(`\\.${way}$`));
    const json = await taken(page, () => page.locator('button[name="take-figure"][value="json"]').click());
    expect(json.text).toContain('"address": "atlas.html#indicator/internet-penetration.html"');
    expect(json.text).not.toContain(folder);
    await page.getByRole('tab').first().click();
    expect(await page.getByRole('tabpanel').textContent()).toContain('嵌入要有网址');
    expect(requests.filter((one) => !/^(?:file|blob|data):/.test(one) && one !== 'about:srcdoc')).toEqual([]);
  });

  test('a file’s own address offers the file', async () => {
    const { page } = await open('#en/search/en.json');
    await expect.poll(() => page.locator('h1').textContent()).toBe('There is no such page');
    await go(page, 'search/en.json');
    await expect.poll(() => page.locator('h1').textContent()).toBe('数据文件');
    expect(await taken(page, () => page.locator('main a.button').first().click())).toMatchObject({ name: 'en.json', sha256: published('search/en.json') });
  });
});

const HOSTILE = ['en/"><script>alert(1)</script>', 'javascript:alert(1)', '../../../etc/passwd', 'https://elsewhere.example/', 'constructor', '__proto__.html?period=<script>alert(1)</script>#%00', '%', 'data/../../about.html'];

test('a table that arrived is checked here too, against the tables of the file, and gives the files for data/', async () => {
  const { page, problems, requests } = await open('#check.html');
  await page.locator('.drop').waitFor();
  await page.locator('input[name=table]').setInputFiles({ name: 'gdp.csv', mimeType: 'text/csv', buffer: Buffer.from('地区,2025年（亿元）\n北京,520732000\n天津,18540\n') });
  await page.locator('select[name=indicator]').selectOption('gdp');
  await page.locator('[data-doubt=unitSlip]').waitFor();
  expect(await page.locator('#changes-title + p').innerText()).toBe('增2个数，改0个，撤0个。');
  expect(problems).toEqual([]);
  expect(requests).toHaveLength(1);
});

test('what is no page is told in words, whatever it is called, and nothing of it runs', async () => {
  const { page, problems, dialogs, requests, violations } = await open('#<img src=x onerror=alert(1)>.html');
  for (const place of [null, ...HOSTILE]) {
    if (place !== null) {
      await go(page, '404.html');
      await page.evaluate(() => { document.querySelector('h1')?.remove(); });
      await go(page, place);
    }
    await expect.poll(() => page.locator('h1').textContent(), { message: String(place) }).toMatch(/^(?:这里没有这一页|There is no such page)/);
    expect(await page.content()).not.toContain('alert(1)');
  }
  expect([...problems, ...dialogs, ...violations]).toEqual([]);
  expect(requests).toHaveLength(1);
});

test('a choice that can’t be read is told, and shown as text', async () => {
  const { page, dialogs, problems } = await open('#indicator/internet-penetration.html?period=<img src=x onerror=alert(1)>');
  await expect.poll(() => page.locator('.message:visible').first().textContent()).toContain('<img src=x onerror=');
  expect([...dialogs, ...problems]).toEqual([]);
});

test('another release, and a page that only the site has, are told in words', async () => {
  const { page } = await open('#index.html?release=2001-02-03-0a1b2c3d');
  await expect.poll(() => page.locator('.then[role="note"]').first().textContent()).toContain('2001-02-03-0a1b2c3d');
  await go(page, 'en/embed/map-internet-penetration.html');
  await expect.poll(() => page.locator('h1').textContent()).toBe('This page is not in the single-file edition');
});

test('says what it is, below every page and on its own', async () => {
  const { page } = await open('#en/about.html');
  const release = await page.locator('meta[name="atlas-release"]').getAttribute('content');
  await expect.poll(() => page.locator('footer').textContent()).toContain(`Single-file edition · data read until ${release?.slice(0, 10)} · release ${release}`);
  expect(await page.locator('main').textContent()).toContain('This is the single-file edition');
});

test('twelve pages later the browser holds no more of them than before', async () => {
  const { page } = await open('#404.html');
  await isDrawn(page);
  const cdp = await page.context().newCDPSession(page);
  const round = async (): Promise<number> => {
    for (const route of ['indicator/internet-penetration.html', 'en/indicator/egov-market-size.html', '404.html']) {
      await go(page, route);
      await page.locator(ISLANDS).evaluateAll((all) => { for (const one of all) one.dispatchEvent(new Event('pointerenter')); });
      await expect.poll(() => page.locator(`${ISLANDS}:not([data-state="live"])`).count()).toBe(0);
    }
    // A page tells its age a moment after it is drawn.
    await page.waitForTimeout(400);
    await cdp.send('HeapProfiler.collectGarbage');
    return (await cdp.send('Memory.getDOMCounters')).nodes;
  };
  await round();
  const first = await round();
  for (let rounds = 0; rounds < 2; rounds += 1) await round();
  expect((await round()) - first).toBeLessThan(20);
});

test.each([
  ['broken off', (html: string) => html.replace(/(data-part="facts">[^<]{9000})[^<]*/, '$1')],
  ['changed by a sign', (html: string) => html.replace(/(data-part="code">.{4000})(.)/, (_, before: string, sign: string) => before + (sign === 'A' ? 'B' : 'A'))],
])('a copy that was %s says so', async (_, harm) => {
  const file = path.join(folder, 'harmed.html');
  fs.writeFileSync(file, harm(fs.readFileSync(atlas, 'utf8')));
  const { page } = await open('#index.html', pathToFileURL(file).href);
  await expect.poll(() => page.locator('main').textContent()).toContain('这个文件不完整');
  await expect.poll(() => page.getByText('正在打开单文件版').filter({ visible: true }).count()).toBe(0);
});

test('without a script it says what it needs', async () => {
  const { page } = await openPage('', { base: address, javaScript: false });
  expect(await page.locator('main').textContent()).toContain('这个文件要用脚本画页面');
});
