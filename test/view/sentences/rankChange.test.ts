import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { rankingsEn } from '../../../src/i18n/rankings.en.ts';
import { rankingsZh } from '../../../src/i18n/rankings.zh.ts';
import { hasValue, type Measured } from '../../../src/model/observation.ts';
import { findChanges, rankChangeTakeaway } from '../../../src/view/sentences/rankChange.ts';
import { toyAbsence, toyObservation, toyTable } from '../../support/toys.ts';
import { anyCells, anyDirection, anyLanguage, anyUnit, expectNames, expectSound, idAt, nameOf, provinces, regions, sayIn, tableOf, worlds, type Cell } from './facts.ts';

// Thousands of selections, on machines that others use as well.
vi.setConfig({ testTimeout: 60_000 });

const termsIn = { zh: rankingsZh, en: rankingsEn };
type Table = ReturnType<typeof toyTable>;
const takeawayOf = (table: Table, region: string | null, lang: 'zh' | 'en') => rankChangeTakeaway(findChanges({ table, from: '2001', to: '2002', regions }, sayIn(lang)), region, sayIn(lang), termsIn[lang]);

const WAY = { zh: '升(?<up>\\d+)位|降(?<down>\\d+)位|(?<none>不升不降)', en: 'up (?<up>\\d+)|down (?<down>\\d+)|(?<none>nothing)' };
const parts = (lang: 'zh' | 'en', shapes: Readonly<Record<string, string>>) => Object.fromEntries(Object.entries(shapes).map(([key, shape]) => [key, new RegExp(`^${shape.replace('WAY', `(?:${WAY[lang]})`)}$`)]));

const SHAPES = {
  zh: {
    moved: /^2001年到2002年，(?<name>.+?)由(?<was>并列)?第(?<from>\d+)位(?:（共(?<n>\d+)）)?(?<way>升|降)到(?<is>并列)?第(?<to>\d+)位（共(?<m>\d+)），(?:升|降)(?<by>\d+)位：(?<parts>.+)$/,
    stayed: /^2001年到2002年，(?<name>.+?)的名次没变，(?:仍是(?:并列)?|先后都是)第(?<from>\d+)位（共(?<n>\d+)(?:、共(?<m>\d+))?）(?:，但(?<cancel>.+)，正好抵消|：(?<parts>.+)|(?<still>))$/,
    parts: parts('zh', { own: '自己的数值变化使它WAY', others: '其他地区的变化使它WAY', together: '自己和其他地区的变化合起来使它WAY（各占多少未定）', entries: '新列入的(?<count>\\d+)个排在它前面使它WAY', exits: '原在前面的(?<count>\\d+)个不再列入使它WAY', ties: '并列的变化使它WAY' }),
    overtook: /^超过了(?<names>.+)$/,
    overtaken: /^被(?<names>.+)超过$/,
    nobody: '没有超过谁，也没有被谁超过',
    unplaced: /没有名次（|未定，不能分解/,
  },
  en: {
    moved: /^Between 2001 and 2002 (?<name>.+?) (?<way>rose|fell) from (?<was>tied )?(?<from>\d+)(?:st|nd|rd|th)(?: of (?<n>\d+))? to (?<is>tied )?(?<to>\d+)(?:st|nd|rd|th) of (?<m>\d+), (?:up|down) (?<by>\d+): (?<parts>.+)$/,
    stayed: /^Between 2001 and 2002 (?<name>.+?) stayed (?:tied )?(?<from>\d+)(?:st|nd|rd|th),? of (?<n>\d+)(?: and then of (?<m>\d+))?(?:, but (?<cancel>.+), which cancel out|: (?<parts>.+)|(?<still>))$/,
    parts: parts('en', { own: 'its own change is worth WAY', others: 'the others’ WAY', together: 'its own change and the others’ together are worth WAY \\(in what shares is open\\)', entries: '(?<count>\\d+) newcomers? above it WAY', exits: '(?<count>\\d+) above it no longer ranked WAY', ties: 'ties WAY' }),
    overtook: /^it passed (?<names>(?!nobody).+)$/,
    overtaken: /^it was passed by (?<names>.+)$/,
    nobody: 'it passed nobody and nobody passed it',
    unplaced: /has no rank in |is open and cannot be split/,
  },
} as const;

