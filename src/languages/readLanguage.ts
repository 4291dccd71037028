import { jsonReader, parseJson, type JsonReader } from '../ingest/jsonReader.ts';
import type { Issue } from '../ingest/issue.ts';
import type { LanguageName } from '../model/language.ts';
import { placeholdersOf } from './placeholders.ts';

/** A third language: translations by the English text, those of the site's words by their module as well. */
export interface Language extends LanguageName {
  readonly words: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly data: ReadonlyMap<string, string>;
}

const FIELDS = ['$schema', 'tag', 'name', 'words', 'data'];
/** A language, its script, its region: “ko”, “zh-Hant”, “pt-BR”. It becomes a folder of the site. */
const TAG = /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/;
/** The site has these of its own. */
const OWN = ['zh', 'zh-CN', 'en'];

/** A file of `data/languages/`. An empty translation is none: English stands there. */
export function readLanguage({ file, text }: { readonly file: string; readonly text: string }): {
  /** Null when it has an issue. */
  readonly language: Language | null;
  readonly issues: readonly Issue[];
} {
  const issues: Issue[] = [];
  const json = parseJson(text, file, issues);
  const reader = issues.length > 0 ? null : jsonReader(json, file, issues, FIELDS);
  if (!reader) return { language: null, issues };
  const tag = reader.string('tag');
  const expected = /([^/]+)\.json$/.exec(file)?.[1];
  if (tag !== null && !TAG.test(tag)) reader.refuse('tag', { code: 'badLanguageTag', args: null });
  else if (tag !== null && OWN.includes(tag)) reader.refuse('tag', { code: 'duplicateId', args: null });
  else if (tag !== null && expected !== undefined && tag !== expected) reader.refuse('tag', { code: 'idNotFileName', args: { expected } });
  const name = reader.string('name');

  const translations = (of: JsonReader): ReadonlyMap<string, string> => {
    const said = new Map<string, string>();
    for (const english of of.fields()) {
      const translation = of.label(english);
      if (translation === null || translation.trim() === '') continue;
      const [wanted, given] = [placeholdersOf(english), placeholdersOf(translation)];
      const missing = wanted.filter((one) => !given.includes(one));
      const unknown = given.filter((one) => !wanted.includes(one));
      if (missing.length + unknown.length > 0) of.refuse(english, { code: 'otherPlaceholders', args: { missing, unknown } });
      else said.set(english, translation);
    }
    return said;
  };
  const inModules = reader.has('words') ? reader.object('words') : null;
  const words = new Map((inModules?.fields() ?? []).map((module) => {
    const one = inModules?.object(module);
    return [module, one ? translations(one) : new Map<string, string>()];
  }));
  const texts = reader.has('data') ? reader.object('data') : null;
  const data = texts ? translations(texts) : new Map<string, string>();
  return { language: issues.length > 0 || tag === null || name === null ? null : { tag, name, words, data }, issues };
}
