import { describe, expect, test } from 'vitest';
import { comparisonEn } from '../../src/i18n/comparison.en.ts';
import { comparisonZh } from '../../src/i18n/comparison.zh.ts';
import { pagesZh } from '../../src/i18n/pages.zh.ts';
import type { Indicator, IndicatorTable } from '../../src/model/indicator.ts';
import type { Observation } from '../../src/model/observation.ts';
import { distances } from '../../src/query/distances.ts';
import { comparisonView, distanceTable, type ComparisonInput } from '../../src/view/comparisonView.ts';
import { toyAbsence, toyIndicator, toyObservation, toyProvinceIds, toyRegions } from '../support/toys.ts';
import { column, en, row, zh } from '../support/toyViews.ts';

const [A = '', B = '', C = '', D = ''] = toyProvinceIds;
const units = toyRegions.filter(({ level }) => level === 'province' || level === 'corps');

const toyTable = (observations: readonly Observation[], changes: Partial<Indicator> = {}): IndicatorTable => ({ indicator: toyIndicator(changes), dataset: 'toy/2001', file: 'toy/2001/toys.csv', observations });
const at = (regionId: string, period: string, value: number, changes: Parameters<typeof toyObservation>[1] = {}) => toyObservation(value, { regionId, period, ...changes });
const see = (tables: readonly IndicatorTable[], chosen: readonly string[], given: Partial<ComparisonInput> = {}) => comparisonView({ tables, regions: units, chosen, themeNames: pagesZh.themes, ...given }, zh, comparisonZh);
const only = (tables: readonly IndicatorTable[], chosen: readonly string[]) => {
  const [found] = see(tables, chosen).rows;
  if (!found) throw new Error('there is no row');
  return found;
};

describe('a row', () => {
  test('is of the latest period that all of them share, and a newer figure of one is named', () => {
    const found = only([toyTable([at(A, '2001', 5), at(B, '2001', 7), at(A, '2002', 6), at(B, '2002', 8), at(A, '2003', 9)])], [A, B]);
    expect(found.when).toBe('2002年');
    expect(found.cells.map(({ text }) => text)).toEqual(['6', '8']);
    expect(found.newer).toBe('玩具1另有2003年的数值');
  });

  test('where they share none, is of the latest of the most, and says why a figure is absent', () => {
    const found = only([toyTable([at(A, '2001', 5), at(B, '2002', 7), toyAbsence('suppressed', { regionId: A, period: '2002' })])], [A, B, '710000', '660000']);
    expect(found.when).toBe('2002年');
    expect(found.cells.map(({ text }) => text)).toEqual(['依规不公布', '7', '未纳入调查', '不适用']);
    expect(found.cells.map(({ amount }) => amount)).toEqual([null, 7, null, null]);
    expect([found.isWhole, found.ahead]).toEqual([false, null]);
  });

  test('ranks each among all who are counted, not among those compared', () => {
    const found = only([toyTable([at(A, '2001', 5), at(B, '2001', 7), at(C, '2001', 9), at(D, '2001', 7)])], [A, B]);
    expect(found.cells.map(({ place }) => place)).toEqual(['第4，共4', '并列第2，共4']);
  });

  test('puts ahead who is better, also where less is better, and several where they are equal', () => {
    const values = [at(A, '2001', 5), at(B, '2001', 7), at(C, '2001', 5)];
    expect(only([toyTable(values, { better: 'higher' })], [A, B, C]).ahead).toEqual([B]);
    expect(only([toyTable(values, { better: 'lower' })], [A, B, C]).ahead).toEqual([A, C]);
    expect(only([toyTable(values, { better: 'none' })], [A, B, C]).ahead).toBeNull();
  });

  test('puts nobody ahead by a doubtful figure, a bound or a forecast, and says that it could', () => {
    for (const changes of [{ confidence: 'C' as const }, { precision: 'lowerBound' as const }, { status: 'forecast' as const }]) {
      const found = only([toyTable([at(A, '2001', 5), at(B, '2001', 7, changes)])], [A, B]);
      expect([found.ahead, found.isUnsettled]).toEqual([null, true]);
      expect(found.cells[1]?.status).not.toBe('');
    }
  });

  test('of two has their difference, exact; of three, or with a bound, none', () => {
    const values = [at(A, '2001', 0.3, { printedDecimals: 1 }), at(B, '2001', 0.1, { printedDecimals: 1 }), at(C, '2001', 1)];
    expect(only([toyTable(values)], [A, B]).difference).toBe('＋0.2');
    expect(only([toyTable(values)], [B, A]).difference).toBe('−0.2');
    expect(only([toyTable(values)], [A, B, C]).difference).toBe('');
    expect(only([toyTable([at(A, '2001', 5), at(B, '2001', 7, { precision: 'upperBound' })])], [A, B]).difference).toBe('');
  });

  test('is not there for an indicator of which none has a figure; it is named', () => {
    const view = see([toyTable([at(C, '2001', 5)])], [A, B]);
    expect(view.rows).toEqual([]);
    expect(view.empty).toEqual(['玩具']);
  });
});

