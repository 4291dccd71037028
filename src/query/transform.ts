import { formatPeriod } from '../i18n/format.ts';
import { transformsEn } from '../i18n/transforms.en.ts';
import { transformsZh } from '../i18n/transforms.zh.ts';
import { hasValue } from '../model/observation.ts';
import { NATION } from '../model/region.ts';
import { derivedIndicator } from './derivedIndicator.ts';
import { derivedDecimals, derivedValue, figuresIn, perHeadOf } from './derivedValue.ts';
import { firstFigures, ingredientsOf, isRefusal, isSum } from './ingredients.ts';
import { refusalSentence } from './refusalSentence.ts';
import { quantile } from './summary.ts';
import type { IndicatorId, IndicatorTable, MethodBreak } from '../model/indicator.ts';
import type { Confidence, Measured, Observation, Period } from '../model/observation.ts';
import type { PerHead } from './derivedValue.ts';
import type { Ingredients } from './ingredients.ts';

/** Ways of looking at published figures that nobody published; each is worked out here and drawn as derived. */
export const TRANSFORMS = ['index', 'yearOnYear', 'averageGrowth', 'shareOfTotal', 'perHead', 'toNation'] as const;
export type TransformKind = (typeof TRANSFORMS)[number];

/** The indicator whose figures others are divided by, per head. */
export const RESIDENTS: IndicatorId = 'population';

export interface TransformInput {
  readonly table: IndicatorTable;
  readonly kind: TransformKind;
  /** For `index` and `averageGrowth`: the period that others are set against; absent: the first with a figure. */
  readonly base?: Period;
  /** For `perHead`: residents at the end of the same year; null when it could not be had. */
  readonly population?: IndicatorTable | null;
}

/** Why nothing, or one figure, can be worked out. */
export type TransformRefusal =
  /** Of the whole table. */
  | {
      readonly reason:
        | 'ranksOnly' | 'bandsOnly' | 'noFigure'
        /** Growth of a percentage; points are the answer there. */
        | 'rate'
        /** Growth of a score, whose unit and zero are the publisher's choice. */
        | 'score'
        /** Growth, where no series has a second period. */
        | 'onePeriod'
        | 'noConsecutive'
        /** A share or a figure per head of what can't be added up. */
        | 'notAdditive'
        /** A difference to a total that the region is itself part of. */
        | 'partOfNation'
        | 'nationOnly' | 'noNation' | 'noPopulationTable' | 'isPopulation';
    }
  /** Of one figure: `figure` is itself the trouble, `other` that which it would be set against; or of a `table` that such figures leave without a pair. */
  | { readonly reason: 'bound' | 'forecast' | 'doubtful'; readonly of: 'figure' | 'other' | 'table' }
  | { readonly reason: 'methodBreak'; readonly methodBreak: MethodBreak }
  | { readonly reason: 'noBase' | 'differentSeries' | 'differentRegion' | 'claim' | 'baseNotPositive' | 'negative' | 'totalNotPositive' | 'isNation' | 'outsideTotal' | 'corpsApart' | 'underOneYear' | 'differentPrecision' }
  | { readonly reason: 'baseMissing' | 'notLater' | 'noYearBefore' | 'noNationAt' | 'noPopulation'; readonly period: Period }
  /** A sum is one of all regions or none: k of n could be added. */
  | { readonly reason: 'incomplete'; readonly k: number; readonly n: number };

export type Transformed =
  | {
      readonly kind: 'transformed';
      /** Same regions, periods and series; another unit; every figure has the status `derived`, every refused one is absent. */
      readonly table: IndicatorTable;
      /** The published figures for which nothing could be worked out. */
      readonly refused: readonly { readonly observation: Observation; readonly reason: TransformRefusal }[];
    }
  | { readonly kind: 'refused'; readonly reason: TransformRefusal };

