import { expect, test } from 'vitest';
import { issuesEn } from '../../src/i18n/issues.en.ts';
import { issuesZh } from '../../src/i18n/issues.zh.ts';
import { describeIssue, issueWords } from '../../src/ingest/issue.ts';
import type { Issue } from '../../src/ingest/issue.ts';
import { LANGS } from '../../src/model/text.ts';

const file = 'data/toy/2001/toys.csv';
const cell = { file, line: 18, column: 'value' };
const addresses = 'data/releases/addresses.txt';
const json = { file: 'data/indicators/toys.json', field: 'unit.multiplier' };
const scene = { file: 'data/playlists/toys.json' };

/** One of each kind. */
const EXAMPLES: readonly Issue[] = [
  { file, code: 'emptyFile', args: null },
  { file, code: 'notUtf8', args: { encoding: 'gb18030' } },
  { file, line: 18, code: 'badCharacter', args: null },
  { file, line: 18, code: 'raggedRow', args: { cells: 4, expected: 6 } },
  { file, line: 18, code: 'unterminatedQuote', args: null },
  { file, line: 18, code: 'misplacedQuote', args: null },
  { file, line: 1, code: 'emptyColumnName', args: { position: 3 } },
  { file, line: 1, found: 'value', code: 'duplicateColumnName', args: null },
  { file, line: 1, found: 'colour', code: 'unknownColumn', args: { known: ['region', 'value'] } },
  { file, line: 1, column: 'name_en', code: 'missingColumn', args: null },
  { ...cell, column: 'source', code: 'blankCell', args: null },
  { ...cell, found: 'abc', code: 'notANumber', args: null },
  { ...cell, found: '0,84', code: 'commaInNumber', args: null },
  { ...cell, found: '1e400', code: 'exponentInNumber', args: null },
  { ...cell, found: '85%', code: 'signInNumber', args: { sign: '%' } },
  { ...cell, found: '—', code: 'dashInNumber', args: null },
  { ...cell, found: '101', code: 'outsideLimits', args: { min: 0, max: 100 } },
  { ...cell, found: '-1', code: 'outsideLimits', args: { min: 0, max: null } },
  { ...cell, found: '101', code: 'outsideLimits', args: { min: null, max: 100 } },
  { ...cell, column: 'rank', found: '1.5', code: 'badRank', args: null },
  { ...cell, column: 'departments', found: '1.5', code: 'notAnInteger', args: null },
  { ...cell, column: 'period', found: '2001-13', code: 'badPeriod', args: null },
  { ...cell, column: 'date', found: 'May', code: 'badDate', args: null },
  { ...cell, column: 'status', found: 'guessed', code: 'unknownWord', args: { known: ['measured', 'estimated'] } },
  { ...cell, column: 'region', found: '119999', code: 'unknownRegion', args: null },
  { ...cell, column: 'region', found: '玩家', code: 'ambiguousRegion', args: { candidates: ['DOL', 'TOY'] } },
  { ...cell, column: 'series', found: 'green', code: 'unknownSeries', args: { indicator: 'toys', known: ['red', 'blue'] } },
  { ...cell, column: 'series', found: 'green', code: 'unknownSeries', args: { indicator: 'toys', known: [] } },
  { ...cell, column: 'series', code: 'missingSeries', args: { indicator: 'toys', known: ['red', 'blue'] } },
  { ...cell, column: 'band', found: 'huge', code: 'unknownBand', args: { indicator: 'toys', known: ['few', 'many'] } },
  { ...cell, column: 'source', found: 'toy-rumour', code: 'unknownSource', args: { known: ['toy-book'] } },
  { ...cell, column: 'network', found: 'string', code: 'unknownNetwork', args: { known: ['tin-can'] } },
  { ...cell, column: 'indicators', found: 'dolls', code: 'unknownIndicator', args: null },
  { ...cell, found: '0', code: 'valueWithAbsence', args: { status: 'notPublished' } },
  { ...cell, code: 'blankWithoutAbsence', args: { known: ['notPublished', 'notGathered'] } },
  { file, line: 18, found: '110000 2001', code: 'duplicateKey', args: { firstLine: 3 } },
  { file, line: 18, column: 'alias', found: '积木', code: 'duplicateAlias', args: { firstLine: 3 } },
  { file: json.file, code: 'badJson', args: { detail: 'Unexpected end of JSON input' } },
  { ...json, found: 'many', code: 'wrongType', args: { expected: 'number' } },
  { ...json, code: 'missingField', args: null },
  { ...json, field: 'name', code: 'missingLanguage', args: { language: 'en' } },
  { ...json, field: 'name', code: 'missingLanguage', args: { language: 'zh' } },
  { ...json, field: 'colour', found: 'colour', code: 'unknownField', args: { known: ['id', 'name'] } },
  { ...json, field: 'id', found: 'Toys!', code: 'badId', args: null },
  { ...json, field: 'id', found: 'dolls', code: 'idNotFileName', args: { expected: 'toys' } },
  { ...json, field: 'series[1].id', found: 'red', code: 'duplicateId', args: null },
  { ...scene, field: 'scenes', code: 'emptyList', args: null },
  { ...scene, field: 'scenes[0].indicators', found: '["toys","dolls","kites"]', code: 'tooMany', args: { most: 2 } },
  { ...scene, field: 'seconds', found: '3', code: 'outsideRange', args: { min: 8, max: 120 } },
  { ...scene, field: 'scenes[0].headline', found: '7个玩具 / 7 toys', code: 'digitInWords', args: null },
  { ...scene, field: 'scenes[0].story', found: 'lost-toys', code: 'unknownStory', args: { known: ['more-toys'] } },
  { ...scene, field: 'scenes[0].claim', found: 'many-toys', code: 'unknownClaim', args: null },
  { ...scene, field: 'scenes[0].periods[1]', found: '1999', code: 'unknownPeriod', args: { indicator: 'toys', known: ['2000', '2001'] } },
  { ...scene, field: 'scenes[0].indicator', found: 'toys', code: 'otherIndicator', args: { expected: ['countries'] } },
  { ...json, field: 'classes', found: '[1,1]', code: 'notAscending', args: null },
  { ...json, found: '12', code: 'notAPowerOfTen', args: null },
  { file: 'data/site.json', field: 'address', found: 'atlas.example', code: 'badAddress', args: null },
  { ...json, field: 'bands', code: 'noBands', args: null },
  { file, line: 4, found: '110000 2018', code: 'unitSlip', args: { value: '71000000', before: '6500', when: '2016', power: 4, regions: 1 } },
  { file, line: 4, found: '110000 2018', code: 'unitSlip', args: { value: '0.0071', before: '7100', when: '2016', power: -6, regions: 31 } },
  { file, line: 4, found: '110000 2018', code: 'swappedRows', args: { other: '120000', when: '2016' } },
  { file, line: 4, found: '110000 2018', code: 'copiedPeriod', args: { other: '2016', same: 31, of: 32 } },
  { file, line: 4, found: '110000 2018', code: 'overWhole', args: { value: '783' } },
  { file, line: 4, found: '110000 2018', code: 'partsDontAddUp', args: { sum: '11.5', whole: '17.5' } },
  { file, line: 4, found: '110000 2018', code: 'impossibleJump', args: { value: '26500', before: '6500', when: '2016', usual: '1.06' } },
  { file, line: 4, found: '110000 2018', code: 'standsApart', args: { value: '0.00783', nearest: '61.2', times: 7816 } },
  { file, line: 4, found: '110000 2018', code: 'rankContradicts', args: { rank: 2, computed: 12 } },
  { file, line: 4, found: '110000 2018', code: 'signSlip', args: { value: '-12.5' } },
  { file, line: 4, found: '110000 2030', code: 'notYet', args: { retrieved: '2026-11-22' } },
  { file: 'data/explained/toys.json', found: '110000 2018', code: 'nothingToExplain', args: null },
  { file: 'data/languages/ko.json', field: 'tag', found: 'Korean', code: 'badLanguageTag', args: null },
  { file: 'data/languages/ko.json', field: 'words.toys.{k} of {n}', found: '{k}', code: 'otherPlaceholders', args: { missing: ['n'], unknown: [] } },
  { file: 'data/languages/ko.json', field: 'data.Toys', found: '{n}', code: 'otherPlaceholders', args: { missing: [], unknown: ['n'] } },
  { file: 'data/languages/ko.json', field: 'tag', found: 'ko', code: 'languageWithGroups', args: null },
  { ...json, code: 'schema', args: { detail: 'must be number' } },
  { file: 'data/toy/2001/datapackage.json', field: 'resources', found: 'toy/2001/dolls.csv', code: 'missingFile', args: null },
  { file, code: 'fileWithoutResource', args: null },
  { file: json.file, found: 'toys', code: 'indicatorWithoutTable', args: null },
  { file: 'data/game/2026/toys.csv', found: 'toys', code: 'indicatorInTwoDatasets', args: { other: 'data/toy/2024/toys.csv' } },
  { file: 'data/releases/2001-02-03-0a0b0c0d.1a1b1c1d.pack', field: 'cells/toys.2a2b2c2d.txt', found: '3a3b3c3d', code: 'hashDiffers', args: { expected: '2a2b2c2d' } },
  { file: 'data/releases/2001-02-03-0a0b0c0d.json', field: 'previous', found: '2000-02-03-4a4b4c4d', code: 'brokenChain', args: null },
  { file: 'data/releases/2001-02-03-0a0b0c0d.json', found: '5a5b5c5d', code: 'recordAltered', args: { expected: '6a6b6c6d' } },
  { file: 'data/releases/2001-02-03-0a0b0c0d.json', found: '2001-02-03-0a0b0c0d', code: 'recordUnlisted', args: null },
  { file: 'data/releases/2001-02-03-0a0b0c0d.json', field: 'tables.toys.changed', found: '0', code: 'recordContradicts', args: { expected: '1' } },
  { file: addresses, line: 18, found: 'indicator/toys.html', code: 'notInOrder', args: null },
  { file: addresses, line: 18, found: 'indicator/toys.html', code: 'addressGone', args: null },
  { file: 'data/releases/moved.csv', line: 3, found: 'indicator/toys.html', code: 'badMove', args: null },
];

