import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { legendPlans, writtenEdges } from '../../../src/wall/layout/legend.ts';
import { mapPlan } from '../../../src/wall/layout/mapPlan.ts';
import { breakLines, fitsWhole, lineCount, textWidth, withoutAsides } from '../../../src/wall/layout/text.ts';
import { stepsForms, tallest, wordsHeight } from '../../../src/wall/layout/words.ts';
import { beat, englishBeat } from './toyWall.ts';

describe('text without a browser', () => {
  test('a Han sign is one em wide, a digit a little more than half', () => {
    expect(textWidth('甲乙')).toBe(2);
    expect(textWidth('2001')).toBeCloseTo(2.28);
  });
  test.each([
    { says: 'Chinese breaks after a comma', text: '甲地第一，乙地第二', width: 6, lines: ['甲地第一，', '乙地第二'] },
    { says: 'English breaks at spaces', text: 'Toyland comes first', width: 9, lines: ['Toyland comes', 'first'] },
    { says: 'what is longer than its line is cut', text: '甲乙丙丁戊', width: 3, lines: ['甲乙丙', '丁戊'] },
  ])('$says', ({ text, width, lines }) => {
    expect(breakLines(text, width)).toEqual(lines);
    expect(lineCount(text, width)).toBe(lines.length);
  });
  test('lines are counted as they are broken', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('甲地', '第一', '，', 'Toyland ', 'is ', '12.3%', '；'), { minLength: 1, maxLength: 14 }), fc.double({ min: 2, max: 20, noNaN: true }), (parts, width) => {
        const text = parts.join('').trim();
        expect(lineCount(text, width)).toBe(Math.max(1, breakLines(text, width).length));
      }),
    );
  });
  test('a word that would be cut is told beforehand', () => {
    expect(fitsWhole('Toyland is first', 3)).toBe(false);
    expect(fitsWhole('Toyland is first', 4.2)).toBe(true);
  });
});

describe('words', () => {
  test('a number that is wider than its column has no height', () => {
    expect(wordsHeight(beat(), 3, { detail: 0, withKeys: true, withWhen: true })).toBeNull();
  });
  test('the tallest of all beats counts, so that nothing moves between them', () => {
    const shown = { detail: 0, withKeys: false, withWhen: false } as const;
    expect(tallest([beat(), englishBeat], 12, shown)).toBe(tallest([englishBeat], 12, shown));
  });
  test('periods are named on a line where they have room, otherwise a dot each', () => {
    expect(stepsForms(['2001年', '2002年', '2003年'], 20)[0]?.form).toBe('line');
    expect(stepsForms(['2001年', '2002年', '2003年'], 10)[0]?.form).toBe('dots');
    expect(stepsForms(['2001年'], 20)[0]?.form).toBe('word');
    expect(stepsForms([''], 20)).toEqual([{ form: 'none', height: 0 }]);
  });
});

describe('the legend', () => {
  const need = { unit: '%', edges: ['15', '35', '40', '45', '55', '80'], bandNames: [], classCount: 5, absences: ['未纳入调查'], withCounts: true };
  test('all edges where they have room, every other one where not, the ends at least', () => {
    expect(legendPlans(need, 20)[0]?.form).toBe('row');
    expect(legendPlans(need, 9)[0]?.form).toBe('sparse');
    expect(legendPlans({ ...need, edges: need.edges.map((edge) => `${edge},000`) }, 8)[0]?.form).toBe('ends');
  });
  test('the first and the last edge are always written', () => {
    for (const count of [2, 3, 4, 5, 6, 7, 8]) for (const form of ['row', 'sparse', 'ends'] as const) expect(writtenEdges(form, count)).toEqual(expect.arrayContaining([0, count - 1]));
  });
  test('names that are longer than their colours stand in a list', () => {
    expect(legendPlans({ ...need, edges: [], bandNames: ['很少的玩具', '一些玩具', '很多的玩具', '更多的玩具', '最多的玩具'] }, 12)[0]?.form).toBe('list');
  });
});

test('a map at six metres stands beside its words; upright, below them; on a strip, between them and its legend', () => {
  const at = (width: number, height: number) =>
    mapPlan({ main: { width, height }, beats: [beat()], detail: 2, legend: { unit: '%', edges: ['1', '2', '3'], bandNames: [], classCount: 2, absences: [], withCounts: true }, aspect: 1.19, chip: 6, inset: 4, code: 0 })?.arrangement;
  expect([at(44, 20), at(23, 40), at(92, 20)]).toEqual(['column', 'band', 'columns']);
});

test('a second name in brackets can be left out of a source', () => {
  expect(withoutAsides('来源：玩具中心（玩具院）；据转载页')).toBe('来源：玩具中心；据转载页');
  expect(withoutAsides('Source: Toy Centre (Toy Academy); via a copy')).toBe('Source: Toy Centre; via a copy');
});
