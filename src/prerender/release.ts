import { createHash } from 'node:crypto';
import type { Atlas, PublishedFile } from '../model/atlas.ts';
import type { Release } from '../model/release.ts';
import { mayHandOn } from '../pages/lookup.ts';

/** What a publisher lets us show and cite but not hand on stands on its page and in no file of the site. */
export function publishedFiles(atlas: Atlas): readonly PublishedFile[] {
  const kept = new Set(atlas.tables.filter((table) => !mayHandOn(atlas, table)).map(({ file }) => file));
  return atlas.files.filter((file) => !kept.has(file.path));
}

/** data/manifest.json: every file with its hash. */
export const manifestText = (atlas: Atlas): string => `${JSON.stringify({ files: publishedFiles(atlas) }, null, 1)}\n`;

/** Guides, schemas, words for search and where the site stands hold no figure: a new word there is no new release. */
const HOLDS_NO_FIGURE = /(?:^|\/)README\.md$|^(?:schema|search)\/|^site\.json$/;

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
