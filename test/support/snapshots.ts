import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';

/** `ATLAS_PICTURES=new npm run test:e2e` takes the pictures again; look at each before committing it. */
const TAKES_NEW = process.env['ATLAS_PICTURES'] === 'new';

interface Likeness {
  /** The picture as it is kept: half as wide and high, as a JPEG in base64. */
  readonly kept: string;
  /** Share of pixels that differ plainly; 1 when the sizes differ. */
  readonly differing: number;
  /** Of the 256 pixels of any part of 16 by 16, the most that differ plainly: a dash or a dot is small in the whole. */
  readonly worst: number;
  /** Mean difference of the two, each seen through a coarse grid of the same number of cells: 0 … 1. */
  readonly coarse: number;
  /** Of the heights: 1 when equal. */
  readonly heights: number;
}

/** A shot as it is kept, and how like it is to the kept one, pixel for pixel and from afar. */
async function likeness(blank: Page, before: Buffer | null, shot: Buffer): Promise<Likeness> {
  return blank.evaluate(
    async ([known, png]) => {
      const bytes = (base64: string) => Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
      const drawn = (image: ImageBitmap, width: number, height: number) => {
        const canvas = new OffscreenCanvas(width, height);
        const context = canvas.getContext('2d');
        if (context === null) throw new Error('no canvas');
        context.imageSmoothingQuality = 'high';
        context.drawImage(image, 0, 0, width, height);
        return { canvas, pixels: context.getImageData(0, 0, width, height).data };
      };
      const distance = (a: Uint8ClampedArray, b: Uint8ClampedArray, at: number) => [0, 1, 2].reduce((sum, channel) => sum + Math.abs((a[at + channel] ?? 0) - (b[at + channel] ?? 0)), 0);
      const whole = await createImageBitmap(new Blob([bytes(png)], { type: 'image/png' }));
      const half = drawn(whole, Math.ceil(whole.width / 2), Math.ceil(whole.height / 2));
      const jpeg = await half.canvas.convertToBlob({ type: 'image/jpeg', quality: 0.6 });
      const kept = btoa(new Uint8Array(await jpeg.arrayBuffer()).reduce((text, byte) => text + String.fromCharCode(byte), ''));
      if (known === null) return { kept, differing: 1, worst: 256, coarse: 1, heights: 0 };
      const [a, b] = await Promise.all([createImageBitmap(new Blob([bytes(known)], { type: 'image/jpeg' })), createImageBitmap(jpeg)]);
      const [coarseA, coarseB] = [drawn(a, 24, 32).pixels, drawn(b, 24, 32).pixels];
      let coarse = 0;
      for (let at = 0; at < coarseA.length; at += 4) coarse += distance(coarseA, coarseB, at);
      let differing = 1;
      let worst = 0;
      if (a.width === b.width && a.height === b.height) {
        const [exactA, exactB] = [drawn(a, a.width, a.height).pixels, drawn(b, b.width, b.height).pixels];
        let count = 0;
        const columns = Math.ceil(a.width / 16);
        const tiles = new Map<number, number>();
        for (let at = 0; at < exactA.length; at += 4) {
          if (distance(exactA, exactB, at) <= 96) continue;
          count += 1;
          const pixel = at / 4;
          const tile = Math.floor(Math.floor(pixel / a.width) / 16) * columns + Math.floor((pixel % a.width) / 16);
          const inTile = (tiles.get(tile) ?? 0) + 1;
          tiles.set(tile, inTile);
          worst = Math.max(worst, inTile);
        }
        differing = count / (a.width * a.height);
      }
      return { kept, differing, worst, coarse: coarse / (24 * 32 * 765), heights: Math.min(a.height, b.height) / Math.max(a.height, b.height) };
    },
    [before?.toString('base64') ?? null, shot.toString('base64')] as const,
  );
}

/** Fewer pixels than these differ between two runs on one machine. */
const SAME = 0.005;
/** And no more than these in any part of 256. */
const SAME_PART = 3;
/** Another version of the fonts wraps and darkens letters a little; a part that is missing or has another colour is more. */
const AFAR = { coarse: 0.03, heights: 0.9 };

/**
 * What keeps a picture from being the one in the repository; empty when nothing does.
 *
 * @param shot A PNG, one pixel a CSS pixel.
 * @param hasSameLetters Whether the machine draws letters as the one did that took the pictures; then every pixel
 *   counts, and otherwise only what is seen from afar.
 */
export async function unlike(blank: Page, file: string, shot: Buffer, hasSameLetters: boolean): Promise<readonly string[]> {
  const known = !TAKES_NEW && fs.existsSync(file) ? fs.readFileSync(file) : null;
  const { kept, differing, worst, coarse, heights } = await likeness(blank, known, shot);
  if (TAKES_NEW) {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, Buffer.from(kept, 'base64'));
    return [];
  }
  if (known === null) return [`${file} is not there: take it with ATLAS_PICTURES=new, and look at it`];
  if (differing <= SAME && worst <= SAME_PART) return [];
  if (!hasSameLetters && coarse <= AFAR.coarse && heights >= AFAR.heights) return [];
  return [`${file}: ${(differing * 100).toFixed(2)}% of the pixels differ, up to ${worst} of 256 in one part, ${(coarse * 100).toFixed(2)}% from afar, heights ${(heights * 100).toFixed(0)}%`];
}

/** Whether letters look here as they did where the pictures were taken. */
export async function drawsSameLetters(blank: Page, file: string): Promise<boolean> {
  await blank.setContent('<p lang="zh-CN" style="font:16px/28px sans-serif;width:600px">政务数图 E-Gov Atlas 2024年广东居首 12,345.67 ＞＜约▲▼ <b>粗体 bold</b> <i style="font-family:serif">宋体 serif</i></p>');
  return (await unlike(blank, file, await blank.locator('p').screenshot(), true)).length === 0;
}
