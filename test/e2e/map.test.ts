import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { printedValues } from '../support/publishedTable.ts';
import { clickOn, CORPS, INDICATOR, LANGUAGE_LINK, MAP_FIGURE, message, option, optionIds, PERIOD, PLAY, pointAt, readout, speech, takeaway, view, wakeMap, PROVINCES_LIVE } from './selectors.ts';

const openPage = useBrowser();
const DASHBOARD = 'index.html';
const PENETRATION = 'index.html?indicator=internet-penetration';

const published = printedValues('internet-penetration');
const periods = [...published.keys()].sort();
const printed = (period: string | undefined, id: string): string => {
  const value = published.get(period ?? '')?.get(id);
  if (value === undefined) throw new Error(`No value of ${id} in ${period} is published: the test asks for what is not there.`);
  return value;
};

/** The table that the address asks for is here when its name is in the heading of the figure. */
async function openLive(path: string) {
  const opened = await openPage(path);
  await wakeMap(opened.page);
  if (path.includes('internet-penetration')) await opened.page.locator(`${MAP_FIGURE} .figure-head`, { hasText: /互联网普及率|Internet penetration/ }).waitFor();
  return opened;
}

const query = (page: Page): URLSearchParams => new URL(page.url()).searchParams;
const focusedRegion = (page: Page): Promise<string | null> => page.evaluate(() => (document.activeElement?.getAttribute('role') === 'option' ? document.activeElement.getAttribute('data-region') : null));

/** Tab until the focus is on the map, as a reader without a mouse does. */
async function tabToMap(page: Page): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab');
    if ((await focusedRegion(page)) !== null) return;
  }
  throw new Error('60 tabs do not reach the map.');
}

describe('the map by pointer', () => {
  test('every region is an option that speaks its name and its figure', async () => {
    const { page, problems } = await openLive(PENETRATION);
    const ids = await optionIds(page);
    expect(ids.filter((id) => id !== CORPS)).toHaveLength(34);
    const labels = await Promise.all(ids.map(async (id) => (await option(page, id).getAttribute('aria-label')) ?? ''));
    expect(labels.filter((label) => label.length < 4)).toEqual([]);
    const spoken = await option(page, '440000').getAttribute('aria-label');
    expect(spoken).toContain('广东');
    expect(spoken).toContain(printed(periods.at(-1), '440000'));
    expect(problems).toEqual([]);
  });

  test('every region can be pointed at, and is read out', async () => {
    const { page } = await openLive(PENETRATION);
    const ids = await optionIds(page);
    for (const id of ids) {
      await pointAt(page, id);
      const name = ((await option(page, id).getAttribute('aria-label')) ?? '').slice(0, 2);
      await expect.poll(() => readout(page).innerText(), { message: id }).toContain(name);
    }
    await pointAt(page, '440000');
    await expect.poll(() => readout(page).innerText()).toContain(printed(periods.at(-1), '440000'));
    await expect.poll(() => speech(page).innerText()).toContain(printed(periods.at(-1), '440000'));
  });

  test('a click selects, and the address tells it; a second click clears', async () => {
    const { page } = await openLive(PENETRATION);
    await clickOn(page, '440000');
    await expect.poll(() => query(page).get('region')).toBe('440000');
    await clickOn(page, '650000');
    await expect.poll(() => query(page).get('region')).toBe('650000');
    expect(await option(page, '650000').getAttribute('aria-selected')).toBe('true');
    expect(await option(page, '440000').getAttribute('aria-selected')).toBe('false');
    await clickOn(page, '650000');
    await expect.poll(() => query(page).get('region')).toBe(null);
  });

  test('the tile grid has the same regions', async () => {
    const { page } = await openLive(DASHBOARD);
    const onMap = (await optionIds(page)).sort();
    await page.locator(view('tiles')).click();
    await expect.poll(() => query(page).get('view')).toBe('tiles');
    expect((await optionIds(page)).sort()).toEqual(onMap);
    await clickOn(page, '440000');
    await expect.poll(() => query(page).get('region')).toBe('440000');
    await page.locator(view('map')).click();
    await expect.poll(() => query(page).get('view')).toBe(null);
    expect(await option(page, '440000').getAttribute('aria-selected')).toBe('true');
  });

  test('on a phone the tiles are drawn, each large enough for a finger', async () => {
    const { page } = await openPage(DASHBOARD, { viewport: { width: 390, height: 844 } });
    await wakeMap(page);
    expect((await optionIds(page)).filter((id) => id !== CORPS)).toHaveLength(34);
    const box = await option(page, '810000').boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
    await clickOn(page, '810000');
    await expect.poll(() => query(page).get('region')).toBe('810000');
  });
});

