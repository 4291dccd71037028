import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { credit } from '../../src/cite/credit.ts';
import { figuresEn } from '../../src/i18n/figures.en.ts';
import { figuresZh } from '../../src/i18n/figures.zh.ts';
import type { Dataset, Source } from '../../src/model/dataset.ts';
import { readAtlas } from '../../src/prerender/readAtlas.ts';
import { sourceLine, sourceLines, type SourceWords } from '../../src/view/sourceView.ts';

const WORDS = { zh: figuresZh, en: figuresEn } as const;
const say = (lang: 'zh' | 'en') => ({ lang, words: WORDS[lang] });
const sourceWords = (lang: 'zh' | 'en'): SourceWords => ({ colon: WORDS[lang].sourceColon, stop: WORDS[lang].stop, andMore: WORDS[lang].andMoreSources, confidence: WORDS[lang].confidenceOf });

test.each([
  { says: 'the publisher without its title, year and grade', line: '来源：玩具部《玩具年鉴》 2002-03；可信度A。', named: '玩具部' },
  { says: 'a title within a title is no publisher', line: '来源：玩具部《第1次《玩具报告》（新闻）》 2002；可信度A。', named: '玩具部' },
  { says: 'how it was read, in brackets', line: '来源：玩具部；据转载页《玩具年鉴》 2002；可信度B。', named: '玩具部（据转载页）' },
  { says: 'by its own publication where there is one', line: '来源：玩具部；据转录表《甲》；可信度B。玩具部《乙》 2016-01-22；可信度A。', named: '玩具部' },
  { says: 'each once', line: '来源：甲部《一》 2001；甲部《二》 2002；乙部《三》 2003；可信度A。', named: '甲部；乙部' },
  { says: 'with the count of all where more are not named', line: '来源：甲部《一》；乙部《二》 2002；丙部《三》等，共7个来源；可信度A/B。', named: '甲部；乙部；丙部（共7个来源）' },
  { says: 'three at most', line: '来源：甲部《一》；可信度A。乙部《二》；可信度A。丙部《三》；可信度A。丁部《四》；可信度A。', named: '甲部；乙部；丙部等' },
  { says: 'not the names of series in front of “来源”', line: '甲指标（2016年）。来源：甲部《一》；可信度B。乙指标（2020年）。来源：乙部《二》；可信度A。', named: '甲部；乙部' },
  { says: 'not who is quoted beside it', line: '来源：甲部《一》 2001；可信度B。 玩具甲，厂长，玩具会（2018年4月）', named: '甲部' },
  { says: 'who is quoted where only that is told', line: '引述：玩具甲，厂长，玩具会（2018年4月）。', named: '玩具甲，厂长，玩具会（2018年4月）' },
  { says: 'nobody where a remark stands in its place', line: '名次由本站按公布值计算，并列者同名次。', named: '' },
  { says: 'nobody where nothing stands', line: '', named: '' },
] as const)('$says', ({ line, named }) => {
  expect(credit(line, 'zh')).toBe(named);
});

test.each([
  { says: 'the publisher, with its commas', line: 'Source: Ministry of Toys, Dolls Office, “Toy yearbook”, 2002-03; confidence A.', named: 'Ministry of Toys, Dolls Office' },
  { says: 'quotes in a title', line: 'Source: Toy Office (via a copy), “Meeting on the “one-toy” rule: three”, 2002; confidence A.', named: 'Toy Office (via a copy)' },
  { says: 'how it was read, in brackets', line: 'Source: Toy Office; via a copy, “Toys”, 2002; confidence B.', named: 'Toy Office (via a copy)' },
  { says: 'with the count of all', line: 'Source: A Office, “One”; B Office, “Two”, 2002; A Office, “Three” and others, 12 sources in all; confidence A.', named: 'A Office; B Office (12 sources in all)' },
  { says: 'several lines in one', line: 'Alpha (2016). Source: A Office, “One”; confidence B. Beta (2020). Source: B Office, “Two”; confidence A.', named: 'A Office; B Office' },
  { says: 'nobody where a remark stands in its place', line: 'Places are computed here from the published values; ties share a place.', named: '' },
] as const)('$says', ({ line, named }) => {
  expect(credit(line, 'en')).toBe(named);
});

test('short of room, the first, and that there are more', () => {
  const line = '来源：甲部《一》 2001；乙部《二》 2002；可信度A。';
  expect(credit(line, 'zh', 1)).toBe('甲部等');
  expect(credit('Source: A Office, “One”; B Office, “Two” and others, 12 sources in all; confidence A.', 'en', 1)).toBe('A Office and others');
});

describe('every source of every published dataset', () => {
  const { datasets } = readAtlas(fileURLToPath(new URL('../../data', import.meta.url))).atlas;
  /** A publisher as a citation names it, its own words unchanged. */
  const named = (source: Source, lang: 'zh' | 'en', dataset: Dataset) => credit(sourceLine(dataset, [source.id], lang, sourceWords(lang)), lang);

  test.each(['zh', 'en'] as const)('alone in its line it is found, in %s', (lang) => {
    const unnamed = datasets.flatMap((dataset) => dataset.sources.filter((source) => named(source, lang, dataset) === '').map(({ id }) => `${dataset.id} ${id}`));
    const withWords = datasets.flatMap((dataset) => dataset.sources.map((source) => named(source, lang, dataset)).filter((text) => /来源：|可信度|《|Source:|confidence [A-D]|“/.test(text)));
    expect([unnamed, withWords]).toEqual([[], []]);
  });

  test.each(['zh', 'en'] as const)('and in any three lines put together, each is found once, in %s', (lang) => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...datasets.flatMap((dataset) => dataset.sources.map((source) => ({ dataset, source })))), { minLength: 1, maxLength: 3 }), (chosen) => {
        const line = sourceLines(chosen.map(({ dataset, source }) => sourceLine(dataset, [source.id], lang, sourceWords(lang))), say(lang));
        for (const { dataset, source } of chosen) {
          // “甲（据转载页）” gives way to “甲” where both are.
          const name = named(source, lang, dataset).replace(/（据[^）]*）$| \(via [^)]*\)$/u, '');
          expect(credit(line, lang)).toContain(name);
        }
      }),
    );
  });
});
