import fs from 'node:fs';
import path from 'node:path';
import { dataTexts } from './dataTexts.ts';
import type { Sayable } from './languageFile.ts';
import { messagesOf, type Message } from './messages.ts';

/** Where the site's words are, from the root of the repository. */
export const WORDS_FOLDER = 'src/i18n';
const MODULE = /^(\w+)\.en\.ts$/;

/** “matrix” of “…/src/i18n/matrix.en.ts”; null: not a module of words of the second language. */
export function moduleOf(file: string): string | null {
  const parts = file.split('?')[0]?.split(path.sep).join('/').split('/') ?? [];
  const name = parts.pop() ?? '';
  return parts.slice(-2).join('/') === WORDS_FOLDER ? (MODULE.exec(name)?.[1] ?? null) : null;
}

/** Every text that the site itself says, by module, in the order of the modules' names. */
export function siteMessages(root: string): ReadonlyMap<string, readonly Message[]> {
  const folder = path.join(root, WORDS_FOLDER);
  const names = fs.readdirSync(folder).flatMap((file) => MODULE.exec(file)?.[1] ?? []).sort();
  return new Map(names.map((name) => [name, messagesOf(fs.readFileSync(path.join(folder, `${name}.en.ts`), 'utf8'))]));
}

/** All that a language can say of this site and these data. */
export function sayableOf(root: string, dataDir: string): Sayable {
  const files = fs.readdirSync(dataDir, { recursive: true, encoding: 'utf8' }).map((file) => file.split(path.sep).join('/')).filter((file) => /\.(?:csv|json)$/.test(file)).sort();
  return {
    words: new Map([...siteMessages(root)].map(([module, messages]) => [module, messages.map(({ text }) => text)])),
    data: dataTexts(new Map(files.map((file) => [file, fs.readFileSync(path.join(dataDir, file), 'utf8')]))),
  };
}
