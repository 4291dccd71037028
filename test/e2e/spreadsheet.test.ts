import fs from 'node:fs';
import Papa from 'papaparse';
import type { Locator, Page } from 'playwright-core';
import { read, utils, type CellObject, type WorkSheet } from 'xlsx';
import { describe, expect, test } from 'vitest';
import { useBrowser } from '../support/browser.ts';

const openPage = useBrowser();

/** One table cell as a reader sees it: its words without what is only heard. */
interface ShownCell {
  readonly key: string;
  readonly text: string;
  /** Words for the ear, “，存疑”. */
  readonly heard: string;
}
interface ShownTable {
  readonly heads: readonly string[];
  readonly rows: readonly { readonly id: string; readonly cells: readonly ShownCell[] }[];
}
/** A number of the page as a file has it: “＋26.2” is 26.2, “−5.2” is -5.2, “13,946” is 13946; null: it is no number. */
function numberOf(text: string): number | null {
  const found = /^(?:[＞>＜<]|约|c\. )?([＋+−-]?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?%?$/.exec(text.trim());
  return found ? Number(`${found[1] === '−' || found[1] === '-' ? '-' : ''}${(found[2] ?? '').replaceAll(',', '')}${found[3] ?? ''}`) : null;
}
const decimalsOf = (text: string): number => /\.(\d+)/.exec(text)?.[1]?.length ?? 0;

type FileCell = string | number | null;
interface OpenedFile {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly FileCell[])[];
}

/** By papaparse: every cell a text; null where it is empty. */
function parseCsv(bytes: Buffer): OpenedFile {
  const { data, errors } = Papa.parse<string[]>(bytes.toString('utf8').replace(/^\uFEFF/, ''), { skipEmptyLines: true });
  expect(errors).toEqual([]);
  const [heads = [], ...rows] = data;
  return { heads, rows: rows.map((row) => row.map((cell) => (cell === '' ? null : cell))) };
}

const isCell = (value: unknown): value is CellObject => typeof value === 'object' && value !== null && 't' in value;
const cellOf = (sheet: WorkSheet, row: number, column: number): CellObject | null => {
  const found: unknown = sheet[utils.encode_cell({ r: row, c: column })];
  return isCell(found) ? found : null;
};
const valueOf = (cell: CellObject | null): FileCell => (typeof cell?.v === 'string' || typeof cell?.v === 'number' ? cell.v : null);

/** By SheetJS, which did not write it. */
function parseXlsx(bytes: Buffer) {
  const book = read(bytes, { type: 'buffer', cellFormula: true, cellNF: true, bookFiles: true });
  const [first = '', second = ''] = book.SheetNames;
  const sheet = book.Sheets[first] ?? {};
  const range = utils.decode_range(sheet['!ref'] ?? 'A1');
  const at = (row: number) => Array.from({ length: range.e.c + 1 }, (_, column) => cellOf(sheet, row, column));
  const files: unknown = Reflect.get(book, 'files');
  const file: unknown = typeof files === 'object' && files !== null ? Reflect.get(files, 'xl/worksheets/sheet1.xml') : undefined;
  const content: unknown = typeof file === 'object' && file !== null ? Reflect.get(file, 'content') : undefined;
  return {
    sheets: book.SheetNames,
    cells: Array.from({ length: range.e.r + 1 }, (_, row) => at(row)),
    about: utils.sheet_to_json<string[]>(book.Sheets[second] ?? {}, { header: 1, defval: '' }).map((row) => row.map(String)),
    xml: content instanceof Uint8Array ? new TextDecoder().decode(content) : String(content),
  };
}

async function saved(page: Page, box: Locator, way: string): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), box.locator(`button[value="${way}"]`).click()]);
  return { name: download.suggestedFilename(), bytes: fs.readFileSync(await download.path()) };
}

