import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { differingShare, shiftSoFar, watchShifts } from '../support/pictures.ts';
import { isChartLibrary } from '../support/size.mjs';
import { staticServer } from '../support/staticServer.ts';
import { TREND, TREND_FAILURE, TREND_FIGURE, TREND_LIVE, TREND_PICTURE } from './selectors.ts';

const openPage = useBrowser();
const { dist } = inject('site');
const scripts = fs.readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'));
const library = scripts.filter((file) => isChartLibrary(path.join(dist, file))).map((file) => path.basename(file));
const askedFor = (requests: readonly string[]) => requests.filter((address) => library.some((name) => address.includes(name)));

/** The page at rest, the chart in view. */
async function settle(page: Page): Promise<void> {
  await page.locator(TREND).scrollIntoViewIfNeeded();
  await page.waitForLoadState('networkidle');
}

describe('the trend', () => {
  test('the library is in one file', () => {
    expect(library).toHaveLength(1);
  });

  test.each([
    { says: 'a pointer', use: (page: Page) => page.locator(TREND).hover() },
    { says: 'the focus', use: (page: Page) => page.locator(TREND_PICTURE).focus() },
  ])('$says brings the library, once; before, nobody asks for it', async ({ use }) => {
    const { page, problems, requests } = await openPage('index.html');
    await settle(page);
    expect(askedFor(requests)).toEqual([]);
    expect(await page.locator(TREND_LIVE).count()).toBe(0);
    await use(page);
    await page.waitForSelector(TREND_LIVE);
    expect(askedFor(requests)).toHaveLength(1);
    expect(problems).toEqual([]);
  });

  test.each([
    { search: '?from=toys', says: 'another’s key', wakes: false },
    { search: '?period=2016&q=toys', says: 'keys of other figures', wakes: false },
    { search: '?transform=index', says: 'its own key', wakes: true },
  ])('an address with $says: the library is asked for — $wakes', async ({ search, wakes }) => {
    const { page, problems, requests } = await openPage(`indicator/online-government-users.html${search}`);
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(300);
    expect(askedFor(requests)).toHaveLength(wakes ? 1 : 0);
    expect(await page.locator('[data-island="trend"]').getAttribute('data-state')).toBe(wakes ? 'live' : null);
    expect(problems).toEqual([]);
  });
  test.each([
    { search: '?from=toys', woken: [] },
    { search: '?scale=shared', woken: ['units'] },
    { search: '?view=tiles', woken: ['provinces'] },
    { search: '?region=440000', woken: ['matrix', 'provinces', 'units'] },
  ])('$search wakes only the figures that read it: $woken', async ({ search, woken }) => {
    const { page } = await openPage(`indicator/internet-penetration.html${search}`);
    const live = () => page.locator('[data-island][data-state="live"]').evaluateAll((all) => all.map((one) => one.getAttribute('data-island')).sort());
    await expect.poll(live).toEqual(woken);
    await page.waitForTimeout(300);
    expect(await live()).toEqual(woken);
  });

  test.each([
    { width: 700, colorScheme: 'light' },
    { width: 1000, colorScheme: 'light' },
    { width: 1280, colorScheme: 'light' },
    { width: 1280, colorScheme: 'dark' },
    { width: 1920, colorScheme: 'light' },
    { width: 2560, colorScheme: 'light' },
  ] as const)('at $width px, $colorScheme, the live chart looks like the drawn one', async ({ width, colorScheme }) => {
    const { page } = await openPage('index.html', { colorScheme, viewport: { width, height: 1080 } });
    await settle(page);
    const picture = page.locator(TREND_PICTURE);
    const before = await picture.screenshot();
    await page.locator(TREND).dispatchEvent('pointerenter');
    await page.waitForSelector(TREND_LIVE);
    await page.waitForTimeout(300);
    expect(await differingShare(page, before, await picture.screenshot())).toBeLessThan(0.01);
  });

  test.each([360, 700, 1000, 1280, 1920, 3840])('at %i px its coming alive moves nothing on the page', async (width) => {
    const { page } = await openPage('index.html', { viewport: { width, height: 1080 } });
    await settle(page);
    await watchShifts(page);
    const island = page.locator(TREND);
    const figure = page.locator(TREND_FIGURE);
    const before = { island: await island.boundingBox(), figure: await figure.boundingBox() };
    await island.dispatchEvent('pointerenter');
    await page.waitForSelector(TREND_LIVE);
    await page.waitForTimeout(300);
    expect({ island: await island.boundingBox(), figure: await figure.boundingBox() }).toEqual(before);
    expect(await shiftSoFar(page)).toBeLessThan(0.0005);
  });

  test('the live chart answers the pointer with figures', async () => {
    const { page, problems } = await openPage('index.html');
    await settle(page);
    const picture = page.locator(TREND_PICTURE);
    await picture.hover();
    await page.waitForSelector(TREND_LIVE);
    const box = await picture.boundingBox();
    if (box === null) throw new Error('the chart has no box');
    const tip = page.locator(`${TREND} .chart-tip`);
    const seen = new Set<string>();
    for (const across of [0.3, 0.5, 0.7]) {
      await page.mouse.move(box.x + box.width * across, box.y + box.height * 0.45, { steps: 3 });
      await expect.poll(() => tip.filter({ visible: true }).count()).toBe(1);
      await expect.poll(async () => seen.has(await tip.innerText())).toBe(false);
      seen.add(await tip.innerText());
    }
    for (const text of seen) expect(text).toMatch(/\d{4}[\s\S]*\d/);
    expect(problems).toEqual([]);
  });

  test('the keys go from period to period, and each is spoken', async () => {
    const { page, problems } = await openPage('index.html');
    await settle(page);
    const group = page.locator(TREND_PICTURE);
    await group.focus();
    await page.waitForSelector(TREND_LIVE);
    const speech = page.locator(`${TREND} [aria-live="polite"]`);
    await group.press('End');
    await expect.poll(() => speech.innerText()).toMatch(/\d{4}/);
    const last = await speech.innerText();
    await group.press('ArrowLeft');
    await expect.poll(() => speech.innerText()).not.toBe(last);
    await group.press('ArrowRight');
    await expect.poll(() => speech.innerText()).toBe(last);
    expect(problems).toEqual([]);
  });

  test('without the library the drawn chart stays, a sentence says so, and the next use tries again', async () => {
    const server = await staticServer({ root: dist });
    try {
      server.fail((asked) => (library.some((name) => asked.includes(name)) ? 'breakOff' : undefined));
      const { page } = await openPage('index.html', { base: server.address });
      await settle(page);
      const island = page.locator(TREND);
      const drawn = await page.locator(`${TREND_PICTURE} svg`).filter({ visible: true }).innerHTML();
      await island.hover();
      await expect.poll(() => server.requests.filter(({ status }) => status === 0).length).toBeGreaterThan(0);
      await expect.poll(() => page.locator(TREND_FAILURE).innerText()).toContain('互动图没有取到');
      expect(await page.locator(`${TREND_PICTURE} svg`).filter({ visible: true }).innerHTML()).toBe(drawn);
      expect(await page.locator(TREND_LIVE).count()).toBe(0);

      server.fail(undefined);
      await page.mouse.move(0, 0);
      await island.hover();
      await page.waitForSelector(TREND_LIVE);
      expect(await page.locator(TREND_FAILURE).isVisible()).toBe(false);
    } finally {
      await server.close();
    }
  });

  test('the keys go from series to series, to the nearest period; what is spoken is what the words on the picture say', async () => {
    const { page, problems } = await openPage('index.html');
    await settle(page);
    const group = page.locator(TREND_PICTURE);
    await group.focus();
    await page.waitForSelector(TREND_LIVE);
    const speech = page.locator(`${TREND_PICTURE} [aria-live="polite"]`);
    const tip = page.locator(`${TREND_PICTURE} .chart-tip`);
    const said = async () => (await speech.innerText()).replace(/\s+/g, ' ').trim();
    const shown = async () => (await tip.innerText()).replace(/\s+/g, ' ').trim();
    const heard: string[] = [];
    for (const key of ['Home', 'End', 'PageDown', 'ArrowLeft', 'PageUp', 'PageDown', 'ArrowDown', 'PageDown', 'ArrowUp']) {
      await group.press(key);
      await expect.poll(shown).toBe(await said());
      heard.push(await said());
    }
    const [home, end, other, , , , , quoted] = heard;
    expect(home).toMatch(/^2014年 前瞻/);
    expect(end).toMatch(/^2026年 前瞻.*＞6,000亿元，预测，下限/);
    expect(other).toMatch(/^2025年 新思界.*5,935亿元，预测/);
    expect(quoted).toMatch(/2017年 .*＞2,700亿元，下限.*引述/);
    // At 2020 two publishers have a figure: the reader's own comes first.
    expect(heard[3]).toMatch(/^2020年 新思界.* 前瞻/);
    expect(heard[4]).toMatch(/^2020年 前瞻.* 新思界/);
    expect(problems).toEqual([]);
  });

  test('a cross line and a ring stand at the point, and Enter holds them against the pointer until Escape', async () => {
    const { page } = await openPage('index.html');
    await settle(page);
    const group = page.locator(TREND_PICTURE);
    await group.focus();
    await page.waitForSelector(TREND_LIVE);
    await group.press('Home');
    const ring = page.locator(`${TREND_PICTURE} .cursor-ring`);
    const line = page.locator(`${TREND_PICTURE} .cursor-down`);
    const [ringBox, lineBox] = [await ring.boundingBox(), await line.boundingBox()];
    if (!ringBox || !lineBox) throw new Error('the cursor is not to be seen');
    expect(Math.abs(ringBox.x + ringBox.width / 2 - lineBox.x)).toBeLessThan(2);
    await group.press('Enter');
    const tip = page.locator(`${TREND_PICTURE} .chart-tip`);
    const held = await tip.innerText();
    expect(held).toContain('已固定');
    await page.locator(`${TREND_PICTURE} .live`).hover({ position: { x: 500, y: 100 } });
    await page.locator('h1').hover();
    expect(await tip.innerText()).toBe(held);
    await group.press('Escape');
    expect(await tip.isVisible()).toBe(false);
  });

  test('on a phone the list is walked, row by row', async () => {
    const { page, problems } = await openPage('index.html', { viewport: { width: 390, height: 800 } });
    await settle(page);
    const group = page.locator(TREND_PICTURE);
    await group.focus();
    await page.waitForSelector(TREND_LIVE);
    await group.press('End');
    expect(await page.locator(`${TREND_PICTURE} .is-current`).innerText()).toContain('2026年');
    expect(problems).toEqual([]);
  });
});

