import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { hasValue, type Measured } from '../../../src/model/observation.ts';
import { matrixTakeaway } from '../../../src/view/sentences/matrix.ts';
import { provincesTakeaway } from '../../../src/view/sentences/provinces.ts';
import { stripTakeaway } from '../../../src/view/sentences/strip.ts';
import { isPrintedAs } from '../../support/arithmetic.ts';
import { toyAbsence, toyObservation, toyTable } from '../../support/toys.ts';
import { en, zh } from '../../support/toyViews.ts';
import { anyCells, anyDirection, anyLanguage, anyUnit, expectFigure, expectMarks, expectNames, expectSound, idAt, inReaders, middle, nameOf, provinces, regions, sayIn, tableOf, ways } from './facts.ts';

// Thousands of selections, on machines that others use as well.
vi.setConfig({ testTimeout: 60_000 });

const STRIP = {
  zh: { spread: /^2001年从(?<lowNames>.+?)的(?<low>(?:约|超过|不到)?[−\d].*?)到(?<highNames>[^到]+?)的(?<high>(?:约)?[−\d][^，]*?)(?:，中位数(?<median>[^，]+?))?(?:，居中的一半在(?<q1>.+?)与(?<q3>.+?)之间)?$/, open: /^2001年有只知上下限的数值，两端无从断定/ },
  en: { spread: /^Figures in 2001 run from (?<low>.+?) \((?<lowNames>.+?)\) to (?<high>.+?) \((?<highNames>.+?)\)(?:, median (?<median>.+?))?(?:, the middle half between (?<q1>.+?) and (?<q3>.+?))?$/, open: /^Some figures in 2001 are known as bounds only, so the ends cannot be settled/ },
} as const;

/** Hyndman and Fan's type 7, written out: the place, and in proportion between the two beside it. */
function quartile(values: readonly number[], fraction: number): number {
  const ascending = [...values].sort((one, other) => one - other);
  const place = fraction * (ascending.length - 1);
  const [below, above] = [ascending[Math.floor(place)] ?? NaN, ascending[Math.ceil(place)] ?? NaN];
  return below * (1 - (place - Math.floor(place))) + above * (place - Math.floor(place));
}

test('whatever the figures, ends, median, middle half and the chosen ones are those of the data', () => {
  fc.assert(
    fc.property(anyCells(), anyUnit, anyDirection, anyLanguage, fc.uniqueArray(fc.constantFrom(...provinces.map(({ id }) => id)), { maxLength: 3 }), (cells, unit, better, lang, chosen) => {
      const say = sayIn(lang);
      const table = tableOf([['2001', cells]], unit, { better });
      const takeaway = stripTakeaway({ table, period: '2001', regions, chosen }, say);
      expectSound(takeaway, say);
      const figures = table.observations.filter(hasValue);
      if (figures.length === 0) {
        expect(takeaway.text).toBe(provincesTakeaway({ table, period: '2001', regions, selected: chosen[0] ?? null }, say).text);
        return;
      }
      expectMarks(takeaway.limits, figures, say);
      const values = figures.map(({ value }) => value);
      const [low, high] = [Math.min(...values), Math.max(...values)];
      const [spread = '', covered = '', ...clauses] = takeaway.text.slice(0, -1).split(say.words.stop);
      expect(Number((lang === 'zh' ? /31个省份(?:中(\d+)个|都)有数据/ : /(?:(\d+) of|all) 31 provinces/).exec(covered)?.[1] ?? 31)).toBe(figures.length);
      const isBounded = figures.some(({ precision }) => precision === 'lowerBound' || precision === 'upperBound');
      const told = STRIP[lang].spread.exec(spread)?.groups;
      if (low === high) expect(told).toBeUndefined();
      else if (isBounded) {
        expect(spread).toMatch(STRIP[lang].open);
        expect(spread).not.toMatch(/居中|middle half/);
      } else {
        expect(told, spread).toBeDefined();
        // An end that several share may be told by any of them; one of them approximate makes it so.
        const ends = (value: number): readonly Measured[] => {
          const those = figures.filter((figure) => figure.value === value);
          const about = those.find(({ precision }) => precision === 'approximate');
          return about ? [about] : those;
        };
        expectFigure(told?.['low'] ?? '', ends(low), unit, say);
        expectFigure(told?.['high'] ?? '', ends(high), unit, say);
        expectNames(told?.['lowNames'] ?? '', figures.filter(({ value }) => value === low).map(({ regionId }) => regionId), say);
        expectNames(told?.['highNames'] ?? '', figures.filter(({ value }) => value === high).map(({ regionId }) => regionId), say);
        expect(isPrintedAs(told?.['median'] ?? '', inReaders(middle(values), unit, say))).toBe(true);
        expect(told?.['q1'] !== undefined).toBe(figures.length >= 8);
        if (told?.['q1'] !== undefined) {
          expect(isPrintedAs(told['q1'], inReaders(quartile(values, 0.25), unit, say)), `${told['q1']}`).toBe(true);
          expect(isPrintedAs(told['q3'] ?? '', inReaders(quartile(values, 0.75), unit, say))).toBe(true);
        }
      }
      if (ways(figures, middle).length > 1 && figures.length > 1) expect(spread).not.toMatch(/中位数|median/);
      expect(clauses).toHaveLength(chosen.length);
      chosen.forEach((id, index) => {
        const clause = clauses[index] ?? '';
        expect(clause.startsWith(nameOf(id, say))).toBe(true);
        const own = figures.find(({ regionId }) => regionId === id);
        if (own) expectFigure(clause.slice(nameOf(id, say).length).replace(/^: /, ''), [own], unit, say);
        else expect(clause).not.toMatch(/\d/);
      });
    }),
    { numRuns: 1500 },
  );
});

