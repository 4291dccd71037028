import type { Atlas } from '../model/atlas.ts';
import { hasValue, type Measured } from '../model/observation.ts';
import type { LandNeighbours } from '../geo/landNeighbours.ts';
import { sourcesLine, tableOf } from '../pages/lookup.ts';
import { PEER_INGREDIENTS, type PeerFeatures } from '../query/peers.ts';
import { MAPPABLE_REGIONS } from '../query/select.ts';
import type { PageContext } from './pageContext.ts';
import { sourceLines } from '../view/sourceView.ts';

/** What a figure of peers is made from besides the indicator's own table. */
export interface PeerFacts {
  readonly features: PeerFeatures;
  readonly neighbours: LandNeighbours;
  /** Where the features were published. */
  readonly source: string;
}

/** A distance needs figures, printed as such. */
const isFact = ({ precision, status, confidence }: Measured): boolean => (precision === 'exact' || precision === 'approximate') && status !== 'forecast' && confidence !== 'C';

/** The latest year with all ingredients, and for each that ends earlier the latest year without it: no choice of features needs another. */
export function peerFeatures(atlas: Atlas): PeerFeatures {
  const tables = PEER_INGREDIENTS.map((id) => tableOf(atlas, id));
  const printed = tables.map(({ indicator, observations }) => {
    const byYear = new Map<string, Map<string, string>>();
    for (const one of observations.filter(hasValue).filter(isFact)) {
      const year = byYear.get(one.period) ?? new Map<string, string>();
      year.set(one.regionId, (one.value / indicator.unit.multiplier).toFixed(one.printedDecimals));
      byYear.set(one.period, year);
    }
    return byYear;
  });
  const isCovered = (at: number, period: string) => (printed[at]?.get(period)?.size ?? 0) >= MAPPABLE_REGIONS;
  const periods = [...new Set(printed.flatMap((byYear) => [...byYear.keys()]))].sort().reverse();
  // A choice of features is a choice of ingredients: of each, the latest year that has them all.
  const choices = Array.from({ length: 2 ** tables.length - 1 }, (_, bits) => PEER_INGREDIENTS.map((__, at) => at).filter((at) => ((bits + 1) >> at) % 2 === 1));
  const needed = new Set(choices.flatMap((choice) => periods.find((period) => choice.every((at) => isCovered(at, period))) ?? []));
  const ids = atlas.regions.filter(({ level, group }) => level === 'province' && group !== 'hmt').map(({ id }) => id);
  return {
    years: periods
      .filter((period) => needed.has(period))
      .map((period) => ({ period, figures: Object.fromEntries(ids.map((id) => [id, printed.map((byYear) => byYear.get(period)?.get(id) ?? null)])) })),
  };
}

export function peerFacts(atlas: Atlas, neighbours: LandNeighbours, page: PageContext): PeerFacts {
  const features = peerFeatures(atlas);
  const years = new Set(features.years.map(({ period }) => period));
  const lines = PEER_INGREDIENTS.map((id) => {
    const table = tableOf(atlas, id);
    const used = [...new Set(table.observations.filter(({ period }) => years.has(period)).map(({ sourceId }) => sourceId))];
    return sourcesLine(atlas, table, used, page);
  });
  return { features, neighbours, source: sourceLines(lines, page.say) };
}
