import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDataFiles } from '../../src/opendata/openDataFiles.ts';
import { readAtlas } from '../../src/prerender/readAtlas.ts';
import { releaseOf } from '../../src/prerender/release.ts';

const DATA = fileURLToPath(new URL('../../data', import.meta.url));

/** A file below `data/`. */
export const published = (file: string): string => fs.readFileSync(path.join(DATA, file), 'utf8');

export const { atlas } = readAtlas(DATA);
export const release = releaseOf(atlas);

export const files = new Map(openDataFiles({ atlas, release, text: published, releases: [], figures: [] }).map(({ path: at, content }) => [at, String(content)]));

export function textOf(file: string): string {
  const text = files.get(file);
  if (text === undefined) throw new Error(`${file} is not written`);
  return text;
}
