import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeFinds } from '../support/axe.ts';
import { useBrowser, type PageWish } from '../support/browser.ts';
import { printedValues } from '../support/publishedTable.ts';

const openPage = useBrowser();
const PENETRATION = 'indicator/internet-penetration.html';
const LONGEST = 'indicator/population.html';
const SERVICES = 'coverage.html';
const MATRIX = '[data-island="matrix"]';

async function openLive(path: string, wish: PageWish = {}) {
  const opened = await openPage(path, wish);
  await wake(opened.page);
  return opened;
}
async function wake(page: Page): Promise<void> {
  await page.locator(`${MATRIX} .matrix-box`).hover();
  await page.waitForSelector(`${MATRIX}[data-state="live"]`);
}

const rowNames = (page: Page) => page.locator(`${MATRIX} tbody tr[data-key] th`).allInnerTexts();
const cellsOf = (page: Page, column: string) => page.locator(`${MATRIX} tbody td[data-key="${column}"]`).allInnerTexts();
const told = (page: Page) => page.locator(`${MATRIX} .matrix-told`).innerText();
const search = (page: Page) => new URL(page.url()).searchParams;
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('data-say') ?? null);

test('without a script it is a table that can be read, and no grid that keys would have to walk', async () => {
  const { page } = await openPage(PENETRATION, { javaScript: false });
  const table = page.locator(`${MATRIX} table`);
  expect(await table.getAttribute('role')).toBeNull();
  expect(await page.locator(`${MATRIX} th[scope=row]`).count()).toBeGreaterThanOrEqual(31);
  expect(await page.locator(`${MATRIX} table button`).count()).toBe(0);
  expect((await page.locator(`${MATRIX} tbody tr[data-key="440000"]`).innerText()).replace(/\s+/g, ' ')).toContain('74.0');
});

test('coming alive moves nothing', async () => {
  const { page } = await openPage(SERVICES);
  await page.locator(`${MATRIX} h2, ${MATRIX} .matrix-box`).first().scrollIntoViewIfNeeded();
  await page.evaluate(() => {
    Reflect.set(globalThis, 'shifted', 0);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) Reflect.set(globalThis, 'shifted', Number(Reflect.get(globalThis, 'shifted')) + Number(Reflect.get(entry, 'value')));
    }).observe({ type: 'layout-shift' });
  });
  await wake(page);
  await page.waitForTimeout(300);
  expect(await page.evaluate(() => Number(Reflect.get(globalThis, 'shifted')))).toBeLessThan(0.0005);
});

