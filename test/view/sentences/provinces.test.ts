import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { Say } from '../../../src/i18n/say.ts';
import type { Indicator } from '../../../src/model/indicator.ts';
import { hasValue, type Measured } from '../../../src/model/observation.ts';
import { provincesTakeaway, type ProvincesFacts } from '../../../src/view/sentences/provinces.ts';
import type { Takeaway } from '../../../src/view/sentences/takeaway.ts';
import { isPrintedAs } from '../../support/arithmetic.ts';
import { toyAbsence, toyObservation, toyTable, toyUnits } from '../../support/toys.ts';
import { en, zh } from '../../support/toyViews.ts';
import { anyCells, anyDirection, anyLanguage, anyUnit, expectFigure, expectMarks, expectNames, expectSound, idAt, inReaders, isAmount, middle, nameOf, parseNames, provinces, regions, sayIn, tableOf, ways } from './facts.ts';

// Thousands of selections, on machines that others use as well.
vi.setConfig({ testTimeout: 60_000 });

const SHAPES = {
  zh: {
    median: '，中位数',
    only: /^2001年只有(?<names>.+?)有数值（(?<value>.+)）$/,
    same: /^2001年有数据的(?<count>\d+)个数值相同（(?<value>.+)）$/,
    lead: /^2001年(?<names>.+?)(?<tied>并列)?(?<word>居首|最低|最高|最多)（(?<value>.+)）$/,
    open: /^2001年谁(?<word>居首|最低|最高)无从断定：(?<contenders>.+)$/,
    none: /^2001年31个省份都没有数值：(?<kinds>.+)。$/,
    covered: /^31个省份(?:中(?<k>\d+)个有数据|(?<all>都有数据))$/,
    place: /(?<tied>并列)?第(?<rank>\d+)位，共(?<n>\d+)/,
    distance: /(?<way>高于|低于)中位数(?<by>约?[\d.,]+)|(?<at>与中位数持平)/,
    absent: /没有数值（(?<kind>.+)）$/,
  },
  en: {
    median: ', median ',
    only: /^Only (?<names>.+?) has a figure in 2001 \((?<value>.+)\)$/,
    same: /^All (?<count>\d+) of 31 provinces with data have the same figure in 2001 \((?<value>.+)\)$/,
    lead: /^(?<names>.+?) (?:(?<tied>share the lead|share the lowest figure|share the highest figure|jointly have the most)|leads|has the lowest figure|has the highest figure|has the most) in 2001 \((?<value>.+)\)$/,
    open: /^Who (?<word>leads|is lowest|is highest) in 2001 cannot be settled: (?<contenders>.+)$/,
    none: /^None of the 31 provinces has a figure in 2001: (?<kinds>.+)\.$/,
    covered: /^(?:(?<k>\d+) of 31 provinces ha(?:s|ve) data|(?<all>all 31 provinces have data))$/,
    place: /rank (?<rank>\d+) of (?<n>\d+)(?<tied> \(tied\))?/,
    distance: /, (?<by>(?:c\. )?\d[\d.,]*)[^;,]* (?<way>above|below) the median|(?<at>at the median)/,
    absent: / has no figure \((?<kind>.+)\)$/,
  },
} as const;

const WORDS = {
  zh: { higher: '居首', lower: '最低', none: '最多', noneShare: '最高' },
  en: { higher: /lead/, lower: /lowest/, none: /most/, noneShare: /highest/ },
} as const;

