import type { Period } from '../model/observation.ts';
import type { Region, RegionId } from '../model/region.ts';
import { distances, nearestTo, type Distances } from './distances.ts';
import { MAPPABLE_REGIONS } from './select.ts';

/** By what regions are alike: two as published, two per resident. */
export const PEER_FEATURES = ['population', 'gdp-per-head', 'budget-per-head', 'internet-penetration'] as const;
export type PeerFeature = (typeof PEER_FEATURES)[number];

export const LEAST_PEERS = 2;
export const MOST_PEERS = 8;
export const PEERS_FIRST = 5;

/** Published tables behind the features, in the order in which a year's figures stand. */
export const PEER_INGREDIENTS = ['population', 'gdp', 'local-budget-expenditure', 'internet-penetration'] as const;

/** A year's figures of a region in the order of the ingredients: digits as published (“15420.2”, in 万人, 亿元, 亿元, %). */
type PrintedFigures = readonly (string | null)[];

/** What peers are found by: a few years, each with every region's figures. */
export interface PeerFeatures {
  /** Latest first. */
  readonly years: readonly { readonly period: Period; readonly figures: Readonly<Record<RegionId, PrintedFigures>> }[];
}

const NEEDS: Readonly<Record<PeerFeature, readonly number[]>> = { population: [0], 'gdp-per-head': [1, 0], 'budget-per-head': [2, 0], 'internet-penetration': [3] };
/** 亿元 over 万人 is ten thousand yuan a head. */
export const YUAN_PER_HEAD = 10_000;

/** What a feature is made of, as printed: one figure, or two to divide; null when one is absent. */
export function printedParts(feature: PeerFeature, figures: PrintedFigures | undefined): readonly string[] | null {
  const parts = NEEDS[feature].flatMap((at) => figures?.[at] ?? []);
  return parts.length === NEEDS[feature].length ? parts : null;
}

/** In 万人, yuan, yuan, %. */
export function featureValue(feature: PeerFeature, figures: PrintedFigures | undefined): number | null {
  const [first, second] = (printedParts(feature, figures) ?? []).map(Number);
  if (first === undefined) return null;
  if (second === undefined) return first;
  return second === 0 ? null : (first / second) * YUAN_PER_HEAD;
}

export interface FeatureSpace extends Distances {
  readonly period: Period;
  readonly features: readonly PeerFeature[];
  readonly figures: Readonly<Record<RegionId, PrintedFigures>>;
}

/** The latest year in which enough regions have all the features; null when there is none. */
export function featureSpace(facts: PeerFeatures, features: readonly PeerFeature[], regionIds: readonly RegionId[]): FeatureSpace | null {
  for (const { period, figures } of facts.years) {
    const rows = regionIds.map((regionId) => ({ regionId, values: features.map((feature) => featureValue(feature, figures[regionId])) }));
    const found = distances(rows);
    if (found.ids.length >= MAPPABLE_REGIONS) return { ...found, period, features, figures };
  }
  return null;
}

export const PEER_KINDS = ['nearest', 'group', 'neighbours', 'own'] as const;
export type PeerKind = (typeof PEER_KINDS)[number];

/** Who a region is set beside. */
export interface PeerChoice {
  readonly kind: PeerKind;
  /** How many nearest. */
  readonly count: number;
  readonly features: readonly PeerFeature[];
  /** The group made by hand. */
  readonly own: readonly RegionId[];
}

export interface Peers {
  /** Without the region itself. */
  readonly ids: readonly RegionId[];
  readonly tiedAtEdge: readonly RegionId[];
}

/** @param regions Those that may be peers: the 31 provinces. */
export function peersOf(id: RegionId, choice: PeerChoice, regions: readonly Region[], space: FeatureSpace | null, neighbours: Readonly<Record<RegionId, readonly RegionId[]>>): Peers {
  const ids = regions.map((region) => region.id).filter((other) => other !== id);
  const of = (those: readonly RegionId[]): Peers => ({ ids: those, tiedAtEdge: [] });
  switch (choice.kind) {
    case 'nearest': {
      const near = space && nearestTo(id, choice.count, space);
      return near ? { ids: near.chosen.map((one) => one.id), tiedAtEdge: near.tiedAtEdge } : of([]);
    }
    case 'group': {
      const group = regions.find((region) => region.id === id)?.group;
      return of(group === undefined ? [] : regions.filter((region) => region.group === group && region.id !== id).map((region) => region.id));
    }
    case 'neighbours':
      return of((neighbours[id] ?? []).filter((other) => ids.includes(other)));
    case 'own':
      return of(choice.own.filter((other) => ids.includes(other)));
  }
}
