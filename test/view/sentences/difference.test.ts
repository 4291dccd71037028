import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { Indicator, MethodBreak } from '../../../src/model/indicator.ts';
import type { Measured, Observation } from '../../../src/model/observation.ts';
import { differenceTakeaway } from '../../../src/view/sentences/difference.ts';
import { multiplesTakeaway } from '../../../src/view/sentences/multiples.ts';
import { pairTakeaway } from '../../../src/view/sentences/pair.ts';
import { provincesTakeaway } from '../../../src/view/sentences/provinces.ts';
import { isPrintedAs } from '../../support/arithmetic.ts';
import { toyObservation, toyTable, toyUnits } from '../../support/toys.ts';
import { en, zh } from '../../support/toyViews.ts';
import { anyCells, anyDirection, anyLanguage, anyUnit, expectNames, expectSound, idAt, inReaders, isAmount, nameOf, provinces, regions, sayIn, tableOf, type Cell } from './facts.ts';

// Thousands of selections, on machines that others use as well.
vi.setConfig({ testTimeout: 60_000 });

type FigureCell = Extract<Cell, { kind: 'figure' }>;
const isFigure = (cell: Cell | undefined): cell is FigureCell => cell?.kind === 'figure';
const isPlain = ({ precision, status }: FigureCell) => (precision === 'exact' || precision === 'approximate') && status !== 'forecast';
/** In hundredths, which all decimals here divide: whole numbers compare exactly. */
const hundredths = ({ raw, decimals }: FigureCell) => raw * 10 ** (2 - decimals);

/** What became of each, worked out from the cells as they were dealt. */
const movesOf = (before: readonly Cell[], after: readonly Cell[]) =>
  provinces.flatMap(({ id }, index) => {
    const [one, other] = [before[index], after[index]];
    return isFigure(one) && isFigure(other) && isPlain(one) && isPlain(other) ? [{ id, by: hundredths(other) - hundredths(one) }] : [];
  });

const methodBreak = (period: string): MethodBreak => ({ period, reason: { zh: '玩具换了量法。', en: 'The toys were measured anew.' } });
const anySelection = fc.option(fc.constantFrom(...regions.map(({ id }) => id)), { nil: null });

const SHAPES = {
  zh: {
    all: /^2001年至2002年，31个省份全部(?<way>上升|增加|下降|减少|持平)$/,
    some: /^2001年至2002年，31个省份(?:中可比的(?<k>\d+)个)?里(?:(?<up>\d+)个(?<rose>上升|增加))?、?(?:(?<down>\d+)个(?<fell>下降|减少))?、?(?:(?<same>\d+)个持平)?$/,
    rise: /^(?:上升|增加)最多的(?<tied>并列为|是)(?<names>.+)（(?<by>约?[＋−].+?)）$/,
    fall: /^(?:下降|减少)最多的(?<tied>并列为|是)(?<names>.+)（(?<by>约?[＋−].+?)）$/,
    chosen: /^(?<name>.+?)(?:由.+(?<way>上升|增加|下降|减少)到.+（(?<by>约?[＋−].+?)）|(?<same>持平)（.+）)$/,
    none: /^31个省份中没有一个有两期可以比较的数值。$/,
    up: ['上升', '增加'],
  },
  en: {
    all: /^From 2001 to 2002 the figure (?<way>rose in all|fell in all|did not change in any of the) 31 provinces$/,
    some: /^From 2001 to 2002 the figure (?:(?<rose>rose) in (?<up>\d+))?(?:, | and )?(?:(?<fell>fell) in (?<down>\d+))?(?:, | and )?(?:did not change in (?<same>\d+))? of (?:the (?<k>\d+) of )?31 provinces(?: that can be compared)?$/,
    rise: /^the largest (?:rise is that|(?<tied>rises are those)) of (?<names>.+) \((?<by>(?:c\. )?[+−].+?)\)$/,
    fall: /^the largest (?:fall is that|(?<tied>falls are those)) of (?<names>.+) \((?<by>(?:c\. )?[+−].+?)\)$/,
    chosen: /^(?<name>.+?) (?:(?<way>rose|fell) from .+ to .+ \((?<by>(?:c\. )?[+−].+?)\)|(?<same>did not change) \(.+\))$/,
    none: /^None of the 31 provinces has figures of two periods that can be compared\.$/,
    up: ['rose'],
  },
} as const;

