import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { readEmbedName } from '../../src/embed/embedName.ts';
import { hashInName, readReleases } from '../../src/prerender/frozen.ts';
import { addressesOf, forwardingPage, MOVED_SCRIPT, readAddresses, readMoves, routeIn } from '../../src/prerender/addresses.ts';
import { readAtlas } from '../../src/prerender/readAtlas.ts';
import { shortHash } from '../../src/releases/pack.ts';
import { thenEn } from '../../src/i18n/then.en.ts';
import { thenZh } from '../../src/i18n/then.zh.ts';
import { recordScript } from '../../src/releases/figureRecord.ts';
import { freezePage, assetsOf } from '../../src/releases/freezePage.ts';
import type { FigureRecord, RecordTexts } from '../../src/releases/record.ts';
import { useBrowser, type OpenedPage } from '../support/browser.ts';
import { staticServer, type StaticServer } from '../support/staticServer.ts';

// The built site with records of other days planted beside it: what a frozen figure, a live page and an old address say.
const { dist } = inject('site');
const openPage = useBrowser();

/** A release that never was; nobody mistakes its sentences for published ones. */
const OLD = { id: '2001-01-01-00000000', date: '2001-01-01', hash: '00000000' };
const OLDEST = { id: '2000-01-01-11111111' };

const texts = (newer: string, path: string, state: number | null): RecordTexts => ({
  frozen: null,
  unknown: ['网址里的版次“', '”不在本站的版次之列；图是现在的数字。'],
  newer,
  more: { text: '看有哪些变化', path },
  then: { [OLD.id]: state === null ? null : { lead: '当时（2001-01-01版）：', after: '2001-01-01版以后：', state, at: '2001-02-02-33333333' }, [OLDEST.id]: null },
  pages: { [OLD.id]: '网址写的是2001-01-01版，这里是现在的数字。' },
  states: [{ said: '“玩具1居首。”', corrected: '3个数有更正。', regions: { '440000': '玩具第5，共31（2000年）；现在：第7，共31（2001年）。' } }],
});
/** @param state Null: nothing has changed since. */
const recordOf = (name: string, state: 0 | null = 0): FigureRecord => ({ name, release: '2002-01-01-22222222', zh: texts('已有更新的数字', 'changes.html', state), en: texts('Newer figures exist', 'en/changes.html', state) });

const planted = fs.mkdtempSync(path.join(os.tmpdir(), 'atlas-released-'));
const plant = (file: string, content: Uint8Array | string): void => {
  fs.mkdirSync(path.dirname(path.join(planted, file)), { recursive: true });
  fs.writeFileSync(path.join(planted, file), content);
};
const sitePages = fs.readdirSync(dist, { recursive: true, encoding: 'utf8' }).map((file) => file.split(path.sep).join('/')).filter((file) => file.endsWith('.html'));
const embeds: readonly string[] = sitePages.filter((file) => /^(?:en\/)?embed\/[\w-]+\.html$/.test(file) && !/\/any\.html$/.test(file));
const listener = fs.readdirSync(path.join(dist, 'assets')).map((file) => `assets/${file}`).find((file) => /\/listen-[\w-]+\.js$/.test(file)) ?? '';
const nameOf = (route: string): string => path.posix.basename(route, '.html');

/** Frozen as the command freezes, of the pages that were just built. */
function freeze(route: string): string {
  const html = fs.readFileSync(path.join(dist, route), 'utf8');
  const lang = route.startsWith('en/') ? 'en' : 'zh';
  for (const asset of [...assetsOf(html, route), listener]) plant(`embed/frozen/assets/${path.posix.basename(asset)}`, fs.readFileSync(path.join(dist, asset)));
  const frozen = freezePage({ html, route, name: nameOf(route), release: OLD, stamp: thenZh.frozen(OLD.date, OLD.hash), assetName: (asset) => path.posix.basename(asset), listener });
  const file = `embed/frozen/${nameOf(route)}.${lang}.00000000.html`;
  plant(file, frozen);
  return file;
}

let server: StaticServer;
beforeAll(async () => {
  server = await staticServer({ root: planted, also: dist });
});
afterAll(async () => {
  await server.close();
  fs.rmSync(planted, { recursive: true });
});

