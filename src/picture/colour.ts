import type { Paint } from './mark.ts';

const hex = (share: number): string => Math.round(Math.max(0, Math.min(255, share))).toString(16).padStart(2, '0');
const NUMBERS = /[\d.]+(?:e-?\d+)?%?/g;
const amount = (text: string | undefined, whole: number): number => (text === undefined ? 0 : text.endsWith('%') ? (Number(text.slice(0, -1)) / 100) * whole : Number(text));

/**
 * A colour as browsers compute it: “rgb(1, 2, 3)”, “rgba(1, 2, 3, 0.4)”, “color(srgb 0.1 0.2 0.3 / 0.5)”.
 * @returns Null where nothing would be seen, or for what is no colour.
 */
export function paintOf(text: string, opacity = 1): Paint | null {
  const isShare = text.startsWith('color(srgb');
  if (!isShare && !/^rgba?\(/.test(text)) return null;
  const parts = text.slice(isShare ? 'color(srgb'.length : 0).match(NUMBERS) ?? [];
  const whole = isShare ? 1 : 255;
  const [red, green, blue] = [0, 1, 2].map((index) => (amount(parts[index], whole) * 255) / whole);
  const seen = (parts[3] === undefined ? 1 : amount(parts[3], 1)) * opacity;
  return seen <= 0.002 ? null : { colour: `#${hex(red ?? 0)}${hex(green ?? 0)}${hex(blue ?? 0)}`, opacity: Math.min(1, Math.round(seen * 1000) / 1000) };
}