const unsigned = (text: string) => text.replace(/^(?:约|c\. )/, '').replace(/^[＋+]/, '');

test('whatever the two periods and the choice, counts, directions, names and amounts are those of the data', () => {
  fc.assert(
    fc.property(anyCells(), anyCells(), anyUnit, anyDirection, anySelection, anyLanguage, fc.boolean(), (before, after, unit, better, selected, lang, isTurned) => {
      const say = sayIn(lang);
      const table = tableOf([['2001', before], ['2002', after]], unit, { better });
      const takeaway = differenceTakeaway({ table, from: isTurned ? '2002' : '2001', to: isTurned ? '2001' : '2002', regions, selected }, say);
      expectSound(takeaway, say);
      const shape = SHAPES[lang];
      const moves = movesOf(before, after);
      if (moves.length === 0) {
        expect(takeaway.text).toMatch(shape.none);
        expect(takeaway.workings).toEqual([]);
        return;
      }
      const [counts = '', ...clauses] = takeaway.text.slice(0, -1).split(say.words.stop);
      const [up, down] = [moves.filter(({ by }) => by > 0), moves.filter(({ by }) => by < 0)];
      const same = moves.length - up.length - down.length;
      const all = shape.all.exec(counts)?.groups;
      if (all) {
        const way = all['way'] ?? '';
        expect(moves).toHaveLength(31);
        expect(31).toBe(/持平|not/.test(way) ? same : /上升|增加|rose/.test(way) ? up.length : down.length);
      } else {
        const some = shape.some.exec(counts)?.groups;
        expect(some, counts).toBeDefined();
        expect([some?.['up'], some?.['down'], some?.['same']].map((text) => Number(text ?? 0))).toEqual([up.length, down.length, same]);
        expect(Number(some?.['k'] ?? 31)).toBe(moves.length);
      }
      if (lang === 'zh') expect(takeaway.text).not.toMatch(isAmount(unit) ? /上升|下降/ : /增加|减少/);

      const inUnits = (hundredth: number) => inReaders((hundredth / 100) * unit.multiplier, unit, say);
      const expectLargest = (pattern: RegExp, those: typeof moves) => {
        const told = clauses.map((clause) => pattern.exec(clause)?.groups).find((found) => found);
        if (those.length === 0 || moves.length < 2) {
          expect(told).toBeUndefined();
          return;
        }
        const most = Math.max(...those.map(({ by }) => Math.abs(by)));
        expectNames(told?.['names'] ?? '', those.filter(({ by }) => Math.abs(by) === most).map(({ id }) => id), say);
        expect(isPrintedAs(unsigned(told?.['by'] ?? ''), inUnits(those.find(({ by }) => Math.abs(by) === most)?.by ?? NaN)), `${told?.['by']}`).toBe(true);
        expect(told?.['by']).toContain(unit.zh === '%' ? (lang === 'zh' ? '个百分点' : 'percentage points') : unit[lang]);
      };
      expectLargest(shape.rise, up);
      expectLargest(shape.fall, down);

      const own = moves.find(({ id }) => id === selected);
      const name = selected === null ? '' : nameOf(selected, say);
      const told = clauses.map((clause) => shape.chosen.exec(clause)?.groups).find((found) => found && found['name'] === name && !/最多|largest/.test(found['name']));
      if (own) {
        if (own.by === 0) expect(told?.['same']).toBeDefined();
        else {
          expect(shape.up.some((word) => word === told?.['way'])).toBe(own.by > 0);
          expect(isPrintedAs(unsigned(told?.['by'] ?? ''), inUnits(own.by))).toBe(true);
        }
      } else {
        expect(told).toBeUndefined();
        if (selected !== null) expect(takeaway.limits.some((limit) => limit.startsWith(say.words.sentences.chosenRefused(name, '').trim()))).toBe(true);
      }
      // All who could not be compared are counted, with the reason.
      const refused = takeaway.limits.flatMap((limit) => /^(\d+)(?:个不能比较| cannot be compared)/.exec(limit)?.[1] ?? []);
      expect(refused.reduce((sum, count) => sum + Number(count), 0)).toBe(31 - moves.length);
    }),
    { numRuns: 2000 },
  );
});