describe('figures worked out of the published ones', () => {
  const INDICATOR_PAGE = 'indicator/internet-users-cnnic.html';
  const heading = (page: Page) => page.locator('figure[data-figure="trend"] figcaption').innerText();

  test('a choice changes sentence, picture, legend and table at once, stands in the address, and Back takes it back', async () => {
    const { page, problems, violations } = await openPage(INDICATOR_PAGE, { csp: true });
    await page.locator(TREND_PICTURE).hover();
    await page.waitForSelector(TREND_LIVE);
    const before = { heading: await heading(page), picture: await page.locator('.live-picture').innerHTML(), marks: await page.locator(`${TREND} .marks`).innerText() };
    await page.locator('select[name="transform"]').selectOption('index');
    await expect.poll(() => page.url()).toContain('?transform=index');
    await expect.poll(() => heading(page)).toContain('=100');
    expect(await page.locator('.live-picture').innerHTML()).not.toBe(before.picture);
    expect(await page.locator(`${TREND} .marks`).innerText()).toBe('推算');
    expect(await page.locator(`${TREND} table tbody`).first().textContent()).toContain('100');
    await page.goBack();
    await expect.poll(() => heading(page)).toBe(before.heading);
    expect(await page.locator('.live-picture').innerHTML()).toBe(before.picture);
    expect([problems, violations]).toEqual([[], []]);
  });

  test('an address with a choice shows it at once', async () => {
    const { page, problems } = await openPage(`en/${INDICATOR_PAGE}?transform=index&base=2018-12`);
    await page.waitForSelector(TREND_LIVE);
    await expect.poll(() => heading(page)).toContain('Dec 2018');
    expect(await page.locator('select[name="transform"]').inputValue()).toBe('index');
    expect(await page.locator('select[name="base"]').inputValue()).toBe('2018-12');
    expect(problems).toEqual([]);
  });

  test.each([
    { says: 'no such transform', search: '?transform=%3Cscript%3Ealert(1)%3C/script%3E', told: '<script>alert(1)</script>' },
    { says: 'a base that has no figure', search: '?transform=index&base=1066', told: 'base=1066' },
    { says: 'a base that nothing asks for', search: '?base=2018-12', told: 'base=2018-12' },
  ])('$says falls back and is told', async ({ search, told }) => {
    const { page, problems, dialogs } = await openPage(INDICATOR_PAGE + search);
    await page.waitForSelector(TREND_LIVE);
    await expect.poll(() => page.locator(`${TREND} .message[role="status"]`).filter({ visible: true }).first().innerText()).toContain(told);
    expect(await page.locator(`${TREND_PICTURE} .live-picture svg`).count()).toBe(1);
    expect([problems, dialogs]).toEqual([[], []]);
  });

  test('a transform that can’t be had says why, and the published picture stays', async () => {
    const { page } = await openPage(INDICATOR_PAGE);
    const published = await heading(page);
    await page.locator(TREND_PICTURE).hover();
    await page.waitForSelector(TREND_LIVE);
    const picture = await page.locator('.live-picture').innerHTML();
    await page.locator('select[name="transform"]').selectOption('perHead');
    await expect.poll(() => page.locator(`${TREND} .message[role="status"]`).filter({ visible: true }).first().innerText()).toMatch(/\S/);
    expect(await heading(page)).toBe(published);
    expect(await page.locator('.live-picture').innerHTML()).toBe(picture);
  });
});
