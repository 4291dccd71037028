import type { Region, RegionId } from '../model/region.ts';

/** China, its 34 province-level units and the Corps have a page; the countries of an international survey have none. */
export const hasPage = ({ level }: Region): boolean => level !== 'country';

/** Below the site's root, the same in both languages. */
export const regionPath = (id: RegionId): string => `region/${id}.html`;
