import type { Say } from '../../i18n/say.ts';
import type { Indicator, IndicatorTable } from '../../model/indicator.ts';
import { hasValue, type Measured, type Observation, type Period } from '../../model/observation.ts';
import type { Region } from '../../model/region.ts';
import { observationsAt } from '../../query/select.ts';
import { amountOf, coveredWorking, decimalsFor, medianOf, medianWorking, rankWorking, subtract, toMedianWorking, type Amount, type Working } from '../workings.ts';
import { absentByKind, amountText, countedRegions, differenceDecimals, distanceText, figureText, isCount, mainSeries, nameList, shownFor, unitsText, when } from './phrases.ts';
import { settledMiddle, standing, type Standing } from './standing.ts';

/** What was published of a period: figures, or else places or classes only. */
export type Told = Indicator['publishes'];

/** The counted regions of one period. */
export interface OnePeriod {
  readonly told: Told;
  readonly regions: readonly Region[];
  readonly at: readonly Observation[];
  readonly figures: readonly Measured[];
  readonly absent: ReturnType<typeof absentByKind>;
  readonly k: number;
  readonly n: number;
  /** “31个省份” */
  readonly units: string;
}

function toldAt({ publishes, bands = [] }: Indicator, at: readonly Observation[]): Told {
  const hasValues = at.some(hasValue);
  const inBands = at.filter(({ band }) => band !== undefined).length;
  const placed = at.filter(({ publishedRank }) => publishedRank !== undefined).length;
  if (publishes === 'bands' || (bands.length > 0 && !hasValues && inBands > 0 && inBands >= placed)) return 'bands';
  return placed > 0 && (publishes === 'ranks' || !hasValues) ? 'ranks' : 'values';
}

export function onePeriod(table: IndicatorTable, period: Period, regions: readonly Region[], say: Say): OnePeriod {
  const { indicator } = table;
  const counted = countedRegions(indicator, regions);
  const ids = new Set(counted.map(({ id }) => id));
  const at = observationsAt(table, period, mainSeries(table)).filter(({ regionId }) => ids.has(regionId));
  const told = toldAt(indicator, at);
  const absent = absentByKind(counted, at, told);
  const n = counted.length;
  return { told, regions: counted, at, figures: at.filter(hasValue), absent, k: absent.reduce((rest, one) => rest - one.regions.length, n), n, units: unitsText(n, indicator.expected, say) };
}

/** “29 of 31”; a single region is not counted. */
export const coverageClause = ({ k, n, units }: OnePeriod, { words }: Say): string => (n <= 1 ? '' : k === n ? words.sentences.coveredAll(units) : words.sentences.covered(k, units));

export const coverageWorkings = ({ absent, k, n }: OnePeriod, say: Say): readonly Working[] =>
  k === n ? [] : [coveredWorking(n, absent.map(({ kind, regions }) => ({ kind: say.words.absence[kind], count: regions.length })), say)];

/** Which superlative a direction allows. “Most” is for things that are counted. */
const superlative = (indicator: Indicator): keyof Say['words']['sentences']['lead'] =>
  indicator.better === 'higher' ? 'best' : indicator.better === 'lower' ? 'lowest' : isCount(indicator) ? 'most' : 'highest';

const MOST_CONTENDERS = 3;

/** Who leads, all alike, one alone, or why nobody can be named. */
export function leadClause(figures: readonly Measured[], { indicator, period, name, units, stands }: { readonly indicator: Indicator; readonly period: Period; readonly name: (id: string) => string; readonly units: string; readonly stands: Standing }, say: Say): string {
  const { sentences } = say.words;
  const at = when(period, say);
  const [first] = stands.contenders;
  if (!first) return say.words.noValue(at);
  const names = (those: readonly Measured[]) => nameList(those.map(({ regionId }) => name(regionId)), say);
  if (figures.length === 1) return sentences.onlyOne(at, name(first.regionId), figureText(first, indicator, say));
  if (!stands.isLeadCertain) {
    const open = indicator.better === 'higher' ? sentences.leadOpen : indicator.better === 'lower' ? sentences.lowestOpen : sentences.mostOpen;
    const sign = indicator.better === 'lower' ? 1 : -1;
    const listed = [...stands.contenders].sort((one, other) => sign * (one.value - other.value));
    const rest = listed.length - MOST_CONTENDERS;
    const parts = listed.slice(0, MOST_CONTENDERS).map((one) => sentences.contender(name(one.regionId), figureText(one, indicator, say)));
    return open(at, [...parts, ...(rest > 0 ? [sentences.furtherContenders(rest)] : [])].join(say.words.comma));
  }
  // Tied, one may be doubtful and another not: what all of them are is told here, the rest among the limits, by name.
  const all = (is: (figure: Measured) => boolean) => stands.contenders.every(is);
  const shared: Measured = { ...first, status: all(({ status }) => status === first.status) ? first.status : 'measured', confidence: all(({ confidence }) => confidence === 'C') ? 'C' : 'A' };
  const value = figureText(shared, indicator, say);
  const marked = stands.contenders.some(({ precision }) => precision !== first.precision) ? figureText({ ...shared, precision: 'approximate' }, indicator, say) : value;
  if (stands.contenders.length === figures.length) return sentences.allSame(at, figures.length, units, marked);
  return sentences.lead[superlative(indicator)](at, names(stands.contenders), stands.contenders.length > 1, marked);
}

