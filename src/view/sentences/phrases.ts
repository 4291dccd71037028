import { formatList, formatNumber, formatPeriod, formatValue, joinUnit, shownDecimals, unitName } from '../../i18n/format.ts';
import type { Figure } from '../../i18n/format.ts';
import type { Say } from '../../i18n/say.ts';
import type { Expected, Indicator, IndicatorTable, MethodBreak } from '../../model/indicator.ts';
import { ABSENCES, STATUSES, type Absence, type Measured, type Observation, type Period } from '../../model/observation.ts';
import { NATION, type Region } from '../../model/region.ts';
import { isExpected } from '../../query/expected.ts';
import type { Refusal } from '../../query/comparable.ts';
import { hasFigure } from '../../query/coverage.ts';
import type { Growth } from '../../query/growth.ts';
import { withoutNoise } from '../workings.ts';

/** More names than this are counted, not listed. */
const MOST_NAMES = 4;
const NAMED_OF_MANY = 3;

/** Clauses become one sentence: “a，b；c。”; the first letter is a capital where the language has them. */
export const sentence = (clauses: readonly string[], { words }: Say): string => whole(clauses.filter(Boolean).join(words.stop), words.end);

/** Ends as a sentence ends, once, and begins as one. */
export function whole(text: string, end: string): string {
  const closed = /[。.]$/.test(text) ? text : text + end;
  return closed.replace(/^“?./u, (first) => first.toUpperCase());
}

/** “2024年”, “in 2024”. */
export const when = (period: Period, { lang, words }: Say): string => words.sentences.at(formatPeriod(period, lang), period.length > 7);

export function nameList(names: readonly string[], { lang, words }: Say): string {
  if (names.length <= MOST_NAMES) return formatList(names, lang);
  const first = names.slice(0, NAMED_OF_MANY);
  return words.sentences.andOthers(lang === 'zh' ? first.join('、') : first.join(', '), names.length, names.length - NAMED_OF_MANY);
}

/** The region's short name; an id that nobody knows is printed as it is. */
export function namer(regions: readonly Region[], { lang }: Say): (id: string) => string {
  const names = new Map(regions.map((region) => [region.id, region.short[lang]]));
  return (id) => names.get(id) ?? id;
}

export const unitsText = (n: number, expected: Expected, { words }: Say): string => words.sentences.units[expected](n);

/** Those among whom it is counted and ranked. A national table may be given any one region. */
export const countedRegions = ({ expected }: Indicator, regions: readonly Region[]): readonly Region[] =>
  expected === 'nation' ? regions.filter(({ id }) => id === NATION) : regions.filter((region) => isExpected(region, expected));

/** An amount of things is more or less of them; a share, a score or an index is higher or lower. */
export const isCount = ({ unit }: Indicator): boolean => unit.zh !== '%' && unit.zh !== '' && unit.zh !== '分';

/** A table of regions has one series; where it has more, the first of them is told. */
export const mainSeries = ({ indicator, observations }: IndicatorTable): string => {
  const used = new Set(observations.map(({ seriesId }) => seriesId));
  return indicator.series?.find(({ id }) => used.has(id))?.id ?? observations[0]?.seriesId ?? '';
};

/** A number in the reader's unit. */
export const amountText = (x: number, decimals: number, indicator: Indicator, lang: Say['lang']): string =>
  joinUnit(formatNumber(withoutNoise(x), decimals), unitName(indicator, lang), lang);

/** Decimals of the most precise of them, as shown. */
export const shownFor = (figures: readonly Measured[], indicator: Indicator, lang: Say['lang']): number =>
  shownDecimals(indicator, Math.max(0, ...figures.map(({ printedDecimals }) => printedDecimals)), lang);

/** A distance without its sign: “4.11分”, “3.8个百分点”. */
export function distanceText(x: number, decimals: number, indicator: Indicator, { lang, words }: Say): string {
  const text = formatNumber(Math.abs(withoutNoise(x)), decimals);
  return indicator.unit.zh === '%' ? words.sentences.points(text) : joinUnit(text, unitName(indicator, lang), lang);
}

/** Decimals of a difference: those that both figures support, or all where it would print as 0 without being 0. */
export function differenceDecimals(x: number, supported: number, all: number): number {
  return x !== 0 && !/[1-9]/.test(formatNumber(Math.abs(x), supported)) ? all : supported;
}