describe('the map by keys', () => {
  test('arrows move, Home goes to the first, Enter selects, Escape clears, and each stop is an option that is read out', async () => {
    const { page, problems } = await openLive(PENETRATION);
    await tabToMap(page);
    await page.keyboard.press('Home');
    const first = await focusedRegion(page);
    expect(first).not.toBe(null);
    const stops = new Set([first]);
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowLeft', 'ArrowUp', 'ArrowRight']) {
      await page.keyboard.press(key);
      const stop = await focusedRegion(page);
      expect(stop, key).not.toBe(null);
      stops.add(stop);
      const label = (await option(page, stop ?? '').getAttribute('aria-label')) ?? '';
      expect(await readout(page).innerText()).toContain(label.slice(0, 2));
    }
    expect(stops.size).toBeGreaterThanOrEqual(4);
    await page.keyboard.press('End');
    expect(await focusedRegion(page)).not.toBe(first);
    await page.keyboard.press('Home');
    expect(await focusedRegion(page)).toBe(first);
    await page.keyboard.press('Enter');
    await expect.poll(() => query(page).get('region')).toBe(first);
    expect(await option(page, first ?? '').getAttribute('aria-selected')).toBe('true');
    expect(await focusedRegion(page)).toBe(first);
    await page.keyboard.press('Escape');
    await expect.poll(() => query(page).get('region')).toBe(null);
    expect(problems).toEqual([]);
  });

  test('arrows go where the map goes: east of Guangxi is Guangdong', async () => {
    const { page } = await openLive(PENETRATION);
    await option(page, '450000').focus();
    await page.keyboard.press('ArrowRight');
    expect(await focusedRegion(page)).toBe('440000');
  });

  test('a letter goes to a region by its pinyin', async () => {
    const { page } = await openLive(PENETRATION);
    await tabToMap(page);
    await page.keyboard.press('g');
    expect(['440000', '450000', '520000', '620000']).toContain(await focusedRegion(page));
  });

  test('the map is one stop of the tab key, and every option is reached from it', async () => {
    const { page } = await openLive(PENETRATION);
    await tabToMap(page);
    await page.keyboard.press('Tab');
    expect(await focusedRegion(page)).toBe(null);
    await page.keyboard.press('Shift+Tab');
    expect(await focusedRegion(page)).not.toBe(null);
    const all = await optionIds(page);
    const reached = new Set<string>();
    const queue = [(await focusedRegion(page)) ?? ''];
    for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
      if (reached.has(at)) continue;
      reached.add(at);
      for (const key of ['ArrowUp', 'ArrowRight', 'ArrowDown', 'ArrowLeft']) {
        await option(page, at).focus();
        await page.keyboard.press(key);
        const next = await focusedRegion(page);
        if (next !== null) queue.push(next);
      }
    }
    expect(all.filter((id) => !reached.has(id))).toEqual([]);
  });
});

