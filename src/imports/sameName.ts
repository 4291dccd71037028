import { likenesses } from '../intake/likeness.ts';
import type { IndicatorId } from '../model/indicator.ts';
import type { ImportContext } from './model.ts';

const found = new WeakMap<ImportContext, Map<string, IndicatorId | null>>();

/** The one indicator that is called exactly so, by its name, its short name, its id or another word for it; null: none, or several. */
export function sameName(name: string, context: ImportContext): IndicatorId | null {
  const names = found.get(context) ?? new Map<string, IndicatorId | null>();
  found.set(context, names);
  const known = names.get(name);
  if (known !== undefined) return known;
  const same = likenesses(name, context.indicators, context.synonyms).filter(({ likeness }) => likeness === 1);
  const [only] = same;
  const indicator = same.length === 1 && only ? only.indicator : null;
  names.set(name, indicator);
  return indicator;
}
