import type { WorldPicture } from '../../view/wall/sceneView.ts';
import { overlap, type Box, type Point, type Size } from './boxes.ts';
import { textWidth, widest } from './text.ts';

export interface WorldLabel {
  readonly text: string;
  /** Baseline. */
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly box: Box;
  readonly isMain: boolean;
}

/** Everything of the picture in CSS pixels of its room. */
export interface WorldLayout {
  readonly letter: number;
  readonly plot: Box;
  readonly points: readonly (Point & { readonly isMain: boolean })[];
  /** Points that are joined, one list a stretch between breaks. */
  readonly lines: readonly (readonly Point[])[];
  readonly breaks: readonly number[];
  readonly labels: readonly WorldLabel[];
  readonly years: readonly WorldLabel[];
  readonly ticks: readonly { readonly text: string; readonly x: number; readonly y: number }[];
  readonly among: WorldLabel | null;
  readonly strip: {
    readonly y: number;
    readonly height: number;
    readonly from: number;
    readonly to: number;
    readonly marks: readonly number[];
    readonly own: number;
    readonly ownLabel: WorldLabel;
    readonly name: WorldLabel | null;
  } | null;
}

const LINE = 1.3;
const MAIN = 1.5;

/** In em: the least room for the line and for the strip below it. */
export const WORLD_LEAST = { width: 14, plot: 6.5, strip: 4.4 } as const;
/** Wider than this by its height, a room has the strip beside the line. */
const BESIDE = 2.4;
const SHARE_BESIDE = 0.6;

const label = (text: string, x: number, y: number, size: number, anchor: WorldLabel['anchor'], isMain: boolean): WorldLabel => {
  const width = textWidth(text, isMain) * size;
  return { text, x, y, anchor, isMain, box: { x: anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2, y: y - size * 0.86, width, height: size } };
};

/**
 * @param room CSS pixels.
 * @param em The smallest letters, CSS pixels.
 * @param isStrip The stage is a strip: the countries stand beside the line when its room is one too.
 */
