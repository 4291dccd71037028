import { expect, test } from 'vitest';
import { readIndicator } from '../../src/ingest/readIndicator.ts';
import { toyIndicator } from '../support/toys.ts';

const read = (json: unknown) => readIndicator({ file: 'data/indicators/toys.json', text: JSON.stringify(json) });

test('a descriptor comes back as it is written', () => {
  const indicator = toyIndicator({
    additive: true,
    decimals: 2,
    classes: [0, 5, 10],
    limits: { min: 0 },
    bands: [{ id: 'few', name: { zh: '少', en: 'Few' } }],
    series: [{ id: 'red', name: { zh: '红', en: 'Red' } }],
    methodBreaks: [{ period: '2001', reason: { zh: '换了盒子', en: 'A new box' }, series: ['red'] }],
    notes: [{ zh: '注', en: 'A note' }],
  });
  expect(read({ $schema: '../schema/indicator.schema.json', ...indicator })).toEqual({ indicator, issues: [] });
});

test('an index has no unit, in both languages', () => {
  expect(read(toyIndicator({ unit: { zh: '', en: '', multiplier: 1, enMultiplier: 1 } })).issues).toEqual([]);
});

const toys = toyIndicator();

test.each([
  { says: 'no English name', json: { ...toys, name: { zh: '玩具' } }, code: 'missingLanguage', field: 'name' },
  { says: 'an empty Chinese definition', json: { ...toys, definition: { zh: ' ', en: 'Toys' } }, code: 'missingLanguage', field: 'definition' },
  { says: 'a third language', json: { ...toys, name: { zh: '玩具', en: 'Toys', fr: 'Jouets' } }, code: 'unknownField', field: 'name.fr' },
  { says: 'an unknown field', json: { ...toys, colour: 'red' }, code: 'unknownField', field: 'colour' },
  { says: 'an unknown theme', json: { ...toys, theme: 'play' }, code: 'unknownWord', field: 'theme' },
  { says: 'a missing field', json: { ...toys, better: undefined }, code: 'missingField', field: 'better' },
  { says: 'an id with spaces', json: { ...toys, id: 'the toys' }, code: 'badId', field: 'id' },
  { says: 'an id other than the file', json: { ...toys, id: 'dolls' }, code: 'idNotFileName', field: 'id' },
  { says: 'a multiplier as text', json: { ...toys, unit: { ...toys.unit, multiplier: '1' } }, code: 'wrongType', field: 'unit.multiplier' },
  { says: 'a multiplier of 12', json: { ...toys, unit: { ...toys.unit, multiplier: 12 } }, code: 'notAPowerOfTen', field: 'unit.multiplier' },
  { says: 'a unit in one language', json: { ...toys, unit: { ...toys.unit, en: '' } }, code: 'missingLanguage', field: 'unit' },
  { says: 'classes that do not ascend', json: { ...toys, classes: [0, 5, 5] }, code: 'notAscending', field: 'classes' },
  { says: 'a single class edge', json: { ...toys, classes: [0] }, code: 'notAscending', field: 'classes' },
  { says: 'a class edge as text', json: { ...toys, classes: [0, '5'] }, code: 'wrongType', field: 'classes' },
  { says: 'limits the wrong way round', json: { ...toys, limits: { min: 5, max: 1 } }, code: 'notAscending', field: 'limits' },
  { says: 'a sum that is perhaps one', json: { ...toys, additive: 'yes' }, code: 'wrongType', field: 'additive' },
  { says: 'half a decimal', json: { ...toys, decimals: 1.5 }, code: 'notAnInteger', field: 'decimals' },
  { says: 'bands published and none named', json: { ...toys, publishes: 'bands' }, code: 'noBands', field: 'bands' },
  {
    says: 'two series of one id',
    json: { ...toys, series: ['红', '蓝'].map((zh) => ({ id: 'red', name: { zh, en: 'Red' } })) },
    code: 'duplicateId',
    field: 'series[1].id',
  },
  { says: 'a break in a month 13', json: { ...toys, methodBreaks: [{ period: '2001-13', reason: { zh: '因', en: 'Why' } }] }, code: 'badPeriod', field: 'methodBreaks[0].period' },
  { says: 'a break of an unknown series', json: { ...toys, methodBreaks: [{ period: '2001', reason: { zh: '因', en: 'Why' }, series: ['red'] }] }, code: 'unknownWord', field: 'methodBreaks[0].series' },
  { says: 'a list in place of the object', json: [], code: 'wrongType', field: undefined },
])('$says is told of, and there is no indicator', ({ json, code, field }) => {
  const { indicator, issues } = read(json);
  expect(indicator).toBeNull();
  expect(issues.map((issue) => [issue.code, issue.field])).toEqual([[code, field]]);
});

test('what is no JSON is told of', () => {
  expect(readIndicator({ file: 'data/indicators/toys.json', text: '{' })).toMatchObject({ indicator: null, issues: [{ code: 'badJson' }] });
});

test('all issues are told at once', () => {
  expect(read({}).issues.map(({ field }) => field)).toEqual([
    'id', 'name', 'short', 'definition', 'theme', 'expected', 'unit', 'better', 'publishes',
  ]);
});
