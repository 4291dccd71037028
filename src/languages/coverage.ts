import type { Sayable } from './languageFile.ts';
import type { Language } from './readLanguage.ts';

/** How much of the site a language says, and what it says that the site no longer has. */
export interface LanguageCoverage {
  readonly words: { readonly said: number; readonly of: number };
  readonly data: { readonly said: number; readonly of: number };
  /** “matrix: Reset”: a text that has changed since, or was removed. */
  readonly unused: readonly string[];
}

export function languageCoverage({ words, data }: Pick<Language, 'words' | 'data'>, sayable: Sayable): LanguageCoverage {
  const known = [...sayable.words].flatMap(([module, texts]) => texts.map((text) => ({ module, text })));
  const unusedWords = [...words].flatMap(([module, said]) => [...said.keys()].filter((text) => sayable.words.get(module)?.includes(text) !== true).map((text) => `${module}: ${text}`));
  return {
    words: { said: known.filter(({ module, text }) => words.get(module)?.has(text)).length, of: known.length },
    data: { said: sayable.data.filter((text) => data.has(text)).length, of: sayable.data.length },
    unused: [...unusedWords, ...[...data.keys()].filter((text) => !sayable.data.includes(text)).map((text) => `data: ${text}`)],
  };
}
