import fs from 'node:fs';
import path from 'node:path';
import jsQR from 'jsqr';
import type { BrowserContext, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { describe, expect, inject, test } from 'vitest';
import type { ScreenFacts } from '../../src/pages/screenPage.ts';
import type { SceneView } from '../../src/view/wall/sceneView.ts';
import { rotationMs, sceneAt } from '../../src/wall/clock.ts';
import { scenesNamed } from '../../src/wall/ownList.ts';
import { useBrowser } from '../support/browser.ts';
import { WALL_VIEWPORTS } from '../support/wallMeasure.ts';

const openPage = useBrowser();
const site = inject('site');

const HD = { width: 1920, height: 1080 };
const FACTS = /(data-island="screen"[\s\S]*?<script type="application\/json"[^>]*>)([\s\S]*?)(<\/script>)/;
const htmlOf = (route: string): string => fs.readFileSync(path.join(site.dist, route), 'utf8');
function factsOf(route: string): ScreenFacts {
  const facts: ScreenFacts = JSON.parse(FACTS.exec(htmlOf(route))?.[2] ?? 'null');
  return facts;
}
const FACTS_ZH = factsOf('screen.html');
const scenesOf = (id: string, { playlists }: ScreenFacts = FACTS_ZH): readonly SceneView[] => playlists.find((one) => one.id === id)?.scenes ?? [];
const OVERVIEW = FACTS_ZH.playlists[0]?.scenes ?? [];
/** A rotation begins, some day in 2026. */
const rotationStart = (scenes: readonly SceneView[]): number => Math.ceil(Date.UTC(2026, 10, 23) / rotationMs(scenes)) * rotationMs(scenes);

/** The scene and the beat that stand, as the page says. */
const standing = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const layers = [...document.querySelectorAll<HTMLElement>('.wall-layer:not([data-leaving])')];
    return layers.map(({ dataset }) => `${dataset['scene'] ?? ''}.${dataset['beat'] ?? ''}`).join(' and ');
  });
const sceneOf = async (page: Page): Promise<string> => (await standing(page)).split('.')[0] ?? '';

/** A wall whose clock stands at the beginning of a rotation until the test moves it. */
async function wallAt(at: number, search = '', route = 'screen.html', wish: Parameters<typeof openPage>[1] = {}): Promise<Awaited<ReturnType<typeof openPage>>> {
  const opened = await openPage('mark.svg', { viewport: HD, ...wish });
  await opened.page.clock.install({ time: at - 60_000 });
  await opened.page.clock.pauseAt(at);
  await opened.page.goto(`${wish.base ?? site.root}${route}${search}`);
  await opened.page.locator('.wall-stage').first().waitFor();
  return opened;
}
const press = async (page: Page, key: string): Promise<string> => {
  await page.keyboard.press(key);
  return sceneOf(page);
};

describe('scene = f(UTC)', () => {
  test('ten pages opened at ten instants show one scene and one beat, whenever one looks, and it is the clock’s', async () => {
    const start = rotationStart(OVERVIEW);
    const { page, problems } = await wallAt(start, '?still=0');
    const context: BrowserContext = page.context();
    const pages = [page];
    let now = start;
    const forward = async (ms: number): Promise<void> => {
      now += ms;
      await page.clock.fastForward(ms);
    };
    for (let index = 1; index < 10; index += 1) {
      await forward(1 + index * 1371);
      const other = await context.newPage();
      await other.goto(`${site.root}screen.html`);
      await other.locator('.wall-stage').waitFor();
      pages.push(other);
    }
    // The last one: a machine that slept for a night.
    for (const ms of [1, 7_777, 12_345, 33_333, 61_803, 100_000, 8 * 3_600_000]) {
      await forward(ms);
      const moment = sceneAt(now, OVERVIEW);
      const expected = `${OVERVIEW[moment.scene]?.id}.${moment.beat}`;
      for (const one of pages) await expect.poll(() => standing(one), { timeout: 5000 }).toBe(expected);
    }
    expect(problems).toEqual([]);
  });

  test('a clock that is set back or forth is followed', async () => {
    const start = rotationStart(OVERVIEW);
    const { page } = await wallAt(start);
    for (const at of [start + 50_000, start - 3_600_000]) {
      await page.clock.setSystemTime(at);
      await page.clock.runFor(10_001);
      const { scene, beat } = sceneAt(at + 10_001, OVERVIEW);
      expect(await standing(page)).toBe(`${OVERVIEW[scene]?.id}.${beat}`);
    }
  });
});

