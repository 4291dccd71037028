import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { axeFinds } from '../support/axe.ts';
import { useBrowser } from '../support/browser.ts';
import { staticServer } from '../support/staticServer.ts';
import { SEARCH, SEARCH_INPUT, SEARCH_LIST, SEARCH_OPTION } from './selectors.ts';

const openPage = useBrowser();
const { dist } = inject('site');

const active = (page: Page) => page.locator(SEARCH_INPUT).getAttribute('aria-activedescendant');
const names = (page: Page) => page.locator(`${SEARCH_OPTION} .search-name`).allInnerTexts();
const panel = (page: Page) => page.locator(`${SEARCH} .search-panel`);
async function look(page: Page, text: string): Promise<void> {
  await page.locator(SEARCH_INPUT).click();
  await page.keyboard.type(text);
  await page.locator(SEARCH_OPTION).first().waitFor();
}

describe('by keyboard', () => {
  test.each([
    { path: 'index.html', keys: 'gd', to: 'region/440000.html' },
    { path: 'indicator/un-egdi.html', keys: '粤', to: 'region/440000.html' },
    { path: 'en/systems.html', keys: '44', to: 'en/region/440000.html' },
    { path: 'en/indicator/un-egdi.html', keys: 'sgp', to: 'en/indicator/un-egdi.html?regions=SGP' },
    { path: 'story/fewer-doors.html', keys: 'egdi', to: 'indicator/un-egdi.html' },
  ])('from $path “$keys” and Enter lead to $to', async ({ path, keys, to }) => {
    const { page, problems } = await openPage(path);
    const home = new URL('/', page.url()).href;
    await page.keyboard.press('Control+k');
    expect(await page.locator(SEARCH_INPUT).evaluate((input) => input === document.activeElement)).toBe(true);
    await page.keyboard.type(keys);
    await page.locator(SEARCH_OPTION).first().waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(new URL(to, home).href);
    expect(problems).toEqual([]);
  });

  test('a region found has a page of its own, on which its tile is marked', async () => {
    const { page } = await openPage('about.html');
    await look(page, 'guangd');
    await page.keyboard.press('Enter');
    await page.waitForURL(/region\/440000\.html/);
    expect(await page.locator('h1').textContent()).toBe('广东省');
    expect(await page.locator('.locator [aria-current="page"]').getAttribute('aria-label')).toBe('广东');
  });

  test('Down, Up, Home, End, Escape: the focus stays in the box', async () => {
    const { page } = await openPage('index.html');
    await look(page, 'shan');
    const count = await page.locator(SEARCH_OPTION).count();
    expect(count).toBe(8);
    expect(await active(page)).toBeNull();
    await page.keyboard.press('ArrowDown');
    expect(await active(page)).toBe('search-option-0');
    await page.keyboard.press('ArrowUp');
    expect(await active(page)).toBe(`search-option-${count - 1}`);
    await page.keyboard.press('ArrowDown');
    expect(await active(page)).toBe('search-option-0');
    await page.keyboard.press('End');
    expect(await active(page)).toBe(`search-option-${count - 1}`);
    await page.keyboard.press('Home');
    expect(await active(page)).toBe('search-option-0');
    expect(await page.locator(`${SEARCH_OPTION}[aria-selected="true"]`).count()).toBe(1);
    expect(await page.locator(SEARCH_INPUT).evaluate((input) => input === document.activeElement)).toBe(true);
    expect(await page.locator(SEARCH_INPUT).getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('Escape');
    expect(await panel(page).isVisible()).toBe(false);
    expect(await page.locator(SEARCH_INPUT).getAttribute('aria-expanded')).toBe('false');
    expect(await active(page)).toBeNull();
    expect(await page.locator(SEARCH_INPUT).inputValue()).toBe('shan');
    await page.keyboard.press('Escape');
    expect(await page.locator(SEARCH_INPUT).inputValue()).toBe('');
  });

  test('how many there are is shown, and said politely', async () => {
    const { page } = await openPage('index.html');
    await look(page, 'shan');
    const status = page.locator(`${SEARCH} [role="status"]`);
    expect(await status.innerText()).toMatch(/^8项，另有\d+项$/);
    expect(await page.locator(`${SEARCH} .search-count`).innerText()).toBe(await status.innerText());
    await page.locator(SEARCH_INPUT).fill('吉林市');
    await expect.poll(() => status.innerText()).toBe('没有找到');
    expect(await panel(page).innerText()).toContain('没有找到“吉林市”');
  });
});

test('by pointer: what is pressed is opened, and a press elsewhere closes', async () => {
  const { page } = await openPage('index.html');
  await look(page, '网站');
  await page.mouse.click(5, 500);
  expect(await panel(page).isVisible()).toBe(false);
  await page.locator(SEARCH_INPUT).click();
  const second = page.locator(SEARCH_OPTION).nth(1);
  const href = await second.evaluate((link) => (link instanceof HTMLAnchorElement ? link.href : ''));
  await second.click();
  await page.waitForURL(href);
});

test.each([390, 1280])('at %i px every result can be pressed by a thumb, and nothing runs out of the page', async (width) => {
  const { page } = await openPage('index.html', { viewport: { width, height: 844 } });
  await look(page, 'gov');
  for (const box of await page.locator(SEARCH_OPTION).evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height))) expect(box).toBeGreaterThanOrEqual(44);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(true);
  const box = await panel(page).boundingBox();
  expect(box?.x).toBeGreaterThanOrEqual(0);
  if (width === 390) expect(box?.width).toBeGreaterThan(350);
});

