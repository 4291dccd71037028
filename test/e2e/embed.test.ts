import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import Ajv2020 from 'ajv/dist/2020.js';
import fc from 'fast-check';
import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { describe, expect, inject, test } from 'vitest';
import { EMBED_KINDS, readEmbedName, type EmbedKind } from '../../src/embed/embedName.ts';
import { FLAGS, HIDEABLE, MOST_CHARACTERS } from '../../src/embed/flags.ts';
import { axeFinds } from '../support/axe.ts';
import { useBrowser } from '../support/browser.ts';
import { printedValues } from '../support/publishedTable.ts';
import { brotliBytes, sizeOf } from '../support/size.mjs';

const openPage = useBrowser();
const { dist, root } = inject('site');

/** One figure of each kind. */
const ONE: Readonly<Record<EmbedKind, string>> = {
  map: 'map-internet-penetration',
  ranking: 'ranking-internet-penetration',
  trend: 'trend-government-websites',
  matrix: 'matrix-internet-penetration',
  levels: 'levels-government-websites-by-level',
  multiples: 'multiples-government-websites-by-level',
  bump: 'bump-internet-penetration',
  strip: 'strip-internet-penetration',
  world: 'world-un-egdi',
  networks: 'networks-coverage',
  number: 'number-service-halls',
};
const LIGHT_KINDS = ['map', 'trend', 'ranking', 'matrix'] as const satisfies readonly EmbedKind[];
const LANGS = ['zh', 'en'] as const;
const folder = (lang: (typeof LANGS)[number]): string => (lang === 'en' ? 'en/embed' : 'embed');
const at = (kind: EmbedKind, search = '', lang: (typeof LANGS)[number] = 'zh'): string => `${folder(lang)}/${ONE[kind]}.html${search}`;
const given = (flags: Readonly<Record<string, string>>): string => `?${new URLSearchParams(flags).toString()}`;

const named = (lang: (typeof LANGS)[number]): readonly string[] => fs.readdirSync(path.join(dist, folder(lang))).filter((file) => file.endsWith('.html') && readEmbedName(file.slice(0, -5)) !== null);

const go = (page: Page, address: string): Promise<unknown> => page.goto(new URL(address, root).href, { waitUntil: 'load' });
const h1 = (page: Page): Promise<string> => page.locator('h1').innerText();
const told = (page: Page): Promise<string[]> => page.locator('.embed-told').allInnerTexts();
const spoken = (page: Page): Promise<string | null> => page.locator('.embed-picture [aria-live="polite"]').first().textContent();
const isSeen = (page: Page, selector: string): Promise<boolean> => page.locator(selector).first().evaluate((one) => {
  const { width, height } = one.getBoundingClientRect();
  return width > 4 && height > 4 && one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && getComputedStyle(one).clipPath === 'none';
});

describe('without a script', () => {
  test.each(LANGS)('each kind says what it says, of what, when and whence, in %s', async (lang) => {
    const { page, problems } = await openPage(at('map', '', lang), { javaScript: false });
    for (const kind of EMBED_KINDS) {
      await go(page, at(kind, '', lang));
      expect([kind, (await h1(page)).length > 5]).toEqual([kind, true]);
      expect([kind, await page.locator('.embed-source').innerText()]).toEqual([kind, expect.stringMatching(lang === 'zh' ? /^来源：/ : /^Source: /)]);
      expect([kind, await page.locator('.embed-picture').evaluate((one) => one.getBoundingClientRect().height > 50 && one.textContent.trim() !== '')]).toEqual([kind, true]);
      expect([kind, await page.locator('[data-part="table"]').count() + await page.locator('.rows, table.matrix').count() > 0]).toEqual([kind, true]);
      expect(await page.locator('.embed-release').innerText()).toMatch(/\d{4}-\d\d-\d\d · [\da-f]{8}$/);
    }
    expect(problems).toEqual([]);
  });

  test('a map has its latest period, unit, every figure in its table, and a table that opens', async () => {
    const { page } = await openPage(at('map'), { javaScript: false });
    expect(await page.locator('.embed-heading').innerText()).toBe('互联网普及率 · 2016年 · %');
    const published = printedValues('internet-penetration').get('2016');
    await page.locator('details.embed-table summary').click();
    const cells = await page.locator('.embed-table tbody tr').evaluateAll((rows) => rows.map((row) => [row.querySelector('th')?.textContent ?? '', row.querySelector('td:last-child')?.textContent ?? '']));
    expect(published?.size).toBeGreaterThan(30);
    expect(Object.fromEntries(cells)['北京']).toBe(published?.get('110000'));
    expect(cells.filter(([, value]) => /^\d/.test(value ?? ''))).toHaveLength([...(published ?? [])].filter(([region]) => region !== '100000').length);
    expect(await page.locator('.as-map path[data-id], .as-map g[data-id]').count()).toBeGreaterThan(34);
  });

  test('between coverage and date is a dot, and no dot hangs where there is no date', async () => {
    const { page } = await openPage(at('map'), { javaScript: false });
    const between = () => page.locator('.embed-coverage+span').evaluateAll((all) => all.map((one) => getComputedStyle(one, '::before').content));
    expect(await between()).toEqual(['" · "']);
    await go(page, at('networks'));
    expect(await between()).toEqual([]);
  });
});

