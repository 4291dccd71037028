import { describe, expect, test } from 'vitest';
import { ARC_MINUTES, CAPITAL_HEIGHT, DISTANCES_M, mmPerPx, pxOfArc, typeSizes, type Viewing } from '../../src/wall/legibility.ts';
import { CELL_PX, cellPx, codeBoxEm, codeSideEm } from '../../src/wall/codeBox.ts';

const UHD: Viewing = { width: 3840, height: 2160, distance: 6, diagonal: 86 };

test('an 86-inch screen of 3,840 × 2,160 has 0.496 mm a pixel, and 16′ at 6 m are 56 of them', () => {
  expect(mmPerPx(UHD)).toBeCloseTo(0.496, 3);
  expect(pxOfArc(16, UHD)).toBeCloseTo(56.3, 1);
});

test('without a diagonal it is taken as one of 86 inches, on its side or on its end', () => {
  expect(mmPerPx({ ...UHD, diagonal: null })).toBeCloseTo(mmPerPx(UHD), 3);
  expect(mmPerPx({ ...UHD, width: 2160, height: 3840, diagonal: null })).toBeCloseTo(mmPerPx(UHD), 3);
});

describe.each(DISTANCES_M)('at %d m', (distance) => {
  test.each(['note', 'body', 'headline', 'key'] as const)('%s type is at least as large to the eye as it must be', (kind) => {
    for (const size of [{ width: 1366, height: 768 }, { width: 7680, height: 4320 }, { width: 1080, height: 1920 }]) {
      const viewing = { ...size, distance, diagonal: 86 };
      const capitalMm = typeSizes(viewing)[kind] * CAPITAL_HEIGHT * mmPerPx(viewing);
      const minutes = 2 * Math.atan(capitalMm / 2 / (distance * 1000)) * (180 / Math.PI) * 60;
      expect(minutes).toBeGreaterThanOrEqual(ARC_MINUTES[kind]);
      // Rounding up to a whole pixel, no more.
      expect(minutes).toBeLessThan(ARC_MINUTES[kind] + 60 * (180 / Math.PI) * (CAPITAL_HEIGHT * mmPerPx(viewing)) / (distance * 1000) + 1e-6);
    }
  });
});

test('twice as far is twice as large', () => {
  expect(pxOfArc(20, { ...UHD, distance: 12 })).toBeCloseTo(2 * pxOfArc(20, UHD));
});

test.each([
  { em: 14, pixelRatio: 1 },
  { em: 28, pixelRatio: 1 },
  { em: 56, pixelRatio: 1 },
  { em: 28, pixelRatio: 2 },
  { em: 19, pixelRatio: 1.25 },
])('a cell of a code is a whole number of pixels, four at least, and the code keeps to the room that is left for it ($em px, ratio $pixelRatio)', ({ em, pixelRatio }) => {
  for (const cells of [37, 41, 45]) {
    const cell = cellPx(cells, em, pixelRatio) * pixelRatio;
    expect(cell).toBe(Math.round(cell));
    expect(cell).toBeGreaterThanOrEqual(CELL_PX);
    expect((cells * cell) / pixelRatio).toBeLessThanOrEqual(codeSideEm(em, pixelRatio) * em + 1e-6);
  }
  expect(codeBoxEm(em, pixelRatio)).toBeGreaterThan(codeSideEm(em, pixelRatio) + 1);
});
