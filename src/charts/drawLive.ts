import { meant, pointAt, saidAt, type TrendPlace } from '../view/trendCursor.ts';
import type { TrendStop, TrendView } from '../view/trendView.ts';
import { offerRedraw } from '../picture/redraw.ts';
import { drawStatic } from './drawStatic.ts';
import { init } from './echarts.ts';
import { trendLayout, trendOption, type PictureSize } from './trendOption.ts';

/**
 * zrender writes the font of a text with setAttribute('style', …), which a strict content security policy refuses.
 * Written through the style object the same text is allowed; nothing else about an SVG text changes.
 */
function allowTextStyle(): void {
  Object.defineProperty(SVGTextElement.prototype, 'setAttribute', {
    configurable: true,
    value(this: SVGTextElement, name: string, value: string) {
      if (name === 'style') this.style.cssText = value;
      else Element.prototype.setAttribute.call(this, name, value);
    },
  });
}

export interface LiveTrend {
  /** Another picture in the place of this one, of the same size. */
  update(view: TrendView): void;
  /** Puts cross line, ring and words at a point; null takes them away. */
  show(place: TrendPlace | null, isPinned: boolean): void;
  dispose(): void;
}

/**
 * @param box Holds the drawn pictures; the live one is laid over the one that is shown.
 * @param hear Told the point under the pointer, and null when it leaves.
 */
export type DrawLive = (box: HTMLElement, view: TrendView, hear: (place: TrendPlace | null) => void, pinnedWord: string) => LiveTrend;

function part(parent: HTMLElement, name: string): HTMLElement {
  const element = document.createElement('div');
  element.className = name;
  parent.append(element);
  return element;
}

/** The words of a stop, as the live region has them too. */
function tell(tip: HTMLElement, { title, rows }: TrendStop, more: string): void {
  tip.textContent = '';
  const head = document.createElement('b');
  head.textContent = title;
  tip.append(head);
  for (const { name, text } of rows) part(tip, 'tip-row').textContent = `${name} ${text}`;
  if (more !== '') part(tip, 'tip-more').textContent = more;
}

const RING = 26;
const GAP = 10;
const within = (value: number, low: number, high: number) => Math.max(low, Math.min(value, high));

/** The drawn picture that is shown at this width: the size it was drawn for, and how much it is enlarged. A narrow phone shows a list instead. */
function drawnIn(box: HTMLElement): { readonly size: PictureSize; readonly enlarged: number } | null {
  const drawn = [...box.querySelectorAll<HTMLElement>('.drawn')].find((one) => one.clientWidth > 0);
  const [, , width = 0, height = 0] = (drawn?.querySelector('svg')?.getAttribute('viewBox') ?? '').split(' ').map(Number);
  return drawn && width > 0 && height > 0 ? { size: { width, height }, enlarged: drawn.clientWidth / width } : null;
}

/**
 * Puts a live chart where the drawn picture is, at the size at which that is shown: the same option, so nothing moves
 * and no letter changes. The drawn one is hidden once the live one stands.
 */
export const drawLive: DrawLive = (box, first, hear, pinnedWord) => {
  allowTextStyle();
  const live = document.createElement('div');
  live.className = 'live';
  const canvas = part(live, 'live-picture');
  const layer = part(live, 'cursor-layer');
  layer.dataset['mode'] = 'time';
  layer.setAttribute('aria-hidden', 'true');
  layer.hidden = true;
  const [line, ring, tip] = [part(layer, 'cursor-down'), part(layer, 'cursor-ring'), part(layer, 'cursor-tip chart-tip')];

  let view = first;
  let chart: ReturnType<typeof init> | null = null;
  let size: PictureSize = { width: 0, height: 0 };
  let shown: { readonly place: TrendPlace; readonly isPinned: boolean } | null = null;

  const layout = () => trendLayout(view, size);
  function draw(): void {
    if (!chart) return;
    chart.resize(size);
    chart.setOption(trendOption(view, size), { notMerge: true });
  }

  function place(): void {
    const point = shown && pointAt(view, shown.place);
    const said = shown && saidAt(view, shown.place);
    layer.hidden = !shown || !point || !said || !chart;
    if (!shown || !point || !said || !chart) return;
    const { toX, toY } = layout();
    const [x, y] = [toX(point.x), toY(point.y)];
    line.style.transform = `translate(${x - 0.5}px,0)`;
    ring.style.width = ring.style.height = `${RING}px`;
    ring.style.transform = `translate(${x - RING / 2}px,${y - RING / 2}px)`;
    layer.classList.toggle('is-pinned', shown.isPinned);
    tell(tip, said, shown.isPinned ? pinnedWord : '');
    const [width, height] = [tip.offsetWidth, tip.offsetHeight];
    // Beside the point, where the cross line is not hidden; on the other side near the right edge.
    const right = x + RING / 2 + GAP;
    const left = right + width <= size.width ? right : Math.max(0, x - RING / 2 - GAP - width);
    tip.style.transform = `translate(${left}px,${within(y - height / 2, 0, Math.max(0, size.height - height))}px)`;
  }

  function fit(): void {
    const next = drawnIn(box);
    if (!next) return;
    live.style.width = `${next.size.width}px`;
    live.style.height = `${next.size.height}px`;
    live.style.setProperty('zoom', String(next.enlarged));
    if (chart && next.size.width === size.width && next.size.height === size.height) return;
    size = next.size;
    chart ??= init(canvas, null, { renderer: 'svg', ...size });
    draw();
    place();
    box.classList.add('is-live');
  }

  const onpointer = (event: PointerEvent) => {
    const { left, top, width } = live.getBoundingClientRect();
    // On a large screen the sheet is zoomed too: what was measured on the screen is brought back to the picture's own pixels.
    const zoom = width / size.width || 1;
    const { toX, toY } = layout();
    hear(meant(view, { x: (event.clientX - left) / zoom, y: (event.clientY - top) / zoom }, toX, toY));
  };
  const onleave = () => hear(null);
  live.addEventListener('pointermove', onpointer);
  live.addEventListener('pointerdown', onpointer);
  live.addEventListener('pointerleave', onleave);

  box.prepend(live);
  fit();
  const watch = new ResizeObserver(fit);
  watch.observe(box);
  const takeBack = offerRedraw(box, (wanted) => drawStatic(trendOption(view, wanted), wanted));
  return {
    update(next) {
      if (next === view) return;
      view = next;
      draw();
      place();
    },
    show(to, isPinned) {
      shown = to && { place: to, isPinned };
      place();
    },
    dispose() {
      watch.disconnect();
      takeBack();
      chart?.dispose();
      live.remove();
      box.classList.remove('is-live');
    },
  };
};
