import { describe, expect, test } from 'vitest';
import { explains } from '../../src/doubts/doubtIssues.ts';
import { findDoubts } from '../../src/doubts/findDoubts.ts';
import { cellText, type Doubt } from '../../src/model/doubt.ts';
import type { IndicatorTable } from '../../src/model/indicator.ts';
import { readAtlas } from '../../src/prerender/readAtlas.ts';
import { seededRandom } from '../../src/query/seededRandom.ts';
import { MISTAKES } from './mistakes.ts';

const { atlas } = readAtlas('data');
const tableOf = (id: string): IndicatorTable => {
  const table = atlas.tables.find(({ indicator }) => indicator.id === id);
  if (!table) throw new Error(`there is no ${id}`);
  return table;
};
const doubtsOf = (table: IndicatorTable): readonly Doubt[] => findDoubts({ table, tables: atlas.tables, regions: atlas.regions, retrieved: '2026-11-22' });
const told = (doubt: Doubt): string => `${doubt.kind} ${cellText(doubt.cell)}`;

test('the published tables raise no doubt but those that are explained', () => {
  const doubts = atlas.tables.flatMap(doubtsOf);
  expect(doubts.filter((doubt) => !atlas.explained.some((one) => explains(one, doubt)))).toEqual([]);
  expect(doubts.length).toBe(atlas.explained.length);
});

/** Tables of several years and of many regions, in which a reader who knows the table would see each of these. */
const PLANTED: readonly (readonly [mistake: string, kinds: readonly Doubt['kind'][], tables: readonly string[]])[] = [
  ['one figure × 10⁴', ['unitSlip'], ['gdp', 'population', 'local-budget-expenditure', 'internet-users-by-province', 'broadband-ports', 'digital-finance-index']],
  ['one figure ÷ 10⁴', ['unitSlip'], ['gdp', 'population', 'local-budget-expenditure', 'internet-users-by-province', 'broadband-ports', 'digital-finance-index']],
  ['one figure × 10⁸', ['unitSlip'], ['gdp', 'population', 'local-budget-expenditure']],
  ['a period × 10⁴', ['unitSlip'], ['gdp', 'population', 'local-budget-expenditure', 'internet-users-by-province', 'broadband-ports']],
  ['a period ÷ 10⁴', ['unitSlip'], ['gdp', 'population', 'local-budget-expenditure', 'internet-users-by-province', 'broadband-ports']],
  ['two rows exchanged', ['swappedRows'], ['gdp', 'population', 'internet-users-by-province', 'broadband-ports', 'un-egdi', 'un-hci']],
  ['a period copied', ['copiedPeriod'], ['gdp', 'population', 'internet-users-by-province', 'un-egdi', 'un-hci', 'digital-finance-depth']],
  ['a share without its decimal point', ['overWhole'], ['internet-penetration', 'extranet-township-coverage', 'permits-online-one-trip', 'zhejiang-service-rates']],
  ['a minus sign', ['signSlip'], ['gdp', 'population', 'internet-users-by-province', 'egov-market-size']],
  ['a digit twice', ['impossibleJump', 'unitSlip'], ['gdp', 'population', 'internet-users-by-province', 'broadband-ports', 'digital-finance-depth']],
  ['published places exchanged', ['rankContradicts'], ['un-egdi', 'egov-service-capability', 'fiscal-transparency', 'administrative-transparency', 'egov-service-capability']],
  ['a part doubled', ['partsDontAddUp'], atlas.tables.filter(({ indicator }) => indicator.parts?.total !== undefined).map(({ indicator }) => indicator.id).slice(0, 2)],
  ['a year to come', ['notYet'], ['gdp', 'un-egdi', 'egov-market-size', 'sharing-platform-departments']],
];
const planted = PLANTED.flatMap(([mistake, kinds, tables], at) => tables.map((id, index) => ({ mistake, kinds, id, seed: at * 100 + index })));

test('sixty are planted', () => {
  expect(planted.length).toBeGreaterThanOrEqual(60);
});

describe('a planted mistake is found, and said where it is', () => {
  test.each(planted)('$id: $mistake', ({ mistake, kinds, id, seed }) => {
    const table = tableOf(id);
    const made = MISTAKES[mistake]?.(table, seededRandom(seed));
    if (!made) throw new Error(`${id} has no room for “${mistake}”`);
    const before = new Set(doubtsOf(table).map(told));
    const doubts = doubtsOf(made.table).filter((doubt) => !before.has(told(doubt)));
    const about = doubts.filter(({ kind, cell, args }) => kinds.includes(kind) && [cell, ...(kind === 'copiedPeriod' ? [{ ...cell, period: args.other }] : [])].some((one) => made.wrong.has(cellText(one))));
    expect(about.length, `told: ${doubts.map(told).join('; ')}; wrong: ${[...made.wrong].slice(0, 4).join('; ')}`).toBeGreaterThan(0);
  });
});
