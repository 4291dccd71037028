import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, inject, onTestFinished, test } from 'vitest';
import { readBuildList, type BuildList } from '../../src/offline/buildList.ts';
import { buildList, listFileText } from '../../src/prerender/offline.ts';
import type { PlaylistView } from '../../src/view/wall/sceneView.ts';
import { rotationMs } from '../../src/wall/clock.ts';
import { useBrowser } from '../support/browser.ts';
import { hallServer, type HallServer } from '../support/hallServer.ts';

const openPage = useBrowser();
const { dist } = inject('site');

const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'atlas-hall-'));
afterAll(() => { fs.rmSync(temporary, { recursive: true }); });

const published: BuildList = (() => {
  const list = readBuildList(JSON.parse(fs.readFileSync(path.join(dist, 'offline.json'), 'utf8')));
  if (list === null) throw new Error('the site has no list of what the wall needs');
  return list;
})();

const hashOf = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** A state of the site: the wall's own files, one other page, and what is changed in them. Its pages say which it is. */
function builtSite(name: string, changes: Readonly<Record<string, (text: string) => string>> = {}, aliveWithinMs = 30_000): { readonly root: string; readonly list: BuildList } {
  const root = path.join(temporary, name);
  const put = (file: string, content: Uint8Array | string): void => {
    fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    fs.writeFileSync(path.join(root, file), content);
  };
  const files = published.files.map(({ path: file }) => {
    const marked = file.endsWith('screen.html') ? (text: string) => text.replace('<html ', `<html data-build="${name}" `) : undefined;
    const change = [marked, changes[file]].filter((one) => one !== undefined);
    const before = fs.readFileSync(path.join(dist, file));
    const content = change.length === 0 ? before : Buffer.from(change.reduce((text, one) => one(text), before.toString('utf8')));
    put(file, content);
    return { path: file, bytes: content.length, sha256: hashOf(content) };
  });
  for (const other of ['about.html', 'sw.js']) put(other, fs.readFileSync(path.join(dist, other)));
  const list = buildList(published.release, files, aliveWithinMs);
  put('offline.json', listFileText(list));
  return { root, list };
}

const SCREEN = 'screen.html?playlist=overview';
const first = builtSite('first');
/** The module that main.ts asks for; it says which build it is of. */
const script = published.files.map((file) => file.path).find((file) => /^assets\/screen-[\w-]+\.js$/.test(file)) ?? '';
const spoken = (name: string): Readonly<Record<string, (text: string) => string>> => ({ [script]: (text) => `document.documentElement.dataset.script=${JSON.stringify(name)};${text}` });

/** An instant so long before the first scene of a rotation ends. */
function shortlyBeforeAnEnd(ms: number): number {
  const [, json = 'null'] = /data-island="screen"[\s\S]*?<script type="application\/json"[^>]*>([\s\S]*?)<\/script>/.exec(fs.readFileSync(path.join(dist, 'screen.html'), 'utf8')) ?? [];
  const { playlists }: { readonly playlists: readonly PlaylistView[] } = JSON.parse(json);
  const scenes = playlists.find(({ id }) => id === 'overview')?.scenes ?? [];
  const now = Date.now();
  return now - (now % rotationMs(scenes)) + rotationMs(scenes.slice(0, 1)) - ms;
}

async function hallAt(root: string): Promise<HallServer> {
  const hall = await hallServer(root);
  onTestFinished(() => hall.close());
  return hall;
}

/** What the worker says of itself, as a page hears it. */
const report = (page: Page, kind: 'tell' | 'check' | 'swap' = 'tell'): Promise<{ readonly running: string | null; readonly kept: string | null; readonly waiting: string | null; readonly refused: readonly string[] }> =>
  page.evaluate(async (asked) => {
    const { active } = await navigator.serviceWorker.ready;
    const answer = await new Promise<{ report: { running: string | null; kept: { build: string } | null; waiting: { build: string } | null; refused: { build: string; reason: string }[] } }>((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => { resolve(data); };
      active?.postMessage({ kind: asked, isNow: true }, [port2]);
    });
    const { running, kept, waiting, refused } = answer.report;
    return { running, kept: kept?.build ?? null, waiting: waiting?.build ?? null, refused: refused.map((one) => `${one.reason} ${one.build}`) };
  }, kind);

const isDrawn = (page: Page) => page.locator('.wall-stage').first().waitFor();
const keeps = (page: Page, { build }: BuildList) => expect.poll(async () => (await report(page)).kept, { timeout: 20_000 }).toBe(build);
const buildShown = (page: Page): Promise<string | undefined> => page.evaluate(() => document.documentElement.dataset['build']);

async function opened(hall: HallServer, at = SCREEN): Promise<Awaited<ReturnType<typeof openPage>>> {
  const visit = await openPage(at, { base: hall.address, hasWorker: true, viewport: { width: 1280, height: 720 } });
  await isDrawn(visit.page);
  return visit;
}

