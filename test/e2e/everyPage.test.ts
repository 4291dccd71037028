import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { axeFinds } from '../support/axe.ts';
import { DESKTOP, useBrowser } from '../support/browser.ts';
import { ALL_PAGES, ISLANDS, isLive } from './selectors.ts';

const openPage = useBrowser();
const site = inject('site');

/** Everything on the page that can come alive is touched and comes alive, and what is folded is open. */
async function useAll(page: Page): Promise<void> {
  const islands = await page.locator(ISLANDS).all();
  for (const island of islands) {
    await island.scrollIntoViewIfNeeded();
    await island.hover();
    await expect.poll(() => island.evaluate(isLive), { timeout: 10_000 }).toBe(true);
  }
  await page.locator('details').evaluateAll((all) => {
    for (const details of all) details.setAttribute('open', '');
  });
}

/** What reaches beyond the right edge of the window and is in no box that scrolls. */
const sticksOut = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const limit = document.documentElement.clientWidth;
    const isScrolled = (element: Element): boolean => {
      for (let outer = element.parentElement; outer !== null; outer = outer.parentElement) {
        if (getComputedStyle(outer).overflowX !== 'visible' && outer.getBoundingClientRect().right <= limit + 1) return true;
      }
      return false;
    };
    const names = [...document.body.querySelectorAll('*')]
      .filter((element) => element.getBoundingClientRect().right > limit + 1 && !isScrolled(element))
      .map((element) => `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} to ${Math.round(element.getBoundingClientRect().right)}`);
    return document.documentElement.scrollWidth > limit ? names.slice(0, 8).concat(`page ${document.documentElement.scrollWidth} > ${limit}`) : [];
  });

// Each page is opened and used once, for all of this: half of these tests' time is waiting for pages.
test.each(ALL_PAGES)('%s asks nobody else, keeps nothing, needs nothing that default-src ‘self’ refuses, with no storage; at 320 and at 3840 px nothing runs out of it; axe finds nothing, light or dark', async (path) => {
  const { page, problems, violations, requests, dialogs } = await openPage(path, { csp: true, hasStorage: false, viewport: { width: 320, height: 640 } });
  expect(violations).toEqual([]);
  await useAll(page);
  await page.waitForLoadState('networkidle');
  expect(requests.filter((address) => !address.startsWith(site.strict))).toEqual([]);
  expect(await page.context().cookies()).toEqual([]);

  expect(await sticksOut(page)).toEqual([]);
  await page.setViewportSize({ width: 3840, height: 2160 });
  expect(await sticksOut(page)).toEqual([]);

  await page.setViewportSize(DESKTOP);
  // Colours are those of the Chinese page in English too, and nothing but colours changes in the dark.
  const isEnglish = path.startsWith('en/');
  expect(await axeFinds(page, isEnglish ? { colours: 'leftOut' } : {})).toEqual([]);
  if (!isEnglish) {
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await axeFinds(page, { colours: 'only' })).toEqual([]);
  }
  expect(violations).toEqual([]);
  expect(problems).toEqual([]);
  expect(dialogs).toEqual([]);
});