describe('the choices', () => {
  test('one made before the map is alive is not lost', async () => {
    const { page, problems } = await openPage(DASHBOARD);
    expect(await page.locator(PROVINCES_LIVE).count()).toBe(0);
    await page.locator(INDICATOR).selectOption('internet-penetration');
    await page.waitForSelector(PROVINCES_LIVE);
    await expect.poll(() => query(page).get('indicator')).toBe('internet-penetration');
    await expect.poll(() => page.locator(INDICATOR).inputValue()).toBe('internet-penetration');
    await page.locator(`${MAP_FIGURE} .figure-head`, { hasText: '互联网普及率' }).waitFor();
    expect(problems).toEqual([]);
  });

  test('a region clicked before the map is alive is selected', async () => {
    const { page } = await openPage(DASHBOARD);
    await clickOn(page, '440000');
    await expect.poll(() => query(page).get('region')).toBe('440000');
    expect(await option(page, '440000').getAttribute('aria-selected')).toBe('true');
  });

  test('a period changes the address, and every value is that of the published table', async () => {
    const { page } = await openLive(PENETRATION);
    const slider = page.locator(PERIOD);
    await slider.focus();
    for (const [key, expected] of [['Home', periods.at(0)], ['ArrowRight', periods.at(1)], ['ArrowRight', periods.at(2)]] as const) {
      await slider.press(key);
      await expect.poll(() => query(page).get('period')).toBe(expected);
      const values = [...(published.get(expected ?? '') ?? [])].filter(([id]) => id !== '100000');
      expect(values.length).toBeGreaterThan(20);
      for (const [id, value] of values) await expect.poll(() => option(page, id).getAttribute('aria-label'), { message: `${id} in ${expected}` }).toContain(value);
    }
    await slider.press('End');
    await expect.poll(() => slider.inputValue()).toBe(String(periods.length - 1));
  });

  test('the table twin follows the period, value for value', async () => {
    const { page } = await openLive(`${PENETRATION}&period=${periods.at(0)}`);
    const rows = await page.locator(`${MAP_FIGURE} details table tbody tr`).evaluateAll((elements) => elements.map((row) => row.textContent ?? ''));
    for (const [id, value] of published.get(periods.at(0) ?? '') ?? []) {
      if (id === '100000') continue;
      const name = ((await option(page, id).getAttribute('aria-label')) ?? '').slice(0, 2);
      expect(rows.find((row) => row.includes(name)), name).toContain(value);
    }
  });

  test('the period plays, and stops when told', async () => {
    const { page } = await openLive(PENETRATION);
    await page.locator(PLAY).click();
    const started = query(page).get('period');
    await expect.poll(() => query(page).get('period'), { timeout: 8000 }).not.toBe(started);
    await page.locator(PLAY).click();
    const stopped = page.url();
    await page.waitForTimeout(2500);
    expect(page.url()).toBe(stopped);
  });

  test('an indicator changes the address; Back brings the one before, Forward the one after', async () => {
    const { page, problems } = await openLive(DASHBOARD);
    const chooser = page.locator(INDICATOR);
    const first = await chooser.inputValue();
    const before = await takeaway(page).innerText();
    await chooser.selectOption('internet-penetration');
    await expect.poll(() => query(page).get('indicator')).toBe('internet-penetration');
    await expect.poll(() => takeaway(page).innerText()).not.toBe(before);
    const after = await takeaway(page).innerText();
    await page.goBack();
    await expect.poll(() => query(page).get('indicator')).toBe(null);
    await expect.poll(() => chooser.inputValue()).toBe(first);
    await expect.poll(() => takeaway(page).innerText()).toBe(before);
    await page.goForward();
    await expect.poll(() => chooser.inputValue()).toBe('internet-penetration');
    await expect.poll(() => takeaway(page).innerText()).toBe(after);
    expect(problems).toEqual([]);
  });

  test('every indicator that can be chosen comes, and none says that it failed', async () => {
    const { page, problems } = await openLive(DASHBOARD);
    const chooser = page.locator(INDICATOR);
    const ids = await chooser.locator('option').evaluateAll((options) => options.map((one) => one.getAttribute('value') ?? ''));
    expect(ids.length).toBeGreaterThan(10);
    for (const id of ids) {
      await chooser.selectOption(id);
      const link = page.locator(`${MAP_FIGURE} .actions a[href$="indicator/${id}.html"]`);
      await link.waitFor({ timeout: 10_000 });
      expect(await page.locator(`${MAP_FIGURE} [role="alert"]`).count(), id).toBe(0);
      expect((await takeaway(page).innerText()).length, id).toBeGreaterThan(4);
    }
    expect(problems).toEqual([]);
  });

  test('a shared address shows what was chosen', async () => {
    const { page } = await openLive(`${PENETRATION}&period=${periods.at(0)}&region=440000`);
    expect(await page.locator(INDICATOR).inputValue()).toBe('internet-penetration');
    await expect.poll(() => readout(page).innerText()).toContain('广东');
    expect(await readout(page).innerText()).toContain(printed(periods.at(0), '440000'));
    expect(query(page).toString()).toBe(`indicator=internet-penetration&period=${periods.at(0)}&region=440000`);
  });

  test('the other language keeps the choices', async () => {
    const { page } = await openLive(PENETRATION);
    await page.locator(PERIOD).press('Home');
    await expect.poll(() => query(page).get('period')).toBe(periods.at(0));
    await clickOn(page, '440000');
    await expect.poll(() => query(page).get('region')).toBe('440000');
    const { search } = new URL(page.url());
    await page.locator(LANGUAGE_LINK).click();
    await page.waitForURL('**/en/index.html?**');
    expect(new URL(page.url()).search).toBe(search);
    await wakeMap(page);
    await expect.poll(() => readout(page).innerText()).toContain('Guangdong');
    await expect.poll(() => readout(page).innerText()).toContain(printed(periods.at(0), '440000'));
    expect(await page.locator('html').getAttribute('lang')).toMatch(/^en/);
  });
});

