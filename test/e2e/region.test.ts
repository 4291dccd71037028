import { describe, expect, test } from 'vitest';
import { axeFinds } from '../support/axe.ts';
import { useBrowser } from '../support/browser.ts';

const openPage = useBrowser();
const PHONE = { width: 390, height: 844 };
const ROWS = '.region-table tbody tr[data-indicator]';
const HEADLINE = '[data-headline]';

describe.each([
  { path: 'region/440000.html', name: '广东省', says: '第3，共31' },
  { path: 'en/region/440000.html', name: 'Guangdong', says: 'place 3 of 31' },
])('$path without JavaScript', ({ path, name, says }) => {
  test('says where the region stands, and holds its table, its trends and its group', async () => {
    const { page, problems } = await openPage(path, { javaScript: false });
    expect(await page.locator('h1').textContent()).toBe(name);
    expect(await page.locator(HEADLINE).innerText()).toContain(says);
    expect(await page.locator(ROWS).count()).toBeGreaterThan(15);
    expect(await page.locator('.region-trend').count()).toBe(3);
    expect(await page.locator('.group-bars li').count()).toBe(10);
    expect(problems).toEqual([]);
  });

  test('its description is its headline', async () => {
    const { page } = await openPage(path, { javaScript: false });
    expect(await page.locator('meta[name="description"]').getAttribute('content')).toBe(await page.locator(HEADLINE).innerText());
  });
});

test('a row is read as one: name, period, value, place of n, its group, the median', async () => {
  const { page } = await openPage('region/440000.html');
  const tree = await page.locator(`${ROWS}[data-indicator="internet-penetration"]`).ariaSnapshot();
  expect(tree).toMatch(/rowheader "互联网普及率"/);
  for (const cell of ['2016年', '74.0%', '3 / 31', '3 / 10', '51.6', '2011年60.4% → 2016年74.0%']) expect(tree).toContain(cell);
});

test('on a phone a row is a block, and still a row of a table', async () => {
  const { page } = await openPage('region/540000.html', { viewport: PHONE });
  const row = page.locator(`${ROWS}[data-indicator="population"]`);
  expect(await row.ariaSnapshot()).toMatch(/rowheader "年末常住人口"/);
  const box = await row.boundingBox();
  const strip = await row.locator('.region-strip').boundingBox();
  expect(strip?.width).toBeGreaterThan((box?.width ?? 0) * 0.95);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
});

test('a tile leads to its region, and the region’s own is marked', async () => {
  const { page } = await openPage('region/440000.html');
  expect(await page.locator('.locator [aria-current="page"]').getAttribute('aria-label')).toBe('广东');
  await page.locator('.locator a[aria-label="西藏"]').click();
  await page.waitForURL(/region\/540000\.html$/);
  expect(await page.locator('h1').textContent()).toBe('西藏自治区');
});

test('by keyboard a tile shows its focus', async () => {
  const { page } = await openPage('regions.html');
  await page.locator('.locator a').first().focus();
  await page.keyboard.press('Tab');
  const width = await page.locator('.locator a:focus-visible rect').evaluate((rect) => getComputedStyle(rect).strokeWidth);
  expect(parseFloat(width)).toBeGreaterThanOrEqual(3);
});

test('every number of a source leads to that source', async () => {
  const { page } = await openPage('region/660000.html');
  const missing = await page.locator('.source-numbers a').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? '').filter((href) => document.getElementById(href.slice(1)) === null));
  expect(missing).toEqual([]);
  await page.locator('.cell-source a').first().click();
  expect(await page.locator('#sources :target').count()).toBe(1);
});

test.each(['710000', '810000', '820000'])('%s says that it is outside the surveys, with no table and no place', async (id) => {
  const { page } = await openPage(`region/${id}.html`);
  expect(await page.locator(HEADLINE).innerText()).toContain('未纳入');
  expect(await page.locator(ROWS).count()).toBe(0);
  expect(await page.locator('#absent').innerText()).toContain('未纳入调查');
  expect(await page.locator('main').innerText()).not.toMatch(/第\d+，共\d+|\d+ \/ 3[12]/);
});

test('the page of the country has the survey, its parts, national figures and all regions', async () => {
  const { page, problems } = await openPage('region/100000.html');
  expect(await page.locator('#world h2').innerText()).toContain('第35位，共193');
  expect(await page.locator('#world-parts dt').count()).toBe(4);
  expect(await page.locator('#nation dt a').count()).toBeGreaterThan(100);
  expect(await page.locator('#regions li a').count()).toBe(35);
  await page.locator('#world [data-island="cursor"]').hover();
  expect(problems).toEqual([]);
});

// Guangdong, the country and the list of all are read by everyPage.test.ts.
test.each(['region/660000.html', 'region/710000.html', 'en/region/440000.html'])('axe finds nothing on %s, light or dark, and nothing runs out at 320 px', async (path) => {
  const { page } = await openPage(path);
  await page.locator('main details').evaluateAll((all) => {
    for (const details of all) details.setAttribute('open', '');
  });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await axeFinds(page, colorScheme === 'dark' ? { colours: 'only' } : {}), colorScheme).toEqual([]);
  }
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

test.each([
  { path: 'region/440000.html', own: '广东', median: '中位数' },
  { path: 'en/region/440000.html', own: 'Guangdong', median: 'Median' },
])('$path: a trend is walked along in time, from its own line to the median and back, and Enter leads to the indicator', async ({ path, own, median }) => {
  const { page, problems } = await openPage(path);
  const area = page.locator('figure[data-figure="trend-internet-penetration"] .cursor-area');
  await area.focus();
  await page.waitForSelector('figure[data-figure="trend-internet-penetration"] [data-island="cursor"][data-state="live"]');
  const tip = area.locator('.cursor-tip');
  const said: string[] = [];
  await page.keyboard.press('ArrowRight');
  for (const key of ['End', 'PageDown', 'ArrowLeft', 'PageUp', 'Home']) {
    await page.keyboard.press(key);
    said.push(await tip.innerText());
  }
  expect(said[0]).toContain('74.0%');
  expect(said[0]).toContain('2016');
  expect(said[0]).toContain(own);
  expect(said[1]).toContain(median);
  expect(said[1]).toContain('51.6%');
  expect(said[2]).toContain('2015');
  expect(said[3]).toContain(own);
  expect(said[3]).toContain('2015');
  expect(await area.getAttribute('aria-label')).toContain('74.0%');
  await page.keyboard.press('Enter');
  await page.waitForURL(/indicator\/internet-penetration\.html/);
  expect(problems).toEqual([]);
});
