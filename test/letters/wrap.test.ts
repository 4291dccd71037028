import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { measure } from '../../src/letters/letters.ts';
import { atomsOf, fit, wrap, wrapMeasured, type WrapStyle } from '../../src/letters/wrap.ts';
import { toyLetters } from './toyLetters.ts';

const style = (ems: number, maxLines = 9): WrapStyle => ({ face: 'text', size: 10, width: ems * 10, maxLines });
const lines = (text: string, ems: number, maxLines?: number): readonly string[] => wrap(toyLetters, text, style(ems, maxLines)).lines;

describe('a line ends where Chinese setting lets it', () => {
  test.each([
    { says: 'no comma or full stop begins a line', text: '甲乙丙丁，戊己庚辛。', ems: 4, expected: [/^[^，。]/] },
    { says: 'an opening bracket ends no line', text: '甲乙丙（丁戊己）庚', ems: 4, expected: [/[^（]$/] },
    { says: 'a closing bracket begins none', text: '甲乙（丙丁戊）己庚', ems: 4, expected: [/^[^）]/] },
    { says: 'no quote hangs on the wrong side', text: '甲乙“丙丁”戊己“庚辛”', ems: 4, expected: [/^[^”]/, /[^“]$/] },
  ])('$says', ({ text, ems, expected }) => {
    const all = lines(text, ems);
    expect(all.join('')).toBe(text);
    for (const line of all) for (const one of expected) expect(line).toMatch(one);
  });

  test.each([
    { text: '网站13,946个，减少', whole: '13,946个' },
    { text: '共有10.04亿人在用', whole: '10.04亿人' },
    { text: '上升＋3.8个百分点了', whole: '＋3.8个百分点' },
    { text: '数是−18.75%而已', whole: '−18.75%' },
    { text: '就在2024年12月这时', whole: '2024年' },
    { text: 'stood at 1,004 million people in all', whole: '1,004 million people' },
    { text: 'up by 3.8 points since', whole: '3.8 points' },
    { text: 'Internet penetration everywhere', whole: 'penetration' },
    { text: 'about c. 368.5 billion yuan then', whole: 'c. 368.5 billion yuan' },
  ])('“$whole” is never parted', ({ text, whole }) => {
    for (let ems = Math.ceil(measure(toyLetters, whole, 'text', 1)) + 1; ems < 20; ems += 1) expect(lines(text, ems).filter((line) => line.includes(whole)), `${ems} em`).toHaveLength(1);
  });

  test('a Chinese word is broken only where there is no other place', () => {
    expect(lines('北京居首上海第二', 7)).toEqual(['北京居首', '上海第二']);
  });

  test('lines are of even length, and end at a breath where they can', () => {
    expect(lines('甲乙丙丁戊，己庚辛壬癸', 9)).toEqual(['甲乙丙丁戊，', '己庚辛壬癸']);
  });
});

describe('what does not fit', () => {
  test('ends in an ellipsis, as a last resort', () => {
    expect(wrap(toyLetters, '甲乙丙丁戊己', style(6, 1))).toMatchObject({ lines: ['甲乙丙丁戊己'], isCut: false });
    expect(wrap(toyLetters, '甲乙丙丁戊己庚', style(6, 1))).toMatchObject({ lines: ['甲乙丙丁戊…'], isCut: true });
  });

  test('never ends inside a number', () => {
    expect(lines('共有123,456个', 5, 1)).toEqual(['共有…']);
  });

  test('leaves no comma before the ellipsis', () => {
    expect(lines('甲乙丙，丁戊己庚', 5, 1)).toEqual(['甲乙丙…']);
  });

  test('a word wider than the line is broken between letters, a number is not', () => {
    expect(lines('abcdefghij', 3)).toEqual(['abcdef', 'ghij']);
    expect(lines('1234567890', 3)[0]).toContain('1234567890');
  });

  test('is set smaller first, if smaller sizes are offered', () => {
    expect(fit(toyLetters, '甲乙丙丁', [20, 15, 10], { face: 'text', width: 40 }, () => 1)).toMatchObject({ size: 10, isCut: false });
    expect(fit(toyLetters, '甲乙丙丁', [20, 15], { face: 'text', width: 30 }, () => 2)).toMatchObject({ size: 15, lines: ['甲乙', '丙丁'] });
  });
});

test('whatever is written: no line is too wide, nothing is lost, nothing is added', () => {
  const piece = fc.constantFrom('甲', '乙丙', '，', '。', '（', '）', '“', '”', '12.5%', '3,400万人', 'word', ' ', '−7', 'a');
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 30 }), fc.integer({ min: 9, max: 30 }), (pieces, ems) => {
      const text = pieces.join('');
      const wrapped = wrap(toyLetters, text, style(ems, 99));
      expect(wrapped.isCut).toBe(false);
      expect(wrapped.lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      // A sign that may not begin a line stays with what it closes, however long that is.
      const longest = Math.max(0, ...atomsOf(text).map((atom) => measure(toyLetters, atom.text, 'text', 10)));
      for (const line of wrapped.lines) expect(measure(toyLetters, line, 'text', 10)).toBeLessThanOrEqual(Math.max(ems * 10, longest) + 1e-9);
    }),
  );
});

test('whoever measures a text otherwise has the same lines', () => {
  const text = '2001年甲市居首（76.5%），中位数49.3%；31个城市都有数据。';
  for (const ems of [8, 11, 14, 20]) expect(wrapMeasured((piece) => measure(toyLetters, piece, 'text', 10), text, { width: ems * 10, maxLines: 9 }).lines).toEqual(lines(text, ems));
});
