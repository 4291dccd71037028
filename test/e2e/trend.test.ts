import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { differingShare, shiftSoFar, watchShifts } from '../support/pictures.ts';
import { isChartLibrary } from '../support/size.mjs';
import { staticServer } from '../support/staticServer.ts';
import { TREND, TREND_FIGURE, TREND_LIVE } from './selectors.ts';

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
    { says: 'the focus', use: (page: Page) => page.locator(`${TREND} [tabindex="0"]`).focus() },
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
    { width: 700, colorScheme: 'light' },
    { width: 1000, colorScheme: 'light' },
    { width: 1280, colorScheme: 'light' },
    { width: 1280, colorScheme: 'dark' },
    { width: 1920, colorScheme: 'light' },
    { width: 2560, colorScheme: 'light' },
  ] as const)('at $width px, $colorScheme, the live chart looks like the drawn one', async ({ width, colorScheme }) => {
    const { page } = await openPage('index.html', { colorScheme, viewport: { width, height: 1080 } });
    await settle(page);
    const island = page.locator(TREND);
    const before = await island.screenshot();
    await island.dispatchEvent('pointerenter');
    await page.waitForSelector(TREND_LIVE);
    await page.waitForTimeout(300);
    expect(await differingShare(page, before, await island.screenshot())).toBeLessThan(0.01);
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
    const island = page.locator(TREND);
    await island.hover();
    await page.waitForSelector(TREND_LIVE);
    const box = await island.boundingBox();
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
    const group = page.locator(`${TREND} [tabindex="0"]`);
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
      const drawn = await island.locator('svg').filter({ visible: true }).innerHTML();
      await island.hover();
      await expect.poll(() => server.requests.filter(({ status }) => status === 0).length).toBeGreaterThan(0);
      await expect.poll(() => page.locator(TREND_FIGURE).innerText()).toContain('互动图没有取到');
      expect(await island.locator('svg').filter({ visible: true }).innerHTML()).toBe(drawn);
      expect(await page.locator(TREND_LIVE).count()).toBe(0);

      server.fail(undefined);
      await page.mouse.move(0, 0);
      await island.hover();
      await page.waitForSelector(TREND_LIVE);
      expect(await page.locator(TREND_FIGURE).innerText()).not.toContain('互动图没有取到');
    } finally {
      await server.close();
    }
  });
});