/** What has moved since the record came; a chosen region's own sentence has stood there before. */
const shifts = ({ page }: OpenedPage, record: string): Promise<number> => page.evaluate((asked) => new Promise<number>((resolve) => {
  const came = performance.getEntriesByType('resource').flatMap((entry) => (entry instanceof PerformanceResourceTiming && entry.name.endsWith(asked) ? [entry.responseEnd] : []))[0] ?? 0;
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (entry.startTime > came && 'value' in entry && typeof entry.value === 'number') sum += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
  setTimeout(() => resolve(sum), 150);
}), record);

/** Everything but what stands in the line: its own place, and its room, are in the picture. */
async function pixels({ page }: OpenedPage): Promise<Buffer> {
  await page.evaluate(() => document.querySelector<HTMLElement>('[data-then]')?.style.setProperty('visibility', 'hidden'));
  return page.screenshot({ fullPage: true });
}

/** The largest difference of one colour of one pixel, of 255. Chromium paints the rounded edge of a list anew each time, up to 2 apart. */
function apart(one: Buffer, other: Buffer): number {
  const [a, b] = [PNG.sync.read(one), PNG.sync.read(other)];
  if (a.width !== b.width || a.height !== b.height) return Infinity;
  return a.data.reduce((most, value, at) => Math.max(most, Math.abs(value - (b.data[at] ?? Infinity))), 0);
}
const NOT_SEEN = 3;

describe('a frozen figure', () => {
  const SIZES = [{ width: 320, height: 640 }, { width: 640, height: 720 }];
  // One of each kind, the map in both languages.
  const kindOf = (route: string): string => `${route.startsWith('en/') ? 'en' : 'zh'} ${nameOf(route).split('-')[0]}`;
  const kinds = [...new Map(embeds.map((route) => [kindOf(route), route]))].map(([kind, route]) => ({ kind, route })).filter(({ kind }) => kind.startsWith('zh') || kind === 'en map');

  test('there is one of each kind to look at', () => {
    expect(kinds.length).toBeGreaterThan(5);
    expect(listener).not.toBe('');
  });

  test.each(kinds)('$kind: the same to the pixel whether or not there is newer, and nothing moves', async ({ kind, route }) => {
    const file = freeze(route);
    const record = `embed/record/${nameOf(route)}.js`;
    const line = (opened: OpenedPage) => opened.page.locator('[data-then]');
    for (const viewport of kind.endsWith('map') ? SIZES : SIZES.slice(1)) {
      plant(record, recordScript(recordOf(nameOf(route), null)));
      const opened = await openPage(`${file}?region=440000`, { base: server.address, viewport });
      await expect.poll(() => opened.requests.some((address) => address.endsWith(record))).toBe(true);
      await opened.page.waitForTimeout(50);
      expect(await line(opened).textContent()).toBe('');
      const was = await pixels(opened);

      plant(record, recordScript(recordOf(nameOf(route))));
      await opened.page.route(`**/${record}`, (asked) => void setTimeout(() => void asked.continue(), 100));
      await opened.page.reload();
      await expect.poll(() => line(opened).textContent()).toMatch(/^(?:已有更新的数字|Newer figures exist) 看有哪些变化 3个数有更正。$/);
      expect(await shifts(opened, record)).toBe(0);
      const link = line(opened).locator('a');
      expect(await link.getAttribute('href')).toBe(`${server.address}${route.startsWith('en/') ? 'en/' : ''}changes.html#2001-02-02-33333333`);
      const linkBox = await link.boundingBox();
      expect(linkBox && linkBox.height >= 24 && linkBox.x >= 0 && linkBox.x + linkBox.width <= viewport.width, JSON.stringify(linkBox)).toBe(true);
      expect(apart(await pixels(opened), was)).toBeLessThanOrEqual(NOT_SEEN);
      expect(opened.problems).toEqual([]);
    }
  });

  test('the same to the pixel in a site whose own styles and scripts are others by now, or gone', async () => {
    const file = freeze('embed/map-internet-penetration.html');
    const first = await openPage(file, { base: server.address });
    const was = await pixels(first);
    server.fail((asked) => (asked.startsWith('/assets/') ? 404 : undefined));
    const later = await openPage(file, { base: server.address });
    expect(apart(await pixels(later), was)).toBeLessThanOrEqual(NOT_SEEN);
    expect(later.problems).toEqual([]);
    server.fail(undefined);
  });

  test.each([
    { says: 'of another figure', record: { ...recordOf('map-other') } },
    { says: 'of a shape that is none', record: { name: '…', release: OLD.id, zh: null, en: 5 } },
    { says: 'that is no object', record: 'map' },
  ])('a record $says is not told', async ({ record }) => {
    const [route = ''] = embeds;
    const sent = JSON.stringify(record).replace('…', nameOf(route));
    plant(`embed/record/${nameOf(route)}.js`, `atlasRecord(${sent})`);
    const opened = await openPage(freeze(route), { base: server.address });
    await expect.poll(() => opened.requests.some((address) => address.includes('/record/'))).toBe(true);
    await opened.page.waitForTimeout(50);
    expect(await opened.page.locator('[data-then]').textContent()).toBe('');
    expect(opened.problems).toEqual([]);
  });

  test('what a record says is text, and its link leads into the site or is none', async () => {
    const [route = ''] = embeds;
    const hostile = '<img src=x onerror=alert(1)>';
    for (const path of ['javascript:alert(1)', 'https://elsewhere.example/', '//elsewhere.example/']) {
      const record = recordOf(nameOf(route));
      plant(`embed/record/${nameOf(route)}.js`, recordScript({ ...record, zh: { ...record.zh, newer: hostile, more: { text: hostile, path } } }));
      const opened = await openPage(freeze(route), { base: server.address });
      await expect.poll(() => opened.page.locator('[data-then]').textContent()).toBe(hostile);
      expect([await opened.page.locator('[data-then] :not(span)').count(), opened.dialogs, opened.problems]).toEqual([0, [], []]);
    }
  });

  test('says when it was frozen, and asks for nothing but what is kept beside it and its record', async () => {
    const [route = ''] = embeds;
    const opened = await openPage(freeze(route), { base: server.address });
    expect(await opened.page.locator('.embed-release').textContent()).toContain('定格于2001-01-01 · 00000000');
    const asked = opened.requests.map((address) => new URL(address).pathname);
    expect(asked.filter((one) => !/^\/embed\/(?:frozen\/|record\/)/.test(one))).toEqual([]);
  });

  test('a record that can’t be had is no matter', async () => {
    const [route = ''] = embeds;
    const file = freeze(route);
    server.fail((asked) => (asked.includes('/record/') ? 'breakOff' : undefined));
    const { page } = await openPage(file, { base: server.address });
    await page.waitForTimeout(200);
    expect(await page.locator('[data-then]').textContent()).toBe('');
    server.fail(undefined);
  });

  test('in a frame without an origin of its own, under a strict policy', async () => {
    const [route = ''] = embeds;
    plant(`embed/record/${nameOf(route)}.js`, recordScript(recordOf(nameOf(route))));
    plant('host.html', `<!doctype html><title>host</title><iframe sandbox="allow-scripts" title="toy" width="640" height="720" src="${freeze(route)}"></iframe>`);
    const { page, problems } = await openPage('host.html', { base: server.address });
    await expect.poll(() => page.frameLocator('iframe').locator('[data-then]').textContent()).toMatch(/看有哪些变化/);
    expect(problems).toEqual([]);
  });
});

