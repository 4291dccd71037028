import type { Glyph } from './letters.ts';

/** Radius of a dot, and how far from its middle a circle's curve has its handles. */
const [R, H] = [60, 33];

const dot = (x: number, y: number): string =>
  `M${x - R} ${y}C${x - R} ${y - H} ${x - H} ${y - R} ${x} ${y - R}C${x + H} ${y - R} ${x + R} ${y - H} ${x + R} ${y}C${x + R} ${y + H} ${x + H} ${y + R} ${x} ${y + R}C${x - H} ${y + R} ${x - R} ${y + H} ${x - R} ${y}Z`;

/** Eight dots around: the ring of a forecast. */
const dots = Array.from({ length: 8 }, (_, index) => dot(Math.round(500 + 330 * Math.cos((index * Math.PI) / 4)), Math.round(-380 + 330 * Math.sin((index * Math.PI) / 4)))).join('');

/** Signs that the fonts lack, drawn here; the same in every face. */
export const SIGNS: Readonly<Record<string, Glyph>> = {
  '◌': { advance: 1000, d: dots },
  Σ: { advance: 640, d: 'M60 0V-70L330 -370L60 -660V-733H580V-650H190L440 -372L180 -84H590V0Z' },
  '⁻': { advance: 340, d: 'M30 -470H310V-530H30Z' },
};

