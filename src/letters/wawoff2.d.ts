declare module 'wawoff2' {
  /** A WOFF2 font as the TrueType font that it packs. */
  export function decompress(woff2: Uint8Array): Promise<Uint8Array>;
  export function compress(font: Uint8Array): Promise<Uint8Array>;
}
