import type { Beat } from '../../view/wall/sceneView.ts';
import type { Size } from './boxes.ts';
import { legendPlans, type LegendNeed, type LegendPlan } from './legend.ts';
import { fitsWhole } from './text.ts';
import { BROKEN, HEADLINE, STEPS_WORTH, stepsForms, tallest, type StepsForm } from './words.ts';

export interface MapPlan {
  /** `columns`: words, map, legend side by side, for a strip. */
  readonly arrangement: 'column' | 'band' | 'columns';
  /** How much larger than the smallest the words are set. */
  readonly grow: number;
  /** In em: width of the column; of a band, its height. */
  readonly words: number;
  readonly detail: 0 | 1 | 2;
  readonly withKeys: boolean;
  readonly steps: StepsForm;
  readonly legend: LegendPlan | null;
  /** In a band: whether the legend stands under the map or beside the words. */
  readonly legendWidth: number;
}

export interface MapPlanNeed {
  /** What lies between the top line and the foot, in em. */
  readonly main: Size;
  readonly beats: readonly Beat[];
  readonly detail: 0 | 1 | 2;
  readonly legend: LegendNeed;
  /** Of the land: width by height. */
  readonly aspect: number;
  /** Width that a chip with a name and a figure takes, in em. */
  readonly chip: number;
  /** Width of the inset with its name, in em. */
  readonly inset: number;
  /** Width and height that the code takes under the words; 0: there is none. */
  readonly code: number;
}

/** Between the words and the map. */
export const PLAN_GAP = 1.4;
const MOST_GROWN = 2.6;
const SMALL_MAP = 13;
/** Below this, in em, a map is no picture of anything. */
export const MAP_LEAST = { width: 9, height: 6.5 } as const;

/** How much of the height the land can fill, beside it room for chips. */
function landShare({ width, height }: Size, aspect: number, chip: number, inset: number): number {
  if (width <= 0 || height <= 0) return 0;
  // A small map has no sea that is large enough for the inset: it stands beside the land.
  if (height < SMALL_MAP) return Math.min(height, Math.max(0, (width - inset - 1) / aspect));
  // The chips stand in the sea east of the land, which leaves an eighth of its width free there.
  const tall = Math.min(height, width / aspect);
  const isBroad = 0.89 * aspect * tall + chip + 0.6 <= width;
  return isBroad ? tall : Math.min(tall, Math.max((width - chip - 0.6) / (0.89 * aspect), 0.84 * tall));
}

/** Words and map for a room: the largest map that leaves the words whole, then the largest words that leave the map so. */
export function mapPlan(need: MapPlanNeed): MapPlan | null {
  const { main, beats, legend, aspect, chip } = need;
  const whens = beats.map(({ when }) => when);
  /** What the code takes of the width, with the gap before it. */
  const beside = need.code > 0 ? need.code + 1 : 0;
  const whole = Math.min(main.height, main.width / aspect);
  const best: { plan: MapPlan | null; worth: number } = { plan: null, worth: -Infinity };
  /** A Chinese word is cut, or a comma begins a line: only when nothing else can be had. */
  const isBroken = ({ arrangement, words, grow }: MapPlan): boolean => beats.some(({ headline }) => !fitsWhole(headline, (arrangement === 'band' ? main.width - need.code : words) / grow / HEADLINE, true));
  const offer = (plan: MapPlan, room: Size): void => {
    if (room.width < MAP_LEAST.width || room.height < MAP_LEAST.height) return;
    const share = landShare(room, aspect, need.detail === 0 ? 0 : chip, need.inset) / whole;
    // Words for reading from afar: beyond twice the map's share they add nothing.
    const worth =
      (isBroken(plan) ? -BROKEN : 0) +
      4 * Math.min(1, share) + 0.5 * Math.log(plan.grow) + 0.16 * plan.detail + (plan.withKeys ? 0.5 : 0) + STEPS_WORTH[plan.steps] + 0.1 * (plan.legend?.worth ?? -4);
    if (share > 0.25 && worth > best.worth) Object.assign(best, { plan, worth });
  };
  const hasAside = beats.some(({ aside }) => aside !== '');
  const hasLimits = beats.some(({ limits }) => limits.length > 0);
  const hasKeys = beats.some(({ keys }) => keys.length > 0);
  // Levels that show the same need no second try.
  const details = ([2, 1, 0] as const).filter((detail) => detail <= need.detail && (detail !== 1 || hasAside || need.detail === 1) && (detail !== 0 || hasLimits || need.detail === 0));
  for (let grow = 1; grow <= MOST_GROWN; grow += 0.1) {
    for (const detail of details) {
      for (const withKeys of hasKeys ? [true, false] : [false]) {
        const shown = { detail, withKeys, withWhen: false };
        for (let words = 9; words <= Math.min(main.width * 0.62, 40 * grow); words += 0.75) {
          const said = tallest(beats, words / grow, shown);
          if (said === null || said * grow > main.height) continue;
          const room = { width: main.width - words - PLAN_GAP, height: main.height };
          for (const steps of stepsForms(whens, words / grow)) {
            const left = main.height - (said + steps.height) * grow - 1;
            if (left < (need.code > 0 ? need.code - 0.2 : -1)) continue;
            const type = Math.min(grow, 1.5);
            const found = legendPlans(legend, (words - beside) / type).find(({ height }) => height * type <= left);
            offer({ arrangement: 'column', grow, words, detail, withKeys, steps: steps.form, legend: found ?? null, legendWidth: words - beside }, room);
          }
        }
        // On a strip the legend has a column of its own, so that the words can be larger.
        if (main.width > 2.6 * main.height) {
          const across = 1.3 * main.height + chip + 2;
          const words = (main.width - across - 2 * PLAN_GAP) * 0.64;
          const side = (main.width - across - 2 * PLAN_GAP) * 0.36;
          const said = tallest(beats, words / grow, shown);
          for (const steps of said === null ? [] : stepsForms(whens, words / grow)) {
            if (said === null || (said + steps.height) * grow > main.height) continue;
            const type = Math.min(grow, 1.5);
            const found = legendPlans(legend, side / type).find(({ height }) => height * type <= main.height - need.code);
            if (found) offer({ arrangement: 'columns', grow, words, detail, withKeys, steps: steps.form, legend: found, legendWidth: side }, { width: across, height: main.height });
          }
        }
        // Words above, the map below, the legend at its foot.
        const width = main.width - beside;
        const said = tallest(beats, width / grow, shown);
        if (said === null) continue;
        for (const steps of stepsForms(whens, width / grow)) {
          const band = Math.max((said + steps.height) * grow, need.code);
          const type = Math.min(grow, 1.5);
          for (const found of legendPlans(legend, main.width / type)) {
            offer({ arrangement: 'band', grow, words: band, detail, withKeys, steps: steps.form, legend: found, legendWidth: main.width }, { width: main.width, height: main.height - band - found.height * type - 1.6 });
          }
          offer({ arrangement: 'band', grow, words: band, detail, withKeys, steps: steps.form, legend: null, legendWidth: main.width }, { width: main.width, height: main.height - band - 0.8 });
        }
      }
    }
  }
  return best.plan;
}