test('a list of the address’s own turns in its own order', async () => {
  const asked = ['doors', 'world/index', 'courts/hangzhou'];
  const own = scenesNamed(FACTS_ZH.playlists, asked);
  const { page } = await wallAt(rotationStart(own), `?scenes=${asked.join()}`);
  for (const { id, seconds } of [...own, ...own]) {
    expect(await sceneOf(page)).toBe(id);
    await page.clock.runFor(seconds * 1000);
  }
});

describe('by hand', () => {
  const ids = OVERVIEW.map(({ id }) => id);

  test('every key does what the help says, and the wall comes back to the clock by itself', async () => {
    const { page, problems } = await wallAt(rotationStart(OVERVIEW));
    expect(await sceneOf(page)).toBe(ids[0]);
    const steps: readonly (readonly [key: string, index: number])[] = [['PageDown', 1], ['ArrowRight', 2], ['ArrowDown', 3], ['PageUp', 2], ['ArrowLeft', 1], ['ArrowUp', 0], ['End', ids.length - 1], ['Home', 0], ['3', 2], ['PageUp', 1], ['n', 2]];
    for (const [key, index] of steps) expect(await press(page, key), key).toBe(ids[index]);
    for (const [key, index] of [['MediaTrackNext', 3], ['ChannelDown', 2], ['ChannelUp', 3], ['MediaTrackPrevious', 2]] as const) {
      await page.evaluate((name) => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true })), key);
      expect(await sceneOf(page), key).toBe(ids[index]);
    }

    // Reduced motion was asked for: nothing moves, and no scene leaves slowly.
    expect(await page.locator('.wall-layer').count()).toBe(1);
    expect(await page.evaluate(() => document.getAnimations().filter((one) => one.playState === 'running').length)).toBe(0);

    // Paused, it stands for an hour; then it goes on.
    await page.keyboard.press(' ');
    const stood = await standing(page);
    await page.clock.fastForward(3_600_000);
    expect(await standing(page)).toBe(stood);
    await page.keyboard.press('Tab');
    expect(await page.locator('[data-state="paused"]').isVisible()).toBe(true);
    await page.evaluate(() => { if (document.activeElement instanceof HTMLElement) document.activeElement.blur(); });
    await page.keyboard.press(' ');
    await page.clock.runFor(1000 * (OVERVIEW[2]?.seconds ?? 0));
    expect(await sceneOf(page)).toBe(ids[3]);

    // Blank, and any key brings it back without doing anything else.
    for (const key of ['.', 'b']) {
      await page.keyboard.press(key);
      expect(await page.locator('.wall-blank').isVisible()).toBe(true);
      expect(await press(page, 'PageDown')).toBe(ids[3]);
      expect(await page.locator('.wall-blank').count()).toBe(0);
    }

    // Panels come and go; the one that is open has its own keys.
    for (const [key, panel] of [['?', 'help'], ['h', 'help'], ['s', 'setup'], ['g', 'scenes'], ['i', 'health']] as const) {
      await page.keyboard.press(key);
      expect(await page.locator('dialog[open]').getAttribute('data-panel')).toBe(panel);
      await page.keyboard.press(key === 'h' ? 'h' : 'Escape');
      expect(await page.locator('dialog').count()).toBe(0);
    }

    // A minute without a touch, and it is on the clock at a change of scene.
    await page.clock.fastForward(60_000);
    await page.clock.runFor(60_000);
    const { scene, beat } = sceneAt(await page.evaluate(() => Date.now()), OVERVIEW);
    expect(await standing(page)).toBe(`${OVERVIEW[scene]?.id}.${beat}`);
    await page.keyboard.press('Tab');
    expect(await page.locator('[data-state="clock"]').isVisible()).toBe(true);
    expect(problems).toEqual([]);
  });

  test('F5 and F fill the screen, and the second F5 is the browser’s; L opens the other language with the same flags', async () => {
    const { page } = await wallAt(rotationStart(OVERVIEW), '?playlist=world&distance=3');
    const isFull = () => page.evaluate(() => document.fullscreenElement !== null);
    await page.keyboard.press('F5');
    await expect.poll(isFull).toBe(true);
    await page.keyboard.press('f');
    await expect.poll(isFull).toBe(false);
    await page.keyboard.press('l');
    await page.waitForURL(/\/en\/screen\.html\?playlist=world&distance=3$/);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
  });

  test('every action is a button of 44 pixels that comes with the pointer, stays under it and under the keyboard, and goes', async () => {
    const { page } = await wallAt(rotationStart(OVERVIEW));
    const bar = page.locator('.wall-bar');
    expect(await bar.isVisible()).toBe(false);
    await page.mouse.move(600, 300);
    await page.mouse.move(620, 320);
    await expect.poll(() => bar.isVisible()).toBe(true);
    const buttons = await bar.locator('button').evaluateAll((all) => all.map((one) => ({ name: one.getAttribute('name'), width: one.getBoundingClientRect().width, height: one.getBoundingClientRect().height })));
    expect(buttons.map(({ name }) => name)).toEqual(['first', 'previous', 'play', 'next', 'last', 'scenes', 'blank', 'fullscreen', 'presenter', 'setup', 'help', 'health', 'language']);
    for (const { name, width, height } of buttons) expect(Math.min(width, height), name ?? '').toBeGreaterThanOrEqual(44);
    await page.clock.runFor(3100);
    await expect.poll(() => bar.isVisible()).toBe(false);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.clock.runFor(20_000);
    expect(await bar.isVisible()).toBe(true);
    const before = await sceneOf(page);
    await bar.locator('button[name="next"]').click();
    expect(await sceneOf(page)).toBe(ids[ids.indexOf(before) + 1]);
    await bar.locator('button[name="play"]').click();
    expect(await bar.locator('[data-state="off"]').isVisible()).toBe(true);
    await bar.locator('button[name="clock"]').click();
    expect(await bar.locator('[data-state="clock"]').isVisible()).toBe(true);
  });

  test('the thirds of the screen are zones, and a finger across it is a step', async () => {
    const { page } = await wallAt(rotationStart(OVERVIEW), '', 'screen.html');
    await page.mouse.click(1800, 400);
    expect(await sceneOf(page)).toBe(ids[1]);
    await page.mouse.click(100, 400);
    expect(await sceneOf(page)).toBe(ids[0]);
    const swipe = (from: number, to: number) =>
      page.evaluate(([x, end]) => {
        const target = document.querySelector('.wall-zone');
        const send = (type: string, clientX: number) => target?.dispatchEvent(new PointerEvent(type, { bubbles: true, pointerType: 'touch', isPrimary: true, clientX, clientY: 400 }));
        send('pointerdown', x);
        send('pointerup', end);
        target?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
      }, [from, to] as const);
    await swipe(900, 600);
    expect(await sceneOf(page)).toBe(ids[1]);
    await swipe(600, 900);
    expect(await sceneOf(page)).toBe(ids[0]);
  });

  test('the set-up writes the address, which opens the same wall again; what it can’t read it says', async () => {
    const { page } = await wallAt(rotationStart(OVERVIEW), '?setup=1&distance=banana');
    const panel = page.locator('[data-panel="setup"]');
    expect(await panel.innerText()).toContain('distance=“banana”');
    const sizes = () => panel.locator('.wall-sizes').innerText();
    const before = await sizes();
    await panel.locator('button[name="distance"][value="10"]').click();
    await expect.poll(sizes).not.toBe(before);
    await panel.locator('input[name="diagonal"]').fill('110');
    await panel.locator('input[name="diagonal"]').press('Enter');
    await panel.locator('button[name="theme"][value="light"]').click();
    await panel.locator('input[name="tile"]').fill('9/2,1/1');
    await panel.locator('input[name="tile"]').blur();
    expect(await panel.locator('[data-field="tile"] small').innerText()).toContain('9/2,1/1');
    await panel.locator('button[name="playlist"][value="courts"]').click();
    await expect.poll(() => page.evaluate(() => location.search)).toBe('?playlist=courts&distance=10&diagonal=110&theme=light&setup=1');
    expect(await panel.locator('input[name="address"]').inputValue()).toBe(`${site.root}screen.html?playlist=courts&distance=10&diagonal=110&theme=light`);
    await panel.locator('button[name="close"]').click();
    expect(await page.evaluate(() => location.search)).toBe('?playlist=courts&distance=10&diagonal=110&theme=light');
    expect(await page.evaluate(() => [document.documentElement.dataset['theme'], getComputedStyle(document.querySelector('.wall') ?? document.body).backgroundColor])).toEqual(['light', 'rgb(255, 255, 255)']);
  });
});

