import fs from 'node:fs';
import type { Download, Page } from 'playwright-core';
import { read, utils } from 'xlsx';
import { describe, expect, inject, test } from 'vitest';
import { readCsv } from '../download/readCsv.ts';
import { useBrowser, type PageWish } from '../support/browser.ts';
import { brotliBytes } from '../support/size.mjs';
import { PROVINCES_LIVE } from './selectors.ts';

const openPage = useBrowser();
const { dist, root } = inject('site');
const MAP = 'indicator/internet-penetration.html';
const TWIN = '#capability-map details.twin:not(.workings)';
const TAKE = `${TWIN} .take-away`;

async function openTwin(path = MAP, wish: PageWish = {}, twin = TWIN) {
  const opened = await openPage(path, wish);
  await opened.page.locator(`${twin} summary`).click();
  await opened.page.locator(`${twin} .take-away`).waitFor();
  return opened;
}
const take = (page: Page, way: string) => page.locator(`${TAKE} button[value="${way}"]`).click();
const told = (page: Page) => page.locator(`${TAKE} [role="status"]`);

async function saved(page: Page, way: string): Promise<{ download: Download; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), take(page, way)]);
  return { download, bytes: fs.readFileSync(await download.path()) };
}

/** The texts of the table as a reader sees them. */
const shownRows = (page: Page): Promise<string[][]> => page.locator(`${TWIN} table.data tr`).evaluateAll((rows) => rows.map((row) => (row instanceof HTMLTableRowElement ? [...row.cells].map((cell) => cell.textContent.replace(/\s+/g, ' ').trim()) : [])));
/** “−5.2” and “13,946” as a file writes them. */
const asNumber = (text: string): string => (/^[＋−]?[\d,]+(\.\d+)?$/.test(text) ? String(Number(text.replaceAll(',', '').replace('＋', '').replace('−', '-'))) : text);

/** Columns of a file beside which no status was put by us. */
const withoutStatuses = (rows: readonly (readonly (string | number)[])[]): string[][] => {
  const added = new Set((rows[0] ?? []).flatMap((label, index) => (/：状态$/.test(String(label)) ? [index] : [])));
  return rows.map((row) => row.map(String).filter((_, index) => !added.has(index)));
};
/** An absence is empty in its own column. */
const expectSame = (file: readonly (readonly string[])[], shown: readonly (readonly string[])[]): void => {
  expect(file).toHaveLength(shown.length);
  for (const [rowIndex, row] of shown.entries()) {
    for (const [column, text] of row.entries()) {
      const found = file[rowIndex]?.[column];
      if (found === '') expect(text, `row ${rowIndex}`).not.toMatch(/^[＋−]?\d/);
      else expect(found, `row ${rowIndex}`).toBe(rowIndex === 0 ? text : asNumber(text));
    }
  }
};

