import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { transformsEn } from '../../src/i18n/transforms.en.ts';
import { transformsZh } from '../../src/i18n/transforms.zh.ts';
import type { Atlas } from '../../src/model/atlas.ts';
import type { Indicator, IndicatorTable } from '../../src/model/indicator.ts';
import { hasValue, type Measured, type Observation } from '../../src/model/observation.ts';
import { readAtlas } from '../../src/prerender/readAtlas.ts';
import { breakBetween } from '../../src/query/breakBetween.ts';
import { refusalSentence } from '../../src/query/refusalSentence.ts';
import { observationAt } from '../../src/query/select.ts';
import { RESIDENTS, TRANSFORMS, transform, type TransformInput, type TransformRefusal, type Transformed } from '../../src/query/transform.ts';
import { toyAbsence, toyObservation, toyProvinceIds, toyTable, toyUnits } from '../support/toys.ts';

const NATION = '100000';
const residents = toyTable([toyObservation(2000, { period: '2001' }), toyObservation(4000, { period: '2002' })], { id: RESIDENTS, additive: true });

const derivedOf = (input: TransformInput): Extract<Transformed, { kind: 'transformed' }> => {
  const answer = transform(input);
  if (answer.kind === 'refused') throw new Error(`refused: ${answer.reason.reason}`);
  return answer;
};
const reasonOf = (input: TransformInput): TransformRefusal | null => {
  const answer = transform(input);
  return answer.kind === 'refused' ? answer.reason : null;
};
const valueAt = (input: TransformInput, period: string, regionId = '110000'): number | null | undefined => observationAt(derivedOf(input).table, regionId, period)?.value;

const years = (values: readonly (number | null)[], changes: Partial<Measured> = {}): Observation[] =>
  values.map((value, index) => {
    const { regionId = '110000', seriesId = '' } = changes;
    const period = String(2001 + index);
    return value === null ? toyAbsence('notPublished', { regionId, seriesId, period }) : toyObservation(value, { ...changes, period });
  });

describe('what is worked out', () => {
  test('an index is set against its base, before it and after it', () => {
    const input = { table: toyTable(years([50, 100, 125])), kind: 'index', base: '2002' } as const;
    expect(['2001', '2002', '2003'].map((period) => valueAt(input, period))).toEqual([50, 100, 125]);
  });

  test('without a base each line begins at 100, and says when', () => {
    const table = toyTable([...years([null, 40, 50]), ...years([10, 12, 15], { regionId: '120000' })]);
    const { table: derived } = derivedOf({ table, kind: 'index' });
    expect(observationAt(derived, '110000', '2003')).toMatchObject({ value: 125, note: '基期2002年 / base 2002' });
    expect(observationAt(derived, '120000', '2003')).toMatchObject({ value: 150, note: '基期2001年 / base 2001' });
    expect(derived.indicator.name).toEqual({ zh: '玩具数：指数，各自首期=100', en: 'Toys: index, first figure of each line = 100' });
  });

  test('year on year is against the same period a year before, to the month', () => {
    const table = toyTable([toyObservation(10, { period: '2001-06' }), toyObservation(11, { period: '2001-12' }), toyObservation(12, { period: '2002-06' })]);
    expect(valueAt({ table, kind: 'yearOnYear' }, '2002-06')).toBe(20);
  });

  test('average growth compounds to the whole', () => {
    expect(valueAt({ table: toyTable(years([100, 103, 121])), kind: 'averageGrowth' }, '2003')).toBe(10);
  });

  test('a share is of the published total, though the parts add up to something else', () => {
    const table = toyTable([toyObservation(30), toyObservation(120, { regionId: NATION })], { additive: true });
    expect(valueAt({ table, kind: 'shareOfTotal' }, '2001')).toBe(25);
  });

  test('without a published total it is of the sum of all regions', () => {
    const table = toyTable(toyProvinceIds.map((regionId, index) => toyObservation(index === 0 ? 70 : 1, { regionId })), { additive: true });
    expect(valueAt({ table, kind: 'shareOfTotal' }, '2001')).toBe(70);
    expect(derivedOf({ table, kind: 'shareOfTotal' }).table.indicator.name.en).toBe('Toys: share of the sum of 31 regions');
  });

  test('per head is by residents of the same year, a month by those of its year', () => {
    const table = toyTable([toyObservation(6000), toyObservation(8000, { period: '2002-06' })], { additive: true });
    expect(valueAt({ table, kind: 'perHead', population: residents }, '2001')).toBe(3);
    expect(valueAt({ table, kind: 'perHead', population: residents }, '2002-06')).toBe(2);
  });

  test.each([
    { toys: 6000, value: 3, unit: { zh: '个/人', en: 'toys per resident' } },
    { toys: 600, value: 30, unit: { zh: '个/百人', en: 'toys per 100 residents' } },
    { toys: 6, value: 30, unit: { zh: '个/万人', en: 'toys per 10,000 residents' } },
  ])('$toys toys of 2,000 people are $value $unit.en', ({ toys, value, unit }) => {
    const input = { table: toyTable([toyObservation(toys)], { additive: true }), kind: 'perHead', population: residents } as const;
    expect(valueAt(input, '2001')).toBe(value);
    expect(derivedOf(input).table.indicator.unit).toMatchObject({ ...unit, multiplier: 1 });
  });

  test('the difference of two percentages is points, free of binary noise', () => {
    const table = toyTable([toyObservation(59.6, { printedDecimals: 1 }), toyObservation(55.8, { regionId: NATION, printedDecimals: 1 })], { unit: toyUnits.percent });
    const { table: derived } = derivedOf({ table, kind: 'toNation' });
    expect(observationAt(derived, '110000', '2001')?.value).toBe(3.8);
    expect(derived.indicator.unit.en).toBe('percentage points');
  });
});

