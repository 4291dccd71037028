import type { Unit } from '../model/indicator.ts';
import { plain } from './plain.ts';
import { BIG_UNITS } from './readFigure.ts';

/** “亿元” is 元, 8 places up; “billion yuan” is yuan, 9. */
export interface ReadUnit {
  readonly base: string;
  readonly power: number;
}

const POWERS_ZH: Readonly<Record<string, number>> = { ...BIG_UNITS, 十亿: 9, 百亿: 10, 千亿: 11, 千: 3, 百: 2 };
const POWERS_EN: Readonly<Record<string, number>> = { thousand: 3, million: 6, billion: 9, trillion: 12 };

export function readUnit(text: string): ReadUnit {
  const unit = plain(text).replace(/^[((]|[))]$/g, '');
  const [, big = '', base = unit] = /^(万亿|千亿|百亿|十亿|千万|百万|十万|亿|万|千|百)(.+)$/.exec(unit) ?? [];
  if (big !== '') return { base, power: POWERS_ZH[big] ?? 0 };
  const [, word = '', of = ''] = /^(thousand|million|billion|trillion)s?\s+(?:of\s+)?(.+)$/i.exec(unit) ?? [];
  if (word !== '') return { base: of.toLowerCase(), power: POWERS_EN[word.toLowerCase()] ?? 0 };
  return { base: unit === 'percent' || unit === '％' || unit === '百分比' ? '%' : /^[\w\s%/().-]+$/.test(unit) ? unit.toLowerCase() : unit, power: POWERS_EN[unit.toLowerCase()] ?? POWERS_ZH[unit] ?? 0 };
}

/** By how many places figures in a unit move to be in the indicator's; null: not the same kind of unit. */
export function placesBetween(found: string, { zh, en, multiplier, enMultiplier }: Unit): number | null {
  const own = readUnit(found);
  const [inZh, inEn] = [readUnit(zh), readUnit(en)];
  if (own.base === inZh.base) return own.power - Math.round(Math.log10(multiplier));
  // An English unit counts in the base unit like a Chinese one.
  return own.base === inEn.base && Math.round(Math.log10(enMultiplier)) === inEn.power ? own.power - Math.round(Math.log10(multiplier)) : null;
}

/** The unit's own kind in single, thousand, ten thousand and hundred million, for whoever is asked which it is; the indicator's first. */
export function unitOptions({ zh, multiplier }: Unit): readonly { readonly places: number; readonly name: string }[] {
  const { base } = readUnit(zh);
  const own = Math.round(Math.log10(multiplier));
  const same = { places: 0, name: zh };
  if (base === '%' || base === '') return [same];
  const others = ([[0, ''], [3, '千'], [4, '万'], [8, '亿']] as const).filter(([power]) => power !== own).map(([power, big]) => ({ places: power - own, name: big + base }));
  return [same, ...others];
}
