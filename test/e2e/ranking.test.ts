import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { printedValues } from '../support/publishedTable.ts';

const openPage = useBrowser();
const ISLAND = '[data-island="ranking"]';
const FIGURE = 'figure[data-figure="ranking"]';
const TABLE = `${FIGURE} table.ranking`;

async function openLive(path = 'ranking.html', wish: Parameters<typeof openPage>[1] = {}) {
  const opened = await openPage(path, wish);
  await opened.page.locator(ISLAND).hover({ position: { x: 2, y: 2 } });
  await opened.page.waitForSelector(`${ISLAND}[data-state="live"]`);
  return opened;
}
const query = (page: Page): URLSearchParams => new URL(page.url()).searchParams;
const control = (page: Page, name: string): Locator => page.locator(`${FIGURE} .controls [name="${name}"]`);
const head = (page: Page, key: string): Locator => page.locator(`${TABLE} th.c-${key} button`);
const shownIds = (page: Page): Promise<string[]> => page.locator(`${TABLE} tbody:not(.unranked) tr[data-region]`).evaluateAll((rows) => rows.map((row) => row.getAttribute('data-region') ?? ''));
const cell = (page: Page, id: string, key: string): Promise<string> => page.locator(`${TABLE} tr[data-region="${id}"] .c-${key}`).innerText();
const messages = (page: Page): Locator => page.locator(`${FIGURE} p.message[role="status"]`);

describe('the table as drawn', () => {
  test('every value is the published one, and its place follows from it', async () => {
    const { page, problems } = await openPage('ranking.html');
    const published = printedValues('internet-penetration').get('2016') ?? new Map<string, string>();
    const provinces = [...published].filter(([id]) => id !== '100000');
    expect(provinces).toHaveLength(31);
    for (const [id, value] of provinces) {
      expect(Number(await cell(page, id, 'value')), id).toBe(Number(value));
      expect(await page.locator(`${TABLE} tr[data-region="${id}"] .mark-row`).innerText(), id).toBe(String(1 + provinces.filter(([, other]) => Number(other) > Number(value)).length));
    }
    expect(await page.locator('h1').innerText()).toBe('江西从第31位升到第24位');
    expect(problems).toEqual([]);
  });

  test('a change has a shape, a word and a number; ties are named', async () => {
    const { page } = await openPage('ranking.html');
    expect(await cell(page, '360000', 'change')).toBe('▲升7');
    expect(await cell(page, '460000', 'change')).toBe('▼降3');
    expect(await cell(page, '110000', 'change')).toBe('―持平');
    expect(await cell(page, '460000', 'rank')).toContain('并列');
  });

  test('who is not surveyed stands below, without a number', async () => {
    const { page } = await openPage('ranking.html');
    const below = page.locator(`${TABLE} tbody.unranked tr[data-region]`);
    expect(await below.evaluateAll((rows) => rows.map((row) => row.getAttribute('data-region')))).toEqual(['660000', '710000', '810000', '820000']);
    expect(await below.first().locator('.c-rank').innerText()).toBe('');
    expect(await page.locator(`${TABLE} tr[data-region="710000"]`).innerText()).toContain('未纳入调查');
  });

  test('without a script the whole table stands, and links to every other indicator', async () => {
    const { page } = await openPage('ranking.html', { javaScript: false });
    expect(await shownIds(page)).toHaveLength(31);
    expect(await page.locator('.ranking-links a').count()).toBeGreaterThan(30);
    expect(await page.locator('.ranking-links a[href="./indicator/un-egdi.html"]').count()).toBe(1);
  });

  test.each([320, 390, 768, 1280, 2200])('at %i px nothing runs over the edge', async (width) => {
    for (const search of ['', '?columns=value.change.median.nation.spark.place&region=440000', '?indicator=un-egdi', '?indicator=digital-china-level']) {
      const { page, problems } = await openPage(`en/ranking.html${search}`, { viewport: { width, height: 900 } });
      if (search !== '') await page.waitForSelector(`${ISLAND}[data-state="live"]`);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), search).toBeLessThanOrEqual(width);
      expect(problems).toEqual([]);
    }
  });

  test('a phone shows place, region, value and change', async () => {
    const { page } = await openPage('ranking.html', { viewport: { width: 320, height: 800 } });
    const seen = await page.locator(`${TABLE} thead th`).evaluateAll((heads) => heads.filter((one) => one.getBoundingClientRect().width > 0).map((one) => one.className.split(' ')[0]));
    expect(seen).toEqual(['c-rank', 'c-region', 'c-value', 'c-change']);
  });
});

