import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { unzipSync, zipSync } from 'fflate';
import { afterAll, expect, inject, test } from 'vitest';
import { verifyEn } from '../../src/i18n/verify.en.ts';
import { verifyZh } from '../../src/i18n/verify.zh.ts';
import { axeFinds } from '../support/axe.ts';
import { useBrowser } from '../support/browser.ts';

// Every way in which the site hands out a figure, back to the page that says what it is: as it came, and altered.

const openPage = useBrowser();
const { dist } = inject('site');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'atlas-verify-'));
afterAll(() => {
  fs.rmSync(folder, { recursive: true });
});

const WAYS = ['svg', 'png', 'csv', 'excel-csv', 'xlsx', 'json', 'zip'] as const;
type Way = (typeof WAYS)[number];

const put = (name: string, content: Uint8Array | string): string => {
  const file = path.join(folder, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, content);
  return file;
};

/** Files as a reader gets them, by way. */
async function takeAll(page: Page): Promise<ReadonlyMap<Way, string>> {
  await page.locator('#capability-map button[name=share][value=download]').click();
  await page.locator('.download-canvas canvas').waitFor();
  const taken = new Map<Way, string>();
  for (const way of WAYS) {
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator(`.download-panel button[name=take-figure][value=${way}]`).click()]);
    taken.set(way, put(`${way}/${download.suggestedFilename()}`, fs.readFileSync(await download.path())));
    await expect.poll(() => page.locator('.download-panel [aria-disabled=true]').count()).toBe(0);
  }
  return taken;
}

interface Told {
  readonly verdict: string;
  readonly text: string;
  readonly rows: readonly string[];
}

async function give(page: Page, files: readonly string[]): Promise<readonly Told[]> {
  const before = await page.locator('.verify-results > .verify-result').count();
  await page.locator('.verify-drop input').setInputFiles([...files]);
  await expect.poll(() => page.locator('.verify-results > .verify-result').count(), { timeout: 20_000 }).toBe(before + files.length);
  const told = await page.locator('.verify-results > .verify-result').evaluateAll((all) =>
    all.map((one) => ({
      verdict: one.querySelector('h3')?.textContent?.trim() ?? '',
      text: one.textContent ?? '',
      rows: [...one.querySelectorAll('tbody tr')].map((row) => [...row.children].map((cell) => cell.textContent).join(' | ')),
    })),
  );
  // The latest stands first.
  return told.slice(0, files.length).reverse();
}

const release = fs.readFileSync(path.join(dist, 'index.html'), 'utf8').match(/<meta name="atlas-release" content="([^"]+)"/)?.[1] ?? '';

test('each download is known again, and one altered number is told with its cell; nothing is asked of anybody', async () => {
  const { page, problems } = await openPage('indicator/internet-penetration.html?period=2016');
  const taken = await takeAll(page);
  const text = (way: Way): string => fs.readFileSync(taken.get(way) ?? '', 'utf8');
  const name = (way: Way): string => path.basename(taken.get(way) ?? '');

  const desk = await openPage('verify.html', { csp: true });
  await desk.page.locator('.verify-drop').waitFor();
  const asReceived = await give(desk.page, WAYS.map((way) => taken.get(way) ?? ''));
  expect(asReceived.map(({ verdict }) => verdict)).toEqual([verifyZh.sealWhole, verifyZh.identified, verifyZh.agrees, verifyZh.agrees, verifyZh.agrees, verifyZh.agrees, verifyZh.agrees]);
  for (const [at, way] of WAYS.entries()) if (!way.includes('csv') && way !== 'zip') expect(asReceived[at]?.text, way).toContain(release.slice(-8));

  // 77.8 is what was published of Beijing in 2016.
  const workbook = unzipSync(fs.readFileSync(taken.get('xlsx') ?? ''));
  const sheet = 'xl/worksheets/sheet1.xml';
  workbook[sheet] = new TextEncoder().encode(new TextDecoder().decode(workbook[sheet]).replace('<v>77.8</v>', '<v>87.8</v>'));
  const tampered = [
    put(`altered/${name('csv')}`, text('csv').replace('77.8', '87.8')),
    put(`altered/${name('excel-csv')}`, text('excel-csv').replace('77.8', '87.8')),
    put(`altered/${name('xlsx')}`, zipSync(workbook)),
    put(`altered/${name('json')}`, text('json').replace(/77\.8(?=,|\n)/, '87.8')),
  ];
  for (const told of await give(desk.page, tampered)) {
    expect(told.verdict).toBe(verifyZh.altered);
    expect(told.rows).toEqual(['互联网普及率，北京，2016年 | 87.8 | 77.8% | 77.8%']);
  }
  const [svg] = await give(desk.page, [put(`altered/${name('svg')}`, text('svg').replace(/aria-label="77\.8"/, 'aria-label="87.8"'))]);
  expect(svg?.verdict).toBe(verifyZh.sealBroken);
  expect(svg?.text).toContain('“87.8”');
  // The published table itself, and the single file.
  const published = await give(desk.page, [path.join(dist, 'data/releases', `${release}.json`), path.join(dist, 'atlas.html')].filter((file) => fs.existsSync(file)));
  for (const told of published) expect(told.verdict).toBe(verifyZh.published);

  expect([problems, desk.problems, desk.violations, desk.dialogs]).toEqual([[], [], [], []]);
  expect(desk.requests.filter((address) => !address.startsWith(inject('site').strict))).toEqual([]);
});

