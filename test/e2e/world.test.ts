import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { printedRows } from '../support/publishedTable.ts';

const openPage = useBrowser();
const PAGE = 'indicator/un-egdi.html';
const FIGURE = 'figure[data-figure="world"]';
const LIVE = '[data-island="world"][data-state="live"]';

async function wake(page: Page): Promise<void> {
  await page.locator('[data-island="world"]').hover({ position: { x: 4, y: 4 } });
  await page.waitForSelector(LIVE);
}
const names = (page: Page) => page.locator(`${FIGURE} .path-names .ample`).allTextContents();
const messages = (page: Page) => page.locator(`${FIGURE} .message`).allTextContents();

describe('the survey of countries', () => {
  test('a peer that is added is drawn, told in the address, and goes again', async () => {
    const { page, problems } = await openPage(PAGE);
    await wake(page);
    await page.locator('select[name="add-region"]').selectOption('SGP');
    await expect.poll(() => names(page)).toHaveLength(2);
    const place = printedRows('un-egdi').filter(({ region }) => region === 'SGP').at(-1)?.['rank'];
    expect((await names(page))[1]).toBe(`新加坡 第${place}`);
    expect(new URL(page.url()).search).toBe('?regions=SGP');
    await page.locator('button[name="remove-region"]').click();
    await expect.poll(() => names(page)).toHaveLength(1);
    expect(new URL(page.url()).search).toBe('');
    expect(problems).toEqual([]);
  });

  test('an address with edition, group and peers is shown at once, and Back undoes a choice', async () => {
    const { page } = await openPage(`${PAGE}?period=2020&regions=KOR.DNK&group=Europe&utm_source=toys`);
    await page.waitForSelector(LIVE);
    await expect.poll(() => names(page)).toHaveLength(3);
    expect(await page.locator(`${FIGURE} .figure-head`).innerText()).toContain('2020年');
    await page.locator('select[name="group"]').selectOption('');
    expect(new URL(page.url()).search).toBe('?period=2020&regions=KOR.DNK&utm_source=toys');
    await page.goBack();
    await expect.poll(() => page.locator('select[name="group"]').inputValue()).toBe('Europe');
  });

  test('what an address asks for and is not there is told, as text, and the rest is shown', async () => {
    const { page, dialogs, problems } = await openPage(`${PAGE}?period=1066&regions=${encodeURIComponent('<img src=x onerror=alert(1)>')}&group=Atlantis`);
    await page.waitForSelector(LIVE);
    await expect.poll(async () => (await messages(page)).length).toBe(3);
    expect((await messages(page)).join(' ')).toContain('<img src=x onerror=alert(1)>');
    expect(await names(page)).toHaveLength(1);
    expect(dialogs).toEqual([]);
    expect(problems).toEqual([]);
  });

  test('a fifth peer is refused with a sentence', async () => {
    const { page } = await openPage(`${PAGE}?regions=KOR.DNK.SGP.EST`);
    await page.waitForSelector(LIVE);
    await page.locator('select[name="add-region"]').selectOption('FIN');
    await expect.poll(() => messages(page)).toEqual(['最多同看4国；先去掉一个，再加别的。']);
    expect(await names(page)).toHaveLength(5);
  });

  test('the arrow keys walk along the editions, and what is spoken is what is shown', async () => {
    const { page } = await openPage(PAGE);
    await wake(page);
    const paths = page.locator(`${FIGURE} .world-paths`);
    await paths.focus();
    await page.keyboard.press('End');
    const spoken = paths.locator('[aria-live="polite"]');
    await expect.poll(() => spoken.textContent()).toMatch(/^2024年，中国，第35位，共193/);
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => spoken.textContent()).toMatch(/^2022年，中国，第43位/);
    await page.keyboard.press('Home');
    await expect.poll(() => spoken.textContent()).toMatch(/^2003年，中国，第74位/);
  });
});
