import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { figuresEn } from '../../src/i18n/figures.en.ts';
import { figuresZh } from '../../src/i18n/figures.zh.ts';
import { formatNumber } from '../../src/i18n/format.ts';
import type { Say } from '../../src/i18n/say.ts';
import { hasValue } from '../../src/model/observation.ts';
import { readAtlas } from '../../src/prerender/readAtlas.ts';
import { RESIDENTS, TRANSFORMS, transform } from '../../src/query/transform.ts';
import { needsBase, refusalText, transformBases, transformFormula, transformOptions, transformWorking, type WorkingInput } from '../../src/view/transformView.ts';
import { withoutNoise, type Working } from '../../src/view/workings.ts';
import { evaluate, numberIn } from '../support/arithmetic.ts';
import { toyAbsence, toyObservation, toyProvinceIds, toyTable, toyUnits } from '../support/toys.ts';

const zh: Say = { lang: 'zh', words: figuresZh };
const en: Say = { lang: 'en', words: figuresEn };
const both = [zh, en];

const shown = (working: Working | null): Working => {
  if (working === null) throw new Error('there is no working');
  return working;
};

/** The arithmetic shown gives the digits shown. */
function expectRecomputed({ filled, result }: Working): void {
  const { value, decimals } = numberIn(result);
  expect(formatNumber(withoutNoise(evaluate(filled)), decimals).replace(/^−(?=[0.]*$)/, ''), filled).toBe(formatNumber(value, decimals));
}

describe('the ways that can be chosen', () => {
  const table = toyTable([toyObservation(10), toyObservation(12, { period: '2002' })], { additive: true });

  test('as published first, then all six, those that can’t be had with the reason', () => {
    expect(transformOptions(table, en, { population: true }).map(({ kind, label, refusal }) => [kind, label, refusal])).toEqual([
      [null, 'as published', null],
      ['index', 'index (base = 100)', null],
      ['yearOnYear', 'year on year', null],
      ['averageGrowth', 'average yearly growth', null],
      ['shareOfTotal', 'share of total', 'No national total was published, and only 1 of 31 regions have a figure to add, so there is no sum to divide by.'],
      ['perHead', 'per head', null],
      ['toNation', 'difference to the nation', 'The national figure is the sum of the regions, so the difference to it means nothing; see the share.'],
    ]);
  });

  test('without a table of residents there is no figure per head', () => {
    expect(transformOptions(table, zh).find(({ kind }) => kind === 'perHead')?.refusal).toBe('没有取到常住人口表，不能算人均。');
  });

  test('a base is a period with a figure to divide by', () => {
    const more = toyTable([...table.observations, toyAbsence('notPublished', { period: '2003' }), toyObservation(0, { period: '2004' }), toyObservation(9, { period: '2005', precision: 'lowerBound' })]);
    expect(transformBases(more, zh)).toEqual([{ period: '2001', text: '2001年' }, { period: '2002', text: '2002年' }]);
    expect(transformBases(more, zh, ['120000'])).toEqual([]);
    expect(TRANSFORMS.filter(needsBase)).toEqual(['index', 'averageGrowth']);
  });

  test('the formula names the base', () => {
    expect(transformFormula('index', '2018-12', zh)).toBe('指数 = 数值 ÷ 2018年12月的数值 × 100');
    expect(transformFormula('averageGrowth', null, en)).toBe('Average yearly growth = ((figure ÷ figure of the line’s first period) ^ (1 ÷ years) − 1) × 100%');
    expect(transformFormula('toNation', null, zh)).toBe('差 = 数值 − 同期全国公布的数值');
  });

  test('a break in method is told with its own reason, once stopped', () => {
    const methodBreak = { period: '2018-12', reason: { zh: '换了问法。', en: 'The question changed.' } };
    expect(both.map((say) => refusalText({ reason: 'methodBreak', methodBreak }, say))).toEqual([
      '2018年12月口径有变，前后不可比：换了问法。',
      'The method changed in Dec 2018, so figures before and after can’t be compared: The question changed.',
    ]);
  });
});