describe('pointer and keys', () => {
  test('the pointer over a region says its name, figure and place; Escape hides it', async () => {
    const { page, problems } = await openPage(at('map'));
    await page.locator('.as-map .areas [data-id="650000"]').hover();
    expect(await spoken(page)).toMatch(/^新疆\n54\.9%，第10位/);
    expect(await page.locator('.cursor-tip').isVisible()).toBe(true);
    await page.locator('.map-box').focus();
    await page.keyboard.press('Escape');
    expect(await page.locator('.cursor-tip').isVisible()).toBe(false);
    expect(problems).toEqual([]);
  });

  test('arrow keys walk a map, a trend and a matrix, and each step says a figure', async () => {
    const { page, problems } = await openPage(at('map'));
    for (const [kind, keys, says] of [
      ['map', ['ArrowRight', 'ArrowDown', 'ArrowLeft'], /\d|未/],
      ['trend', ['End', 'ArrowLeft', 'Home'], /\d{4}年/],
      ['matrix', ['ArrowDown', 'ArrowRight', 'ArrowRight'], /，20\d\d.*\n\d/],
    ] as const) {
      await go(page, at(kind));
      await page.locator('.cursor-area').first().focus();
      const heard = new Set<string | null>();
      for (const key of keys) {
        await page.keyboard.press(key);
        const text = await spoken(page);
        expect([kind, text]).toEqual([kind, expect.stringMatching(says)]);
        heard.add(text);
      }
      expect([kind, heard.size > 1]).toEqual([kind, true]);
    }
    expect(problems).toEqual([]);
  });

  test('Shift+T opens the table and takes the keyboard there; again, it closes; T alone does nothing', async () => {
    const { page } = await openPage(at('trend'));
    const isOpen = () => page.locator('details.embed-table').evaluate((one) => one instanceof HTMLDetailsElement && one.open);
    await page.keyboard.press('t');
    expect(await isOpen()).toBe(false);
    await page.keyboard.press('Shift+T');
    expect(await isOpen()).toBe(true);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SUMMARY');
    await page.keyboard.press('Shift+T');
    expect(await isOpen()).toBe(false);
  });

  test('another period is chosen: sentence, colours, table and source are of it', async () => {
    const { page } = await openPage(at('map'));
    const before = await h1(page);
    await page.locator('select[name="period"]').selectOption('2012');
    expect(await h1(page)).toMatch(/^2012年北京居首（72\.2%）/);
    expect(before).toMatch(/^2016年/);
    expect(await page.locator('.embed-heading').innerText()).toContain('2012年');
    await page.keyboard.press('Shift+T');
    expect(await page.locator('.embed-table tbody tr').first().innerText()).toContain('72.2');
  });
});

