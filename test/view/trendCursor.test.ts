import fc from 'fast-check';
import { expect, test } from 'vitest';
import { meant, moved, pointAt, saidAt, type TrendPlace } from '../../src/view/trendCursor.ts';
import { CLAIMS } from '../../src/view/trendView.ts';
import { toyTrend, trendOf } from '../support/toyTrend.ts';

// Red: 2001, 2002, 2007, 2009. Blue: 2004, 2005. One claim for 2003.
const walk = (keys: readonly string[], from: TrendPlace | null = null) => keys.reduce<TrendPlace | null>((place, key) => moved(toyTrend, place, key) ?? place, from);
const periodAt = (place: TrendPlace | null) => place && pointAt(toyTrend, place)?.period;

test.each([
  { keys: ['ArrowRight'], line: 'red', period: '2001年' },
  { keys: ['ArrowLeft'], line: 'red', period: '2009年' },
  { keys: ['Home', 'ArrowRight', 'ArrowRight'], line: 'red', period: '2007年' },
  { keys: ['End', 'ArrowRight'], line: 'red', period: '2009年' },
  { keys: ['Home', 'ArrowLeft'], line: 'red', period: '2001年' },
  { keys: ['End', 'PageDown'], line: 'blue', period: '2005年' },
  { keys: ['Home', 'ArrowDown'], line: 'blue', period: '2004年' },
  { keys: ['Home', 'PageDown', 'PageDown'], line: CLAIMS, period: '2003年' },
  { keys: ['Home', 'PageDown', 'PageDown', 'PageDown'], line: CLAIMS, period: '2003年' },
  { keys: ['Home', 'PageDown', 'PageDown', 'ArrowUp', 'PageUp'], line: 'red', period: '2002年' },
  { keys: ['Home', 'PageUp'], line: 'red', period: '2001年' },
])('$keys leads to $period of $line', ({ keys, line, period }) => {
  const place = walk(keys);
  expect(place?.line).toBe(line);
  expect(periodAt(place)).toBe(period);
});

test('other keys mean nothing, and nothing can be walked in an empty picture', () => {
  expect(moved(toyTrend, null, 'a')).toBeNull();
  expect(moved(trendOf([]), null, 'End')).toBeNull();
});

test('the own line is said first, then the others of that period', () => {
  const both = { ...toyTrend, stops: [{ x: 2001, title: '2001年', rows: [{ line: 'blue', name: '蓝厂', text: '9个' }, { line: 'red', name: '红厂', text: '20个' }] }] };
  expect(saidAt(both, { line: 'red', point: 0 })?.rows.map(({ line }) => line)).toEqual(['red', 'blue']);
  expect(saidAt(both, { line: 'blue', point: 0 })).toBeNull();
});

test('a status is said in words', () => {
  expect(saidAt(toyTrend, { line: 'red', point: 3 })?.rows[0]?.text).toContain('预测');
  expect(saidAt(toyTrend, { line: CLAIMS, point: 0 })?.rows[0]?.text).toContain('引述');
});

test('a pointer means the nearest period, and at it the nearest figure', () => {
  const plain = (value: number) => value;
  expect(meant(toyTrend, { x: 2004.4, y: 0 }, plain, plain)).toEqual({ line: 'blue', point: 0 });
  expect(meant(toyTrend, { x: 1990, y: 999 }, plain, plain)).toEqual({ line: 'red', point: 0 });
  expect(meant(trendOf([]), { x: 0, y: 0 }, plain, plain)).toBeNull();
});

test('whatever the keys, the cursor is at a point, and something is said there', () => {
  const key = fc.constantFrom('ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End');
  fc.assert(
    fc.property(fc.array(key, { minLength: 1, maxLength: 30 }), (keys) => {
      const place = walk(keys);
      if (!place) throw new Error('every key leads somewhere');
      const point = pointAt(toyTrend, place);
      const said = saidAt(toyTrend, place);
      expect(said?.title).toBe(point?.period);
      expect(said?.rows[0]?.text).toContain(point?.text);
    }),
  );
});
