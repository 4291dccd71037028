// As much of these readers as the tests use; they bring no types of their own.
declare module 'jsonld' {
  interface Options {
    readonly base?: string;
    readonly format?: string;
    readonly documentLoader?: (address: string) => Promise<{ readonly document: unknown; readonly documentUrl: string; readonly contextUrl: null }>;
  }
  const jsonld: {
    toRDF(document: unknown, options: Options): Promise<string>;
  };
  export default jsonld;
}
declare module 'n3' {
  export interface Term {
    readonly termType: string;
    readonly value: string;
    readonly language?: string;
    readonly datatype?: { readonly value: string };
  }
  export interface Quad {
    readonly subject: Term;
    readonly predicate: Term;
    readonly object: Term;
  }
  export class Parser {
    constructor(options?: { readonly baseIRI?: string; readonly format?: string });
    parse(text: string): Quad[];
  }
  export class Store {
    constructor(quads?: readonly Quad[]);
  }
}
declare module 'rdf-parser-csvw' {
  import type { Quad, Store } from 'n3';
  import type { Readable } from 'node:stream';
  export default class CsvwParser {
    constructor(options: { readonly metadata: Store; readonly baseIRI: string });
    import(stream: Readable): AsyncIterable<Quad>;
  }
}
