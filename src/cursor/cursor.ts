import type { Attachment } from 'svelte/attachments';
import { isCursorMode, nextStop, type CursorMode, type Stop } from './nextStop.ts';
import { open } from '../state/place.ts';

type StopElement = HTMLElement | SVGElement;

const isStopElement = (node: Element): node is StopElement => node instanceof HTMLElement || node instanceof SVGElement;

/** Smallest side of the ring, and its distance from the stop, in CSS pixels. */
const RING = 14;
const GAP = 4;
/** From the ring to the words. */
const TIP_GAP = 8;

function part(parent: HTMLElement, name: string): HTMLElement {
  const element = document.createElement('div');
  element.className = name;
  parent.append(element);
  return element;
}

function put(element: HTMLElement, x: number, y: number, width?: number, height?: number): void {
  // By transform: what moves so is no layout shift.
  element.style.transform = `translate(${x}px,${y}px)`;
  if (width !== undefined) element.style.width = `${width}px`;
  if (height !== undefined) element.style.height = `${height}px`;
}

/**
 * The one keyboard and pointer cursor of drawn figures. All it needs stands in the document: stops are elements with
 * `data-stop` (the line they are on) and `data-say` (what they say), read afresh at each step, so a figure that is
 * redrawn goes on working. Pointer, keys, words on the picture and words spoken are the same.
 *
 * @param area Has `data-cursor` (how it is walked), a name and tabindex 0, and the class `cursor-area`.
 * @returns Takes the cursor away again.
 */
