import type { Beat, RankingPicture } from '../../view/wall/sceneView.ts';
import type { Point, Size } from './boxes.ts';
import { fitsWhole, textWidth, widest } from './text.ts';
import { BROKEN, HEADLINE, STEPS_WORTH, stepsForms, tallest, type StepsForm } from './words.ts';

export interface RankingPlan {
  readonly arrangement: 'column' | 'band';
  /** How much larger than the smallest the words are set. */
  readonly grow: number;
  /** Width of the words' column, in em; 0 in a band. */
  readonly words: number;
  readonly detail: 0 | 1 | 2;
  readonly withKeys: boolean;
  readonly steps: StepsForm;
  readonly list: ListPlan;
}

/** Rows in columns, filled from the top of the first. All lengths in em. */
export interface ListPlan {
  readonly columns: number;
  readonly rows: number;
  /** From one row to the next. */
  readonly pitch: number;
  readonly columnWidth: number;
  /** Size of the letters. */
  readonly letter: number;
  /** How many of all rows are shown. */
  readonly shown: number;
  readonly isCut: boolean;
  /** A line under the rows: how many there are when some are left out; who has no place. */
  readonly foot: 'cut' | 'absent' | 'none';
  readonly withMoves: boolean;
  /** Where name, bar and figure begin, and how long the longest bar is; in em from the row's left. */
  readonly name: number;
  readonly bar: number;
  readonly barWidth: number;
}

export interface ListNeed {
  readonly room: Size;
  /** Rows of the longest frame. */
  readonly count: number;
  /** Width of the line that tells who has no place, in em; 0: everybody has one. */
  readonly absent: number;
  readonly leastPitch: number;
}

export const COLUMN_GAP = 1.6;
/** Rows nearer than this would touch. */
const LEAST_PITCH = 1.2;
const MOST_PITCH = 2.6;
const GAP = 0.5;
const LEAST_BAR = 3.5;
const MOST_LETTER = 2.2;
export const FOOT = 1.7;

interface Measures {
  readonly place: number;
  readonly name: number;
  readonly figure: number;
  readonly move: number;
}

/** Layouts of a list in a room: all rows where they have room, otherwise the first of them. */
function listPlans({ room, count, absent, leastPitch }: ListNeed, { place, name, figure, move }: Measures): readonly ListPlan[] {
  const plans: ListPlan[] = [];
  for (let columns = 1; columns <= 4; columns += 1) {
    const columnWidth = (room.width - (columns - 1) * COLUMN_GAP) / columns;
    const capacity = Math.floor(room.height / leastPitch);
    if (capacity < 1) continue;
    const isCut = capacity * columns < count;
    // The line of words under a list that is cut.
    const isToldAbsent = !isCut && absent > 0 && absent <= room.width && (room.height - FOOT) / leastPitch >= Math.ceil(count / columns);
    const height = isCut || isToldAbsent ? room.height - FOOT : room.height;
    const rows = isCut ? Math.floor(height / leastPitch) : Math.ceil(count / columns);
    if (rows < 1 || (columns > 1 && rows * (columns - 1) >= count)) continue;
    const pitch = Math.min(Math.max(MOST_PITCH, leastPitch), height / rows);
    for (const withMoves of move > 0 ? [true, false] : [false]) {
      for (let letter = Math.max(1, Math.min(MOST_LETTER, pitch / 1.25)); letter >= 0.999; letter -= 0.1) {
        const fixed = (place + GAP + name + GAP + 0.35 + figure + (withMoves ? move + GAP : 0)) * letter;
        const barWidth = columnWidth - fixed;
        if (barWidth < LEAST_BAR * Math.min(letter, 1.4)) continue;
        plans.push({ columns, rows, pitch, columnWidth, letter, shown: Math.min(count, rows * columns), isCut, foot: isCut ? 'cut' : isToldAbsent ? 'absent' : 'none', withMoves, name: (place + GAP) * letter, bar: (place + GAP + name + GAP) * letter, barWidth });
        break;
      }
    }
  }
  return plans;
}

const worthOf = (list: ListPlan, count: number): number =>
  5 * (list.shown / count) + 0.5 * Math.log(list.letter) + 0.3 * Math.log(Math.min(list.barWidth, 18)) + (list.withMoves ? 0.35 : 0) + (list.foot === 'absent' ? 0.15 : 0) + (list.isCut ? -0.5 : 0) - 0.04 * list.columns;

