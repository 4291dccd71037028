import { describe, expect, test } from 'vitest';
import type { Dataset, Interval, Source, Updates } from '../../src/model/dataset.ts';
import { readAtlas } from '../../src/prerender/readAtlas.ts';
import { datasetOf } from '../../src/pages/lookup.ts';
import { daysBetween, dayAfter, lastMonth, monthOf, periodSpan } from '../../src/query/periodSpan.ts';
import { freshnessView, intervalsOf } from '../../src/view/freshnessView.ts';
import { toyAbsence, toyObservation, toyTable } from '../support/toys.ts';
import { en, textsIn, zh } from '../support/toyViews.ts';

const source = (id: string, published?: string): Source => ({ id, title: { zh: id, en: id }, publisher: '玩具出版社', confidence: 'A', ...(published !== undefined && { published }) });
const dataset = (sources: readonly Source[], updates?: Updates): Dataset => ({
  id: 'toy/2001',
  title: { zh: '玩具', en: 'Toys' },
  description: { zh: '玩具', en: 'Toys' },
  edition: '2001',
  retrieved: '2004-02-29',
  licence: { name: 'toy', title: { zh: '玩具', en: 'Toy' }, redistributable: true },
  sources,
  ...(updates && { updates: { toys: updates } }),
});
const of = (periods: readonly (readonly [period: string, sourceId: string])[]) => toyTable(periods.map(([period, sourceId]) => toyObservation(1, { period, sourceId })));

describe('when the next is expected', () => {
  test.each([
    { says: 'a year and the publisher’s own nine months after the end of the latest year', every: 'P1Y', periods: [['2001', 'book']], published: { book: '2002-09-17' }, next: '2003年9月', due: '2003-10-01' },
    { says: 'an edition that comes out before its year is over', every: 'P2Y', periods: [['2001', 'book']], published: { book: '2001-09' }, next: '2003年9月', due: '2003-10-01' },
    { says: 'half a year', every: 'P6M', periods: [['2001-06', 'book']], published: { book: '2001-08' }, next: '2002年2月', due: '2002-03-01' },
    { says: 'a quarter, over the end of a year', every: 'P3M', periods: [['2001-12', 'book']], published: { book: '2001-12-31' }, next: '2002年3月', due: '2002-04-01' },
    { says: 'of a source whose year is all that is known, a year, and late only after it', every: 'P1Y', periods: [['2001', 'book']], published: { book: '2002' }, next: '2003年', due: '2004-01-01' },
    { says: 'the lag of the period before, where the latest source has no date', every: 'P1Y', periods: [['2000', 'book'], ['2001', 'news']], published: { book: '2001-03' }, next: '2003年3月', due: '2003-04-01' },
    { says: 'the first to print it, not who repeated it', every: 'P1Y', periods: [['2001', 'news'], ['2001', 'book']], published: { book: '2003-05', news: '2002-02' }, next: '2003年2月', due: '2003-03-01' },
  ] as const)('$says', ({ every, periods, published, next, due }) => {
    const view = freshnessView(of(periods), dataset([...Object.entries(published).map(([id, date]) => source(id, date)), source('news')], { every }), zh);
    expect(view).toMatchObject({ next: expect.stringContaining(`预计下次：${next}（`), due });
  });

  test('without a date of any source none is expected, and the interval is said', () => {
    expect(freshnessView(of([['2001', 'book']]), dataset([source('book')], { every: 'P1Y' }), zh)).toMatchObject({ next: '每年更新，发布日期不详，无法预计下次', due: null });
  });

  test.each([{ updates: undefined }, { updates: { every: null } }])('no interval: none is expected, and that is said', ({ updates }) => {
    const table = of([['2001', 'book']]);
    expect(freshnessView(table, dataset([source('book', '2002')], updates), zh)).toMatchObject({ next: '没有固定的更新周期', due: null });
    expect(freshnessView(table, dataset([source('book', '2002')], updates), en)).toMatchObject({ next: 'no fixed interval known', due: null });
  });

  test('for any period, date and interval it is the date plus the interval, and late the day after that month', () => {
    let seed = 7;
    const pick = (n: number) => (seed = (seed * 48271) % 2147483647) % n;
    const months: Readonly<Record<Interval, number>> = { P3M: 3, P6M: 6, P1Y: 12, P2Y: 24 };
    const intervals: readonly Interval[] = ['P3M', 'P6M', 'P1Y', 'P2Y'];
    for (let n = 0; n < 2000; n++) {
      const every = intervals[pick(4)] ?? 'P1Y';
      const at = 1990 * 12 + pick(480);
      const published = monthOf(at);
      const period = [String(1990 + pick(40)), monthOf(1990 * 12 + pick(480))][pick(2)] ?? '';
      const { due } = freshnessView(of([[period, 'book']]), dataset([source('book', published)], { every }), zh);
      expect(due).toBe(`${monthOf(at + months[every] + 1)}-01`);
    }
  });
});