describe('flags', () => {
  test('the published schema is valid JSON Schema and is of exactly the flags', () => {
    const schema: unknown = JSON.parse(fs.readFileSync(path.join(dist, 'embed/flags.schema.json'), 'utf8'));
    const ajv = new Ajv2020({ strictSchema: false });
    const isSchema = typeof schema === 'object' && schema !== null && 'properties' in schema && typeof schema.properties === 'object' && schema.properties !== null;
    expect(isSchema && ajv.validateSchema(schema)).toBe(true);
    expect(isSchema && Object.keys(schema.properties ?? {})).toEqual(Object.keys(FLAGS));
    const isValid = isSchema ? ajv.compile(schema) : () => false;
    expect(isValid({ lang: 'zh', theme: 'dark', hide: 'title.links', highlight: '440000.330000', note: '好', at: '2016', title: '题', period: '2016' })).toBe(true);
    expect(isValid({ hide: 'source' })).toBe(false);
  });

  test('each does what the schema says, and none is told as unreadable', async () => {
    const { page, problems } = await openPage(at('map'));
    const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const light = await ground();

    await go(page, at('map', '?theme=dark'));
    expect(await ground()).not.toBe(light);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('dark');
    await go(page, at('map', '?transparent'));
    expect(await ground()).toBe('rgba(0, 0, 0, 0)');
    await go(page, at('map', '?plain=1'));
    expect(await isSeen(page, '.embed-head')).toBe(false);
    expect(await isSeen(page, '.legend')).toBe(false);
    expect(await page.locator('h1').textContent()).toMatch(/^2016年北京居首/);
    await go(page, at('map', '?static=1'));
    expect(await page.locator('.cursor-layer').count()).toBe(0);
    expect(await page.locator('select[name="period"]').isVisible()).toBe(false);
    await go(page, at('map', '?highlight=440000.330000'));
    expect(await page.locator('.as-map .is-lit').evaluateAll((all) => [...new Set(all.map((one) => one.getAttribute('data-id')))].sort())).toEqual(['330000', '440000']);
    // A colour is no number: each is said.
    expect(await page.locator('.embed-chosen').allInnerTexts()).toEqual([expect.stringMatching(/^广东，\d\d\.\d%，第3位，共31/), expect.stringMatching(/^浙江，/)]);
    await go(page, at('map', '?regions=440000.999999'));
    expect(await told(page)).toEqual([expect.stringContaining('regions=999999')]);
    await go(page, at('map', '?view=tiles'));
    expect([await isSeen(page, '.as-tiles'), await isSeen(page, '.as-map')]).toEqual([true, false]);
    await go(page, at('map', '?period=2013&region=440000'));
    expect(await page.locator('.embed-chosen').innerText()).toMatch(/^广东，\d\d\.\d%/);
    await go(page, at('trend', given({ note: '抽查开始', at: '2017-03' })));
    expect(await page.locator('.own-note').innerText()).toMatch(/^引用者注：.*抽查开始$/);
    expect(await told(page)).toEqual([]);
    expect(problems).toEqual([]);
  });

  test.each(HIDEABLE)('hide=%s takes that away and nothing else', async (part) => {
    const parts: Readonly<Record<(typeof HIDEABLE)[number], string>> = { title: '.embed-heading', takeaway: 'h1', legend: '.legend', table: '.embed-table', links: '[data-part="links"]' };
    const { page } = await openPage(at('map', `?hide=${part}`));
    for (const one of HIDEABLE) expect([one, await isSeen(page, parts[one])]).toEqual([one, one !== part]);
    expect(await isSeen(page, '.brand')).toBe(true);
  });

  test('a note at a period stands at it in the plot too', async () => {
    const { page } = await openPage(at('trend'));
    const period = await page.evaluate(() => {
      const facts: unknown = JSON.parse(document.querySelector('#facts')?.textContent ?? '');
      const places: unknown = typeof facts === 'object' && facts !== null && 'places' in facts ? facts.places : [];
      const second: unknown = Array.isArray(places) ? places[1] : null;
      return typeof second === 'object' && second !== null && 'period' in second ? String(second.period) : '';
    });
    await go(page, at('trend', given({ note: '此时', at: period })));
    expect(await page.locator('.at-note').count()).toBe(1);
    const [year = ''] = period.split('-');
    expect(await page.locator('.own-note').innerText()).toMatch(new RegExp(`^引用者注：${year}年.*，此时$`));
  });

  test('a headline of the quoter’s own is marked as theirs, is text, and the sentence of the data stays below it', async () => {
    const { page, dialogs } = await openPage(at('ranking', given({ title: '<b onclick=alert(1)>我的标题</b>' })));
    expect(await page.locator('.own-title').innerText()).toBe('<b onclick=alert(1)>我的标题</b>');
    expect(await page.locator('.own-title *').count()).toBe(0);
    expect(await page.locator('.own-mark').innerText()).toBe('标题为引用者所加');
    expect(await h1(page)).toMatch(/^2016年北京居首/);
    expect(await page.locator('figure').evaluate((one) => one.getAttribute('aria-labelledby'))).toBe('takeaway');
    await go(page, at('ranking', given({ title: '长'.repeat(500) })));
    expect([...(await page.locator('.own-title').innerText())]).toHaveLength(MOST_CHARACTERS);
    expect(dialogs).toEqual([]);
  });

  test('source and date stay under every combination of flags', async () => {
    const { page } = await openPage(at('map'));
    const every = Array.from({ length: 2 ** 5 }, (_, bits) => HIDEABLE.filter((_part, index) => (bits >> index) % 2 === 1));
    // Each class that a flag sets, in every combination, on the page as the script left it; and addresses with all flags.
    for (const kind of ['map', 'trend', 'ranking', 'matrix', 'number'] as const) {
      await go(page, at(kind));
      const gone = await page.evaluate((combinations) => combinations.flatMap((hidden) => ['', 'is-plain', 'is-static', 'is-plain is-static'].flatMap((more) => {
        document.body.className = ['embed', more, ...hidden.map((part) => `hide-${part}`)].join(' ');
        return ['.embed-source', '.embed-date'].filter((selector) => {
          const found = document.querySelector(selector);
          const box = found?.getBoundingClientRect();
          return !found || !box || box.width < 100 || box.height < 12 || getComputedStyle(found).clipPath !== 'none' || !found.checkVisibility({ visibilityProperty: true, opacityProperty: true });
        }).map((selector) => `${selector} ${document.body.className}`);
      })), every);
      expect([kind, gone]).toEqual([kind, []]);
      await go(page, at(kind, given({ plain: '1', static: '1', transparent: '1', hide: [...HIDEABLE, 'source', 'date'].join('.'), title: '题', note: '注' })));
      expect([kind, await isSeen(page, '.embed-source'), await isSeen(page, '.embed-date')]).toEqual([kind, true, true]);
    }
  });

  test('what can’t be read is told as text, and the rest is shown', async () => {
    const { page, problems, dialogs } = await openPage(at('map', given({ period: '1066', highlight: 'atlantis', theme: '<img src=x onerror=alert(1)>' })));
    expect(await told(page)).toEqual(['网址中的“theme=<img src=x onerror=alert(1)>”认不出，改用auto。', '网址中的“highlight=atlantis”认不出，已略去。', '网址中的“period=1066”认不出，已略去。']);
    expect(await h1(page)).toMatch(/^2016年/);
    expect(await page.locator('img').count()).toBe(0);
    expect(dialogs).toEqual([]);
    expect(problems).toEqual([]);
  });

  test('lang= leads to the other language with all else kept, and back', async () => {
    const { page } = await openPage(at('map', '?lang=en&period=2013&theme=dark'));
    await page.waitForURL(/\/en\/embed\//);
    expect(new URL(page.url()).search).toBe('?lang=en&period=2013&theme=dark');
    expect(await h1(page)).toMatch(/2013/);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await go(page, at('map', '?lang=zh', 'en'));
    await page.waitForURL(/\/embed\/map-internet-penetration\.html\?lang=zh$/);
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
  });
});

/** A host's page on this server, with one frame. */
async function host(page: Page, ground: string, frame: string): Promise<void> {
  await go(page, 'embed/flags.schema.json');
  await page.setContent(`<!doctype html><meta name="color-scheme" content="${ground === '#fff' ? 'light' : 'dark'}"><title>host</title><body style="margin:0;background:${ground}">${frame}`);
  await page.waitForTimeout(50);
  await page.frameLocator('iframe').locator('.embed-source').waitFor();
}

describe('in a host', () => {
  test('on a dark page a transparent figure shows the host’s ground, with no white box; one that isn’t has its own dark ground', async () => {
    const { page } = await openPage(at('map'), { colorScheme: 'light' });
    const corner = async (search: string, scheme: string): Promise<readonly number[]> => {
      await host(page, '#102030', `<iframe src="${new URL(at('trend', search), root).href}" style="width:640px;height:560px;border:0;color-scheme:${scheme}"></iframe>`);
      const { data, width } = PNG.sync.read(await page.screenshot({ clip: { x: 0, y: 0, width: 640, height: 560 } }));
      return [...data.subarray((300 * width + 6) * 4, (300 * width + 6) * 4 + 3)];
    };
    expect(await corner('?theme=dark&transparent', 'dark')).toEqual([16, 32, 48]);
    const own = await corner('?theme=dark', 'dark');
    expect(own).not.toEqual([16, 32, 48]);
    expect(Math.max(...own)).toBeLessThan(60);
  });

  test('under sandbox="allow-scripts" the picture, the cursor and the choice of a period work', async () => {
    const { page, problems } = await openPage(at('map'));
    await host(page, '#fff', `<iframe sandbox="allow-scripts" src="${new URL(at('map', '?period=2012&hide=links&note=x'), root).href}" style="width:640px;height:800px"></iframe>`);
    const frame = page.frameLocator('iframe');
    expect(await frame.locator('h1').innerText()).toMatch(/^2012年/);
    await frame.locator('.as-map .areas [data-id="650000"]').hover();
    expect(await frame.locator('.cursor-tip').innerText()).toMatch(/^新疆/);
    await frame.locator('select[name="period"]').selectOption('2016');
    expect(await frame.locator('h1').innerText()).toMatch(/^2016年/);
    expect(problems).toEqual([]);
  });

  test('under a strict content security policy nothing is refused, of any kind or flag', async () => {
    const { page, violations, problems } = await openPage(at('map'), { csp: true });
    const strict = new URL(page.url()).origin;
    for (const lang of LANGS) {
      for (const kind of EMBED_KINDS) {
        await page.goto(new URL(at(kind, '?theme=dark&transparent&title=a&note=b&hide=links', lang), strict).href);
        await page.keyboard.press('Shift+T');
        const area = page.locator('.cursor-area').first();
        if (await area.count() > 0) {
          await area.focus();
          await page.keyboard.press('ArrowRight');
        }
      }
    }
    expect(violations).toEqual([]);
    expect(problems).toEqual([]);
  });

  test('nothing is kept and nothing asked of others: three requests, all of the site', async () => {
    const { page, requests, problems } = await openPage(at('map'));
    expect(requests.map((address) => new URL(address).pathname.replace(/-[\da-f]{8}\./, '.'))).toEqual(['/embed/map-internet-penetration.html', '/assets/embed.css', '/assets/embed.js']);
    const before = requests.length;
    await page.locator('.as-map .areas [data-id="650000"]').hover();
    await page.locator('select[name="period"]').selectOption('2012');
    expect(requests.slice(before)).toEqual([]);
    expect(await page.evaluate(async () => [document.cookie, localStorage.length, sessionStorage.length, (await indexedDB.databases()).length, (await caches.keys()).length])).toEqual(['', 0, 0, 0, 0]);
    expect(await page.context().cookies()).toEqual([]);
    expect(problems).toEqual([]);
  });

  test('where storage is refused, nothing is missed: it is never asked for', async () => {
    const { page, requests, problems } = await openPage(at('map', '?region=440000&note=a'), { hasStorage: false });
    for (const kind of EMBED_KINDS) await go(page, at(kind, '?period=2016&title=a'));
    expect(requests.filter((address) => !address.startsWith(root))).toEqual([]);
    expect(problems).toEqual([]);
  });

  test('ten figures share script and style: each costs its page alone', async () => {
    const { page, requests } = await openPage(at('map'));
    const before = requests.length;
    const ten = named('zh').filter((file) => file.startsWith('map-')).slice(0, 10);
    await host(page, '#fff', ten.map((file) => `<iframe src="${new URL(`embed/${file}`, root).href}" style="width:320px;height:600px"></iframe>`).join('').replace('<iframe', '<iframe id="first"')).catch(() => undefined);
    await page.waitForLoadState('networkidle');
    const asked = requests.slice(before).map((address) => new URL(address).pathname);
    expect(new Set(asked.filter((file) => file.startsWith('/assets/'))).size).toBe(2);
    expect(asked.filter((file) => file.endsWith('.html'))).toHaveLength(10);
  });
});

describe('for every reader', () => {
  test.each(LIGHT_KINDS)('axe finds nothing on a %s, in either theme', async (kind) => {
    const { page } = await openPage(at(kind, '?region=440000&note=a&title=b'));
    await page.keyboard.press('Shift+T');
    expect(await axeFinds(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await axeFinds(page, { colours: 'only' })).toEqual([]);
  });

  test('axe finds nothing on the other kinds, nor on the page for any figure', async () => {
    const { page } = await openPage(at('number'));
    for (const address of [...EMBED_KINDS.filter((kind) => !LIGHT_KINDS.some((one) => one === kind)).map((kind, index) => at(kind, '', index % 2 === 0 ? 'zh' : 'en')), 'embed/any.html']) {
      await go(page, address);
      expect([address, await axeFinds(page)]).toEqual([address, []]);
    }
  });

  test('at 320 pixels nothing runs out of the page, in either language', async () => {
    const { page } = await openPage(at('map'), { viewport: { width: 320, height: 600 } });
    for (const lang of LANGS) {
      for (const kind of EMBED_KINDS) {
        await go(page, at(kind, '?title=一个相当长的标题一个相当长的标题&note=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', lang));
        expect([kind, lang, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([kind, lang, 320]);
      }
    }
  });

  test('the height of a figure is of its width alone, not of its frame’s height', async () => {
    const { page } = await openPage(at('matrix'), { viewport: { width: 640, height: 300 } });
    const natural = () => page.locator('.embed-figure').evaluate((one) => {
      if (one instanceof HTMLElement) one.style.minHeight = '0';
      return one.getBoundingClientRect().height;
    });
    for (const kind of EMBED_KINDS) {
      await go(page, at(kind));
      const low = await natural();
      await page.setViewportSize({ width: 640, height: 1500 });
      expect([kind, await natural()]).toEqual([kind, low]);
      await page.setViewportSize({ width: 640, height: 300 });
    }
  });
});

describe('bytes', () => {
  test('the script is within 8 kB, and a map, trend, ranking or matrix is within 30 kB, each of them in both languages', () => {
    const [script, styles] = [/embed-[\da-f]{8}\.js/, /embed-[\da-f]{8}\.css/].map((pattern) => fs.readdirSync(path.join(dist, 'assets')).find((file) => pattern.test(file)) ?? '');
    const shared = { js: brotliBytes(path.join(dist, 'assets', script ?? '')), css: brotliBytes(path.join(dist, 'assets', styles ?? '')) };
    expect(shared.js).toBeGreaterThan(1_000);
    expect(shared.js).toBeLessThanOrEqual(8_000);
    let count = 0;
    const over: unknown[] = [];
    for (const lang of LANGS) {
      for (const file of named(lang).filter((one) => LIGHT_KINDS.some((kind) => one.startsWith(`${kind}-`)))) {
        count += 1;
        const place = `${folder(lang)}/${file}`;
        // Brotli's fifth step packs less than its eleventh: what is within the limit by it needs no slower look.
        const roughly = zlib.brotliCompressSync(fs.readFileSync(path.join(dist, place)), { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 5 } }).length;
        if (roughly + shared.js + shared.css <= 30_000) continue;
        const { html, css, js, requests } = sizeOf(dist, place);
        if (html + css + js > 30_000 || requests !== 3) over.push({ place, html, css, js, requests });
      }
    }
    expect(count).toBeGreaterThan(300);
    expect(over).toEqual([]);
  });
});

describe('what only the whole page draws', () => {
  test('a choice of the address that the script can’t draw brings the whole figure, from this site alone', async () => {
    const { page, requests, problems } = await openPage(at('ranking', '?compare=2012'));
    await page.locator('.embed-full [data-island="ranking"][data-state="live"]').waitFor();
    expect(await page.locator('.embed-full').innerText()).toContain('2012');
    expect(new URL(page.url()).pathname).toBe('/embed/ranking-internet-penetration.html');
    expect(requests.filter((address) => !address.startsWith(root))).toEqual([]);
    expect(problems).toEqual([]);
  });

  test('a choice that the script draws brings nothing more', async () => {
    const { page, requests } = await openPage(at('map', '?period=2012&region=440000&view=tiles'));
    await go(page, at('ranking', '?period=2012&region=440000&regions=330000.320000'));
    await page.waitForLoadState('networkidle');
    expect(requests.filter((address) => /embed-full|embed-any|main/.test(address))).toEqual([]);
    expect(await told(page)).toEqual([]);
  });

  test('in a sandbox, where nothing can be fetched, the drawn figure stays and says so', async () => {
    const { page } = await openPage(at('map'));
    await host(page, '#fff', `<iframe sandbox="allow-scripts" src="${new URL(at('trend', '?transform=index'), root).href}" style="width:640px;height:800px"></iframe>`);
    await page.frameLocator('iframe').locator('.embed-told').waitFor();
    expect(await page.frameLocator('iframe').locator('.embed-told').innerText()).toBe('这项选择只有完整页面能画，这里仍是默认的图。');
    expect(await page.frameLocator('iframe').locator('.plot').count()).toBe(1);
  });

  test('any.html wakes a figure of any page, and refuses what is not listed', async () => {
    const { page, requests, problems } = await openPage('embed/any.html?page=indicator/internet-penetration.html&figure=capability-map&period=2012');
    await page.locator('.embed-full [data-island="provinces"][data-state="live"]').waitFor();
    await expect.poll(() => page.locator('.embed-full figure#capability-map').innerText()).toContain('2012年');
    const before = requests.length;
    for (const wrong of ['page=https://example.org/&figure=trend', 'page=../../etc/passwd&figure=trend', 'page=//example.org/x.html&figure=trend', 'page=index.html&figure=%3Cimg%3E', 'page=constructor&figure=a', 'page=javascript:alert(1)&figure=a', '', 'page=index.html&figure=toString']) {
      await go(page, `embed/any.html?${wrong}`);
      await expect.poll(() => page.locator('[data-any="refused"]').isVisible()).toBe(true);
    }
    expect(requests.slice(before).filter((address) => !address.startsWith(root))).toEqual([]);
    expect(requests.slice(before).filter((address) => /passwd|\/embed\/https?:/.test(new URL(address).pathname))).toEqual([]);
    expect(problems).toEqual([]);
  });
});

describe('pages of the site', () => {
  interface Named { readonly page: string; readonly name: string; readonly keys: readonly string[] }
  const htmlFiles = fs.readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html') && !/(^|\/)embed\//.test(file));
  const figures = htmlFiles.flatMap((file): Named[] => [...fs.readFileSync(path.join(dist, file), 'utf8').matchAll(/<figure[^>]*\bdata-embed="([^"]+)"[^>]*>/g)].map(([tag, name = '']) => ({ page: file, name, keys: (/data-embed-keys="([^"]*)"/.exec(tag)?.[1] ?? '').split(' ').filter(Boolean) })));

  test('every embed that a figure names is there, in both languages', () => {
    expect(figures.length).toBeGreaterThan(300);
    const missing = figures.filter(({ page, name }) => !fs.existsSync(path.join(dist, page.startsWith('en/') ? 'en/embed' : 'embed', `${name}.html`)));
    expect(missing).toEqual([]);
    expect(named('en')).toEqual(named('zh'));
    const kinds = new Set(figures.map(({ name }) => readEmbedName(name)?.kind));
    expect(EMBED_KINDS.filter((kind) => !kinds.has(kind))).toEqual([]);
  });

  test('every key that goes along is one that the embed draws, or brings the whole figure for', () => {
    const OWN: Readonly<Partial<Record<EmbedKind, readonly string[]>>> = { map: ['period', 'view', 'region'], ranking: ['period', 'region', 'regions'], matrix: ['region'] };
    const lost = new Set<string>();
    for (const { page, name, keys } of figures) {
      const kind = readEmbedName(name)?.kind;
      if (keys.length === 0 || !kind) continue;
      const facts = /"fullKeys":\[([^\]]*)\]/.exec(fs.readFileSync(path.join(dist, page.startsWith('en/') ? 'en/embed' : 'embed', `${name}.html`), 'utf8'))?.[1] ?? '';
      for (const key of keys) if (!OWN[kind]?.includes(key) && !facts.includes(`"${key}"`)) lost.add(`${kind}: ${key}`);
    }
    expect([...lost]).toEqual([]);
  });

  test('choices as pages write them are understood: nothing is told', async () => {
    const { page, problems } = await openPage(at('map', '?period=2012&view=tiles&region=440000'));
    expect(await told(page)).toEqual([]);
    for (const address of [at('map', '?view=map&region=650000'), at('ranking', '?period=2015&region=CN&regions=440000.330000'), at('matrix', '?region=440000'), at('trend'), at('levels'), at('networks'), at('number'), at('map', '?release=2020-01-01-00000000')]) {
      await go(page, address);
      if (address.includes('CN')) continue;
      expect([address, await told(page)]).toEqual([address, []]);
    }
    for (const [address, live] of [
      [at('bump', '?regions=440000.330000'), 'units'],
      [at('strip', '?period=2012&region=440000'), 'units'],
      [at('world', '?period=2020&regions=KOR'), 'world'],
      [at('matrix', '?order=name'), 'matrix'],
    ] as const) {
      await go(page, address);
      await page.locator(`.embed-full [data-island="${live}"][data-state="live"]`).waitFor();
      await expect.poll(() => page.locator('.embed-full .message:visible').allInnerTexts(), { message: address }).toEqual([]);
    }
    expect(problems).toEqual([]);
  });
});