export interface RankingPlanNeed {
  readonly main: Size;
  readonly beats: readonly Beat[];
  readonly detail: 0 | 1 | 2;
  readonly picture: RankingPicture;
  readonly code: number;
  /** The least height of a row that fingers find, in em; 0: nobody touches. */
  readonly target: number;
}

export const RANKING_GAP = 1.4;
/** Between a band of words and the rows. */
export const bandGap = (grow: number): number => 0.2 + 0.5 * grow;

/** Words beside the rows or above them: as many rows as can be, then long bars and large words. */
export function rankingPlan({ main, beats, detail: most, picture, code, target }: RankingPlanNeed): RankingPlan | null {
  const rows = picture.frames.flatMap((frame) => frame.rows);
  const count = Math.max(...picture.frames.map((frame) => frame.rows.length));
  const measures: Measures = {
    place: widest(rows.map(({ place }) => place), true),
    name: widest(rows.map(({ name }) => name), true),
    figure: widest(rows.map(({ text }) => text), true),
    move: Math.max(0, ...rows.map(({ moved, movedText }) => (movedText === '' ? 0 : moved === 0 ? 1 : textWidth(movedText) + 1.2))),
  };
  const whens = beats.map(({ when }) => when);
  const best: { plan: RankingPlan | null; worth: number } = { plan: null, worth: -Infinity };
  const absent = Math.max(0, ...picture.frames.map(({ unranked }) => absentGroups(unranked).reduce((sum, { names, text }) => sum + 4 + textWidth(`${names} ${text}`), 0)));
  const need = { count, absent, leastPitch: Math.max(LEAST_PITCH, target) };
  const offer = (plan: Omit<RankingPlan, 'list'>, room: Size, width: number): void => {
    const isBroken = beats.some(({ headline }) => !fitsWhole(headline, width / plan.grow / HEADLINE, true));
    const said = 0.5 * Math.log(Math.min(plan.grow, 2.6)) + 0.16 * plan.detail + (plan.withKeys ? 0.4 : 0) + STEPS_WORTH[plan.steps] - (isBroken ? BROKEN : 0);
    for (const list of listPlans({ ...need, room }, measures)) {
      const worth = said + worthOf(list, count);
      if (worth > best.worth) Object.assign(best, { plan: { ...plan, list }, worth });
    }
  };
  const hasKeys = beats.some(({ keys }) => keys.length > 0);
  for (let grow = 1; grow <= 2.6; grow += 0.1) {
    for (const detail of ([2, 1, 0] as const).filter((one) => one <= most)) {
      for (const withKeys of hasKeys ? [true, false] : [false]) {
        const shown = { detail, withKeys, withWhen: false };
        for (let words = 8; words <= Math.min(main.width * 0.5, 34 * grow); words += 1) {
          const said = tallest(beats, words / grow, shown);
          if (said === null || said * grow + code > main.height) continue;
          for (const steps of stepsForms(whens, words / grow)) {
            if ((said + steps.height) * grow + code > main.height) continue;
            offer({ arrangement: 'column', grow, words, detail, withKeys, steps: steps.form }, { width: main.width - words - RANKING_GAP, height: main.height }, words);
          }
        }
        const width = main.width - (code > 0 ? code + 1.2 : 0);
        const said = tallest(beats, width / grow, shown);
        if (said === null) continue;
        for (const steps of stepsForms(whens, width / grow)) {
          const band = Math.max((said + steps.height) * grow, code);
          if (band < main.height * 0.7) offer({ arrangement: 'band', grow, words: 0, detail, withKeys, steps: steps.form }, { width: main.width, height: main.height - band - bandGap(grow) }, width);
        }
      }
    }
  }
  return best.plan;
}

type Unranked = RankingPicture['frames'][number]['unranked'];

/** Who has no place, those with one reason together. */
export const absentGroups = (unranked: Unranked): readonly { readonly text: string; readonly names: string; readonly absence: Unranked[number]['absence'] }[] =>
  [...new Set(unranked.map(({ text }) => text))].map((text) => {
    const those = unranked.filter((one) => one.text === text);
    return { text, names: those.map(({ name }) => name).join(' '), absence: those[0]?.absence ?? null };
  });

/** Where a row stands, in em of the list. */
export const rowPlace = (index: number, { rows, pitch, columnWidth }: ListPlan): Point => ({ x: Math.floor(index / rows) * (columnWidth + COLUMN_GAP), y: (index % rows) * pitch });
