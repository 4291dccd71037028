import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import Bars from '../../src/components/figure/Bars.svelte';
import { barsView, type BarView } from '../../src/view/provinceView.ts';

const row = (id: string, value: number, given: Partial<BarView> & { earlierValue?: number } = {}) => ({
  id,
  name: `名${id}`,
  rank: '1',
  text: String(value),
  mark: '',
  classIndex: 0,
  isHollow: false,
  bound: null,
  spoken: `名${id}，${value}个`,
  value,
  ...given,
});
const draw = (rows: Parameters<typeof barsView>[0], selected: string | null = null): string => render(Bars, { props: { view: barsView(rows, { label: '玩具，逐条查看', classCount: 5 }), selected } }).body;

test('every bar is a stop of the cursor that says what the map says', () => {
  const html = draw([row('1', 4), row('2', 2)]);
  expect(html).toMatch(/class="cursor-area"[^>]*data-cursor="list"[^>]*role="application"[^>]*tabindex="0"[^>]*aria-label="玩具，逐条查看"/);
  expect([...html.matchAll(/data-say="([^"]+)"/g)].map(([, said]) => said)).toEqual(['名1，4个', '名2，2个']);
});

test('nothing is negative: bars begin at the left, without a line for zero', () => {
  expect(draw([row('1', 4), row('2', 2)])).toMatch(/x="0%" width="50%"/);
  expect(draw([row('1', 4)])).not.toContain('bar-zero');
});

test('of mixed sign they grow both ways from a line', () => {
  const html = draw([row('1', 1), row('2', -3)]);
  expect(html).toContain('x="75%" width="25%"');
  expect(html).toContain('x="0%" width="75%"');
  expect(html).toMatch(/class="bar-zero" x1="75%"/);
});

test('a bound does not close: » at a lower one, « at an upper one, turned round below zero', () => {
  expect(draw([row('1', 4, { bound: 'lower' })])).toMatch(/class="bar-bound" x="100%"[^>]*><path d="[^"]+"><\/path>/);
  expect(draw([row('1', 4, { bound: 'upper' })])).toContain('scale(-1 1)');
  expect(draw([row('1', 4), row('2', -4, { bound: 'lower' })])).toContain('scale(-1 1)');
  expect(draw([row('1', 4)])).not.toContain('bar-bound');
});

test('a doubtful figure is an outline; signs stand behind the figures', () => {
  const html = draw([row('1', 4, { isHollow: true, mark: '？' }), row('2', 2)]);
  expect(html.match(/class="doubt"/g)).toHaveLength(1);
  expect(html).toContain('<span class="bar-mark">？</span>');
  expect(draw([row('2', 2)])).not.toContain('bar-mark');
});

test('a line across a bar is where the earlier period stood; without a figure there is none', () => {
  const html = draw([row('1', 4, { earlierValue: 2 }), row('2', 2)]);
  expect(html.match(/class="bar-earlier"/g)).toHaveLength(1);
  expect(html).toMatch(/class="bar-earlier" x1="50%"/);
});

test('no style attribute, which a strict policy would refuse', () => {
  expect(draw([row('1', 1), row('2', -3, { bound: 'lower' })])).not.toMatch(/ style=/);
});
