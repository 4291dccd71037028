import fs from 'node:fs';
import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import type { Atlas } from '../../../src/model/atlas.ts';
import { LANGS, type Lang } from '../../../src/model/text.ts';
import StoryPage from '../../../src/pages/Story.svelte';
import { findings, STORIES, storyPath, storyView, type StoryView } from '../../../src/pages/stories.ts';
import { pageContext } from '../../../src/prerender/pageContext.ts';
import { readAtlas } from '../../../src/prerender/readAtlas.ts';
import { tableRows } from '../../support/publishedTable.ts';
import { textsIn } from '../../support/toyViews.ts';

// What the stories say of data/, checked against the files by a reader and by sums of its own.
const { atlas } = readAtlas('data');
const pageOf = (id: string, lang: Lang) => pageContext(storyPath({ id }), lang);
const views = new Map<string, StoryView>();
for (const lang of LANGS) for (const story of STORIES) views.set(`${lang} ${story.id}`, storyView(story, atlas, pageOf(story.id, lang)));
const view = (id: string, lang: Lang = 'zh'): StoryView => {
  const found = views.get(`${lang} ${id}`);
  if (!found) throw new Error(`no story ${id}`);
  return found;
};
const step = (id: string, stepId: string, lang: Lang = 'zh') => {
  const found = view(id, lang).steps.find((one) => one.id === stepId);
  if (!found) throw new Error(`the story ${id} has no step ${stepId}`);
  return found;
};

const rows = (file: string) => tableRows(fs.readFileSync(`data/${file}`, 'utf8'));
/** As printed in the file. */
function printed(file: string, period: string, series = ''): number {
  const found = rows(file).filter((row) => row['period'] === period && (row['series'] ?? '') === series);
  expect(found, `${file} ${period} ${series}`).toHaveLength(1);
  return Number(found[0]?.['value']);
}
const claim = (id: string) => rows('claims/claims.csv').find((row) => row['id'] === id);
const grouped = (value: number) => String(value).replace(/\B(?=(\d{3})+$)/g, ',');

const SITES = 'national-websites/2026-11/government-websites.csv';
const LEVELS = 'national-websites/2026-11/government-websites-by-level.csv';
const USERS = 'national-users/2026-11/online-government-users.csv';
const RATE = 'national-users/2026-11/online-government-usage-rate.csv';
const NETIZENS = 'national-users/2026-11/internet-users-cnnic.csv';
const CASES = 'national-justice/2026-11/hangzhou-internet-court-cases.csv';
const JUDGES = 'national-justice/2026-11/internet-courts-judges.csv';
const PER_JUDGE = 'national-justice/2026-11/court-cases-per-judge.csv';
const MARKET = 'national-market/2026-11/egov-market-size.csv';
const DEPARTMENTS = 'national-integration/2026-11/sharing-platform-departments.csv';
const INTERFACES = 'national-integration/2026-11/sharing-platform-interfaces.csv';

describe('门少了，来的人多了', () => {
  test('websites fell by the share that the two figures give, and by that of those running normally', () => {
    const [first, running, last] = [printed(SITES, '2015-07-07'), printed(SITES, '2015-11'), printed(SITES, '2022-12')];
    const { sentence, caveats } = step('fewer-doors', 'websites');
    expect(sentence).toBe(`2015年7月有政府网站${grouped(first)}个，2022年12月是${grouped(last)}个，减少${((1 - last / first) * 100).toFixed(1)}%。`);
    expect(caveats.join('')).toContain(`${grouped(running)}个算起，减少${((1 - last / running) * 100).toFixed(1)}%`);
    expect(caveats.join('')).toContain('少不等于差');
  });

  test('most of those that went were below county level', () => {
    const fall = printed(SITES, '2017-03') - printed(SITES, '2018-06');
    const below = printed(LEVELS, '2017-03', 'below-county') - printed(LEVELS, '2018-06', 'below-county');
    expect(step('fewer-doors', 'levels').sentence).toBe(`从2017年3月到2018年6月减少的${grouped(fall)}个里，${grouped(below)}个在县级以下，占${((below / fall) * 100).toFixed(1)}%。`);
  });

  test('growth of users begins after the change of question, and those before it are told apart', () => {
    const [start, end] = [printed(USERS, '2018-12'), printed(USERS, '2024-12')];
    const { sentence, caveats, picture } = step('fewer-doors', 'users');
    expect(sentence).toBe(`在线政务服务用户从2018年12月的${start.toFixed(2)}亿人增加到2024年12月的${end.toFixed(2)}亿人，增长${((end / start - 1) * 100).toFixed(0)}%。`);
    expect(caveats.join('')).toContain(`2016年6月的${printed(USERS, '2016-06')}亿人和2016年12月的${printed(USERS, '2016-12')}亿人`);
    expect(picture.kind === 'trend' && picture.view.breakX).not.toBeNull();
  });
});

