import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rankingsEn } from '../../src/i18n/rankings.en.ts';
import { rankingsZh } from '../../src/i18n/rankings.zh.ts';
import type { IndicatorTable } from '../../src/model/indicator.ts';
import { findChanges } from '../../src/view/sentences/rankChange.ts';
import { whyTable, whyView, type WhyView } from '../../src/view/whyView.ts';
import { toyAbsence, toyObservation, toyProvinceIds, toyRegions, toyTable } from '../support/toys.ts';
import { column, en, row, zh } from '../support/toyViews.ts';

const idAt = (index: number): string => toyProvinceIds[index] ?? '';
const at = (period: string, values: readonly (number | null)[]) => values.map((value, index) => (value === null ? toyAbsence('notPublished', { period, regionId: idAt(index) }) : toyObservation(value, { period, regionId: idAt(index) })));
const both = (before: readonly (number | null)[], after: readonly (number | null)[], changes = {}) => toyTable([...at('2001', before), ...at('2002', after)], changes);
const says = { zh: { say: zh, terms: rankingsZh }, en: { say: en, terms: rankingsEn } };
const foundIn = (table: IndicatorTable, lang: 'zh' | 'en') => findChanges({ table, from: '2001', to: '2002', regions: toyRegions }, says[lang].say);
const see = (table: IndicatorTable, region: string | null = null, lang: 'zh' | 'en' = 'zh') => whyView(foundIn(table, lang), region, says[lang].say, says[lang].terms);
const twin = (table: IndicatorTable, lang: 'zh' | 'en' = 'zh') => whyTable(foundIn(table, lang), says[lang].say, says[lang].terms);
const pictureOf = ({ picture }: Pick<WhyView, 'picture'>) => {
  if (!picture) throw new Error('there is no picture');
  return picture;
};

const climb = both([1, 5, 6, 7, 8], [9, 5, 6, 7, 12]);
const every = both([5, 9, null, 5, 3], [5, null, 7, 6, 8]);

describe('the picture', () => {
  test('goes from the earlier place step by step to the later one', () => {
    const { start, steps, end } = pictureOf(see(climb));
    expect([start, end].map(({ label, sub, place, tied, say }) => [label, sub, place, tied, say])).toEqual([
      ['2001年', '共5', '第5位', '', '2001年：第5位（共5），1个'],
      ['2002年', '共5', '第2位', '', '2002年：第2位（共5），9个'],
    ]);
    expect(steps.map(({ label, shape, text, tone, say }) => [label, shape + text, tone, say])).toEqual([
      ['自己', '▲升4', 'rise', '自己的数值变化：升4位，由5算到1'],
      ['其他', '▼降1', 'fall', '其他地区的变化：降1位，由1算到2'],
    ]);
  });

  test('has a step for entries, exits and ties where they count, and a tie is named', () => {
    const { start, steps, end, legend } = pictureOf(see(every, idAt(0)));
    expect(steps.map(({ key, shape, text }) => [key, shape + text])).toEqual([['own', '―0'], ['others', '▼降1'], ['entries', '▼降1'], ['exits', '▲升1'], ['ties', '▼降1']]);
    expect([start.place, start.tied, end.place, end.tied]).toEqual(['第2位', '并列', '第4位', '']);
    expect(legend.map(({ shape }) => shape)).toEqual(['▲', '▼', '―']);
  });

  test('says the same in English', () => {
    const view = see(climb, null, 'en');
    expect([view.heading, view.coverage, view.caption]).toEqual(['Why ranks changed · Toys', '5 of 31 ranked in both periods', 'P1, 2001 to 2002']);
    expect(pictureOf(view).steps.map(({ say }) => say)).toEqual(['Its own change: up 4, from 5 to 1', 'The others’ change: down 1, from 1 to 2']);
  });

  test('a doubtful figure is marked at its end, in sign and words', () => {
    const doubtful = toyTable(climb.observations.map((one) => (one.regionId === idAt(0) && one.period === '2002' ? { ...one, confidence: 'C' as const } : one)));
    const { start, end } = pictureOf(see(doubtful, idAt(0)));
    expect([start.isDoubtful, end.isDoubtful, end.place]).toEqual([false, true, '第2位？']);
    expect(end.say).toContain('存疑');
  });

  test('whatever moved, each step begins where the one before it ended, and all stands inside', () => {
    const values = fc.array(fc.option(fc.integer({ min: 0, max: 12 })), { minLength: 20, maxLength: 20 });
    fc.assert(
      fc.property(values, values, fc.integer({ min: 0, max: 19 }), fc.constantFrom('higher' as const, 'lower' as const), (before, after, index, better) => {
        const table = both(before, after, { better });
        const { picture, rivals } = see(table, idAt(index));
        if (typeof before[index] !== 'number' || typeof after[index] !== 'number') {
          expect([picture, rivals]).toEqual([null, null]);
          return;
        }
        if (!picture || !rivals) throw new Error('it has both figures');
        let { y } = picture.start;
        for (const step of picture.steps) {
          expect(step.fromY).toBe(y);
          expect(Math.sign(step.fromY - step.toY)).toBe(step.tone === 'rise' ? 1 : step.tone === 'fall' ? -1 : 0);
          y = step.toY;
        }
        expect(picture.end.y).toBe(y);
        expect(picture.levels).toHaveLength(picture.steps.length + 1);
        for (const { x1, x2 } of picture.levels) expect(x2).toBeGreaterThan(x1);
        for (const one of [picture.start.y, picture.end.y, ...picture.ticks.map((tick) => tick.y), ...picture.steps.flatMap(({ fromY, toY }) => [fromY, toY])]) {
          expect(one).toBeGreaterThanOrEqual(52);
          expect(one).toBeLessThanOrEqual(picture.heightPx - 68);
        }
        for (const end of [picture.start, picture.end]) for (const tick of picture.ticks) if (end.place === `第${tick.text}位`) expect(tick.y).toBe(end.y);
        expect(picture.ticks.length).toBeGreaterThan(1);
        expect(picture.ticks.length).toBeLessThanOrEqual(7);

        // Each part of the table, and each step, is as many places as there are regions behind it in the list.
        const cells = row(twin(table).table, idAt(index));
        const by = (key: string) => Number(cells[key]?.replace('＋', '').replace('−', '-'));
        expect(['own', 'others', 'entries', 'exits', 'ties'].map(by).reduce((sum, one) => sum + one, 0)).toBe(by('change'));
        expect(by('from') - by('to')).toBe(by('change'));
        const count = (kind: string) => rivals.rows.filter((one) => one.kind === kind).length;
        expect(count('overtook') - count('overtakenBy')).toBe(by('own') + by('others'));
        expect([-count('entries') || 0, count('exits')]).toEqual([by('entries'), by('exits')]);
        expect(count('ties')).toBeGreaterThanOrEqual(Math.abs(by('ties')));
        expect(new Set(rivals.rows.map(({ id }) => id)).size).toBe(rivals.rows.length);
      }),
      { numRuns: 600 },
    );
  });
});

