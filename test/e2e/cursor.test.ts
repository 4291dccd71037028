import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeFinds } from '../support/axe.ts';
import { useBrowser, type PageWish } from '../support/browser.ts';

const openPage = useBrowser();

const stop = (line: string, say: string, x: number, y: number, more = '') => `<circle cx="${x}" cy="${y}" r="5" data-stop="${line}" data-say="${say}" ${more}/>`;
/** Toy figures that keep the protocol of the cursor, in a page of the site with its own script and styles. */
const FIGURES = `
<figure class="figure" id="toy">
  <h2>Toys</h2>
  <div data-island="cursor">
    <div class="cursor-area" id="time" data-cursor="time" role="application" tabindex="0" aria-label="Toys over time"><svg width="100%" height="200" viewBox="0 0 600 200" preserveAspectRatio="none">
      ${stop('tin', 'Tin, 2001, 10 toys', 40, 150)}${stop('tin', 'Tin, 2003, 30 toys', 300, 90)}${stop('tin', 'Tin, 2005, more than 40 toys, lower bound', 580, 30)}
      ${stop('wood', 'Wood, 2003, 5 toys', 300, 180)}${stop('wood', 'Wood, 2005, not published', 580, 170)}
    </svg></div>
    <div class="cursor-area" id="list" data-cursor="list" role="application" tabindex="0" aria-label="Toys by province"><ul>${Array.from({ length: 14 }, (_, row) => `<li data-stop="all" data-say="Place ${row + 1}, ${14 - row} toys" data-href="#toy-${row}">Province ${row + 1}</li>`).join('')}</ul></div>
    <div class="cursor-area" id="grid" data-cursor="grid" role="application" tabindex="0" aria-label="Toys in a grid"><table><tbody>${[0, 1, 2].map((row) => `<tr>${[0, 1, 2].map((column) => `<td data-stop="row" data-say="Cell ${row} ${column}">${row}${column}</td>`).join('')}</tr>`).join('')}</tbody></table></div>
  </div>
  <details class="twin"><summary>Table</summary><p>As a table</p></details>
  <label>Find <input id="words"></label>
</figure>
<div id="after">after</div>`;

async function openFixture(wish: PageWish = {}) {
  const opened = await openPage('about.html', wish);
  const { page } = opened;
  const address = new URL('toy-cursor.html', page.url()).href;
  const html = (await (await page.request.get(page.url())).text()).replace(/<main[\s\S]*<\/main>/, `<main id="main">${FIGURES}</main>`);
  await page.route(address, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }));
  // Counted from the first frame on, also what follows the hand of the reader.
  await page.addInitScript(() => {
    Reflect.set(globalThis, 'shifted', 0);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) Reflect.set(globalThis, 'shifted', Number(Reflect.get(globalThis, 'shifted')) + Number(Reflect.get(entry, 'value')));
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(address);
  return opened;
}

const shifted = (page: Page) => page.evaluate(() => Number(Reflect.get(globalThis, 'shifted')));

async function enter(page: Page, id: string): Promise<void> {
  await page.locator(`#${id}`).focus();
  await page.waitForSelector('[data-island="cursor"][data-state="live"]');
}

/** What the figure shows beside the cursor, and what it has spoken; null where nothing is shown. */
const told = (page: Page, id: string) =>
  page.locator(`#${id}`).evaluate((area) => {
    const layer = area.querySelector('.cursor-layer');
    const isShown = layer !== null && getComputedStyle(layer).display !== 'none';
    return { tip: isShown ? (layer.querySelector('.cursor-tip')?.textContent ?? '') : null, spoken: area.querySelector(':scope > [aria-live=polite]')?.textContent ?? null };
  });

async function press(page: Page, id: string, keys: readonly string[]): Promise<readonly (string | null)[]> {
  const said: (string | null)[] = [];
  for (const key of keys) {
    await page.keyboard.press(key);
    const { tip, spoken } = await told(page, id);
    if (tip !== null) expect(spoken).toBe(tip);
    said.push(tip);
  }
  return said;
}