/** “升3位” as 3, “down 2” as −2. */
function amountOf(groups: Readonly<Record<string, string | undefined>>): number {
  return Number(groups['up'] ?? 0) - Number(groups['down'] ?? 0);
}

/** The parts told, each of a known kind, as numbers. */
function partsIn(text: string, lang: 'zh' | 'en'): ReadonlyMap<string, number> {
  const found = text.split(lang === 'zh' ? '，' : ', ').map((part) => {
    const [kind, groups] = Object.entries(SHAPES[lang].parts).map(([key, shape]) => [key, shape.exec(part)?.groups] as const).find(([, one]) => one) ?? [];
    if (kind === undefined || !groups) throw new Error(`“${part}” is no part`);
    const by = amountOf(groups);
    if (groups['count'] !== undefined) expect(Number(groups['count'])).toBe(Math.abs(by));
    return [kind, by] as const;
  });
  expect(new Set(found.map(([kind]) => kind)).size, text).toBe(found.length);
  return new Map(found);
}

/** The places that are the same whatever the bounds hide. */
function placesOf(figures: readonly Measured[], sign: number): ReadonlyMap<string, number> {
  return new Map(
    figures.flatMap((own, index): [string, number][] => {
      const places = new Set(worlds(figures).map((values) => 1 + values.filter((value) => sign * value > sign * (values[index] ?? NaN)).length));
      return places.size === 1 ? [[own.regionId, [...places][0] ?? NaN]] : [];
    }),
  );
}