describe('the list', () => {
  test('has the region itself and whoever moved it, with both figures, or that there is none', () => {
    expect(see(every, idAt(0)).rivals).toEqual({
      title: '谁使名次变了（个）',
      heads: ['地区', '关系', '2001年', '2002年'],
      rows: [
        { id: idAt(0), name: '玩具1', kind: 'self', how: '本地区', before: '5', after: '5' },
        { id: idAt(4), name: '玩具5', kind: 'overtakenBy', how: '超过了它', before: '3', after: '8' },
        { id: idAt(2), name: '玩具3', kind: 'entries', how: '新列入在前', before: '没有数值', after: '7' },
        { id: idAt(1), name: '玩具2', kind: 'exits', how: '原在前，退出', before: '9', after: '没有数值' },
        { id: idAt(3), name: '玩具4', kind: 'ties', how: '并列有变', before: '5', after: '6' },
      ],
    });
  });
});

describe('the table', () => {
  test('has every region with all its parts, in the order of the later places', () => {
    const { table } = twin(every);
    expect(column(table, 'region')).toEqual(['玩具5', '玩具3', '玩具4', '玩具1', '玩具2']);
    expect(row(table, idAt(0))).toEqual({ region: '玩具1', from: '2', own: '0', others: '−1', entries: '−1', exits: '＋1', ties: '−1', to: '4', change: '−2' });
    expect(row(table, idAt(2))).toEqual({ region: '玩具3', from: '', own: '', others: '', entries: '', exits: '', ties: '', to: '2', change: '新列入' });
    expect(row(table, idAt(1))).toMatchObject({ from: '1', to: '', change: '未列入' });
  });

  test('calls open what a bound leaves open', () => {
    const open = toyTable([...at('2001', [5, 4]), toyObservation(5, { period: '2002', regionId: idAt(0) }), toyObservation(4, { period: '2002', regionId: idAt(1), precision: 'lowerBound' })]);
    expect(row(twin(open).table, idAt(0))).toMatchObject({ from: '1', to: '未定', change: '未定', own: '' });
    expect(see(open, idAt(0))).toMatchObject({ picture: null, rivals: null });
    const shares = toyTable([toyObservation(5, { regionId: idAt(0) }), toyObservation(8, { regionId: idAt(1), precision: 'lowerBound' }), ...at('2002', [9, 7])]);
    expect(row(twin(shares).table, idAt(0))).toMatchObject({ own: '未定', others: '未定', change: '＋1' });
    expect(pictureOf(see(shares, idAt(0))).steps.map(({ key, label, text }) => [key, label, text])).toEqual([['together', '两者', '升1']]);
  });

  test('whoever has a place in one of the two may be chosen', () => {
    expect(twin(every).options).toEqual([0, 1, 2, 3, 4].map((index) => ({ id: idAt(index), name: `玩具${index + 1}` })));
  });
});

describe('of nobody chosen', () => {
  test('whoever moved most is drawn: a rise before a fall as large', () => {
    expect(see(climb).drawn).toBe(idAt(0));
    expect(see(both([1, 9, 5], [9, 1, 5])).drawn).toBe(idAt(0));
  });

  test('nobody is drawn where nobody moved, or a break in method lies between', () => {
    expect(see(both([1, 2], [3, 4]))).toMatchObject({ drawn: null, picture: null, rivals: null, notes: [] });
    const broken = see(both([1, 2], [2, 1], { methodBreaks: [{ period: '2002', reason: { zh: '换了尺子', en: 'another ruler' } }] }));
    expect(broken).toMatchObject({ drawn: null, picture: null });
    expect(broken.takeaway.workings).toEqual([]);
  });
});
