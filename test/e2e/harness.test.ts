import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { differingShare, shiftSoFar, watchShifts } from '../support/pictures.ts';
import { isChartLibrary, sizeOf } from '../support/size.mjs';
import { staticServer, type StaticServer } from '../support/staticServer.ts';

// The tests of the site are worth what these find: each toy page has one thing wrong with it, and it must be noticed.
const PAGES: Readonly<Record<string, string>> = {
  'good.html': '<h1>good</h1>',
  'inlineStyle.html': '<h1 style="color: red">styled</h1>',
  'inlineScript.html': '<script>document.title = "ran"</script>',
  'elsewhere.html': '<img alt="" src="http://127.0.0.1:9/picture.png">',
  'missing.html': '<script type="module" src="./gone.js"></script>',
  'throwing.html': '<script type="module" src="./throwing.js"></script>',
  'throwing.js': 'throw new Error("on purpose")',
  'storing.html': '<script type="module" src="./storing.js"></script>',
  'storing.js': 'localStorage.setItem("a", "b")',
  'shifting.html': '<div id="top"></div><p>moved</p><script type="module" src="./shifting.js"></script>',
  'shifting.js': 'globalThis.shift = () => { document.getElementById("top").style.height = "300px"; };',
  'first.html': '<link rel="stylesheet" href="./a.css"><link rel="modulepreload" href="./b.js"><script type="module" src="./a.js"></script>',
  'a.css': 'p { color: red }',
  'a.js': 'import{b as c}from"./b.js";import"./c.js";c(()=>import(`./d.js`))',
  'b.js': 'export const b = 1;',
  'c.js': 'export*from"./b.js";',
  'd.js': 'import{b}from"./b.js";import"./e.js";b',
  'e.js': 'x._echarts_instance_=1',
};

const root = fs.mkdtempSync(path.join(os.tmpdir(), 'atlas-toy-'));
const servers: StaticServer[] = [];
async function serve(wish: Parameters<typeof staticServer>[0]): Promise<StaticServer> {
  const server = await staticServer(wish);
  servers.push(server);
  return server;
}
let plain: StaticServer;
let strict: StaticServer;

beforeAll(async () => {
  for (const [name, text] of Object.entries(PAGES)) fs.writeFileSync(path.join(root, name), name.endsWith('.html') ? `<!doctype html><title>toy</title>${text}` : text);
  fs.mkdirSync(path.join(root, 'folder'));
  fs.writeFileSync(path.join(root, 'folder/index.html'), 'index of a folder');
  plain = await serve({ root });
  strict = await serve({ root, headers: { 'content-security-policy': "default-src 'self'" } });
});
afterAll(async () => {
  await Promise.all(servers.map((server) => server.close()));
  fs.rmSync(root, { recursive: true });
});

const openPage = useBrowser();

test('a good page has nothing to report', async () => {
  const { problems, violations, requests } = await openPage('good.html', { base: strict.address });
  expect([problems, violations]).toEqual([[], []]);
  expect(requests).toEqual([`${strict.address}good.html`]);
});

test.each(['inlineStyle.html', 'inlineScript.html'])('the policy refuses %s, and that is noticed', async (page) => {
  const { problems, violations } = await openPage(page, { base: strict.address });
  await expect.poll(() => violations.length).toBe(1);
  expect(problems).toHaveLength(1);
});

test('a request elsewhere is noticed', async () => {
  const { requests } = await openPage('elsewhere.html', { base: plain.address });
  expect(requests).toContain('http://127.0.0.1:9/picture.png');
});

test.each(['missing.html', 'throwing.html'])('%s is noticed', async (page) => {
  const { problems } = await openPage(page, { base: plain.address });
  await expect.poll(() => problems.length).toBe(1);
});

test('storage can be refused', async () => {
  expect((await openPage('storing.html', { base: plain.address })).problems).toEqual([]);
  const { problems } = await openPage('storing.html', { base: plain.address, hasStorage: false });
  await expect.poll(() => problems.join()).toContain('localStorage is refused');
});

test('without JavaScript no script runs', async () => {
  const { page, problems } = await openPage('throwing.html', { base: plain.address, javaScript: false });
  expect(await page.title()).toBe('toy');
  expect(problems).toEqual([]);
});

test('a shift and a changed picture are noticed; no change is none', async () => {
  const { page } = await openPage('shifting.html', { base: plain.address });
  await watchShifts(page);
  const before = await page.screenshot();
  expect(await differingShare(page, before, await page.screenshot())).toBe(0);
  expect(await shiftSoFar(page)).toBe(0);
  await page.evaluate(() => {
    const shift: unknown = Reflect.get(globalThis, 'shift');
    if (typeof shift === 'function') shift();
  });
  await expect.poll(() => shiftSoFar(page)).toBeGreaterThan(0.001);
  expect(await differingShare(page, before, await page.screenshot())).toBeGreaterThan(0);
});

test('a first load is what is named and imported at once; what is imported later is apart', () => {
  const size = sizeOf(root, 'first.html');
  expect(size.requests).toBe(5);
  expect([...size.later.keys()].sort()).toEqual(['d.js', 'e.js']);
  expect([...size.later.keys()].filter((file) => isChartLibrary(path.join(root, file)))).toEqual(['e.js']);
});

test('the server is plain: no folder, no outside, no sub-path but its own; it fails when told and keeps a record', async () => {
  const below = await serve({ root, subPath: '/a/b/' });
  const status = async (address: string) => (await fetch(new URL(address, below.address))).status;
  expect(await status('good.html')).toBe(200);
  expect(await status('good.html?x=1')).toBe(200);
  expect(await status('folder/')).toBe(404);
  expect(await status('folder')).toBe(404);
  expect(await status('good')).toBe(404);
  expect(await status('/good.html')).toBe(404);
  expect(await status('%2e%2e%2f%2e%2e%2fetc/passwd')).toBe(404);
  expect(await status('%E0%A4%A')).toBe(404);
  const withIndex = await serve({ root, hasDirectoryIndex: true });
  expect(await (await fetch(`${withIndex.address}folder/`)).text()).toBe('index of a folder');

  below.fail((asked) => (asked.includes('good') ? 503 : undefined));
  expect(await status('good.html')).toBe(503);
  expect(await status('a.js')).toBe(200);
  below.fail(() => 'breakOff');
  await expect(fetch(below.address)).rejects.toThrow();
  below.fail(undefined);
  expect(await status('good.html')).toBe(200);
  expect(below.requests.slice(-2)).toEqual([
    { path: '/a/b/', status: 0 },
    { path: '/a/b/good.html', status: 200 },
  ]);
  const [script, packed] = await Promise.all([fetch(`${plain.address}a.js`), fetch(`${plain.address}a.js`, { headers: { 'accept-encoding': 'br' } })]);
  expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  expect(packed.headers.get('content-encoding')).toBe('br');
});
