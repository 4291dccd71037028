import vm from 'node:vm';
import { describe, expect, test } from 'vitest';
import { reserved, type Heights } from '../../src/embed/reserve.ts';

/** What a browser makes of the rule in a box of this width: a percent of padding is a percent of the width. */
const pixelsOf = (rule: string, width: number): number =>
  Number(vm.runInNewContext(rule.replace(/\b(min|max)\(/g, 'Math.$1(').replace(/([\d.]+)%/g, (_, part: string) => String((Number(part) * width) / 100)).replaceAll('px', '')));

const SHAPES: readonly { readonly says: string; readonly heights: Required<Heights> }[] = [
  { says: 'higher where it is wider', heights: { 320: 500, 559: 540, 640: 560, 900: 720 } },
  { says: 'lower where it is wider', heights: { 320: 700, 559: 600, 640: 560, 900: 540 } },
  { says: 'half as high in two columns', heights: { 320: 1150, 559: 1070, 640: 570, 900: 560 } },
  { says: 'higher with its larger letters', heights: { 320: 500, 559: 480, 640: 620, 900: 640 } },
  { says: 'the same everywhere', heights: { 320: 560, 559: 560, 640: 560, 900: 560 } },
];

describe.each(SHAPES)('room for a figure that is $says', ({ heights }) => {
  const rule = reserved(heights);

  test('is what was measured, where it was measured', () => {
    for (const width of [320, 559, 640, 900] as const) expect(pixelsOf(rule, width)).toBeCloseTo(heights[width], 1);
  });

  test('goes straight between within a layout, and leaps to the other, narrower than which it was measured', () => {
    expect(pixelsOf(rule, 439.5)).toBeCloseTo((heights[320] + heights[559]) / 2, 1);
    expect(pixelsOf(rule, 770)).toBeCloseTo((heights[640] + heights[900]) / 2, 1);
    expect(pixelsOf(rule, 560)).toBeCloseTo(heights[640] - ((heights[900] - heights[640]) / 260) * 80 + 80, 1);
  });

  test('grows no more beyond 900 pixels, and below 320 by more than a line', () => {
    expect(pixelsOf(rule, 1600)).toBeCloseTo(heights[900], 1);
    expect(pixelsOf(rule, 280)).toBeGreaterThan(heights[320] + 30);
  });
});

test('a narrow layout that was not measured at its widest has the room of its narrowest', () => {
  const rule = reserved({ 320: 1150, 640: 570, 900: 560 });
  for (const width of [320, 400, 559]) expect(pixelsOf(rule, width)).toBeCloseTo(1150, 1);
});