describe('order', () => {
  test('a head sorts, says so, and is in the address', async () => {
    const { page, problems } = await openLive();
    expect(await page.locator(`${TABLE} th.c-rank`).getAttribute('aria-sort')).toBe('ascending');
    await head(page, 'change').click();
    await expect.poll(() => query(page).get('sort')).toBe('change');
    expect((await shownIds(page))[0]).toBe('360000');
    expect(await page.locator(`${TABLE} th.c-change`).getAttribute('aria-sort')).toBe('descending');
    expect(await page.locator(`${TABLE} [aria-sort]`).count()).toBe(1);
    await expect.poll(() => page.locator('[data-announced]').innerText()).toBe('按名次变化降序，31行');
    await head(page, 'change').click();
    await expect.poll(() => query(page).get('order')).toBe('asc');
    expect((await shownIds(page))[0]).toBe('460000');
    await head(page, 'rank').click();
    await expect.poll(() => query(page).toString()).toBe('');
    expect(problems).toEqual([]);
  });

  test('by code, by pinyin, by the four regions', async () => {
    const { page } = await openLive();
    await control(page, 'order').selectOption('code');
    await expect.poll(() => shownIds(page).then((ids) => ids.join())).toMatch(/^110000,120000,130000/);
    await control(page, 'order').selectOption('name');
    await expect.poll(() => shownIds(page).then((ids) => ids.join())).toMatch(/^340000,110000,500000,350000/);
    await control(page, 'order').selectOption('group');
    await expect.poll(() => page.locator(`${TABLE} tbody:not(.unranked) .section-head`).allInnerTexts()).toEqual(['东部，10个', '中部，6个', '西部，12个', '东北，3个']);
  });

  test('rows move and are not drawn again', async () => {
    const { page } = await openLive();
    await page.locator(`${TABLE} tr[data-region="440000"]`).evaluate((row) => row.setAttribute('data-kept', ''));
    await head(page, 'value').click();
    await head(page, 'value').click();
    expect(await page.locator(`${TABLE} tr[data-region="440000"][data-kept]`).count()).toBe(1);
  });

  test('the head stays in sight and never lies over a focused row', async () => {
    const { page } = await openLive('ranking.html', { viewport: { width: 1280, height: 600 } });
    await page.locator(`${TABLE} tr[data-region="530000"] .mark-row`).focus();
    for (let step = 0; step < 40; step += 1) {
      await page.keyboard.press('Shift+Tab');
      const isFree = await page.evaluate(() => {
        const top = document.activeElement?.closest('tbody') ? document.activeElement.getBoundingClientRect().top : null;
        const bottom = document.querySelector('table.ranking thead th')?.getBoundingClientRect().bottom ?? 0;
        return top === null || top >= bottom - 1;
      });
      expect(isFree).toBe(true);
    }
    const top = await page.locator(`${TABLE} thead th`).first().evaluate((one) => one.getBoundingClientRect().top);
    expect(top).toBeGreaterThanOrEqual(0);
    expect(top).toBeLessThan(2);
  });
});

