import { formatPeriod, halfOf, periodToYears } from '../../i18n/format.ts';
import { scale } from '../../ingest/scale.ts';
import type { Claim } from '../../model/claim.ts';
import type { Say } from '../../i18n/say.ts';
import type { Indicator, IndicatorTable } from '../../model/indicator.ts';
import { hasValue, type Measured } from '../../model/observation.ts';
import { NATION, type Region } from '../../model/region.ts';
import { change, type Change } from '../../query/change.ts';
import { growth } from '../../query/growth.ts';
import { amountOf, growthWorking, signedPercent, type Working } from '../workings.ts';
import { moveAmount, moveWorking } from './difference.ts';
import { distanceText, figureText, isCount, limitList, markLimits, namer, refusalReason, sentence, valueText, when } from './phrases.ts';
import { hasBounds } from './standing.ts';
import type { Takeaway } from './takeaway.ts';

export interface TrendFacts {
  readonly table: IndicatorTable;
  /** Quoted figures drawn beside the series; they enter no number of the sentence. */
  readonly claims: readonly Claim[];
  /** To name the regions, where the table has more than the nation. */
  readonly regions?: readonly Region[];
}

/** A line of the picture: one series of one region, earliest first, doubtful figures left out. */
interface Line {
  readonly id: string;
  readonly regionId: string;
  readonly name: string;
  readonly figures: readonly Measured[];
}

const MOST_SERIES = 3;
/** Years are of unequal length to a day; a third of one is no accident. */
const UNEQUAL_YEARS = 0.3;

export const charted = (table: IndicatorTable): readonly Measured[] => table.observations.filter(hasValue).filter(({ confidence }) => confidence !== 'C');

const byPeriod = (one: { readonly period: string }, other: { readonly period: string }): number => (one.period < other.period ? -1 : one.period > other.period ? 1 : 0);

export function linesOf(table: IndicatorTable, say: Say, regions: readonly Region[] = []): readonly Line[] {
  const { indicator } = table;
  const name = namer(regions, say);
  const figures = charted(table);
  const keys = new Map(figures.map(({ seriesId, regionId }) => [`${seriesId} ${regionId}`, { seriesId, regionId }]));
  const severalRegions = new Set(figures.map(({ regionId }) => regionId)).size > 1;
  return [...keys].map(([id, { seriesId, regionId }]) => {
    const series = indicator.series?.find((one) => one.id === seriesId)?.name[say.lang];
    return {
      id,
      regionId,
      name: [series ?? (severalRegions ? '' : indicator.short[say.lang]), severalRegions ? name(regionId) : ''].filter(Boolean).join(say.words.comma),
      figures: figures.filter((one) => one.seriesId === seriesId && one.regionId === regionId).sort(byPeriod),
    };
  });
}

/** What is, before what is foretold. */
const settled = ({ figures }: Line): readonly Measured[] => figures.filter(({ status }) => status !== 'forecast');

/** The latest figure of a line, a forecast only where there is nothing else. */
const latestOf = (line: Line): Measured | undefined => settled(line).at(-1) ?? line.figures.at(-1);

export function claimValueText(claim: Claim, indicator: Indicator, say: Say): string | null {
  if (!/^[−-]?\d+(\.\d+)?$/.test(claim.value)) return null;
  const figure = { value: scale(claim.value.replace('−', '-'), indicator.unit.multiplier), precision: claim.precision, printedDecimals: (claim.value.split('.')[1] ?? '').length };
  return valueText(figure, indicator, say);
}

const claimLimits = (claims: readonly Claim[], indicator: Indicator, say: Say): readonly string[] =>
  claims.map((claim) => say.words.sentences.claim(halfOf(claim.speaker, say.lang), when(claim.period, say), claimValueText(claim, indicator, say) ?? `${claim.value} ${claim.unit[say.lang]}`));

/** Series over time: the latest figure of each, its direction since the first that it may be compared with, and what forbids a growth rate. */
export function trendTakeaway({ table, claims, regions = [] }: TrendFacts, say: Say): Takeaway {
  const { indicator } = table;
  const { words } = say;
  const { sentences } = words;
  const lines = linesOf(table, say, regions);
  const doubtful = table.observations.filter((one) => hasValue(one) && one.confidence === 'C').length;
  const common = [...(doubtful > 0 ? [sentences.notCharted(doubtful)] : []), ...claimLimits(claims, indicator, say)];
  const ofNation = lines.filter(({ regionId }) => regionId === NATION);
  const [first] = lines;
  if (!first) return { text: sentence([sentences.noneCharted(indicator.name[say.lang])], say), limits: limitList(common, say), workings: [] };
  const regionCount = new Set(lines.map(({ regionId }) => regionId)).size;
  if (regionCount > 1) return manyRegions(table, regionCount, common, say);
  if (lines.length > 1) return rivals(table, lines, common, say);
  return oneLine(table, ofNation[0] ?? first, common, say);
}

