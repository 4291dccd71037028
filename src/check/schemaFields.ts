import type { Lang } from '../model/text.ts';

/** What a form asks for one value of a JSON file. */
export type FieldKind =
  | { readonly kind: 'text'; readonly pattern: string | null; readonly isLong: boolean }
  | { readonly kind: 'number'; readonly isInteger: boolean; readonly min: number | null; readonly max: number | null }
  | { readonly kind: 'yesNo' }
  /** `null` among the options is “none”. */
  | { readonly kind: 'choice'; readonly options: readonly (string | null)[] }
  | { readonly kind: 'group'; readonly fields: readonly FormField[] }
  | { readonly kind: 'list'; readonly item: FormField; readonly least: number };

/** One field of a form, in the reader's language. */
export interface FormField {
  /** Its key in the JSON; empty for an item of a list. */
  readonly name: string;
  readonly label: string;
  /** What is expected, in a sentence; empty when the schema says none. */
  readonly help: string;
  readonly isRequired: boolean;
  readonly of: FieldKind;
}

type Schema = Readonly<Record<string, unknown>>;

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null && !Array.isArray(value);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null);
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Names that a form must not ask for: the schema's own address, and what a program fills in. */
const NOT_ASKED: readonly string[] = ['$schema'];

/** A `$ref` of the same file, with what stands beside it (title, description). Throws on one that isn't there: a mistake of ours. */
function resolved(schema: Schema, root: Schema): Schema {
  const ref = textOf(schema['$ref']);
  if (ref === '') return schema;
  const target = ref
    .replace(/^#\//, '')
    .split('/')
    .reduce<unknown>((at, part) => (isSchema(at) ? at[part] : undefined), root);
  if (!isSchema(target)) throw new Error(`the schema has no “${ref}”`);
  return { ...resolved(target, root), ...Object.fromEntries(Object.entries(schema).filter(([key]) => key !== '$ref')) };
}

/** The half of “中文。/ English.” in the reader's language; what has one half is for both. */
function said(value: unknown, lang: Lang): string {
  const whole = textOf(value).trim();
  const [, zh = whole, en = whole] = /^(.*[\u4e00-\u9fff].*?)\s?\/\s([^\u4e00-\u9fff]*)$/s.exec(whole) ?? [];
  return (lang === 'zh' ? zh : en).trim();
}

function kindOf(schema: Schema, root: Schema, lang: Lang): FieldKind {
  const options = schema['enum'];
  if (Array.isArray(options)) return { kind: 'choice', options: options.flatMap((one) => (typeof one === 'string' || one === null ? [one] : [])) };
  const type = schema['type'];
  if (type === 'boolean') return { kind: 'yesNo' };
  if (type === 'number' || type === 'integer') return { kind: 'number', isInteger: type === 'integer', min: numberOf(schema['minimum']), max: numberOf(schema['maximum']) };
  if (type === 'array') {
    const item = isSchema(schema['items']) ? schema['items'] : {};
    return { kind: 'list', item: fieldOf('', item, true, root, lang), least: numberOf(schema['minItems']) ?? 0 };
  }
  if (type === 'object' || isSchema(schema['properties'])) return { kind: 'group', fields: fieldsIn(schema, root, lang) };
  return { kind: 'text', pattern: textOf(schema['pattern']) || null, isLong: false };
}

function fieldOf(name: string, schema: Schema, isRequired: boolean, root: Schema, lang: Lang): FormField {
  const whole = resolved(schema, root);
  const [title, description] = [said(whole['title'], lang), said(whole['description'], lang)];
  // A short description of a nameless field is its name: “最小值 / lowest”.
  const label = title || (description !== '' && description.length <= 24 && !/[。.]$/u.test(description) ? description : name);
  return { name, label, help: label.toLowerCase() === description.toLowerCase() ? '' : description, isRequired, of: kindOf(whole, root, lang) };
}

function fieldsIn(schema: Schema, root: Schema, lang: Lang): readonly FormField[] {
  const properties = isSchema(schema['properties']) ? schema['properties'] : {};
  const required = listOf(schema['required']);
  return Object.entries(properties).flatMap(([name, one]) => {
    if (NOT_ASKED.includes(name) || !isSchema(one) || 'const' in one) return [];
    return [fieldOf(name, one, required.includes(name), root, lang)];
  });
}

/**
 * What a form asks to fill a JSON file of the kind that a JSON Schema (draft-07, as in `data/schema/`) describes. Titles and
 * descriptions there are written “中文 / English”.
 *
 * @param left Names on the first level that are filled in by other means.
 */
export function schemaFields(schema: unknown, lang: Lang, left: readonly string[] = []): readonly FormField[] {
  return isSchema(schema) ? fieldsIn(schema, schema, lang).filter(({ name }) => !left.includes(name)) : [];
}