describe('choice', () => {
  test('a group, a filter and a column are in the address, and read back', async () => {
    const { page } = await openLive();
    await page.locator(`${FIGURE} button[name="group"][value="northeast"]`).click();
    await expect.poll(() => query(page).get('group')).toBe('northeast');
    expect(await shownIds(page)).toEqual(['210000', '220000', '230000']);
    await page.locator(`${FIGURE} button[name="group"][value=""]`).click();
    await control(page, 'q').fill('guangx');
    await expect.poll(() => shownIds(page)).toEqual(['450000']);
    await expect.poll(() => page.locator('[data-announced]').innerText()).toBe('筛选后1行');
    await control(page, 'q').fill('44');
    await expect.poll(() => shownIds(page)).toEqual(['440000']);
    await control(page, 'q').fill('');
    await page.locator(`${FIGURE} .ranking-columns summary`).click();
    await page.locator(`${FIGURE} input[name="columns"][value="spark"]`).uncheck();
    await expect.poll(() => query(page).get('columns')).toBe('value.change.median.nation.place');
    expect(await page.locator(`${TABLE} th.c-spark`).count()).toBe(0);

    const again = await openPage('ranking.html?group=east&columns=value&q=b');
    await again.page.waitForSelector(`${ISLAND}[data-state="live"]`);
    expect(await again.page.locator(`${TABLE} thead th`).count()).toBe(3);
    expect(await shownIds(again.page)).toEqual(['110000', '130000']);
  });

  test('a row marks its region by a click and by Enter, and its place is told', async () => {
    const { page } = await openLive();
    await page.locator(`${TABLE} tr[data-region="440000"] .c-value`).click();
    await expect.poll(() => query(page).get('region')).toBe('440000');
    const card = page.locator('.region-card');
    expect(await card.locator('li').allInnerTexts()).toEqual(['74.0%', '第3位，共31', '东部10个中第3', '2013年第3位，持平', '比中位数高22.4个百分点', '比全国高20.8个百分点']);
    await page.locator(`${TABLE} tr[data-region="110000"] .mark-row`).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => card.getAttribute('data-region')).toBe('110000');
    await page.keyboard.press('Enter');
    await expect.poll(() => card.count()).toBe(0);
  });

  test('a comparison across a break in method is refused in a sentence', async () => {
    const { page } = await openLive();
    await control(page, 'compare').selectOption('2010');
    await expect.poll(() => messages(page).allInnerTexts().then((texts) => texts.join())).toContain('2010年与2016年的名次不能相比：自2011年起方法有变');
    expect(await page.locator(`${TABLE} th.c-change`).count()).toBe(0);
    expect(await page.locator('h1').innerText()).toBe('2016年北京居第1');
  });

  test('countries in the same table: China marked, groups by continent and income', async () => {
    const { page, problems } = await openPage('ranking.html?indicator=un-egdi&period=2024&group=Asia&region=CHN');
    await expect.poll(() => shownIds(page).then((ids) => ids.length)).toBe(47);
    expect(await page.locator(`${TABLE} tr.is-selected`).getAttribute('data-region')).toBe('CHN');
    expect(await page.locator(`${TABLE} tr[data-region="CHN"] .mark-row`).innerText()).toBe('35');
    expect(await page.locator(`${TABLE} tr[data-region="CHN"] a`).count()).toBe(0);
    expect(await page.locator(FIGURE).innerText()).toContain('名次之差不等于服务之差');
    expect(problems).toEqual([]);
  });

  test('a list of the first ten is shown as such', async () => {
    const { page } = await openPage('ranking.html?indicator=digital-china-level');
    await expect.poll(() => shownIds(page).then((ids) => ids.length)).toBe(10);
    expect(await page.locator(`${FIGURE} .figure-head`).innerText()).toContain('31个中公布了前10名');
    expect(await page.locator(`${TABLE} .unranked tr[data-region="130000"]`).innerText()).toContain('前10名以外');
  });

  test('bands stand as groups, without any place', async () => {
    const { page } = await openPage('ranking.html?indicator=portal-check-group');
    await expect.poll(() => page.locator(`${TABLE} .section-head`).allInnerTexts()).toEqual(['得分靠前，6个', '得分较高，7个', '未点名，19个', '不排名的']);
    expect(await page.locator(`${TABLE} th.c-rank`).count()).toBe(0);
  });

  test.each([
    { says: 'what is no choice is told', search: '?indicator=none&sort=luck&order=up&columns=x', told: ['indicator=none', 'sort=luck', 'order=up', 'columns=x'] },
    { says: 'a period that is none, and one to compare that is later', search: '?period=1999&compare=2030', told: ['period=1999', 'compare=2030'] },
    { says: 'a tag is shown as text', search: `?region=${encodeURIComponent('<img src=x onerror=alert(1)>')}`, told: ['<img src=x'] },
  ])('a hostile address: $says', async ({ search, told }) => {
    const { page, problems, dialogs } = await openPage(`ranking.html${search}`);
    await page.waitForSelector(`${ISLAND}[data-state="live"]`);
    await expect.poll(() => messages(page).count()).toBe(told.length);
    const texts = await messages(page).allInnerTexts();
    told.forEach((part, index) => expect(texts[index]).toContain(part));
    expect(await shownIds(page)).toHaveLength(31);
    expect([problems, dialogs]).toEqual([[], []]);
  });

  test('under a strict policy nothing is refused', async () => {
    const { page, violations, problems } = await openLive('ranking.html?region=440000', { csp: true });
    await head(page, 'value').click();
    expect([violations, problems]).toEqual([[], []]);
  });
});