/** Everything that the sentence says is worked out again from the observations, by the shortest way there is. */
function expectTrue({ table: { indicator, observations }, period, selected }: ProvincesFacts, say: Say, takeaway: Takeaway): void {
  const { unit, better } = indicator;
  const shape = SHAPES[say.lang];
  const counted = provinces.map(({ id }) => id);
  const at = observations.filter((one) => one.period === period && counted.includes(one.regionId));
  const figures = at.filter(hasValue);
  const sign = better === 'lower' ? -1 : 1;
  expectSound(takeaway, say);
  if (figures.length === 0) {
    expect(takeaway.text).toMatch(shape.none);
    expect(takeaway.workings).toEqual([]);
    return;
  }
  const end = say.lang === 'zh' ? '。' : '.';
  const [lead = '', covered = '', chosen = ''] = takeaway.text.slice(0, -end.length).split(say.words.stop);
  const [leadText = '', medianText] = lead.split(shape.median);

  // k of n.
  const coverage = shape.covered.exec(covered)?.groups;
  expect(coverage, covered).toBeDefined();
  expect(coverage?.['all'] === undefined ? Number(coverage?.['k']) : 31).toBe(figures.length);

  // Who leads.
  const leading = (values: readonly number[]) => {
    const best = Math.max(...values.map((value) => sign * value));
    return figures.filter((_, index) => sign * (values[index] ?? NaN) === best).map(({ regionId }) => regionId);
  };
  const leaders = ways(figures, leading);
  const [certain = []] = leaders;
  const leadingFigures = figures.filter(({ regionId }) => certain.includes(regionId));
  if (figures.length === 1) {
    const only = shape.only.exec(leadText)?.groups;
    expectNames(only?.['names'] ?? '', certain, say);
    expectFigure(only?.['value'] ?? '', figures, unit, say);
  } else if (leaders.length > 1) {
    const open = shape.open.exec(leadText)?.groups;
    expect(open, leadText).toBeDefined();
    const told = (open?.['contenders'] ?? '').split(say.words.comma).filter((part) => figures.some(({ regionId }) => part.startsWith(nameOf(regionId, say))));
    const further = /另有(\d+)个|(\d+) more/.exec(leadText);
    expect(told.length + Number(further?.[1] ?? further?.[2] ?? 0)).toBeGreaterThanOrEqual(new Set(leaders.flat()).size);
    for (const part of told) {
      const own = figures.find(({ regionId }) => part.startsWith(nameOf(regionId, say)));
      if (own) expectFigure(part.slice(nameOf(own.regionId, say).length).trim(), [own], unit, say);
    }
  } else if (certain.length === figures.length) {
    const same = shape.same.exec(leadText)?.groups;
    expect(Number(same?.['count'])).toBe(figures.length);
    expectFigure(same?.['value'] ?? '', figures, unit, say);
  } else {
    const told = shape.lead.exec(leadText)?.groups;
    expect(told, leadText).toBeDefined();
    expectNames(told?.['names'] ?? '', certain, say);
    expectFigure(told?.['value'] ?? '', leadingFigures, unit, say);
    expect(told?.['tied'] !== undefined).toBe(certain.length > 1);
    expect(leadText).toMatch(WORDS[say.lang][better === 'none' && !isAmount(unit) ? 'noneShare' : better]);
    if (leadingFigures.every(({ confidence }) => confidence === 'C')) expect(told?.['value']).toContain(say.words.doubtful);
  }

  // The median, or none where a bound could move it.
  const medians = ways(figures, middle);
  const [median = NaN] = medians;
  if (figures.length === 1 || medians.length > 1) {
    expect(medianText).toBeUndefined();
    if (figures.length > 1) expect(takeaway.limits).toContain(say.words.sentences.medianOpen);
  } else {
    expect(isPrintedAs(medianText ?? '', inReaders(median, unit, say)), `${medianText} for ${inReaders(median, unit, say)}`).toBe(true);
  }

  // The chosen region: its figure, its place, its distance to the median.
  const own = figures.find(({ regionId }) => regionId === selected);
  if (selected === null) {
    expect(chosen).toBe('');
  } else if (!own) {
    const kind = shape.absent.exec(chosen)?.groups?.['kind'];
    const row = at.find(({ regionId }) => regionId === selected);
    const expected = row?.value === null ? row.status : counted.includes(selected) ? 'notGathered' : regions.find(({ id }) => id === selected)?.group === 'hmt' ? 'notSurveyed' : 'notApplicable';
    expect(kind).toBe(say.words.absence[expected]);
  } else {
    expect(chosen.startsWith(nameOf(selected, say))).toBe(true);
    expectFigure(chosen.slice(nameOf(selected, say).length).replace(/^: /, ''), [own], unit, say);
    const ranks = ways(figures, (values) => {
      const mine = values[figures.indexOf(own)] ?? NaN;
      return 1 + values.filter((value) => sign * value > sign * mine).length;
    });
    const place = shape.place.exec(chosen)?.groups;
    if (figures.length === 1) expect(place).toBeUndefined();
    else if (ranks.length === 1) {
      expect(place, chosen).toMatchObject({ rank: String(ranks[0]), n: String(figures.length) });
      const isBound = (one: Measured) => one.precision === 'lowerBound' || one.precision === 'upperBound';
      const tied = !isBound(own) && figures.some((one) => one !== own && !isBound(one) && one.value === own.value);
      expect(place?.['tied'] !== undefined).toBe(tied);
    } else {
      expect(place).toBeUndefined();
      expect(takeaway.limits).toContain(say.words.sentences.placeOpen(nameOf(selected, say)));
    }
    const distance = shape.distance.exec(chosen)?.groups;
    if (medianText === undefined || own.precision === 'lowerBound' || own.precision === 'upperBound') expect(distance).toBeUndefined();
    else {
      const by = own.value - median;
      if (distance?.['at'] !== undefined) expect(by).toBeCloseTo(0, 6);
      else {
        expect(distance?.['way']).toBe(by > 0 ? (say.lang === 'zh' ? '高于' : 'above') : say.lang === 'zh' ? '低于' : 'below');
        expect(isPrintedAs(distance?.['by'] ?? '', Math.abs(inReaders(by, unit, say))), `${chosen} by ${inReaders(by, unit, say)}`).toBe(true);
      }
    }
  }

  // What limits it: every mark is told.
  expectMarks(takeaway.limits, figures, say);
  // Absences, by kind, add up.
  const absentLimit = takeaway.limits.find((limit) => (say.lang === 'zh' ? /^(\d+)个省份没有数值：/ : /^(\d+) provinces? ha(?:s|ve) no figure: /).test(limit));
  expect(absentLimit !== undefined).toBe(figures.length < 31);
  if (absentLimit) expect(Number(/\d+/.exec(absentLimit)?.[0])).toBe(31 - figures.length);
}

