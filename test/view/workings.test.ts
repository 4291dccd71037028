import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasValue } from '../../src/model/observation.ts';
import { growth } from '../../src/query/growth.ts';
import { amountOf, annualGrowthWorking, coveredWorking, differenceWorking, growthWorking, medianOf, medianWorking, partsGapWorking, quartileWorking, rankWorking, shareWorking, sumWorking, toMedianWorking, type Amount, type Working } from '../../src/view/workings.ts';
import { evaluate, isPrintedAs, numberIn } from '../support/arithmetic.ts';
import { toyIndicator, toyObservation, toyUnits } from '../support/toys.ts';
import { en, zh } from '../support/toyViews.ts';

const amount = (x: number, decimals = 0): Amount => ({ x, decimals });
const shown = { decimals: 1, unit: '分' };

describe('the reader’s arithmetic, by which the workings are checked', () => {
  test.each([
    ['(13,946 − 84,094) ÷ 84,094 × 100', -83.4162],
    ['((8 ÷ 2) ^ (1 ÷ 2) − 1) × 100', 100],
    ['2 + 3 × 4', 14],
    ['−5.2 − (−3.1)', -2.1],
    ['10 − 2 − 3', 5],
    ['12 ÷ 3 ÷ 2', 2],
    ['2 ^ 3 ^ 2', 512],
  ])('%s', (printed, value) => expect(evaluate(printed)).toBeCloseTo(value, 4));

  test.each(['', '2 +', '(2', '2 3', '2 + 二', '2 plus 3'])('“%s” is none', (printed) => expect(() => evaluate(printed)).toThrow());

  test('printed to the digits shown', () => {
    expect(isPrintedAs('−83.4%', -83.4161)).toBe(true);
    expect(isPrintedAs('−83.5%', -83.4161)).toBe(false);
    expect(isPrintedAs('1,004', 1004.4)).toBe(true);
    expect(numberIn('第12.50位')).toEqual({ value: 12.5, decimals: 2 });
  });
});

describe('as they read', () => {
  test('the median of an odd and of an even number', () => {
    expect(medianWorking([1, 2, 4].map((x) => amount(x, 1)), shown, zh)).toEqual({ what: '中位数', formula: '3个数值由小到大排列，取第2个', filled: '2.0', result: '2.0分' });
    expect(medianWorking([1, 2, 4, 9].map((x) => amount(x)), shown, zh)).toEqual({ what: '中位数', formula: '4个数值由小到大排列，（居中两值之和）÷ 2', filled: '(2 + 4) ÷ 2', result: '3.0分' });
    expect(medianWorking([1, 2, 4, 9].map((x) => amount(x)), { decimals: 0, unit: 'toys' }, en)).toEqual({ what: 'Median', formula: '4 figures from small to large, (sum of the two in the middle) ÷ 2', filled: '(2 + 4) ÷ 2', result: '3 toys' });
    expect(medianWorking([-4, -2].map((x) => amount(x)), shown, zh).filled).toBe('(−4 + (−2)) ÷ 2');
  });

  test('growth, whole and by the year', () => {
    const between = { earlier: amount(100), later: amount(121), from: '2001年', to: '2003年' };
    expect(growthWorking(between, 0.21, zh)).toEqual({ what: '2001年至2003年的增长率', formula: '（后值 − 前值）÷ 前值 × 100%', filled: '(121 − 100) ÷ 100 × 100', result: '＋21.0%' });
    expect(annualGrowthWorking(between, { fraction: 0.1, years: 2 }, en)).toEqual({ what: 'Mean yearly growth from 2001年 to 2003年', formula: '((later ÷ earlier) to the power 1 ÷ 2, − 1) × 100%', filled: '((121 ÷ 100) ^ (1 ÷ 2) − 1) × 100', result: '+10.0%' });
    expect(annualGrowthWorking(between, { fraction: 0.21 ** 2, years: 0.5 }, zh).filled).toBe('((121 ÷ 100) ^ (1 ÷ (6 ÷ 12)) − 1) × 100');
  });

  test('a difference says its sign and its unit; of percentages it is points', () => {
    const between = { earlier: amount(59.6, 1), later: amount(55.8, 1), from: '2001年', to: '2002年', decimals: 1 };
    expect(differenceWorking({ ...between, indicator: toyIndicator({ unit: toyUnits.percent }), name: '甲子' }, zh)).toEqual({ what: '甲子：2001年至2002年的变化', formula: '后值 − 前值', filled: '55.8 − 59.6', result: '−3.8个百分点' });
    expect(differenceWorking({ ...between, indicator: toyIndicator({ unit: toyUnits.percent }) }, en).result).toBe('−3.8 percentage points');
    expect(differenceWorking({ ...between, indicator: toyIndicator() }, en)).toMatchObject({ what: 'Change from 2001年 to 2002年', result: '−3.8 toys' });
  });

  test('a rank tells its ties; where less is better, who is smaller counts', () => {
    expect(rankWorking('甲子', { ahead: 2, tied: 0 }, 'higher', zh)).toEqual([{ what: '甲子的名次', formula: '1 ＋ 数值更大者的个数；并列者同名次', filled: '1 + 2', result: '第3位' }]);
    expect(rankWorking('Taa', { ahead: 2, tied: 1 }, 'lower', en)).toEqual([{ what: 'Rank of Taa', formula: '1 + number of smaller figures; ties share a rank (2 tied)', filled: '1 + 2', result: 'rank 3' }]);
  });

  test('k of n, a share, a sum, parts beside a total', () => {
    expect(coveredWorking(31, [{ kind: '未公布', count: 1 }, { kind: '未收录', count: 2 }], zh)).toEqual({ what: '有数据的个数', formula: '应有的个数 − 未公布 − 未收录', filled: '31 − 1 − 2', result: '28' });
    expect(shareWorking(['Roofs'], amount(1), amount(3), en)).toEqual({ what: 'Share of Roofs', formula: 'part ÷ sum × 100%', filled: '1 ÷ 3 × 100', result: '33.3%' });
    expect(sumWorking([amount(1), amount(2)], { decimals: 0, unit: '个' }, zh)).toEqual({ what: '合计', formula: '各部分相加', filled: '1 + 2', result: '3个' });
    expect(partsGapWorking([amount(1), amount(2)], amount(4), toyIndicator(), zh)).toMatchObject({ filled: '1 + 2 − 4', result: '−1个' });
  });
});

