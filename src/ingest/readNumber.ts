import { scale } from './scale.ts';
import type { IssueCode } from './issue.ts';

export type ReadNumber =
  | {
      /** In the base unit. */
      readonly value: number;
      readonly printedDecimals: number;
    }
  | { readonly code: Extract<IssueCode, 'notANumber' | 'commaInNumber' | 'exponentInNumber' | 'dashInNumber'> }
  | { readonly code: 'signInNumber'; readonly sign: string };

/** Full-width digits, point and signs (U+FF01–FF5E) to their usual forms; a real minus sign to a hyphen. */
const normalised = (text: string): string =>
  text.trim().replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)).replace(/\u2212/g, '-');

/**
 * A cell to a number: digits, a point, a minus sign. Full-width digits and U+2212 are read as what they mean;
 * everything else is told of, because a guess may be wrong by a thousand.
 *
 * @param multiplier Of the indicator's unit: “10.04” in 亿 is exactly 1004000000.
 */
export function readNumber(text: string, multiplier = 1): ReadNumber {
  const plain = normalised(text);
  if (/^-?\d+(\.\d+)?$/.test(plain)) {
    const value = scale(plain, multiplier);
    return Number.isFinite(value) ? { value, printedDecimals: plain.split('.')[1]?.length ?? 0 } : { code: 'notANumber' };
  }
  if (/^[-–—…./]+$|^n\/?a$/i.test(plain)) return { code: 'dashInNumber' };
  if (/^-?\d[\d,，.]*$/.test(plain) && /[,，]/.test(plain)) return { code: 'commaInNumber' };
  if (/^-?\d+(\.\d+)?e[-+]?\d+$/i.test(plain)) return { code: 'exponentInNumber' };
  const sign = /^([><≥≤~≈约+])\s*\d|\d\s*([%％‰+])$/.exec(plain);
  if (sign) return { code: 'signInNumber', sign: sign[1] ?? sign[2] ?? '' };
  return { code: 'notANumber' };
}
