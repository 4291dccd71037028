import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Observation } from '../../src/model/observation.ts';
import { bumpView, comparableSpan, edgeLabels, LABEL_GAP_PX, placesAt } from '../../src/view/bumpView.ts';
import { toyAbsence, toyObservation, toyProvinceIds, toyRegions, toyTable } from '../support/toys.ts';
import { en, row, textsIn, zh } from '../support/toyViews.ts';

const [A = '', B = '', C = ''] = toyProvinceIds;
const ALL = new Set(toyProvinceIds);
/** Region i of the 31 has what `value` says; null: nothing. */
const year = (period: string, value: (index: number) => number | null): Observation[] =>
  toyProvinceIds.flatMap((regionId, index) => {
    const given = value(index);
    return given === null ? [] : [toyObservation(given, { regionId, period })];
  });
/** Places as a publisher prints them, the first so many. */
const list = (period: string, ids: readonly string[]): Observation[] => ids.map((regionId, index) => toyAbsence('notPublished', { regionId, period, publishedRank: index + 1 }));
const see = (observations: readonly Observation[], chosen: readonly string[] = [], indicator: Parameters<typeof toyTable>[1] = {}) => bumpView({ table: toyTable(observations, indicator), regions: toyRegions, chosen }, zh);
const line = (view: ReturnType<typeof see>, id: string) => {
  const found = view.lines.find((one) => one.id === id);
  if (!found) throw new Error(`no line of ${id}`);
  return found;
};
const runs = (path: string) => (path.match(/M/g) ?? []).length;
const connections = (path: string) => (path.match(/[ch]/g) ?? []).length;
const falling = (index: number) => 100 - index;

test('each region is one line from its first place to its last', () => {
  const view = see([...year('2001', falling), ...year('2002', (index) => index), ...year('2003', falling)]);
  expect(view.lines).toHaveLength(31);
  expect(line(view, A).dots.map(({ place }) => place)).toEqual([1, 31, 1]);
  expect([runs(line(view, A).line), connections(line(view, A).line)]).toEqual([1, 2]);
});

test('a tie shares one number at the edge and leaves a gap behind it', () => {
  const view = see([...year('2001', falling), ...year('2002', (index) => (index < 3 ? 90 : 50 - index))]);
  expect(view.right.slice(0, 4).map(({ id, place }) => [id, place])).toEqual([[A, '1'], [B, ''], [C, ''], [toyProvinceIds[3], '4']]);
});

test('no line crosses a period that a region has no place in', () => {
  const view = see([...year('2001', falling), ...year('2002', (index) => (index === 0 ? null : falling(index))), ...year('2003', falling)]);
  expect(line(view, A)).toMatchObject({ line: '' });
  expect(line(view, A).dots).toHaveLength(2);
  expect(view.periods.map(({ n }) => n)).toEqual(['31', '30', '31']);
});

test('no line crosses a break in method; it is marked and told', () => {
  const view = see([...year('2001', falling), ...year('2002', falling), ...year('2003', falling)], [], { methodBreaks: [{ period: '2002', reason: { zh: '玩具改了', en: 'Other toys' } }] });
  for (const one of view.lines) expect([runs(one.line), connections(one.line)]).toEqual([1, 1]);
  expect(view.breaks).toEqual([250]);
  expect(view.notes.join()).toContain('不相连');
});

test('the sentence compares what no break parts', () => {
  const table = toyTable([...year('2001', falling), ...year('2002', falling), ...year('2003', falling)], { methodBreaks: [{ period: '2002', reason: { zh: '玩具改了', en: 'Other toys' } }] });
  expect(comparableSpan(table)).toEqual(['2002', '2003']);
});

test.each([
  { says: 'a bound', changes: { precision: 'lowerBound' as const } },
  { says: 'a forecast', changes: { status: 'forecast' as const } },
  { says: 'a doubtful value', changes: { confidence: 'C' as const } },
])('$says takes no place, and nobody is counted behind it', ({ changes }) => {
  const observations = [...year('2001', (index) => (index === 0 ? null : falling(index))), toyObservation(1000, { regionId: A, period: '2001', ...changes }), ...year('2002', falling)];
  const { places, n } = placesAt(toyTable(observations), '2001', ALL);
  expect([places.get(A), places.get(B), n]).toEqual([undefined, 1, 30]);
});

test('the nation and those outside the survey take no place', () => {
  const view = see([...year('2001', falling), ...year('2002', falling), toyObservation(9999, { regionId: '100000', period: '2001' })]);
  expect(view.lines.map(({ id }) => id)).toEqual(toyProvinceIds);
  expect(view.right.map(({ id }) => id)).toEqual(toyProvinceIds);
});

test('of a list of first places the rest is absent, and it is said', () => {
  const view = see([...list('2001', toyProvinceIds.slice(0, 10)), ...list('2002', toyProvinceIds.slice(1, 6))], [], { publishes: 'ranks' });
  expect(view.lines).toHaveLength(10);
  expect(view.periods.map(({ n }) => n)).toEqual(['10/31', '5/31']);
  expect(view.notes).toContain('2001年只有前10名（共31个）；2002年只有前5名（共31个）；其余名次不画。');
  expect(row(view.table, A)['2002']).toBe('前5名以外');
  expect(view.table.columns.map(({ label }) => label)).toEqual(['地区', '2001年（n＝10/31）', '2002年（n＝5/31）']);
});