describe('the working', () => {
  const working = (input: Partial<WorkingInput> & Pick<WorkingInput, 'table' | 'kind'>, say = en) => shown(transformWorking({ regionId: '110000', period: '2003', regionName: 'P1', ...input }, say));
  const growing = toyTable([toyObservation(100), toyObservation(110, { period: '2002' }), toyObservation(121, { period: '2003' })], { additive: true });

  test.each([
    { kind: 'index', filled: '121 ÷ 100 × 100', result: '121.0 index points', what: 'P1, 2003, Toys: index, 2001 = 100' },
    { kind: 'yearOnYear', filled: '(121 − 110) ÷ 110 × 100', result: '10.0%', what: 'P1, 2003, Toys: growth on a year earlier' },
    { kind: 'averageGrowth', filled: '((121 ÷ 100) ^ (1 ÷ 2) − 1) × 100', result: '10.0%', what: 'P1, 2003, Toys: average yearly growth since 2001' },
  ] as const)('$kind: $filled', ({ kind, ...said }) => {
    expect(working({ table: growing, kind })).toMatchObject(said);
  });

  test('a sum of regions is said to be one', () => {
    const table = toyTable(toyProvinceIds.map((regionId, index) => toyObservation(index === 0 ? 70 : 1, { regionId, period: '2003' })), { additive: true });
    expect(working({ table, kind: 'shareOfTotal' }, zh)).toEqual({
      what: 'P1，2003年，玩具：占31个地区合计的比重', formula: '占比 = 数值 ÷ 31个地区合计 × 100%', filled: '70 ÷ 100 × 100', result: '70.0%',
    });
  });

  test('per head brings both units together, in each language by its own factor', () => {
    const table = toyTable([toyObservation(6e8, { period: '2003' })], { additive: true, unit: toyUnits.hundredMillion });
    const population = toyTable([toyObservation(2e7, { period: '2003' })], { id: RESIDENTS, unit: { zh: '万人', en: 'thousand people', multiplier: 1e4, enMultiplier: 1e3 } });
    expect(working({ table, kind: 'perHead', population }, zh)).toMatchObject({ formula: '数值（亿个） ÷ 年末常住人口（万人） × 10,000，得个/人', filled: '6 ÷ 2,000 × 10,000', result: '30个/人' });
    expect(working({ table, kind: 'perHead', population })).toMatchObject({ filled: '600 ÷ 20,000 × 1,000', result: '30 toys per resident' });
  });

  test('less than nothing stands in parentheses', () => {
    const table = toyTable([toyObservation(-5, { period: '2003' }), toyObservation(-7, { regionId: '100000', period: '2003' })]);
    expect(working({ table, kind: 'toNation' })).toMatchObject({ filled: '−5 − (−7)', result: '2 toys' });
  });

  test('there is none of a refused or an absent figure', () => {
    expect(transformWorking({ table: growing, kind: 'yearOnYear', regionId: '110000', period: '2001' }, zh)).toBeNull();
    expect(transformWorking({ table: growing, kind: 'toNation', regionId: '110000', period: '2003' }, zh)).toBeNull();
    expect(transformWorking({ table: growing, kind: 'index', regionId: '120000', period: '2003' }, zh)).toBeNull();
  });

  test('whatever the figures and their units, it recomputes to the digits shown', () => {
    const unit = fc.constantFrom({ zh: '个', en: 'toys', multiplier: 1, enMultiplier: 1 }, toyUnits.hundredMillion, { zh: '万个', en: 'million toys', multiplier: 1e4, enMultiplier: 1e6 });
    const printed = fc.record({ digits: fc.integer({ min: 1, max: 999_999 }), printedDecimals: fc.integer({ min: 0, max: 3 }) });
    fc.assert(
      fc.property(unit, fc.tuple(printed, printed, printed, printed), fc.option(fc.nat({ max: 2 })), fc.constantFrom(...TRANSFORMS), fc.constantFrom(...both), (one, figures, decimals, kind, say) => {
        const at = [['110000', '2001'], ['110000', '2002'], ['110000', '2005'], ['100000', '2002']] as const;
        const observations = figures.map(({ digits, printedDecimals }, index) => {
          const [regionId, period] = at[index] ?? ['', ''];
          return toyObservation(Number((Number(`${digits}e-${printedDecimals}`) * one.multiplier).toPrecision(15)), { regionId, period, printedDecimals });
        });
        const table = toyTable(observations, { unit: one, additive: kind !== 'toNation', ...(decimals !== null && { decimals }) });
        const population = toyTable([toyObservation(23_450_000, { period: '2002' })], { id: RESIDENTS, unit: { zh: '万人', en: 'thousand people', multiplier: 1e4, enMultiplier: 1e3 } });
        const period = kind === 'averageGrowth' ? '2005' : '2002';
        expectRecomputed(shown(transformWorking({ table, kind, population, regionId: '110000', period }, say)));
      }),
      { numRuns: 1500 },
    );
  });

  test('of every published table too', () => {
    const { atlas } = readAtlas(fileURLToPath(new URL('../../data', import.meta.url)));
    const population = atlas.tables.find(({ indicator }) => indicator.id === RESIDENTS) ?? null;
    let count = 0;
    for (const table of atlas.tables) {
      for (const kind of TRANSFORMS) {
        const answer = transform({ table, kind, population });
        if (answer.kind === 'refused') continue;
        const found = answer.table.observations.filter(hasValue);
        const step = Math.ceil(found.length / 3);
        for (const { regionId, period, seriesId } of found.filter((_, index) => index % step === 0)) {
          for (const say of both) expectRecomputed(shown(transformWorking({ table, kind, population, regionId, period, seriesId }, say)));
          count += 1;
        }
      }
    }
    expect(count).toBeGreaterThan(150);
  });
});
