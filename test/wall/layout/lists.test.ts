import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { overlap } from '../../../src/wall/layout/boxes.ts';
import { absentGroups, FOOT, rankingPlan, RANKING_GAP, rowPlace } from '../../../src/wall/layout/rankingLayout.ts';
import { regionRows, REGION_GAP } from '../../../src/wall/layout/regionLayout.ts';
import { scenePlan, SCENE_GAP } from '../../../src/wall/layout/scenePlan.ts';
import { widest } from '../../../src/wall/layout/text.ts';
import { tallest } from '../../../src/wall/layout/words.ts';
import { worldLayout, worldWorth } from '../../../src/wall/layout/worldLayout.ts';
import { beat, englishBeat, rooms, toyRanking, toyRegion, toyWorld } from './toyWall.ts';

const beats = fc.constantFrom([beat()], [beat(), beat({ when: '2002年', headline: '丙丁地第一' })], [englishBeat]);
const mains = rooms.map(({ room, em }) => ({ width: room.width / em, height: room.height / em }));

describe('a ranking', () => {
  test('its rows stand one under the other inside their room, none nearer than their letters are high', () => {
    fc.assert(
      fc.property(mains, beats, fc.integer({ min: 1, max: 36 }), (main, said, count) => {
        const plan = rankingPlan({ main, beats: said, detail: 2, picture: toyRanking(count), code: 0, target: 0 });
        if (!plan) return;
        const { list } = plan;
        const room = { width: main.width - (plan.arrangement === 'column' ? plan.words + RANKING_GAP : 0), height: main.height };
        expect(list.letter).toBeGreaterThanOrEqual(0.999);
        expect(list.pitch).toBeGreaterThanOrEqual(list.letter * 1.19);
        expect(list.rows * list.pitch + (list.foot === 'none' ? 0 : FOOT)).toBeLessThanOrEqual(room.height + 0.01);
        const last = rowPlace(list.shown - 1, list);
        expect(last.x + list.columnWidth).toBeLessThanOrEqual(room.width + 0.01);
        expect(list.isCut).toBe(list.shown < count);
      }),
      { numRuns: 40 },
    );
  });

  test('a row has room for its place, its name, its bar and its figure', () => {
    const picture = toyRanking(31, () => 'Inner Toyland');
    const list = rankingPlan({ main: { width: 44, height: 19.5 }, beats: [englishBeat], detail: 2, picture, code: 0, target: 0 })?.list;
    const figure = widest(['99.9'], true) * (list?.letter ?? 0);
    expect(list && list.bar + list.barWidth + 0.35 * list.letter + figure).toBeLessThanOrEqual((list?.columnWidth ?? 0) + 0.01);
  });

  test('all 31 stand in a hall at six metres; at ten the first of them, and how many there are', () => {
    const at = (main: { readonly width: number; readonly height: number }) => rankingPlan({ main, beats: [beat()], detail: 2, picture: toyRanking(31), code: 0, target: 0 })?.list;
    expect(at({ width: 44, height: 19.5 })).toMatchObject({ shown: 31, isCut: false });
    expect(at({ width: 25, height: 9 })).toMatchObject({ isCut: true, foot: 'cut' });
  });

  test('a row that is touched is as high as a finger needs', () => {
    expect(rankingPlan({ main: { width: 44, height: 19.5 }, beats: [beat()], detail: 2, picture: toyRanking(31), code: 0, target: 2.1 })?.list.pitch).toBeGreaterThanOrEqual(2.1);
  });

  test('who has no place is told together with those of the same reason', () => {
    const one = { id: 'a', name: '甲', text: '未收录', absence: 'notGathered' } as const;
    expect(absentGroups([one, { ...one, id: 'b', name: '乙' }, { ...one, id: 'c', name: '丙', text: '未调查', absence: 'notSurveyed' }])).toEqual([
      { text: '未收录', names: '甲 乙', absence: 'notGathered' },
      { text: '未调查', names: '丙', absence: 'notSurveyed' },
    ]);
  });
});

