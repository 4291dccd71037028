import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import type { Locator, Page } from 'playwright-core';
import { read, utils } from 'xlsx';
import { expect, inject, test } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { tableRows } from '../support/publishedTable.ts';

const openPage = useBrowser();
const { dist } = inject('site');

const LIST = '[data-island="tables"]';
const TABLE = '#table-internet-penetration';
const published = (file: string): string => fs.readFileSync(path.join(dist, file), 'utf8');

/** What a button hands to the browser. */
async function taken(page: Page, button: Locator): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const download = page.waitForEvent('download');
  await button.click();
  const file = await download;
  return { name: file.suggestedFilename(), bytes: fs.readFileSync(await file.path()) };
}

const take = (page: Page, within: string, way: string): Locator => page.locator(`${within} button[name="take"][value="${way}"]`);
const csvFile = 'data/cnnic-internet-penetration/2026-11/internet-penetration.csv';

test('every address that openapi.json describes is there', () => {
  const whole: { readonly paths: Readonly<Record<string, { readonly get: { readonly parameters: readonly { readonly name: string; readonly schema: { readonly enum: readonly string[] } }[] } }>> } = JSON.parse(published('openapi.json'));
  const addresses = Object.entries(whole.paths).flatMap(([template, { get: { parameters } }]) => {
    const [only] = parameters;
    return only ? only.schema.enum.map((word) => template.replace(`{${only.name}}`, word)) : [template];
  });
  expect(addresses.length).toBeGreaterThan(2_000);
  expect(addresses.filter((address) => !fs.existsSync(path.join(dist, address)))).toEqual([]);
});

test('what is described is on the site, whole', () => {
  const { resources }: { readonly resources: readonly { readonly path: string; readonly bytes: number }[] } = JSON.parse(published('datapackage.json'));
  for (const resource of resources) {
    expect(fs.statSync(path.join(dist, resource.path)).size).toBe(resource.bytes);
    expect(fs.existsSync(path.join(dist, `${resource.path}-metadata.json`))).toBe(true);
  }
  expect(fs.existsSync(path.join(dist, 'sdmx/digital-finance-index.csv'))).toBe(false);
});

test.each(['data.html', 'en/data.html'])('%s without a script: every table is described, previewed, cited, and taken or said why not', async (file) => {
  const { page, problems } = await openPage(file, { javaScript: false });
  expect(await page.locator('[data-item]').count()).toBeGreaterThan(210);
  expect(await page.locator('[data-item] .preview tbody tr').count()).toBeGreaterThan(400);
  expect(await page.locator('[data-cite="gbt"]').count()).toBe(await page.locator('[data-dataset]').count());
  expect(await page.locator('button[name="take"]:visible').count()).toBe(0);
  const kept = page.locator('#table-digital-finance-index');
  expect(await kept.locator('a[download], button').count()).toBe(0);
  expect(await kept.textContent()).toContain(file.startsWith('en/') ? 'Shown, not offered for download' : '只展示，不提供下载');
  expect(await page.locator('[data-dataset="pku-digital-finance-2024"] .kept-why a').getAttribute('href')).toBe('https://idf.pku.edu.cn/');
  expect(problems).toEqual([]);
});

test('the filter works by the address: subject and words; Back undoes it', async () => {
  const { page, problems } = await openPage('data.html?theme=world');
  const shown = page.locator('[data-item]:not([hidden])');
  await expect.poll(() => shown.count()).toBe(5);
  await page.locator('select[name="theme"]').selectOption('users');
  await expect.poll(() => page.url()).toContain('theme=users');
  await page.locator('input[name="q"]').fill('普及率');
  await expect.poll(() => shown.locator('h3').allTextContents()).toContain('互联网普及率');
  expect(decodeURIComponent(page.url())).toContain('q=普及率');
  await page.goBack();
  await expect.poll(() => shown.count()).toBe(5);
  expect(problems).toEqual([]);
});