function manyRegions({ indicator, observations }: IndicatorTable, k: number, common: readonly string[], say: Say): Takeaway {
  const { sentences } = say.words;
  const periods = observations.filter((one) => hasValue(one) && one.confidence !== 'C').map(({ period }) => period).sort();
  const [from, to] = [periods[0] ?? '', periods.at(-1) ?? ''];
  const name = indicator.name[say.lang];
  const text = from === to ? sentences.manyRegionsOnce(name, k, when(to, say)) : sentences.manyRegions(name, k, formatPeriod(from, say.lang), formatPeriod(to, say.lang));
  return { text: sentence([text], say), limits: limitList(common, say), workings: [] };
}

function oneLine({ indicator, observations }: IndicatorTable, line: Line, common: readonly string[], say: Say): Takeaway {
  const { words, lang } = say;
  const { sentences } = words;
  const figures = settled(line);
  const latest = latestOf(line);
  if (!latest) throw new Error('a line without figures is no line');
  const series = indicator.series?.length === undefined || new Set(observations.map(({ seriesId }) => seriesId)).size > 1 ? '' : line.name;
  const name = indicator.name[lang] + (series === '' || series === indicator.name[lang] || series === indicator.short[lang] ? '' : words.aside(series));
  const isForecast = latest.status === 'forecast';
  const stood = (isForecast ? sentences.stoodForecast : sentences.stood)(name, when(latest.period, say), isForecast ? valueText(latest, indicator, say) : figureText(latest, indicator, say));
  const before = figures.filter(({ period }) => period < latest.period);
  const compared = before.map((earlier): { readonly earlier: Measured; readonly change: Change } => ({ earlier, change: change(earlier, latest, indicator) }));
  const base = compared.find((one): one is { readonly earlier: Measured; readonly change: Extract<Change, { kind: 'change' }> } => one.change.kind === 'change');
  const limits: string[] = [];
  const workings: Working[] = [];
  let way = '';
  if (figures.length === 1 && !isForecast) way = sentences.onlyPeriod;
  if (base) {
    const move = { earlier: base.earlier, later: latest, change: base.change };
    const { x, decimals } = moveAmount(move, indicator, say);
    const from = formatPeriod(base.earlier.period, lang);
    const by = distanceText(x, decimals, indicator, say);
    const about = base.change.precision === 'approximate';
    const rate = isCount(indicator) ? growth({ earlier: base.earlier, later: latest, indicator }) : null;
    let rateText = '';
    if (rate?.kind === 'growth' && x !== 0) {
      const text = signedPercent(rate.fraction, lang);
      rateText = words.aside(rate.isApproximate ? sentences.about(text) : text);
      workings.push(growthWorking({ earlier: amountOf(base.earlier, indicator, lang), later: amountOf(latest, indicator, lang), from, to: formatPeriod(latest.period, lang) }, rate.fraction, say));
    }
    if (rate?.kind === 'refused') limits.push(sentences.noRate(refusalReason(rate, say)));
    const told = about ? sentences.about(by) : by;
    way = x === 0 ? sentences.unchanged(from) : x > 0 ? sentences.up(from, told, rateText, isCount(indicator)) : sentences.down(from, told, rateText, isCount(indicator));
    workings.unshift(moveWorking(move, undefined, indicator, say));
  }
  // The first figure that stands apart for each reason: one sentence a reason, not a figure.
  const apart = new Map<string, Measured>();
  for (const { earlier, change: moved } of compared) {
    if (moved.kind !== 'refused') continue;
    const reason = refusalReason(moved, say);
    if (!apart.has(reason)) apart.set(reason, earlier);
  }
  for (const [reason, earlier] of apart) limits.push(sentences.earlierNotComparable(formatPeriod(earlier.period, lang), valueText(earlier, indicator, say), reason));
  const forecasts = line.figures.filter(({ status }) => status === 'forecast');
  const lastForecast = forecasts.at(-1);
  if (!isForecast && lastForecast) limits.push(sentences.forecasts(forecasts.length, formatPeriod(lastForecast.period, lang)));
  limits.push(...unequalLimit(figures, say), ...markLimits(line.figures.filter((one) => one.status !== 'forecast' || isForecast), ({ period }) => formatPeriod(period, lang), say));
  return { text: sentence([[stood, way].filter(Boolean).join(words.comma)], say), limits: limitList([...limits, ...common], say), workings };
}

