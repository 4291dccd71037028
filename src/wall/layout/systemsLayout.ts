import { linear } from '../../charts/scale.ts';
import type { SystemsPicture } from '../../view/wall/sceneView.ts';
import { overlap, type Box, type Size } from './boxes.ts';
import { lineCount, textWidth } from './text.ts';

/** Beginnings on an axis of time, in CSS pixels of the room. */
export interface SystemsLayout {
  readonly letter: number;
  readonly axis: number;
  readonly from: number;
  readonly to: number;
  readonly years: readonly { readonly x: number; readonly text: string }[];
  readonly items: readonly {
    readonly id: string;
    readonly x: number;
    readonly y: number;
    readonly isForum: boolean;
    /** Null: no room for its name; its dot stands on the axis. */
    readonly name: { readonly text: string; readonly x: number; readonly anchor: 'start' | 'end' } | null;
  }[];
  readonly moments: readonly { readonly id: string; readonly x: number; readonly top: number; readonly label: { readonly text: string; readonly x: number; readonly y: number; readonly anchor: 'start' | 'end' } | null }[];
  readonly named: number;
}

const ROW = 1.42;
const MOMENT_ROW = 1.35;
const MOST_GROWN = 1.5;

/**
 * @param room CSS pixels.
 * @param em The smallest letters, CSS pixels.
 */
export function systemsLayout(picture: SystemsPicture, room: Size, em: number): SystemsLayout {
  let best = laidOut(picture, room, em);
  // The largest letters at which no name is lost.
  for (let letter = em * 1.1; letter <= em * MOST_GROWN; letter += em * 0.1) {
    const larger = laidOut(picture, room, letter);
    if (larger.named < best.named) break;
    best = larger;
  }
  return best;
}

function laidOut({ items, moments, from, to }: SystemsPicture, room: Size, letter: number): SystemsLayout {
  const half = (textWidth('2000') * letter) / 2;
  const axis = room.height - 1.7 * letter;
  const toX = linear([from, to], [half, room.width - half]);
  const top = (moments.length * MOMENT_ROW + 0.2) * letter;
  const rows = Math.max(0, Math.floor((axis - 0.9 * letter - top) / (ROW * letter)));
  const rowY = (row: number): number => axis - 0.9 * letter - (row + 0.5) * ROW * letter;
  const dot = 0.32 * letter;
  const taken: Box[][] = Array.from({ length: rows }, () => []);
  const placed = new Map<string, { readonly y: number; readonly name: { readonly text: string; readonly x: number; readonly anchor: 'start' | 'end' } }>();
  // What was told of at a forum first, then the latest: those are what the hall knows.
  const order = [...items].sort((one, other) => Number(other.isForum) - Number(one.isForum) || other.year - one.year);
  for (const { id, name, year } of order) {
    const x = toX(year);
    const width = textWidth(name) * letter;
    for (let row = 0; row < rows && !placed.has(id); row += 1) {
      const own = taken[row] ?? [];
      for (const anchor of ['start', 'end'] as const) {
        const textX = anchor === 'start' ? x + 1.6 * dot : x - 1.6 * dot;
        const box: Box = { x: anchor === 'start' ? x - 1.3 * dot : textX - width, y: 0, width: width + 2.9 * dot, height: 1 };
        if (box.x < 0 || box.x + box.width > room.width || own.some((other) => overlap(box, other, 0.5 * letter))) continue;
        own.push(box);
        placed.set(id, { y: rowY(row), name: { text: name, x: textX, anchor } });
        break;
      }
    }
  }
  const step = [1, 2, 5, 10, 20].find((every) => toX(from + every) - toX(from) >= 2 * half + 0.6 * letter) ?? 50;
  const years = Array.from({ length: Math.floor(to) - Math.ceil(from) + 1 }, (_, index) => Math.ceil(from) + index)
    .filter((year) => year % step === 0)
    .map((year) => ({ x: toX(year), text: String(year) }));
  // Two forums of one year stand close: each has a line of its own for its name.
  const marks = moments.map(({ id, name, x }, index) => {
    const at = toX(x);
    const width = textWidth(name, true) * letter;
    const isRight = at + 0.35 * letter + width <= room.width;
    const isInside = isRight || at - 0.35 * letter - width >= 0;
    return { id, x: at, top: (0.3 + MOMENT_ROW * index) * letter, label: isInside ? { text: name, x: isRight ? at + 0.35 * letter : at - 0.35 * letter, y: (0.95 + MOMENT_ROW * index) * letter, anchor: isRight ? ('start' as const) : ('end' as const) } : null };
  });
  return {
    letter,
    axis,
    from: half * 0.4,
    to: room.width,
    years,
    items: items.map(({ id, year, isForum }) => ({ id, x: toX(year), y: placed.get(id)?.y ?? axis, isForum, name: placed.get(id)?.name ?? null })),
    moments: marks,
    named: placed.size,
  };
}

/** How good the picture is in a room of so many em, about 0 … 5. */
export function systemsWorth(picture: SystemsPicture, room: Size): number | null {
  if (room.width < 14 || room.height < 5) return null;
  const { named, letter } = systemsLayout(picture, room, 1);
  return named < 3 ? null : (3.4 * named) / picture.items.length + 0.5 * Math.log2(letter);
}

/** Height of the words on what has no known year, in em of the words, as wall.css sets a limit. */
export const undatedHeight = (text: string, width: number): number => 0.65 + 1.25 * 1.3 * lineCount(text, width / 1.25);