test('the presenter’s window says what stands, what comes and what to say; it leads the wall, and says when the wall is gone', async () => {
  const { page, problems } = await wallAt(rotationStart(OVERVIEW));
  const [desk] = await Promise.all([page.waitForEvent('popup'), page.keyboard.press('p')]);
  await desk.locator('.presenter').waitFor();
  await desk.clock.runFor(1100);
  const now = desk.locator('[data-room="now"]');
  await expect.poll(() => now.locator('h2').innerText()).toBe(OVERVIEW[0]?.beats[0]?.headline);
  expect(await now.locator('.presenter-notes').innerText()).toBe(OVERVIEW[0]?.beats[0]?.notes);
  expect(await desk.locator('[data-room="next"] h2').innerText()).toBe(OVERVIEW[1]?.beats[0]?.headline);
  expect(await desk.locator('nav li').count()).toBe(OVERVIEW.length);
  await desk.locator('button[name="next"]').click();
  await expect.poll(() => sceneOf(page)).toBe(OVERVIEW[1]?.id);
  await expect.poll(() => now.locator('h2').innerText()).toBe(OVERVIEW[1]?.beats[0]?.headline);
  await desk.locator('nav button').nth(4).click();
  await expect.poll(() => sceneOf(page)).toBe(OVERVIEW[4]?.id);
  await desk.locator('button[name="blank"]').click();
  await expect.poll(() => page.locator('.wall-blank').count()).toBe(1);
  await desk.locator('button[name="blank"]').click();
  await expect.poll(() => page.locator('.wall-blank').count()).toBe(0);
  await desk.locator('button[name="play"]').click();
  await expect.poll(() => desk.locator('[data-timer="remaining"]').innerText()).toBe('停住');
  await page.close({ runBeforeUnload: false });
  await desk.clock.runFor(5000);
  await expect.poll(() => desk.locator('.presenter-trouble').innerText()).toContain('没有回应');
  expect(problems).toEqual([]);
});

