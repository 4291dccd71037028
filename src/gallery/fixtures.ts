import type { Claim } from '../model/claim.ts';
import type { Indicator, IndicatorTable } from '../model/indicator.ts';
import { ABSENCES, type Measured, type Observation, type Precision, type Status } from '../model/observation.ts';
import type { Region } from '../model/region.ts';
import type { Text } from '../model/text.ts';

/** One awkward case, as a table of regions and as series over time. Every figure is a toy. */
export interface Fixture {
  readonly id: string;
  readonly says: Text;
  readonly provinces: IndicatorTable;
  readonly series: IndicatorTable;
  readonly claims: readonly Claim[];
  /** The period that a picture of one period shows. */
  readonly period: string;
}

const PERIODS = ['2001', '2002', '2003', '2004', '2005', '2006'];

const TOYS: Indicator = {
  id: 'toys',
  name: { zh: '玩具数', en: 'Toys' },
  short: { zh: '玩具', en: 'Toys' },
  definition: { zh: '玩具的数量，都是假的。', en: 'How many toys there are; all are made up.' },
  theme: 'base',
  expected: 'provincesAndCorps',
  unit: { zh: '万个', en: 'thousand toys', multiplier: 1e4, enMultiplier: 1e3 },
  better: 'higher',
  publishes: 'values',
};

const toy = (value: number, changes: Partial<Measured> = {}): Measured => ({
  regionId: '100000',
  period: '2006',
  seriesId: '',
  sourceId: 'toy-book',
  confidence: 'A',
  status: 'measured',
  precision: 'exact',
  printedDecimals: 1,
  ...changes,
  value: Math.round(value * 10) * 1e3,
});

/** Spread over the range without order or chance, so that every run draws the same. */
const spreadOver = (index: number, step: number, low: number, high: number): number => low + (((index * 37 + step * 11) % 101) / 100) * (high - low);

const table = (indicator: Partial<Indicator>, observations: readonly Observation[]): IndicatorTable => ({ indicator: { ...TOYS, ...indicator }, dataset: 'toys/2006', file: 'toys/2006/toys.csv', observations });

const everyRegion = (regions: readonly Region[], periods: readonly string[], low: number, high: number): Measured[] =>
  regions.flatMap(({ id }, index) => periods.map((period, step) => toy(spreadOver(index, 0, low, high) + ((step * (high - low)) / 60) * ((index % 5) - 1), { regionId: id, period })));

const line = (seriesId: string, values: readonly (number | null)[], changes: Partial<Measured> = {}): Measured[] =>
  values.flatMap((value, step) => (value === null ? [] : [toy(value, { seriesId, period: PERIODS[step] ?? '2006', ...changes })]));

const LINES = { publisherA: { id: 'a', name: { zh: '甲家', en: 'House A' } }, publisherB: { id: 'b', name: { zh: '乙家', en: 'House B' } } };
const twoSeries = { series: [LINES.publisherA, LINES.publisherB], expected: 'nation' as const };

const claim: Claim = {
  id: 'toy-claim',
  theme: 'base',
  label: { zh: '玩具数', en: 'Toys' },
  value: '55',
  precision: 'lowerBound',
  unit: { zh: '万个', en: 'thousand toys' },
  period: '2004',
  speaker: '玩具匠 / the toymaker',
  forum: 'fuzhou',
  paraphrase: { zh: '玩具超过55万个', en: 'There are over 550 thousand toys' },
  verdict: 'notFound',
  verdictSources: [],
  indicators: ['toys'],
};

const STATED: readonly { readonly status: Status; readonly precision: Precision; readonly confidence?: 'C' }[] = [
  { status: 'measured', precision: 'exact' },
  { status: 'provisional', precision: 'exact' },
  { status: 'estimated', precision: 'exact' },
  { status: 'derived', precision: 'exact' },
  { status: 'measured', precision: 'approximate' },
  { status: 'measured', precision: 'lowerBound' },
  { status: 'measured', precision: 'upperBound' },
  { status: 'forecast', precision: 'exact' },
  { status: 'measured', precision: 'exact', confidence: 'C' },
];

