import { describe, expect, test } from 'vitest';
import { readAtlas } from '../../src/prerender/readAtlas.ts';
import { densestSpan, LABEL_GAP, labelWidth, NARROWEST, ROW, timelineView, type Begun, type TimelineView } from '../../src/view/timelineView.ts';

const begun = (id: string, year: string | null, changes: Partial<Begun> = {}): Begun => ({ id, kind: 'block', name: `玩具${id}`, year, say: id, href: `#${id}`, ...changes });
const kinds = [{ id: 'block', name: '积木' }, { id: 'doll', name: '娃娃' }];
const draw = (items: readonly Begun[], changes: object = {}): TimelineView => timelineView({ items, kinds, moments: [], until: '2010-07-01', ...changes });

const rowsOf = ({ lanes }: TimelineView) => lanes.flatMap(({ rows }) => rows);

/** Every box that a reader sees: label and bar, from the top of the first lane. */
function boxes(view: TimelineView, plotPx: number) {
  let top = 0;
  return view.lanes.flatMap(({ rows, height }) => {
    const own = rows.map(({ x, width, labelX, anchor, text, y }) => {
      const at = (percent: number) => (percent / 100) * plotPx;
      const edge = at(labelX) + (anchor === 'end' ? -LABEL_GAP : LABEL_GAP);
      const label = anchor === 'end' ? { left: edge - labelWidth(text), right: edge } : { left: edge, right: edge + labelWidth(text) };
      return { label, bar: { left: at(x), right: at(x + width) }, top: top + y - ROW / 2, bottom: top + y + ROW / 2 };
    });
    top += height;
    return own;
  });
}

function expectApart(view: TimelineView): void {
  for (const plotPx of [NARROWEST, 640, 900, 1600]) {
    const all = boxes(view, plotPx);
    for (const [index, { label, bar, top, bottom }] of all.entries()) {
      expect(label.left).toBeGreaterThanOrEqual(-0.01);
      expect(label.right).toBeLessThanOrEqual(plotPx + 0.01);
      expect(label.right <= bar.left || label.left >= bar.right).toBe(true);
      const next = all[index + 1];
      if (next) expect(next.top).toBeGreaterThanOrEqual(bottom - 0.01);
      expect(bottom - top).toBeGreaterThanOrEqual(24);
    }
  }
}

describe('the published systems', () => {
  const { atlas } = readAtlas('data');
  test.each(['zh', 'en'] as const)('no two labels meet, at any width, and no label is cut (%s)', (lang) => {
    const items = atlas.systems.map(({ id, kind, name, startYear }) => begun(id, startYear ?? null, { kind, name: name[lang] }));
    const view = timelineView({ items, kinds: [...new Set(atlas.systems.map(({ kind }) => kind))].map((id) => ({ id, name: id })), moments: [], until: '2026-11-22' });
    expectApart(view);
    expect(rowsOf(view).filter(({ text }) => text.endsWith('…'))).toEqual([]);
    expect(rowsOf(view).length + view.unknown.reduce((sum, { items: own }) => sum + own.length, 0)).toBe(51);
  });
});

test('of any systems no two labels meet, none leaves the plot, and each bar is its year', () => {
  let seed = 11;
  const pick = (n: number) => (seed = (seed * 48271) % 2147483647) % n;
  for (let round = 0; round < 300; round++) {
    const from = 1950 + pick(55);
    const items = Array.from({ length: 1 + pick(14) }, (_, n) =>
      begun(String(n), pick(5) === 0 ? null : String(from + pick(2010 - from + 1)), { kind: pick(2) === 0 ? 'block' : 'doll', name: ['积木', 'a very long name of a toy '][pick(2)]?.repeat(1 + pick(9)) ?? '' }),
    );
    const view = draw(items);
    expectApart(view);
    const known = items.filter(({ year }) => year !== null);
    expect(rowsOf(view)).toHaveLength(known.length);
    const [first, last] = [Math.min(...known.map(({ year }) => Number(year)), 2009), 2010 + (6 + 0.5 / 31) / 12];
    for (const { id, x, width } of rowsOf(view)) {
      const year = Number(items.find((item) => item.id === id)?.year);
      expect(x).toBeCloseTo(((year - first) / (last - first)) * 100, 1);
      expect(x + width).toBeCloseTo(((Math.min(year + 1, last) - first) / (last - first)) * 100, 1);
    }
  }
});

test('what has no year is never placed', () => {
  const view = draw([begun('a', '2001'), begun('b', null), begun('c', null, { kind: 'doll' })]);
  expect(rowsOf(view).map(({ id }) => id)).toEqual(['a']);
  expect(view.years.flatMap(({ items }) => items.map(({ id }) => id))).toEqual(['a']);
  expect(view.unknown.map(({ name, items }) => [name, items.map(({ id }) => id)])).toEqual([['积木', ['b']], ['娃娃', ['c']]]);
});

test('lanes are kinds, in their order, each by year; an empty one is not drawn', () => {
  const view = draw([begun('late', '2009'), begun('early', '1999')]);
  expect(view.lanes.map(({ id, rows }) => [id, rows.map((row) => row.id)])).toEqual([['block', ['early', 'late']]]);
});

test('two moments say their names to either side; one that is off the axis is not marked', () => {
  const { moments } = draw([begun('a', '2001')], { moments: [{ id: 'm1', name: '一', when: '2008-04' }, { id: 'm2', name: '二', when: '2008-11' }, { id: 'm3', name: '三', when: '1900' }] });
  expect(moments.map(({ id, anchor }) => [id, anchor])).toEqual([['m1', 'end'], ['m2', 'start']]);
});

test('a name in brackets is left to the entry', () => {
  expect(rowsOf(draw([begun('a', '2001', { name: '积木平台（第二版）' }), begun('b', '2001', { name: 'Blocks (second edition)' })])).map(({ text }) => text)).toEqual(['积木平台', 'Blocks']);
});

test.each([
  { says: 'the shortest run of years that holds enough of them', years: [1990, 2001, 2002, 2002, 2003, 2010], share: 0.6, span: { from: 2001, to: 2003, count: 4 } },
  { says: 'the earlier of two equally short', years: [2001, 2002, 2005, 2006], share: 0.5, span: { from: 2001, to: 2002, count: 2 } },
  { says: 'none of none', years: [], share: 0.5, span: null },
])('$says', ({ years, share, span }) => {
  expect(densestSpan(years, share)).toEqual(span);
});
