import { describe, expect, test } from 'vitest';
import { rankingsEn } from '../../src/i18n/rankings.en.ts';
import { rankingsZh } from '../../src/i18n/rankings.zh.ts';
import type { Indicator } from '../../src/model/indicator.ts';
import type { Observation } from '../../src/model/observation.ts';
import { filterRows, orderRows, sections } from '../../src/view/rankingOrder.ts';
import { periodBefore, rankingPeriods, rankingView, type RankingInput, type RankingRow, type RankingView } from '../../src/view/rankingView.ts';
import { rankingTakeaway } from '../../src/view/sentences/ranking.ts';
import { en, zh } from '../support/toyViews.ts';
import { toyAbsence, toyObservation, toyRegions, toyTable, toyUnits } from '../support/toys.ts';

const [ONE, TWO, THREE, FOUR] = ['110000', '120000', '130000', '140000'];
const terms = { zh: rankingsZh, en: rankingsEn };
const says = { zh, en };
const at = (regionId: string, period: string, value: number, changes: Parameters<typeof toyObservation>[1] = {}) => toyObservation(value, { regionId, period, printedDecimals: 1, ...changes });
const percent: Partial<Indicator> = { unit: toyUnits.percent, decimals: 1 };
const see = (observations: readonly Observation[], changes: Partial<RankingInput> = {}, indicator: Partial<Indicator> = percent, lang: 'zh' | 'en' = 'zh'): RankingView =>
  rankingView({ table: toyTable(observations, indicator), period: '2002', compare: null, regions: toyRegions, group: null, ...changes }, says[lang], terms[lang]);
const rowOf = (view: RankingView, id: string): RankingRow => {
  const found = [...view.rows, ...view.unranked].find((row) => row.id === id);
  if (!found) throw new Error(`no row ${id}`);
  return found;
};
const ids = (rows: readonly RankingRow[]) => rows.map(({ id }) => id);
const published = (regionId: string, period: string, publishedRank: number) => toyAbsence('notPublished', { regionId, period, publishedRank });

/** Two periods: one overtakes two, three ties with two, four is new. */
const two = [at(ONE, '2001', 10), at(TWO, '2001', 20), at(THREE, '2001', 5), at(ONE, '2002', 30), at(TWO, '2002', 20), at(THREE, '2002', 20), at(FOUR, '2002', 1), toyAbsence('notPublished', { regionId: FOUR, period: '2001' })];

describe('places', () => {
  test('the best comes first, and equal values share a place, which is named', () => {
    const view = see(two);
    expect(view.rows.map(({ rank, tied }) => rank + tied)).toEqual(['1', '2并列', '2并列', '4']);
    expect(view.columns.find(({ key }) => key === 'rank')?.sub).toBe('共4');
  });

  test('where less is better the least comes first', () => {
    expect(ids(see(two, {}, { ...percent, better: 'lower' }).rows)[0]).toBe(FOUR);
  });

  test('a bound leaves places open, and they are said to be', () => {
    const view = see([at(ONE, '2002', 30), at(TWO, '2002', 20, { precision: 'lowerBound' }), at(THREE, '2002', 5)]);
    expect(view.rows.map(({ rank }) => rank)).toEqual(['未定', '未定', '3']);
    expect(rowOf(view, TWO).median).toBe('');
  });

  test('whoever has no figure is below and has no number, no zero and a kind', () => {
    const view = see([...two, toyAbsence('suppressed', { regionId: '150000', period: '2002' })]);
    const none = rowOf(view, '150000');
    expect(ids(view.unranked)).toContain('150000');
    expect([none.rank, none.value, none.absence, none.absenceText]).toEqual(['', '', 'suppressed', '依规不公布']);
    expect(rowOf(view, '710000').absence).toBe('notSurveyed');
    expect(rowOf(view, '660000').absence).toBe('notApplicable');
    expect(rowOf(view, '160000').absence).toBe('notGathered');
  });

  test('a zero is a figure and has a place', () => {
    expect(rowOf(see([...two, at('150000', '2002', 0)]), '150000').rank).toBe('5');
  });

  test('a doubtful figure is marked, and its status said', () => {
    const doubtful = rowOf(see([...two, at('150000', '2002', 9, { confidence: 'C' })]), '150000');
    expect([doubtful.mark, doubtful.status]).toEqual(['？', '公布值，存疑']);
  });
});

describe('distances', () => {
  test('to the median and to the nation, in points for percentages', () => {
    const view = see([...two, at('100000', '2002', 25)]);
    expect(rowOf(view, ONE).median).toBe('＋10.0');
    expect(rowOf(view, ONE).nation).toBe('＋5.0');
    expect(rowOf(view, FOUR).nation).toBe('−24.0');
    expect(view.columns.filter(({ key }) => key === 'median' || key === 'nation').map(({ sub }) => sub)).toEqual(['百分点', '百分点']);
  });

  test('without a row of the nation there is no such column', () => {
    expect(see(two).columns.some(({ key }) => key === 'nation')).toBe(false);
  });

  test('a sum of the nation is no measure for one of its parts', () => {
    expect(see([...two, at('100000', '2002', 71)], {}, { additive: true }).columns.some(({ key }) => key === 'nation')).toBe(false);
  });
});