describe('how it is marked', () => {
  test('a derived figure says so, as sure and as exact as the worse that went in', () => {
    const table = toyTable([toyObservation(100), toyObservation(120, { period: '2002', confidence: 'B', precision: 'approximate', publishedRank: 3, band: 'few' })]);
    expect(observationAt(derivedOf({ table, kind: 'index' }).table, '110000', '2002')).toEqual({
      regionId: '110000', period: '2002', seriesId: '', sourceId: 'toy-book', value: 120, status: 'derived', precision: 'approximate', confidence: 'B', printedDecimals: 0,
    });
  });

  test('the descriptor keeps who and when, and drops edges, limits and classes', () => {
    const methodBreaks = [{ period: '1990', reason: { zh: '换了盒子', en: 'A new box' } }];
    const table = toyTable(years([100, 120]), { classes: [0, 5], limits: { min: 0 }, bands: [], decimals: 3, additive: true, better: 'lower', methodBreaks });
    const { indicator } = derivedOf({ table, kind: 'index' }).table;
    expect(indicator).toMatchObject({ id: 'toys', better: 'lower', methodBreaks, unit: { zh: '点', en: 'index points' }, publishes: 'values' });
    for (const field of ['classes', 'limits', 'bands', 'decimals', 'additive']) expect(indicator).not.toHaveProperty(field);
  });

  test('what was absent stays absent for its own reason, and is not refused', () => {
    const { table, refused } = derivedOf({ table: toyTable([...years([100, 120]), toyAbsence('suppressed', { period: '2003', publishedRank: 1 })]), kind: 'index' });
    expect(observationAt(table, '110000', '2003')).toEqual({ regionId: '110000', period: '2003', seriesId: '', sourceId: 'toy-book', confidence: 'A', value: null, status: 'suppressed' });
    expect(refused).toEqual([]);
  });

  test('a refused one is absent with the reason in both languages', () => {
    const published = [...years([100, 120]), toyObservation(150, { period: '2003', precision: 'lowerBound' })];
    const { table, refused } = derivedOf({ table: toyTable(published), kind: 'index' });
    expect(observationAt(table, '110000', '2003')).toMatchObject({
      value: null, status: 'notApplicable', note: '公布的是“超过”或“不到”，不是确数，不能用来计算。 / Printed as “over” or “under”: no figure to calculate with.',
    });
    expect(refused).toEqual([{ observation: published[2], reason: { reason: 'bound', of: 'figure' } }]);
  });

  test.each([
    { says: 'a count to the last one supports a decimal', of: [3, 4], unit: undefined, printedDecimals: 0, decimals: 1 },
    { says: 'two digits of a hundred million support none', of: [1.2e8, 1.5e8], unit: toyUnits.hundredMillion, printedDecimals: 1, decimals: 0 },
    { says: 'four digits support one', of: [10.04e8, 12.04e8], unit: toyUnits.hundredMillion, printedDecimals: 2, decimals: 1 },
    { says: 'an index of thousands has none', of: [3, 40], unit: undefined, printedDecimals: 0, decimals: 0 },
  ])('decimals: $says', ({ of, unit, printedDecimals, decimals }) => {
    const table = toyTable(years(of, { printedDecimals }), unit === undefined ? {} : { unit });
    expect(observationAt(derivedOf({ table, kind: 'index' }).table, '110000', '2002')).toMatchObject({ printedDecimals: decimals });
  });
});