test('whatever the two periods, what is told of a region are its places, parts that add up, and those it passed', () => {
  const seen = { moved: 0, stayed: 0, together: 0 };
  fc.assert(
    fc.property(anyCells(14), anyCells(14), anyUnit, anyDirection, anyLanguage, fc.integer({ min: 0, max: 13 }), (before, after, unit, better, lang, index) => {
      const say = sayIn(lang);
      const shape = SHAPES[lang];
      const chosen = idAt(index);
      const table = tableOf([['2001', before], ['2002', after]], unit, { better });
      const takeaway = takeawayOf(table, chosen, lang);
      expectSound(takeaway, say);
      const all = table.observations.filter(hasValue);
      const at = (period: string) => all.filter((one) => one.period === period);
      const figure = (period: string, id: string) => at(period).find(({ regionId }) => regionId === id);
      const [own0, own1] = [figure('2001', chosen), figure('2002', chosen)];
      const [head = '', ...passed] = takeaway.text.slice(0, -1).split(say.words.stop);
      const groups = shape.moved.exec(head)?.groups ?? shape.stayed.exec(head)?.groups;
      if (!groups) {
        expect(takeaway.workings).toEqual([]);
        expect(takeaway.text).toContain(nameOf(chosen, say));
        if ([own0, own1].some((one) => one?.status === 'forecast') && own0 && own1) expect(takeaway.text).toMatch(lang === 'zh' ? /不能相比：/ : /cannot be compared: /);
        else expect(takeaway.text).toMatch(shape.unplaced);
        if (own0 && own1 && ![own0, own1].some(({ status }) => status === 'forecast')) expect(all.some(({ precision }) => precision === 'lowerBound' || precision === 'upperBound')).toBe(true);
        return;
      }
      const sign = better === 'lower' ? -1 : 1;
      const [was, is] = [placesOf(at('2001'), sign).get(chosen), placesOf(at('2002'), sign).get(chosen)];
      if (!own0 || !own1 || was === undefined || is === undefined) throw new Error(`“${head}” is told of a place that is not known`);
      const [n, m] = [at('2001').length, at('2002').length];
      const isTied = (period: string, own: Measured) => at(period).filter(({ value }) => value === own.value).length > 1;
      expect(groups['name']).toBe(nameOf(chosen, say));
      expect([Number(groups['from']), Number(groups['to'] ?? groups['from'])]).toEqual([was, is]);
      expect([Number(groups['n'] ?? groups['m']), Number(groups['m'] ?? groups['n'])]).toEqual([n, m]);
      const change = was - is;
      if (groups['by'] !== undefined) {
        seen.moved += 1;
        expect([Number(groups['by']), groups['way'] === '升' || groups['way'] === 'rose']).toEqual([Math.abs(change), change > 0]);
        expect([groups['was'] !== undefined, groups['is'] !== undefined]).toEqual([isTied('2001', own0), isTied('2002', own1)]);
      } else {
        seen.stayed += 1;
        expect(change).toBe(0);
      }

      const told = groups['parts'] ?? groups['cancel'];
      const ahead = (period: string, id: string, own: Measured) => sign * (figure(period, id)?.value ?? NaN) > sign * own.value;
      const behind = (period: string, id: string, own: Measured) => sign * (figure(period, id)?.value ?? NaN) < sign * own.value;
      const others = provinces.map(({ id }) => id).filter((id) => id !== chosen);
      if (told !== undefined) {
        const found = partsIn(told, lang);
        if (found.has('together')) seen.together += 1;
        expect([...found.values()].reduce((sum, by) => sum + by, 0)).toBe(change);
        expect([...found].filter(([kind, by]) => by === 0 && !['own', 'others', 'together'].includes(kind))).toEqual([]);
        expect(found.has('own')).toBe(found.has('others'));
        const inBoth = others.filter((id) => figure('2001', id) && figure('2002', id));
        const entries = others.filter((id) => !figure('2001', id) && ahead('2002', id, own1)).length;
        const exits = others.filter((id) => !figure('2002', id) && ahead('2001', id, own0)).length;
        expect([found.get('entries') ?? 0, found.get('exits') ?? 0]).toEqual([-entries || 0, exits]);
        if (found.has('own')) {
          const clear = inBoth.filter((id) => figure('2001', id)?.value !== own0.value && figure('2002', id)?.value !== own1.value);
          expect(found.get('own')).toBe(clear.filter((id) => ahead('2001', id, own0)).length - clear.filter((id) => ahead('2001', id, own1)).length);
        } else expect(all.some(({ precision }) => precision === 'lowerBound' || precision === 'upperBound')).toBe(true);
        // What is worked out ends at what is told.
        expect(takeaway.workings.at(-1)?.filled.split(' + ')).toHaveLength(found.has('own') ? 5 : 4);
        if (groups['cancel'] !== undefined) expect([...found.values()].some((by) => by !== 0)).toBe(true);
        else if (groups['by'] === undefined) expect([...found.values()].every((by) => by === 0)).toBe(true);
      } else expect(passed).toEqual([shape.nobody]);

      const overtook = others.filter((id) => ahead('2001', id, own0) && behind('2002', id, own1));
      const overtaken = others.filter((id) => behind('2001', id, own0) && ahead('2002', id, own1));
      const [passing, passers] = [shape.overtook, shape.overtaken].map((pattern) => passed.map((clause) => pattern.exec(clause)?.groups).find((one) => one)?.['names']);
      if (overtook.length > 0) expectNames(passing ?? '', overtook, say);
      else expect(passing).toBeUndefined();
      if (told !== undefined) {
        if (overtaken.length > 0) expectNames(passers ?? '', overtaken, say);
        else expect(passers).toBeUndefined();
      } else expect([...overtook, ...overtaken]).toEqual([]);
      expect(takeaway.limits.some((limit) => /总数不同|different totals/.test(limit))).toBe(n !== m);
    }),
    { numRuns: 3000 },
  );
  expect(seen.moved).toBeGreaterThan(300);
  expect(seen.stayed).toBeGreaterThan(50);
  expect(seen.together).toBeGreaterThan(0);
});

