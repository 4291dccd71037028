import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { extract } from '@extractus/oembed-extractor';
import readOpenGraph from 'open-graph-scraper';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Site } from '../../src/prerender/plugin.ts';
import { useBrowser } from '../support/browser.ts';
import { otherSite } from '../support/otherSite.ts';
import { staticServer, type StaticServer } from '../support/staticServer.ts';

// What networks and chats show of a link: read by readers that others wrote, from a copy that knows its address.
const { dist } = inject('site');
const openPage = useBrowser();
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'atlas-social-'));
const ROUTES = ['index.html', 'indicator/internet-penetration.html', 'en/indicator/government-websites.html', 'en/indicator/un-egdi.html', 'region/440000.html', 'en/story/one-big-step.html', 'about.html'];
let server: StaticServer;
let site: Site;

beforeAll(async () => {
  const root = path.join(folder, 'site');
  fs.mkdirSync(root);
  server = await staticServer({ root });
  fs.cpSync('data', path.join(folder, 'data'), { recursive: true });
  fs.writeFileSync(path.join(folder, 'data/site.json'), JSON.stringify({ $schema: 'schema/site.schema.json', address: server.address }));
  const shownHere = (route: string): boolean => ROUTES.includes(route) || /^(?:en\/)?embed\/(?:map-internet-penetration|trend-egov-market-size|ranking-internet-penetration|world-un-egdi)\.html$/.test(route);
  ({ site } = await otherSite(folder, inject('site'), shownHere));
  for (const { path: file, content } of await site.late([])) {
    fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    fs.writeFileSync(path.join(root, file), content);
  }
}, 120_000);
afterAll(async () => {
  await server.close();
  fs.rmSync(folder, { recursive: true });
});

/** No address is too local. */
const ANY_HOST = { protocols: ['http'], require_tld: false, require_port: false, require_protocol: true, require_host: true, require_valid_protocol: true, allow_underscores: false, allow_trailing_dot: false, allow_protocol_relative_urls: false, allow_fragments: true, allow_query_components: true, validate_length: true };

/** As another program reads the page. */
async function shown(route: string) {
  const { error, result } = await readOpenGraph({ url: server.address + route, urlValidatorSettings: ANY_HOST });
  expect(error, route).toBe(false);
  return result;
}

/** Only what stands before the pixels: where a file says how large it is. */
const sizeOf = (png: Buffer): readonly [number, number] => [png.readUInt32BE(16), png.readUInt32BE(20)];

describe('a reader of Open Graph finds on a page', () => {
  test.each(ROUTES)('%s: title, sentence, address, and a picture of 1200 × 630', async (route) => {
    const found = await shown(route);
    expect(found.ogTitle).toBeTruthy();
    expect(found.ogDescription).toBeTruthy();
    expect(found.ogUrl).toBe(server.address + route);
    expect(found.ogLocale).toBe(route.startsWith('en/') ? 'en_US' : 'zh_CN');
    expect(found.ogSiteName).toBe(route.startsWith('en/') ? 'E-Gov Atlas' : '政务数图');
    expect(found.twitterCard).toBe('summary_large_image');
    const [image] = found.ogImage ?? [];
    expect(image).toMatchObject({ width: '1200', height: '630', type: 'image/png' });
    expect(image?.alt).toBeTruthy();
    const answer = await fetch(image?.url ?? '');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('image/png');
    const { width, height } = PNG.sync.read(Buffer.from(await answer.arrayBuffer()));
    expect([width, height]).toEqual([1200, 630]);
  });

  test('the sentence that the page itself says', async () => {
    const { ogDescription, ogImage } = await shown('indicator/internet-penetration.html');
    const [, body] = fs.readFileSync(path.join(folder, 'site/indicator/internet-penetration.html'), 'utf8').split('<body>');
    expect(body).toContain(ogDescription);
    expect(ogImage?.[0]?.alt).toContain(ogDescription);
  });

  test('a card of its own for each language', async () => {
    const [zh, en] = [await shown('index.html'), await shown('en/indicator/un-egdi.html')].map(({ ogImage }) => ogImage?.[0]?.url ?? '');
    expect(zh).toMatch(/\/cards\/dashboard\.zh\.[\da-f]{8}\.png$/);
    expect(en).toMatch(/\/cards\/world-un-egdi\.en\.[\da-f]{8}\.png$/);
  });
});

