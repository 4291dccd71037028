import { movePoint } from '../intake/plain.ts';

/** What a cell of figures says; `digits` are the printed ones, never taken through a binary number. */
export type FigureText =
  | { readonly kind: 'number'; readonly digits: string; readonly wasOther: boolean }
  | { readonly kind: 'blank' }
  | { readonly kind: 'sign'; readonly sign: string }
  | { readonly kind: 'comma' | 'none'; readonly found: string };

/** Signs by which statistical offices and their tools say that there is no figure. */
const SIGN = /^(?:[-‐–—―…./\\:*·_~]+|n\/?a|nan|null|none|new|missing|not available|x|#n\/a)$/i;

/**
 * A figure as printed. “1.5E+3” is 1500 and “.5” is 0.5, with the point moved in the text; “1,234,567” and “1,234.5” can
 * mean only one thing, “1,234” two, so it is handed on as it is.
 */
export function figureText(cell: string): FigureText {
  const text = cell.trim().replace(/\u2212/g, '-').replace(/^'/, '');
  if (text === '') return { kind: 'blank' };
  if (/^-?\d+(?:\.\d+)?$/.test(text)) return { kind: 'number', digits: text, wasOther: text !== cell.trim() };
  if (SIGN.test(text)) return { kind: 'sign', sign: text };
  const [, sign = '', whole = '', part = '', power = ''] = /^([-+]?)(\d*)\.?(\d*)(?:e([-+]?\d{1,3}))?$/i.exec(text) ?? [];
  if (whole + part !== '') {
    const digits = movePoint(`${sign === '-' ? '-' : ''}${whole || '0'}${part === '' ? '' : `.${part}`}`, Number(power || '0'));
    return { kind: 'number', digits, wasOther: true };
  }
  if (/^-?\d{1,3}(?:,\d{3})+\.\d+$/.test(text) || /^-?\d{1,3}(?:,\d{3}){2,}$/.test(text)) return { kind: 'number', digits: text.replace(/,/g, ''), wasOther: true };
  return { kind: /^-?\d+,\d+$/.test(text) ? 'comma' : 'none', found: cell };
}

/** “174” and “174.0” are the same place. */
export const rankText = (cell: string): string | null => /^([1-9]\d*)(?:\.0+)?$/.exec(cell.trim())?.[1] ?? null;

/** It is 0, however many of them are printed. */
export const isZero = (digits: string): boolean => /^-?0+(?:\.0+)?$/.test(digits);
