import type { Affine } from './affine.ts';
import { paintOf } from './colour.ts';
import type { Clips, Mark, Paint } from './mark.ts';
import { ellipse, pathText, rectText, roundedRect, type Box, type Segment } from './pathData.ts';

export const px = (text: string): number => {
  const value = Number.parseFloat(text);
  return Number.isFinite(value) ? value : 0;
};

const filled = (d: string, fill: Paint, clips: Clips): Mark => ({ kind: 'path', d, fill, isEvenOdd: false, stroke: null, clips });

const inset = ({ left, top, right, bottom }: Box, by: number): Box => ({ left: left + by, top: top + by, right: right - by, bottom: bottom - by });

/** Commas outside brackets divide layers and stops. */
const layersOf = (text: string): readonly string[] => text.split(/,(?![^(]*(?:\([^)]*\)[^(]*)*\))/).map((part) => part.trim());

interface Stop {
  readonly colour: string;
  readonly at: readonly number[];
}

/** “rgb(1, 2, 3) 4.6px 5.6px” */
function stopOf(text: string): Stop | null {
  const [, colour = '', lengths = ''] = /^(\w+\([^)]*\))\s*(.*)$/.exec(text) ?? [];
  return colour === '' ? null : { colour, at: (lengths.match(/-?[\d.]+px/g) ?? []).map(px) };
}

/** Seen parts of a row of stops, from and to. */
function bandsOf(stops: readonly Stop[]): readonly { readonly from: number; readonly to: number; readonly colour: string }[] {
  const edges = stops.flatMap(({ colour, at }) => at.map((place) => ({ colour, place })));
  return edges.flatMap(({ colour, place }, index) => {
    const next = edges[index + 1];
    return next && next.colour === colour && next.place > place ? [{ from: place, to: next.place, colour }] : [];
  });
}

/** Stripes of a repeating gradient at an angle, through the middle of the box as CSS measures it. */
function stripes(box: Box, degrees: number, from: number, to: number, every: number, scale: number): string {
  const turn = (degrees * Math.PI) / 180;
  const [ux, uy] = [Math.sin(turn), -Math.cos(turn)];
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  const length = Math.abs(width * ux) + Math.abs(height * uy);
  const [cx, cy] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  const reach = width + height;
  const corner = (along: number, across: number): string => `${(cx + ux * (along - length / 2) - uy * across).toFixed(2)} ${(cy + uy * (along - length / 2) + ux * across).toFixed(2)}`;
  let d = '';
  for (let start = 0; start < length; start += every * scale) {
    const [near, far] = [start + from * scale, start + to * scale];
    d += `M${corner(near, -reach)}L${corner(near, reach)} ${corner(far, reach)} ${corner(far, -reach)}Z`;
  }
  return d;
}

