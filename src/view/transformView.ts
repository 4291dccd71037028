import { formatNumber, formatPeriod, formatValue, unitName } from '../i18n/format.ts';
import { NATION } from '../model/region.ts';
import { basePeriods, isRefusal, isSum } from '../query/ingredients.ts';
import { refusalSentence } from '../query/refusalSentence.ts';
import { TRANSFORMS, derivation, tableRefusal, transform } from '../query/transform.ts';
import type { Say } from '../i18n/say.ts';
import type { Indicator, IndicatorTable } from '../model/indicator.ts';
import { hasValue, type Measured, type Period } from '../model/observation.ts';
import type { RegionId } from '../model/region.ts';
import type { Lang } from '../model/text.ts';
import type { PerHead } from '../query/derivedValue.ts';
import type { Ingredients, Sum } from '../query/ingredients.ts';
import type { TransformInput, TransformKind, TransformRefusal } from '../query/transform.ts';
import { amountOf, type Working } from './workings.ts';

/** One way of looking at the figures; null: as published. */
export interface TransformOption {
  readonly kind: TransformKind | null;
  readonly label: string;
  /** Why it can't be had of this table, with what would be needed; null: it can. */
  readonly refusal: string | null;
}

/** Kinds for which a base can be chosen. */
export const needsBase = (kind: TransformKind): boolean => kind === 'index' || kind === 'averageGrowth';

export const refusalText = (reason: TransformRefusal, { lang, words }: Say): string => refusalSentence(reason, words.transforms, lang);

/**
 * As published first, then every transform, whether it can be had or not.
 *
 * @param population Whether the table of residents can be had; absent: it can't.
 */
export function transformOptions(table: IndicatorTable, say: Say, { population = false }: { readonly population?: boolean } = {}): readonly TransformOption[] {
  const { kind: labels } = say.words.transforms;
  return [
    { kind: null, label: labels.published, refusal: null },
    ...TRANSFORMS.map((kind) => {
      const reason = refusalOf(table, kind, population);
      return { kind, label: labels[kind], refusal: reason === null ? null : refusalText(reason, say) };
    }),
  ];
}

function refusalOf(table: IndicatorTable, kind: TransformKind, hasPopulation: boolean): TransformRefusal | null {
  // Residents come later, in a table of their own: until then only the table itself can be judged.
  if (kind === 'perHead' && hasPopulation) return tableRefusal(table, kind);
  const derived = derivation({ table, kind });
  return 'reason' in derived ? derived.reason : null;
}

/** Periods that others can be set against, for the control. */
export const transformBases = (table: IndicatorTable, { lang }: Say, regionIds?: readonly RegionId[], seriesId?: string): readonly { readonly period: Period; readonly text: string }[] =>
  basePeriods(table, regionIds, seriesId).map((period) => ({ period, text: formatPeriod(period, lang) }));

/** The one line under the figure: what was done to the published values. */
export function transformFormula(kind: TransformKind, base: Period | null, { lang, words }: Say): string {
  const { formula, ofFirst } = words.transforms;
  const from = base === null ? ofFirst : formatPeriod(base, lang);
  return kind === 'index' || kind === 'averageGrowth' ? formula[kind](from) : formula[kind];
}

export interface WorkingInput extends TransformInput {
  readonly regionId: RegionId;
  readonly period: Period;
  readonly seriesId?: string;
  /** How the region is called in the reader's language; absent or the nation: it is not said. */
  readonly regionName?: string;
}

/** The formula of one derived figure with the published figures in it; null: there is no such figure. */
export function transformWorking({ regionId, period, seriesId = '', regionName = '', ...input }: WorkingInput, say: Say): Working | null {
  const derived = derivation(input);
  if ('reason' in derived) return null;
  const isThat = (one: { readonly regionId: RegionId; readonly period: Period; readonly seriesId: string }) => one.regionId === regionId && one.period === period && one.seriesId === seriesId;
  const [, answer] = [...derived.answers].find(([one]) => isThat(one)) ?? [];
  if (answer === undefined || isRefusal(answer)) return null;
  const whole = transform(input, derived);
  if (whole.kind === 'refused') return null;
  const shown = whole.table.observations.find(isThat);
  if (!shown || !hasValue(shown)) return null;
  const { indicator } = whole.table;
  const { words, lang } = say;
  const { formula, filled } = arithmetic(answer, derived.per, input, indicator, say);
  const series = seriesId === '' ? undefined : input.table.indicator.series?.find(({ id }) => id === seriesId);
  return {
    what: [regionId === NATION ? '' : regionName, series?.name[lang] ?? '', formatPeriod(period, lang), indicator.short[lang]].filter(Boolean).join(words.comma),
    formula,
    filled,
    result: formatValue(shown, indicator, lang),
  };
}

/** As published, with all its decimals, in the reader's unit: a rounded figure would not recompute. */
function printed({ value, printedDecimals }: Measured | Sum, indicator: Indicator, lang: Lang): string {
  const { x, decimals } = amountOf({ value, printedDecimals, precision: 'exact' }, indicator, lang);
  return formatNumber(x, decimals);
}

function arithmetic(ingredients: Ingredients, per: PerHead, { table, population }: TransformInput, derived: Indicator, say: Say): Pick<Working, 'formula' | 'filled'> {
  const words = say.words.transforms;
  const { lang } = say;
  const { indicator } = table;
  const text = (figure: Measured | Sum) => printed(figure, indicator, lang);
  const figure = text(ingredients.figure);
  switch (ingredients.kind) {
    case 'index':
      return { formula: words.formula.index(formatPeriod(ingredients.base.period, lang)), filled: `${figure} ÷ ${text(ingredients.base)} × 100` };
    case 'yearOnYear': {
      const before = text(ingredients.base);
      return { formula: words.formula.yearOnYear, filled: `(${figure} − ${before}) ÷ ${before} × 100` };
    }
    case 'averageGrowth':
      return { formula: words.formula.averageGrowth(formatPeriod(ingredients.base.period, lang)), filled: `((${figure} ÷ ${text(ingredients.base)}) ^ (${exponent(ingredients.years)}) − 1) × 100` };
    case 'shareOfTotal': {
      const { total } = ingredients;
      return { formula: isSum(total) ? words.shareOfSum(total.parts.length) : words.shareOfNation, filled: `${figure} ÷ ${text(total)} × 100` };
    }
    case 'perHead': {
      const residents = population?.indicator ?? indicator;
      const key = lang === 'zh' ? 'multiplier' : 'enMultiplier';
      const factor = (indicator.unit[key] / residents.unit[key]) * per;
      const step = Math.abs(factor - 1) < 1e-9 ? '' : factor > 1 ? words.times(formatNumber(factor)) : words.dividedBy(formatNumber(1 / factor));
      return {
        formula: words.perHeadFormula(unitName(indicator, lang), unitName(residents, lang), step, unitName(derived, lang)),
        filled: `${figure} ÷ ${printed(ingredients.residents, residents, lang)}${step}`,
      };
    }
    case 'toNation': {
      const nation = text(ingredients.nation);
      return { formula: words.formula.toNation, filled: `${figure} − ${ingredients.nation.value < 0 ? `(${nation})` : nation}` };
    }
  }
}

/** Whole years as they are, months as twelfths: (1 ÷ 3), (12 ÷ 17). */
const exponent = (years: number): string => (Number.isInteger(years) ? `1 ÷ ${years}` : `12 ÷ ${Math.round(years * 12)}`);
