import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { buildLanguage } from '../../src/languages/buildLanguage.ts';
import { readLanguages } from '../../src/languages/readLanguages.ts';
import { main as makeNew } from '../../src/prerender/new.ts';
import { main as checkData } from '../../src/prerender/data.ts';
import { DESKTOP, useBrowser } from '../support/browser.ts';
import { otherSite } from '../support/otherSite.ts';
import { staticServer, type StaticServer } from '../support/staticServer.ts';
import { takeaway, wakeMap } from './selectors.ts';

// A translator who has never seen the code asks for the file of a language, fills in its right side and builds.
const openPage = useBrowser();
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'atlas-language-'));
const data = path.join(folder, 'data');
const work = path.resolve('node_modules/.prerender-languages/test');
const PATHS = ['index.html', 'ranking.html', 'check.html', 'indicator/internet-penetration.html', 'embed/map-internet-penetration.html'];
const SCRIPT = '<img src=x onerror="globalThis.atlasHacked=1">';
let server: StaticServer;

/** Every text in marks of its own, so that what is left in English can be seen; a few as a translator would write them. */
const OWN: Readonly<Record<string, string>> = { '{month} {year}': '{month} de {year}', Overview: `Visão geral ${SCRIPT}`, Guangdong: 'Cantão' };
const inMarks = (texts: object): object => Object.fromEntries(Object.keys(texts).map((english) => [english, OWN[english] ?? `‹${english}›`]));