test('of nobody chosen, all who moved most up and down are named or counted', () => {
  const values = fc.array(fc.option(fc.integer({ min: 0, max: 9 }), { freq: 8 }), { minLength: 9, maxLength: 9 });
  fc.assert(
    fc.property(values, values, anyLanguage, (before, after, lang) => {
      const say = sayIn(lang);
      const cells = (list: readonly (number | null)[]) => list.map((raw): Cell => (raw === null ? { kind: 'noRow' } : { kind: 'figure', raw, decimals: 0, precision: 'exact', status: 'measured', confidence: 'A' }));
      const takeaway = takeawayOf(tableOf([['2001', cells(before)], ['2002', cells(after)]], toyTable([]).indicator.unit), null, lang);
      expectSound(takeaway, say);
      const place = (list: readonly (number | null)[], index: number) => 1 + list.filter((value) => value !== null && value > (list[index] ?? NaN)).length;
      const climbs = before.flatMap((value, index) => (value === null || typeof after[index] !== 'number' ? [] : [{ id: idAt(index), by: place(before, index) - place(after, index) }]));
      if (climbs.length === 0) {
        expect(takeaway.text).toMatch(lang === 'zh' ? /^没有哪个地区2001年和2002年两期的名次可比。$/ : /^No ranks of 2001 and 2002 can be compared\.$/);
        return;
      }
      if (climbs.every(({ by }) => by === 0)) {
        expect(takeaway.text).toContain(lang === 'zh' ? `两期都有名次的${climbs.length}个名次都没有变` : `none of the ${climbs.length} ranked in both changed its rank`);
        return;
      }
      const clauses = takeaway.text.slice(0, -1).replace(lang === 'zh' ? /^2001年到2002年，/ : /^Between 2001 and 2002 /, '').split(say.words.stop);
      const expectMost = (sign: 1 | -1, one: RegExp, tied: RegExp) => {
        const most = Math.max(...climbs.map(({ by }) => sign * by));
        const ids = most > 0 ? climbs.filter(({ by }) => sign * by === most).map(({ id }) => id) : [];
        const found = clauses.map((clause) => one.exec(clause)?.groups ?? tied.exec(clause)?.groups).find((groups) => groups);
        if (ids.length === 0) {
          expect(found).toBeUndefined();
          return;
        }
        expectNames(found?.['names'] ?? '', ids, say);
        expect(Number(found?.['by'])).toBe(most);
        if (ids.length > 1) return;
        expect(Number(found?.['from']) - Number(found?.['to'])).toBe(sign * most);
        const sum = (found?.['parts'] ?? '').split(lang === 'zh' ? '、' : ', ').reduce((rest, part) => {
          const [, way, by] = (lang === 'zh' ? /(升|降)(\d+)$/ : / (up|down) (\d+)$/).exec(part) ?? [];
          if (way === undefined) expect(part).toMatch(lang === 'zh' ? /0$/ : / 0$/);
          return rest + Number(by ?? 0) * (way === '升' || way === 'up' ? 1 : -1);
        }, 0);
        expect(sum).toBe(sign * most);
      };
      if (lang === 'zh') {
        expectMost(1, /^升得最多的是(?<names>.+?)，由(?:并列)?第(?<from>\d+)位(?:（共\d+）)?到(?:并列)?第(?<to>\d+)位（共\d+），升(?<by>\d+)位（(?<parts>.+)）$/, /^升得最多的是(?<names>.+)（各升(?<by>\d+)位）$/);
        expectMost(-1, /^降得最多的是(?<names>.+?)，由(?:并列)?第(?<from>\d+)位(?:（共\d+）)?到(?:并列)?第(?<to>\d+)位（共\d+），降(?<by>\d+)位（(?<parts>.+)）$/, /^降得最多的是(?<names>.+)（各降(?<by>\d+)位）$/);
      } else {
        expectMost(1, /^(?<names>.+?) rose most, from (?:tied )?(?<from>\d+)\w\w(?: of \d+)? to (?:tied )?(?<to>\d+)\w\w of \d+, up (?<by>\d+) \((?<parts>.+)\)$/, /^(?<names>.+) rose most \(up (?<by>\d+) each\)$/);
        expectMost(-1, /^(?<names>.+?) fell most, from (?:tied )?(?<from>\d+)\w\w(?: of \d+)? to (?:tied )?(?<to>\d+)\w\w of \d+, down (?<by>\d+) \((?<parts>.+)\)$/, /^(?<names>.+) fell most \(down (?<by>\d+) each\)$/);
      }
    }),
    { numRuns: 1000 },
  );
});

