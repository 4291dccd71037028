import { isJsonObject, type Json, type JsonObject } from '../check/editionFiles.ts';
import { decode } from '../ingest/decode.ts';
import { findDelimiter, readText } from '../intake/readText.ts';
import type { Delimiter } from '../intake/model.ts';
import type { Bench } from './bench.ts';
import type { Grid, ImportFile } from './model.ts';

export interface PackageField {
  readonly name: string;
  readonly title: string;
  readonly type: string;
  readonly unit: string;
  readonly decimal: string;
  readonly group: string;
}

/** A table of the package, with what its description says of it. */
export interface ReadResource {
  readonly json: JsonObject;
  readonly grid: Grid;
  readonly fields: readonly PackageField[];
  /** Texts that stand for “no figure”. */
  readonly missing: readonly string[];
  readonly defaults: Readonly<Record<string, string>>;
}

const DELIMITERS: Readonly<Record<string, Delimiter>> = { ',': 'comma', '\t': 'tab', ';': 'semicolon', '|': 'bar' };
const textIn = (json: JsonObject, key: string): string => { const value = json[key]; return typeof value === 'string' ? value : ''; };
const objectIn = (json: JsonObject, key: string): JsonObject => { const value = json[key]; return isJsonObject(value) ? value : {}; };

/** Version 2 may write an object for each, with its label. */
const missingOf = (value: Json | undefined): readonly string[] => (Array.isArray(value) ? value.flatMap((one) => (typeof one === 'string' ? [one] : isJsonObject(one) ? [textIn(one, 'value')] : [])) : ['']);

const fieldOf = (json: JsonObject): PackageField => ({ name: textIn(json, 'name'), title: textIn(json, 'title'), type: textIn(json, 'type'), unit: textIn(json, 'unit'), decimal: textIn(json, 'decimalChar') || '.', group: textIn(json, 'groupChar') });

/** The path as it stands in the folder or the archive; null where it leads elsewhere. */
function pathIn(work: Bench, path: string, folder: string, described: string): string | null {
  if (/^[a-z]+:\/\//i.test(path)) work.fault({ kind: 'remotePath', args: { path }, file: described, spot: null });
  else if (path.startsWith('/') || path.split('/').includes('..')) work.fault({ kind: 'outsidePath', args: { path }, file: described, spot: null });
  else return folder + path.replace(/^\.\//, '');
  return null;
}

/** The files of one resource, each with the names of its columns in its first row; what is no table is written down. */
export function readPackageGrid(work: Bench, json: JsonObject, whole: JsonObject, folder: string, files: readonly ImportFile[]): readonly ReadResource[] {
  const described = `${folder}datapackage.json`;
  const name = textIn(json, 'name');
  const paths = typeof json['path'] === 'string' ? [json['path']] : Array.isArray(json['path']) ? json['path'].filter((one) => typeof one === 'string') : [];
  const isTable = paths.length > 0 && paths.every((path) => /\.(?:csv|tsv|txt)$/i.test(path));
  if (!isTable) {
    work.book.leave('resourceNotCarried', { file: described, sheet: '', kind: 'text', line: 0, column: -1, head: name }, paths.join(', '), name);
    return [];
  }
  const schema = objectIn(json, 'schema');
  const list = schema['fields'];
  const fields = Array.isArray(list) ? list.filter(isJsonObject).map(fieldOf) : [];
  const dialect = { ...objectIn(whole, 'dialect'), ...objectIn(json, 'dialect') };
  const defaults = Object.fromEntries(Object.entries(objectIn(json, 'defaults')).flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : [])));
  return paths.flatMap((path): readonly ReadResource[] => {
    const at = pathIn(work, path, folder, described);
    if (at === null) return [];
    const file = files.find((one) => one.name === at);
    if (!file) {
      work.fault({ kind: 'noFile', args: { file: at }, file: described, spot: null });
      return [];
    }
    const asked = textIn(json, 'encoding').toLowerCase();
    const text = /^gb/.test(asked) ? new TextDecoder('gb18030').decode(file.bytes) : decode(file.bytes).text;
    const { sheet, faults } = readText(text, at, DELIMITERS[textIn(dialect, 'delimiter')] ?? findDelimiter(text));
    for (const fault of faults) if (fault.kind === 'badCharacter' || fault.kind === 'badQuote') work.fault({ kind: fault.kind, args: null, file: at, spot: { file: at, sheet: '', kind: 'text', head: '', line: fault.spot?.line ?? 1, column: 0 } });
    const rows = sheet.rows.map(({ line, cells }) => ({ line, cells: cells.map((cell) => cell.text) }));
    // Without a row of names, the schema has them.
    const named = dialect['header'] === false ? [{ line: 0, cells: fields.map((field) => field.name) }, ...rows] : rows;
    if (named.length === 0) {
      work.fault({ kind: 'emptyFile', args: null, file: at, spot: null });
      return [];
    }
    return [{ json, grid: { file: at, sheet: '', kind: 'text', rows: named }, fields, missing: missingOf(schema['missingValues'] ?? objectIn(whole, 'schema')['missingValues']), defaults }];
  });
}