/** The median of figures in the reader's unit, in words and worked out; null: none, or a bound leaves it open. */
export interface Median {
  readonly ascending: readonly Amount[];
  readonly amount: Amount;
  readonly decimals: number;
  readonly text: string;
  readonly working: Working;
}

export function medianAt(figures: readonly Measured[], indicator: Indicator, say: Say): Median | null {
  const ordered = settledMiddle(figures);
  if (figures.length < 2 || ordered === null) return null;
  const { lang, words } = say;
  const ascending = ordered.map((figure) => amountOf(figure, indicator, lang));
  const amount = medianOf(ascending);
  const least = shownFor(figures, indicator, lang);
  // Of an odd number it is one of the figures, and printed like it.
  const decimals = figures.length % 2 === 1 ? least : decimalsFor(amount.x, least);
  const text = amountText(amount.x, decimals, indicator, lang);
  const isAbout = figures.some(({ precision }) => precision === 'approximate');
  return { ascending, amount, decimals, text: isAbout ? words.sentences.about(text) : text, working: medianWorking(ascending, { decimals, unit: indicator.unit[lang] }, say) };
}

/** One region in words: its figure, place and distance to the median. */
export function chosenClause(region: Region, { period, name, median, stands }: { readonly period: OnePeriod; readonly name: string; readonly median: Median | null; readonly stands: Standing }, indicator: Indicator, say: Say): { readonly text: string; readonly limits: readonly string[]; readonly workings: readonly Working[] } {
  const { words, lang } = say;
  const { sentences } = words;
  const own = period.at.find(({ regionId }) => regionId === region.id);
  const isCounted = period.regions.some(({ id }) => id === region.id);
  if (!own || !hasValue(own)) {
    const kind = own ? own.status : isCounted ? 'notGathered' : region.group === 'hmt' ? 'notSurveyed' : 'notApplicable';
    return { text: sentences.chosenAbsent(name, words.absence[kind]), limits: [], workings: [] };
  }
  const place = stands.placeOf(region.id);
  const told = [sentences.chosen(name, figureText(own, indicator, say))];
  const workings: Working[] = [];
  const limits: string[] = [];
  if (period.figures.length > 1) {
    if (place) {
      told.push(sentences.chosenPlace(place.rank, place.n, place.tied > 0));
      workings.push(...rankWorking(name, place, indicator.better, say));
    } else limits.push(sentences.placeOpen(name));
  }
  const isBound = own.precision === 'lowerBound' || own.precision === 'upperBound';
  if (median && !isBound) {
    const amount = amountOf(own, indicator, lang);
    const distance = subtract(amount, median.amount);
    const decimals = differenceDecimals(distance.x, median.decimals, distance.decimals);
    const by = distanceText(distance.x, decimals, indicator, say);
    const about = own.precision === 'approximate' || period.figures.some(({ precision }) => precision === 'approximate') ? sentences.about(by) : by;
    told.push(distance.x === 0 ? sentences.atMedian : distance.x > 0 ? sentences.aboveMedian(about) : sentences.belowMedian(about));
    workings.push(toMedianWorking(amount, median.ascending, { name, indicator, decimals }, say));
  }
  return { text: told.join(words.comma), limits, workings };
}

export const standingOf = ({ figures }: OnePeriod, indicator: Indicator): Standing => standing(figures, indicator.better);
