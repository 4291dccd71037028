import { describe, expect, test } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { CORPS, MAP_FIGURE, mapSheet, optionIds, TREND_FIGURE } from './selectors.ts';

const openPage = useBrowser();

describe.each([
  { lang: 'zh', path: 'index.html', province: '广东' },
  { lang: 'en', path: 'en/index.html', province: 'Guangdong' },
])('the dashboard without JavaScript, $lang', ({ path, province }) => {
  test('the map is drawn, with all 34 regions', async () => {
    const { page, problems } = await openPage(path, { javaScript: false });
    const ids = await optionIds(page);
    for (const id of ['110000', '440000', '650000', '710000', '810000', '820000']) expect(ids).toContain(id);
    expect(ids.filter((id) => id !== CORPS)).toHaveLength(34);
    expect(new Set(ids).size).toBe(ids.length);
    const box = await mapSheet(page).boundingBox();
    expect(box?.width).toBeGreaterThan(200);
    expect(box?.height).toBeGreaterThan(150);
    expect(problems).toEqual([]);
  });

  test('each figure says its takeaway, with a number in it', async () => {
    const { page } = await openPage(path, { javaScript: false });
    for (const figure of [MAP_FIGURE, TREND_FIGURE]) {
      const caption = page.locator(`${figure} figcaption`).first();
      expect(await caption.isVisible()).toBe(true);
      expect(await caption.innerText()).toMatch(/\d/);
    }
  });

  test('each figure has its table, and the table has figures', async () => {
    const { page } = await openPage(path, { javaScript: false });
    for (const figure of [MAP_FIGURE, TREND_FIGURE]) {
      const details = page.locator(`${figure} details`, { has: page.locator('table') }).first();
      await details.locator('summary').click();
      const table = details.locator('table');
      expect(await table.isVisible()).toBe(true);
      expect(await table.locator('th[scope="col"]').count()).toBeGreaterThanOrEqual(2);
    }
    const table = page.locator(`${MAP_FIGURE} table`).first();
    expect(await table.locator('tbody tr').count()).toBeGreaterThanOrEqual(31);
    expect(await table.innerText()).toContain(province);
    const values = await page.locator(`${TREND_FIGURE} table tbody`).first().innerText();
    expect(values.match(/\d[\d,.]*/g)?.length).toBeGreaterThan(10);
  });

  test('the trend is drawn', async () => {
    const { page } = await openPage(path, { javaScript: false });
    const picture = page.locator(`${TREND_FIGURE} svg`).filter({ visible: true }).first();
    expect(await picture.locator('path, polyline, circle').count()).toBeGreaterThan(10);
    const box = await picture.boundingBox();
    expect(box?.width).toBeGreaterThan(200);
  });
});

describe('figures as published, without JavaScript', () => {
  test.each(['indicator/un-egdi.html', 'en/indicator/un-egdi.html'])('%s: China 2024 is 0.8718, rank 35 of 193', async (path) => {
    const { page } = await openPage(path, { javaScript: false });
    const text = await page.locator('main').innerText();
    expect(text).toMatch(/0\.8718/);
    expect(text).toMatch(/第\s*35\s*位，共\s*193|35(?:th)? of 193/);
  });

  test.each(['indicator/government-websites-by-province.html', 'en/indicator/government-websites-by-province.html'])('%s: 13,562 websites', async (path) => {
    const { page } = await openPage(path, { javaScript: false });
    expect(await page.locator('main').innerText()).toContain('13,562');
  });
});

test.each(['index.html', 'ranking.html', 'compare.html', 'workshop.html', 'indicator/internet-penetration.html', 'en/coverage.html'])('%s: nothing asks for a choice that could not be made', async (path) => {
  const { page } = await openPage(path, { javaScript: false });
  const asking = await page.locator('main :is(select, input, textarea):visible').evaluateAll((controls) => controls.map((control) => control.outerHTML.slice(0, 80)));
  expect(asking).toEqual([]);
});