describe('a wall whose network is lost', () => {
  test('opens after one visit with the server off, whatever its address says, in both languages; a page never seen is told of in words', async () => {
    const hall = await hallAt(first.root);
    const { page } = await opened(hall);
    await keeps(page, first.list);
    hall.isCut = true;
    for (const at of [SCREEN, 'screen.html', 'screen.html?playlist=world&theme=light&health=0', 'en/screen.html?hold']) {
      await page.goto(new URL(at, hall.address).href);
      await isDrawn(page);
      expect(await buildShown(page)).toBe('first');
    }
    expect((await report(page)).running).toBe(first.list.build);
    await page.goto(`${hall.address}about.html`);
    expect(await page.locator('h1').innerText()).toBe('本页没有留在本机上');
    expect(await page.locator('a', { hasText: '大屏' }).getAttribute('href')).toBe(`${hall.address}screen.html`);
    await page.goto(`${hall.address}en/about.html`);
    expect(await page.locator('h1').innerText()).toBe('This page is not kept offline');
    await page.locator('a', { hasText: 'big screen' }).click();
    await isDrawn(page);
  });

  test('says since when, in words, and stops saying it when the network is back', async () => {
    const hall = await hallAt(first.root);
    const { page } = await opened(hall);
    await keeps(page, first.list);
    const badge = page.locator('[data-badge="offline"]').first();
    expect(await badge.count()).toBe(0);
    hall.isCut = true;
    await page.evaluate(() => dispatchEvent(new Event('offline')));
    await badge.waitFor();
    expect(await badge.innerText()).toMatch(/^离线 · 自 \d\d:\d\d$/);
    hall.isCut = false;
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await badge.waitFor({ state: 'detached' });
  });

  test('of the site’s pages only the wall brings a worker', async () => {
    const hall = await hallAt(first.root);
    const { page } = await openPage('about.html', { base: hall.address, hasWorker: true });
    await page.waitForLoadState('networkidle');
    expect(await page.evaluate(() => navigator.serviceWorker.getRegistrations().then(({ length }) => length))).toBe(0);
    expect(hall.asked).not.toContain('sw.js');
  });

  test('a page that was seen once the worker was there is shown as it was; downloads and lists are asked of the server alone', async () => {
    const hall = await hallAt(first.root);
    const { page } = await opened(hall);
    await keeps(page, first.list);
    await page.goto(`${hall.address}about.html`);
    const title = await page.locator('h1').innerText();
    expect(await page.evaluate(async () => (await fetch('offline.json')).status)).toBe(200);
    hall.isCut = true;
    await page.goto(`${hall.address}about.html`);
    expect(await page.locator('h1').innerText()).toBe(title);
    expect(await page.evaluate(() => fetch('offline.json').then(({ status }) => status, () => 'cut'))).toBe('cut');
    expect(await page.evaluate((one) => fetch(one, { headers: { range: 'bytes=0-1' } }).then(({ status }) => status, () => 'cut'), 'mark.svg')).toBe('cut');
  });

  test('cut at any moment, through openings and through an update, it never shows an empty document', { timeout: 90_000 }, async () => {
    const hall = await hallAt(first.root);
    // One scene stands: where it ended, the wall would go over to the new build before it is asked to.
    const { page } = await opened(hall, 'screen.html?hold');
    await keeps(page, first.list);
    const second = builtSite('second-of-cuts', spoken('second-of-cuts'));
    let seed = 20_021_103;
    const random = (below: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed % below;
    };
    hall.root = second.root;
    const seen = new Set<string | undefined>();
    for (let turn = 0; turn < 14; turn += 1) {
      hall.isCut = turn % 3 === 0;
      hall.delayMs = random(30);
      const cut = setTimeout(() => { hall.isCut = !hall.isCut; }, random(400));
      if (turn % 2 === 0) await page.evaluate(() => dispatchEvent(new Event('online')));
      if (turn === 8) {
        hall.isCut = false;
        clearTimeout(cut);
        await expect.poll(async () => (await report(page, 'check')).waiting, { timeout: 20_000 }).toBe(second.list.build);
        await report(page, 'swap');
      }
      await page.reload({ waitUntil: 'load' });
      await isDrawn(page);
      clearTimeout(cut);
      const { build, spokenBuild, drawn } = await page.evaluate(() => ({ build: document.documentElement.dataset['build'], spokenBuild: document.documentElement.dataset['script'], drawn: document.querySelectorAll('.wall-stage *').length }));
      expect(drawn).toBeGreaterThan(10);
      // Page and script are of one build.
      expect(spokenBuild).toBe(build === 'first' ? undefined : build);
      seen.add(build);
    }
    expect([...seen]).toEqual(['first', 'second-of-cuts']);
  });
});

