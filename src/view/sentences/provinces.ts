import type { Say } from '../../i18n/say.ts';
import { formatPeriod } from '../../i18n/format.ts';
import type { IndicatorTable } from '../../model/indicator.ts';
import { hasValue, type Period } from '../../model/observation.ts';
import type { Region } from '../../model/region.ts';
import { partial } from '../../query/partial.ts';
import { chosenClause, coverageClause, coverageWorkings, leadClause, medianAt, onePeriod, standingOf, type OnePeriod } from './onePeriod.ts';
import { kindsText, limitList, markLimits, nameList, namer, sentence, unitsText, when, figureText } from './phrases.ts';
import { hasBounds } from './standing.ts';
import type { Takeaway } from './takeaway.ts';

export interface ProvincesFacts {
  readonly table: IndicatorTable;
  readonly period: Period;
  /** The 34 province-level regions and the Corps. */
  readonly regions: readonly Region[];
  readonly selected: string | null;
}

/** Regions in one period: who leads, the median, k of n; the chosen region's value, place and distance to the median. */
export function provincesTakeaway(facts: ProvincesFacts, say: Say): Takeaway {
  const period = onePeriod(facts.table, facts.period, facts.regions, say);
  if (period.n === 0) return { text: sentence([say.words.noValue(formatPeriod(facts.period, say.lang))], say), limits: [], workings: [] };
  const [single] = period.regions;
  const kind = period.absent[0]?.kind;
  if (period.k === 0 && period.n === 1 && single && kind) return { text: sentence([say.words.sentences.colon(formatPeriod(facts.period, say.lang), say.words.sentences.chosenAbsent(single.short[say.lang], say.words.absence[kind]))], say), limits: [], workings: [] };
  if (period.k === 0) return { text: sentence([say.words.sentences.noneHas(when(facts.period, say), period.units, kindsText(period.absent, say))], say), limits: [], workings: [] };
  if (period.told === 'bands') return bandsTakeaway(facts, period, say);
  return period.told === 'ranks' ? placesOnlyTakeaway(facts, period, say) : valuesTakeaway(facts, period, say);
}

/** Who has nothing, by kind. */
export const absentLimit = ({ absent, k, n }: OnePeriod, expected: ProvincesFacts['table']['indicator']['expected'], say: Say): readonly string[] =>
  k === n || k === 0 ? [] : [say.words.sentences.absent(n - k, unitsText(n - k, expected, say), kindsText(absent, say))];

function valuesTakeaway({ table: { indicator }, period: at, regions, selected }: ProvincesFacts, period: OnePeriod, say: Say): Takeaway {
  const { words } = say;
  const name = namer(regions, say);
  const stands = standingOf(period, indicator);
  const median = medianAt(period.figures, indicator, say);
  const region = regions.find(({ id }) => id === selected);
  const chosen = region ? chosenClause(region, { period, name: name(region.id), median, stands }, indicator, say) : null;
  const lead = leadClause(period.figures, { indicator, period: at, name, units: period.units, stands }, say);
  return {
    text: sentence([[lead, median ? words.sentences.median(median.text) : ''].filter(Boolean).join(words.comma), coverageClause(period, say), chosen?.text ?? ''], say),
    limits: limitList(
      [
        ...absentLimit(period, indicator.expected, say),
        ...markLimits(period.figures, ({ regionId }) => name(regionId), say),
        ...(median === null && hasBounds(period.figures) && period.figures.length > 1 ? [words.sentences.medianOpen] : []),
        ...(chosen?.limits ?? []),
      ],
      say,
    ),
    workings: [...(median ? [median.working] : []), ...(chosen?.workings ?? []), ...coverageWorkings(period, say)],
  };
}

