import type { Atlas, PublishedFile } from '../model/atlas.ts';
import { mayHandOn } from '../pages/lookup.ts';

/** What a publisher lets us show and cite but not hand on stands on its page and in no file of the site. */
export function publishedFiles(atlas: Atlas): readonly PublishedFile[] {
  const kept = new Set([...atlas.tables, ...atlas.earlier].filter((table) => !mayHandOn(atlas, table)).map(({ file }) => file));
  return atlas.files.filter((file) => !kept.has(file.path));
}

/** data/manifest.json: every file with its hash. */
export const manifestText = (atlas: Atlas): string => `${JSON.stringify({ files: publishedFiles(atlas) }, null, 1)}\n`;