/** What a percentage and a score are is said by the unit of the descriptor. */
const isRate = ({ indicator }: IndicatorTable): boolean => indicator.unit.zh === '%';
const isScore = ({ indicator }: IndicatorTable): boolean => indicator.unit.zh === '' || indicator.unit.zh === '分';

/** Why a table as a whole has no figures of this kind; null: some of its figures may have. */
export function tableRefusal(table: IndicatorTable, kind: TransformKind): TransformRefusal | null {
  const { indicator, observations } = table;
  const measured = observations.filter(hasValue);
  if (measured.length === 0) return { reason: indicator.publishes === 'ranks' ? 'ranksOnly' : indicator.publishes === 'bands' ? 'bandsOnly' : 'noFigure' };
  const hasNation = measured.some(({ regionId }) => regionId === NATION);
  switch (kind) {
    case 'index':
    case 'yearOnYear':
    case 'averageGrowth':
      return isRate(table) ? { reason: 'rate' } : isScore(table) ? { reason: 'score' } : hasSecondPeriod(measured) ? null : { reason: 'onePeriod' };
    case 'shareOfTotal':
      return indicator.expected === 'nation' ? { reason: 'nationOnly' } : indicator.additive === true ? null : { reason: 'notAdditive' };
    case 'perHead':
      return indicator.additive !== true ? { reason: 'notAdditive' } : indicator.id === RESIDENTS ? { reason: 'isPopulation' } : null;
    case 'toNation':
      if (indicator.expected === 'nation') return { reason: 'nationOnly' };
      return indicator.additive === true ? { reason: 'partOfNation' } : hasNation ? null : { reason: 'noNation' };
  }
}

const lineOf = ({ regionId, seriesId }: Observation): string => `${regionId} ${seriesId}`;

function hasSecondPeriod(measured: readonly Measured[]): boolean {
  const first = new Map<string, Period>();
  return measured.some((one) => {
    const known = first.get(lineOf(one));
    if (known === undefined) first.set(lineOf(one), one.period);
    return known !== undefined && known !== one.period;
  });
}

/** The base is 100 of itself: that alone is no answer. */
const saysSomething = (ingredients: Ingredients): boolean => ingredients.kind !== 'index' || ingredients.figure !== ingredients.base;

