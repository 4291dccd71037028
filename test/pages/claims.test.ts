import { describe, expect, test } from 'vitest';
import { claimQuantity, claimsPage, claimValue, groupOf } from '../../src/pages/claims.ts';
import { VERDICTS } from '../../src/model/claim.ts';
import { pageContext } from '../../src/prerender/pageContext.ts';
import { readAtlas } from '../../src/prerender/readAtlas.ts';
import { VERDICT_GROUPS } from '../../src/view/claimView.ts';
import { textsIn, toyClaim } from '../support/toyViews.ts';

const { atlas } = readAtlas('data');
const pages = { zh: pageContext('claims.html', 'zh'), en: pageContext('claims.html', 'en') };
const views = { zh: claimsPage(atlas, pages.zh), en: claimsPage(atlas, pages.en) };
const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

test('every verdict is in one group, and no group is empty of verdicts', () => {
  expect(new Set(VERDICTS.map((verdict) => groupOf({ verdict })))).toEqual(new Set(VERDICT_GROUPS));
});

describe.each(['zh', 'en'] as const)('the page in %s', (lang) => {
  const view = views[lang];
  const entries = view.themes.flatMap(({ claims }) => claims);

  test('has each of the 47 once', () => {
    expect(atlas.claims).toHaveLength(47);
    expect(entries.map(({ id }) => id).sort()).toEqual(atlas.claims.map(({ id }) => id).sort());
  });

  test('the counts of its sentence add up to all, and are those of the bar and the table', () => {
    const [all, ...parts] = [...view.sentence.matchAll(/\d+/g)].map(Number);
    expect(all).toBe(47);
    expect(sum(parts)).toBe(47);
    expect(parts).toEqual(view.bar.map(({ count }) => count));
    expect(view.table.rows.map(({ cells }) => Number(cells[3]?.text))).toEqual(parts);
    for (const { cells } of view.table.rows) expect(Number(cells[1]?.text) + Number(cells[2]?.text)).toBe(Number(cells[3]?.text));
    for (const { group, count } of view.bar) expect(entries.filter((entry) => entry.group === group)).toHaveLength(count);
  });

  test('both forums add up as well', () => {
    const [fuzhou = 0, wuzhen = 0] = [...view.byForum.matchAll(/\d+/g)].map(Number);
    expect(fuzhou + wuzhen).toBe(47);
    expect(fuzhou).toBe(entries.filter(({ forum }) => forum === 'fuzhou').length);
  });

  test('leaves nothing unfilled', () => {
    for (const text of textsIn(view)) expect(text).not.toMatch(/undefined|\bNaN\b|\bnull\b|Infinity|\[object/);
    for (const { id, value, said, who, verdict, meaning } of entries) expect([value, said, who, verdict, meaning].every((text) => text !== ''), id).toBe(true);
  });

  test('every verdict that rests on sources lists them all', () => {
    for (const { id, sources } of entries) expect(sources.map((source) => source.id).sort(), id).toEqual([...(atlas.claims.find((claim) => claim.id === id)?.verdictSources ?? [])].sort());
  });

  test('a choice of the filter is one of what is there', () => {
    for (const { key, options } of view.filter.fields) {
      const dataOf = { theme: 'theme', forum: 'forum', verdict: 'group', kind: 'id' } as const;
      expect(new Set(options.map(({ value }) => value)), key).toEqual(new Set(entries.map((entry) => entry[dataOf[key]])));
    }
  });
});

test('no Chinese in the English page but in names quoted in it', () => {
  const quoted = /印发|[\u3400-\u9fff]/;
  const entries = views.en.themes.flatMap(({ claims }) => claims);
  for (const { value, said, verdict, meaning, groupName, label } of entries) expect([value, said, verdict, meaning, groupName, label].filter((text) => quoted.test(text))).toEqual([]);
});

describe('what was said', () => {
  test.each([
    { id: 'egov-market-size', zh: '超过2,700亿元', en: 'more than 270 billion yuan' },
    { id: 'court-trips-saved', zh: '14.4亿人次', en: '1.44 billion trips' },
    { id: 'egov-software-sales', zh: '超过370万套', en: 'more than 3.7 million copies' },
    { id: 'lmb-problems-solved', zh: '超过91万件', en: 'more than 910,000 problems' },
    { id: 'exchange-volume', zh: '超过340亿条次', en: 'more than 34 billion records' },
    { id: 'max-trips', zh: '最多1次', en: 'at most 1 trip' },
    { id: 'corps-connected', zh: '1个', en: '1 corps' },
    { id: 'wic-edition', zh: '第5届', en: 'edition 5' },
    { id: 'hz-court-first', zh: '第1位', en: 'rank 1' },
    { id: 'integration-drive-start', zh: '2017年7月', en: 'Jul 2017' },
    { id: 'hot-issues-resolved', zh: '超过70%', en: 'more than 70%' },
  ])('$id: $zh, $en', ({ id, zh, en }) => {
    const claim = atlas.claims.find((one) => one.id === id);
    if (!claim) throw new Error(`no claim ${id}`);
    expect([claimValue(claim, pages.zh), claimValue(claim, pages.en)]).toEqual([zh, en]);
  });

  test('English counts in millions and billions, and loses no digit of what was said', () => {
    const size: Readonly<Record<string, number>> = { '': 1, ' million': 1e6, ' billion': 1e9 };
    for (let n = 1; n < 3000; n += 7) {
      for (const [factor, scale] of [['10,000', 1e4], ['100 million', 1e8]] as const) {
        for (const value of [String(n), `${n}.${(n % 9) + 1}`]) {
          const { number, unit } = claimQuantity(toyClaim(value, { unit: { zh: '亿个', en: `× ${factor} toys` } }), 'en');
          const [, digits = '', name = ''] = /^([\d,.]+)( [a-z]+)?$/.exec(number) ?? [];
          expect(unit).toBe('toys');
          expect(Number(digits.replaceAll(',', '')) * (size[name] ?? NaN)).toBeCloseTo(Number(value) * scale, 0);
        }
      }
    }
  });
});

describe('beside it', () => {
  const entry = (id: string) => views.zh.themes.flatMap(({ claims }) => claims).find((one) => one.id === id);

  test('figures of the same time, where there are any', () => {
    const [figure] = entry('hz-court-cases')?.figures ?? [];
    expect(figure?.when).toBe('最近的时期');
    expect(figure?.lines.map(({ value, when }) => [value, when])).toEqual(expect.arrayContaining([['14,233件', '2018年10月30日']]));
    expect(entry('depts-connected')?.figures[0]).toMatchObject({ when: '同一时期', href: './indicator/sharing-platform-departments.html', lines: [{ value: '71个', when: '2018年10月', status: '公布值', note: '论坛发言，由第二家报纸报道' }] });
  });

  test('the nearest of a market on both sides, each with who says so', () => {
    const [figure] = entry('egov-market-size')?.figures ?? [];
    expect(figure?.when).toBe('最近的时期');
    expect(new Set(figure?.lines.map(({ when }) => when))).toEqual(new Set(['2014年', '2020年']));
    for (const { source, series } of figure?.lines ?? []) expect(source !== '' && series !== '').toBe(true);
  });

  test('no forecast and no doubtful figure', () => {
    for (const { id, figures } of views.zh.themes.flatMap(({ claims }) => claims)) for (const { lines } of figures) for (const { status } of lines) expect(status, id).not.toContain('预测');
  });
});
