import jsonld from 'jsonld';
import { Parser, type Quad } from 'n3';
import { expect, test } from 'vitest';
import { hasPage, regionPath } from '../../src/pages/regionPath.ts';
import { jsonLd, turtle, type RdfNode } from '../../src/opendata/rdf.ts';
import { publishedFiles } from '../../src/prerender/published.ts';
import { atlas, files, textOf } from './publishedData.ts';

const BASE = 'https://toy.example/atlas/';
const DCAT = 'http://www.w3.org/ns/dcat#';
const DCT = 'http://purl.org/dc/terms/';
const TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';

const asked = (address: string) => Promise.reject(new Error(`asks for ${address}`));
/** No node is without a name, so the statements are the same if their texts are. */
const told = (all: readonly Quad[]): string => all.map(({ subject, predicate, object }) => [subject.value, predicate.value, object.termType, object.value, object.language ?? '', object.datatype?.value ?? ''].join(' ')).sort().join('\n');
const ofJson = async (text: string, base: string): Promise<string> => told(new Parser({ format: 'N-Quads' }).parse(await jsonld.toRDF(JSON.parse(text), { base, format: 'application/n-quads', documentLoader: asked })));
const ofTurtle = (text: string, base: string): string => told(new Parser({ baseIRI: base }).parse(text));

const quads: readonly Quad[] = new Parser({ baseIRI: `${BASE}catalog.ttl` }).parse(textOf('catalog.ttl'));
const bySubject = new Map<string, Quad[]>();
for (const quad of quads) bySubject.set(quad.subject.value, [...(bySubject.get(quad.subject.value) ?? []), quad]);
const valuesOf = (subject: string, predicate: string) => (bySubject.get(subject) ?? []).filter((quad) => quad.predicate.value === predicate).map(({ object }) => object.value);
const allOf = (type: string) => [...bySubject.keys()].filter((subject) => valuesOf(subject, TYPE).includes(DCAT + type));
const datasetOf = (id: string): string => `${BASE}catalog.jsonld#table/${id}`;

test('JSON-LD and Turtle say the same, and neither asks for anything', async () => {
  const statements = await ofJson(textOf('catalog.jsonld'), `${BASE}catalog.jsonld`);
  expect(ofTurtle(textOf('catalog.ttl'), `${BASE}catalog.ttl`) === statements).toBe(true);
  expect(statements).not.toContain('BlankNode');
  expect(statements.split('\n').length).toBeGreaterThan(10_000);
});

test('signs that mean something in Turtle are kept', async () => {
  const nodes: readonly RdfNode[] = [{ iri: 'a#1', types: ['dcat:Dataset'], says: [['dct:title', { text: '“a” \\ "b"\nc\td', lang: 'zh' }], ['dct:source', { iri: 'https://toy.example/a b?q={x}' }], ['dct:issued', { text: '2001', type: 'xsd:gYear' }]] }];
  for (const address of [null, BASE]) {
    const statements = ofTurtle(turtle(nodes, { address }), `${BASE}catalog.ttl`);
    expect(statements).toContain('Literal “a” \\ "b"\nc\td zh');
    expect(statements).toContain('https://toy.example/atlas/a#1 http://purl.org/dc/terms/source NamedNode https://toy.example/a%20b?q=%7Bx%7D');
    expect(await ofJson(jsonLd(nodes, { address }), `${BASE}catalog.jsonld`)).toBe(statements);
  }
});

// What DCAT-AP 3.0 makes obligatory, and what it recommends that we know.
test.each([
  ['Catalog', ['title', 'description', 'publisher'], ['dataset']],
  ['Dataset', ['title', 'description', 'publisher', 'creator', 'spatial', 'temporal', 'modified', 'accessRights'], ['distribution', 'theme', 'keyword', 'inSeries', 'landingPage']],
  ['DatasetSeries', ['title', 'description', 'publisher'], []],
  ['Distribution', ['license', 'title', 'format'], ['accessURL', 'mediaType']],
] as const)('a %s has what it must have', (type, terms, own) => {
  const all = allOf(type);
  expect(all.length).toBeGreaterThan(0);
  for (const subject of all) for (const predicate of [...terms.map((term) => DCT + term), ...own.map((term) => DCAT + term)]) expect(valuesOf(subject, predicate).length, `${subject} ${predicate}`).toBeGreaterThan(0);
});

test('every indicator is a dataset, in both languages, and is named by the catalogue', () => {
  const [catalog = ''] = allOf('Catalog');
  expect(new Set(valuesOf(catalog, `${DCAT}dataset`))).toEqual(new Set(atlas.tables.map(({ indicator }) => datasetOf(indicator.id))));
  for (const { indicator } of atlas.tables) expect(valuesOf(datasetOf(indicator.id), `${DCT}title`)).toEqual([indicator.name.zh, indicator.name.en]);
});

test('whatever is named is told, or is a page or a file of the site, or stands elsewhere', () => {
  const there = new Set([...files.keys(), ...publishedFiles(atlas).map(({ path }) => `data/${path}`), ...['index', 'data', 'sources'].map((name) => `${name}.html`), ...atlas.tables.map(({ indicator }) => `indicator/${indicator.id}.html`), ...atlas.regions.filter(hasPage).map(({ id }) => regionPath(id))]);
  const nowhere = quads.map(({ object }) => object).filter(({ termType, value }) => termType === 'NamedNode' && value.startsWith(BASE)).map(({ value }) => value).filter((value) => !bySubject.has(value) && !there.has(value.slice(BASE.length).replace(/#.*$/, '')));
  expect([...new Set(nowhere)]).toEqual([]);
});

test('what may not be handed on has its page, its terms and no file', () => {
  const [page, ...others] = valuesOf(datasetOf('digital-finance-index'), `${DCAT}distribution`);
  expect(others).toEqual([]);
  expect(valuesOf(page ?? '', `${DCAT}downloadURL`)).toEqual([]);
  expect(valuesOf(page ?? '', `${DCAT}accessURL`)).toEqual([`${BASE}indicator/digital-finance-index.html`]);
  const [rights = ''] = valuesOf(datasetOf('digital-finance-index'), `${DCT}accessRights`);
  expect(valuesOf(rights, 'http://www.w3.org/2000/01/rdf-schema#label').join()).toContain('not offered for bulk download');
});

test('an even interval is told where one is known, and nothing where none is', () => {
  const every = (id: string) => valuesOf(datasetOf(id), `${DCT}accrualPeriodicity`);
  expect(every('un-egdi')).toEqual(['http://publications.europa.eu/resource/authority/frequency/BIENNIAL']);
  const untold = atlas.tables.find(({ indicator, dataset }) => atlas.datasets.find(({ id }) => id === dataset)?.updates?.[indicator.id] === undefined);
  expect(every(untold?.indicator.id ?? '')).toEqual([]);
});