test('across a break in method nothing is compared, and the reason is given', () => {
  fc.assert(
    fc.property(anyCells(), anyCells(), anyUnit, anyLanguage, (before, after, unit, lang) => {
      const say = sayIn(lang);
      const table = tableOf([['2001', before], ['2002', after]], unit, { methodBreaks: [methodBreak('2002')] });
      const { text, workings } = differenceTakeaway({ table, from: '2001', to: '2002', regions, selected: idAt(0) }, say);
      expect(text).toBe(lang === 'zh' ? '2001年与2002年不能比较：2002年起方法有变。玩具换了量法。' : '2001 and 2002 cannot be compared: the method changed from 2002 on. The toys were measured anew.');
      expect(workings).toEqual([]);
      expect(multiplesTakeaway({ table, regions, chosen: [] }, say).text).toMatch(SHAPES[lang].none);
      expect(multiplesTakeaway({ table, regions, chosen: [] }, say).limits.join('')).toContain(lang === 'zh' ? '玩具换了量法' : 'measured anew');
    }),
    { numRuns: 100 },
  );
});

test('side by side, each period is told as on its own map; a break stands among the limits', () => {
  fc.assert(
    fc.property(anyCells(), anyCells(), anyUnit, anyDirection, anySelection, anyLanguage, fc.boolean(), (before, after, unit, better, selected, lang, isBroken) => {
      const say = sayIn(lang);
      const table = tableOf([['2001', before], ['2002', after]], unit, { better, ...(isBroken ? { methodBreaks: [methodBreak('2002')] } : {}) });
      const takeaway = pairTakeaway({ table, from: '2001', to: '2002', regions, selected }, say);
      expectSound(takeaway, say);
      expect(takeaway.text).toBe(['2001', '2002'].map((period) => provincesTakeaway({ table, period, regions, selected }, say).text).join(lang === 'zh' ? '' : ' '));
      expect(takeaway.limits.join('').includes(lang === 'zh' ? '玩具换了量法' : 'measured anew')).toBe(isBroken);
    }),
    { numRuns: 300 },
  );
});

test('over many periods, each region is set against the first of its own figures that allows it', () => {
  fc.assert(
    fc.property(fc.array(anyCells(31), { minLength: 1, maxLength: 4 }), anyUnit, anyLanguage, fc.boolean(), fc.constantFrom(idAt(0), idAt(3), idAt(30)), (columns, unit, lang, isBroken, chosen) => {
      const say = sayIn(lang);
      const table = tableOf(columns.map((cells, index) => [String(2001 + index), cells]), unit, isBroken ? { methodBreaks: [methodBreak('2003')] } : {});
      const takeaway = multiplesTakeaway({ table, regions, chosen: [chosen] }, say);
      expectSound(takeaway, say);
      const moves = provinces.flatMap(({ id }, index) => {
        const figures = columns.flatMap((cells, year) => {
          const cell = cells[index];
          return isFigure(cell) && isPlain(cell) && cell.confidence !== 'C' ? [{ year, value: hundredths(cell) }] : [];
        });
        // The latest figure that has an earlier one on its own side of the break, and the first of those.
        for (const later of [...figures].reverse()) {
          const earlier = figures.find(({ year }) => year < later.year && (!isBroken || year >= 2 || later.year < 2));
          if (earlier) return [{ id, by: later.value - earlier.value, from: earlier.year, to: later.year }];
        }
        return [];
      });
      if (moves.length === 0) {
        expect(takeaway.text).toMatch(SHAPES[lang].none);
        return;
      }
      const [counts = '', clause = ''] = takeaway.text.slice(0, -1).split(say.words.stop);
      const [up, down] = [moves.filter(({ by }) => by > 0).length, moves.filter(({ by }) => by < 0).length];
      const isShared = new Set(moves.map(({ from, to }) => `${from} ${to}`)).size === 1;
      const number = (pattern: RegExp) => Number(pattern.exec(counts)?.[1] ?? 0);
      if (/全部|all 31|any of/.test(counts)) expect([up, down, 31 - up - down]).toContain(31);
      else {
        expect(number(lang === 'zh' ? /(\d+)个(?:上升|增加)/ : /rose in (\d+)/)).toBe(up);
        expect(number(lang === 'zh' ? /(\d+)个(?:下降|减少)/ : /fell in (\d+)/)).toBe(down);
        expect(number(lang === 'zh' ? /(\d+)个持平/ : /not change in (\d+)/)).toBe(moves.length - up - down);
      }
      expect(counts.startsWith(lang === 'zh' ? '以各自' : 'From the first')).toBe(!isShared);
      const own = moves.find(({ id }) => id === chosen);
      if (own && own.by !== 0) {
        const by = /[（(]((?:约|c\. )?[＋+−][^）)]+)[）)]$/.exec(clause)?.[1] ?? '';
        expect(isPrintedAs(unsigned(by), inReaders((own.by / 100) * unit.multiplier, unit, say)), clause).toBe(true);
      } else if (!own) expect(clause).toBe(say.words.sentences.chosenNoPair(nameOf(chosen, say)));
      const without = takeaway.limits.flatMap((limit) => /^(\d+)(?:个没有两期| without)/.exec(limit)?.[1] ?? []);
      expect(Number(without[0] ?? 0)).toBe(31 - moves.length);
    }),
    { numRuns: 1000 },
  );
});

