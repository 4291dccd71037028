import { describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { useBrowser } from '../support/browser.ts';

const openPage = useBrowser();

const FILTER = '[data-island="filter"]';
const LIVE = `${FILTER}[data-state="live"]`;
const shown = (page: Page) => page.locator('[data-item]').filter({ visible: true });
const count = (page: Page) => page.locator(`${FILTER} [data-count]`);
const told = (page: Page) => page.locator(`${FILTER} [data-refused]`).filter({ visible: true });
const choose = (page: Page, key: string, value: string) => page.locator(`${FILTER} select[name="${key}"]`).selectOption(value);

describe.each([
  { path: 'claims.html', all: '共47条', of: (k: number) => `47条中${k}条` },
  { path: 'en/claims.html', all: '47 in all', of: (k: number) => `${k} of 47` },
])('$path', ({ path, all, of }) => {
  test('without JavaScript every claim stands there, with its value, its verdict and its figures, and no dead control', async () => {
    const { page, problems } = await openPage(path, { javaScript: false });
    expect(await shown(page).count()).toBe(47);
    expect(await page.locator('[data-item] .claim-value b').filter({ hasText: /\d/ }).count()).toBe(47);
    expect(await page.locator('[data-item] .verdict b').filter({ hasText: /./ }).count()).toBe(47);
    expect(await page.locator('#egov-market-size .figure-lines b').filter({ hasText: /\d/ }).count()).toBeGreaterThanOrEqual(2);
    expect(await page.locator(FILTER).isVisible()).toBe(false);
    expect(problems).toEqual([]);
  });

  test('its index has a line for each claim with the value of its entry, and leads there from a filtered list too', async () => {
    const { page, problems } = await openPage(`${path}?forum=wuzhen`);
    const lines = await page.locator('.claim-index li a').evaluateAll((all) => all.map((one) => ({ id: one.getAttribute('href')?.split('#')[1] ?? '', value: one.querySelector('b')?.textContent ?? '', marks: one.querySelectorAll('.verdict-mark').length })));
    expect(lines).toHaveLength(47);
    const entries = await page.locator('[data-item]').evaluateAll((all) => Object.fromEntries(all.map((one) => [one.id, one.querySelector('.claim-value b')?.textContent ?? ''])));
    expect(Object.fromEntries(lines.map(({ id, value }) => [id, value]))).toEqual(entries);
    expect(lines.every(({ marks }) => marks === 1)).toBe(true);
    const hidden = await page.locator('[data-item][data-forum="fuzhou"]').first().getAttribute('id');
    await page.locator(`.claim-index a[href$="#${hidden}"]`).click();
    await expect.poll(() => page.locator(`[id="${hidden}"]`).isVisible()).toBe(true);
    expect(new URL(page.url()).search).toBe('');
    expect(problems).toEqual([]);
  });

  test('a choice hides the others, says how many, and is in the address; Back undoes it', async () => {
    const { page, problems } = await openPage(path);
    expect(await count(page).innerText()).toBe(all);
    await choose(page, 'forum', 'fuzhou');
    await expect.poll(() => shown(page).count()).toBe(16);
    await expect.poll(() => count(page).innerText()).toBe(of(16));
    expect(new URL(page.url()).search).toBe('?forum=fuzhou');
    await choose(page, 'theme', 'market');
    await expect.poll(() => shown(page).count()).toBe(5);
    expect(new URL(page.url()).search).toBe('?theme=market&forum=fuzhou');
    expect(await page.locator('[data-group]').filter({ visible: true }).count()).toBe(1);
    await page.goBack();
    await expect.poll(() => count(page).innerText()).toBe(of(16));
    await page.locator(`${FILTER} button[name="reset"]`).click();
    await expect.poll(() => shown(page).count()).toBe(47);
    expect(new URL(page.url()).search).toBe('');
    expect(await count(page).innerText()).toBe(all);
    expect(problems).toEqual([]);
  });

  test('each group of verdicts in the bar leads to as many claims as it says', async () => {
    const { page } = await openPage(path);
    const groups = await page.locator('.verdict-bar a').evaluateAll((links) => links.map((link) => ({ href: link.getAttribute('href') ?? '', count: Number(link.querySelector('b')?.textContent) })));
    expect(groups.reduce((sum, one) => sum + one.count, 0)).toBe(47);
    const address = page.url();
    for (const { href, count: wanted } of groups) {
      await page.goto(new URL(href, address).href);
      await page.waitForSelector(LIVE);
      expect(await shown(page).count()).toBe(wanted);
      expect(await count(page).innerText()).toBe(of(wanted));
    }
  });

  test('words are looked for in all of an entry, while they are typed', async () => {
    const { page } = await openPage(path);
    const search = page.locator(`${FILTER} input[name="q"]`);
    await search.click();
    await page.waitForSelector(LIVE);
    await search.pressSequentially('2,700');
    await expect.poll(() => shown(page).evaluateAll((items) => items.map(({ id }) => id))).toEqual(path.startsWith('en') ? [] : ['egov-market-size']);
    await search.fill(path.startsWith('en') ? 'DU QIAN  judges' : '杜前 法官');
    await expect.poll(() => shown(page).evaluateAll((items) => items.map(({ id }) => id))).toContain('judges-needed');
    expect(new URL(page.url()).searchParams.get('q')).toMatch(path.startsWith('en') ? /DU QIAN/ : /杜前/);
    await search.fill('no such toy');
    await expect.poll(() => count(page).innerText()).toBe(of(0));
    await search.fill('');
    await expect.poll(() => count(page).innerText()).toBe(all);
    expect(new URL(page.url()).search).toBe('');
  });

  test('a shared address opens as it was chosen, and other people’s words in it stay', async () => {
    const { page } = await openPage(`${path}?forum=wuzhen&verdict=differs&utm_source=toys`);
    await page.waitForSelector(LIVE);
    expect(await shown(page).count()).toBe(1);
    expect(await page.locator(`${FILTER} select[name="verdict"]`).inputValue()).toBe('differs');
    await choose(page, 'verdict', '');
    await expect.poll(() => new URL(page.url()).search).toBe('?forum=wuzhen&utm_source=toys');
    expect(await told(page).count()).toBe(0);
  });

  test.each([
    { says: 'markup', query: `verdict=${encodeURIComponent('<img src=x onerror=alert(1)>')}`, key: 'verdict' },
    { says: 'a built-in name', query: 'theme=__proto__', key: 'theme' },
    { says: 'a forum that never was', query: 'forum=toyland', key: 'forum' },
    { says: 'overlong words', query: `q=${'a'.repeat(5000)}`, key: 'q' },
  ])('$says falls back to all, and that is told', async ({ query, key }) => {
    const { page, problems, dialogs } = await openPage(`${path}?${query}`);
    await expect.poll(() => told(page).count()).toBe(1);
    const said = await told(page).innerText();
    expect(said).toContain(`${key}=`);
    expect(said.length).toBeLessThan(200);
    expect(await shown(page).count()).toBe(47);
    expect(await page.locator('img').count()).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(true);
    expect(dialogs).toEqual([]);
    expect(problems).toEqual([]);
  });
});

test('an indicator’s claims lead to their entries, and those back to it', async () => {
  const { page } = await openPage('indicator/egov-market-size.html');
  const links = await page.locator('a[href*="claims.html#"]').evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  expect(links).toContain('../claims.html#egov-market-size');
  await page.goto(new URL('../claims.html#egov-market-size', page.url()).href);
  expect(await page.locator('#egov-market-size .figure-lines a').first().getAttribute('href')).toBe('./indicator/egov-market-size.html');
});

test('on paper every claim is whole: its three parts, on one sheet, and nothing to press', async () => {
  const { page } = await openPage('claims.html');
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator(FILTER).locator('select').first().isVisible()).toBe(false);
  const cut = await page.locator('.entry').evaluateAll((entries) => entries.filter((entry) => getComputedStyle(entry).breakInside !== 'avoid' || entry.getBoundingClientRect().height > 900).map(({ id }) => id));
  expect(cut).toEqual([]);
});
