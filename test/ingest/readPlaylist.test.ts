import fs from 'node:fs';
import { expect, test } from 'vitest';
import { inPlaylistOrder, readPlaylist } from '../../src/ingest/readPlaylist.ts';
import type { Claim } from '../../src/model/claim.ts';
import type { IndicatorTable } from '../../src/model/indicator.ts';
import { STORY_IDS } from '../../src/model/story.ts';
import { STORIES } from '../../src/pages/stories.ts';
import { applySchemas } from '../../src/prerender/applySchemas.ts';
import { toyObservation, toyProvinceIds, toyRegions, toyTable } from '../support/toys.ts';

const everywhere = (period: string) => toyProvinceIds.map((regionId, index) => toyObservation(index, { regionId, period }));
const named = (id: string, table: IndicatorTable): IndicatorTable => ({ ...table, indicator: { ...table.indicator, id } });

/** Toys of every province in two years, and of one in a third; dolls of the nation; kites of the world. */
const tables = [
  toyTable([...everywhere('2001'), ...everywhere('2002'), toyObservation(1, { period: '2003' })]),
  named('dolls', toyTable([toyObservation(1, { regionId: '100000' })], { expected: 'nation' })),
  named('tops', toyTable([toyObservation(2, { regionId: '100000' })], { expected: 'nation' })),
  named('kites', toyTable([toyObservation(3, { regionId: 'TOY' })], { expected: 'countries' })),
  named('yoyos', toyTable([toyObservation(4)])),
];
const claim: Claim = {
  id: 'many-toys', theme: 'base', label: { zh: '玩具', en: 'Toys' }, value: '7', precision: 'exact', unit: { zh: '个', en: 'toys' }, period: '2001', speaker: '玩家 / a player', forum: 'fuzhou',
  paraphrase: { zh: '有七个', en: 'Seven' }, verdict: 'notFound', verdictSources: [], indicators: [],
};

const read = (json: unknown) => readPlaylist({ file: 'data/playlists/toys.json', text: JSON.stringify(json), tables, regions: toyRegions, claims: [claim] });
const good = { id: 'toys', order: 1, name: { zh: '玩具', en: 'Toys' }, seconds: 20 };
const withScenes = (...scenes: readonly unknown[]) => read({ ...good, scenes });
/** What is wrong, where, and what was found. */
const told = (reading: ReturnType<typeof read>) => reading.issues.map(({ code, field, found }) => [code, field, found]);

test('a playlist is read as it is written', () => {
  const scenes = [
    { id: 'map', kind: 'map', indicator: 'toys' },
    { id: 'race', kind: 'ranking', indicator: 'toys', periods: ['2001', '2002'], seconds: 30 },
    { id: 'two', kind: 'trend', indicators: ['dolls', 'tops'], headline: { zh: '娃娃多了', en: 'More dolls' } },
    { id: 'networks', kind: 'coverage' },
    { id: 'one', kind: 'region', region: '110000', indicators: ['toys'] },
    { id: 'corps', kind: 'region', region: '660000', indicators: ['toys', 'yoyos'] },
    { id: 'told', kind: 'story', story: 'fewer-doors' },
    { id: 'said', kind: 'claim', claim: 'many-toys' },
    { id: 'systems', kind: 'systems' },
    { id: 'world', kind: 'world', indicator: 'kites' },
  ];
  expect(withScenes(...scenes)).toEqual({ playlist: { ...good, scenes }, issues: [] });
});

test('what is no JSON, and what is no object, is told', () => {
  const reading = readPlaylist({ file: 'data/playlists/toys.json', text: '{', tables, regions: toyRegions, claims: [] });
  expect(reading.playlist).toBeNull();
  expect(reading.issues.map(({ code }) => code)).toEqual(['badJson']);
  expect(told(read([]))).toEqual([['wrongType', undefined, '[]']]);
});