const anySelection = fc.option(fc.constantFrom(...regions.map(({ id }) => id)), { nil: null });

test('whatever the figures and the choice, each number, name and direction in the sentence is that of the data', () => {
  fc.assert(
    fc.property(anyCells(), anyUnit, anyDirection, anySelection, anyLanguage, fc.option(fc.integer({ min: 0, max: 2 }), { nil: undefined }), (cells, unit, better, selected, lang, decimals) => {
      const say = sayIn(lang);
      const table = tableOf([['2001', cells], ['2000', cells]], unit, { better, ...(decimals === undefined ? {} : { decimals }) });
      const facts: ProvincesFacts = { table, period: '2001', regions, selected };
      expectTrue(facts, say, provincesTakeaway(facts, say));
    }),
    { numRuns: 3000 },
  );
});

const bands = ['low', 'high'].map((id, index) => ({ id, name: { zh: ['低', '高'][index] ?? '', en: ['Low', 'High'][index] ?? '' } }));

test('whatever the classes, the numbers in them are told and add up with those absent', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.constantFrom('low', 'high')), { maxLength: 31 }), anyLanguage, anySelection, (given, lang, selected) => {
      const say = sayIn(lang);
      const observations = given.map((band, index) => toyAbsence('notPublished', { regionId: idAt(index), ...(band === null ? {} : { band }) }));
      const facts: ProvincesFacts = { table: toyTable(observations, { publishes: 'bands', bands }), period: '2001', regions, selected };
      const takeaway = provincesTakeaway(facts, say);
      expectSound(takeaway, say);
      const k = given.filter((band) => band !== null).length;
      if (k === 0) {
        expect(takeaway.text).toMatch(SHAPES[say.lang].none);
        return;
      }
      for (const { id, name } of bands) {
        const count = given.filter((band) => band === id).length;
        const told = say.lang === 'zh' ? new RegExp(`“${name.zh}”(\\d+)个`).exec(takeaway.text) : new RegExp(`(\\d+) in “${name.en}”`).exec(takeaway.text);
        expect(Number(told?.[1] ?? 0)).toBe(count);
      }
      expect(takeaway.text).toContain(say.lang === 'zh' ? (k === 31 ? '31个省份都有数据' : `31个省份中${k}个有数据`) : k === 31 ? 'all 31 provinces have data' : `${k} of 31 provinces`);
      expect(takeaway.text).not.toMatch(/居首|最|lead|most|median|中位/);
      const own = observations.find(({ regionId }) => regionId === selected);
      const ownBand = bands.find(({ id }) => id === own?.band);
      if (selected !== null && ownBand) expect(takeaway.text).toContain(say.words.sentences.inBand(nameOf(selected, say), ownBand.name[say.lang]));
    }),
    { numRuns: 500 },
  );
});

