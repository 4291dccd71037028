import type { Indicator, MethodBreak } from '../model/indicator.ts';
import type { Period } from '../model/observation.ts';

/**
 * The break in method that lies between two periods of a series, if one does. A break is in force from its own
 * period on, so it parts that period from the one before. The order of the two periods does not matter.
 */
export function breakBetween(indicator: Indicator, one: Period, other: Period, seriesId = ''): MethodBreak | undefined {
  const [earlier, later] = one <= other ? [one, other] : [other, one];
  return indicator.methodBreaks?.find(
    ({ period, series }) => earlier < period && period <= later && (series === undefined || series.includes(seriesId)),
  );
}