export function attachCursor(area: HTMLElement): () => void {
  const layer = document.createElement('div');
  layer.className = 'cursor-layer';
  layer.setAttribute('aria-hidden', 'true');
  layer.hidden = true;
  const across = part(layer, 'cursor-across');
  const down = part(layer, 'cursor-down');
  const ring = part(layer, 'cursor-ring');
  const tip = part(layer, 'cursor-tip');
  const spoken = document.createElement('p');
  spoken.className = 'visually-hidden';
  spoken.setAttribute('aria-live', 'polite');
  area.append(layer, spoken);

  /** Where the cursor is: the element, and its place on its line for when that has been redrawn. */
  let current: { readonly element: StopElement; readonly line: string; readonly nth: number } | null = null;
  let frame = 0;

  const mode = (): CursorMode => (isCursorMode(area.dataset['cursor']) ? area.dataset['cursor'] : 'list');
  const lineOf = (element: StopElement): string => element.dataset['stop'] ?? '';
  /** In a grid of cells the focus itself moves. */
  const isRoving = (element: StopElement): boolean => element.hasAttribute('tabindex');
  /** Of a figure that is drawn for two widths only the shown one counts. */
  const elements = (): readonly StopElement[] => [...area.querySelectorAll('[data-stop]')].filter(isStopElement).filter((element) => element.getClientRects().length > 0);

  function stopOf(element: StopElement): Stop {
    const { left, top, width, height } = element.getBoundingClientRect();
    const [x, y] = [left + width / 2, top + height / 2];
    const cell = element.closest('td,th');
    const row = cell?.parentElement;
    return {
      line: lineOf(element),
      // Plots side by side share an axis, whose places they tell.
      x: Number(element.dataset['column'] ?? x),
      y,
      row: Number(element.dataset['row'] ?? (row instanceof HTMLTableRowElement ? row.rowIndex : Math.round(y))),
      column: Number(element.dataset['column'] ?? (cell instanceof HTMLTableCellElement ? cell.cellIndex : Math.round(x))),
    };
  }

  function currentIndex(all: readonly StopElement[]): number | null {
    if (!current) return null;
    const { element, line, nth } = current;
    const same = all.indexOf(element);
    if (same >= 0) return same;
    const redrawn = all.filter((one) => lineOf(one) === line)[nth];
    return redrawn ? all.indexOf(redrawn) : null;
  }

  function hide(): void {
    cancelAnimationFrame(frame);
    layer.hidden = true;
    spoken.textContent = '';
  }

  function show(element: StopElement): void {
    const line = lineOf(element);
    current = { element, line, nth: elements().filter((one) => lineOf(one) === line).indexOf(element) };
    const words = element.dataset['say'] ?? '';
    tip.textContent = words;
    // What has the focus says itself.
    const said = document.activeElement === element ? '' : words;
    if (layer.hidden || spoken.textContent !== said) spoken.textContent = said;
    layer.hidden = false;
    layer.dataset['mode'] = mode();
    place(element);
  }

  /** The body is zoomed on a large screen: measures of the screen are divided by that to become lengths of the layer. */
  function place(element: StopElement): void {
    const frameBox = layer.getBoundingClientRect();
    const zoom = frameBox.width / layer.offsetWidth || 1;
    const box = element.getBoundingClientRect();
    const left = (box.left - frameBox.left) / zoom;
    const top = (box.top - frameBox.top) / zoom;
    const [width, height] = [box.width / zoom, box.height / zoom];
    const [x, y] = [left + width / 2, top + height / 2];
    put(across, 0, y);
    put(down, x, 0);
    const [ringWidth, ringHeight] = [Math.max(RING, width + 2 * GAP), Math.max(RING, height + 2 * GAP)];
    put(ring, x - ringWidth / 2, y - ringHeight / 2, ringWidth, ringHeight);

    // The words stand above the ring, else below, inside the figure and the window.
    const { clientWidth, clientHeight } = document.documentElement;
    const seen = { left: -frameBox.left / zoom, top: -frameBox.top / zoom, right: (clientWidth - frameBox.left) / zoom, bottom: (clientHeight - frameBox.top) / zoom };
    const [tipWidth, tipHeight] = [tip.offsetWidth, tip.offsetHeight];
    const within = (value: number, low: number, high: number) => Math.max(low, Math.min(value, high));
    const above = y - ringHeight / 2 - TIP_GAP - tipHeight;
    const below = y + ringHeight / 2 + TIP_GAP;
    const fits = (at: number, low: number, high: number) => at >= low && at + tipHeight <= high;
    const [highest, lowest] = [Math.max(0, seen.top), Math.min(layer.offsetHeight, seen.bottom)];
    const chosen = [above, below].find((at) => fits(at, highest, lowest)) ?? [above, below].find((at) => fits(at, seen.top, seen.bottom)) ?? above;
    put(
      tip,
      within(x - tipWidth / 2, Math.max(0, seen.left), Math.min(layer.offsetWidth, seen.right) - tipWidth),
      within(chosen, seen.top, Math.max(seen.top, seen.bottom - tipHeight)),
    );
  }

  function onkeydown(event: KeyboardEvent): void {
    const { key, target } = event;
    if (event.altKey || event.metaKey || event.shiftKey || event.defaultPrevented) return;
    const focused = target instanceof Element ? target.closest('[data-stop]') : null;
    if (target !== area && !focused) return;
    if (key === 'Escape' && !layer.hidden) {
      event.preventDefault();
      hide();
      return;
    }
    const all = elements();
    const from = focused && isStopElement(focused) ? all.indexOf(focused) : currentIndex(all);
    if (key === 'Enter' && target === area && from !== null && !layer.hidden) {
      const stop = all[from];
      if (!stop) return;
      event.preventDefault();
      const href = stop.closest<HTMLElement | SVGElement>('[data-href]')?.dataset['href'];
      if (href !== undefined) open(href);
      else stop.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
      return;
    }
    const to = nextStop(mode(), key, all.map(stopOf), from, event.ctrlKey);
    const element = to === null ? undefined : all[to];
    if (!element) return;
    event.preventDefault();
    element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    if (isRoving(element)) element.focus({ preventScroll: true });
    show(element);
  }

  /** The stop under the pointer, or the nearest: along a line what counts is the time, in a list the row. */
  function stopAt({ target, clientX, clientY }: PointerEvent): StopElement | undefined {
    const direct = target instanceof Element ? target.closest('[data-stop]') : null;
    if (direct && isStopElement(direct) && area.contains(direct)) return direct;
    const weights = { time: { x: 1, y: 1 / 3 }, list: { x: 1 / 3, y: 1 }, grid: { x: 1, y: 1 } }[mode()];
    const away = (at: number, low: number, high: number) => Math.max(low - at, 0, at - high);
    let best: { readonly element: StopElement; readonly distance: number } | undefined;
    for (const element of elements()) {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      const distance = Math.hypot(away(clientX, left, right) * weights.x, away(clientY, top, bottom) * weights.y);
      if (!best || distance < best.distance) best = { element, distance };
    }
    return best?.element;
  }

  function onpointer(event: PointerEvent): void {
    // A finger that moves is scrolling; its tap is what shows.
    if (event.pointerType === 'touch' && event.type === 'pointermove') return;
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      const element = stopAt(event);
      if (element && (layer.hidden || element !== current?.element)) show(element);
    });
  }

  const onleave = (event: PointerEvent) => {
    if (event.pointerType !== 'touch') hide();
  };
  const onoutside = ({ target }: Event) => {
    if (!layer.hidden && target instanceof Node && !area.contains(target)) hide();
  };
  const onfocusin = ({ target }: FocusEvent) => {
    if (target instanceof Element && target !== area && target.matches(':focus-visible')) {
      const stop = target.closest('[data-stop]');
      if (stop && isStopElement(stop)) show(stop);
    }
  };
  const onfocusout = ({ relatedTarget }: FocusEvent) => {
    if (!(relatedTarget instanceof Node && area.contains(relatedTarget))) hide();
  };
  /** A box inside the figure was scrolled, or the figure has another size. */
  const onmoved = () => {
    if (layer.hidden) return;
    const all = elements();
    const element = all[currentIndex(all) ?? -1];
    if (!element) {
      hide();
      return;
    }
    const [box, frameBox] = [element.getBoundingClientRect(), area.getBoundingClientRect()];
    if (box.bottom < frameBox.top || box.top > frameBox.bottom || box.right < frameBox.left || box.left > frameBox.right) hide();
    else place(element);
  };
  const resized = new ResizeObserver(onmoved);

  area.addEventListener('keydown', onkeydown);
  area.addEventListener('pointermove', onpointer);
  area.addEventListener('pointerdown', onpointer);
  area.addEventListener('pointerleave', onleave);
  area.addEventListener('focusin', onfocusin);
  area.addEventListener('focusout', onfocusout);
  // Scrolling does not bubble.
  area.addEventListener('scroll', onmoved, { capture: true, passive: true });
  document.addEventListener('pointerdown', onoutside);
  resized.observe(area);

  return () => {
    cancelAnimationFrame(frame);
    resized.disconnect();
    area.removeEventListener('keydown', onkeydown);
    area.removeEventListener('pointermove', onpointer);
    area.removeEventListener('pointerdown', onpointer);
    area.removeEventListener('pointerleave', onleave);
    area.removeEventListener('focusin', onfocusin);
    area.removeEventListener('focusout', onfocusout);
    area.removeEventListener('scroll', onmoved, { capture: true });
    document.removeEventListener('pointerdown', onoutside);
    layer.remove();
    spoken.remove();
  };
}

/** The cursor for a component: `<div class="cursor-area" data-cursor="time" … {@attach cursor()}>`. */
export const cursor = (): Attachment<HTMLElement> => attachCursor;