/** Hostile addresses, all of them with a word that is found again wherever it gets to. */
const CANARY = 'zq9';
const HOSTILE = [
  `<img src=x onerror="globalThis.atlasHacked='${CANARY}'">`,
  `<script>globalThis.atlasHacked=1</script>${CANARY}`,
  `"><svg/onload=globalThis.atlasHacked=1>${CANARY}`,
  `javascript:globalThis.atlasHacked=1//${CANARY}`,
  `';globalThis.atlasHacked=1;'${CANARY}`,
  `</script><script>globalThis.atlasHacked=1//${CANARY}`,
  `data:text/html,<script>parent.atlasHacked=1</script>${CANARY}`,
  `${'{'}key}$&$1${CANARY}`,
  `#facts,[data-id]${CANARY}`,
  `\0\u0007\u202e\ud800${CANARY}`,
  '%E0%A4%A',
  '%',
  '__proto__',
  'constructor',
  'toString',
  `../../${CANARY}`,
  `//example.org/${CANARY}`,
  `${'长'.repeat(300)}${CANARY}`,
  `${CANARY}`.repeat(2000),
];
const SENSE = ['1', '0', 'dark', 'light', 'title.takeaway.legend.table.links', 'title', '2012', '2016', 'tiles', 'map', '440000', '440000.330000.110000', '2017-03', 'index', 'zh'];
const KEYS = [...Object.keys(FLAGS), 'period', 'view', 'region', 'regions', 'indicator', 'childId', 'release', 'compare', 'transform', '__proto__', 'constructor', 'hasOwnProperty', CANARY];

