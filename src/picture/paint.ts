import type { Mark, Stroke } from './mark.ts';
import { fitted } from './placeGlyph.ts';

function useStroke(context: CanvasRenderingContext2D, { colour, opacity, width, dash, dashOffset, cap, join }: Stroke): void {
  context.strokeStyle = colour;
  context.globalAlpha = opacity;
  context.lineWidth = width;
  context.setLineDash([...dash]);
  context.lineDashOffset = dashOffset;
  context.lineCap = cap;
  context.lineJoin = join;
}

/**
 * Paints the marks with the page's own fonts. Nothing is loaded on the way, which a policy could refuse: an image from
 * `data:` or `blob:` is one more source to allow.
 */
export function paint(marks: readonly Mark[], width: number, height: number, scale: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) throw new Error('the browser paints no pictures');
  context.scale(canvas.width / width, canvas.height / height);
  context.textBaseline = 'alphabetic';
  for (const mark of marks) {
    context.save();
    for (const clip of mark.clips) context.clip(new Path2D(clip));
    if (mark.kind === 'path') {
      const path = new Path2D(mark.d);
      if (mark.fill) {
        context.fillStyle = mark.fill.colour;
        context.globalAlpha = mark.fill.opacity;
        context.fill(path, mark.isEvenOdd ? 'evenodd' : 'nonzero');
      }
      if (mark.stroke) {
        useStroke(context, mark.stroke);
        context.stroke(path);
      }
    } else {
      if (mark.matrix) context.transform(...mark.matrix);
      context.font = `${mark.weight} ${mark.size}px ${mark.family}`;
      const each = (draw: (char: string) => void): void => {
        for (const { char, x, advance } of mark.chars) {
          // A canvas has no tabular figures, and pushes no sign: the widths may differ.
          const { stretch, shift } = fitted(char, advance, context.measureText(char).width);
          context.save();
          context.translate(x + shift, mark.y);
          context.scale(stretch, 1);
          draw(char);
          context.restore();
        }
      };
      const { halo } = mark;
      if (halo) {
        useStroke(context, halo);
        each((char) => context.strokeText(char, 0, 0));
      }
      context.fillStyle = mark.fill.colour;
      context.globalAlpha = mark.fill.opacity;
      each((char) => context.fillText(char, 0, 0));
    }
    context.restore();
  }
  return canvas;
}
