import type { Locator, Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { GALLERY_KINDS, GALLERY_MANNERS, GALLERY_THEMES, galleryPath, type GalleryKind, type GalleryTheme } from '../../src/gallery/kinds.ts';
import { axeFinds } from '../support/axe.ts';
import { useBrowser } from '../support/browser.ts';
import { drawsSameLetters, unlike } from '../support/snapshots.ts';

// Every kind of figure with every awkward table. The figures are toys, so new data change no picture and no transcript.
const openPage = useBrowser();
const { drafts } = inject('site');
const PICTURES = 'test/e2e/__pictures__';

const gallery = (kind: GalleryKind, theme: GalleryTheme, lang: 'zh' | 'en' = 'zh') =>
  openPage(`${lang === 'en' ? 'en/' : ''}${galleryPath(kind, theme)}`, { base: drafts, viewport: { width: 900, height: 900 } });

/** The table that has every status and every absence; kinds with tables of their own show their fullest. */
const fullest = (page: Page, kind: GalleryKind): Locator => page.locator(kind === 'levels' ? '#levels-parts' : kind === 'world' ? '#world-peers' : `#${kind}-every-status`);

async function unlikeOnes(page: Page, shots: readonly { readonly name: string; readonly locator: Locator }[]): Promise<readonly string[]> {
  const blank = await page.context().newPage();
  const hasSameLetters = await drawsSameLetters(blank, `${PICTURES}/letters.jpg`);
  const told: string[] = [];
  for (const { name, locator } of shots) told.push(...(await unlike(blank, `${PICTURES}/${name}.jpg`, await locator.screenshot({ animations: 'disabled' }), hasSameLetters)));
  await blank.close();
  return told;
}

/** As the gallery's page of another theme has it. */
const wear = (page: Page, manners: Readonly<Record<string, string>>): Promise<void> =>
  page.locator('main.gallery').evaluate((main, given) => {
    for (const name of ['data-theme', 'data-surface', 'data-manner']) main.removeAttribute(name);
    for (const [name, value] of Object.entries(given)) main.setAttribute(name, value);
  }, manners);

describe.each(GALLERY_KINDS)('%s', (kind) => {
  test('is drawn as it was: every awkward table, every theme, forced colours, on a phone', async () => {
    const { page, problems } = await gallery(kind, 'light', 'zh');
    const figures = await page.locator('section[data-kind] > figure').all();
    expect(figures.length).toBeGreaterThan(0);
    const shots = await Promise.all(figures.map(async (locator) => ({ name: `light/${await locator.getAttribute('id')}`, locator })));
    expect(await unlikeOnes(page, shots)).toEqual([]);

    const shot = (name: string) => unlikeOnes(page, [{ name: `${name}/${kind}`, locator: fullest(page, kind) }]);
    for (const theme of GALLERY_THEMES.filter((one) => one !== 'light')) {
      await wear(page, GALLERY_MANNERS[theme]);
      expect(await shot(theme)).toEqual([]);
    }
    await wear(page, GALLERY_MANNERS.light);
    await page.emulateMedia({ forcedColors: 'active' });
    expect(await shot('forced')).toEqual([]);
    await page.emulateMedia({ forcedColors: 'none' });
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await shot('phone')).toEqual([]);
    expect(problems).toEqual([]);
  });

  test.each(['zh', 'en'] as const)('%s: as a screen reader is given it; long English names', async (lang) => {
    const { page } = await gallery(kind, 'light', lang);
    if (lang === 'en' && kind !== 'levels' && kind !== 'world') expect(await unlikeOnes(page, [{ name: `en/${kind}`, locator: page.locator(`#${kind}-long-names`) }])).toEqual([]);
    await page.locator('details').evaluateAll((all) => {
      for (const details of all) details.setAttribute('open', '');
    });
    // What takes an opened table away comes a moment after it.
    await expect.poll(() => fullest(page, kind).locator('details:has(> .scroll > table.data):not(:has(.take-away))').count()).toBe(0);
    await expect(await fullest(page, kind).ariaSnapshot()).toMatchFileSnapshot(`./__transcripts__/${kind}.${lang}.yml`);
  });
});

// The other kinds stand on pages that everyPage.test.ts looks at.
test.each(['bump', 'difference', 'pair'] as const)('axe finds nothing in the fullest figure of %s', async (kind) => {
  const { page } = await gallery(kind, 'light');
  const id = await fullest(page, kind).getAttribute('id');
  expect(await axeFinds(page, { within: `#${id}` })).toEqual([]);
});
