import { isJsonObject, type JsonObject } from '../check/editionFiles.ts';

/** All that a language can say: the site's texts by module, and the texts of the data, in English. */
export interface Sayable {
  readonly words: ReadonlyMap<string, readonly string[]>;
  readonly data: readonly string[];
}

const textsIn = (json: unknown): ReadonlyMap<string, string> =>
  new Map(typeof json === 'object' && json !== null && !Array.isArray(json) ? Object.entries(json).flatMap(([english, said]): [string, string][] => (typeof said === 'string' ? [[english, said]] : [])) : []);

/** What can be said, in its order, with what is said of it; then what is said of texts that are no more. */
function filled(texts: readonly string[], said: ReadonlyMap<string, string>): JsonObject {
  const left = [...said].filter(([english, translation]) => translation !== '' && !texts.includes(english));
  return Object.fromEntries([...texts.map((english): [string, string] => [english, said.get(english) ?? '']), ...left]);
}

/**
 * The file of a language, to be filled in: each English text with its translation, or with nothing yet. Of a file that is there,
 * no translation is lost.
 */
export function languageFile({ tag, name }: { readonly tag: string; readonly name: string }, { words, data }: Sayable, standing: JsonObject | null): JsonObject {
  const before = standing?.['words'];
  const modules = isJsonObject(before) ? before : {};
  const names = [...new Set([...words.keys(), ...Object.keys(modules)])];
  return {
    $schema: '../schema/language.schema.json',
    tag,
    name,
    words: Object.fromEntries(names.map((module) => [module, filled(words.get(module) ?? [], textsIn(Object.hasOwn(modules, module) ? modules[module] : null))])),
    data: filled(data, textsIn(standing?.['data'])),
  };
}