describe('the latest', () => {
  test('is the last period that has a figure: not one that is absent, foretold or doubtful', () => {
    const table = toyTable([
      toyObservation(1, { period: '2001' }),
      toyObservation(1, { period: '2002-06' }),
      toyObservation(2, { period: '2003', confidence: 'C' }),
      toyObservation(2, { period: '2009', status: 'forecast' }),
      toyAbsence('notPublished', { period: '2004' }),
    ]);
    expect(freshnessView(table, dataset([]), zh)).toMatchObject({ latest: '最新：2002年6月', until: '2002-06-30', retrieved: '2004-02-29读取', read: '2004-02-29' });
    expect(freshnessView(table, dataset([]), en)).toMatchObject({ latest: 'Latest: Jun 2002', retrieved: 'read on 2004-02-29' });
  });

  test('is the one that ends last: December is after a year’s month, and the year is not before its June', () => {
    expect(freshnessView(of([['2002', 'book'], ['2002-06', 'book']]), dataset([]), zh).until).toBe('2002-12-31');
  });

  test('is a place, where places are published', () => {
    const table = toyTable([toyAbsence('notPublished', { period: '2003', publishedRank: 1 })], { publishes: 'ranks' });
    expect(freshnessView(table, dataset([]), zh).until).toBe('2003-12-31');
  });

  test('is what was foretold, where nothing else is there', () => {
    expect(freshnessView(toyTable([toyObservation(2, { period: '2009', status: 'forecast' })]), dataset([]), zh).latest).toBe('最新：2009年');
  });
});

describe('periods as days', () => {
  test.each([
    { period: '2001', first: '2001-01-01', last: '2001-12-31', after: '2002-01-01' },
    { period: '2004-02', first: '2004-02-01', last: '2004-02-29', after: '2004-03-01' },
    { period: '1900-02', first: '1900-02-01', last: '1900-02-28', after: '1900-03-01' },
    { period: '2001-12-31', first: '2001-12-31', last: '2001-12-31', after: '2002-01-01' },
  ])('$period', ({ period, first, last, after }) => {
    expect(periodSpan(period)).toEqual({ first, last });
    expect(dayAfter(period)).toBe(after);
  });

  test('months are counted there and back', () => {
    for (let month = 1980 * 12; month < 2060 * 12; month++) expect(lastMonth(monthOf(month))).toBe(month);
  });

  test.each([
    { one: '2001', other: '2001-06', days: 0 },
    { one: '2001-12-31', other: '2001', days: 0 },
    { one: '2001', other: '2002', days: 1 },
    { one: '2003', other: '2001-12-31', days: 366 },
  ])('$one and $other are $days days apart, from either side', ({ one, other, days }) => {
    expect(daysBetween(one, other)).toBe(days);
    expect(daysBetween(other, one)).toBe(days);
  });
});

test('a dataset says how often its tables come out, and of how many that is not known', () => {
  const some = { ...dataset([]), updates: { a: { every: 'P1Y' }, b: { every: 'P1Y' }, c: { every: null } } } as const;
  expect(intervalsOf(some, ['a', 'b'], zh)).toBe('每年');
  expect(intervalsOf(some, ['a', 'b', 'c', 'd'], zh)).toBe('每年（2项）；不定期（1项）；周期不详（1项）');
  expect(intervalsOf(some, ['d'], en)).toBe('interval not known');
});

describe('what is published', () => {
  const { atlas } = readAtlas('data');

  test('every series has its latest day and says whether a next one can be expected', () => {
    for (const table of atlas.tables) {
      const view = freshnessView(table, datasetOf(atlas, table), zh);
      expect(view.until, table.file).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(view.due === null, table.file).toBe(!view.next.startsWith('预计下次'));
      for (const text of textsIn(freshnessView(table, datasetOf(atlas, table), en))) expect(text, table.file).not.toMatch(/[\u3400-\u9fff]|undefined|NaN/);
    }
  });

  test('an interval has its evidence: three periods so far apart in the table itself, or a note of who says so', () => {
    const months: Readonly<Record<Interval, number>> = { P3M: 3, P6M: 6, P1Y: 12, P2Y: 24 };
    for (const table of atlas.tables) {
      const updates = datasetOf(atlas, table).updates?.[table.indicator.id];
      if (!updates || updates.every === null || updates.note) continue;
      const step = months[updates.every];
      const isEven = (table.indicator.series ?? [{ id: '' }]).some(({ id }) => {
        const ends = new Set(table.observations.filter(({ seriesId }) => seriesId === id).map(({ period }) => lastMonth(period)));
        return [...ends].some((end) => ends.has(end + step) && ends.has(end + 2 * step));
      });
      expect(isEven, table.file).toBe(true);
    }
  });

  test('the UN survey of 2024 came out in September, so that of 2026 is due then', () => {
    const table = atlas.tables.find(({ indicator }) => indicator.id === 'un-egdi');
    if (!table) throw new Error('no UN table');
    expect(freshnessView(table, datasetOf(atlas, table), zh)).toMatchObject({ latest: '最新：2024年', until: '2024-12-31', next: '预计下次：2026年9月（每两年）', due: '2026-10-01', note: '2008年起每两年一版。' });
  });
});
