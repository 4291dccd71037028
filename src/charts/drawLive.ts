import type { TrendStop } from '../view/trendView.ts';
import { init } from './echarts.ts';
import type { PictureSize, TrendOption } from './trendOption.ts';

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

const POINTER_EVENTS = ['mousemove', 'mousedown', 'mouseup', 'mouseover', 'mouseout', 'pointermove', 'pointerdown', 'pointerup', 'click'] as const;

/**
 * On a large screen the sheet is zoomed, and there zrender's own reckoning of where the pointer is goes wrong.
 * It uses `zrX` and `zrY` when an event has them.
 */
function tellPlaceOfPointer(box: HTMLElement): void {
  for (const type of POINTER_EVENTS) {
    box.addEventListener(
      type,
      (event) => {
        const { left, top, width } = box.getBoundingClientRect();
        const zoom = width / box.offsetWidth || 1;
        Object.assign(event, { zrX: (event.clientX - left) / zoom, zrY: (event.clientY - top) / zoom });
      },
      { capture: true },
    );
  }
}

export interface LiveChart {
  /** Shows the stop's tooltip and cross line, as the pointer does. */
  show(stop: number): void;
  redraw(option: TrendOption, size: PictureSize): void;
  dispose(): void;
}

function tipOf(stop: TrendStop | undefined): HTMLElement {
  const tip = document.createElement('div');
  tip.className = 'chart-tip';
  if (!stop) return tip;
  const title = document.createElement('b');
  title.textContent = stop.title;
  tip.append(title);
  for (const { name, text } of stop.rows) {
    const row = document.createElement('div');
    row.textContent = `${name} ${text}`;
    tip.append(row);
  }
  return tip;
}

const nearest = (stops: readonly TrendStop[], x: number): TrendStop | undefined =>
  stops.reduce<TrendStop | undefined>((best, stop) => (!best || Math.abs(stop.x - x) < Math.abs(best.x - x) ? stop : best), undefined);

/**
 * Takes over a drawn picture in place: the same option, the same size, now with a tooltip.
 *
 * @param box An empty element with the size of the picture.
 * @param onStop Hears which stop the pointer or the keys are at.
 */
export function drawLive(box: HTMLElement, option: TrendOption, { width, height }: PictureSize, stops: readonly TrendStop[], onStop: (stop: TrendStop) => void): LiveChart {
  allowTextStyle();
  tellPlaceOfPointer(box);
  const chart = init(box, null, { renderer: 'svg', width, height });
  const withTip = (plain: TrendOption): TrendOption => ({
    ...plain,
    tooltip: {
      ...plain.tooltip,
      backgroundColor: 'var(--raised)',
      borderColor: 'var(--axis)',
      borderWidth: 1,
      padding: [8, 12],
      extraCssText: 'border-radius:2px;box-shadow:none;max-width:22em;white-space:normal',
      formatter: (params) => {
        const one = Array.isArray(params) ? params[0] : params;
        const value = Array.isArray(one?.value) ? Number(one.value[0]) : NaN;
        const stop = nearest(stops, value);
        if (stop) onStop(stop);
        return tipOf(stop);
      },
    },
  });
  chart.setOption(withTip(option));
  return {
    show(index) {
      const stop = stops[index];
      if (!stop) return;
      chart.dispatchAction({ type: 'showTip', x: chart.convertToPixel({ xAxisIndex: 0 }, stop.x), y: height / 2 });
      onStop(stop);
    },
    redraw(next, size) {
      chart.resize({ width: size.width, height: size.height });
      chart.setOption(withTip(next), { notMerge: true });
    },
    dispose: () => chart.dispose(),
  };
}
