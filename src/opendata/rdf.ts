import { jsonText, type Json } from './json.ts';

/** What a statement is about: an address, a text in a language, or a value of a type. */
export type RdfValue =
  | { readonly iri: string }
  | { readonly text: string; readonly lang?: 'zh' | 'en' }
  | { readonly text: string; readonly type: string };

/** One thing and all that is said of it; predicates and types are written “dct:title”. */
export interface RdfNode {
  /** Relative to the site's root, or absolute. */
  readonly iri: string;
  readonly types: readonly string[];
  readonly says: readonly (readonly [predicate: string, value: RdfValue])[];
}

export const PREFIXES = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  prov: 'http://www.w3.org/ns/prov#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  spdx: 'http://spdx.org/rdf/terms#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;

/** A site that doesn't know its address leaves it to the reader of the file, who does: relative to where the file was had. */
export interface RdfPlace {
  readonly address: string | null;
}

/** Some publishers' addresses have signs that an address may not have. */
const safe = (iri: string): string => iri.replace(/[\s<>"{}|^`\\]/g, (sign) => encodeURIComponent(sign));

const valueJson = (value: RdfValue): Json => ('iri' in value ? { '@id': safe(value.iri) } : 'type' in value ? { '@value': value.text, '@type': value.type } : value.lang === undefined ? value.text : { '@value': value.text, '@language': value.lang });

function nodeJson({ iri, types, says }: RdfNode): Json {
  const predicates = [...new Set(says.map(([predicate]) => predicate))];
  const told = predicates.map((predicate): [string, Json] => {
    const values = says.filter(([one]) => one === predicate).map(([, value]) => valueJson(value));
    return [predicate, values.length === 1 ? (values[0] ?? null) : values];
  });
  return { '@id': safe(iri), '@type': [...types], ...Object.fromEntries(told) };
}

/** JSON-LD 1.1, with its context in it: nothing has to be fetched to read it. */
export const jsonLd = (nodes: readonly RdfNode[], { address }: RdfPlace): string =>
  jsonText({ '@context': { ...(address !== null && { '@base': address }), ...PREFIXES }, '@graph': nodes.map(nodeJson) });

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
const quoted = (text: string): string => `"${text.replace(/[\\"\n\r\t]/g, (sign) => ESCAPES[sign] ?? sign)}"`;

const bracketed = (iri: string): string => `<${safe(iri)}>`;

const valueTurtle = (value: RdfValue): string => ('iri' in value ? bracketed(value.iri) : 'type' in value ? `${quoted(value.text)}^^${value.type}` : quoted(value.text) + (value.lang === undefined ? '' : `@${value.lang}`));

/** The same statements as Turtle. */
export function turtle(nodes: readonly RdfNode[], { address }: RdfPlace): string {
  const prefixes = Object.entries(PREFIXES).map(([prefix, iri]) => `@prefix ${prefix}: <${iri}> .`);
  const told = nodes.map(({ iri, types, says }) => `${bracketed(iri)} a ${types.join(', ')}${says.map(([predicate, value]) => ` ;\n  ${predicate} ${valueTurtle(value)}`).join('')} .`);
  return `${[...(address === null ? [] : [`@base <${address}> .`]), ...prefixes, '', ...told].join('\n')}\n`;
}
