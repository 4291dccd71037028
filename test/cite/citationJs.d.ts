declare module '@citation-js/core' {
  export class Cite {
    constructor(data: unknown, options?: unknown);
    readonly data: readonly unknown[];
    format(format: string, options?: unknown): string;
  }
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-csl';