describe('the code', () => {
  test.each([
    { route: 'screen.html', search: '?hold&still&scene=penetration', viewport: HD },
    { route: 'en/screen.html', search: '?hold&still&scene=doors', viewport: { width: 1080, height: 1920 } },
    { route: 'en/screen.html', search: '?hold&still&playlist=world&distance=3', viewport: { width: 1366, height: 768 } },
    { route: 'screen.html', search: '?hold&still&scene=networks&theme=light', viewport: { width: 3840, height: 1080 } },
  ])('on $route $search at $viewport.width × $viewport.height leads to the figure that stands, in its language', async ({ route, search, viewport }) => {
    const root = 'https://atlas.example/';
    const { page } = await openPage(`${route}${search}&qr=${root}`, { viewport });
    const box = page.locator('.wall-code');
    await box.waitFor();
    const { data, width, height } = PNG.sync.read(await page.screenshot());
    const decoded = jsQR(new Uint8ClampedArray(data), width, height)?.data;
    const id = await sceneOf(page);
    const scene = factsOf(route).playlists.flatMap(({ scenes }) => scenes).find((one) => one.id === id);
    expect(decoded).toBe(`${root}${scene?.beats.at(-1)?.path ?? ''}`);
    expect(decoded?.startsWith(`${root}en/`)).toBe(route.startsWith('en/'));
    // It leads somewhere.
    expect(fs.existsSync(path.join(site.dist, scene?.beats.at(-1)?.path.split('?')[0] ?? ''))).toBe(true);
  });
});