describe('a new build', () => {
  test('is fetched whole, waits, and is shown from then on; the old one goes when the new one has drawn', async () => {
    const hall = await hallAt(first.root);
    const { page } = await opened(hall);
    await keeps(page, first.list);
    const second = builtSite('second', spoken('second'));
    hall.root = second.root;
    hall.asked.length = 0;
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await expect.poll(async () => (await report(page)).waiting, { timeout: 20_000 }).toBe(second.list.build);
    // What has not changed is here already.
    expect([...new Set(hall.asked)].filter((file) => file !== 'offline.json' && file !== 'sw.js').sort()).toEqual([script, 'en/screen.html', 'screen.html'].sort());
    expect(await buildShown(page), 'nothing is shown before a scene ends').toBe('first');
    hall.isCut = true;
    await report(page, 'swap');
    await page.reload();
    await isDrawn(page);
    expect(await page.evaluate(() => [document.documentElement.dataset['build'], document.documentElement.dataset['script']])).toEqual(['second', 'second']);
    await expect.poll(() => page.evaluate(() => caches.keys().then((names) => names.filter((name) => !/ (?:shelf|seen)$/.test(name)))), { timeout: 15_000 }).toEqual([`egov-atlas /a/b/ ${second.list.build}`]);
  });

  test('is shown when a scene ends, by the wall itself; another page of the old one goes on with the old one’s files', async () => {
    const hall = await hallAt(first.root);
    const { page } = await opened(hall);
    await keeps(page, first.list);
    // A second screen, held: it changes nothing by itself.
    const held = await page.context().newPage();
    await held.goto(`${hall.address}screen.html?hold`);
    await isDrawn(held);
    const second = builtSite('by-itself', spoken('by-itself'));
    hall.root = second.root;
    await page.goto(new URL(`${SCREEN}&now=${new Date(shortlyBeforeAnEnd(9000)).toISOString()}`, hall.address).href);
    expect((await report(page, 'check')).waiting).toBe(second.list.build);
    // Fetching may have outlasted the scene that was about to end: then the next one's end.
    await expect.poll(() => buildShown(page).catch(() => 'opening'), { timeout: 70_000 }).toBe('by-itself');
    await isDrawn(page);
    expect(await buildShown(held)).toBe('first');
    const [own, other] = await Promise.all([held, page].map((one) => one.evaluate((file) => fetch(file).then((response) => response.text()), script)));
    expect(other?.includes('by-itself')).toBe(true);
    expect(own?.includes('by-itself')).toBe(false);
  }, 120_000);

  test.each<[string, (hall: HallServer) => void, string]>([
    ['is cut short', (hall) => { hall.halves = /screen-[\w-]+\.js$/; }, 'length'],
    ['breaks off', (hall) => { hall.breaks = /screen-[\w-]+\.js$/; }, 'network'],
  ])('of which a file %s is not shown, and taken when it comes whole', async (_, spoil, reason) => {
    const hall = await hallAt(first.root);
    const { page } = await opened(hall);
    await keeps(page, first.list);
    const second = builtSite(`spoilt-${reason}`, spoken('spoilt'));
    hall.root = second.root;
    spoil(hall);
    expect(await report(page, 'check')).toMatchObject({ kept: first.list.build, waiting: null, refused: [`${reason} ${second.list.build}`] });
    hall.halves = null;
    hall.breaks = null;
    expect(await report(page, 'check')).toMatchObject({ waiting: second.list.build, refused: [] });
  });

  test('whose files are not those of its list, or whose list is not its own, is not shown', async () => {
    const hall = await hallAt(first.root);
    const { page } = await opened(hall);
    await keeps(page, first.list);
    const lying = builtSite('lying', spoken('lying'));
    const file = path.join(lying.root, script);
    fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace('lying', 'lyinG'));
    hall.root = lying.root;
    expect((await report(page, 'check')).refused).toEqual([`hash ${lying.list.build}`]);
    fs.writeFileSync(path.join(lying.root, 'offline.json'), listFileText({ ...lying.list, files: lying.list.files.map((one) => (one.path === script ? { ...one, sha256: hashOf(fs.readFileSync(file)) } : one)) }));
    expect((await report(page, 'check')).refused).toEqual([`list ${lying.list.build}`]);
    fs.writeFileSync(path.join(lying.root, 'offline.json'), '<!doctype html><title>Room number?</title>');
    expect((await report(page, 'check')).refused.map((one) => one.split(' ')[0])).toContain('list');
    await page.reload();
    await isDrawn(page);
    expect(await buildShown(page)).toBe('first');
  });

  test('whose script throws when it starts is given back by itself, and not taken again', async () => {
    const hall = await hallAt(first.root);
    const { page } = await opened(hall);
    await keeps(page, first.list);
    const broken = builtSite('broken', { [script]: (text) => `throw new Error('broken toys');${text}` }, 1500);
    hall.root = broken.root;
    expect((await report(page, 'check')).waiting).toBe(broken.list.build);
    await report(page, 'swap');
    await page.reload();
    expect(await buildShown(page)).toBe('broken');
    await expect.poll(() => buildShown(page).catch(() => 'opening'), { timeout: 20_000 }).toBe('first');
    await isDrawn(page);
    expect(await report(page, 'check')).toMatchObject({ running: first.list.build, kept: first.list.build, waiting: null, refused: [`notAlive ${broken.list.build}`] });
    const mended = builtSite('mended', spoken('mended'));
    hall.root = mended.root;
    expect((await report(page, 'check')).waiting).toBe(mended.list.build);
  });
});
