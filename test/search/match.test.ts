import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '../../src/search/fold.ts';
import { match } from '../../src/search/match.ts';

const typed = (text: string) => fold(text).map(({ letter }) => letter);
const grade = (text: string, name: string, sounds = '') => match(typed(text), fold(name, sounds))?.grade ?? null;

test.each([
  { says: 'full width is half width', given: 'ＧＤ４４', folded: 'gd44' },
  { says: 'capitals are small', given: 'EGDI', folded: 'egdi' },
  { says: 'tone marks go, in one part or in two', given: 'guǎng du\u0304', folded: 'guangdu' },
  { says: 'punctuation and blanks go', given: '“最多跑一次” （2018）', folded: '最多跑一次2018' },
  { says: 'markup is letters like any', given: '<b>x</b>', folded: 'bxb' },
])('$says', ({ given, folded }) => {
  expect(typed(given).join('')).toBe(folded);
});

test('each letter knows where it stands in the text as it is shown', () => {
  expect(fold('甲 Ab', 'jia').map(({ letter, at, end, sound, startsWord }) => [letter, at, end, sound, startsWord])).toEqual([
    ['甲', 0, 1, 'jia', false],
    ['a', 2, 3, undefined, true],
    ['b', 3, 4, undefined, false],
  ]);
});

describe('广东 is met', () => {
  test.each(['广东', 'guangdong', 'gd', 'guangd', 'gdong', '广d', 'g东', 'GUANG DONG', 'guǎngdōng'])('whole by “%s”', (text) => {
    expect(grade(text, '广东', 'guang dong')).toBe('whole');
  });
  test.each(['广', 'g', 'gu', 'guang'])('at its start by “%s”', (text) => {
    expect(grade(text, '广东', 'guang dong')).toBe('start');
  });
  test.each(['gg', 'guangx', 'dg', 'gdd', 'guanggdong', '广西', ''])('not by “%s”', (text) => {
    expect(grade(text, '广东', 'guang dong')).toBeNull();
  });
});

test.each([
  { says: 'a whole syllable may be read two ways: xian is 西安 and 先', text: 'xian', name: '西安', sounds: 'xi an', is: 'whole' },
  { says: 'ü is typed as v', text: 'lv', name: '率', sounds: 'lv', is: 'whole' },
  { says: 'or as u', text: 'lu', name: '率', sounds: 'lv', is: 'whole' },
  { says: 'a word within a name', text: 'toys', name: 'Tin toys', sounds: '', is: 'word' },
  { says: 'letters within a word, if there are three', text: 'oys', name: 'Tin toys', sounds: '', is: 'inside' },
  { says: 'two say too little', text: 'oy', name: 'Tin toys', sounds: '', is: null },
  { says: 'a character within a name', text: '具', name: '玩具', sounds: 'wan ju', is: 'inside' },
  { says: 'its sound, if it is three letters', text: 'jux', name: '玩具箱', sounds: 'wan ju xiang', is: 'inside' },
  { says: 'two letters in the middle would meet nearly everything', text: 'jx', name: '玩具箱', sounds: 'wan ju xiang', is: null },
  { says: 'a misspelling is not guessed at', text: 'tyos', name: 'Toys', sounds: '', is: null },
])('$says', ({ text, name, sounds, is }) => {
  expect(grade(text, name, sounds)).toBe(is);
});

test('any name is met whole by itself, and by every beginning of its sounds, one for each character', () => {
  const syllable = fc.stringMatching(/^[a-z]{1,5}$/);
  fc.assert(
    fc.property(fc.array(syllable, { minLength: 1, maxLength: 8 }), fc.infiniteStream(fc.nat(4)), (sounds, cuts) => {
      const name = sounds.map((_, index) => String.fromCodePoint(0x4e00 + index * 7)).join('');
      const lengths = cuts[Symbol.iterator]();
      const text = sounds.map((sound) => sound.slice(0, 1 + (lengths.next().value ?? 0))).join('');
      expect(grade(name, name, sounds.join(' '))).toBe('whole');
      expect(match(typed(text), fold(name, sounds.join(' ')))?.from).toBe(0);
    }),
  );
});

test('hostile text neither throws nor takes long', () => {
  const letters = fold('啊'.repeat(40), Array.from({ length: 40 }, () => 'aaaaaa').join(' '));
  const started = performance.now();
  match(typed('a'.repeat(200)), letters);
  expect(performance.now() - started).toBeLessThan(1000);
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void match(typed(text), letters)), { numRuns: 40 });
});