/** A figure with its unit as prose says it: “超过1,000个”, “over 270 billion yuan”. */
export function valueText(figure: Figure, indicator: Indicator, { lang, words }: Say): string {
  const { over, under } = words.sentences;
  if (figure.precision === 'lowerBound') return over(formatValue({ ...figure, precision: 'exact' }, indicator, lang));
  if (figure.precision === 'upperBound') return under(formatValue({ ...figure, precision: 'exact' }, indicator, lang));
  return formatValue(figure, indicator, lang);
}

/** The figure, with a word where it is not settled: “75.31分，存疑”. */
export function figureText(figure: Measured, indicator: Indicator, say: Say): string {
  const { words } = say;
  const marks = [figure.status === 'measured' ? '' : words.status[figure.status], figure.confidence === 'C' ? words.doubtful : ''];
  return [valueText(figure, indicator, say), ...marks].filter(Boolean).join(words.comma);
}

/** Absent regions by kind, in the order of the model; who has no row has not been gathered. */
export function absentByKind(regions: readonly Region[], at: readonly Observation[], publishes: Indicator['publishes']): readonly { readonly kind: Absence; readonly regions: readonly Region[] }[] {
  const rows = new Map(at.map((observation) => [observation.regionId, observation]));
  const kindOf = ({ id }: Region): Absence | null => {
    const row = rows.get(id);
    if (row === undefined) return 'notGathered';
    return row.value !== null || hasFigure(row, publishes) ? null : row.status;
  };
  return ABSENCES.map((kind) => ({ kind, regions: regions.filter((region) => kindOf(region) === kind) })).filter((one) => one.regions.length > 0);
}

/** “未公布1个（宁夏），未收录1个（西藏）”; of one kind its name alone. Regions are named only while they are few. */
export function kindsText(kinds: ReturnType<typeof absentByKind>, { words, lang }: Say): string {
  const named = ({ regions }: (typeof kinds)[number]) => (regions.length <= NAMED_OF_MANY ? words.aside(formatList(regions.map(({ short }) => short[lang]), lang)) : '');
  const [only] = kinds;
  if (kinds.length === 1 && only) return words.sentences.kindOnly(words.absence[only.kind], named(only));
  return kinds.map((one) => words.sentences.kindCount(words.absence[one.kind], one.regions.length, named(one))).join(words.comma);
}

/** What is not plain about these figures: bounds, about, status, doubt. One whole sentence a kind. */
export function markLimits(figures: readonly Measured[], name: (figure: Measured) => string, say: Say): readonly string[] {
  const { sentences, status } = say.words;
  const told = (those: readonly Measured[], tell: (names: string, n: number) => string): readonly string[] => (those.length === 0 ? [] : [tell(nameList(those.map(name), say), those.length)]);
  return [
    ...told(figures.filter(({ precision }) => precision === 'lowerBound'), sentences.lowerBounds),
    ...told(figures.filter(({ precision }) => precision === 'upperBound'), sentences.upperBounds),
    ...told(figures.filter(({ precision }) => precision === 'approximate'), sentences.approximate),
    ...STATUSES.filter((one) => one !== 'measured').flatMap((one) =>
      told(figures.filter((figure) => figure.status === one), (names, n) => sentences.ofStatus(names, n, status[one])),
    ),
    ...told(figures.filter(({ confidence }) => confidence === 'C'), sentences.doubtful),
  ];
}

export const breakReason = ({ period, reason }: MethodBreak, { lang }: Say): readonly [period: string, reason: string] => [formatPeriod(period, lang), reason[lang]];

type Refused = Refusal | Extract<Growth, { kind: 'refused' }>;

/** Why nothing is worked out, as the end of a sentence; `refusalText` is the whole one. */
export function refusalReason(refused: Refused, say: Say): string {
  const { refusal } = say.words.sentences;
  return refused.reason === 'methodBreak' ? refusal.methodBreak(...breakReason(refused.methodBreak, say)) : refusal[refused.reason];
}

/** Every refusal of `query/growth.ts`, `query/change.ts` and `query/comparable.ts` in words, a whole sentence. */
export const refusalText = (refused: Refused, say: Say): string => whole(refusalReason(refused, say), say.words.end);

/** Each limit once: a list of them is keyed by its texts. */
export const limitList = (limits: readonly string[], { words }: Say): readonly string[] => [...new Set(limits.filter(Boolean).map((limit) => whole(limit, words.end)))];
