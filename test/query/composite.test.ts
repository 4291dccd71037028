import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Indicator } from '../../src/model/indicator.ts';
import type { Observation } from '../../src/model/observation.ts';
import { composite, MISSINGS, NORMALISATIONS, type Composite, type Ingredient, type Missing, type Normalisation } from '../../src/query/composite.ts';
import { rank } from '../../src/query/rank.ts';
import { toyAbsence, toyIndicator, toyObservation } from '../support/toys.ts';

const IDS = ['110000', '120000', '130000', '140000'] as const;
const toys = (values: readonly (number | null)[], weight = 1, changes: Partial<Indicator> = {}): Ingredient => ({
  indicator: toyIndicator(changes),
  observations: values.map((value, at): Observation => (value === null ? toyAbsence('notPublished', { regionId: IDS[at] ?? '' }) : toyObservation(value, { regionId: IDS[at] ?? '' }))),
  weight,
});
const make = (ingredients: readonly Ingredient[], normalisation: Normalisation = 'minmax', missing: Missing = 'leave', regionIds: readonly string[] = IDS): Composite => composite({ ingredients, regionIds, normalisation, missing });
/** Scores by region, in the order of their ids. */
const scores = ({ ranked }: Composite): readonly (number | null)[] => IDS.map((id) => ranked.find(({ regionId }) => regionId === id)?.score ?? null);
const ranks = ({ ranked }: Composite): readonly (number | null)[] => IDS.map((id) => ranked.find(({ regionId }) => regionId === id)?.rank ?? null);
const firstNormalised = (made: Composite): readonly number[] => IDS.map((id) => made.ranked.find(({ regionId }) => regionId === id)?.parts[0]?.normalised ?? NaN);

describe('worked by hand', () => {
  test('min–max: the least is 0, the greatest 100', () => {
    expect(firstNormalised(make([toys([10, 20, 25, 30])]))).toEqual([0, 50, 75, 100]);
  });

  test('z-score: 2, 4, 4, 6 have the mean 4 and the deviation √2 of a population', () => {
    const [a, b, c, d] = firstNormalised(make([toys([2, 4, 4, 6])], 'zscore'));
    expect(a).toBeCloseTo(-Math.SQRT2, 12);
    expect([b, c]).toEqual([0, 0]);
    expect(d).toBeCloseTo(Math.SQRT2, 12);
  });

  test('by rank: 100 for the first of four, 0 for the last; those who share places have the mean of them', () => {
    expect(firstNormalised(make([toys([1, 2, 3, 9])], 'rank')).map((one) => one.toFixed(6))).toEqual(['0.000000', '33.333333', '66.666667', '100.000000']);
    expect(firstNormalised(make([toys([1, 5, 5, 9])], 'rank'))).toEqual([0, 50, 50, 100]);
  });

  test.each(NORMALISATIONS)('%s is turned round where less is better', (how) => {
    const more = make([toys([2, 4, 4, 6])], how);
    const less = make([toys([6, 4, 4, 2], 1, { better: 'lower' })], how);
    expect(scores(less)).toEqual(scores(more));
  });

  test('a score is the weighted mean: 100 and 0 by 3 and 1 are 75', () => {
    const made = make([toys([0, 10, 5, 5], 3), toys([10, 0, 5, 5], 1)]);
    expect(scores(made)).toEqual([25, 75, 50, 50]);
    expect(made.shares).toEqual([0.75, 0.25]);
  });

  test('equal scores share the better rank and leave a gap, though their fractions differ in the last digit', () => {
    const made = make([toys([0, 10, 3, 7], 1), toys([10, 0, 7, 3], 1)]);
    expect(ranks(made)).toEqual([1, 1, 1, 1]);
    expect(make([toys([0, 10, 5, 5]), toys([0, 10, 5, 5])]).ranked.map(({ rank: place, isTied, n }) => [place, isTied, n])).toEqual([[1, false, 4], [2, true, 4], [2, true, 4], [4, false, 4]]);
  });

  test.each([['minmax', 50], ['zscore', 0], ['rank', 50]] as const)('where all are alike %s tells nobody apart', (how, middle) => {
    expect(firstNormalised(make([toys([7, 7, 7, 7])], how))).toEqual([middle, middle, middle, middle]);
  });
});

