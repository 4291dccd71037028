import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { Announcement, Connection } from '../../../src/model/coverage.ts';
import type { Measured } from '../../../src/model/observation.ts';
import { growth, type Growth } from '../../../src/query/growth.ts';
import { coverageTakeaway } from '../../../src/view/sentences/coverage.ts';
import { integrationTakeaway } from '../../../src/view/sentences/integration.ts';
import { marketRefusals, marketTakeaway } from '../../../src/view/sentences/market.ts';
import { refusalText } from '../../../src/view/sentences/phrases.ts';
import { toyIndicator, toyObservation, toyTable, toyUnits } from '../../support/toys.ts';
import { en, toyClaim, zh } from '../../support/toyViews.ts';
import { anyLanguage, corps, expectSound, provinces, sayIn } from './facts.ts';

// Thousands of selections, on machines that others use as well.
vi.setConfig({ testTimeout: 60_000 });

const networks = [
  { id: 'tin-can', name: { zh: '罐头电话', en: 'Tin-can telephone' } },
  { id: 'pigeon', name: { zh: '信鸽', en: 'Pigeon post' } },
];
const units = [...provinces, ...(corps ? [corps] : [])];
const connection = (networkId: string, regionId: string, connectedBy: string | null): Connection => ({ networkId, regionId, connectedBy, sourceId: 'toy-book' });
const announcement = (networkId: string, date: string, departments: number | null): Announcement => ({ networkId, date, departments, provinces: 31, corps: false, sourceId: 'toy-news' });

test('whoever is connected, those on all networks, the Corps and those of whom nothing is said are counted right', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.constantFrom('2001', '2002', null, undefined), { minLength: 32, maxLength: 32 }), { minLength: 2, maxLength: 2 }), fc.boolean(), anyLanguage, (columns, isFull, lang) => {
      const say = sayIn(lang);
      const given = columns.map((column) => column.map((by, index) => (isFull && index < 31 ? '2001' : by)));
      const connections = given.flatMap((column, network) => column.flatMap((by, index) => (by === undefined ? [] : [connection(networks[network]?.id ?? '', units[index]?.id ?? '', by)])));
      const takeaway = coverageTakeaway({ networks, connections, announcements: [], regions: units }, say);
      expectSound(takeaway, say);
      const isOn = (network: number, index: number) => typeof given[network]?.[index] === 'string';
      const all = provinces.filter((_, index) => isOn(0, index) && isOn(1, index)).length;
      const corpsOn = [0, 1].filter((network) => isOn(network, 31)).length;
      const told = (lang === 'zh' ? /^(?:31个省份(?:中(\d+)个)?已接入全部2张网络|没有一个省份在2张网络上都有接入说明)；兵团接入(\d+)张(?:，(\d+)张未说明)?。$/ : /^(?:(?:(\d+) of|All) 31 provinces (?:is|are) on all 2 networks|No province is stated to be on all 2 networks); the Corps is on (\d+)(?:, with (\d+) not stated)?\.$/).exec(takeaway.text);
      expect(told, takeaway.text).not.toBeNull();
      expect(told?.[1] === undefined ? (all === 0 ? 0 : 31) : Number(told[1])).toBe(all);
      expect(Number(told?.[2])).toBe(corpsOn);
      expect(Number(told?.[3] ?? 0)).toBe(2 - corpsOn);
      const unsaid = takeaway.limits.flatMap((limit) => /有(\d+)个单位未说明|not stated for (\d+) units?/.exec(limit)?.slice(1) ?? []).reduce((sum, text) => sum + Number(text ?? 0), 0);
      expect(unsaid).toBe(given.flat().filter((by) => typeof by !== 'string').length);
    }),
    { numRuns: 500 },
  );
});

