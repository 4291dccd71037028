import { expect, test } from 'vitest';
import type { Atlas } from '../../src/model/atlas.ts';
import { releaseOf } from '../../src/prerender/release.ts';
import { readAtlas } from '../../src/prerender/readAtlas.ts';

const { atlas } = readAtlas('data');

/** The same data with one file of it changed. */
const withChanged = (file: string): Atlas => {
  if (!atlas.files.some(({ path }) => path === file)) throw new Error(`data/ has no ${file}`);
  return { ...atlas, files: atlas.files.map((one) => (one.path === file ? { ...one, sha256: '0'.repeat(64) } : one)) };
};

test('a release is named by the day on which the latest data were read, and by what they hold', () => {
  const { id, date, hash } = releaseOf(atlas);
  expect(id).toBe(`${date}-${hash}`);
  expect(atlas.datasets.map(({ retrieved }) => retrieved)).toContain(date);
  expect(hash).toMatch(/^[\da-f]{8}$/);
});

test.each(['national-market/egov-market-size.csv', 'indicators/internet-penetration.json', 'regions/provinces.topo.json', 'claims/claims.csv'])('another %s is another release', (file) => {
  const found = atlas.files.find(({ path }) => path.endsWith(file.split('/').at(-1) ?? ''))?.path ?? file;
  expect(releaseOf(withChanged(found)).id).not.toBe(releaseOf(atlas).id);
});

test.each(['README.md', 'schema/indicator.schema.json', 'playlists/overview.json', 'groups/yangtze-delta.json', 'explained/domain-names-by-province.json'])('another %s is the same release', (file) => {
  expect(releaseOf(withChanged(file)).id).toBe(releaseOf(atlas).id);
});

test('where the site stands changes no figure; a copy that tells groups tells other things', () => {
  expect(releaseOf({ ...atlas, site: { ...atlas.site, address: 'https://atlas.example/' } }).id).toBe(releaseOf(atlas).id);
  expect(releaseOf({ ...atlas, site: { ...atlas.site, standings: 'groups' } }).id).not.toBe(releaseOf(atlas).id);
});
