import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import * as fontkit from 'fontkit';
import { decompress } from 'wawoff2';
import { EM, type Face, type Glyph, type Letters } from './letters.ts';
import { placePath } from './pathData.ts';
import { SIGNS } from './signs.ts';

// Reads the fonts at build. fontkit's own variations of WOFF2 are broken, so each slice is unpacked before it reads it.

const FAMILIES: Readonly<Record<Face, { readonly family: string; readonly weight: number }>> = {
  text: { family: 'noto-sans-sc', weight: 400 },
  strong: { family: 'noto-sans-sc', weight: 700 },
  display: { family: 'noto-serif-sc', weight: 700 },
};

interface Slice {
  readonly file: string;
  readonly has: (code: number) => boolean;
}

interface Reader {
  readonly slices: readonly Slice[];
  /** Fonts of one weight by file, null where not yet unpacked. */
  readonly fonts: Map<string, fontkit.Font>;
}

/** Fonts stand beside the other packages of the build, wherever the data come from. */
const packages = createRequire(import.meta.url);

function slicesOf(family: string): readonly Slice[] {
  const folder = path.dirname(packages.resolve(`@fontsource-variable/${family}/package.json`));
  const ranges: unknown = JSON.parse(fs.readFileSync(path.join(folder, 'unicode.json'), 'utf8'));
  if (typeof ranges !== 'object' || ranges === null) throw new Error(`${family}: no list of ranges`);
  const slices = Object.entries(ranges).map(([key, listed]): Slice & { isNamed: boolean } => {
    const spans = String(listed).split(',').map((range) => {
      const [from = '', to = from] = range.trim().replace('U+', '').split('-');
      return [parseInt(from, 16), parseInt(to, 16)] as const;
    });
    const name = key.replace(/[[\]]/g, '');
    return { file: path.join(folder, 'files', `${family}-${name}-wght-normal.woff2`), has: (code) => spans.some(([from, to]) => code >= from && code <= to), isNamed: !/^\d/.test(name) };
  });
  // Latin letters stand in “latin” whole, and again scattered over the numbered slices.
  return [...slices.filter(({ isNamed }) => isNamed), ...slices.filter(({ isNamed }) => !isNamed)].filter(({ file }) => fs.existsSync(file));
}

const isVariable = (font: ReturnType<typeof fontkit.create>): font is fontkit.Font => 'getVariation' in font;

/** Outlines from the fonts of this machine's packages; slices are unpacked when their first character is asked for. */
export interface FontLetters extends Letters {
  /** Makes the characters of these texts ready: what was not made ready is not known. */
  prepare(texts: Iterable<string>, faces: readonly Face[]): Promise<void>;
}

export function fontLetters(): FontLetters {
  const readers = new Map<Face, Reader>();
  const glyphs: Record<Face, Map<string, Glyph | undefined>> = { text: new Map(), strong: new Map(), display: new Map() };
  const unpacked = new Map<string, Promise<fontkit.Font>>();
  let last: Promise<unknown> = Promise.resolve();
  const open = (file: string): Promise<fontkit.Font> => {
    const known = unpacked.get(file);
    if (known) return known;
    // One after the other: the unpacker answers with a view of its own memory, which the next call overwrites.
    const opening = last.then(async () => {
      const font = fontkit.create(Buffer.from(await decompress(fs.readFileSync(file))));
      if (!isVariable(font)) throw new Error(`${path.basename(file)} is no single font`);
      return font;
    });
    last = opening;
    unpacked.set(file, opening);
    return opening;
  };
  const readerOf = (face: Face): Reader => {
    const known = readers.get(face);
    if (known) return known;
    const reader = { slices: slicesOf(FAMILIES[face].family), fonts: new Map<string, fontkit.Font>() };
    readers.set(face, reader);
    return reader;
  };
  const read = async (char: string, face: Face): Promise<Glyph | undefined> => {
    const reader = readerOf(face);
    const code = char.codePointAt(0) ?? 0;
    for (const { file, has } of reader.slices) {
      if (!has(code)) continue;
      const font = reader.fonts.get(file) ?? (await open(file)).getVariation({ wght: FAMILIES[face].weight });
      reader.fonts.set(file, font);
      const glyph = font.glyphForCodePoint(code);
      if (glyph.id !== 0) return { advance: Math.round((glyph.advanceWidth * EM) / font.unitsPerEm), d: placePath(flipped(glyph.path.toSVG()), { scale: EM / font.unitsPerEm, x: 0, y: 0, decimals: 0 }) };
    }
    return SIGNS[char];
  };
  return {
    glyph: (char, face) => glyphs[face].get(char),
    async prepare(texts, faces) {
      const chars = new Set<string>();
      for (const text of texts) for (const char of text) chars.add(char);
      for (const face of faces) {
        for (const char of chars) if (!glyphs[face].has(char)) glyphs[face].set(char, await read(char, face));
      }
    },
  };
}

/** Fonts count upwards, drawings downwards. */
function flipped(d: string): string {
  let isX = false;
  return d.replace(/[A-Z]|-?[\d.]+/g, (token) => {
    if (/[A-Z]/.test(token)) {
      isX = false;
      return token;
    }
    isX = !isX;
    return isX ? token : String(-Number(token));
  });
}
