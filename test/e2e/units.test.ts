import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { printedValues } from '../support/publishedTable.ts';

const openPage = useBrowser();
const GDP = 'indicator/gdp.html';
const UNITS = '[data-island="units"]';
const SHEET = 'figure[data-figure="units"]';
const STRIP = 'figure[data-figure="strip"]';
const FIVE = ['110000', '310000', '320000', '330000', '440000'];

async function openLive(path: string, wish: Parameters<typeof openPage>[1] = {}) {
  const opened = await openPage(path, wish);
  await opened.page.locator(UNITS).hover({ position: { x: 2, y: 2 } });
  await opened.page.waitForSelector(`${UNITS}[data-state="live"]`);
  return opened;
}
const query = (page: Page): URLSearchParams => new URL(page.url()).searchParams;
const sheet = (page: Page): Locator => page.locator(SHEET);
const button = (page: Page, name: string, value: string): Locator => sheet(page).locator(`button[name="${name}"][value="${value}"]`);
const messages = (page: Page): Locator => sheet(page).locator('[role="status"]');
const tip = (page: Page, figure = SHEET): Locator => page.locator(`${figure} .cursor-tip`);
const lit = (page: Page): Promise<string[]> => sheet(page).locator('.unit.is-chosen').evaluateAll((plots) => plots.map((plot) => plot.getAttribute('data-region') ?? ''));