describe('what is refused of a whole table', () => {
  const pair = years([10, 12]);
  const withNation = [...pair, toyObservation(20, { regionId: NATION })];
  const none = { unit: { zh: '', en: '', multiplier: 1, enMultiplier: 1 } };
  const score = { unit: { zh: '分', en: 'points', multiplier: 1, enMultiplier: 1 } };
  const cases: readonly (readonly [string, readonly Observation[], Partial<Indicator>, TransformInput['kind'], TransformRefusal])[] = [
    ['an index of places', [toyAbsence('notPublished', { publishedRank: 1 })], { publishes: 'ranks' }, 'index', { reason: 'ranksOnly' }],
    ['a share of classes', [toyAbsence('notPublished', { band: 'few' })], { publishes: 'bands' }, 'shareOfTotal', { reason: 'bandsOnly' }],
    ['anything of nothing', [toyAbsence('notGathered')], {}, 'toNation', { reason: 'noFigure' }],
    ['an index of a percentage', pair, { unit: toyUnits.percent }, 'index', { reason: 'rate' }],
    ['growth of a percentage', pair, { unit: toyUnits.percent }, 'yearOnYear', { reason: 'rate' }],
    ['average growth of a percentage', pair, { unit: toyUnits.percent }, 'averageGrowth', { reason: 'rate' }],
    ['an index of a rating from 0 to 1', pair, none, 'index', { reason: 'score' }],
    ['growth of a score', pair, score, 'yearOnYear', { reason: 'score' }],
    ['average growth of a score', pair, score, 'averageGrowth', { reason: 'score' }],
    ['growth of a single period', years([10]), {}, 'averageGrowth', { reason: 'onePeriod' }],
    ['year on year of editions two years apart', years([10, null, 12]), {}, 'yearOnYear', { reason: 'noConsecutive' }],
    ['average growth over some months', [toyObservation(10, { period: '2001-01' }), toyObservation(12, { period: '2001-07' })], {}, 'averageGrowth', { reason: 'underOneYear' }],
    ['a share of a percentage', pair, { unit: toyUnits.percent }, 'shareOfTotal', { reason: 'notAdditive' }],
    ['a score per head', pair, score, 'perHead', { reason: 'notAdditive' }],
    ['a share of a national figure', withNation, { expected: 'nation' }, 'shareOfTotal', { reason: 'nationOnly' }],
    ['the nation less itself', withNation, { expected: 'nation' }, 'toNation', { reason: 'nationOnly' }],
    ['a part less the whole', withNation, { additive: true }, 'toNation', { reason: 'partOfNation' }],
    ['a difference to what nobody published', pair, {}, 'toNation', { reason: 'noNation' }],
    ['residents per head', pair, { id: RESIDENTS, additive: true }, 'perHead', { reason: 'isPopulation' }],
    ['a share when some regions are missing', pair, { additive: true }, 'shareOfTotal', { reason: 'incomplete', k: 1, n: 31 }],
    ['an index of bounds', years([10, 12], { precision: 'lowerBound' }), {}, 'index', { reason: 'bound', of: 'table' }],
    ['an index of forecasts', years([10, 12], { status: 'forecast' }), {}, 'index', { reason: 'forecast', of: 'table' }],
    ['an index of doubts', years([10, 12], { confidence: 'C' }), {}, 'index', { reason: 'doubtful', of: 'table' }],
  ];
  test.each(cases)('%s', (_, observations, changes, kind, reason) => {
    expect(reasonOf({ table: toyTable(observations, changes), kind, population: residents })).toEqual(reason);
  });

  test('per head without the table of residents', () => {
    const table = toyTable(years([10]), { additive: true });
    expect(reasonOf({ table, kind: 'perHead', population: null })).toEqual({ reason: 'noPopulationTable' });
    expect(reasonOf({ table, kind: 'perHead' })).toEqual({ reason: 'noPopulationTable' });
  });
});