describe('by keys', () => {
  test('along a line and over to the other; what is shown is what is spoken', async () => {
    const { page, problems } = await openFixture();
    await enter(page, 'time');
    expect(await press(page, 'time', ['ArrowRight', 'ArrowRight', 'PageDown', 'End', 'ArrowUp', 'Home', 'ArrowLeft'])).toEqual([
      'Tin, 2001, 10 toys',
      'Tin, 2003, 30 toys',
      'Wood, 2003, 5 toys',
      'Wood, 2005, not published',
      'Tin, 2005, more than 40 toys, lower bound',
      'Tin, 2001, 10 toys',
      'Tin, 2001, 10 toys',
    ]);
    expect(problems).toEqual([]);
  });
  test('down a list, ten rows at a time, and to its ends', async () => {
    const { page } = await openFixture();
    await enter(page, 'list');
    expect(await press(page, 'list', ['ArrowDown', 'ArrowDown', 'PageDown', 'PageDown', 'Home', 'End'])).toEqual(['Place 1, 14 toys', 'Place 2, 13 toys', 'Place 12, 3 toys', 'Place 14, 1 toys', 'Place 1, 14 toys', 'Place 14, 1 toys']);
  });
  test('through a grid both ways', async () => {
    const { page } = await openFixture();
    await enter(page, 'grid');
    expect(await press(page, 'grid', ['ArrowDown', 'ArrowDown', 'ArrowRight', 'End', 'ArrowUp', 'Control+Home', 'Control+End'])).toEqual(['Cell 0 0', 'Cell 1 0', 'Cell 1 1', 'Cell 1 2', 'Cell 0 2', 'Cell 0 0', 'Cell 2 2']);
  });
  test('Escape takes it away, and the next key goes on from there', async () => {
    const { page } = await openFixture();
    await enter(page, 'time');
    expect(await press(page, 'time', ['ArrowRight', 'Escape', 'ArrowRight'])).toEqual(['Tin, 2001, 10 toys', null, 'Tin, 2003, 30 toys']);
  });
  test('Enter follows the address of the stop', async () => {
    const { page } = await openFixture();
    await enter(page, 'list');
    await press(page, 'list', ['ArrowDown', 'ArrowDown', 'Enter']);
    expect(new URL(page.url()).hash).toBe('#toy-1');
  });
  test('Enter presses a stop that has no address', async () => {
    const { page } = await openFixture();
    await page.locator('#time [data-stop]').nth(1).evaluate((circle) => circle.addEventListener('click', () => document.body.setAttribute('data-pressed', 'tin')));
    await enter(page, 'time');
    await press(page, 'time', ['ArrowRight', 'ArrowRight', 'Enter']);
    expect(await page.locator('body').getAttribute('data-pressed')).toBe('tin');
  });
  test('a figure that is drawn anew goes on working', async () => {
    const { page } = await openFixture();
    await enter(page, 'time');
    await press(page, 'time', ['ArrowRight', 'ArrowRight']);
    await page.locator('#time svg').evaluate((svg) => {
      svg.innerHTML = svg.innerHTML.replaceAll('toys', 'blocks');
    });
    expect(await press(page, 'time', ['ArrowRight'])).toEqual(['Tin, 2005, more than 40 blocks, lower bound']);
  });
  test('leaving takes it away', async () => {
    const { page } = await openFixture();
    await enter(page, 'time');
    await press(page, 'time', ['ArrowRight']);
    await page.keyboard.press('Tab');
    expect(await told(page, 'time')).toEqual({ tip: null, spoken: '' });
  });
});