test('single places are not called the first', () => {
  const single = [3, 7, 12].map((publishedRank, index) => toyAbsence('notGathered', { regionId: toyProvinceIds[index] ?? '', period: '2001', publishedRank }));
  const view = see([...single, ...list('2002', toyProvinceIds.slice(0, 4))], [], { publishes: 'ranks' });
  expect(view.notes.join()).toContain('2001年只有3个名次');
  expect(row(view.table, toyProvinceIds[3] ?? '')['2001']).toBe('未收录');
});

test('a publisher’s places are kept as printed, dense ones too', () => {
  const dense = [1, 2, 2, 3].map((publishedRank, index) => toyAbsence('notPublished', { regionId: toyProvinceIds[index] ?? '', period: '2001', publishedRank }));
  const { places, listed } = placesAt(toyTable(dense, { publishes: 'ranks' }), '2001', ALL);
  expect([[...places.values()], listed]).toEqual([[1, 2, 2, 3], 'first']);
});

test('those that share a published place stand side by side', () => {
  const shared = [1, 1, 2].map((publishedRank, index) => toyAbsence('notPublished', { regionId: toyProvinceIds[index] ?? '', period: '2001', publishedRank }));
  const view = see([...shared, ...list('2002', [A, B, C])], [], { publishes: 'ranks' });
  expect([line(view, A), line(view, B)].map(({ dots }) => dots[0]?.shift)).toEqual([-11.5, 11.5]);
});

test('the chosen are lit in the order of choosing; one whose line ended before is named there', () => {
  const view = see([...list('2001', [A, B, C]), ...list('2002', [B, C, toyProvinceIds[4] ?? ''])], [C, A], { publishes: 'ranks' });
  expect([line(view, C).slot, line(view, A).slot, line(view, B).slot]).toEqual([0, 1, null]);
  expect(line(view, A).endLabel).not.toBeNull();
  expect(line(view, C).endLabel).toBeNull();
});

test('each stop says name, period, place of how many, and the value', () => {
  const view = see([...year('2001', falling), ...year('2002', falling)]);
  expect(line(view, B).dots[0]?.say).toBe('玩具2，2001年，第2位，共31，99个');
});

test('the table is in the order of the last places', () => {
  const { table } = see([...year('2001', falling), ...year('2002', (index) => index)]);
  expect(table.rows[0]?.key).toBe(toyProvinceIds[30]);
  expect(row(table, A)).toMatchObject({ '2001': '1', '2002': '31' });
});

test('in English nothing is Chinese', () => {
  const view = bumpView({ table: toyTable([...list('2001', toyProvinceIds.slice(0, 9)), ...list('2002', [A, B, C])], { publishes: 'ranks' }), regions: toyRegions, chosen: [A] }, en);
  expect(textsIn(view).join('')).not.toMatch(/[\u4e00-\u9fff]/);
});

const wish = fc.record({ place: fc.integer({ min: 1, max: 32 }) });
test('names at an edge never touch, stay in the order of places, and every number stands once', () => {
  fc.assert(
    fc.property(fc.array(wish, { minLength: 1, maxLength: 32 }), (wishes) => {
      const height = 31 * LABEL_GAP_PX + 28;
      const labels = edgeLabels(wishes.map(({ place }, index) => ({ id: String(index + 10), name: `P${index}`, place, fromY: 14 + (place - 1) * LABEL_GAP_PX, slot: null })), height);
      expect(labels).toHaveLength(wishes.length);
      labels.forEach(({ y }, index) => {
        const before = labels[index - 1];
        // Tenths of a pixel are kept.
        if (before) expect(y - before.y).toBeGreaterThanOrEqual(LABEL_GAP_PX - 0.11);
        expect(y).toBeGreaterThanOrEqual(13.9);
        expect(y).toBeLessThanOrEqual(height - 13.9);
      });
      const numbers = labels.map(({ place }) => place).filter(Boolean);
      expect(numbers).toEqual([...new Set(wishes.map(({ place }) => place))].sort((one, other) => one - other).map(String));
    }),
  );
});

test('of random years every place is 1 + how many are better, and every label stands at its own', () => {
  const values = fc.array(fc.option(fc.integer({ min: 0, max: 40 }), { nil: null, freq: 8 }), { minLength: 31, maxLength: 31 });
  fc.assert(
    fc.property(values, values, (one, other) => {
      const view = see([...year('2001', (index) => one[index] ?? (index < 20 ? 0 : null)), ...year('2002', (index) => other[index] ?? (index < 20 ? 0 : null))]);
      const last = view.table.rows.map(({ key, cells }) => [key, cells[2]?.text ?? ''] as const);
      for (const [id, text] of last) {
        const index = toyProvinceIds.indexOf(id);
        const given = other.map((value, at) => value ?? (at < 20 ? 0 : null));
        const own = given[index] ?? null;
        expect(text).toBe(own === null ? '未收录' : String(1 + given.filter((value) => value !== null && value > own).length));
      }
    }),
    { numRuns: 60 },
  );
});
