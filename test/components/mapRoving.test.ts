import { expect, test } from 'vitest';
import { rampClass } from '../../src/components/map/regionClass.ts';
import { nextStop } from '../../src/components/map/roving.ts';
import { neighbours } from '../../src/geo/neighbours.ts';

const names: Readonly<Record<string, string>> = { '410000': '河南', '420000': '湖北', '440000': '广东', '650000': '新疆' };
const stops = {
  ids: ['410000', '420000', '440000', '650000'],
  nameOf: (id: string) => names[id] ?? '',
  neighbours: neighbours({ '410000': [5, 1], '420000': [5, 2], '440000': [5, 4], '650000': [0, 1] }),
};

test.each([
  { says: 'an arrow goes that way', key: 'ArrowDown', from: '410000', to: '420000' },
  { says: 'an arrow to nowhere stays', key: 'ArrowUp', from: '410000', to: '410000' },
  { says: 'Home is the first', key: 'Home', from: '650000', to: '410000' },
  { says: 'End is the last', key: 'End', from: '410000', to: '650000' },
  { says: 'a letter jumps by pinyin', key: 'g', from: '410000', to: '440000' },
  { says: 'the same letter again goes on to the next', key: 'h', from: '410000', to: '420000' },
  { says: 'and comes round', key: 'H', from: '420000', to: '410000' },
  { says: 'a letter of no region means nothing', key: 'z', from: '410000', to: null },
  { says: 'other keys mean nothing', key: 'Tab', from: '410000', to: null },
])('$says', ({ key, from, to }) => {
  expect(nextStop(key, from, stops)).toBe(to);
});

test('a letter also jumps by the name shown', () => {
  expect(nextStop('i', '440000', { ...stops, nameOf: (id) => (id === '650000' ? 'Inland' : '') })).toBe('650000');
});

test('few classes are spread over the ramp', () => {
  expect([0, 1, 2].map((index) => rampClass({ classCount: 3 }, index))).toEqual(['seq-1', 'seq-3', 'seq-5']);
  expect(rampClass({ classCount: 7, ramp: 'diverging' }, 6)).toBe('div-7');
});

test('more classes than colours: none is without one, and none goes back', () => {
  expect([0, 1, 2, 3, 4, 5, 6, 7].map((index) => rampClass({ classCount: 8 }, index))).toEqual(['seq-1', 'seq-1', 'seq-2', 'seq-2', 'seq-3', 'seq-4', 'seq-4', 'seq-5']);
});