beforeAll(async () => {
  fs.cpSync('data', data, { recursive: true });
  const answers = path.join(folder, 'answers.json');
  fs.writeFileSync(answers, JSON.stringify({ tag: 'pt-BR', name: 'português' }));
  const said: string[] = [];
  expect(await makeNew(['language', '--answers', answers, '--dir', data], (line) => said.push(line)), said.join('\n')).toBe(0);
  expect(said.join('\n')).toContain('data/languages/pt-BR.json');
  const file = path.join(data, 'languages/pt-BR.json');
  const empty = JSON.parse(fs.readFileSync(file, 'utf8'));
  fs.writeFileSync(file, JSON.stringify({ ...empty, words: Object.fromEntries(Object.entries<object>(empty.words).map(([module, texts]) => [module, inMarks(texts)])), data: inMarks(empty.data) }));

  const wanted = (route: string): boolean => PATHS.includes(route.replace(/^(?:en|pt-BR)\//, ''));
  const other = await otherSite(folder, inject('site'), wanted);
  const [language] = readLanguages(data).languages;
  if (!language) throw new Error('the language is not read');
  const built = await buildLanguage({ root: process.cwd(), language, work, dataRoot: folder, wanted });
  for (const one of built.files) {
    const target = path.join(other.root, one.path);
    fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.writeFileSync(target, one.content);
  }
  server = await staticServer({ root: other.root });
}, 120_000);
afterAll(async () => {
  await server.close();
  fs.rmSync(folder, { recursive: true });
  fs.rmSync(work, { recursive: true });
});

const linksOf = (lang: string, path: string) => `${lang === 'zh-CN' ? '' : `${lang}/`}${path}`;

test.each(PATHS.filter((one) => !one.startsWith('embed/')))('%s leads from each language to the two others, with the choice', async (one) => {
  for (const [own, others] of [['zh-CN', ['en', 'pt-BR']], ['en', ['zh-CN', 'pt-BR']], ['pt-BR', ['zh-CN', 'en']]] as const) {
    const { page, problems } = await openPage(`${linksOf(own, one)}?theme=dark`, { base: server.address });
    expect(await page.locator('html').getAttribute('lang')).toBe(own);
    const links = page.locator('a[data-language-link]');
    expect(await links.evaluateAll((all) => all.map((link) => link.getAttribute('hreflang')))).toEqual(others);
    expect(await page.locator('link[rel=alternate][hreflang]').evaluateAll((all) => all.map((link) => link.getAttribute('hreflang')))).toEqual(others);
    for (const [index, lang] of others.entries()) {
      await links.nth(index).hover();
      const href = await links.nth(index).evaluate((link) => (link instanceof HTMLAnchorElement ? link.href : ''));
      expect(href).toBe(new URL(`${linksOf(lang, one)}?theme=dark`, server.address).href);
      expect((await page.request.get(href)).status()).toBe(200);
    }
    expect(problems).toEqual([]);
  }
});

describe('a page in a third language', () => {
  test.each(PATHS)('%s says nothing in English that the file says', async (one) => {
    const { page, problems } = await openPage(`pt-BR/${one}`, { base: server.address, viewport: DESKTOP });
    const left = await page.evaluate(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const texts: string[] = [];
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) if (node.parentElement?.closest('script,style,[lang=en],[lang="zh-CN"]') === null) {
        // A long name stands in a picture in several lines, each a text of its own.
        const picture = node.parentElement?.closest('svg');
        texts.push(picture ? [...picture.querySelectorAll('text')].map((text) => text.textContent).join(' ') : (node.textContent ?? ''));
      }
      return texts.filter((text) => /[A-Za-z]{4}/.test(text.replace(/‹[^]*›/g, '').replace(/\b[\w-]+\.\w{2,4}\b/g, ''))).map((text) => text.trim());
    });
    expect(left.filter((text) => !/Cantão|Visão geral|[‹›]/.test(text)).slice(0, 9)).toEqual([]);
    expect(problems).toEqual([]);
  });

  test('speaks it where it comes alive, too', async () => {
    const { page, problems } = await openPage('pt-BR/indicator/internet-penetration.html', { base: server.address });
    const before = await takeaway(page).innerText();
    expect(before).toContain('‹');
    await wakeMap(page);
    await page.goto(`${page.url()}?region=440000&period=2010`);
    await wakeMap(page);
    await expect.poll(() => takeaway(page).innerText()).toContain('Cantão');
    expect(await takeaway(page).innerText()).not.toBe(before);
    expect(problems).toEqual([]);
  });

  test('finds by its own names, and by those of the two others', async () => {
    const { page, problems } = await openPage('pt-BR/index.html', { base: server.address });
    for (const asked of ['Cantão', 'Guangdong', '广东']) {
      await page.keyboard.press('Control+K');
      await page.locator('[role=combobox]').fill(asked);
      await expect.poll(() => page.locator('[role=option]').first().innerText()).toContain('Cantão');
      expect(await page.locator('[role=option] a, a[role=option]').first().getAttribute('href').catch(() => null)).toMatch(/region\/440000\.html/);
      await page.keyboard.press('Escape');
    }
    expect(problems).toEqual([]);
  });

  test.each([320, 768, 1280])('at %i px nothing runs over the edge, three languages in its head', async (width) => {
    const { page } = await openPage('pt-BR/index.html', { base: server.address, viewport: { width, height: 900 } });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    for (const link of await page.locator('a[data-language-link]').all()) expect((await link.boundingBox())?.height).toBeGreaterThanOrEqual(24);
  });

  test('shows markup in a translation as text', async () => {
    const { page, problems } = await openPage('pt-BR/index.html', { base: server.address });
    expect(await page.locator('nav').first().innerText()).toContain(SCRIPT);
    expect(await page.locator('img[src="x"]').count()).toBe(0);
    expect(await page.evaluate(() => Reflect.get(globalThis, 'atlasHacked'))).toBe(undefined);
    expect(problems).toEqual([]);
  });
});

test('how much is translated is told with the data', async () => {
  const said: string[] = [];
  expect(await checkData(['--dir', data, '--lang', 'en'], (line) => said.push(line))).toBe(0);
  const [, did = '', of = ''] = /pt-BR: (\d+) of (\d+) words of the site/.exec(said.join('\n')) ?? [];
  expect(did).toBe(of);
  expect(Number(of)).toBeGreaterThan(3000);
});
