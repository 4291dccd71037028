import fs from 'node:fs';
import path from 'node:path';
import type { Issue } from '../ingest/issue.ts';
import { readLanguage, type Language } from './readLanguage.ts';

/** Below `data/`. */
export const LANGUAGES_FOLDER = 'languages';

/** The languages of `data/languages/`, in the order of their tags; one with an issue is left out. */
export function readLanguages(dataDir: string): { readonly languages: readonly Language[]; readonly issues: readonly Issue[] } {
  const folder = path.join(dataDir, LANGUAGES_FOLDER);
  const files = fs.existsSync(folder) ? fs.readdirSync(folder).filter((file) => file.endsWith('.json')).sort() : [];
  const read = files.map((file) => readLanguage({ file: `data/${LANGUAGES_FOLDER}/${file}`, text: fs.readFileSync(path.join(folder, file), 'utf8') }));
  return { languages: read.flatMap(({ language }) => language ?? []), issues: read.flatMap(({ issues }) => issues) };
}