describe('what is refused of one figure', () => {
  const methodBreak = { period: '2010', reason: { zh: '换了盒子', en: 'A new box' } };
  const seriesChanges = { series: [{ id: 'red', name: { zh: '红', en: 'Red' } }, { id: 'blue', name: { zh: '蓝', en: 'Blue' } }] };
  /** A second region with a figure that can be worked out, so that the table as a whole is not refused. */
  const sound = years([10, 12], { regionId: '120000' });
  const soundShare = [toyObservation(1, { regionId: '120000', period: '2009' }), toyObservation(10, { regionId: NATION, period: '2009' })];
  const cases: readonly (readonly [string, readonly Observation[], Partial<Indicator>, Omit<TransformInput, 'table'>, string, TransformRefusal])[] = [
    ['a forecast', [...years([10]), toyObservation(12, { period: '2002', status: 'forecast' })], {}, { kind: 'index' }, '2002', { reason: 'forecast', of: 'figure' }],
    ['a doubtful figure', [...years([10]), toyObservation(12, { period: '2002', confidence: 'C' })], {}, { kind: 'index' }, '2002', { reason: 'doubtful', of: 'figure' }],
    ['a base that is a bound', [toyObservation(10, { precision: 'upperBound' }), toyObservation(12, { period: '2002' })], {}, { kind: 'index', base: '2001' }, '2002', { reason: 'bound', of: 'other' }],
    ['a base that is a forecast', [toyObservation(10, { status: 'forecast' }), toyObservation(12, { period: '2002' })], {}, { kind: 'averageGrowth', base: '2001' }, '2002', { reason: 'forecast', of: 'other' }],
    ['a doubtful year before', [toyObservation(10, { confidence: 'C' }), toyObservation(12, { period: '2002' })], {}, { kind: 'yearOnYear' }, '2002', { reason: 'doubtful', of: 'other' }],
    ['a break in between', [...years([10]), toyObservation(12, { period: '2010' })], { methodBreaks: [methodBreak] }, { kind: 'index' }, '2010', { reason: 'methodBreak', methodBreak }],
    ['a base that is missing', [toyObservation(12, { period: '2002' })], {}, { kind: 'index', base: '2001' }, '2002', { reason: 'baseMissing', period: '2001' }],
    ['a base of zero', years([0, 12]), {}, { kind: 'index', base: '2001' }, '2002', { reason: 'baseNotPositive' }],
    ['a negative base', years([-5, 12]), {}, { kind: 'averageGrowth', base: '2001' }, '2002', { reason: 'baseNotPositive' }],
    ['no base at all', years([0, -1]), {}, { kind: 'index' }, '2002', { reason: 'noBase' }],
    ['the average growth of the base', years([10, 12]), {}, { kind: 'averageGrowth' }, '2001', { reason: 'notLater', period: '2001' }],
    ['the average growth to below zero', years([10, -12]), {}, { kind: 'averageGrowth' }, '2002', { reason: 'negative' }],
    ['a year against a month', [toyObservation(10), toyObservation(12, { period: '2003-06' })], {}, { kind: 'averageGrowth' }, '2003-06', { reason: 'differentPrecision' }],
    ['no year before', years([10, null, 12]), {}, { kind: 'yearOnYear' }, '2003', { reason: 'noYearBefore', period: '2002' }],
    ['a nation not published in that period', [toyObservation(5), ...soundShare], {}, { kind: 'toNation' }, '2001', { reason: 'noNationAt', period: '2001' }],
    ['a nation that is a bound', [toyObservation(5), toyObservation(9, { regionId: NATION, precision: 'lowerBound' }), ...soundShare], {}, { kind: 'toNation' }, '2001', { reason: 'bound', of: 'other' }],
    ['a share of a total that is a forecast', [toyObservation(5), toyObservation(9, { regionId: NATION, status: 'forecast' }), ...soundShare], { additive: true }, { kind: 'shareOfTotal' }, '2001', { reason: 'forecast', of: 'other' }],
    ['a share of a total of zero', [toyObservation(5), toyObservation(0, { regionId: NATION }), ...soundShare], { additive: true }, { kind: 'shareOfTotal' }, '2001', { reason: 'totalNotPositive' }],
    ['a negative share', [toyObservation(-5), toyObservation(9, { regionId: NATION }), ...soundShare], { additive: true }, { kind: 'shareOfTotal' }, '2001', { reason: 'negative' }],
    ['a share with parts missing and no total', [toyObservation(5), ...soundShare], { additive: true }, { kind: 'shareOfTotal' }, '2001', { reason: 'incomplete', k: 2, n: 31 }],
    ['per head of a year without residents', [toyObservation(5), toyObservation(5, { period: '2009' })], { additive: true }, { kind: 'perHead', population: residents }, '2009', { reason: 'noPopulation', period: '2009' }],
  ];
  test.each(cases)('%s', (_, observations, changes, how, period, reason) => {
    const table = toyTable([...observations, ...sound], changes);
    const { refused } = derivedOf({ table, ...how });
    expect(refused.find(({ observation }) => observation.regionId === '110000' && observation.period === period)?.reason).toEqual(reason);
  });

  test('a base that only another publisher has', () => {
    const table = toyTable([toyObservation(10, { seriesId: 'red' }), toyObservation(11, { seriesId: 'red', period: '2002' }), toyObservation(12, { seriesId: 'blue', period: '2002' })], seriesChanges);
    expect(derivedOf({ table, kind: 'index', base: '2001' }).refused.map(({ reason }) => reason)).toEqual([{ reason: 'differentSeries' }]);
  });

  test('the nation is what others are set against', () => {
    const table = toyTable([toyObservation(5), toyObservation(9, { regionId: NATION })], { additive: true });
    expect(derivedOf({ table, kind: 'shareOfTotal' }).refused.map(({ reason }) => reason)).toEqual([{ reason: 'isNation' }]);
  });

  test('Hong Kong is in no sum of the 31, nor the Corps where it is not counted', () => {
    const observations = [...toyProvinceIds, '810000', '660000'].map((regionId) => toyObservation(1, { regionId }));
    const { refused } = derivedOf({ table: toyTable(observations, { additive: true }), kind: 'shareOfTotal' });
    expect(refused.map(({ observation, reason }) => [observation.regionId, reason.reason])).toEqual([['810000', 'outsideTotal'], ['660000', 'outsideTotal']]);
  });

  test('where the Corps is counted by itself, Xinjiang is not divided by residents that include it', () => {
    const population = toyTable(['110000', '650000'].map((regionId) => toyObservation(2000, { regionId })), { id: RESIDENTS });
    const observations = ['110000', '650000', '660000'].map((regionId) => toyObservation(6, { regionId }));
    const reasons = (expected: Indicator['expected']) => derivedOf({ table: toyTable(observations, { additive: true, expected }), kind: 'perHead', population }).refused.map(({ reason }) => reason);
    expect(reasons('provincesAndCorps')).toEqual([{ reason: 'corpsApart' }, { reason: 'noPopulation', period: '2001' }]);
    expect(reasons('provinces')).toEqual([{ reason: 'noPopulation', period: '2001' }]);
  });
});

