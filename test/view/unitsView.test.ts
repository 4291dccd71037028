import { expect, test } from 'vitest';
import type { Observation } from '../../src/model/observation.ts';
import { chosenIn, defaultScale, unitsCharts } from '../../src/view/unitsChoice.ts';
import { relativePath, unitsView, type UnitPlotView, type UnitsInput } from '../../src/view/unitsView.ts';
import { toyAbsence, toyIndicator, toyObservation, toyProvinceIds, toyRegions, toyTable, toyUnits } from '../support/toys.ts';
import { column, en, row, textsIn, zh } from '../support/toyViews.ts';

const [FIRST = '', SECOND = '', THIRD = ''] = toyProvinceIds;
const YEARS = ['2001', '2002', '2003', '2004'];
const course = (regionId: string, values: readonly (number | null)[]): Observation[] =>
  values.flatMap((value, index) => (value === null ? [] : [toyObservation(value, { regionId, period: YEARS[index] ?? '' })]));
const see = (observations: readonly Observation[], given: Partial<UnitsInput> = {}, indicator: Parameters<typeof toyTable>[1] = {}) =>
  unitsView({ table: toyTable(observations, indicator), regions: toyRegions, chosen: [], scale: 'own', sort: 'group', ...given }, zh);
const plots = (view: ReturnType<typeof see>): readonly UnitPlotView[] => view.groups.flatMap((group) => group.plots);
const plot = (view: ReturnType<typeof see>, id: string): UnitPlotView => {
  const found = plots(view).find((one) => one.id === id);
  if (!found) throw new Error(`no plot of ${id}`);
  return found;
};
const steps = (path: string) => (path.match(/[Mlh]/g) ?? []).join('');

test('every expected unit has a plot, and none that is not expected and has no figure', () => {
  const view = see(course(FIRST, [1, 2, 3]));
  expect(plots(view).map(({ id }) => id)).toEqual(toyProvinceIds);
  expect(plots(see([...course(FIRST, [1]), ...course('810000', [2])])).map(({ id }) => id)).toContain('810000');
});

test('the Corps has a plot where it is expected', () => {
  expect(plots(see(course(FIRST, [1]), {}, { expected: 'provincesAndCorps' })).map(({ id }) => id)).toContain('660000');
});

test('a unit without a figure says why, and has no line, no dot, no scale', () => {
  const view = see([...course(FIRST, [1, 2]), toyAbsence('notPublished', { regionId: SECOND })]);
  expect(plot(view, SECOND)).toMatchObject({ absence: 'notPublished', absenceText: '未公布', line: '', dots: [], first: null });
  expect(plot(view, THIRD)).toMatchObject({ absence: 'notGathered', line: '' });
  expect(view.legend.map(({ mark }) => mark)).toEqual(['notPublished', 'notGathered']);
});

test('a plot stops at as many places as it has figures', () => {
  const view = see([...course(FIRST, [1, 2, null, 4]), ...course(SECOND, [5])]);
  expect(plot(view, FIRST).stops.map(({ say }) => say)).toEqual(['玩具1，2001年，1个', '玩具1，2002年，2个', '玩具1，2004年，4个']);
  expect(plot(view, SECOND)).toMatchObject({ last: null, first: { text: '5', when: '2001年' } });
});

test('a period without a value is bridged by dots, and no line runs through it', () => {
  const view = see([...course(FIRST, [1, 2, null, 4]), ...course(SECOND, [1, 2, 3, 4])]);
  expect(steps(plot(view, FIRST).line)).toBe('Ml');
  expect(steps(plot(view, FIRST).bridges)).toBe('Ml');
  expect(steps(plot(view, SECOND).line)).toBe('Mlll');
  expect(view.legend.map(({ mark }) => mark)).toContain('gap');
});

test('a year that nobody published is a gap for all', () => {
  const view = see(['2001', '2002', '2003', '2006'].map((period, index) => toyObservation(index, { regionId: FIRST, period })));
  expect(plot(view, FIRST).bridges).not.toBe('');
});

test('nothing bridges a break in method; it is marked between the two periods', () => {
  const view = see(course(FIRST, [1, 2, 3, 4]), {}, { methodBreaks: [{ period: '2003', reason: { zh: '玩具改了', en: 'Other toys' } }] });
  const { line, bridges, breaks } = plot(view, FIRST);
  expect([steps(line), bridges, breaks]).toEqual(['MlMl', '', [500]]);
  expect(view.legend.map(({ mark }) => mark)).toContain('break');
});

