import { describe, expect, test } from 'vitest';
import { fontLetters } from '../../src/letters/fontLetters.ts';
import { FACES, lackingIn, measure } from '../../src/letters/letters.ts';
import { boxOf, placePath } from '../../src/letters/pathData.ts';
import { lineBox, setLine } from '../../src/letters/setLine.ts';
import { toyLetters } from './toyLetters.ts';

describe('an outline is moved', () => {
  const square = 'M0 0H100V-100H0Z';

  test('and scaled, in relative steps without a needless blank', () => {
    expect(placePath(square, { scale: 0.5, x: 10, y: 20, decimals: 1 })).toBe('M10 20h50v-50h-50z');
  });

  test('each place rounded by itself, so that errors don’t add up', () => {
    const steps = `M0 0${Array.from({ length: 300 }, (_, index) => `L${index + 1} ${-(index % 2)}`).join('')}`;
    const moved = placePath(steps, { scale: 1 / 3, x: 0, y: 0, decimals: 0 });
    expect(boxOf(moved)).toMatchObject({ left: 0, right: 100 });
  });

  test('curves as curves', () => {
    expect(placePath('M0 0Q10 10 20 0C20 5 30 5 30 0Z', { scale: 1, x: 0, y: 0, decimals: 0 })).toBe('M0 0q10 10 20 0c0 5 10 5 10 0z');
  });

  test('a second part begins where the first one closed', () => {
    expect(boxOf(placePath('M10 10H20V20Z M30 30H40V40Z', { scale: 1, x: 0, y: 0, decimals: 0 }))).toEqual({ left: 10, top: 10, right: 40, bottom: 40 });
  });
});

describe('a line', () => {
  test('is as wide as its letters', () => {
    expect(measure(toyLetters, '甲a乙', 'text', 20)).toBe(50);
  });

  test('begins, has its middle, or ends at its place', () => {
    const at = (anchor: 'start' | 'middle' | 'end') => lineBox(toyLetters, '甲乙', { face: 'text', size: 100, x: 500, y: 0, anchor });
    expect(at('start')?.left).toBe(505);
    expect(at('middle')).toMatchObject({ left: 405, right: 595 });
    expect(at('end')?.right).toBe(495);
    expect(boxOf(setLine(toyLetters, '甲乙', { face: 'text', size: 100, x: 500, y: 0, anchor: 'end' }))).toEqual(at('end'));
  });

  test('names the character that it can’t draw', () => {
    expect(() => setLine(toyLetters, '甲☃', { face: 'text', size: 10, x: 0, y: 0 })).toThrow('“☃” (U+2603)');
    expect(lackingIn(toyLetters, '甲☃☃', 'text')).toEqual(['☃']);
  });

  test('pushes two signs of punctuation together', () => {
    expect(measure(toyLetters, '甲），乙', 'text', 10)).toBe(35);
  });

  test('sets quotes as wide as what they quote', () => {
    expect(measure(toyLetters, '“甲”', 'text', 10)).toBe(30);
    expect(measure(toyLetters, '“a”', 'text', 1)).toBeLessThan(2.6);
  });
});

describe('the fonts of the build', () => {
  test('have every face’s Han characters, Latin letters, digits and the signs of statuses', async () => {
    const letters = fontLetters();
    const text = '政务数图E-Gov Atlas 0123456789％−＋◐○◌■◇▲▼―»«？≥第，。“”—…ôü';
    await letters.prepare([text], FACES);
    for (const face of FACES) expect(lackingIn(letters, text, face), face).toEqual([]);
    expect(letters.glyph('政', 'text')).toMatchObject({ advance: 1000 });
    expect(letters.glyph('政', 'text')?.d).not.toBe(letters.glyph('政', 'strong')?.d);
    // Digits of one width, so that figures stand below each other.
    expect(new Set([...'0123456789'].map((digit) => letters.glyph(digit, 'strong')?.advance)).size).toBe(1);
    // What was not made ready is not known: it is never drawn as a box.
    expect(letters.glyph('龘', 'text')).toBeUndefined();
  });
});
