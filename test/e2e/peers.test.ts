import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useBrowser } from '../support/browser.ts';

const openPage = useBrowser();
const ISLAND = '[data-island="ranking"]';
const PEERS = 'figure[data-figure="peers"]';

async function openPeers(search = '?region=440000', wish: Parameters<typeof openPage>[1] = {}, path = 'ranking.html') {
  const opened = await openPage(`${path}${search}`, wish);
  await opened.page.waitForSelector(`${ISLAND}[data-state="live"]`);
  return opened;
}
const query = (page: Page): URLSearchParams => new URL(page.url()).searchParams;
const control = (page: Page, name: string): Locator => page.locator(`${PEERS} .controls [name="${name}"]`);
const feature = (page: Page, name: string): Locator => page.locator(`${PEERS} input[name="features"][value="${name}"]`);
const rowIds = (page: Page): Promise<string[]> => page.locator(`${PEERS} .peers-list > li[data-region]`).evaluateAll((rows) => rows.map((row) => row.getAttribute('data-region') ?? ''));
const sentence = (page: Page): Promise<string> => page.locator(`${PEERS} figcaption h2`).innerText();
const messages = (page: Page): Locator => page.locator(`${PEERS} p.message[role="status"]`);

describe('who is compared', () => {
  test('before a province is chosen nothing is claimed; then its nearest five, and the choice is the page’s', async () => {
    const { page, problems } = await openPeers('?sort=rank&region=');
    expect(await page.locator(`${PEERS} .peers-list`).count()).toBe(0);
    await control(page, 'peers-region').selectOption('440000');
    await expect.poll(() => rowIds(page).then((ids) => ids.length)).toBe(6);
    expect((await rowIds(page))[0]).toBe('440000');
    expect(query(page).get('region')).toBe('440000');
    expect(await page.locator('.region-card').getAttribute('data-region')).toBe('440000');
    expect(problems).toEqual([]);
  });

  test('the kind is in the address, Back undoes it, and distances come with every kind', async () => {
    const { page } = await openPeers();
    const nearest = await rowIds(page);
    await control(page, 'peers').selectOption('group');
    await expect.poll(() => query(page).get('peers')).toBe('group');
    expect(await rowIds(page)).toHaveLength(10);
    await control(page, 'peers').selectOption('neighbours');
    await expect.poll(() => rowIds(page).then((ids) => [...ids].sort())).toEqual(['350000', '360000', '430000', '440000', '450000']);
    const distances = await page.locator(`${PEERS} .peers-list > li[data-region] .peers-distance`).allInnerTexts();
    const far = distances.slice(1).map((text) => Number(text.replace(/^.*?(?=\d)/s, '')));
    expect(far).toEqual([...far].sort((one, other) => one - other));
    await page.goBack();
    await expect.poll(() => control(page, 'peers').inputValue()).toBe('group');
    await page.goBack();
    await expect.poll(() => rowIds(page)).toEqual(nearest);
    expect(query(page).has('peers')).toBe(false);
  });

  test('how many, and by which features; the last feature can’t be taken away', async () => {
    const { page } = await openPeers();
    await control(page, 'nearest').selectOption('3');
    await expect.poll(() => rowIds(page).then((ids) => ids.length)).toBe(4);
    expect(query(page).get('nearest')).toBe('3');
    for (const name of ['population', 'gdp-per-head', 'budget-per-head']) await feature(page, name).uncheck();
    await expect.poll(() => query(page).get('features')).toBe('internet-penetration');
    expect(await feature(page, 'internet-penetration').isDisabled()).toBe(true);
    expect(await page.locator(`${PEERS} .peers-list > li[data-region] .peers-values li`).count()).toBe(4);
    await control(page, 'nearest').selectOption('5');
    await expect.poll(() => query(page).has('nearest')).toBe(false);
    const shared = page.url();
    const again = await openPeers(new URL(shared).search);
    expect(await rowIds(again.page)).toEqual(await rowIds(page));
    expect(await sentence(again.page)).toBe(await sentence(page));
  });

  test('a group by hand begins with those shown; one is added and one removed, at most eight', async () => {
    const { page } = await openPeers('?region=440000&nearest=2');
    const begun = (await rowIds(page)).slice(1);
    await control(page, 'peers').selectOption('own');
    await expect.poll(() => query(page).get('peers')?.split('.').sort()).toEqual([...begun].sort());
    await control(page, 'add-region').selectOption('540000');
    await expect.poll(() => rowIds(page).then((ids) => ids.includes('540000'))).toBe(true);
    expect(query(page).get('peers')?.split('.')).toContain('540000');
    expect(await sentence(page)).toContain('西藏');
    await page.locator(`${PEERS} .controls button[aria-label="去掉西藏"]`).click();
    await expect.poll(() => query(page).get('peers')?.split('.').sort()).toEqual([...begun].sort());
  });

  test.each([
    { says: 'what is no choice', search: '&peers=friends&nearest=99&features=height', told: ['peers=friends', 'nearest=99', 'features=height'] },
    { says: 'the province as its own peer', search: '&peers=440000', told: ['peers=440000'] },
    { says: 'a tag', search: `&peers=${encodeURIComponent('<img src=x onerror=alert(1)>')}`, told: ['<img src=x'] },
  ])('a hostile address is told and falls back: $says', async ({ search, told }) => {
    const { page, problems, dialogs } = await openPeers(`?region=440000${search}`);
    await expect.poll(() => messages(page).count()).toBe(told.length);
    const texts = await messages(page).allInnerTexts();
    told.forEach((part, index) => expect(texts[index]).toContain(part));
    expect(await rowIds(page)).toHaveLength(6);
    expect([problems, dialogs]).toEqual([[], []]);
  });
});

test.each([
  { path: 'ranking.html', self: '本省', distance: '距离 ' },
  { path: 'en/ranking.html', self: 'this one', distance: 'Distance ' },
])('$path: by keys from province to province along the axis, and what is said is all that the row shows', async ({ path, self, distance }) => {
  const { page, problems } = await openPeers('?region=440000', {}, path);
  const area = page.locator(`${PEERS} [data-cursor="list"]`);
  await area.focus();
  await page.keyboard.press('ArrowDown');
  const tip = page.locator(`${PEERS} .cursor-tip`);
  const spoken = area.locator(':scope > [aria-live="polite"]');
  expect(await tip.innerText()).toContain(self);
  expect(await tip.innerText()).toContain('74.0%');
  const rows = page.locator(`${PEERS} .peers-list > li[data-region]`);
  for (let index = 1; index < 6; index += 1) {
    await page.keyboard.press('ArrowDown');
    const told = await tip.innerText();
    expect(await spoken.textContent()).toBe(told);
    expect(told).toContain(await rows.nth(index).locator('.peers-name').innerText());
    expect(told).toContain(distance + (await rows.nth(index).locator('.peers-distance').innerText()).replace(/^.*?(?=\d)/s, ''));
    for (const text of await rows.nth(index).locator('.peers-places b').allInnerTexts()) expect(told).toContain(text);
  }
  await page.keyboard.press('Home');
  expect(await tip.innerText()).toContain(self);
  expect(problems).toEqual([]);
});

test('a province without one of the features is said to be comparable with nobody, and under a strict policy nothing is refused', async () => {
  const { page, violations, problems } = await openPeers('?region=660000', { csp: true });
  expect(await page.locator(`${PEERS} .peers-list > li[data-region]`).count()).toBe(1);
  expect(await sentence(page)).toContain('缺少所选的特征');
  expect([violations, problems]).toEqual([[], []]);
});
