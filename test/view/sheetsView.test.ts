import { describe, expect, test } from 'vitest';
import { figuresEn } from '../../src/i18n/figures.en.ts';
import { figuresZh } from '../../src/i18n/figures.zh.ts';
import { regionsEn } from '../../src/i18n/regions.en.ts';
import { regionsZh } from '../../src/i18n/regions.zh.ts';
import type { Say } from '../../src/i18n/say.ts';
import type { Region } from '../../src/model/region.ts';
import { ems, linesOf, namesWithin, PAPER } from '../../src/view/region/paper.ts';
import { firstRows, type SheetRow } from '../../src/view/region/regionSheets.ts';
import { regionRow } from '../../src/view/region/regionRow.ts';
import { rowChange } from '../../src/view/region/rowChange.ts';
import { columnHeight, intoColumns, listHeight, type SheetList } from '../../src/view/region/sheetLists.ts';
import { flow, type SheetTheme } from '../../src/view/region/nationSheets.ts';
import { sheetSources } from '../../src/view/region/sheetSources.ts';
import type { RegionSource } from '../../src/view/regionView.ts';
import { toyAbsence, toyObservation, toyProvinceIds, toyRegions, toyTable } from '../support/toys.ts';

const zh: Say = { lang: 'zh', words: figuresZh };
const en: Say = { lang: 'en', words: figuresEn };

describe('what fits is reckoned before it is drawn', () => {
  test('a Han sign is one em, a Latin letter about half', () => {
    expect(ems('玩具省')).toBe(3);
    expect(ems('toyland')).toBeGreaterThan(3);
    expect(ems('toyland')).toBeLessThan(4.5);
  });

  test('a text that just fits has one line, one sign more has two', () => {
    expect(linesOf('玩'.repeat(10), 10)).toBe(1);
    expect(linesOf('玩'.repeat(11), 10)).toBe(2);
    expect(linesOf('', 10)).toBe(1);
  });

  test('names fill the lines there are, and those left out are counted', () => {
    const names = Array.from({ length: 20 }, (_, index) => `第${index + 1}个玩具`);
    expect(namesWithin(names, '、', 1000, 1)).toEqual({ names, left: 0 });
    const { names: kept, left } = namesWithin(names, '、', 30, 2);
    expect(kept.length + left).toBe(20);
    expect(left).toBeGreaterThan(0);
    expect(kept.length).toBeGreaterThan(3);
    expect(linesOf(kept.join('、'), 30)).toBeLessThanOrEqual(2);
  });
});

const item = (key: string) => ({ key, when: '', name: `玩具${key}`, text: '7', of: '', isYes: null, isUnsaid: false, note: '', sources: [1] });
const toyList = (id: string, count: number): SheetList => ({ id, title: id, lead: '', isLeadBeside: true, when: 0, items: Array.from({ length: count }, (_, index) => item(`${id}${index}`)), leftOut: '', note: '', isSpare: false });
const height = (most: number) => (columns: readonly (readonly SheetList[])[]) => Math.max(...columns.map(columnHeight)) <= most;

