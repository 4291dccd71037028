/** A text wanted beside a point. Lengths in CSS pixels. */
export interface LabelWish {
  readonly x: number;
  readonly y: number;
  /** Its lines are parted by line feeds. */
  readonly text: string;
  readonly fontSize: number;
  /** Left out where it would cover anything; it is told elsewhere as well. */
  readonly isOptional?: boolean;
}

export interface PlacedLabel {
  readonly align: 'left' | 'right' | 'center';
  /** From the point to the label's anchor, its middle line. */
  readonly offset: readonly [number, number];
}

type Box = readonly [left: number, top: number, right: number, bottom: number];

/** Han and full-width characters are an em wide; Latin and digits about 0.58. */
export const textWidth = (text: string, fontSize: number): number =>
  [...text].reduce((width, character) => width + (/[\u2e80-\u9fff\uff00-\uffef\u3000-\u303f“”]/u.test(character) ? 1 : 0.58), 0) * fontSize;

const overlap = (a: Box, b: Box): number =>
  Math.max(0, Math.min(a[2], b[2]) - Math.max(a[0], b[0])) * Math.max(0, Math.min(a[3], b[3]) - Math.max(a[1], b[1]));

const GAP = 11;
/** So many of the candidates lie right beside the point. */
const NEAR = 8;

const HAN = /[\u4e00-\u9fff]/;
/** Between two characters of Chinese, but with no closing mark at the beginning of a line and no opening one at its end. */
const BETWEEN_HAN = /(?<=[\u3000-\u9fff\uff00-\uffef ])(?<![（“《(])(?![)）”》，。、；：])|(?=[\u4e00-\u9fff])(?<![（“《(])/u;

/** Lines no wider than asked for: English is parted at spaces, Chinese anywhere. One word is never cut. */
export function wrapped(text: string, fontSize: number, widest: number): string {
  if (textWidth(text, fontSize) <= widest) return text;
  const parts = text.split(HAN.test(text) ? BETWEEN_HAN : /(?<= )/);
  // Lines of like length: a last line of one word would look lost.
  const lineWidth = Math.max(textWidth(text, fontSize) / Math.ceil(textWidth(text, fontSize) / widest) + fontSize * 1.5, ...parts.map((part) => textWidth(part.trimEnd(), fontSize)));
  const lines: string[] = [];
  for (const part of parts) {
    const line = lines.at(-1);
    if (line === undefined || textWidth((line + part).trimEnd(), fontSize) > Math.min(widest, lineWidth) + 1e-9) lines.push(part);
    else lines[lines.length - 1] = line + part;
  }
  return lines.map((line) => line.trimEnd()).join('\n');
}

/**
 * Places each label beside its point where it covers least of the other labels and of the points.
 * Greedy and in the order given, so the same wishes always give the same picture.
 *
 * @returns Null for an optional wish that found no free place.
 */
export function placeLabels(wishes: readonly LabelWish[], points: readonly (readonly [number, number])[], frame: Box): (PlacedLabel | null)[] {
  const taken: Box[] = points.map(([x, y]) => [x - 6, y - 6, x + 6, y + 6]);
  return wishes.map(({ x, y, text, fontSize, isOptional = false }) => {
    const lines = text.split('\n');
    const width = Math.max(...lines.map((line) => textWidth(line, fontSize)));
    const half = fontSize * 0.68 * lines.length;
    const candidates: readonly PlacedLabel[] = [
      { align: 'center', offset: [0, -GAP - half] },
      { align: 'left', offset: [GAP, 0] },
      { align: 'right', offset: [-GAP, 0] },
      { align: 'center', offset: [0, GAP + half] },
      { align: 'left', offset: [GAP, GAP + half] },
      { align: 'right', offset: [-GAP, -GAP - half] },
      { align: 'left', offset: [GAP, -GAP - half] },
      { align: 'right', offset: [-GAP, GAP + half] },
      { align: 'left', offset: [GAP, 2 * (GAP + half)] },
      { align: 'right', offset: [-GAP, -2 * (GAP + half)] },
      { align: 'left', offset: [GAP, -2 * (GAP + half)] },
      { align: 'right', offset: [-GAP, 2 * (GAP + half)] },
    ];
    let best = candidates[0];
    let bestCost = Infinity;
    let bestBox: Box = [x, y, x, y];
    // What may be left out is not put far from its point either.
    const offered = isOptional ? candidates.slice(0, NEAR) : candidates;
    offered.forEach((candidate, index) => {
      const left = x + candidate.offset[0] - (candidate.align === 'right' ? width : candidate.align === 'center' ? width / 2 : 0);
      const box: Box = [left, y + candidate.offset[1] - half, left + width, y + candidate.offset[1] + half];
      const outside = Math.max(0, frame[0] - box[0]) + Math.max(0, box[2] - frame[2]) + Math.max(0, frame[1] - box[1]) + Math.max(0, box[3] - frame[3]);
      const cost = taken.reduce((sum, other) => sum + overlap(box, other), 0) + outside * 60 + index * 4;
      if (cost < bestCost) {
        best = candidate;
        bestCost = cost;
        bestBox = box;
      }
    });
    // A free place costs no more than its turn in the list of candidates.
    if (isOptional && bestCost >= NEAR * 4) return null;
    taken.push(bestBox);
    return best ?? { align: 'center', offset: [0, -GAP] };
  });
}