describe('as it reads', () => {
  const given = (values: readonly number[], period: string, changes: Partial<Measured> = {}): readonly Observation[] => values.map((value, index) => toyObservation(value, { ...changes, period, regionId: idAt(index) }));
  const table = (indicator: Partial<Indicator> = {}) => toyTable([...given([5, 9, 7, 4], '2001'), ...given([8, 6, 7, 7], '2002')], indicator);

  test('counts, the largest rise and fall, the chosen one', () => {
    const see = (say: typeof zh) => differenceTakeaway({ table: table(), from: '2001', to: '2002', regions, selected: idAt(2) }, say);
    expect(see(zh)).toEqual({
      text: '2001年至2002年，31个省份中可比的4个里2个增加、1个减少、1个持平；增加最多的并列为甲子、丁卯（＋3个）；减少最多的是乙丑（−3个）；丙寅持平（7个）。',
      limits: ['27个不能比较：前一期没有数值。'],
      workings: [
        { what: '甲子：2001年至2002年的变化', formula: '后值 − 前值', filled: '8 − 5', result: '＋3个' },
        { what: '乙丑：2001年至2002年的变化', formula: '后值 − 前值', filled: '6 − 9', result: '−3个' },
        { what: '丙寅：2001年至2002年的变化', formula: '后值 − 前值', filled: '7 − 7', result: '0个' },
      ],
    });
    expect(see(en).text).toBe('From 2001 to 2002 the figure rose in 2, fell in 1 and did not change in 1 of the 4 of 31 provinces that can be compared; the largest rises are those of Taa and Tad (+3 toys); the largest fall is that of Tab (−3 toys); Tac did not change (7 toys).');
  });

  test('percentages move by points', () => {
    expect(differenceTakeaway({ table: table({ unit: toyUnits.percent }), from: '2001', to: '2002', regions, selected: idAt(1) }, zh).text).toContain('乙丑由9%下降到6%（−3个百分点）');
  });

  test('a bound is not subtracted from', () => {
    const bound = toyTable([...given([5, 9], '2001', { precision: 'lowerBound' }), ...given([8, 6], '2002')]);
    expect(differenceTakeaway({ table: bound, from: '2001', to: '2002', regions, selected: null }, en)).toEqual({
      text: 'None of the 31 provinces has figures of two periods that can be compared.',
      limits: ['2 cannot be compared: one of them is known as a bound only and cannot be subtracted or divided.', '29 cannot be compared: the earlier period has no figure.'],
      workings: [],
    });
  });

  test('the same period twice', () => {
    expect(differenceTakeaway({ table: table(), from: '2001', to: '2001', regions, selected: null }, zh).text).toBe('两个时期都是2001年，没有变化可说。');
  });

  test('small plots: all over time, and the chosen ones', () => {
    expect(multiplesTakeaway({ table: table(), regions, chosen: [idAt(0), idAt(9)] }, zh)).toMatchObject({
      text: '2001年至2002年，31个省份中可比的4个里2个增加、1个减少、1个持平；甲子由5个增加到8个（＋3个）；癸酉没有两期可比的数值。',
      limits: ['27个没有两期可以比较的数值，不在其中。'],
    });
  });

  test('side by side', () => {
    expect(pairTakeaway({ table: table(), from: '2001', to: '2002', regions, selected: null }, en).text).toBe('Tab leads in 2001 (9 toys), median 6 toys; 4 of 31 provinces have data. Taa leads in 2002 (8 toys), median 7 toys; 4 of 31 provinces have data.');
  });
});
