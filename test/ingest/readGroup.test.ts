import { expect, test } from 'vitest';
import { readGroup } from '../../src/ingest/readGroup.ts';
import { toyRegions } from '../support/toys.ts';

const file = 'data/groups/toy-coast.json';
const good = { id: 'toy-coast', name: { zh: '玩具沿海', en: 'Toy coast' }, members: ['110000', '120000'], source: { zh: '玩具规划', en: 'Toy plan' } };
const told = (json: unknown) => readGroup({ file, text: typeof json === 'string' ? json : JSON.stringify(json), regions: toyRegions });

test('a group of regions is read', () => {
  expect(told(good)).toEqual({ group: good, issues: [] });
});

test.each([
  { says: 'no JSON', json: '{', codes: ['badJson'] },
  { says: 'a name in one language', json: { ...good, name: { zh: '玩具沿海' } }, codes: ['missingLanguage'] },
  { says: 'an id unlike the file', json: { ...good, id: 'toys' }, codes: ['idNotFileName'] },
  { says: 'the id of a statistical region', json: { ...good, id: 'east' }, codes: ['duplicateId'] },
  { says: 'a region that nobody knows', json: { ...good, members: ['110000', '999999'] }, codes: ['unknownRegion'] },
  { says: 'the nation, which is no province', json: { ...good, members: ['110000', '100000'] }, codes: ['unknownRegion'] },
  { says: 'a member twice', json: { ...good, members: ['110000', '110000'] }, codes: ['duplicateId'] },
  { says: 'one member alone', json: { ...good, members: ['110000'] }, codes: ['emptyList'] },
  { says: 'nobody’s word', json: { ...good, source: undefined }, codes: ['missingField'] },
])('$says is told of', ({ json, codes }) => {
  const { group, issues } = told(json);
  expect(group).toBeNull();
  expect(issues.map(({ code }) => code)).toEqual(codes);
});
