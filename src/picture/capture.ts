import { after, inverse, moved, ofMatrix, point, scaleOf, type Affine } from './affine.ts';
import { boxMarks, boxOf, px } from './captureBox.ts';
import { baselinesOf, textMarks, type Baselines } from './captureText.ts';
import { paintOf } from './colour.ts';
import type { Clips, Mark, PathMark, Stroke } from './mark.ts';
import { boxAround, ellipse, mapped, pathText, rectText, roundedRect, segmentsOf, type Box, type Segment } from './pathData.ts';

/** What is defined for others and is not drawn where it stands. */
const DEFINED = new Set(['defs', 'clippath', 'pattern', 'lineargradient', 'radialgradient', 'marker', 'mask', 'symbol', 'filter', 'title', 'desc', 'metadata', 'style', 'script', 'template', 'noscript']);
/** More tiles than this on one shape are no texture. */
const MOST_TILES = 20_000;

interface Place {
  /** From the window into the sheet. */
  readonly origin: Affine;
  readonly clips: Clips;
  readonly opacity: number;
  /** HTML lengths inside the picture are those of its layout; it may stand smaller on the sheet. */
  readonly scale: number;
}

export interface CaptureWish {
  /** Where the sheet begins in the window. */
  readonly left: number;
  readonly top: number;
  /** The element that stands smaller or larger than it is laid out, and how much. */
  readonly scaled?: { readonly element: Element; readonly scale: number };
}

/** The shape of an element of SVG in its own coordinates; null: it has none. */
function shapeOf(element: SVGGraphicsElement, view: Window & typeof globalThis, style: CSSStyleDeclaration): readonly Segment[] | null {
  if (element instanceof view.SVGPathElement) return segmentsOf(element.getAttribute('d') ?? '');
  if (element instanceof view.SVGLineElement) return [{ kind: 'M', at: [element.x1.baseVal.value, element.y1.baseVal.value] }, { kind: 'L', at: [element.x2.baseVal.value, element.y2.baseVal.value] }];
  if (element instanceof view.SVGPolylineElement || element instanceof view.SVGPolygonElement) {
    const points = [...element.points].map(({ x, y }, index): Segment => ({ kind: index === 0 ? 'M' : 'L', at: [x, y] }));
    return element instanceof view.SVGPolygonElement && points.length > 0 ? [...points, { kind: 'Z' }] : points;
  }
  // Their boxes know of sizes that are said in CSS or in percent.
  const isRect = element instanceof view.SVGRectElement;
  if (!isRect && !(element instanceof view.SVGCircleElement) && !(element instanceof view.SVGEllipseElement)) return null;
  const { x, y, width, height } = element.getBBox();
  if (width <= 0 || height <= 0) return [];
  if (!isRect) return ellipse(x + width / 2, y + height / 2, width / 2, height / 2);
  const [rx, ry] = [style.rx, style.ry].map((given) => (given.endsWith('%') || given === 'auto' ? null : px(given)));
  return roundedRect({ left: x, top: y, right: x + width, bottom: y + height }, rx ?? ry ?? 0, ry ?? rx ?? 0);
}

