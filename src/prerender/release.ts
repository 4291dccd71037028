import { createHash } from 'node:crypto';
import type { Atlas } from '../model/atlas.ts';
import type { Release } from '../model/release.ts';
import { publishedFiles } from './published.ts';

/** Guides, schemas, words for search, playlists, groups of regions, languages and where the site stands hold no figure: a new word there is no new release. */
const HOLDS_NO_FIGURE = /(?:^|\/)README\.md$|^(?:schema|search|playlists|groups|languages|explained)\/|^site\.json$/;

/** What decides the name of a release. */
const releaseText = (atlas: Atlas): string => JSON.stringify({ standings: atlas.site.standings, files: publishedFiles(atlas).filter(({ path }) => !HOLDS_NO_FIGURE.test(path)) });

const known = new WeakMap<Atlas, Release>();

/** The state of the data: two prints with the same hash show the same figures. */
export function releaseOf(atlas: Atlas): Release {
  const cached = known.get(atlas);
  if (cached) return cached;
  const hash = createHash('sha256').update(releaseText(atlas)).digest('hex').slice(0, 8);
  const date = atlas.datasets.map(({ retrieved }) => retrieved).sort().at(-1) ?? '';
  const release = { id: `${date}-${hash}`, date, hash };
  known.set(atlas, release);
  return release;
}
