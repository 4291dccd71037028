import { describe, expect, test } from 'vitest';
import { figuresEn } from '../../src/i18n/figures.en.ts';
import { figuresZh } from '../../src/i18n/figures.zh.ts';
import { regionsEn } from '../../src/i18n/regions.en.ts';
import { regionsZh } from '../../src/i18n/regions.zh.ts';
import type { Say } from '../../src/i18n/say.ts';
import type { Indicator, IndicatorTable } from '../../src/model/indicator.ts';
import type { Observation } from '../../src/model/observation.ts';
import type { Region } from '../../src/model/region.ts';
import { regionGroup } from '../../src/view/region/regionGroup.ts';
import { offLists, regionAbsences, regionClasses, regionPlaces } from '../../src/view/region/regionLists.ts';
import { lineFigures, regionRow, type RegionRow } from '../../src/view/region/regionRow.ts';
import { regionTrend, trendRows } from '../../src/view/region/regionTrends.ts';
import { headlineRows, regionTakeaway } from '../../src/view/sentences/region.ts';
import { toyAbsence, toyObservation, toyProvinceIds, toyRegions, toyTable } from '../support/toys.ts';

const zh: Say = { lang: 'zh', words: figuresZh };
const en: Say = { lang: 'en', words: figuresEn };
const regions = toyRegions.filter(({ level }) => level === 'province' || level === 'corps');
const regionOf = (id: string): Region => {
  const found = regions.find((region) => region.id === id);
  if (!found) throw new Error(`no toy region ${id}`);
  return found;
};
const first = regionOf('110000');
const [one = '', two = '', three = ''] = toyProvinceIds;

/** Province k has value k, but where `own` says otherwise; later provinces have the larger values. */
const year = (period: string, own: (id: string, index: number) => Observation | null = () => null): readonly Observation[] =>
  toyProvinceIds.flatMap((regionId, index) => own(regionId, index) ?? [toyObservation(index + 1, { regionId, period })]);
const rowOf = (table: IndicatorTable, region: Region = first, say: Say = zh): RegionRow => {
  const row = regionRow({ table, region, regions }, '', say, say.lang === 'zh' ? regionsZh : regionsEn);
  if (!row) throw new Error('no period of this table has most regions');
  return row;
};
const only = (id: string, made: (period: string) => Observation) => (period: string) => year(period, (regionId) => (regionId === id ? made(period) : null));