test.each([
  { says: 'a lower bound', change: { precision: 'lowerBound' as const }, bridged: false },
  { says: 'an estimate', change: { status: 'estimated' as const }, bridged: true },
  { says: 'a forecast', change: { status: 'forecast' as const }, bridged: true },
])('no line leads to $says', ({ change, bridged }) => {
  const view = see([...course(FIRST, [1, 2]), toyObservation(3, { regionId: FIRST, period: '2003', ...change })]);
  const one = plot(view, FIRST);
  expect(steps(one.line)).toBe('Ml');
  expect(one.bridges !== '').toBe(bridged);
  expect(one.dots.at(-1)).toMatchObject({ mark: 'measured', precision: 'exact', ...('status' in change ? { mark: change.status } : change) });
});

test('each status and each way of printing has a mark of its own, and the legend lists those that are there', () => {
  const kinds = [{ status: 'derived' }, { status: 'forecast' }, { precision: 'approximate' }, { status: 'estimated', precision: 'upperBound' }] as const;
  const view = see([...course(FIRST, [1, 2]), ...kinds.map((kind, index) => toyObservation(3, { regionId: toyProvinceIds[index] ?? '', period: '2003', ...kind }))]);
  expect(kinds.map((_, index) => plot(view, toyProvinceIds[index] ?? '').dots.at(-1)).map((dot) => [dot?.mark, dot?.precision])).toEqual([['derived', 'exact'], ['forecast', 'exact'], ['measured', 'approximate'], ['estimated', 'upperBound']]);
  expect(view.legend.flatMap(({ status, text }) => (status ? [[status.mark, status.precision, text]] : []))).toEqual([
    ['measured', 'exact', '公布值'],
    ['measured', 'approximate', zh.words.precision.approximate],
    ['estimated', 'upperBound', `估计，${zh.words.precision.upperBound}`],
    ['forecast', 'exact', '预测'],
    ['derived', 'exact', zh.words.status.derived],
  ]);
});

test('figures simply measured need no entry in the legend', () => {
  expect(see(course(FIRST, [1, 2])).legend.some(({ status }) => status)).toBe(false);
});

test('a doubtful value is not drawn; the table says that it is doubtful, and the notes whose it is', () => {
  const view = see([...course(FIRST, [1, 2]), toyObservation(900, { regionId: FIRST, period: '2003', confidence: 'C' })]);
  expect(plot(view, FIRST).stops).toHaveLength(2);
  expect(plot(view, FIRST).range).toEqual([0, 2]);
  expect(row(view.table, FIRST)['2003']).toBe('900（存疑）');
  expect(view.notes.join()).toContain('玩具1');
});

test('own scales end above the largest of each, a shared one above the largest of all; both say it on every plot', () => {
  const observations = [...course(FIRST, [10, 38]), ...course(SECOND, [1000, 3800])];
  const own = see(observations);
  expect([plot(own, FIRST).range, plot(own, SECOND).range]).toEqual([[0, 40], [0, 4000]]);
  expect([plot(own, FIRST).scaleText, plot(own, SECOND).scaleText]).toEqual(['各自刻度 40', '各自刻度 4,000']);
  const shared = see(observations, { scale: 'shared' });
  expect(plots(shared).filter(({ absence }) => absence === null).map(({ scaleText }) => scaleText)).toEqual(['同一刻度 4,000', '同一刻度 4,000']);
  expect(plot(shared, FIRST).range).toEqual([0, 4000]);
});

test('negative values have their own side of zero, and the scale says both ends', () => {
  const one = plot(see(course(FIRST, [-10, 30])), FIRST);
  expect(one.range[0]).toBeLessThanOrEqual(-10);
  expect(one.zeroY).toBeGreaterThan(0);
  expect(one.scaleText).toMatch(/^各自刻度 −\d+—\d+$/);
});

test('all zeros are drawn on the base, not nowhere', () => {
  expect(plot(see(course(FIRST, [0, 0])), FIRST)).toMatchObject({ line: 'M0 1000h1000', absence: null });
});

test('the nation is a faint line where its value is of a region’s kind, and nowhere beside counts', () => {
  const observations = [...course(FIRST, [10, 20]), ...course('100000', [15, 60])];
  const percent = see(observations, {}, { unit: toyUnits.percent });
  expect(plot(percent, FIRST).nation).not.toBe('');
  expect(plot(percent, FIRST).range[1]).toBeGreaterThanOrEqual(60);
  expect(percent.legend).toContainEqual({ mark: 'nation', text: '玩具国' });
  const counts = see(observations);
  expect(plots(counts).every(({ nation }) => nation === '')).toBe(true);
  expect(plot(counts, FIRST).range).toEqual([0, 20]);
});

