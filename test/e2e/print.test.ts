import jsQR from 'jsqr';
import type { Page } from 'playwright-core';
import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, inject, test } from 'vitest';
import { hasPage, regionPath } from '../../src/pages/regionPath.ts';
import { LANGS, type Lang } from '../../src/model/text.ts';
import { routeOf } from '../../src/prerender/pageContext.ts';
import { readAtlas } from '../../src/prerender/readAtlas.ts';
import { useBrowser } from '../support/browser.ts';

const openPage = useBrowser();
const { root } = inject('site');
const { atlas } = readAtlas('data');
const places = atlas.regions.filter(hasPage);
const A4 = { width: 794, height: 1123 };
const PAGE_OF = { zh: ['第1页，共2页', '第2页，共2页'], en: ['Page 1 of 2', 'Page 2 of 2'] } as const;
const READ = { zh: /数据读取于\d{4}年\d+月\d+日/, en: /Datareadon\d+[A-Z][a-z]+\d{4}/ } as const;

/** A glyph that is also a radical is named as one in a PDF. */
const RADICALS = new Map([...'⻚页⻔门⻅见⻘青⻨麦⺠民⻩黄⻰龙⻓长戶户⻢马⻝食⻋车⻛风⻜飞⻆角⻄西⻥鱼⻦鸟⻉贝⻙韦⻬齐⻮齿⻤鬼⻧卤⻁虎⺟母―—'].reduce<[string, string][]>((pairs, sign, index, all) => (index % 2 === 0 ? [...pairs, [sign, all[index + 1] ?? '']] : pairs), []));
/** Printed text, without the spaces and line ends that a PDF puts where it likes. */
const bare = (text: string): string => [...text.normalize('NFKC').replace(/\s+/g, '')].map((sign) => RADICALS.get(sign) ?? sign).join('');

interface Printed {
  readonly pages: readonly string[];
  readonly hasPicture: boolean;
}

async function printed(page: Page): Promise<Printed> {
  const bytes = await page.pdf({ preferCSSPageSize: true });
  const hasPicture = /\/Subtype\s*\/Image/.test(bytes.toString('latin1'));
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: false });
  return { pages: text.map(bare), hasPicture };
}

/** What stands in a sheet and runs over its edge or over what follows, in words. */
const overflowing = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const problems: string[] = [];
    for (const sheet of document.querySelectorAll('.sheet')) {
      const body = sheet.querySelector('.sheet-body');
      if (!body) return ['a sheet without a body'];
      for (const box of [sheet, body, ...sheet.querySelectorAll('.sheet-block,.sheet-columns>div,.sheet-title>div,.sheet-trend')]) {
        // A pixel is lost to rounding.
        if (box.scrollHeight > box.clientHeight + 1) problems.push(`${box.className} is ${box.scrollHeight - box.clientHeight} px too low`);
        if (box.scrollWidth > box.clientWidth + 1) problems.push(`${box.className} is ${box.scrollWidth - box.clientWidth} px too narrow`);
      }
      const end = body.getBoundingClientRect();
      const edge = sheet.getBoundingClientRect().right - 45;
      let above = end.top;
      for (const block of body.children) {
        const { top, bottom } = block.getBoundingClientRect();
        if (top < above - 1) problems.push(`${block.className} begins ${Math.round(above - top)} px before the end of what is above it`);
        above = bottom;
      }
      if (above > end.bottom + 1) problems.push(`what is printed ends ${Math.round(above - end.bottom)} px below the sheet`);
      for (const text of sheet.querySelectorAll('text,td,th,li,p')) {
        const { right, width } = text.getBoundingClientRect();
        if (width > 0 && right > edge + 1) problems.push(`“${text.textContent.slice(0, 20)}” runs ${Math.round(right - edge)} px over the margin`);
      }
      for (const cell of sheet.querySelectorAll('.sheet-table td,.sheet-table th')) if (cell.scrollWidth > cell.clientWidth + 1) problems.push(`“${cell.textContent}” is wider than its column`);
    }
    return problems;
  });

async function toSheets(page: Page, path: string): Promise<void> {
  await page.goto(new URL(path, root).href, { waitUntil: 'load' });
  await page.locator('.sheets[data-address]').waitFor({ state: 'attached' });
  await page.emulateMedia({ media: 'print' });
}