test('while an input method composes nothing is searched and Enter is its own', async () => {
  const { page } = await openPage('index.html');
  await look(page, 'gd');
  const before = page.url();
  const input = page.locator(SEARCH_INPUT);
  await input.evaluate((box) => {
    if (!(box instanceof HTMLInputElement)) return;
    box.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
    box.value = 'zhe jiang';
    box.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true }));
    box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, isComposing: true }));
  });
  expect((await names(page))[0]).toBe('广东省');
  expect(page.url()).toBe(before);
  await input.evaluate((box) => {
    if (!(box instanceof HTMLInputElement)) return;
    box.value = '浙江';
    box.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, data: '浙江' }));
  });
  await expect.poll(async () => (await names(page))[0]).toBe('浙江省');
});

test('the index comes once, when the box is first used; after that it works offline', async () => {
  const { page, requests } = await openPage('index.html');
  const asked = () => requests.filter((address) => address.includes('/search/')).length;
  await page.waitForLoadState('networkidle');
  expect(asked()).toBe(0);
  await page.locator(SEARCH_INPUT).click();
  await expect.poll(asked).toBe(1);
  await page.waitForLoadState('networkidle');
  await page.context().setOffline(true);
  await page.keyboard.type('重庆');
  await expect.poll(async () => (await names(page))[0]).toBe('重庆市');
  await page.locator(SEARCH_INPUT).fill('chongq');
  await expect.poll(async () => (await names(page))[0]).toBe('重庆市');
  expect(asked()).toBe(1);
});

test.each([
  { says: 'the line breaks', failure: 'breakOff' as const },
  { says: 'the host answers 503', failure: 503 },
])('$says: a sentence says so, typing goes on, and a second try brings the index', async ({ failure }) => {
  const server = await staticServer({ root: dist });
  try {
    server.fail((asked) => (asked.includes('/search/') ? failure : undefined));
    const { page } = await openPage('index.html', { base: server.address });
    await page.locator(SEARCH_INPUT).click();
    await page.keyboard.type('g');
    await expect.poll(() => panel(page).innerText()).toContain('目录没有取到');
    await page.keyboard.type('d');
    expect(await page.locator(SEARCH_INPUT).inputValue()).toBe('gd');
    expect(await page.locator(SEARCH_OPTION).count()).toBe(0);
    server.fail(undefined);
    await page.locator(`${SEARCH} .search-message button`).click();
    await expect.poll(async () => (await names(page))[0]).toBe('广东省');
    expect(await panel(page).innerText()).not.toContain('目录没有取到');
  } finally {
    await server.close();
  }
});

test.each([
  { says: 'no JSON', body: '<!doctype html>' },
  { says: 'no index', body: '{"version":1,"entries":[{"kind":"page","href":"javascript:alert(1)","keys":[["gd"]],"about":[],"hint":""}]}' },
])('what comes is $says: it is not used', async ({ body }) => {
  const { page, dialogs } = await openPage('index.html');
  await page.route('**/search/zh.json', (route) => route.fulfill({ contentType: 'application/json', body }));
  await page.locator(SEARCH_INPUT).click();
  await page.keyboard.type('gd');
  await expect.poll(() => panel(page).innerText()).toContain('目录读不懂');
  expect(await page.locator(SEARCH_OPTION).count()).toBe(0);
  expect(dialogs).toEqual([]);
});

test('markup that is typed is shown as text', async () => {
  const { page, problems, dialogs } = await openPage('index.html', { csp: true });
  const hostile = '<img src=x onerror=alert(1)>';
  await page.locator(SEARCH_INPUT).fill(hostile);
  await expect.poll(() => panel(page).innerText()).toContain(hostile);
  await page.locator(SEARCH_INPUT).fill('x'.repeat(20_000));
  await expect.poll(() => panel(page).innerText()).toContain('…');
  expect((await panel(page).innerText()).length).toBeLessThan(300);
  expect(await page.locator('img[src="x"]').count()).toBe(0);
  expect([problems, dialogs]).toEqual([[], []]);
});

test.each(['index.html', 'en/indicator/un-egdi.html'])('%s: without a script there is a link to all indicators', async (path) => {
  const { page } = await openPage(path, { javaScript: false });
  expect(await page.locator(SEARCH).isVisible()).toBe(false);
  const link = page.locator('.search-link');
  expect(await link.isVisible()).toBe(true);
  await link.click();
  expect(new URL(page.url()).pathname).toMatch(/indicators\.html$/);
});

test.each(['index.html', 'en/index.html'])('%s: axe finds nothing in the open list, light or dark', async (path) => {
  const { page } = await openPage(path);
  await look(page, 'gov');
  await page.keyboard.press('ArrowDown');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await axeFinds(page, { within: '.search' }), colorScheme).toEqual([]);
  }
  const tree = await page.locator(SEARCH_LIST).ariaSnapshot();
  expect(tree).toMatch(/group/);
  expect(tree).toMatch(/option ".+" \[selected\]/);
});
