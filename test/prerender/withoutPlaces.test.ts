import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Atlas } from '../../src/model/atlas.ts';
import type { Observation } from '../../src/model/observation.ts';
import { SITE_FIRST } from '../../src/model/site.ts';
import { withoutPlaces } from '../../src/prerender/withoutPlaces.ts';
import { toyAbsence, toyIndicator, toyObservation, toyRegions } from '../support/toys.ts';

const ids = toyRegions.filter(({ level, group }) => level === 'province' && group !== 'hmt').map(({ id }) => id);

const atlasOf = (indicator: Parameters<typeof toyIndicator>[0], observations: readonly Observation[]): Atlas => ({
  site: SITE_FIRST,
  regions: toyRegions,
  aliases: [],
  indicators: [toyIndicator(indicator)],
  tables: [{ indicator: toyIndicator(indicator), dataset: 'toy/2001', file: 'toy/2001/toys.csv', observations }],
  datasets: [],
  resources: [],
  claims: [],
  systems: [],
  earlier: [],
  groups: [], languages: [],
  explained: [],
  synonyms: [],
  networks: [],
  connections: [],
  announcements: [],
  playlists: [],
  files: [
    { path: 'toy/2001/toys.csv', sha256: 'before', bytes: 1 },
    { path: 'toy/2001/datapackage.json', sha256: 'package', bytes: 1 },
  ],
});
const [first = '', second = ''] = ids;

test('beside figures a published rank goes, from the table and from its file, whose hash is the new one', () => {
  const text = 'region,period,value,rank,note\n110000,2001,9,1,"a, b"\n120000,2001,,2,\n';
  const { atlas, rewritten } = withoutPlaces(atlasOf({}, [toyObservation(9, { publishedRank: 1 }), toyAbsence('notGathered', { regionId: second, publishedRank: 2 })]), () => text);
  expect(atlas.tables[0]?.observations).toEqual([toyObservation(9), toyAbsence('notGathered', { regionId: second })]);
  const own = rewritten.get('toy/2001/toys.csv') ?? '';
  expect(own).toBe('region,period,value,note\n110000,2001,9,"a, b"\n120000,2001,,\n');
  expect(atlas.files[0]).toEqual({ path: 'toy/2001/toys.csv', sha256: createHash('sha256').update(own).digest('hex'), bytes: own.length });
  expect(atlas.files[1]?.sha256).toBe('package');
});

test('ranks alone of most regions become quarters, by what the list should hold, and their file is held back', () => {
  const { atlas, rewritten } = withoutPlaces(atlasOf({ publishes: 'ranks' }, ids.slice(0, 25).map((regionId, index) => toyAbsence('notPublished', { regionId, publishedRank: index + 1 }))), () => '');
  const [table] = atlas.tables;
  expect(table?.indicator.publishes).toBe('bands');
  expect(table?.observations.map(({ band }) => band).slice(0, 9)).toEqual([...Array.from({ length: 7 }, () => 'quarter-1'), 'quarter-2', 'quarter-2']);
  expect(table?.observations.some((one) => 'publishedRank' in one)).toBe(false);
  expect(table?.indicator.bands?.map(({ id }) => id)).toEqual(['quarter-4', 'quarter-3', 'quarter-2', 'quarter-1']);
  expect(atlas.files.map(({ path }) => path)).toEqual(['toy/2001/datapackage.json']);
  expect(rewritten.size).toBe(0);
});

test('of a list of the first few, only who is on it is told', () => {
  const { atlas } = withoutPlaces(atlasOf({ publishes: 'ranks' }, ids.slice(0, 10).map((regionId, index) => toyAbsence('notPublished', { regionId, publishedRank: index + 1 }))), () => '');
  expect(new Set(atlas.tables[0]?.observations.map(({ band }) => band))).toEqual(new Set(['listed']));
});

test('remarks that tell ranks are named as held back, others stay', () => {
  const notes = [
    { zh: '两年的玩具不同。', en: 'The toys of the two years differ.' },
    { zh: '甲第3位，乙第4位。', en: 'One is 3rd.' },
  ];
  const { atlas } = withoutPlaces(atlasOf({ notes }, [toyObservation(9, { regionId: first, publishedRank: 1, note: '第1名 / 1st' }), toyObservation(8, { regionId: second, publishedRank: 2, note: '木制 / wooden' })]), () => 'region,rank\n');
  const [table] = atlas.tables;
  expect(table?.indicator.notes).toHaveLength(2);
  expect(table?.indicator.notes?.[0]).toEqual(notes[0]);
  expect(table?.indicator.notes?.[1]?.zh).toContain('本站不写');
  expect(table?.observations.map(({ note }) => note)).toEqual([expect.stringContaining('本站不写'), '木制 / wooden']);
});

test('a table without ranks stays as it is', () => {
  const whole = atlasOf({ notes: [{ zh: '可比名次。', en: 'Ranks compare.' }] }, [toyObservation(9)]);
  const { atlas, rewritten } = withoutPlaces(whole, () => 'region,value\n');
  expect(atlas.tables[0]).toBe(whole.tables[0]);
  expect(rewritten.size).toBe(0);
});