test('all that is wrong with the playlist itself is told at once', () => {
  const reading = read({ id: 'dolls', order: 1.5, name: { zh: '玩具' }, seconds: 5, scenes: [], colour: 'red' });
  expect(reading.playlist).toBeNull();
  expect(told(reading)).toEqual([
    ['unknownField', 'colour', 'colour'],
    ['idNotFileName', 'id', 'dolls'],
    ['notAnInteger', 'order', '1.5'],
    ['missingLanguage', 'name', '{"zh":"玩具"}'],
    ['outsideRange', 'seconds', '5'],
    ['emptyList', 'scenes', '[]'],
  ]);
});

test('a playlist without its list of scenes is told of that', () => {
  expect(told(read(good))).toContainEqual(['missingField', 'scenes', undefined]);
});

test.each([
  { says: 'an unknown kind', scene: { kind: 'film' }, issue: ['unknownWord', 'scenes[0].kind', 'film'] },
  { says: 'no kind', scene: {}, issue: ['missingField', 'scenes[0].kind', undefined] },
  { says: 'an id with a capital', scene: { id: 'A', kind: 'coverage' }, issue: ['badId', 'scenes[0].id', 'A'] },
  { says: 'a field of another kind', scene: { kind: 'coverage', indicator: 'toys' }, issue: ['unknownField', 'scenes[0].indicator', 'indicator'] },
  { says: 'a field of no kind', scene: { kind: 'coverage', colour: 'red' }, issue: ['unknownField', 'scenes[0].colour', 'colour'] },
  { says: 'too short a time', scene: { kind: 'coverage', seconds: 7 }, issue: ['outsideRange', 'scenes[0].seconds', '7'] },
  { says: 'too long a time', scene: { kind: 'coverage', seconds: 121 }, issue: ['outsideRange', 'scenes[0].seconds', '121'] },
  { says: 'a digit in the Chinese words', scene: { kind: 'coverage', headline: { zh: '7张网', en: 'Nets' } }, issue: ['digitInWords', 'scenes[0].headline', '7张网 / Nets'] },
  { says: 'a digit of full width', scene: { kind: 'coverage', headline: { zh: '７张网', en: 'Nets' } }, issue: ['digitInWords', 'scenes[0].headline', '７张网 / Nets'] },
  { says: 'a digit in the English words', scene: { kind: 'coverage', headline: { zh: '网', en: '7 nets' } }, issue: ['digitInWords', 'scenes[0].headline', '网 / 7 nets'] },
  { says: 'words in one language', scene: { kind: 'coverage', headline: { en: 'Nets' } }, issue: ['missingLanguage', 'scenes[0].headline', '{"en":"Nets"}'] },
  { says: 'an unknown indicator', scene: { kind: 'map', indicator: 'balls' }, issue: ['unknownIndicator', 'scenes[0].indicator', 'balls'] },
  { says: 'no indicator', scene: { kind: 'map' }, issue: ['missingField', 'scenes[0].indicator', undefined] },
  { says: 'a national indicator on a map', scene: { kind: 'map', indicator: 'dolls' }, issue: ['otherIndicator', 'scenes[0].indicator', 'dolls'] },
  { says: 'an indicator that no period can be drawn of', scene: { kind: 'map', indicator: 'yoyos' }, issue: ['unknownPeriod', 'scenes[0].indicator', 'yoyos'] },
  { says: 'a period without figures', scene: { kind: 'map', indicator: 'toys', periods: ['2001', '1999'] }, issue: ['unknownPeriod', 'scenes[0].periods[1]', '1999'] },
  { says: 'a period with too few figures', scene: { kind: 'ranking', indicator: 'toys', periods: ['2003'] }, issue: ['unknownPeriod', 'scenes[0].periods[0]', '2003'] },
  { says: 'a period twice', scene: { kind: 'map', indicator: 'toys', periods: ['2001', '2001'] }, issue: ['duplicateId', 'scenes[0].periods[1]', '2001'] },
  { says: 'no periods', scene: { kind: 'map', indicator: 'toys', periods: [] }, issue: ['emptyList', 'scenes[0].periods', '[]'] },
  { says: 'three series', scene: { kind: 'trend', indicators: ['dolls', 'tops', 'dolls'] }, issue: ['tooMany', 'scenes[0].indicators', '["dolls","tops","dolls"]'] },
  { says: 'no series', scene: { kind: 'trend', indicators: [] }, issue: ['emptyList', 'scenes[0].indicators', '[]'] },
  { says: 'one series twice', scene: { kind: 'trend', indicators: ['dolls', 'dolls'] }, issue: ['duplicateId', 'scenes[0].indicators[1]', 'dolls'] },
  { says: 'provinces as a trend', scene: { kind: 'trend', indicators: ['dolls', 'toys'] }, issue: ['otherIndicator', 'scenes[0].indicators[1]', 'toys'] },
  { says: 'an unknown region', scene: { kind: 'region', region: '999999', indicators: ['toys'] }, issue: ['unknownRegion', 'scenes[0].region', '999999'] },
  { says: 'a country as a region', scene: { kind: 'region', region: 'TOY', indicators: ['toys'] }, issue: ['unknownRegion', 'scenes[0].region', 'TOY'] },
  { says: 'five indicators of a region', scene: { kind: 'region', region: '110000', indicators: ['toys', 'yoyos', 'a', 'b', 'c'] }, issue: ['tooMany', 'scenes[0].indicators', '["toys","yoyos","a","b","c"]'] },
  { says: 'an unknown finding', scene: { kind: 'story', story: 'lost-toys' }, issue: ['unknownStory', 'scenes[0].story', 'lost-toys'] },
  { says: 'an unknown claim', scene: { kind: 'claim', claim: 'few-toys' }, issue: ['unknownClaim', 'scenes[0].claim', 'few-toys'] },
  { says: 'provinces among countries', scene: { kind: 'world', indicator: 'toys' }, issue: ['otherIndicator', 'scenes[0].indicator', 'toys'] },
])('$says is refused', ({ scene, issue }) => {
  const reading = withScenes({ id: 'one', ...scene });
  expect(reading.playlist).toBeNull();
  expect(told(reading)).toContainEqual(issue);
});

