// The pictures of the README, from the built site: `npm run pictures`. They are kept small, for a page read on a phone.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { preview } from 'vite';
import { findBrowser, NO_BROWSER } from './findBrowser.mjs';

/** Toy figures: a dash that says nothing, a misspelt region, a word for a number, a figure in another unit. */
const MISTAKES = '地区生产总值\n单位：亿元\n地区,2025年\n北京,520732000\n天津市,—\n广冬,146000\n浙江,多\n江 苏,１４２，０００\n注：玩具数字。\n';

const PICTURES = [
  { name: 'home-zh', address: 'index.html', width: 1280, height: 760 },
  { name: 'map-zh', address: 'index.html', figure: '.grid:has([data-figure="capability-map"])', width: 1280, height: 900 },
  { name: 'market-zh', address: 'index.html', figure: '[data-figure="market-trend"]', width: 1280, height: 900 },
  { name: 'map-en-dark', address: 'en/index.html', figure: '.grid:has([data-figure="capability-map"])', width: 1280, height: 900, colorScheme: 'dark' },
  { name: 'ranking-zh', address: 'ranking.html?region=360000', width: 1280, height: 900 },
  { name: 'workshop-zh', address: 'workshop.html', width: 1280, height: 900 },
  { name: 'articles-zh', address: 'embed.html#maker', when: '.snippet-maker[data-measured="true"]', width: 1280, height: 860 },
  { name: 'embed-en-dark', address: 'en/embed/trend-egov-market-size.html?theme=dark', width: 720, height: 690 },
  { name: 'check-zh', address: 'check.html', table: MISTAKES, when: '.faults', figure: '.bench > .figure:has(#reading-title)', width: 860, height: 900 },
  { name: 'check-mistakes-zh', address: 'check.html', table: MISTAKES, when: '.doubts', figure: ['#faults-title', '#questions-title', '#doubts-title'].map((title) => `.bench > .figure:has(${title})`), width: 860, height: 900 },
  { name: 'coverage-zh', address: 'index.html', figure: '[data-figure="coverage-networks"]', width: 1280, height: 900 },
  { name: 'wall-map-zh', address: 'screen.html?playlist=overview&scene=penetration&hold&still&distance=4&qr=https://example.org/', when: '.wall-map-sheet', width: 1280, height: 720 },
  { name: 'wall-trend-en', address: 'en/screen.html?playlist=overview&scene=doors&hold&still&distance=4&qr=https://example.org/', when: '.wall-stage', width: 1280, height: 720 },
];

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const folder = path.join(root, '.github/pictures');
const executablePath = findBrowser();
if (executablePath === undefined) throw new Error(NO_BROWSER);

const server = await preview({ root, preview: { port: 0, host: '127.0.0.1', open: false }, logLevel: 'error' });
const base = server.resolvedUrls?.local[0];
if (base === undefined) throw new Error('the built site could not be served; run “npm run build” first');
const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
fs.mkdirSync(folder, { recursive: true });
const wanted = process.argv.slice(2);
for (const { name, address, figure, table, when, width, height, colorScheme = 'light' } of PICTURES.filter((one) => wanted.length === 0 || wanted.includes(one.name))) {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme });
  await page.goto(base + address, { waitUntil: 'load' });
  if (table) {
    await page.locator('.drop').waitFor();
    await page.locator('input[name=table]').setInputFiles({ name: '地区生产总值.csv', mimeType: 'text/csv', buffer: Buffer.from(table) });
  }
  if (when) await page.locator(when).waitFor();
  const file = path.join(folder, `${name}.png`);
  // Several figures of a page: the others are put aside.
  if (Array.isArray(figure)) await page.addStyleTag({ content: `.bench > .figure:not(${figure.join(', ')}) { display: none !important }` });
  await (Array.isArray(figure) ? page.locator('.bench').screenshot({ path: file }) : figure ? page.locator(figure).first().screenshot({ path: file }) : page.screenshot({ path: file }));
  await page.close();
  console.log(path.relative(root, file));
}
await browser.close();
await server.close();
