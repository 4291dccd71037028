import type { Locator, Page } from 'playwright-core';

/** How the tests find their way about a page: what the built DOM promises. */
export const MAP_FIGURE = 'figure[data-figure="capability-map"]';
export const TREND_FIGURE = 'figure[data-figure="market-trend"]';

export const PROVINCES = '[data-island="provinces"]';
export const PROVINCES_LIVE = `${PROVINCES}[data-state="live"]`;
export const TREND = '[data-island="trend"]';
export const TREND_LIVE = `${TREND}[data-state="live"]`;
export const TREND_PICTURE = `${TREND} .trend`;
/** Says that its script could not be had. */
export const TREND_FAILURE = `${TREND} ~ [data-failure]`;

/** The map comes alive when it is used; the pointer at its edge is a use that chooses nothing. */
export async function wakeMap(page: Page): Promise<void> {
  await page.locator(PROVINCES).hover({ position: { x: 4, y: 4 } });
  await page.waitForSelector(PROVINCES_LIVE);
}

/** Every part of a page that comes alive. */
export const ISLANDS = '[data-island]';
export const isLive = (island: Element): boolean => island.getAttribute('data-state') === 'live';

/** Outlines for a wide page and tiles for a narrow one are both drawn; one of them is seen. */
const seen = (page: Page, selector: string): Locator => page.locator(selector).filter({ visible: true });

export const mapSheet = (page: Page): Locator => seen(page, `${MAP_FIGURE} svg[role="listbox"]`);
export const readout = (page: Page): Locator => seen(page, `${MAP_FIGURE} .map-readout`);
export const speech = (page: Page): Locator => seen(page, `${MAP_FIGURE} [aria-live="polite"]`);
export const takeaway = (page: Page): Locator => page.locator(`${MAP_FIGURE} figcaption`);
/** What the page says about an address that it could not read, or about a table that did not come. */
export const message = (page: Page): Locator => seen(page, `${MAP_FIGURE} [role="status"], ${MAP_FIGURE} [role="alert"]`);
export const retry = (page: Page): Locator => page.locator(`${MAP_FIGURE} button[name="retry"]`);

export const option = (page: Page, id: string): Locator => seen(page, `${MAP_FIGURE} [role="option"][data-region="${id}"]`);
/** Ids of the regions that can be chosen. */
export const optionIds = (page: Page): Promise<string[]> =>
  seen(page, `${MAP_FIGURE} [role="option"][data-region]`).evaluateAll((options) => options.map((one) => one.getAttribute('data-region') ?? ''));

export const INDICATOR = 'select[name="indicator"]';
export const PERIOD = 'input[type="range"][name="period"]';
export const PLAY = 'button[name="play"]';
export const view = (kind: 'map' | 'tiles'): string => `button[name="view"][value="${kind}"]`;
export const LANGUAGE_LINK = 'a[data-language-link]';

/** The Xinjiang Production and Construction Corps reports and has no place on the map: a chip beside it. */
export const CORPS = '660000';

/** One page of each type, without its language. */
export const PAGES = {
  dashboard: 'index.html',
  indicatorMap: 'indicator/internet-penetration.html',
  indicatorTrend: 'indicator/egov-market-size.html',
  indicatorWorld: 'indicator/un-egdi.html',
  coverage: 'coverage.html',
  indicators: 'indicators.html',
  claims: 'claims.html',
  story: 'story/fewer-doors.html',
  systems: 'systems.html',
  sources: 'sources.html',
  /** Its entries are drawn alike; of this subject some tables may be handed on and some may not. */
  data: 'data.html?theme=digital',
  about: 'about.html',
  regions: 'regions.html',
  region: 'region/440000.html',
  nation: 'region/100000.html',
  ranking: 'ranking.html',
  workshop: 'workshop.html',
  compare: 'compare.html',
  articles: 'embed.html',
  changes: 'changes.html',
  check: 'check.html',
  verify: 'verify.html',
  screen: 'screen.html',
} as const;

/** The same in Chinese and in English. */
export const ALL_PAGES: readonly string[] = Object.values(PAGES).flatMap((page) => [page, `en/${page}`]);

/** The search box in the header of every page. */
export const SEARCH = '.search-form';
export const SEARCH_INPUT = `${SEARCH} input`;
export const SEARCH_LIST = `${SEARCH} [role="listbox"]`;
export const SEARCH_OPTION = `${SEARCH} [role="option"]`;

/** A place on the screen where a region, and nothing else, is under the pointer. */
export async function pointIn(page: Page, id: string): Promise<{ x: number; y: number }> {
  const target = option(page, id);
  await target.scrollIntoViewIfNeeded();
  const point = await target.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const steps = [10, 8, 12, 6, 14, 4, 16, 2, 18].map((step) => step / 20);
    for (const down of steps) {
      for (const across of steps) {
        const x = left + width * across;
        const y = top + height * down;
        if (document.elementFromPoint(x, y)?.closest('[role="option"]') === element) return { x, y };
      }
    }
    return null;
  });
  if (point === null) throw new Error(`No place of region ${id} can be pointed at.`);
  return point;
}

export async function pointAt(page: Page, id: string): Promise<void> {
  const { x, y } = await pointIn(page, id);
  await page.mouse.move(x, y);
}

export async function clickOn(page: Page, id: string): Promise<void> {
  const { x, y } = await pointIn(page, id);
  await page.mouse.click(x, y);
}
