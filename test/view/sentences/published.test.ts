import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test, vi } from 'vitest';
import type { Say } from '../../../src/i18n/say.ts';
import type { Atlas } from '../../../src/model/atlas.ts';
import type { IndicatorTable } from '../../../src/model/indicator.ts';
import { hasValue, type Measured } from '../../../src/model/observation.ts';
import type { Region } from '../../../src/model/region.ts';
import { readAtlas } from '../../../src/prerender/readAtlas.ts';
import { coverage } from '../../../src/query/coverage.ts';
import { coverageTakeaway } from '../../../src/view/sentences/coverage.ts';
import { differenceTakeaway } from '../../../src/view/sentences/difference.ts';
import { integrationTakeaway } from '../../../src/view/sentences/integration.ts';
import { levelsTakeaway } from '../../../src/view/sentences/levels.ts';
import { marketRefusals, marketTakeaway } from '../../../src/view/sentences/market.ts';
import { matrixTakeaway } from '../../../src/view/sentences/matrix.ts';
import { multiplesTakeaway } from '../../../src/view/sentences/multiples.ts';
import { pairTakeaway } from '../../../src/view/sentences/pair.ts';
import { placesTakeaway } from '../../../src/view/sentences/places.ts';
import { provincesTakeaway } from '../../../src/view/sentences/provinces.ts';
import { stripTakeaway } from '../../../src/view/sentences/strip.ts';
import { trendTakeaway } from '../../../src/view/sentences/trend.ts';
import { worldTakeaway } from '../../../src/view/sentences/world.ts';
import { isPrintedAs } from '../../support/arithmetic.ts';
import { printedValues } from '../../support/publishedTable.ts';
import { en, zh } from '../../support/toyViews.ts';
import { expectSound, inReaders, middle } from './facts.ts';

/** Every published table in every period and both languages: the same truths as of the toys. */
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

let atlas: Atlas;
let provinces: readonly Region[];
let countries: readonly Region[];

beforeAll(() => {
  ({ atlas } = readAtlas(fileURLToPath(new URL('../../../data', import.meta.url))));
  provinces = atlas.regions.filter(({ level }) => level === 'province' || level === 'corps');
  countries = atlas.regions.filter(({ level }) => level === 'country');
});

const LANGUAGES: readonly Say[] = [zh, en];
const tableOf = (id: string): IndicatorTable => {
  const found = atlas.tables.find(({ indicator }) => indicator.id === id);
  if (!found) throw new Error(`no table of ${id}`);
  return found;
};
const periodsOf = ({ observations }: IndicatorTable) => [...new Set(observations.map(({ period }) => period))].sort();
const isProvincial = ({ indicator }: IndicatorTable) => indicator.expected.startsWith('provinces');
const isOfCountries = ({ indicator }: IndicatorTable) => indicator.expected === 'countries';

/** Leader, median, k and the chosen one, in every period that has figures. */
test('provinces: who leads, the median and k of n', () => {
  let told = 0;
  for (const table of atlas.tables.filter(isProvincial)) {
    const { indicator, observations } = table;
    for (const period of periodsOf(table)) {
      const figures = observations.filter(hasValue).filter((one) => one.period === period && provinces.some(({ id }) => id === one.regionId));
      for (const say of LANGUAGES) {
        for (const selected of [null, '440000', '660000', '810000']) {
          const context = `${indicator.id} ${period} ${say.lang} ${selected}`;
          const takeaway = provincesTakeaway({ table, period, regions: provinces, selected }, say);
          expectSound(takeaway, say, context);
          expectSound(stripTakeaway({ table, period, regions: provinces, chosen: selected === null ? [] : [selected] }, say), say, context);
          if (selected !== null || indicator.publishes !== 'values' || figures.length < 2) continue;
          told += 1;
          const values = figures.map(({ value }) => value);
          const best = indicator.better === 'lower' ? Math.min(...values) : Math.max(...values);
          const leaders = figures.filter(({ value }) => value === best).map(({ regionId }) => provinces.find(({ id }) => id === regionId)?.short[say.lang] ?? '');
          const [lead = '', counts = ''] = takeaway.text.split(say.words.stop);
          for (const name of leaders.slice(0, 3)) expect(lead, context).toContain(name);
          for (const { short } of provinces) if (!leaders.includes(short[say.lang])) expect(lead.split(/中位数|median/)[0], context).not.toContain(short[say.lang]);
          expect(isPrintedAs(/(?:中位数|median )(.+)/.exec(lead)?.[1] ?? '', inReaders(middle(values), indicator.unit, say)), `${context}: ${lead} ${middle(values)}`).toBe(true);
          const { k, n } = coverage(observations.filter((one) => one.period === period), indicator, atlas.regions);
          const stated = /(\d+)个(?:省份|单位)(?:中(\d+)个有数据|都有数据)|(?:(\d+) of|all) (\d+) (?:provinces|units)/.exec(counts);
          expect([Number(stated?.[2] ?? stated?.[3] ?? n), Number(stated?.[1] ?? stated?.[4])], context).toEqual([k, n]);
        }
      }
    }
  }
  expect(told).toBeGreaterThan(200);
});