describe('a page whose address names a release', () => {
  const PAGE = 'indicator/internet-penetration.html';
  const name = 'map-internet-penetration';
  beforeAll(() => {
    // Of the page's other figures nothing has changed.
    const names = [...fs.readFileSync(path.join(dist, PAGE), 'utf8').matchAll(/data-embed="([\w-]+)"/g)].map(([, one = '']) => one);
    expect(names).toContain(name);
    for (const one of names) plant(`embed/record/${one}.js`, recordScript(recordOf(one, one === name ? 0 : null)));
    plant('embed/record/any.js', recordScript(recordOf('any')));
  });
  const lines = ({ page }: OpenedPage) => page.locator('.then:not(:empty)');

  test('tells the chosen region’s place then and now, under its figure', async () => {
    const opened = await openPage(`${PAGE}?region=440000&release=${OLD.id}`, { base: server.address });
    await expect.poll(() => lines(opened).allTextContents()).toEqual(['当时（2001-01-01版）：玩具第5，共31（2000年）；现在：第7，共31（2001年）。 看有哪些变化']);
    // Another region, chosen now: what its figure said.
    await opened.page.evaluate(() => {
      history.replaceState(null, '', `${location.pathname}${location.search.replace('440000', '330000')}`);
      dispatchEvent(new Event('atlas:query'));
    });
    await expect.poll(() => lines(opened).allTextContents()).toEqual(['当时（2001-01-01版）：“玩具1居首。” 看有哪些变化']);
    expect(opened.problems).toEqual([]);
  });

  test('of a chosen period tells corrections', async () => {
    const opened = await openPage(`${PAGE}?period=2012&region=440000&release=${OLD.id}`, { base: server.address });
    await expect.poll(() => lines(opened).allTextContents()).toEqual(['2001-01-01版以后：3个数有更正。 看有哪些变化']);
    expect(new URLSearchParams(new URL(opened.page.url()).search).get('release')).toBe(OLD.id);
  });

  test('tells nothing where nothing differs', async () => {
    const opened = await openPage(`${PAGE}?release=${OLDEST.id}`, { base: server.address });
    await opened.page.waitForTimeout(500);
    expect(await lines(opened).count()).toBe(0);
    expect(opened.requests.some((address) => address.endsWith(`/embed/record/${name}.js`))).toBe(true);
  });

  test('asks for no record where the release is the page’s own, or none is named', async () => {
    const own = /name="atlas-release" content="([^"]+)"/.exec(fs.readFileSync(path.join(dist, PAGE), 'utf8'))?.[1] ?? '';
    for (const search of ['', `?release=${own}`]) {
      const opened = await openPage(`${PAGE}${search}`, { base: server.address });
      await opened.page.waitForTimeout(200);
      expect(opened.requests.filter((address) => address.includes('/record/'))).toEqual([]);
    }
  });

  test('without such a figure it tells once that the page is of now', async () => {
    const opened = await openPage(`sources.html?release=${OLD.id}`, { base: server.address });
    await expect.poll(() => lines(opened).allTextContents()).toEqual(['网址写的是2001-01-01版，这里是现在的数字。 看有哪些变化']);
  });

  test.each([
    { says: 'a picture', release: '<img src=x onerror=alert(1)>' },
    { says: 'a script', release: '"><script>alert(1)</script>' },
    { says: 'an address', release: 'javascript:alert(1)' },
    { says: 'a name that every object has', release: '__proto__' },
    { says: 'letters in place of a hash', release: '2026-99-99-zzzzzzzz' },
    { says: 'writing turned round', release: '\u202e1000' },
    { says: 'very much', release: 'x'.repeat(4000) },
  ])('shows as text what is no release: $says', async ({ release }) => {
    const opened = await openPage(`${PAGE}?release=${encodeURIComponent(release)}`, { base: server.address });
    await expect.poll(() => lines(opened).allTextContents()).toEqual([`网址里的版次“${release.length > 40 ? `${release.slice(0, 40)}…` : release}”不在本站的版次之列；图是现在的数字。`]);
    expect([opened.dialogs, opened.problems, await opened.page.locator('.then *:not(span)').count()]).toEqual([[], [], 0]);
  });

  test('under a strict policy as well, in English', async () => {
    const strict = await staticServer({ root: planted, also: dist, headers: { 'content-security-policy': "default-src 'self'" } });
    const opened = await openPage(`en/${PAGE}?region=440000&release=${OLD.id}`, { base: strict.address });
    await expect.poll(() => lines(opened).count()).toBe(1);
    expect(await lines(opened).locator('a').getAttribute('href')).toBe(`${strict.address}en/changes.html#2001-02-02-33333333`);
    expect([opened.violations, opened.problems]).toEqual([[], []]);
    await strict.close();
  });
});