describe('lists in two columns', () => {
  test('stand whole where there is room', () => {
    const lists = [toyList('networks', 3), toyList('classes', 15), toyList('places', 4)];
    const columns = intoColumns(lists, height(10_000), regionsZh);
    expect(columns.flat()).toEqual(expect.arrayContaining(lists));
    expect(columns.map((column) => column.map(({ id }) => id))).toEqual([['networks', 'places'], ['classes']]);
  });

  test.each([200, 300, 400])('in %i px the longest give way, networks never, and nothing is lost without a word', (most) => {
    const lists = [toyList('networks', 3), toyList('classes', 40), toyList('places', 30), toyList('systems', 9)];
    const columns = intoColumns(lists, height(most), regionsZh);
    for (const list of lists) {
      const drawn = columns.flat().find(({ id }) => id === list.id);
      const left = Number(/\d+/.exec(drawn?.leftOut ?? '')?.[0] ?? 0);
      expect((drawn?.items.length ?? 0) + left, list.id).toBe(list.items.length);
      expect(drawn?.items.length, list.id).toBeGreaterThan(0);
    }
    expect(columns.flat().find(({ id }) => id === 'networks')?.leftOut).toBe('');
    expect(height(most)(columns)).toBe(true);
  });

  test('what tells of nothing gives way before what tells something', () => {
    const columns = intoColumns([toyList('classes', 5), { ...toyList('absent', 4), isSpare: true }], height(100), regionsZh);
    expect(columns.flat().map(({ id, items }) => [id, items.length])).toEqual([['classes', 3], ['absent', 1]]);
  });

  test('what is left out is said in the reader’s language', () => {
    const long = (terms: typeof regionsZh) => intoColumns([toyList('classes', 40)], height(200), terms).flat()[0]?.leftOut;
    expect(long(regionsZh)).toMatch(/^另有\d+项，见网页$/);
    expect(long(regionsEn)).toMatch(/^\d+ more on the web page$/);
  });

  test('a longer name, a note and a word of what is left out take room', () => {
    const plain = toyList('a', 1);
    const [first] = plain.items;
    if (!first) throw new Error('a toy list of one');
    expect(listHeight({ ...plain, items: [{ ...first, name: '玩'.repeat(60) }] })).toBeGreaterThan(listHeight(plain));
    expect(listHeight({ ...plain, items: [{ ...first, note: '说明' }] })).toBe(listHeight(plain) + PAPER.noteLine);
    expect(listHeight({ ...plain, leftOut: '另有1项' })).toBe(listHeight(plain) + PAPER.noteLine);
  });
});

describe('figures of the country in columns', () => {
  const figure = (id: string) => ({ id, name: `玩具${id}`, value: '7', when: '2001年', status: '', sources: [1] });
  const theme = (id: string, count: number, leftOut = ''): SheetTheme => ({ id, name: id, figures: Array.from({ length: count }, (_, index) => figure(`${id}${index}`)), leftOut, isContinued: false });
  const head = PAPER.themeHead;
  const line = PAPER.figureLine;

  test('a theme that is torn says its name again, and what it leaves out at its end', () => {
    const columns = flow([theme('a', 5, '另有1项')], [head + 3 * line, head + 3 * line + PAPER.noteLine]);
    expect(columns?.map((column) => column.map(({ figures, isContinued, leftOut }) => [figures.length, isContinued, leftOut]))).toEqual([[[3, false, '']], [[2, true, '另有1项']]]);
  });

  test('no name stands alone at the foot of a column', () => {
    const columns = flow([theme('a', 2), theme('b', 2)], [2 * head + 2 * line + 5, 200]);
    expect(columns?.map((column) => column.map(({ id, isContinued }) => [id, isContinued]))).toEqual([[['a', false]], [['b', false]]]);
  });

  test('what does not fit is refused, not cut', () => {
    expect(flow([theme('a', 5)], [head + 2 * line, head + 2 * line])).toBeNull();
  });
});

describe('sources', () => {
  const all = Array.from({ length: 12 }, (_, index): RegionSource => ({
    number: index + 1,
    publisher: `玩具社${index + 1}`,
    titles: Array.from({ length: 3 }, (__, title) => ({ text: `玩具年鉴${title + 1}：很长很长很长很长很长很长的一个题目`, url: null, published: '', via: '' })),
    confidence: 'A',
    grades: 'A',
  }));

  test('only those that the sheets draw on, under the page’s numbers', () => {
    expect(sheetSources([9, 2, 2], all, 1000, zh, regionsZh).list.map(({ number }) => number)).toEqual([2, 9]);
  });

  test('with all titles, the first, or how many there are, as there is room', () => {
    const told = (height_: number) => sheetSources([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], all, height_, zh, regionsZh);
    expect(told(1000).list[0]?.titles).toBe('：玩具年鉴1：很长很长很长很长很长很长的一个题目；玩具年鉴2：很长很长很长很长很长很长的一个题目；玩具年鉴3：很长很长很长很长很长很长的一个题目');
    expect(told(200).list[0]?.titles).toBe('：玩具年鉴1：很长很长很长很长很长很长的一个题目等3种');
    expect(told(PAPER.code).list[0]?.titles).toBe('（3种）');
    for (const room of [1000, 200, PAPER.code]) expect(told(room)).toMatchObject({ leftOut: '' });
  });

  test('where not even their names fit, the rest is counted', () => {
    const many = Array.from({ length: 60 }, (_, index) => ({ ...all[0], number: index + 1, publisher: `玩具社${index + 1}`, titles: [], confidence: 'A' as const, grades: 'A' }));
    const { list, leftOut } = sheetSources(many.map(({ number }) => number), many, 200, zh, regionsZh);
    expect(list.length).toBeLessThan(60);
    expect(leftOut).toBe(`另有${60 - list.length}项，见网页`);
  });
});