/** Any figure that a publisher could print: mostly sound, sometimes a bound, a forecast, a doubt, or none. */
const anyFigure = (regionId: string, period: string): fc.Arbitrary<Observation> =>
  fc
    .record({
      count: fc.integer({ min: 0, max: 99_999 }),
      precision: fc.constantFrom('exact', 'exact', 'exact', 'approximate', 'lowerBound', 'upperBound'),
      status: fc.constantFrom('measured', 'measured', 'provisional', 'estimated', 'forecast'),
      confidence: fc.constantFrom('A', 'A', 'B', 'C'),
      isAbsent: fc.boolean(),
    })
    .map(({ count, isAbsent, ...rest }) => (isAbsent && count % 3 === 0 ? toyAbsence('notGathered', { regionId, period }) : toyObservation(count, { regionId, period, ...rest })));

const anyTable = (changes: Partial<Indicator> = {}): fc.Arbitrary<IndicatorTable> =>
  fc
    .tuple(...[NATION, '110000', '120000'].flatMap((regionId) => ['2001', '2002', '2003', '2005'].map((period) => anyFigure(regionId, period))))
    .map((observations) => toyTable(observations, { methodBreaks: [{ period: '2003', reason: { zh: '换了盒子', en: 'A new box' } }], ...changes }));

