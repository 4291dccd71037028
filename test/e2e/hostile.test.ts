import { describe, expect, test } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { INDICATOR, message, optionIds, takeaway, wakeMap } from './selectors.ts';

const openPage = useBrowser();

const SCRIPT = '<img src=x onerror="globalThis.atlasHacked=1"><script>globalThis.atlasHacked=1</script>';
const ADDRESSES = [
  { says: 'markup as an indicator', query: `indicator=${encodeURIComponent(SCRIPT)}`, key: 'indicator' },
  { says: 'a built-in name as an indicator', query: 'indicator=__proto__', key: 'indicator' },
  { says: 'a path as an indicator', query: `indicator=${encodeURIComponent('../../etc/passwd')}`, key: 'indicator' },
  { says: 'a period that is none', query: 'period=abcd', key: 'period' },
  { says: 'a period without figures', query: 'period=1066', key: 'period' },
  { says: 'a path as a region', query: 'region=../../', key: 'region' },
  { says: 'markup as a region', query: `region=${encodeURIComponent(SCRIPT)}`, key: 'region' },
  { says: 'a built-in name as a region', query: 'region=constructor', key: 'region' },
  { says: 'markup as a view', query: `view=${encodeURIComponent(SCRIPT)}`, key: 'view' },
  { says: 'an overlong indicator', query: `indicator=${'a'.repeat(6000)}`, key: 'indicator' },
  { says: 'a broken escape', query: 'period=%E0%A4%A', key: 'period' },
];

describe.each(['index.html', 'en/index.html'])('%s', (path) => {
  test.each(ADDRESSES)('$says falls back, and says so', async ({ query, key }) => {
    const { page, problems, dialogs, requests } = await openPage(path);
    await wakeMap(page);
    const wanted = { indicator: await page.locator(INDICATOR).first().inputValue(), takeaway: await takeaway(page).innerText(), regions: await optionIds(page) };
    expect(await message(page).count()).toBe(0);

    await page.goto(new URL(`?${query}`, page.url()).href);
    await wakeMap(page);
    await expect.poll(() => message(page).count()).toBe(1);
    const said = await message(page).innerText();
    expect(said).toContain(`${key}=`);
    expect(said.length).toBeLessThan(300);
    expect(await page.locator(INDICATOR).first().inputValue()).toBe(wanted.indicator);
    expect(await takeaway(page).innerText()).toBe(wanted.takeaway);
    expect(await optionIds(page)).toEqual(wanted.regions);
    expect(await page.evaluate(() => Reflect.get(globalThis, 'atlasHacked'))).toBe(undefined);
    expect(await page.locator('img[src="x"]').count()).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(true);
    expect(requests.filter((address) => /passwd|src=x|\/x$/.test(new URL(address).pathname))).toEqual([]);
    expect(dialogs).toEqual([]);
    expect(problems).toEqual([]);
  });
});

test('a word that the address does not know is passed over', async () => {
  const { page, problems } = await openPage('index.html?utm_source=forum');
  await wakeMap(page);
  expect(await message(page).count()).toBe(0);
  expect(problems).toEqual([]);
});
