import { formatList, formatNumber, formatSigned, joinUnit, unitName } from '../i18n/format.ts';
import type { Figure } from '../i18n/format.ts';
import type { Say } from '../i18n/say.ts';
import type { Indicator } from '../model/indicator.ts';
import type { Lang } from '../model/text.ts';

/** A number that nobody published: its formula, and the published figures that went into it. */
export interface Working {
  /** What was worked out: “中位数”, “2015年至2025年的变化”. */
  readonly what: string;
  /** In words and signs: “（后值 − 前值） ÷ 前值 × 100%”. */
  readonly formula: string;
  /** The same with this selection's figures, as arithmetic that recomputes: “(13,946 − 84,094) ÷ 84,094 × 100”. */
  readonly filled: string;
  /** As the figure shows it: “−83.4%”. */
  readonly result: string;
}

/** A figure as the reader sees it, for arithmetic: in the unit of the language, with all decimals that were published. */
export interface Amount {
  readonly x: number;
  readonly decimals: number;
}

/**
 * Binary fractions leave 59.6 − 55.8 at 3.8000000000000043, and a half a little below itself. The noise is of the size
 * of what went into the sum, not of what came out.
 */
export const withoutNoise = (x: number): number => Number(x.toPrecision(13));

/** All published decimals, or those shown where these are more: what goes into arithmetic is never rounded first. */
export function amountOf(figure: Figure, indicator: Indicator, lang: Lang): Amount {
  const { multiplier, enMultiplier } = indicator.unit;
  const shift = lang === 'zh' ? 0 : Math.round(Math.log10(enMultiplier / multiplier));
  const published = Math.max(0, figure.printedDecimals + shift);
  const shown = Math.max(0, (indicator.decimals ?? figure.printedDecimals) + shift);
  const decimals = Math.max(published, shown);
  return { x: Number((figure.value / (lang === 'zh' ? multiplier : enMultiplier)).toFixed(decimals)), decimals };
}

const printed = ({ x, decimals }: Amount): string => formatNumber(x, decimals);
/** A negative number after a sign stands in parentheses. */
const term = (amount: Amount): string => (amount.x < 0 ? `(${printed(amount)})` : printed(amount));

const finest = (amounts: readonly Amount[]): number => Math.max(0, ...amounts.map(({ decimals }) => decimals));
/** Sums and differences of decimals are decimals: exact once rounded to the finest of them. */
export const subtract = (later: Amount, earlier: Amount): Amount => {
  const decimals = finest([later, earlier]);
  return { x: Number((later.x - earlier.x).toFixed(decimals)), decimals };
};

/** The one in the middle, or the mean of the two in the middle; a half may need one decimal more. */
export function medianOf(ascending: readonly Amount[]): Amount {
  const upper = ascending[Math.floor(ascending.length / 2)];
  if (upper === undefined) throw new Error('there is no median of no figures');
  const lower = ascending[ascending.length / 2 - 1];
  if (ascending.length % 2 === 1 || lower === undefined) return upper;
  const decimals = finest([lower, upper]) + 1;
  return { x: Number(((lower.x + upper.x) / 2).toFixed(decimals)), decimals };
}

/** The fewest decimals from `least` on that show the number in full, at the most one more. */
export const decimalsFor = (x: number, least: number): number => (Math.abs(Number(x.toFixed(least)) - x) < 1e-9 ? least : least + 1);

/** How a working prints its result. */
interface Shown {
  readonly decimals: number;
  readonly unit: string;
}

const withUnit = (x: number, { decimals, unit }: Shown, { lang }: Say): string => joinUnit(formatNumber(withoutNoise(x), decimals), unit, lang);

