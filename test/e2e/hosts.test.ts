import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { SNIPPET_KINDS, snippet, type SnippetFacts, type SnippetKind } from '../../src/embed/snippet.ts';
import { useBrowser } from '../support/browser.ts';
import { staticServer, type StaticServer } from '../support/staticServer.ts';

const openPage = useBrowser();
const site = inject('site');

const FIGURES = ['map-internet-penetration', 'trend-egov-market-size', 'ranking-internet-penetration', 'matrix-internet-penetration'] as const;
const WIDTHS = [320, 640, 900] as const;
/** Measured besides: there the narrow layouts are widest. */
const LEAP = 559;
/** What each column of a host becomes when its window is made narrower. */
const NARROWED: Readonly<Record<number, number>> = { 320: 300, 640: 420, 900: 700 };

// Hosts are another site than the figures, and a third one belongs to nobody whom a host trusts.
let folder = '';
let hosts: StaticServer;
let strangers: StaticServer;
let host = '';

beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hosts-'));
  for (const [name, file] of [['pym.js', 'pym.js/dist/pym.v1.min.js'], ['open-iframe-resizer.js', '@open-iframe-resizer/core/dist/index.umd.cjs']] as const) fs.copyFileSync(path.resolve('node_modules', file), path.join(folder, name));
  fs.writeFileSync(path.join(folder, 'favicon.ico'), '');
  [hosts, strangers] = await Promise.all([staticServer({ root: folder }), staticServer({ root: folder })]);
  host = hosts.address.replace('127.0.0.1', 'localhost');
});
afterAll(async () => {
  await Promise.all([hosts.close(), strangers.close()]);
  fs.rmSync(folder, { recursive: true });
});

interface HostWish {
  readonly head?: string;
  readonly policy?: string;
  readonly viewport?: { readonly width: number; readonly height: number };
}

/** A newsroom's page: what is said here and nothing else. */
async function openHost(body: string, { head = '', policy, viewport = { width: 2000, height: 3600 } }: HostWish = {}) {
  const rule = policy === undefined ? '' : `<meta http-equiv="content-security-policy" content="${policy}">`;
  fs.writeFileSync(path.join(folder, 'host.html'), `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">${rule}<title>host</title>${head}</head><body>${body}</body></html>`);
  return openPage('host.html', { base: host, viewport });
}

const embedAddress = (name: string, search = ''): string => `${site.root}embed/${name}.html${search}`;
/** Columns of these widths, side by side, with a paragraph below each figure. */
const columns = (cell: (name: string, width: number) => string, widths: readonly number[] = WIDTHS, names: readonly string[] = FIGURES): string =>
  `<style>body{display:flex;gap:20px;align-items:flex-start}p{margin:8px 0;height:20px}</style>${widths.map((width) => `<div class="column" data-column="${width}" style="width:${width}px">${names.map((name) => `${cell(name, width)}<p>after</p>`).join('\n')}</div>`).join('\n')}`;

const embedFrames = (page: Page): Frame[] => page.frames().filter((frame) => frame.url().includes('/embed/'));
const nameOf = (frame: Frame): string => /embed\/([\w-]+)\.html/.exec(frame.url())?.[1] ?? '';

/** In every frame at once; a frame of another site is asked in its own process. */
const inFrames = async <Told>(page: Page, ask: () => Told): Promise<readonly { readonly name: string; readonly told: Told }[]> =>
  Promise.all(embedFrames(page).map(async (frame) => ({ name: nameOf(frame), told: await frame.evaluate(ask) })));
const openTables = (page: Page): Promise<unknown> => inFrames(page, () => {
  for (const one of document.querySelectorAll('details')) one.open = !one.open;
});
const sizes = (page: Page) => inFrames(page, () => ({ width: innerWidth, height: innerHeight, content: document.documentElement.scrollHeight }));

interface Measured {
  /** By “map-internet-penetration 320”. */
  readonly closed: ReadonlyMap<string, number>;
  readonly open: ReadonlyMap<string, number>;
}
let measured: Measured | undefined;