describe('the table of a figure is taken away', () => {
  test('as CSV: cell by cell what the page shows, with a mark for Excel and without one for tools', async () => {
    const { page, problems } = await openTwin();
    const shown = await shownRows(page);
    expect(shown.length).toBeGreaterThan(31);
    const excel = await saved(page, 'excel-csv');
    expect([...excel.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    await expect.poll(() => told(page).innerText()).toContain(excel.download.suggestedFilename());
    const tools = await saved(page, 'csv');
    expect(`\uFEFF${tools.bytes.toString('utf8')}`).toBe(excel.bytes.toString('utf8'));
    expect(tools.download.suggestedFilename()).toBe('capability-map-internet-penetration_zh.csv');
    expectSame(withoutStatuses(readCsv(tools.bytes.toString('utf8'))), shown);
    expect(problems).toEqual([]);
  });

  test('as a workbook: typed, with its sources on a second sheet', async () => {
    const { page, problems } = await openTwin();
    const shown = await shownRows(page);
    const { download, bytes } = await saved(page, 'xlsx');
    expect(download.suggestedFilename()).toBe('capability-map-internet-penetration_zh.xlsx');
    const book = read(bytes, { type: 'buffer' });
    const [first = '', second = ''] = book.SheetNames;
    expect(second).toBe('来源与状态');
    const rows = utils.sheet_to_json<(string | number)[]>(book.Sheets[first] ?? {}, { header: 1, defval: '' });
    expectSame(withoutStatuses(rows), shown);
    const numeric = shown[0]?.findIndex((_, column) => shown.some((row, index) => index > 0 && /^\d+\.\d+$/.test(row[column] ?? ''))) ?? -1;
    expect(rows.slice(1).some((row) => typeof row[numeric] === 'number')).toBe(true);
    const about = utils.sheet_to_json<string[]>(book.Sheets[second] ?? {}, { header: 1 });
    expect(about.map(([term]) => term)).toEqual(expect.arrayContaining(['标题', '指标', '来源', '网址']));
    expect(about.find(([term]) => term === '网址')?.[1]).toBe(page.url());
    expect(about.find(([term]) => term === '来源')?.[1]).toContain('来源：');
    expect(problems).toEqual([]);
  });

  test('what is taken is what the page shows then, under a name that says so', async () => {
    const { page } = await openTwin(`${MAP}?period=2010`);
    const shown = await shownRows(page);
    const { download, bytes } = await saved(page, 'csv');
    expect(download.suggestedFilename()).toBe('capability-map-internet-penetration_2010_zh.csv');
    expectSame(withoutStatuses(readCsv(bytes.toString('utf8'))), shown);
  });

  test('in English, its words are English', async () => {
    const { page } = await openTwin(`en/${MAP}`);
    expect(await page.locator(`${TAKE} button`).allInnerTexts()).toEqual(['CSV for Excel', 'CSV', 'XLSX', 'Copy']);
    const { bytes } = await saved(page, 'xlsx');
    expect(read(bytes, { type: 'buffer' }).SheetNames[1]).toBe('Sources and statuses');
  });

  test('a table of 193 × 60 becomes a workbook under a strict policy too: nothing waits for a worker that never comes', async () => {
    const { page, violations, problems } = await openTwin(MAP, { csp: true });
    await page.locator(`${TWIN} table.data`).evaluate((table) => {
      if (!(table instanceof HTMLTableElement)) return;
      const add = (row: HTMLTableRowElement, text: (column: number) => string): void => {
        for (let column = row.cells.length; column < 60; column += 1) {
          const cell = document.createElement(row.parentElement === table.tHead ? 'th' : 'td');
          cell.className = 'num';
          cell.textContent = text(column);
          row.append(cell);
        }
      };
      for (const row of table.tHead?.rows ?? []) add(row, (column) => `toys ${column}`);
      const body = table.tBodies[0];
      while (body && body.rows.length < 193) body.append(document.createElement('tr'));
      for (const [index, row] of [...(body?.rows ?? [])].entries()) add(row, (column) => `${index}.${column % 10}`);
    });
    const { bytes } = await saved(page, 'xlsx');
    const book = read(bytes, { type: 'buffer' });
    const sheet = book.Sheets[book.SheetNames[0] ?? ''] ?? {};
    const rows = utils.sheet_to_json<(string | number)[]>(sheet, { header: 1, defval: '' });
    expect(rows).toHaveLength(194);
    expect(rows[193]?.at(-1)).toBe(192.9);
    expect([violations, problems]).toEqual([[], []]);
  });
});

describe('the table is copied', () => {
  const clipboard = (page: Page, type: string): Promise<string> =>
    page.evaluate(async (wanted) => {
      const [item] = await navigator.clipboard.read();
      return item ? await (await item.getType(wanted)).text() : '';
    }, type);

  test('rich and plain, and the count of its rows is said', async () => {
    const { page } = await openTwin();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const shown = await shownRows(page);
    await take(page, 'copy');
    await expect.poll(() => told(page).innerText()).toBe(`已复制${shown.length - 1}行，可粘贴到表格或文档`);
    const tsv = (await clipboard(page, 'text/plain')).split(/\r?\n/).map((line) => line.split('\t'));
    expect(tsv.map((row) => row[0])).toEqual(shown.map((row) => row[0]));
    const html = await clipboard(page, 'text/html');
    const rich = await page.evaluate((text) => [...new DOMParser().parseFromString(text, 'text/html').querySelectorAll('tr')].map((row) => [...row.cells].map((cell) => cell.textContent)), html);
    expect(rich).toEqual(tsv);
  });

  test.each([
    { says: 'where the asynchronous clipboard refuses', spoil: () => Object.defineProperty(navigator, 'clipboard', { value: { write: () => Promise.reject(new DOMException('refused', 'NotAllowedError')) } }) },
    { says: 'where there is none', spoil: () => Object.defineProperty(navigator, 'clipboard', { value: undefined }) },
  ])('the older way is taken $says, and the keyboard stays where it was', async ({ spoil }) => {
    const { page, problems } = await openTwin();
    await page.evaluate(spoil);
    await page.evaluate(() => {
      document.addEventListener('copy', (event) => document.body.setAttribute('data-copied', JSON.stringify([event.clipboardData?.getData('text/plain'), event.clipboardData?.getData('text/html')])));
    });
    await page.locator(`${TAKE} button[value="copy"]`).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => told(page).innerText()).toMatch(/^已复制\d+行/);
    expect(await page.evaluate(() => document.activeElement instanceof HTMLButtonElement && document.activeElement.value)).toBe('copy');
    expect(problems).toEqual([]);
  });

  test('where nothing is allowed, it is said, and can be tried again', async () => {
    const { page } = await openTwin();
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true });
      document.execCommand = () => false;
    });
    await take(page, 'copy');
    await expect.poll(() => told(page).innerText()).toContain('浏览器不允许复制');
    await page.evaluate(() => {
      document.execCommand = () => true;
    });
    await page.locator(`${TAKE} button[name="take-again"]`).click();
    await expect.poll(() => told(page).innerText()).toMatch(/^已复制\d+行/);
  });
});