/** @param regions The 31 + 1 units that report. */
export function fixtures(regions: readonly Region[]): readonly Fixture[] {
  const period = '2006';
  const full = everyRegion(regions, PERIODS, 10, 90);
  const plain = table({}, full);
  const calm = table(twoSeries, [...line('a', [20, 24, 29, 35, 43, 52]), ...line('b', [30, 33, 31, 38, 36, 41])]);
  const absent = regions.flatMap(({ id }, index) => PERIODS.map((one): Observation => ({ regionId: id, period: one, seriesId: '', sourceId: 'toy-book', confidence: 'A', value: null, status: ABSENCES[index % ABSENCES.length] ?? 'notPublished' })));
  const stated = full.map((one, index): Observation => {
    const at = Math.floor(index / PERIODS.length);
    const kind = STATED[at % (STATED.length + ABSENCES.length)];
    if (kind) return { ...one, status: kind.status, precision: kind.precision, ...(kind.confidence ? { confidence: kind.confidence } : {}) };
    const absence = ABSENCES[(at % (STATED.length + ABSENCES.length)) - STATED.length] ?? 'notPublished';
    return { regionId: one.regionId, period: one.period, seriesId: '', sourceId: one.sourceId, confidence: 'A', value: null, status: absence };
  });
  return [
    { id: 'thirty-two', says: { zh: '32个单位，六期', en: '32 units, six periods' }, provinces: plain, series: calm, claims: [claim], period },
    {
      id: 'tie',
      says: { zh: '并列', en: 'Ties' },
      provinces: table({}, full.map((one) => ({ ...one, value: Math.round(one.value / 2e5) * 2e5 }))),
      series: table(twoSeries, [...line('a', [30, 30, 30, 30, 30, 30]), ...line('b', [30, 30, 30, 30, 30, 30])]),
      claims: [],
      period,
    },
    {
      id: 'gap',
      says: { zh: '中间缺期，口径有变', en: 'A gap, and a break in method' },
      provinces: table({ methodBreaks: [{ period: '2005', reason: { zh: '2005年起换了数法。', en: 'Counted in another way from 2005 on.' } }] }, full.filter((one) => one.period !== '2002' && one.period !== '2003')),
      series: table({ ...twoSeries, methodBreaks: [{ period: '2005', reason: { zh: '2005年起换了数法。', en: 'Counted in another way from 2005 on.' } }] }, [...line('a', [20, null, null, 35, 60, 64]), ...line('b', [30, null, null, null, 36, 41])]),
      claims: [],
      period,
    },
    { id: 'one-region', says: { zh: '只有一个地区、一个数', en: 'One region, one figure' }, provinces: table({}, full.filter((one) => one.regionId === '440000')), series: table({ expected: 'nation' }, [toy(42)]), claims: [], period },
    { id: 'all-absent', says: { zh: '全部没有', en: 'All absent' }, provinces: table({}, absent), series: table({ expected: 'nation' }, PERIODS.map((one): Observation => ({ regionId: '100000', period: one, seriesId: '', sourceId: 'toy-book', confidence: 'A', value: null, status: 'notPublished' }))), claims: [], period },
    { id: 'claim-only', says: { zh: '只有引述', en: 'A claim only' }, provinces: table({}, []), series: table({ expected: 'nation' }, []), claims: [claim], period },
    {
      id: 'long-names',
      says: { zh: '很长的名字', en: 'Long names' },
      provinces: table({ name: { zh: '各省级行政区与生产建设兵团年末实有玩具总数', en: 'Total number of toys actually in existence at the end of the year in each province-level region and the Production Corps' }, unit: { zh: '百万个当量标准玩具', en: 'million standard toy equivalents', multiplier: 1e6, enMultiplier: 1e6 } }, full),
      series: table(
        { expected: 'nation', series: [{ id: 'a', name: { zh: '国务院部门及其垂直管理机构所办玩具', en: 'Toys of State Council departments and their vertically managed agencies' } }, { id: 'b', name: { zh: '省级及以下地方各级人民政府所办玩具', en: 'Toys of people’s governments at the provincial level and below' } }] },
        [...line('a', [20, 24, 29, 35, 43, 52]), ...line('b', [30, 33, 31, 38, 36, 41])],
      ),
      claims: [],
      period,
    },
    {
      id: 'negative',
      says: { zh: '有正有负', en: 'Negative values' },
      provinces: table({ unit: { zh: '%', en: '%', multiplier: 1, enMultiplier: 1 }, better: 'none' }, everyRegion(regions, PERIODS, -40, 30).map((one) => ({ ...one, value: one.value / 1e4 }))),
      series: table({ ...twoSeries, unit: { zh: '%', en: '%', multiplier: 1, enMultiplier: 1 } }, [...line('a', [-20, -12, -3, 4, 9, -6]), ...line('b', [10, 6, 0, -8, -15, -22])].map((one) => ({ ...one, value: one.value / 1e4 }))),
      claims: [],
      period,
    },
    {
      id: 'every-status',
      says: { zh: '每一种状态和缺失', en: 'Every status and every absence' },
      provinces: table({}, stated),
      series: table(twoSeries, [
        ...STATED.slice(0, 6).flatMap((kind, step) => line('a', PERIODS.map((_, index) => (index === step ? 20 + step * 6 : null)), { status: kind.status, precision: kind.precision })),
        ...STATED.slice(3).flatMap((kind, step) => line('b', PERIODS.map((_, index) => (index === step ? 60 - step * 5 : null)), { status: kind.status, precision: kind.precision, ...(kind.confidence ? { confidence: kind.confidence } : {}) })),
      ]),
      claims: [claim],
      period,
    },
  ];
}

