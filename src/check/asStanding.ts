import { cellOf, cellText } from '../model/doubt.ts';
import type { Indicator, IndicatorTable } from '../model/indicator.ts';
import type { Observation } from '../model/observation.ts';

const key = ({ seriesId, regionId, period }: Observation): string => cellText(cellOf({ seriesId, regionId, period }));

/** The table as it would be with these figures: they take the place of those of the same cells, the others stay. */
export function asStanding(indicator: Indicator, standing: IndicatorTable | null, observations: readonly Observation[]): IndicatorTable {
  const own = new Set(observations.map(key));
  return { indicator, dataset: standing?.dataset ?? '', file: standing?.file ?? '', observations: [...(standing?.observations.filter((one) => !own.has(key(one))) ?? []), ...observations] };
}
