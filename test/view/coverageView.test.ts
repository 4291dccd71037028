import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pagesEn } from '../../src/i18n/pages.en.ts';
import { pagesZh } from '../../src/i18n/pages.zh.ts';
import type { Announcement, Connection } from '../../src/model/coverage.ts';
import type { Region } from '../../src/model/region.ts';
import { coverageView, type ConnectionKind, type CoverageView } from '../../src/view/coverageView.ts';
import { toyProvinceIds, toyRegions } from '../support/toys.ts';
import { column, row } from '../support/toyViews.ts';

const networks = [
  { id: 'tin-can', name: { zh: '罐头电话', en: 'Tin-can telephone' } },
  { id: 'pigeon', name: { zh: '信鸽', en: 'Pigeon post' } },
];
/** 31 provinces and the Corps, which lies in the west. */
const regions: readonly Region[] = toyRegions.filter(({ id, level }) => toyProvinceIds.includes(id) || level === 'corps').map((region) => (region.level === 'corps' ? { ...region, group: 'west' } : region));
const [first = '', second = '', third = ''] = toyProvinceIds;

const connection = (networkId: string, regionId: string, connectedBy: string | null): Connection => ({ networkId, regionId, connectedBy, sourceId: 'toy-book' });
const announcement = (networkId: string, date: string, changes: Partial<Announcement> = {}): Announcement => ({ networkId, date, departments: 71, provinces: 31, corps: false, sourceId: 'toy-news', ...changes });
const announcements = [announcement('tin-can', '2001-06', { departments: 5, provinces: 30 }), announcement('pigeon', '2003'), announcement('tin-can', '2002', { corps: true })];
const see = (connections: readonly Connection[], lang: 'zh' | 'en' = 'zh'): CoverageView => coverageView({ networks, connections, announcements, regions }, lang, lang === 'zh' ? pagesZh : pagesEn);
const tiles = (view: CoverageView, network: string) => view.networks.filter(({ id }) => id === network).flatMap(({ groups }) => groups.flatMap((group) => group.tiles));
const kindOf = (view: CoverageView, network: string, id: string) => tiles(view, network).find((tile) => tile.id === id)?.kind;

const connections = [connection('tin-can', first, '2001-06'), connection('tin-can', second, '2002'), connection('tin-can', third, null), connection('pigeon', second, '2003')];

test('connected at first, later, or not said', () => {
  const view = see(connections);
  expect([first, second, third].map((id) => kindOf(view, 'tin-can', id))).toEqual(['first', 'later', 'unsaid']);
  expect([first, second].map((id) => kindOf(view, 'pigeon', id))).toEqual(['unsaid', 'first']);
});

test('a tile says when, or that nobody says', () => {
  const spoken = (lang: 'zh' | 'en') => tiles(see(connections, lang), 'tin-can').slice(0, 3).map((tile) => tile.spoken);
  expect(spoken('zh')).toEqual(['玩具1 已接入，2001年6月公布', '玩具2 已接入，2002年公布', '玩具3 未说明']);
  expect(spoken('en')).toEqual(['P1 connected, published Jun 2001', 'P2 connected, published 2002', 'P3 not stated']);
});

test('k of n is told of cells: units times networks', () => {
  expect(see(connections)).toMatchObject({ k: 3, n: 64, units: 32 });
});

test('each kind is explained once, and only where it occurs', () => {
  expect(see(connections).legend).toEqual([
    { kind: 'first', label: '首次公布时已接入' },
    { kind: 'later', label: '2002年公布' },
    { kind: 'unsaid', label: '未说明' },
  ]);
  const complete = networks.flatMap(({ id }) => regions.map((region) => connection(id, region.id, '2001')));
  expect(see(complete).legend.map(({ kind }) => kind)).toEqual(['first']);
});

test('counts are those of the last publication; provinces and the Corps are never one number', () => {
  expect(see(connections).networks).toMatchObject([
    { name: '罐头电话', when: '2001年6月公布', departments: 71, regions: '31＋1' },
    { name: '信鸽', when: '2003年公布', departments: 71, regions: '31' },
  ]);
  expect(see(connections, 'en').networks[0]?.regions).toBe('31 + 1');
});

test('where the Corps is not spoken of, that is said', () => {
  const view = see([...connections, connection('tin-can', '660000', '2002')]);
  expect(view.networks.map(({ note }) => note)).toEqual(['', '兵团未说明']);
});

test('the table gives the date as published, unit by unit', () => {
  const { table } = see(connections);
  expect(table.rows).toHaveLength(32);
  expect(row(table, first)).toEqual({ region: '玩具1', 'tin-can': '2001-06', pigeon: '未说明' });
  expect(row(table, third)['tin-can']).toBe('未说明');
});

test('publications stand in order of time; a count that was not given is not 0', () => {
  const view = coverageView({ networks, connections, announcements: [...announcements, announcement('tin-can', '2002-12', { departments: null, provinces: null })], regions }, 'zh', pagesZh);
  expect(column(view.announcements, 'date')).toEqual(['2001-06', '2002', '2002-12', '2003']);
  expect(column(view.announcements, 'departments')).toEqual(['5', '71', '未说明', '71']);
  expect(column(view.announcements, 'regions')).toEqual(['30', '31＋1', '未说明', '31']);
});

test('sources of publications and connections are named once', () => {
  expect(see(connections).sourceIds).toEqual(['toy-news', 'toy-book']);
});

test('whatever is connected, the parts add up to n', () => {
  const anyConnections = fc.uniqueArray(fc.tuple(fc.constantFrom('tin-can', 'pigeon'), fc.constantFrom(...toyProvinceIds, '660000'), fc.option(fc.constantFrom('2001', '2002-03', '2003'))), { selector: ([network, id]) => `${network} ${id}` });
  fc.assert(
    fc.property(anyConnections, (given) => {
      const placed = regions.map((region): Region => ({ ...region, group: region.group ?? 'west' }));
      const view = coverageView({ networks, connections: given.map(([network, id, by]) => connection(network, id, by)), announcements, regions: placed }, 'zh', pagesZh);
      const count = (kind: ConnectionKind) => networks.flatMap(({ id }) => tiles(view, id)).filter((tile) => tile.kind === kind).length;
      expect(count('first') + count('later') + count('unsaid')).toBe(view.n);
      expect(count('first') + count('later')).toBe(view.k);
      expect(view.k).toBe(given.filter(([, , by]) => by !== null).length);
    }),
  );
});

test('the headline counts the provinces on every network, and tells the Corps apart from them', () => {
  expect(see(connections).title).toBe('31个省份中1个已接入全部2张网络；兵团接入0张，2张未说明。');
  const everyone = networks.flatMap(({ id }) => regions.map((region) => connection(id, region.id, '2001')));
  expect(see(everyone, 'en').title).toBe('All 31 provinces are on all 2 networks; the Corps is on 2.');
});