describe('networks, as it reads', () => {
  test('all provinces, the Corps apart; departments of different networks are not added', () => {
    const connections = networks.flatMap(({ id }) => provinces.map((region) => connection(id, region.id, '2001')));
    const facts = { networks, connections: [...connections, connection('pigeon', '660000', '2002')], announcements: [announcement('tin-can', '2001', 5), announcement('tin-can', '2002', 7), announcement('pigeon', '2001', 3)], regions: units };
    expect(coverageTakeaway(facts, zh)).toEqual({
      text: '31个省份已接入全部2张网络；兵团接入1张，1张未说明。',
      limits: ['罐头电话有1个单位未说明是否接入：戊戌。', '日期是“最迟至此已接入”，不是开通日。', '各网络最近公布的部门数（罐头电话7个，信鸽3个）是不同的定义，不可相加相减。'],
      workings: [],
    });
    expect(coverageTakeaway(facts, en).text).toBe('All 31 provinces are on all 2 networks; the Corps is on 1, with 1 not stated.');
  });
});

describe('departments and interfaces', () => {
  const NATION = '100000';
  const of = (values: readonly (readonly [period: string, value: number, changes?: Partial<Measured>])[]) => toyTable(values.map(([period, value, changes]) => toyObservation(value, { regionId: NATION, period, ...changes })), { expected: 'nation' });
  const departments = of([['2001-01', 71], ['2001-04', 71], ['2001-10', 71]]);

  test('departments the same, interfaces more than before: by how much is not told', () => {
    const interfaces = of([['2001-04', 508], ['2001-10', 1000, { precision: 'lowerBound' }]]);
    expect(integrationTakeaway({ departments, interfaces }, zh)).toMatchObject({ text: '2001年4月到2001年10月，接入部门没有变（71个），共享接口由508个增加到超过1,000个。', limits: ['共享接口不算增速：其中有只知上限或下限的数值，不能相减或相除。', '2001年10月的数值是下限（“超过”），实数更大。'] });
    expect(integrationTakeaway({ departments, interfaces }, en).text).toBe('From Apr 2001 to Oct 2001 the number of connected departments did not change (71 toys), shared interfaces rose from 508 toys to over 1,000 toys.');
  });

  test('a bound below the figure before says nothing of a rise', () => {
    const interfaces = of([['2001-04', 508], ['2001-10', 500, { precision: 'lowerBound' }]]);
    expect(integrationTakeaway({ departments, interfaces }, zh).text).toBe('2001年4月到2001年10月，接入部门没有变（71个），共享接口公布为508个和超过500个。');
  });

  test('whatever the figures, a rise or fall is told only where the bounds leave no doubt', () => {
    const anyPrecision = fc.constantFrom('exact' as const, 'lowerBound' as const, 'upperBound' as const);
    fc.assert(
      fc.property(fc.nat(20), fc.nat(20), anyPrecision, anyPrecision, fc.nat(9), fc.nat(9), anyLanguage, (before, after, one, other, d1, d2, lang) => {
        const say = sayIn(lang);
        const takeaway = integrationTakeaway({ departments: of([['2001', d1], ['2002', d2]]), interfaces: of([['2001', before, { precision: one }], ['2002', after, { precision: other }]]) }, say);
        expectSound(takeaway, say);
        const [, tail = ''] = takeaway.text.split(lang === 'zh' ? '共享接口' : 'shared interfaces');
        const possible = (value: number, precision: typeof one) => (precision === 'exact' ? [value] : precision === 'lowerBound' ? [value + 1, value + 1e6] : [value - 1, value - 1e6]);
        const ways = new Set(possible(before, one).flatMap((from) => possible(after, other).map((to) => Math.sign(to - from))));
        const told = /增加|rose/.test(tail) ? 1 : /减少|fell/.test(tail) ? -1 : /没有变|did not/.test(tail) ? 0 : null;
        if (told !== null) expect([...ways]).toEqual([told]);
        expect(/没有变|did not change/.test(takeaway.text.split(tail)[0] ?? '')).toBe(d1 === d2);
      }),
      { numRuns: 500 },
    );
  });
});

const series = [
  { id: 'red', name: { zh: '红厂', en: 'Red works' } },
  { id: 'blue', name: { zh: '蓝厂', en: 'Blue works' } },
];
const rival = (seriesId: string, period: string, value: number, changes: Partial<Measured> = {}) => toyObservation(value, { regionId: '100000', seriesId, period, ...changes });
const market = (rows: readonly Measured[]) => toyTable(rows, { series, expected: 'nation', unit: toyUnits.hundredMillion });
const claim = toyClaim('2700', { period: '2017', precision: 'lowerBound' });

