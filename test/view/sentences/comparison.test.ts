import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparisonEn } from '../../../src/i18n/comparison.en.ts';
import { comparisonZh } from '../../../src/i18n/comparison.zh.ts';
import { pagesZh } from '../../../src/i18n/pages.zh.ts';
import { rankingsEn } from '../../../src/i18n/rankings.en.ts';
import { rankingsZh } from '../../../src/i18n/rankings.zh.ts';
import type { IndicatorTable } from '../../../src/model/indicator.ts';
import { distances } from '../../../src/query/distances.ts';
import type { FeatureSpace } from '../../../src/query/peers.ts';
import { comparisonView } from '../../../src/view/comparisonView.ts';
import { comparisonTakeaway } from '../../../src/view/sentences/comparison.ts';
import { toyIndicator, toyObservation, toyProvinceIds, toyRegions } from '../../support/toys.ts';
import { en, zh } from '../../support/toyViews.ts';

const units = toyRegions.filter(({ level }) => level === 'province' || level === 'corps');
const ids = toyProvinceIds.slice(0, 4);
const nameOf = (id: string) => units.find((one) => one.id === id)?.short ?? { zh: id, en: id };

const tablesOf = (values: readonly (readonly number[])[]): readonly IndicatorTable[] =>
  values.map((row, index) => ({
    indicator: toyIndicator({ id: `toys-${index}`, better: 'higher' }),
    dataset: 'toy/2001',
    file: `toy/2001/toys-${index}.csv`,
    observations: row.map((value, at) => toyObservation(value, { regionId: ids[at] ?? '' })),
  }));
const spaceOf = (features: readonly (number | null)[]): FeatureSpace => ({ ...distances(features.map((value, at) => ({ regionId: ids[at] ?? '', values: [value] }))), period: '2001', features: ['population'], figures: {} });

const told = (values: readonly (readonly number[])[], features: readonly (number | null)[], count: number) => {
  const chosen = ids.slice(0, count);
  const of = (say: typeof zh, terms: typeof comparisonZh, peerTerms: typeof rankingsZh) => {
    const view = comparisonView({ tables: tablesOf(values), regions: units, chosen, themeNames: pagesZh.themes }, say, terms);
    return comparisonTakeaway({ view, space: spaceOf(features), regions: units, left: 0 }, say, terms, peerTerms);
  };
  return { zh: of(zh, comparisonZh, rankingsZh), en: of(en, comparisonEn, rankingsEn), chosen };
};

describe('what the comparison says', () => {
  test('every lead is counted once, alone or shared, in both languages, and the counts are those of the table', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 4 }), fc.array(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 6 }), (count, values) => {
        const takeaway = told(values, [1, 2, 4, 9], count);
        const best = values.map((row) => row.slice(0, count)).map((row) => row.flatMap((value, at) => (value === Math.max(...row) ? [at] : [])));
        const alone = takeaway.chosen.map((_, at) => best.filter((leaders) => leaders.length === 1 && leaders[0] === at).length);
        takeaway.chosen.forEach((id, at) => {
          const n = alone[at] ?? 0;
          expect(takeaway.zh.text.includes(`${nameOf(id).zh}在${n}项里居前`)).toBe(n > 0);
          expect(takeaway.en.text.includes(`${nameOf(id).en} is ahead in ${n}`)).toBe(n > 0);
        });
        const shared = best.filter((leaders) => leaders.length > 1).length;
        expect(takeaway.zh.text.includes(`${shared}项并列居前`)).toBe(shared > 0);
        expect(alone.reduce((sum, n) => sum + n, 0) + shared).toBe(values.length);
        expect(takeaway.zh.text).toContain(`分优劣的指标有${values.length}项`);
      }),
      { numRuns: 300 },
    );
  });

  test('the most alike are the nearest pair; of two, how far apart', () => {
    const three = told([[1, 2, 3, 4]], [1, 5, 6, 100], 3);
    expect(three.zh.text).toMatch(/最相近的是玩具2与玩具3（距离0\.\d\d）。$/);
    expect(three.en.text).toMatch(/the most alike are P2 and P3 \(distance 0\.\d\d\)\.$/);
    expect(three.zh.workings[0]?.what).toContain('玩具2');
    expect(told([[1, 2, 3, 4]], [1, 5, 6, 100], 2).zh.text).toMatch(/两地距离0\.\d\d。$/);
  });

  test('pairs as near as the nearest are named', () => {
    expect(told([[1, 2, 3, 4]], [1, 2, 3, 9], 3).zh.limits.join()).toContain('玩具2与玩具3');
  });

  test('without all features there is no distance, and it is said of whom', () => {
    const takeaway = told([[1, 2, 3, 4]], [1, null, 6, 9], 2);
    expect(takeaway.zh.text).not.toContain('距离');
    expect(takeaway.zh.limits.join()).toContain('玩具2缺少特征');
  });
});