const COMPARE = 'select[name="compare"]';
const compared = (kind: 'difference' | 'sideBySide'): string => `button[name="compared"][value="${kind}"]`;
const sheets = (page: Page) => page.locator(`${MAP_FIGURE} svg[role="listbox"]`).filter({ visible: true });
const legend = (page: Page) => page.locator(`${MAP_FIGURE} .map-legend`);
/** The words of a readout without the marks between them. */
const bareWords = (text: string): string => text.replace(/[\s，,]+/g, '');
// The table prints 74 where the page says 74.0, as precise as the others.
const [published2011, published2016] = ['2011', '2016'].map((period) => Number(printed(period, '440000')).toFixed(1));
const rise = (Number(published2016) - Number(published2011)).toFixed(1);

describe('two periods', () => {
  test('a difference is chosen, written into the address, and read back the same', async () => {
    const { page, problems } = await openLive(PENETRATION);
    await page.locator(COMPARE).selectOption('2011');
    await expect.poll(() => query(page).get('compare')).toBe('2011');
    expect(query(page).get('compared')).toBe(null);
    const label = await option(page, '440000').getAttribute('aria-label');
    expect(label).toContain(`▲升${rise}个百分点`);
    expect(label).toContain(`2011年${published2011}%`);
    expect(label).toContain(`2016年${published2016}%`);
    const shared = await openLive(`index.html${new URL(page.url()).search}`);
    await expect.poll(() => option(shared.page, '440000').getAttribute('aria-label')).toBe(label);
    expect(await shared.page.locator(COMPARE).inputValue()).toBe('2011');
    expect(problems).toEqual([]);
    expect(shared.problems).toEqual([]);
  });

  test('the readout, the live region and the option say the same words', async () => {
    const { page } = await openLive(`${PENETRATION}&compare=2011`);
    await pointAt(page, '530000');
    const label = (await option(page, '530000').getAttribute('aria-label')) ?? '';
    expect(label).toContain('▲升');
    await expect.poll(() => speech(page).innerText()).toBe(label);
    expect(bareWords(await readout(page).innerText())).toBe(bareWords(label));
  });

  test('the legend of a difference is symmetric about zero and counts every region that has one', async () => {
    const { page } = await openLive(`${PENETRATION}&compare=2011`);
    const edges = await legend(page).locator('.legend-edges span').allInnerTexts();
    expect(edges).toHaveLength(8);
    const sizes = edges.map((edge) => edge.slice(1));
    expect(sizes).toEqual([...sizes].reverse());
    expect(edges.map((edge) => edge.charAt(0)).join('')).toBe('−−−−＋＋＋＋');
    const counts = await legend(page).locator('.legend-count').allInnerTexts();
    expect(counts.reduce((sum, count) => sum + Number(count), 0)).toBe(31);
    expect(await legend(page).innerText()).toContain('分级：7级');
  });

  test('the table twin has both published values and the difference', async () => {
    const { page } = await openLive(`${PENETRATION}&compare=2011`);
    const rows = await page.locator(`${MAP_FIGURE} details.twin:not(.workings) tbody tr`).evaluateAll((elements) => elements.map((element) => [...element.children].map((cell) => cell.textContent.trim())));
    expect(rows.find((cells) => cells.includes('广东'))).toEqual([expect.stringMatching(/^\d+$/), '广东', published2011, published2016, `＋${rise}`, '▲升']);
  });

  test('side by side both maps are drawn on one scale, named, and followed by one pointer', async () => {
    const { page, problems } = await openLive(`${PENETRATION}&compare=2011`);
    await page.locator(compared('sideBySide')).click();
    await expect.poll(() => query(page).get('compared')).toBe('sideBySide');
    await expect.poll(() => sheets(page).count()).toBe(2);
    expect(await legend(page).count()).toBe(1);
    expect(await legend(page).locator('.legend-edges span').count()).toBe(6);
    expect(await page.locator(`${MAP_FIGURE} .map-when`).allInnerTexts()).toEqual(['2011年', '2016年']);
    const inBoth = sheets(page).locator('[role="option"][data-region="440000"]');
    const labels = await inBoth.evaluateAll((options) => options.map((one) => one.getAttribute('aria-label') ?? ''));
    expect(labels[0]).toContain(published2011);
    expect(labels[1]).toContain(published2016);
    // Guangdong was in the highest class of 2011 and of 2016: on one scale that is one colour.
    expect(new Set(await sheets(page).locator('[data-path="440000"]').evaluateAll((paths) => paths.map((path) => path.getAttribute('class')))).size).toBe(1);
    await inBoth.first().focus();
    await page.keyboard.press('ArrowLeft');
    const reached = await focusedRegion(page);
    await expect.poll(async () => (await page.locator(`${MAP_FIGURE} .map-readout b`).allInnerTexts()).filter(Boolean).length).toBe(2);
    await page.keyboard.press('Enter');
    await expect.poll(() => query(page).get('region')).toBe(reached);
    expect(await sheets(page).locator(`[data-region="${reached}"][aria-selected="true"]`).count()).toBe(2);
    expect(problems).toEqual([]);
  });

  test('both maps are reached by the tab key, one stop each', async () => {
    const { page } = await openLive(`${PENETRATION}&compare=2011&compared=sideBySide`);
    await tabToMap(page);
    const holds = () => sheets(page).evaluateAll((maps) => maps.findIndex((map) => map.contains(document.activeElement)));
    expect(await holds()).toBe(0);
    await page.keyboard.press('Tab');
    expect(await holds()).toBe(1);
    await page.keyboard.press('Tab');
    expect(await holds()).toBe(-1);
  });

  test('below 900 px the two stand one above the other', async () => {
    const { page } = await openPage(`${PENETRATION}&compare=2011&compared=sideBySide`, { viewport: { width: 800, height: 900 } });
    await wakeMap(page);
    await expect.poll(() => sheets(page).count()).toBe(2);
    const [first, second] = await sheets(page).evaluateAll((maps) => maps.map((map) => map.getBoundingClientRect()).map(({ left, top, bottom }) => ({ left, top, bottom })));
    expect(second?.left).toBe(first?.left);
    expect(second?.top ?? 0).toBeGreaterThanOrEqual(first?.bottom ?? Infinity);
  });

  test('across a break in method the difference is refused with its reason, and the published map stays', async () => {
    const { page } = await openLive(`${PENETRATION}&compare=2010`);
    await expect.poll(() => message(page).allInnerTexts()).toEqual([expect.stringMatching(/^2010年与2016年不能相减：自2011年起口径有变/)]);
    expect(await option(page, '440000').getAttribute('aria-label')).toContain(`${published2016}%`);
    expect(await option(page, '440000').getAttribute('aria-label')).not.toContain('▲');
    await page.locator(compared('sideBySide')).click();
    await expect.poll(() => sheets(page).count()).toBe(2);
    expect(await message(page).count()).toBe(0);
  });

  test.each([
    { search: 'compare=1999', told: 'compare=1999' },
    { search: 'compare=2016', told: 'compare=2016' },
    { search: 'compare=%3Cscript%3E', told: 'compare=<script>' },
    { search: 'compare=2011&compared=overlay', told: 'compared=overlay' },
    { search: 'transform=log', told: 'transform=log' },
  ])('$search can’t be read, and is told', async ({ search, told }) => {
    const { page, dialogs, problems } = await openLive(`${PENETRATION}&${search}`);
    await expect.poll(() => message(page).allInnerTexts()).toEqual([expect.stringContaining(told)]);
    expect(await sheets(page).count()).toBe(1);
    expect(dialogs).toEqual([]);
    expect(problems).toEqual([]);
  });

  test('keys of other figures and of other people stay in the address', async () => {
    const { page } = await openLive(`${PENETRATION}&chart=bump&regions=110000.310000&utm_source=toy`);
    await page.locator(COMPARE).selectOption('2011');
    await expect.poll(() => new URL(page.url()).search).toBe('?indicator=internet-penetration&chart=bump&period=2016&compare=2011&regions=110000.310000&utm_source=toy');
    await page.locator(COMPARE).selectOption('');
    await expect.poll(() => new URL(page.url()).search).toBe('?indicator=internet-penetration&chart=bump&period=2016&regions=110000.310000&utm_source=toy');
  });

  test('Back takes the comparison away again, Forward brings it back', async () => {
    const { page } = await openLive(PENETRATION);
    await page.locator(COMPARE).selectOption('2011');
    await page.locator(compared('sideBySide')).click();
    await expect.poll(() => sheets(page).count()).toBe(2);
    await page.goBack();
    await expect.poll(() => sheets(page).count()).toBe(1);
    await expect.poll(() => option(page, '440000').getAttribute('aria-label')).toContain('▲升');
    await page.goBack();
    await expect.poll(() => page.locator(COMPARE).inputValue()).toBe('');
    await expect.poll(() => option(page, '440000').getAttribute('aria-label')).not.toContain('▲');
    await page.goForward();
    await expect.poll(() => option(page, '440000').getAttribute('aria-label')).toContain('▲升');
  });
});