function bandsTakeaway({ table: { indicator }, period: at, regions, selected }: ProvincesFacts, period: OnePeriod, say: Say): Takeaway {
  const { words, lang } = say;
  const { sentences } = words;
  const name = namer(regions, say);
  const bands = [...(indicator.bands ?? [])].reverse();
  const countOf = (band: string) => period.at.filter((one) => one.band === band).length;
  const parts = bands.map(({ id, name: band }) => ({ band: band[lang], count: countOf(id) })).filter(({ count }) => count > 0);
  const unclassed = period.figures.filter(({ band }) => band === undefined).map(({ regionId }) => name(regionId));
  const region = regions.find(({ id }) => id === selected);
  const own = period.at.find(({ regionId }) => regionId === selected);
  const ownBand = indicator.bands?.find(({ id }) => id === own?.band)?.name[lang];
  const chosen = !region
    ? ''
    : ownBand !== undefined
      ? sentences.inBand(name(region.id), ownBand)
      : own && hasValue(own)
        ? sentences.chosen(name(region.id), figureText(own, indicator, say))
        : chosenClause(region, { period: { ...period, figures: [] }, name: name(region.id), median: null, stands: standingOf(period, indicator) }, indicator, say).text;
  const counts = parts.length > 0 ? parts.map(({ band, count }) => sentences.bandCount(band, count)) : [sentences.valueWithoutBand(nameList(unclassed, say), unclassed.length).replace(/[。.]$/, '')];
  return {
    text: sentence([sentences.bands(formatPeriod(at, lang), counts.join(words.comma)), coverageClause(period, say), chosen], say),
    limits: limitList(
      [
        ...absentLimit(period, indicator.expected, say),
        ...(parts.length > 0 && unclassed.length > 0 ? [sentences.valueWithoutBand(nameList(unclassed, say), unclassed.length)] : []),
        ...markLimits(period.figures, ({ regionId }) => name(regionId), say),
      ],
      say,
    ),
    workings: coverageWorkings(period, say),
  };
}

function placesOnlyTakeaway({ table: { indicator }, period: at, regions, selected }: ProvincesFacts, period: OnePeriod, say: Say): Takeaway {
  const { words, lang } = say;
  const { sentences } = words;
  const name = namer(regions, say);
  const withPlace = period.at.filter(({ publishedRank }) => publishedRank !== undefined);
  // The list is partial whether or not some of its rows carry a figure too.
  const places = partial(withPlace.map((one) => (one.value === null ? one : { ...one, value: null, status: 'notPublished' })), period.n);
  const on = formatPeriod(at, lang);
  const firsts = withPlace.filter(({ publishedRank }) => publishedRank === 1);
  const list =
    withPlace.length === period.n
      ? sentences.placesAll(on, period.n)
      : places?.kind === 'first'
        ? sentences.placesFirst(on, withPlace.length, period.units)
        : sentences.placesSome(on, withPlace.length, period.units);
  const leader = firsts.length === 0 ? '' : sentences.placesLeader(nameList(firsts.map(({ regionId }) => name(regionId)), say), firsts.length > 1);
  const region = regions.find(({ id }) => id === selected);
  const own = withPlace.find(({ regionId }) => regionId === selected);
  const chosen = !region ? '' : own?.publishedRank === undefined ? sentences.placeAbsent(name(region.id)) : sentences.publishedPlace(name(region.id), own.publishedRank);
  const figure = own && hasValue(own) ? words.aside(figureText(own, indicator, say)) : '';
  return {
    text: sentence([[list, leader].filter(Boolean).join(words.comma), chosen + figure], say),
    limits: limitList(
      [
        ...absentLimit(period, indicator.expected, say),
        ...markLimits(period.figures, ({ regionId }) => name(regionId), say),
        ...(withPlace.some(({ confidence, value }) => confidence === 'C' && value === null) ? [sentences.doubtfulPlaces(nameList(withPlace.filter(({ confidence, value }) => confidence === 'C' && value === null).map(({ regionId }) => name(regionId)), say))] : []),
      ],
      say,
    ),
    workings: [],
  };
}