test('a printed region is known by its PDF, and its figures agree', async () => {
  const { page } = await openPage('region/440000.html');
  await page.locator('.sheets[data-address]').waitFor({ state: 'attached' });
  const pdf = put('region.pdf', await page.pdf({ preferCSSPageSize: true }));
  await page.goto(new URL('story/fewer-doors.html', page.url().replace(/region\/.*/, '')).href);
  const story = put('story.pdf', await page.pdf());
  await page.goto(new URL('verify.html', page.url().replace(/story\/.*/, '')).href);
  await page.locator('.verify-drop').waitFor();
  const [told, other] = await give(page, [pdf, story]);
  expect([told?.verdict, other?.verdict]).toEqual([verifyZh.agrees, verifyZh.identified]);
  for (const one of [told, other]) expect(one?.text).toContain(release.slice(-8));
});

test('a hash is looked up by the keyboard alone and told to those who listen; the address asks too; axe finds nothing, wide and narrow', async () => {
  const { page, problems } = await openPage('en/verify.html');
  await page.locator('.verify-ask input').focus();
  await page.keyboard.type(release.slice(-8).toUpperCase());
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('.verify-status[role=status]').innerText()).toContain(verifyEn.isRelease(release.slice(0, 10)));
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('file');
  expect(await axeFinds(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await axeFinds(page, { colours: 'only' })).toEqual([]);
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(true);
  // From the foot of any page.
  await page.goto(new URL(`verify.html?q=${release}`, page.url()).href);
  await expect.poll(() => page.locator('.verify-result h3').allInnerTexts()).toEqual([verifyEn.isRelease(release.slice(0, 10))]);
  await page.locator('.verify-ask input').fill('<img src=x onerror="globalThis.atlasHacked=1">');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('.verify-result').count()).toBe(2);
  expect(await page.evaluate(() => Reflect.get(globalThis, 'atlasHacked'))).toBe(undefined);
  expect(await page.locator('.verify img').count()).toBe(0);
  expect(problems).toEqual([]);
});

test('a file that is dropped beside the place is read too, and the page stays', async () => {
  const { page } = await openPage('verify.html');
  await page.locator('.verify-drop').waitFor();
  const at = page.url();
  const given = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['a,b\n1,2\n'], 'mine.csv'));
    return transfer;
  });
  await page.dispatchEvent('h1', 'drop', { dataTransfer: given });
  await expect.poll(() => page.locator('.verify-result h3').allInnerTexts()).toEqual([verifyZh.nothing]);
  expect(page.url()).toBe(at);
});

test('hostile files are told in a sentence, and a desk that can’t reach its list says so', async () => {
  const { page, problems, dialogs } = await openPage('verify.html');
  await page.locator('.verify-drop').waitFor();
  const told = await give(page, [put('zeros.csv', new Uint8Array(10_000_000)), put('page.csv', '<!doctype html><script>globalThis.atlasHacked=1</script>,'), put('cut.png', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]))]);
  expect(told.map(({ verdict }) => verdict)).toEqual([verifyZh.nothing, verifyZh.nothing, verifyZh.unreadable]);
  expect(await page.evaluate(() => Reflect.get(globalThis, 'atlasHacked'))).toBe(undefined);
  expect([problems, dialogs]).toEqual([[], []]);

  const cut = await openPage('verify.html');
  await cut.page.locator('.verify-drop').waitFor();
  await cut.page.context().setOffline(true);
  await cut.page.locator('.verify-ask input').fill(release);
  await cut.page.keyboard.press('Enter');
  await expect.poll(() => cut.page.locator('.verify-status').innerText()).toBe(verifyZh.notLoaded);
});

test('the single file verifies without a network: a hash, and a table with an altered number', async () => {
  const { page, requests, problems } = await openPage('#verify.html', { base: pathToFileURL(path.join(dist, 'atlas.html')).href });
  await page.context().setOffline(true);
  await page.locator('.verify-drop').waitFor();
  expect(await page.locator('.verify').innerText()).toContain(verifyZh.single);
  await page.locator('.verify-ask input').fill(release.slice(-8));
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('.verify-result h3').allInnerTexts()).toEqual([verifyZh.isRelease(release.slice(0, 10))]);
  const [told] = await give(page, [put('map-internet-penetration_2016_zh.csv', '地区,数值\r\n北京,87.8\r\n上海,74.1\r\n广东,74\r\n')]);
  expect(told?.rows).toEqual(['互联网普及率，北京，2016年 | 87.8 | 77.8% | 77.8%']);
  expect(requests.filter((address) => !address.startsWith('file:'))).toEqual([]);
  expect(problems).toEqual([]);
});
