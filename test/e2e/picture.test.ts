import fs from 'node:fs';
import { Resvg } from '@resvg/resvg-js';
import Ajv from 'ajv';
import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import type { Page } from 'playwright-core';
import { CFB } from 'xlsx';
import { describe, expect, test } from 'vitest';
import { chunksOf, sizeOf, textsOf } from '../picture/pngChunks.ts';
import { readCsv } from '../download/readCsv.ts';
import { useBrowser, type PageWish } from '../support/browser.ts';

const openPage = useBrowser();
const TAKE = '.download-panel button[name=take-figure]';

async function openDownload(path: string, figure: string, wish: PageWish = {}) {
  const opened = await openPage(path, wish);
  await opened.page.locator(`#${figure} button[name=share][value=download]`).click();
  await opened.page.locator('.download-canvas canvas').waitFor();
  return opened;
}

async function choose(page: Page, preset: string, theme = 'light'): Promise<void> {
  await page.locator(`.download-panel input[value=${preset}]`).check();
  await page.locator(`.download-panel input[value=${theme}]`).check();
  await page.locator('.download-canvas canvas').waitFor();
}

async function saved(page: Page, way: string): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator(`${TAKE}[value=${way}]`).click()]);
  return { name: download.suggestedFilename(), bytes: fs.readFileSync(await download.path()) };
}

interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** The second renderer, without any font: what it shows needs none. */
function second(svg: string, width: number): Pixels {
  const image = new Resvg(svg, { font: { loadSystemFonts: false }, fitTo: { mode: 'width', value: width } }).render();
  return { width: image.width, height: image.height, data: image.pixels };
}

async function inChromium(page: Page, svg: string, { width, height }: { readonly width: number; readonly height: number }): Promise<Pixels> {
  await page.setViewportSize({ width, height });
  await page.setContent(`<body style="margin:0"><img style="display:block" src="data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}">`);
  await page.locator('img').evaluate(async (image) => { if (image instanceof HTMLImageElement) await image.decode(); });
  return PNG.sync.read(await page.screenshot());
}

/**
 * Shares of pixels that differ plainly, and the mean difference of a channel (of 255). Two renderers smooth edges by
 * their own rules, so each outline may differ by part of a step along its edge and by nothing inside.
 */
function difference(one: Pixels, other: Pixels): { readonly mean: number; readonly plain: number } {
  expect([one.width, one.height]).toEqual([other.width, other.height]);
  let [sum, plain] = [0, 0];
  for (let index = 0; index < one.data.length; index += 4) {
    const steps = [0, 1, 2].map((channel) => Math.abs((one.data[index + channel] ?? 0) - (other.data[index + channel] ?? 0)));
    sum += (steps[0] ?? 0) + (steps[1] ?? 0) + (steps[2] ?? 0);
    if (Math.max(...steps) > 100) plain += 1;
  }
  const count = one.data.length / 4;
  return { mean: sum / count / 3, plain: plain / count };
}

/** Blocks of four pixels as one: letters that a browser sets to whole pixels differ at each edge, and not in what they are. */
function fromAfar({ width, height, data }: Pixels): Pixels {
  const step = 4;
  const [columns, rows] = [Math.floor(width / step), Math.floor(height / step)];
  const blocks = new Uint8Array(columns * rows * 4);
  for (let index = 0; index < blocks.length; index += 1) {
    const [channel, column, row] = [index % 4, Math.floor(index / 4) % columns, Math.floor(index / 4 / columns)];
    let sum = 0;
    for (let y = 0; y < step; y += 1) for (let x = 0; x < step; x += 1) sum += data[((row * step + y) * width + column * step + x) * 4 + channel] ?? 0;
    blocks[index] = sum / step / step;
  }
  return { width: columns, height: rows, data: blocks };
}