describe('the quoted market', () => {
  const table = market([rival('red', '2014', 1845e8), rival('red', '2020', 3682e8), rival('red', '2026', 6000e8, { status: 'forecast' }), rival('blue', '2020', 3685e8, { precision: 'approximate' }), rival('blue', '2011', 9e8), rival('blue', '2017', 1e8, { confidence: 'C' })]);

  test('no series has its year; the closest one has figures around it', () => {
    expect(marketTakeaway({ table, claims: [claim] }, zh).text).toBe('2017年“超过2,700亿个”只有引述，图中各条序列都没有同年的数；前后最近的是红厂：2014年1,845亿个，2020年3,682亿个。');
    expect(marketTakeaway({ table, claims: [claim] }, en).text).toBe('“Over 270,000 million toys” in 2017 is a quoted claim only: no series has a figure for that year; the nearest before and after, by Red works, are 184,500 million toys in 2014 and 368,200 million toys in 2020.');
  });

  test('a series that has its year is named', () => {
    const withYear = market([rival('red', '2014', 1845e8), rival('blue', '2017', 2650e8)]);
    expect(marketTakeaway({ table: withYear, claims: [claim] }, zh).text).toBe('2017年“超过2,700亿个”是引述，同年图中有蓝厂2,650亿个。');
    expect(marketTakeaway({ table: withYear, claims: [] }, en).text).toBe('No quoted figure is shown here.');
  });

  test('what is not worked out, each with the reason that the queries give', () => {
    expect(marketRefusals({ table, claims: [claim] }, zh)).toEqual([
      ['增速', '红厂2014年1,845亿个，引述的2017年“超过2,700亿个”：其中有引述，引述不入增速。'],
      ['合计与平均', '红厂2020年3,682亿个，蓝厂2020年约3,685亿个：不属于同一条序列，不能相减、相加或相连。'],
      ['一条总趋势线', '蓝厂2011年9亿个，红厂2014年1,845亿个：不属于同一条序列，不能相减、相加或相连。'],
    ]);
    expect(marketRefusals({ table, claims: [claim] }, en).map(([what]) => what)).toEqual(['Growth', 'Totals and means', 'One trend line']);
  });

  test('one series alone refuses neither a sum nor a line', () => {
    expect(marketRefusals({ table: market([rival('red', '2014', 1e8), rival('red', '2020', 2e8)]), claims: [] }, zh)).toEqual([]);
  });
});

test('every refusal of the queries is told in a whole sentence of each language', () => {
  const figure = (value: number, changes: Partial<Measured> = {}) => toyObservation(value, changes);
  const indicator = toyIndicator({ methodBreaks: [{ period: '2003', reason: { zh: '玩具换了量法。', en: 'The toys were measured anew.' } }] });
  const at = (earlier: Parameters<typeof growth>[0]['earlier'], later: Parameters<typeof growth>[0]['later'], isAnnual = false): Growth => growth({ earlier, later, indicator, isAnnual });
  const next = { period: '2002' };
  const refused: readonly Growth[] = [
    at(undefined, figure(1, next)),
    at(figure(1), undefined),
    at(figure(1), figure(1, { ...next, seriesId: 'red' })),
    at(figure(1), figure(1, { ...next, regionId: '120000' })),
    at(figure(1), figure(1, { ...next, status: 'forecast' })),
    at(figure(1), figure(1, { ...next, precision: 'lowerBound' })),
    at(figure(1), figure(1, { period: '2003' })),
    at(figure(1), toyClaim('1')),
    at(figure(0), figure(1, next)),
    at(figure(1), figure(-1, next), true),
    at(figure(1), figure(2)),
    at(figure(1), figure(1, { period: '2002-05' })),
  ];
  const told = { zh: new Set<string>(), en: new Set<string>() };
  for (const one of refused) {
    if (one.kind !== 'refused') throw new Error('it should have been refused');
    for (const say of [zh, en]) {
      const text = refusalText(one, say);
      expectSound({ text, limits: [], workings: [] }, say);
      told[say.lang].add(text);
    }
  }
  expect([told.zh.size, told.en.size]).toEqual([12, 12]);
  expect([...told.zh]).toContain('2003年起方法有变。玩具换了量法。');
  expect([...told.en]).toContain('The base is zero or negative and cannot be divided by.');
});
