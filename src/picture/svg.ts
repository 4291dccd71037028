import { plainText } from '../download/plainText.ts';
import type { Letters } from '../letters/letters.ts';
import { faceOf } from './face.ts';
import type { Mark, Paint, PathMark, Stroke, TextMark } from './mark.ts';
import { short } from './pathData.ts';
import { glyphMatrix } from './placeGlyph.ts';
import { sealed } from './seal.ts';

/** What a picture says to programs that don't look at it. */
export interface PictureFacts {
  readonly title: string;
  readonly description: string;
  readonly source: string;
  /** “2026-11-22”; empty when there is no release. */
  readonly date: string;
  readonly rights: string;
  /** Address. */
  readonly identifier: string;
  readonly release: string;
  readonly publisher: string;
  readonly language: string;
}

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
  readonly facts: PictureFacts;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
export const escaped = (text: string): string => plainText(text).replace(/[&<>"]/g, (char) => ESCAPES[char] ?? char);

const seen = (name: 'fill' | 'stroke', { colour, opacity }: Paint): string => ` ${name}="${colour}"${opacity < 1 ? ` ${name}-opacity="${short(opacity)}"` : ''}`;

function strokeAttributes(stroke: Stroke): string {
  const { width, dash, dashOffset, cap, join } = stroke;
  return [
    seen('stroke', stroke),
    ` stroke-width="${short(width)}"`,
    dash.length > 0 ? ` stroke-dasharray="${dash.map(short).join(' ')}"` : '',
    dash.length > 0 && dashOffset !== 0 ? ` stroke-dashoffset="${short(dashOffset)}"` : '',
    cap === 'butt' ? '' : ` stroke-linecap="${cap}"`,
    join === 'miter' ? '' : ` stroke-linejoin="${join}"`,
  ].join('');
}

const pathSvg = ({ d, fill, isEvenOdd, stroke }: PathMark): string => `<path${fill ? seen('fill', fill) : ' fill="none"'}${fill && isEvenOdd ? ' fill-rule="evenodd"' : ''}${stroke ? strokeAttributes(stroke) : ''} d="${d}"/>`;

const matrixText = ({ matrix }: TextMark): string => (matrix ? ` transform="matrix(${matrix.map((one) => Number(one.toFixed(5))).join(' ')})"` : '');

/** A wide list: the last of these is on every machine. */
const FALLBACK = 'Noto Sans CJK SC, Source Han Sans SC, PingFang SC, Microsoft YaHei, Arial, sans-serif';

function asText(mark: TextMark, chars: TextMark['chars']): string {
  const { y, size, family, weight, fill, halo } = mark;
  const families = escaped(`${family.replace(/["']/g, '')}, ${FALLBACK}`);
  const said = `font-family="${families}" font-size="${short(size)}"${weight === 400 ? '' : ` font-weight="${weight}"`} x="${chars.map(({ x }) => short(x)).join(' ')}" y="${short(y)}"`;
  const letters = escaped(chars.map(({ char }) => char).join(''));
  return `${halo ? `<text fill="none"${strokeAttributes(halo)} ${said}>${letters}</text>` : ''}<text${seen('fill', fill)} ${said}>${letters}</text>`;
}

/** Letters as outlines, each where it stood; those without one stay letters. */
function textSvg(mark: TextMark, letters: Letters | null, lacking: Set<string>): string {
  const { chars, y, size, fill, halo } = mark;
  const face = faceOf(mark);
  const glyphs: string[] = [];
  const left: TextMark['chars'][number][] = [];
  for (const placed of chars) {
    const glyph = letters?.glyph(placed.char, face) ?? letters?.glyph(placed.char, 'text');
    if (!glyph) left.push(placed);
    else if (glyph.d !== '') glyphs.push(` transform="${glyphMatrix(placed.char, glyph, placed, y, size)}" d="${glyph.d}"`);
  }
  if (letters) for (const { char } of left) lacking.add(char);
  const words = chars.map(({ char }) => char).join('');
  // Thousandths of an em: the halo's line is as much wider as the letters will be made smaller.
  const behind = halo ? `<g fill="none"${strokeAttributes({ ...halo, width: (halo.width * 1000) / size })}>${glyphs.map((one) => `<path${one}/>`).join('')}</g>` : '';
  const outlines = glyphs.length > 0 ? `<g role="img" aria-label="${escaped(words)}"${matrixText(mark)}>${behind}<g${seen('fill', fill)}>${glyphs.map((one) => `<path${one}/>`).join('')}</g></g>` : '';
  if (left.length === 0) return outlines;
  const texts = asText(mark, left);
  return outlines + (mark.matrix ? `<g${matrixText(mark)}>${texts}</g>` : texts);
}

function metadata({ title, description, source, date, rights, identifier, release, publisher, language }: PictureFacts): string {
  const entries: readonly (readonly [string, string])[] = [['title', title], ['description', description], ['source', source], ['date', date], ['rights', rights], ['identifier', identifier], ['relation', release], ['publisher', publisher], ['language', language], ['format', 'image/svg+xml']];
  const told = entries.filter(([, text]) => text !== '').map(([name, text]) => `<dc:${name}>${escaped(text)}</dc:${name}>`);
  return `<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/"><rdf:Description rdf:about="">${told.join('')}</rdf:Description></rdf:RDF></metadata>`;
}

export interface SvgFile {
  readonly text: string;
  /** Characters that had no outline; not told when there are no letters at all. */
  readonly lacking: readonly string[];
}

/**
 * A whole file that any reader of SVG 1.1 draws alike: paths with plain colours, no styles, no scripts, no reference
 * outside itself.
 * @param letters Null: words stay text.
 */
export function svgFile({ width, height, marks, facts }: Drawing, letters: Letters | null): SvgFile {
  const lacking = new Set<string>();
  const clips = new Map<string, string>();
  const clipId = (d: string): string => {
    const id = clips.get(d) ?? `clip-${clips.size + 1}`;
    clips.set(d, id);
    return id;
  };
  let body = '';
  let open: readonly string[] = [];
  for (const mark of marks) {
    const drawn = mark.kind === 'path' ? pathSvg(mark) : textSvg(mark, letters, lacking);
    const same = mark.clips.findIndex((clip, index) => clip !== open[index]);
    const kept = same === -1 ? mark.clips.length : same;
    body += '</g>'.repeat(open.length - Math.min(kept, open.length));
    for (const clip of mark.clips.slice(Math.min(kept, open.length))) body += `<g clip-path="url(#${clipId(clip)})">`;
    open = mark.clips;
    body += drawn;
  }
  body += '</g>'.repeat(open.length);
  const defined = [...clips].map(([d, id]) => `<clipPath id="${id}"><path d="${d}"/></clipPath>`).join('');
  const text = `<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg" width="${short(width)}" height="${short(height)}" viewBox="0 0 ${short(width)} ${short(height)}" xml:lang="${escaped(facts.language)}" role="img"><title>${escaped(facts.title)}</title><desc>${escaped(facts.description)}</desc>${metadata(facts)}${defined === '' ? '' : `<defs>${defined}</defs>`}${body}</svg>\n`;
  return { text: sealed(text), lacking: [...lacking] };
}
