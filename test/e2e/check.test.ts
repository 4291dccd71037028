import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { utils, write } from 'xlsx';
import { readAtlas } from '../../src/prerender/readAtlas.ts';
import { axeFinds } from '../support/axe.ts';
import { DESKTOP, useBrowser } from '../support/browser.ts';

const openPage = useBrowser();

const csv = (name: string, text: string | Uint8Array) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
const bring = async (page: Page, file: ReturnType<typeof csv>) => {
  await page.locator('.drop').waitFor();
  await page.locator('input[name=table]').setInputFiles(file);
  await page.locator('#reading-title').waitFor();
};
const field = (page: Page, label: string) => page.locator('.form').getByLabel(label, { exact: true }).first();

/** As their reader is told to: put into data/ as they are, and read. */
function readWith(files: Readonly<Record<string, Uint8Array>>): ReturnType<typeof readAtlas> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'atlas-check-'));
  try {
    fs.cpSync('data', folder, { recursive: true, filter: (from) => !from.includes('releases') });
    for (const [name, content] of Object.entries(files)) {
      const [, inData] = /^[^/]*\/data\/(.+)$/.exec(name) ?? [];
      if (inData === undefined) continue;
      fs.mkdirSync(path.dirname(path.join(folder, inData)), { recursive: true });
      fs.writeFileSync(path.join(folder, inData), content);
    }
    return readAtlas(folder);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** Three different mistakes: a dash that says nothing, a region misspelt, a word for a number. */
const FAULTY = '省级政府网上政务服务能力指数（2025年）\n单位：分\n地区,2025年\n北京,88.1\n天津市,—\n广冬,96.5\n浙江,多\n河 北,８２．１\n注：玩具数字。\n';

describe('a table is checked in the browser', () => {
  test('three mistakes are named with their cells, mended, and the files are those of data/', async () => {
    const { page, problems, requests } = await openPage('check.html', { viewport: DESKTOP, csp: true });
    await bring(page, csv('能力.csv', FAULTY));
    // The same name as an indicator's: chosen by itself.
    await expect.poll(() => page.locator('select[name=indicator]').inputValue()).toBe('egov-service-capability');
    await page.locator('[data-question]').first().waitFor();
    expect(await page.locator('[data-question]').evaluateAll((all) => all.map((one) => one.getAttribute('data-question')))).toEqual(['sign —', 'region 广冬']);
    expect(await page.locator('.faults li').allInnerTexts()).toEqual([expect.stringContaining('第7行第2列“多”不是数。')]);
    expect(await page.locator('.faults td.is-fault').innerText()).toBe('多');
    expect(await page.locator('table.sheet td.has-fault').innerText()).toContain('多');
    expect(await page.locator('button[name=take]').isDisabled()).toBe(true);

    await page.locator('input[name=correction]').fill('96.7');
    await page.getByRole('button', { name: '改', exact: true }).click();
    await page.locator('[data-question="region 广冬"]').getByLabel('广东').check();
    await page.locator('[data-question="sign —"]').getByLabel('未公布', { exact: true }).check();
    expect(await page.locator('.faults').count()).toBe(0);
    for (const [label, text] of [['标识', 'toy-book'], ['中文题名', '玩具年鉴'], ['英文题名', 'Toy Yearbook'], ['发布者', '玩具出版社']] as const) {
      await field(page, label).fill(text);
      await field(page, label).blur();
    }
    await field(page, '可信度').selectOption('B');
    await field(page, '版次').fill('2031');
    await field(page, '版次').blur();
    await expect.poll(() => page.locator('#issues-title + p').innerText()).toBe('没有问题。');
    expect(await page.locator('#changes-title + p').innerText()).toBe('增4个数，改0个，撤0个。');
    expect(await page.locator('.draft-mark').innerText()).toBe('预览：还没有发表');
    expect(await page.locator('#draft-map-title').innerText()).toMatch(/。$/);
    expect(await page.locator('.draft .share-doors').first().isVisible()).toBe(false);

    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('button[name=take]').click()]);
    expect(download.suggestedFilename()).toBe('egov-service-capability-2031.zip');
    const files = unzipSync(fs.readFileSync(await download.path()));
    const names = Object.keys(files).map((name) => name.replace(/^[^/]*\//, ''));
    expect(names.sort()).toEqual(['data/egov-service-capability/2031/datapackage.json', 'data/egov-service-capability/2031/egov-service-capability.csv', '核对单.txt']);

    const { atlas, issues } = readWith(files);
    expect(issues).toEqual([]);
    const rows = atlas.tables.find(({ indicator }) => indicator.id === 'egov-service-capability')?.observations.filter(({ period }) => period === '2025');
    expect(rows?.map(({ regionId, value, status }) => [regionId, value ?? status])).toEqual([['110000', 88.1], ['120000', 'notPublished'], ['440000', 96.5], ['330000', 96.7], ['130000', 82.1]]);
    expect(problems).toEqual([]);
    // Nothing is uploaded: every address is our own, and none was sent anything.
    expect(requests.filter((address) => !address.startsWith(new URL('/', page.url()).href))).toEqual([]);
  });

  test('what can be read and may be wrong is corrected, or stands with a reason that goes with the files', async () => {
    const { page, problems } = await openPage('check.html', { viewport: DESKTOP, csp: true });
    // Beijing in 万元 where the table is in 亿元.
    await bring(page, csv('gdp.csv', '地区,2025年（亿元）\n北京,520732000\n天津,18540\n河北,48800\n江苏,140000\n'));
    await page.locator('select[name=indicator]').selectOption('gdp');
    await page.locator('[data-doubt]').first().waitFor();
    expect(await page.locator('[data-doubt]').evaluateAll((all) => all.map((one) => one.getAttribute('data-doubt')))).toEqual(['unitSlip']);
    expect(await page.locator('[data-doubt] > p').innerText()).toMatch(/^第2行第2列.*“北京，2025年”是520732000，2024是.*大了1万倍左右，像是单位不一致。$/s);
    expect(await page.locator('table.sheet td.has-question').allInnerTexts()).toEqual([expect.stringContaining('520732000')]);
    await page.locator('[data-doubt] input[name=correction]').fill('5207320');
    await page.locator('[data-doubt]').getByRole('button', { name: '改', exact: true }).click();
    await expect.poll(() => page.locator('[data-doubt] > p').innerText()).toContain('5207320，');
    await page.locator('select[name=source]').selectOption({ index: 1 });
    expect(await page.locator('button[name=take]').isDisabled()).toBe(true);
    await page.locator('input[name=reason-zh]').fill('玩具数字，原文如此。');
    await page.locator('input[name=reason-en]').fill('A toy figure, as printed.');
    await page.locator('input[name=reason-en]').blur();
    await expect.poll(() => page.locator('button[name=take]').isDisabled()).toBe(false);
    expect(await axeFinds(page)).toEqual([]);
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('button[name=take]').click()]);
    const { atlas, issues } = readWith(unzipSync(fs.readFileSync(await download.path())));
    expect(issues).toEqual([]);
    expect(atlas.explained.filter(({ indicator }) => indicator === 'gdp')).toEqual([{ indicator: 'gdp', kind: 'unitSlip', cell: { series: '', region: '110000', period: '2025' }, reason: { zh: '玩具数字，原文如此。', en: 'A toy figure, as printed.' } }]);
    expect(problems).toEqual([]);
  });

  test('a workbook, in English; what is being checked is no trap for keys or eyes', async () => {
    const sheet = utils.aoa_to_sheet([['Internet penetration'], ['Region', '2025'], ['Beijing', 0.912], ['Shaanxi', 0.88], ['Shanxi', 0.87]]);
    for (const at of ['B3', 'B4', 'B5']) sheet[at].z = '0.0%';
    const book = utils.book_new();
    utils.book_append_sheet(book, sheet, 'toys');
    const { page, problems } = await openPage('en/check.html', { viewport: DESKTOP, csp: true });
    await bring(page, { name: 'toys.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(write(book, { type: 'array', bookType: 'xlsx' })) });
    await page.locator('select[name=indicator]').selectOption('internet-penetration');
    await page.locator('#draft-map-title').waitFor();
    expect(await page.locator('#changes-title + p').innerText()).toBe('3 added, 0 changed, 0 withdrawn.');
    expect(await page.locator('#draft-map-title').innerText()).toContain('Beijing');
    expect(await page.locator('table.sheet').innerText()).toContain('91.2%');
    expect(await axeFinds(page)).toEqual([]);
    expect(problems).toEqual([]);
  });

  test('without a network a workbook is read, and a new indicator drawn; what can’t be fetched is told', async () => {
    const { page } = await openPage('check.html', { viewport: DESKTOP });
    await page.locator('.drop').waitFor();
    await page.waitForLoadState('networkidle');
    await page.context().setOffline(true);
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet([['地区', '2025年（亿元）'], ['北京', 51000], ['上海', 56200]]), '玩具');
    await bring(page, { name: '玩具.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(write(book, { type: 'array', bookType: 'xlsx' })) });
    expect(await page.locator('table.sheet').innerText()).toContain('56200');
    await page.locator('select[name=indicator]').selectOption('gdp');
    await expect.poll(() => page.locator('.bench .message.error').innerText()).toContain('现有的表没有取到');
    await page.context().setOffline(false);
    await page.locator('.bench').getByRole('button', { name: '再试一次' }).click();
    await page.locator('#changes-title').waitFor();
    expect(await page.locator('.bench .message.error').count()).toBe(0);
  });

  test('a pasted table, and a published figure that would change asks for a reason', async () => {
    const { page } = await openPage('check.html', { viewport: { width: 390, height: 844 } });
    await page.locator('textarea[name=paste]').fill('地区\t2016年\n北京\t78.0\n');
    await page.locator('button[name=read]').click();
    await page.locator('#match-title').waitFor();
    await page.locator('select[name=indicator]').selectOption('internet-penetration');
    await page.locator('[data-question=unit]').getByLabel('%', { exact: true }).check();
    await expect.poll(() => page.locator('#changes-title + p').innerText()).toBe('增0个数，改1个，撤0个。');
    expect(await page.locator('#changes-title ~ .message').innerText()).toContain('须写明理由');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });

  test.each([
    { says: 'nothing', file: csv('空.csv', ''), told: '文件里没有内容' },
    { says: 'no table', file: csv('字.txt', '你好，世界'), told: '没有找到表' },
    { says: 'a picture', file: csv('图.xlsx', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3)), told: '打不开' },
    { says: 'a broken workbook', file: csv('坏.xlsx', Uint8Array.of(0x50, 0x4b, 3, 4, 9, 9, 9)), told: '打不开' },
  ])('$says is told in words, and the next file is read', async ({ file, told }) => {
    const { page, problems } = await openPage('check.html');
    await bring(page, file);
    expect(await page.locator('.faults').innerText()).toContain(told);
    await bring(page, csv('好.csv', '地区,2025年\n北京,1\n'));
    expect(await page.locator('table.sheet').innerText()).toContain('北京');
    expect(problems).toEqual([]);
  });

  test('what is in the cells is text, whatever it looks like', async () => {
    const { page, problems, dialogs, violations } = await openPage('check.html', { csp: true });
    await bring(page, csv('<img src=x onerror=alert(1)>.csv', '地区,2025年,<script>alert(1)</script>\n"<img src=x onerror=alert(2)>",1,2\n=HYPERLINK("javascript:alert(3)"),3,4\n'));
    expect(await page.locator('table.sheet').innerText()).toContain('<img src=x onerror=alert(2)>');
    expect(await page.locator('.bench img, .bench script').count()).toBe(0);
    expect([...dialogs, ...violations, ...problems]).toEqual([]);
  });
});