test('a table that is opened before its figure is alive stays open', async () => {
  const { page } = await openPage(MAP);
  await page.locator(`${TWIN} summary`).evaluate((summary) => {
    if (summary instanceof HTMLElement) summary.click();
  });
  await page.locator(`${PROVINCES_LIVE} ${TWIN} .take-away`).waitFor();
  expect(await page.locator(TWIN).evaluate((twin) => twin instanceof HTMLDetailsElement && twin.open)).toBe(true);
  expect(await page.locator(`${TWIN} .take-away`).count()).toBe(1);
});

describe('what can go wrong', () => {
  test('a program that does not come is said, and can be tried again', async () => {
    const { page } = await openTwin();
    await page.route(/\/assets\/xlsx-/, (route) => route.abort());
    await take(page, 'xlsx');
    await expect.poll(() => told(page).innerText()).toContain('生成文件的程序没有取到');
    expect(await page.locator(`${TAKE} button[name="take-again"]`).innerText()).toBe('再试一次');
    const { bytes } = await saved(page, 'csv');
    expect(bytes.length).toBeGreaterThan(500);
    expect(await page.locator(`${TAKE} button[name="take-again"]`).count()).toBe(0);
  });

  test('inside WeChat it is said what to do', async () => {
    const { page } = await openTwin();
    await page.evaluate(() => Object.defineProperty(navigator, 'userAgent', { value: `${navigator.userAgent} MicroMessenger/8.0.49` }));
    await take(page, 'csv');
    await expect.poll(() => told(page).innerText()).toContain('在浏览器打开');
    expect(await page.locator(`${TAKE} button[name="take-again"]`).count()).toBe(0);
  });

  test('a table that its publisher lets nobody hand on is not offered', async () => {
    const { page } = await openPage('indicator/digital-finance-index.html');
    await page.locator(`${TWIN} summary`).click();
    await page.waitForLoadState('networkidle');
    expect(await page.locator(`${TWIN} table.data`).isVisible()).toBe(true);
    expect(await page.locator('.take-away').count()).toBe(0);
  });

  test('without a script there is no button that does nothing', async () => {
    const { page } = await openPage(MAP, { javaScript: false });
    await page.locator(`${TWIN} summary`).click();
    expect(await page.locator('.take-away:visible').count()).toBe(0);
  });
});

test('nothing for it is fetched before it is used, and workbooks cost only those who want one', async () => {
  const { page, requests } = await openTwin();
  const scripts = () => requests.filter((address) => address.startsWith(root) && address.endsWith('.js')).map((address) => new URL(address).pathname);
  expect(scripts().filter((file) => /xlsx|papaparse/.test(file))).toEqual([]);
  const before = new Set(scripts());
  await saved(page, 'xlsx');
  const writers = scripts().filter((file) => !before.has(file));
  const size = writers.reduce((sum, file) => sum + brotliBytes(`${dist}${file}`), 0);
  expect(size).toBeGreaterThan(0);
  expect(size).toBeLessThanOrEqual(20_000);
});
