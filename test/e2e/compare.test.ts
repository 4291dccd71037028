import fs from 'node:fs';
import Papa from 'papaparse';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeFinds } from '../support/axe.ts';
import { useBrowser } from '../support/browser.ts';
import { printedValues } from '../support/publishedTable.ts';

const openPage = useBrowser();
const ISLAND = '[data-island="compare"]';
const TABLE = 'table.comparison';
const cell = (page: Page, indicator: string, region: string) => page.locator(`${TABLE} tr[data-indicator="${indicator}"] td[data-region="${region}"]`);
const live = (page: Page) => page.waitForSelector(`${ISLAND}[data-state="live"]`);
const query = (page: Page) => new URL(page.url()).searchParams;

async function openLive(path = 'compare.html', wish: Parameters<typeof openPage>[1] = {}) {
  const opened = await openPage(path, wish);
  await opened.page.locator(`${ISLAND} h1`).hover();
  await live(opened.page);
  return opened;
}

describe('regions side by side', () => {
  test('without a script three of them stand, each value as published, with its place of n', async () => {
    const { page } = await openPage('compare.html', { javaScript: false });
    const published = printedValues('internet-penetration').get('2016') ?? new Map<string, string>();
    for (const id of ['320000', '330000', '440000']) {
      expect(Number(await cell(page, 'internet-penetration', id).locator('.figure-value').innerText())).toBe(Number(published.get(id)));
      const place = 1 + [...published].filter(([other, value]) => other !== '100000' && Number(value) > Number(published.get(id))).length;
      expect(await cell(page, 'internet-penetration', id).locator('small').innerText()).toContain(`第${place}，共31`);
    }
    expect(await page.locator('.compared-plot').count()).toBeGreaterThan(5);
    expect(await page.locator('.nav a[aria-current=page]').innerText()).toBe('排名');
  });

  test('coming alive fetches one file and changes no word', async () => {
    const { page, requests, problems } = await openPage('compare.html', { csp: true });
    const lines = async () => (await page.locator(ISLAND).innerText()).split('\n').filter(Boolean);
    const drawn = await lines();
    await page.locator(`${ISLAND} h1`).hover();
    await live(page);
    expect(await lines()).toEqual(drawn);
    expect(requests.filter((request) => request.includes('/data/')).map((request) => request.replace(/^.*\/data\//, ''))).toEqual(['compare.json']);
    expect(problems).toEqual([]);
  });

  test('a region is added and taken away, the address says so, and Back gives it back', async () => {
    const { page } = await openLive();
    await page.locator('#comparison select[name=add-region]').selectOption('540000');
    expect(query(page).get('regions')).toBe('320000.330000.440000.540000');
    expect(await page.locator('h1').innerText()).toContain('西藏');
    expect(await cell(page, 'gdp', '540000').count()).toBe(1);
    await page.locator('#comparison button[name=remove-region][value="330000"]').click();
    expect(query(page).get('regions')).toBe('320000.440000.540000');
    await page.goBack();
    await expect.poll(() => page.locator('h1').innerText()).toContain('浙江');
    const again = await openPage(`compare.html${new URL(page.url()).search}`);
    await live(again.page);
    expect(await again.page.locator(ISLAND).innerText()).toBe(await page.locator(ISLAND).innerText());
  });

  test('fewer than two are not taken, more than six are told', async () => {
    const { page } = await openLive('compare.html?regions=110000.120000');
    await page.locator('#comparison button[name=remove-region]').first().click();
    expect(await page.locator('#comparison p.message').innerText()).toContain('至少两个');
    expect(query(page).get('regions')).toBe('110000.120000');
    const many = await openLive('compare.html?regions=110000.120000.130000.140000.150000.210000.220000');
    expect(await many.page.locator('#comparison p.message').innerText()).toContain('220000');
    expect(await many.page.locator(`${TABLE} thead th.num`).count()).toBe(6);
  });

  test.each(['<img src=x onerror=alert(1)>', '440000', '440000.999999', '999999.888888', ''])('an address that says regions=%s falls back and is told', async (asked) => {
    const { page, problems, dialogs } = await openLive(`compare.html?regions=${encodeURIComponent(asked)}`);
    expect(await page.locator('#comparison p.message').count()).toBeGreaterThan(0);
    expect(await page.locator(`${TABLE} thead th.num`).count()).toBe(3);
    expect([problems, dialogs]).toEqual([[], []]);
  });

  test('two have a difference, which is that of the values shown', async () => {
    const { page } = await openLive('compare.html?regions=440000.330000');
    const values = await Promise.all(['440000', '330000'].map((id) => cell(page, 'internet-penetration', id).locator('.figure-value').innerText()));
    const difference = await page.locator(`${TABLE} tr[data-indicator="internet-penetration"] .c-difference`).innerText();
    expect(difference).toContain('个百分点');
    expect(Number(difference.replace('个百分点', '').replace('＋', '').replace('−', '-'))).toBeCloseTo(Number(values[0]) - Number(values[1]), 6);
  });

  test('features are chosen for the distances, all but the last', async () => {
    const { page } = await openLive();
    const distance = () => page.locator('#distances table.data tbody tr').first().locator('td').nth(1).innerText();
    const before = await distance();
    await page.locator('#distances input[value=population]').uncheck();
    expect(query(page).get('features')).toBe('gdp-per-head.budget-per-head.internet-penetration');
    expect(await distance()).not.toBe(before);
    await page.locator('#distances input[value=gdp-per-head]').uncheck();
    await page.locator('#distances input[value=budget-per-head]').uncheck();
    expect(await page.locator('#distances input[value=internet-penetration]').isDisabled()).toBe(true);
  });

  test.each(['440000.330000', '440000.710000', '110000.660000.810000'])('what is taken away of %s is what the table shows, cell by cell', async (regions) => {
    const { page } = await openLive(`compare.html?regions=${regions}`);
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#comparison .take-away button[value=csv]').click()]);
    const { data } = Papa.parse<string[]>(fs.readFileSync(await download.path(), 'utf8'), { skipEmptyLines: true });
    const head = data.find((line) => line.includes('指标')) ?? [];
    const lines = data.slice(data.indexOf(head) + 1).filter((line) => line.length === head.length);
    const shown = await page.locator(`${TABLE} tr[data-indicator]`).evaluateAll((rows) =>
      rows.map((row) => ({
        name: row.querySelector('th a')?.textContent ?? '',
        cells: [...row.querySelectorAll('td[data-region]')].map((one) => ({ who: one.getAttribute('data-label') ?? '', text: (one.querySelector('.figure-value')?.lastChild ?? one.querySelector('.muted'))?.textContent ?? '', place: one.querySelector('small')?.textContent ?? '' })),
        difference: row.querySelector('.c-difference')?.textContent ?? '',
      })),
    );
    expect(lines).toHaveLength(shown.length);
    const at = (line: readonly string[], name: string) => line[head.findIndex((one) => one.replace('（百分点）', '') === name)] ?? '';
    const plain = (text: string) => text.replaceAll(',', '').replace('−', '-').replace('＋', '').replace('个百分点', '');
    shown.forEach(({ name, cells, difference }, index) => {
      const line = lines[index] ?? [];
      expect(at(line, '指标')).toBe(name);
      for (const { who, text, place } of cells) {
        const taken = at(line, who);
        if (/\d/.test(text)) expect(Number(taken), `${name} ${who}`).toBe(Number(plain(text)));
        else expect([text, ''], `${name} ${who}`).toContain(taken);
        expect(at(line, `${who}：名次`), `${name} ${who}`).toBe(place);
      }
      if (difference !== '') expect(Number(at(line, '广东减浙江'))).toBeCloseTo(Number(plain(difference)), 9);
    });
  });

  test('keys walk a plot, and what is spoken is what the words on the picture say', async () => {
    const { page } = await openLive();
    const area = page.locator('.compared-picture').first();
    await area.focus();
    const tip = () => area.locator('.cursor-tip').textContent();
    await page.keyboard.press('End');
    const figures = { 江苏: '56.6%', 浙江: '65.6%', 广东: '74.0%' };
    const said = (await tip()) ?? '';
    const [who = ''] = said.split('，');
    expect(Object.entries(figures).map(([name, value]) => `${name}，2016年，${value}`)).toContain(said);
    expect(await area.locator(':scope > [aria-live=polite]').textContent()).toBe(said);
    // The neighbouring line is another region's, of the same year.
    await page.keyboard.press(who === '江苏' ? 'PageDown' : 'PageUp');
    await expect.poll(tip).not.toBe(said);
    expect(await tip()).toMatch(/，2016年，/);
  });

  test('regions of which nothing is published are told as such, by indicator', async () => {
    const { page } = await openLive('compare.html?regions=710000.810000');
    expect(await page.locator('#comparison .empty').innerText()).toContain('没有不等于零');
    expect(await page.locator('#comparison .limit').allInnerTexts()).toContainEqual(expect.stringContaining('互联网普及率'));
    expect(await page.locator('#comparison .figure-head').innerText()).toMatch(/16项中0项/);
  });

  test('a file that does not come is told, and can be tried again; the drawn page stays', async () => {
    const { page } = await openPage('compare.html');
    await page.route('**/compare.json', (route) => route.fulfill({ status: 404 }));
    await page.locator(`${ISLAND} h1`).hover();
    await page.locator('[data-failure]:visible').waitFor({ state: 'visible' });
    expect(await page.locator(`${TABLE} tr[data-indicator]`).count()).toBeGreaterThan(10);
    await page.unroute('**/compare.json');
    await page.locator('[data-failure]:visible button').click();
    await live(page);
  });

  test.each(['light', 'dark'] as const)('axe finds nothing in it alive, %s, with six of them', async (colorScheme) => {
    const { page } = await openLive('en/compare.html?regions=110000.310000.440000.540000.660000.710000', { colorScheme });
    expect(await axeFinds(page, { within: ISLAND, hasAdvice: true })).toEqual([]);
  });

  test.each([320, 390, 900, 2200])('at %i px nothing runs over the edge', async (width) => {
    const { page } = await openLive('en/compare.html?regions=150000.320000.440000.540000.650000.660000', { viewport: { width, height: 900 } });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
});