export function worldLayout(picture: WorldPicture, room: Size, em: number, isStrip: boolean): WorldLayout {
  const { editions } = picture;
  const letter = em * Math.min(1.5, Math.max(1, Math.min(room.height / em / 16, room.width / em / 26)));
  const main = letter * MAIN;
  const isBeside = isStrip && room.width > BESIDE * room.height && room.width / em > 40;
  const hasStrip = picture.strip.length > 0 && (isBeside || room.height / em >= WORLD_LEAST.plot + 1.5 + WORLD_LEAST.strip);
  const stripHeight = isBeside ? 0 : hasStrip ? Math.max(WORLD_LEAST.strip * letter, Math.min(room.height * 0.27, 7.5 * letter)) : 0;
  const tickWidth = widest(picture.ticks.map(({ text }) => text)) * letter + 0.6 * letter;
  const endWidth = Math.max(textWidth(editions.at(-1)?.placeText ?? '', true) * main, 0) + 0.7 * letter;
  const plot: Box = { x: tickWidth, y: main * 1.25, width: (isBeside ? room.width * SHARE_BESIDE : room.width) - tickWidth - endWidth, height: room.height - stripHeight - main * 1.25 - LINE * 1.3 * letter - (hasStrip && !isBeside ? 0.8 * letter : 0) };
  const xs = editions.map(({ x }) => x);
  const [first, last] = [Math.min(...xs), Math.max(...xs)];
  const across = (x: number): number => plot.x + (last === first ? 0.5 : (x - first) / (last - first)) * plot.width;
  // Place 1 on top, the last country at the bottom.
  const down = (place: number): number => plot.y + (picture.n <= 1 ? 0 : (place - 1) / (picture.n - 1)) * plot.height;
  const places = editions.map(({ place }) => place);
  const points = editions.map(({ x, place }, index) => ({ x: across(x), y: down(place), isMain: index === 0 || index === editions.length - 1 }));

  const lines: Point[][] = [];
  editions.forEach(({ isBreakBefore }, index) => {
    const point = points[index];
    if (!point) return;
    const line = lines.at(-1);
    if (line && !isBreakBefore) line.push(point);
    else lines.push([point]);
  });
  const breaks = editions.flatMap(({ isBreakBefore, x }, index) => {
    const before = editions[index - 1];
    return isBreakBefore && before ? [(across(before.x) + across(x)) / 2] : [];
  });

  // The ends first, then the highest and the lowest place, then every other that has room and lies off the line.
  const labels: WorldLabel[] = [];
  const isClear = (box: Box): boolean =>
    box.x >= 0 && box.x + box.width <= room.width && box.y >= 0 && box.y + box.height <= plot.y + plot.height
    && !labels.some((one) => overlap(one.box, box, letter * 0.2))
    && !points.some(({ x, y }) => overlap({ x: x - letter * 0.3, y: y - letter * 0.3, width: letter * 0.6, height: letter * 0.6 }, box))
    && !lines.some((line) => line.slice(1).some((to, index) => {
      const from = line[index] ?? to;
      const steps = 12;
      return Array.from({ length: steps + 1 }, (_, step) => ({ x: from.x + ((to.x - from.x) * step) / steps, y: from.y + ((to.y - from.y) * step) / steps })).some(({ x, y }) => x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height);
    }));
  const order = [...editions.keys()].sort((one, other) => rankOf(one) - rankOf(other));
  function rankOf(index: number): number {
    if (index === editions.length - 1) return 0;
    if (index === 0) return 1;
    const place = places[index] ?? 0;
    return place === Math.min(...places) || place === Math.max(...places) ? 2 : 3 + (editions.length - index) / 100;
  }
  /** Its neighbours have better places: words stand under it, off the line. */
  const isValley = (index: number): boolean => (places[index] ?? 0) >= ((places[index - 1] ?? 0) + (places[index + 1] ?? 0)) / 2;
  for (const index of order) {
    const [edition, point] = [editions[index], points[index]];
    if (!edition || !point) continue;
    const size = point.isMain ? main : letter;
    const above = label(edition.placeText, point.x, point.y - letter * 0.75, size, 'middle', point.isMain);
    const below = label(edition.placeText, point.x, point.y + letter * 0.55 + size * 0.86, size, 'middle', point.isMain);
    const choices = index === editions.length - 1
      ? [label(edition.placeText, point.x + letter * 0.6, point.y + size * 0.36, size, 'start', true)]
      : index === 0
        ? [{ ...above, ...label(edition.placeText, point.x - letter * 0.3, above.y, size, 'start', true) }, { ...below, ...label(edition.placeText, point.x - letter * 0.3, below.y, size, 'start', true) }]
        : isValley(index) ? [below, above] : [above, below];
    // A label over or under two points would leave open whose it is.
    const isOwn = ({ box }: WorldLabel): boolean => point.isMain || points.every((one, other) => other === index || one.x < box.x - letter * 0.15 || one.x > box.x + box.width + letter * 0.15);
    const found = choices.find((one) => isClear(one.box) && isOwn(one)) ?? (index === editions.length - 1 ? choices[0] : undefined);
    if (found) labels.push(found);
  }

  const years: WorldLabel[] = [];
  const base = plot.y + plot.height + letter * 1.35;
  for (const index of [...new Set([editions.length - 1, 0, ...editions.keys()].filter((one) => one >= 0))]) {
    const [edition, point] = [editions[index], points[index]];
    if (!edition || !point) continue;
    const anchor = index === 0 && point.x - (textWidth(edition.when) * letter) / 2 < 0 ? 'start' : 'middle';
    const made = label(edition.when, anchor === 'start' ? 0 : Math.min(point.x, room.width - (textWidth(edition.when) * letter) / 2), base, letter, anchor, false);
    if (!years.some((one) => overlap(one.box, made.box, letter * 0.6))) years.push(made);
  }
  const ticks = picture.ticks.map(({ place, text }) => ({ text, x: plot.x - letter * 0.6, y: down(place) })).filter(({ y }, index, all) => all.slice(0, index).every((one) => Math.abs(one.y - y) >= letter * 1.1));
  const amongLabel = label(picture.nText, plot.x + plot.width, plot.y + plot.height - letter * 0.5, letter, 'end', false);
  const among = isClear(amongLabel.box) ? amongLabel : null;

  if (!hasStrip) return { letter, plot, points, lines, breaks, labels, years, ticks, among, strip: null };
  const ownHeight = isBeside ? Math.min(room.height, 9 * letter) : stripHeight;
  const top = isBeside ? (room.height - ownHeight) / 2 : room.height - stripHeight;
  const left = isBeside ? room.width * SHARE_BESIDE + 2 * letter : 0;
  const [from, to] = [left + (isBeside ? 0 : Math.min(tickWidth, letter)), room.width - letter * 0.5];
  const at = (value: number): number => from + value * (to - from);
  const own = at(picture.own);
  const ownWidth = textWidth(picture.ownText, true) * main;
  const height = Math.max(letter * 1.4, ownHeight - main * 1.3 - 1.6 * letter);
  const y = top + main * 1.3;
  const ownX = Math.max(left + ownWidth / 2, Math.min(room.width - ownWidth / 2, own));
  const ownLabel = label(picture.ownText, ownX, top + main * 0.95, main, 'middle', true);
  const name = label(picture.stripName, left, top + main * 0.95, letter, 'start', false);
  const under = label(picture.stripName, left, top + ownHeight - letter * 0.4, letter, 'start', false);
  return {
    letter,
    plot,
    points,
    lines,
    breaks,
    labels,
    years,
    ticks,
    among,
    strip: { y, height, from, to, marks: picture.strip.map(at), own, ownLabel, name: !overlap(name.box, ownLabel.box, letter) ? name : under.box.x + under.box.width <= room.width ? under : null },
  };
}

/** Between 0 and 5: how well a room suits the picture; null: even the line has none. */
export function worldWorth({ width, height }: Size, isStrip: boolean): number | null {
  if (width < WORLD_LEAST.width || height < WORLD_LEAST.plot) return null;
  const hasStrip = height >= WORLD_LEAST.plot + 1.5 + WORLD_LEAST.strip;
  const isBeside = isStrip && width > BESIDE * height && width > 40;
  return 1.6 * Math.log(Math.min(width, isBeside ? 62 : 1.25 * Math.max(height, 14))) + 1.6 * Math.log(Math.min(height, 26)) + (hasStrip || isBeside ? 1.2 : 0);
}
