import { describe, expect, test } from 'vitest';
import type { Letters } from '../../src/letters/letters.ts';
import { paintOf } from '../../src/picture/colour.ts';
import type { Mark, PathMark, TextMark } from '../../src/picture/mark.ts';
import { fitted } from '../../src/picture/placeGlyph.ts';
import { PRESET, PRESETS } from '../../src/picture/presets.ts';
import { svgFile, type PictureFacts } from '../../src/picture/svg.ts';

const facts: PictureFacts = { title: 'Toyland leads <1 of 3>', description: 'Toys & games', source: 'The Toy Office', date: '2001-02-03', rights: 'free', identifier: 'https://example.org/toys.html?period=2001&view=map', release: '2001-02-03-0123abcd', publisher: 'Toy Atlas', language: 'en' };
const plain: PathMark = { kind: 'path', d: 'M0 0L9 0 9 9Z', fill: { colour: '#123456', opacity: 1 }, isEvenOdd: false, stroke: null, clips: [] };
const word: TextMark = {
  kind: 'text',
  chars: [
    { char: 'A', x: 10, advance: 6 },
    { char: '甲', x: 16, advance: 13 },
  ],
  y: 20,
  size: 13,
  family: '"Toy Sans", sans-serif',
  weight: 400,
  fill: { colour: '#000000', opacity: 1 },
  halo: null,
  matrix: null,
  clips: [],
};
const letters: Letters = { glyph: (char) => ({ A: { advance: 500, d: 'M0 0L250-700 500 0Z' }, 甲: { advance: 1000, d: 'M100 0H900V-800H100Z' } })[char] };
const file = (marks: readonly Mark[], given: Letters | null = letters) => svgFile({ width: 100, height: 50, marks, facts }, given);

describe('a file that any reader draws alike', () => {
  test('says what it is in words for people and for programs, and its signs are written out', () => {
    const { text } = file([plain]);
    expect(text).toContain('<title>Toyland leads &lt;1 of 3&gt;</title><desc>Toys &amp; games</desc>');
    for (const said of ['<dc:source>The Toy Office</dc:source>', '<dc:date>2001-02-03</dc:date>', '<dc:identifier>https://example.org/toys.html?period=2001&amp;view=map</dc:identifier>', '<dc:relation>2001-02-03-0123abcd</dc:relation>', '<dc:rights>free</dc:rights>']) expect(text).toContain(said);
    expect(text).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<svg xmlns="http:\/\/www.w3.org\/2000\/svg" width="100" height="50" viewBox="0 0 100 50"/);
  });

  test('letters are outlines where the browser set them: as wide as there, and none is left as text', () => {
    const { text, lacking } = file([word]);
    expect(text).not.toContain('<text');
    expect(lacking).toEqual([]);
    // 500 thousandths of 13 are 6.5 and the browser gave 6.
    expect(text).toContain('transform="matrix(0.012 0 0 0.013 10 20)" d="M0 0L250-700 500 0Z"');
    expect(text).toContain('transform="matrix(0.013 0 0 0.013 16 20)"');
    expect(text).toContain('aria-label="A甲"');
  });

  test('a character without an outline stays a letter at its place and is told', () => {
    const { text, lacking } = file([{ ...word, chars: [...word.chars, { char: '乙', x: 29, advance: 13 }] }]);
    expect(lacking).toEqual(['乙']);
    expect(text).toMatch(/<text [^>]*font-size="13" x="29" y="20">乙<\/text>/);
    expect(text).toContain('font-family="Toy Sans, sans-serif, Noto Sans CJK SC');
  });

  test('without any letters all words are text and none is called lacking', () => {
    const { text, lacking } = file([word], null);
    expect(text).toMatch(/x="10 16" y="20">A甲<\/text>/);
    expect(lacking).toEqual([]);
  });

  test('marks in the same clip stand in one group, and the next is not clipped', () => {
    const { text } = file([{ ...plain, clips: ['M0 0L5 0 5 5Z'] }, { ...plain, clips: ['M0 0L5 0 5 5Z', 'M1 1L2 1 2 2Z'] }, plain]);
    expect(text.match(/<clipPath /g)).toHaveLength(2);
    expect(text).toMatch(/<g clip-path="url\(#clip-1\)"><path[^>]*\/><g clip-path="url\(#clip-2\)"><path[^>]*\/><\/g><\/g><path[^>]*\/><\/svg>/);
  });

  test('a line has its width, dash and ends; what is half seen says so', () => {
    const { text } = file([{ ...plain, fill: { colour: '#123456', opacity: 0.5 }, isEvenOdd: true, stroke: { colour: '#abcdef', opacity: 1, width: 1.5, dash: [4, 3], dashOffset: 0, cap: 'round', join: 'miter' } }]);
    expect(text).toContain('<path fill="#123456" fill-opacity="0.5" fill-rule="evenodd" stroke="#abcdef" stroke-width="1.5" stroke-dasharray="4 3" stroke-linecap="round" d="M0 0L9 0 9 9Z"/>');
  });

  test('a halo lies behind its letters, as wide as on the page', () => {
    const { text } = file([{ ...word, halo: { colour: '#ffffff', opacity: 1, width: 2.6, dash: [], dashOffset: 0, cap: 'round', join: 'round' } }]);
    // In thousandths of 13.
    expect(text.indexOf('stroke-width="200"')).toBeGreaterThan(0);
    expect(text.indexOf('stroke-width="200"')).toBeLessThan(text.indexOf('<g fill="#000000">'));
  });
});

