import { CORPS, NATION } from '../model/region.ts';
import type { Region } from '../model/region.ts';
import type { Expected } from '../model/indicator.ts';

const COUNTS: Readonly<Record<Expected, number>> = { nation: 1, provinces: 31, provincesAndCorps: 32, countries: 193 };

/** The n of “k of n”: 31 provinces, 31 + 1 units, 193 member states. */
export const expectedCount = (expected: Expected): number => COUNTS[expected];

/**
 * Whether a region is one of those that a table is expected to cover. Hong Kong, Macao and Taiwan are outside the 31.
 * Among countries China is “CHN”; “100000” is the nation whose provinces are counted.
 */
export function isExpected(region: Region, expected: Expected): boolean {
  const isProvince = region.level === 'province' && region.group !== 'hmt';
  switch (expected) {
    case 'nation':
      return region.id === NATION;
    case 'provinces':
      return isProvince;
    case 'provincesAndCorps':
      return isProvince || region.id === CORPS;
    case 'countries':
      return region.level === 'country';
  }
}