/** Of a table in which no figure could be worked out: the reason met most often, told of the whole. */
function commonReason(reasons: readonly TransformRefusal[]): TransformRefusal {
  const counts = new Map<TransformRefusal['reason'], number>();
  for (const { reason } of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const isTelling = ({ reason }: TransformRefusal) => reason !== 'isNation' && reason !== 'outsideTotal' && reason !== 'notLater';
  const byCount = [...reasons].sort((one, other) => Number(isTelling(other)) - Number(isTelling(one)) || (counts.get(other.reason) ?? 0) - (counts.get(one.reason) ?? 0));
  const [first = { reason: 'onePeriod' as const }] = byCount;
  switch (first.reason) {
    case 'bound':
    case 'forecast':
    case 'doubtful':
      return { reason: first.reason, of: 'table' };
    case 'noYearBefore':
      return { reason: 'noConsecutive' };
    case 'noNationAt':
      return { reason: 'noNation' };
    case 'isNation':
      return { reason: 'nationOnly' };
    default:
      return first;
  }
}

const worse = (figures: readonly Measured[]): Confidence => figures.reduce<Confidence>((worst, { confidence }) => (confidence > worst ? confidence : worst), 'A');

/** A derived figure is nobody's: the publisher's place and class belong to what was published. */
function bare({ regionId, period, seriesId, sourceId, confidence, note }: Observation): Omit<Observation, 'value' | 'status'> {
  return { regionId, period, seriesId, sourceId, confidence, ...(note !== undefined && { note }) };
}

const refusalNote = (reason: TransformRefusal): string => `${refusalSentence(reason, transformsZh, 'zh')} / ${refusalSentence(reason, transformsEn, 'en')}`;

export interface Derivation {
  readonly per: PerHead;
  /** For each figure of the table that has a value, what went in or why nothing did. */
  readonly answers: ReadonlyMap<Observation, Ingredients | TransformRefusal>;
}

/** What goes into each figure, and the residents a whole table is divided among; null: the table is refused. */
export function derivation(input: TransformInput): Derivation | { readonly reason: TransformRefusal } {
  const { table, kind, population } = input;
  const whole = tableRefusal(table, kind);
  if (whole !== null) return { reason: whole };
  if (kind === 'perHead' && !population) return { reason: { reason: 'noPopulationTable' } };
  const answer = ingredientsOf(input);
  const answers = new Map(table.observations.filter(hasValue).map((one) => [one, answer(one)]));
  const found = [...answers.values()];
  if (!found.some((one) => !isRefusal(one) && saysSomething(one))) return { reason: commonReason(found.filter(isRefusal)) };
  return { per: perHeadOf(found.flatMap((one) => (isRefusal(one) ? [] : [one]))), answers };
}

/**
 * A table that nobody published, worked out of one that somebody did; every view and picture takes it as any other.
 * Nothing comes from a bound, a forecast, a doubtful figure, or across a break in method: such a figure is absent here
 * with the reason as its note. What was absent stays absent, for its own reason.
 *
 * @param derived The derivation of the same input, where it is at hand.
 */
export function transform(input: TransformInput, derived = derivation(input)): Transformed {
  if ('reason' in derived) return { kind: 'refused', reason: derived.reason };
  const { table, kind, base, population } = input;
  const { per, answers } = derived;
  const ingredients = [...answers.values()].flatMap((one) => (isRefusal(one) ? [] : [one]));
  const values = new Map(ingredients.map((one) => [one, derivedValue(one, table.indicator, per)]));
  const middle = quantile([...values.values()].map(Math.abs).sort((one, other) => one - other), 0.5);
  const bases = new Set(base === undefined && (kind === 'index' || kind === 'averageGrowth') ? [...firstFigures(table).values()].map(({ period }) => period) : base === undefined ? [] : [base]);
  const refused: { readonly observation: Observation; readonly reason: TransformRefusal }[] = [];

  const observations = table.observations.map((published): Observation => {
    const answer = answers.get(published);
    const facts = bare(published);
    if (published.value === null || answer === undefined) return { ...facts, value: null, status: published.value === null ? published.status : 'notApplicable' };
    if (isRefusal(answer)) {
      refused.push({ observation: published, reason: answer });
      return { ...facts, value: null, status: 'notApplicable', note: refusalNote(answer) };
    }
    const figures = figuresIn(answer);
    const value = values.get(answer) ?? NaN;
    const notes = [...(facts.note === undefined ? [] : [facts.note]), ...(bases.size > 1 && 'base' in answer ? [baseNote(answer.base.period)] : [])];
    return {
      ...facts,
      value,
      confidence: worse(figures),
      status: 'derived',
      precision: figures.some(({ precision }) => precision === 'approximate') ? 'approximate' : 'exact',
      printedDecimals: derivedDecimals(answer, table.indicator, population?.indicator ?? table.indicator, value, middle),
      ...(notes.length > 0 && { note: notes.join('；') }),
    };
  });

  const totals = ingredients.flatMap((one) => (one.kind === 'shareOfTotal' ? [isSum(one.total) ? one.total.parts.length : ('nation' as const)] : []));
  const [total = 'nation'] = totals;
  const indicator = derivedIndicator(table.indicator, kind, {
    base: bases.size === 1 ? ([...bases][0] ?? null) : null,
    per,
    total: totals.every((one) => one === total) ? total : null,
  });
  return { kind: 'transformed', table: { ...table, indicator, observations }, refused };
}

const baseNote = (period: Period): string => `${transformsZh.baseNote(formatPeriod(period, 'zh'))} / ${transformsEn.baseNote(formatPeriod(period, 'en'))}`;
