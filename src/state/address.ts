/** What a reader has chosen on a page with provinces. The address is the state: a link, Back and an embed are the same thing. */
export interface ProvinceChoice {
  readonly indicator: string;
  readonly period: string;
  readonly view: 'map' | 'tiles';
  /** Null: no region is picked out. */
  readonly region: string | null;
}

/** Which values may be chosen; anything else in an address falls back and is told. */
export interface ChoiceRange {
  readonly indicators: readonly string[];
  /** Null before the indicator's table is known: any well-formed period is kept until it is. */
  readonly periods: readonly string[] | null;
  readonly regions: readonly string[];
}

/** A part of an address that could not be read. `used` is what stands in its place; null when it was left out. */
export interface Refusal {
  readonly key: 'indicator' | 'period' | 'view' | 'region';
  /** As found, cut to a length that can be shown. */
  readonly found: string;
  readonly used: string | null;
}

const SHOWN = 40;
const cut = (text: string) => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);

/**
 * @param search The part of the address from “?” on.
 * @returns The choice, and everything in the address that could not be read. Unknown keys are other people's
 *   (campaign tags, trackers) and are let be.
 */
export function parseChoice(search: string, defaults: ProvinceChoice, range: ChoiceRange): { choice: ProvinceChoice; refusals: Refusal[] } {
  const query = new URLSearchParams(search);
  const refusals: Refusal[] = [];
  const read = <Value extends string | null>(key: Refusal['key'], fallback: Value, accept: (found: string) => Value | undefined): Value => {
    const found = query.get(key);
    if (found === null) return fallback;
    const accepted = accept(found);
    if (accepted !== undefined) return accepted;
    refusals.push({ key, found: cut(found), used: fallback });
    return fallback;
  };
  const oneOf = (allowed: readonly string[]) => (found: string) => (allowed.includes(found) ? found : undefined);
  const indicator = read('indicator', defaults.indicator, oneOf(range.indicators));
  const wellFormed = (found: string) => (/^\d{4}(-\d\d){0,2}$/.test(found) ? found : undefined);
  const period = read('period', indicator === defaults.indicator ? defaults.period : '', range.periods ? oneOf(range.periods) : wellFormed);
  const view = read<'map' | 'tiles'>('view', defaults.view, (found) => (found === 'map' || found === 'tiles' ? found : undefined));
  const region = read<string | null>('region', defaults.region, oneOf(range.regions));
  return { choice: { indicator, period, view, region }, refusals };
}

/** Only what differs from the defaults, in a fixed order; an empty text when nothing does. */
export function formatChoice(choice: ProvinceChoice, defaults: ProvinceChoice): string {
  const query = new URLSearchParams();
  if (choice.indicator !== defaults.indicator) query.set('indicator', choice.indicator);
  if (choice.period !== '' && (choice.period !== defaults.period || choice.indicator !== defaults.indicator)) query.set('period', choice.period);
  if (choice.view !== defaults.view) query.set('view', choice.view);
  if (choice.region !== null && choice.region !== defaults.region) query.set('region', choice.region);
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}