/** @param ascending All figures of which it is the median, smallest first. */
export function medianWorking(ascending: readonly Amount[], shown: Shown, say: Say): Working {
  const { working } = say.words.sentences;
  const half = ascending.length / 2;
  const [lower, upper] = [ascending[half - 1], ascending[Math.floor(half)]];
  const isOdd = ascending.length % 2 === 1;
  return {
    what: working.median,
    formula: isOdd ? working.medianOdd(ascending.length, Math.ceil(half)) : working.medianEven(ascending.length),
    filled: isOdd || !lower || !upper ? (upper ? printed(upper) : '') : `(${printed(lower)} + ${term(upper)}) ÷ 2`,
    result: withUnit(medianOf(ascending).x, shown, say),
  };
}

/** Type 7, as `query/summary.ts`: between two neighbours in proportion. */
export function quartileWorking(ascending: readonly Amount[], fraction: 0.25 | 0.75, shown: Shown, say: Say): Working {
  const { working } = say.words.sentences;
  const position = (ascending.length - 1) * fraction;
  const below = ascending[Math.floor(position)];
  const above = ascending[Math.ceil(position)];
  if (below === undefined || above === undefined) throw new Error('there is no quartile of no figures');
  const share = position - Math.floor(position);
  return {
    what: fraction === 0.25 ? working.quartileLow : working.quartileHigh,
    formula: working.quantile(ascending.length, String(position + 1)),
    filled: share === 0 ? printed(below) : `${printed(below)} + (${printed(above)} − ${term(below)}) × ${share}`,
    result: withUnit(below.x + (above.x - below.x) * share, shown, say),
  };
}

/** One decimal, none from 100 % on; two where one would print 0.0 and yet something moved. */
export function percentDecimals(percent: number): number {
  if (Math.abs(percent) >= 100) return 0;
  return Math.abs(percent) < 0.05 && percent !== 0 ? 2 : 1;
}

/** “＋154.8%”: a growth rate always says its sign. */
export const signedPercent = (fraction: number, lang: Lang): string => {
  const percent = withoutNoise(fraction * 100);
  return `${formatSigned(percent, percentDecimals(percent), lang)}%`;
};

interface Between {
  readonly earlier: Amount;
  readonly later: Amount;
  /** Periods in words. */
  readonly from: string;
  readonly to: string;
}

/** @param fraction From `query/growth.ts`, which alone decides whether there is one. */
export function growthWorking({ earlier, later, from, to }: Between, fraction: number, say: Say): Working {
  const { working } = say.words.sentences;
  return { what: working.growth(from, to), formula: working.growthFormula, filled: `(${printed(later)} − ${term(earlier)}) ÷ ${term(earlier)} × 100`, result: signedPercent(fraction, say.lang) };
}

/** @param annual What `growth({ isAnnual: true })` gave. */
export function annualGrowthWorking({ earlier, later, from, to }: Between, annual: { readonly fraction: number; readonly years: number }, say: Say): Working {
  const { working } = say.words.sentences;
  // Months are twelfths, which no decimal writes in full.
  const months = Math.round(annual.years * 12);
  const isWhole = months % 12 === 0;
  const years = isWhole ? String(months / 12) : `(${months} ÷ 12)`;
  return {
    what: working.annual(from, to),
    formula: working.annualFormula(isWhole ? years : formatNumber(annual.years, 2)),
    filled: `((${printed(later)} ÷ ${term(earlier)}) ^ (1 ÷ ${years}) − 1) × 100`,
    result: signedPercent(annual.fraction, say.lang),
  };
}

/** A signed number with its unit; the difference of two percentages is points. */
export function signedAmount(x: number, decimals: number, indicator: Indicator, { lang, words }: Say): string {
  const text = formatSigned(x, decimals, lang);
  return indicator.unit.zh === '%' ? words.sentences.points(text) : joinUnit(text, unitName(indicator, lang), lang);
}

interface DifferenceInput extends Between {
  readonly indicator: Indicator;
  readonly decimals: number;
  /** Of whom; absent: the one thing that the figure is about. */
  readonly name?: string;
}

