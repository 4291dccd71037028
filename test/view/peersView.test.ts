import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rankingsEn } from '../../src/i18n/rankings.en.ts';
import { rankingsZh } from '../../src/i18n/rankings.zh.ts';
import { PEER_FEATURES, type PeerChoice, type PeerFeatures } from '../../src/query/peers.ts';
import { peersView, readPeerChoice } from '../../src/view/peersView.ts';
import { evaluate } from '../support/arithmetic.ts';
import { toyAbsence, toyObservation, toyProvinceIds, toyRegions, toyTable } from '../support/toys.ts';
import { en, zh } from '../support/toyViews.ts';

const first: PeerChoice = { kind: 'nearest', count: 2, features: PEER_FEATURES, own: [] };
/** Residents rise by code; the fourth province lacks a penetration. */
const features: PeerFeatures = { years: [{ period: '2001', figures: Object.fromEntries(toyProvinceIds.map((id, index) => [id, [String(1000 + index * 100), (500.5 + index * index * 7).toFixed(1), (90 + index * 3).toFixed(2), index === 3 ? null : (20 + (index % 7)).toFixed(1)]])) }] };
const table = toyTable(toyProvinceIds.map((regionId, index) => (index === 2 ? toyAbsence('notPublished', { regionId }) : toyObservation(index * 10, { regionId }))));
const input = { table, period: '2001', region: '210000', regions: toyRegions, features, neighbours: { '210000': ['200000', '220000'] }, choice: first };
const view = (changes: Partial<typeof input> = {}) => peersView({ ...input, ...changes }, zh, rankingsZh);

test('the sentence says who the peers are, of which year, and both places with their n', () => {
  expect(view({ choice: { ...first, features: ['population'] } }).takeaway.text).toBe('按2001年的特征，与玩具11最相近的2个省份是玩具10、玩具12；2001年玩具，3个中第2，全国30个中第21。');
  expect(peersView({ ...input, choice: { ...first, features: ['population'] } }, en, rankingsEn).takeaway.text).toBe('By features of 2001, the 2 most like P11 are P10 and P12; Toys in 2001: 2 of 3 in its group, 21 of 30 nationally.');
});

test('a peer without a figure is named and takes no place; a region without a feature is named and not filled in', () => {
  const { rows, takeaway } = view({ region: '120000', choice: { ...first, kind: 'own', own: ['130000', '150000', '140000'] } });
  expect(rows.find(({ id }) => id === '130000')).toMatchObject({ value: '未公布', isAbsent: true, place: '' });
  expect(rows.find(({ id }) => id === '140000')).toMatchObject({ distance: '不可比', x: null, place: '2 / 3' });
  expect(takeaway.limits).toEqual(['玩具3没有2001年的玩具，不在组内名次里。', '玩具4缺少所选特征中的至少一项，不可比，也没有估补。']);
});

test('a region that lacks a feature has nobody near, and says so', () => {
  expect(view({ region: '140000' }).takeaway.text).toMatch(/^玩具4缺少所选的特征，没有可比的省份；/);
});

test('one that is as near as the last is named', () => {
  const { takeaway } = view({ choice: { ...first, count: 1, features: ['population'] } });
  expect(takeaway.limits).toContain('玩具12与玩具10一样近，按区划代码没有列入。');
});

test('a bound leaves the place open', () => {
  const bound = toyTable(table.observations.map((one) => (one.regionId === '220000' && one.value !== null ? { ...one, value: 90, precision: 'lowerBound' as const } : one)));
  const { rows, takeaway } = view({ table: bound, choice: { ...first, kind: 'neighbours' } });
  expect(rows[0]?.place).toBe('');
  expect(takeaway.text).toMatch(/名次未定。$/);
});

describe('workings', () => {
  test.each([{ say: zh, terms: rankingsZh }, { say: en, terms: rankingsEn }])('recompute as printed, $say.lang', ({ say, terms }) => {
    const { takeaway, rows } = peersView(input, say, terms);
    expect(takeaway.workings.length).toBeGreaterThanOrEqual(2 + 2 + 2 + 2 * PEER_FEATURES.length);
    for (const { what, filled, result } of takeaway.workings) {
      const printed = Number((/[\d,]+(?:\.\d+)?/.exec(result)?.[0] ?? '').replaceAll(',', ''));
      const digits = /\.(\d+)/.exec(result)?.[1]?.length ?? 0;
      expect(Math.abs(evaluate(filled) - printed), `${what}: ${filled} = ${result}`).toBeLessThanOrEqual(0.51 * 10 ** -digits * (digits > 2 ? 2 : 1.2));
    }
    expect(takeaway.workings.filter(({ result }) => rows.some(({ distance }) => distance === result))).not.toHaveLength(0);
  });
});

