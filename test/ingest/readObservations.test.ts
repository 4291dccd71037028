import fs from 'node:fs';
import { expect, test } from 'vitest';
import { decode } from '../../src/ingest/decode.ts';
import { describeIssue } from '../../src/ingest/issue.ts';
import { readObservations } from '../../src/ingest/readObservations.ts';
import type { Indicator } from '../../src/model/indicator.ts';
import { toyAliases, toyIndicator, toyRegions, toySources, toyUnits } from '../support/toys.ts';

const read = (text: string, changes: Partial<Indicator> = {}, defaults: Record<string, string> = { source: 'toy-book' }) =>
  readObservations({
    file: 'toys.csv',
    text,
    resource: { defaults },
    indicator: toyIndicator(changes),
    regions: toyRegions,
    aliases: toyAliases,
    sources: toySources,
  });

const fixture = (name: string) => decode(new Uint8Array(fs.readFileSync(new URL(`../fixtures/${name}`, import.meta.url)))).text;

test.each(['good.csv', 'good-bom.csv', 'good-gb18030.csv', 'good-tabs.csv', 'good-semicolons-crlf.csv'])('%s reads without issues', (name) => {
  const { observations, issues } = read(fixture(name));
  expect(issues).toEqual([]);
  expect(observations.map(({ regionId, period, value, publishedRank }) => [regionId, period, value, publishedRank])).toEqual([
    ['110000', '2001', 5, 2],
    ['120000', '2001', 7, 1],
  ]);
});

test('every cell has its place in the observation', () => {
  const text = 'region,period,value,status,precision,rank,band,source,confidence,note\nTOY,2001-02,10.04,provisional,lowerBound,3,many,toy-news,C,a note\n';
  const { observations, issues } = read(text, { unit: toyUnits.hundredMillion, bands: [{ id: 'many', name: { zh: '多', en: 'Many' } }] });
  expect(issues).toEqual([]);
  expect(observations).toEqual([
    {
      regionId: 'TOY',
      period: '2001-02',
      seriesId: '',
      value: 1004000000,
      printedDecimals: 2,
      status: 'provisional',
      precision: 'lowerBound',
      publishedRank: 3,
      band: 'many',
      sourceId: 'toy-news',
      confidence: 'C',
      note: 'a note',
    },
  ]);
});

test('a missing column and a blank cell take the default of the table', () => {
  const { observations } = read('period,value,status\n2001,5,\n2002,6,forecast\n', {}, { region: '100000', source: 'toy-book', status: 'estimated' });
  expect(observations).toMatchObject([
    { regionId: '100000', sourceId: 'toy-book', status: 'estimated', precision: 'exact' },
    { regionId: '100000', sourceId: 'toy-book', status: 'forecast', precision: 'exact' },
  ]);
});

test('confidence is that of the source unless the row says otherwise', () => {
  const { observations } = read('region,period,value,source,confidence\n110000,2001,5,toy-news,\n120000,2001,5,toy-news,C\n');
  expect(observations.map(({ confidence }) => confidence)).toEqual(['B', 'C']);
});

test('nothing missing becomes 0, and 0 is a value', () => {
  const { observations, issues } = read('region,period,value,status\n110000,2001,,notSurveyed\n120000,2001,0,\n');
  expect(issues).toEqual([]);
  expect(observations).toMatchObject([
    { value: null, status: 'notSurveyed' },
    { value: 0, status: 'measured' },
  ]);
});

test('a series is told apart in the key and must be known', () => {
  const series = [
    { id: 'red', name: { zh: '红', en: 'Red' } },
    { id: 'blue', name: { zh: '蓝', en: 'Blue' } },
  ];
  const { observations, issues } = read('series,region,period,value\nred,110000,2001,1\nblue,110000,2001,2\ngreen,110000,2001,3\n,110000,2001,4\n', { series });
  expect(observations.map(({ seriesId, value }) => [seriesId, value])).toEqual([['red', 1], ['blue', 2]]);
  expect(issues.map(({ code, line }) => [code, line])).toEqual([['unknownSeries', 4], ['missingSeries', 5]]);
});

test.each([
  { name: 'ragged-row.csv', code: 'raggedRow', line: 3 },
  { name: 'unterminated-quote.csv', code: 'unterminatedQuote', line: 3 },
  { name: 'misplaced-quote.csv', code: 'misplacedQuote', line: 2 },
  { name: 'duplicate-column.csv', code: 'duplicateColumnName', line: 1 },
  { name: 'empty-column-name.csv', code: 'emptyColumnName', line: 1 },
  { name: 'unknown-column.csv', code: 'unknownColumn', line: 1 },
  { name: 'empty.csv', code: 'emptyFile' },
  { name: 'quoted-newline.csv', code: 'notANumber', line: 4, column: 'value', found: 'x' },
  { name: 'comma-decimal.csv', code: 'commaInNumber', line: 2, column: 'value', found: '0,84' },
  { name: 'unknown-region.csv', code: 'unknownRegion', line: 2, column: 'region', found: '119999' },
  { name: 'ambiguous-region.csv', code: 'ambiguousRegion', line: 2, column: 'region', found: '玩家' },
  { name: 'duplicate-key.csv', code: 'duplicateKey', line: 4, found: '110000 2001' },
  { name: 'blank-without-status.csv', code: 'blankWithoutAbsence', line: 2, column: 'value' },
  { name: 'value-with-absence.csv', code: 'valueWithAbsence', line: 2, column: 'value', found: '0' },
  { name: 'bad-period.csv', code: 'badPeriod', line: 2, column: 'period', found: '2001-13' },
  { name: 'bad-rank.csv', code: 'badRank', line: 2, column: 'rank', found: '0' },
  { name: 'unknown-status.csv', code: 'unknownWord', line: 2, column: 'status', found: 'guessed' },
  { name: 'unknown-source.csv', code: 'unknownSource', line: 2, column: 'source', found: 'toy-rumour' },
  { name: 'outside-limits.csv', code: 'outsideLimits', line: 2, column: 'value', found: '101' },
])('$name has the one issue $code', ({ name, ...expected }) => {
  const { issues } = read(fixture(name), { limits: { min: 0, max: 100 } });
  expect(issues).toHaveLength(1);
  expect(issues[0]).toMatchObject(expected);
});

test('all issues of a file are told at once, and its rows give no observation', () => {
  const { observations, issues } = read(fixture('many-issues.csv'));
  expect(observations).toEqual([]);
  expect(issues.map((issue) => describeIssue(issue, 'en').split('\n')[0])).toEqual([
    'toys.csv, line 2, column “region”: “119999” is not a known region.',
    'toys.csv, line 2, column “rank”: “1.5” is not a place.',
    'toys.csv, line 2, column “value”: “abc” is not a number.',
    'toys.csv, line 3, column “period”: “01” is not a period.',
    'toys.csv, line 4, column “value”: the row has no value and does not say why.',
  ]);
});

test('a band must be named by the indicator', () => {
  const { issues } = read('region,period,value,status,band\n110000,2001,,notPublished,huge\n', { publishes: 'bands', bands: [{ id: 'few', name: { zh: '少', en: 'Few' } }] });
  expect(issues).toMatchObject([{ code: 'unknownBand', found: 'huge', args: { known: ['few'] } }]);
});

test('limits are in the published unit', () => {
  const changes = { unit: toyUnits.hundredMillion, limits: { max: 10.04 } };
  expect(read('region,period,value\n110000,2001,10.04\n', changes).issues).toEqual([]);
  expect(read('region,period,value\n110000,2001,10.05\n', changes).issues).toMatchObject([{ code: 'outsideLimits' }]);
});