test('a table is taken as CSV for Excel, XLSX and JSON, with every row and figure that was published', async () => {
  const { page, violations, problems } = await openPage('data.html', { csp: true });
  await page.locator(TABLE).scrollIntoViewIfNeeded();
  const rows = tableRows(published(csvFile));

  const excel = await taken(page, take(page, TABLE, 'excel-csv'));
  expect(excel.name).toBe('internet-penetration.csv');
  expect([...excel.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(tableRows(excel.bytes.toString('utf8').slice(1))).toEqual(rows);

  const book = read((await taken(page, take(page, TABLE, 'xlsx'))).bytes, { type: 'buffer' });
  const sheet: readonly Record<string, unknown>[] = utils.sheet_to_json(book.Sheets[book.SheetNames[0] ?? ''] ?? {}, { defval: '' });
  expect(sheet.map((row) => [row['region'], row['period'], String(row['value'])])).toEqual(rows.map((row) => [row['region'], row['period'], String(Number(row['value']))]));

  const json: { readonly licence: string; readonly release: string; readonly rows: readonly Readonly<Record<string, unknown>>[] } = JSON.parse((await taken(page, take(page, TABLE, 'json'))).bytes.toString('utf8'));
  expect(json.rows.map((row) => row['value'])).toEqual(rows.map((row) => (row['value'] === '' ? null : Number(row['value']))));
  expect(json.licence).toContain('CNNIC');
  expect(await page.locator(`${TABLE} .taken`).textContent()).toBe('已交给浏览器保存：internet-penetration.json');
  expect(violations).toEqual([]);
  expect(problems).toEqual([]);
});

test('a dataset and all data are one file each, with the very files that are published', async () => {
  const { page, problems } = await openPage('en/data.html');
  await page.locator(LIST).hover();
  const one = unzipSync((await taken(page, take(page, '[data-dataset="coverage"] .dataset-head', 'dataset'))).bytes);
  expect(Object.keys(one).map((name) => name.split('/').at(-1)).sort()).toEqual(['announcements.csv', 'connections.csv', 'datapackage.json', 'networks.csv']);

  const whole = await taken(page, take(page, '.take-all', 'all'));
  const files = unzipSync(whole.bytes);
  const folder = whole.name.replace(/\.zip$/, '');
  const resources: readonly { readonly path: string }[] = JSON.parse(published('datapackage.json')).resources;
  for (const { path: file } of resources) expect(Buffer.from(files[`${folder}/${file}`] ?? []).equals(fs.readFileSync(path.join(dist, file))), file).toBe(true);
  expect(Object.keys(files).some((name) => name.includes('digital-finance-index'))).toBe(false);
  expect(problems).toEqual([]);
});

test('a file that can’t be had: nothing is saved, and it is said', async () => {
  const { page } = await openPage('data.html');
  await page.route(`**/${csvFile}`, (route) => route.abort());
  await page.locator(TABLE).scrollIntoViewIfNeeded();
  await take(page, TABLE, 'json').click();
  await expect.poll(() => page.locator(`${TABLE} .taken`).textContent()).toContain('什么也没有保存');
});

test('a citation has the reader’s own day and the address with the release', async () => {
  const { page } = await openPage('data.html');
  await page.locator('[data-dataset="un-egov-survey-2024"]').hover();
  const cite = page.locator('[data-dataset="un-egov-survey-2024"] [data-cite="gbt"]');
  await expect.poll(() => cite.textContent()).toMatch(/\[DS\/OL\].*\[\d{4}-\d\d-\d\d\]\. https?:\/\/\S+\/data\.html\?release=\d{4}-\d\d-\d\d-[\da-f]{8}#un-egov-survey-2024\.$/);
});

test.each(['indicator/un-egdi.html', 'region/440000.html', 'ranking.html', 'data.html'])('%s has its description for search engines, and a strict policy has nothing against it', async (file) => {
  const { page, violations, problems } = await openPage(file, { csp: true });
  const told = await page.locator('script[type="application/ld+json"]').allTextContents();
  expect(told).toHaveLength(1);
  expect(JSON.parse(told[0] ?? '')).toMatchObject({ '@context': 'https://schema.org', '@type': 'Dataset' });
  expect(violations).toEqual([]);
  expect(problems).toEqual([]);
});

test('the single file offers what it carries, and nothing else', async () => {
  const { page, problems, requests } = await openPage('#data.html', { base: pathToFileURL(path.join(dist, 'atlas.html')).href });
  await page.locator('[data-item]').first().waitFor();
  const links = await page.locator('[data-item] a[download], .dataset-head .takes a, #machines a').evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
  expect(links.length).toBeGreaterThan(200);
  expect(links.filter((href) => !/^#data\/.+\.(?:csv|json)$/.test(href))).toEqual([]);
  await page.locator(TABLE).scrollIntoViewIfNeeded();
  const json = JSON.parse((await taken(page, take(page, TABLE, 'json'))).bytes.toString('utf8'));
  expect(json.rows).toHaveLength(tableRows(published(csvFile)).length);
  const all = unzipSync((await taken(page, take(page, '.take-all', 'all'))).bytes);
  expect(Object.keys(all).length).toBeGreaterThan(230);
  expect(requests.filter((address) => !address.startsWith('file:') && !address.startsWith('blob:'))).toEqual([]);
  expect(problems).toEqual([]);
});
