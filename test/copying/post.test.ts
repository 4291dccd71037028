import fc from 'fast-check';
import { expect, test } from 'vitest';
import { citationOf } from '../../src/cite/citation.ts';
import { LONGEST_POST, post } from '../../src/copying/post.ts';
import { postLength } from '../../src/copying/postLength.ts';
import { copyEn } from '../../src/i18n/copy.en.ts';
import { copyZh } from '../../src/i18n/copy.zh.ts';
import type { FigureFacts } from '../../src/share/figureFacts.ts';
import { toyFactsEn, toyFactsZh } from '../support/toyFacts.ts';

const posted = (facts: FigureFacts) => post(citationOf(facts, '2001-12-03'), facts.lang === 'zh' ? copyZh : copyEn);
const ADDRESS = 'https://toys.example/atlas/indicator/toys.html?period=2001&region=110000&release=2001-11-22-1a2b3c4d#provinces';

test.each([
  { says: 'a Chinese character is one', text: '玩具数图', length: 4 },
  { says: 'two Latin letters are one', text: 'toys', length: 2 },
  { says: 'a half is rounded up', text: 'toy', length: 2 },
  { says: 'full-width marks are one', text: '，。', length: 2 },
  { says: 'a picture of two units is two', text: '😀', length: 2 },
  { says: 'an address is ten, however long up to 140', text: 'https://toys.example/a?b=c#d', length: 10 },
  { says: 'an address of 140 is ten', text: `https://toys.example/${'a'.repeat(119)}`, length: 10 },
  { says: 'what an address has beyond 140 counts', text: `https://toys.example/${'a'.repeat(129)}`, length: 15 },
  { says: 'a Chinese sign ends an address', text: 'https://toys.example/玩', length: 11 },
  { says: 'nothing is nothing', text: '', length: 0 },
])('as Weibo counts, $says', ({ text, length }) => {
  expect(postLength(text)).toBe(length);
});

test('a short sentence stands whole, with its source and the address', () => {
  expect(posted(toyFactsZh)).toEqual({ text: `2001年甲居首（64.5%），中位数12.3%；31个省份中29个有数据。（来源：玩具部（据转载页）；玩具数图制图）${ADDRESS}`, length: 60, isShortened: false });
  expect(posted(toyFactsEn).text).toBe('Alpha leads in 2001 (64.5%), median 12.3%; 29 of 31 provinces have data. (Source: Toy Office (via a copy); figure by Toy Atlas) https://toys.example/atlas/en/indicator/toys.html?period=2001&region=110000&release=2001-11-22-1a2b3c4d#provinces');
});

test('too long, it first names fewer publishers', () => {
  const takeaway = `${'甲'.repeat(70)}；${'乙'.repeat(30)}。`;
  const sources = ['来源：甲甲甲甲甲部《一》；乙乙乙乙乙部《二》；丙丙丙丙丙部《三》；可信度A。'];
  const { text, isShortened } = posted({ ...toyFactsZh, takeaway, sources });
  expect(isShortened).toBe(false);
  expect(text).toBe(`${takeaway}（来源：甲甲甲甲甲部等；玩具数图制图）${ADDRESS}`);
});

test('then it leaves out whole clauses from the end', () => {
  const { text, length, isShortened } = posted({ ...toyFactsZh, takeaway: `${'甲'.repeat(70)}；${'乙'.repeat(40)}（子；丑）；${'丙'.repeat(40)}。` });
  expect(isShortened).toBe(true);
  expect(text).toBe(`${'甲'.repeat(70)}。（来源：玩具部（据转载页）；玩具数图制图）${ADDRESS}`);
  expect(length).toBeLessThanOrEqual(LONGEST_POST);
});

test('one clause is never cut, however long', () => {
  const takeaway = `${'甲，1,234.5万个，'.repeat(30)}止。`;
  const { text, length, isShortened } = posted({ ...toyFactsZh, takeaway });
  expect(text.startsWith(takeaway)).toBe(true);
  expect(length).toBeGreaterThan(LONGEST_POST);
  expect(isShortened).toBe(false);
});

test('no number is cut: every number of a post is one of the sentence', () => {
  const clause = fc.tuple(fc.constantFrom('升', '降', 'c. ', '＞', '第'), fc.double({ min: 0, max: 1e6, noNaN: true }), fc.constantFrom('%', '万个', '（共31；并列）', ' thousand')).map(([word, value, unit]) => `玩具${word}${value.toFixed(2)}${unit}`);
  fc.assert(
    fc.property(fc.array(clause, { minLength: 1, maxLength: 20 }), fc.constantFrom('；', '。', '，', '; ', '. '), (clauses, between) => {
      const takeaway = `${clauses.join(between)}。`;
      const { text, length } = posted({ ...toyFactsZh, takeaway, sources: ['来源：玩具部《甲》；可信度A。'] });
      const told = text.slice(0, text.lastIndexOf('（来源：'));
      expect(takeaway.startsWith(told.slice(0, -1))).toBe(true);
      const numbers = (from: string) => from.match(/\d+(?:\.\d+)?/g) ?? [];
      expect(numbers(told)).toEqual(numbers(takeaway).slice(0, numbers(told).length));
      expect(text.endsWith(`（来源：玩具部；玩具数图制图）${ADDRESS}`)).toBe(true);
      // Only a single clause may be longer.
      if (length > LONGEST_POST) expect(told.replace(/（[^）]*）/g, '').slice(0, -1)).not.toMatch(/[；。]/);
    }),
  );
});
