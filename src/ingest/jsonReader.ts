import { translated } from '../i18n/translated.ts';
import { isOneOf } from './isOneOf.ts';
import type { Issue, IssueArgs, IssueCode } from './issue.ts';
import type { JsonType } from '../model/issue.ts';
import type { Text } from '../model/text.ts';

type FieldIssue = { [Code in IssueCode]: { readonly code: Code; readonly args: IssueArgs[Code] } }[IssueCode];

/** Reads the fields of one JSON object; whatever is wrong with a field is told of, and the answer is null. */
export interface JsonReader {
  has(field: string): boolean;
  /** It is there and says null. */
  isNull(field: string): boolean;
  string(field: string): string | null;
  /** A text that may be empty. */
  label(field: string): string | null;
  number(field: string): number | null;
  boolean(field: string): boolean | null;
  word<Word extends string>(field: string, words: readonly Word[]): Word | null;
  /** { "zh": …, "en": … } */
  text(field: string): Text | null;
  /** Two fields: “title” in Chinese and “titleEn”. */
  textPair(field: string): Text | null;
  object(field: string, known?: readonly string[]): JsonReader | null;
  objects(field: string, known?: readonly string[]): readonly JsonReader[];
  numbers(field: string): readonly number[] | null;
  strings(field: string): readonly string[] | null;
  /** The names of its fields. */
  fields(): readonly string[];
  /** Its fields that are texts or numbers, as texts. */
  cells(): Readonly<Record<string, string>>;
  refuse(field: string, issue: FieldIssue): null;
}

/** “[2]” of a list, “name” of an object. */
const join = (path: string, field: string): string => (path === '' || field === '' || field.startsWith('[') ? path + field : `${path}.${field}`);

const isObject = (json: unknown): json is Readonly<Record<string, unknown>> => typeof json === 'object' && json !== null && !Array.isArray(json);

const shown = (json: unknown): string => (typeof json === 'string' ? json : (JSON.stringify(json) ?? ''));

/** A JSON text to an unknown value; null, and an issue, when it is none. */
export function parseJson(text: string, file: string, issues: Issue[]): unknown {
  try {
    const json: unknown = JSON.parse(text);
    return json;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    issues.push({ file, code: 'badJson', args: { detail: error.message } });
    return null;
  }
}

/** @param known Field names beyond which a field is an issue; absent: others are allowed. */
export function jsonReader(json: unknown, file: string, issues: Issue[], known?: readonly string[], path = ''): JsonReader | null {
  if (!isObject(json)) {
    issues.push({ file, ...(path !== '' && { field: path }), found: shown(json), code: 'wrongType', args: { expected: 'object' } });
    return null;
  }
  const refuse = (field: string, issue: FieldIssue): null => {
    issues.push({ file, field: join(path, field), ...(json[field] !== undefined && { found: shown(json[field]) }), ...issue });
    return null;
  };
  const wrong = (field: string, expected: JsonType): null =>
    json[field] === undefined ? refuse(field, { code: 'missingField', args: null }) : refuse(field, { code: 'wrongType', args: { expected } });
  for (const field of Object.keys(json)) {
    if (known && !known.includes(field)) issues.push({ file, field: join(path, field), found: field, code: 'unknownField', args: { known } });
  }
  const label = (field: string): string | null => {
    const value = json[field];
    return typeof value === 'string' ? value : wrong(field, 'text');
  };
  const string = (field: string): string | null => {
    const value = label(field);
    return value === null || value.trim() !== '' ? value : refuse(field, { code: 'missingField', args: null });
  };
  const list = (field: string): readonly unknown[] | null => {
    const value: unknown = json[field];
    return Array.isArray(value) ? value : wrong(field, 'list');
  };
  const object = (field: string, fields?: readonly string[]): JsonReader | null => {
    const value = json[field];
    return value === undefined ? wrong(field, 'object') : jsonReader(value, file, issues, fields, join(path, field));
  };
  const inBoth = (zh: unknown, en: unknown, field: string): Text | null => {
    const hasZh = typeof zh === 'string' && zh.trim() !== '';
    const hasEn = typeof en === 'string' && en.trim() !== '';
    if (hasZh && hasEn) return { zh, en: translated(en) };
    if (!hasZh && !hasEn) return refuse(field, { code: 'missingField', args: null });
    return refuse(field, { code: 'missingLanguage', args: { language: hasZh ? 'en' : 'zh' } });
  };
  return {
    has: (field) => json[field] !== undefined,
    fields: () => Object.keys(json),
    isNull: (field) => json[field] === null,
    string,
    label,
    number: (field) => {
      const value = json[field];
      return typeof value === 'number' ? value : wrong(field, 'number');
    },
    boolean: (field) => {
      const value = json[field];
      return typeof value === 'boolean' ? value : wrong(field, 'boolean');
    },
    word: (field, words) => {
      const value = string(field);
      if (value === null) return null;
      return isOneOf(words, value) ? value : refuse(field, { code: 'unknownWord', args: { known: words } });
    },
    text: (field) => {
      const value = json[field];
      if (!isObject(value)) return wrong(field, 'object');
      for (const language of Object.keys(value)) {
        if (!isOneOf(['zh', 'en'], language)) {
          issues.push({ file, field: join(path, `${field}.${language}`), found: language, code: 'unknownField', args: { known: ['zh', 'en'] } });
        }
      }
      return inBoth(value['zh'], value['en'], field);
    },
    textPair: (field) => inBoth(json[field], json[`${field}En`], field),
    object,
    objects: (field, fields) =>
      (list(field) ?? []).flatMap((entry, index) => jsonReader(entry, file, issues, fields, join(path, `${field}[${index}]`)) ?? []),
    numbers: (field) => {
      const values = list(field);
      if (values === null) return null;
      const numbers = values.filter((value) => typeof value === 'number');
      return numbers.length === values.length ? numbers : refuse(field, { code: 'wrongType', args: { expected: 'number' } });
    },
    strings: (field) => {
      const values = list(field);
      if (values === null) return null;
      const texts = values.filter((value) => typeof value === 'string');
      return texts.length === values.length ? texts : refuse(field, { code: 'wrongType', args: { expected: 'text' } });
    },
    cells: () => {
      const cells: Record<string, string> = {};
      for (const [field, value] of Object.entries(json)) {
        if (typeof value === 'string' || typeof value === 'number') cells[field] = String(value);
        else refuse(field, { code: 'wrongType', args: { expected: 'textOrNumber' } });
      }
      return cells;
    },
    refuse,
  };
}
