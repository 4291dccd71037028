import type { Say } from '../i18n/say.ts';
import { PRECISIONS, STATUSES, type Measured, type Status } from '../model/observation.ts';
import type { TrendMark } from './trendView.ts';

/** One kind of figure in a picture, and what it means. */
export interface StatusKind extends TrendMark {
  readonly mark: Status;
}

type How = Pick<Measured, 'status' | 'precision'>;

/** A figure as counted and printed: its mark needs no word. */
export const isPlain = ({ status, precision }: How): boolean => status === 'measured' && precision === 'exact';

/** How a figure came to be and was printed; a bound that was measured is called a bound alone. */
export function markLabel({ status, precision }: How, { words }: Say): string {
  return [status === 'measured' && precision !== 'exact' ? '' : words.status[status], words.precision[precision]].filter(Boolean).join(words.comma);
}

/** The kinds of figures that are in a picture, each once, in one order everywhere. Plain figures alone need no legend. */
export function statusMarks(figures: readonly How[], say: Say): readonly StatusKind[] {
  if (figures.every(isPlain)) return [];
  return STATUSES.flatMap((status) => PRECISIONS.map((precision) => ({ status, precision })))
    .filter((kind) => figures.some(({ status, precision }) => status === kind.status && precision === kind.precision))
    .map(({ status, precision }) => ({ mark: status, precision, label: markLabel({ status, precision }, say) }));
}