const isSound = (one: Observation | undefined): one is Measured =>
  one !== undefined && hasValue(one) && one.confidence !== 'C' && one.status !== 'forecast' && (one.precision === 'exact' || one.precision === 'approximate');

describe('of any table', () => {
  test('nothing comes from a bound, a forecast, a doubtful figure or across a break, and the numbers are those of the formula', () => {
    fc.assert(
      fc.property(anyTable(), fc.constantFrom('2001', '2002', '2003', '2005'), (table, base) => {
        const published = (one: Observation, period: string) => observationAt(table, one.regionId, period);
        for (const kind of ['index', 'yearOnYear', 'averageGrowth'] as const) {
          const answer = transform({ table, kind, base });
          if (answer.kind === 'refused') continue;
          for (const one of answer.table.observations.filter(hasValue)) {
            const from = kind === 'yearOnYear' ? String(Number(one.period) - 1) : base;
            const [figure, other] = [published(one, one.period), published(one, from)];
            if (!isSound(figure) || !isSound(other)) throw new Error(`${kind} of an unsound figure`);
            expect(breakBetween(table.indicator, from, one.period)).toBeUndefined();
            const later = kind === 'index' ? (other.value * one.value) / 100 : other.value * (1 + one.value / 100) ** (kind === 'averageGrowth' ? Number(one.period) - Number(from) : 1);
            expect(later).toBeCloseTo(figure.value, 3);
            if (kind === 'index' && one.period === base) expect(one.value).toBe(100);
          }
        }
      }),
    );
  });

  test('the difference and the nation give the figure; a share of the total gives it too', () => {
    fc.assert(
      fc.property(anyTable(), fc.boolean(), ({ indicator, ...rest }, additive) => {
        const table = { ...rest, indicator: { ...indicator, additive } };
        const answer = transform({ table, kind: additive ? 'shareOfTotal' : 'toNation' });
        if (answer.kind === 'refused') return;
        for (const one of answer.table.observations.filter(hasValue)) {
          const [figure, nation] = [observationAt(table, one.regionId, one.period), observationAt(table, NATION, one.period)];
          if (!isSound(figure) || !isSound(nation)) throw new Error('of an unsound figure');
          expect(additive ? (nation.value * one.value) / 100 : nation.value + one.value).toBeCloseTo(figure.value, 3);
        }
      }),
    );
  });

  test('shares of all regions add up to 100; with one absent, doubtful or unbounded there are none', () => {
    const values = fc.array(fc.integer({ min: 0, max: 1e6 }), { minLength: 31, maxLength: 31 }).filter((all) => all.some((value) => value > 0));
    const spoilt = fc.constantFrom<Partial<Measured> | null>(null, { precision: 'lowerBound' }, { status: 'forecast' }, { confidence: 'C' });
    fc.assert(
      fc.property(values, fc.option(fc.nat({ max: 30 })), spoilt, (all, missing, how) => {
        const observations = all.map((value, index): Observation => {
          const regionId = toyProvinceIds[index] ?? '';
          return index !== missing ? toyObservation(value, { regionId }) : how === null ? toyAbsence('notGathered', { regionId }) : toyObservation(value, { ...how, regionId });
        });
        const answer = transform({ table: toyTable(observations, { additive: true }), kind: 'shareOfTotal' });
        if (missing !== null) {
          expect(answer.kind).toBe('refused');
          return;
        }
        if (answer.kind === 'refused') throw new Error(answer.reason.reason);
        expect(answer.table.observations.filter(hasValue).reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(100, 6);
      }),
    );
  });
});

describe('published tables', () => {
  let atlas: Atlas;
  let population: IndicatorTable;
  beforeAll(() => {
    ({ atlas } = readAtlas(fileURLToPath(new URL('../../data', import.meta.url))));
    const found = atlas.tables.find(({ indicator }) => indicator.id === RESIDENTS);
    if (!found) throw new Error('no residents');
    population = found;
  });

  test('every kind of every table: finite numbers, and every refusal told in both languages', () => {
    let count = 0;
    const told = (reason: TransformRefusal) => {
      const [zh, en] = [refusalSentence(reason, transformsZh, 'zh'), refusalSentence(reason, transformsEn, 'en')];
      expect(zh).toMatch(/^[^/]*[\u4e00-\u9fff][^/]*。$/);
      expect(en).toMatch(/^[^/\u4e00-\u9fff]+\.$/);
    };
    for (const table of atlas.tables) {
      for (const kind of TRANSFORMS) {
        const answer = transform({ table, kind, population });
        if (answer.kind === 'refused') {
          told(answer.reason);
          continue;
        }
        for (const { reason } of new Map(answer.refused.map((one) => [one.reason.reason, one])).values()) told(reason);
        expect(answer.table.observations).toHaveLength(table.observations.length);
        for (const one of answer.table.observations.filter(hasValue)) {
          count += 1;
          if (!Number.isFinite(one.value) || one.status !== 'derived' || one.confidence === 'C') throw new Error(`${table.file} ${kind} ${one.regionId} ${one.period}`);
        }
      }
    }
    expect(count).toBeGreaterThan(5000);
  });

  test('what is said to add up is counts and amounts of all regions, and adds up to the nation where that is published', () => {
    const additive = atlas.tables.filter(({ indicator }) => indicator.additive === true);
    expect(additive.map(({ indicator }) => indicator.id).sort()).toEqual([
      'all-websites-by-province', 'broadband-ports', 'broadband-subscribers', 'domain-names-by-province', 'gdp', 'government-websites-by-province', 'internet-users-by-province', 'local-budget-expenditure', 'population',
    ]);
    for (const { indicator, observations } of additive) {
      expect(indicator.expected).not.toBe('nation');
      for (const nation of observations.filter(({ regionId }) => regionId === NATION).filter(hasValue)) {
        const parts = observations.filter(({ regionId, period }) => regionId !== NATION && period === nation.period).filter(hasValue);
        expect(parts.reduce((sum, { value }) => sum + value, 0), `${indicator.id} ${nation.period}`).toBe(nation.value);
      }
    }
  });
});
