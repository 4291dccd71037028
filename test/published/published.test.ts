import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { describeIssue } from '../../src/ingest/issue.ts';
import type { Atlas } from '../../src/model/atlas.ts';
import type { IndicatorTable } from '../../src/model/indicator.ts';
import { hasValue } from '../../src/model/observation.ts';
import { readAtlas } from '../../src/prerender/readAtlas.ts';
import { coverage } from '../../src/query/coverage.ts';
import { isExpected } from '../../src/query/expected.ts';
import { rank } from '../../src/query/rank.ts';
import { observationAt, observationsAt, periods } from '../../src/query/select.ts';

/** Walks through what is published. The known totals are those that the publishers print. */

let reading: ReturnType<typeof readAtlas>;
let atlas: Atlas;

beforeAll(() => {
  reading = readAtlas(fileURLToPath(new URL('../../data', import.meta.url)));
  atlas = reading.atlas;
});

const tableOf = (id: string): IndicatorTable => {
  const table = atlas.tables.find(({ indicator }) => indicator.id === id);
  if (!table) throw new Error(`no table of ${id}`);
  return table;
};

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

test('every table reads without issues', () => {
  expect(reading.issues.map((issue) => describeIssue(issue, 'en'))).toEqual([]);
});

test('34 province-level regions, the Corps, 193 member states', () => {
  const count = (level: string) => atlas.regions.filter((region) => region.level === level).length;
  expect(['nation', 'province', 'corps', 'country'].map(count)).toEqual([1, 34, 1, 193]);
  expect(atlas.regions.filter((region) => isExpected(region, 'provinces'))).toHaveLength(31);
});

test('every table has a figure, a place or a class', () => {
  for (const table of atlas.tables) expect(periods(table), table.file).not.toEqual([]);
});

test('no table covers more than is expected of it', () => {
  for (const table of atlas.tables) {
    if (table.indicator.expected === 'nation') continue;
    for (const { id } of table.indicator.series ?? [{ id: '' }]) {
      for (const period of periods(table, id)) {
        const { k, n } = coverage(observationsAt(table, period, id), table.indicator, atlas.regions);
        expect(k, `${table.file} ${period}`).toBeLessThanOrEqual(n);
      }
    }
  }
});

describe('United Nations E-Government Survey 2024', () => {
  test('China has 0.8718 and is 35th of 193', () => {
    const china = observationAt(tableOf('un-egdi'), 'CHN', '2024');
    expect(china?.value?.toFixed(4)).toBe('0.8718');
    expect(china?.publishedRank).toBe(35);
    expect(coverage(observationsAt(tableOf('un-egdi'), '2024'), tableOf('un-egdi').indicator, atlas.regions)).toMatchObject({ k: 193, n: 193 });
  });

  test('the rank computed here is the one published', () => {
    const { ranked, n } = rank(observationsAt(tableOf('un-egdi'), '2024'), 'higher');
    expect(ranked.find(({ observation }) => observation.regionId === 'CHN')?.rank).toBe(35);
    expect(n).toBe(193);
  });
});

describe('government websites', () => {
  test('32 units had 13,562 in December 2019', () => {
    const { observations } = tableOf('government-websites-by-province');
    const units = observations.filter(({ period, regionId }) => period === '2019-12' && regionId !== '100000').filter(hasValue);
    expect(units).toHaveLength(32);
    expect(sum(units.map(({ value }) => value))).toBe(13562);
  });

  test.each([
    { period: '2017-03', central: 0 },
    { period: '2017-06', central: 0 },
    { period: '2017-12', central: 0 },
    // In 2018 the central government's own portal is in the total and in no level.
    { period: '2018-03-01', central: 1 },
    { period: '2018-06', central: 1 },
  ])('the levels of $period add up to the total', ({ period, central }) => {
    const levels = observationsAt(tableOf('government-websites-by-level'), period).filter(hasValue);
    expect(levels).toHaveLength(7);
    const total = observationAt(tableOf('government-websites'), '100000', period);
    expect(sum(levels.map(({ value }) => value)) + central).toBe(total?.value);
  });
});