test('there is an example of every kind of issue, in both languages', () => {
  const codes = [...new Set(EXAMPLES.map(({ code }) => code))].sort();
  expect(codes).toEqual(Object.keys(issuesEn).sort());
  expect(codes).toEqual(Object.keys(issuesZh).sort());
});

// The whole text of each message stands in these two files, to be read by a person.
test.each(LANGS)('the messages say what they said (%s)', async (lang) => {
  const text = EXAMPLES.map((issue) => `${issue.code}\n${describeIssue(issue, lang)}\n`).join('\n');
  await expect(text).toMatchFileSnapshot(`./__messages__/issues.${lang}.txt`);
});

test('a message says where, what was found, and what would put it right', () => {
  const issue: Issue = { ...cell, found: '0,84', code: 'commaInNumber', args: null };
  expect(describeIssue(issue, 'en')).toBe(
    'data/toy/2001/toys.csv, line 18, column “value”: “0,84” is not a number: it holds a comma.\n' +
      '  The decimal mark is “.”, and thousands are not marked. Correct the cell.',
  );
  expect(describeIssue(issue, 'zh')).toBe(
    'data/toy/2001/toys.csv，第18行，“value”列：“0,84”不是数值：里面有逗号。\n  小数点用“.”，不用千分位。请改正此格。',
  );
});

test('the totals are told', () => {
  const dataset = { id: 'toy/2001', tables: 1, figures: 2, sources: 3, retrieved: '2001-02-03' };
  const total = { datasets: 1, indicators: 2, figures: 3, regions: 4, files: 5, issues: 0 };
  expect(issueWords('en').dataset(dataset)).toBe('toy/2001: 1 table, 2 figures, 3 sources, retrieved 2001-02-03');
  expect(issueWords('zh').dataset(dataset)).toBe('toy/2001：1张表，2个数值，3个来源，2001-02-03读取');
  expect(issueWords('en').total(total)).toBe('1 dataset, 2 indicators, 3 figures, 4 regions, 5 files: no issues');
  expect(issueWords('zh').total({ ...total, issues: 6 })).toBe('1个数据集，2个指标，3个数值，4个地区，5个文件：6个问题');
});
