import { describe, expect, test } from 'vitest';
import { firstClause, periodSaid, wordsPlan, WORDS_LEAST } from '../../../src/wall/layout/scenePlan.ts';
import type { Beat } from '../../../src/view/wall/sceneView.ts';

const BEAT: Beat = { when: '2001年', topline: ['玩具数'], headline: '玩具最多的是玩具1，96.73个', keys: [{ value: '83', unit: '个', label: '中位数', tone: null }], aside: '', limits: [], notes: '', path: '' };

describe('a scene of words alone', () => {
  test('with room has its period, its key figure and the code', () => {
    expect(wordsPlan({ main: { width: 45, height: 18 }, beats: [BEAT], code: 6.5 })).toMatchObject({ withKeys: true, hasCode: true, isSmall: false, steps: 'word' });
  });

  test('with less leaves out the key figure, then the code, then its size: never its period', () => {
    const at = (height: number) => wordsPlan({ main: { width: 22, height }, beats: [BEAT], code: 6.5 });
    expect(at(9)).toMatchObject({ withKeys: false });
    expect(at(5)).toMatchObject({ withKeys: false, hasCode: false });
    expect(at(4.3)).toMatchObject({ hasCode: false, isSmall: true });
    expect(at(1)).toBe(WORDS_LEAST);
    expect(periodSaid(BEAT).headline).toBe('2001年 · 玩具最多的是玩具1，96.73个');
    expect(periodSaid({ ...BEAT, when: '' }).headline).toBe(BEAT.headline);
  });

  test('where not even that has room, the first half of a sentence stands by itself; one without halves stays', () => {
    expect(firstClause({ ...BEAT, headline: '玩具1第1；玩具2升5位' }).headline).toBe('玩具1第1');
    expect(firstClause({ ...BEAT, headline: 'Toy 1 leads; toy 2 climbed' }).headline).toBe('Toy 1 leads');
    expect(firstClause({ ...BEAT, headline: 'Toys 1 and 2 are highest: 9 points' }).headline).toBe('Toys 1 and 2 are highest: 9 points');
    expect(firstClause({ ...BEAT, headline: 'Toys 1 and 2 are highest: 9 points' }, true).headline).toBe('Toys 1 and 2 are highest');
    expect(firstClause({ ...BEAT, headline: '玩具1、玩具2最高：9分' }, true).headline).toBe('玩具1、玩具2最高');
    expect(firstClause(BEAT).headline).toBe(BEAT.headline);
  });
});
