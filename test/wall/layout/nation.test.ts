import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ComparedPicture, CoveragePicture, SystemsPicture, TrendBlock } from '../../../src/view/wall/sceneView.ts';
import { blocksPlan } from '../../../src/wall/layout/blocks.ts';
import { isWithin, overlap, type Box } from '../../../src/wall/layout/boxes.ts';
import { claimHeight } from '../../../src/wall/layout/claimWords.ts';
import { comparedLayout } from '../../../src/wall/layout/comparedLayout.ts';
import { coverageLayout } from '../../../src/wall/layout/coverageLayout.ts';
import { systemsLayout } from '../../../src/wall/layout/systemsLayout.ts';
import { textWidth } from '../../../src/wall/layout/text.ts';
import { PLOT_LEAST, trendLayout, yearsOf, type PlotText } from '../../../src/wall/layout/trendLayout.ts';
import { toyTrend, trendOf } from '../../support/toyTrend.ts';
import { rooms } from './toyWall.ts';

const block = (view: TrendBlock['view']): TrendBlock => ({ id: 'toys', name: '玩具', tone: 1, unit: '个', view, breakWord: '问法有变' });
const boxOf = ({ text, size, role, x, y, anchor }: PlotText): Box => {
  const width = textWidth(text, role !== 'note') * size;
  return { x: anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2, y: y - size * 0.86, width, height: size };
};
const pairs = <One>(list: readonly One[]): readonly (readonly [One, One])[] => list.flatMap((one, index) => list.slice(index + 1).map((other) => [one, other] as const));

describe('a line over time in any room', () => {
  // Four people quoted the same number: only so many labels as there is room for.
  const crowded = { ...trendOf([20, 30, 60, 55]), claims: Array.from({ length: 4 }, () => toyTrend.claims).flat() };
  const views = fc.constantFrom(toyTrend, crowded, trendOf([1, 2, 4, 8]), trendOf([9000, 20, 10, 5, 5, 4]), trendOf([3]), trendOf([-2, 3, 5]));
  test('no two texts touch, and all are inside', () => {
    fc.assert(
      fc.property(views, rooms, fc.boolean(), (view, { room, em }, hasTicks) => {
        fc.pre(room.width / em >= PLOT_LEAST.width && room.height / em >= PLOT_LEAST.height);
        const blocks = [block(view)];
        const drawn = trendLayout({ block: block(view), room, em, years: yearsOf(blocks), told: [], hasTicks });
        const texts = [...drawn.texts, ...drawn.years, ...drawn.ticks.flatMap(({ text }) => text ?? [])];
        for (const text of texts) {
          expect(text.size).toBeGreaterThanOrEqual(em);
          expect(isWithin(boxOf(text), { x: 0, y: 0, ...room }, em * 0.35), text.text).toBe(true);
        }
        for (const [one, other] of pairs(texts)) expect(overlap(boxOf(one), boxOf(other)), `${one.text} / ${other.text}`).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
  test('a gap is bridged and a forecast is dashed: neither is part of a line', () => {
    const drawn = trendLayout({ block: block(toyTrend), room: { width: 1600, height: 800 }, em: 24, years: yearsOf([block(toyTrend)]), told: [], hasTicks: true });
    const [red] = drawn.lines;
    expect(red && [red.solid.length, red.bridges.length, red.forecasts.length]).toEqual([1, 1, 1]);
    expect(drawn.points.filter(({ mark }) => mark === 'claim')).toHaveLength(1);
  });
  test('every figure has its point, at its true date', () => {
    const drawn = trendLayout({ block: block(trendOf([1, 2, 4])), room: { width: 1200, height: 600 }, em: 20, years: [2001, 2003], told: [], hasTicks: false });
    const [first, second, third] = drawn.points.map(({ x }) => x);
    expect(drawn.points).toHaveLength(3);
    expect((second ?? 0) - (first ?? 0)).toBeCloseTo((third ?? 0) - (second ?? 0));
  });
  test('what is told in large numbers is not told again', () => {
    const need = { block: block(trendOf([1, 2, 4444])), room: { width: 1200, height: 600 }, em: 20, years: [2001, 2003], hasTicks: false } as const;
    const said = (told: readonly string[]) => trendLayout({ ...need, told }).texts.map(({ text }) => text);
    expect(said([])).toContain('4,444');
    expect(said(['4,444'])).not.toContain('4,444');
    expect(said(['4,444'])).toContain('2003年');
  });
});

describe('two numbers beside their plots', () => {
  const keys = [
    { value: '13,946', unit: '个', label: '玩具 · 2001年', tone: 1 },
    { value: '10.04', unit: '亿人', label: '玩家 · 2001年', tone: 2 },
  ];
  test('side by side on a strip, one over the other upright, and each number beside its own', () => {
    const across = blocksPlan({ keys }, 2, { width: 80, height: 18 });
    const upright = blocksPlan({ keys }, 2, { width: 24, height: 36 });
    expect(across?.blocks.map(({ plot }) => plot.y)).toEqual([across?.blocks[0]?.plot.y, across?.blocks[0]?.plot.y]);
    expect(upright?.blocks.map(({ plot }) => plot.x)).toEqual([upright?.blocks[0]?.plot.x, upright?.blocks[0]?.plot.x]);
    for (const plan of [across, upright]) expect(plan?.blocks.every(({ key }) => key !== null)).toBe(true);
  });
  test('nothing overlaps in any room', () => {
    fc.assert(
      fc.property(fc.double({ min: 12, max: 100, noNaN: true }), fc.double({ min: 6, max: 60, noNaN: true }), (width, height) => {
        const boxes = blocksPlan({ keys }, 2, { width, height })?.blocks.flatMap(({ key, plot }) => (key ? [key, plot] : [plot])) ?? [];
        for (const [one, other] of pairs(boxes)) expect(overlap(one, other, -0.01)).toBe(false);
        for (const box of boxes) expect(isWithin(box, { x: 0, y: 0, width, height })).toBe(true);
      }),
    );
  });
  test('a room that holds no plot has none', () => {
    expect(blocksPlan({ keys }, 2, { width: 8, height: 30 })).toBeNull();
  });
});

const compared = (count: number): Pick<ComparedPicture, 'rows'> => ({ rows: Array.from({ length: count }, (_, index) => ({ id: `t${index}`, name: '甲地玩具', when: '2001年', text: '11,111个', share: 1 / (index + 1), mark: 'measured' as const, isOpen: false })) });

describe('quantities side by side', () => {
  test('all rows where they have room, the first ones where not, none rather than one of many', () => {
    expect(comparedLayout(compared(5), { width: 40, height: 16 })?.count).toBe(5);
    expect(comparedLayout(compared(5), { width: 40, height: 5 })?.count).toBe(2);
    expect(comparedLayout(compared(5), { width: 40, height: 2.2 })).toBeNull();
  });
  test('rows, names and values are inside any room', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 7 }), fc.double({ min: 6, max: 90, noNaN: true }), fc.double({ min: 2, max: 50, noNaN: true }), (count, width, height) => {
        const layout = comparedLayout(compared(count), { width, height });
        if (!layout) return;
        expect(layout.letter).toBeGreaterThanOrEqual(1);
        expect(layout.names + layout.longest + textWidth('11,111个', true) * 1.25 * layout.letter).toBeLessThanOrEqual(width);
        expect(layout.count * (layout.form === 'over' ? 3.35 : 2.15) * layout.letter).toBeLessThanOrEqual(height + 0.01);
      }),
    );
  });
});