describe('as it reads', () => {
  const at = (period: string, values: readonly (number | null)[]) => values.map((value, index) => (value === null ? toyAbsence('notPublished', { period, regionId: idAt(index) }) : toyObservation(value, { period, regionId: idAt(index) })));
  const both = (before: readonly (number | null)[], after: readonly (number | null)[], changes = {}) => toyTable([...at('2001', before), ...at('2002', after)], changes);
  const text = (table: Table, lang: 'zh' | 'en', index: number | null = 0) => takeawayOf(table, index === null ? null : idAt(index), lang).text;
  const climb = both([1, 5, 6, 7, 8], [9, 5, 6, 7, 12]);

  test('its own change and the others’, and whom it passed', () => {
    expect(text(climb, 'zh')).toBe('2001年到2002年，甲子由第5位升到第2位（共5），升3位：自己的数值变化使它升4位，其他地区的变化使它降1位；超过了丁卯、丙寅、乙丑。');
    expect(text(climb, 'en')).toBe('Between 2001 and 2002 Taa rose from 5th to 2nd of 5, up 3: its own change is worth up 4, the others’ down 1; it passed Tad, Tac and Tab.');
  });

  test('the order in which they move is told, and all is worked out as printed', () => {
    const { limits, workings } = takeawayOf(climb, idAt(0), 'zh');
    expect(limits[0]).toBe('怎样分：先只换上自己后一期的数值、其他地区仍用前一期的数值，名次的升降算作自己的变化；再换上其他地区的数值，余下的算作其他地区的变化。先后反过来，两部分可能不同，合计不变。');
    expect(takeawayOf(climb, idAt(0), 'en').limits[0]).toMatch(/^How it is split: first the region’s own figure moves .+ while the others stand, .+ In the other order the two parts may differ, and their sum does not\.$/);
    expect(workings.map(({ filled, result }) => `${filled} = ${result}`)).toEqual(['1 + 4 = 第5位', '1 + 1 = 第2位', '5 − 2 = ＋3', '4 − 0 = ＋4', '0 − 1 = −1', '4 + (−1) + 0 + 0 + 0 = ＋3']);
  });

  test('entries, exits and ties are told where they count, out of different totals', () => {
    const table = both([5, 9, null, 5, 2], [5, null, 7, 6, null]);
    expect(text(table, 'zh')).toBe('2001年到2002年，甲子由并列第2位（共4）降到第3位（共3），降1位：自己的数值变化使它不升不降，其他地区的变化使它不升不降，新列入的1个排在它前面使它降1位，原在前面的1个不再列入使它升1位，并列的变化使它降1位。');
    expect(text(table, 'en')).toBe('Between 2001 and 2002 Taa fell from tied 2nd of 4 to 3rd of 3, down 1: its own change is worth nothing, the others’ nothing, 1 newcomer above it down 1, 1 above it no longer ranked up 1, ties down 1.');
    expect(takeawayOf(table, idAt(0), 'zh').limits).toContain('与它在某一期并列的地区，单独算作“并列”一项。');
    expect(takeawayOf(table, idAt(0), 'zh').limits).toContain('2001年4个有名次，2002年3个；两个名次的总数不同。');
  });

  test('the same place is told with what cancels out, or as one that nothing touched', () => {
    const offset = both([7, 9, 5], [10, 12, 6]);
    expect(text(both([7, 9], [10, 12]), 'zh')).toBe('2001年到2002年，甲子的名次没变，仍是第2位（共2），但自己的数值变化使它升1位，其他地区的变化使它降1位，正好抵消。');
    expect(text(both([7, 9], [10, 12]), 'en')).toBe('Between 2001 and 2002 Taa stayed 2nd of 2, but its own change is worth up 1, the others’ down 1, which cancel out.');
    expect(text(offset, 'zh', 2)).toBe('2001年到2002年，丙寅的名次没变，仍是第3位（共3）；没有超过谁，也没有被谁超过。');
    expect(text(offset, 'en', 2)).toBe('Between 2001 and 2002 Tac stayed 3rd of 3; it passed nobody and nobody passed it.');
    expect(text(both([7, 9, 5], [7, 9, null]), 'zh')).toBe('2001年到2002年，甲子的名次没变，先后都是第2位（共3、共2）；没有超过谁，也没有被谁超过。');
    // One above fell below as one below rose above: the others alone, and nothing in sum.
    expect(text(both([5, 6, 4], [5, 4, 6]), 'zh')).toBe('2001年到2002年，甲子的名次没变，仍是第2位（共3）：自己的数值变化使它不升不降，其他地区的变化使它不升不降；超过了乙丑；被丙寅超过。');
    // One it was tied with is above, one that was above is tied with it.
    expect(text(both([5, 5, 6], [5, 6, 5]), 'zh')).toBe('2001年到2002年，甲子的名次没变，仍是并列第2位（共3）：自己的数值变化使它不升不降，其他地区的变化使它不升不降。');
  });

  test('new, gone and in neither are told for what they are, with the kind of absence', () => {
    const table = both([5, 3, null, 4, null], [5, 3, 4, null, null]);
    expect(text(table, 'zh', 2)).toBe('2002年丙寅新列入，第2位（共3）；2001年没有名次（未公布），没有升降可分解。');
    expect(text(table, 'en', 2)).toBe('Tac is newly ranked in 2002, 2nd of 3; it has no rank in 2001 (not published), so there is no change to split.');
    expect(text(table, 'zh', 3)).toBe('2001年丁卯第2位（共3）；2002年没有名次（未公布），没有升降可分解。');
    expect(text(table, 'en', 3)).toBe('Tad was 2nd of 3 in 2001; it has no rank in 2002 (not published), so there is no change to split.');
    expect(text(table, 'zh', 4)).toBe('戊辰2001年和2002年都没有名次（未公布），没有升降可分解。');
    expect(text(table, 'zh', 9)).toContain('都没有名次（未收录）');
  });

  test('a bound that leaves a place open, and one that leaves only the shares open', () => {
    const open = toyTable([...at('2001', [5, 4]), toyObservation(5, { period: '2002', regionId: idAt(0) }), toyObservation(4, { period: '2002', regionId: idAt(1), precision: 'lowerBound' })]);
    expect(text(open, 'zh')).toBe('有的数值只知上下限，甲子2001年到2002年的名次升降未定，不能分解。');
    expect(text(open, 'en')).toBe('Some values are bounds, so how far Taa moved between 2001 and 2002 is open and cannot be split.');
    const shares = toyTable([toyObservation(5, { regionId: idAt(0) }), toyObservation(8, { regionId: idAt(1), precision: 'lowerBound' }), ...at('2002', [9, 7])]);
    expect(text(shares, 'zh')).toBe('2001年到2002年，甲子由第2位升到第1位（共2），升1位：自己和其他地区的变化合起来使它升1位（各占多少未定）；超过了乙丑。');
    expect(text(shares, 'en')).toMatch(/up 1: its own change and the others’ together are worth up 1 \(in what shares is open\); it passed Tab\.$/);
    expect(takeawayOf(shares, idAt(0), 'zh').workings.at(-1)).toMatchObject({ filled: '1 + 0 + 0 + 0', result: '＋1' });
  });

  test('a break in method is told as the reason', () => {
    const broken = both([1, 2], [2, 1], { methodBreaks: [{ period: '2002', reason: { zh: '玩具换了量法。', en: 'The toys were measured anew.' } }] });
    expect(text(broken, 'zh')).toMatch(/^甲子2001年与2002年的名次不能相比：.*玩具换了量法。$/);
    expect(text(broken, 'en')).toMatch(/^The ranks of Taa in 2001 and 2002 cannot be compared: .*The toys were measured anew\.$/);
  });

  test('of nobody chosen: who rose most and who fell most', () => {
    expect(text(climb, 'zh', null)).toBe('2001年到2002年，升得最多的是甲子，由第5位到第2位（共5），升3位（自己升4、其他降1）；降得最多的是乙丑、丙寅、丁卯（各降1位）。');
    expect(text(climb, 'en', null)).toBe('Between 2001 and 2002 Taa rose most, from 5th to 2nd of 5, up 3 (own up 4, others down 1); Tab, Tac and Tad fell most (down 1 each).');
    expect(text(both([1, 2], [1, 2]), 'en', null)).toBe('Between 2001 and 2002 none of the 2 ranked in both changed its rank.');
  });

  test('a doubtful figure is no headline while others moved too, and is told when asked for', () => {
    const table = toyTable([...at('2001', [1, 2, 3, 4]), ...at('2002', [9, 4, 3, 2]).map((one) => (one.regionId === idAt(0) && one.value !== null ? { ...one, confidence: 'C' as const } : one))]);
    expect(text(table, 'zh', null)).not.toContain('甲子');
    expect(takeawayOf(table, null, 'zh').limits).toContain('升降最多的不含数值存疑的地区。');
    expect(text(table, 'zh')).toMatch(/^2001年到2002年，甲子由第4位升到第1位（共4），升3位/);
    expect(takeawayOf(table, idAt(0), 'zh').limits).toContain('甲子（2002年）的数值存疑（可信度C）。');
  });

  test('ordinals', () => {
    expect([1, 2, 3, 4, 11, 12, 13, 21, 22, 101, 111, 112, 123].map((rank) => rankingsEn.why.placeShort(rank, 193))).toEqual(['1st', '2nd', '3rd', '4th', '11th', '12th', '13th', '21st', '22nd', '101st', '111th', '112th', '123rd']);
  });
});