describe('against an earlier period', () => {
  test('a number, a word, a shape: up, down, same, new', () => {
    const view = see(two, { compare: '2001' });
    expect([ONE, TWO, THREE, FOUR].map((id) => rowOf(view, id).change)).toEqual([
      { shape: '▲', text: '升1', tone: 'rise' },
      { shape: '▼', text: '降1', tone: 'fall' },
      { shape: '▲', text: '升1', tone: 'rise' },
      { shape: '＋', text: '新列入', tone: 'new' },
    ]);
  });

  test('who left keeps its old place beside the absence', () => {
    const view = see([...two, at('150000', '2001', 99)], { compare: '2001' });
    expect(rowOf(view, '150000').change?.text).toBe('2001年第1位');
    expect(ids(view.unranked)).toContain('150000');
  });

  test('a break in method between refuses all changes, in a sentence', () => {
    const view = see(two, { compare: '2001' }, { ...percent, methodBreaks: [{ period: '2002', reason: { zh: '换了尺子', en: 'another ruler' } }] });
    expect(view.refusal).toBe('2001年与2002年的名次不能相比：自2002年起方法有变（换了尺子）。');
    expect(view.columns.some(({ key }) => key === 'change')).toBe(false);
    expect(view.rows.every(({ change }) => change === null)).toBe(true);
  });

  test('the period before is the nearest one without a break between', () => {
    const table = (breaks: Indicator['methodBreaks']) => toyTable(two, { ...percent, ...(breaks ? { methodBreaks: breaks } : {}) });
    expect(periodBefore(table(undefined), '2002', toyRegions, zh)).toBe('2001');
    expect(periodBefore(table([{ period: '2002', reason: { zh: '', en: '' } }]), '2002', toyRegions, zh)).toBeNull();
  });
});

describe('places only, bands only', () => {
  const firstThree = [published(ONE, '2002', 1), published(TWO, '2002', 2), published(THREE, '2002', 3)];

  test('the first three of 31 are shown as such, and nobody else is last', () => {
    const view = see(firstThree, {}, { publishes: 'ranks' });
    expect(view.told).toBe('ranks');
    expect(view.coverage).toBe('31个中公布了前3名');
    expect(view.rows.map(({ rank }) => rank)).toEqual(['1', '2', '3']);
    expect(rowOf(view, FOUR).absenceText).toBe('未收录（前3名以外）');
    expect(rowOf(view, '710000').absenceText).toBe('未纳入调查');
  });

  test('published places move like others, and who was not listed before is new', () => {
    const view = see([...firstThree, published(ONE, '2001', 3), published(TWO, '2001', 1), published(FOUR, '2001', 2)], { compare: '2001' }, { publishes: 'ranks' });
    expect([ONE, TWO, THREE].map((id) => rowOf(view, id).change?.text)).toEqual(['升2', '降1', '新列入']);
    expect(rowOf(view, FOUR).change?.text).toBe('2001年第2位');
  });

  test('what a filter leaves out stays in its section and is not counted in its name', () => {
    const view = see(two);
    const found = sections(view.rows, { sort: 'group', isRising: true }, (name, n) => `${name}${n}`, new Set([ONE]));
    expect(found.flatMap(({ rows }) => ids(rows)).sort()).toEqual(ids(view.rows).sort());
    expect(found.reduce((sum, { listed }) => sum + listed, 0)).toBe(1);
    expect(found.filter(({ name }) => name?.endsWith('0') === true).every(({ listed }) => listed === 0)).toBe(true);
    expect(sections(view.rows, { sort: 'group', isRising: true }, (name, n) => `${name}${n}`, new Set()).map(({ key }) => key)).toEqual(found.map(({ key }) => key));
  });

  test('bands have groups of equal standing and no place', () => {
    const bands = [{ id: 'low', name: { zh: '下', en: 'Low' } }, { id: 'high', name: { zh: '上', en: 'High' } }];
    const view = see([THREE, ONE, TWO].map((regionId) => toyAbsence('notPublished', { regionId, period: '2002', band: regionId === TWO ? 'low' : 'high' })), {}, { publishes: 'bands', bands });
    expect(view.columns.some(({ key }) => key === 'rank')).toBe(false);
    expect(sections(view.rows, { sort: 'band', isRising: true }, (name, n) => `${name}${n}`, new Set(ids(view.rows))).map(({ name, rows }) => [name, ids(rows)])).toEqual([['上2', [ONE, THREE]], ['下1', [TWO]]]);
  });

  test('two regions are a remark, not a ranking', () => {
    expect(rankingPeriods(toyTable([at(ONE, '2001', 1), at(TWO, '2001', 2), ...two.filter(({ period }) => period === '2002')]), toyRegions)).toEqual(['2002']);
  });
});

