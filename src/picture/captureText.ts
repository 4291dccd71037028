import { after, isUpright, ofMatrix, scaleOf, type Affine } from './affine.ts';
import { px } from './captureBox.ts';
import { paintOf } from './colour.ts';
import type { Clips, Mark, PlacedCharacter, Stroke, TextMark } from './mark.ts';

/** Where the baseline lies in a line's box, as a share of its height; the browser is asked once for each font. */
export type Baselines = (style: CSSStyleDeclaration) => number;

export function baselinesOf(document: Document): Baselines {
  const known = new Map<string, number>();
  return (style) => {
    const key = `${style.fontFamily}|${style.fontWeight}|${style.fontStyle}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const line = document.createElement('div');
    const word = document.createElement('span');
    const foot = document.createElement('span');
    line.className = 'poster-probe';
    // Large, because browsers round ascents to whole pixels.
    Object.assign(line.style, { fontFamily: style.fontFamily, fontWeight: style.fontWeight, fontStyle: style.fontStyle });
    foot.className = 'poster-foot-of-line';
    word.textContent = 'x';
    line.append(word, foot);
    document.body.append(line);
    const [letters, baseline] = [word.getBoundingClientRect(), foot.getBoundingClientRect().bottom];
    const share = letters.height > 0 ? (baseline - letters.top) / letters.height : 0.8;
    line.remove();
    known.set(key, share);
    return share;
  };
}

const isBlank = (char: string): boolean => /^[\s\u200b\u2060\ufeff\u00ad]$/.test(char);

/** The colour behind letters: a stroke of an SVG text that is painted first, or a shadow all around of an HTML one. */
function haloOf(style: CSSStyleDeclaration, isSvg: boolean, opacity: number, scale: number): Stroke | null {
  const line = { dash: [], dashOffset: 0, cap: 'round', join: 'round' } as const;
  if (isSvg) {
    const paint = style.stroke === 'none' ? null : paintOf(style.stroke, opacity * Number(style.strokeOpacity));
    return paint && { ...paint, ...line, width: px(style.strokeWidth) * scale };
  }
  if (style.textShadow === 'none') return null;
  const paint = paintOf(/\w+\([^)]*\)/.exec(style.textShadow)?.[0] ?? '', opacity);
  return paint && { ...paint, ...line, width: 3 * scale };
}

interface TextPlace {
  readonly origin: Affine;
  readonly clips: Clips;
  readonly opacity: number;
  /** Of HTML in a picture that was made smaller. */
  readonly scale: number;
  readonly baselines: Baselines;
}

/** Turned letters: where SVG itself says that each stands. */
function turned(text: SVGTextContentElement): readonly PlacedCharacter[] {
  const chars = [...(text.textContent ?? '').replace(/\s+/g, ' ').trim()];
  if (chars.length !== text.getNumberOfChars()) return [];
  return chars.flatMap((char, index) => {
    if (isBlank(char)) return [];
    const start = text.getStartPositionOfChar(index);
    return [{ char, x: start.x, advance: text.getEndPositionOfChar(index).x - start.x }];
  });
}

/** The letters of one text node, line by line, each where the browser set it. */
export function textMarks(node: Text, parent: Element, style: CSSStyleDeclaration, place: TextPlace): readonly Mark[] {
  const content = node.data;
  if (content.trim() === '') return [];
  const isSvg = parent instanceof (parent.ownerDocument.defaultView ?? window).SVGElement;
  const view = parent.ownerDocument.defaultView;
  if (!view) return [];
  const ctm = isSvg && parent instanceof view.SVGGraphicsElement ? parent.getScreenCTM() : null;
  const matrix = ctm ? after(place.origin, ofMatrix(ctm)) : null;
  const scale = matrix ? scaleOf(matrix) : place.scale;
  const fill = isSvg ? (style.fill === 'none' ? null : paintOf(style.fill, place.opacity * Number(style.fillOpacity))) : paintOf(style.color, place.opacity);
  if (!fill || px(style.fontSize) <= 0) return [];
  const said = { kind: 'text', family: style.fontFamily, weight: Number(style.fontWeight) || 400, fill, clips: place.clips } as const;
  const halo = haloOf(style, isSvg, place.opacity, matrix && !isUpright(matrix) ? 1 : scale);

  if (matrix && !isUpright(matrix) && parent instanceof view.SVGTextContentElement) {
    const chars = turned(parent);
    const first = chars.length > 0 ? parent.getStartPositionOfChar(0) : null;
    return first ? [{ ...said, chars, y: first.y, size: px(style.fontSize), halo, matrix }] : [];
  }

  const size = px(style.fontSize) * scale;
  const spacing = px(style.letterSpacing) * scale;
  const [dx, dy] = [place.origin[4], place.origin[5]];
  const range = parent.ownerDocument.createRange();
  const share = place.baselines(style);
  const lines: { y: number; chars: PlacedCharacter[] }[] = [];
  let index = 0;
  for (const char of content) {
    const start = index;
    index += char.length;
    if (isBlank(char)) continue;
    range.setStart(node, start);
    range.setEnd(node, index);
    const box = [...range.getClientRects()].find(({ width, height }) => width > 0 && height > 0);
    if (!box) continue;
    const y = box.top + box.height * share + dy;
    const line = lines.at(-1);
    const placed = { char, x: box.left + dx, advance: Math.max(0, box.width - spacing) };
    if (line && Math.abs(line.y - y) < 0.5) line.chars.push(placed);
    else lines.push({ y, chars: [placed] });
  }
  return lines.map(({ y, chars }): TextMark => ({ ...said, chars, y, size, halo, matrix: null }));
}
