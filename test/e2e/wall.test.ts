import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { ARC_MINUTES, pxOfArc } from '../../src/wall/legibility.ts';
import type { PlaylistView } from '../../src/view/wall/sceneView.ts';
import { useBrowser } from '../support/browser.ts';
import { measureWall, WALL_VIEWPORTS, type WallMeasure } from '../support/wallMeasure.ts';

const openPage = useBrowser();
const site = inject('site');

/** What the built page holds: every playlist with its finished scenes. */
function playlistsOf(route: string): readonly PlaylistView[] {
  const html = fs.readFileSync(path.join(site.dist, route), 'utf8');
  const [, json = 'null'] = /data-island="screen"[\s\S]*?<script type="application\/json"[^>]*>([\s\S]*?)<\/script>/.exec(html) ?? [];
  const facts: { readonly playlists: readonly PlaylistView[] } = JSON.parse(json);
  return facts.playlists;
}

const DISTANCES = [6, 3, 10, 6] as const;
const LANGUAGES = [
  { lang: 'zh', route: 'screen.html' },
  { lang: 'en', route: 'en/screen.html' },
] as const;

/** Waits until the stage stands still: fitted, its fonts there, nothing moving. */
async function settled(page: Page): Promise<void> {
  await page.locator('.wall-stage').waitFor();
  await page.evaluate(async () => {
    await document.fonts.ready;
    for (let frame = 0; frame < 4; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
  });
  await page.locator('.wall-stage[data-fitting=false]').waitFor();
}

interface Seen {
  readonly where: string;
  readonly measure: WallMeasure;
  readonly viewing: { readonly width: number; readonly height: number; readonly distance: number; readonly diagonal: null };
}

/**
 * Every scene of every playlist, each at a screen and a distance of its own in turn, so that all of them are met.
 * `ATLAS_WALL=all` takes every scene at every screen and distance (some minutes).
 */
async function sweep(route: string, offset: number): Promise<readonly Seen[]> {
  const isWhole = process.env['ATLAS_WALL'] === 'all';
  const { page } = await openPage(`${route}?hold&still`, { reducedMotion: 'reduce' });
  const seen: Seen[] = [];
  let turn = offset;
  for (const playlist of playlistsOf(route)) {
    for (const scene of playlist.scenes) {
      const screens = isWhole ? WALL_VIEWPORTS.flatMap((viewport) => [3, 6, 10].map((distance) => ({ viewport, distance }))) : [{ viewport: WALL_VIEWPORTS[turn % WALL_VIEWPORTS.length], distance: DISTANCES[(turn + Math.floor(turn / WALL_VIEWPORTS.length)) % DISTANCES.length] ?? 6 }];
      turn += 1;
      for (const { viewport, distance } of screens) {
        if (!viewport) continue;
        await page.setViewportSize(viewport);
        await page.goto(`${site.root}${route}?playlist=${playlist.id}&scene=${scene.id}&hold&still&distance=${distance}`);
        await settled(page);
        seen.push({ where: `${playlist.id}/${scene.id} ${viewport.width}×${viewport.height} at ${distance} m`, measure: await measureWall(page), viewing: { ...viewport, distance, diagonal: null } });
      }
    }
  }
  return seen;
}

describe.each(LANGUAGES)('what stands on the wall ($lang)', ({ route, lang }) => {
  test('every scene is read from where the viewers stand, whole and untouched', { timeout: 900_000 }, async () => {
    const seen = await sweep(route, lang === 'zh' ? 0 : 3);
    expect(seen.length).toBeGreaterThan(20);
    const faults: string[] = [];
    for (const { where, measure, viewing } of seen) {
      const note = pxOfArc(ARC_MINUTES.note, viewing);
      if (measure.isEmpty) faults.push(`${where}: nothing is shown`);
      for (const cut of measure.cut) faults.push(`${where}: cut ${cut}`);
      for (const touching of measure.touching) faults.push(`${where}: touching ${touching}`);
      for (const { text, capital, within } of measure.lines) {
        if (capital < note - 0.5) faults.push(`${where}: “${text}” is ${capital.toFixed(1)} px high, and 16′ are ${note.toFixed(1)} px (${within})`);
        if (/wall-headline/.test(within) && capital < pxOfArc(/is-small/.test(within) ? ARC_MINUTES.body : ARC_MINUTES.headline, viewing) - 0.5) faults.push(`${where}: the headline is too small`);
        if (/wall-key\b/.test(within) && /\d/.test(text) && !/label|unit/.test(within.split(' < ')[0] ?? '') && capital < pxOfArc(ARC_MINUTES.key, viewing) - 0.5) faults.push(`${where}: the key figure “${text}” is too small`);
      }
    }
    expect(faults).toEqual([]);
  });
});