describe('a reader of oEmbed finds on a page', () => {
  test('a frame that shows the figure, its picture, and who published it', async () => {
    const found = await extract(`${server.address}indicator/internet-penetration.html`);
    expect(found).toMatchObject({ version: '1.0', type: 'rich', provider_name: '政务数图', thumbnail_width: 1200, thumbnail_height: 630 });
    const [html, thumbnail, author] = [found['html'], found['thumbnail_url'], found['author_name']].map((text) => (typeof text === 'string' ? text : ''));
    expect(author).not.toBe('');
    expect((await fetch(thumbnail ?? '')).status).toBe(200);
    const address = /<iframe[^>]* src="([^"]+)"/.exec(html ?? '')?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect(address).toMatch(/\/embed\/map-internet-penetration\.html\?release=\d{4}-\d\d-\d\d-[\da-f]{8}$/);
    const embed = await fetch(address);
    expect(embed.status, address).toBe(200);
    expect(await embed.text()).toContain('互联网普及率');
    expect(html).toMatch(/<iframe[^>]* title="[^"]+"/);
    // What stands for the frame where there is none: its picture, with the words that say the same.
    const alt = /<img [^>]*alt="([^"]+)"/.exec(html ?? '')?.[1] ?? '';
    for (const part of ['互联网普及率', '2016年', '%', '北京居首']) expect(alt).toContain(part);
  });

  test('the answer of an embed, which is of that embed and in its language', async () => {
    const found = await extract(`${server.address}en/embed/map-internet-penetration.html`);
    expect(found['html']).toContain('/en/embed/map-internet-penetration.html?release=');
    expect(found['provider_name']).toBe('E-Gov Atlas');
    expect(JSON.stringify(found).match(/[\u4e00-\u9fff]/g)).toBeNull();
  });

  test.each(['map-internet-penetration', 'trend-egov-market-size', 'ranking-internet-penetration', 'world-un-egdi'])('%s: what is pasted has room for all of it, without a script', async (name) => {
    const { page } = await openPage('404.html', { javaScript: false });
    // The same frame of the built site, which has its style sheets.
    const built = page.url().replace('404.html', '');
    for (const lang of ['', 'en/']) {
      const found = await extract(`${server.address}${lang}embed/${name}.html`);
      const html = typeof found['html'] === 'string' ? found['html'] : '';
      // Between these a line of words more may be needed; there the script that goes with it makes the room.
      for (const width of [320, 640, 900]) {
        await page.setViewportSize({ width, height: 900 });
        await page.setContent(`<!doctype html><html lang="en"><title>Host</title><body style="margin:0">${html.replaceAll(server.address, built)}`);
        await page.locator('iframe').scrollIntoViewIfNeeded();
        const inside = page.frameLocator('iframe').locator('.embed-figure');
        await inside.waitFor();
        const [needed, given] = await inside.evaluate((figure) => [figure.scrollHeight, innerHeight]);
        expect(needed, `${lang}${width}: ${given}`).toBeLessThanOrEqual((given ?? 0) + 1);
      }
    }
  });

  test('in a copy that does not know its address, a plain link: nothing in it could be reached', () => {
    const folderOf = path.join(dist, 'oembed');
    const all = fs.readdirSync(folderOf);
    expect(all.length).toBeGreaterThan(600);
    for (const file of all) {
      const answer: unknown = JSON.parse(fs.readFileSync(path.join(folderOf, file), 'utf8'));
      expect(answer, file).toMatchObject({ type: 'link', version: '1.0', title: expect.stringMatching(/./), provider_name: expect.stringMatching(/./) });
      expect(JSON.stringify(answer), file).not.toMatch(/"(?:html|width|height|thumbnail_\w+)"|https?:/);
    }
  });
});

describe('in the built site', () => {
  const files = fs.readdirSync(path.join(dist, 'cards'));

  test('every card is 1200 × 630, is no more than 100 kB, and is named by what it shows', () => {
    expect(files.length).toBeGreaterThan(300);
    for (const file of files) {
      const png = fs.readFileSync(path.join(dist, 'cards', file));
      expect(sizeOf(png), file).toEqual([1200, 630]);
      expect(png.length, file).toBeLessThanOrEqual(100_000);
      expect(file).toMatch(/^[\w-]+\.(?:zh|en)\.[\da-f]{8}\.png$/);
    }
  });

  test('no two cards show the same: each has something of its own', () => {
    const seen = new Map<string, string>();
    const same = files.flatMap((file) => {
      const hash = createHash('sha256').update(fs.readFileSync(path.join(dist, 'cards', file))).digest('hex');
      const other = seen.get(hash);
      seen.set(hash, file);
      return other === undefined ? [] : [`${other} = ${file}`];
    });
    expect(same).toEqual([]);
  });

  const pages = fs.readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'));

  test('no page has a handler in its markup, which a strict policy refuses', () => {
    // In a tag, outside the texts of attributes: a snippet shown to be copied has none either.
    const handlers = pages.flatMap((page) => {
      const found = /<[a-z][^<>]*\son[a-z]+\s*=/i.exec(fs.readFileSync(path.join(dist, page), 'utf8'));
      return found ? [`${page}: ${found[0]}`] : [];
    });
    expect(handlers).toEqual([]);
  });

  test('every page names a card that is there, and says in words what it shows', () => {
    const own = pages.filter((file) => !file.includes('frozen'));
    expect(own.length).toBeGreaterThan(500);
    const used = new Set<string>();
    for (const page of own) {
      const html = fs.readFileSync(path.join(dist, page), 'utf8');
      const card = /<meta property="og:image" content="([^"]+)"/.exec(html)?.[1];
      if (card === undefined) {
        // Where an old address leads on, and nothing is shown.
        expect(html, page).toContain('noindex');
        continue;
      }
      const file = path.posix.join(path.posix.dirname(page), card);
      used.add(path.posix.basename(file));
      expect(/<meta property="og:image:alt" content="([^"]+)"/.exec(html)?.[1]?.length ?? 0, page).toBeGreaterThan(page.includes('404') ? 3 : 10);
      // A region and a figure have a card that is theirs, each language its own.
      const kind = /^(?:en\/)?(?:(region)\/(\d+)|embed\/[a-z]+-(.+))\.html$/.exec(page);
      if (kind) expect(path.posix.basename(card), page).toMatch(new RegExp(`^[a-z]+-${kind[2] ?? kind[3] ?? ''}\\.${page.startsWith('en/') ? 'en' : 'zh'}\\.`));
      expect(fs.existsSync(path.join(dist, file)), `${page}: ${card}`).toBe(true);
    }
    expect(files.filter((file) => !used.has(file)), 'cards that no page names').toEqual([]);
  });
});
