import type { Say } from '../i18n/say.ts';
import type { IndicatorTable } from '../model/indicator.ts';
import type { Region } from '../model/region.ts';
import { standingGroup } from '../query/quarter.ts';
import { rank } from '../query/rank.ts';
import { rankingPeriods } from '../view/rankingView.ts';
import { onePeriod } from '../view/sentences/onePeriod.ts';
import type { ReleasedPlaces } from './releaseRecord.ts';

/** Where a region stood: a place of n, a group of four or of two, or left open by a bound. */
export type Place = { readonly kind: 'place'; readonly rank: number; readonly isTied: boolean } | { readonly kind: 'group'; readonly of: 4 | 2; readonly index: number } | { readonly kind: 'open' };

export function readPlace(text: string | undefined): Place | null {
  if (text === undefined) return null;
  if (text === '?') return { kind: 'open' };
  const [, number = '', sign = '', of = ''] = /^(\d+)(=|\/([24]))?$/.exec(text) ?? [];
  if (number === '') return null;
  return sign.startsWith('/') ? { kind: 'group', of: of === '2' ? 2 : 4, index: Number(number) - 1 } : { kind: 'place', rank: Number(number), isTied: sign === '=' };
}

/**
 * The places of the latest period that can be ranked: those the publisher gave where they are what was published,
 * otherwise computed. In a copy that tells no places, groups.
 *
 * @returns Null where nothing is ranked: national figures, classes, too few.
 */
export function placesOf(table: IndicatorTable, regions: readonly Region[], say: Say): ReleasedPlaces | null {
  const { indicator } = table;
  if (indicator.expected === 'nation') return null;
  const period = rankingPeriods(table, regions).at(-1);
  if (period === undefined) return null;
  const { told, at, figures, n: expected } = onePeriod(table, period, regions, say);
  if (told === 'bands') return null;
  const isGrouped = say.words.standings === 'groups';
  if (told === 'ranks') {
    const placed = at.filter(({ publishedRank }) => publishedRank !== undefined);
    // A copy that tells no places holds no published rank; should one be there, it is not told.
    if (isGrouped) return null;
    const isShared = (place: number | undefined) => placed.filter(({ publishedRank }) => publishedRank === place).length > 1;
    return { period, told, n: expected, of: Object.fromEntries(placed.map(({ regionId, publishedRank }) => [regionId, `${publishedRank}${isShared(publishedRank) ? '=' : ''}`])) };
  }
  const { ranked, n } = rank(figures, indicator.better);
  const textOf = (place: number, isTied: boolean): string => {
    if (!isGrouped) return `${place}${isTied ? '=' : ''}`;
    const group = standingGroup(place, n);
    return group ? `${group.index + 1}/${group.of}` : '';
  };
  const of = ranked.map((row): readonly [string, string] => [row.observation.regionId, row.isOpen ? '?' : textOf(row.rank, row.isTied)]).filter(([, text]) => text !== '');
  return { period, told, n, of: Object.fromEntries(of.sort(([one], [other]) => (one < other ? -1 : 1))) };
}
