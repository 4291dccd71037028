import { describe, expect, test } from 'vitest';
import { useBrowser } from '../support/browser.ts';

const openPage = useBrowser();
const PLOT = '.timeline-plot';

describe.each([
  { path: 'systems.html', of: (k: number) => `51个中${k}个` },
  { path: 'en/systems.html', of: (k: number) => `${k} of 51` },
])('$path', ({ path, of }) => {
  test('without JavaScript all 51 stand there and the timeline is drawn, each of its labels leading to an entry', async () => {
    const { page, problems } = await openPage(path, { javaScript: false });
    expect(await page.locator('[data-item]').filter({ visible: true }).count()).toBe(51);
    const hrefs = await page.locator(`${PLOT} a`).evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    expect(hrefs).toHaveLength(23);
    for (const href of hrefs) expect(await page.locator(href).count()).toBe(1);
    expect(await page.locator('.timeline-unknown a').filter({ visible: true }).count()).toBe(28);
    expect(await page.locator('.entry .figure-lines b').filter({ hasText: /\d/ }).count()).toBeGreaterThan(40);
    expect(problems).toEqual([]);
  });

  test.each([780, 1280, 1920])('at %i px no drawn label meets another or a bar, and none leaves the plot', async (width) => {
    const { page } = await openPage(path, { viewport: { width, height: 900 } });
    const meetings = await page.locator(PLOT).evaluate((plot) => {
      const boxes = [...plot.querySelectorAll('.lane a text, .lane rect')].map((element) => ({ element, box: element.getBoundingClientRect() }));
      const frame = plot.getBoundingClientRect();
      const found: string[] = [];
      for (const [index, { element, box }] of boxes.entries()) {
        if (box.left < frame.left - 1 || box.right > frame.right + 1) found.push(`${element.textContent} leaves`);
        for (const other of boxes.slice(index + 1)) {
          const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
          const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
          if (across > 0.5 && down > 0.5) found.push(`${element.textContent} and ${other.element.textContent}`);
        }
      }
      return found;
    });
    expect(meetings).toEqual([]);
    const forums = await page.locator(`${PLOT} .lane-axis .moment`).evaluateAll((texts) => texts.map((text) => text.getBoundingClientRect()).map(({ left, right }) => ({ left, right })));
    expect(forums).toHaveLength(2);
    expect(forums[0]?.right).toBeLessThanOrEqual(forums[1]?.left ?? 0);
  });

  test('on a phone it is a list by year', async () => {
    const { page } = await openPage(path, { viewport: { width: 390, height: 800 } });
    expect(await page.locator(PLOT).isVisible()).toBe(false);
    const years = await page.locator('.timeline-years > li > b').filter({ visible: true }).allInnerTexts();
    expect(years.length).toBeGreaterThan(5);
    expect([...years].sort()).toEqual(years);
    expect(await page.locator('.timeline-years a').count()).toBe(23);
  });

  test('the keys walk it by year, say what stands there, and Enter goes to the entry', async () => {
    const { page, problems } = await openPage(path);
    await page.locator(PLOT).focus();
    await page.waitForSelector('[data-island="cursor"][data-state="live"]');
    const spoken = () => page.locator(`${PLOT} [aria-live]`).innerText();
    await page.keyboard.press('Home');
    await expect.poll(spoken).toContain('1988');
    await page.keyboard.press('ArrowRight');
    await expect.poll(spoken).toContain('2015');
    await page.keyboard.press('PageDown');
    await expect.poll(spoken).toContain('2016');
    await page.keyboard.press('Enter');
    await expect.poll(() => new URL(page.url()).hash).toBe('#smart-court');
    expect(problems).toEqual([]);
  });

  test('kind, forum and words choose', async () => {
    const { page } = await openPage(`${path}?kind=platform&forum=wuzhen`);
    await page.waitForSelector('[data-island="filter"][data-state="live"]');
    const shown = page.locator('[data-item]').filter({ visible: true });
    const kinds = await shown.evaluateAll((items) => items.map((item) => `${item.getAttribute('data-kind')} ${item.getAttribute('data-forum')}`));
    expect(new Set(kinds)).toEqual(new Set(['platform wuzhen']));
    const count = page.locator('[data-count]');
    expect(await count.innerText()).toBe(of(kinds.length));
    await page.locator('button[name="reset"]').click();
    await page.locator('input[name="q"]').fill(path.startsWith('en') ? 'singapore' : '新加坡政府');
    await expect.poll(() => shown.evaluateAll((items) => items.map(({ id }) => id))).toEqual(['smart-nation']);
    await page.goto(new URL('?kind=castle', page.url()).href);
    await expect.poll(() => page.locator('[data-refused]').filter({ visible: true }).innerText()).toContain('kind=castle');
  });
});