describe('what is lacking', () => {
  const gap = [toys([0, 10, 5, null], 3), toys([0, 10, 10, 10], 1)];

  test('left: who lacks one is not ranked, is named, and n is smaller', () => {
    const made = make(gap);
    expect(ranks(made)).toEqual([3, 1, 2, null]);
    expect(made.ranked[0]?.n).toBe(3);
    expect(made.unranked).toEqual(['140000']);
    expect(made.lacks).toMatchObject([{ regionId: '140000', at: 0, kind: 'absent' }]);
  });

  test('others: the weights of what there is are rescaled, and the row says so', () => {
    const made = make(gap, 'minmax', 'others');
    expect(scores(made)).toEqual([0, 100, 62.5, 100]);
    expect(ranks(made)).toEqual([4, 1, 3, 1]);
    expect(made.ranked.find(({ regionId }) => regionId === '140000')).toMatchObject({ isPartial: true, parts: [null, { share: 1 }] });
  });

  test('who has nothing is not ranked in either manner', () => {
    for (const missing of MISSINGS) expect(make([toys([1, 2, 3, null]), toys([1, 2, 3, null])], 'minmax', missing).unranked).toEqual(['140000']);
  });

  test.each([
    ['doubtful', toyObservation(1000, { regionId: '140000', confidence: 'C' })],
    ['bound', toyObservation(1000, { regionId: '140000', precision: 'lowerBound' })],
    ['bound', toyObservation(1000, { regionId: '140000', precision: 'upperBound' })],
    ['forecast', toyObservation(1000, { regionId: '140000', status: 'forecast' })],
    ['absent', toyAbsence('suppressed', { regionId: '140000' })],
  ] as const)('a %s figure enters no score and no scale', (kind, observation) => {
    const with140000 = { ...toys([10, 20, 25]), observations: [...toys([10, 20, 25]).observations, observation] };
    const made = make([with140000]);
    expect(made.lacks).toEqual([{ regionId: '140000', at: 0, kind, observation }]);
    expect(made.scales[0]).toMatchObject({ n: 3, min: 10, max: 25 });
    expect(make([toys([10, 20, 25])]).ranked.map(({ score }) => score)).toEqual(made.ranked.map(({ score }) => score));
  });

  test('a zero is a figure, and a region without a row lacks one', () => {
    expect(ranks(make([toys([0, 1, 2])]))).toEqual([3, 2, 1, null]);
    expect(make([toys([0, 1, 2])]).lacks).toEqual([{ regionId: '140000', at: 0, kind: 'absent', observation: undefined }]);
  });

  test('approximate and estimated figures are figures', () => {
    const made = make([{ ...toys([1, 2]), observations: [toyObservation(1, { regionId: '110000', precision: 'approximate' }), toyObservation(2, { regionId: '120000', status: 'estimated' })] }]);
    expect(made.ranked).toHaveLength(2);
  });

  test('of whom nobody asks has no rank', () => {
    expect(make([toys([1, 2, 3, 4])], 'minmax', 'leave', ['110000', '120000']).ranked.map(({ regionId }) => regionId)).toEqual(['120000', '110000']);
  });
});

test('neither direction is better: there is no score to make', () => {
  expect(() => make([toys([1, 2], 1, { better: 'none' })])).toThrow('toys');
});

test('weights are positive in sum and never negative', () => {
  expect(() => make([toys([1, 2], 0)])).toThrow();
  expect(() => make([toys([1, 2], 2), toys([1, 2], -1)])).toThrow();
});

