import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { takeawayZh } from '../../src/i18n/takeaway.zh.ts';
import { workshopEn } from '../../src/i18n/workshop.en.ts';
import { workshopZh } from '../../src/i18n/workshop.zh.ts';
import type { Indicator, IndicatorTable } from '../../src/model/indicator.ts';
import type { Observation } from '../../src/model/observation.ts';
import { MISSINGS, NORMALISATIONS, type Missing, type Normalisation } from '../../src/query/composite.ts';
import { drawPlaces, drawTask, spreadsOf, type DrawScheme, type Spread } from '../../src/query/draws.ts';
import { steadinessText, workshopTakeaway } from '../../src/view/sentences/workshop.ts';
import type { ChosenIndicator, WorkshopChoice } from '../../src/view/workshopChoice.ts';
import { workshopSheet } from '../../src/view/workshopSheet.ts';
import { drawsText, makeComposite, shareText, workshopView, type Made } from '../../src/view/workshopView.ts';
import { evaluate, isPrintedAs, numberIn } from '../support/arithmetic.ts';
import { column, en, row, zh } from '../support/toyViews.ts';
import { toyAbsence, toyObservation, toyProvinceIds, toyRegions, toyTable, toyUnits } from '../support/toys.ts';

const [ONE = '', TWO = '', THREE = '', FOUR = ''] = toyProvinceIds;
const SAYS = { zh: { say: zh, terms: workshopZh }, en: { say: en, terms: workshopEn } };
const REGIONS = toyRegions.filter(({ level }) => level === 'province' || level === 'corps');
/** Of the 31 only these are in a toy: the others would lack everything. */
const FEW = REGIONS.filter(({ id, group, level }) => [ONE, TWO, THREE, FOUR].includes(id) || group === 'hmt' || level === 'corps');

type Given = number | null | Observation;
const table = (id: string, values: readonly Given[], changes: Partial<Indicator> = {}, dataset = `toy/${id}`): IndicatorTable => ({
  ...toyTable(
    values.map((value, at): Observation => {
      const regionId = toyProvinceIds[at] ?? '';
      return value === null ? toyAbsence('notPublished', { regionId }) : typeof value === 'number' ? toyObservation(value, { regionId, printedDecimals: 1 }) : value;
    }),
    { id, short: { zh: id === 'blocks' ? '积木' : id === 'dolls' ? '娃娃' : '风筝', en: id }, name: { zh: `${id}玩具`, en: `${id} owned` }, unit: toyUnits.percent, decimals: 1, ...changes },
  ),
  dataset,
});
const make = (tables: readonly IndicatorTable[], weights: readonly number[] = tables.map(() => 50), changes: Partial<WorkshopChoice> = {}, regions = FEW): Made =>
  makeComposite({
    choice: { chosen: tables.map(({ indicator }, at): ChosenIndicator => ({ id: indicator.id, weight: weights[at] ?? 50, period: '2001' })), normalisation: 'minmax', missing: 'leave', draws: 'near', region: null, ...changes },
    tables: Object.fromEntries(tables.map((one) => [one.indicator.id, one])),
    regions,
  });
const spreadsFor = (made: Made, scheme: DrawScheme = made.choice.draws): ReadonlyMap<string, Spread> => {
  const task = drawTask(made.composite, made.chosen.map(({ indicator }) => indicator.id), made.chosen.map(({ weight }) => weight), scheme);
  const found = spreadsOf(drawPlaces(task));
  return new Map(task.regionIds.flatMap((id, at) => (found[at] ? [[id, found[at]] as const] : [])));
};
const see = (made: Made, lang: 'zh' | 'en' = 'zh', spreads: ReadonlyMap<string, Spread> | null = spreadsFor(made)) => workshopView(made, { regions: FEW, spreads }, SAYS[lang].say, SAYS[lang].terms);
const tell = (made: Made, lang: 'zh' | 'en' = 'zh', spreads: ReadonlyMap<string, Spread> | null = spreadsFor(made)) => workshopTakeaway(made, { regions: FEW, spreads }, SAYS[lang].say, SAYS[lang].terms);