const coverage: CoveragePicture = {
  kind: 'coverage',
  networks: ['红网', '蓝网', '绿网'].map((name) => ({ id: name, name, when: '2001年公布', departments: '71个部门', regions: '31个地区', groups: ['东', '西'].map((group) => ({ name: group, tiles: Array.from({ length: 16 }, (_, index) => ({ id: `${group}${index}`, abbr: '甲', kind: 'first' as const, spoken: '' })) })) })),
  legend: [{ kind: 'first', label: '首次公布时已接入' }],
};

test('networks lose their groups, then the names of their tiles, then the tiles: never the size of their letters', () => {
  const formAt = (height: number) => coverageLayout(coverage, { width: 44, height })?.form ?? null;
  const rank = ['groups', 'tiles', 'marks', 'counts', null];
  const order = Array.from({ length: 60 }, (_, index) => rank.indexOf(formAt(30 - index / 2)));
  expect(order).toEqual([...order].sort((one, other) => one - other));
  expect(new Set(order).size).toBeGreaterThan(3);
});

const systems: SystemsPicture = {
  kind: 'systems',
  from: 1999,
  to: 2010,
  items: Array.from({ length: 20 }, (_, index) => ({ id: `t${index}`, name: `玩具系统第${index}号`, year: 1999 + (index % 11), lane: 0, isForum: index === 3, spoken: '' })),
  lanes: [],
  moments: [{ id: 'fair', name: '玩具展，2008年', x: 2008.5 }],
  undated: '',
};

test('names of systems never touch in any room; what was told at a forum is named first', () => {
  fc.assert(
    fc.property(rooms, ({ room, em }) => {
      fc.pre(room.width / em >= 14 && room.height / em >= 5);
      const drawn = systemsLayout(systems, room, em);
      expect(drawn.letter).toBeGreaterThanOrEqual(em);
      const boxes = drawn.items.flatMap(({ y, name }) => (name ? [{ x: name.anchor === 'start' ? name.x : name.x - textWidth(name.text) * drawn.letter, y: y - drawn.letter / 2, width: textWidth(name.text) * drawn.letter, height: drawn.letter }] : []));
      for (const [one, other] of pairs(boxes)) expect(overlap(one, other)).toBe(false);
      for (const box of boxes) expect(isWithin(box, { x: 0, y: 0, ...room })).toBe(true);
      if (drawn.named > 0) expect(drawn.items.find(({ isForum }) => isForum)?.name).not.toBeNull();
    }),
  );
});

test('what is said of a claim takes more lines in a narrower column', () => {
  const words = { who: '某人，某部某司司长，某年某论坛', verdict: '别处未见', why: '查过，别处没有见到这个数' };
  expect(claimHeight(words, 10, 2)).toBeGreaterThan(claimHeight(words, 30, 2));
  expect(claimHeight(words, 10, 0)).toBeLessThan(claimHeight(words, 10, 1));
});
