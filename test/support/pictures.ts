import type { Page } from 'playwright-core';

/** The share of pixels that differ plainly between two PNGs of one size; 1 when the sizes differ. Drawn edges may differ a little. */
export async function differingShare(page: Page, before: Buffer, after: Buffer): Promise<number> {
  const blank = await page.context().newPage();
  try {
    return await blank.evaluate(
      async ([first, second]) => {
        const pixels = async (base64: string) => {
          const image = await createImageBitmap(new Blob([Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))], { type: 'image/png' }));
          const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
          if (context === null) throw new Error('no canvas');
          context.drawImage(image, 0, 0);
          return context.getImageData(0, 0, image.width, image.height);
        };
        const a = await pixels(first);
        const b = await pixels(second);
        if (a.width !== b.width || a.height !== b.height) return 1;
        let differing = 0;
        for (let at = 0; at < a.data.length; at += 4) {
          const distance = [0, 1, 2].reduce((sum, channel) => sum + Math.abs((a.data[at + channel] ?? 0) - (b.data[at + channel] ?? 0)), 0);
          if (distance > 96) differing++;
        }
        return differing / (a.width * a.height);
      },
      [before.toString('base64'), after.toString('base64')] as const,
    );
  } finally {
    await blank.close();
  }
}

/** Starts adding up layout shifts, those just after an input too; ask with `shiftSoFar`. */
export async function watchShifts(page: Page): Promise<void> {
  await page.evaluate(() => {
    Reflect.set(globalThis, 'atlasShift', 0);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const shift: unknown = Reflect.get(entry, 'value');
        if (typeof shift === 'number') Reflect.set(globalThis, 'atlasShift', Number(Reflect.get(globalThis, 'atlasShift')) + shift);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

export const shiftSoFar = (page: Page): Promise<number> => page.evaluate(() => Number(Reflect.get(globalThis, 'atlasShift')));