describe('plain trends of the pages', () => {
  /** Walks the only cursor within a part of a page; what is spoken is what is shown. */
  async function walk(page: Page, within: string, keys: readonly string[]): Promise<readonly string[]> {
    const area = page.locator(`${within} .cursor-area`).first();
    await area.focus();
    await page.waitForSelector(`${within} [data-island="cursor"][data-state="live"], ${within}[data-island="cursor"][data-state="live"]`);
    const said: string[] = [];
    for (const key of keys) {
      await page.keyboard.press(key);
      const tip = (await area.locator('.cursor-tip').textContent()) ?? '';
      expect(await area.locator(':scope > [aria-live=polite]').textContent()).toBe(tip);
      said.push(tip);
    }
    return said;
  }
  const tableRows = (page: Page, selector: string) => page.locator(`${selector} tbody tr`).evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll('td, th')].map(({ textContent }) => textContent.trim())));

  test('front page: along the websites, over to the users, and on to the indicator', async () => {
    const { page, problems } = await openPage('index.html');
    const rows = await tableRows(page, '.doors details.twin');
    const words = rows.map(([name = '', when = '', value = '']) => `${name}，${when}，${value}`);
    const said = await walk(page, '.doors', ['ArrowRight', 'ArrowRight', 'End', 'PageDown', 'End', 'PageUp', 'Home']);
    const [firstUser] = rows.map(([name]) => name).filter((name) => name !== rows[0]?.[0]);
    const sites = words.filter((text) => !text.startsWith(firstUser ?? ''));
    expect(said.slice(0, 3)).toEqual([sites[0], sites[1], sites.at(-1)]);
    expect(said[4]).toBe(words.at(-1));
    expect(said[5]).toBe(sites.at(-1));
    expect(said[6]).toBe(sites[0]);
    // Over to the other line means to the same time, or the nearest that it has.
    expect(words).toContain(said[3]);
    expect(said[3]?.startsWith(firstUser ?? 'no')).toBe(true);
    await page.keyboard.press('Enter');
    await page.waitForURL(/indicator\/government-websites\.html$/);
    expect(problems).toEqual([]);
  });
  test('a story: the plot stops where its table has rows', async () => {
    const { page, problems } = await openPage('story/one-big-step.html');
    const rows = await tableRows(page, '#users details.twin:not(.workings)');
    const stops = await page.locator('#users [data-stop]').evaluateAll((all) => all.map((one) => one.getAttribute('data-say') ?? ''));
    const said = await walk(page, '#users', ['ArrowRight', 'ArrowRight', 'End']);
    expect(said).toEqual([stops[0], stops[1], stops.at(-1)]);
    for (const text of said) expect(rows.some((cells) => cells.filter((cell) => text.includes(cell)).length >= 2), text).toBe(true);
    expect(problems).toEqual([]);
  });
  test('many series: from plot to plot at the same time, wherever they stand', async () => {
    const { page, problems } = await openPage('indicator/zhejiang-service-rates.html');
    const stops = await page.locator('#trend [data-stop]').evaluateAll((all) => all.map((one) => ({ line: one.getAttribute('data-stop'), at: Number(one.getAttribute('data-column')), say: one.getAttribute('data-say') ?? '' })));
    const lines = [...new Set(stops.map(({ line }) => line))];
    expect(lines.length).toBeGreaterThan(4);
    const own = (index: number) => stops.filter(({ line }) => line === lines[index]);
    const said = await walk(page, '#trend', ['ArrowRight', 'End', 'PageDown', 'PageDown', 'PageUp', 'Home']);
    const at = stops.find(({ say }) => say === said[1])?.at ?? NaN;
    const nearest = (index: number) => [...own(index)].sort((one, other) => Math.abs(one.at - at) - Math.abs(other.at - at))[0]?.say;
    expect(said[0]).toBe(own(0)[0]?.say);
    expect(said[1]).toBe(own(0).at(-1)?.say);
    expect(said[2]).toBe(nearest(1));
    expect(said[5]).toBe(own(1)[0]?.say);
    expect(problems).toEqual([]);
  });
  test.each(['index.html', 'story/fewer-doors.html', 'indicator/zhejiang-service-rates.html', 'en/indicator/government-weibo-accounts.html'])('%s: a named picture that takes the focus breaks no rule', async (path) => {
    const { page } = await openPage(path);
    expect(await axeFinds(page, { within: '.cursor-area', hasAdvice: true })).toEqual([]);
    for (const area of await page.locator('main .cursor-area').all()) expect((await area.getAttribute('aria-label'))?.trim()).toMatch(/\S{4}/);
  });
});

