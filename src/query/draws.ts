import { SCORE_NOISE, type Composite } from './composite.ts';
import { seededRandom, type Random } from './seededRandom.ts';

/**
 * How weights are drawn.
 *
 * - `near`: each chosen weight times a number of its own, uniform from 0.75 to 1.25.
 * - `any`: uniform over all weights that there are (the simplex): the spacings of k − 1 uniform numbers in order.
 *
 * Only the proportions of weights matter to a rank, so drawn weights need no rescaling to a sum of 1.
 */
export const DRAW_SCHEMES = ['near', 'any'] as const;
export type DrawScheme = (typeof DRAW_SCHEMES)[number];

export const DRAW_COUNT = 10_000;
export const DRAW_SEED = 2018;
/** How far `near` goes from a chosen weight, as a part of it. */
export const DRAW_REACH = 0.25;

/** Numbers alone, so that a worker can be sent it. */
export interface DrawTask {
  /** Normalised figures, a row a region; NaN where it has none: then its other weights count. */
  readonly figures: Float64Array;
  readonly weights: readonly number[];
  readonly scheme: DrawScheme;
  readonly count: number;
  readonly seed: number;
}

/** How often each region (a row) took each place (a column, from the first). Of shared places the better one counts. */
export type PlaceCounts = Uint32Array;

/** Counts places off the page's own time; null when a later task came before this one was done. */
export type Sample = (task: DrawTask) => Promise<PlaceCounts | null>;

export interface Drawing {
  readonly counts: PlaceCounts;
  /** Draws so many more, or as many as are left. @returns Whether any are left. */
  readonly draw: (most: number) => boolean;
}

function drawnWeights(drawn: Float64Array, { weights, scheme }: DrawTask, random: Random): void {
  const k = weights.length;
  if (scheme === 'near') {
    for (let at = 0; at < k; at += 1) drawn[at] = (weights[at] ?? 0) * (1 - DRAW_REACH + 2 * DRAW_REACH * random());
    return;
  }
  for (let at = 0; at < k - 1; at += 1) drawn[at] = random();
  drawn[k - 1] = 1;
  drawn.sort();
  for (let at = k - 1; at > 0; at -= 1) drawn[at] = (drawn[at] ?? 0) - (drawn[at - 1] ?? 0);
}

/**
 * Draws weights and counts places, as many at a time as the caller likes. The first draw is the chosen weights
 * themselves, so that a range never leaves out the place they give. Same task, same counts, however it is cut up.
 */
export function startDraws(task: DrawTask): Drawing {
  const { figures, weights, count, seed } = task;
  const k = weights.length;
  const size = k === 0 ? 0 : figures.length / k;
  const counts = new Uint32Array(size * size);
  const random = seededRandom(seed);
  const drawn = Float64Array.from(weights);
  const scores = new Float64Array(size);
  // Drawn weights change little of the order before: sorting what is nearly sorted takes hardly a step.
  const order = Uint16Array.from({ length: size }, (_, region) => region);
  const hasGaps = figures.some(Number.isNaN);
  let done = 0;

  function score(): void {
    for (let region = 0, cell = 0; region < size; region += 1) {
      let total = 0;
      let counting = hasGaps ? 0 : 1;
      for (let at = 0; at < k; at += 1, cell += 1) {
        const figure = figures[cell] ?? NaN;
        const weight = drawn[at] ?? 0;
        if (!hasGaps) total += figure * weight;
        else if (!Number.isNaN(figure)) {
          total += figure * weight;
          counting += weight;
        }
      }
      scores[region] = total / counting;
    }
  }

  function place(): void {
    for (let at = 1; at < size; at += 1) {
      const region = order[at] ?? 0;
      const own = scores[region] ?? 0;
      let to = at;
      while (to > 0 && (scores[order[to - 1] ?? 0] ?? 0) < own) {
        order[to] = order[to - 1] ?? 0;
        to -= 1;
      }
      order[to] = region;
    }
    let rank = 0;
    let before = Infinity;
    for (let at = 0; at < size; at += 1) {
      const region = order[at] ?? 0;
      const own = scores[region] ?? 0;
      if (at === 0 || before - own > noise) rank = at;
      before = own;
      const cell = region * size + rank;
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
  }

  // Without gaps scores are not divided by the weights: their noise grows with the sum of those.
  let noise = SCORE_NOISE;
  return {
    counts,
    draw(most) {
      const last = Math.min(count, done + most);
      for (; done < last; done += 1) {
        if (done > 0) drawnWeights(drawn, task, random);
        if (!hasGaps) {
          noise = 0;
          for (let at = 0; at < k; at += 1) noise += drawn[at] ?? 0;
          noise *= SCORE_NOISE;
        }
        score();
        place();
      }
      return done < count;
    },
  };
}

/** All draws at once. */
export function drawPlaces(task: DrawTask): PlaceCounts {
  const drawing = startDraws(task);
  while (drawing.draw(task.count));
  return drawing.counts;
}

/** The places of one region in all draws. */
export interface Spread {
  /** 5 of 100 draws gave a better place than this, or fewer. */
  readonly low: number;
  /** 95 of 100 draws gave this place or a better one, or more. */
  readonly high: number;
  readonly min: number;
  readonly max: number;
  /** How many draws it was among the first k in, for k from 1. */
  readonly within: readonly number[];
}

const LOW = 0.05;
const HIGH = 0.95;

/** @returns One a region, in the order of the task's rows. */
export function spreadsOf(counts: PlaceCounts): readonly Spread[] {
  const size = Math.round(Math.sqrt(counts.length));
  return Array.from({ length: size }, (_, region): Spread => {
    const within: number[] = [];
    let total = 0;
    for (let place = 0; place < size; place += 1) {
      total += counts[region * size + place] ?? 0;
      within.push(total);
    }
    const first = (isReached: (draws: number) => boolean) => within.findIndex(isReached) + 1;
    return { low: first((draws) => draws > 0 && draws >= LOW * total), high: first((draws) => draws >= HIGH * total), min: first((draws) => draws > 0), max: first((draws) => draws === total), within };
  });
}

/** What a composite's robustness is drawn from: those ranked in the order of their ids, and the indicators in theirs. */
export function drawTask({ ranked }: Composite, indicatorIds: readonly string[], weights: readonly number[], scheme: DrawScheme): DrawTask & { readonly regionIds: readonly string[] } {
  // One order of rows and columns, so that the order in an address changes no number.
  const columns = indicatorIds.map((id, at) => ({ id, at })).sort((one, other) => (one.id < other.id ? -1 : 1));
  const rows = [...ranked].sort((one, other) => (one.regionId < other.regionId ? -1 : 1));
  return {
    figures: Float64Array.from(rows.flatMap(({ parts }) => columns.map(({ at }) => parts[at]?.normalised ?? NaN))),
    weights: columns.map(({ at }) => weights[at] ?? 0),
    scheme,
    count: DRAW_COUNT,
    seed: DRAW_SEED,
    regionIds: rows.map(({ regionId }) => regionId),
  };
}
