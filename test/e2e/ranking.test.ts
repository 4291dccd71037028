import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeFinds } from '../support/axe.ts';
import { useBrowser } from '../support/browser.ts';
import { printedValues } from '../support/publishedTable.ts';

const openPage = useBrowser();
const ISLAND = '[data-island="ranking"]';
const FIGURE = 'figure[data-figure="ranking"]';
const TABLE = `${FIGURE} table.ranking`;

async function openLive(path = 'ranking.html', wish: Parameters<typeof openPage>[1] = {}) {
  const opened = await openPage(path, wish);
  await opened.page.locator(`${ISLAND} h1`).hover();
  await opened.page.waitForSelector(`${ISLAND}[data-state="live"]`);
  return opened;
}
const query = (page: Page): URLSearchParams => new URL(page.url()).searchParams;
const control = (page: Page, name: string): Locator => page.locator(`${FIGURE} .controls [name="${name}"]`);
const head = (page: Page, key: string): Locator => page.locator(`${TABLE} th.c-${key} button`);
/** Rows that a filter leaves out are there and hidden. */
const shownIds = (page: Page): Promise<string[]> => page.locator(`${TABLE} tbody:not(.unranked) tr[data-region]:not([hidden])`).evaluateAll((rows) => rows.map((row) => row.getAttribute('data-region') ?? ''));
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

  test('a filter hides rows from everybody and draws none again; heads of empty groups go with them', async () => {
    const { page, problems } = await openLive('ranking.html?sort=group');
    await page.locator(`${TABLE} tr[data-region]`).evaluateAll((rows) => { for (const row of rows) row.setAttribute('data-kept', ''); });
    const heads = () => page.locator(`${TABLE} .section-head`).filter({ visible: true }).allInnerTexts();
    await control(page, 'q').fill('jiang');
    await expect.poll(heads).toEqual(['东部，2个', '中部，1个', '西部，1个', '东北，1个', '不排名的']);
    await control(page, 'q').fill('henan');
    await expect.poll(heads).toEqual(['中部，1个']);
    const tree = await page.locator(TABLE).ariaSnapshot();
    expect(tree.match(/rowheader ".*"/g)).toEqual(['rowheader "中部，1个"', 'rowheader "河南"']);
    expect(tree).not.toContain('不排名的');
    // What is hidden is no stop of the keyboard either.
    await page.locator(`${TABLE} tr[data-region="410000"] .mark-row`).focus();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('河南');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('table') === null)).toBe(true);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator(`${TABLE} tbody tr`).filter({ visible: true }).count()).toBe(2);
    await page.emulateMedia({ media: null });
    await control(page, 'q').fill('nowhere');
    await expect.poll(() => page.locator(`${FIGURE} p.empty`).count()).toBe(1);
    expect(await page.locator(TABLE).isVisible()).toBe(false);
    await page.locator(`${FIGURE} button[name="clear"]`).click();
    await expect.poll(() => shownIds(page).then((ids) => ids.length)).toBe(31);
    expect(await page.locator(`${TABLE} tr[data-region]:not([data-kept])`).count()).toBe(0);
    expect(problems).toEqual([]);
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

  test('another indicator keeps the marked province, and countries don’t get it', async () => {
    const { page, problems } = await openLive('ranking.html?region=440000&sort=value');
    await control(page, 'indicator').selectOption('broadband-subscribers');
    await expect.poll(() => page.locator('.crumb').innerText()).toContain('宽带');
    expect(await page.locator('.region-card').getAttribute('data-region')).toBe('440000');
    expect(query(page).has('sort')).toBe(false);
    await control(page, 'indicator').selectOption('un-egdi');
    await expect.poll(() => page.locator(`${TABLE} tr[data-region="DNK"]`).count()).toBe(1);
    expect(query(page).has('region')).toBe(false);
    expect(problems).toEqual([]);
  });

  test('long units of English stay inside the page', async () => {
    const { page } = await openPage('en/ranking.html?indicator=broadband-subscribers');
    await page.locator('.crumb a[href*="/broadband-subscribers.html"]').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
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

describe('why it changed', () => {
  const WHY = 'figure[data-figure="why"]';
  const title = (page: Page): Promise<string> => page.locator(`${WHY} h2`).innerText();
  /** “▲升7” as 7, “―持平” as 0. */
  const asNumber = (text: string): number => Number(/\d+/.exec(text)?.[0] ?? 0) * (text.includes('▼') ? -1 : 1);
  const steps = (page: Page): Promise<number[]> => page.locator(`${WHY} .why-step .why-by`).evaluateAll((all) => all.map((one) => one.querySelector('.why-full')?.textContent ?? '')).then((texts) => texts.map((text) => asNumber(text.startsWith('降') ? `▼${text}` : text)));

  test('as drawn, who moved most is told and shown, with a table of all and nothing undone by the lack of a script', async () => {
    const { page } = await openPage('ranking.html', { javaScript: false });
    expect(await title(page)).toMatch(/^2013年到2016年，升得最多的是江西，由第31位到第24位（共31），升7位（自己升\d+、其他降\d+）；降得最多的是海南/);
    expect(await page.locator(`${WHY} .why-plot`).getAttribute('data-region')).toBe('360000');
    expect(await page.locator(`${WHY} details table.data tbody tr`).count()).toBe(31);
  });

  test.each(['360000', '440000', '460000', '110000'])('%s, once chosen: the sentence, the steps and the list say the change that the table’s row says', async (id) => {
    const { page, problems, violations } = await openLive('ranking.html', { csp: true });
    await page.locator(`${WHY} [name="why-region"]`).selectOption(id);
    await expect.poll(() => query(page).get('region')).toBe(id);
    await expect.poll(() => page.locator(`${WHY} .why-plot`).getAttribute('data-region')).toBe(id);
    const change = asNumber(await cell(page, id, 'change'));
    const sentence = await title(page);
    const name = await page.locator(`${TABLE} tr[data-region="${id}"] .c-region`).innerText();
    expect(sentence).toContain(name);
    expect(sentence).toContain(change > 0 ? `，升${change}位` : change < 0 ? `，降${-change}位` : '名次没变');
    expect((await steps(page)).reduce((sum, by) => sum + by, 0)).toBe(change);
    expect(await page.locator(`${WHY} .why-end .why-place .why-full`).textContent()).toBe(`第${await page.locator(`${TABLE} tr[data-region="${id}"] .mark-row`).innerText()}位`);
    const values = await page.locator(`${WHY} .why-rivals tr[data-kind="self"] td`).allInnerTexts();
    expect(values.at(-1)).toBe(await cell(page, id, 'value'));
    const kinds = await page.locator(`${WHY} .why-rivals tbody tr`).evaluateAll((rows) => rows.map((row) => row.getAttribute('data-kind')));
    expect(kinds.filter((kind) => kind === 'overtook').length - kinds.filter((kind) => kind === 'overtakenBy').length).toBe(change);
    expect([problems, violations]).toEqual([[], []]);
  });

  test('the arrows walk from the earlier place over the steps to the later one, and say them', async () => {
    const { page } = await openLive('ranking.html?region=360000');
    const plot = page.locator(`${WHY} .why-plot`);
    await plot.focus();
    const said: string[] = [];
    for (let step = 0; step < 4; step += 1) {
      await page.keyboard.press('ArrowRight');
      const before = said.at(-1) ?? '';
      await expect.poll(() => plot.locator('[aria-live]').textContent()).not.toBe(before);
      said.push((await plot.locator('[aria-live]').textContent()) ?? '');
    }
    expect(said[0]).toBe('2013年：第31位（共31），32.6%');
    expect(said[1]).toMatch(/^自己的数值变化：升15位/);
    expect(said[2]).toMatch(/^其他地区的变化：降8位/);
    expect(said[3]).toBe('2016年：第24位（共31），44.6%');
  });

  test('countries too; a filter builds none of it again; a long list opens', async () => {
    const { page, problems } = await openPage('ranking.html?indicator=un-egdi&period=2024&compare=2014&region=CHN');
    await expect.poll(() => title(page)).toMatch(/^2014年到2024年，中国由第\d+位升到第35位（共193）/);
    await page.locator(WHY).evaluate((figure) => {
      new MutationObserver(() => figure.setAttribute('data-rebuilt', '')).observe(figure, { childList: true, subtree: true, characterData: true });
    });
    await control(page, 'q').fill('chi');
    await expect.poll(() => shownIds(page).then((ids) => ids.length)).toBeLessThan(20);
    expect(await page.locator(WHY).getAttribute('data-rebuilt')).toBeNull();
    const all = page.locator(`${WHY} [name="why-all"]`);
    const count = Number(/\d+/.exec(await all.innerText())?.[0]);
    await all.click();
    await expect.poll(() => page.locator(`${WHY} .why-rivals tbody tr`).count()).toBe(count + 1);
    expect(problems).toEqual([]);
  });

  test('without a period to compare, or across a break, there is none', async () => {
    const { page } = await openLive('ranking.html?compare=none');
    await expect.poll(() => page.locator(WHY).count()).toBe(0);
    await control(page, 'compare').selectOption('2010');
    await expect.poll(() => messages(page).count()).toBe(1);
    expect(await page.locator(WHY).count()).toBe(0);
  });

  test.each([320, 390])('five steps at %i px stay inside and apart', async (width) => {
    const { page } = await openPage('en/ranking.html?indicator=un-hci&period=2010&compare=2003&region=IRQ', { viewport: { width, height: 900 } });
    await expect.poll(() => page.locator(`${WHY} .why-step`).count()).toBe(5);
    expect(await page.locator(`${WHY} *`).evaluateAll((all, edge) => all.filter((one) => one.getBoundingClientRect().right > edge && one.closest('.scroll') === null).map((one) => one.outerHTML), width)).toEqual([]);
    const boxes = await page.locator(`${WHY} .why-steps text`).evaluateAll((texts) => texts.map((text) => ({ text: text.textContent, ...text.getBoundingClientRect().toJSON() })).filter((box) => box.width > 0));
    const meet = boxes.flatMap((one, index) => boxes.slice(index + 1).filter((other) => one.left < other.right - 1 && other.left < one.right - 1 && one.top < other.bottom - 4 && other.top < one.bottom - 4).map((other) => `${one.text} and ${other.text}`));
    expect(meet).toEqual([]);
  });

  test('axe finds nothing in it, light or dark', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page } = await openLive('ranking.html?region=460000', { colorScheme });
      expect(await axeFinds(page, { within: WHY, hasAdvice: true })).toEqual([]);
    }
  });
});