test('two periods: how many rose and fell, in every pair of neighbours and of the ends', () => {
  for (const table of atlas.tables.filter(isProvincial)) {
    const periods = periodsOf(table);
    const pairs = [...periods.slice(1).map((to, index) => [periods[index] ?? '', to] as const), [periods[0] ?? '', periods.at(-1) ?? ''] as const];
    const { indicator, observations } = table;
    const at = (period: string) => new Map(observations.filter(hasValue).filter((one) => one.period === period).map((one): [string, Measured] => [one.regionId, one]));
    for (const [from, to] of pairs) {
      for (const say of LANGUAGES) {
        const context = `${indicator.id} ${from} ${to} ${say.lang}`;
        const facts = { table, from, to, regions: provinces, selected: '440000' };
        const takeaway = differenceTakeaway(facts, say);
        expectSound(takeaway, say, context);
        expectSound(pairTakeaway(facts, say), say, context);
        expectSound(placesTakeaway({ ...facts, chosen: ['440000', '520000'] }, say), say, context);
        const [before, after] = [at(from), at(to)];
        const isBroken = indicator.methodBreaks?.some(({ period }) => from < period && period <= to) ?? false;
        const moves = provinces.flatMap(({ id }) => {
          const [one, other] = [before.get(id), after.get(id)];
          return one && other ? [other.value - one.value] : [];
        });
        if (isBroken) expect(takeaway.text, context).toMatch(/不能比较|cannot be compared/);
        if (isBroken || from === to || moves.length < 2 || moves.length < provinces.length - 4) continue;
        const first = takeaway.text.split(say.words.stop)[0] ?? '';
        const [up, down] = [moves.filter((move) => move > 1e-9).length, moves.filter((move) => move < -1e-9).length];
        if (/全部(?:上升|增加)|rose in all/.test(first)) expect(up, context).toBe(moves.length);
        else if (/全部(?:下降|减少)|fell in all/.test(first)) expect(down, context).toBe(moves.length);
        else expect([Number(/(\d+)个(?:上升|增加)|rose in (\d+)/.exec(first)?.slice(1).find((text) => text) ?? 0), Number(/(\d+)个(?:下降|减少)|fell in (\d+)/.exec(first)?.slice(1).find((text) => text) ?? 0)], context).toEqual([up, down]);
      }
    }
  }
});

test('all periods: cells and small plots', () => {
  for (const table of atlas.tables.filter(isProvincial)) {
    const periods = periodsOf(table);
    for (const say of LANGUAGES) {
      const takeaway = matrixTakeaway({ table, periods, regions: provinces }, say);
      expectSound(takeaway, say, table.indicator.id);
      expectSound(multiplesTakeaway({ table, regions: provinces, chosen: ['440000', '810000'] }, say), say, table.indicator.id);
    }
  }
});

test('series: the latest figure, and no growth that the figures refuse', () => {
  for (const table of atlas.tables) {
    const claims = atlas.claims.filter(({ indicators }) => indicators.includes(table.indicator.id));
    for (const say of LANGUAGES) {
      const takeaway = trendTakeaway({ table, claims, regions: atlas.regions }, say);
      expectSound(takeaway, say, table.indicator.id);
      const sure = table.observations.filter(hasValue).filter(({ confidence, status }) => confidence !== 'C' && status !== 'forecast');
      const series = new Set(sure.map(({ seriesId, regionId }) => `${seriesId} ${regionId}`));
      const all = new Set(table.observations.filter(hasValue).filter(({ confidence }) => confidence !== 'C').map(({ seriesId, regionId }) => `${seriesId} ${regionId}`));
      const latest = [...sure].sort((one, other) => (one.period < other.period ? -1 : 1)).at(-1);
      if (series.size !== 1 || all.size !== 1 || !latest) {
        if (all.size > 1) expect(takeaway.workings, table.indicator.id).toEqual([]);
        continue;
      }
      const value = say.lang === 'zh' ? takeaway.text.slice(takeaway.text.lastIndexOf('为', takeaway.text.includes('，比') ? takeaway.text.indexOf('，比') : undefined)) : takeaway.text.slice(takeaway.text.indexOf(' stood at '));
      expect(isPrintedAs(value, inReaders(latest.value, table.indicator.unit, say)), `${takeaway.text} ${latest.value}`).toBe(true);
      if (latest.precision === 'lowerBound' || latest.precision === 'upperBound') expect(takeaway.workings, table.indicator.id).toEqual([]);
      const rose = /，比.+?(?:增加|上升)|, up /.test(takeaway.text);
      const fell = /，比.+?(?:减少|下降)|, down /.test(takeaway.text);
      const from = sure.find(({ period }) => takeaway.workings.length > 0 && takeaway.workings[0]?.what.includes(say.lang === 'zh' ? `${period.slice(0, 4)}年` : period.slice(0, 4)));
      if (rose) expect(latest.value, takeaway.text).toBeGreaterThan(from?.value ?? Infinity);
      if (fell) expect(latest.value, takeaway.text).toBeLessThan(from?.value ?? -Infinity);
      if (/[%）)]/.test(takeaway.text) && table.indicator.unit.zh === '%') expect(takeaway.text, table.indicator.id).not.toMatch(/（[＋−][\d.]+%）|\([+−][\d.]+%\)/);
    }
  }
});

