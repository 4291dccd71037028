import type { Beat } from '../../view/wall/sceneView.ts';
import type { Size } from './boxes.ts';
import { fitsWhole } from './text.ts';
import { BROKEN, HEADLINE, HEADLINE_LEAST, STEPS_WORTH, stepsForms, tallest, type StepsForm } from './words.ts';

/** Words and one picture in a room. Lengths in em. */
export interface ScenePlan {
  readonly arrangement: 'column' | 'band';
  /** How much larger than the smallest the words are set. */
  readonly grow: number;
  /** Width of the words' column; 0 in a band. */
  readonly words: number;
  readonly detail: 0 | 1 | 2;
  readonly withKeys: boolean;
  readonly steps: StepsForm;
  /** What is left for the picture. */
  readonly room: Size;
}

export interface ScenePlanNeed {
  readonly main: Size;
  readonly beats: readonly Beat[];
  readonly detail: 0 | 1 | 2;
  /** What the words don't say because the picture does. */
  readonly without?: 'keys';
  /** Side of the code, 0: there is none. */
  readonly code: number;
  /** Height that the scene's own things take among the words, in em of the words' type, by the column's width in the same. */
  readonly besides?: (width: number) => number;
  /** Height that something below the words takes in a column, in em of the words' type. */
  readonly below?: number;
  /** Of the width, that the words' column may take. */
  readonly most?: number;
  /** How good the picture is in a room, about 0 … 5; null: it has no room at all. */
  readonly worth: (room: Size) => number | null;
}

export const SCENE_GAP = 1.6;
const MOST_GROWN = 2.6;

/** The best picture that leaves the words whole; then the largest words. */
export function scenePlan({ main, beats, detail: highest, without, code, besides = () => 0, below = 0, most = 0.46, worth }: ScenePlanNeed): ScenePlan | null {
  const best: { plan: ScenePlan | null; worth: number } = { plan: null, worth: -Infinity };
  const whens = beats.map(({ when }) => when);
  const hasKeys = without !== 'keys' && beats.some(({ keys }) => keys.length > 0);
  const known = new Map<string, number | null>();
  const worthOf = (room: Size): number | null => {
    const key = `${room.width.toFixed(2)} ${room.height.toFixed(2)}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = room.width > 0 && room.height > 0 ? worth(room) : null;
    known.set(key, made);
    return made;
  };
  const offer = (plan: ScenePlan, width: number): void => {
    const picture = worthOf(plan.room);
    if (picture === null) return;
    const isBroken = beats.some(({ headline }) => !fitsWhole(headline, width / plan.grow / HEADLINE, true));
    const said = 0.5 * Math.log(plan.grow) + 0.2 * plan.detail + (plan.withKeys ? 0.6 : 0) + STEPS_WORTH[plan.steps] - (isBroken ? BROKEN : 0);
    if (picture + said > best.worth) Object.assign(best, { plan, worth: picture + said });
  };
  for (let grow = 1; grow <= MOST_GROWN; grow += 0.1) {
    for (const detail of ([2, 1, 0] as const).filter((one) => one <= highest)) {
      for (const withKeys of hasKeys ? [true, false] : [false]) {
        const shown = { detail, withKeys, withWhen: false };
        for (let words = 8; words <= Math.min(main.width * most, 34 * grow); words += 1) {
          const said = tallest(beats, words / grow, shown);
          if (said === null) continue;
          for (const steps of stepsForms(whens, words / grow)) {
            if ((said + steps.height + besides(words / grow)) * grow + Math.max(below * grow, code > 0 ? code + 0.8 : 0) > main.height) continue;
            offer({ arrangement: 'column', grow, words, detail, withKeys, steps: steps.form, room: { width: main.width - words - SCENE_GAP, height: main.height } }, words);
          }
        }
        const width = main.width - (code > 0 ? code + 1.2 : 0);
        const said = tallest(beats, width / grow, shown);
        if (said === null) continue;
        for (const steps of stepsForms(whens, width / grow)) {
          const band = Math.max((said + steps.height + besides(width / grow)) * grow, code);
          offer({ arrangement: 'band', grow, words: 0, detail, withKeys, steps: steps.form, room: { width: main.width, height: main.height - band - 0.8 } }, width);
        }
      }
    }
  }
  return best.plan;
}

export interface WordsPlan extends Pick<ScenePlan, 'grow' | 'detail' | 'withKeys' | 'steps'> {
  /** The sentence is set as small as other words. */
  readonly isSmall: boolean;
  readonly hasCode: boolean;
}

/** Its period in its sentence, where that has no line of its own: without one, a figure says nothing. */
export const periodSaid = (beat: Beat): Beat => (beat.when === '' ? beat : { ...beat, headline: `${beat.when} · ${beat.headline}` });

/** The first half of “A; B”, which stands by itself; of “A: 96.7 points” too where there is no room for more. */
export const firstClause = (beat: Beat, isBarest = false): Beat => ({ ...beat, headline: beat.headline.split(isBarest ? /[；：]|[;:] /u : /；|; /u)[0] ?? beat.headline });

/** The sentence alone, at its least. */
export const WORDS_LEAST: WordsPlan = { grow: 1, detail: 0, withKeys: false, steps: 'none', isSmall: true, hasCode: false };

/** A scene without a picture: the sentence as large as its room lets it be, and what else fits. The code is left out before a word is made smaller. */
export function wordsPlan({ main, beats, code }: Pick<ScenePlanNeed, 'main' | 'beats' | 'code'>): WordsPlan {
  return (code > 0 ? wordsPlanWith(main, beats, code, HEADLINE) : null) ?? wordsPlanWith(main, beats, 0, HEADLINE) ?? wordsPlanWith(main, beats, 0, HEADLINE_LEAST) ?? WORDS_LEAST;
}

function wordsPlanWith(main: Size, beats: readonly Beat[], code: number, headline: number): WordsPlan | null {
  const whens = beats.map(({ when }) => when);
  const hasKeys = beats.some(({ keys }) => keys.length > 0);
  let best: { readonly plan: WordsPlan; readonly worth: number } | null = null;
  for (let grow = 1; grow <= MOST_GROWN; grow += 0.1) {
    const width = (main.width - (code > 0 ? code + 1.2 : 0)) / grow;
    const isBroken = beats.some((beat) => !fitsWhole(beat.headline, width / headline, true));
    for (const detail of [2, 1, 0] as const) {
      for (const withKeys of hasKeys ? [true, false] : [false]) {
        for (const steps of [...stepsForms(whens, width), { form: 'none', height: 0 } as const]) {
          const said = tallest(steps.form === 'none' ? beats.map(periodSaid) : beats, width, { detail, withKeys, withWhen: false, headline });
          if (said === null || (said + steps.height) * grow > main.height) continue;
          const worth = 1.2 * Math.log(grow) + 0.3 * detail + (withKeys ? 1 : 0) + (steps.form === 'none' ? -1 : STEPS_WORTH[steps.form]) - (isBroken ? BROKEN : 0);
          if (!best || worth > best.worth) best = { plan: { grow, detail, withKeys, steps: steps.form, isSmall: headline < HEADLINE, hasCode: code > 0 }, worth };
        }
      }
    }
  }
  return best?.plan ?? null;
}