describe('by pointer', () => {
  test('the nearest stop, in the same words; gone with the pointer', async () => {
    const { page } = await openFixture();
    await page.locator('#time').hover({ position: { x: 620, y: 110 } });
    await page.waitForSelector('[data-island="cursor"][data-state="live"]');
    await page.locator('#time').hover({ position: { x: 640, y: 110 } });
    await expect.poll(() => told(page, 'time')).toEqual({ tip: 'Tin, 2003, 30 toys', spoken: 'Tin, 2003, 30 toys' });
    await page.locator('#time').hover({ position: { x: 640, y: 170 } });
    await expect.poll(() => told(page, 'time')).toMatchObject({ tip: 'Wood, 2003, 5 toys' });
    await page.locator('#after').hover();
    await expect.poll(() => told(page, 'time')).toEqual({ tip: null, spoken: '' });
  });
  test('a finger: a tap shows, a second one elsewhere moves, outside hides', async () => {
    const { page } = await openFixture();
    await enter(page, 'time');
    const tap = (selector: string, at: number) =>
      page.locator(selector).nth(at).evaluate((target) => {
        const { left, top } = target.getBoundingClientRect();
        for (const type of ['pointerdown', 'pointerup', 'pointerleave']) target.dispatchEvent(new PointerEvent(type, { pointerType: 'touch', bubbles: true, clientX: left + 3, clientY: top + 3 }));
      });
    await tap('#time circle', 0);
    await expect.poll(() => told(page, 'time')).toMatchObject({ tip: 'Tin, 2001, 10 toys' });
    await tap('#time circle', 4);
    await expect.poll(() => told(page, 'time')).toMatchObject({ tip: 'Wood, 2005, not published' });
    await tap('#after', 0);
    await expect.poll(() => told(page, 'time')).toMatchObject({ tip: null });
  });
});

describe('in its place', () => {
  test.each([390, 1280, 2560, 3840])('at %i px the ring is on the stop, and the words inside the window and the figure', async (width) => {
    const { page } = await openFixture({ viewport: { width, height: Math.max(640, Math.round(width * 0.6)) } });
    await enter(page, 'time');
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'PageDown']) {
      await page.keyboard.press(key);
      const off = await page.locator('#time').evaluate((area) => {
        const box = (selector: string) => area.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect();
        const middle = ({ left, top, width: w, height: h }: DOMRect) => ({ x: left + w / 2, y: top + h / 2 });
        const words = area.querySelector('.cursor-tip')?.textContent ?? '';
        const [ring, down, across, stopped, tip, frame] = [box('.cursor-ring'), box('.cursor-down'), box('.cursor-across'), box(`[data-say="${words}"]`), box('.cursor-tip'), area.getBoundingClientRect()];
        const [a, b] = [middle(ring), middle(stopped)];
        return {
          ring: Math.hypot(a.x - b.x, a.y - b.y),
          lines: Math.hypot(down.left - b.x, across.top - b.y),
          outside: Math.max(0, frame.left - tip.left, tip.right - frame.right, -tip.top, tip.bottom - innerHeight),
        };
      });
      expect(off.ring, key).toBeLessThan(2);
      expect(off.lines, key).toBeLessThan(4);
      expect(off.outside, key).toBeLessThan(1);
    }
  });
  test('nothing on the page moves by it', async () => {
    const { page } = await openFixture();
    await page.locator('#time').hover({ position: { x: 100, y: 100 } });
    await page.waitForSelector('[data-island="cursor"][data-state="live"]');
    for (const x of [150, 250, 350, 450, 550]) await page.mouse.move(x + 40, (await page.locator('#time').boundingBox())?.y ?? 0 + 60);
    await enter(page, 'list');
    await press(page, 'list', ['ArrowDown', 'End', 'Home', 'Escape']);
    await page.waitForTimeout(300);
    expect(await shifted(page)).toBeLessThan(0.0005);
  });
});

describe('Shift+T', () => {
  test('opens the table of the figure and closes it again, with the focus on its name', async () => {
    const { page } = await openFixture();
    await enter(page, 'time');
    await page.keyboard.press('Shift+T');
    expect(await page.locator('details.twin').getAttribute('open')).not.toBeNull();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Table');
    await page.keyboard.press('Shift+T');
    expect(await page.locator('details.twin').getAttribute('open')).toBeNull();
  });
  test('is a letter where one writes', async () => {
    const { page } = await openFixture();
    await page.locator('#words').focus();
    await page.keyboard.press('Shift+T');
    expect(await page.locator('#words').inputValue()).toBe('T');
    expect(await page.locator('details.twin').getAttribute('open')).toBeNull();
  });
  test('on the map it opens the table and jumps to no region', async () => {
    const { page } = await openPage('indicator/internet-penetration.html');
    const option = page.locator('[data-island="provinces"] [role="option"][tabindex="0"]').first();
    await option.focus();
    await page.waitForSelector('[data-island="provinces"][data-state="live"]');
    const stopped = () => page.locator('[data-island="provinces"] [role="option"][tabindex="0"]').first();
    await stopped().focus();
    const before = await stopped().getAttribute('data-region');
    await page.keyboard.press('Shift+T');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SUMMARY');
    expect(await stopped().getAttribute('data-region')).toBe(before);
  });
});
