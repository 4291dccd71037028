import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { Indicator, Unit } from '../../../src/model/indicator.ts';
import { hasValue, type Measured } from '../../../src/model/observation.ts';
import { levelsTakeaway } from '../../../src/view/sentences/levels.ts';
import { trendTakeaway } from '../../../src/view/sentences/trend.ts';
import { isPrintedAs } from '../../support/arithmetic.ts';
import { toyObservation, toyTable, toyUnits } from '../../support/toys.ts';
import { en, toyClaim, zh } from '../../support/toyViews.ts';
import { anyCells, anyLanguage, anyUnit, expectFigure, expectSound, inReaders, isAmount, observed, sayIn, units, type Cell } from './facts.ts';

// Thousands of selections, on machines that others use as well.
vi.setConfig({ testTimeout: 60_000 });

const NATION = '100000';
const breakFrom = (period: string) => [{ period, reason: { zh: '玩具换了量法。', en: 'The toys were measured anew.' } }];

const SHAPES = {
  zh: {
    one: /^(?<year>\d{4})年玩具数为(?<value>.+?)(?:，(?:比(?<from>\d{4})年(?<way>上升|增加|下降|减少)(?<by>约?[\d,.]+)(?<unit>[^（]*)(?:（(?<rate>约?[＋−]?[\d,.]+)%）)?|与(?<same>\d{4})年持平|(?<only>只有这一个时期有数值)))?。$/,
    foretold: /^玩具数只有预测：(?<year>\d{4})年为(?<value>.+)。$/,
    none: /^玩具数没有可以成线的数值。$/,
    up: /上升|增加/,
  },
  en: {
    one: /^Toys stood at (?<value>.+?) in (?<year>\d{4})(?:, (?:(?<way>up|down) (?<by>(?:c\. )?[\d,.]+)(?<unit>[^(]*?)(?: \((?<rate>(?:c\. )?[+−]?[\d,.]+)%\))? from (?<from>\d{4})|unchanged from (?<same>\d{4})|(?<only>the only period with a figure)))?\.$/,
    foretold: /^Toys has forecasts only: (?<value>.+) in (?<year>\d{4})\.$/,
    none: /^Toys has no figure to draw\.$/,
    up: /up/,
  },
} as const;

const isBound = ({ precision }: Measured) => precision === 'lowerBound' || precision === 'upperBound';
const withoutMark = (text: string) => text.replace(/^(?:约|c\. )/, '').replace(/^[＋+]/, '');

test('whatever the one series, its latest figure, its way and its growth are those of the data, and nothing refused is told', () => {
  fc.assert(
    fc.property(anyCells(9), anyUnit, anyLanguage, fc.option(fc.integer({ min: 2002, max: 2009 }), { nil: undefined }), fc.boolean(), (cells, unit, lang, breakYear, hasClaim) => {
      const say = sayIn(lang);
      const indicator: Partial<Indicator> = { unit, expected: 'nation', ...(breakYear === undefined ? {} : { methodBreaks: breakFrom(String(breakYear)) }) };
      const table = toyTable(cells.flatMap((cell, index) => observed(cell, NATION, String(2001 + index), unit)), indicator);
      const claims = hasClaim ? [toyClaim('77777777', { precision: 'lowerBound', period: '2030' })] : [];
      const takeaway = trendTakeaway({ table, claims }, say);
      expectSound(takeaway, say);
      const shape = SHAPES[lang];
      const sure = table.observations.filter(hasValue).filter(({ confidence }) => confidence !== 'C');
      const figures = sure.filter(({ status }) => status !== 'forecast').sort((one, other) => Number(one.period) - Number(other.period));
      // A claim is named among the limits and is nowhere else.
      expect(takeaway.text).not.toMatch(/77,?777/);
      expect(takeaway.workings.map(({ filled }) => filled).join()).not.toMatch(/77,?777/);
      expect(takeaway.limits.filter((limit) => /引述|quoted claim/.test(limit))).toHaveLength(claims.length);
      const latest = figures.at(-1);
      if (!latest) {
        expect(takeaway.text).toMatch(sure.length === 0 ? shape.none : shape.foretold);
        return;
      }
      const told = shape.one.exec(takeaway.text)?.groups;
      expect(told, takeaway.text).toBeDefined();
      expect(told?.['year']).toBe(latest.period);
      expectFigure(told?.['value'] ?? '', [latest], unit, say);
      const parted = (earlier: Measured) => breakYear !== undefined && Number(earlier.period) < breakYear && breakYear <= Number(latest.period);
      const base = isBound(latest) ? undefined : figures.find((one) => one !== latest && !isBound(one) && !parted(one));
      if (!base) {
        expect(told?.['way']).toBeUndefined();
        expect(told?.['same']).toBeUndefined();
        expect(told?.['only'] !== undefined).toBe(figures.length === 1);
        expect(takeaway.workings).toEqual([]);
        if (figures.length > 1) expect(takeaway.limits.some((limit) => /不能与它比较|cannot be compared with it/.test(limit))).toBe(true);
        return;
      }
      const by = latest.value - base.value;
      if (by === 0) {
        expect(told?.['same']).toBe(base.period);
        return;
      }
      expect(told?.['from']).toBe(base.period);
      expect(shape.up.test(told?.['way'] ?? '')).toBe(by > 0);
      expect(isPrintedAs(withoutMark(told?.['by'] ?? ''), Math.abs(inReaders(by, unit, say))), takeaway.text).toBe(true);
      if (unit.zh === '%') expect(told?.['unit']?.trim()).toBe(lang === 'zh' ? '个百分点' : 'percentage points');
      if (lang === 'zh') expect(told?.['way']).toMatch(isAmount(unit) ? /增加|减少/ : /上升|下降/);
      const isAbout = base.precision === 'approximate' || latest.precision === 'approximate';
      expect(/^(?:约|c\. )/.test(told?.['by'] ?? '')).toBe(isAbout);
      const hasRate = isAmount(unit) && base.value > 0;
      expect(told?.['rate'] !== undefined).toBe(hasRate);
      if (hasRate) {
        expect(isPrintedAs(withoutMark(told?.['rate'] ?? ''), (by / base.value) * 100), takeaway.text).toBe(true);
        expect(/[−]/.test(told?.['rate'] ?? '')).toBe(by < 0);
      }
      if (parted(figures[0] ?? latest) && figures[0] && !isBound(figures[0])) expect(takeaway.limits.join('')).toContain(lang === 'zh' ? '玩具换了量法' : 'measured anew');
    }),
    { numRuns: 2000 },
  );
});

const series = ['red', 'blue', 'green', 'grey', 'pink'].map((id, index) => ({ id, name: { zh: `${'红蓝绿灰粉'.charAt(index)}厂`, en: `${id.charAt(0).toUpperCase()}${id.slice(1)} works` } }));

test('rivals are told apart: how many, the latest year that two of them share, and never one trend', () => {
  fc.assert(
    fc.property(fc.array(anyCells(6), { minLength: 2, maxLength: 5 }), anyUnit, anyLanguage, (lines, unit, lang) => {
      const say = sayIn(lang);
      const table = toyTable(lines.flatMap((cells, line) => cells.flatMap((cell, index) => observed(cell, NATION, String(2001 + index), unit, series[line]?.id))), { unit, series, expected: 'nation' });
      const takeaway = trendTakeaway({ table, claims: [] }, say);
      expectSound(takeaway, say);
      const sure = table.observations.filter(hasValue).filter(({ confidence }) => confidence !== 'C');
      const drawn = series.filter(({ id }) => sure.some(({ seriesId }) => seriesId === id));
      if (drawn.length < 2) return;
      expect(takeaway.workings).toEqual([]);
      expect(takeaway.text).not.toMatch(/比\d+年|持平|\bup\b|\bdown\b|unchanged/);
      expect(Number((lang === 'zh' ? /玩具数有(\d+)条序列，各自成线/ : /Toys: (\d+) series, kept apart/).exec(takeaway.text)?.[1])).toBe(drawn.length);
      const settled = sure.filter(({ status }) => status !== 'forecast');
      const years = [...new Set(settled.map(({ period }) => period))].sort().reverse();
      const shared = years.find((year) => settled.filter(({ period }) => period === year).length > 1);
      const rest = takeaway.text.slice(0, -1).split(say.words.stop).slice(1).join(say.words.stop);
      const nameIn = (id: string) => series.find((one) => one.id === id)?.name[lang] ?? '';
      if (shared === undefined) {
        // The latest of each, no more than three named.
        expect(rest.startsWith(lang === 'zh' ? '最近的数：' : 'latest figures: ')).toBe(true);
        expect(drawn.filter(({ name }) => rest.includes(name[lang])).length).toBe(Math.min(3, drawn.length));
        expect(Number(/另有(\d+)条|(\d+) more/.exec(rest)?.slice(1).find((one) => one !== undefined) ?? 0)).toBe(Math.max(0, drawn.length - 3));
        return;
      }
      const figures = settled.filter(({ period }) => period === shared);
      const range = (lang === 'zh' ? /^(\d+)年有(\d+)条有数，从(.+)的([^的]+)到(.+)的([^的]+)$/ : /^(\d+) have a figure in (\d+), from (.+) \(([^()]+ works)\) to (.+) \(([^()]+ works)\)$/).exec(rest);
      if (range) {
        const [year, count, lowName, low, highName, high] = lang === 'zh' ? range.slice(1) : [range[2], range[1], range[4], range[3], range[6], range[5]];
        expect(year).toBe(shared);
        expect(Number(count)).toBe(figures.length);
        const [least, most] = [Math.min(...figures.map(({ value }) => value)), Math.max(...figures.map(({ value }) => value))];
        expectFigure(low ?? '', figures.filter(({ value }) => value === least), unit, say);
        expectFigure(high ?? '', figures.filter(({ value }) => value === most), unit, say);
        expect(nameIn(figures.find(({ value }) => value === least)?.seriesId ?? '')).toBe(lowName);
        expect(nameIn(figures.find(({ value }) => value === most)?.seriesId ?? '')).toBe(highName);
        expect(figures.some(isBound)).toBe(false);
      } else {
        expect(rest.startsWith(lang === 'zh' ? `${shared}年：` : `${shared}: `)).toBe(true);
        const told = figures.filter(({ seriesId }) => rest.includes(nameIn(seriesId)));
        expect(told).toHaveLength(Math.min(3, figures.length));
        for (const figure of told) expectFigure((rest.split(nameIn(figure.seriesId))[1] ?? '').trim(), [figure], unit, say);
        expect(Number(/另有(\d+)条|(\d+) more/.exec(rest)?.slice(1).find((one) => one !== undefined) ?? 0)).toBe(Math.max(0, figures.length - 3));
      }
    }),
    { numRuns: 1500 },
  );
});

test('parts of a whole: their sum, the largest and its share, and how far they are from the published total', () => {
  const plain = (cells: readonly Cell[]) => cells.map((cell): Cell => (cell.kind === 'figure' ? { ...cell, raw: Math.abs(cell.raw) } : cell));
  fc.assert(
    fc.property(fc.array(anyCells(4).map(plain), { minLength: 2, maxLength: 4 }), fc.option(anyCells(4).map(plain), { nil: undefined }), anyUnit, anyLanguage, (lines, totals, unit, lang) => {
      const say = sayIn(lang);
      const parts = series.slice(0, lines.length).map(({ id }) => id);
      const of = (id: string, cells: readonly Cell[]) => cells.flatMap((cell, index) => observed(cell, NATION, String(2001 + index), unit, id));
      const table = toyTable([...lines.flatMap((cells, line) => of(parts[line] ?? '', cells)), ...(totals ? of('pink', totals) : [])], { unit, series, expected: 'nation' });
      const takeaway = levelsTakeaway({ table, parts, total: totals ? 'pink' : null }, say);
      expectSound(takeaway, say);
      const canBeAdded = (one: Measured) => !isBound(one) && one.status !== 'forecast' && one.confidence !== 'C';
      const at = (year: string) => table.observations.filter(hasValue).filter(({ period, seriesId }) => period === year && parts.includes(seriesId));
      const years = ['2001', '2002', '2003', '2004'].filter((year) => at(year).length > 0);
      const most = Math.max(0, ...years.map((year) => at(year).filter(canBeAdded).length));
      const year = years.filter((one) => at(one).filter(canBeAdded).length === most).at(-1);
      if (year === undefined) return;
      const figures = at(year).filter(canBeAdded);
      const sum = figures.reduce((total, { value }) => total + value, 0);
      const published = table.observations.filter(hasValue).find(({ period, seriesId }) => period === year && seriesId === 'pink' && totals !== undefined);
      const isWhole = figures.length === parts.length;
      expect(takeaway.text).toContain(year);
      const total = (lang === 'zh' ? /^\d+年(\d+)个部分合计(.+?)[；。]/ : /^The (\d+) parts add up to (.+?) in \d+[;.]/).exec(takeaway.text);
      expect(total !== null).toBe(isWhole && !published);
      if (total) {
        expect(Number(total[1])).toBe(parts.length);
        expect(isPrintedAs(withoutMark(total[2] ?? ''), inReaders(sum, unit, say)), takeaway.text).toBe(true);
      }
      const largest = (lang === 'zh' ? /最大的(是|并列为)(.+?)（(.+?)，占(.+?)%）/ : /the largest (is|are) (.+?) \((.+?), ([^,]+?)%(?: each)?\)/).exec(takeaway.text);
      expect(largest !== null).toBe(isWhole && sum > 0);
      if (largest) {
        const top = Math.max(...figures.map(({ value }) => value));
        const names = figures.filter(({ value }) => value === top).map(({ seriesId }) => series.find(({ id }) => id === seriesId)?.name[lang]);
        expect(largest[2]?.split(/、| and |, /).sort()).toEqual([...names].sort());
        expect(isPrintedAs(withoutMark(largest[4] ?? ''), (top / sum) * 100), takeaway.text).toBe(true);
      }
      const gap = published && canBeAdded(published) && isWhole ? Math.sign(Math.round((sum - published.value) * 1e4) / 1e4) : null;
      const told = takeaway.limits.map((limit) => (/之和等于|add up to the published/.test(limit) ? 0 : /总数多|more than the published/.test(limit) ? 1 : /总数少|less than the published/.test(limit) ? -1 : null)).find((one) => one !== null);
      expect(told ?? null).toBe(gap);
    }),
    { numRuns: 1500 },
  );
});

describe('as it reads', () => {
  const of = (values: readonly (readonly [period: string, value: number, changes?: Partial<Measured>])[], changes: Partial<Indicator> = {}) =>
    toyTable(values.map(([period, value, more]) => toyObservation(value, { regionId: NATION, period, ...more })), { expected: 'nation', ...changes });
  const see = (table: ReturnType<typeof toyTable>, say: typeof zh, claims = [] as Parameters<typeof trendTakeaway>[0]['claims']) => trendTakeaway({ table, claims }, say);
  const millions: Unit = toyUnits.hundredMillion;

  test('the latest figure, its way since the first, and its growth', () => {
    const table = of([['2016-06', 1.76e8], ['2018-12', 3.94e8], ['2024-12', 10.04e8]].map(([period, value]) => [String(period), Number(value), { printedDecimals: 2 }]), { unit: millions, methodBreaks: breakFrom('2018-12') });
    expect(see(table, zh)).toEqual({
      text: '2024年12月玩具数为10.04亿个，比2018年12月增加6.10亿个（＋155%）。',
      limits: ['2016年6月的1.76亿个不能与它比较：2018年12月起方法有变。玩具换了量法。', '各期间隔不等，最长的间隔是2018年12月至2024年12月。'],
      workings: [
        { what: '2018年12月至2024年12月的变化', formula: '后值 − 前值', filled: '10.04 − 3.94', result: '＋6.10亿个' },
        { what: '2018年12月至2024年12月的增长率', formula: '（后值 − 前值）÷ 前值 × 100%', filled: '(10.04 − 3.94) ÷ 3.94 × 100', result: '＋155%' },
      ],
    });
    expect(see(table, en).text).toBe('Toys stood at 1,004 million toys in Dec 2024, up 610 million toys (+155%) from Dec 2018.');
  });

  test('percentages by points; the same again; one period alone', () => {
    expect(see(of([['2001', 47.5, { printedDecimals: 1 }], ['2002', 90.6, { printedDecimals: 1 }]], { unit: toyUnits.percent }), zh).text).toBe('2002年玩具数为90.6%，比2001年上升43.1个百分点。');
    expect(see(of([['2001', 5], ['2002', 5]]), en).text).toBe('Toys stood at 5 toys in 2002, unchanged from 2001.');
    expect(see(of([['2001', 5]]), zh).text).toBe('2001年玩具数为5个，只有这一个时期有数值。');
  });

  test('“over” has no growth, and the reason is told', () => {
    expect(see(of([['2001', 508], ['2002', 1000, { precision: 'lowerBound' }]]), en)).toEqual({
      text: 'Toys stood at over 1,000 toys in 2002.',
      limits: ['The figure for 2001 (508 toys) cannot be compared with it: one of them is known as a bound only and cannot be subtracted or divided.', 'The figure for 2002 is a lower bound (“over”); the true one is larger.'],
      workings: [],
    });
  });

  test('no growth from zero, and none on an index', () => {
    expect(see(of([['2001', 0], ['2002', 4]]), zh)).toMatchObject({ text: '2002年玩具数为4个，比2001年增加4个。', limits: ['不给增长率：基数是零或负数，不能作除数。'] });
    expect(see(of([['2001', 2], ['2002', 4]], { unit: units[3] ?? millions }), zh)).toMatchObject({ text: '2002年玩具数为4，比2001年上升2。', limits: [] });
  });

  test('rivals and a claim', () => {
    const rivals = toyTable(
      [toyObservation(20, { seriesId: 'red', period: '2014' }), toyObservation(37, { seriesId: 'red', period: '2020' }), toyObservation(38, { seriesId: 'blue', period: '2020', precision: 'approximate' }), toyObservation(60, { seriesId: 'blue', period: '2025', status: 'forecast' }), toyObservation(99, { seriesId: 'grey', period: '2021', confidence: 'C' })].map((one) => ({ ...one, regionId: NATION })),
      { series, expected: 'nation' },
    );
    const claim = toyClaim('27', { precision: 'lowerBound', period: '2017' });
    expect(see(rivals, zh, [claim])).toEqual({
      text: '玩具数有2条序列，各自成线；2020年：蓝厂约38个，红厂37个。',
      limits: ['各条序列的来源、范围或定义不同，不连接、不相加、不平均。', '另有1个预测值（至2025年），不入比较。', '蓝厂（2020年）的数值是约数。', '1个存疑的数值（可信度C）只列在表中，不入句、不入线。', '2017年“超过27个”是引述（玩具匠），画在线外，不入任何计算。'],
      workings: [],
    });
    expect(see(rivals, en, [claim]).text).toBe('Toys: 2 series, kept apart; 2020: Blue works c. 38 toys, Red works 37 toys.');
  });

  test('parts, their sum, and a total that they miss', () => {
    const parts = toyTable([['red', 1, '2001'], ['blue', 3, '2001'], ['red', 2, '2002'], ['blue', 3, '2002'], ['pink', 6, '2002']].map(([seriesId, value, period]) => toyObservation(Number(value), { regionId: NATION, seriesId: String(seriesId), period: String(period) })), { series, expected: 'nation' });
    expect(levelsTakeaway({ table: parts, parts: ['red', 'blue'], total: null }, zh)).toMatchObject({ text: '2002年2个部分合计5个；最大的是蓝厂（3个，占60.0%）；2001年至2002年，2个部分里1个增加、1个持平。', limits: ['合计为本站相加，不是公布的总数。'] });
    expect(levelsTakeaway({ table: parts, parts: ['red', 'blue'], total: 'pink' }, en)).toMatchObject({ text: 'The published total in 2002 is 6 toys; the largest is Blue works (3 toys, 60.0%); from 2001 to 2002 the figure rose in 1 and did not change in 1 of 2 parts.', limits: ['The parts add up to 1 toys less than the published total.'] });
  });
});