const referenceOf = (text: string): string | null => /^url\(["']?[^"')]*#([^"')]+)["']?\)/.exec(text)?.[1] ?? null;

const capOf = (text: string): Stroke['cap'] => (text === 'round' || text === 'square' ? text : 'butt');
const joinOf = (text: string): Stroke['join'] => (text === 'round' || text === 'bevel' ? text : 'miter');

/** @param enlarged How much larger the picture stands than it is laid out: a line that doesn't scale with its drawing does so with the sheet. */
function strokeOf(style: CSSStyleDeclaration, opacity: number, matrix: Affine, enlarged: number): Stroke | null {
  const paint = style.stroke === 'none' || style.stroke === '' ? null : paintOf(style.stroke, opacity * Number(style.strokeOpacity));
  const scale = style.vectorEffect === 'non-scaling-stroke' ? enlarged : scaleOf(matrix);
  const width = px(style.strokeWidth) * scale;
  if (!paint || width <= 0) return null;
  const dash = style.strokeDasharray === 'none' ? [] : (style.strokeDasharray.match(/[\d.]+/g) ?? []).map((length) => Number(length) * scale);
  return { ...paint, width, dash: dash.some((length) => length > 0) ? dash : [], dashOffset: px(style.strokeDashoffset) * scale, cap: capOf(style.strokeLinecap), join: joinOf(style.strokeLinejoin) };
}

/** @returns The picture of an element as a plain list, in the units of the window, and nothing that only its reader's browser would know. */
export function capture(root: Element, { left, top, scaled }: CaptureWish): readonly Mark[] {
  const { ownerDocument: document } = root;
  const view = document.defaultView;
  if (!view) return [];
  const baselines: Baselines = baselinesOf(document);
  const marks: Mark[] = [];

  /** A texture as its tiles, so that no reader needs to know patterns. */
  function texture(id: string, shape: readonly Segment[], matrix: Affine, opacity: number, clips: Clips): void {
    const pattern = document.getElementById(id);
    if (!view || !(pattern instanceof view.SVGPatternElement)) return;
    const own = pattern.patternTransform.baseVal.consolidate();
    const ground = after(matrix, own ? ofMatrix(own.matrix) : [1, 0, 0, 1, 0, 0]);
    const back = inverse(ground);
    const [width, height] = [pattern.width.baseVal.value, pattern.height.baseVal.value];
    const [x, y] = [pattern.x.baseVal.value, pattern.y.baseVal.value];
    if (!back || width <= 0 || height <= 0) return;
    const on = pathText(shape);
    const box = boxAround(shape);
    const corners = [[box.left, box.top], [box.right, box.top], [box.right, box.bottom], [box.left, box.bottom]].map(([cornerX = 0, cornerY = 0]) => point(back, cornerX, cornerY));
    const [xs, ys] = [corners.map(([one]) => one), corners.map(([, one]) => one)];
    const [firstColumn, lastColumn] = [Math.floor((Math.min(...xs) - x) / width), Math.floor((Math.max(...xs) - x) / width)];
    const [firstRow, lastRow] = [Math.floor((Math.min(...ys) - y) / height), Math.floor((Math.max(...ys) - y) / height)];
    if ((lastColumn - firstColumn + 1) * (lastRow - firstRow + 1) > MOST_TILES) return;
    for (const child of pattern.querySelectorAll('*')) {
      if (!(child instanceof view.SVGGraphicsElement)) continue;
      const style = view.getComputedStyle(child);
      const segments = shapeOf(child, view, style) ?? [];
      if (segments.length === 0) continue;
      const placed = child.transform.baseVal.consolidate();
      const inTile = placed ? mapped(segments, ofMatrix(placed.matrix)) : segments;
      const fill = style.fill === 'none' ? null : paintOf(style.fill, opacity * Number(style.fillOpacity) * Number(style.opacity));
      const stroke = strokeOf(style, opacity * Number(style.opacity), ground, 1);
      const tile = boxAround(inTile);
      if (fill && !stroke && tile.left <= x && tile.top <= y && tile.right >= x + width && tile.bottom >= y + height) {
        marks.push({ kind: 'path', d: on, fill, isEvenOdd: false, stroke: null, clips });
        continue;
      }
      const tiles: Segment[] = [];
      for (let row = firstRow; row <= lastRow; row += 1) {
        for (let column = firstColumn; column <= lastColumn; column += 1) tiles.push(...mapped(inTile, after(ground, moved(column * width, row * height))));
      }
      marks.push({ kind: 'path', d: pathText(tiles), fill, isEvenOdd: false, stroke, clips: [...clips, on] });
    }
  }

  function svgShape(element: SVGGraphicsElement, shape: readonly Segment[], style: CSSStyleDeclaration, place: Place): void {
    const ctm = element.getScreenCTM();
    if (!ctm || shape.length === 0) return;
    const matrix = after(place.origin, ofMatrix(ctm));
    const onSheet = mapped(shape, matrix);
    const stroke = strokeOf(style, place.opacity, matrix, place.scale);
    const isEvenOdd = style.fillRule === 'evenodd';
    const reference = referenceOf(style.fill);
    const fill = style.fill === 'none' || reference !== null ? null : paintOf(style.fill, place.opacity * Number(style.fillOpacity));
    const drawn = (part: Pick<PathMark, 'fill' | 'stroke'>): void => {
      if (part.fill || part.stroke) marks.push({ kind: 'path', d: pathText(onSheet), isEvenOdd, clips: place.clips, ...part });
    };
    const isStrokeFirst = style.paintOrder.startsWith('stroke');
    if (reference === null && !isStrokeFirst) {
      drawn({ fill, stroke });
      return;
    }
    if (isStrokeFirst) drawn({ fill: null, stroke });
    if (reference === null) drawn({ fill, stroke: null });
    else texture(reference, onSheet, matrix, place.opacity * Number(style.fillOpacity), place.clips);
    if (!isStrokeFirst) drawn({ fill: null, stroke });
  }

  /** “clip-path: url(#id)” of SVG. */
  function clipOf(element: SVGGraphicsElement, style: CSSStyleDeclaration, origin: Affine): string | null {
    const id = referenceOf(style.clipPath);
    const clip = id === null ? null : document.getElementById(id);
    const ctm = element.getScreenCTM();
    if (!view || !(clip instanceof view.SVGClipPathElement) || !ctm) return null;
    const matrix = after(origin, ofMatrix(ctm));
    const parts = [...clip.children].flatMap((child) => {
      if (!(child instanceof view.SVGGraphicsElement)) return [];
      const shape = shapeOf(child, view, view.getComputedStyle(child)) ?? [];
      const own = child.transform.baseVal.consolidate();
      return [pathText(mapped(shape, own ? after(matrix, ofMatrix(own.matrix)) : matrix))];
    });
    return parts.join('');
  }

  /** What an inner `<svg>` shows of its content. */
  function portOf(svg: SVGSVGElement, origin: Affine): string {
    if (svg.ownerSVGElement === null) return rectText(boxOf(svg.getBoundingClientRect(), origin));
    const parent = svg.parentElement;
    const ctm = view && parent instanceof view.SVGGraphicsElement ? parent.getScreenCTM() : null;
    const [x, y, width, height] = [svg.x.baseVal.value, svg.y.baseVal.value, svg.width.baseVal.value, svg.height.baseVal.value];
    return pathText(mapped(roundedRect({ left: x, top: y, right: x + width, bottom: y + height }, 0), ctm ? after(origin, ofMatrix(ctm)) : origin));
  }

  function walk(element: Element, given: Place): void {
    if (!view || DEFINED.has(element.localName.toLowerCase())) return;
    const style = view.getComputedStyle(element);
    if (style.display === 'none') return;
    // The way in which words are kept for speech alone.
    if (style.clipPath.startsWith('inset(50%')) return;
    const opacity = given.opacity * Number(style.opacity || '1');
    if (opacity <= 0.002) return;
    const scale = scaled && element === scaled.element ? given.scale * scaled.scale : given.scale;
    let place: Place = { ...given, opacity, scale };
    const isSeen = style.visibility === 'visible';
    const isSvg = element instanceof view.SVGElement;

    if (isSvg && element instanceof view.SVGGraphicsElement) {
      const clip = clipOf(element, style, place.origin);
      if (clip !== null) place = { ...place, clips: [...place.clips, clip] };
    }
    if (element instanceof view.SVGSVGElement) {
      const { width, height } = element.getBoundingClientRect();
      if (element.ownerSVGElement === null && isSeen && width > 0 && height > 0) marks.push(...boxMarks(style, boxOf(element.getBoundingClientRect(), place.origin), place.clips, opacity, place.scale));
      if (style.overflow !== 'visible') place = { ...place, clips: [...place.clips, portOf(element, place.origin)] };
    } else if (isSvg) {
      if (isSeen && element instanceof view.SVGGraphicsElement) {
        const shape = shapeOf(element, view, style);
        if (shape) {
          svgShape(element, shape, style, place);
          return;
        }
      }
    } else if (style.display !== 'contents') {
      const boxes = style.display === 'inline' ? [...element.getClientRects()] : [element.getBoundingClientRect()];
      if (isSeen) for (const box of boxes) marks.push(...boxMarks(style, boxOf(box, place.origin), place.clips, opacity, place.scale));
      if (style.overflowX !== 'visible' || style.overflowY !== 'visible') {
        const box: Box = boxOf(element.getBoundingClientRect(), place.origin);
        place = { ...place, clips: [...place.clips, rectText(box)] };
      }
    }

    for (const child of element.childNodes) {
      if (child instanceof view.Text) {
        if (isSeen) marks.push(...textMarks(child, element, style, { ...place, baselines }));
      } else if (child instanceof view.Element) walk(child, place);
    }
  }

  walk(root, { origin: moved(-left, -top), clips: [], opacity: 1, scale: 1 });
  return marks.map(withoutNeedlessClips);
}

const RECT = /^M(\S+) (\S+)L(\S+) \2 \3 (\S+) \1 \4Z$/;

/** A box around all that a mark has is no clip; most of them are. */
export function withoutNeedlessClips(mark: Mark): Mark {
  if (mark.clips.length === 0 || (mark.kind === 'text' && mark.matrix)) return mark;
  const half = (mark.kind === 'path' ? (mark.stroke?.width ?? 0) : (mark.halo?.width ?? 0)) / 2;
  const own: Box =
    mark.kind === 'path'
      ? boxAround(segmentsOf(mark.d))
      : { left: mark.chars[0]?.x ?? 0, top: mark.y - mark.size * 0.9, right: Math.max(...mark.chars.map(({ x, advance }) => x + advance)), bottom: mark.y + mark.size * 0.25 };
  const clips = mark.clips.filter((clip, index) => {
    if (mark.clips.indexOf(clip) !== index) return false;
    const [, left, top, right, bottom] = RECT.exec(clip)?.map(Number) ?? [];
    if (left === undefined || top === undefined || right === undefined || bottom === undefined) return true;
    return own.left - half < left - 0.05 || own.top - half < top - 0.05 || own.right + half > right + 0.05 || own.bottom + half > bottom + 0.05;
  });
  return { ...mark, clips };
}