/** What the browser says of content in frames too low for it: nothing of ours measures here. */
async function contentHeights(): Promise<Measured> {
  if (measured) return measured;
  const { page } = await openHost(columns((name, width) => `<iframe src="${embedAddress(name)}" width="${width}" height="10" style="border:0"></iframe>`, [...WIDTHS, LEAP, ...Object.values(NARROWED)]), { viewport: { width: 4300, height: 900 } });
  const read = async (): Promise<ReadonlyMap<string, number>> => new Map((await sizes(page)).map(({ name, told: { width, content } }) => [`${name} ${width}`, content]));
  const closed = await read();
  await openTables(page);
  measured = { closed, open: await read() };
  await page.close();
  return measured;
}

/** Frames whose height is not their content's, by more than two pixels. */
async function misfits(page: Page, wanted: ReadonlyMap<string, number>): Promise<readonly string[]> {
  return (await sizes(page)).flatMap(({ name, told: { width, height } }) => {
    const content = wanted.get(`${name} ${width}`);
    return content !== undefined && Math.abs(content - height) <= 2 ? [] : [`${name} ${width}: ${height}, its content ${content ?? 'unknown'}`];
  });
}

/** Sum of the page's layout shifts so far, as browsers reckon it. */
const layoutShift = (page: Page): Promise<number> =>
  page.evaluate(() => new Promise<number>((resolve) => {
    let sum = 0;
    new PerformanceObserver((list) => {
      for (const one of list.getEntries()) sum += 'value' in one && typeof one.value === 'number' ? one.value : 0;
    }).observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => resolve(sum), 300);
  }));

async function snippetFacts(name: string, wish: Partial<SnippetFacts> = {}): Promise<SnippetFacts> {
  const { closed } = await contentHeights();
  const heightAt = (width: number): number => closed.get(`${name} ${width}`) ?? 0;
  return { root: site.root, lang: 'zh', name, frozen: null, search: '', title: `name of ${name}`, alt: `words of ${name}`, heights: { 320: heightAt(320), 559: heightAt(LEAP), 640: heightAt(640), 900: heightAt(900) }, pictureUrl: null, pageUrl: `${site.root}index.html`, ...wish };
}
async function snippets(kind: SnippetKind, wish: Partial<SnippetFacts> = {}): Promise<(name: string) => string> {
  const made = new Map<string, string>(await Promise.all(FIGURES.map(async (name) => [name, snippet(kind, await snippetFacts(name, wish))] as const)));
  return (name) => made.get(name) ?? '';
}

const scriptsOf = (kind: SnippetKind): readonly string[] => ({ iframe: [], resizing: ['resize.js'], element: ['figure.js'] })[kind];
/** Frames of a page, those within elements too. */
const hostFrames = (page: Page) =>
  page.evaluate(() => [...document.querySelectorAll('iframe, egov-figure')].map((one) => (one instanceof HTMLIFrameElement ? one : one.shadowRoot?.querySelector('iframe'))).map((frame) => ({ title: frame?.title, loading: frame?.loading, width: frame?.clientWidth, height: frame?.clientHeight })));

