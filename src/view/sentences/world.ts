import { formatPeriod } from '../../i18n/format.ts';
import type { Say } from '../../i18n/say.ts';
import type { IndicatorTable } from '../../model/indicator.ts';
import { hasValue, type Period } from '../../model/observation.ts';
import type { Region } from '../../model/region.ts';
import { observationsAt, observationsOf } from '../../query/select.ts';
import { amountOf, rankWorking, subtract, toMedianWorking, type Working } from '../workings.ts';
import { coverageClause, coverageWorkings, medianAt, onePeriod } from './onePeriod.ts';
import { countedRegions, differenceDecimals, distanceText, figureText, limitList, mainSeries, markLimits, namer, sentence, when } from './phrases.ts';
import { absentLimit } from './provinces.ts';
import { standing } from './standing.ts';
import type { Takeaway } from './takeaway.ts';

export interface WorldFacts {
  readonly table: IndicatorTable;
  readonly period: Period;
  readonly countries: readonly Region[];
  readonly country: string;
  readonly peers: readonly string[];
}

interface WorldPlace {
  readonly rank: number;
  readonly n: number;
  readonly isTied: boolean;
  /** Worked out here, where the publisher gave none. */
  readonly workings: readonly Working[];
}

/** One country among all: place of n, value, distance to the median, the way since the first edition; its peers. */
export function worldTakeaway({ table, period: at, countries, country, peers }: WorldFacts, say: Say): Takeaway {
  const { indicator } = table;
  const { words, lang } = say;
  const { sentences } = words;
  const name = namer(countries, say);
  const period = onePeriod(table, at, countries, say);
  const seriesId = mainSeries(table);
  const median = medianAt(period.figures, indicator, say);
  const counted = new Set(countedRegions(indicator, countries).map(({ id }) => id));
  const isRankPublished = table.observations.some(({ publishedRank, regionId }) => publishedRank !== undefined && counted.has(regionId));

  /** Published places where there are any, so that two ways of counting are never mixed. */
  const placeIn = (id: string, edition: Period): WorldPlace | null => {
    const rows = observationsAt(table, edition, seriesId).filter(({ regionId }) => counted.has(regionId));
    if (isRankPublished) {
      const own = rows.find(({ regionId }) => regionId === id)?.publishedRank;
      if (own === undefined) return null;
      return { rank: own, n: rows.filter(({ publishedRank }) => publishedRank !== undefined).length, isTied: rows.filter(({ publishedRank }) => publishedRank === own).length > 1, workings: [] };
    }
    const place = standing(rows.filter(hasValue), indicator.better).placeOf(id);
    return place && { rank: place.rank, n: place.n, isTied: place.tied > 0, workings: rankWorking([name(id), formatPeriod(edition, lang)].join(words.comma), place, indicator.better, say) };
  };

  const own = period.at.find(({ regionId }) => regionId === country);
  const place = placeIn(country, at);
  const workings: Working[] = [];
  const told: string[] = [];
  if (!own || !hasValue(own)) {
    told.push(sentences.worldAbsent(name(country), when(at, say), indicator.short[lang], words.absence[own?.status ?? (counted.has(country) ? 'notGathered' : 'notApplicable')]));
  } else {
    told.push(sentences.world(name(country), when(at, say), indicator.short[lang], figureText(own, indicator, say)));
    if (place) told.push(sentences.worldPlace(place.rank, place.n, place.isTied));
    workings.push(...(place?.workings ?? []));
    if (median && own.precision !== 'lowerBound' && own.precision !== 'upperBound') {
      const amount = amountOf(own, indicator, lang);
      const distance = subtract(amount, median.amount);
      const decimals = differenceDecimals(distance.x, median.decimals, distance.decimals);
      const by = distanceText(distance.x, decimals, indicator, say);
      told.push(distance.x === 0 ? sentences.atMedian : distance.x > 0 ? sentences.aboveMedian(by) : sentences.belowMedian(by));
      workings.push(median.working, toMedianWorking(amount, median.ascending, { name: name(country), indicator, decimals }, say));
    }
  }

  const editions = observationsOf(table, country, seriesId).map((one) => one.period).filter((one) => one < at);
  const firstEdition = editions.find((edition) => placeIn(country, edition) !== null);
  const before = firstEdition === undefined ? null : placeIn(country, firstEdition);
  workings.push(...(before?.workings ?? []));
  const peerParts = peers
    .filter((id) => id !== country)
    .map((id) => {
      const peerPlace = placeIn(id, at);
      if (peerPlace) return sentences.peer(name(id), peerPlace.rank, peerPlace.n);
      const row = period.at.find(({ regionId }) => regionId === id);
      return row && hasValue(row) ? sentences.contender(name(id), figureText(row, indicator, say)) : sentences.peerAbsent(name(id), words.absence[row?.status ?? (counted.has(id) ? 'notGathered' : 'notApplicable')]);
    });
  return {
    text: sentence(
      [
        told.join(words.comma),
        before && firstEdition !== undefined ? sentences.worldBefore(when(firstEdition, say), before.rank, before.n) : '',
        peerParts.length > 0 ? sentences.peers(peerParts.join(words.comma)) : '',
        period.k < period.n ? coverageClause(period, say) : '',
      ],
      say,
    ),
    limits: limitList(
      [
        ...(before ? [sentences.editionsDiffer] : []),
        ...(place && before && place.n !== before.n && firstEdition !== undefined ? [sentences.differentCoverage(when(firstEdition, say), before.n, when(at, say), place.n)] : []),
        ...(place ? [isRankPublished ? sentences.publishedPlaces : sentences.computedPlaces] : own && hasValue(own) && period.figures.length > 1 ? [isRankPublished ? sentences.placeNotPublished(name(country)) : sentences.placeOpen(name(country))] : []),
        ...absentLimit(period, indicator.expected, say),
        ...markLimits(period.figures, ({ regionId }) => name(regionId), say),
      ],
      say,
    ),
    workings: [...workings, ...coverageWorkings(period, say)],
  };
}