/** The frame in which a picture is laid out stays, so that it can be photographed. */
const keepFrames = (page: Page): Promise<void> =>
  page.evaluate(() => {
    HTMLIFrameElement.prototype.remove = function keep() {
      for (const other of document.querySelectorAll('iframe[data-kept]')) other.removeAttribute('data-kept');
      this.dataset['kept'] = '';
    };
  });

async function layoutOf(page: Page, { width, height }: { readonly width: number; readonly height: number }): Promise<Pixels> {
  await page.locator('dialog.share button[name=close]').click();
  await page.setViewportSize({ width, height });
  await page.locator('iframe[data-kept]').evaluate((frame, size) => {
    // Wider only to the right: what was laid out for the narrower window is not asked for again below 600.
    if (frame instanceof HTMLIFrameElement) Object.assign(frame.style, { left: '0', zIndex: '2147483647', width: `${size.width}px`, height: `${size.height}px` });
  }, { width, height });
  return PNG.sync.read(await page.screenshot());
}

const SIZE = { width: 960, height: 540 };
/** Two renderers smooth the same outlines by their own rules: measured 0.38 to 0.94 on these figures, and no pixel plainly different. */
const ALIKE = { mean: 1.2, plain: 0.001 };
/** Seen from afar, measured 0.76 to 2.73: a browser sets letters and edges to whole pixels, outlines stand between them. No block is plainly different. */
const AS_LAID_OUT = { mean: 3.2, plain: 0.001 };

const FIGURES = [
  { kind: 'map', path: 'indicator/internet-penetration.html?period=2015&region=440000', figure: 'capability-map' },
  { kind: 'trend', path: 'indicator/court-online-filings.html', figure: 'trend' },
  { kind: 'ranking', path: 'ranking.html?indicator=internet-penetration', figure: 'ranking' },
  { kind: 'matrix', path: 'en/indicator/internet-penetration.html', figure: 'matrix' },
  { kind: 'levels', path: 'story/fewer-doors.html', figure: 'levels' },
  { kind: 'networks', path: 'index.html', figure: 'coverage-networks' },
  { kind: 'strip', path: 'indicator/internet-penetration.html', figure: 'strip' },
] as const;

