// A week on the wall at an accelerated clock: `npm run bench:wall` lets a playlist of the built site (dist/) turn 5,000
// times in Chromium, and prints heap, elements, nodes (detached ones too) and listeners at the start, in the middle and
// at the end. What can be compared between machines is the ratio. Arguments: rotations, playlist.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowser, NO_BROWSER } from '../support/findBrowser.mjs';

const [, , turns = '5000', playlist = 'overview', folder = 'dist'] = process.argv;
const ROTATIONS = Number(turns);
/** Before the first count: by then the browser has compiled what it runs often, which takes memory too. */
const WARM = Math.min(50, Math.ceil(ROTATIONS / 10));
/** So many rotations in one go, so that the browser may breathe. */
const STRIDE = 10;

const dist = path.resolve(folder);
const executablePath = findBrowser();
if (executablePath === undefined) throw new Error(NO_BROWSER);
const html = fs.readFileSync(path.join(dist, 'screen.html'), 'utf8');
const facts = JSON.parse(/data-island="screen"[\s\S]*?<script type="application\/json"[^>]*>([\s\S]*?)<\/script>/.exec(html)?.[1] ?? 'null');
const { scenes } = facts.playlists.find(({ id }) => id === playlist);
const rotationMs = scenes.reduce((sum, { seconds }) => sum + Math.round(seconds * 1000), 0);

const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.json': 'application/json' };
const server = http.createServer((request, response) => {
  const file = path.join(dist, path.normalize(decodeURIComponent((request.url ?? '/').split('?')[0])));
  const isThere = file.startsWith(dist) && fs.existsSync(file) && fs.statSync(file).isFile();
  response.writeHead(isThere ? 200 : 404, { 'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream' });
  response.end(isThere ? fs.readFileSync(file) : undefined);
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const address = `http://127.0.0.1:${server.address().port}/`;
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--js-flags=--expose-gc'] });
const problems = [];
try {
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 }, serviceWorkers: 'block' });
  const page = await context.newPage();
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && !message.text().startsWith('Service Worker registration blocked')) problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(error.message));
  const start = Math.ceil(Date.UTC(2026, 0, 1) / rotationMs) * rotationMs;
  await page.goto(`${address}mark.svg`);
  await page.clock.install({ time: start - 60_000 });
  await page.clock.pauseAt(start);
  await page.goto(`${address}screen.html?playlist=${playlist}`);
  await page.locator('.wall-stage').waitFor();
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  const count = async () => {
    for (let times = 0; times < 3; times += 1) await session.send('HeapProfiler.collectGarbage');
    const { metrics } = await session.send('Performance.getMetrics');
    const metric = (name) => metrics.find((one) => one.name === name)?.value ?? NaN;
    return { heap: metric('JSHeapUsedSize'), elements: await page.evaluate(() => document.getElementsByTagName('*').length), nodes: metric('Nodes'), listeners: metric('JSEventListeners'), problems: problems.length };
  };
  let turned = 0;
  const turn = async (upTo) => {
    while (turned < upTo) {
      const some = Math.min(STRIDE, upTo - turned);
      await page.clock.runFor(some * rotationMs);
      turned += some;
      if (turned % 500 === 0) console.log(`${turned} of ${ROTATIONS}`);
    }
  };
  const began = Date.now();
  await turn(WARM);
  const rows = [['start', await count()]];
  await turn(Math.round(ROTATIONS / 2));
  rows.push(['middle', await count()]);
  await turn(ROTATIONS);
  rows.push(['end', await count()]);
  const first = rows[0][1];
  console.log(`\n${playlist}: ${ROTATIONS} rotations of ${scenes.length} scenes (${rotationMs / 1000} s each: ${((ROTATIONS * rotationMs) / 86_400_000).toFixed(1)} days) in ${((Date.now() - began) / 60_000).toFixed(1)} min`);
  for (const [name, one] of rows) {
    const ratio = (key) => `${one[key]} (${(one[key] / first[key]).toFixed(3)})`;
    console.log(`${name.padEnd(7)} heap ${(one.heap / 1e6).toFixed(2)} MB (${(one.heap / first.heap).toFixed(3)})  elements ${ratio('elements')}  nodes ${ratio('nodes')}  listeners ${ratio('listeners')}  errors and warnings ${one.problems}`);
  }
  for (const problem of problems.slice(0, 5)) console.log(problem);
} finally {
  await browser.close();
  server.close();
  server.closeAllConnections();
}
