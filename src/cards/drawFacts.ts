import type { CardPicture } from './cardView.ts';
import type { Box, Sheet } from './sheet.ts';

type Kind<K extends CardPicture['kind']> = Extract<CardPicture, { kind: K }>;

/** One figure, as large as the sheet allows; an exact share also as squares of a hundred. */
export function drawNumber(sheet: Sheet, { value, unit, when, percent }: Kind<'number'>, { left, top, right, bottom }: Box): void {
  const side = bottom - top;
  const width = percent === null ? right - left : right - left - side - 60;
  const middle = (top + bottom) / 2;
  const unitWidth = unit === '' ? 0 : sheet.measure(unit, 'strong', 36) + 20;
  const number = sheet.line(value, { face: 'display', sizes: [170, 150, 130, 112, 96, 80, 64, 52, 44], width: width - unitWidth, x: left - 4, y: middle + 46, role: 'series-1-text' });
  if (unit !== '') sheet.text(unit, { face: 'strong', size: 36, x: number.right + 20, y: middle + 46, role: 'series-1-text' });
  sheet.line(when, { face: 'text', sizes: [30, 24], width, x: left, y: middle + 104, role: 'text-muted' });
  if (percent === null) return;
  const pitch = side / 10;
  for (let index = 0; index < 100; index += 1) {
    const [x, y] = [right - side + (index % 10) * pitch, bottom - (Math.floor(index / 10) + 1) * pitch];
    const part = Math.min(1, Math.max(0, percent - index));
    sheet.box(x, y, pitch - 4, pitch - 4, 'grid');
    if (part > 0) sheet.box(x, y, (pitch - 4) * part, pitch - 4, 'series-1');
  }
}

/** Figures of their own kinds side by side: no bars, since they are not to be compared. */
export function drawFigures(sheet: Sheet, { figures }: Kind<'figures'>, { left, top, right, bottom }: Box): void {
  const columns = figures.length <= 3 ? Math.max(1, figures.length) : Math.ceil(figures.length / 2);
  const rows = Math.ceil(figures.length / columns);
  const gap = 36;
  const width = (right - left - gap * (columns - 1)) / columns;
  const height = (bottom - top) / rows;
  const size = height >= 180 ? 64 : height >= 128 ? 40 : 32;
  const note = height >= 180 ? 20 : 18;
  figures.forEach(({ value, name, when }, index) => {
    const x = left + (index % columns) * (width + gap);
    const y = top + Math.floor(index / columns) * height;
    sheet.box(x, y + 4, width, 3, 'rule-weak');
    sheet.line(value, { face: 'strong', sizes: [1, 0.85, 0.7, 0.58, 0.48].map((part) => size * part), width, x, y: y + 16 + size * 0.86, role: 'series-1-text' });
    const start = y + 16 + size * 1.12;
    // What is left between the value and the time below it.
    const names = sheet.block(name, { face: 'text', sizes: height >= 180 ? [27, 24, 21, 19] : [21, 19, 17, 15], x, top: start, width, height: y + height - note - 12 - start, maxLines: 3, leading: 1.25, role: 'text' });
    sheet.line(when, { face: 'text', sizes: [note, note - 3], width, x, y: names.bottom + note, role: 'text-muted' });
  });
}

/** All countries of an edition on one axis: one stroke each, the one that the sentence is about in red. */
export function drawStrip(sheet: Sheet, { strip }: Kind<'strip'>, { left, top, right, bottom }: Box): void {
  const width = right - left;
  const at = (percent: number) => left + (percent / 100) * width;
  const [high, low] = [top + 74, bottom - 74];
  sheet.box(left, low, width, 2, 'axis');
  for (const tick of strip.ticks) sheet.box(at(tick.x) - 1.25, high + 18, 2.5, low - high - 18, 'series-other');
  const own = strip.marked.find(({ tone }) => tone === 0);
  sheet.box(at(strip.median.x) - 2, high, 4, low - high, 'text-strong');
  const median = sheet.text(strip.median.text, { face: 'text', size: 24, x: at(strip.median.x), y: high - 12, role: 'text', anchor: 'middle' });
  if (own) {
    const x = at(own.x);
    sheet.box(x - 4, high - 6, 8, low - high + 6, 'selected');
    const isEnd = own.anchor === 'end';
    const size = 34;
    const isNear = isEnd ? x + 8 - sheet.measure(own.text, 'strong', size) < median.right + 20 : x - 8 + sheet.measure(own.text, 'strong', size) > median.left - 20;
    sheet.text(own.text, { face: 'strong', size, x: isEnd ? x + 6 : x - 6, y: isNear ? median.top - 14 : high - 18, role: 'selected', anchor: isEnd ? 'end' : 'start' });
  }
  for (const { x, text } of strip.axis) sheet.text(text, { face: 'text', size: 22, x: Math.min(right - sheet.measure(text, 'text', 22) / 2, Math.max(left + sheet.measure(text, 'text', 22) / 2, at(x))), y: low + 30, role: 'text-muted', anchor: 'middle' });
  for (const { from, to, text, count } of strip.zones) {
    const room = at(to) - at(from) - 8;
    sheet.line([text, count].join(' · '), { face: 'text', sizes: [22, 20, 17], width: room, x: (at(from) + at(to)) / 2, y: low + 62, role: 'text', anchor: 'middle' });
  }
}

/** Units on each network as squares: filled, later, or not stated. */
export function drawNetworks(sheet: Sheet, { networks, legend }: Kind<'networks'>, { left, top, right, bottom }: Box): void {
  const pitchY = (bottom - top - 40) / networks.length;
  const square = (x: number, y: number, side: number, kind: 'first' | 'later' | 'unsaid') => {
    if (kind === 'unsaid') sheet.hatch(x + 1, y + 1, side - 2, side - 2, 'notPublished');
    else sheet.box(x, y, side, side, kind === 'first' ? 'seq-4' : 'seq-2');
  };
  networks.forEach(({ name, tiles, text }, index) => {
    const y = top + index * pitchY;
    const end = sheet.text(text, { face: 'strong', size: 24, x: right, y: y + 24, role: 'text-strong', anchor: 'end' });
    sheet.line(name, { face: 'text', sizes: [24, 21, 18], width: end.left - left - 20, x: left, y: y + 24, role: 'text' });
    const pitch = Math.min((right - left + 6) / Math.max(1, tiles.length), pitchY - 36);
    tiles.forEach((kind, number) => square(left + number * pitch, y + 36, pitch - 6, kind));
  });
  let x = left;
  for (const { kind, label } of legend) {
    square(x, bottom - 26, 22, kind);
    x = sheet.text(label, { face: 'text', size: 21, x: x + 32, y: bottom - 8, role: 'text-muted' }).right + 32;
  }
}
