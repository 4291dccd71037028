import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { useBrowser } from '../support/browser.ts';

// The page for those who write articles: a figure is chosen, seen and copied without reading anything.
const openPage = useBrowser();
const { dist } = inject('site');

const MEASURED = '.snippet-maker[data-measured="true"]';
const select = (page: Page, name: string) => page.locator(`.maker-choices select[name="${name}"]`);
const options = (page: Page, name: string): Promise<readonly string[]> => select(page, name).locator('option').allTextContents();
const code = (page: Page): Promise<string> => page.locator('.snippet-code textarea').inputValue();
const asked = (page: Page): URLSearchParams => new URL(page.url()).searchParams;

test('from subject to code by five lists; each choice is in the address and in the code, and Back undoes it', async () => {
  const { page, problems } = await openPage('embed.html');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.locator(MEASURED).waitFor();
  const first = await code(page);
  expect(first).toMatch(/<iframe [^>]*src="http[^"]*\/embed\/map-internet-penetration\.html\?release=/);

  const subjects = await options(page, 'subject');
  expect(subjects.length).toBeGreaterThan(5);
  await select(page, 'subject').selectOption({ label: subjects[1] ?? '' });
  expect(asked(page).get('figure')).not.toBe('map-internet-penetration');
  await page.goBack();
  await expect.poll(() => asked(page).get('figure')).toBe(null);
  await page.locator(MEASURED).waitFor();

  const kinds = await options(page, 'figure');
  expect(kinds).toEqual(expect.arrayContaining(['地图', '排名']));
  await select(page, 'figure').selectOption({ label: '排名' });
  await page.locator(MEASURED).waitFor();
  await select(page, 'period').selectOption('2010');
  await page.locator(MEASURED).waitFor();
  await select(page, 'region').selectOption({ label: '广东' });
  await expect.poll(() => page.locator(MEASURED).count()).toBe(1);
  expect(Object.fromEntries(asked(page))).toEqual({ figure: 'ranking-internet-penetration', period: '2010', region: '440000' });
  expect(await code(page)).toMatch(/embed\/ranking-internet-penetration\.html\?period=2010&amp;region=440000&amp;release=/);
  const preview = page.frameLocator('.snippet-previews iframe:not(.is-waiting)');
  expect(await preview.locator('h1').textContent()).toContain('2010年');
  expect(await preview.locator('[data-id="440000"].is-lit').count()).toBeGreaterThan(0);

  await page.locator('button[name="copy-snippet"]').click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(await code(page));
  expect(problems).toEqual([]);
});

test('every figure in its lists has a page, in both languages, and the gallery chooses', async () => {
  const { page } = await openPage('en/embed.html');
  const names: readonly string[] = await page.evaluate(() => {
    const json: unknown = JSON.parse(document.querySelector('[data-island="articles"] + script')?.textContent ?? '');
    const found: string[] = [];
    JSON.stringify(json, (key, value: unknown) => {
      if (key === 'name' && typeof value === 'string' && /^[a-z]+-[a-z\d-]+$/.test(value)) found.push(value);
      return value;
    });
    return found;
  });
  expect(names.length).toBeGreaterThan(300);
  expect(names.filter((name) => !['embed', 'en/embed'].every((folder) => fs.existsSync(path.join(dist, folder, `${name}.html`))))).toEqual([]);

  const card = page.locator('.figure-cards li').filter({ hasText: 'market' });
  await card.getByRole('link', { name: 'Use this' }).click();
  await page.locator(MEASURED).waitFor();
  expect(await code(page)).toContain('/en/embed/trend-egov-market-size.html');
});

test('an unknown figure in the address is left alone, a hostile one is never run', async () => {
  const { page, problems, dialogs } = await openPage(`embed.html?figure=${encodeURIComponent('"><img src=x onerror=alert(1)>')}&period=${encodeURIComponent('<script>alert(2)</script>')}&region=javascript:alert(3)`);
  await page.locator('.snippet-code textarea').waitFor();
  expect(await code(page)).toContain('/embed/map-internet-penetration.html');
  expect(await code(page)).not.toMatch(/<script>alert|onerror/);
  expect(dialogs).toEqual([]);
  expect(problems).toEqual([]);
});

test('without a script there are the gallery, the list of all figures and what to do with them', async () => {
  const { page } = await openPage('embed.html', { javaScript: false });
  expect(await page.locator('.figure-cards img').count()).toBeGreaterThan(5);
  expect(await page.locator('.all-figures a').count()).toBeGreaterThan(300);
  // Playwright looks for no text inside noscript.
  expect(await page.locator('#maker noscript .message').isVisible()).toBe(true);
});

test('what an address can hold is listed as its schema has it', async () => {
  const schema: unknown = JSON.parse(fs.readFileSync(path.join(dist, 'embed/flags.schema.json'), 'utf8'));
  const known = typeof schema === 'object' && schema !== null && 'properties' in schema && typeof schema.properties === 'object' && schema.properties !== null ? Object.keys(schema.properties) : [];
  const { page } = await openPage('embed.html', { javaScript: false });
  const listed = await page.locator('.flags dt').allTextContents();
  expect(listed.map((text) => text.replace('=', ''))).toEqual(known);
});
