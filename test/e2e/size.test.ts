import path from 'node:path';
import { expect, inject, test } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { brotliBytes, isChartLibrary, pageTypes, sizeOf } from '../support/size.mjs';
import { TREND, TREND_LIVE } from './selectors.ts';

const openPage = useBrowser();
const { dist, root } = inject('site');

/** Brotli-11 bytes, kB = 1000 bytes. */
const LIMITS = { dashboardHtmlAndCss: 70_000, firstScripts: 30_000, chartLibrary: 170_000 };

const scriptBytes = (requests: readonly string[]): number =>
  requests
    .filter((address) => address.startsWith(root) && new URL(address).pathname.endsWith('.js'))
    .reduce((sum, address) => sum + brotliBytes(path.join(dist, new URL(address).pathname)), 0);

test.each(pageTypes(dist))('$page: first scripts are within 30 kB', ({ page }) => {
  const { js } = sizeOf(dist, page);
  expect(js).toBeGreaterThan(0);
  expect(js).toBeLessThanOrEqual(LIMITS.firstScripts);
});

test.each(['index.html', 'en/index.html'])('%s: HTML and CSS are within 70 kB', (page) => {
  const { html, css } = sizeOf(dist, page);
  expect(css).toBeGreaterThan(0);
  expect(html + css).toBeLessThanOrEqual(LIMITS.dashboardHtmlAndCss);
});

test.each(['index.html', 'en/index.html'])('%s: what the browser fetches of scripts before anything is used is within 30 kB; a used chart brings one file within 170 kB', async (file) => {
  const { page, requests } = await openPage(file);
  await page.waitForLoadState('networkidle');
  const first = scriptBytes(requests);
  expect(first).toBeGreaterThan(0);
  expect(first).toBeLessThanOrEqual(LIMITS.firstScripts);

  await page.locator(TREND).scrollIntoViewIfNeeded();
  await page.waitForLoadState('networkidle');
  const beforeUse = requests.length;
  await page.locator(TREND).hover();
  await page.waitForSelector(TREND_LIVE);
  const libraries = requests.slice(beforeUse).filter((address) => address.endsWith('.js')).map((address) => path.join(dist, new URL(address).pathname)).filter(isChartLibrary);
  expect(libraries).toHaveLength(1);
  for (const library of libraries) expect(brotliBytes(library)).toBeLessThanOrEqual(LIMITS.chartLibrary);
});

test('one page of each type is measured in both languages', () => {
  expect(pageTypes(dist)).toHaveLength(18);
});