const blocks = table('blocks', [90, 50, 30, 10]);
const dolls = table('dolls', [40, 50, 10, 20]);
const plain = make([blocks, dolls]);

describe('the ranking', () => {
  test('by hand: (100, 50, 25, 0) and (75, 100, 0, 25), equally', () => {
    const { rows } = see(plain);
    expect(rows.map(({ name, rank, score }) => `${rank} ${name} ${score}`)).toEqual(['1 玩具1 87.5', '2 玩具2 75.0', '3 玩具3 12.5', '3 玩具4 12.5']);
    expect(rows.map(({ tied }) => tied)).toEqual(['', '', '并列', '并列']);
  });

  test('its parts are as long as what they add, side by side from zero', () => {
    const { rows, zero, legend } = see(make([blocks, dolls], [75, 25]));
    expect(zero).toBe(0);
    expect(rows[0]?.parts).toEqual([{ at: 0, x: 0, width: 75 }, { at: 1, x: 75, width: 18.75 }]);
    expect(legend).toEqual([{ at: 0, name: '积木', share: '75%' }, { at: 1, name: '娃娃', share: '25%' }]);
  });

  test('what is below zero lies to the left of it, and all is in the picture', () => {
    const { rows, zero } = see(make([blocks, dolls], [50, 50], { normalisation: 'zscore' }));
    expect(zero).toBeGreaterThan(0);
    for (const { parts } of rows) {
      const ordered = [...parts].sort((one, other) => one.x - other.x);
      ordered.forEach(({ x, width }, at) => {
        expect([x >= -1e-9, x + width <= 100 + 1e-9]).toEqual([true, true]);
        // They touch and don't overlap.
        expect(x).toBeCloseTo(at === 0 ? x : (ordered[at - 1]?.x ?? 0) + (ordered[at - 1]?.width ?? 0), 9);
      });
    }
  });

  test('while weights are drawn the places stand and the ranges are empty', () => {
    const { rows, spreadTable } = see(plain, 'zh', null);
    expect(rows.map(({ rank, range, spread, say }) => [rank, range, spread, say])).toEqual([['1', '', null, ''], ['2', '', null, ''], ['3', '', null, ''], ['3', '', null, '']]);
    expect(rows.map(({ at }) => at)).toEqual(see(plain).rows.map(({ at }) => at));
    expect(spreadTable).toBeNull();
  });

  test('a range is two places, or one where it never moves', () => {
    const { rows, spreadTable } = see(plain);
    expect(rows.map(({ range }) => range)).toEqual(['1', '2', '3—4', '3—4']);
    expect(rows[0]?.say).toBe('玩具1：所选权重下第1位，共4；九成抽样在第1位，全部在第1位；居首的抽样占100%');
    expect(spreadTable && column(spreadTable, 'first')).toEqual(['100%', '0%', '0%', '0%']);
    expect(see(plain, 'en').rows[2]?.range).toBe('3–4');
  });

  test('who lacks one is below, with what it lacks and why; who is outside all surveys says so', () => {
    const { unranked, coverage } = see(make([table('blocks', [90, 50, null, toyObservation(10, { regionId: FOUR, confidence: 'C' })]), dolls]));
    expect(unranked.map(({ name, text }) => `${name}：${text}`)).toEqual(['玩具3：缺积木（未公布）', '玩具4：缺积木（存疑，不入指数）', '玩具兵团：不适用', '玩具710000：未纳入调查', '玩具810000：未纳入调查', '玩具820000：未纳入调查']);
    expect(coverage).toBe('4个省份中2个排名');
  });

  test('the Corps counts where every indicator is to cover it', () => {
    const corps = { expected: 'provincesAndCorps' } as const;
    const made = make([table('blocks', [9, 5], corps), table('dolls', [1, 2], corps)]);
    expect(see(made).coverage).toBe('5个单位中2个排名');
    expect(see(made).unranked.find(({ id }) => id === '660000')?.text).toBe('缺积木（未收录）、娃娃（未收录）');
  });

  test('ranked by fewer indicators, it says by how many', () => {
    const { rows } = see(make([table('blocks', [90, 50, null, 10]), dolls], [50, 50], { missing: 'others' }));
    expect(rows.find(({ id }) => id === THREE)?.partial).toBe('2项中的1项');
  });

  test('the table has every figure, every part, and a word where there is none', () => {
    const { table: twin } = see(make([table('blocks', [90, 50, null, 10]), dolls], [60, 40], { missing: 'others' }));
    expect(twin.columns.map(({ label }) => label)).toEqual(['名次', '地区', '综合得分', '积木，2001年（%）', '积木的贡献，权重60，占60%', '娃娃，2001年（%）', '娃娃的贡献，权重40，占40%']);
    expect(row(twin, THREE)).toMatchObject({ region: '玩具3（2项中的1项）', 'value-blocks': '未公布', 'part-blocks': '', 'value-dolls': '10.0', 'part-dolls': '0.0' });
  });
});

