import type { Absence, Precision } from '../model/observation.ts';
import { plain, withoutFootnote } from './plain.ts';

/** What a cell of figures says. */
export type ReadFigure =
  | {
      readonly kind: 'number';
      /** Plain digits, the decimals as printed. */
      readonly digits: string;
      /** By how many places the point moves for “万” in the cell itself: 4; 0 where the figure is in the unit of its column. */
      readonly power: number;
      readonly precision: Precision;
      /** The word or sign that said so; empty: none. */
      readonly precisionWord: string;
      readonly isPercent: boolean;
      /** “万”; empty: none. */
      readonly bigUnit: string;
      readonly hasThousands: boolean;
      readonly wasFullWidth: boolean;
      readonly mark: string;
    }
  | { readonly kind: 'blank' }
  /** Words that say why there is none. */
  | { readonly kind: 'absence'; readonly absence: Absence; readonly word: string }
  /** A sign that only whoever printed it can explain. */
  | { readonly kind: 'sign'; readonly sign: string }
  | { readonly kind: 'comma' | 'brackets' | 'exponent' | 'formulaError' | 'none'; readonly found: string };

const ABSENCE_WORDS: readonly (readonly [RegExp, Absence])[] = [
  [/^(?:不适用|无此项|not applicable)$/i, 'notApplicable'],
  [/^(?:未公布|未发布|暂未公布|尚未公布|not published)$/i, 'notPublished'],
  [/^(?:未纳入(?:调查|评估|统计)?|未参评|未调查|not surveyed)$/i, 'notSurveyed'],
  [/^(?:不公开|保密|不予公开|依规不公布|suppressed|confidential)$/i, 'suppressed'],
  [/^(?:未收集到?|未收录|not gathered)$/i, 'notGathered'],
];
const SIGN = /^(?:[-‐–—―…./\\*·#_~]+|n\/?a|无|none|null|空|缺|[xX×])$/i;
const FORMULA_ERROR = /^#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!)$/i;

const BEFORE: readonly (readonly [RegExp, Precision])[] = [
  [/^(?:超过|逾|多于|大于|高于|不少于|不低于|至少|over|more than|above|at least|[>≥＞])\s*/i, 'lowerBound'],
  [/^(?:不到|不足|少于|低于|小于|不超过|under|less than|below|[<≤＜])\s*/i, 'upperBound'],
  [/^(?:大约|约|近|将近|接近|about|around|nearly|ca?\.|[~≈])\s*/i, 'approximate'],
];
const AFTER: readonly (readonly [RegExp, Precision])[] = [
  [/\s*(?:以上|余|多|\+)$/, 'lowerBound'],
  [/\s*(?:以下|以内)$/, 'upperBound'],
  [/\s*(?:左右|上下)$/, 'approximate'],
];
export const BIG_UNITS: Readonly<Record<string, number>> = { 万亿: 12, 亿: 8, 千万: 7, 百万: 6, 十万: 5, 万: 4 };
/** What is counted, behind a number: taken off where a column has one unit anyway. */
const COUNTED = '(?:元|人次|人|户|个|件|次|家|项|台|张|套|条|部|分|位|名|辆|公里|平方米|吨)?';

/** A cell of figures as an office writes it. Nothing is guessed: what may mean two things is handed on as it is. */
export function readFigure(cell: string): ReadFigure {
  const wide = plain(cell);
  if (wide === '') return { kind: 'blank' };
  if (FORMULA_ERROR.test(wide)) return { kind: 'formulaError', found: wide };
  const absence = ABSENCE_WORDS.find(([word]) => word.test(wide));
  if (absence) return { kind: 'absence', absence: absence[1], word: wide };
  if (SIGN.test(wide)) return { kind: 'sign', sign: wide };
  const { text: bare, mark } = withoutFootnote(wide);
  let rest = bare;
  let precision: Precision = 'exact';
  let precisionWord = '';
  for (const [word, means] of [...BEFORE, ...AFTER]) {
    const found = word.exec(rest)?.[0];
    if (found === undefined || found === rest) continue;
    precision = means;
    precisionWord = found.trim();
    rest = rest.replace(word, '').trim();
    break;
  }
  const [, number = '', unit = '', percent = ''] = new RegExp(`^([-+]?[\\d., ]*\\d)\\s*(万亿|亿|千万|百万|十万|万)?${COUNTED}(%)?$`).exec(rest) ?? [];
  if (number === '') {
    if (/^\([\d.,\s]+\)$/.test(rest)) return { kind: 'brackets', found: wide };
    return { kind: /^[-+]?\d+(?:\.\d+)?e[-+]?\d+$/i.test(rest) ? 'exponent' : 'none', found: wide };
  }
  const hasThousands = /^[-+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(number) || /^[-+]?\d{1,3}(?: \d{3})+(?:\.\d+)?$/.test(number);
  const digits = (hasThousands ? number.replace(/[, ]/g, '') : number).replace(/^\+/, '');
  if (!/^-?\d+(?:\.\d+)?$/.test(digits)) return { kind: /^[-+]?\d+,\d+$/.test(number) ? 'comma' : 'none', found: wide };
  return {
    kind: 'number',
    digits,
    power: BIG_UNITS[unit] ?? 0,
    precision,
    precisionWord,
    isPercent: percent === '%',
    bigUnit: unit,
    hasThousands,
    wasFullWidth: /[\uFF10-\uFF19\uFF0E\uFF05\uFF0C]/.test(cell),
    mark,
  };
}