describe('by keys', () => {
  test('one stop in the order of the tab key; arrows, ends, tens of rows and corners; the words shown are those of the cell', async () => {
    const { page, problems } = await openLive(PENETRATION);
    expect(await page.locator(`${MATRIX} [data-stop][tabindex="0"]`).count()).toBe(1);
    await page.locator(`${MATRIX} [data-stop][tabindex="0"]`).focus();
    const said: (string | null)[] = [await focused(page)];
    for (const key of ['ArrowRight', 'ArrowDown', 'PageDown', 'End', 'Home', 'Control+End', 'ArrowUp']) {
      await page.keyboard.press(key);
      said.push(await focused(page));
      const shown = await page.locator(`${MATRIX} .cursor-tip`).innerText();
      expect(shown, key).toBe(said.at(-1));
      expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label')), key).toBe(shown);
      expect(await page.locator(`${MATRIX} [data-stop][tabindex="0"]`).count()).toBe(1);
    }
    expect(said.map((text) => text?.split('，').slice(0, 2).join(' '))).toEqual(['北京 2010年', '北京 2011年', '天津 2011年', '安徽 2011年', '安徽 2016年', '安徽 2010年', '全国 2016年', '新疆 2016年']);
    expect(problems).toEqual([]);
  });

  test.each([390, 1280, 2560])('at %i px the frozen row and column never cover the cell that has the focus', async (width) => {
    const { page } = await openLive(LONGEST, { viewport: { width, height: Math.round(width * 0.75) } });
    await page.locator(`${MATRIX} tbody [data-stop]`).first().focus();
    const covered: string[] = [];
    for (const key of ['Control+End', 'ArrowUp', 'PageUp', 'PageUp', 'ArrowLeft', 'ArrowLeft', 'Home', 'PageUp', 'End', 'PageDown', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowUp']) {
      await page.keyboard.press(key);
      const isCovered = await page.evaluate(() => {
        const cell = document.activeElement?.getBoundingClientRect();
        const table = document.activeElement?.closest('table');
        const box = table?.parentElement?.getBoundingClientRect();
        if (!cell || !table || !box) return 'no cell has the focus';
        const isHead = document.activeElement?.closest('thead') !== null;
        const head = isHead ? box.top : (table.querySelector('thead tr:last-child th')?.getBoundingClientRect().bottom ?? 0);
        const side = document.activeElement?.closest('.matrix-corner') ? box.left : (table.querySelector('tbody th[scope=row]')?.getBoundingClientRect().right ?? 0);
        return cell.top < head - 1 || cell.left < side - 1 || cell.bottom > box.bottom + 1 || cell.right > box.right + 1 ? `${cell.left},${cell.top} under ${side},${head}` : '';
      });
      if (isCovered !== '') covered.push(`${key}: ${isCovered}`);
    }
    expect(covered).toEqual([]);
  });

  test('Enter on a cell picks its region and its period for the map', async () => {
    const { page } = await openLive(PENETRATION);
    await page.locator(`${MATRIX} tr[data-key="440000"] td[data-key="2013"]`).focus();
    await page.keyboard.press('Enter');
    expect([search(page).get('region'), search(page).get('period')]).toEqual(['440000', '2013']);
    expect(await page.locator(`${MATRIX} tr.is-selected th`).innerText()).toBe('广东');
  });

  test('Enter follows the column to its indicator, with the region', async () => {
    const { page } = await openLive(SERVICES);
    await page.locator(`${MATRIX} tr[data-key="440000"] td[data-key^="egov-cloud-pilot"]`).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/indicator\/egov-cloud-pilot\.html\?region=440000/);
  });
});

describe('order and filter', () => {
  test('a heading orders by its column, says so, and turns at the second press; the address holds it and Back gives it back', async () => {
    const { page } = await openLive(PENETRATION);
    const heading = page.locator(`${MATRIX} thead th`).filter({ hasText: '2016' });
    await heading.locator('button').click();
    expect(await heading.getAttribute('aria-sort')).toBe('descending');
    expect(await told(page)).toContain('按2016年排列，由大到小');
    expect(await page.locator(`${MATRIX} th[aria-sort]`).count()).toBe(1);
    const printed = [...(printedValues('internet-penetration').get('2016') ?? new Map<string, string>())].filter(([id]) => id !== '100000').map(([, value]) => Number(value));
    expect((await cellsOf(page, '2016')).map(Number)).toEqual(printed.sort((a, b) => b - a));
    await heading.locator('button').click();
    expect(await heading.getAttribute('aria-sort')).toBe('ascending');
    expect(search(page).get('order')).toBe('2016.turned');
    await page.goBack();
    await expect.poll(() => heading.getAttribute('aria-sort')).toBe('descending');
    await page.goBack();
    await expect.poll(() => heading.getAttribute('aria-sort')).toBeNull();
    expect((await rowNames(page)).slice(0, 2)).toEqual(['北京', '天津']);
  });
  test('Enter on a heading orders as a click does', async () => {
    const { page } = await openLive(PENETRATION);
    await page.locator(`${MATRIX} tbody [data-stop]`).first().focus();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    expect(search(page).get('order')).toBe('2010');
  });
  test('by group, the four regions stand under their names with their number', async () => {
    const { page } = await openLive(SERVICES);
    await page.locator(`${MATRIX} button`, { hasText: '按四大地区' }).click();
    expect(await page.locator(`${MATRIX} tr.matrix-block`).allInnerTexts()).toEqual(['东部 10', '中部 6', '西部 13', '东北 3'].map((text) => expect.stringContaining(text)));
    expect(await rowNames(page)).toHaveLength(32);
  });
  test('words leave the rows and columns that have them, and the link shows the same', async () => {
    const { page } = await openLive(PENETRATION);
    await page.locator(`${MATRIX} input[type=search]`).pressSequentially('guangdong 浙江 2016');
    await expect.poll(() => rowNames(page)).toEqual(['浙江', '广东']);
    expect(await page.locator(`${MATRIX} thead th`).count()).toBe(2);
    expect(await told(page)).toBe('显示31行中的2行、7列中的1列。');
    const shared = await openPage(`${PENETRATION}${new URL(page.url()).search}`);
    await shared.page.waitForSelector(`${MATRIX}[data-state="live"]`);
    await expect.poll(() => rowNames(shared.page)).toEqual(['浙江', '广东']);
  });
  test('an order that is not there is told and left out', async () => {
    const { page } = await openPage(`${PENETRATION}?order=1999`);
    await page.waitForSelector(`${MATRIX}[data-state="live"]`);
    expect(await page.locator(`${MATRIX} .message`).innerText()).toContain('order=1999');
  });
});