describe('一大步，两年走完', () => {
  const rise = (file: string, from: string, to: string) => printed(file, to) - printed(file, from);

  test('the two sections add up to the whole', () => {
    const [first, second] = [rise(USERS, '2018-12', '2020-12'), rise(USERS, '2020-12', '2024-12')];
    expect(view('one-big-step').lead).toBe(`在线政务服务用户从2018年12月到2020年12月增加${first.toFixed(2)}亿人，从2020年12月到2024年12月增加${second.toFixed(2)}亿人。`);
    expect(first + second).toBeCloseTo(rise(USERS, '2018-12', '2024-12'));
  });

  test('the share reached by March 2020', () => {
    const [part, whole] = [rise(USERS, '2018-12', '2020-03'), rise(USERS, '2018-12', '2020-12')];
    expect(step('one-big-step', 'early').sentence).toBe(`到2020年3月已增加${part.toFixed(2)}亿人，占两年所增${whole.toFixed(2)}亿人的${((part / whole) * 100).toFixed(1)}%。`);
  });

  test('usage rates are compared in points, and the lower bound of 2017 in none', () => {
    const { sentence, caveats, picture } = step('one-big-step', 'rate');
    for (const period of ['2018-12', '2020-06', '2024-12']) expect(sentence).toContain(`${printed(RATE, period)}%`);
    expect(caveats[0]).toContain(`升${rise(RATE, '2018-12', '2020-06').toFixed(1)}个百分点`);
    expect(caveats[0]).toContain(`升${rise(RATE, '2020-06', '2024-12').toFixed(1)}个百分点`);
    expect(textsIn(picture).join()).not.toContain('60%');
  });

  test('more users were added than internet users', () => {
    expect(step('one-big-step', 'netizens').sentence).toContain(`用户增加${rise(USERS, '2018-12', '2020-12').toFixed(2)}亿人，网民增加${rise(NETIZENS, '2018-12', '2020-12').toFixed(2)}亿人`);
  });
});

describe('五十人，一万五千件', () => {
  test('what was said and what was published stand side by side', () => {
    const { sentence, caveats } = step('fifty-people', 'cases');
    expect(sentence).toBe(`论坛上说一年办${grouped(Number(claim('hz-court-cases-year')?.['value']))}件；公布的第一年（到2018年8月）是受理${grouped(printed(CASES, '2018-08', 'accepted'))}件、审结${grouped(printed(CASES, '2018-08', 'closed'))}件。`);
    expect(caveats.join('')).toContain(`受理${grouped(printed(CASES, '2018-10-30', 'accepted'))}件、审结${grouped(printed(CASES, '2018-10-30', 'closed'))}件`);
  });

  test('people, judges, and cases for each of the judges said to be needed', () => {
    expect(step('fifty-people', 'staff').sentence).toBe(`说的是${claim('hz-court-staff')?.['value']}人；2018年10月的员额法官是${printed(JUDGES, '2018-10-30', 'hangzhou')}人。`);
    const [cases, judges] = [Number(claim('hz-court-cases-year')?.['value']), Number(claim('judges-needed')?.['value'])];
    expect(step('fifty-people', 'judges').sentence).toBe(`说普通案件办${grouped(cases)}件需${judges}位法官，即每位${cases / judges}件；2017年全国法官人均办案${printed(PER_JUDGE, '2017', 'all-courts')}件。`);
  });

  test('a claim is drawn as one, in no bar', () => {
    for (const id of ['cases', 'staff', 'judges']) {
      const { picture } = step('fifty-people', id);
      if (picture.kind !== 'compared') throw new Error('compared');
      expect(picture.rows.filter(({ mark }) => mark === 'claim').map(({ name }) => name).join()).toContain('引述');
      expect(picture.marks.map(({ mark }) => mark)).toEqual(['measured', 'claim']);
    }
  });

  test('every statement about the court is counted once, by its verdict', () => {
    const about = rows('claims/claims.csv').filter(({ id = '' }) => id.startsWith('hz-court-') || id === 'judges-needed');
    const counts = new Map<string, number>();
    for (const { verdict = '' } of about) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
    expect(Object.fromEntries(counts)).toEqual({ confirmed: 6, sameSpeechElsewhere: 2, contested: 1, notFound: 1 });
    expect(step('fifty-people', 'tally').sentence).toBe('关于这家法院的10项说法：6项已证实；2项另有报道，无独立统计；1项有争议；1项别处未见。');
  });
});

