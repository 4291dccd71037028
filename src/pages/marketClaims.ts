import type { Atlas } from '../model/atlas.ts';
import type { Claim } from '../model/claim.ts';

const MARKET = 'egov-market-size';
const MARKET_CLAIM = 'egov-market-size';

/** The claims that name a value an indicator could have: a number in its own unit. */
export const marketClaims = (atlas: Atlas): readonly Claim[] => atlas.claims.filter(({ id, indicators }) => id === MARKET_CLAIM && indicators.includes(MARKET));