describe('the sentence', () => {
  test('who leads, how steadily, whose range is widest, and how many are ranked', () => {
    expect(tell(plain).text).toBe('等权时，玩具1居首（87.5）；在10,000次权重抽样中，玩具1每次都居首；位次范围最宽的是玩具3、玩具4（各跨2位）；4个省份都排了名。');
    expect(tell(plain, 'en').text).toBe('With equal weights, P1 leads (87.5); in 10,000 draws of weights P1 comes first every time; the widest range of ranks, 2 places, is that of P3 and P4; all 4 provinces are ranked.');
    expect(tell(plain).headline).toBe('等权合成2项，玩具1居第1');
  });

  test('a lead that depends on the weights says in how many draws it holds', () => {
    const made = make([blocks, table('dolls', [40, 58, 10, 20])]);
    const spread = spreadsFor(made).get(ONE);
    const { text } = tell(make([blocks, table('dolls', [30, 55, 10, 20])]));
    expect(spread?.within[0]).toBeGreaterThan(0);
    expect(text).toMatch(/在10,000次权重抽样中，玩具\d有\d+(\.\d+)?%的次数居首/);
  });

  test('who shares the lead is each told with its own draws', () => {
    const made = make([table('blocks', [90, 10, 0, 0]), table('dolls', [10, 90, 0, 0])]);
    expect(tell(made).text).toMatch(/^等权时，玩具1、玩具2并列居首（55\.6）；在10,000次权重抽样中居首的次数，玩具1有[\d.]+%，玩具2有[\d.]+%；/);
  });

  test('with weights of the reader’s it says so, and says nothing of draws that are not there', () => {
    expect(tell(make([blocks, dolls], [60, 40]), 'zh', null).text).toBe('按所选权重，玩具1居首（90.0）；4个省份都排了名。');
  });

  test('with nobody to rank it says that, and does not fail', () => {
    const made = make([table('blocks', [1, null]), table('dolls', [null, 1])]);
    expect(tell(made).text).toBe(workshopZh.tooFew);
    expect(see(made).rows).toEqual([]);
  });

  test('how many never move', () => {
    expect(steadinessText(plain, spreadsFor(plain), workshopZh)).toBe('权重稍变，4个地区中有2个名次不动');
    const any = make([blocks, dolls], [50, 50], { draws: 'any' });
    expect(steadinessText(any, spreadsFor(any), workshopEn)).toBe('With any weights at all no region keeps its rank in every draw');
  });
});