test('countries: place, total and distance in every edition', () => {
  for (const table of atlas.tables.filter(isOfCountries)) {
    const isPublished = table.observations.some(({ publishedRank }) => publishedRank !== undefined);
    for (const period of periodsOf(table)) {
      const figures = table.observations.filter(hasValue).filter((one) => one.period === period);
      for (const say of LANGUAGES) {
        for (const country of ['CHN', 'SGP', 'SSD']) {
          const context = `${table.indicator.id} ${period} ${country} ${say.lang}`;
          const takeaway = worldTakeaway({ table, period, countries, country, peers: ['KOR', 'USA'] }, say);
          expectSound(takeaway, say, context);
          const own = figures.find(({ regionId }) => regionId === country);
          if (!own) {
            expect(takeaway.text, context).toMatch(/没有|has no/);
            continue;
          }
          const told = /第(\d+)位，共(\d+)|rank (\d+) of (\d+)/.exec(takeaway.text)?.slice(1).filter((one) => one !== undefined).map(Number);
          const rank = isPublished ? own.publishedRank : 1 + figures.filter(({ value }) => value > own.value).length;
          expect(told, `${context}: ${takeaway.text}`).toEqual([rank, figures.length]);
          const distance = own.value - middle(figures.map(({ value }) => value));
          const by = /(?:高于|低于)中位数([\d.]+)|, ([\d.]+) (?:above|below) the median/.exec(takeaway.text);
          if (by) expect(isPrintedAs(by[1] ?? by[2] ?? '', Math.abs(distance)), `${context}: ${takeaway.text}`).toBe(true);
          expect(/高于|above/.test(takeaway.text.split(say.words.stop)[0] ?? ''), context).toBe(distance > 0);
        }
        expectSound(stripTakeaway({ table, period, regions: countries, chosen: ['CHN'] }, say), say, `${table.indicator.id} ${period}`);
      }
    }
  }
});

test('the survey of 2024, told in full', () => {
  const facts = { table: tableOf('un-egdi'), period: '2024', countries, country: 'CHN', peers: ['SGP'] };
  expect(worldTakeaway(facts, zh).text).toBe('中国2024年电子政务发展指数为0.8718，第35位，共193，高于中位数0.2041；2003年第74位，共173；对照的国家：新加坡第3位。');
  expect(worldTakeaway(facts, en).text).toBe('China’s EGDI in 2024 is 0.8718, rank 35 of 193, 0.2041 above the median; rank 74 of 173 in 2003; peers by place: Singapore 3.');
});

test('service capability of 2019, against the table read by hand', () => {
  const printed = [...(printedValues('egov-service-capability').get('2019') ?? [])].map(([region, value]) => ({ region, value: Number(value) })).filter(({ region }) => region !== '100000');
  const top = Math.max(...printed.map(({ value }) => value));
  const leaders = printed.filter(({ value }) => value === top).map(({ region }) => provinces.find(({ id }) => id === region)?.short.zh);
  const { text } = provincesTakeaway({ table: tableOf('egov-service-capability'), period: '2019', regions: provinces, selected: null }, zh);
  expect(leaders.sort()).toEqual(['广东', '浙江'].sort());
  expect(text).toBe(`2019年浙江、广东并列居首（${top.toFixed(2)}分），中位数${middle(printed.map(({ value }) => value)).toFixed(2)}分；32个单位中${printed.length}个有数据。`);
});

test('levels, networks, interfaces and the market', () => {
  const levels = tableOf('government-websites-by-level');
  const claims = atlas.claims.filter(({ id }) => id === 'egov-market-size');
  const market = tableOf('egov-market-size');
  for (const say of LANGUAGES) {
    const parts = ['central', 'provincial-portals', 'provincial-departments', 'city-portals', 'city-departments', 'county-portals', 'below-county'];
    const takeaway = levelsTakeaway({ table: levels, parts, total: null }, say);
    expectSound(takeaway, say);
    expect(takeaway.text).toContain('22,205');
    expectSound(coverageTakeaway({ networks: atlas.networks, connections: atlas.connections, announcements: atlas.announcements, regions: provinces.filter(({ group, level }) => group !== 'hmt' || level === 'corps') }, say), say);
    expectSound(integrationTakeaway({ departments: tableOf('sharing-platform-departments'), interfaces: tableOf('sharing-platform-interfaces') }, say), say);
    expectSound(marketTakeaway({ table: market, claims }, say), say);
    expect(marketRefusals({ table: market, claims }, say)).toHaveLength(3);
  }
  expect(marketTakeaway({ table: market, claims }, zh).text).toBe('2017年“超过2,700亿元”只有引述，图中各条序列都没有同年的数；前后最近的是前瞻产业研究院（2022年版）：2014年1,845亿元，2020年3,682亿元。');
});
