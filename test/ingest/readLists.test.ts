import { expect, test } from 'vitest';
import { readAliases } from '../../src/ingest/readAliases.ts';
import { readClaims } from '../../src/ingest/readClaims.ts';
import { readCoverage } from '../../src/ingest/readCoverage.ts';
import { readRegions } from '../../src/ingest/readRegions.ts';
import { readSynonyms } from '../../src/ingest/readSynonyms.ts';
import { readSystems } from '../../src/ingest/readSystems.ts';
import type { Issue } from '../../src/ingest/issue.ts';
import { toyRegions, toySources } from '../support/toys.ts';

const file = 'toys.csv';
const csv = (...rows: readonly string[]) => `${rows.join('\n')}\n`;
const told = (issues: readonly Issue[]) => issues.map(({ code, line, column }) => [code, line, column]);

const REGIONS =
  'id,level,name_zh,name_en,short_zh,short_en,abbr,group,pinyin,iso2,iso3,un_region_zh,un_region_en,income_group,label_lon,label_lat,callout,parent';

test('a region has what its cells give, and nothing for a blank', () => {
  const text = csv(
    REGIONS,
    '100000,nation,玩具国,Toyland,玩具,Toyland,,,wanju wj,TY,TOY,,,,,,,',
    '110000,province,玩具省,Toy Province,玩具,Toy,玩,east,,,,,,,116.5,-40.25,1,100000',
    'DOL,country,娃娃国,Dollland,娃娃,Dollland,,,,DL,DOL,亚洲,Asia,Low income,,,,',
  );
  expect(readRegions({ file, text })).toEqual({
    regions: [
      { id: '100000', level: 'nation', name: { zh: '玩具国', en: 'Toyland' }, short: { zh: '玩具', en: 'Toyland' }, pinyin: 'wanju wj', iso2: 'TY', iso3: 'TOY' },
      {
        id: '110000', level: 'province', name: { zh: '玩具省', en: 'Toy Province' }, short: { zh: '玩具', en: 'Toy' }, abbr: '玩', group: 'east',
        label: [116.5, -40.25], callout: true, parent: '100000',
      },
      {
        id: 'DOL', level: 'country', name: { zh: '娃娃国', en: 'Dollland' }, short: { zh: '娃娃', en: 'Dollland' }, iso2: 'DL', iso3: 'DOL',
        unRegion: { zh: '亚洲', en: 'Asia' }, incomeGroup: 'Low income',
      },
    ],
    issues: [],
  });
});

test('what is wrong with regions is told', () => {
  const text = csv(
    REGIONS,
    '110000,province,玩具省,,玩具,Toy,,,,,,,,,,,,',
    '110000,province,玩具省,Toy,玩具,Toy,,,,,,,,,,,,',
    '120000,county,玩具省,Toy,玩具,Toy,,middle,,,,,,,116,,2,130000',
  );
  const { regions, issues } = readRegions({ file, text });
  expect(regions).toEqual([]);
  expect(told(issues)).toEqual([
    ['missingLanguage', 2, 'name_en'],
    ['duplicateId', 3, 'id'],
    ['unknownWord', 4, 'level'],
    ['unknownWord', 4, 'group'],
    ['unknownWord', 4, 'callout'],
    ['blankCell', 4, 'label_lat'],
    ['unknownRegion', 4, 'parent'],
  ]);
});

test('a missing column is told once, in line 1', () => {
  const { issues } = readAliases({ file, text: csv('alias', '玩具'), regions: toyRegions });
  expect(told(issues)).toContainEqual(['missingColumn', 1, 'region']);
});

test('aliases join a spelling to a region', () => {
  const text = csv('alias,region', '玩具国家,100000', '积木,TOY', '积木,DOL', '积木,TOY', '拼图,PUZ');
  const { aliases, issues } = readAliases({ file, text, regions: toyRegions });
  expect(aliases).toEqual([
    { alias: '玩具国家', regionId: '100000' },
    { alias: '积木', regionId: 'TOY' },
    { alias: '积木', regionId: 'DOL' },
  ]);
  expect(told(issues)).toEqual([['duplicateAlias', 5, 'alias'], ['unknownRegion', 6, 'region']]);
});

const CLAIMS =
  'id,theme,label_zh,label_en,value,precision,unit_zh,unit_en,period,speaker,forum,paraphrase_zh,paraphrase_en,verdict,verdict_note_zh,verdict_note_en,verdict_sources,indicators';

test('a claim stays as it was said', () => {
  const text = csv(CLAIMS, 'c1,market,市场,Market,2700,lowerBound,个,toys,2001-10,某人,fuzhou,他说,He said,plausible,注,A note,toy-book|toy-news,toys');
  expect(readClaims({ file, text, sources: toySources, indicatorIds: ['toys'] })).toEqual({
    claims: [
      {
        id: 'c1', theme: 'market', label: { zh: '市场', en: 'Market' }, value: '2700', precision: 'lowerBound', unit: { zh: '个', en: 'toys' }, period: '2001-10',
        speaker: '某人', forum: 'fuzhou', paraphrase: { zh: '他说', en: 'He said' }, verdict: 'plausible', verdictNote: { zh: '注', en: 'A note' },
        verdictSources: ['toy-book', 'toy-news'], indicators: ['toys'],
      },
    ],
    issues: [],
  });
});