test('whatever the cells, how many are filled and which periods are complete is counted right', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(anyCells(), fc.boolean()), { minLength: 1, maxLength: 7 }), anyUnit, anyLanguage, (columns, unit, lang) => {
      const say = sayIn(lang);
      // Complete periods are rare among random ones: some are filled up.
      const rows = columns.map(([cells, isFilled], index) => [String(2001 + index), isFilled ? provinces.map((_, at) => ({ kind: 'figure' as const, raw: at, decimals: 0, precision: 'exact' as const, status: 'measured' as const, confidence: 'A' as const })) : cells] as const);
      const table = tableOf(rows, unit);
      const periods = rows.map(([period]) => period);
      const takeaway = matrixTakeaway({ table, periods, regions }, say);
      expectSound(takeaway, say);
      const filled = rows.map(([period, cells]) => ({ period, k: cells.filter(({ kind }) => kind === 'figure').length }));
      const k = filled.reduce((sum, one) => sum + one.k, 0);
      const n = 31 * rows.length;
      const told = (lang === 'zh' ? /^31个省份、(\d+)个时期，(\d+)格(?:中(\d+)格|全)有数据/ : /^31 provinces, (\d+) periods?: (?:(?<k>\d+) of|all) (\d+) cells have data/).exec(takeaway.text);
      const [periodCount, cells, stated] = lang === 'zh' ? [told?.[1], told?.[2], told?.[3]] : [told?.[1], told?.[3], told?.[2]];
      expect([Number(periodCount), Number(cells), Number(stated ?? n)]).toEqual([rows.length, n, k]);
      const complete = filled.filter((one) => one.k === 31).map(({ period }) => period);
      const rest = takeaway.text.slice(0, -1).split(say.words.stop)[1] ?? '';
      if (k === n) expect(rest).toBe('');
      else if (complete.length === 0) {
        expect(rest).toMatch(/^没有一个时期是齐全的|^no period is complete/);
        const fullest = /最全的是(\d+)年（(\d+)个）|the fullest is (\d+) \((\d+)\)/.exec(rest);
        if (fullest) expect(filled.filter((one) => one.k >= Number(fullest[2] ?? fullest[4]))).toEqual([{ period: fullest[1] ?? fullest[3], k: Number(fullest[2] ?? fullest[4]) }]);
      } else {
        const list = /^齐全的有(\d+)个时期：(.+)$|^(\d+) periods? (?:is|are) complete: (.+)$/.exec(rest);
        const run = /^(\d+)年至(\d+)年的(\d+)个时期全部齐全$|^all (\d+) periods from (\d+) to (\d+) are complete$/.exec(rest);
        const counted = /^其中(\d+)个时期齐全$|^(\d+) periods are complete$/.exec(rest);
        if (list) expect((list[2] ?? list[4] ?? '').split(/、|, | and /).map((one) => one.replace('年', ''))).toEqual(complete);
        else if (run) {
          const [from, to, count] = lang === 'zh' ? [run[1], run[2], run[3]] : [run[5], run[6], run[4]];
          expect(complete).toEqual(periods.filter((period) => period >= (from ?? '') && period <= (to ?? '')));
          expect(Number(count)).toBe(complete.length);
        } else expect(Number(counted?.[1] ?? counted?.[2])).toBe(complete.length);
      }
    }),
    { numRuns: 600 },
  );
});

describe('as it reads', () => {
  const table = toyTable(Array.from({ length: 9 }, (_, index) => toyObservation(10 * (index + 1), { regionId: idAt(index) })));

  test('a strip: ends, median, the middle half, the chosen', () => {
    expect(stripTakeaway({ table, period: '2001', regions, chosen: [idAt(7)] }, zh).text).toBe('2001年从甲子的10个到壬申的90个，中位数50个，居中的一半在30个与70个之间；31个省份中9个有数据；辛未80个，第2位，共9，高于中位数30个。');
    expect(stripTakeaway({ table, period: '2001', regions, chosen: [] }, en).text).toBe('Figures in 2001 run from 10 toys (Taa) to 90 toys (Tai), median 50 toys, the middle half between 30 toys and 70 toys; 9 of 31 provinces have data.');
  });

  test('a matrix: cells, complete periods, what is absent', () => {
    const full = (period: string) => provinces.map(({ id }) => toyObservation(1, { regionId: id, period }));
    const given = toyTable([...full('2001'), ...full('2002'), toyObservation(1, { period: '2003' }), toyAbsence('suppressed', { period: '2003', regionId: idAt(1) })]);
    expect(matrixTakeaway({ table: given, periods: ['2001', '2002', '2003'], regions }, zh)).toEqual({
      text: '31个省份、3个时期，93格中63格有数据；齐全的有2个时期：2001年、2002年。',
      limits: ['30格没有数据：未收录29个，依规不公布1个。'],
      workings: [{ what: '有数据的个数', formula: '应有的个数 − 未收录 − 依规不公布', filled: '93 − 29 − 1', result: '63' }],
    });
    expect(matrixTakeaway({ table: given, periods: ['2001', '2002'], regions }, en).text).toBe('31 provinces, 2 periods: all 62 cells have data.');
    expect(matrixTakeaway({ table: given, periods: [], regions }, en).text).toBe('There is no period to list.');
  });
});
