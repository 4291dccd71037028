import { expect, test } from 'vitest';
import { readDataset } from '../../src/ingest/readDataset.ts';

const toyPackage = {
  $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
  name: 'toy',
  title: '玩具',
  titleEn: 'Toys',
  description: '玩具的数量',
  descriptionEn: 'How many toys',
  version: '2001',
  created: '2001-02-03T00:00:00Z',
  retrieved: '2001-02-03',
  licenses: [{ name: 'toy-licence', title: '玩具许可', titleEn: 'Toy licence', path: 'https://example.org/licence' }],
  redistributable: false,
  sources: [
    { name: 'toy-book', title: '玩具年鉴', titleEn: 'Toy Yearbook', publisher: '玩具出版社', published: '2001-01', path: 'https://example.org', locator: '第3页', confidence: 'A', note: '注' },
  ],
  resources: [
    {
      name: 'toys', path: 'toys.csv', type: 'table', format: 'csv', profile: 'observations', indicator: 'toys',
      defaults: { region: '100000', period: 2001 },
      schema: { fields: [{ name: 'value', type: 'number' }], missingValues: [''] },
    },
    { name: 'outline', path: 'outline.json', format: 'json' },
  ],
};

const read = (json: unknown) => readDataset({ file: 'data/toy/2001/datapackage.json', text: JSON.stringify(json), id: 'toy/2001' });

test('a data package becomes a dataset and its tables', () => {
  expect(read(toyPackage)).toMatchObject({
    dataset: {
      id: 'toy/2001',
      title: { zh: '玩具', en: 'Toys' },
      description: { zh: '玩具的数量', en: 'How many toys' },
      edition: '2001',
      retrieved: '2001-02-03',
      licence: { name: 'toy-licence', title: { zh: '玩具许可', en: 'Toy licence' }, url: 'https://example.org/licence', redistributable: false },
      sources: [
        {
          id: 'toy-book', title: { zh: '玩具年鉴', en: 'Toy Yearbook' }, publisher: '玩具出版社', published: '2001-01', url: 'https://example.org',
          locator: '第3页', confidence: 'A', note: '注',
        },
      ],
    },
    resources: [
      { name: 'toys', file: 'toy/2001/toys.csv', profile: 'observations', indicatorId: 'toys', defaults: { region: '100000', period: '2001' } },
      { name: 'outline', file: 'toy/2001/outline.json', profile: null, indicatorId: null, defaults: {} },
    ],
    issues: [],
  });
});

const [source] = toyPackage.sources;
const [resource] = toyPackage.resources;

const updatesOf = (changes: object, own?: unknown) => read({ ...toyPackage, ...changes, resources: [{ ...resource, ...(own !== undefined && { updates: own }) }] });

test.each([
  { says: 'a dataset says it for its tables', changes: { updates: { every: 'P1Y' } }, updates: { toys: { every: 'P1Y' } } },
  { says: 'a table goes before its dataset', changes: { updates: { every: 'P1Y' } }, own: { every: 'P6M', note: { zh: '注', en: 'Note' } }, updates: { toys: { every: 'P6M', note: { zh: '注', en: 'Note' } } } },
  { says: 'null is known to be at no fixed interval', changes: {}, own: { every: null }, updates: { toys: { every: null } } },
  { says: 'nothing said is nothing known', changes: {}, updates: undefined },
])('how often it comes out: $says', ({ changes, own, updates }) => {
  const { dataset, issues } = updatesOf(changes, own);
  expect(issues).toEqual([]);
  expect(dataset?.updates).toEqual(updates);
});

test.each([
  { says: 'an interval that is none', own: { every: 'P5D' }, issue: ['unknownWord', 'resources[0].updates.every'] },
  { says: 'no interval', own: {}, issue: ['missingField', 'resources[0].updates.every'] },
  { says: 'a note in one language', own: { every: 'P1Y', note: { zh: '注' } }, issue: ['missingLanguage', 'resources[0].updates.note'] },
  { says: 'a field that nobody knows', own: { every: 'P1Y', often: 'yes' }, issue: ['unknownField', 'resources[0].updates.often'] },
])('how often it comes out: $says is told of', ({ own, issue }) => {
  const { dataset, issues } = updatesOf({}, own);
  expect(dataset).toBeNull();
  expect(issues.map(({ code, field }) => [code, field])).toEqual([issue]);
});

test.each([
  { says: 'no English title', changes: { titleEn: undefined }, issue: ['missingLanguage', 'title'] },
  { says: 'no licence', changes: { licenses: [] }, issue: ['missingField', 'licenses'] },
  { says: 'nothing of whether it may be passed on', changes: { redistributable: 'yes' }, issue: ['wrongType', 'redistributable'] },
  { says: 'a date that is none', changes: { retrieved: '2001-02-30' }, issue: ['badDate', 'retrieved'] },
  { says: 'a source without a publisher', changes: { sources: [{ ...source, publisher: '' }] }, issue: ['missingField', 'sources[0].publisher'] },
  { says: 'a source of confidence D', changes: { sources: [{ ...source, confidence: 'D' }] }, issue: ['unknownWord', 'sources[0].confidence'] },
  { says: 'two sources of one id', changes: { sources: [source, source] }, issue: ['duplicateId', 'sources'] },
  { says: 'observations without an indicator', changes: { resources: [{ ...resource, indicator: undefined }] }, issue: ['missingField', 'resources[0].indicator'] },
  { says: 'a default for the value', changes: { resources: [{ ...resource, defaults: { value: '0' } }] }, issue: ['unknownField', 'resources[0].defaults.value'] },
])('$says is told of, and there is no dataset', ({ changes, issue }) => {
  const { dataset, issues } = read({ ...toyPackage, ...changes });
  expect(dataset).toBeNull();
  expect(issues.map(({ code, field }) => [code, field])).toEqual([issue]);
});
