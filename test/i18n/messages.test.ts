import { expect, test } from 'vitest';
import { figureGroupsEn } from '../../src/i18n/figureGroups.en.ts';
import { figureGroupsZh } from '../../src/i18n/figureGroups.zh.ts';
import { figuresEn } from '../../src/i18n/figures.en.ts';
import { figuresZh } from '../../src/i18n/figures.zh.ts';
import { issuesEn } from '../../src/i18n/issues.en.ts';
import { issuesZh } from '../../src/i18n/issues.zh.ts';
import { pageGroupsEn } from '../../src/i18n/pageGroups.en.ts';
import { pageGroupsZh } from '../../src/i18n/pageGroups.zh.ts';
import { pagesEn } from '../../src/i18n/pages.en.ts';
import { pagesZh } from '../../src/i18n/pages.zh.ts';
import { readGeometry } from '../../src/prerender/geometry.ts';

const HAN = /[\u3400-\u9fff]/;
/** Three Latin words in a row are a sentence; a name and a version may stand in Chinese. */
const LATIN_SENTENCE = /[A-Za-z]{2,}[ ,]+[A-Za-z]{2,}[ ,]+[A-Za-z]{2,}/;
/** These name the other language in itself. */
const IN_THE_OTHER_LANGUAGE = ['languageName', 'languageLabel', 'siteOther', 'screen.actions.language'];

/** Any argument: prints as 7, has every key, and under each of them 7. */
const anything: unknown = new Proxy({}, { get: (_, key) => (key === Symbol.toPrimitive ? () => '7' : '7') });

interface Message {
  readonly key: string;
  /** As written, or with both kinds of argument. */
  readonly texts: readonly string[];
  readonly kind: string;
}

function messages(value: unknown, key = ''): readonly Message[] {
  if (typeof value === 'string') return [{ key, texts: [value], kind: 'text' }];
  if (typeof value === 'function') {
    const call = (given: unknown): string => String(Reflect.apply(value, undefined, Array.from({ length: value.length }, () => given)));
    return [{ key, texts: [call(anything), call(0)], kind: `function of ${value.length}` }];
  }
  if (typeof value !== 'object' || value === null) throw new Error(`${key} is neither a text nor a function of one`);
  return Object.entries(value).flatMap(([name, below]) => messages(below, key === '' ? name : `${key}.${name}`));
}

const pairs = [
  { room: 'figures', zh: figuresZh, en: figuresEn },
  { room: 'pages', zh: pagesZh, en: pagesEn },
  { room: 'figures without places', zh: figureGroupsZh, en: figureGroupsEn },
  { room: 'pages without places', zh: pageGroupsZh, en: pageGroupsEn },
];

test.each(pairs)('$room: both languages have the same messages, with the same places to fill', ({ zh, en }) => {
  const shape = (words: unknown) =>
    messages(words)
      .filter(({ key }) => !key.startsWith('isles.'))
      .map(({ key, kind }) => `${key}: ${kind}`)
      .sort();
  expect(shape(en)).toEqual(shape(zh));
});

test('issues: both languages have the same messages', () => {
  expect(Object.keys(issuesEn).sort()).toEqual(Object.keys(issuesZh).sort());
});

test.each(pairs)('$room: no Chinese in English messages', ({ en }) => {
  const mixed = messages(en).filter(({ key, texts }) => !IN_THE_OTHER_LANGUAGE.includes(key) && texts.some((text) => HAN.test(text)));
  expect(mixed.map(({ key }) => key)).toEqual([]);
});

test.each(pairs)('$room: no English sentence in Chinese messages', ({ zh }) => {
  const mixed = messages(zh).filter(({ key, texts }) => !IN_THE_OTHER_LANGUAGE.includes(key) && texts.some((text) => LATIN_SENTENCE.test(text)));
  expect(mixed.map(({ key }) => key)).toEqual([]);
});

test.each(pairs)('$room: Chinese sentences have Chinese punctuation', ({ zh }) => {
  const mixed = messages(zh).filter(({ texts }) => texts.some((text) => /[\u3400-\u9fff][,;:?!()]|[,;:?!()][\u3400-\u9fff]/.test(text)));
  expect(mixed.map(({ key }) => key)).toEqual([]);
});

test.each(pairs)('$room: English has no full-width punctuation', ({ en }) => {
  const mixed = messages(en).filter(({ key, texts }) => !IN_THE_OTHER_LANGUAGE.includes(key) && texts.some((text) => /[\u3001\u3002\uff01-\uff5e]/.test(text)));
  expect(mixed.map(({ key }) => key)).toEqual([]);
});

test('the five kinds of absence are five different words', () => {
  for (const words of [figuresZh, figuresEn]) expect(new Set(Object.values(words.absence)).size).toBe(5);
});

test('every group of islands in the inset has an English name', () => {
  const { labels } = readGeometry('data').shapes.inset;
  expect(labels.length).toBeGreaterThan(0);
  for (const { text } of labels) expect(figuresEn.isles[text] ?? text).toMatch(/^[A-Z][a-z]/);
});