test.each([
  { says: 'an empty list', playlist: { ...good, scenes: [] } },
  { says: 'a time that is too short', playlist: { ...good, seconds: 7, scenes: [{ id: 'a', kind: 'coverage' }] } },
  { says: 'a headline with a digit', playlist: { ...good, scenes: [{ id: 'a', kind: 'coverage', headline: { zh: '三张网', en: '3 nets' } }] } },
  { says: 'a map without its indicator', playlist: { ...good, scenes: [{ id: 'a', kind: 'map' }] } },
  { says: 'three series', playlist: { ...good, scenes: [{ id: 'a', kind: 'trend', indicators: ['dolls', 'tops', 'balls'] }] } },
  { says: 'a kind that is none', playlist: { ...good, scenes: [{ id: 'a', kind: 'film' }] } },
])('the schema, which editors read, refuses $says too', ({ playlist }) => {
  const file = 'playlists/toys.json';
  const texts = new Map([[file, JSON.stringify({ $schema: '../schema/playlist.schema.json', ...playlist })], ['schema/playlist.schema.json', fs.readFileSync('data/schema/playlist.schema.json', 'utf8')]]);
  expect(applySchemas(texts, (name) => name).map(({ code }) => code)).toContain('schema');
});

test('two scenes of one name are told', () => {
  expect(told(withScenes({ id: 'one', kind: 'coverage' }, { id: 'one', kind: 'systems' }))).toEqual([['duplicateId', 'scenes[1].id', 'one']]);
});

test('playlists stand in their order; of the same order by their names', () => {
  const of = (id: string, order: number) => ({ id, order, name: { zh: '', en: '' }, seconds: 20, scenes: [] });
  expect(inPlaylistOrder([of('c', 1), of('b', 2), of('a', 2)]).map(({ id }) => id)).toEqual(['c', 'a', 'b']);
});

test('the findings that a playlist may name are those that the site tells', () => {
  expect(STORIES.map(({ id }) => id)).toEqual(STORY_IDS);
});
