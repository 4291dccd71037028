import { TRANSFORMS, type TransformKind } from '../query/transform.ts';
import { changedSearch, readKey, type KeyRefusal, type QueryKey } from './query.ts';

/** What a reader has chosen on a map of provinces. The address is the state: a link, Back and an embed are the same thing. */
export interface ProvinceChoice {
  readonly indicator: string;
  readonly period: string;
  /** A second period, set against `period`; null: none. */
  readonly compare: string | null;
  readonly compared: 'difference' | 'sideBySide';
  /** Null: the figures as published. */
  readonly transform: TransformKind | null;
  /** What a transform starts from, where it needs one; null: its own choice. */
  readonly base: string | null;
  readonly view: 'map' | 'tiles';
  /** Null: no region is picked out. */
  readonly region: string | null;
}

/** The keys that the map writes, and no others. */
export type ChoiceKey = Extract<QueryKey, keyof ProvinceChoice>;

/** Which values may be chosen; anything else in an address falls back and is told. */
export interface ChoiceRange {
  readonly indicators: readonly string[];
  /** Null before the indicator's table is known: any well-formed period is kept until it is. */
  readonly periods: readonly string[] | null;
  readonly regions: readonly string[];
}

/**
 * @param search The part of the address from “?” on.
 * @returns The choice, and everything in the address that could not be read. Unknown keys are other people's
 *   (campaign tags, trackers) and are let be.
 */
export function parseChoice(search: string, defaults: ProvinceChoice, range: ChoiceRange): { choice: ProvinceChoice; refusals: KeyRefusal[] } {
  const query = new URLSearchParams(search);
  const refusals: KeyRefusal[] = [];
  const oneOf = (allowed: readonly string[]) => (found: string) => (allowed.includes(found) ? found : undefined);
  const wellFormed = (found: string) => (/^\d{4}(-\d\d){0,2}$/.test(found) ? found : undefined);
  const aPeriod = range.periods ? oneOf(range.periods) : wellFormed;
  const indicator = readKey(query, 'indicator', defaults.indicator, oneOf(range.indicators), refusals);
  const period = readKey(query, 'period', indicator === defaults.indicator ? defaults.period : '', aPeriod, refusals);
  // Nothing differs from itself.
  const compare = readKey<string | null>(query, 'compare', null, (found) => (found === period ? undefined : aPeriod(found)), refusals);
  const compared = readKey(query, 'compared', defaults.compared, (found) => (found === 'difference' || found === 'sideBySide' ? found : undefined), refusals);
  const transform = readKey<TransformKind | null>(query, 'transform', null, (found) => TRANSFORMS.find((kind) => kind === found), refusals);
  const base = readKey<string | null>(query, 'base', null, wellFormed, refusals);
  const view = readKey(query, 'view', defaults.view, (found) => (found === 'map' || found === 'tiles' ? found : undefined), refusals);
  const region = readKey<string | null>(query, 'region', defaults.region, oneOf(range.regions), refusals);
  return { choice: { indicator, period, compare, compared, transform, base, view, region }, refusals };
}

/** The map's keys for a choice: only what differs from the defaults has a value. */
export function choiceKeys(choice: ProvinceChoice, defaults: ProvinceChoice): Readonly<Record<ChoiceKey, string | null>> {
  const isOther = choice.indicator !== defaults.indicator;
  const differing = (key: 'view' | 'region') => (choice[key] === defaults[key] ? null : choice[key]);
  return {
    indicator: isOther ? choice.indicator : null,
    period: choice.period !== '' && (isOther || choice.period !== defaults.period) ? choice.period : null,
    compare: choice.compare,
    // How two periods are set against each other means nothing with one.
    compared: choice.compare === null || choice.compared === defaults.compared ? null : choice.compared,
    transform: choice.transform,
    base: choice.transform === null ? null : choice.base,
    view: differing('view'),
    region: differing('region'),
  };
}

/** Only what differs from the defaults, in a fixed order; an empty text when nothing does. */
export const formatChoice = (choice: ProvinceChoice, defaults: ProvinceChoice): string => changedSearch('', choiceKeys(choice, defaults));
