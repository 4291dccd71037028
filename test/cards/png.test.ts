import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { indexed, palettePng } from '../../src/cards/png.ts';

const pixelsOf = (colours: readonly (readonly [number, number, number])[]): Uint8Array => new Uint8Array(colours.flatMap(([red, green, blue]) => [red, green, blue, 255]));

describe('a picture with a palette', () => {
  test('is read by another reader as it was drawn', async () => {
    const pixels = pixelsOf([[255, 255, 255], [18, 36, 45], [194, 48, 24], [255, 255, 255], [10, 76, 134], [255, 255, 255]]);
    const { width, height, data } = PNG.sync.read(Buffer.from(await palettePng(pixels, 3, 2)));
    expect([width, height]).toEqual([3, 2]);
    expect([...data]).toEqual([...pixels]);
  });

  test('keeps the very colour of an area, and takes what an edge blends into for the nearest', () => {
    const area = Array.from({ length: 50 }, () => [194, 48, 24] as const);
    const { palette, indices } = indexed(pixelsOf([...area, [195, 49, 25]]));
    expect([...palette]).toEqual([194, 48, 24]);
    expect(new Set(indices)).toEqual(new Set([0]));
  });

  test('has 256 colours at most, the rarest given up', () => {
    const many = Array.from({ length: 4096 }, (_, index) => [(index % 16) * 16, (Math.floor(index / 16) % 16) * 16, Math.floor(index / 256) * 16] as const);
    const { palette } = indexed(pixelsOf([...many, [1, 2, 3], [1, 2, 3]]));
    expect(palette.length / 3).toBe(256);
    expect([...palette.subarray(0, 3)]).toEqual([1, 2, 3]);
  });
});
