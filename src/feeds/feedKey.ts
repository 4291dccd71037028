import type { IndicatorId } from '../model/indicator.ts';
import type { RegionId } from '../model/region.ts';

/** What a feed is of: all of the site, one table, one region. */
export interface FeedScope {
  readonly indicator?: IndicatorId;
  readonly region?: RegionId;
}

/** “feed”, “feeds/indicator/toys”: where it stands in its language, and part of its id for good. */
export const feedKey = ({ indicator, region }: FeedScope): string => (indicator !== undefined ? `feeds/indicator/${indicator}` : region !== undefined ? `feeds/region/${region}` : 'feed');
