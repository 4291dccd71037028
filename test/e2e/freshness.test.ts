import { describe, expect, test } from 'vitest';
import { useBrowser } from '../support/browser.ts';

const openPage = useBrowser();

describe.each([
  { path: 'indicator/un-egdi.html', age: '距今1年10个月', late: '已过预计时间' },
  { path: 'en/indicator/un-egdi.html', age: '1 year 10 months old', late: 'past the expected date' },
])('$path: the survey of 2024, the next due in September 2026', ({ path, age, late }) => {
  test.each([
    { says: 'in the month itself it is not late', now: '2026-11-23T12:00:00', change: { due: '2026-12-01' }, isLate: false },
    { says: 'after it, it is', now: '2026-11-23T12:00:00', change: {}, isLate: true },
  ])('$says', async ({ now, change, isLate }) => {
    const { page, problems } = await openPage(path);
    await page.clock.setFixedTime(now);
    await page.reload();
    const freshness = page.locator('.freshness').first();
    await expect.poll(() => freshness.locator('.age').innerText()).toContain(age);
    if (change.due !== undefined) {
      // As it would stand for a series that is due later: the same script tells it again.
      await page.addInitScript((due) => {
        addEventListener('DOMContentLoaded', () => {
          for (const element of document.querySelectorAll('.freshness')) element.setAttribute('data-due', due);
        });
      }, change.due);
      await page.reload();
      await expect.poll(() => freshness.locator('.age').innerText()).toContain(age);
    }
    expect(await freshness.locator('.overdue').isVisible()).toBe(isLate);
    expect((await freshness.innerText()).includes(late)).toBe(isLate);
    expect(await freshness.evaluate((element) => element.hasAttribute('data-overdue'))).toBe(isLate);
    if (isLate) expect(await freshness.locator('.overdue svg').isVisible()).toBe(true);
    expect(problems).toEqual([]);
  });

  test('a clock that stands before the figures were read is wrong, and tells nothing', async () => {
    const { page } = await openPage(path);
    await page.clock.setFixedTime('2019-01-01T12:00:00');
    await page.reload();
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(800);
    const freshness = page.locator('.freshness').first();
    expect(await freshness.locator('.age').textContent()).toBe('');
    expect(await freshness.locator('.overdue').isVisible()).toBe(false);
  });

  test('without JavaScript it says its dates and no age', async () => {
    const { page } = await openPage(path, { javaScript: false });
    const text = await page.locator('.freshness').first().innerText();
    expect(text).toContain('2024');
    expect(text).toContain('2026');
    expect(text).not.toContain(late);
  });
});

test('the list of indicators marks those that are late, by a shape and a word', async () => {
  const { page } = await openPage('indicators.html');
  await page.clock.setFixedTime('2026-11-23T12:00:00');
  await page.reload();
  const marks = page.locator('.overdue').filter({ visible: true });
  await expect.poll(() => marks.count()).toBeGreaterThan(0);
  const all = await page.locator('[data-due]').count();
  expect(await marks.count()).toBeLessThanOrEqual(all);
  expect(await page.locator('a[href="./indicator/un-egdi.html"] .overdue').isVisible()).toBe(true);
  expect(await page.locator('a[href="./indicator/gdp.html"] .overdue').isVisible()).toBe(false);
});

test('no page says when the whole site was last changed', async () => {
  for (const path of ['index.html', 'en/index.html', 'about.html', 'en/about.html']) {
    const { page } = await openPage(path);
    expect(await page.locator('body').innerText()).not.toMatch(/last updated|最后更新|更新于|更新时间/i);
  }
});