describe.each(SNIPPET_KINDS)('a snippet: %s', (kind) => {
  test('moves nothing of the page, at three widths, and each frame has a name and the height of its content', async () => {
    const { closed } = await contentHeights();
    const code = await snippets(kind);
    const { page, problems } = await openHost(columns(code));
    await expect.poll(() => misfits(page, closed)).toEqual([]);
    await page.waitForTimeout(300);
    expect(await layoutShift(page)).toBe(0);
    expect((await hostFrames(page)).map(({ title, loading }) => [title, loading])).toEqual(WIDTHS.flatMap(() => FIGURES.map((name) => [`name of ${name}`, 'lazy'])));
    expect(problems).toEqual([]);
  });

  test('asks for nothing of a figure far below until a reader comes near', async () => {
    const code = snippet(kind, await snippetFacts(FIGURES[0]));
    const { page, requests } = await openHost(`<div style="height:9000px"></div>${code}`, { viewport: { width: 700, height: 800 } });
    await page.waitForTimeout(500);
    const asked = (): readonly string[] => requests.filter((one) => one.startsWith(site.root)).map((one) => one.slice(site.root.length));
    expect(asked()).toEqual(scriptsOf(kind).map((file) => `embed/${file}`));
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await expect.poll(() => asked().some((one) => one.startsWith(`embed/${FIGURES[0]}`))).toBe(true);
    await expect.poll(async () => (await sizes(page)).map(({ told: { width, height } }) => width > 600 && height > 300)).toEqual([true]);
    expect(await layoutShift(page)).toBe(0);
  });

  test('shows its picture and link where frames are taken away, and where a policy refuses them', async () => {
    const facts = await snippetFacts(FIGURES[0], { pictureUrl: `${site.root}mark.svg` });
    const picture = (page: Page) => page.evaluate(() => {
      const image = document.querySelector('img');
      const { width = 0, height = 0 } = image?.getBoundingClientRect() ?? {};
      return { alt: image?.alt, isSeen: width > 300 && height > 100 && (image?.checkVisibility() ?? false), isLoaded: (image?.naturalWidth ?? 0) > 0, link: image?.closest('a')?.href };
    });
    const wanted = { alt: facts.alt, isSeen: true, isLoaded: true, link: facts.pageUrl };
    const { page } = await openHost(snippet(kind, facts).replace(/<iframe.*<\/iframe>|<script.*<\/script>/g, ''), { viewport: { width: 700, height: 800 } });
    await expect.poll(() => picture(page)).toEqual(wanted);
    await page.close();
    // The element asks a refused frame's time; below it is asked of a figure that breaks off.
    if (kind === 'element') return;
    const { page: refusing } = await openHost(snippet(kind, facts), { policy: `frame-src 'none'`, viewport: { width: 700, height: 800 } });
    await expect.poll(() => picture(refusing)).toEqual(wanted);
    expect(await layoutShift(refusing)).toBe(0);
  });
});

test('a layout that does shift is seen by the measure', async () => {
  const { page } = await openHost('<div id="late"></div><p>after</p>');
  // What was never painted can't shift.
  await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))));
  await page.evaluate(() => document.querySelector('#late')?.setAttribute('style', 'height:600px'));
  expect(await layoutShift(page)).toBeGreaterThan(0);
});

test('between the measured widths a frame is high enough for its content, with the line more that the window adds', async () => {
  const widths = [280, 414, 480, 560, 600, 800];
  const made = new Map<string, string>();
  for (const name of FIGURES) {
    const { heights } = await snippetFacts(name);
    made.set(name, snippet('iframe', await snippetFacts(name, { heights: { 320: heights[320] + 28, 559: (heights[559] ?? 0) + 28, 640: heights[640] + 28, 900: heights[900] + 28 } })));
  }
  const { page } = await openHost(columns((name) => made.get(name) ?? '', widths), { viewport: { width: 3600, height: 3600 } });
  await page.waitForTimeout(500);
  const lacking = (await sizes(page)).flatMap(({ name, told: { width, height, content } }) => (content > height + 2 ? [`${name} ${width}: ${height}, its content ${content}`] : []));
  expect(lacking).toEqual([]);
});

/** Listeners that newsrooms have already: two from the registry, two as their makers' pages say to write them. */
const NEWSROOMS = [
  {
    says: 'pym.js',
    head: '<script src="pym.js"></script>',
    cell: (address: string, id: string) => `<div id="${id}" data-address="${address}"></div>`,
    start: "for (const one of document.querySelectorAll('[data-address]')) new pym.Parent(one.id, one.dataset.address, {})",
  },
  {
    says: '@open-iframe-resizer/core',
    head: '<script src="open-iframe-resizer.js"></script>',
    cell: (address: string) => `<iframe src="${address}" style="width:100%;border:0"></iframe>`,
    start: 'iframeResizer.initialize({})',
  },
  {
    says: 'one as of AMP',
    head: '',
    cell: (address: string) => `<iframe src="${address}" style="width:100%;border:0"></iframe>`,
    start: "addEventListener('message', ({ data, source }) => { if (data.sentinel !== 'amp' || data.type !== 'embed-size') return; for (const one of document.querySelectorAll('iframe')) if (one.contentWindow === source) one.height = data.height })",
  },
  {
    says: 'one as of Infogram',
    head: '',
    cell: (address: string) => `<iframe src="${address}" style="width:100%;border:0"></iframe>`,
    start: "addEventListener('message', ({ data }) => { let told; try { told = JSON.parse(data) } catch { return } if (told?.context !== 'iframe.resize') return; for (const one of document.querySelectorAll('iframe')) if (one.src === told.src) one.style.height = told.height + 'px' })",
  },
] as const;