// The colours of the large matrix are those of its drawing, which everyPage.test.ts reads in light and in dark.
test.each([
  { path: SERVICES, wish: { colours: 'leftOut' } as const },
  { path: PENETRATION, wish: {} },
])('axe finds nothing in the live matrix of $path', async ({ path, wish }) => {
  const { page } = await openLive(path);
  await page.locator(`${MATRIX} tbody [data-stop]`).first().focus();
  await page.keyboard.press('ArrowRight');
  expect(await axeFinds(page, { within: MATRIX, hasAdvice: true, ...wish })).toEqual([]);
});

describe('with the reader’s own colours', () => {
  test('a texture of its own for each absence, and the class colours are not asked for', async () => {
    const { page } = await openLive('indicator/egov-service-capability.html');
    await page.emulateMedia({ forcedColors: 'active' });
    const seen = await page.locator(`${MATRIX} td.absent-notGathered`).first().evaluate((cell) => getComputedStyle(cell).backgroundImage);
    expect(seen).toContain('radial-gradient');
    expect(await page.locator(`${MATRIX} .of-colour`).first().isVisible()).toBe(false);
  });
  test('five kinds of absence, five textures, in every way of seeing', async () => {
    const { page } = await openLive(SERVICES);
    for (const media of [{ forcedColors: 'none' }, { forcedColors: 'active' }, { forcedColors: 'none', media: 'print' }, { forcedColors: 'none', media: 'screen', contrast: 'more' }] as const) {
      await page.emulateMedia(media);
      const textures = await page.evaluate(() =>
        ['notPublished', 'notGathered', 'notApplicable', 'notSurveyed', 'suppressed'].map((kind) => {
          const cell = document.createElement('i');
          cell.className = `matrix-swatch absent absent-${kind}`;
          document.querySelector('.matrix-legend')?.append(cell);
          const { backgroundImage, backgroundSize } = getComputedStyle(cell);
          cell.remove();
          return `${backgroundImage} ${backgroundSize}`;
        }),
      );
      expect(new Set(textures).size, JSON.stringify(media)).toBe(5);
      expect(textures.filter((texture) => texture.startsWith('none')), JSON.stringify(media)).toEqual([]);
    }
  });
});

test('on paper all rows are there, nothing is frozen, and no cursor', async () => {
  const { page } = await openLive(SERVICES);
  await page.locator(`${MATRIX} tbody [data-stop]`).first().focus();
  await page.keyboard.press('ArrowRight');
  await page.emulateMedia({ media: 'print' });
  const seen = await page.locator(MATRIX).evaluate((island) => {
    const box = island.querySelector('.matrix-box');
    const cell = island.querySelector('tbody th');
    const layer = island.querySelector('.cursor-layer');
    return { overflow: box && getComputedStyle(box).overflow, position: cell && getComputedStyle(cell).position, cursor: layer && getComputedStyle(layer).display, controls: [...island.querySelectorAll('.controls')].map((one) => getComputedStyle(one).display) };
  });
  expect(seen).toEqual({ overflow: 'visible', position: 'static', cursor: 'none', controls: ['none'] });
});
