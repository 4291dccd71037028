import { formatPeriod, formatSigned } from '../../i18n/format.ts';
import type { Say } from '../../i18n/say.ts';
import { hasValue } from '../../model/observation.ts';
import type { RegionId } from '../../model/region.ts';
import { change } from '../../query/change.ts';
import { observationsOf } from '../../query/select.ts';
import { moveAmount } from '../sentences/difference.ts';
import { mainSeries } from '../sentences/phrases.ts';
import type { RegionRow } from './regionRow.ts';

export interface RowChange {
  readonly shape: '▲' | '▼' | '―';
  /** “＋3.8”, in the unit of the row; of percentages in points. */
  readonly text: string;
  readonly from: string;
}

/** What a region's figure moved by since the period before it; null where the two can't be set against each other or one is doubtful. */
export function rowChange({ facts: { table, own } }: RegionRow, regionId: RegionId, say: Say): RowChange | null {
  const { indicator } = table;
  if (!own) return null;
  const earlier = observationsOf(table, regionId, mainSeries(table)).filter(hasValue).filter(({ period }) => period < own.period).at(-1);
  const moved = change(earlier, own, indicator);
  if (!earlier || moved.kind === 'refused' || moved.isDoubtful) return null;
  const { x, decimals } = moveAmount({ change: moved, earlier, later: own }, indicator, say);
  const text = formatSigned(x, decimals, say.lang);
  return { shape: x > 0 ? '▲' : x < 0 ? '▼' : '―', text: moved.precision === 'approximate' ? say.words.sentences.about(text) : text, from: formatPeriod(earlier.period, say.lang) };
}