describe('limits', () => {
  const limits = (made: Made, lang: 'zh' | 'en' = 'zh') => tell(made, lang).limits;

  test('always: it is nobody’s official index, and what the ranges leave out', () => {
    expect(limits(plain)[0]).toBe('这不是官方指数：指标、权重和算法由使用者选定。');
    expect(limits(plain).at(-1)).toContain('10,000组权重（种子2018）');
    expect(limits(plain)).toHaveLength(2);
  });

  test.each([
    ['doubtful', { confidence: 'C' } as const, '积木：玩具4的数值存疑（可信度C），不入指数。'],
    ['a bound', { precision: 'lowerBound' } as const, '积木：玩具4只知上下限，不入指数。'],
    ['a forecast', { status: 'forecast' } as const, '积木：玩具4是预测，不入指数。'],
  ])('a figure that is %s is named as left out, and so is who is not ranked for it', (_, changes, told) => {
    const made = make([table('blocks', [90, 50, 30, toyObservation(10, { regionId: FOUR, ...changes })]), dolls]);
    expect(limits(made)).toEqual(expect.arrayContaining([told, '玩具4缺至少一项所选指标，不排名。']));
  });

  test('an absent one says which kind of nothing it is; nothing is put in its place', () => {
    expect(limits(make([table('blocks', [90, 50, 30, null]), dolls]))).toContain('积木：玩具4没有数值（未公布），没有估补。');
    expect(limits(make([table('blocks', [90, 50, 30, null]), dolls], [1, 1], { missing: 'others' }))).toContain('玩具4缺至少一项所选指标，按其余指标的权重折算，与各项齐全的地区不完全可比。');
    expect(limits(make([table('blocks', [90, 50, 30, null]), table('dolls', [1, 2, 3, null])], [1, 1], { missing: 'others' }))).toContain('玩具4没有一项可用的数值，不排名。');
  });

  test('totals, one data set twice, and years apart', () => {
    expect(limits(make([table('blocks', [9, 5, 3, 1], { additive: true }), dolls]))).toContain('积木是总量，多少取决于地区大小，不说明水平高低。');
    expect(limits(make([table('blocks', [9, 5, 3, 1], {}, 'toy/one'), table('dolls', [9, 5, 3, 2], {}, 'toy/one')]))).toContain('积木、娃娃出自同一套数据，内容可能重叠，相近的方面会被重复计算。');
    const later = { ...dolls, observations: dolls.observations.map((one) => ({ ...one, period: '2003' })) };
    const apart = makeComposite({ choice: { ...plain.choice, chosen: plain.choice.chosen.map((one) => (one.id === 'dolls' ? { ...one, period: '2003' } : one)) }, tables: { blocks, dolls: later }, regions: FEW });
    expect(limits(apart)).toContain('各指标不是同一年的情况：积木2001年，娃娃2003年。');
  });

  test('approximate and estimated figures are used, and named', () => {
    expect(limits(make([table('blocks', [90, 50, 30, toyObservation(10, { regionId: FOUR, status: 'estimated' })]), dolls])).join('')).toContain('玩具4积木');
  });
});

describe('workings', () => {
  const decimal = fc.integer({ min: -500, max: 900 }).map((tenths) => tenths / 10);
  const values = fc.array(fc.option(decimal, { freq: 6 }), { minLength: 6, maxLength: 6 });
  const columns = fc.array(fc.record({ values, weight: fc.integer({ min: 1, max: 100 }), better: fc.constantFrom('higher' as const, 'lower' as const) }), { minLength: 2, maxLength: 3 });
  const some = REGIONS.slice(0, 6);
  const names = ['blocks', 'dolls', 'kites'];

  test('each line comes out as printed, and the last is the score in the table', () => {
    fc.assert(
      fc.property(columns, fc.constantFrom<Normalisation>(...NORMALISATIONS), fc.constantFrom<Missing>(...MISSINGS), fc.constantFrom('zh' as const, 'en' as const), fc.nat({ max: 5 }), (given, normalisation, missing, lang, at) => {
        const made = make(given.map((one, index) => table(names[index] ?? '', one.values, { better: one.better })), given.map(({ weight }) => weight), { normalisation, missing, region: toyProvinceIds[at] ?? null }, some);
        const { rows } = workshopView(made, { regions: some, spreads: null }, SAYS[lang].say, SAYS[lang].terms);
        const { workings } = workshopTakeaway(made, { regions: some, spreads: null }, SAYS[lang].say, SAYS[lang].terms);
        if (rows.length < 2) return;
        for (const { what, filled, result } of workings) expect(isPrintedAs(result, evaluate(filled)), `${what}: ${filled} = ${result}`).toBe(true);
        const worked = rows.find(({ id }) => id === toyProvinceIds[at]) ?? rows[0];
        expect(workings.at(-1)?.result).toBe(worked?.score);
        // The parts that are added are those worked out before.
        const parts = workings.filter(({ formula }) => formula === SAYS[lang].terms.working.partFormula);
        expect(parts.map(({ result }) => result).join(' ')).toBe(workings.at(-1)?.filled.replaceAll(' + ', ' ').replaceAll(/[()]/g, ''));
        for (const part of parts) expect(workings.some(({ result, formula }) => formula !== part.formula && part.filled.startsWith(`${result} ×`)), part.filled).toBe(true);
      }),
    );
  });

  test('the share of draws is worked out too', () => {
    const last = tell(plain).workings.at(-1);
    expect(last).toMatchObject({ filled: '10,000 ÷ 10,000 × 100', result: '100%' });
  });

  test('of whom the reader picks, else of who leads', () => {
    expect(tell(plain).workings[0]?.what).toBe('玩具1的积木，标准化');
    expect(tell(make([blocks, dolls], [50, 50], { region: TWO })).workings[0]).toEqual({ what: '玩具2的积木，标准化', formula: '（数值 − 最小） ÷ （最大 − 最小） × 100', filled: '(50.0 − 10.0) ÷ (90.0 − 10.0) × 100', result: '50.00' });
  });
});