describe('addresses for ever', () => {
  const list = readAddresses('data', 'places');
  const opens = list.length > 0 ? list : addressesOf(sitePages, []);
  const { atlas } = readAtlas('data');
  const moves = readMoves('data');
  const names = new Map([...atlas.indicators.map(({ id, name }) => [id, name] as const), ...atlas.regions.map(({ id, name }) => [id, name] as const)]);

  /** What a page calls itself, as far as the data know: an indicator's page and figures after it, a region's after it. */
  function titleOf(route: string): string | RegExp {
    const lang = route.startsWith('en/') || /\.en\.[\da-f]{8}\.html$/.test(route) ? 'en' : 'zh';
    const tail = lang === 'en' ? ' · E-Gov Atlas' : ' · 政务数图';
    if (/^(?:en\/)?index\.html$/.test(route)) return lang === 'en' ? 'E-Gov Atlas · 政务数图' : '政务数图 · E-Gov Atlas';
    if (moves.some(({ old }) => old === route)) return (lang === 'en' ? thenEn : thenZh).moved.title;
    const [, kind = '', file = ''] = /(?:^|\/)(indicator|region|embed)\/([\w-]+)\.html$/.exec(route) ?? [];
    const name = names.get(kind === 'embed' ? (readEmbedName(file)?.id ?? '') : file);
    return name ? name[lang] + tail : new RegExp(`^\\S.*${tail}$`);
  }

  test('every one that was published answers, and is the page that it was published for', async () => {
    expect(opens.length).toBeGreaterThan(400);
    const routes = [...new Set(opens.map(routeIn))];
    const wrong: string[] = [];
    const titles = new Map<string, string>();
    for (let from = 0; from < routes.length; from += 16) {
      await Promise.all(routes.slice(from, from + 16).map(async (route) => {
        const answer = await fetch(new URL(route, server.address), { headers: { 'accept-encoding': 'identity' } });
        const html = await answer.text();
        const title = (/<title>([^<]+)<\/title>/.exec(html)?.[1] ?? '').replaceAll('&amp;', '&');
        const expected = titleOf(route);
        if (answer.status !== 200 || !(typeof expected === 'string' ? title === expected : expected.test(title))) wrong.push(`${route}: ${answer.status} “${title}”, not “${String(expected)}”`);
        // A page's own name, and no other's; figures of one indicator share its name.
        const same = titles.get(title);
        if (!/(?:^|\/)embed\//.test(route) && !moves.some(({ old }) => old === route)) {
          if (same !== undefined) wrong.push(`${route} and ${same}: “${title}”`);
          titles.set(title, route);
        }
        const hash = hashInName(route);
        if (hash !== '' && shortHash(html) !== hash) wrong.push(`${route} is not what it was`);
      }));
    }
    expect(wrong).toEqual([]);
    expect(titles.size).toBeGreaterThan(400);
  });

  test('every kept release is whole, and its frozen files are in the built site, byte for byte', () => {
    const { issues, files } = readReleases('data', 'places');
    expect(issues).toEqual([]);
    for (const [file, content] of files) if (file.startsWith('frozen/')) expect(fs.readFileSync(path.join(dist, 'embed', file)).equals(content), file).toBe(true);
  });

  // Its script is of its own day, the record of ours.
  test.each(readReleases('data', 'places').releases.map(({ record }) => record))('a figure frozen at $id hears of newer ones today', async ({ id, figures: [figure] }) => {
    if (!figure) throw new Error(`${id} has frozen no figure`);
    const record = recordOf(figure.name);
    const then = { [id]: record[figure.lang].then[OLD.id] ?? null };
    plant(`embed/record/${figure.name}.js`, recordScript({ ...record, zh: { ...record.zh, then }, en: { ...record.en, then } }));
    const { page, problems } = await openPage(`embed/frozen/${figure.file}`, { base: server.address });
    await expect.poll(() => page.locator('[data-then]').textContent()).toBe(`${record[figure.lang].newer} 看有哪些变化 3个数有更正。`);
    expect(problems).toEqual([]);
  });

  // Half of them in the one language, half in the other.
  const choices = opens.filter((address) => address.includes('?')).filter((address, index) => address.startsWith('en/') === (index % 2 === 0));
  test.each(choices)('its choice is read, and nothing in it refused: %s', async (address) => {
    const { page, problems } = await openPage(address);
    await expect.poll(() => page.locator('[data-state=live]').count()).toBeGreaterThan(0);
    await expect.poll(() => page.locator('.message:visible').allTextContents()).toEqual([]);
    expect(problems).toEqual([]);
  });

  test('a page that moved takes a reader and their choice along; without scripts as well', async () => {
    const file = forwardingPage({ old: 'old/toys.html', now: 'index.html?view=tiles' }, 'zh', thenZh.moved, null);
    plant(file.path, file.content);
    plant(MOVED_SCRIPT.path, MOVED_SCRIPT.content);
    const { page, problems } = await openPage('old/toys.html?period=2015&view=map#provinces', { base: server.address });
    await page.waitForURL('**/index.html?view=tiles&period=2015#provinces');
    expect(problems).toEqual([]);
    const { page: plain } = await openPage('old/toys.html', { base: server.address, javaScript: false });
    await plain.waitForURL('**/index.html?view=tiles');
  });
});