describe('all regions on one sheet', () => {
  test('every plot ends with the published figure of its last period', async () => {
    const { page, problems } = await openPage('indicator/internet-users-by-province.html');
    const published = printedValues('internet-users-by-province').get('2013') ?? new Map<string, string>();
    expect(published.size).toBe(31);
    for (const [id, value] of published) {
      const shown = await sheet(page).locator(`.unit[data-region="${id}"] .unit-ends span:last-child b`).innerText();
      expect(Number(shown.replaceAll(',', '')), id).toBe(Number(value));
    }
    expect(problems).toEqual([]);
  });

  test('chart, scale and order are in the address, and read back from it', async () => {
    const { page } = await openLive(GDP);
    await button(page, 'scale', 'shared').click();
    await expect.poll(() => query(page).toString()).toBe('scale=shared');
    expect(await button(page, 'scale', 'shared').getAttribute('aria-pressed')).toBe('true');
    await sheet(page).locator('select[name="sort"]').selectOption('value');
    await expect.poll(() => query(page).toString()).toBe('scale=shared&sort=value');
    expect(await sheet(page).locator('.unit').first().getAttribute('data-region')).toBe('440000');
    await button(page, 'chart', 'bump').click();
    await expect.poll(() => query(page).get('chart')).toBe('bump');
    await sheet(page).locator('.bump').waitFor();
    await page.goBack();
    await sheet(page).locator('.units').waitFor();

    const again = await openPage(`${GDP}?scale=shared&sort=value`);
    await again.page.locator(`${UNITS}[data-state="live"]`).waitFor();
    expect(await button(again.page, 'scale', 'shared').getAttribute('aria-pressed')).toBe('true');
    expect(await again.page.locator(`${SHEET} select[name="sort"]`).inputValue()).toBe('value');
  });

  test('five regions are picked by a click on their plots; a sixth is refused in words', async () => {
    const { page, problems } = await openLive(GDP);
    for (const id of FIVE) await sheet(page).locator(`.unit[data-region="${id}"] .unit-name`).click();
    await expect.poll(() => query(page).get('regions')).toBe(FIVE.join('.'));
    expect(await lit(page)).toEqual(FIVE);
    await sheet(page).locator('.unit[data-region="650000"] .unit-name').click();
    await expect.poll(() => messages(page).allInnerTexts()).toEqual(['最多挑出五个地区；先去掉一个，再加别的。']);
    expect(query(page).get('regions')).toBe(FIVE.join('.'));
    await sheet(page).locator('button[name="remove-region"][value="110000"]').click();
    await expect.poll(() => query(page).get('regions')).toBe(FIVE.slice(1).join('.'));
    await sheet(page).locator('select[name="add-region"]').selectOption('650000');
    await expect.poll(() => lit(page)).toEqual([...FIVE.slice(1), '650000']);
    expect(problems).toEqual([]);
  });

  test('a click before the sheet is alive is not lost', async () => {
    const { page } = await openPage(GDP);
    await sheet(page).locator('.unit[data-region="440000"] .unit-name').click();
    await expect.poll(() => query(page).get('regions')).toBe('440000');
  });

  test('keys walk the periods of a region, and Enter picks it', async () => {
    const { page } = await openLive(GDP);
    const area = sheet(page).locator('.cursor-area');
    await area.focus();
    await area.press('Home');
    await expect.poll(() => tip(page).textContent()).toContain('北京，2010年');
    await area.press('ArrowRight');
    await expect.poll(() => tip(page).textContent()).toContain('北京，2011年');
    await area.press('ArrowDown');
    await expect.poll(() => tip(page).textContent()).toContain('天津，2011年');
    await area.press('End');
    await expect.poll(() => tip(page).textContent()).toContain('天津，2024年');
    await area.press('Enter');
    await expect.poll(() => query(page).get('regions')).toBe('120000');
  });

  test.each([
    { says: 'what is no choice is told, and the default is shown', search: '?chart=pie&scale=log&sort=luck', told: ['chart=pie', 'scale=log', 'sort=luck'] },
    { says: 'a region that is none is left out', search: '?regions=440000.999999', told: ['regions=999999'] },
    { says: 'more than five are told by name', search: '?regions=110000.120000.130000.140000.150000.210000', told: ['只取前五个：北京、天津、河北、山西、内蒙古；未取辽宁'] },
    { says: 'a tag is shown as text', search: `?regions=${encodeURIComponent('<img src=x onerror=alert(1)>')}`, told: ['<img src=x'] },
  ])('a hostile address: $says', async ({ search, told }) => {
    const { page, problems, dialogs } = await openPage(GDP + search);
    await page.locator(`${UNITS}[data-state="live"]`).waitFor();
    await expect.poll(() => messages(page).count()).toBe(told.length);
    const texts = await messages(page).allInnerTexts();
    told.forEach((part, index) => expect(texts[index]).toContain(part));
    expect(await sheet(page).locator('.unit').count()).toBe(31);
    expect([problems, dialogs]).toEqual([[], []]);
  });

  test('under a strict policy nothing is refused', async () => {
    const { page, violations, problems } = await openLive(`${GDP}?chart=bump&regions=440000`, { csp: true });
    await sheet(page).locator('.bump').waitFor();
    expect([violations, problems]).toEqual([[], []]);
  });

  test.each([320, 390, 1280, 1920])('at %i px nothing runs over the edge', async (width) => {
    for (const search of ['', '?chart=bump']) {
      const { page } = await openPage(GDP + search, { viewport: { width, height: 900 } });
      if (search !== '') await sheet(page).locator('.bump').waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  });
});

describe('places', () => {
  test('names at the right edge never touch', async () => {
    const { page } = await openPage('en/indicator/egov-service-capability.html');
    const tops = await sheet(page).locator('.bump-right text.name').evaluateAll((names) => names.map((name) => name.getBoundingClientRect().top));
    expect(tops.length).toBe(30);
    const gaps = [...tops].sort((one, other) => one - other).map((top, index, all) => top - (all[index - 1] ?? -Infinity));
    expect(Math.min(...gaps)).toBeGreaterThan(15);
  });

  test('keys walk a line, and up and down the places', async () => {
    const { page } = await openLive(`${GDP}?chart=bump`);
    const area = sheet(page).locator('.cursor-area');
    await area.focus();
    await area.press('Home');
    await expect.poll(() => tip(page).textContent()).toContain('广东，2010年，第1位');
    await area.press('End');
    await area.press('ArrowDown');
    await expect.poll(() => tip(page).textContent()).toContain('江苏，2024年，第2位');
    await area.press('Enter');
    await expect.poll(() => query(page).get('regions')).toBe('320000');
  });

  test('a sheet without a map has a table of its own, and lives', async () => {
    const { page, problems } = await openLive('indicator/tsinghua-digital-government.html');
    await sheet(page).locator('.bump [data-region="110000"] circle').first().click();
    await expect.poll(() => query(page).get('regions')).toBe('110000');
    expect(problems).toEqual([]);
  });
});

describe('the strip', () => {
  test('its period is the page’s, and its circles say what the table says', async () => {
    const { page } = await openLive(GDP);
    await page.locator(`${STRIP} select[name="strip-period"]`).selectOption('2010');
    await expect.poll(() => query(page).get('period')).toBe('2010');
    const area = page.locator(`${STRIP} .cursor-area`);
    await area.focus();
    await area.press('End');
    const printed = printedValues('gdp').get('2010')?.get('440000') ?? '';
    await expect.poll(async () => ((await tip(page, STRIP).textContent()) ?? '').replaceAll(',', '')).toContain(`广东，${printed}`);
  });

  test('the region chosen on the map is marked', async () => {
    const { page } = await openPage(`${GDP}?region=440000`);
    await expect.poll(() => page.locator(`${STRIP} .is-chosen`).filter({ visible: true }).count()).toBe(1);
  });

  test('at most half a word is hidden: no two names share a row', async () => {
    const { page } = await openPage(`${GDP}?regions=110000.310000.320000.330000.440000`, { viewport: { width: 390, height: 900 } });
    const labels = page.locator(`${STRIP} .chosen-text`).filter({ visible: true });
    await expect.poll(() => labels.count()).toBe(5);
    const boxes = await labels.evaluateAll((all) => all.map((label) => label.getBoundingClientRect().toJSON()));
    const tops = boxes.map(({ top }) => top).sort((one: number, other: number) => one - other);
    tops.slice(1).forEach((top: number, index: number) => expect(top - (tops[index] ?? 0)).toBeGreaterThan(16));
    for (const { left, right } of boxes) expect(left >= 0 && right <= 390).toBe(true);
  });
});