describe('2,700亿元', () => {
  test('the quoted size lies between two published ones of one publisher', () => {
    const [lower, said, upper] = [printed(MARKET, '2014', 'qianzhan'), Number(claim('egov-market-size')?.['value']), printed(MARKET, '2020', 'qianzhan')];
    expect(lower < said && said < upper).toBe(true);
    expect(view('no-second-source').title).toBe(`“${grouped(said)}亿元”至今没有第二个来源`);
    expect(view('no-second-source', 'en').title).toBe('“270 billion yuan” still has no second source');
    expect(step('no-second-source', 'between').sentence).toBe(`引述的2017年“超过${grouped(said)}亿元”，在前瞻2014年的${grouped(lower)}亿元与2020年的${grouped(upper)}亿元之间。`);
  });

  test('no growth is told but the quoted one, and nothing is computed back from it', () => {
    for (const lang of LANGS) {
      const texts = textsIn(view('no-second-source', lang).steps.map(({ picture, sentence, caveats, workings }) => [picture, sentence, caveats, workings])).filter((text) => text.includes('%'));
      for (const text of texts) expect(text).toContain(`${claim('egov-market-growth')?.['value']}%`);
      expect(textsIn(view('no-second-source', lang)).join('\n')).not.toMatch(/2,?32[78]|23[23]\.\d/);
      expect(view('no-second-source', lang).steps.flatMap(({ workings }) => workings)).toEqual([]);
    }
  });

  test('the forecasts of one year are those of the table', () => {
    const forecasts = rows(MARKET).filter(({ period, status }) => period === '2025' && status === 'forecast').map(({ value }) => Number(value));
    const [low, high] = [Math.min(...forecasts), Math.max(...forecasts)];
    expect(step('no-second-source', 'rivals').sentence).toBe(`同是2025年的预测，${forecasts.length}家从超过${grouped(low)}亿元到${grouped(high)}亿元。`);
  });
});

describe('三张网', () => {
  test('departments of the three networks are told and never added', () => {
    const last = new Map<string, string>();
    for (const { network = '', departments = '' } of rows('coverage/announcements.csv').sort((a, b) => ((a['date'] ?? '') < (b['date'] ?? '') ? -1 : 1))) last.set(network, departments);
    const counts = rows('coverage/networks.csv').map(({ id = '' }) => last.get(id) ?? '');
    expect(step('three-networks', 'definitions').sentence).toBe(`三张网的部门数是${counts.join('、')}：三种定义，不是增减。`);
    const sum = counts.reduce((total, n) => total + Number(n), 0);
    expect(textsIn(view('three-networks')).some((text) => new RegExp(`(^|\\D)${sum}(\\D|$)`).test(text))).toBe(false);
  });

  test('departments stood still while interfaces passed a thousand, and no growth is told from a bound', () => {
    const departments = rows(DEPARTMENTS).map(({ value }) => value);
    expect(new Set(departments).size).toBe(1);
    const { sentence, workings } = step('three-networks', 'interfaces');
    expect(sentence).toBe(`部门仍是${departments[0]}个，接口从2018年4月的${printed(INTERFACES, '2018-04')}个到2018年10月的超过${grouped(printed(INTERFACES, '2018-10'))}个。`);
    expect(workings).toEqual([]);
  });
});

/** The numbers of a text in the reader's counting made one: 1.76亿 and 176 million are 176000000. */
function quantities(text: string, lang: Lang): readonly string[] {
  const plain = text.replaceAll(',', '');
  if (lang === 'zh') {
    const dated = plain.replace(/(\d{4})年(\d{1,2})月(?:(\d{1,2})日)?/g, (_, year: string, month: string, day = '') => ` ${year} ${Number(month)}m ${day} `).replace(/[一二三四五六七八九十]+/g, '');
    return [...dated.matchAll(/(\d+(?:\.\d+)?)(m\b|亿|万)?/g)].map(([, n = '', unit]) => (unit === 'm' ? `${n}m` : String(Number((Number(n) * (unit === '亿' ? 1e8 : unit === '万' ? 1e4 : 1)).toPrecision(12))))).sort();
  }
  const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  const dated = months.reduce((all, month, index) => all.replace(new RegExp(`\\b${month}\\w* (?=\\d{4})`, 'g'), `${index + 1}m `), plain);
  return [...dated.matchAll(/(\d+(?:\.\d+)?)(m\b| billion| million)?/g)].map(([, n = '', unit]) => (unit === 'm' ? `${n}m` : String(Number((Number(n) * (unit === ' billion' ? 1e9 : unit === ' million' ? 1e6 : 1)).toPrecision(12))))).sort();
}

