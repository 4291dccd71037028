import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Site } from '../../src/prerender/plugin.ts';
import { useBrowser } from '../support/browser.ts';
import { otherSite } from '../support/otherSite.ts';
import { staticServer, type StaticServer } from '../support/staticServer.ts';

// The same build with other settings: `data/site.json` of a publisher who must not rank. No page of it, no file and no
// word that a choice brings up may tell a place.
const { dist } = inject('site');
const openPage = useBrowser();

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'atlas-groups-'));
let pages: ReadonlyMap<string, string> = new Map();
let files: Site['files'];
let server: StaticServer;

beforeAll(async () => {
  fs.cpSync('data', path.join(folder, 'data'), { recursive: true });
  fs.writeFileSync(path.join(folder, 'data/site.json'), JSON.stringify({ $schema: 'schema/site.schema.json', standings: 'groups' }));
  const other = await otherSite(folder, inject('site'));
  pages = other.pages;
  files = other.site.files;
  server = await staticServer({ root: other.root });
}, 120_000);
afterAll(async () => {
  await server.close();
  fs.rmSync(folder, { recursive: true });
});

/** What the site itself says of places. */
const PLACES = {
  zh: /第\s?[\d,]+\s?[位名]|第\d+，|公布名次第|并列第|居首|居第|首位|升\d+位|降\d+位|(?<!占比)最[高低多]的(?:是|并列)|并列最[高低多]/g,
  en: /\branks? \d+|\branks first|\bplaces? \d+ of|\btied at \d|\bno\. \d+ of|\bpublished (?:rank|place) \d|\bshar(?:e|es|ing) (?:the lead|rank|place|first)|\bleads (?:in|with)\b|\bhas the (?:most|lowest|highest)|\bup \d+ places?|\bdown \d+ places?/gi,
};

const SCRIPTS = /<script[^>]*>[\s\S]*?<\/script>/g;
const SAID = / (?:aria-label|title|content|data-say|alt)="([^"]*)"/g;

/** Everything that a page says: its text, its names for assistive technology, what its pictures say on a touch. */
function saidOn(html: string): string {
  const drawn = html.replaceAll(SCRIPTS, '');
  return [drawn.replaceAll(/<[^>]*>/g, '\n'), ...[...drawn.matchAll(SAID)].map(([, text]) => text)].join('\n').replaceAll('&amp;', '&').replaceAll('&quot;', '"');
}

/** What others published is quoted as it is: titles and places of sources, names and definitions of indicators, claims. */
function published(): readonly string[] {
  const texts = new Set<string>();
  const collect = (json: unknown): void => {
    if (typeof json === 'string') texts.add(json);
    else if (Array.isArray(json)) json.forEach(collect);
    else if (typeof json === 'object' && json !== null) Object.values(json).forEach(collect);
  };
  for (const file of fs.readdirSync('data', { recursive: true, encoding: 'utf8' })) if (file.endsWith('.json') && !/schema|geometry|topo|^releases/.test(file)) collect(JSON.parse(fs.readFileSync(path.join('data', file), 'utf8')));
  const telling = [...texts].flatMap((text) => text.split(' / ')).filter((text) => text.match(PLACES.zh) !== null || text.match(PLACES.en) !== null);
  return telling.sort((one, other) => other.length - one.length);
}

/** Claims and the stories of them are quotations throughout. */
const isQuotation = (route: string) => /^(?:en\/)?(?:claims|sources|systems|story\/.*)\.html$/.test(route);

function placesIn(route: string, html: string, quoted: readonly string[]): readonly string[] {
  const text = quoted.reduce((rest, quote) => rest.replaceAll(quote, '…'), saidOn(html));
  return [...text.matchAll(route.startsWith('en/') ? PLACES.en : PLACES.zh)].map((match) => `${route}: ${text.slice(Math.max(0, match.index - 30), match.index + 40).replaceAll(/\s+/g, ' ')}`);
}

const cellsOf = (row: string) => [...row.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g)].map(([, cell = '']) => cell.replaceAll(/<small>[\s\S]*?<\/small>|<[^>]*>/g, '').replaceAll(/[▲▼]/g, '').trim());

