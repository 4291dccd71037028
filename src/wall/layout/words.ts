import type { Beat } from '../../view/wall/sceneView.ts';
import { lineCount, textWidth, widest } from './text.ts';

/** Sizes of `Words.svelte` as wall.css sets them, in em of the words' own type. */
export const HEADLINE = 1.75;
/** Where there is no room for more than the sentence, it is as large as what is read beside others. */
export const HEADLINE_LEAST = 1.25;
const HEADLINE_LINE = 1.25;
const BODY = 1.25;
const LINE = 1.3;
const KEY = 3.4;
const KEY_LINE = 1.1;
const UNIT = 1.6;

/** A line never begins with a comma or a stop: one letter goes with it to the next. */
const KEPT = 0.5;
/** Between key figures side by side, in em, as wall.css sets it. */
const KEYS_GAP = 1.6;

export interface WordsShown {
  /** 0: sentence and key figures; 1: limits besides; 2: the aside too. */
  readonly detail: 0 | 1 | 2;
  readonly withKeys: boolean;
  /** A scene that tells the period itself leaves it out here. */
  readonly withWhen: boolean;
  /** Size of the sentence; `HEADLINE` where absent. */
  readonly headline?: number;
}

/** Height that the words of a beat take in a column of a width, both in em of their own type; null: a number is wider than the column. */
export function wordsHeight(beat: Beat, width: number, { detail, withKeys, withWhen, headline = HEADLINE }: WordsShown): number | null {
  // A number is never broken.
  if ((beat.headline.match(/[\p{Script=Latin}\d.,%’'+−＞-]+/gu) ?? []).some((run) => textWidth(run, true) * headline > width - KEPT)) return null;
  let height = withWhen && beat.when !== '' ? BODY * LINE * lineCount(beat.when, width / BODY) + 0.25 : 0;
  height += headline * HEADLINE_LINE * lineCount(beat.headline, width / headline - KEPT, true);
  if (withKeys && beat.keys.length > 0) {
    height += 1;
    let [row, at] = [0, 0];
    for (const key of beat.keys) {
      const value = textWidth(key.value, true) * KEY;
      if (value > width) return null;
      const unit = 0.2 * UNIT + textWidth(key.unit) * UNIT;
      const isUnitBeside = value + unit <= width;
      // Side by side where they fit, as wall.css wraps them.
      const own = Math.min(width, Math.max(value + unit, textWidth(key.label) * BODY));
      const tall = KEY * KEY_LINE + (isUnitBeside ? 0 : UNIT * LINE) + BODY * LINE * lineCount(key.label, width / BODY);
      if (at > 0 && at + KEYS_GAP + own <= width - KEPT) {
        at += KEYS_GAP + own;
        height += Math.max(0, tall - row);
        row = Math.max(row, tall);
      } else {
        height += (at > 0 ? 0.6 : 0) + tall;
        [row, at] = [tall, own];
      }
    }
  }
  const body = (text: string): number => 0.5 * BODY + BODY * LINE * lineCount(text, width / BODY - KEPT);
  if (detail === 2 && beat.aside !== '') height += body(beat.aside);
  if (detail >= 1) for (const limit of beat.limits) height += body(limit);
  return height;
}

/** Letters reach under their last line. */
const TAIL = 0.2;

/** The tallest of all beats, so that nothing moves from one to the next. */
export function tallest(beats: readonly Beat[], width: number, shown: WordsShown): number | null {
  let most = 0;
  for (const beat of beats) {
    const height = wordsHeight(beat, width, shown);
    if (height === null) return null;
    most = Math.max(most, height);
  }
  return most + TAIL;
}

/** How the periods of a walk are told. `line`: a dot and its words for each; `dots`: the period and a dot for each; `word`: the period alone, `small` as a line among others. */
export type StepsForm = 'line' | 'dots' | 'word' | 'small' | 'none';

/** What it costs a layout to cut a word of its sentence in two: more than any picture is worth. */
export const BROKEN = 9;

/** What each is worth to a layout. */
export const STEPS_WORTH: Readonly<Record<StepsForm, number>> = { line: 0.2, dots: 0.12, word: 0, small: -0.15, none: 0 };

/** The period that stands is this much larger than a note. */
export const STEP_NOW = 1.6;
export const STEP_DOT = 0.55;
export const STEP_GAP = 0.5;

/** Forms that a width has room for, richest first, with their heights, in em of their own type. */
export function stepsForms(whens: readonly string[], width: number): readonly { readonly form: StepsForm; readonly height: number }[] {
  if (whens.every((when) => when === '')) return [{ form: 'none', height: 0 }];
  const now = widest(whens, true) * STEP_NOW;
  const word = { form: 'word', height: STEP_NOW * LINE + 0.35 } as const;
  const several = new Set(whens).size > 1;
  const dots = { form: 'dots', height: STEP_NOW * LINE + 0.35 } as const;
  const line = { form: 'line', height: STEP_NOW * LINE + 2.4 } as const;
  return [
    ...(several && whens.length > 2 && whens.length * (widest(whens, true) + 0.9) <= width && now <= width ? [line] : []),
    ...(several && now + 1 + whens.length * (STEP_DOT + STEP_GAP) <= width ? [dots] : []),
    word,
    { form: 'small', height: BODY * LINE + 0.25 },
  ];
}