test('groups hold every unit once, in the order of codes', () => {
  const regions = toyRegions.map((region) => (region.id === SECOND ? { ...region, group: 'west' as const } : region));
  const { groups } = see(course(FIRST, [1]), { regions });
  expect(groups.map(({ title, plots: those }) => [title, those.length])).toEqual([['东部', 30], ['西部', 1]]);
});

test('by value the largest is first; one without the latest value stands apart and is not last', () => {
  const { groups, table } = see([...course(FIRST, [1, 2]), ...course(SECOND, [1, 9]), ...course(THIRD, [90])], { sort: 'value' });
  expect(groups[0]?.plots.map(({ id }) => id)).toEqual([SECOND, FIRST]);
  expect(groups[1]?.title).toBe('2002年没有数值');
  expect(groups[1]?.plots.map(({ id }) => id)).toContain(THIRD);
  expect(column(table, 'region').slice(0, 2)).toEqual(['玩具2', '玩具1']);
});

test('by value the smallest is first where less is better', () => {
  expect(see([...course(FIRST, [2]), ...course(SECOND, [9])], { sort: 'value' }, { better: 'lower' }).groups[0]?.plots.map(({ id }) => id)).toEqual([FIRST, SECOND]);
});

test('the table has the regions in the shown order, the periods, and words for what is absent', () => {
  const { table } = see([...course(FIRST, [1.5, 2]), toyAbsence('suppressed', { regionId: SECOND, period: '2002' })]);
  expect(table.rows.map(({ key }) => key)).toEqual(toyProvinceIds);
  expect(row(table, FIRST)).toMatchObject({ '2001': '2', '2002': '2' });
  expect(row(table, SECOND)).toMatchObject({ '2001': '未收录', '2002': '依规不公布' });
});

test('the chosen are marked, and only they', () => {
  const view = see(course(FIRST, [1, 2]), { chosen: [FIRST] });
  expect(plots(view).filter(({ isChosen }) => isChosen).map(({ id }) => id)).toEqual([FIRST]);
  expect(view.legend.map(({ mark }) => mark)).toContain('chosen');
});

test('in English nothing is Chinese', () => {
  const view = unitsView({ table: toyTable(course(FIRST, [1, 2])), regions: toyRegions, chosen: [FIRST], scale: 'own', sort: 'value' }, en);
  expect(textsIn(view).join('')).not.toMatch(/[\u4e00-\u9fff]/);
});

test('a path is steps from place to place', () => {
  expect(relativePath([{ x: 0, y: 500 }, { x: 50, y: 480 }, { x: 100, y: 480 }, { x: 150, y: 490 }])).toBe('M0 500l50-20h50l50 10');
});

test('which charts a table has follows from its periods', () => {
  const all = (periods: readonly string[]) => periods.flatMap((period) => toyProvinceIds.map((regionId, index) => toyObservation(index, { regionId, period })));
  const places = (periods: readonly string[]) => periods.flatMap((period) => toyProvinceIds.slice(0, 5).map((regionId, index) => toyAbsence('notPublished', { regionId, period, publishedRank: index + 1 })));
  expect(unitsCharts(toyTable(all(YEARS)), zh)).toEqual(['multiples', 'bump']);
  expect(unitsCharts(toyTable(all(['2001', '2002'])), zh)).not.toContain('multiples');
  expect(unitsCharts(toyTable(places(['2001', '2003']), { publishes: 'ranks' }), zh)).toEqual(['bump']);
  expect(unitsCharts(toyTable(places(['2001']), { publishes: 'ranks' }), zh)).toEqual([]);
  expect(unitsCharts(toyTable(all(YEARS), { expected: 'countries' }), zh)).toEqual([]);
});

test('percentages share a scale unasked, counts do not', () => {
  expect([defaultScale(toyIndicator({ unit: toyUnits.percent })), defaultScale(toyIndicator())]).toEqual(['shared', 'own']);
});

test.each([
  { says: 'nothing said', found: null, chosen: [], unknown: [], beyond: [] },
  { says: 'each once, in order', found: 'b.a.b', chosen: ['b', 'a'], unknown: [], beyond: [] },
  { says: 'a stranger is told, the others stay', found: 'a.x.b', chosen: ['a', 'b'], unknown: ['x'], beyond: [] },
  { says: 'a sixth is told', found: 'a.b.c.d.e.f', chosen: ['a', 'b', 'c', 'd', 'e'], unknown: [], beyond: ['f'] },
  { says: 'an empty list is told', found: '', chosen: [], unknown: [''], beyond: [] },
])('regions of an address: $says', ({ found, chosen, unknown, beyond }) => {
  const read = chosenIn(found, ['a', 'b', 'c', 'd', 'e', 'f'], []);
  expect([read.chosen, read.unknown.map((one) => one.found), read.beyond]).toEqual([chosen, unknown, beyond]);
});