describe('a row', () => {
  test('tells the latest period in which most regions have a figure, not the latest of all', () => {
    const row = rowOf(toyTable([...year('2001'), ...year('2002'), toyObservation(99, { regionId: one, period: '2003' })]));
    expect(row).toMatchObject({ at: '2002', kind: 'values', value: '1', unit: '个', rank: '31 / 31', rankNote: '', groupRank: '31 / 31', median: '16', coverage: '31 / 31' });
  });

  test('is not there where no period has most regions', () => {
    expect(regionRow({ table: toyTable([toyObservation(1, { regionId: one })]), region: first, regions }, '', zh, regionsZh)).toBeNull();
  });

  test('says a tie, and both share the better place', () => {
    const tied = toyTable(only(two, (period) => toyObservation(1, { regionId: two, period }))('2001'));
    expect(rowOf(tied)).toMatchObject({ rank: '30 / 31', rankNote: '并列' });
    expect(rowOf(tied).facts.tiedWith).toEqual([two]);
    expect(rowOf(tied, first, en)).toMatchObject({ rank: '30 / 31', rankNote: 'tied' });
  });

  test('leaves the place open where a bound does', () => {
    const bounded = toyTable(only(one, (period) => toyObservation(1, { regionId: one, period, precision: 'lowerBound' }))('2001'));
    expect(rowOf(bounded)).toMatchObject({ value: '＞1', status: '下限（“超过”）', rank: '', rankNote: '名次未定', groupRank: '' });
    expect(rowOf(bounded).strip.isOwnHollow).toBe(true);
  });

  test('an absent figure is a word, has no place and no stroke, and is not 0', () => {
    const absent = rowOf(toyTable(only(one, (period) => toyAbsence('notPublished', { regionId: one, period }))('2001')));
    expect(absent).toMatchObject({ value: '未公布', unit: '', absence: 'notPublished', rank: '', groupRank: '', spark: null });
    expect(absent.strip.own).toBeNull();
    expect(absent.strip.marks).toHaveLength(30);
  });

  test('zero is a figure', () => {
    expect(rowOf(toyTable(only(one, (period) => toyObservation(0, { regionId: one, period }))('2001')))).toMatchObject({ value: '0', absence: null, rank: '31 / 31' });
  });

  test('of a rate that is neither better nor worse has no place', () => {
    const rate: Partial<Indicator> = { better: 'none', unit: { zh: '%', en: '%', multiplier: 1, enMultiplier: 1 } };
    expect(rowOf(toyTable(year('2001'), rate))).toMatchObject({ value: '1', rank: '', rankNote: '不排名', groupRank: '' });
    expect(rowOf(toyTable(year('2001'), { better: 'none' }))).toMatchObject({ rank: '31 / 31', rankNote: '' });
  });

  test('where only places were published of most, the strokes are places and the first stands right', () => {
    const places = toyTable(toyProvinceIds.map((regionId, index) => toyAbsence('notGathered', { regionId, publishedRank: index + 1 })), { publishes: 'ranks' });
    expect(rowOf(places)).toMatchObject({ kind: 'places', rank: '1 / 31', median: '', value: '未收录' });
    expect(rowOf(places).strip).toMatchObject({ own: 1, median: null });
    expect(rowOf(places, regionOf(toyProvinceIds.at(-1) ?? '')).strip.own).toBe(0);
  });

  test('a published place without its value is told as the publisher’s', () => {
    const published = toyTable(only(one, (period) => toyAbsence('notGathered', { regionId: one, period, publishedRank: 7 }))('2001'));
    expect(rowOf(published)).toMatchObject({ value: '未收录', rank: '7 / 1', rankNote: '公布名次' });
  });

  test('whom a survey does not cover is said by kind', () => {
    const table = toyTable(year('2001'));
    expect(rowOf(table, regionOf('710000'))).toMatchObject({ value: '未纳入调查', rank: '' });
    expect(rowOf(table, regionOf('660000'))).toMatchObject({ value: '不适用', rank: '' });
  });

  test('positions run from the lowest, 0, to the highest, 1', () => {
    const { strip } = rowOf(toyTable(year('2001')));
    expect(strip.own).toBe(0);
    expect(strip.median).toBe(0.5);
    expect(Math.max(...strip.marks.map(({ x }) => x))).toBe(1);
  });
});

describe('a spark line', () => {
  const years = (...values: readonly (readonly [string, number])[]) => toyTable([...values.flatMap(([period, value]) => only(one, () => toyObservation(value, { regionId: one, period }))(period))]);

  test('stops at a change of method, and its words begin after it', () => {
    const broken = toyTable(years(['2001', 5], ['2002', 6], ['2003', 7]).observations, { methodBreaks: [{ period: '2002', reason: { zh: '换了玩具', en: 'Other toys' } }] });
    expect(rowOf(broken).spark).toMatchObject({ breakX: 25 });
    expect(rowOf(broken).sparkText).toBe('2002年6个 → 2003年7个');
  });

  test('a gap is bridged by dots, never by a line', () => {
    const { spark } = rowOf(years(['2001', 5], ['2004', 6], ['2005', 7]));
    expect(spark?.bridges).toHaveLength(1);
    expect(spark?.lines).toHaveLength(1);
  });

  test('a doubtful figure and a forecast are no part of it', () => {
    const table = toyTable([...year('2001'), ...only(one, () => toyObservation(9, { regionId: one, period: '2002', confidence: 'C' }))('2002'), ...only(one, () => toyObservation(9, { regionId: one, period: '2003', status: 'forecast' }))('2003')]);
    expect(lineFigures(table, one).map(({ period }) => period)).toEqual(['2001']);
  });
});

