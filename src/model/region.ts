import type { Text } from './text.ts';

/** Joins everything: an adcode as text (“440000”) for China and its units, ISO 3166-1 alpha-3 (“SGP”) for countries. */
export type RegionId = string;

/** `corps` is the Xinjiang Production and Construction Corps: it reports but has no polygon. */
export const REGION_LEVELS = ['nation', 'province', 'corps', 'country'] as const;
export type RegionLevel = (typeof REGION_LEVELS)[number];

/** The four statistical regions of the National Bureau of Statistics, and the three units outside most surveys. */
export const REGION_GROUPS = ['east', 'central', 'west', 'northeast', 'hmt'] as const;
export type RegionGroup = (typeof REGION_GROUPS)[number];

export interface Region {
  readonly id: RegionId;
  readonly level: RegionLevel;
  readonly name: Text;
  /** 广东, not 广东省; in English the same as the name, or shorter. */
  readonly short: Text;
  /** 粤; provinces and the Corps only. */
  readonly abbr?: string;
  /** GD: the letters of ISO 3166-2, which never repeat, as initials would (Shanxi SX, Shaanxi SN). */
  readonly abbrEn?: string;
  readonly group?: RegionGroup;
  /** Tone-less pinyin and initials (“guangdong gd”), for search and for ordering. */
  readonly pinyin?: string;
  readonly iso2?: string;
  /** UN M49 region name for countries (“Asia”). */
  readonly unRegion?: Text;
  /** ISO 3166-1 alpha-3 where it is not the id: “CHN” of China. */
  readonly iso3?: string;
  /** The World Bank's income group, for countries. */
  readonly incomeGroup?: string;
  /** Where its name stands on a map: degrees east and north. */
  readonly label?: readonly [lon: number, lat: number];
  /** Too small to be hit on a map: it has a chip with a leader line. */
  readonly callout?: boolean;
  readonly parent?: RegionId;
}

/** Provinces that belong together on somebody's word: a ranking can be narrowed to them. */
export interface RegionSet {
  /** In the address: “yangtze-delta”; never one of `REGION_GROUPS`. */
  readonly id: string;
  readonly name: Text;
  readonly members: readonly RegionId[];
  /** The document that draws it so. */
  readonly source: Text;
}

/** A customary spelling of a region's name. */
export interface Alias {
  readonly alias: string;
  readonly regionId: RegionId;
}

export const NATION: RegionId = '100000';
/** China among countries, in international tables. */
export const CHINA: RegionId = 'CHN';
export const CORPS: RegionId = '660000';
