import { inUnit, shownDecimals } from '../i18n/format.ts';
import type { Indicator } from '../model/indicator.ts';
import { LANGS } from '../model/text.ts';
import { readCell } from '../releases/cells.ts';
import type { VerifyIndicator } from './verifyIndex.ts';

/** The part of a descriptor that a number needs to be shown. */
export const asShown = ({ id, name, short, unit, decimals, series, bands }: VerifyIndicator): Indicator => ({
  id, name, short, unit, definition: name, theme: 'base', expected: 'nation', better: 'none', publishes: 'values',
  ...(decimals !== undefined && { decimals }), ...(series && { series }), ...(bands && { bands }),
});

const decimalsOf = (x: number): number => (String(x).split('.')[1] ?? '').length;
const near = (one: number, other: number): boolean => Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one), Math.abs(other));

/**
 * Whether a number of a file is the figure of a cell: as published, in the unit of either language, or rounded as pages
 * round it. A number with more decimals than the figure has is another.
 */
export function isSameFigure(found: number, cell: string, indicator: VerifyIndicator, isRaw = false): boolean {
  const { value, printedDecimals } = readCell(cell);
  if (value === null) return false;
  if (isRaw) return near(found * indicator.unit.multiplier, value);
  const shown = asShown(indicator);
  return LANGS.some((lang) => {
    const x = inUnit(value, shown, lang);
    const decimals = shownDecimals(shown, printedDecimals, lang);
    return near(found, x) || (decimalsOf(found) <= decimals && Math.abs(found - x) <= (0.5 + 1e-6) * 10 ** -decimals);
  });
}
