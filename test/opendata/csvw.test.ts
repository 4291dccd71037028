import { Readable } from 'node:stream';
import jsonld from 'jsonld';
import { Parser, Store } from 'n3';
import CsvwParser from 'rdf-parser-csvw';
import { expect, test } from 'vitest';
import { tableRows } from '../support/publishedTable.ts';
import { files, published, textOf } from './publishedData.ts';

// The description beside each table, read by the CSV on the Web reader that others use.

const CSVW = 'http://www.w3.org/ns/csvw#';
/** What http://www.w3.org/ns/csvw says of the words that we write; a test asks nobody for it. */
const CONTEXT = {
  '@context': {
    csvw: CSVW, dc: 'http://purl.org/dc/terms/', rdfs: 'http://www.w3.org/2000/01/rdf-schema#', schema: 'http://schema.org/', xsd: 'http://www.w3.org/2001/XMLSchema#',
    url: { '@id': 'csvw:url', '@type': '@id' }, dialect: 'csvw:dialect', encoding: 'csvw:encoding', header: 'csvw:header', lineTerminators: 'csvw:lineTerminators', tableSchema: 'csvw:tableSchema',
    columns: { '@id': 'csvw:column', '@container': '@list' }, name: 'csvw:name', titles: 'csvw:title', required: 'csvw:required', default: 'csvw:default', virtual: 'csvw:virtual', primaryKey: 'csvw:primaryKey',
    datatype: { '@id': 'csvw:datatype', '@type': '@vocab' }, base: 'csvw:base', format: 'csvw:format', minimum: 'csvw:minimum', maximum: 'csvw:maximum',
    string: 'xsd:string', decimal: 'xsd:decimal', integer: 'xsd:integer', boolean: 'xsd:boolean', gYear: 'xsd:gYear', gYearMonth: 'xsd:gYearMonth', date: 'xsd:date',
  },
};
const documentLoader = (address: string) => (address === 'http://www.w3.org/ns/csvw' ? Promise.resolve({ document: CONTEXT, documentUrl: address, contextUrl: null }) : Promise.reject(new Error(`asks for ${address}`)));

interface Column { readonly name: string; readonly titles?: string; readonly virtual?: boolean; readonly default?: string; readonly datatype: string | { readonly base: string; readonly format?: string } }
interface Metadata { readonly url: string; readonly tableSchema: { readonly columns: readonly Column[]; readonly primaryKey?: string | readonly string[] } }

const described = [...files.keys()].filter((path) => path.endsWith('-metadata.json'));
const tableOf = (path: string): string => path.replace(/^data\//, '').replace(/-metadata\.json$/, '');
const metadataOf = (path: string): Metadata => JSON.parse(textOf(path));

/** Properties that the standard knows for each kind; a name with a prefix is one of another vocabulary. */
const KNOWN = {
  table: ['@context', 'url', 'dialect', 'tableSchema'],
  schema: ['columns', 'primaryKey'],
  column: ['name', 'titles', 'datatype', 'required', 'default', 'virtual'],
};
const strange = (value: object, known: readonly string[]) => Object.keys(value).filter((key) => !known.includes(key) && !/^(?:dc|rdfs|schema):\w+$/.test(key));

test('each published table has one, of its own name, with its columns in their order, the virtual ones last', () => {
  expect(described.length).toBeGreaterThan(200);
  for (const path of described) {
    const metadata = metadataOf(path);
    const { columns } = metadata.tableSchema;
    expect(metadata.url).toBe(tableOf(path).split('/').at(-1));
    expect(columns.filter(({ virtual }) => virtual !== true).map(({ titles }) => titles).join(',')).toBe(published(tableOf(path)).split('\n')[0]);
    expect(columns.findIndex(({ virtual }) => virtual === true)).toBeOneOf([-1, columns.filter(({ virtual }) => virtual !== true).length]);
    expect(new Set(columns.map(({ name }) => name)).size).toBe(columns.length);
    expect(strange(metadata, KNOWN.table).concat(strange(metadata.tableSchema, KNOWN.schema), ...columns.map((column) => strange(column, KNOWN.column))), path).toEqual([]);
    for (const key of [metadata.tableSchema.primaryKey ?? []].flat()) expect(columns.map(({ name }) => name)).toContain(key);
  }
});

test('what a column may hold is what its cells hold', () => {
  for (const path of described) {
    const rows = tableRows(published(tableOf(path)));
    for (const { name, datatype } of metadataOf(path).tableSchema.columns) {
      const format = typeof datatype === 'object' ? datatype.format : undefined;
      const pattern = format === undefined ? { gYear: /^\d{4}$/, gYearMonth: /^\d{4}-\d\d$/, date: /^\d{4}-\d\d-\d\d$/ }[String(datatype)] : new RegExp(`^(?:${format})$`);
      if (pattern) for (const row of rows) if ((row[name] ?? '') !== '') expect(row[name], `${path} ${name}`).toMatch(pattern);
    }
  }
});

/** Every statement that the reader finds in a table, as “row column value”. */
async function statements(path: string): Promise<string[]> {
  const triples = await jsonld.toRDF(JSON.parse(textOf(path)), { base: 'http://toy.example/', format: 'application/n-quads', documentLoader });
  const reader = new CsvwParser({ metadata: new Store(new Parser({ format: 'N-Quads' }).parse(triples)), baseIRI: 'http://toy.example/' });
  const found: string[] = [];
  for await (const { predicate, object } of reader.import(Readable.from([published(tableOf(path))]))) if (!predicate.value.startsWith(CSVW) && object.termType === 'Literal') found.push(`${predicate.value.replace(/^.*#/, '')} ${object.value}`);
  return found.sort();
}

// Of the other tables the words are the same; the world's are long.
test('the reader finds every cell of a table, and in a blank what stands for it', async () => {
  const read = described.filter((path) => published(tableOf(path)).length < 20_000).filter((_, index) => index % 4 === 0);
  expect(read.length).toBeGreaterThan(40);
  for (const path of read) {
    // This reader gives a virtual column no value: the standard's default for it is not read.
    const columns = metadataOf(path).tableSchema.columns.filter(({ virtual }) => virtual !== true);
    const expected = tableRows(published(tableOf(path))).flatMap((row) => columns.flatMap(({ name, default: fallback }) => { const cell = row[name] || fallback; return cell === undefined || cell === '' ? [] : [`${name} ${cell}`]; }));
    const own = (await statements(path)).filter((one) => columns.some(({ name }) => one.startsWith(`${name} `)));
    expect(own, path).toEqual(expected.sort());
  }
});
