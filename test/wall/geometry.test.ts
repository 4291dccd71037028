import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pixelShift, wallGeometry } from '../../src/wall/geometry.ts';

const HD = { width: 1920, height: 1080 };

test('one machine shows the whole picture, pixel for pixel', () => {
  expect(wallGeometry(HD, null, null)).toEqual({ ...HD, left: -0, top: -0, scaleX: 1, scaleY: 1 });
});

test('tiles are windows on one picture that is as large as all of them', () => {
  expect(wallGeometry(HD, null, { column: 2, columns: 3, row: 2, rows: 2 })).toEqual({ width: 5760, height: 2160, left: -1920, top: -1080, scaleX: 1, scaleY: 1 });
});

test('behind a controller that stretches, the picture has the wall’s ratio and is squeezed along one side', () => {
  const { width, height, scaleX, scaleY } = wallGeometry(HD, { width: 6656, height: 1792 }, null);
  expect(width / height).toBeCloseTo(6656 / 1792, 2);
  expect([width * scaleX, height * scaleY]).toEqual([1920, 1080]);
  expect(scaleY).toBe(1);
  expect(scaleX).toBeLessThan(1);
});

test('whatever the wall and its tiles, together the tiles are the whole and no pixel is drawn coarser', () => {
  const side = fc.integer({ min: 200, max: 8000 });
  fc.assert(
    fc.property(side, side, side, side, fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }), (w, h, wallWidth, wallHeight, columns, rows) => {
      const screen = { width: w, height: h };
      const parts = Array.from({ length: columns * rows }, (_, index) => wallGeometry(screen, { width: wallWidth, height: wallHeight }, { column: (index % columns) + 1, columns, row: Math.floor(index / columns) + 1, rows }));
      for (const [index, part] of parts.entries()) {
        expect(part.left + (index % columns) * w).toBeCloseTo(0);
        expect(part.top + Math.floor(index / columns) * h).toBeCloseTo(0);
        expect(part.width * part.scaleX).toBeCloseTo(w * columns, 5);
        expect(part.height * part.scaleY).toBeCloseTo(h * rows, 5);
        expect(Math.max(part.scaleX, part.scaleY)).toBeCloseTo(1, 1);
        expect(part.scaleX).toBeLessThan(1.01);
        expect(part.scaleY).toBeLessThan(1.01);
      }
    }),
  );
});

test('against burn-in the picture goes everywhere within four pixels, and nowhere else', () => {
  const places = Array.from({ length: 240 }, (_, step) => pixelShift(step));
  for (const { x, y } of places) expect(Math.max(Math.abs(x), Math.abs(y))).toBeLessThanOrEqual(4);
  expect(new Set(places.map(({ x, y }) => `${x} ${y}`)).size).toBeGreaterThan(40);
  expect(pixelShift(-3)).toEqual(pixelShift(237));
  for (let step = 1; step < 240; step += 1) {
    const [one, other] = [pixelShift(step - 1), pixelShift(step)];
    expect(Math.abs(one.x - other.x) + Math.abs(one.y - other.y)).toBeLessThanOrEqual(4);
  }
});