/** The textures of an absence in HTML are gradients; what else a gradient may be is not drawn. */
function backgroundImages(style: CSSStyleDeclaration, box: Box, clips: Clips, opacity: number, scale: number): readonly Mark[] {
  if (style.backgroundImage === 'none') return [];
  const within = [...clips, rectText(box)];
  const [tileX = 0, tileY = tileX] = style.backgroundSize.split(' ').map((length) => px(length) * scale);
  return layersOf(style.backgroundImage).flatMap((layer): readonly Mark[] => {
    const [, kind = '', inside = ''] = /^([\w-]+)\((.*)\)$/.exec(layer) ?? [];
    const parts = layersOf(inside);
    const stops = parts.flatMap((part) => stopOf(part) ?? []);
    if (kind === 'repeating-linear-gradient') {
      const angle = /^-?[\d.]+deg/.test(parts[0] ?? '') ? px(parts[0] ?? '') : 180;
      const every = Math.max(...stops.flatMap(({ at }) => at));
      return bandsOf(stops).flatMap(({ from, to, colour }) => {
        const paint = paintOf(colour, opacity);
        return paint && every > 0 ? [filled(stripes(box, angle, from, to, every, scale), paint, within)] : [];
      });
    }
    if (kind === 'radial-gradient' && tileX > 0 && tileY > 0) {
      const seen = stops.findIndex(({ colour }) => paintOf(colour) !== null);
      const stop = stops[seen];
      const paint = stop && paintOf(stop.colour, opacity);
      if (!stop || !paint) return [];
      // Between a seen stop and an unseen one the edge lies half way.
      const [before, next] = [stops[seen - 1]?.at.at(-1), stops[seen + 1]?.at[0]];
      const outer = ((stop.at.at(-1) ?? 0) + (next ?? stop.at.at(-1) ?? 0)) / 2;
      const inner = before === undefined ? 0 : (before + (stop.at[0] ?? 0)) / 2;
      const tiles: Segment[] = [];
      for (let y = box.top + tileY / 2; y < box.bottom + tileY; y += tileY) {
        for (let x = box.left + tileX / 2; x < box.right + tileX; x += tileX) {
          tiles.push(...ellipse(x, y, outer * scale, outer * scale));
          if (inner > 0) tiles.push(...ellipse(x, y, inner * scale, inner * scale));
        }
      }
      return [{ kind: 'path', d: pathText(tiles), fill: paint, isEvenOdd: true, stroke: null, clips: within }];
    }
    return [];
  });
}

interface Edge {
  readonly width: number;
  readonly style: string;
  readonly colour: string;
}

const DASHES: Readonly<Record<string, (width: number) => readonly number[]>> = { dashed: (width) => [Math.max(2 * width, 3), Math.max(2 * width, 3)], dotted: (width) => [0.01, 2 * width] };

/** One side of a border as a line in its middle; two of a third for a double one. */
function edgeMarks({ width, style, colour }: Edge, from: readonly [number, number], to: readonly [number, number], inward: readonly [number, number], clips: Clips, opacity: number): readonly Mark[] {
  const paint = paintOf(colour, opacity);
  if (width <= 0 || style === 'none' || style === 'hidden' || !paint) return [];
  const line = (depth: number, thick: number): Mark => {
    const [dx, dy] = [inward[0] * depth, inward[1] * depth];
    if (style === 'dashed' || style === 'dotted') {
      const d = pathText([{ kind: 'M', at: [from[0] + dx, from[1] + dy] }, { kind: 'L', at: [to[0] + dx, to[1] + dy] }]);
      return { kind: 'path', d, fill: null, isEvenOdd: false, stroke: { ...paint, width: thick, dash: DASHES[style]?.(thick) ?? [], dashOffset: 0, cap: style === 'dotted' ? 'round' : 'butt', join: 'miter' }, clips };
    }
    const half = thick / 2;
    const [xs, ys] = [[from[0] + dx, to[0] + dx], [from[1] + dy, to[1] + dy]];
    const [across, down] = inward[0] === 0 ? [0, half] : [half, 0];
    return filled(rectText({ left: Math.min(...xs) - across, right: Math.max(...xs) + across, top: Math.min(...ys) - down, bottom: Math.max(...ys) + down }), paint, clips);
  };
  return style === 'double' && width >= 3 ? [line(width / 6, width / 3), line((width * 5) / 6, width / 3)] : [line(width / 2, width)];
}

/** Shadows without a blur are edges; blurred ones are not used on these sheets. */
function shadows(style: CSSStyleDeclaration, box: Box, clips: Clips, opacity: number, scale: number, isInset: boolean): readonly Mark[] {
  if (style.boxShadow === 'none') return [];
  return layersOf(style.boxShadow).flatMap((layer): readonly Mark[] => {
    const colour = /\w+\([^)]*\)/.exec(layer)?.[0] ?? '';
    const [dx = 0, dy = 0, blur = 0, spread = 0] = (layer.replace(colour, '').match(/-?[\d.]+px/g) ?? []).map((length) => px(length) * scale);
    const paint = paintOf(colour, opacity);
    if (!paint || blur > 0 || layer.includes('inset') !== isInset) return [];
    const other = isInset ? inset(box, spread) : inset(box, -spread);
    const shifted = { left: other.left + dx, right: other.right + dx, top: other.top + dy, bottom: other.bottom + dy };
    const ring: Mark = { kind: 'path', d: rectText(box) + rectText(shifted), fill: paint, isEvenOdd: true, stroke: null, clips: [...clips, rectText(box)] };
    return isInset ? [ring] : [filled(rectText(shifted), paint, clips)];
  });
}