test('whatever the places, how many were published is told, and nothing is ranked here', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.integer({ min: 1, max: 31 })), { minLength: 1, maxLength: 31 }), anyLanguage, anySelection, (given, lang, selected) => {
      const say = sayIn(lang);
      const observations = given.map((place, index) => toyAbsence('notGathered', { regionId: idAt(index), ...(place === null ? {} : { publishedRank: place }) }));
      const k = given.filter((place) => place !== null).length;
      const takeaway = provincesTakeaway({ table: toyTable(observations, { publishes: 'ranks' }), period: '2001', regions, selected }, say);
      expectSound(takeaway, say);
      if (k === 0) return;
      const told = say.lang === 'zh' ? /^2001年(?:公布了全部(\d+)个名次|只公布了31个省份中的前(\d+)名|只公布了31个省份中(\d+)个的名次)/.exec(takeaway.text) : /^(?:All (\d+) places were|Only the first (\d+) places of 31 provinces were|Only (\d+) places? of 31 provinces (?:was|were)) published for 2001/.exec(takeaway.text);
      expect(Number(told?.slice(1).find((part) => part !== undefined))).toBe(k);
      // “The first k” only when no place is passed over, or else a tie before it has used it up.
      if (told?.[2] !== undefined) {
        const places = given.filter((one) => one !== null);
        for (const place of places) expect(places.filter((one) => one < place).length, String(places)).toBeGreaterThanOrEqual(Math.min(place - 1, new Set(places.filter((one) => one < place)).size));
        expect(Math.min(...places)).toBe(1);
      }
      const firsts = observations.filter(({ publishedRank }) => publishedRank === 1).map(({ regionId }) => regionId);
      const leader = say.lang === 'zh' ? /第1位(?:的)?是(.+?)(?:；|。$)/.exec(takeaway.text) : /, with (?:(.+?) sharing first place|(.+?) first)(?:;|\.$)/.exec(takeaway.text);
      if (firsts.length === 0) expect(leader).toBeNull();
      else expectNames(leader?.slice(1).find((part) => part !== undefined) ?? '', firsts, say);
      const own = observations.find(({ regionId }) => regionId === selected)?.publishedRank;
      if (selected !== null && own !== undefined) expect(takeaway.text).toContain(say.words.sentences.publishedPlace(nameOf(selected, say), own));
      expect(takeaway.text).not.toMatch(/中位|median|居首|leads/);
    }),
    { numRuns: 500 },
  );
});

const given = (values: readonly number[], changes: Partial<Measured> = {}) => values.map((value, index) => toyObservation(value, { ...changes, regionId: idAt(index) }));
const see = (observations: Parameters<typeof toyTable>[0], say: Say, { selected = null, ...indicator }: Partial<Indicator> & { selected?: string | null } = {}) => provincesTakeaway({ table: toyTable(observations, indicator), period: '2001', regions, selected }, say);
const upTo31 = Array.from({ length: 31 }, (_, index) => index + 1);

