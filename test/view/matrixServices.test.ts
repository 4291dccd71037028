import { beforeAll, describe, expect, test } from 'vitest';
import { figuresEn } from '../../src/i18n/figures.en.ts';
import { figuresZh } from '../../src/i18n/figures.zh.ts';
import type { Say } from '../../src/i18n/say.ts';
import type { Atlas } from '../../src/model/atlas.ts';
import { pageContext } from '../../src/prerender/pageContext.ts';
import { readAtlas } from '../../src/prerender/readAtlas.ts';
import { servicesInput } from '../../src/prerender/matrixIsland.ts';
import { servicesTakeaway, servicesView, type ServicesInput } from '../../src/view/servicesView.ts';
import { toyAbsence, toyProvinceIds, toyRegions, toyTable } from '../support/toys.ts';

const zh: Say = { lang: 'zh', words: figuresZh };
const en: Say = { lang: 'en', words: figuresEn };
const [first = '', second = ''] = toyProvinceIds;
const bands = [{ id: 'no', name: { zh: '否', en: 'No' } }, { id: 'some', name: { zh: '有些', en: 'Some' } }, { id: 'yes', name: { zh: '是', en: 'Yes' } }];
const on = (regionId: string, band: string) => toyAbsence('notPublished', { regionId, band, period: '2003' });
const input: ServicesInput = {
  networks: [{ id: 'tin-can', name: { zh: '罐头电话', en: 'Tin-can telephone' } }, { id: 'pigeon', name: { zh: '信鸽', en: 'Pigeon post' } }],
  connections: [
    { networkId: 'tin-can', regionId: first, connectedBy: '2001-06', sourceId: 'toy-book' },
    { networkId: 'tin-can', regionId: second, connectedBy: '2002', sourceId: 'toy-book' },
    { networkId: 'tin-can', regionId: '660000', connectedBy: null, sourceId: 'toy-book' },
    { networkId: 'pigeon', regionId: first, connectedBy: '2003', sourceId: 'toy-book' },
    { networkId: 'pigeon', regionId: '660000', connectedBy: '2003', sourceId: 'toy-book' },
  ],
  services: [{ table: toyTable([on(first, 'yes'), on(second, 'no')], { publishes: 'bands', bands }), group: 'pilot', words: 'bands' }],
  regions: toyRegions.filter(({ id }) => [first, second, '660000'].includes(id)),
  href: (id) => `toys/${id}.html`,
};
const cells = (id: string, say = zh) => servicesView(input, say).rows.find(({ key }) => key === id)?.cells;

describe('units by networks and lists', () => {
  test('connected at first, later, or not said: in words, in colour or texture', () => {
    expect(cells(first)?.[0]).toEqual({ text: '已接入', tone: 1, order: 2, said: '已接入，2001年6月公布' });
    expect(cells(second)?.[0]).toEqual({ text: '已接入', tone: 0, order: 1, said: '已接入，2002年公布，晚于首批' });
    expect(cells('660000')?.[0]).toEqual({ text: '未说明', absence: 'notPublished', said: '来源没有说明是否接入' });
  });
  test('on a list, not on it, and not asked', () => {
    expect(cells(first)?.[2]).toEqual({ text: '是', tone: 1, order: 2 });
    expect(cells(second)?.[2]).toEqual({ text: '否', order: 0 });
    expect(cells('660000')?.[2]).toMatchObject({ absence: 'notApplicable' });
  });
  test('totals count those on it, of those who were asked', () => {
    expect(servicesView(input, en).foot[0]?.cells.map(({ text, said }) => [text, said])).toEqual([
      ['2 of 3', '2 of 3 units, 1 not stated'],
      ['2 of 3', '2 of 3 units, 1 not stated'],
      ['1 of 2', '1 of 2 units'],
    ]);
  });
  test('columns stand under their kind and lead to their page', () => {
    expect(servicesView(input, zh).columns.map(({ group, href }) => [group, href])).toEqual([['全国性网络', undefined], ['全国性网络', undefined], ['试点与制度', 'toys/toys.html']]);
  });
  test('the sentence counts provinces and tells of the Corps apart', () => {
    expect(servicesTakeaway(input, zh).text).toBe('2个省份中1个已接入全部2个全国性网络；新疆兵团接入2个中的1个，另1个来源没有说明；各项试点、制度和检查中，列入单位占比最高的是玩具 2003（2个中1个）。');
    expect(servicesTakeaway(input, en).text).toBe('1 of 2 provinces are on all 2 national networks; the Xinjiang Corps is on 1 of 2, and of 1 the sources do not say; of the lists of pilots, rules and checks, the one with the largest share of units is Toys 2003 (1 of 2).');
  });
});

describe('as published', () => {
  let atlas: Atlas;
  beforeAll(() => {
    ({ atlas } = readAtlas('data'));
  });
  test.each(['zh', 'en'] as const)('the numbers of the sentence are those of the tables (%s)', (lang) => {
    const page = pageContext('coverage.html', lang);
    const published = servicesInput(atlas, page);
    const sheet = servicesView(published, page.say);
    const provinces = sheet.rows.filter(({ key }) => key !== '660000');
    const networks = published.networks.length;
    const isOn = (cell: { readonly absence?: unknown } | undefined) => cell !== undefined && cell.absence === undefined;
    const onAll = provinces.filter((row) => row.cells.slice(0, networks).every(isOn)).length;
    const corps = sheet.rows.find(({ key }) => key === '660000')?.cells.slice(0, networks).filter(isOn).length ?? -1;
    const shares = sheet.columns.slice(networks).map(({ label }, index) => {
      const own = sheet.rows.map((row) => row.cells[networks + index]).filter((cell) => cell?.absence !== 'notApplicable');
      return { label, k: own.filter((cell) => cell?.tone !== undefined).length, n: own.length };
    });
    const most = shares.reduce((best, one) => (one.k / one.n > best.k / best.n ? one : best));
    const { text } = servicesTakeaway(published, page.say);
    const numbers = (from: string) => from.match(/\d+/g)?.map(Number) ?? [];
    expect(provinces).toHaveLength(31);
    const counts = lang === 'zh' ? [31, onAll, networks, networks, corps] : [onAll, 31, networks, corps, networks];
    expect(numbers(text)).toEqual([...counts, networks - corps, ...numbers(most.label), ...(lang === 'zh' ? [most.n, most.k] : [most.k, most.n])]);
    expect(text).toContain(most.label);
  });
  test('every cell says something, and no band of the tables goes without a word', () => {
    for (const say of [zh, en]) {
      const sheet = servicesView(servicesInput(atlas, pageContext('coverage.html', say.lang)), say);
      expect(sheet.rows.flatMap((row) => row.cells).filter(({ text }) => text === '')).toEqual([]);
    }
  });
});