test('the whole of a dataset is drawn in time, and of each dataset one; those with a better and a worse come first', () => {
  const five = ['2001', '2002', '2003', '2004', '2005'].flatMap((period) => year(period));
  const [counted, whole, part, short] = [toyTable(five, { id: 'counted', better: 'none' }), toyTable(five, { id: 'whole' }), toyTable(five, { id: 'part' }), toyTable(year('2001'), { id: 'short' })].map((table, index) =>
    rowOf({ ...table, dataset: index === 0 ? 'toy/counts' : index === 3 ? 'toy/short' : 'toy/parts' }));
  if (!counted || !whole || !part || !short) throw new Error('four rows');
  expect(trendRows([counted, whole, part, short], first).map(({ id }) => id)).toEqual(['whole', 'counted']);
  const trend = regionTrend(whole, first, regions, zh, regionsZh);
  expect(trend).toMatchObject({ title: '玩具：2001年1个，2005年1个', medianText: '中位数：2005年16个' });
  expect(trend?.grid[0]).toMatchObject({ text: '0', y: 100 });
});

describe('its group', () => {
  test('bars begin at zero, a tie shares its place, a doubtful one is hollow, an absent one has no bar', () => {
    const table = toyTable(year('2001', (regionId) =>
      regionId === one ? toyObservation(31, { regionId }) : regionId === two ? toyObservation(15, { regionId, confidence: 'C' }) : regionId === three ? toyAbsence('notPublished', { regionId }) : null));
    const group = regionGroup(rowOf(table), first, regions, '东部', zh, regionsZh);
    expect(group?.title).toBe('玩具1在东部并列第1，组内共30');
    expect(group?.bars.slice(0, 2).map(({ rank, width }) => [rank, width])).toEqual([['1=', 1], ['1=', 1]]);
    expect(group?.bars.find(({ id }) => id === two)).toMatchObject({ text: '15？', isHollow: true });
    expect(group?.bars.find(({ id }) => id === three)).toMatchObject({ text: '未公布', width: null, rank: '' });
    expect(group?.limits).toEqual(['玩具2的数值存疑（可信度C）。']);
  });
});

