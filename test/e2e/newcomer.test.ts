import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { main as makeNew } from '../../src/prerender/new.ts';
import { readAtlas } from '../../src/prerender/readAtlas.ts';
import { isExpected } from '../../src/query/expected.ts';
import { DESKTOP, useBrowser } from '../support/browser.ts';
import { otherSite, type OtherSite } from '../support/otherSite.ts';
import { staticServer, type StaticServer } from '../support/staticServer.ts';

// Someone who has never seen the code fills in the form that `npm run new indicator --template` prints, types a figure
// for each region into the table it writes, and builds. Everything else is the site's own doing.
const openPage = useBrowser();
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'atlas-newcomer-'));
const data = path.join(folder, 'data');
const PERIODS = ['2023', '2024'];
const ID = 'toy-libraries';
const filesOf = (root: string): readonly string[] => fs.readdirSync(root, { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).map((one) => path.relative(root, path.join(one.parentPath, one.name)).split(path.sep).join('/'));
let other: OtherSite;
let server: StaticServer;
let written: readonly string[] = [];

beforeAll(async () => {
  fs.cpSync('data', data, { recursive: true });
  const before = new Set(filesOf(data));
  const said: string[] = [];
  await makeNew(['indicator', '--template', '--dir', data], (line) => said.push(line));
  const form: unknown = JSON.parse(said.join('\n'));
  expect(Object.keys(Object(form))).toEqual(['indicator', 'folder', 'package', 'periods']);
  const answers = {
    indicator: { id: ID, name: { zh: '玩具图书馆', en: 'Toy libraries' }, short: { zh: '玩具图书馆', en: 'Toy libraries' }, definition: { zh: '年末玩具图书馆的个数。', en: 'Toy libraries at the end of the year.' }, theme: 'base', expected: 'provinces', unit: { zh: '个', en: 'libraries', multiplier: 1, enMultiplier: 1 }, better: 'higher', publishes: 'values' },
    folder: 'toy-libraries',
    package: { title: '玩具图书馆统计', titleEn: 'Toy library statistics', description: '玩具图书馆的个数。', descriptionEn: 'Counts of toy libraries.', version: '2024', retrieved: '2026-11-22', licenses: [{ name: 'attribution-required', title: '引用须注明出处', titleEn: 'Attribution' }], redistributable: true, sources: [{ name: 'toy-book', title: '玩具年鉴', titleEn: 'Toy Yearbook', publisher: '玩具出版社', confidence: 'B' }] },
    periods: PERIODS,
  };
  fs.writeFileSync(path.join(folder, 'answers.json'), JSON.stringify(answers));
  said.length = 0;
  expect(await makeNew(['indicator', '--answers', path.join(folder, 'answers.json'), '--dir', data], (line) => said.push(line)), said.join('\n')).toBe(0);
  written = filesOf(data).filter((file) => !before.has(file));
  // The table it wrote has a row for each region; the newcomer types the figures.
  const table = path.join(data, 'toy-libraries/2024', `${ID}.csv`);
  const [header = '', ...rows] = fs.readFileSync(table, 'utf8').trimEnd().split('\n');
  const columns = header.split(',');
  const typed = rows.map((row, index) => row.split(',').map((cell, at) => (columns[at] === 'value' ? String(100 + index * 7) : columns[at] === 'status' ? '' : cell)).join(','));
  fs.writeFileSync(table, [header, ...typed, ''].join('\n'));
  other = await otherSite(folder, inject('site'), (route) => /(?:^|\/)(?:index|ranking|compare|data|check|about)\.html$/.test(route) || route.includes(ID) || route.endsWith('region/110000.html'));
  server = await staticServer({ root: other.root });
}, 120_000);
afterAll(async () => {
  await server.close();
  fs.rmSync(folder, { recursive: true });
});

test('three files, none of them code, and no issue', () => {
  expect([...written].sort()).toEqual([`indicators/${ID}.json`, 'toy-libraries/2024/datapackage.json', `toy-libraries/2024/${ID}.csv`]);
  const { atlas, issues } = readAtlas(data);
  expect(issues).toEqual([]);
  const provinces = atlas.regions.filter((region) => isExpected(region, 'provinces')).length;
  expect(atlas.tables.find(({ indicator }) => indicator.id === ID)?.observations.filter(({ value }) => value !== null)).toHaveLength(provinces * PERIODS.length);
});

test('its page has a sentence, a map, a ranking, its unit, source and status, in both languages', async () => {
  for (const [lang, name, source, top, unit] of [['', '玩具图书馆', '玩具年鉴', '新疆', '个'], ['en/', 'Toy libraries', 'Toy Yearbook', 'Xinjiang', 'libraries']] as const) {
    const { page, problems } = await openPage(`${lang}indicator/${ID}.html`, { base: server.address, viewport: DESKTOP });
    expect(await page.locator('h1').innerText()).toContain(name);
    expect(await page.locator('path[data-region]').count()).toBeGreaterThanOrEqual(31);
    const text = await page.locator('main').innerText();
    // The last region of the last year was given the most.
    for (const said of [source, unit, '2024', top, '527']) expect(text).toContain(said);
    expect(problems).toEqual([]);
  }
});

test('the ranking and the search know it without being told', async () => {
  const { page, problems } = await openPage(`ranking.html?indicator=${ID}`, { base: server.address, viewport: DESKTOP });
  await expect.poll(() => page.locator('main').innerText()).toContain('玩具图书馆');
  await expect.poll(() => page.locator('main table tbody tr').first().innerText()).toMatch(/新疆[^]*527/);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('玩具图书');
  await expect.poll(() => page.locator('[role=listbox], [role=dialog]').first().innerText()).toContain('玩具图书馆');
  expect(problems).toEqual([]);
});

test('it can be embedded, asked for by oEmbed, subscribed to, downloaded and described like any other', async () => {
  const files = new Map(other.site.files().map((file) => [file.path, file]));
  for (const kind of ['map', 'ranking']) {
    expect(other.pages.get(`embed/${kind}-${ID}.html`), kind).toContain('玩具图书馆');
    expect(other.pages.get(`en/embed/${kind}-${ID}.html`), kind).toContain('Toy libraries');
  }
  const { page, problems } = await openPage(`embed/map-${ID}.html`, { base: server.address, viewport: { width: 640, height: 640 } });
  expect(await page.locator('body').innerText()).toContain('玩具年鉴');
  expect(problems).toEqual([]);
  const named = [...files.keys()].filter((file) => file.includes(ID));
  const has = (what: RegExp): void => { expect(named.some((file) => what.test(file)), `${what} of ${named.join(' ')}`).toBe(true); };
  has(/^data\/toy-libraries\/2024\/toy-libraries\.csv$/);
  has(/^feeds\/.*\.(?:xml|atom)$/);
  has(/^feeds\/.*\.json$/);
  for (const [route, link] of [[`indicator/${ID}.html`, `oembed/map-${ID}.zh.json`], [`en/indicator/${ID}.html`, `oembed/map-${ID}.en.json`]] as const) {
    expect(other.pages.get(route)).toMatch(new RegExp(`href="(?:\\.\\./)+${link}" type="application/json\\+oembed"`));
    const answer = await other.site.lateFile(link);
    expect(JSON.parse(String(Buffer.from(answer?.content ?? ''))), link).toMatchObject({ version: '1.0', title: expect.stringMatching(/玩具图书馆|Toy libraries/) });
  }
  for (const file of ['data/manifest.json', 'datapackage.json', 'openapi.json', 'catalog.jsonld']) expect(String(Buffer.from(files.get(file)?.content ?? '')), file).toContain(ID);
});
