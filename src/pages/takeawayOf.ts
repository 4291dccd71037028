import type { Atlas } from '../model/atlas.ts';
import type { IndicatorTable } from '../model/indicator.ts';
import { CHINA } from '../model/region.ts';
import { mappablePeriods, periods } from '../query/select.ts';
import type { Say } from '../i18n/say.ts';
import { provincesTakeaway } from '../view/sentences/provinces.ts';
import type { Takeaway } from '../view/sentences/takeaway.ts';
import { trendTakeaway } from '../view/sentences/trend.ts';
import { worldTakeaway } from '../view/sentences/world.ts';
import { provincesOf } from './lookup.ts';
import { marketClaims } from './marketClaims.ts';

/** The one true sentence of an indicator, as its page begins with it. */
export function takeawayOf(atlas: Atlas, table: IndicatorTable, say: Say): Takeaway {
  const { indicator } = table;
  const last = periods(table).at(-1) ?? '';
  if (indicator.expected === 'countries') return worldTakeaway({ table, period: last, countries: atlas.regions.filter(({ level }) => level === 'country'), country: CHINA, peers: [] }, say);
  if (indicator.expected === 'nation') return trendTakeaway({ table, claims: indicator.id === 'egov-market-size' ? marketClaims(atlas) : [] }, say);
  return provincesTakeaway({ table, period: mappablePeriods(table).at(-1) ?? last, regions: provincesOf(atlas), selected: null }, say);
}