test('what is wrong with claims is told', () => {
  const text = csv(
    CLAIMS,
    'c1,market,市场,Market,2700,about,个,toys,2001/10,某人,paris,他说,He said,true,注,,toy-rumour,dolls',
    'c1,market,市场,Market,,exact,,,2001,某人,fuzhou,他说,He said,plausible,,,,',
  );
  const { claims, issues } = readClaims({ file, text, sources: toySources, indicatorIds: ['toys'] });
  expect(claims).toEqual([]);
  expect(told(issues)).toEqual([
    ['unknownWord', 2, 'precision'],
    ['badPeriod', 2, 'period'],
    ['unknownWord', 2, 'forum'],
    ['unknownWord', 2, 'verdict'],
    ['missingLanguage', 2, 'verdict_note_en'],
    ['unknownSource', 2, 'verdict_sources'],
    ['unknownIndicator', 2, 'indicators'],
    ['duplicateId', 3, 'id'],
    ['blankCell', 3, 'value'],
  ]);
});

test('a system has its region, its start and its indicators', () => {
  const text = csv(
    'id,name_zh,name_en,kind,owner,region,start_year,start_source,forum,desc_zh,desc_en,indicators,note',
    's1,玩具网,Toynet,system,玩具部,110000,2001,toy-book,wuzhen,网,A net,toys,a note',
    's2,娃娃网,Dollnet,system,娃娃部,,,,,网,A net,,',
    's3,坏网,Badnet,system,部,119999,soon,toy-rumour,paris,网,A net,dolls,',
  );
  const { systems, issues } = readSystems({ file, text, regions: toyRegions, sources: toySources, indicatorIds: ['toys'] });
  expect(systems).toEqual([
    {
      id: 's1', name: { zh: '玩具网', en: 'Toynet' }, kind: 'system', owner: '玩具部', regionId: '110000', startYear: '2001', startSource: 'toy-book',
      forum: 'wuzhen', description: { zh: '网', en: 'A net' }, indicators: ['toys'], note: 'a note',
    },
    { id: 's2', name: { zh: '娃娃网', en: 'Dollnet' }, kind: 'system', owner: '娃娃部', description: { zh: '网', en: 'A net' }, indicators: [] },
  ]);
  expect(told(issues)).toEqual([
    ['unknownRegion', 4, 'region'],
    ['badDate', 4, 'start_year'],
    ['unknownSource', 4, 'start_source'],
    ['unknownWord', 4, 'forum'],
    ['unknownIndicator', 4, 'indicators'],
  ]);
});

test('coverage joins networks, regions and announcements; a blank date or number stays unknown', () => {
  const reading = readCoverage({
    networks: { file: 'networks.csv', text: csv('id,name_zh,name_en', 'tin-can,罐头电话,Tin-can telephone') },
    connections: {
      file: 'connections.csv',
      text: csv('network,region,connected_by,source,note', 'tin-can,110000,2001-02,toy-book,', 'tin-can,120000,,toy-book,when?', 'tin-can,110000,,toy-book,', 'string,110000,,toy-rumour,'),
    },
    announcements: {
      file: 'announcements.csv',
      text: csv('network,date,departments,provinces,corps,source,note', 'tin-can,2001-02-03,71,,true,toy-book,', 'tin-can,,x,31,maybe,toy-book,'),
    },
    regions: toyRegions,
    sources: toySources,
  });
  expect(reading.networks).toEqual([{ id: 'tin-can', name: { zh: '罐头电话', en: 'Tin-can telephone' } }]);
  expect(reading.connections).toEqual([
    { networkId: 'tin-can', regionId: '110000', connectedBy: '2001-02', sourceId: 'toy-book' },
    { networkId: 'tin-can', regionId: '120000', connectedBy: null, sourceId: 'toy-book', note: 'when?' },
  ]);
  expect(reading.announcements).toEqual([{ networkId: 'tin-can', date: '2001-02-03', departments: 71, provinces: null, corps: true, sourceId: 'toy-book' }]);
  expect(told(reading.issues)).toEqual([
    ['duplicateKey', 4, 'region'],
    ['unknownNetwork', 5, 'network'],
    ['unknownSource', 5, 'source'],
    ['blankCell', 3, 'date'],
    ['notAnInteger', 3, 'departments'],
    ['unknownWord', 3, 'corps'],
  ]);
});

test('a synonym names an indicator; a word may mean several, and a pair stands once', () => {
  const text = csv('term,indicator', '玩物,toys', 'Playthings,toys', '玩物,dolls', '玩物,toys', ',toys', '球,balls');
  const { synonyms, issues } = readSynonyms({ file, text, indicatorIds: ['toys', 'dolls'] });
  expect(synonyms).toEqual([
    { term: '玩物', indicatorId: 'toys' },
    { term: 'Playthings', indicatorId: 'toys' },
    { term: '玩物', indicatorId: 'dolls' },
  ]);
  expect(told(issues)).toEqual([
    ['duplicateAlias', 5, 'term'],
    ['blankCell', 6, 'term'],
    ['unknownIndicator', 7, 'indicator'],
  ]);
});
