import type { IndicatorId } from '../model/indicator.ts';
import type { Period } from '../model/observation.ts';
import type { RegionId } from '../model/region.ts';
import type { VerifyIndex, VerifyIndicator } from './verifyIndex.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = (text: string): string => text.padStart(2, '0');

/** “2016年12月”, “Dec 2016”, “2016-12”, “2016”: every period that a text tells, as the tables write it. */
export function periodsIn(text: string): readonly Period[] {
  const found: Period[] = [];
  const rest = text
    .replace(/((?:19|20)\d\d)年(?:(\d{1,2})月(?:(\d{1,2})日)?)?/g, (_, year: string, month?: string, day?: string) => {
      found.push([year, ...(month === undefined ? [] : [two(month)]), ...(day === undefined ? [] : [two(day)])].join('-'));
      return ' ';
    })
    .replace(/(?:(\d{1,2}) )?(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) ((?:19|20)\d\d)/g, (_, day: string | undefined, month: string, year: string) => {
      found.push([year, two(String(MONTHS.indexOf(month) + 1)), ...(day === undefined ? [] : [two(day)])].join('-'));
      return ' ';
    });
  for (const [, period = ''] of rest.matchAll(/(?:^|[^\d.,-])((?:19|20)\d\d(?:-[01]\d(?:-[0-3]\d)?)?)(?![\d.,%-])/g)) found.push(period);
  return [...new Set(found)];
}

/** A text that is a period and nothing else. */
export const periodOf = (text: string): Period | null => {
  const [only, ...others] = periodsIn(text);
  const bare = text.replace(/\d|[年月日\s-]|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec/g, '');
  return only !== undefined && others.length === 0 && bare === '' ? only : null;
};

/** “1,234.5”, “−3%”, “＞2,700” as a number; null for a text that is none. */
export function numberIn(cell: string | number | null): number | null {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : null;
  if (cell === null) return null;
  const plain = cell.trim().replace(/^'/, '').replace(/^(?:[＞>＜<]|约|c\. )/u, '').replace(/[−－]/, '-').replace(/[＋+]/, '').replace(/%$/, '');
  return /^-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/.test(plain) ? Number(plain.replaceAll(',', '')) : null;
}

const keyOf = (text: string): string => text.trim().toLowerCase().replace(/\s+/g, ' ');

/** Names of regions, tables and series, as files spell them. */
export interface KnownNames {
  readonly regionOf: (text: string) => RegionId | null;
  /** By its whole name, or its code. */
  readonly indicatorOf: (text: string) => IndicatorId | null;
  /** Named inside of a longer text, such as the head of a column; the longest first. */
  readonly indicatorsIn: (text: string) => readonly IndicatorId[];
  readonly indicator: (id: IndicatorId) => VerifyIndicator | undefined;
}

export function knownNames({ regions, indicators }: Pick<VerifyIndex, 'regions' | 'indicators'>): KnownNames {
  const regionIds = new Map(regions.flatMap(({ id, names }) => [id, ...names].map((name) => [keyOf(name), id] as const)));
  const indicatorIds = new Map(indicators.flatMap(({ id, name, short }) => [id, name.zh, name.en, short.zh, short.en].map((one) => [keyOf(one), id] as const)));
  const named = [...indicatorIds].filter(([name]) => name.length > 1).sort(([one], [other]) => other.length - one.length);
  const byId = new Map(indicators.map((one) => [one.id, one]));
  return {
    regionOf: (text) => regionIds.get(keyOf(text)) ?? null,
    indicatorOf: (text) => indicatorIds.get(keyOf(text)) ?? null,
    indicatorsIn: (text) => {
      let rest = keyOf(text);
      const found: IndicatorId[] = [];
      for (const [name, id] of named) {
        if (!rest.includes(name)) continue;
        rest = rest.replaceAll(name, ' ');
        if (!found.includes(id)) found.push(id);
      }
      return found;
    },
    indicator: (id) => byId.get(id),
  };
}