/** Bare numbers where a place would stand: in the columns of places, before bars, on the buttons that mark a row. */
function bareNumbers(html: string): readonly string[] {
  const drawn = html.replaceAll(SCRIPTS, '');
  const inColumns = [...drawn.matchAll(/<table[\s\S]*?<\/table>/g)].flatMap(([table]) => {
    const [head = [], ...rows] = [...table.matchAll(/<tr[\s\S]*?<\/tr>/g)].map(([row]) => cellsOf(row));
    const columns = head.flatMap((text, index) => (/^(?:名次|组别|组内名次|组内组别|公布名次|Rank|Group|Published place|In its group|Among its own)/.test(text) ? [index] : []));
    return rows.flatMap((row) => (row.length === head.length ? columns.map((index) => row[index] ?? '') : []));
  });
  const beside = [...drawn.matchAll(/class="(?:rank|mark-row)[^"]*"[^>]*>([^<]*)</g)].map(([, text = '']) => text.trim());
  return [...inColumns, ...beside].filter((text) => /^\d+(?:=| ?\/ ?\d+)?$/.test(text));
}

describe('a copy that tells groups in the place of places', () => {
  test('no page of it tells a place, in either language', () => {
    const quoted = published();
    const told = [...pages].filter(([route]) => !isQuotation(route)).flatMap(([route, html]) => placesIn(route, html, quoted));
    expect(told).toEqual([]);
    expect(pages.size).toBeGreaterThan(300);
  });

  test('the same reading finds places on the pages of the ordinary copy, so it could find them here', () => {
    for (const route of ['index.html', 'en/index.html', 'ranking.html', 'en/ranking.html', 'region/440000.html', 'en/region/440000.html', 'indicator/un-egdi.html', 'en/indicator/internet-penetration.html']) {
      expect(placesIn(route, fs.readFileSync(path.join(dist, route), 'utf8'), []), route).not.toEqual([]);
    }
  });

  test('no number stands where a place stood, and the same reading finds many on the ordinary copy', () => {
    for (const [route, html] of pages) expect(bareNumbers(html), route).toEqual([]);
    for (const route of ['index.html', 'ranking.html', 'region/440000.html', 'en/region/440000.html', 'indicator/un-egdi.html', 'en/indicator/gdp.html']) expect(bareNumbers(fs.readFileSync(path.join(dist, route), 'utf8')).length, route).toBeGreaterThan(5);
  });

  test('quarters stand where ranks stood', () => {
    expect(saidOn(pages.get('ranking.html') ?? '')).toContain('居前四分之一，7个');
    expect(saidOn(pages.get('region/440000.html') ?? '')).toContain('31个中居前四分之一');
    expect(saidOn(pages.get('en/region/440000.html') ?? '')).toContain('top quarter of 31');
    expect(saidOn(pages.get('indicator/digital-china-level.html') ?? '')).toContain('在公布的名单中');
  });

  test('no table among its files has a column of ranks, none holds ranks alone, and the manifest knows the files as they are', () => {
    const all = files();
    const text = (content: Uint8Array | string) => (typeof content === 'string' ? content : Buffer.from(content).toString('utf8'));
    const tables = all.filter((file) => file.path.endsWith('.csv'));
    expect(tables.length).toBeGreaterThan(50);
    for (const table of tables) expect(text(table.content).split('\n')[0]?.split(','), table.path).not.toContain('rank');
    expect(tables.map((table) => table.path)).not.toContain('data/province-rankings/2026-11/digital-china-level.csv');
    const manifest: unknown = JSON.parse(text(all.find((file) => file.path === 'data/manifest.json')?.content ?? ''));
    const hashes = new Map(all.map((file) => [file.path, createHash('sha256').update(file.content).digest('hex')]));
    const listed = typeof manifest === 'object' && manifest !== null && 'files' in manifest && Array.isArray(manifest.files) ? manifest.files : [];
    expect(listed.length).toBeGreaterThan(tables.length);
    for (const one of listed) expect(hashes.get(`data/${String(one.path)}`), String(one.path)).toBe(one.sha256);
    for (const html of pages.values()) expect(html).not.toContain('publishedRank');
  });

  test.each(['', 'en/'])('%sranking.html keeps to groups whatever a reader chooses, and so does what is taken away', async (lang) => {
    const { page, problems } = await openPage(`${lang}ranking.html?sort=value&region=440000`, { base: server.address });
    await expect.poll(() => page.locator('[data-island=ranking]').getAttribute('data-state')).toBe('live');
    // An order by value is refused, and told.
    await expect.poll(() => page.locator('#ranking .message:visible').count()).toBe(1);
    const isTold = async () => placesIn(`${lang}ranking.html`, await page.content(), published());
    expect(await isTold()).toEqual([]);
    await page.locator('select[name=indicator]').selectOption('un-egdi');
    await expect.poll(() => page.locator('tr[data-region]').count()).toBe(193);
    expect(await isTold()).toEqual([]);
    await page.locator('select[name=order]').selectOption('name');
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('.take-away button').first().click()]);
    const taken = fs.readFileSync(await download.path(), 'utf8');
    expect(taken.split('\n').length).toBeGreaterThan(193);
    expect(placesIn(`${lang}ranking.html`, taken, [])).toEqual([]);
    expect(problems).toEqual([]);
  });

  test('it has no workshop, whose index would be a ranking', () => {
    expect([...pages.keys()].filter((route) => route.endsWith('workshop.html'))).toEqual([]);
    for (const html of pages.values()) expect(html).not.toContain('workshop.html');
  });

  test('a chart of places that an address asks for is refused, and told', async () => {
    const { page } = await openPage('indicator/internet-penetration.html?chart=bump', { base: server.address });
    await expect.poll(() => page.locator('.message').allTextContents()).not.toEqual([]);
    expect(placesIn('indicator/internet-penetration.html', await page.content(), published())).toEqual([]);
    expect(await page.locator('select[name=chart] option[value=bump]').count()).toBe(0);
  });
});