describe('rows of the first sheet', () => {
  const row = (id: string, isAbsent: boolean): SheetRow => ({ id, name: id, isFirst: false, period: '', value: '7', isAbsent, unit: '', status: '', change: null, rank: '', rankNote: '', group: '', median: '', strip: { marks: [], own: null, isOwnHollow: false, median: null }, grade: '', sources: [] });
  const rows = [row('a', false), row('b', true), row('c', false), row('d', true), row('e', false)];

  test('keep their order; without room those without a figure give way first', () => {
    const kept = (count: number) => firstRows(rows, PAPER.row * count + 1).map(({ id }) => id);
    expect(kept(5)).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(kept(4)).toEqual(['a', 'b', 'c', 'e']);
    expect(kept(3)).toEqual(['a', 'c', 'e']);
    expect(kept(2)).toEqual(['a', 'c']);
  });
});

describe('what a figure moved by', () => {
  const regions: readonly Region[] = toyRegions.filter(({ level }) => level === 'province' || level === 'corps');
  const [own = '', other = ''] = toyProvinceIds;
  const region = regions.find(({ id }) => id === own);
  const year = (period: string, first: ReturnType<typeof toyObservation>) => toyProvinceIds.map((regionId, index) => (regionId === own ? first : toyObservation(index + 1, { regionId, period })));
  const changeOf = (earlier: Parameters<typeof toyObservation>[1] | null, later = {}, say = zh, indicator = {}) => {
    const before = earlier === null ? [] : year('2001', toyObservation(5, { ...earlier, regionId: own, period: '2001' }));
    const table = toyTable([...before, ...year('2003', toyObservation(8, { ...later, regionId: own, period: '2003' }))], indicator);
    if (!region) throw new Error(`no toy region ${own}`);
    const row = regionRow({ table, region, regions }, '', say, say.lang === 'zh' ? regionsZh : regionsEn);
    return row && rowChange(row, own, say);
  };

  test('is told with shape, sign and the period before it', () => {
    expect(changeOf({})).toEqual({ shape: '▲', text: '＋3', from: '2001年' });
    expect(changeOf({}, {}, en)).toEqual({ shape: '▲', text: '+3', from: '2001' });
  });

  test.each([
    { says: 'there is none before', earlier: null, later: {}, indicator: {} },
    { says: 'one of the two is a bound', earlier: { precision: 'lowerBound' }, later: {}, indicator: {} },
    { says: 'one of the two is doubtful', earlier: { confidence: 'C' }, later: {}, indicator: {} },
    { says: 'the method changed between them', earlier: {}, later: {}, indicator: { methodBreaks: [{ period: '2002', reason: { zh: '玩具', en: 'toys' } }] } },
  ] as const)('is not told where $says', ({ earlier, later, indicator }) => {
    expect(changeOf(earlier, later, zh, indicator)).toBeNull();
  });

  test('another region’s figure is no earlier figure of its own', () => {
    const table = toyTable([toyObservation(5, { regionId: other, period: '2001' }), toyAbsence('notPublished', { regionId: own, period: '2001' }), ...year('2003', toyObservation(8, { regionId: own, period: '2003' }))]);
    if (!region) throw new Error(`no toy region ${own}`);
    const row = regionRow({ table, region, regions }, '', zh, regionsZh);
    expect(row && rowChange(row, own, zh)).toBeNull();
  });
});
