import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { ALL_PAGES, ISLANDS, isLive } from './selectors.ts';

const openPage = useBrowser();
const site = inject('site');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

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

describe.each(ALL_PAGES)('%s', (path) => {
  test('asks nobody else, keeps nothing, and the console is clean', async () => {
    const { page, problems, requests, dialogs } = await openPage(path);
    await useAll(page);
    await page.waitForLoadState('networkidle');
    expect(requests.filter((address) => !address.startsWith(site.root))).toEqual([]);
    expect(await page.context().cookies()).toEqual([]);
    expect(problems).toEqual([]);
    expect(dialogs).toEqual([]);
  });

  test('needs nothing that default-src ‘self’ refuses, before and after use, with no storage', async () => {
    const { page, violations, problems } = await openPage(path, { csp: true, hasStorage: false });
    expect(violations).toEqual([]);
    await useAll(page);
    expect(violations).toEqual([]);
    expect(problems).toEqual([]);
  });

  test.each([320, 3840])('at %i px nothing runs out of the page', async (width) => {
    const { page } = await openPage(path, { viewport: { width, height: width === 320 ? 640 : 2160 } });
    await useAll(page);
    const sticksOut = await page.evaluate(() => {
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
    expect(sticksOut).toEqual([]);
  });

  test('axe finds nothing, light or dark', async () => {
    const { page } = await openPage(path);
    await useAll(page);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
      const told = violations.map(({ id, nodes }) => `${id} (${nodes.length}): ${nodes.slice(0, 4).map((node) => `${node.target.join(' ')} ${node.failureSummary?.split('\n').at(1)?.trim() ?? ''}`).join(' | ')}`);
      expect(told, colorScheme).toEqual([]);
    }
  });
});
