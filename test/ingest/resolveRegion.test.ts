import { expect, test } from 'vitest';
import { regionIndex, resolveRegion } from '../../src/ingest/resolveRegion.ts';
import { toyAliases, toyRegions } from '../support/toys.ts';

const index = regionIndex(toyRegions, toyAliases);

test.each([
  { says: 'an id', spelling: '110000', regionId: '110000' },
  { says: 'a full name', spelling: '玩具1省', regionId: '110000' },
  { says: 'a short name', spelling: '玩具1', regionId: '110000' },
  { says: 'an English name in any case', spelling: 'republic of BLOCKS', regionId: 'TOY' },
  { says: 'spaces, accents and punctuation aside', spelling: ' Répúblic  of-Blocks. ', regionId: 'TOY' },
  { says: 'full-width letters', spelling: 'ＴＯＹ', regionId: 'TOY' },
  { says: 'a customary spelling', spelling: '积木', regionId: 'TOY' },
])('$says means its region', ({ spelling, regionId }) => {
  expect(resolveRegion(spelling, index)).toEqual({ kind: 'found', regionId });
});

test('a spelling of two regions is ambiguous and names both', () => {
  expect(resolveRegion('玩家', index)).toEqual({ kind: 'ambiguous', candidates: ['DOL', 'TOY'] });
});

test('an id means itself even where it is another region’s code', () => {
  const regions = toyRegions.map((region) => (region.id === '100000' ? { ...region, iso3: 'TOY' } : region));
  expect(resolveRegion('TOY', regionIndex(regions, []))).toEqual({ kind: 'found', regionId: 'TOY' });
});

test.each(['', ' ', '119999', '玩具99省'])('“%s” is unknown', (spelling) => {
  expect(resolveRegion(spelling, index)).toEqual({ kind: 'unknown' });
});
