import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';

/** `ATLAS_PICTURES=new npm run test:e2e` takes the pictures again; look at each before committing it. */
const TAKES_NEW = process.env['ATLAS_PICTURES'] === 'new';

interface Likeness {
  /** Share of pixels that differ plainly; 1 when the sizes differ. */
  readonly differing: number;
  /** Mean difference of the two, each seen through a coarse grid of the same number of cells: 0 … 1. */
  readonly coarse: number;
  /** Of the heights: 1 when equal. */
  readonly heights: number;
}

/** How like two JPEGs are, pixel for pixel and from afar. */
async function likeness(blank: Page, before: Buffer, after: Buffer): Promise<Likeness> {
  return blank.evaluate(
    async ([first, second]) => {
      const picture = (base64: string) => createImageBitmap(new Blob([Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))], { type: 'image/jpeg' }));
      const pixels = (image: ImageBitmap, width: number, height: number) => {
        const context = new OffscreenCanvas(width, height).getContext('2d');
        if (context === null) throw new Error('no canvas');
        context.imageSmoothingQuality = 'high';
        context.drawImage(image, 0, 0, width, height);
        return context.getImageData(0, 0, width, height).data;
      };
      const distance = (a: Uint8ClampedArray, b: Uint8ClampedArray, at: number) => [0, 1, 2].reduce((sum, channel) => sum + Math.abs((a[at + channel] ?? 0) - (b[at + channel] ?? 0)), 0);
      const [a, b] = await Promise.all([picture(first), picture(second)]);
      const [coarseA, coarseB] = [pixels(a, 24, 32), pixels(b, 24, 32)];
      let coarse = 0;
      for (let at = 0; at < coarseA.length; at += 4) coarse += distance(coarseA, coarseB, at);
      let differing = 1;
      if (a.width === b.width && a.height === b.height) {
        const [exactA, exactB] = [pixels(a, a.width, a.height), pixels(b, b.width, b.height)];
        let count = 0;
        for (let at = 0; at < exactA.length; at += 4) if (distance(exactA, exactB, at) > 96) count += 1;
        differing = count / (a.width * a.height);
      }
      return { differing, coarse: coarse / (24 * 32 * 765), heights: Math.min(a.height, b.height) / Math.max(a.height, b.height) };
    },
    [before.toString('base64'), after.toString('base64')] as const,
  );
}

/** Fewer than these differ between two runs on one machine. */
const SAME = 0.002;
/** Another version of the fonts wraps and darkens letters a little; a part that is missing or has another colour is more. */
const AFAR = { coarse: 0.03, heights: 0.9 };

/**
 * What keeps a picture from being the one in the repository; empty when nothing does.
 *
 * @param hasSameLetters Whether the machine draws letters as the one did that took the pictures; then every pixel
 *   counts, and otherwise only what is seen from afar.
 */
export async function unlike(blank: Page, file: string, shot: Buffer, hasSameLetters: boolean): Promise<readonly string[]> {
  if (TAKES_NEW) {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, shot);
    return [];
  }
  if (!fs.existsSync(file)) return [`${file} is not there: take it with ATLAS_PICTURES=new, and look at it`];
  const { differing, coarse, heights } = await likeness(blank, fs.readFileSync(file), shot);
  if (differing <= SAME) return [];
  if (!hasSameLetters && coarse <= AFAR.coarse && heights >= AFAR.heights) return [];
  return [`${file}: ${(differing * 100).toFixed(2)}% of the pixels differ, ${(coarse * 100).toFixed(2)}% from afar, heights ${(heights * 100).toFixed(0)}%`];
}

/** Whether letters look here as they did where the pictures were taken. */
export async function drawsSameLetters(blank: Page, file: string): Promise<boolean> {
  await blank.setContent('<p lang="zh-CN" style="font:16px/28px sans-serif;width:600px">政务数图 E-Gov Atlas 2024年广东居首 12,345.67 ＞＜约▲▼ <b>粗体 bold</b> <i style="font-family:serif">宋体 serif</i></p>');
  const shot = await blank.locator('p').screenshot({ type: 'jpeg', quality: 60 });
  return (await unlike(blank, file, shot, true)).length === 0;
}