describe('numbers in words', () => {
  test.each([[0.25, '25%'], [1 / 3, '33.3%'], [0.125, '12.5%'], [1, '100%']])('a share of %s is %s', (share, text) => {
    expect(shareText(share)).toBe(text);
  });
  test.each([[8312, '83.12%'], [8310, '83.1%'], [10_000, '100%'], [9999, '99.99%'], [0, '0%'], [5000, '50%']])('%s of 10,000 draws are %s', (draws, text) => {
    expect(drawsText({ low: 1, high: 2, min: 1, max: 2, within: [draws, 10_000] }, 1)).toBe(text);
  });
});

describe('taken away', () => {
  const made = make([table('blocks', [90, 50, null, 10]), dolls], [60, 40], { draws: 'any' });
  const view = see(made);
  const sheet = workshopSheet({ made, view, spreads: spreadsFor(made), title: tell(made).text, limits: tell(made).limits, source: '来源：玩具年鉴。', address: 'https://toys.example/workshop.html?weights=60.40' }, zh, workshopZh, takeawayZh);

  test('weights stand in the heads and beside the table, with method, seed, address and the banner', () => {
    expect(sheet.columns.map(({ label }) => label)).toEqual(['区划代码', '地区', '名次', '名次范围5%', '名次范围95%', '最好名次', '最差名次', '居首的抽样（%）', '综合得分，最小—最大，不是官方指数', '积木，2001年（%）', '积木的贡献，权重60，占60%', '娃娃，2001年（%）', '娃娃的贡献，权重40，占40%', '状态']);
    const about = sheet.about.map(([term, text]) => `${term}：${text}`).join('\n');
    for (const part of ['性质：这不是官方指数。', '权重：blocks玩具（2001年）权重60，占60%', '标准化：最小—最大', '缺指标的省份：不排名', '抽样：任何权重；10,000次；种子2018', '网址：https://toys.example/workshop.html?weights=60.40']) expect(about).toContain(part);
  });

  test('its rows are those of the page, and what is absent is empty and not 0', () => {
    const at = (key: string) => sheet.columns.findIndex((one) => one.key === key);
    expect(sheet.rows.map((cells) => cells[at('region')]?.value)).toEqual([...view.rows, ...view.unranked].map(({ name }) => name));
    expect(sheet.rows.slice(0, 3).map((cells) => cells[at('rank')]?.value)).toEqual([1, 2, 3]);
    const left = sheet.rows.find((cells) => cells[0]?.value === THREE);
    expect([left?.[at('rank')]?.value, left?.[at('score')]?.value, left?.[at('value-blocks')]?.value, left?.[at('value-dolls')]?.value]).toEqual([null, null, null, 10]);
    expect(left?.[at('state')]?.value).toBe('缺积木（未公布）');
    for (const cells of sheet.rows) expect(cells).toHaveLength(sheet.columns.length);
  });

  test('scores keep their digits, and their texts are as shown', () => {
    const score = sheet.rows[0]?.[sheet.columns.findIndex(({ key }) => key === 'score')];
    expect(numberIn(score?.text ?? '').value).toBeCloseTo(Number(score?.value), 1);
  });
});
