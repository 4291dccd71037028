export interface PageSize {
  /** Below the site's root. */
  readonly page: string;
  /** Brotli-11 bytes. */
  readonly html: number;
  readonly css: number;
  /** Scripts of the first load: those the page names, and all that they import at once. */
  readonly js: number;
  /** Requests of the first load: page, styles, scripts, pictures. */
  readonly requests: number;
  /** Files a use of the page may load later, with their bytes; the charts' chunk among them. */
  readonly later: ReadonlyMap<string, number>;
}
/** Brotli-11 bytes of a file. */
export function brotliBytes(file: string): number;
/** What one built page costs. */
export function sizeOf(dist: string, page: string): PageSize;
/** Whether a built script holds the chart library. */
export function isChartLibrary(file: string): boolean;
/** One page of each type, in both languages. */
export function pageTypes(dist: string): { readonly type: string; readonly page: string }[];
/** The largest page for articles of each kind, in both languages. */
export function embedTypes(dist: string): { readonly type: string; readonly page: string }[];
/** kB is 1000 bytes. */
export function kB(bytes: number): string;