describe('words and a picture', () => {
  test('the words fit their column or their band, and no word of the sentence is cut while there is another way', () => {
    fc.assert(
      fc.property(mains, beats, fc.constantFrom(0, 6.5), (main, said, code) => {
        const plan = scenePlan({ main, beats: said, detail: 2, code, worth: (room) => worldWorth(room, false) });
        if (!plan) return;
        const width = plan.arrangement === 'column' ? plan.words : main.width - (code > 0 ? code + 1.2 : 0);
        const height = tallest(said, width / plan.grow, { detail: plan.detail, withKeys: plan.withKeys, withWhen: false });
        expect(height).not.toBeNull();
        const below = plan.arrangement === 'column' ? main.height : main.height - plan.room.height;
        expect((height ?? 0) * plan.grow).toBeLessThanOrEqual(below + 0.01);
        expect(plan.room.width + (plan.arrangement === 'column' ? plan.words + SCENE_GAP : 0)).toBeCloseTo(main.width, 5);
      }),
      { numRuns: 40 },
    );
  });

  test('more room makes the words larger', () => {
    const grow = (width: number, height: number) => scenePlan({ main: { width, height }, beats: [beat()], detail: 2, code: 0, worth: (room) => worldWorth(room, false) })?.grow ?? 0;
    expect(grow(92, 45)).toBeGreaterThan(grow(44, 20));
  });
});

test('rows of a region end inside their room', () => {
  fc.assert(
    fc.property(mains, fc.integer({ min: 1, max: 4 }), (room, count) => {
      const plan = regionRows(toyRegion(count), room);
      if (!plan) return;
      const down = Math.ceil(plan.shown / plan.columns);
      expect(plan.letter).toBeGreaterThanOrEqual(0.999);
      expect(down * plan.pitch - REGION_GAP * plan.letter).toBeLessThanOrEqual(room.height + 0.01);
      expect(plan.textWidth * plan.columns).toBeLessThanOrEqual(room.width + 0.01);
    }),
    { numRuns: 60 },
  );
});

describe('places among all countries', () => {
  test('nothing that is read touches, and all of it is inside', () => {
    fc.assert(
      fc.property(rooms, fc.array(fc.integer({ min: 1, max: 193 }), { minLength: 2, maxLength: 14 }), fc.boolean(), ({ room, em }, places, isStrip) => {
        if (worldWorth({ width: room.width / em, height: room.height / em }, isStrip) === null) return;
        const drawn = worldLayout(toyWorld(places), room, em, isStrip);
        const read = [...drawn.labels, ...drawn.years, ...(drawn.among ? [drawn.among] : []), ...(drawn.strip ? [drawn.strip.ownLabel, ...(drawn.strip.name ? [drawn.strip.name] : [])] : [])];
        expect(read.filter(({ box }) => box.x < -1 || box.y < -1 || box.x + box.width > room.width + 1 || box.y + box.height > room.height + 1).map(({ text }) => text)).toEqual([]);
        expect(read.flatMap((one, index) => read.slice(index + 1).flatMap((other) => (overlap(one.box, other.box, -1) ? [`${one.text} ${other.text}`] : [])))).toEqual([]);
        expect(drawn.letter).toBeGreaterThanOrEqual(em);
      }),
      { numRuns: 80 },
    );
  });

  test('place 1 is at the top, and a line does not run across a break', () => {
    const { points, lines, breaks, plot } = worldLayout(toyWorld([1, 40, 30], [2]), { width: 1200, height: 700 }, 40, false);
    expect(points[0]?.y).toBe(plot.y);
    expect(lines.map((line) => line.length)).toEqual([2, 1]);
    expect(breaks).toHaveLength(1);
  });

  test('the last place is always told', () => {
    expect(worldLayout(toyWorld([74, 73, 72, 35]), { width: 600, height: 400 }, 40, false).labels.map(({ text }) => text)).toContain('第35位');
  });
});