describe.each(NEWSROOMS)('a page that listens with $says', ({ head, cell, start }) => {
  test('gives each figure the height of its content: at first, with its table open, when the page gets narrower', async () => {
    const { closed, open } = await contentHeights();
    const body = columns((name, width) => cell(embedAddress(name, `?column=${width}`), `${name}-${width}`));
    const { page, problems } = await openHost(`${body}<script>${start}</script>`, { head });
    await expect.poll(() => misfits(page, closed)).toEqual([]);
    await openTables(page);
    await expect.poll(() => misfits(page, open)).toEqual([]);
    await openTables(page);
    await expect.poll(() => misfits(page, closed)).toEqual([]);
    await page.evaluate((narrowed) => {
      for (const one of document.querySelectorAll<HTMLElement>('.column')) one.style.width = `${narrowed[Number(one.dataset['column'])] ?? 0}px`;
    }, NARROWED);
    await expect.poll(async () => (await sizes(page)).every(({ told: { width } }) => Object.values(NARROWED).includes(width))).toBe(true);
    await expect.poll(() => misfits(page, closed)).toEqual([]);
    expect(problems).toEqual([]);
  });
});

describe('the scripts for hosts', () => {
  const built = (file: string): string => fs.readFileSync(path.join(site.dist, 'embed', file), 'utf8');

  test('say their licence; the resizer is less than a kilobyte', () => {
    for (const file of ['resize.js', 'figure.js']) expect(built(file)).toMatch(/^\/\*! .*©.* MIT \*\//);
    expect(Buffer.byteLength(built('resize.js'))).toBeLessThan(1000);
  });

  /** What no figure says. */
  const FORGED: readonly unknown[] = [Number.NaN, Infinity, 1e9, -5, 0, '700', '<script>alert(1)</script>', null, [700], { valueOf: 700 }].map((height) => ({ type: 'egov-figure', height }));
  const NO_MESSAGES: readonly unknown[] = [null, 700, 'egov-figure', { type: 'egov-figure' }, { type: 'other', height: 700 }, '<img src=x onerror=alert(1)>'];

  test.each(['resizing', 'element'] as const)('of the kind “%s” believe only the figure’s own window, our origin, and a height within bounds', async (kind) => {
    const code = snippet(kind, await snippetFacts(FIGURES[0]));
    fs.writeFileSync(path.join(folder, 'stranger.html'), '<!doctype html><title>stranger</title>');
    const stranger = `${strangers.address}stranger.html`;
    const { page, problems, dialogs } = await openHost(`<div style="width:640px">${code}</div><iframe data-egov data-stranger src="${stranger}" width="300" height="200"></iframe>`);
    await expect.poll(async () => (await sizes(page)).map(({ told: { height } }) => height > 300)).toEqual([true]);
    const [figure] = embedFrames(page);
    const other = page.frames().find((frame) => frame.url() === stranger);
    if (!figure || !other) throw new Error('the page has not both frames');
    const heights = async (): Promise<readonly (number | undefined)[]> => (await hostFrames(page)).map(({ height }) => height);
    const first = await heights();
    const say = (frame: Frame, messages: readonly unknown[]): Promise<void> => frame.evaluate(async (all) => {
      for (const one of all) parent.postMessage(one, '*');
      await new Promise((resolve) => setTimeout(resolve, 150));
    }, messages);

    await say(figure, [...FORGED, ...NO_MESSAGES]);
    expect(await heights()).toEqual(first);
    // Another window, though the host marked it as a figure; and the host's own.
    await say(other, [{ type: 'egov-figure', height: 555 }]);
    await page.evaluate(() => postMessage({ type: 'egov-figure', height: 555 }, '*'));
    await page.waitForTimeout(100);
    expect(await heights()).toEqual(first);
    // The right one, and bounds.
    await say(figure, [{ type: 'egov-figure', height: 5 }]);
    expect((await heights())[0]).toBe(80);
    await say(figure, [{ type: 'egov-figure', height: 9999 }]);
    expect((await heights())[0]).toBe(4000);
    await say(figure, [{ type: 'egov-figure', height: 555 }]);
    expect((await heights())[0]).toBe(555);
    // The right window, gone elsewhere.
    await figure.goto(stranger);
    await say(figure, [{ type: 'egov-figure', height: 777 }]);
    expect((await heights())[0]).toBe(555);
    expect([problems, dialogs]).toEqual([[], []]);
  });

  test('the element follows its attributes, and asks no other site', async () => {
    const { page } = await openHost(`<script src="${site.root}embed/figure.js"></script><egov-figure figure="map-internet-penetration" period="2015" headline="Ours" lang="en" onclick="1" class="x">words</egov-figure>`);
    const address = (): Promise<string | null | undefined> => page.evaluate(() => document.querySelector('egov-figure')?.shadowRoot?.querySelector('iframe')?.src);
    expect(await address()).toBe(`${site.root}en/embed/map-internet-penetration.html?period=2015&title=Ours`);
    const set = (attributes: Readonly<Record<string, string>>): Promise<void> => page.evaluate((all) => {
      for (const [name, value] of Object.entries(all)) document.querySelector('egov-figure')?.setAttribute(name, value);
    }, attributes);
    await set({ period: '2016', lang: 'zh' });
    expect(await address()).toBe(`${site.root}embed/map-internet-penetration.html?period=2016&title=Ours`);
    for (const src of [`${strangers.address}stranger.html`, 'javascript:alert(1)', 'data:text/html,x', 'http://[', '//']) {
      await set({ src });
      expect([src, await address()]).toEqual([src, undefined]);
      expect(await page.locator('egov-figure').innerText()).toBe('words');
    }
  });

  test('the element shows what stands for the figure when the figure can’t be had, and gives up none that was not asked for yet', async () => {
    const failing = await staticServer({ root: site.dist });
    try {
      failing.fail((asked) => (asked.includes('/embed/map-') ? 'breakOff' : undefined));
      const facts = await snippetFacts(FIGURES[0], { root: failing.address });
      const { page } = await openHost(`<div style="width:640px">${snippet('element', facts)}</div><p>after</p><div style="height:9000px"></div>${snippet('element', await snippetFacts(FIGURES[1], { root: failing.address }))}`, { viewport: { width: 700, height: 800 } });
      await page.waitForFunction(() => document.querySelector('egov-figure')?.shadowRoot?.querySelector('iframe')?.style.visibility === 'hidden');
      expect(await page.locator('egov-figure').first().innerText()).toBe(facts.alt);
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
      await expect.poll(async () => (await sizes(page)).some(({ name, told: { height } }) => name === FIGURES[1] && height > 300)).toBe(true);
      expect(await layoutShift(page)).toBe(0);
    } finally {
      await failing.close();
    }
  });
});

describe('a page with a strict policy and sandboxed frames', () => {
  const ONLY_OURS = (rest = ''): string => `default-src 'none'; frame-src ${site.root}; script-src ${site.root}${rest}`;

  test('refuses nothing of ours, and the figures tell their heights without an origin, however late the script comes', async () => {
    const { closed } = await contentHeights();
    const frames = FIGURES.map((name) => `<iframe data-egov src="${embedAddress(name)}" title="${name}" sandbox="allow-scripts" width="640" height="300" frameborder="0"></iframe>`).join('');
    const { page, problems, violations } = await openHost(frames, { policy: ONLY_OURS() });
    // The script is the last to come: the figures have told their heights to nobody.
    await page.addScriptTag({ url: `${site.root}embed/resize.js` });
    await expect.poll(() => misfits(page, closed)).toEqual([]);
    await openTables(page);
    await expect.poll(() => misfits(page, measured?.open ?? new Map())).toEqual([]);
    expect(await embedFrames(page)[0]?.evaluate(() => origin)).toBe('null');
    expect([problems, violations]).toEqual([[], []]);
  });

  test('takes the element as it is written by hand', async () => {
    const { page, problems, violations } = await openHost(`<egov-figure figure="map-internet-penetration" label="map"><a href="${site.root}">words</a></egov-figure><script async src="${site.root}embed/figure.js"></script>`, { policy: ONLY_OURS(), viewport: { width: 916, height: 900 } });
    await expect.poll(async () => (await sizes(page)).map(({ told: { width, height } }) => [width, height > 500])).toEqual([[900, true]]);
    expect([problems, violations]).toEqual([[], []]);
  });

  test.each(SNIPPET_KINDS)('takes the snippet “%s” where styles in attributes and our pictures are allowed', async (kind) => {
    const code = snippet(kind, await snippetFacts(FIGURES[0], { pictureUrl: `${site.root}mark.svg` }));
    const { page, problems, violations } = await openHost(code, { policy: ONLY_OURS(`; img-src ${site.root} data:; style-src-attr 'unsafe-inline'`) });
    await expect.poll(async () => (await sizes(page)).length).toBe(1);
    await page.waitForTimeout(300);
    expect([problems, violations]).toEqual([[], []]);
  });

  test.each(NEWSROOMS)('with $says hears a figure without an origin', async ({ head, cell, start }) => {
    const { closed } = await contentHeights();
    const written = cell(embedAddress(FIGURES[0]), 'own').replace('<iframe ', '<iframe sandbox="allow-scripts" ');
    // pym makes its frame itself, so it is told there.
    const { page } = await openHost(`<div style="width:640px">${written}</div><script>${start.replace(', {})', ", { sandbox: 'allow-scripts' })")}</script>`, { head });
    const height = async (): Promise<number | undefined> => (await sizes(page))[0]?.told.height;
    const content = closed.get(`${FIGURES[0]} 640`);
    await expect.poll(height).toBe(content);
  });
});

test('ten figures on one page share one style sheet and one script', async () => {
  const kept = await staticServer({ root: site.dist, cacheControl: 'public, max-age=600' });
  try {
    const names = [...FIGURES, 'map-online-service-index', 'ranking-online-service-index', 'matrix-online-service-index', 'map-broadband-ports', 'ranking-broadband-ports', 'matrix-broadband-ports'];
    const shown = names.filter((name) => fs.existsSync(path.join(site.dist, 'embed', `${name}.html`)));
    const ten = Array.from({ length: 10 }, (_, at) => `embed/${shown[at % shown.length] ?? ''}.html?number=${at}`);
    const { page, problems } = await openHost(ten.map((one) => `<iframe data-egov src="${kept.address}${one}" width="640" height="560"></iframe>`).join('') + `<script async src="${kept.address}embed/resize.js"></script>`, { viewport: { width: 1400, height: 3200 } });
    await expect.poll(async () => (await sizes(page)).length).toBe(10);
    const counted = new Map<string, number>();
    for (const { path: asked } of kept.requests) counted.set(asked.slice(1), (counted.get(asked.slice(1)) ?? 0) + 1);
    expect([...counted].filter(([, times]) => times > 1)).toEqual([]);
    expect([...counted.keys()].filter((one) => one.startsWith('assets/')).map((one) => one.replace(/-[\w-]{8}\./, '.')).sort()).toEqual(['assets/embed.css', 'assets/embed.js']);
    expect(problems).toEqual([]);
  } finally {
    await kept.close();
  }
});

describe('a dark page', () => {
  const GROUND = [11, 21, 26];

  test.each([
    { search: '?theme=dark', says: 'a dark ground of its own', isGround: false, scheme: 'normal' },
    { search: '?theme=dark&transparent=1', says: 'the page’s ground', isGround: true, scheme: 'normal' },
    { search: '?theme=light&transparent=1', says: 'the page’s ground', isGround: true, scheme: 'dark' },
    { search: '?transparent=1', says: 'the page’s ground', isGround: true, scheme: 'dark' },
  ])('of the scheme $scheme has $says behind $search, in each kind', async ({ search, isGround, scheme }) => {
    const codes = await Promise.all((['iframe', 'element'] as const).map(async (kind) => snippet(kind, await snippetFacts(FIGURES[1], { search }))));
    const { page } = await openHost(`<style>:root{color-scheme:${scheme};background:rgb(${GROUND.join()})}body{margin:0;display:flex}div{flex:none;width:640px}</style>${codes.map((code) => `<section style="width:640px">${code}</section>`).join('')}`, { viewport: { width: 1280, height: 560 } });
    await expect.poll(async () => (await sizes(page)).map(({ told: { width } }) => width)).toEqual([640, 640]);
    await page.waitForTimeout(100);
    const { data, width } = PNG.sync.read(await page.screenshot());
    // Left of the words, below the rule.
    for (const x of [5, 645]) {
      const found = [...data.subarray((300 * width + x) * 4, (300 * width + x) * 4 + 3)];
      if (isGround) expect([scheme, x, found]).toEqual([scheme, x, GROUND]);
      else expect(Math.max(...found), `${scheme} ${x}`).toBeLessThan(60);
    }
  });
});

describe('the window for snippets', () => {
  const DIALOG = 'dialog.share[open]';

  test('shows the figure at three widths, measured, and gives each of three snippets to the clipboard by keys alone', async () => {
    const { page, problems } = await openPage('indicator/internet-penetration.html?period=2015');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const door = page.locator('figure[data-figure="capability-map"] button[name="share"][value="embed"]');
    await door.focus();
    await page.keyboard.press('Enter');
    await page.locator(`${DIALOG} .snippet-maker[data-measured="true"]`).waitFor({ timeout: 20_000 });
    const { closed } = await contentHeights().then((all) => all, () => ({ closed: new Map<string, number>() }));
    const previews = await page.locator(`${DIALOG} .snippet-previews iframe`).evaluateAll((frames) => frames.map((frame) => ({ width: frame.clientWidth, height: frame.clientHeight, label: frame.getAttribute('title') ?? '', address: frame.getAttribute('src') ?? '' })));
    expect(previews.map(({ width }) => width)).toEqual([...WIDTHS, LEAP]);
    const roomAt = (wanted: number): number => (previews.find(({ width }) => width === wanted)?.height ?? 0) + 28;
    for (const { width, height } of previews) expect(Math.abs(height - (closed.get(`map-internet-penetration ${width}`) ?? 0)), `${width}`).toBeLessThanOrEqual(60);
    const frame = page.frames().find((one) => one.url() === previews[0]?.address);
    const said = await frame?.evaluate(() => ({ title: document.querySelector('h1')?.textContent ?? '', heading: document.querySelector('.embed-heading')?.textContent ?? '', source: document.querySelector('.embed-source')?.textContent ?? '', heights: document.documentElement.scrollHeight }));

    const field = page.locator(`${DIALOG} .snippet-code textarea`);
    const reach = async (selector: string): Promise<void> => {
      for (let at = 0; at < 60; at += 1) {
        if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
        await page.keyboard.press('Tab');
      }
      throw new Error(`Tab never comes to ${selector}`);
    };
    const alt = /alt="([^"]*)"/.exec(await field.inputValue())?.[1] ?? '';
    for (const part of ['2015', '%', '北京', said?.title.replace(/[。.]$/, '') ?? '', '来源', '中国互联网络信息中心']) expect(alt).toContain(part);
    const facts: SnippetFacts = {
      root: site.root,
      lang: 'zh',
      name: 'map-internet-penetration',
      frozen: null,
      search: new URL(previews[0]?.address ?? '').search,
      title: said?.title ?? '',
      alt,
      heights: { 320: roomAt(320), 559: roomAt(LEAP), 640: roomAt(640), 900: roomAt(900) },
      pictureUrl: /<img src="([^"]*)"/.exec(await field.inputValue())?.[1] ?? null,
      pageUrl: /<a href="([^"]*)"/.exec(await field.inputValue())?.[1]?.replaceAll('&amp;', '&') ?? '',
    };
    expect(new URLSearchParams(facts.search).get('period')).toBe('2015');
    expect(facts.pageUrl).toContain(`${site.root}indicator/internet-penetration.html?period=2015`);
    for (const kind of SNIPPET_KINDS) {
      await reach('.snippet-maker input[type="radio"][value="iframe"], .snippet-maker input[type="radio"]:checked');
      if (kind !== 'iframe') await page.keyboard.press('ArrowDown');
      await expect.poll(() => field.inputValue()).toBe(snippet(kind, facts));
      expect((await page.locator(`${DIALOG} .share-told`).allInnerTexts()).join('')).toBe('');
      await reach('button[name="copy-snippet"]');
      await page.keyboard.press('Enter');
      await expect.poll(() => page.locator(`${DIALOG} .share-told`).allInnerTexts()).toContain('代码已复制，可贴进文章。');
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(snippet(kind, facts));
    }
    expect(problems).toEqual([]);
  });
});
