import { init } from './echarts.ts';
import type { PictureSize, TrendOption } from './trendOption.ts';

/** `style="…"` is refused by a strict content security policy; the same facts as attributes are not. */
const styleToAttributes = (css: string): string =>
  css
    .split(';')
    .map((rule) => rule.split(':').map((part) => part.trim()))
    .filter(([name = '', value = '']) => /^(font-size|font-weight|font-style|fill|stroke|opacity|text-anchor|dominant-baseline)$/.test(name) && value !== '')
    .map(([name, value]) => ` ${name}="${(value ?? '').replace(/"/g, '&quot;')}"`)
    .join('');

/**
 * Draws an option without a browser.
 *
 * @returns An `<svg>` that scales with its box: no generated class names, no style attributes, no motion,
 *   so one option is one text on every machine. Hidden from speech: the figure has its own words.
 */
export function drawStatic(option: TrendOption, { width, height }: PictureSize): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  chart.setOption(option);
  const svg = chart.renderToSVGString({ useViewBox: true });
  // Without this Node never exits.
  chart.dispose();
  return svg
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, '')
    .replace(/ class="[^"]*"/g, '')
    .replace(/ ecmeta_[a-z_]+="[^"]*"/g, '')
    .replace(/ style="([^"]*)"/g, (_, css: string) => styleToAttributes(css))
    .replace(/<svg width="\d+(?:\.\d+)?" height="\d+(?:\.\d+)?"/, '<svg aria-hidden="true" focusable="false"')
    .replace(/ (?:xmlns:xlink|baseProfile|version)="[^"]*"/g, '')
    .replace(/<rect width="[^"]*" height="[^"]*" x="0" y="0"[^>]*fill="none"[^>]*><\/rect>/, '')
    // Everything lies inside the axes; an id would tell how many pictures were drawn before, and two could share it.
    .replace(/ clip-path="[^"]*"/g, '')
    .replace(/<clipPath[\s\S]*?<\/clipPath>/g, '')
    .replace(/<defs ?>\s*<\/defs>/g, '')
    // Coordinates, not the figures between the tags: 10.9967 must not be drawn as 10.99.
    .replace(/<[^>]*>/g, (tag) => tag.replace(/(\d+\.\d{2})\d+/g, '$1'))
    .replace(/\n/g, '');
}