describe('lists', () => {
  const question: Partial<Indicator> = { publishes: 'bands', bands: [{ id: 'no', name: { zh: '否', en: 'No' } }, { id: 'yes', name: { zh: '是', en: 'Yes' } }] };
  const asked = toyTable(toyProvinceIds.map((regionId, index) => toyAbsence('notPublished', { regionId, band: index === 0 ? 'yes' : 'no' })), question);
  const firstThree = toyTable([1, 2, 2].map((publishedRank, index) => toyAbsence('notGathered', { regionId: toyProvinceIds[index] ?? '', publishedRank })), { publishes: 'ranks' });

  test('a question is answered yes or no', () => {
    expect(regionClasses([asked], first, regions, zh, regionsZh)).toMatchObject([{ isYes: true, text: '是', of: '' }]);
    expect(regionClasses([asked], regionOf(two), regions, zh, regionsZh)).toMatchObject([{ isYes: false, text: '否' }]);
    expect(regionClasses([asked], regionOf('710000'), regions, zh, regionsZh)).toEqual([]);
  });

  test('a class of several is told with how many there are', () => {
    const classes = toyTable(toyProvinceIds.map((regionId, index) => toyAbsence('notPublished', { regionId, band: ['low', 'middle', 'high'][index % 3] ?? '' })), {
      publishes: 'bands',
      bands: ['low', 'middle', 'high'].map((id) => ({ id, name: { zh: id, en: id } })),
    });
    expect(regionClasses([classes], first, regions, en, regionsEn)).toMatchObject([{ isYes: null, text: 'low', of: ' (class 3 of 3 from the top)' }]);
  });

  test('a place on a list of the first is never a place of all', () => {
    expect(regionPlaces([firstThree], regionOf(three), regions, zh, regionsZh)).toMatchObject([{ place: '第2（并列）', of: '前3，共31' }]);
    expect(regionPlaces([firstThree], first, regions, en, regionsEn)).toMatchObject([{ place: 'place 1', of: 'first 3 of 31' }]);
    expect(regionRow({ table: firstThree, region: first, regions }, '', zh, regionsZh)).toBeNull();
  });

  test('who is not on it is off the list, and not absent', () => {
    const other = regionOf(toyProvinceIds.at(-1) ?? '');
    expect(offLists([firstThree], other, regions)).toEqual([firstThree]);
    expect(offLists([firstThree], first, regions)).toEqual([]);
    expect(offLists([firstThree], regionOf('710000'), regions)).toEqual([]);
    expect(regionAbsences([firstThree], other, regions, zh, regionsZh)).toEqual([]);
  });

  test('what is absent is told by kind: whole indicators, and single periods', () => {
    const gap = toyTable([...year('2001'), ...only(one, (period) => toyAbsence('notGathered', { regionId: one, period, publishedRank: 3 }))('2002')]);
    expect(regionAbsences([gap], first, regions, zh, regionsZh)).toMatchObject([{ kind: 'notGathered', items: [{ name: '玩具数', when: '2002年' }] }]);
    expect(regionAbsences([gap, asked], regionOf('710000'), regions, zh, regionsZh)).toMatchObject([{ kind: 'notSurveyed', why: '2项，只调查内地省份，玩具710000未纳入。' }]);
    expect(regionAbsences([gap], regionOf('660000'), regions, zh, regionsZh)).toMatchObject([{ kind: 'notApplicable', items: [{ when: '' }] }]);
  });
});

describe('the headline', () => {
  const percent = { zh: '%', en: '%', multiplier: 1, enMultiplier: 1 };
  const rows = [
    rowOf(toyTable(year('2001'), { id: 'old', theme: 'users' })),
    rowOf(toyTable(year('2005'), { id: 'new', theme: 'users', short: { zh: '玩伴', en: 'Friends' } })),
    rowOf(toyTable(year('2004'), { id: 'size', theme: 'base', better: 'none' })),
    rowOf(toyTable(year('2003'), { id: 'rate', theme: 'websites', better: 'none', unit: percent, short: { zh: '换新率', en: 'Renewal' } })),
    rowOf(toyTable(year('2002'), { id: 'count', theme: 'websites', better: 'none' })),
  ];

  test('takes one indicator of a theme: with a direction, else a rate, else the newest', () => {
    expect(headlineRows(rows).map(({ id }) => id)).toEqual(['rate', 'new', 'size']);
  });

  test('every place has its n, and the years are said', () => {
    const takeaway = regionTakeaway(first, rows, 5, regions, zh, regionsZh);
    expect(takeaway.text).toBe('玩具1：2003年换新率1%，不排名；2005年玩伴1个，第31，共31；2004年玩具1个，第31，共31。');
    expect(takeaway.limits).toContain('各项年份不同，名次不可互相比较。');
    expect(regionTakeaway(first, rows, 5, regions, en, regionsEn).text).toBe('P1: Renewal in 2003, 1%, not ranked; Friends in 2005, 1 toys, place 31 of 31; Toys in 2004, 1 toys, place 31 of 31.');
  });

  test('a tie names the others', () => {
    const tied = rowOf(toyTable(only(two, (period) => toyObservation(1, { regionId: two, period }))('2001')));
    expect(regionTakeaway(first, [tied], 1, regions, zh, regionsZh).text).toBe('玩具1：2001年玩具1个，与玩具2并列第30，共31。');
  });

  test('of a region outside every survey it says so, and no number of places', () => {
    expect(regionTakeaway(regionOf('710000'), [], 5, regions, zh, regionsZh).text).toBe('玩具710000未纳入本站收录的5项内地分省调查和统计，因此没有名次；没有不等于零，也不等于末位。');
  });
});