describe('a figure as SVG', () => {
  test.each(FIGURES)('$kind: needs no font, is drawn alike by a second renderer, and is what was laid out', async ({ path, figure }) => {
    const { page, problems } = await openPage(path);
    await keepFrames(page);
    await page.locator(`#${figure} button[name=share][value=download]`).click();
    await page.locator('.download-canvas canvas').waitFor();
    const [title, heading] = await page.locator(`#${figure}`).evaluate((one) => [one.querySelector('figcaption h2')?.textContent.trim() ?? '', one.querySelector('.figure-head > span')?.lastChild?.textContent?.trim() ?? '']);
    const svg = (await saved(page, 'svg')).bytes.toString('utf8');

    expect(await page.locator('.download-preview').innerText()).toMatch(/已转为轮廓|is outlines/);
    expect(svg).not.toMatch(/<text|<style|<script|<foreignObject|<image|var\(|href=|url\((?!#clip-)/);
    const faults = await page.evaluate((text) => new DOMParser().parseFromString(text, 'image/svg+xml').querySelectorAll('parsererror').length, svg);
    expect(faults).toBe(0);
    const said = await page.evaluate((text) => [...new DOMParser().parseFromString(text, 'image/svg+xml').querySelectorAll('title,desc,metadata,[aria-label]')].map((one) => one.getAttribute('aria-label') ?? one.textContent).join('\n'), svg);
    for (const words of [title, heading]) expect(said).toContain(words);
    // What is drawn itself, each line named by its words: no description stands in for what can't be seen.
    const drawn = [...svg.matchAll(/aria-label="([^"]*)"/g)].map(([, label = '']) => label).join('').replace(/\s/g, '').replaceAll('&amp;', '&');
    const address = await page.locator(`#${figure}`).evaluate(() => decodeURI(location.href.replace(/#.*/, '')));
    const unit = heading.split('·').map((part) => part.replace(/\s/g, ''));
    for (const words of [...unit, title.split(/[（。；，,;.(]/)[0] ?? '', address]) expect(drawn).toContain(words.replace(/\s/g, ''));
    expect(drawn).toMatch(/(?:版本|Release)\d{4}-\d\d-\d\d-[\da-f]{8}/);
    expect(drawn).toMatch(/(?:数据读取至|Dataasreaduntil)\d{4}-\d\d-\d\d/);
    expect(drawn).toMatch(/来源：|Source:/);

    const laid = await layoutOf(page, SIZE);
    const there = await openPage('404.html');
    const own = await inChromium(there.page, svg, SIZE);
    const other = second(svg, SIZE.width);
    const between = difference(own, other);
    expect(between.mean, JSON.stringify(between)).toBeLessThan(ALIKE.mean);
    expect(between.plain, JSON.stringify(between)).toBeLessThan(ALIKE.plain);
    const fromLayout = difference(fromAfar(own), fromAfar(laid));
    expect(fromLayout.mean, JSON.stringify(fromLayout)).toBeLessThan(AS_LAID_OUT.mean);
    expect(fromLayout.plain, JSON.stringify(fromLayout)).toBeLessThan(AS_LAID_OUT.plain);
    expect(problems).toEqual([]);
  });

  test('without letters the words stay text, and the reader is told', async () => {
    const { page } = await openPage('story/fewer-doors.html');
    await page.route('**/data/letters/**', (route) => route.abort());
    await page.locator('#levels button[name=share][value=download]').click();
    await page.locator('.download-canvas canvas').waitFor();
    expect(await page.locator('.download-preview').innerText()).toContain('文字轮廓没有取到');
    expect((await saved(page, 'svg')).bytes.toString('utf8')).toContain('<text ');
    await page.unroute('**/data/letters/**');
    await page.locator('button[name=letters-again]').click();
    await expect.poll(() => page.locator('.download-preview').innerText()).toContain('已转为轮廓');
  });
});

describe('a figure as PNG', () => {
  test('each format has its pixels, its size on paper, no hole, and says where it comes from', async () => {
    const { page, problems, violations } = await openDownload('story/fewer-doors.html', 'levels', { csp: true });
    const wanted = { wide: [1920, 1080, 7559], square: [1080, 1080, 9449], tall: [1080, 1350, 9449], account: [900, null, 7874], screen4k: [3840, 2160, 15118], a5: [1748, null, 11811], a4: [2480, null, 11811] } as const;
    let square: Buffer | undefined;
    for (const [preset, [width, height, dots]] of Object.entries(wanted)) {
      await choose(page, preset);
      const { name, bytes } = await saved(page, 'png');
      if (preset === 'square') square = bytes;
      const { width: across, height: down } = sizeOf(bytes);
      expect(name).toContain(preset);
      expect([preset, across, height === null || down === height]).toEqual([preset, width, true]);
      expect(chunksOf(bytes).find((chunk) => chunk.name === 'pHYs')?.content.readUInt32BE(0)).toBe(dots);
      expect(textsOf(bytes)).toMatchObject({ Title: '从2017年3月到2018年6月减少的20,937个里，16,628个在县级以下，占79.4%。', Software: '政务数图' });
      expect(textsOf(bytes)['Source']).toContain('国务院办公厅政府信息与政务公开办公室');
      expect(textsOf(bytes)['URL']).toContain('/story/fewer-doors.html');
      expect(textsOf(bytes)['Release']).toMatch(/^\d{4}-\d\d-\d\d-[\da-f]{8}$/);
    }
    if (square === undefined) throw new Error('no square');
    const { data } = PNG.sync.read(square, { checkCRC: true });
    let holes = 0;
    for (let index = 3; index < data.length; index += 4) if (data[index] !== 255) holes += 1;
    expect(holes).toBe(0);
    expect(problems).toEqual([]);
    expect(violations).toEqual([]);
  });

  test('a dark sheet is dark whatever the page is, and a code leads back to the figure', async () => {
    const { page } = await openDownload('story/fewer-doors.html', 'levels');
    await choose(page, 'square', 'dark');
    await page.locator('.download-panel input[type=checkbox]').check();
    await page.locator('.download-canvas canvas').waitFor();
    const png = PNG.sync.read((await saved(page, 'png')).bytes);
    const code = jsQR(new Uint8ClampedArray(png.data), png.width, png.height);
    expect(code?.data).toBe(page.url());
    expect([...png.data.subarray(0, 3)]).toEqual([0x10, 0x1b, 0x21]);
  });

  test('in WeChat’s own browser there is a picture to press and hold', async () => {
    const { page } = await openPage('story/fewer-doors.html');
    await page.evaluate(() => Object.defineProperty(navigator, 'userAgent', { value: 'MicroMessenger/8', configurable: true }));
    await page.locator('#levels button[name=share][value=download]').click();
    await page.locator('.download-canvas canvas').waitFor();
    await page.locator(`${TAKE}[value=png]`).click();
    const held = page.locator('img.download-held');
    await held.waitFor();
    expect((await held.getAttribute('src'))?.slice(0, 22)).toBe('data:image/png;base64,');
    expect(await held.getAttribute('alt')).toContain('从2017年3月到2018年6月减少的');
    expect(await page.locator('.download-told').innerText()).toContain('长按');
  });
});

interface TableFile {
  readonly fields: readonly { readonly name: string; readonly type: string }[];
  readonly rows: readonly Readonly<Record<string, string | number | null>>[];
}
const isTable = (value: unknown): value is TableFile => typeof value === 'object' && value !== null && 'rows' in value && 'fields' in value;

describe('a figure as data', () => {
  test('JSON has the numbers of the table, cell by cell, and is what its schema says', async () => {
    const { page, problems } = await openDownload('indicator/internet-penetration.html?period=2015', 'capability-map');
    const shown = await page.locator('#capability-map .twin:not(.workings) table.data tr').evaluateAll((rows) => rows.map((row) => (row instanceof HTMLTableRowElement ? [...row.cells].map((cell) => cell.textContent.replace(/\s+/g, ' ').trim()) : [])));
    const table: unknown = JSON.parse((await saved(page, 'json')).bytes.toString('utf8'));
    const schema: unknown = await (await page.request.get(new URL('data/schema/table.schema.json', page.url().replace(/indicator\/.*/, '')).href)).json();
    const ajv = new Ajv({ allowUnionTypes: true });
    const isValid = typeof schema === 'object' && schema !== null && ajv.validate(schema, table);
    expect(ajv.errors ?? []).toEqual([]);
    expect(isValid).toBe(true);
    if (!isTable(table)) throw new Error('no table');
    const own = table.fields.filter(({ name }) => !name.endsWith('：状态'));
    expect(own.map(({ name }) => name)).toEqual(shown[0]);
    expect(own.some(({ type }) => type === 'number')).toBe(true);
    for (const [index, cells] of shown.slice(1).entries()) {
      for (const [column, { name, type }] of own.entries()) {
        const value = table.rows[index]?.[name];
        const text = cells[column] ?? '';
        if (type === 'string') expect(value ?? '').toBe(text);
        else if (value === null) expect(text).not.toMatch(/\d/);
        else expect(value).toBe(Number(text.replace('−', '-').replace(/[,＋%]/g, '')));
      }
    }
    expect(table).toMatchObject({ release: expect.stringMatching(/^\d{4}-/), address: expect.stringContaining('period=2015') });
    expect(problems).toEqual([]);
  });

  test('a ranking and a matrix give their own tables, with codes and statuses; their series is the published file', async () => {
    const { page } = await openDownload('ranking.html?indicator=internet-penetration', 'ranking');
    const rows = readCsv((await saved(page, 'csv')).bytes.toString('utf8'));
    expect(rows.length).toBeGreaterThan(31);
    expect(rows.flat()).toContain('110000');
    const matrix = await openDownload('indicator/internet-penetration.html', 'matrix');
    expect(readCsv((await saved(matrix.page, 'csv')).bytes.toString('utf8')).flat()).toContain('110000');
    const series = await matrix.page.locator('.download-panel a[download]').first().getAttribute('href');
    const published = await matrix.page.request.get(series ?? '');
    expect(await published.text()).toContain('110000');
  });

  test('everything in one file: another reader opens it, and its description is a Data Package of what is in it', async () => {
    const { page } = await openDownload('indicator/internet-penetration.html?period=2015', 'capability-map');
    const { name, bytes } = await saved(page, 'zip');
    const folder = name.replace(/\.zip$/, '');
    const archive = CFB.read(bytes, { type: 'buffer' });
    const contentOf = (file: string): Buffer => Buffer.from(CFB.find(archive, file)?.content ?? []);
    const files = archive.FullPaths.filter((path: string) => path.includes(`${folder}/`) && !path.endsWith('/')).map((path: string) => path.slice(path.lastIndexOf('/') + 1));
    expect(files.sort()).toEqual(['LICENSE.txt', 'README.txt', 'datapackage.json', ...['csv', 'json', 'png', 'svg', 'xlsx'].map((ending) => `${folder}.${ending}`)].sort());
    expect(PNG.sync.read(contentOf(`${folder}.png`)).width).toBe(1920);
    expect(contentOf('README.txt').toString('utf8')).toContain('How to cite');

    const description: unknown = JSON.parse(contentOf('datapackage.json').toString('utf8'));
    const rules = new Ajv({ allErrors: true, strictRequired: false, strictTypes: false });
    // What https://datapackage.org/profiles/2.0/datapackage.json asks of the properties that we write.
    const named = { type: 'string', pattern: '^[-a-z0-9._]+$' };
    const fields = { type: 'array', minItems: 1, items: { type: 'object', required: ['name'], properties: { name: { type: 'string' }, type: { enum: ['string', 'number'] } } } };
    const resource = { type: 'object', required: ['name', 'path'], properties: { name: named, path: { type: 'string', pattern: '^(?=^[^./~])(^((?!\\.{2}).)*$).*$' }, bytes: { type: 'integer' }, schema: { type: 'object', required: ['fields'], properties: { fields } } } };
    rules.validate({ type: 'object', required: ['$schema', 'resources'], properties: { $schema: { const: 'https://datapackage.org/profiles/2.0/datapackage.json' }, name: named, licenses: { type: 'array', minItems: 1, items: { type: 'object', anyOf: [{ required: ['name'] }, { required: ['path'] }] } }, sources: { type: 'array', minItems: 1, items: { type: 'object', anyOf: [{ required: ['title'] }, { required: ['path'] }] } }, resources: { type: 'array', minItems: 1, items: resource } } }, description);
    expect(rules.errors ?? []).toEqual([]);
    expect(description).toMatchObject({ resources: [`${folder}.csv`, `${folder}.json`, `${folder}.svg`, `${folder}.png`].map((path) => ({ path, bytes: contentOf(path).length })) });
    const header = readCsv(contentOf(`${folder}.csv`).toString('utf8'))[0];
    expect(description).toMatchObject({ resources: [{ schema: { fields: header?.map((label) => ({ name: label })) } }, {}, {}, {}] });
  });

  test('what nobody may hand on is a picture and no file of data', async () => {
    const { page } = await openPage('indicator/digital-finance-coverage.html');
    expect(await page.locator('[data-not-taken]').count()).toBe(1);
    await page.locator('.figure button[name=share][value=download]').first().click();
    await page.locator('.download-canvas canvas').waitFor();
    expect(await page.locator('.download-panel').innerText()).toContain('没有允许转发');
    expect(await page.locator(`${TAKE}[value=csv],${TAKE}[value=json],.download-panel a[download]`).count()).toBe(0);
  });
});
