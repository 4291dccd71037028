import { describe, expect, test } from 'vitest';
import { STORIES, storyPath } from '../../src/pages/stories.ts';
import { axeFinds } from '../support/axe.ts';
import { useBrowser } from '../support/browser.ts';

const openPage = useBrowser();
const paths = STORIES.flatMap((story) => [storyPath(story), `en/${storyPath(story)}`]);

describe.each(paths)('%s', (path) => {
  test('is complete without a script: sentence, picture, table, source and caveats of every step', async () => {
    const { page, problems } = await openPage(path, { javaScript: false });
    const steps = await page.locator('.story figure').all();
    expect(steps.length).toBeGreaterThanOrEqual(3);
    for (const step of steps) {
      expect(await step.locator('h2').innerText()).toMatch(/\d/);
      expect((await step.locator('.story-picture').boundingBox())?.height).toBeGreaterThan(40);
      expect(await step.locator('.notes li').count()).toBeGreaterThan(0);
      expect((await step.locator('.source p').first().innerText()).length).toBeGreaterThan(10);
      await step.locator('details.twin').first().locator('summary').click();
      expect(await step.locator('table').isVisible()).toBe(true);
    }
    expect(problems).toEqual([]);
  });

  test('its links open, and the other findings are four', async () => {
    const { page } = await openPage(path);
    const links = await page.locator('.story a, .findings a').evaluateAll((all) => all.flatMap((one) => (one instanceof HTMLAnchorElement ? [one.href] : [])));
    expect(links.length).toBeGreaterThan(8);
    for (const link of new Set(links)) {
      const response = await page.request.get(link);
      expect(response.status(), link).toBe(200);
      const { hash } = new URL(link);
      if (hash !== '') expect(await response.text(), link).toContain(` id="${decodeURIComponent(hash.slice(1))}"`);
    }
    expect(await page.locator('.findings li').count()).toBe(4);
  });

  test('axe finds nothing, light or dark', async () => {
    const { page } = await openPage(path);
    await page.locator('details').evaluateAll((all) => {
      for (const details of all) details.setAttribute('open', '');
    });
    for (const colorScheme of path.startsWith('en/') ? (['light'] as const) : (['light', 'dark'] as const)) {
      await page.emulateMedia({ colorScheme });
      expect(await axeFinds(page, colorScheme === 'dark' ? { colours: 'only' } : {}), colorScheme).toEqual([]);
    }
  });
});

test.each(['index.html', 'en/index.html'])('%s leads with the first finding and lists the other four', async (path) => {
  const { page } = await openPage(path, { javaScript: false });
  const titles = await page.locator('.findings h3').allInnerTexts();
  expect(titles).toHaveLength(4);
  await page.locator('.lead-story a').click();
  expect(page.url()).toContain('story/fewer-doors.html');
  const heading = await page.locator('h1').innerText();
  await page.goBack();
  expect(heading.replace(/\s/g, '')).toBe((await page.locator('.headline h1').innerText()).replace(/\s/g, ''));
});

test('on paper each step keeps its sentence and its picture', async () => {
  const { page } = await openPage(paths[0] ?? '');
  await page.emulateMedia({ media: 'print' });
  for (const step of await page.locator('.story figure').all()) {
    expect(await step.locator('h2').isVisible()).toBe(true);
    expect(await step.locator('.story-picture').isVisible()).toBe(true);
  }
  expect(await page.locator('.search').isVisible()).toBe(false);
});