describe('a kiosk', () => {
  test('answers a touch with the region’s own facts, warns, and goes back to its scenes; nothing leads out', async () => {
    const { page, problems } = await wallAt(rotationStart(OVERVIEW), '?kiosk&scene=capability&idle=60');
    expect(await page.locator('.wall-bar').count()).toBe(0);
    await page.mouse.click(960, 540);
    await page.locator('.wall-dock').waitFor();
    const picture = OVERVIEW[1]?.pictures[0];
    const row = picture?.kind === 'ranking' ? picture.frames[0]?.rows[2] : undefined;
    await page.locator(`[data-region="${row?.id ?? ''}"]`).first().click();
    await expect.poll(() => page.locator('.wall-card').innerText()).toContain(row?.spoken);
    expect(await page.locator('.wall-card h2').innerText()).toBe(row?.name);
    for (const { width, height } of await page.locator('.wall-dock button').evaluateAll((all) => all.map((one) => ({ width: one.getBoundingClientRect().width, height: one.getBoundingClientRect().height })))) expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);

    const stood = await standing(page);
    await page.clock.runFor(49_500);
    expect(await standing(page)).toBe(stood);
    expect(await page.locator('.wall-leaving').count()).toBe(0);
    await page.clock.runFor(1500);
    await expect.poll(() => page.locator('.wall-leaving').innerText()).toMatch(/9秒|10秒/);
    await page.locator('button[name="stay"]').click();
    expect(await page.locator('.wall-leaving').count()).toBe(0);
    await page.clock.runFor(61_000);
    await expect.poll(() => page.locator('.wall-dock').count()).toBe(0);
    const { scene, beat } = sceneAt(await page.evaluate(() => Date.now()), OVERVIEW);
    expect(await standing(page)).toBe(`${OVERVIEW[scene]?.id}.${beat}`);

    expect(await page.locator('a:visible').count()).toBe(0);
    const prevented = await page.evaluate(() => [new MouseEvent('contextmenu', { cancelable: true, bubbles: true }), new KeyboardEvent('keydown', { key: 'F5', cancelable: true, bubbles: true }), new KeyboardEvent('keydown', { key: 'r', ctrlKey: true, cancelable: true, bubbles: true }), new WheelEvent('wheel', { ctrlKey: true, cancelable: true, bubbles: true })].map((event) => !document.body.dispatchEvent(event)));
    expect(prevented).toEqual([true, true, true, true]);
    await page.keyboard.press('s');
    expect(await page.locator('dialog').count()).toBe(0);
    expect(problems).toEqual([]);
  });

  test.each(['&wall=3840x1080', '&tile=1/1,1/1', ''])('a touch lands on the region that is seen (%s)', async (layout) => {
    const { page } = await openPage(`screen.html?kiosk&hold&still&scene=penetration&distance=3${layout}`, { viewport: HD });
    await page.locator('.wall-map-sheet').waitFor();
    // The first touch of all, too, which makes room for the panel.
    expect(await page.locator('.wall-dock').count()).toBe(0);
    const spot = async (id: string) =>
      page.locator(`.wall-area[data-region="${id}"]`).first().evaluate((area) => {
        const { left, top, width, height } = area.getBoundingClientRect();
        for (let tries = 1; tries < 400; tries += 1) {
          const [x, y] = [left + (width * ((tries * 7) % 20)) / 20, top + (height * ((tries * 3) % 19)) / 19];
          if (area instanceof SVGGeometryElement && area.isPointInFill(new DOMPoint(x, y).matrixTransform(area.getScreenCTM()?.inverse())) && document.elementFromPoint(x, y)?.closest('.wall-dock') === null) return { x, y };
        }
        return null;
      });
    const picture = OVERVIEW.find(({ id }) => id === 'penetration')?.pictures[0];
    for (const id of ['650000', '150000', '510000']) {
      const at = await spot(id);
      expect(at, id).not.toBeNull();
      if (at) await page.mouse.click(at.x, at.y);
      await expect.poll(() => page.locator('.wall-card h2').innerText()).toBe(picture?.kind === 'map' ? picture.names[id]?.name : '');
    }
  });
});

