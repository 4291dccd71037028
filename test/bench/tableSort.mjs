// How long our ranking table of 193 rows takes to sort and to filter, beside the same rows moved by hand without any
// library. `npm run bench:table` prints medians and, what alone can be compared between machines, their ratio.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { findBrowser, NO_BROWSER } from '../support/findBrowser.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const FRAME_MS = 1000 / 60;

/** The bench's own page as one script; nothing is written. */
async function bundle() {
  process.env.NODE_ENV = 'production';
  const built = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [svelte({ configFile: false, compilerOptions: { runes: true } })],
    build: { write: false, target: 'es2022', lib: { entry: path.join(here, 'tableSortPage.svelte.js'), formats: ['iife'], name: 'bench' } },
  });
  const [{ output }] = [built].flat();
  return output.find((file) => file.type === 'chunk').code;
}

const executablePath = findBrowser();
if (executablePath === undefined) {
  console.error(NO_BROWSER);
  process.exit(1);
}
const args = ['--disable-gpu', ...(process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
const [script, browser] = await Promise.all([bundle(), chromium.launch({ executablePath, args })]);
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const problems = [];
  page.on('pageerror', (error) => problems.push(error.message));
  await page.setContent('<!doctype html><meta charset="utf-8"><main></main>');
  await page.addScriptTag({ content: script });
  if (problems.length > 0) throw new Error(problems.join('\n'));
  console.log('Medians in milliseconds. “Script” is the change alone; “all” has the layout too, which is the browser’s work.');
  console.log('The ratio of both is what machines have in common.');
  const line = (cells) => console.log(cells.map((text, index) => (index === 0 ? text.padEnd(32) : text.padStart(14))).join(''));
  for (const columnCount of [10, 60]) {
    const { rows, columns, cells, runs, results } = await page.evaluate((count) => globalThis.bench.run(count), columnCount);
    console.log(`\n${rows} rows of ${columns} columns, ${cells} cells, ${runs} runs`);
    line(['', 'script: ours', 'plain', 'in frames', 'all: ours', 'plain', 'ratio']);
    for (const { name, ours, plain } of results) {
      line([name, ours.script.toFixed(1), plain.script.toFixed(1), (ours.script / FRAME_MS).toFixed(2), ours.total.toFixed(1), plain.total.toFixed(1), (ours.total / plain.total).toFixed(2)]);
    }
  }
} finally {
  await browser.close();
}
