import { expect, test } from 'vitest';
import { useBrowser } from '../support/browser.ts';

const openPage = useBrowser();
const LANGUAGES = ['', 'en/'] as const;

// 1263: a window of 1280 with a scroll bar.
test.each([1263, 1280, 1440, 1920].flatMap((width) => LANGUAGES.map((lang) => ({ width, path: `${lang}index.html` }))))('$path at $width px: name, rooms, search and the other language are on one line', async ({ width, path }) => {
  const { page } = await openPage(path, { viewport: { width, height: 700 } });
  const parts = await page.locator('.head > *, .head .nav > a').evaluateAll((all) => all.map((one) => one.getBoundingClientRect()).map(({ top, bottom, left, right }) => ({ middle: (top + bottom) / 2, left, right })));
  expect(parts.length).toBeGreaterThan(9);
  const middles = parts.map(({ middle }) => middle);
  expect(Math.max(...middles) - Math.min(...middles)).toBeLessThan(6);
  for (const { left, right } of parts) {
    expect(left).toBeGreaterThanOrEqual(0);
    expect(right).toBeLessThanOrEqual(width);
  }
});

test.each(LANGUAGES.flatMap((lang) => [320, 390].map((width) => ({ width, path: `${lang}index.html` }))))('$path at $width px: every room can be seen and hit, and the header leaves half of the screen', async ({ width, path }) => {
  const { page } = await openPage(path, { viewport: { width, height: 700 } });
  const links = await page.locator('.head .nav > a').evaluateAll((all) => all.map((one) => one.getBoundingClientRect()).map(({ height, left, right }) => ({ height, left, right })));
  for (const { height, left, right } of links) {
    expect(height).toBeGreaterThanOrEqual(43.9);
    expect(left).toBeGreaterThanOrEqual(0);
    expect(right).toBeLessThanOrEqual(width);
  }
  expect((await page.locator('.head').boundingBox())?.height).toBeLessThan(350);
});