describe('other looks at the figures', () => {
  test('per head: the table of residents comes, the map is derived, and says so', async () => {
    const { page, problems } = await openPage('indicator/broadband-ports.html');
    await wakeMap(page);
    await page.locator(`${MAP_FIGURE} select[name="transform"]`).selectOption('perHead');
    await expect.poll(() => query(page).get('transform')).toBe('perHead');
    await expect.poll(() => option(page, '110000').getAttribute('aria-label')).toContain('/百人');
    const [ports, residents] = ['broadband-ports', 'population'].map((id) => Number(printedValues(id).get('2013')?.get('110000')));
    expect(await option(page, '110000').getAttribute('aria-label')).toContain((((ports ?? NaN) / (residents ?? NaN)) * 100).toFixed(1));
    expect(await legend(page).innerText()).toContain('图中各值均由本站推算');
    expect(await legend(page).innerText()).toContain('分级：换算后');
    await expect.poll(() => page.locator(`${MAP_FIGURE} .source`).innerText()).toContain('人口');
    expect(problems).toEqual([]);
  });

  test('what can’t be worked out is told, and the published map stays', async () => {
    const { page, requests, problems } = await openLive(`${PENETRATION}&transform=perHead`);
    await expect.poll(() => message(page).allInnerTexts()).toEqual([expect.stringContaining('不能相加')]);
    expect(await option(page, '440000').getAttribute('aria-label')).toContain(`${published2016}%`);
    expect(requests.filter((address) => address.includes('population'))).toEqual([]);
    expect(problems).toEqual([]);
  });

  test('a transform and a comparison go together', async () => {
    const { page } = await openPage('indicator/broadband-ports.html?compare=2010&transform=index&base=2010');
    await wakeMap(page);
    await expect.poll(() => option(page, '110000').getAttribute('aria-label')).toMatch(/▲升.*2010年100\.0/);
  });
});

