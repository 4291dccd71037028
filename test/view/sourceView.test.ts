import { expect, test } from 'vitest';
import type { Dataset, Source } from '../../src/model/dataset.ts';
import { sourceLine, sourceLines, sourceName, type SourceWords } from '../../src/view/sourceView.ts';
import { toySources } from '../support/toys.ts';
import { en, zh } from '../support/toyViews.ts';

const wordsOf = ({ words }: typeof zh): SourceWords => ({ colon: words.sourceColon, stop: words.stop, andMore: words.andMoreSources, confidence: words.confidenceOf });
const dataset = (sources: readonly Source[]): Dataset => ({
  id: 'toy/2001',
  title: { zh: '玩具', en: 'Toys' },
  description: { zh: '玩具', en: 'Toys' },
  edition: '2001',
  retrieved: '2002-01-01',
  licence: { name: 'toy', title: { zh: '玩具', en: 'Toy' }, redistributable: true },
  sources,
});
const many = Array.from({ length: 5 }, (_, index): Source => ({ id: `s${index}`, title: { zh: `第${index}册`, en: `Volume ${index}` }, publisher: '玩具出版社 / Toy Press', published: '2001', confidence: 'A' }));

test('a source is its publisher, title and date, in the reader’s language', () => {
  const source: Source = { id: 'a', title: { zh: '玩具年鉴', en: 'Toy Yearbook' }, publisher: '玩具出版社 / Toy Press', published: '2001-06', confidence: 'A' };
  expect(sourceName(source, 'zh')).toBe('玩具出版社《玩具年鉴》 2001-06');
  expect(sourceName(source, 'en')).toBe('Toy Press, “Toy Yearbook”, 2001-06');
});

test('without a date none is made up', () => {
  expect(toySources.map((source) => sourceName(source, 'zh'))).toEqual(['玩具出版社《玩具年鉴》', '玩具报社《玩具报》']);
});

test('the line names who says so, and how sure it is', () => {
  expect(sourceLine(dataset(toySources), ['toy-news', 'toy-book'], 'zh', wordsOf(zh))).toBe('来源：玩具报社《玩具报》；玩具出版社《玩具年鉴》；可信度A/B。');
  expect(sourceLine(dataset(toySources), ['toy-book'], 'en', wordsOf(en))).toBe('Source: 玩具出版社, “Toy Yearbook”; confidence A.');
});

test('of many, three are named, and how many there are', () => {
  const ids = many.map(({ id }) => id);
  expect(sourceLine(dataset(many), ids, 'zh', wordsOf(zh))).toBe('来源：玩具出版社《第0册》 2001；玩具出版社《第1册》 2001；玩具出版社《第2册》 2001等，共5个来源；可信度A。');
  expect(sourceLine(dataset(many), ids, 'en', wordsOf(en))).toBe('Source: Toy Press, “Volume 0”, 2001; Toy Press, “Volume 1”, 2001; Toy Press, “Volume 2”, 2001 and others, 5 sources in all; confidence A.');
});

test('a source given twice is named once', () => {
  expect(sourceLine(dataset(toySources), ['toy-book', 'toy-book'], 'zh', wordsOf(zh))).toBe('来源：玩具出版社《玩具年鉴》；可信度A。');
});

test('several lines say once that they are sources, and each of them once', () => {
  expect(sourceLines(['来源：甲《一》；可信度A。', '', '来源：乙《二》；可信度B。', '来源：甲《一》；可信度A。'], zh)).toBe('来源：甲《一》；可信度A。乙《二》；可信度B。');
  expect(sourceLines(['Source: One; confidence A.', 'Source: Two; confidence B.'], en)).toBe('Source: One; confidence A. Two; confidence B.');
  expect(sourceLines([], en)).toBe('');
});
