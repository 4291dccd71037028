import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { hasValue, type Observation } from '../../../src/model/observation.ts';
import { placesTakeaway } from '../../../src/view/sentences/places.ts';
import { toyAbsence, toyObservation, toyTable } from '../../support/toys.ts';
import { en, zh } from '../../support/toyViews.ts';
import { anyCells, anyDirection, anyLanguage, anyUnit, expectNames, expectSound, idAt, nameOf, provinces, regions, sayIn, tableOf, worlds, type Cell } from './facts.ts';

// Thousands of selections, on machines that others use as well.
vi.setConfig({ testTimeout: 60_000 });

const SHAPES = {
  zh: {
    counts: /^2001年至2002年，31个省份(?:中两期都有名次的(?<k>\d+)个)?里(?:(?<up>\d+)个名次上升)?、?(?:(?<down>\d+)个下降)?、?(?:(?<same>\d+)个不变)?$/,
    climb: /^升得最多的(?:是(?<one>.+)（第(?<from>\d+)位到第(?<to>\d+)位，升(?<by>\d+)位）|并列为(?<names>.+)（各升(?<each>\d+)位）)$/,
    drop: /^降得最多的(?:是(?<one>.+)（第(?<from>\d+)位到第(?<to>\d+)位，降(?<by>\d+)位）|并列为(?<names>.+)（各降(?<each>\d+)位）)$/,
    none: /^2001年与2002年没有哪个地区两期都有名次。$/,
  },
  en: {
    counts: /^From 2001 to 2002, of (?:the (?<k>\d+) of )?31 provinces(?: with a place in both)?, (?:(?<up>\d+) climbed)?(?:, | and )?(?:(?<down>\d+) dropped)?(?:, | and )?(?:(?<same>\d+) kept (?:its place|their places))?$/,
    climb: /^(?:(?<one>.+) climbed most \(from (?<from>\d+) to (?<to>\d+), up (?<by>\d+) places?\)|(?<names>.+) climbed most \(up (?<each>\d+) places? each\))$/,
    drop: /^(?:(?<one>.+) dropped most \(from (?<from>\d+) to (?<to>\d+), down (?<by>\d+) places?\)|(?<names>.+) dropped most \(down (?<each>\d+) places? each\))$/,
    none: /^No region has a place in both 2001 and 2002\.$/,
  },
} as const;