describe('a plot', () => {
  const years = ['2001', '2002', '2003', '2004'];
  const course = (id: string, first: number) => years.map((period, index) => at(id, period, first + index));

  test('is there where two of them have three periods or more, one line for each who has any', () => {
    const view = see([toyTable([...course(A, 5), ...course(B, 9), at(C, '2004', 1)]), toyTable(course(A, 5))], [A, B, C]);
    expect(view.plots).toHaveLength(1);
    expect(view.plots[0]?.lines.map(({ id, tone }) => [id, tone])).toEqual([[A, 0], [B, 1], [C, 2]]);
    expect(view.plots[0]?.lines[0]?.view.dots.map(({ say }) => say)).toEqual(['玩具1，2001年，5个', '玩具1，2002年，6个', '玩具1，2003年，7个', '玩具1，2004年，8个']);
  });

  test('has labels that never touch', () => {
    const view = see([toyTable([A, B, C, D].flatMap((id) => course(id, 5)))], [A, B, C, D]);
    const ys = (view.plots[0]?.lines ?? []).map(({ labelY }) => labelY).sort((one, other) => one - other);
    for (const [index, y] of ys.slice(1).entries()) expect(y - (ys[index] ?? 0)).toBeGreaterThanOrEqual(16);
  });

  test('has a table of the same figures; what is absent is said', () => {
    const view = see([toyTable([...course(A, 5), ...course(B, 9).slice(1)])], [A, B]);
    const [plot] = view.plots;
    if (!plot) throw new Error('there is no plot');
    expect(column(plot.table, A)).toEqual(['5', '6', '7', '8']);
    expect(row(plot.table, '2001')[B]).toBe('未收录');
  });

  test('is cut where the method changed', () => {
    const view = see([toyTable([...course(A, 5), ...course(B, 9)], { methodBreaks: [{ period: '2003', reason: { zh: '换了玩具', en: 'other toys' } }] })], [A, B]);
    expect(view.plots[0]?.lines[0]?.view.lines).toHaveLength(2);
    expect(view.plots[0]?.note).toContain('换了玩具');
  });
});

test('distances are the same both ways, and a word stands where a feature is absent', () => {
  const space = { ...distances([{ regionId: A, values: [1] }, { regionId: B, values: [4] }, { regionId: C, values: [null] }]), period: '2001', features: [], figures: {} };
  const table = distanceTable([A, B, C], space, (id) => id, { head: '地区', none: '没有' });
  expect(row(table, A)).toEqual({ region: A, [A]: '—', [B]: '2.00', [C]: '没有' });
  expect(row(table, B)[A]).toBe('2.00');
});

test('English says the same', () => {
  const view = comparisonView({ tables: [toyTable([at(A, '2001', 5), at(B, '2001', 7)])], regions: units, chosen: [A, B], themeNames: pagesZh.themes }, en, comparisonEn);
  expect(view.rows[0]?.cells.map(({ place }) => place)).toEqual(['2 of 2', '1 of 2']);
  expect(view.names.map(({ name }) => name)).toEqual(['P1', 'P2']);
});