export function differenceWorking({ earlier, later, from, to, indicator, decimals, name }: DifferenceInput, say: Say): Working {
  const { working } = say.words.sentences;
  const what = working.difference(name === undefined ? '' : say.words.sentences.colon(name, ''), from, to);
  return {
    what: what.charAt(0).toUpperCase() + what.slice(1),
    formula: working.differenceFormula,
    filled: `${printed(later)} − ${term(earlier)}`,
    result: signedAmount(subtract(later, earlier).x, decimals, indicator, say),
  };
}

/** A figure set against the median; `ascending` as in `medianWorking`, so that the median is not rounded first. */
export function toMedianWorking(figure: Amount, ascending: readonly Amount[], { name, indicator, decimals }: { readonly name: string; readonly indicator: Indicator; readonly decimals: number }, say: Say): Working {
  const { working } = say.words.sentences;
  const median = medianOf(ascending);
  return { what: working.toMedian(name), formula: working.toMedianFormula, filled: `${printed(figure)} − ${term(median)}`, result: signedAmount(subtract(figure, median).x, decimals, indicator, say) };
}

/** @param place `ahead` is how many are better; `tied` how many others have the same value. @returns None where places are not told. */
export function rankWorking(name: string, place: { readonly ahead: number; readonly tied: number }, better: Indicator['better'], say: Say): readonly Working[] {
  // Worked out, a group would tell the place again.
  if (say.words.standings === 'groups') return [];
  const { working } = say.words.sentences;
  const formula = better === 'lower' ? working.rankLess : working.rankMore;
  return [
    {
      what: working.rank(name),
      formula: place.tied > 0 ? working.rankTied(formula, place.tied + 1) : formula,
      filled: `1 + ${place.ahead}`,
      result: working.rankResult(place.ahead + 1),
    },
  ];
}

/** “29 of 31”: how many there should be, less those absent of each kind. */
export function coveredWorking(n: number, absent: readonly { readonly kind: string; readonly count: number }[], say: Say): Working {
  const { working } = say.words.sentences;
  const k = absent.reduce((rest, { count }) => rest - count, n);
  return {
    what: working.covered,
    formula: absent.length === 0 ? working.coveredPlain : working.coveredFormula(absent.map(({ kind }) => kind).join(' − ')),
    filled: [n, ...absent.map(({ count }) => count)].join(' − '),
    result: String(k),
  };
}

/** @param whole What the parts add up to, or the published total. */
export function shareWorking(names: readonly string[], part: Amount, whole: Amount, say: Say): Working {
  const { working } = say.words.sentences;
  const percent = withoutNoise((part.x / whole.x) * 100);
  return { what: working.share(formatList(names, say.lang)), formula: working.shareFormula, filled: `${printed(part)} ÷ ${term(whole)} × 100`, result: `${formatNumber(percent, percentDecimals(percent))}%` };
}

export function sumOf(parts: readonly Amount[]): Amount {
  const decimals = finest(parts);
  return { x: Number(parts.reduce((sum, { x }) => sum + x, 0).toFixed(decimals)), decimals };
}

export function sumWorking(parts: readonly Amount[], shown: Shown, say: Say): Working {
  const { working } = say.words.sentences;
  const filled = parts.map((part, index) => (index === 0 ? printed(part) : term(part))).join(' + ');
  return { what: working.sum, formula: working.sumFormula, filled, result: withUnit(sumOf(parts).x, shown, say) };
}

/** How far the parts are from the total that was published. */
export function partsGapWorking(parts: readonly Amount[], total: Amount, indicator: Indicator, say: Say): Working {
  const { working } = say.words.sentences;
  const gap = subtract(sumOf(parts), total);
  return {
    what: working.partsGap,
    formula: working.partsGapFormula,
    filled: `${parts.map((part, index) => (index === 0 ? printed(part) : term(part))).join(' + ')} − ${term(total)}`,
    result: signedAmount(gap.x, gap.decimals, indicator, say),
  };
}