describe('the spark line', () => {
  const long = (own: readonly (readonly [string, number])[]) => [...['2001', '2002', '2003'].flatMap((period) => [TWO, THREE, FOUR].map((id) => at(id, period, 7))), ...own.map(([period, value]) => at(ONE, period, value))];

  test('a period without a figure is not bridged', () => {
    expect(rowOf(see(long([['2001', 1], ['2003', 3]]), { period: '2003' }), ONE).spark?.line).toBe('M4 18M80 4');
    expect(rowOf(see(long([['2001', 1], ['2002', 2], ['2003', 3]]), { period: '2003' }), ONE).spark?.line).toBe('M4 18L42 11L80 4');
  });

  test('nor is a break in method', () => {
    expect(rowOf(see(long([['2001', 1], ['2002', 2], ['2003', 3]]), { period: '2003' }, { ...percent, methodBreaks: [{ period: '2003', reason: { zh: '', en: '' } }] }), ONE).spark?.line).toBe('M4 18L42 11M80 4');
  });
});

describe('order and filter', () => {
  const { rows } = see(two, { compare: '2001' });

  test('those without the key are last both ways, and equals keep the order of their codes', () => {
    expect(ids(orderRows(rows, 'change', false))).toEqual([ONE, THREE, TWO, FOUR]);
    expect(ids(orderRows(rows, 'change', true))).toEqual([TWO, ONE, THREE, FOUR]);
    expect(ids(orderRows(rows, 'code', true))).toEqual([ONE, TWO, THREE, FOUR]);
  });

  test('ordering moves the rows and makes none', () => {
    expect(new Set(orderRows(rows, 'value', true))).toEqual(new Set(rows));
    expect(orderRows(rows, 'rank', true)[0]).toBe(rows[0]);
  });

  test.each([['玩具2', [TWO]], ['P 3', [THREE]], ['1400', [FOUR]], ['ｐ１', [ONE]], ['none', []]])('“%s” finds by name or code', (filter, expected) => {
    expect(ids(filterRows(rows, { group: null, filter }))).toEqual(expected);
  });

  test('groups are filtered by their own id', () => {
    expect(filterRows(rows, { group: 'east', filter: '' })).toHaveLength(4);
    expect(filterRows(rows, { group: 'west', filter: '' })).toHaveLength(0);
  });
});

describe('groups that a file adds', () => {
  const set = { id: 'toy-coast', name: { zh: '玩具沿海', en: 'Toy coast' }, members: [ONE, THREE], source: { zh: '玩具规划', en: 'Toy plan' } };
  const observations = [at(ONE, '2002', 9), at(TWO, '2002', 2), at(THREE, '2002', 3)];

  test('they stand behind the statistical ones, with how many are counted in them', () => {
    const { groups, rows } = rankingView({ table: toyTable(observations, percent), period: '2002', compare: null, regions: toyRegions, group: null, sets: [set] }, says.zh, terms.zh);
    expect(groups.at(-1)).toEqual({ id: 'toy-coast', name: '玩具沿海', n: 2 });
    expect(filterRows(rows, { group: 'toy-coast', filter: '' }).map(({ id }) => id)).toEqual([ONE, THREE]);
  });

  test('one of which fewer than two are counted is not offered', () => {
    const { groups } = rankingView({ table: toyTable(observations, percent), period: '2002', compare: null, regions: toyRegions, group: null, sets: [{ ...set, members: [ONE, 'elsewhere'] }] }, says.zh, terms.zh);
    expect(groups.map(({ id }) => id)).not.toContain('toy-coast');
  });
});

describe('the headline', () => {
  const tell = (observations: readonly Observation[], compare: string | null, lang: 'zh' | 'en' = 'zh') => {
    const input = { table: toyTable(observations, percent), period: '2002', compare, regions: toyRegions };
    return rankingTakeaway({ ...input, view: rankingView({ ...input, group: null }, says[lang], terms[lang]) }, says[lang], terms[lang]);
  };
  const climbs = [at(ONE, '2001', 1), at(TWO, '2001', 2), at(THREE, '2001', 3), at(ONE, '2002', 9), at(TWO, '2002', 2), at(THREE, '2002', 3)];

  test('who climbed most, from where to where', () => {
    expect(tell(climbs, '2001').headline).toBe('玩具1从第3位升到第1位');
    expect(tell(climbs, '2001', 'en').headline).toBe('P1 rose from rank 3 to 1');
  });

  test('ties of climbers are named together', () => {
    expect(tell(two, '2001').headline).toBe('玩具1、玩具3各升1位');
  });

  test('without a comparison it says who leads', () => {
    expect(tell(climbs, null).headline).toBe('2002年玩具1居第1');
  });

  test('where nobody moved it says so', () => {
    expect(tell([ONE, TWO, THREE].flatMap((id, index) => ['2001', '2002'].map((period) => at(id, period, index))), '2001').headline).toBe('玩具3居首，各地名次都没有变');
  });
});
