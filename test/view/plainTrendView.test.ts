import { expect, test } from 'vitest';
import { plainTrendView, type PlainTrendInput } from '../../src/view/plainTrendView.ts';

const points = (...pairs: readonly (readonly [x: number, y: number])[]) => pairs.map(([x, y]) => ({ x, y, text: String(y), when: String(x) }));
const see = (given: Partial<PlainTrendInput>) => plainTrendView({ points: [], domain: [2000, 2010], range: [0, 10], gapYears: 2.6, ...given });

test('a figure of 0 lies on the ground, the largest at the top', () => {
  expect(see({ points: points([2000, 0], [2002, 10]) }).dots).toMatchObject([{ x: 0, y: 100 }, { x: 20, y: 0 }]);
});

test('neighbours are one line, and its area goes down to the ground', () => {
  const view = see({ points: points([2000, 0], [2001, 5], [2002, 10]) });
  expect(view).toMatchObject({ lines: ['M0 100L10 50L20 0'], areas: ['M0 100L10 50L20 0L20 100L0 100Z'], bridges: [], breakX: null });
});

test('at a change of method the line stops, and nothing joins its parts', () => {
  const view = see({ points: points([2000, 1], [2001, 2], [2002, 7], [2003, 8]), breakAt: 2002 });
  expect(view.lines).toEqual(['M0 90L10 80', 'M20 30L30 20']);
  expect(view.bridges).toEqual([]);
  expect(view.breakX).toBe(15);
});

test('a gap is bridged by dots and carries no area', () => {
  const view = see({ points: points([2000, 1], [2001, 2], [2006, 7], [2007, 8]) });
  expect(view.lines).toEqual(['M0 90L10 80', 'M60 30L70 20']);
  expect(view.bridges).toEqual(['M10 80L60 30']);
  expect(view.areas).toHaveLength(2);
});

test('a break inside a gap is a break: nothing bridges it', () => {
  const view = see({ points: points([2000, 1], [2006, 7]), breakAt: 2003 });
  expect(view).toMatchObject({ lines: [], bridges: [], breakX: 30 });
});

test('a point alone is a dot and no line', () => {
  expect(see({ points: points([2000, 1]) })).toMatchObject({ lines: [], areas: [], bridges: [], dots: [{ big: true }] });
});

test('first and last are labelled, and what stands at a gap or a break', () => {
  const view = see({ points: points([2000, 1], [2001, 2], [2002, 3], [2005, 4], [2006, 5], [2007, 6], [2008, 7]), breakAt: 2007 });
  expect(view.labels.map(({ when }) => when)).toEqual(['2000', '2002', '2007', '2008']);
  expect(view.labels.filter(({ strong }) => strong).map(({ when }) => when)).toEqual(['2000', '2008']);
});

test('places run downwards: the first is at the top', () => {
  expect(see({ points: points([2000, 20], [2001, 1]), range: [20, 1] }).dots.map(({ y }) => y)).toEqual([100, 0]);
});

test('nothing draws nothing', () => {
  expect(see({})).toEqual({ lines: [], areas: [], bridges: [], dots: [], labels: [], breakX: null, zeroY: null, dashes: [] });
});

test('below zero the axis goes on, zero has a line, and areas end there', () => {
  const view = see({ points: points([2000, -10], [2010, 10]), range: [-10, 10], gapYears: 20 });
  expect(view).toMatchObject({ zeroY: 50, areas: ['M0 100L100 0L100 50L0 50Z'] });
  expect(see({ points: points([2000, 1]) }).zeroY).toBeNull();
});

test('how a figure came to be, how it was printed and what is said of it are kept for who draws it', () => {
  expect(see({ points: [{ x: 2000, y: 1, text: '1', when: '2000', mark: 'derived', precision: 'upperBound', say: 'one toy' }] }).dots).toMatchObject([{ mark: 'derived', precision: 'upperBound', say: 'one toy' }]);
  expect(see({ points: points([2000, 1]) }).dots).toEqual([{ x: 0, y: 90, big: true, isHollow: false, mark: 'measured', precision: 'exact' }]);
});

test('dashes lead to a forecast, dots to an estimate', () => {
  const to = (mark: 'forecast' | 'estimated') => see({ points: [...points([2000, 1]), { x: 2001, y: 2, text: '2', when: '2001', isHollow: true, mark }] });
  expect(to('forecast')).toMatchObject({ lines: [], bridges: [], dashes: ['M0 90L10 80'] });
  expect(to('estimated')).toMatchObject({ lines: [], bridges: ['M0 90L10 80'], dashes: [] });
});

test('a forecast that came before a published figure is one still', () => {
  expect(see({ points: [{ x: 2000, y: 1, text: '1', when: '2000', isHollow: true, mark: 'forecast' }, ...points([2001, 2], [2002, 3])] })).toMatchObject({ lines: ['M10 80L20 70'], dashes: ['M0 90L10 80'] });
});