test.each([{ say: zh, terms: rankingsZh, residents: '2,000', amount: '700' }, { say: en, terms: rankingsEn, residents: '20,000', amount: '70.0' }])('a figure per head is worked out in the units that are shown, $say.lang', ({ say, terms, residents, amount }) => {
  const whole: PeerFeatures = { years: [{ period: '2001', figures: Object.fromEntries(toyProvinceIds.map((id, index) => [id, [String(2000 + index), String(700 + index), '90.00', '20.0']])) }] };
  const { takeaway, rows } = peersView({ ...input, region: '110000', features: whole }, say, terms);
  const found = takeaway.workings.find(({ formula }) => formula === terms.peers.working.perHeadFormula);
  expect(found?.filled).toContain(`${amount} ×`);
  expect(found?.filled).toContain(`÷ ${residents}`);
  expect(rows[0]?.features[0]).toContain(residents);
  expect(Math.round(evaluate(found?.filled ?? ''))).toBe(3500);
  expect(rows[0]?.features[1]).toContain('3,500');
  expect(terms.peers.working.perHeadFormula).toContain(say.lang === 'zh' ? '亿元' : 'billion yuan');
});

test('the cursor says all that the row shows, absences too', () => {
  const { rows } = view({ region: '120000', choice: { ...first, kind: 'own', own: ['130000', '140000'] } });
  for (const { say: told, name, distance, value, place, national, features: texts } of rows) for (const text of [name, distance, value, place, national, ...texts]) expect(told).toContain(text);
  expect(rows.find(({ id }) => id === '130000')?.say).toContain('未公布');
});

test('in the table units stand in the heads, and cells are numbers that a spreadsheet reads', () => {
  const { table: drawn } = view();
  expect(drawn.columns.map(({ label }) => label)).toEqual(['地区', '距离', '常住人口（2001年，万人）', '人均地区生产总值（2001年，元）', '人均一般公共预算支出（2001年，元）', '互联网普及率（2001年，%）', expect.stringContaining('2001年'), '组内名次', '全国名次']);
  for (const { cells } of drawn.rows) for (const { text } of cells.slice(2, 6)) expect(text).toMatch(/^[\d,]+(\.\d+)?$/);
});

test('the two places are what counting by hand gives, whoever is chosen', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 31, maxLength: 31 }), fc.constantFrom('nearest' as const, 'group' as const, 'neighbours' as const), fc.integer({ min: 2, max: 8 }), (values, kind, count) => {
      const drawn = toyTable(toyProvinceIds.map((regionId, index) => toyObservation(values[index] ?? 0, { regionId })));
      const { rows, peerIds, takeaway } = view({ table: drawn, choice: { ...first, kind, count } });
      const valueOf = (id: string) => values[toyProvinceIds.indexOf(id)] ?? NaN;
      const own = valueOf('210000');
      const place = 1 + peerIds.filter((id) => valueOf(id) > own).length;
      const all = 1 + values.filter((value) => value > own).length;
      expect(rows[0]).toMatchObject({ id: '210000', place: `${place} / ${peerIds.length + 1}`, national: `${all} / 31` });
      expect(takeaway.text).toMatch(new RegExp(`，${peerIds.length + 1}个中(并列)?第${place}，全国31个中(并列)?第${all}。$`));
      for (const id of peerIds) expect(takeaway.text).toContain(`玩具${toyProvinceIds.indexOf(id) + 1}`);
    }),
    { numRuns: 60 },
  );
});

test('the address: what can’t be read is told, and the default stands in its place', () => {
  const read = (search: string) => readPeerChoice(new URLSearchParams(search), '210000', toyRegions);
  expect(read('').choice).toEqual({ kind: 'nearest', count: 5, features: PEER_FEATURES, own: [] });
  expect(read('peers=130000.140000').choice).toMatchObject({ kind: 'own', own: ['130000', '140000'] });
  expect(read('peers=neighbours&nearest=3&features=gdp-per-head.population').choice).toEqual({ kind: 'neighbours', count: 3, features: ['population', 'gdp-per-head'], own: [] });
  const bad = read('peers=210000&nearest=9&features=height');
  expect(bad.choice).toEqual(read('').choice);
  expect(bad.refusals.map(({ key }) => key)).toEqual(['peers', 'nearest', 'features']);
});