describe.each(STORIES.map(({ id }) => id))('%s', (id) => {
  test('both languages tell the same numbers', () => {
    const [zh, en] = [view(id), view(id, 'en')];
    expect(quantities(en.lead, 'en')).toEqual(quantities(zh.lead, 'zh'));
    zh.steps.forEach((one, index) => {
      const other = en.steps[index];
      // Counts that Chinese says by word (“三张网”) are left out of both.
      const numbers = (text: string, lang: Lang) => quantities(text, lang).filter((n) => Number(n) > 3 || n.includes('m') || n.includes('.'));
      expect(numbers(other?.sentence ?? '', 'en'), one.id).toEqual(numbers(one.sentence, 'zh'));
      expect(other?.workings.length).toBe(one.workings.length);
      expect(other?.table.rows.length).toBe(one.table.rows.length);
    });
  });

  test('each step has one sentence, a picture, a table, a source and something to mind', () => {
    for (const lang of LANGS) {
      const { steps } = view(id, lang);
      expect(steps.length).toBeGreaterThanOrEqual(3);
      expect(steps.length).toBeLessThanOrEqual(5);
      expect(new Set(steps.map((one) => one.id)).size).toBe(steps.length);
      for (const { sentence, table, source, caveats } of steps) {
        expect(sentence).toMatch(lang === 'zh' ? /[\d].*。$/ : /[\d].*\.$/);
        expect(table.rows.length).toBeGreaterThan(0);
        expect(source.length).toBeGreaterThan(10);
        expect(caveats.length).toBeGreaterThan(0);
      }
    }
  });

  test.each(LANGS)('the page holds every sentence, caveat and table without a script, %s', (lang) => {
    const { head, body } = render(StoryPage, { props: { page: pageOf(id, lang), view: view(id, lang) } });
    const text = body.replace(/<[^>]*>/g, ' ').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
    for (const { sentence, caveats } of view(id, lang).steps) for (const one of [sentence, ...caveats]) expect(text).toContain(one);
    expect(body.match(/<table class="data/g)).toHaveLength(view(id, lang).steps.length);
    expect(head).toContain('<meta name="description"');
    expect(text).not.toMatch(/undefined|\bNaN\b|\bnull\b|Infinity|\[object/);
  });

  test('English holds no Chinese', () => {
    const { title, lead, steps } = view(id, 'en');
    expect(textsIn([title, lead, steps.map(({ name, sentence, caveats, workings, picture, source }) => ({ name, sentence, caveats, workings, picture: picture.kind === 'networks' ? [] : picture, source }))]).filter((text) => /[\u3400-\u9fff]/.test(text))).toEqual([]);
  });
});

test('the findings lead to their stories, the first of them leads the front page', () => {
  for (const lang of LANGS) {
    const all = findings(atlas, pageContext('index.html', lang));
    expect(all.map(({ id }) => id)).toEqual(['fewer-doors', 'one-big-step', 'fifty-people', 'no-second-source', 'three-networks']);
    for (const { href, text } of all) {
      expect(href).toMatch(/story\/[a-z-]+\.html$/);
      expect(text).toMatch(/\d/);
    }
  }
});

describe('when the figures stop bearing a sentence out, the story cannot be told', () => {
  const changed = (indicator: string, period: string, change: object): Atlas => ({
    ...atlas,
    tables: atlas.tables.map((table) => (table.indicator.id === indicator ? { ...table, observations: table.observations.map((one) => (one.period === period ? { ...one, ...change } : one)) } : table)),
  });
  test.each([
    { says: 'a bound in place of a figure', story: 'fewer-doors', given: changed('government-websites', '2015-11', { precision: 'lowerBound' }), told: 'refused: bound' },
    { says: 'a doubtful figure', story: 'one-big-step', given: changed('online-government-users', '2020-12', { confidence: 'C' }), told: 'doubtful figure for 2020-12' },
    { says: 'a figure that is gone', story: 'one-big-step', given: changed('online-government-users', '2020-03', { period: '2020-04' }), told: 'no figure for 2020-03' },
    { says: 'a step that was none', story: 'one-big-step', given: changed('online-government-users', '2024-12', { value: 2e9 }), told: 'rose more in the two years' },
    { says: 'as many cases as were quoted', story: 'fifty-people', given: changed('hangzhou-internet-court-cases', '2018-08', { value: 16000 }), told: 'fewer than those quoted' },
    { says: 'a second source', story: 'no-second-source', given: { ...atlas, claims: atlas.claims.map((one) => (one.id === 'egov-market-size' ? { ...one, verdict: 'confirmed' as const } : one)) }, told: 'no second source' },
    { says: 'departments that moved', story: 'three-networks', given: changed('sharing-platform-departments', '2018-04', { value: 70 }), told: 'departments stayed' },
  ])('$says', ({ story, given, told }) => {
    const found = STORIES.find(({ id }) => id === story);
    if (!found) throw new Error(`no story ${story}`);
    expect(() => storyView(found, given, pageOf(story, 'zh'))).toThrow(`the story “${story}” cannot be told any more`);
    expect(() => storyView(found, given, pageOf(story, 'zh'))).toThrow(told);
  });
});