const addresses = (count: number, seed: number): readonly string[] => {
  const value = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...HOSTILE) }, { weight: 3, arbitrary: fc.constantFrom(...SENSE) }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) });
  const key = fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...KEYS) }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) });
  const pair = fc.tuple(key, value, fc.boolean()).map(([name, text, isRaw]) => (isRaw ? `${name}=${text}` : new URLSearchParams([[name, text]]).toString()));
  return fc.sample(fc.array(pair, { minLength: 1, maxLength: 6 }).map((pairs) => `?${pairs.join('&')}`), { numRuns: count, seed });
};

describe('ten thousand hostile addresses', () => {
  /** The more there is to draw, the fewer. */
  const KINDS = [
    { kind: 'number', count: 2_500 },
    { kind: 'trend', count: 3_500 },
    { kind: 'ranking', count: 1_500 },
    { kind: 'matrix', count: 1_500 },
    { kind: 'map', count: 1_000 },
  ] as const;
  const REAL = 20;
  const ROUND = 350;

  /**
   * Of each address, the built script itself is run on a fresh copy of the drawn page, with that address as its
   * location; what it does to the page is looked at after each. Twenty of each kind are opened for good.
   */
  test.each(KINDS)('$count of the kind $kind', { timeout: 120_000 }, async ({ kind, count }) => {
    const source = fs.readFileSync(path.join(dist, 'assets', fs.readdirSync(path.join(dist, 'assets')).find((file) => /^embed-[\da-f]{8}\.js$/.test(file)) ?? ''), 'utf8');
    const { page, problems, dialogs, requests } = await openPage(at(kind));
    const all = addresses(count - REAL, 20_261_123 + count);
    const found: string[] = [];
    for (let start = 0; start < all.length; start += ROUND) {
      await go(page, at(kind));
      found.push(...await page.evaluate(({ script, canary, searches }) => {
        const wrong: string[] = [];
        const Run: unknown = Reflect.construct(Function, ['location', script]);
        const pristine = document.body.cloneNode(true);
        if (pristine instanceof HTMLElement) for (const extra of pristine.querySelectorAll('.cursor-layer,.cursor-layer+p')) extra.remove();
        // What is heard by the whole document would pile up, run after run.
        Reflect.set(document, 'addEventListener', () => undefined);
        const tags = (): Record<string, number> => {
          const counts: Record<string, number> = {};
          for (const { tagName } of document.querySelectorAll('*')) counts[tagName] = (counts[tagName] ?? 0) + 1;
          return counts;
        };
        document.body.replaceWith(pristine.cloneNode(true));
        const allowed = tags();
        // Paragraphs that tell, the cursor, a line in the plot, rows of another period, and the full figure’s own script.
        const mayGrow = new Set(['P', 'DIV', 'line', 'LI', 'I', 'SPAN', 'B', 'EM', 'svg', 'rect', 'TR', 'TH', 'TD', 'SCRIPT']);
        const scripts = new Set([...document.scripts].map(({ src }) => src));
        for (const search of searches) {
          document.body.replaceWith(pristine.cloneNode(true));
          document.documentElement.className = '';
          const address = new URL(`${globalThis.location.pathname}${search}`, globalThis.location.href);
          Reflect.set(address, 'replace', (to: string) => {
            const target = new URL(to);
            if (target.origin !== globalThis.location.origin || !target.pathname.startsWith('/en/embed/')) wrong.push(`leads to ${to}: ${search}`);
          });
          try {
            if (typeof Run === 'function') Reflect.apply(Run, globalThis, [address]);
            else wrong.push('no script was run');
          } catch (error) {
            wrong.push(`threw ${String(error)}: ${search}`);
          }
          if (Reflect.get(globalThis, 'atlasHacked') !== undefined) wrong.push(`ran: ${search}`);
          for (const [tag, count] of Object.entries(tags())) if (count > (allowed[tag] ?? 0) && !mayGrow.has(tag)) wrong.push(`<${tag}> was added: ${search}`);
          for (const { src } of document.scripts) if (!scripts.has(src) && !new URL(src).pathname.startsWith('/embed/record/')) wrong.push(`a script ${src}: ${search}`);
          const attributes = document.evaluate(`//@*[contains(., "${canary}") or starts-with(name(), "on")]`, document, null, XPathResult.ORDERED_NODE_SNAPSHOT_TYPE);
          for (let index = 0; index < attributes.snapshotLength; index += 1) wrong.push(`attribute ${attributes.snapshotItem(index)?.nodeName ?? ''}: ${search}`);
          for (const extra of document.querySelectorAll('.own-title,.own-mark,.own-note,.embed-told')) if (extra.children.length > 0 || extra.textContent.length > 300) wrong.push(`markup in ${extra.className}: ${search}`);
          const foot = ['.embed-source', '.embed-date'].map((selector) => document.querySelector(selector));
          if (foot.some((part) => !part || part.textContent.trim() === '' || part.closest('[hidden]'))) wrong.push(`no source or date: ${search}`);
          for (const name of document.body.classList) if (!/^(embed|is-plain|is-static|hide-(title|takeaway|legend|table|links))$/.test(name)) wrong.push(`class ${name}: ${search}`);
        }
        return wrong;
      }, { script: source, canary: CANARY, searches: all.slice(start, start + ROUND) }));
    }
    expect(found.slice(0, 5)).toEqual([]);

    for (const search of addresses(REAL, 4_711 + count)) {
      await go(page, at(kind, search));
      // A choice that only the whole page draws brings its figure, whose foot says the same; which of both is there, may change meanwhile.
      await expect.poll(() => page.evaluate(() => {
        const parts = document.querySelector('.embed-full') ? ['.embed-full figure:not([hidden]) .source-lines'] : ['.embed-source', '.embed-date'];
        return parts.every((selector) => [...document.querySelectorAll(selector)].some((one) => one.textContent.trim() !== '' && one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && one.getBoundingClientRect().height > 10));
      }), { message: search }).toBe(true);
      expect([search, await page.evaluate(() => Reflect.get(globalThis, 'atlasHacked'))]).toEqual([search, undefined]);
    }
    expect(requests.filter((address) => !address.startsWith(root))).toEqual([]);
    expect(dialogs).toEqual([]);
    expect(problems.filter((problem) => problem.startsWith('exception'))).toEqual([]);
  });
});