test('on every screen, each region’s place is its own, and so is its chip, large enough for a finger', async () => {
  const spots = FACTS_ZH.shapes.provinces.map(({ id, label }) => ({ id, at: FACTS_ZH.shapes.chips.find((chip) => chip.id === id)?.spot ?? label }));
  const { page } = await openPage('screen.html?kiosk&hold&still&scene=penetration&distance=3', { viewport: HD });
  for (const viewport of WALL_VIEWPORTS) {
    await page.setViewportSize(viewport);
    await page.reload();
    await page.locator('.wall-map-sheet').waitFor();
    await expect.poll(() => page.locator('.wall-stage').count()).toBe(1);
    const found = await page.evaluate((asked) => {
      const land = document.querySelector('.wall-map-sheet > svg');
      const matrix = land instanceof SVGGraphicsElement ? land.getScreenCTM() : null;
      const hit = (x: number, y: number): string => document.elementFromPoint(x, y)?.closest<SVGElement>('[data-region]')?.dataset['region'] ?? 'none';
      const chips = [...document.querySelectorAll<SVGElement>('.wall-chip')].map((chip) => {
        const box = chip.querySelector('.wall-chip-box')?.getBoundingClientRect() ?? new DOMRect();
        return { id: chip.dataset['region'] ?? '', hit: hit(box.left + box.width / 2, box.top + box.height / 2), least: Math.min(box.width, box.height) };
      });
      const regions = asked.flatMap(({ id, at }) => {
        const point = at && matrix ? new DOMPoint(at[0], at[1]).matrixTransform(matrix) : null;
        return point ? [{ id, hit: hit(point.x, point.y) }] : [];
      });
      return { regions, chips };
    }, spots);
    const where = `${viewport.width} × ${viewport.height}`;
    expect(found.regions.length, where).toBe(34);
    expect(found.regions.filter(({ id, hit }) => hit !== id), where).toEqual([]);
    expect(found.chips.filter(({ id, hit, least }) => hit !== id || least < 43.9), where).toEqual([]);
  }
});

test('a scene that throws gives its time to the next, is named in the health, and is tried again in the next rotation', async () => {
  const [first, second] = OVERVIEW;
  const { page } = await openPage('mark.svg', { viewport: HD });
  let isBroken = true;
  await page.route('**/screen.html*', async (route) => {
    const html = htmlOf('screen.html');
    const spoiled = { ...FACTS_ZH, playlists: FACTS_ZH.playlists.map((playlist, index) => (index > 0 ? playlist : { ...playlist, scenes: playlist.scenes.map((scene) => (scene.id === first?.id ? { ...scene, pictures: [{ kind: 'trend' }] } : scene)) })) };
    await route.fulfill({ contentType: 'text/html', body: isBroken ? html.replace(FACTS, (_, before: string, __: string, after: string) => before + JSON.stringify(spoiled).replaceAll('<', '\\u003c') + after) : html });
  });
  const start = rotationStart(OVERVIEW);
  await page.clock.install({ time: start - 60_000 });
  await page.clock.pauseAt(start + 1000);
  await page.goto(`${site.root}screen.html`);
  await expect.poll(() => sceneOf(page)).toBe(second?.id);
  await page.keyboard.press('i');
  await expect.poll(() => page.locator('[data-panel="health"]').innerText()).toContain(first?.id);
  await page.keyboard.press('Escape');
  await page.clock.fastForward(1000 * (first?.seconds ?? 0));
  expect(await sceneOf(page)).toBe(second?.id);
  isBroken = false;
  await page.reload();
  await page.clock.fastForward(rotationMs(OVERVIEW) - 1000 * (first?.seconds ?? 0));
  await expect.poll(() => sceneOf(page)).toBe(first?.id);
});

