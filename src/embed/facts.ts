import type { EmbedFrame, EmbedRow } from '../view/embed/embedView.ts';

/**
 * A frame as it travels: columns instead of rows, each joined by a character that no text of the site has, because
 * like beside like packs to two thirds.
 */
export interface PackedFrame extends Omit<EmbedFrame, 'rows'> {
  readonly columns: readonly [ids: string, places: string, values: string, tones: string, bars: string, said: string];
}

const BETWEEN = '|';

/** A column of nothing, or of one and the same, travels as one. */
const column = (texts: readonly string[]): string => (texts.every((text) => text === texts[0]) ? (texts[0] ?? '') : texts.join(BETWEEN));

export function packFrame({ rows, ...frame }: EmbedFrame): PackedFrame {
  if (rows.some((row) => row.some((text) => String(text).includes(BETWEEN)))) throw new Error(`a text of ${frame.heading} has “${BETWEEN}”`);
  const at = (index: 0 | 1 | 2 | 3 | 4 | 5) => column(rows.map((row) => String(row[index])));
  return { ...frame, columns: [at(0), at(1), at(2), at(3), at(4), at(5)] };
}

export function unpackFrame({ columns, ...frame }: PackedFrame): EmbedFrame {
  const [ids, places, values, tones, bars, said] = columns.map((text) => text.split(BETWEEN));
  const at = (texts: readonly string[] | undefined, index: number): string => (texts?.length === 1 ? texts[0] : texts?.[index]) ?? '';
  return { ...frame, rows: (ids ?? []).map((id, index): EmbedRow => [id, at(places, index), at(values, index), at(tones, index), Number(at(bars, index)), at(said, index)]) };
}

/** What the script of a page for an article finds in it: every sentence is worded already. */
export interface EmbedFacts {
  readonly kind: string;
  readonly lang: 'zh' | 'en';
  /** Ids that can be picked out: regions, or series. */
  readonly ids: readonly string[];
  readonly names: Readonly<Record<string, string>>;
  /** All of them, earliest first; null: this picture has no other period. */
  readonly frames: readonly PackedFrame[] | null;
  /** Where a note can be set in time: percent of the plot. */
  readonly places: readonly { readonly period: string; readonly when: string; readonly x: number }[];
  /** Choices that only the whole page draws. */
  readonly fullKeys: readonly string[];
  /** The id of the figure on the whole page; null: it stands on none. */
  readonly figure: string | null;
  /** With “{key}”, “{found}” and “{used}” where those are put. */
  readonly words: { readonly refused: string; readonly refusedIgnored: string; readonly comma: string; readonly ownTitle: string; readonly note: string; readonly needsFull: string; readonly waking: string };
}