interface Path {
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

function expectPaths(text: string, paths: readonly Path[], lang: 'zh' | 'en', chosen: string, n: readonly [number, number]): void {
  const say = sayIn(lang);
  const shape = SHAPES[lang];
  if (paths.length === 0) {
    expect(text).toMatch(shape.none);
    return;
  }
  const [counts = '', ...clauses] = text.slice(0, -1).split(say.words.stop);
  const told = shape.counts.exec(counts)?.groups;
  expect(told, counts).toBeDefined();
  expect(Number(told?.['k'] ?? 31)).toBe(paths.length);
  const [up, down] = [paths.filter(({ from, to }) => to < from), paths.filter(({ from, to }) => to > from)];
  expect([told?.['up'], told?.['down'], told?.['same']].map((count) => Number(count ?? 0))).toEqual([up.length, down.length, paths.length - up.length - down.length]);
  const expectLargest = (pattern: RegExp, those: readonly Path[]) => {
    const found = clauses.map((clause) => pattern.exec(clause)?.groups).find((groups) => groups);
    if (those.length === 0 || paths.length < 2) {
      expect(found).toBeUndefined();
      return;
    }
    const most = Math.max(...those.map(({ from, to }) => Math.abs(to - from)));
    const largest = those.filter(({ from, to }) => Math.abs(to - from) === most);
    expectNames(found?.['one'] ?? found?.['names'] ?? '', largest.map(({ id }) => id), say);
    expect(Number(found?.['by'] ?? found?.['each'])).toBe(most);
    if (largest.length === 1) expect([found?.['from'], found?.['to']].map(Number)).toEqual([largest[0]?.from, largest[0]?.to]);
  };
  expectLargest(shape.climb, up);
  expectLargest(shape.drop, down);
  const own = paths.find(({ id }) => id === chosen);
  expect(clauses.at(-1)).toBe(own ? say.words.sentences.chosenPlaces(nameOf(chosen, say), own.from, n[0], own.to, n[1]) : say.words.sentences.chosenNoPlaces(nameOf(chosen, say)));
}

test('whatever the two periods, who climbed and who dropped, and by how much, is that of the data', () => {
  fc.assert(
    fc.property(anyCells(), anyCells(), anyUnit, anyDirection, anyLanguage, fc.constantFrom(...provinces.map(({ id }) => id)), (before, after, unit, better, lang, chosen) => {
      const say = sayIn(lang);
      const table = tableOf([['2001', before], ['2002', after]], unit, { better });
      const takeaway = placesTakeaway({ table, from: '2001', to: '2002', regions, chosen: [chosen] }, say);
      expectSound(takeaway, say);
      // A forecast has no place; a bound leaves some open.
      const at = (period: string) => table.observations.filter(hasValue).filter((one) => one.period === period && one.status !== 'forecast');
      const sign = better === 'lower' ? -1 : 1;
      const placesAt = (period: string) => {
        const figures = at(period);
        return new Map(
          figures.flatMap((own, index): [string, number][] => {
            const places = new Set(worlds(figures).map((values) => 1 + values.filter((value) => sign * value > sign * (values[index] ?? NaN)).length));
            return places.size === 1 ? [[own.regionId, [...places][0] ?? NaN]] : [];
          }),
        );
      };
      if (at('2001').length < 2 || at('2002').length < 2) {
        expect(takeaway.text).toMatch(SHAPES[lang].none);
        return;
      }
      const [one, other] = [placesAt('2001'), placesAt('2002')];
      const paths = provinces.flatMap(({ id }): Path[] => {
        const [from, to] = [one.get(id), other.get(id)];
        return from === undefined || to === undefined ? [] : [{ id, from, to }];
      });
      const n: readonly [number, number] = [at('2001').length, at('2002').length];
      expectPaths(takeaway.text, paths, lang, chosen, n);
      if (paths.length > 0) expect(takeaway.limits.some((limit) => /总数不同|different totals/.test(limit))).toBe(n[0] !== n[1]);
    }),
    { numRuns: 1500 },
  );
});

test('places that a publisher gave are told as they are', () => {
  const anyPlaces = fc.array(fc.option(fc.integer({ min: 1, max: 31 })), { maxLength: 31 });
  fc.assert(
    fc.property(anyPlaces, anyPlaces, anyLanguage, (before, after, lang) => {
      const say = sayIn(lang);
      const rows = (period: string, places: typeof before): readonly Observation[] => places.map((place, index) => toyAbsence('notGathered', { period, regionId: idAt(index), ...(place === null ? {} : { publishedRank: place }) }));
      const takeaway = placesTakeaway({ table: toyTable([...rows('2001', before), ...rows('2002', after)], { publishes: 'ranks' }), from: '2001', to: '2002', regions, chosen: [idAt(0)] }, say);
      expectSound(takeaway, say);
      const paths = before.flatMap((from, index): Path[] => {
        const to = after[index];
        return from === null || to === null || to === undefined ? [] : [{ id: idAt(index), from, to }];
      });
      const n = (places: typeof before) => places.filter((place) => place !== null).length;
      expectPaths(takeaway.text, paths, lang, idAt(0), [n(before), n(after)]);
      expect(takeaway.workings).toEqual([]);
      if (paths.length > 0) expect(takeaway.limits).toContain(say.words.sentences.publishedPlaces);
    }),
    { numRuns: 500 },
  );
});

describe('as it reads', () => {
  const cells = (values: readonly number[]): readonly Cell[] => values.map((raw) => ({ kind: 'figure', raw, decimals: 0, precision: 'exact', status: 'measured', confidence: 'A' }));
  const unit = { zh: '个', en: 'toys', multiplier: 1, enMultiplier: 1 };
  const table = tableOf([['2001', cells([9, 8, 7, 6])], ['2002', cells([1, 8, 7, 9])]], unit, { methodBreaks: [{ period: '2002', reason: { zh: '玩具换了量法。', en: 'The toys were measured anew.' } }] });

  test('who climbed and dropped most, the chosen, and what a place is', () => {
    expect(placesTakeaway({ table, from: '2001', to: '2002', regions, chosen: [idAt(1)] }, zh)).toMatchObject({
      text: '2001年至2002年，31个省份中两期都有名次的4个里1个名次上升、1个下降、2个不变；升得最多的是丁卯（第4位到第1位，升3位）；降得最多的是甲子（第1位到第4位，降3位）；乙丑第2位（共4）到第2位（共4）。',
      limits: ['名次由本站按公布值计算，并列者同名次；不是发布方的名次。', '2002年起方法有变，名次之差不全是升降：玩具换了量法。'],
    });
    expect(placesTakeaway({ table, from: '2001', to: '2002', regions, chosen: [] }, en).text).toBe('From 2001 to 2002, of the 4 of 31 provinces with a place in both, 1 climbed, 1 dropped and 2 kept their places; Tad climbed most (from 4 to 1, up 3 places); Taa dropped most (from 1 to 4, down 3 places).');
  });

  test('a forecast overtakes nobody', () => {
    const foretold = toyTable([toyObservation(1, { regionId: idAt(0) }), toyObservation(2, { regionId: idAt(1) }), toyObservation(9, { regionId: idAt(0), period: '2002', status: 'forecast' }), toyObservation(2, { regionId: idAt(1), period: '2002' })]);
    expect(placesTakeaway({ table: foretold, from: '2001', to: '2002', regions, chosen: [] }, en).text).toBe('No region has a place in both 2001 and 2002.');
  });
});