describe('several machines, one picture', () => {
  test('four tiles together are the whole, pixel by pixel', async () => {
    const asked = 'hold&still&scene=penetration&distance=3';
    const half = { width: 960, height: 540 };
    const { page } = await openPage(`screen.html?${asked}`, { viewport: HD });
    await page.locator('.wall-map-sheet').waitFor();
    const whole = PNG.sync.read(await page.screenshot());
    const stitched = new PNG(HD);
    await page.setViewportSize(half);
    for (const row of [1, 2]) {
      for (const column of [1, 2]) {
        await page.goto(`${site.root}screen.html?${asked}&tile=${column}/2,${row}/2`);
        await page.locator('.wall-map-sheet').waitFor();
        await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
        PNG.bitblt(PNG.sync.read(await page.screenshot()), stitched, 0, 0, half.width, half.height, (column - 1) * half.width, (row - 1) * half.height);
      }
    }
    let differing = 0;
    for (let at = 0; at < whole.data.length; at += 4) if ([0, 1, 2].some((channel) => Math.abs((whole.data[at + channel] ?? 0) - (stitched.data[at + channel] ?? 0)) > 48)) differing += 1;
    expect(differing / (HD.width * HD.height)).toBeLessThan(0.0005);
  });

  test('behind a controller that stretches, what is seen has the wall’s shape: squeezed here, right there', async () => {
    const { page } = await openPage('screen.html?hold&still&scene=world&wall=3840x1080', { viewport: HD });
    await page.locator('.wall-stage').waitFor();
    const stage = await page.locator('.wall-stage').evaluate((one) => ({ shape: one.getAttribute('data-shape'), laid: [one.clientWidth, one.clientHeight], seen: [one.getBoundingClientRect().width, one.getBoundingClientRect().height] }));
    expect(stage).toEqual({ shape: 'strip', laid: [3840, 1080], seen: [1920, 1080] });
  });
});

test('a change is a cross of half a second, with two scenes at most', async () => {
  const { page } = await wallAt(rotationStart(OVERVIEW), '', 'screen.html', { reducedMotion: 'no-preference' });
  const layers = () => page.locator('.wall-layer').count();
  for (let step = 0; step < 5; step += 1) await page.keyboard.press('PageDown');
  expect(await layers()).toBe(2);
  expect(await page.locator('.wall-layer[aria-hidden="false"]').count()).toBe(1);
  await page.clock.runFor(481);
  expect(await layers()).toBe(1);
});

test('sixty rotations leave as many elements, and as many listeners, as one', async () => {
  const scenes = scenesOf('world');
  const rotation = rotationMs(scenes);
  const { page, problems } = await wallAt(rotationStart(scenes), '?playlist=world');
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const counts = async () => {
    await session.send('HeapProfiler.collectGarbage');
    const { metrics } = await session.send('Performance.getMetrics');
    const metric = (name: string) => metrics.find((one) => one.name === name)?.value ?? NaN;
    return { elements: await page.evaluate(() => document.getElementsByTagName('*').length), listeners: metric('JSEventListeners'), heap: metric('JSHeapUsedSize'), nodes: metric('Nodes') };
  };
  // By then the browser has compiled what it runs often, which takes memory too.
  await page.clock.runFor(20 * rotation);
  const before = await counts();
  await page.clock.runFor(40 * rotation);
  const after = await counts();
  expect(await standing(page)).toBe(`${scenes[0]?.id ?? ''}.0`);
  expect(after.elements).toBe(before.elements);
  expect(after.listeners).toBe(before.listeners);
  // What was let go is collected in its own time; what is held stays, and would be forty times as much.
  await expect.poll(async () => (await counts()).nodes / before.nodes).toBeLessThan(1.05);
  await expect.poll(async () => (await counts()).heap / before.heap).toBeLessThan(1.15);
  expect(problems).toEqual([]);
});

test.each(['screen.html', 'en/screen.html'])('%s without a script says every scene in words, with its source and a way to its figure', async (route) => {
  const { page, problems } = await openPage(route, { javaScript: false });
  const text = await page.locator('main').innerText();
  for (const { scenes } of factsOf(route).playlists) {
    for (const { beats, source, retrieved } of scenes) {
      const beat = beats.at(-1);
      expect(text).toContain(beat?.headline);
      expect(text).toContain(source);
      expect(text).toContain(retrieved);
      for (const { value } of beat?.keys ?? []) expect(text).toContain(value);
    }
  }
  const links = await page.locator('.screen-scene a').count();
  expect(links).toBe(factsOf(route).playlists.flatMap(({ scenes }) => scenes).length);
  expect(await page.locator('.screen-cover').isVisible()).toBe(false);
  expect(problems).toEqual([]);
});