describe.each(LANGS)('%s', (lang: Lang) => {
  test('every region is printed on two sheets of A4, nothing cut off, drawn in lines', async () => {
    const queue = [...places];
    // Two pages take from one queue.
    const printAll = async (): Promise<void> => {
      const { page, problems } = await openPage(routeOf(regionPath('100000'), lang), { viewport: A4 });
      for (let region = queue.pop(); region; region = queue.pop()) {
        const path = routeOf(regionPath(region.id), lang);
        await toSheets(page, path);
        const takeaway = await page.locator('.sheet-takeaway').innerText();
        expect(await overflowing(page), path).toEqual([]);
        const { pages, hasPicture } = await printed(page);
        expect(pages, path).toHaveLength(2);
        expect(hasPicture, path).toBe(false);
        const [first = '', second = ''] = pages;
        for (const text of [region.name[lang], takeaway, PAGE_OF[lang][0], new URL(path, root).href]) expect(first, path).toContain(bare(text));
        for (const text of [region.name[lang], PAGE_OF[lang][1], new URL(path, root).href]) expect(second, path).toContain(bare(text));
        for (const text of pages) expect(text, path).toMatch(READ[lang]);
      }
      expect(problems).toEqual([]);
    };
    await Promise.all([printAll(), printAll()]);
  }, 120_000);
});

test.each(['region/440000.html', 'en/region/100000.html', 'region/660000.html'])('the code on %s leads a phone there', async (path) => {
  const { page } = await openPage(path, { viewport: A4 });
  await toSheets(page, path);
  const code = page.locator('.sheet-code .code');
  const printedSize = await code.boundingBox();
  expect(printedSize?.width).toBeGreaterThan(82);
  // As large as a camera held over it would see it.
  await code.evaluate((svg) => {
    if (!(svg instanceof SVGElement)) return;
    svg.style.width = '246px';
    svg.style.height = '246px';
    svg.style.position = 'fixed';
    svg.style.inset = '0 auto auto 0';
    svg.style.background = '#fff';
  });
  const picture = (await code.screenshot()).toString('base64');
  const pixels = await page.evaluate(async (png) => {
    const bytes = Uint8Array.from(atob(png), (sign) => sign.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
    context?.drawImage(bitmap, 0, 0);
    const { data } = context?.getImageData(0, 0, bitmap.width, bitmap.height) ?? { data: [] };
    return { width: bitmap.width, height: bitmap.height, dark: Array.from({ length: data.length / 4 }, (_, index) => ((data[index * 4] ?? 255) < 128 ? '1' : '0')).join('') };
  }, picture);
  const shades = Uint8ClampedArray.from([...pixels.dark].flatMap((dark) => (dark === '1' ? [0, 0, 0, 255] : [255, 255, 255, 255])));
  expect(jsQR(shades, pixels.width, pixels.height)?.data).toBe(new URL(path, root).href);
});

test.each([
  { path: 'region/440000.html', says: '不知道网页地址' },
  { path: 'en/region/440000.html', says: 'addressofthewebpagewasnotknown' },
])('$path without a script says that no address is known, and which data it shows', async ({ path, says }) => {
  const { page } = await openPage(path, { javaScript: false, viewport: A4 });
  const { pages } = await printed(page);
  expect(pages).toHaveLength(2);
  expect(pages[1]).toContain(says);
  expect(pages[1]).toMatch(/(数据版本|datarelease)[\da-f]{8}/);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.sheet-code .code').isVisible()).toBe(false);
});

test('the button prints once the address and the code are there', async () => {
  const { page, problems } = await openPage('region/330000.html');
  await page.evaluate(() => {
    window.print = () => {
      document.title = `printed with ${document.querySelector<HTMLElement>('.sheets')?.dataset['address'] ?? 'nothing'}`;
    };
  });
  await page.getByRole('button', { name: '打印（两页A4）' }).click();
  await page.waitForFunction(() => document.title.startsWith('printed'));
  expect(await page.title()).toBe(`printed with ${new URL('region/330000.html', root).href}`);
  expect(problems).toEqual([]);
});

test('on a screen there are no sheets, for the eye or for the ear, and without a script no button', async () => {
  const { page } = await openPage('region/330000.html');
  expect(await page.locator('.sheet').first().isVisible()).toBe(false);
  expect(await page.locator('body').ariaSnapshot()).not.toContain('第1页');
  const { page: plain } = await openPage('region/330000.html', { javaScript: false });
  expect(await plain.locator('[data-print]').isVisible()).toBe(false);
});

test.each([
  { path: 'index.html', selector: 'h1' },
  { path: 'ranking.html', selector: '#content h1' },
  { path: 'regions.html', selector: 'h1' },
])('$path is printed as before, with its head and its margins', async ({ path, selector }) => {
  const { page } = await openPage(path);
  const title = await page.locator(selector).first().innerText();
  const { pages } = await printed(page);
  expect(pages.join('')).toContain(bare(title));
  expect(pages.join('')).not.toMatch(/共2页/);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.head').isVisible()).toBe(true);
});