/** Toys by kind, which add up to all toys; in the third period they don't. */
export function partsFixture(): { readonly table: IndicatorTable; readonly whole: IndicatorTable } {
  const series = ['一', '二', '三', '四', '五', '六', '七'].map((number, index) => ({ id: `kind-${index + 1}`, name: { zh: `第${number}类玩具`, en: `Toys of kind ${index + 1}` } }));
  const amounts = [5, 0.4, 12, 2, 40, 6, 34];
  const years = PERIODS.slice(0, 4);
  const observations = series.flatMap(({ id }, index) => years.flatMap((one, step) => (step === 3 && index > 4 ? [] : [toy((amounts[index] ?? 1) * (1 - step * 0.15), { seriesId: id, period: one, printedDecimals: 1 })])));
  const sum = (one: string) => observations.filter((each) => each.period === one).reduce((total, { value }) => total + value, 0);
  return {
    table: table({ expected: 'nation', series, parts: { series: series.map(({ id }) => id), total: 'all-toys' } }, observations),
    whole: table({ id: 'all-toys', expected: 'nation' }, years.map((one, step) => ({ ...toy(1, { period: one }), value: sum(one) + (step === 2 ? 1e4 : 0) }))),
  };
}

/** A survey of toy countries: two editions, a tie, one country that was left out. */
export function worldFixture(countries: readonly Region[]): IndicatorTable {
  const editions = ['2001', '2003', '2006'];
  return table(
    { expected: 'countries', unit: { zh: '', en: '', multiplier: 1, enMultiplier: 1 }, decimals: 4, classes: [0, 0.25, 0.5, 0.75, 1] },
    countries.flatMap(({ id }, index) =>
      editions.map((edition, step): Observation =>
        index % 29 === 7 && step === 0
          ? { regionId: id, period: edition, seriesId: '', sourceId: 'toy-book', confidence: 'A', value: null, status: 'notSurveyed' }
          : { ...toy(0, { regionId: id, period: edition, printedDecimals: 4 }), value: Math.round((0.12 + (((index * 53 + step * 17) % 89) / 89) * 0.83) * 1e4) / 1e4 },
      ),
    ),
  );
}
