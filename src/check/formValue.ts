import type { Json, JsonObject } from './editionFiles.ts';
import type { FormField } from './schemaFields.ts';

/** An object with one field changed, in its place; undefined takes it out. */
export function withField(value: JsonObject, name: string, next: Json | undefined): JsonObject {
  if (next === undefined) return Object.fromEntries(Object.entries(value).filter(([key]) => key !== name));
  return { ...value, [name]: next };
}

/** What a new item of a list begins as. */
export const emptyOf = ({ of }: FormField): Json => (of.kind === 'group' ? {} : of.kind === 'list' ? [] : '');
