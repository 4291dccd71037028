import { expect, test } from 'vitest';
import { GridPath } from '../../src/geo/gridPath.ts';

const square = (path: GridPath, x: number, y: number, side: number): void => {
  path.moveTo(x, y);
  path.lineTo(x + side / 2, y);
  path.lineTo(x + side, y);
  path.lineTo(x + side, y + side);
  path.lineTo(x, y + side);
  path.closePath();
};

test('steps are relative whole units, and points on a straight line are dropped', () => {
  const path = new GridPath();
  square(path, 10.2, 20.4, 8);
  expect(String(path)).toBe('M10 20l8 0 0 8-8 0z');
});

test('a second ring starts from the start of the first', () => {
  const path = new GridPath();
  square(path, 10, 20, 8);
  square(path, 5, 30, 4);
  expect(String(path)).toBe('M10 20l8 0 0 8-8 0zm-5 10l4 0 0 4-4 0z');
});

test('a ring smaller than asked for is left out, unless it is kept', () => {
  const path = new GridPath(20);
  square(path, 0, 0, 4);
  expect(String(path)).toBe('');
  const kept = new GridPath(20, () => true);
  square(kept, 0, 0, 4);
  expect(String(kept)).toBe('M0 0l4 0 0 4-4 0z');
});

test('a line that ends where it began is an island', () => {
  const path = new GridPath();
  path.moveTo(0, 0);
  path.lineTo(9, 0);
  path.lineTo(9, 9);
  path.lineTo(0, 0);
  expect(String(path)).toBe('M0 0l9 0 0 9z');
});