describe('always', () => {
  const value = fc.option(fc.integer({ min: -50, max: 50 }), { freq: 5 });
  const column = fc.array(value, { minLength: IDS.length, maxLength: IDS.length });
  const columns = fc.array(fc.record({ values: column, weight: fc.integer({ min: 1, max: 100 }), better: fc.constantFrom('higher' as const, 'lower' as const) }), { minLength: 1, maxLength: 5 });
  const how = fc.constantFrom(...NORMALISATIONS);
  const missing = fc.constantFrom(...MISSINGS);
  const of = (given: readonly { values: readonly (number | null)[]; weight: number; better: 'higher' | 'lower' }[], factor = 1) => given.map(({ values, weight, better }) => toys(values, weight * factor, { better }));

  test('parts add up to the score, and shares to 1', () => {
    fc.assert(
      fc.property(columns, how, missing, (given, normalisation, treatment) => {
        for (const { parts, score, isPartial } of make(of(given), normalisation, treatment).ranked) {
          expect(parts.reduce((total, part) => total + (part?.part ?? 0), 0)).toBeCloseTo(score, 9);
          expect(parts.reduce((total, part) => total + (part?.share ?? 0), 0)).toBeCloseTo(1, 9);
          expect(isPartial).toBe(parts.includes(null));
          for (const part of parts) if (part) expect(part.normalised * part.share).toBeCloseTo(part.part, 9);
        }
      }),
    );
  });

  test('weights times a constant change no rank', () => {
    fc.assert(
      fc.property(columns, how, missing, fc.constantFrom(2, 3, 7, 0.1, 1 / 3), (given, normalisation, treatment, factor) => {
        const [plain, scaled] = [make(of(given), normalisation, treatment), make(of(given, factor), normalisation, treatment)];
        expect(ranks(scaled)).toEqual(ranks(plain));
        scores(scaled).forEach((score, at) => {
          const other = scores(plain)[at];
          if (score === null || other === null || other === undefined) expect(score).toBe(other);
          else expect(score).toBeCloseTo(other, 8);
        });
      }),
    );
  });

  test('with all weight on one indicator the ranking is that indicator’s own', () => {
    fc.assert(
      fc.property(column, column, how, fc.constantFrom('higher' as const, 'lower' as const), (values, others, normalisation, better) => {
        const alone = toys(values, 4, { better });
        const made = make([alone, toys(others.map((other) => other ?? 0), 0)], normalisation);
        const own = new Map(rank(alone.observations, better).ranked.map(({ observation, rank: place }) => [observation.regionId, place]));
        expect(ranks(made)).toEqual(IDS.map((id) => own.get(id) ?? null));
      }),
    );
  });

  test('the same parts in another order are the same score, though sums of fractions differ in the last digit', () => {
    const tenth = fc.integer({ min: 0, max: 1000 }).map((tenths) => tenths / 10);
    fc.assert(
      fc.property(tenth, tenth, tenth, (a, b, c) => {
        // The last two regions hold the ends of every scale.
        const [one, two, three, four] = ranks(make([toys([a, c, 0, 100]), toys([b, a, 0, 100]), toys([c, b, 0, 100])]));
        expect(one).toBe(two);
        expect([three, four]).toEqual([a + b + c === 0 ? 2 : 4, 1]);
      }),
    );
  });

  test('everybody is ranked or named, nobody both', () => {
    fc.assert(
      fc.property(columns, how, missing, (given, normalisation, treatment) => {
        const { ranked, unranked, lacks } = make(of(given), normalisation, treatment);
        expect([...ranked.map(({ regionId }) => regionId), ...unranked].sort()).toEqual([...IDS]);
        for (const id of unranked) expect(lacks.some(({ regionId }) => regionId === id)).toBe(true);
        expect(lacks).toHaveLength(given.flatMap(({ values }) => values.filter((one) => one === null)).length);
      }),
    );
  });

  test('the order in which regions come changes nothing', () => {
    fc.assert(
      fc.property(columns, how, (given, normalisation) => {
        expect(make(of(given), normalisation, 'others', [...IDS].reverse())).toEqual(make(of(given), normalisation, 'others'));
      }),
    );
  });
});
