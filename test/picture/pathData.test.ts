import { describe, expect, test } from 'vitest';
import { after, inverse, isUpright, moved, point, scaleOf, type Affine } from '../../src/picture/affine.ts';
import { boxAround, ellipse, mapped, pathText, rectText, roundedRect, segmentsOf } from '../../src/picture/pathData.ts';

const read = (d: string): string => pathText(segmentsOf(d));

describe('path data of any writer comes out absolute', () => {
  test.each([
    { says: 'relative steps', d: 'm10 10l5 0 0 5z', read: 'M10 10L15 10 15 15Z' },
    { says: 'level and upright lines', d: 'M1 2H5V9h-1v-2', read: 'M1 2L5 2 5 9 4 9 4 7' },
    { says: 'a second pair behind a move is a line', d: 'M0 0 4 4', read: 'M0 0L4 4' },
    { says: 'after closing, the pen is back at the start', d: 'm5 5h3v3zl1 1', read: 'M5 5L8 5 8 8ZL6 6' },
    { says: 'a smooth curve mirrors the handle before it', d: 'M0 0C0 1 1 2 2 2S4 3 4 4', read: 'M0 0C0 1 1 2 2 2 3 2 4 3 4 4' },
    { says: 'a smooth curve after a line has its handle where it starts', d: 'M0 0L1 1S2 3 4 4', read: 'M0 0L1 1C1 1 2 3 4 4' },
    { says: 'quadratic curves stay quadratic', d: 'm0 0q1 1 2 0t2 0', read: 'M0 0Q1 1 2 0 3 -1 4 0' },
    { says: 'numbers run together', d: 'M.5.5-1-1', read: 'M0.5 0.5L-1 -1' },
    { says: 'what is no path is nothing', d: 'none', read: '' },
  ])('$says', ({ d, read: wanted }) => {
    expect(read(d)).toBe(wanted);
  });

  test('an arc is curves through the same points: a half circle reaches its top', () => {
    const half = segmentsOf('M0 0A10 10 0 0 1 20 0');
    expect(half.map(({ kind }) => kind)).toEqual(['M', 'C', 'C']);
    const [, first, second] = half;
    expect(first?.kind === 'C' && first.at.slice(4).map(Math.round)).toEqual([10, -10]);
    expect(second?.kind === 'C' && second.at.slice(4)).toEqual([20, 0]);
  });

  test('flags of an arc may stand without blanks', () => {
    expect(read('M0 0a5 5 0 01.5.5')).toBe(read('M0 0a5 5 0 0 1 0.5 0.5'));
  });
});

describe('a path elsewhere', () => {
  const twice: Affine = [2, 0, 0, 2, 10, 0];
  test('each of its points is mapped', () => {
    expect(pathText(mapped(segmentsOf('M1 1Q2 2 3 1C4 4 5 5 6 6Z'), twice))).toBe('M12 2Q14 4 16 2C18 8 20 10 22 12Z');
  });
  test('first the inner map, then the outer', () => {
    expect(point(after(twice, moved(1, 1)), 0, 0)).toEqual([12, 2]);
  });
  test('a map and its inverse are nothing', () => {
    const back = inverse(twice);
    expect(back && point(after(back, twice), 7, 9)).toEqual([7, 9]);
    expect(inverse([0, 0, 0, 0, 1, 1])).toBeNull();
  });
  test('a map that enlarges says how much, and one that turns is not upright', () => {
    expect(scaleOf(twice)).toBe(2);
    expect(isUpright(twice)).toBe(true);
    expect(isUpright([0, 1, -1, 0, 0, 0])).toBe(false);
  });
});

test('boxes: sharp corners are lines, round ones curves, and an ellipse fills its own', () => {
  const box = { left: 0, top: 0, right: 10, bottom: 4 };
  expect(pathText(roundedRect(box, 0))).toBe('M0 0L10 0 10 4 0 4Z');
  expect(rectText(box)).toBe('M0 0L10 0 10 4 0 4Z');
  expect(pathText(roundedRect(box, 2))).toContain('C');
  expect(boxAround(ellipse(5, 2, 5, 2))).toMatchObject({ left: 0, right: 10 });
});