describe('as it reads', () => {
  test('who leads, the median, k of n, the chosen one', () => {
    const figures = given(upTo31.slice(0, 29), { printedDecimals: 0 });
    expect(see(figures, zh, { selected: idAt(27) }).text).toBe('2001年壬辰居首（29个），中位数15个；31个省份中29个有数据；辛卯28个，第2位，共29，高于中位数13个。');
    expect(see(figures, en, { selected: idAt(27) }).text).toBe('Tbc leads in 2001 (29 toys), median 15 toys; 29 of 31 provinces have data; Tbb: 28 toys, rank 2 of 29, 13 toys above the median.');
  });

  test('who is absent, by kind', () => {
    const figures = [...given(upTo31.slice(0, 28)), toyAbsence('notPublished', { regionId: idAt(28) }), toyAbsence('suppressed', { regionId: idAt(29) })];
    expect(see(figures, zh).limits).toEqual(['3个省份没有数值：未公布1个（壬辰），未收录1个（甲午），依规不公布1个（癸巳）。']);
    expect(see(figures, en).limits).toEqual(['3 provinces have no figure: 1 not published (Tbc), 1 not gathered (Tbe), 1 withheld by rule (Tbd).']);
    expect(see([...given(upTo31.slice(0, 30)), toyAbsence('notPublished', { regionId: idAt(30) })], zh).limits).toEqual(['1个省份没有数值：未公布（甲午）。']);
  });

  test('a tie, a doubtful leader, percentages', () => {
    const tied = given([9, 9, 1, 2]);
    expect(see(tied, zh, { unit: toyUnits.percent, selected: idAt(2) }).text).toBe('2001年甲子、乙丑并列居首（9%），中位数5.5%；31个省份中4个有数据；丙寅1%，第4位，共4，低于中位数4.5个百分点。');
    const doubtful = [...given([1, 2]), toyObservation(7, { regionId: idAt(2), confidence: 'C' })];
    expect(see(doubtful, zh).text).toBe('2001年丙寅居首（7个，存疑），中位数2个；31个省份中3个有数据。');
    expect(see(doubtful, en).limits).toContain('The figure for Tac is doubtful (confidence C).');
  });

  test('“over 80” may be more than 90: nobody is named first', () => {
    const open = [toyObservation(90, { regionId: idAt(0) }), toyObservation(80, { regionId: idAt(1), precision: 'lowerBound' }), toyObservation(5, { regionId: idAt(2) })];
    expect(see(open, zh)).toMatchObject({ text: '2001年谁居首无从断定：甲子90个，乙丑超过80个；31个省份中3个有数据。', limits: ['28个省份没有数值：未收录。', '乙丑的数值是下限（“超过”），实数更大。', '有只知上下限的数值，中位数无从断定。'] });
    expect(see(open, en).text).toBe('Who leads in 2001 cannot be settled: Taa 90 toys, Tab over 80 toys; 3 of 31 provinces have data.');
  });

  test('the direction is the indicator’s: lowest, most, highest', () => {
    expect(see(given([3, 1, 2]), zh, { better: 'lower' }).text).toContain('2001年乙丑最低（1个）');
    expect(see(given([3, 1, 2]), en, { better: 'lower' }).text).toContain('Tab has the lowest figure in 2001 (1 toys)');
    expect(see(given([3, 1, 2]), zh, { better: 'none' }).text).toContain('2001年甲子最多（3个）');
    expect(see(given([3, 1, 2]), en, { better: 'none' }).text).toContain('Taa has the most in 2001 (3 toys)');
    expect(see(given([3, 1, 2]), zh, { better: 'none', unit: toyUnits.percent }).text).toContain('2001年甲子最高（3%）');
  });

  test('one region, all alike, none at all', () => {
    expect(see(given([3]), zh).text).toBe('2001年只有甲子有数值（3个）；31个省份中1个有数据。');
    expect(see(given([3, 3, 3]), en).text).toBe('All 3 of 31 provinces with data have the same figure in 2001 (3 toys), median 3 toys; 3 of 31 provinces have data.');
    expect(see([toyAbsence('notPublished', { regionId: idAt(0) })], zh).text).toBe('2001年31个省份都没有数值：未公布1个（甲子），未收录30个。');
    expect(see([], en).text).toBe('None of the 31 provinces has a figure in 2001: not gathered.');
  });

  test('more than four that lead are counted', () => {
    expect(parseNames('甲子、乙丑、丙寅等5个', zh)).toEqual({ names: ['甲子', '乙丑', '丙寅'], total: 5 });
    expect(see(given([9, 9, 9, 9, 9, 1]), zh).text).toContain('2001年甲子、乙丑、丙寅等5个并列居首（9个）');
    expect(see(given([9, 9, 9, 9, 9, 1]), en).text).toContain('Taa, Tab, Tac and 2 others share the lead in 2001 (9 toys)');
  });

  test('a rank opens its working, ties told', () => {
    expect(see(given([9, 5, 5, 1]), zh, { selected: idAt(2) }).workings).toEqual([
      { what: '中位数', formula: '4个数值由小到大排列，（居中两值之和）÷ 2', filled: '(5 + 5) ÷ 2', result: '5个' },
      { what: '丙寅的名次', formula: '1 ＋ 数值更大者的个数；并列者同名次（2个并列）', filled: '1 + 1', result: '第2位' },
      { what: '丙寅与中位数之差', formula: '数值 − 中位数', filled: '5 − 5.0', result: '0个' },
      { what: '有数据的个数', formula: '应有的个数 − 未收录', filled: '31 − 27', result: '4' },
    ]);
  });
});
