import { measure, type Face, type Letters } from '../letters/letters.ts';
import { lineBox, setLine } from '../letters/setLine.ts';
import { fit } from '../letters/wrap.ts';
import type { Absence } from '../model/observation.ts';
import type { Palette } from './palette.ts';

/** A social card's size, as networks ask for it. */
export const [WIDTH, HEIGHT] = [1200, 630];

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export const overlap = (one: Box, other: Box): boolean => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

export interface TextStyle {
  readonly face: Face;
  readonly size: number;
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly role: string;
  readonly anchor?: 'start' | 'middle' | 'end';
}

export interface BlockStyle extends Omit<TextStyle, 'y' | 'anchor' | 'size'> {
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Largest first: the first at which the text fits uncut. */
  readonly sizes: readonly number[];
  readonly maxLines: number;
  /** Of its size, from baseline to baseline. */
  readonly leading: number;
}

export interface Stroke {
  readonly role: string;
  readonly width: number;
  readonly dash?: string;
  readonly cap?: 'round' | 'butt';
}

/** Textures of absence on a square of 8, as on the maps. */
const HATCHES: Readonly<Record<Absence, string>> = {
  notSurveyed: 'M-2 6 6-2M2 10 10 2',
  notPublished: 'M2 2h.01M6 6h.01',
  notGathered: 'M4 1.8a2.2 2.2 0 1 0 .01 0z',
  notApplicable: 'M0 4h8',
  suppressed: 'M0 0 8 8M0 8 8 0',
};

const round = (value: number): number => Math.round(value * 10) / 10;

const OPENING = /^[“‘（《「『]/;

/** How far the ink of a line's first sign stands off its start. */
function hanging(letters: Letters, line: string, face: Face, size: number): number {
  if (!OPENING.test(line)) return 0;
  const box = lineBox(letters, line, { face, size, x: 0, y: 0 });
  return box ? Math.max(0, box.left - size * 0.06) : 0;
}

/** A drawing of paths alone: what was set where is kept, so that it can be proved that nothing touches. */
export interface Sheet {
  readonly texts: readonly { readonly text: string; readonly box: Box }[];
  readonly measure: (text: string, face: Face, size: number) => number;
  /** One line; returns the box of its ink. */
  text(text: string, style: TextStyle): Box;
  /** A line no wider than this: smaller if need be, cut as a last resort. */
  line(text: string, style: Omit<TextStyle, 'size'> & { readonly sizes: readonly number[]; readonly width: number }): Box;
  /** Lines as large as they fit; returns where the block ends. */
  block(text: string, style: BlockStyle): { readonly bottom: number; readonly size: number; readonly isCut: boolean };
  area(d: string, role: string): void;
  stroke(d: string, stroke: Stroke): void;
  box(left: number, top: number, width: number, height: number, role: string): void;
  hatch(left: number, top: number, width: number, height: number, kind: Absence): void;
  svg(): string;
}

export function sheet(letters: Letters, palette: Palette, ellipsis: string): Sheet {
  const parts: string[] = [];
  const texts: { text: string; box: Box }[] = [];
  const hatches = new Set<Absence>();
  const text = (line: string, { role, ...style }: TextStyle): Box => {
    const d = setLine(letters, line, style);
    const box = lineBox(letters, line, style) ?? { left: style.x, right: style.x, top: style.y, bottom: style.y };
    if (d !== '') {
      parts.push(`<path fill="${palette(role)}" d="${d}"/>`);
      texts.push({ text: line, box });
    }
    return box;
  };
  return {
    texts,
    measure: (line, face, size) => measure(letters, line, face, size),
    text,
    line(line, { sizes, width, ...style }) {
      const wrapped = fit(letters, line, sizes, { face: style.face, width, ellipsis }, () => 1);
      return text(wrapped.lines[0] ?? '', { ...style, size: wrapped.size });
    },
    block(given, { top, width, height, sizes, maxLines, leading, ...style }) {
      const linesAt = (size: number) => Math.max(1, Math.min(maxLines, Math.floor((height - size) / (size * leading)) + 1));
      const wrapped = fit(letters, given, sizes, { face: style.face, width, ellipsis }, linesAt);
      // An opening sign hangs into the margin, so that the words below it line up.
      wrapped.lines.forEach((line, index) => text(line, { ...style, x: style.x - hanging(letters, line, style.face, wrapped.size), size: wrapped.size, y: round(top + wrapped.size * (0.88 + index * leading)) }));
      return { bottom: top + wrapped.size * (1.06 + (wrapped.lines.length - 1) * leading), size: wrapped.size, isCut: wrapped.isCut };
    },
    area: (d, role) => parts.push(`<path fill="${palette(role)}" d="${d}"/>`),
    stroke: (d, { role, width, dash, cap = 'butt' }) =>
      parts.push(`<path fill="none" stroke="${palette(role)}" stroke-width="${width}" stroke-linejoin="round"${cap === 'round' ? ' stroke-linecap="round"' : ''}${dash === undefined ? '' : ` stroke-dasharray="${dash}"`} d="${d}"/>`),
    box: (left, top, width, height, role) => parts.push(`<path fill="${palette(role)}" d="M${round(left)} ${round(top)}h${round(width)}v${round(height)}h${round(-width)}z"/>`),
    hatch(left, top, width, height, kind) {
      hatches.add(kind);
      parts.push(`<path fill="url(#${kind})" stroke="${palette('missing-line')}" stroke-width="1.5" d="M${round(left)} ${round(top)}h${round(width)}v${round(height)}h${round(-width)}z"/>`);
    },
    svg() {
      const patterns = [...hatches].map(
        (kind) =>
          `<pattern id="${kind}" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="scale(1.6)"><path fill="none" stroke="${palette('missing-line')}" stroke-width="${kind === 'notPublished' ? 2.2 : 1.1}" stroke-linecap="${kind === 'notPublished' ? 'round' : 'butt'}" d="${HATCHES[kind]}"/></pattern>`,
      );
      return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">${patterns.length > 0 ? `<defs>${patterns.join('')}</defs>` : ''}<path fill="${palette('ground')}" d="M0 0h${WIDTH}v${HEIGHT}H0z"/>${parts.join('')}</svg>`;
    },
  };
}