test('regions without a value are told below the bars, each kind with its texture and without a bar', async () => {
  const { page } = await openLive(DASHBOARD);
  const bars = page.locator('figure[data-figure="capability-bars"]');
  expect(await bars.locator('.bars-absent').innerText()).toContain('香港');
  expect(await bars.locator('.bars-absent pattern').count()).toBe(await bars.locator('.bars-absent li').count());
  expect(await bars.locator('[data-bar="810000"]').count()).toBe(0);
});

test('a bar is chosen as a region of the map is, by pointer or by keys', async () => {
  const { page } = await openLive(PENETRATION);
  const bars = page.locator('figure[data-figure="capability-bars"]');
  await bars.locator('[data-bar="310000"]').click();
  await expect.poll(() => query(page).get('region')).toBe('310000');
  await bars.locator('.cursor-area').focus();
  for (const key of ['Home', 'ArrowDown', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
  await expect.poll(() => query(page).get('region')).toBe(await bars.locator('[data-bar]').nth(2).getAttribute('data-bar'));
});

test.each([
  { path: 'indicator/internet-penetration.html', text: '广东：地区页', heading: '广东省' },
  { path: 'en/indicator/internet-penetration.html', text: 'Guangdong: region page', heading: 'Guangdong' },
])('$path: a chosen region has a door to its own page, and who is not chosen has none', async ({ path, text, heading }) => {
  const { page, problems } = await openPage(path);
  await wakeMap(page);
  const door = page.locator(`${MAP_FIGURE} .map-door a`);
  expect(await door.count()).toBe(0);
  await clickOn(page, '440000');
  await expect.poll(() => door.allInnerTexts()).toEqual([text]);
  await clickOn(page, CORPS);
  await expect.poll(() => door.getAttribute('href')).toMatch(/region\/660000\.html$/);
  await clickOn(page, '440000');
  await expect.poll(() => door.allInnerTexts()).toEqual([text]);
  await door.click();
  await page.waitForURL(/region\/440000\.html$/);
  expect(await page.locator('h1').innerText()).toBe(heading);
  expect(problems).toEqual([]);
});