test('figures go in unrounded: all decimals that were published, in the reader’s unit', () => {
  const users = toyIndicator({ unit: toyUnits.hundredMillion });
  const figure = { value: 10.04e8, precision: 'exact', printedDecimals: 2 } as const;
  expect(amountOf(figure, users, 'zh')).toEqual({ x: 10.04, decimals: 2 });
  expect(amountOf(figure, users, 'en')).toEqual({ x: 1004, decimals: 0 });
  expect(amountOf({ value: 0.87184, precision: 'exact', printedDecimals: 5 }, toyIndicator({ decimals: 4 }), 'zh')).toEqual({ x: 0.87184, decimals: 5 });
  expect(amountOf({ value: 75, precision: 'exact', printedDecimals: 0 }, toyIndicator({ decimals: 2 }), 'zh')).toEqual({ x: 75, decimals: 2 });
});

test('an empty list has no median', () => expect(() => medianOf([])).toThrow());

const expectRecomputes = ({ what, filled, result }: Working) => {
  const printed = result.replace('＋', '').replace('+', '');
  if (!isPrintedAs(printed, evaluate(filled))) throw new Error(`${what}: ${filled} is ${evaluate(filled)}, and ${result} is printed`);
};

const anyAmount = fc.tuple(fc.integer({ min: -9_000_000, max: 9_000_000 }), fc.integer({ min: 0, max: 4 })).map(([raw, decimals]) => amount(raw / 10 ** decimals, decimals));
const anyLang = fc.constantFrom('zh' as const, 'en' as const);

test('whatever the figures, what is filled in recomputes to the digits shown', () => {
  fc.assert(
    fc.property(fc.array(anyAmount, { minLength: 1, maxLength: 12 }), anyAmount, fc.integer({ min: 0, max: 3 }), anyLang, (amounts, other, decimals, lang) => {
      const say = lang === 'zh' ? zh : en;
      const ascending = [...amounts].sort((one, two) => one.x - two.x);
      const indicator = toyIndicator();
      const at = { from: '2001', to: '2002', indicator, decimals };
      const [first = other] = amounts;
      expectRecomputes(medianWorking(ascending, { decimals, unit: '' }, say));
      expectRecomputes(quartileWorking(ascending, 0.25, { decimals, unit: '' }, say));
      expectRecomputes(quartileWorking(ascending, 0.75, { decimals, unit: '' }, say));
      expectRecomputes(differenceWorking({ earlier: first, later: other, ...at }, say));
      expectRecomputes(toMedianWorking(other, ascending, { name: 'Taa', indicator, decimals }, say));
      expectRecomputes(sumWorking(amounts, { decimals, unit: '' }, say));
      expectRecomputes(partsGapWorking(amounts, other, indicator, say));
      if (other.x > 0) expectRecomputes(shareWorking(['Taa'], first, other, say));
      for (const working of rankWorking('Taa', { ahead: amounts.length, tied: 0 }, 'none', say)) expectRecomputes(working);
      expectRecomputes(coveredWorking(31, amounts.length < 3 ? [] : [{ kind: 'x', count: amounts.length }], say));
    }),
    { numRuns: 2000 },
  );
});

test('whatever the two figures and the months between them, growth recomputes to the digits shown', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9_000_000 }), fc.integer({ min: 0, max: 9_000_000 }), fc.integer({ min: 0, max: 3 }), fc.integer({ min: 1, max: 240 }), fc.boolean(), anyLang, (before, after, decimals, months, isAnnual, lang) => {
      const say = lang === 'zh' ? zh : en;
      const period = (month: number) => `${2001 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
      const indicator = toyIndicator({ unit: toyUnits.hundredMillion });
      const [earlier, later] = [{ raw: before, at: period(0) }, { raw: after, at: period(months) }].map(({ raw, at }) => toyObservation((raw * 1e8) / 10 ** decimals, { period: at, printedDecimals: decimals }));
      const rate = growth({ earlier, later, indicator, isAnnual });
      if (rate.kind === 'refused' || !earlier || !later || !hasValue(earlier)) throw new Error('these two have a growth rate');
      const between = { earlier: amountOf(earlier, indicator, lang), later: amountOf(later, indicator, lang), from: earlier.period, to: later.period };
      const working = isAnnual ? annualGrowthWorking(between, rate, say) : growthWorking(between, rate.fraction, say);
      expectRecomputes(working);
      // And apart from the code: the printed percentage is that of the numbers as printed in the table.
      const ratio = after / before;
      expect(isPrintedAs(working.result.replace('＋', '').replace('+', ''), ((isAnnual ? ratio ** (12 / months) : ratio) - 1) * 100)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