describe('colours as browsers compute them', () => {
  test.each([
    ['rgb(18, 36, 45)', { colour: '#12242d', opacity: 1 }],
    ['rgba(0, 0, 0, 0.4)', { colour: '#000000', opacity: 0.4 }],
    ['rgba(0, 0, 0, 0)', null],
    ['color(srgb 1 0 0.5 / 0.25)', { colour: '#ff0080', opacity: 0.25 }],
    ['none', null],
  ])('%s', (text, wanted) => {
    expect(paintOf(text)).toEqual(wanted);
  });
  test('seen through its parents', () => {
    expect(paintOf('rgba(0, 0, 0, 0.5)', 0.5)).toEqual({ colour: '#000000', opacity: 0.25 });
  });
});

describe('a character fits the width that it had', () => {
  test.each([
    { says: 'a little wider', char: 'a', advance: 6.6, natural: 6, fit: { stretch: 1.1, shift: 0 } },
    { says: 'an opening bracket pushed to half keeps its right half', char: '（', advance: 6.5, natural: 13, fit: { stretch: 1, shift: -6.5 } },
    { says: 'a closing one its left half', char: '。', advance: 6.5, natural: 13, fit: { stretch: 1, shift: 0 } },
    { says: 'a sign of another width stands in the middle', char: '·', advance: 13, natural: 5, fit: { stretch: 1, shift: 4 } },
  ])('$says', ({ char, advance, natural, fit }) => {
    const { stretch, shift } = fitted(char, advance, natural);
    expect(stretch).toBeCloseTo(fit.stretch, 6);
    expect(shift).toBe(fit.shift);
  });
});

describe('formats', () => {
  test('have the pixels that they are named for', () => {
    const pixels = PRESETS.map((name) => [Math.round(PRESET[name].width * PRESET[name].scale), PRESET[name].height === null ? null : Math.round(PRESET[name].height * PRESET[name].scale)]);
    expect(pixels).toEqual([[1920, 1080], [1080, 1080], [1080, 1350], [900, null], [3840, 2160], [1748, null], [2480, null]]);
  });
  test('letters of 13 are read on a phone as 11 or more', () => {
    const [upright, lying] = [375, 812];
    for (const name of ['square', 'tall', 'account'] as const) expect((13 * upright) / PRESET[name].width).toBeGreaterThanOrEqual(11);
    expect((13 * lying) / PRESET.wide.width).toBeGreaterThanOrEqual(10.99);
  });
});
