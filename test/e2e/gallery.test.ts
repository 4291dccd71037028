import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { drawsSameLetters, unlike } from '../support/snapshots.ts';

// Every kind of figure with every awkward table. The figures are toys, so new data change no picture and no transcript.
const openPage = useBrowser();
const { drafts } = inject('site');
const HERE = 'test/e2e';
const KINDS = ['map', 'bars', 'difference', 'pair', 'trend', 'multiples', 'bump', 'strip', 'matrix', 'levels', 'world'] as const;
const WIDTH = 900;

const gallery = (theme: string, lang: 'zh' | 'en' = 'zh', forcedColors: 'active' | 'none' = 'none') =>
  openPage(`${lang === 'en' ? 'en/' : ''}gallery/${theme}.html`, { base: drafts, viewport: { width: WIDTH, height: 900 }, forcedColors });

const figuresOf = (page: Page, kind: string) => page.locator(`section[data-kind="${kind}"] > figure`);
/** The table that has every status and every absence; kinds with tables of their own show their last. */
const statusFigure = (page: Page, kind: string) => page.locator(`section[data-kind="${kind}"] > figure`).and(page.locator(`#${kind}-every-status, #levels-parts, #world-peers`));

describe('pictures', () => {
  let hasSameLetters = false;
  const blankPage = async (page: Page) => page.context().newPage();
  beforeAll(() => {
    hasSameLetters = false;
  });

  async function compare(page: Page, shots: readonly { readonly name: string; readonly locator: ReturnType<Page['locator']> }[]): Promise<readonly string[]> {
    const blank = await blankPage(page);
    hasSameLetters = await drawsSameLetters(blank, `${HERE}/__pictures__/letters.png`);
    const told: string[] = [];
    for (const { name, locator } of shots) {
      const unlikeness = await unlike(blank, `${HERE}/__pictures__/${name}.png`, await locator.screenshot({ animations: 'disabled' }), hasSameLetters);
      if (unlikeness !== null) told.push(unlikeness);
    }
    return told;
  }

  test.each(KINDS)('%s with every awkward table', { timeout: 120_000 }, async (kind) => {
    const { page, problems } = await gallery('light');
    const figures = await figuresOf(page, kind).all();
    expect(figures.length).toBeGreaterThan(0);
    const shots = await Promise.all(figures.map(async (locator) => ({ name: `light/${await locator.getAttribute('id')}`, locator })));
    expect(await compare(page, shots)).toEqual([]);
    expect(problems).toEqual([]);
  });

  test.each(['dark', 'wall', 'elder', 'print', 'forced'])('every status in %s', { timeout: 120_000 }, async (theme) => {
    const { page } = theme === 'forced' ? await gallery('light', 'zh', 'active') : await gallery(theme);
    const shots = KINDS.map((kind) => ({ name: `${theme}/${kind}`, locator: statusFigure(page, kind) }));
    expect(await compare(page, shots)).toEqual([]);
  });

  test('long names in English', { timeout: 120_000 }, async () => {
    const { page } = await gallery('light', 'en');
    const shots = KINDS.filter((kind) => kind !== 'levels' && kind !== 'world').map((kind) => ({ name: `en/${kind}`, locator: page.locator(`#${kind}-long-names`) }));
    expect(await compare(page, shots)).toEqual([]);
  });
});

describe('what a screen reader is given', () => {
  test.each(KINDS.flatMap((kind) => [{ kind, lang: 'zh' as const }, { kind, lang: 'en' as const }]))('$kind, $lang', async ({ kind, lang }) => {
    const { page } = await gallery('light', lang);
    await page.locator('details').evaluateAll((all) => {
      for (const details of all) details.setAttribute('open', '');
    });
    await expect(await statusFigure(page, kind).ariaSnapshot()).toMatchFileSnapshot(`./__transcripts__/${kind}.${lang}.yml`);
  });
});
