import { formatPeriod } from '../i18n/format.ts';
import type { Say } from '../i18n/say.ts';
import type { thenZh } from '../i18n/then.zh.ts';
import type { Indicator } from '../model/indicator.ts';
import type { Period } from '../model/observation.ts';
import type { RegionId } from '../model/region.ts';
import { breakBetween } from '../query/breakBetween.ts';
import { whole } from '../view/sentences/phrases.ts';
import { readPlace } from './places.ts';
import type { ReleasedPlaces } from './releaseRecord.ts';

export type ThenTerms = typeof thenZh;

/** Where a region stood at a release, and where it stands now. */
export interface ThenNow {
  readonly region: RegionId;
  readonly name: string;
  readonly then: ReleasedPlaces;
  readonly now: ReleasedPlaces;
  /** As it is now: of a break in method only today's descriptor knows. */
  readonly indicator: Indicator;
  readonly seriesId?: string;
}

function placeText({ of, n }: ReleasedPlaces, region: RegionId, terms: ThenTerms): string {
  const place = readPlace(of[region]);
  if (place === null) return terms.none;
  return place.kind === 'open' ? terms.open : place.kind === 'group' ? terms.group(place) : terms.place({ ...place, n });
}

/**
 * “广东第5，共31（2024年）；现在：第7，共31（2025年）。” Across a break in method both are told, and that they can't be compared.
 *
 * @returns Null where what was said then is what is said now, and where the region stood nowhere then and stands nowhere now.
 */
export function thenNow({ region, name, then, now, indicator, seriesId = '' }: ThenNow, terms: ThenTerms, { lang, words }: Say): string | null {
  const [was, is] = [then.of[region], now.of[region]];
  if (was === undefined && is === undefined) return null;
  const isSame = was === is && then.n === now.n && then.told === now.told;
  if (isSame && then.period === now.period) return null;
  const at = (period: Period) => formatPeriod(period, lang);
  const [thenText, nowText] = [placeText(then, region, terms), placeText(now, region, terms)];
  const methodBreak = then.period === now.period ? undefined : breakBetween(indicator, then.period, now.period, seriesId);
  const bothStand = was !== undefined && is !== undefined;
  const remark = !bothStand ? null : then.told !== now.told ? terms.otherOrigin : methodBreak ? terms.broken(at(methodBreak.period)) : null;
  // Across a break “still” would compare what can't be compared.
  const sentence = thenText === nowText && remark === null ? terms.stillAt(name, thenText, at(then.period), at(now.period)) : terms.thenNow(name, terms.placeAt(thenText, at(then.period)), terms.placeAt(nowText, at(now.period)));
  return whole(remark === null ? sentence : terms.join(sentence, remark), words.end);
}