/** Where periods are not evenly spaced, the longest gap between two of them. */
function unequalLimit(figures: readonly Measured[], say: Say): readonly string[] {
  const gaps = figures.slice(1).map((later, index) => ({ earlier: figures[index], later })).flatMap(({ earlier, later }) => (earlier ? [{ earlier, later, years: periodToYears(later.period) - periodToYears(earlier.period) }] : []));
  const [longest] = [...gaps].sort((one, other) => other.years - one.years);
  const shortest = Math.min(...gaps.map(({ years }) => years));
  return longest && gaps.length > 1 && longest.years - shortest > UNEQUAL_YEARS ? [say.words.sentences.unequal(formatPeriod(longest.earlier.period, say.lang), formatPeriod(longest.later.period, say.lang))] : [];
}

/** The latest year in which two lines have a figure that is no forecast; each with its last one of that year. */
function latestShared(lines: readonly Line[]): { readonly year: string; readonly figures: readonly { readonly line: Line; readonly figure: Measured }[] } | null {
  const years = [...new Set(lines.flatMap((line) => settled(line).map(({ period }) => period.slice(0, 4))))].sort().reverse();
  for (const year of years) {
    const figures = lines.flatMap((line) => {
      const figure = settled(line).filter(({ period }) => period.startsWith(year)).at(-1);
      return figure ? [{ line, figure }] : [];
    });
    if (figures.length > 1) return { year, figures };
  }
  return null;
}

function rivals({ indicator }: IndicatorTable, lines: readonly Line[], common: readonly string[], say: Say): Takeaway {
  const { words, lang } = say;
  const { sentences } = words;
  const shared = latestShared(lines);
  const latest = lines
    .flatMap((line) => {
      const figure = latestOf(line);
      return figure ? [{ line, figure }] : [];
    })
    .sort((one, other) => byPeriod(other.figure, one.figure));
  const told = shared ? [...shared.figures].sort((one, other) => other.figure.value - one.figure.value) : latest;
  const isSamePeriod = new Set(told.map(({ figure }) => figure.period)).size === 1;
  const ofSeries = ({ line, figure }: (typeof told)[number]): string =>
    shared && isSamePeriod ? sentences.ofSeries(line.name, figureText(figure, indicator, say)) : sentences.ofSeriesAt(line.name, when(figure.period, say), figureText(figure, indicator, say));
  const [highest, lowest] = [told[0], told.at(-1)];
  const distinct = new Set(told.map(({ figure }) => figure.value)).size === told.length;
  const isRange = shared && isSamePeriod && told.length > MOST_SERIES && distinct && !hasBounds(told.map(({ figure }) => figure));
  const rest = told.length - MOST_SERIES;
  const listed = [...told.slice(0, MOST_SERIES).map(ofSeries), ...(rest > 0 ? [sentences.otherSeries(rest)] : [])].join(words.comma);
  const at = told[0]?.figure.period ?? '';
  const figuresText =
    isRange && highest && lowest
      ? sentences.range(when(at, say), told.length, figureText(lowest.figure, indicator, say), lowest.line.name, figureText(highest.figure, indicator, say), highest.line.name)
      : sentences.colon(shared ? (isSamePeriod ? formatPeriod(at, lang) : formatPeriod(shared.year, lang)) : sentences.latestEach, listed);
  const forecasts = lines.flatMap(({ figures }) => figures.filter(({ status }) => status === 'forecast')).sort(byPeriod);
  const lastForecast = forecasts.at(-1);
  return {
    text: sentence([sentences.rivals(indicator.name[lang], lines.length), figuresText], say),
    limits: limitList(
      [
        sentences.keptApart,
        ...(lastForecast ? [sentences.forecasts(forecasts.length, formatPeriod(lastForecast.period, lang))] : []),
        ...markLimits(told.map(({ figure }) => figure), (figure) => `${told.find((one) => one.figure === figure)?.line.name ?? ''}${words.aside(formatPeriod(figure.period, lang))}`, say),
        ...common,
      ],
      say,
    ),
    workings: [],
  };
}