/** Ground, textures, edges of one box, in the order in which CSS paints them. */
export function boxMarks(style: CSSStyleDeclaration, box: Box, clips: Clips, opacity: number, scale: number): readonly Mark[] {
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  if (width <= 0 || height <= 0) return [];
  const marks: Mark[] = [...shadows(style, box, clips, opacity, scale, false)];
  const radius = style.borderTopLeftRadius.includes('%') ? Math.min(width, height) / 2 : px(style.borderTopLeftRadius) * scale;
  const ground = paintOf(style.backgroundColor, opacity);
  if (ground) marks.push(filled(radius > 0 ? pathText(roundedRect(box, radius)) : rectText(box), ground, clips));
  marks.push(...backgroundImages(style, box, clips, opacity, scale), ...shadows(style, box, clips, opacity, scale, true));
  const edge = (side: 'Top' | 'Right' | 'Bottom' | 'Left'): Edge => ({ width: px(style[`border${side}Width`]) * scale, style: style[`border${side}Style`], colour: style[`border${side}Color`] });
  const [top, right, bottom, left] = [edge('Top'), edge('Right'), edge('Bottom'), edge('Left')];
  const paint = paintOf(top.colour, opacity);
  const isEven = [right, bottom, left].every((one) => one.width === top.width && one.style === top.style && one.colour === top.colour);
  if (isEven && paint && top.width > 0 && radius > 0 && top.style !== 'none') {
    const middle = inset(box, top.width / 2);
    marks.push({ kind: 'path', d: pathText(roundedRect(middle, Math.max(0, radius - top.width / 2))), fill: null, isEvenOdd: false, stroke: { ...paint, width: top.width, dash: DASHES[top.style]?.(top.width) ?? [], dashOffset: 0, cap: 'butt', join: 'miter' }, clips });
  } else {
    // In a table whose cells share their borders, a border lies half in each.
    const out = style.borderCollapse === 'collapse' && style.display === 'table-cell' ? 0.5 : 0;
    const shared = (one: Edge): number => one.width * out;
    const { left: x0, right: x1, top: y0, bottom: y1 } = box;
    marks.push(
      ...edgeMarks(top, [x0, y0 - shared(top)], [x1, y0 - shared(top)], [0, 1], clips, opacity),
      ...edgeMarks(right, [x1 + shared(right), y0], [x1 + shared(right), y1], [-1, 0], clips, opacity),
      ...edgeMarks(bottom, [x0, y1 + shared(bottom)], [x1, y1 + shared(bottom)], [0, -1], clips, opacity),
      ...edgeMarks(left, [x0 - shared(left), y0], [x0 - shared(left), y1], [1, 0], clips, opacity),
    );
  }
  const outline = paintOf(style.outlineColor, opacity);
  const outlineWidth = px(style.outlineWidth) * scale;
  if (outline && style.outlineStyle !== 'none' && outlineWidth > 0) {
    const middle = inset(box, -(px(style.outlineOffset) * scale + outlineWidth / 2));
    marks.push({ kind: 'path', d: rectText(middle), fill: null, isEvenOdd: false, stroke: { ...outline, width: outlineWidth, dash: DASHES[style.outlineStyle]?.(outlineWidth) ?? [], dashOffset: 0, cap: 'butt', join: 'miter' }, clips });
  }
  return marks;
}

/** A box of the window as one of the sheet. */
export const boxOf = ({ left, top, right, bottom }: DOMRect, [, , , , x, y]: Affine): Box => ({ left: left + x, top: top + y, right: right + x, bottom: bottom + y });
