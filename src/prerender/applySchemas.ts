import path from 'node:path';
import { Ajv } from 'ajv';
import type { ValidateFunction } from 'ajv';
import type { Issue } from '../ingest/issue.ts';

/** The schema of a file, below `data/`: the one that its “$schema” points to, or the one for its kind. */
function schemaOf(file: string, json: unknown): string | null {
  const named = typeof json === 'object' && json !== null && '$schema' in json ? json.$schema : undefined;
  if (typeof named === 'string' && named.startsWith('.')) return path.posix.join(path.posix.dirname(file), named);
  return path.posix.basename(file) === 'datapackage.json' ? 'schema/datapackage.schema.json' : null;
}

/**
 * Checks every JSON file against its JSON Schema (draft-07) in `data/schema`. A file without a schema is passed over, and
 * one that is no JSON at all is told of by the reader of its kind.
 *
 * @param texts All files of `data/` by path.
 */
export function applySchemas(texts: ReadonlyMap<string, string>, shown: (file: string) => string): readonly Issue[] {
  const issues: Issue[] = [];
  // Formats need a package of their own; dates are checked by the readers.
  const ajv = new Ajv({ allErrors: true, strict: false, validateFormats: false });
  const validators = new Map<string, ValidateFunction>();
  const parsed = (file: string): unknown => {
    try {
      const json: unknown = JSON.parse(texts.get(file) ?? '');
      return json;
    } catch (error) {
      if (error instanceof SyntaxError) return undefined;
      throw error;
    }
  };
  for (const file of texts.keys()) {
    if (!file.endsWith('.json') || file.startsWith('schema/')) continue;
    const json = parsed(file);
    const schemaFile = json === undefined ? null : schemaOf(file, json);
    if (schemaFile === null) continue;
    if (!texts.has(schemaFile)) {
      // The data package's own profile is known by its address, so ours is optional.
      if (schemaFile !== 'schema/datapackage.schema.json') issues.push({ file: shown(file), field: '$schema', found: shown(schemaFile), code: 'missingFile', args: null });
      continue;
    }
    let validate = validators.get(schemaFile);
    if (!validate) {
      const schema = parsed(schemaFile);
      if (typeof schema !== 'object' || schema === null) {
        issues.push({ file: shown(schemaFile), code: 'badJson', args: { detail: 'JSON Schema' } });
        continue;
      }
      validate = ajv.compile(schema);
      validators.set(schemaFile, validate);
    }
    if (validate(json)) continue;
    for (const { instancePath, message, params } of validate.errors ?? []) {
      const field = instancePath.slice(1).replaceAll('/', '.');
      const named = Object.values(params).filter((value) => typeof value === 'string').join(', ');
      issues.push({
        file: shown(file),
        ...(field !== '' && { field }),
        code: 'schema',
        args: { detail: `${message ?? ''}${named === '' || message?.includes(named) ? '' : ` (${named})`}` },
      });
    }
  }
  return issues;
}
