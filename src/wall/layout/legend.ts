import { textWidth, widest } from './text.ts';

/**
 * How the classes of a map are told. `row`: colours side by side, every edge under its boundary; `sparse`: every other edge;
 * `ends`: the lowest and the highest; `list`: a line a class, where its names are longer than its colour.
 */
export type LegendForm = 'row' | 'sparse' | 'ends' | 'list';

export interface LegendNeed {
  readonly unit: string;
  readonly edges: readonly string[];
  readonly bandNames: readonly string[];
  readonly classCount: number;
  readonly absences: readonly string[];
  /** Regions a class stand above its colour. */
  readonly withCounts: boolean;
}

export interface LegendPlan {
  readonly form: LegendForm;
  readonly withCounts: boolean;
  readonly withAbsences: boolean;
  /** In em. */
  readonly height: number;
  /** How good it is against other forms: more is told. */
  readonly worth: number;
}

const LINE = 1.3;
const BAR = 0.85;
const GAP = 0.5;
/** A number of two digits, apart from its neighbour. */
const COUNT = 1.5;
export const WIDEST_CLASS = 5;

/** Lines of the swatches and words for what is absent, set side by side. */
function absenceLines(labels: readonly string[], width: number): number {
  let [lines, at] = [labels.length > 0 ? 1 : 0, 0];
  for (const label of labels) {
    const own = 2 + textWidth(label);
    if (own > width) return Infinity;
    if (at > 0 && at + own > width) {
      lines += 1;
      at = 0;
    }
    at += own + 1;
  }
  return lines;
}

/** Forms that a width in em has room for, the most telling first. */
export function legendPlans(need: LegendNeed, width: number): readonly LegendPlan[] {
  const { unit, edges, bandNames, classCount, absences } = need;
  if (classCount === 0) return absences.length === 0 ? [] : absencesOnly(absences, width);
  const across = Math.min(width, classCount * WIDEST_CLASS);
  const each = across / classCount;
  const widestEdge = widest(edges);
  const forms: { readonly form: LegendForm; readonly height: number; readonly worth: number }[] = [];
  if (bandNames.length > 0) {
    if (widest(bandNames) + GAP <= each) forms.push({ form: 'row', height: BAR + LINE, worth: 3 });
    if (widest(bandNames) + 4 <= width) forms.push({ form: 'list', height: classCount * LINE, worth: 2 });
    const ends = textWidth(bandNames[0] ?? '') + textWidth(bandNames.at(-1) ?? '') + 1;
    if (ends <= across) forms.push({ form: 'ends', height: BAR + LINE, worth: 1 });
  } else {
    // The outermost stand within the bar, the others in the middle under their boundary.
    if (1.5 * widestEdge + GAP <= each) forms.push({ form: 'row', height: BAR + LINE, worth: 3 });
    else if (1.5 * widestEdge + GAP <= 2 * each && classCount > 2) forms.push({ form: 'sparse', height: BAR + LINE, worth: 2.5 });
    const ends = textWidth(edges[0] ?? '') + textWidth(edges.at(-1) ?? '') + 1;
    if (ends <= across) forms.push({ form: 'ends', height: BAR + LINE, worth: 1 });
  }
  const unitLines = unit === '' ? 0 : Math.ceil(textWidth(unit) / width);
  const lines = absenceLines(absences, width);
  return forms
    .flatMap(({ form, height, worth }) =>
      [true, false].flatMap((withCounts) =>
        [true, false].map((withAbsences): LegendPlan => ({
          form,
          withCounts,
          withAbsences,
          height: (unitLines + (form === 'list' ? 0 : withCounts ? 1 : 0)) * LINE + height + 0.25 + (withAbsences && absences.length > 0 ? lines * 1.5 + 0.3 : 0),
          worth: worth + (withCounts ? 0.8 : 0) + (withAbsences ? 2 : 0),
        })),
      ),
    )
    .filter(({ form, withCounts, height }) => (!withCounts || (need.withCounts && (form === 'list' || COUNT <= each))) && Number.isFinite(height))
    .sort((one, other) => other.worth - one.worth);
}

const absencesOnly = (absences: readonly string[], width: number): readonly LegendPlan[] => {
  const lines = absenceLines(absences, width);
  return Number.isFinite(lines) ? [{ form: 'ends', withCounts: false, withAbsences: true, height: lines * 1.5, worth: 2 }] : [];
};

/** Which edges are written: those of the form, the first and the last always. */
export const writtenEdges = (form: LegendForm, count: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => index).filter((index) => form === 'row' || index === 0 || index === count - 1 || (form === 'sparse' && index % 2 === 0 && (count - 1 - index >= 2)));
