import path from 'node:path';
import type { Plugin } from 'vite';
import { translateModule } from './messages.ts';
import type { Language } from './readLanguage.ts';
import { moduleOf, WORDS_FOLDER } from './siteMessages.ts';

/**
 * Puts a third language in the place of the second: its tag and name, its words over the English ones, its texts of the data.
 * What it doesn't say stays English.
 */
export function languagePlugin({ tag, name, words, data }: Language): Plugin {
  const isWord = (id: string, file: string): boolean => id.split('?')[0]?.split(path.sep).join('/').endsWith(`/${WORDS_FOLDER}/${file}`) ?? false;
  return {
    name: `language-${tag}`,
    enforce: 'pre',
    load(id) {
      if (isWord(id, 'second.ts')) return `export const SECOND = ${JSON.stringify({ tag, name })};`;
      if (isWord(id, 'translated.ts')) return `const SAID = new Map(${JSON.stringify([...data])});\nexport const translated = (text) => SAID.get(text) ?? text;`;
      return null;
    },
    transform(code, id) {
      const module = moduleOf(id);
      const said = module === null ? undefined : words.get(module);
      return said === undefined ? null : { code: translateModule(code, ({ text }) => said.get(text)), map: null };
    },
  };
}
