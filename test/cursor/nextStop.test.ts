import { describe, expect, test } from 'vitest';
import { isCursorMode, nextStop, type Stop } from '../../src/cursor/nextStop.ts';

const at = (line: string, x: number, y: number, row = y, column = x): Stop => ({ line, x, y, row, column });

/** Two toy lines over time; the second begins late and has a point in between. */
const time = [at('tin', 0, 50), at('tin', 100, 40), at('tin', 200, 30), at('wood', 90, 80), at('wood', 150, 70), at('wood', 210, 60)];
const [TIN_0, TIN_100, TIN_200, WOOD_90, WOOD_150, WOOD_210] = [0, 1, 2, 3, 4, 5];

describe('along lines in time', () => {
  test.each([
    { says: 'right goes on', key: 'ArrowRight', from: TIN_0, to: TIN_100 },
    { says: 'left goes back', key: 'ArrowLeft', from: TIN_100, to: TIN_0 },
    { says: 'the end is the end', key: 'ArrowRight', from: TIN_200, to: TIN_200 },
    { says: 'it does not go over to the next line by itself', key: 'ArrowLeft', from: WOOD_90, to: WOOD_90 },
    { says: 'Home and End stay on the line', key: 'Home', from: WOOD_210, to: WOOD_90 },
    { says: 'End', key: 'End', from: TIN_0, to: TIN_200 },
    { says: 'PageDown goes to the next line at the nearest time', key: 'PageDown', from: TIN_200, to: WOOD_210 },
    { says: 'so does Down', key: 'ArrowDown', from: TIN_100, to: WOOD_90 },
    { says: 'PageUp goes back to the line before', key: 'PageUp', from: WOOD_150, to: TIN_100 },
    { says: 'there is no line below the last', key: 'PageDown', from: WOOD_150, to: WOOD_150 },
  ])('$says', ({ key, from, to }) => {
    expect(nextStop('time', key, time, from)).toBe(to);
  });

  test('of two as near the earlier one', () => {
    expect(nextStop('time', 'ArrowDown', [at('a', 50, 0), at('b', 40, 9), at('b', 60, 9)], 0)).toBe(1);
  });
  test('with one line, Up and Down are the page’s own', () => {
    const one = time.slice(0, 3);
    expect(['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown'].map((key) => nextStop('time', key, one, 1))).toEqual([null, null, null, null]);
  });
});

describe('before the first key', () => {
  test('forward keys and Home enter at the beginning, backward keys and End at the end', () => {
    expect(['ArrowRight', 'ArrowDown', 'PageDown', 'Home'].map((key) => nextStop('time', key, time, null))).toEqual([0, 0, 0, 0]);
    expect(['ArrowLeft', 'ArrowUp', 'PageUp', 'End'].map((key) => nextStop('list', key, time, null))).toEqual([5, 5, 5, 5]);
  });
  test('where nothing can be stood on, no key means anything', () => {
    expect(nextStop('grid', 'ArrowRight', [], null)).toBeNull();
  });
  test('a place that is gone is as none', () => {
    expect(nextStop('time', 'ArrowRight', time, 99)).toBe(0);
  });
});

describe('in a list', () => {
  const list = Array.from({ length: 25 }, (_, row) => at('all', 0, row * 20));
  test('up, down, ten rows, and both ends', () => {
    expect(['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End'].map((key) => nextStop('list', key, list, 12))).toEqual([13, 11, 22, 2, 0, 24]);
  });
  test('ten rows go no farther than the end', () => {
    expect(nextStop('list', 'PageDown', list, 20)).toBe(24);
  });
  test('a list that lies on its side is walked by left and right too', () => {
    expect(nextStop('list', 'ArrowRight', list, 3)).toBe(4);
  });
  test('of two lists side by side, the other one at the same height', () => {
    const two = [at('left', 0, 0), at('left', 0, 20), at('right', 300, 2), at('right', 300, 22)];
    expect(nextStop('list', 'PageDown', two, 1)).toBe(3);
    expect(nextStop('list', 'ArrowLeft', two, 2)).toBe(0);
  });
});

describe('in a grid', () => {
  /** Three rows of three, the middle of the second missing, given out of order. */
  const cells = [at('', 9, 9, 2, 0), at('', 9, 9, 0, 0), at('', 9, 9, 0, 2), at('', 9, 9, 0, 1), at('', 9, 9, 1, 0), at('', 9, 9, 1, 2), at('', 9, 9, 2, 1), at('', 9, 9, 2, 2)];
  const place = (index: number | null) => (index === null ? null : `${cells[index]?.row},${cells[index]?.column}`);
  const go = (key: string, from: string, withControl = false) => place(nextStop('grid', key, cells, cells.findIndex(({ row, column }) => `${row},${column}` === from), withControl));

  test.each([
    ['ArrowRight', '0,0', '0,1'],
    ['ArrowRight', '1,0', '1,2'],
    ['ArrowRight', '0,2', '0,2'],
    ['ArrowLeft', '0,1', '0,0'],
    ['ArrowDown', '0,0', '1,0'],
    ['ArrowDown', '0,1', '1,0'],
    ['ArrowUp', '2,2', '1,2'],
    ['ArrowUp', '0,2', '0,2'],
    ['Home', '0,2', '0,0'],
    ['End', '1,0', '1,2'],
    ['PageDown', '0,2', '2,2'],
    ['PageUp', '2,1', '0,1'],
  ])('%s from %s to %s', (key, from, to) => {
    expect(go(key, from)).toBe(to);
  });
  test('with Ctrl, Home and End go to the first and the last of all; other keys are the browser’s', () => {
    expect(nextStop('grid', 'Home', cells, 4, true)).toBe(0);
    expect(nextStop('grid', 'End', cells, 4, true)).toBe(7);
    expect(nextStop('grid', 'ArrowDown', cells, 4, true)).toBeNull();
  });
});

test('other keys are let be, and other words are no way of walking', () => {
  expect(['a', 'T', 'Tab', ' ', 'Enter', 'Escape'].map((key) => nextStop('time', key, time, 1))).toEqual(Array(6).fill(null));
  expect(['time', 'list', 'grid', 'walk', undefined].map(isCursorMode)).toEqual([true, true, true, false, false]);
});
