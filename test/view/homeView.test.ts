import { expect, test } from 'vitest';
import type { Measured } from '../../src/model/observation.ts';
import { doorsView } from '../../src/view/homeView.ts';
import { en, zh } from '../support/toyViews.ts';
import { toyObservation, toyTable, toyUnits } from '../support/toys.ts';

const doors = [toyObservation(800, { period: '2001-07-07' }), toyObservation(300, { period: '2003-12' }), toyObservation(128, { period: '2006-12' })];
const visitors = [toyObservation(1.76e8, { period: '2002-06', printedDecimals: 2 }), toyObservation(4e8, { period: '2004', printedDecimals: 2 }), toyObservation(1.004e9, { period: '2007', printedDecimals: 2 })];
const see = (sites: readonly Measured[] = doors, users: readonly Measured[] = visitors, lang: 'zh' | 'en' = 'zh') =>
  doorsView(toyTable(sites), sites, toyTable(users, { unit: toyUnits.hundredMillion, methodBreaks: [{ period: '2004', reason: { zh: '问法', en: 'question' } }] }), users, lang === 'zh' ? zh : en);

test('the story is told from the first to the last figure', () => {
  expect(see().story).toEqual({
    websites: { from: '800个', fromWhen: '2001年7月', to: '128个', toWhen: '2006年12月', down: '84%' },
    users: { from: '1.76亿个', fromWhen: '2002年6月', to: '10.04亿个', toWhen: '2007年' },
  });
  expect(see(doors, visitors, 'en').story.users).toMatchObject({ from: '176 million toys', to: '1,004 million toys' });
});

test('the two share one axis of time, and each begins at zero on its own', () => {
  const { websites, users, years } = see();
  expect(websites.dots[0]?.x).toBeLessThan(users.dots[0]?.x ?? 0);
  for (const { dots } of [websites, users]) for (const { x, y } of dots) for (const part of [x, y]) expect(part >= 0 && part <= 100).toBe(true);
  expect(websites.dots[0]?.y).toBe(0); // 800 is the last tick
  expect(years.map(({ text }) => text)).toEqual(['2002', '2004', '2006']);
});

test('the users’ line stops where the question changed', () => {
  expect(see().users.breakX).not.toBeNull();
  expect(see().websites.breakX).toBeNull();
});

test.each([
  { says: 'a bound', first: toyObservation(800, { period: '2001-07-07', precision: 'lowerBound' }), reason: 'bound' },
  { says: 'an approximate figure', first: toyObservation(800, { period: '2001-07-07', precision: 'approximate' }), reason: 'approximate' },
  { says: 'zero', first: toyObservation(0, { period: '2001-07-07' }), reason: 'baseNotPositive' },
] as const)('a fall is never told from $says', ({ first, reason }) => {
  expect(() => see([first, ...doors.slice(1)])).toThrow(`its figures refuse that: ${reason}`);
});

test('without figures there is no front page', () => {
  expect(() => see([])).toThrow('government websites');
});

test('the cursor says of each figure its series, its period, its value and how it was printed', () => {
  const { websites, marks } = see([...doors.slice(0, 2), toyObservation(200, { period: '2004', precision: 'upperBound' }), ...doors.slice(2)]);
  expect(websites.dots.map(({ say }) => say)).toEqual(['玩具，2001年7月7日，800个', '玩具，2003年12月，300个', '玩具，2004年，＜200个，上限（“不到”）', '玩具，2006年12月，128个']);
  expect(marks.map(({ mark, precision }) => `${mark} ${precision}`)).toEqual(['measured exact', 'measured upperBound']);
});

test('figures simply measured need no legend', () => {
  expect(see(doors, visitors).marks).toEqual([]);
});
