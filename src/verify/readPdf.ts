import { Unzlib } from 'fflate/browser';

export interface PdfReading {
  /** As the file names itself; empty: not at all. */
  readonly title: string;
  /** As far as its fonts tell which letters they draw; glyphs without a letter are left out. */
  readonly text: string;
  /** Where its links lead. */
  readonly links: readonly string[];
}

const MOST_BYTES = 24_000_000;

/** A stream of a PDF, no longer than what is left. */
function unzipped(bytes: Uint8Array, most: number): Uint8Array | null {
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    const stream = new Unzlib((part) => {
      length += part.length;
      parts.push(part);
    });
    for (let at = 0; at < bytes.length && length <= most; at += 16_384) stream.push(bytes.subarray(at, at + 16_384), at + 16_384 >= bytes.length);
  } catch {
    return null; // no deflated stream, or a broken one: its text is left out
  }
  if (length > most) return null;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const latin = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

/** “FEFF5E7F4E1C” and “00480069”: UTF-16 in hexadecimal. */
function fromHex(hex: string): string {
  const units = hex.replace(/\s/g, '').match(/.{4}/g) ?? [];
  return units.map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join('').replace(/^\uFEFF/, '');
}

/** Glyph to letters, as a ToUnicode map tells. */
function readMap(text: string): ReadonlyMap<string, string> {
  const map = new Map<string, string>();
  for (const [, block = ''] of text.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) for (const [, glyph = '', letters = ''] of block.matchAll(/<([\da-f]+)>\s*<([\da-f]+)>/gi)) map.set(glyph.toUpperCase(), fromHex(letters));
  for (const [, block = ''] of text.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, first = '', last = '', letters = ''] of block.matchAll(/<([\da-f]+)>\s*<([\da-f]+)>\s*<([\da-f]+)>/gi)) {
      const [from, to, code] = [first, last, letters].map((hex) => Number.parseInt(hex, 16));
      if (from === undefined || to === undefined || code === undefined || to - from > 0xffff) continue;
      for (let glyph = from; glyph <= to; glyph += 1) map.set(glyph.toString(16).padStart(first.length, '0').toUpperCase(), String.fromCodePoint(Math.min(0x10ffff, code + glyph - from)));
    }
  }
  return map;
}

/** What a PDF as browsers print it says: its title, its text, its links. Enough to find what it was printed from; no reader of all PDFs. */
export function readPdf(bytes: Uint8Array): PdfReading {
  const whole = latin(bytes);
  const objects = new Map<string, { readonly head: string; readonly stream: string | null }>();
  let left = MOST_BYTES;
  for (const found of whole.matchAll(/(?:^|[\r\n])(\d+) 0 obj\b/g)) {
    const [, id = ''] = found;
    const from = found.index + found[0].length;
    const end = whole.indexOf('endobj', from);
    const start = whole.slice(from, Math.min(from + 4000, end < 0 ? whole.length : end)).search(/stream\r?\n/);
    if (end < 0) break;
    if (start < 0) {
      objects.set(id, { head: whole.slice(from, end), stream: null });
      continue;
    }
    const head = whole.slice(from, from + start);
    const at = from + start + (/^stream\r\n/.test(whole.slice(from + start, from + start + 8)) ? 8 : 7);
    const length = Number(/\/Length (\d+)(?! \d+ R)/.exec(head)?.[1] ?? whole.indexOf('endstream', at) - at);
    const isText = !/\/Subtype ?\/(?:Image|Type1C|CIDFontType0C|OpenType)|\/Length1 /.test(head);
    const content = isText ? (head.includes('FlateDecode') ? unzipped(bytes.subarray(at, at + length), left) : bytes.subarray(at, at + length)) : null;
    left -= content?.length ?? 0;
    objects.set(id, { head, stream: content && latin(content) });
  }
  const maps = new Map<string, ReadonlyMap<string, string>>();
  for (const { head } of objects.values()) {
    for (const [, fonts = ''] of head.matchAll(/\/Font\s*<<([^>]*)>>/g)) {
      for (const [, name = '', id = ''] of fonts.matchAll(/\/(\w+) (\d+) 0 R/g)) {
        const map = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id)?.head ?? '')?.[1];
        const stream = map === undefined ? null : objects.get(map)?.stream;
        if (stream && !maps.has(name)) maps.set(name, readMap(stream));
      }
    }
  }
  const lines: string[] = [];
  for (const { stream } of objects.values()) {
    if (!stream?.includes(' Tf')) continue;
    let map: ReadonlyMap<string, string> = new Map();
    let line = '';
    /** Letters are told for what follows, and its glyphs are none. */
    let isTold = false;
    for (const [operator, font, array, hex, told] of stream.matchAll(/\/(\w+) [\d.-]+ Tf|\[((?:<[\da-f]*>|[^\]<]){0,20000})\] ?TJ|<([\da-f]+)> ?Tj|\/ActualText <([\da-f]+)>|\bEMC\b|\bET\b/gi)) {
      if (font !== undefined) map = maps.get(font) ?? new Map();
      else if (told !== undefined) {
        line += fromHex(told);
        isTold = true;
      } else if (operator === 'EMC') isTold = false;
      else if (array !== undefined || hex !== undefined) {
        // Glyphs of one byte or of two: as the font's own map has them.
        const size = [...map.keys()][0]?.length === 2 ? 2 : 4;
        const glyphs = (hex ?? [...(array ?? '').matchAll(/<([\da-f]*)>/gi)].map(([, one = '']) => one).join('')).toUpperCase().match(size === 2 ? /../g : /.{4}/g) ?? [];
        if (!isTold) line += glyphs.map((glyph) => map.get(glyph) ?? '').join('');
      } else {
        lines.push(line);
        line = '';
      }
    }
    lines.push(line);
  }
  const [, hexTitle, plainTitle] = /\/Title\s*(?:<([\da-f\s]+)>|\(((?:\\.|[^\\)])*)\))/i.exec(whole) ?? [];
  const links = [...whole.matchAll(/\/URI \(((?:\\.|[^\\)])*)\)/g)].map(([, address = '']) => address.replace(/\\(.)/g, '$1'));
  return { title: hexTitle !== undefined ? fromHex(hexTitle) : (plainTitle ?? ''), text: lines.filter((line) => line !== '').join('\n'), links: [...new Set(links)] };
}
