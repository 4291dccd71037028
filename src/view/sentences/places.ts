import { formatList, formatPeriod } from '../../i18n/format.ts';
import type { Say } from '../../i18n/say.ts';
import type { IndicatorTable } from '../../model/indicator.ts';
import { hasValue, type Period } from '../../model/observation.ts';
import type { Region } from '../../model/region.ts';
import { breakBetween } from '../../query/breakBetween.ts';
import { observationsAt } from '../../query/select.ts';
import { rankWorking, type Working } from '../workings.ts';
import { breakReason, countedRegions, limitList, mainSeries, markLimits, nameList, namer, sentence, unitsText, when } from './phrases.ts';
import { standing } from './standing.ts';
import type { Takeaway } from './takeaway.ts';

export interface PlacesFacts {
  readonly table: IndicatorTable;
  readonly from: Period;
  readonly to: Period;
  readonly regions: readonly Region[];
  /** At most five that are picked out. */
  readonly chosen: readonly string[];
}

interface PlacesAt {
  readonly placeOf: (id: string) => { readonly rank: number; readonly ahead: number; readonly tied: number } | null;
  /** How many have a place. */
  readonly n: number;
}

/** Places over time (bump): who climbed and who fell the most between two periods, of how many. */
export function placesTakeaway({ table, regions, chosen, ...given }: PlacesFacts, say: Say): Takeaway {
  const { indicator } = table;
  const { lang } = say;
  const { sentences } = say.words;
  const name = namer(regions, say);
  const [from, to] = given.from <= given.to ? [given.from, given.to] : [given.to, given.from];
  const [fromText, toText] = [formatPeriod(from, lang), formatPeriod(to, lang)];
  if (from === to) return { text: sentence([sentences.samePeriod(toText)], say), limits: [], workings: [] };
  const counted = countedRegions(indicator, regions);
  const ids = new Set(counted.map(({ id }) => id));
  const seriesId = mainSeries(table);
  const rows = (period: Period) => observationsAt(table, period, seriesId).filter(({ regionId }) => ids.has(regionId));
  // Forecasts enter no place: what has not happened can't overtake.
  const figures = (period: Period) => rows(period).filter(hasValue).filter(({ status }) => status !== 'forecast');
  const isPublished = indicator.publishes === 'ranks' || figures(from).length < 2 || figures(to).length < 2;

  const placesAt = (period: Period): PlacesAt => {
    if (!isPublished) {
      const stands = standing(figures(period), indicator.better);
      return { placeOf: stands.placeOf, n: figures(period).length };
    }
    const published = new Map(rows(period).flatMap(({ regionId, publishedRank }): [string, number][] => (publishedRank === undefined ? [] : [[regionId, publishedRank]])));
    return {
      placeOf: (id) => {
        const rank = published.get(id);
        return rank === undefined ? null : { rank, ahead: rank - 1, tied: [...published.values()].filter((other) => other === rank).length - 1 };
      },
      n: published.size,
    };
  };
  const [before, after] = [placesAt(from), placesAt(to)];
  const paths = counted.flatMap((region) => {
    const [earlier, later] = [before.placeOf(region.id), after.placeOf(region.id)];
    return earlier && later ? [{ region, earlier, later, climb: earlier.rank - later.rank }] : [];
  });
  const broken = breakBetween(indicator, from, to, seriesId);
  const origin = isPublished ? sentences.publishedPlaces : sentences.computedPlaces;
  const breakLimit = broken ? [sentences.placesBreak(...breakReason(broken, say))] : [];
  if (paths.length === 0) return { text: sentence([sentences.noPlaces(fromText, toText)], say), limits: limitList(breakLimit, say), workings: [] };

  type Path = (typeof paths)[number];
  const extreme = (sign: 1 | -1): readonly Path[] => {
    const most = Math.max(...paths.map(({ climb }) => sign * climb));
    return most > 0 ? paths.filter(({ climb }) => sign * climb === most) : [];
  };
  const [climbers, droppers] = [extreme(1), extreme(-1)];
  const largest = (those: readonly Path[], one: typeof sentences.largestClimb, tied: typeof sentences.largestClimbTied): string => {
    const [first] = those;
    if (!first || paths.length < 2) return '';
    const names = nameList(those.map(({ region }) => name(region.id)), say);
    const by = Math.abs(first.climb);
    return those.length > 1 ? tied(names, by) : one(names, String(first.earlier.rank), String(first.later.rank), by);
  };
  const up = paths.filter(({ climb }) => climb > 0).length;
  const down = paths.filter(({ climb }) => climb < 0).length;
  const same = paths.length - up - down;
  const kinds = [up > 0 ? sentences.climbed(up) : '', down > 0 ? sentences.dropped(down) : '', same > 0 ? sentences.keptPlace(same) : ''].filter(Boolean);
  const units = unitsText(counted.length, indicator.expected, say);
  const who = paths.length === counted.length ? units : sentences.withBothPlaces(units, paths.length);
  const picked = chosen.flatMap((id) => {
    const region = regions.find((one) => one.id === id);
    const path = paths.find((one) => one.region.id === id);
    return region ? [path ? sentences.chosenPlaces(name(id), path.earlier.rank, before.n, path.later.rank, after.n) : sentences.chosenNoPlaces(name(id))] : [];
  });
  const told = [...new Set([climbers, droppers].flatMap((those) => (those.length === 1 ? those : [])).concat(paths.filter(({ region }) => chosen.includes(region.id))))];
  return {
    text: sentence([sentences.placesMoved(fromText, toText, who, formatList(kinds, lang)), largest(climbers, sentences.largestClimb, sentences.largestClimbTied), largest(droppers, sentences.largestDrop, sentences.largestDropTied), ...picked], say),
    limits: limitList(
      [
        origin,
        ...breakLimit,
        ...(before.n === after.n ? [] : [sentences.differentCoverage(when(from, say), before.n, when(to, say), after.n)]),
        ...(isPublished ? [] : markLimits([...figures(from), ...figures(to)], ({ regionId }) => name(regionId), say)),
      ],
      say,
    ),
    workings: isPublished
      ? []
      : told.flatMap(({ region, earlier, later }): readonly Working[] =>
          [
            { period: fromText, place: earlier },
            { period: toText, place: later },
          ].flatMap(({ period, place }) => rankWorking(sentences.colon(name(region.id), period), place, indicator.better, say)),
        ),
  };
}
