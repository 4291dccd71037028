import { expect, test } from 'vitest';
import { pagesEn } from '../../src/i18n/pages.en.ts';
import { pagesZh } from '../../src/i18n/pages.zh.ts';
import type { Observation } from '../../src/model/observation.ts';
import { trendFigure, type TrendFigureInput } from '../../src/view/trendFigure.ts';
import { toyObservation, toyTable } from '../support/toys.ts';
import { column, en, toyClaim, zh } from '../support/toyViews.ts';

const year = (period: number, value: number, changes: Partial<Parameters<typeof toyObservation>[1]> = {}) => toyObservation(value, { regionId: '100000', period: String(period), ...changes });
const rows = [year(2001, 20), year(2002, 25), year(2003, 40, { status: 'forecast' }), year(2002, 99, { confidence: 'C', seriesId: 'odd' })];
const see = (changes: Partial<TrendFigureInput> = {}, observations: readonly Observation[] = rows) =>
  trendFigure({ table: toyTable(observations, { expected: 'nation' }), claims: [toyClaim('27')], words: pagesZh, kind: null, base: null, ...changes }, zh);

test('it names what is shown: the indicator, its unit, from when to when; and how many series and claims', () => {
  expect(see()).toMatchObject({ heading: '玩具数 · 个 · 2001年—2003年', coverage: '1条序列，引述1项', refusal: null, isEmpty: false });
  const english = trendFigure({ table: toyTable(rows, { expected: 'nation' }), claims: [], words: pagesEn, kind: null, base: null }, en);
  expect(english).toMatchObject({ heading: 'Toys · toys · 2001–2003', coverage: '1 series' });
});

test('a doubtful figure is in the table, and the limits say that it is there alone', () => {
  const { table, picture, takeaway } = see();
  expect(column(table, 'value')).toContain('99');
  expect(picture.lines.flatMap(({ points }) => points.map(({ y }) => y))).not.toContain(99);
  expect(takeaway.limits.join(' ')).toContain('可信度C');
});

test('a reason for a break stands below, whatever the picture has room for, and once', () => {
  const table = toyTable(rows, { expected: 'nation', methodBreaks: [{ period: '2002', reason: { zh: '换了数法', en: 'Counted anew' } }] });
  const { takeaway, notes } = see({ table });
  expect([...takeaway.limits, ...notes].join('').split('换了数法')).toHaveLength(2);
});

test('an index changes picture, table and marks at once; a claim enters none of them', () => {
  const { picture, table, coverage, workings } = see({ kind: 'index', base: '2001' });
  expect(picture.lines.map(({ points }) => points.map(({ text, mark }) => [text, mark]))).toEqual([[['100.0', 'derived'], ['125.0', 'derived']]]);
  expect(picture.claims).toEqual([]);
  expect(picture.marks.map(({ mark }) => mark)).toEqual(['derived']);
  expect(column(table, 'value')).toEqual(expect.arrayContaining(['100.0', '125.0', '不适用']));
  expect(coverage).toBe('1条序列');
  expect(workings.some(({ result }) => result.includes('125'))).toBe(true);
});

test('a transform that can’t be had leaves the published figures and says why', () => {
  const refused = see({ kind: 'shareOfTotal' });
  expect(refused.refusal).toMatch(/\S/);
  expect(refused.picture).toEqual(see().picture);
  expect(refused.table).toEqual(see().table);
});

test('nothing to draw is told as nothing', () => {
  expect(see({ claims: [] }, [year(2001, 9, { confidence: 'C' })])).toMatchObject({ isEmpty: true, coverage: '0条序列', heading: '玩具数 · 个' });
});