async function copied(page: Page, box: Locator): Promise<OpenedFile> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await box.locator('button[value="copy"]').click();
  await expect.poll(() => box.locator('[role="status"]').innerText()).toMatch(/^(已复制|Copied)/);
  const text = await page.evaluate(() => navigator.clipboard.readText());
  const { data } = Papa.parse<string[]>(text.replace(/\r\n/g, '\n'), { delimiter: '\t', newline: '\n' });
  const [heads = [], ...rows] = data;
  return { heads, rows: rows.map((row) => row.map((cell) => (cell === '' ? null : cell))) };
}

/** The four ways, each opened by a reader that is not its writer; all hold the same cells. */
async function everyWay(page: Page, box: Locator) {
  const excel = await saved(page, box, 'excel-csv');
  const tools = await saved(page, box, 'csv');
  expect([...excel.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect([...tools.bytes.subarray(0, 3)]).not.toEqual([0xef, 0xbb, 0xbf]);
  expect(excel.bytes.subarray(3).equals(tools.bytes)).toBe(true);
  const csv = parseCsv(tools.bytes);
  const workbook = await saved(page, box, 'xlsx');
  const book = parseXlsx(workbook.bytes);
  const [heads = [], ...body] = book.cells;
  const xlsx: OpenedFile = { heads: heads.map((cell) => String(valueOf(cell) ?? '')), rows: body.map((row) => row.map(valueOf)) };
  const tsv = await copied(page, box);
  // A formula is guarded by an apostrophe in text files; our tables begin no text so.
  const asText = (rows: OpenedFile['rows']) => rows.map((row) => row.map((cell) => (cell === null ? null : String(cell))));
  expect(csv.heads).toEqual(xlsx.heads);
  expect(asText(xlsx.rows)).toEqual(csv.rows);
  expect(tsv.heads).toEqual(csv.heads);
  expect(tsv.rows).toHaveLength(csv.rows.length);
  expect(book.sheets).toHaveLength(2);
  expect(book.xml).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
  expect(book.cells.flat().filter((cell) => cell?.f !== undefined)).toEqual([]);
  return { names: [excel.name, tools.name, workbook.name], file: xlsx, cells: body, about: book.about, tsv };
}

const term = (about: readonly (readonly string[])[], name: string): string => about.find(([one]) => one === name)?.[1] ?? '';
const column = (file: OpenedFile, label: string): number => {
  const found = file.heads.indexOf(label);
  expect(found, `no column “${label}” in ${file.heads.join(' | ')}`).toBeGreaterThanOrEqual(0);
  return found;
};

describe('the ranking', () => {
  const FIGURE = 'figure[data-figure="ranking"]';
  const open = async (search: string, path = 'ranking.html') => {
    const opened = await openPage(`${path}${search}`);
    await opened.page.locator(`${FIGURE} .figure-head`).hover();
    await opened.page.waitForSelector('[data-island="ranking"][data-state="live"]');
    return opened;
  };
  const shown = (page: Page): Promise<ShownTable> =>
    page.locator(`${FIGURE} table.ranking`).evaluate((table) => {
      const plain = (element: Element, drop: string): string => {
        const copy = element.cloneNode(true);
        if (!(copy instanceof Element)) return '';
        for (const one of copy.querySelectorAll(drop)) one.remove();
        return (copy.textContent ?? '').replace(/\s+/g, ' ').trim();
      };
      const isShown = (element: Element) => element.checkVisibility();
      return {
        heads: [...table.querySelectorAll('thead th')].map((head) => `${plain(head, 'small,.arrow')}|${head.querySelector('small')?.textContent.trim() ?? ''}`),
        rows: [...table.querySelectorAll('tbody tr[data-region]')].filter(isShown).map((row) => ({
          id: row.getAttribute('data-region') ?? '',
          cells: [...row.children].map((cell) => ({ key: /c-(\w+)/.exec(cell.className)?.[1] ?? '', text: plain(cell, '.visually-hidden,.status-mark,small,[aria-hidden="true"]'), heard: [...cell.querySelectorAll('.visually-hidden,small')].map((one) => one.textContent.trim()).join('') })),
        })),
      };
    });

  test.each([
    { says: 'as it comes', search: '', path: 'ranking.html', count: 35, hidden: [] },
    { says: 'filtered, ordered and with chosen columns', search: '?group=west&sort=name&columns=value.median&q=x', path: 'ranking.html', count: 6, hidden: ['change', 'nation'] },
    { says: 'in English', search: '?indicator=government-websites-by-province', path: 'en/ranking.html', count: 0, hidden: [] },
    { says: 'the UN survey with a group', search: '?indicator=un-egdi&group=Asia&sort=change', path: 'ranking.html', count: 47, hidden: [] },
    { says: 'published places of the first ten only', search: '?indicator=digital-china-level', path: 'ranking.html', count: 0, hidden: [] },
    { says: 'bands only', search: '?indicator=portal-check-group', path: 'ranking.html', count: 0, hidden: [] },
  ])('$says: every cell of every file is what the table shows', async ({ search, path, count, hidden }) => {
    const { page, problems } = await open(search, path);
    const wanted = new URLSearchParams(search).get('indicator');
    if (wanted !== null) await page.locator(`.crumb a[href*="/${wanted}.html"]`).waitFor();
    const isEnglish = path.startsWith('en/');
    const table = await shown(page);
    if (count > 0) expect(table.rows).toHaveLength(count);
    const { file, cells, about, names } = await everyWay(page, page.locator(`${FIGURE} .take-away`));
    expect(file.rows.map((row) => row[0])).toEqual(table.rows.map(({ id }) => id));
    expect(file.rows.length).toBeGreaterThan(2);
    // Codes are texts in the workbook, whatever they look like.
    expect(cells.every((row) => row[0]?.t === 's')).toBe(true);
    const keys = await page.locator(`${FIGURE} table.ranking thead th`).evaluateAll((heads) => heads.map((head) => /c-(\w+)/.exec(head.className)?.[1] ?? ''));
    for (const key of hidden) expect(keys).not.toContain(key);
    const labelOf = (index: number) => {
      const [label = '', sub = ''] = (table.heads[index] ?? '').split('|');
      return sub === '' ? label : isEnglish ? `${label} (${sub})` : `${label}（${sub}）`;
    };
    const statusOf = (label: string) => file.heads.indexOf(isEnglish ? `${label}: status` : `${label}：状态`);
    let compared = 0;
    for (const [index, key] of keys.entries()) {
      if (key === 'spark' || key === '') continue;
      const at = column(file, labelOf(index));
      const status = statusOf(labelOf(index));
      for (const [rowIndex, row] of table.rows.entries()) {
        const found = file.rows[rowIndex]?.[at] ?? null;
        const told = status === -1 ? null : (file.rows[rowIndex]?.[status] ?? null);
        const given = row.cells.find((cell) => cell.key === key);
        const where = `${row.id}, ${key}`;
        if (!given) {
          // Not ranked: the one cell that stands for all says why, and nothing is a number.
          expect(found, where).toBeNull();
          const why = row.cells.find((cell) => cell.key === 'absence')?.text.split(/[，,]/)[0] ?? '';
          if (key === 'value') expect(why, where).toBe(told ?? '');
        } else if (key === 'change') {
          const by = /\d+/.exec(given.text)?.[0];
          if (typeof found === 'number') expect(Math.abs(found), where).toBe(by === undefined ? 0 : Number(by));
          expect(told ?? '', where).toBe(given.text);
        } else if (key === 'region' || key === 'place' || key === 'band' || numberOf(given.text) === null) {
          expect(found === null ? '' : String(found), where).toBe(given.text === '' ? '' : key === 'region' || key === 'place' || key === 'band' ? given.text : '');
        } else {
          expect(found, where).toBe(numberOf(given.text));
          expect(cells[rowIndex]?.[at]?.t, where).toBe('n');
          expect(cells[rowIndex]?.[at]?.w, where).toBe(given.text.replace('−', '-').replace(/^[＋+]/, '').replace(/^[＞>＜<]|^约|^c\. /, ''));
          if (given.heard !== '') expect(`${given.heard}`, where).toContain(told ?? '—');
        }
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThanOrEqual(table.rows.length * 2);
    const name = (zh: string, en: string) => term(about, isEnglish ? en : zh);
    expect(name('标题', 'Title')).toBe(await page.locator(`${FIGURE} figcaption h2`).innerText());
    expect(name('来源', 'Source')).toBe((await page.locator(`${FIGURE} .source-lines > p`).first().innerText()).trim());
    expect(name('网址', 'Address')).toBe(page.url());
    expect(name('许可', 'Licence')).not.toBe('');
    expect(name('读取日期', 'Read on')).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    const marks = await page.locator(`${FIGURE} .ranking-marks li`).evaluateAll((items) => items.map((item) => item.lastChild?.textContent?.trim() ?? ''));
    for (const mark of marks) expect(name('状态', 'Statuses')).toContain(mark);
    for (const one of names) expect(one).toContain(isEnglish ? '_en.' : '_zh.');
    expect(problems).toEqual([]);
  });
});

describe('the table of a figure', () => {
  const twins = [
    { says: 'an indicator’s map', path: 'indicator/internet-penetration.html', twin: '#capability-map details.twin:not(.workings)', hasDataset: true },
    { says: 'an indicator’s path', path: 'indicator/egov-market-size.html', twin: 'figure[data-figure="trend"] details.twin:not(.workings)', hasDataset: true },
    { says: 'the page of China', path: 'region/100000.html', twin: 'figure[data-figure="world"] details.twin:not(.workings)', hasDataset: false },
    { says: 'a province and its peers', path: 'ranking.html?region=440000', twin: 'figure[data-figure="peers"] details.twin:not(.workings)', hasDataset: false },
    { says: 'the same in English', path: 'en/ranking.html?region=440000', twin: 'figure[data-figure="peers"] details.twin:not(.workings)', hasDataset: false },
  ];

  test.each(twins)('$says: every cell, typed, with source, licence and address', async ({ path, twin, hasDataset }) => {
    const { page, problems } = await openPage(path);
    const details = page.locator(twin).first();
    if (path.includes('region=')) await page.waitForSelector('[data-island="ranking"][data-state="live"]');
    await details.locator('summary').click();
    const box = details.locator('.take-away');
    await box.waitFor();
    const shown = await details.locator('table.data tr').evaluateAll((rows) => rows.map((row) => (row instanceof HTMLTableRowElement ? [...row.cells].map((cell) => cell.textContent.replace(/\s+/g, ' ').trim()) : [])));
    const [heads = [], ...rows] = shown;
    const { file, cells, about } = await everyWay(page, box);
    const isStatus = (label: string) => /(：状态|: status)$/.test(label) && !heads.includes(label);
    const kept = file.heads.flatMap((label, index) => (isStatus(label) ? [] : [index]));
    expect(kept.map((at) => (file.heads[at] ?? '').replace(/（%）$| \(%\)$/, ''))).toEqual(heads.map((head) => head.replace(/（%）$| \(%\)$/, '')));
    expect(file.rows).toHaveLength(rows.length);
    let numbers = 0;
    for (const [rowIndex, row] of rows.entries()) {
      for (const [index, text] of row.entries()) {
        const at = kept[index] ?? -1;
        const found = file.rows[rowIndex]?.[at] ?? null;
        const where = `row ${rowIndex + 1}, “${heads[index] ?? ''}”`;
        if (typeof found === 'number') {
          numbers += 1;
          expect(found, where).toBe(numberOf(text));
          expect(decimalsOf(cells[rowIndex]?.[at]?.w ?? ''), where).toBe(decimalsOf(text));
        } else if (found === null) {
          // What is absent is named beside, and is no number.
          expect(numberOf(text), where).toBeNull();
          const told = file.rows[rowIndex]?.[at + 1];
          if (/[\p{L}]/u.test(text)) expect(told, where).toBe(text);
        } else expect(found, where).toBe(text);
      }
    }
    expect(numbers).toBeGreaterThan(3);
    const word = (zh: string, en: string) => term(about, path.startsWith('en/') ? en : zh);
    expect(word('标题', 'Title')).not.toBe('');
    expect(word('来源', 'Source')).not.toBe('');
    expect(word('许可', 'Licence')).not.toBe('');
    if (hasDataset) expect(word('读取日期', 'Read on')).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    else expect(word('许可', 'Licence')).toContain('sources.html');
    expect(word('网址', 'Address')).toBe(page.url());
    expect(problems).toEqual([]);
  });
});

describe('the matrix', () => {
  const MATRIX = '[data-island="matrix"]';
  test.each([
    { says: 'regions and periods', path: 'indicator/internet-penetration.html', isNumeric: true },
    { says: 'in another order, with some rows, in English', path: 'en/indicator/internet-penetration.html?order=2016&q=jiang&group=region', isNumeric: true },
    { says: 'regions and lists', path: 'coverage.html', isNumeric: false },
  ])('$says: the rows and columns shown, with codes as texts and the nation at the foot', async ({ path, isNumeric }) => {
    const { page, problems } = await openPage(path);
    await page.locator(`${MATRIX} .matrix-box`).hover();
    await page.waitForSelector(`${MATRIX}[data-state="live"]`);
    const shown = await page.locator(`${MATRIX} table tr[data-key]`).evaluateAll((rows) =>
      rows.map((row) => ({
        key: row.getAttribute('data-key') ?? '',
        name: row.querySelector('th')?.textContent.trim() ?? '',
        cells: [...row.querySelectorAll('td')].map((cell) => {
          const copy = cell.cloneNode(true);
          if (copy instanceof Element) for (const mark of copy.querySelectorAll('.matrix-mark')) mark.remove();
          return { text: (copy.textContent ?? '').trim().replace(/[？?]$/, ''), isAbsent: cell.className.includes('absent'), said: cell.getAttribute('aria-label') ?? '' };
        }),
      })),
    );
    const heads = await page.locator(`${MATRIX} thead tr:last-child th`).evaluateAll((all) => all.map((head) => head.querySelector('.matrix-sort span')?.textContent.trim() ?? ''));
    const { file, cells, about } = await everyWay(page, page.locator(`${MATRIX} .take-away`));
    const isStatus = (label: string) => /(：状态|: status)$/.test(label);
    const kept = file.heads.flatMap((label, index) => (isStatus(label) ? [] : [index]));
    expect(kept).toHaveLength(heads.length + 1);
    expect(file.rows).toHaveLength(shown.length);
    expect(cells.every((row) => row[0] === null || row[0]?.t === 's')).toBe(true);
    for (const [rowIndex, row] of shown.entries()) {
      const found = (at: number) => file.rows[rowIndex]?.[kept[at] ?? -1] ?? null;
      expect(found(0) ?? '').toBe(/^\d{6}$/.test(row.key) ? row.key : '');
      expect(found(1)).toBe(row.name);
      for (const [index, cell] of row.cells.entries()) {
        const where = `${row.name}, ${heads[index + 1] ?? ''}`;
        const one = found(index + 2);
        const told = file.rows[rowIndex]?.[(kept[index + 2] ?? -2) + 1] ?? null;
        if (cell.isAbsent) {
          expect(one, where).toBeNull();
          expect(cell.said, where).toContain(String(told));
        } else if (isNumeric && numberOf(cell.text) !== null) {
          expect(one, where).toBe(numberOf(cell.text));
          expect(decimalsOf(cells[rowIndex]?.[kept[index + 2] ?? -1]?.w ?? ''), where).toBe(decimalsOf(cell.text));
        } else expect(one ?? '', where).toBe(cell.text);
      }
    }
    const isEnglish = path.startsWith('en/');
    expect(term(about, isEnglish ? 'Licence' : '许可')).not.toBe('');
    expect(term(about, isEnglish ? 'Source' : '来源')).not.toBe('');
    expect(problems).toEqual([]);
  });

  test('what may not be handed on is not offered', async () => {
    const { page } = await openPage('indicator/digital-finance-index.html');
    await page.locator(`${MATRIX} .matrix-box`).hover();
    await page.waitForSelector(`${MATRIX}[data-state="live"]`);
    expect(await page.locator('.take-away').count()).toBe(0);
  });
});
