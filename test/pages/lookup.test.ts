import { expect, test } from 'vitest';
import { pageContext } from '../../src/prerender/pageContext.ts';
import { datasetOf, provincesOf, reportingUnits, seriesOf, sourceTexts, tableOf } from '../../src/pages/lookup.ts';
import type { Atlas } from '../../src/model/atlas.ts';
import { toyAbsence, toyObservation, toyRegions, toySources, toyTable } from '../support/toys.ts';
import { SITE_FIRST } from '../../src/model/site.ts';

const table = toyTable([
  toyObservation(3, { period: '2003' }),
  toyObservation(1, { period: '2001', sourceId: 'toy-news' }),
  toyObservation(2, { period: '2002', confidence: 'C' }),
  toyObservation(9, { period: '2002', seriesId: 'red' }),
  toyAbsence('notPublished', { period: '2004' }),
]);
const atlas: Atlas = {
  regions: toyRegions,
  aliases: [],
  indicators: [table.indicator],
  tables: [table],
  datasets: [
    {
      id: 'toy/2001',
      title: { zh: '玩具', en: 'Toys' },
      description: { zh: '玩具', en: 'Toys' },
      edition: '2001',
      retrieved: '2002-01-01',
      licence: { name: 'toy', title: { zh: '玩具', en: 'Toy' }, redistributable: true },
      sources: toySources,
    },
  ],
  resources: [],
  claims: [],
  systems: [],
  networks: [],
  connections: [],
  announcements: [],
  playlists: [],
  site: SITE_FIRST,
  earlier: [],
  groups: [], languages: [],
  explained: [],
  synonyms: [],
  files: [],
};

test('a table is found by its indicator; one that is not there is told with the file that would put it right', () => {
  expect(tableOf(atlas, 'toys')).toBe(table);
  expect(() => tableOf(atlas, 'dolls')).toThrow('data/indicators/dolls.json');
});

test('a table without its dataset is told by name', () => {
  expect(datasetOf(atlas, table).id).toBe('toy/2001');
  expect(() => datasetOf({ ...atlas, datasets: [] }, table)).toThrow('toy/2001/toys.csv');
});

test('a series is in order of time, without what is doubtful, absent or another publisher’s', () => {
  expect(seriesOf(table).map(({ value }) => value)).toEqual([1, 3]);
  expect(seriesOf(table, 'red').map(({ value }) => value)).toEqual([9]);
  expect(seriesOf(table, 'blue')).toEqual([]);
});

test('on the map there are 34 and the Corps; 31 and the Corps report', () => {
  expect(provincesOf(atlas)).toHaveLength(35);
  expect(reportingUnits(atlas)).toHaveLength(32);
  expect(reportingUnits(atlas).some(({ group }) => group === 'hmt')).toBe(false);
});

test('each source of a table has a line of its own', () => {
  expect(sourceTexts(atlas, table, pageContext('index.html', 'zh'))).toEqual({
    'toy-book': '来源：玩具出版社《玩具年鉴》；可信度A。',
    'toy-news': '来源：玩具报社《玩具报》；可信度B。',
  });
});
